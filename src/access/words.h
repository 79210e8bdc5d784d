#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace lots::access {

// The words of docs/access_vocabulary.md, which says what each means. tests/habits compares the two.

/// What the reader acts as right now.
enum class Role {
    social_worker,
    unit_manager,
    coordinator,
    police,
    school,
    agency_staff,
    agency_manager,
    working_group,
    steering_group,
    development_group,
    youth,
    guardian,
    helper,
    researcher,
    log_reviewer,
    archivist,
    organisation_admin,
    system_admin,
};
inline constexpr std::array<std::string_view, 18> role_names{
    "social_worker",
    "unit_manager",
    "coordinator",
    "police",
    "school",
    "agency_staff",
    "agency_manager",
    "working_group",
    "steering_group",
    "development_group",
    "youth",
    "guardian",
    "helper",
    "researcher",
    "log_reviewer",
    "archivist",
    "organisation_admin",
    "system_admin",
};

/// The reader's tie to this very case, today.
enum class Relation {
    none,
    own_unit,
    assigned,
    coordinator,
    proposer,
    collector,
    member,
    own_agency,
    subject,
    guardian_of,
    helper_of,
    named_reader,
    emergency,
    conflicted,
    was_member,
};
inline constexpr std::array<std::string_view, 15> relation_names{
    "none",
    "own_unit",
    "assigned",
    "coordinator",
    "proposer",
    "collector",
    "member",
    "own_agency",
    "subject",
    "guardian_of",
    "helper_of",
    "named_reader",
    "emergency",
    "conflicted",
    "was_member",
};

/// The effective state of the day (docs/method/lifecycle.md).
enum class CaseState {
    proposed,
    under_review,
    prepared_deidentified,
    decided_offer,
    decided_no_offer,
    waitlisted,
    consent_pending,
    consent_refused,
    forming,
    planning,
    active,
    suspended,
    closure_review,
    closed,
    transferred,
    retained,
    disposed,
};
inline constexpr std::array<std::string_view, 17> case_state_names{
    "proposed",
    "under_review",
    "prepared_deidentified",
    "decided_offer",
    "decided_no_offer",
    "waitlisted",
    "consent_pending",
    "consent_refused",
    "forming",
    "planning",
    "active",
    "suspended",
    "closure_review",
    "closed",
    "transferred",
    "retained",
    "disposed",
};

/// Whether the consent holds on that day.
enum class ConsentState {
    none,
    pending,
    valid,
    ended,
    refused,
};
inline constexpr std::array<std::string_view, 5> consent_state_names{
    "none",
    "pending",
    "valid",
    "ended",
    "refused",
};

/// Every case fact lies in exactly one. `none`: the operation touches no case.
enum class Compartment {
    none,
    social_services,
    room,
    agency_own,
    agency_other,
    protected_,
    youth_words,
    deidentified,
    register_,
};
inline constexpr std::array<std::string_view, 9> compartment_names{
    "none",
    "social_services",
    "room",
    "agency_own",
    "agency_other",
    "protected",
    "youth_words",
    "deidentified",
    "register",
};

/// What somebody asks to do. A route without one cannot be made.
enum class Operation {
    see_case,
    read_nomination,
    read_selection,
    read_assessment,
    read_consent,
    read_consent_scope,
    read_members,
    read_plan,
    read_plan_avoid,
    read_commitments,
    read_meetings,
    read_minutes,
    read_pictures,
    read_notes,
    read_closure,
    read_youth_words,
    read_protection_flag,
    read_protected_contact,
    read_asp_reminder,
    read_own_items,
    read_timeline,
    read_gates,
    read_file,
    read_deidentified,
    read_register,
    read_survey,
    read_case_log,
    review_log,
    read_statistics,
    read_due_disposal,
    list_cases,
    read_day,
    read_organisation,
    manage_accounts,
    manage_own_session,
    propose,
    take_up,
    decide_offer,
    prepare_consent,
    register_consent,
    collect_consent,
    withdraw_consent,
    resume_case,
    form_group,
    draft_plan,
    accept_commitment,
    decide_plan,
    call_meeting,
    hold_meeting,
    report_commitment,
    raise_closure,
    decide_closure,
    disclose_by_law,
    emergency_access,
    keep_file,
    prepare_deidentified,
    register_assessment,
    readmit,
    declare_conflict,
    write_note,
    write_youth_words,
    write_asp_reminder,
    flag_protection,
    escalate,
    read_working_group,
    call_working_group,
    answer_escalation,
    manage_organisation,
};
inline constexpr std::array<std::string_view, 68> operation_names{
    "see_case",
    "read_nomination",
    "read_selection",
    "read_assessment",
    "read_consent",
    "read_consent_scope",
    "read_members",
    "read_plan",
    "read_plan_avoid",
    "read_commitments",
    "read_meetings",
    "read_minutes",
    "read_pictures",
    "read_notes",
    "read_closure",
    "read_youth_words",
    "read_protection_flag",
    "read_protected_contact",
    "read_asp_reminder",
    "read_own_items",
    "read_timeline",
    "read_gates",
    "read_file",
    "read_deidentified",
    "read_register",
    "read_survey",
    "read_case_log",
    "review_log",
    "read_statistics",
    "read_due_disposal",
    "list_cases",
    "read_day",
    "read_organisation",
    "manage_accounts",
    "manage_own_session",
    "propose",
    "take_up",
    "decide_offer",
    "prepare_consent",
    "register_consent",
    "collect_consent",
    "withdraw_consent",
    "resume_case",
    "form_group",
    "draft_plan",
    "accept_commitment",
    "decide_plan",
    "call_meeting",
    "hold_meeting",
    "report_commitment",
    "raise_closure",
    "decide_closure",
    "disclose_by_law",
    "emergency_access",
    "keep_file",
    "prepare_deidentified",
    "register_assessment",
    "readmit",
    "declare_conflict",
    "write_note",
    "write_youth_words",
    "write_asp_reminder",
    "flag_protection",
    "escalate",
    "read_working_group",
    "call_working_group",
    "answer_escalation",
    "manage_organisation",
};

/// In rising order.
enum class Answer {
    no,
    part,
    yes,
};
inline constexpr std::array<std::string_view, 3> answer_names{
    "no",
    "part",
    "yes",
};

template <class Word, std::size_t count>
constexpr std::string_view name_in(const std::array<std::string_view, count>& names, Word word)
{
    return names.at(static_cast<std::size_t>(word));
}
constexpr std::string_view name(Role word) { return name_in(role_names, word); }
constexpr std::string_view name(Relation word) { return name_in(relation_names, word); }
constexpr std::string_view name(CaseState word) { return name_in(case_state_names, word); }
constexpr std::string_view name(ConsentState word) { return name_in(consent_state_names, word); }
constexpr std::string_view name(Compartment word) { return name_in(compartment_names, word); }
constexpr std::string_view name(Operation word) { return name_in(operation_names, word); }
constexpr std::string_view name(Answer word) { return name_in(answer_names, word); }

/// The word of that name in one of the lists above, or none.
template <class Word, std::size_t count>
constexpr std::optional<Word> word_in(const std::array<std::string_view, count>& names, std::string_view text)
{
    for (std::size_t i = 0; i < count; ++i)
        if (names[i] == text) return static_cast<Word>(i);
    return std::nullopt;
}

}  // namespace lots::access
