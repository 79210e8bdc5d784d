#pragma once

#include <array>
#include <string_view>

#include "vault/fields.h"

namespace lots::app {

/// Under which key a column lies: the case's own file, its room, the young person's identity, the municipality's staff, or
/// the file's own.
enum class Drawer { social_services, room, youth, staff, file };

/// What a sealed column is bound to, told once more for the doctor: the slices that write it know it by themselves. `row`
/// and `seq` are SQL over `t`, the table; `parent` is the table that knows the case where `t` does not.
struct SealedColumn {
    std::string_view table, column;
    vault::Field field;
    Drawer drawer;
    std::string_view row = "t.id", seq = "0", parent = {};
};

/// Every column of the schema whose name ends in _sealed; a test compares.
inline constexpr auto sealed_columns = [] {
    using vault::Field;
    using enum Drawer;
    constexpr std::string_view id = "t.id", none = "0", seq = "t.seq";
    return std::to_array<SealedColumn>({
        {"person", "name_sealed", Field::person_name, staff},
        {"person", "phone_sealed", Field::person_phone, staff},
        {"person", "email_sealed", Field::person_email, staff},
        {"youth_identity", "given_name_sealed", Field::youth_given_name, youth},
        {"youth_identity", "family_name_sealed", Field::youth_family_name, youth},
        {"youth_identity", "personal_number_sealed", Field::youth_personal_number, youth},
        {"youth_identity", "birth_date_sealed", Field::youth_birth_date, youth},
        {"decision_note", "delegation_sealed", Field::decision_delegation, social_services},
        {"decision_note", "why_sealed", Field::decision_why, social_services},
        {"decision_note", "how_sealed", Field::decision_how, social_services},
        {"decision_note", "who_sealed", Field::decision_who, social_services},
        {"decision_note", "what_sealed", Field::decision_what, social_services},
        {"decision_note", "childs_view_sealed", Field::decision_childs_view, social_services},
        {"decision_note", "best_interests_sealed", Field::decision_best_interests, social_services},
        {"conflict_declaration", "note_sealed", Field::selection_conflict_note, social_services},
        {"attachment", "name_sealed", Field::file_name, file},
        {"import_case", "reference_sealed", Field::import_reference, social_services},
        {"nomination", "registry_number_sealed", Field::nomination_registry_number, social_services},
        {"nomination", "police_matter_code_sealed", Field::nomination_police_matter_code, social_services},
        {"nomination", "reporter_unit_sealed", Field::nomination_reporter_unit, social_services},
        {"nomination", "reason_sealed", Field::nomination_reason, social_services},
        {"nomination", "why_sig_sealed", Field::nomination_why_sig, social_services},
        {"nomination", "weighing_sealed", Field::nomination_weighing, social_services},
        {"offer_decision", "sources_sealed", Field::selection_sources, social_services},
        {"offer_decision", "recommendation_sealed", Field::selection_recommendation, social_services},
        {"offer_decision", "outside_age_band_reason_sealed", Field::selection_outside_age_band_reason, social_services},
        {"offer_decision", "appeal_information_sealed", Field::selection_appeal_information, social_services},
        {"signatory", "name_sealed", Field::signatory_name, social_services},
        {"signatory", "personal_number_sealed", Field::signatory_personal_number, social_services},
        {"signatory", "contact_sealed", Field::signatory_contact, social_services},
        {"signatory", "language_sealed", Field::signatory_language, social_services},
        {"signatory_end", "evidence_sealed", Field::custody_evidence, social_services, "t.signatory", none, "signatory"},
        {"consent", "purpose_sealed", Field::consent_purpose, room},
        {"consent", "information_kinds_sealed", Field::consent_information_kinds, room},
        {"consent", "not_shared_sealed", Field::consent_not_shared, room},
        {"concerned_agency", "reason_sealed", Field::consent_excluded_reason, social_services},
        {"conversation", "interpreter_sealed", Field::consent_interpreter, social_services},
        {"conversation", "note_sealed", Field::conversation_note, social_services},
        {"consent_answer", "place_sealed", Field::consent_place, social_services, id, none, "consent"},
        {"consent_answer", "interpreter_sealed", Field::consent_interpreter, social_services, id, none, "consent"},
        {"consent_answer", "original_kept_at_sealed", Field::original_kept_at, social_services, id, none, "consent"},
        {"consent_answer", "reason_sealed", Field::consent_refusal_reason, social_services, id, none, "consent"},
        {"consent_withdrawal", "note_sealed", Field::withdrawal_note, social_services, id, none, "consent"},
        {"membership", "reason_sealed", Field::member_reason, room},
        {"membership_end", "hand_over_sealed", Field::member_hand_over, room, "t.membership", none, "membership"},
        {"coordinator_deputy", "reason_sealed", Field::deputy_reason, room},
        {"helper", "name_sealed", Field::helper_name, room},
        {"helper", "contact_sealed", Field::helper_contact, room},
        {"helper", "task_sealed", Field::helper_task, room},
        {"helper", "wish_sealed", Field::helper_wish, room},
        {"helper_reservation", "original_kept_at_sealed", Field::helper_reservation, room, "t.helper", none, "helper"},
        {"helper_end", "note_sealed", Field::helper_end_note, room, "t.helper", none, "helper"},
        {"planning_start", "missing_reason_sealed", Field::planning_missing_agency, room, "t.case_id"},
        {"goal_wording", "text_sealed", Field::goal_text, room, "t.goal", seq, "goal"},
        {"goal_wording", "reached_how_sealed", Field::goal_reached_how, room, "t.goal", seq, "goal"},
        {"goal_wording", "attendance_source_sealed", Field::goal_attendance_source, room, "t.goal", seq, "goal"},
        {"commitment_wording", "measure_sealed", Field::commitment_measure, room, "t.commitment", seq, "commitment"},
        {"commitment_wording", "documented_how_sealed", Field::commitment_documented_how, room, "t.commitment", seq,
         "commitment"},
        {"commitment_wording", "plain_words_sealed", Field::commitment_plain_words, room, "t.commitment", seq, "commitment"},
        {"commitment_wording", "activity_sealed", Field::commitment_activity, room, "t.commitment", seq, "commitment"},
        {"commitment_acceptance", "said_by_sealed", Field::said_by, room, "t.commitment", seq, "commitment"},
        {"plan_words", "youth_words_sealed", Field::plan_youth_words, room, "t.case_id", seq},
        {"plan_words", "guardian_words_sealed", Field::plan_guardian_view, room, "t.case_id", seq},
        {"plan_words", "crisis_contact_sealed", Field::plan_crisis_contact, room, "t.case_id", seq},
        {"plan_words", "guardian_missing_reason_sealed", Field::plan_guardian_missing_reason, room, "t.case_id", seq},
        {"plan_area", "reason_sealed", Field::plan_area_reason, room, "t.case_id", seq},
        {"plan_version", "change_reason_sealed", Field::plan_change_reason, room},
        {"commitment_status", "said_by_sealed", Field::said_by_of_status, room, "t.commitment", seq, "commitment"},
        {"commitment_status", "note_sealed", Field::status_report, room, "t.commitment", seq, "commitment"},
        {"meeting", "place_sealed", Field::meeting_place, room},
        {"meeting", "guardian_not_invited_reason_sealed", Field::guardian_not_invited_reason, room},
        {"attendance", "reason_sealed", Field::attendance_reason, room, "t.meeting", "t.line * 1000 + t.seq", "meeting"},
        {"minutes", "who_may_hear_sealed", Field::who_may_hear, room, "t.meeting", seq, "meeting"},
        {"minutes", "text_sealed", Field::minutes_text, room, "t.meeting", seq, "meeting"},
        {"minutes", "decisions_sealed", Field::minutes_decision, room, "t.meeting", seq, "meeting"},
        {"minutes", "disagreements_sealed", Field::minutes_disagreement, room, "t.meeting", seq, "meeting"},
        {"minutes", "youth_opinion_sealed", Field::minutes_youth_opinion, room, "t.meeting", seq, "meeting"},
        {"minutes", "guardian_opinion_sealed", Field::minutes_guardian_opinion, room, "t.meeting", seq, "meeting"},
        {"minutes", "intervention_sealed", Field::intervention_note, room, "t.meeting", seq, "meeting"},
        {"agency_picture", "text_sealed", Field::agency_picture, room, id, none, "meeting"},
        {"follow_up_line", "text_sealed", Field::follow_up_line, room, "t.meeting",
         "(SELECT k.number FROM commitment k WHERE k.municipality = t.municipality AND k.id = t.commitment) * 1000 + t.seq",
         "meeting"},
        {"minutes_adjustment", "text_sealed", Field::adjustment_note, room, id, none, "meeting"},
        {"closure_question", "facts_sealed", Field::closure_ground, room},
        {"closure", "ground_sealed", Field::closure_ground, room},
        {"closure", "informed_sealed", Field::closure_informed, room},
        {"closure", "appeal_information_sealed", Field::closure_appeal_information, room},
        {"goal_result", "text_sealed", Field::goal_result, room, "t.goal", seq, "goal"},
        {"hand_over", "note_sealed", Field::hand_over_note, room, "t.commitment", seq, "commitment"},
    });
}();

}  // namespace lots::app
