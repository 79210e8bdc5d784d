#pragma once

#include <cstdint>

namespace lots::vault {

/// The permanent number of every sealed column. It is part of what a sealed value is bound to, so a cell that is moved to
/// another column no longer opens. Numbers are never reused or changed; new columns take the next free number of their room.
enum class Field : std::uint32_t {
    // vault and audit
    check_value = 1,
    log_text = 2,
    // organisation 100-199
    person_name = 100,
    person_phone = 101,
    person_email = 102,
    // cases 200-299: who the case is about
    youth_given_name = 200,
    youth_family_name = 201,
    youth_personal_number = 202,
    youth_birth_date = 203,
    youth_language = 204,
    decision_why = 210,
    decision_how = 211,
    decision_who = 212,
    decision_what = 213,
    decision_childs_view = 214,
    decision_best_interests = 215,
    decision_delegation = 216,
    file_name = 220,
    file_chunk = 221,
    // nomination 300-399
    nomination_reason = 300,
    nomination_why_sig = 301,
    nomination_weighing = 302,
    nomination_registry_number = 303,
    nomination_legal_ground_motive = 304,
    nomination_reporter_unit = 305,
    nomination_police_matter_code = 306,
    // selection 400-499
    selection_note = 400,
    selection_conflict_note = 401,
    selection_sources = 402,
    selection_recommendation = 403,
    selection_appeal_information = 404,
    selection_outside_age_band_reason = 405,
    // consent 500-599
    signatory_name = 500,
    signatory_personal_number = 501,
    signatory_contact = 502,
    custody_evidence = 503,
    conversation_note = 504,
    consent_purpose = 505,
    consent_information_kinds = 506,
    consent_not_shared = 507,
    consent_refusal_reason = 508,
    consent_place = 509,
    consent_interpreter = 510,
    withdrawal_note = 511,
    consent_excluded_reason = 512,
    original_kept_at = 513,
    signatory_language = 514,
    // group 600-699
    member_reason = 600,
    helper_name = 601,
    helper_contact = 602,
    helper_reservation = 603,
    member_hand_over = 604,
    planning_missing_agency = 605,
    // plan 700-799
    plan_youth_words = 700,
    goal_text = 701,
    goal_reached_how = 702,
    commitment_measure = 703,
    commitment_documented_how = 704,
    commitment_plain_words = 705,
    commitment_reason = 706,
    plan_crisis_contact = 707,
    plan_avoid = 708,
    plan_youth_view = 709,
    plan_guardian_view = 710,
    plan_change_reason = 711,
    // meeting 800-899
    meeting_place = 800,
    meeting_agenda_item = 801,
    minutes_text = 802,
    minutes_decision = 803,
    minutes_disagreement = 804,
    minutes_youth_opinion = 805,
    minutes_guardian_opinion = 806,
    attendance_reason = 807,
    agency_picture = 808,
    intervention_note = 809,
    who_may_hear = 810,
    guardian_not_invited_reason = 811,
    adjustment_note = 812,
    call_how = 813,
    // followup 900-999
    follow_up_line = 900,
    status_report = 901,
    help_wanted = 902,
    // closure 1000-1099
    closure_ground = 1000,
    goal_result = 1001,
    hand_over_note = 1002,
    closure_informed = 1003,
    closure_appeal_information = 1004,
};

}  // namespace lots::vault
