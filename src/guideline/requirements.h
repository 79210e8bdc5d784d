#pragma once

#include <array>

#include "guideline/source.h"

// Every requirement that a rule looks at, once. The ids are those of docs/requirements.csv; "settled-" and "edge-" are the rulings and
// edge cases of docs/method/, "law-" a paragraph. The sentence lies in text/*/rules.msg.
namespace lots::guideline {

inline constexpr Requirement notice_or_lul{"S0-20", "Riktlinjerna 3.2 och 4.2; Vad är det? 2.2", "sol-19-1", Force::must, "rule.s0_20"};
inline constexpr Requirement lul_notification{"S0-21", "Riktlinjerna 3.2 och 4.2; livscykeln T1", "lul-6", Force::must, "rule.s0_21"};
inline constexpr Requirement flag_on_notice{"S0-41", "Riktlinjerna 4.2; livscykeln T1", "", Force::must, "rule.s0_41"};
inline constexpr Requirement weighed_assessment{"S0-44", "Riktlinjerna 4.2", "", Force::must, "rule.s0_44"};
inline constexpr Requirement why_this_method{"S0-45", "Riktlinjerna 4.2", "", Force::must, "rule.s0_45"};
inline constexpr Requirement adult_consents_first{"S0-46", "Riktlinjerna 4.2; avgjort 8", "", Force::must, "rule.s0_46"};
inline constexpr Requirement narrow_consent_first{"S0-48", "Riktlinjerna 4.2", "", Force::must, "rule.s0_48"};
inline constexpr Requirement other_ground_decided{"S0-50", "Riktlinjerna 4.2; avgjort 8; gränsfall 4.17; lagen 7.2", "osl-10-15a", Force::must, "rule.s0_50"};
inline constexpr Requirement police_matter_code{"S0-70", "Riktlinjerna 4.5", "", Force::should, "rule.s0_70"};
inline constexpr Requirement reasons_of_agency{"settled-27", "Metoden, avgjort 27", "", Force::must, "rule.settled_27"};
inline constexpr Requirement unit_has_part{"S4-34", "Stockholm 2012, s. 7", "", Force::must, "rule.s4_34"};
inline constexpr Requirement notifier_told{"S1-73", "Metoden, lagen 7.1", "sol-19-6", Force::must, "rule.s1_73"};
inline constexpr Requirement homecoming_planned{"S1-46", "Vad är det? 3.2", "", Force::should, "rule.s1_46"};
inline constexpr Requirement proposal_taken_back{"settled-35", "Metoden, avgjort 35", "", Force::must, "rule.settled_35"};
inline constexpr Requirement one_open_case{"edge-4.13", "Metoden, gränsfall 4.13", "", Force::must, "rule.edge_4_13"};
inline constexpr Requirement lives_here{"S0-09", "Riktlinjerna 3.1", "sol-18-4", Force::must, "rule.s0_09"};
inline constexpr Requirement social_services_decide{"S0-10", "Riktlinjerna 3.1.1", "", Force::must, "rule.s0_10"};
inline constexpr Requirement category_named{"S0-11", "Riktlinjerna 3.1.1", "", Force::must, "rule.s0_11"};
inline constexpr Requirement exit_seekers_included{"S1-03", "Vad är det? 1; kommunens eget val", "", Force::must, "rule.s1_03"};
inline constexpr Requirement sources_named{"S0-19", "Riktlinjerna 3.2", "", Force::must, "rule.s0_19"};
inline constexpr Requirement assessment_named{"S1-11", "Vad är det? 2.1", "", Force::must, "rule.s1_11"};
inline constexpr Requirement commits_crimes{"S1-02", "Vad är det? 1; Riktlinjerna 3.1.1", "", Force::should, "rule.s1_02"};
inline constexpr Requirement within_age_band{"S4-01", "Stockholm 2012, s. 2 och 8; avgjort 12", "", Force::should, "rule.s4_01"};
inline constexpr Requirement room_for_more{"S1-45", "Vad är det? 3.2", "", Force::must, "rule.s1_45"};
inline constexpr Requirement four_fields{"S1-71", "Vad är det? 4", "sol-14-3", Force::must, "rule.s1_71"};
inline constexpr Requirement childs_view_and_best{"settled-14", "Metoden, avgjort 14", "", Force::must, "rule.settled_14"};
inline constexpr Requirement no_conflict{"edge-4.14", "Metoden, gränsfall 4.14", "fl-16", Force::must, "rule.edge_4_14"};
inline constexpr Requirement intervention_end_named{"S4-14", "Stockholm 2012, s. 4; 33 § förvaltningslagen", "sol-11-1", Force::must, "rule.s4_14"};
inline constexpr Requirement open_intervention_agreed{"S4-07", "SoL 11 kap. 5 §", "sol-21-2", Force::must, "rule.s4_07"};
inline constexpr Requirement talked_before_asked{"S1-13", "Vad är det? 2.1; avgjort 6", "", Force::must, "rule.s1_13"};
inline constexpr Requirement two_roles_told{"S0-55", "Riktlinjerna 4.3", "", Force::must, "rule.s0_55"};
inline constexpr Requirement in_writing{"S0-14", "Riktlinjerna 3.2", "osl-10-1", Force::must, "rule.s0_14"};
inline constexpr Requirement all_concerned_covered{"S0-15", "Riktlinjerna 3.2", "osl-10-1", Force::must, "rule.s0_15"};
inline constexpr Requirement none_excluded{"S0-16", "Riktlinjerna 3.2", "", Force::must, "rule.s0_16"};
inline constexpr Requirement collector_approved{"S0-18", "Riktlinjerna 3.2", "", Force::must, "rule.s0_18"};
inline constexpr Requirement all_have_signed{"S0-22", "Riktlinjerna 3.2", "osl-12-3", Force::must, "rule.s0_22"};
inline constexpr Requirement within_term{"S4-15", "Stockholm 2012, s. 4", "", Force::must, "rule.s4_15"};
inline constexpr Requirement not_withdrawn{"settled-4", "Metoden, avgjort 4", "osl-12-2", Force::must, "rule.settled_4"};
inline constexpr Requirement term_not_too_long{"settled-12", "Metoden, avgjort 12", "", Force::must, "rule.settled_12"};
inline constexpr Requirement follow_up_answer_apart{"S1-69", "Vad är det? 4", "", Force::must, "rule.s1_69"};
inline constexpr Requirement agency_may_collect{"S0-17", "Riktlinjerna 3.2", "", Force::must, "rule.s0_17"};
inline constexpr Requirement circumstances_checked{"settled-6", "Metoden, avgjort 6", "", Force::must, "rule.settled_6"};
inline constexpr Requirement language_confirmed{"settled-7", "Metoden, avgjort 7", "", Force::must, "rule.settled_7"};
inline constexpr Requirement paper_when_dangerous{"settled-23", "Metoden, avgjort 23", "", Force::must, "rule.settled_23"};
inline constexpr Requirement hindrance_reviewed{"edge-4.3", "Metoden, gränsfall 4.3; avgjort 1", "fb-6-13", Force::must, "rule.edge_4_3"};
inline constexpr Requirement signs_as_adult{"settled-3", "Metoden, avgjort 3", "", Force::must, "rule.settled_3"};
inline constexpr Requirement follow_up_of_all{"S1-67", "Vad är det? 4", "", Force::must, "rule.s1_67"};
inline constexpr Requirement follow_up_in_time{"S1-66", "Vad är det? 4", "", Force::must, "rule.s1_66"};
inline constexpr Requirement one_coordinator{"S1-72", "Vad är det? 5; Stockholm 2012, s. 4", "", Force::must, "rule.s1_72"};
inline constexpr Requirement coordinator_from_unit{"S4-19", "Stockholm 2012, s. 4", "", Force::should, "rule.s4_19"};
inline constexpr Requirement social_services_and_police{"S0-52", "Riktlinjerna 4.3", "", Force::must, "rule.s0_52"};
inline constexpr Requirement agencies_take_part{"S0-24", "Riktlinjerna 3.1 och 4.3", "", Force::should, "rule.s0_24"};
inline constexpr Requirement unit_carries_out{"S4-31", "Stockholm 2012, s. 6 och 7", "", Force::should, "rule.s4_31"};
inline constexpr Requirement agency_concerned{"S0-54", "Riktlinjerna 4.3", "", Force::must, "rule.s0_54"};
inline constexpr Requirement consent_names_agency{"S0-13", "Riktlinjerna 3.2", "osl-10-1", Force::must, "rule.s0_13"};
inline constexpr Requirement reason_for_member{"S0-39", "Riktlinjerna 4.1.3", "", Force::must, "rule.s0_39"};
inline constexpr Requirement youth_wishes_helper{"S1-34", "Vad är det? 2.4", "", Force::must, "rule.s1_34"};
inline constexpr Requirement each_says_yes_to_helper{"settled-2", "Metoden, avgjort 2", "osl-12-2", Force::must, "rule.settled_2"};
inline constexpr Requirement helper_suitable{"S1-35", "Vad är det? 2.4", "", Force::must, "rule.s1_35"};
inline constexpr Requirement reservation_signed{"edge-4.28", "Metoden, gränsfall 4.28; OSL 12 kap. 2 §", "osl-10-14", Force::must, "rule.edge_4_28"};
inline constexpr Requirement youth_told_of_change{"edge-4.26", "Metoden, gränsfall 4.26", "", Force::must, "rule.edge_4_26"};
inline constexpr Requirement agency_brought_in{"S0-86", "Riktlinjerna 1.1", "", Force::must, "rule.s0_86"};
inline constexpr Requirement measure_who_when{"S0-79", "Riktlinjerna 6", "", Force::must, "rule.s0_79"};
inline constexpr Requirement youth_commits{"S0-80", "Riktlinjerna 6", "", Force::must, "rule.s0_80"};
inline constexpr Requirement plain_words{"S1-49", "Vad är det? 3.3", "", Force::must, "rule.s1_49"};
inline constexpr Requirement documented_how{"S1-52", "Vad är det? 3.3", "", Force::must, "rule.s1_52"};
inline constexpr Requirement order_set{"S1-53", "Vad är det? 3.3", "", Force::must, "rule.s1_53"};
inline constexpr Requirement goal_with_actor{"S4-16", "Stockholm 2012, s. 4; åtagandet: programmets egen ordning", "", Force::must, "rule.s4_16"};
inline constexpr Requirement youth_took_part{"S4-17", "Stockholm 2012, s. 4", "", Force::must, "rule.s4_17"};
inline constexpr Requirement guardians_took_part{"edge-4.21", "Stockholm 2012, s. 4; gränsfall 4.21", "", Force::must, "rule.edge_4_21"};
inline constexpr Requirement areas_looked_at{"S2-02", "Lund, inledningen", "", Force::should, "rule.s2_02"};
inline constexpr Requirement something_soon{"S4-42", "Stockholm 2012, s. 8", "", Force::should, "rule.s4_42"};
inline constexpr Requirement own_words_for_one{"S3-08", "Fem punkter, regeringsuppdraget", "", Force::must, "rule.s3_08"};
inline constexpr Requirement commitments_accepted{"settled-10", "Metoden, avgjort 10", "", Force::should, "rule.settled_10"};
inline constexpr Requirement plan_changed{"S2-15", "Lund, Så bildas", "", Force::must, "rule.s2_15"};
inline constexpr Requirement police_task_in_plan{"S0-28", "Riktlinjerna 4", "", Force::must, "rule.s0_28"};
inline constexpr Requirement avoid_kept_apart{"settled-24", "Metoden, avgjort 24", "osl-12-3", Force::must, "rule.settled_24"};
inline constexpr Requirement youth_and_agencies_meet{"S0-08", "Riktlinjerna 3.1", "", Force::must, "rule.s0_08"};
inline constexpr Requirement guardians_invited{"S0-53", "Riktlinjerna 4.3", "", Force::must, "rule.s0_53"};
inline constexpr Requirement all_called{"S1-16", "Vad är det? 2.1", "", Force::must, "rule.s1_16"};
inline constexpr Requirement meeting_open{"settled-11", "Programmets egen ordning; avgjort 11", "", Force::must, "rule.settled_11"};
inline constexpr Requirement call_stands{"settled-28", "Metoden, avgjort 11 och 28", "", Force::must, "rule.settled_28"};
inline constexpr Requirement call_answered{"settled-15", "Programmets egen ordning; avgjort 15", "", Force::must, "rule.settled_15"};
inline constexpr Requirement every_commitment_followed_up{"S0-32", "Riktlinjerna 4", "", Force::must, "rule.s0_32"};
inline constexpr Requirement minutes_written{"S1-17", "Vad är det? 2.1", "", Force::must, "rule.s1_17"};
inline constexpr Requirement next_meeting_set{"S1-14", "Vad är det? 2.1; livscykeln T11 och T16", "", Force::must, "rule.s1_14"};
inline constexpr Requirement within_interval{"S2-18", "Lund, Så bildas; avgjort 12", "", Force::should, "rule.s2_18"};
inline constexpr Requirement closure_question_asked{"S1-60", "Vad är det? 3.5", "", Force::must, "rule.s1_60"};
inline constexpr Requirement attendance_noted{"S1-20", "Vad är det? 2.1", "", Force::must, "rule.s1_20"};
inline constexpr Requirement network_interval{"S4-20", "Stockholm 2012, s. 4", "", Force::should, "rule.s4_20"};
inline constexpr Requirement same_knowledge{"S0-73", "Riktlinjerna 5; avgjort 13", "", Force::must, "rule.s0_73"};
inline constexpr Requirement suspicion_by_police{"S0-27", "Riktlinjerna 4; gränsfall 4.18", "", Force::must, "rule.s0_27"};
inline constexpr Requirement note_readers{"settled-33", "Metoden, avgjort 33; gränsfall 4.13 och 4.31", "", Force::must, "rule.settled_33"};
inline constexpr Requirement disclosure_has_basis{"S1-07", "Vad är det? 1", "", Force::must, "rule.s1_07"};
inline constexpr Requirement disclosure_weighed{"edge-4.19", "Metoden, gränsfall 4.19; lagen 7.3", "", Force::must, "rule.edge_4_19"};
inline constexpr Requirement social_services_close{"S1-63", "Vad är det? 3.5", "", Force::must, "rule.s1_63"};
inline constexpr Requirement closure_reason{"S1-59", "Vad är det? 3.5; livscykeln T17", "", Force::must, "rule.s1_59"};
inline constexpr Requirement goal_results{"S3-10", "Metoden, livscykeln T17 och fält 3.7", "", Force::must, "rule.s3_10"};
inline constexpr Requirement emergency_reason{"settled-26", "Metoden, avgjort 26; gränsfall 4.34", "osl-26-1", Force::must, "rule.settled_26"};
inline constexpr Requirement emergency_told{"edge-4.34", "Metoden, gränsfall 4.34", "", Force::must, "rule.edge_4_34"};
inline constexpr Requirement handed_over{"S1-62", "Vad är det? 3.5", "", Force::must, "rule.s1_62"};
inline constexpr Requirement own_never_climb{"settled-30", "Metoden, avgjort 30", "", Force::must, "rule.settled_30"};
inline constexpr Requirement lifted_when_late{"S1-37", "Vad är det? 2.5", "", Force::must, "rule.s1_37"};
inline constexpr Requirement conditions_assessed{"S0-62", "Riktlinjerna 4.4", "", Force::must, "rule.s0_62"};
inline constexpr Requirement conditions_of_register{"S0-61", "Riktlinjerna 4.4", "", Force::must, "rule.s0_61"};
inline constexpr Requirement note_names_officer{"S0-64", "Riktlinjerna 4.4", "", Force::must, "rule.s0_64"};
inline constexpr Requirement block_code{"S0-65", "Riktlinjerna 4.4", "", Force::must, "rule.s0_65"};
inline constexpr Requirement marking_stays_a_year{"S0-67", "Riktlinjerna 4.4", "", Force::should, "rule.s0_67"};
inline constexpr Requirement marking_removed{"S0-68", "Riktlinjerna 4.4", "", Force::must, "rule.s0_68"};
inline constexpr Requirement preliminary_assessment{"law-SoL-20-2", "Metoden, lagen 7.1", "sol-20-2", Force::must, "rule.law_sol_20_2"};
inline constexpr Requirement first_meeting_soon{"S4-41", "Stockholm 2012, s. 8", "", Force::must, "rule.s4_41"};
inline constexpr Requirement commitment_in_time{"S0-31", "Riktlinjerna 4", "", Force::must, "rule.s0_31"};
inline constexpr Requirement consent_renewed{"S0-23", "Riktlinjerna 3.2", "", Force::must, "rule.s0_23"};
inline constexpr Requirement commitment_followed_up{"S1-06", "Vad är det? 1", "", Force::must, "rule.s1_06"};
inline constexpr Requirement no_rolling_on{"S1-61", "Vad är det? 3.5", "", Force::must, "rule.s1_61"};
inline constexpr Requirement national_everywhere{"S0-07", "Riktlinjerna 3", "", Force::must, "rule.s0_07"};
inline constexpr Requirement each_agency_may_decide{"S0-06", "Riktlinjerna 2.2", "", Force::must, "rule.s0_06"};
inline constexpr Requirement police_manager_in_steering{"S0-34", "Riktlinjerna 4.1.1", "", Force::must, "rule.s0_34"};
inline constexpr Requirement working_group_chosen{"S0-35", "Riktlinjerna 4.1.2; kommunens eget val", "", Force::must, "rule.s0_35"};
inline constexpr Requirement police_may_decide{"S0-38", "Riktlinjerna 4.1.2", "", Force::must, "rule.s0_38"};
inline constexpr Requirement social_services_call_group{"S2-08", "Lund, Så bildas", "", Force::must, "rule.s2_08"};
inline constexpr Requirement working_group_meets{"S2-09", "Lund, Så bildas", "", Force::must, "rule.s2_09"};
inline constexpr Requirement deidentified_before_consent{"S0-37", "Riktlinjerna 4.1.2; gränsfall 4.15", "osl-26-1", Force::must, "rule.s0_37"};
inline constexpr Requirement text_leads_to_nobody{"edge-4.15", "Metoden, gränsfall 4.15", "osl-26-1", Force::should, "rule.edge_4_15"};
inline constexpr Requirement named_preparation{"settled-9", "Metoden, avgjort 9", "osl-10-1", Force::must, "rule.settled_9"};
inline constexpr Requirement item_ends_with_meeting{"settled-32", "Metoden, avgjort 32", "", Force::must, "rule.settled_32"};
inline constexpr Requirement recommendation_answered{"S2-11", "Lund, Så bildas; avgjort 10", "", Force::must, "rule.s2_11"};

/// All of them, in the order of the life of a case.
inline constexpr std::array<const Requirement*, 127> requirements{
    &notice_or_lul,
    &lul_notification,
    &flag_on_notice,
    &weighed_assessment,
    &why_this_method,
    &adult_consents_first,
    &narrow_consent_first,
    &other_ground_decided,
    &police_matter_code,
    &reasons_of_agency,
    &unit_has_part,
    &notifier_told,
    &homecoming_planned,
    &proposal_taken_back,
    &one_open_case,
    &lives_here,
    &social_services_decide,
    &category_named,
    &exit_seekers_included,
    &sources_named,
    &assessment_named,
    &commits_crimes,
    &within_age_band,
    &room_for_more,
    &four_fields,
    &childs_view_and_best,
    &no_conflict,
    &intervention_end_named,
    &open_intervention_agreed,
    &talked_before_asked,
    &two_roles_told,
    &in_writing,
    &all_concerned_covered,
    &none_excluded,
    &collector_approved,
    &all_have_signed,
    &within_term,
    &not_withdrawn,
    &term_not_too_long,
    &follow_up_answer_apart,
    &agency_may_collect,
    &circumstances_checked,
    &language_confirmed,
    &paper_when_dangerous,
    &hindrance_reviewed,
    &signs_as_adult,
    &follow_up_of_all,
    &follow_up_in_time,
    &one_coordinator,
    &coordinator_from_unit,
    &social_services_and_police,
    &agencies_take_part,
    &unit_carries_out,
    &agency_concerned,
    &consent_names_agency,
    &reason_for_member,
    &youth_wishes_helper,
    &each_says_yes_to_helper,
    &helper_suitable,
    &reservation_signed,
    &youth_told_of_change,
    &agency_brought_in,
    &measure_who_when,
    &youth_commits,
    &plain_words,
    &documented_how,
    &order_set,
    &goal_with_actor,
    &youth_took_part,
    &guardians_took_part,
    &areas_looked_at,
    &something_soon,
    &own_words_for_one,
    &commitments_accepted,
    &plan_changed,
    &police_task_in_plan,
    &avoid_kept_apart,
    &youth_and_agencies_meet,
    &guardians_invited,
    &all_called,
    &meeting_open,
    &call_stands,
    &call_answered,
    &every_commitment_followed_up,
    &minutes_written,
    &next_meeting_set,
    &within_interval,
    &closure_question_asked,
    &attendance_noted,
    &network_interval,
    &same_knowledge,
    &suspicion_by_police,
    &note_readers,
    &disclosure_has_basis,
    &disclosure_weighed,
    &social_services_close,
    &closure_reason,
    &goal_results,
    &emergency_reason,
    &emergency_told,
    &handed_over,
    &own_never_climb,
    &lifted_when_late,
    &conditions_assessed,
    &conditions_of_register,
    &note_names_officer,
    &block_code,
    &marking_stays_a_year,
    &marking_removed,
    &preliminary_assessment,
    &first_meeting_soon,
    &commitment_in_time,
    &consent_renewed,
    &commitment_followed_up,
    &no_rolling_on,
    &national_everywhere,
    &each_agency_may_decide,
    &police_manager_in_steering,
    &working_group_chosen,
    &police_may_decide,
    &social_services_call_group,
    &working_group_meets,
    &deidentified_before_consent,
    &text_leads_to_nobody,
    &named_preparation,
    &item_ends_with_meeting,
    &recommendation_answered,
};

}  // namespace lots::guideline
