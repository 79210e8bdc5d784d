#include "proof/addresses.h"

namespace lots::test {

namespace {

using enum Verb;
using enum Thing;

void add_before_the_group(std::vector<Address>& all)
{
    all.insert(all.end(), {
        {page, "/arende/{case}", "see_case"},
        {read, "/api/v1/cases/{case}", "see_case"},
        {read, "/api/v1/cases/{case}/gates", "read_gates"},
        {page, "/arende/{case}/handelser", "read_timeline"},
        {page, "/arende/{case}/filer/{number}", "read_file", file_of_social_services},
        {page, "/arende/{case}/forslag", "read_nomination"},
        {read, "/api/v1/cases/{case}/nomination", "read_nomination"},
        {form, "/arende/{case}/ta-upp", "take_up"},
        {call, "/api/v1/cases/{case}/review", "take_up"},
        {page, "/arende/{case}/alla-beslut", "read_selection"},
        {read, "/api/v1/cases/{case}/decisions", "read_selection"},
        {page, "/arende/{case}/bedomning", "read_selection"},
        {read, "/api/v1/cases/{case}/offer-decision", "read_selection"},
        {form, "/arende/{case}/beslut", "decide_offer"},
        {call, "/api/v1/cases/{case}/offer-decision", "decide_offer"},
        {form, "/arende/{case}/forslag/aterkoppling", "keep_file"},
        {call, "/api/v1/cases/{case}/nomination-feedback", "keep_file"},
        {form, "/arende/{case}/forslag/aterta", "keep_file"},
        {call, "/api/v1/cases/{case}/nomination-taken-back", "keep_file"},
        {form, "/arende/{case}/bedomning/kallor", "decide_offer"},
        {read, "/api/v1/cases/{case}/sources", "read_selection"},
        {call, "/api/v1/cases/{case}/sources", "decide_offer"},
        {page, "/arende/{case}/bedomningar", "read_assessment"},
        {read, "/api/v1/cases/{case}/assessments", "read_assessment"},
        {form, "/arende/{case}/bedomningar/ny", "register_assessment"},
        {call, "/api/v1/cases/{case}/assessments", "register_assessment"},
        {form, "/arende/{case}/bedomning/annat-stod", "keep_file"},
        {call, "/api/v1/cases/{case}/other-support", "keep_file"},
        {form, "/arende/{case}/bedomning/berattat", "keep_file"},
        {call, "/api/v1/cases/{case}/decision-told", "keep_file"},
        {form, "/arende/{case}/skola", "keep_file"},
        {call, "/api/v1/cases/{case}/school", "keep_file"},
        {read, "/api/v1/cases/{case}/school", "read_selection"},
        {page, "/arende/{case}/beredning", "read_selection"},
        {read, "/api/v1/cases/{case}/deidentified-items", "read_selection"},
        {form, "/arende/{case}/avidentifiera", "prepare_deidentified"},
        {call, "/api/v1/cases/{case}/deidentified-items", "prepare_deidentified"},
        {form, "/arende/{case}/beredning/{meeting}/{item}/svar", "decide_offer", recommended_item},
        {call, "/api/v1/cases/{case}/deidentified-items/{meeting}/{item}/answer", "decide_offer", recommended_item},
        {page, "/arende/{case}/samtycken", "read_consent"},
        {read, "/api/v1/cases/{case}/consent", "read_consent"},
        {page, "/arende/{case}/samtycke", "read_consent_scope"},
        {read, "/api/v1/cases/{case}/consent-scope", "read_consent_scope"},
        {form, "/arende/{case}/samtycken/borja", "prepare_consent", offer_to_ask},
        {call, "/api/v1/cases/{case}/consent-collection", "prepare_consent", offer_to_ask},
        {form, "/arende/{case}/samtycken/myndigheter", "prepare_consent"},
        {call, "/api/v1/cases/{case}/concerned-agencies", "prepare_consent"},
        {form, "/arende/{case}/samtycken/underskrivare", "prepare_consent"},
        {call, "/api/v1/cases/{case}/signatories", "prepare_consent"},
        {form, "/arende/{case}/samtycken/underskrivare/{signatory}/avsluta", "prepare_consent", signatory},
        {call, "/api/v1/cases/{case}/signatories/{signatory}/end", "prepare_consent", signatory},
        {form, "/arende/{case}/samtycken/underskrivare/{signatory}/samtal", "prepare_consent", signatory},
        {call, "/api/v1/cases/{case}/signatories/{signatory}/conversations", "prepare_consent", signatory},
        {form, "/arende/{case}/samtycken/blankett", "prepare_consent", asking},
        {call, "/api/v1/cases/{case}/consents", "prepare_consent", asking},
        {form, "/arende/{case}/samtycken/underskrivare/{signatory}/svar", "register_consent", answered_form},
        {call, "/api/v1/cases/{case}/signatories/{signatory}/answers", "register_consent", answered_form},
        {form, "/arende/{case}/samtycken/underskrivare/{signatory}/ta-tillbaka", "withdraw_consent", own_answer},
        {call, "/api/v1/cases/{case}/signatories/{signatory}/withdrawal", "withdraw_consent", own_answer},
        {form, "/arende/{case}/samtycken/myndigheter/{agency}", "prepare_consent", agency},
        {call, "/api/v1/cases/{case}/concerned-agencies/{agency}", "prepare_consent", agency},
        {form, "/arende/{case}/samtycken/underskrivare/{signatory}/hinder", "prepare_consent", signatory},
        {call, "/api/v1/cases/{case}/signatories/{signatory}/hindrance", "prepare_consent", signatory},
        {form, "/arende/{case}/samtycken/underskrivare/{signatory}/information", "prepare_consent", signatory},
        {call, "/api/v1/cases/{case}/signatories/{signatory}/information", "prepare_consent", signatory},
        {form, "/arende/{case}/samtycken/uppgifter", "prepare_consent"},
        {call, "/api/v1/cases/{case}/circumstances", "prepare_consent"},
        {form, "/arende/{case}/samtycken/underskrivare/{signatory}/forskning", "keep_file", signatory},
        {call, "/api/v1/cases/{case}/signatories/{signatory}/follow-up-withdrawal", "keep_file", signatory},
        {page, "/arende/{case}/samtycken/underskrivare/{signatory}/blankett", "read_consent", own_form},
        {page, "/arende/{case}/samtycken/inhamta", "collect_consent"},
        {read, "/api/v1/cases/{case}/collection", "collect_consent"},
        {form, "/arende/{case}/samtycken/inhamta/{signatory}/samtal", "collect_consent", signatory},
        {call, "/api/v1/cases/{case}/collection/{signatory}/conversations", "collect_consent", signatory},
        {form, "/arende/{case}/motiverande-samtal", "write_note"},
        {call, "/api/v1/cases/{case}/motivation-contacts", "write_note"},
        {form, "/arende/{case}/samtycken/ateruppta", "resume_case"},
        {call, "/api/v1/cases/{case}/resumption", "resume_case"},
    });
}

void add_group_and_plan(std::vector<Address>& all)
{
    all.insert(all.end(), {
        {page, "/arende/{case}/deltagare", "read_members"},
        {read, "/api/v1/cases/{case}/members", "read_members"},
        {form, "/arende/{case}/deltagare/samordnare", "form_group"},
        {call, "/api/v1/cases/{case}/coordinator", "form_group"},
        {form, "/arende/{case}/deltagare/lagg-till", "form_group"},
        {call, "/api/v1/cases/{case}/members", "form_group"},
        {form, "/arende/{case}/deltagare/{number}/avsluta", "form_group", member},
        {call, "/api/v1/cases/{case}/members/{number}/end", "form_group", member},
        {form, "/arende/{case}/deltagare/borja-planera", "form_group", forming_group},
        {call, "/api/v1/cases/{case}/planning", "form_group", forming_group},
        {form, "/arende/{case}/deltagare/ersattare", "form_group"},
        {call, "/api/v1/cases/{case}/deputies", "form_group"},
        {form, "/arende/{case}/deltagare/ersattare/{number}/avsluta", "form_group", deputy},
        {call, "/api/v1/cases/{case}/deputies/{number}/end", "form_group", deputy},
        {form, "/arende/{case}/deltagare/berattat", "form_group"},
        {call, "/api/v1/cases/{case}/youth-told", "form_group"},
        {form, "/arende/{case}/deltagare/onskemal", "form_group"},
        {call, "/api/v1/cases/{case}/helpers", "form_group"},
        {form, "/arende/{case}/deltagare/onskemal/{number}/svar", "form_group", private_helper},
        {call, "/api/v1/cases/{case}/helpers/{number}/answers", "form_group", private_helper},
        {form, "/arende/{case}/deltagare/onskemal/{number}/bedomning", "form_group", private_helper},
        {call, "/api/v1/cases/{case}/helpers/{number}/judgement", "form_group", private_helper},
        {form, "/arende/{case}/deltagare/onskemal/{number}/forbehall", "form_group", helper_to_sign},
        {call, "/api/v1/cases/{case}/helpers/{number}/reservation", "form_group", helper_to_sign},
        {form, "/arende/{case}/deltagare/onskemal/{number}/avsluta", "form_group", private_helper},
        {call, "/api/v1/cases/{case}/helpers/{number}/end", "form_group", private_helper},
        {page, "/arende/{case}/plan", "read_plan"},
        {page, "/arende/{case}/plan/enkelt", "read_plan"},
        {page, "/arende/{case}/plan/version/{number}", "read_plan", plan_version},
        {read, "/api/v1/cases/{case}/plan", "read_plan"},
        {read, "/api/v1/cases/{case}/commitments", "read_commitments"},
        {page, "/arende/{case}/egna-uppgifter", "read_own_items"},
        {read, "/api/v1/cases/{case}/own-items", "read_own_items"},
        {form, "/arende/{case}/plan/nytt-mal", "draft_plan", nothing, Address::For::who_leads},
        {call, "/api/v1/cases/{case}/goals", "draft_plan", nothing, Address::For::who_leads},
        {form, "/arende/{case}/plan/mal/{number}/andra", "draft_plan", goal, Address::For::who_leads},
        {call, "/api/v1/cases/{case}/goals/{number}", "draft_plan", goal, Address::For::who_leads},
        {form, "/arende/{case}/plan/ord", "draft_plan", nothing, Address::For::who_leads},
        {call, "/api/v1/cases/{case}/plan/words", "draft_plan", nothing, Address::For::who_leads},
        {form, "/arende/{case}/plan/omraden", "draft_plan", nothing, Address::For::who_leads},
        {call, "/api/v1/cases/{case}/plan/areas", "draft_plan", nothing, Address::For::who_leads},
        {form, "/arende/{case}/plan/polisens-minsta", "draft_plan"},
        {call, "/api/v1/cases/{case}/police-commitments", "draft_plan"},
        {form, "/arende/{case}/plan/nytt-atagande", "draft_plan"},
        {call, "/api/v1/cases/{case}/commitments", "draft_plan"},
        {form, "/arende/{case}/plan/atagande/{number}/andra", "draft_plan", commitment_to_write},
        {call, "/api/v1/cases/{case}/commitments/{number}", "draft_plan", commitment_to_write},
        {form, "/arende/{case}/plan/atagande/{number}/ta-bort", "draft_plan", commitment_to_write},
        {call, "/api/v1/cases/{case}/commitments/{number}/removal", "draft_plan", commitment_to_write},
        {form, "/arende/{case}/plan/version/{number}/oversattning", "draft_plan", plan_version, Address::For::who_leads},
        {call, "/api/v1/cases/{case}/plan/versions/{number}/translations", "draft_plan", plan_version, Address::For::who_leads},
        {form, "/arende/{case}/plan/beslut", "decide_plan"},
        {call, "/api/v1/cases/{case}/plan/decision", "decide_plan"},
        {form, "/arende/{case}/atagande/{number}/ta-pa-dig", "accept_commitment", commitment_to_answer},
        {call, "/api/v1/cases/{case}/commitments/{number}/acceptance", "accept_commitment", commitment_to_answer},
        {form, "/arende/{case}/atagande/{number}", "report_commitment", own_commitment},
        {call, "/api/v1/cases/{case}/commitments/{number}/status", "report_commitment", own_commitment},
    });
}

void add_meetings_and_closure(std::vector<Address>& all)
{
    all.insert(all.end(), {
        {page, "/arende/{case}/moten", "read_meetings"},
        {page, "/arende/{case}/moten/{number}", "read_meetings", meeting},
        {read, "/api/v1/cases/{case}/meetings", "read_meetings"},
        {read, "/api/v1/cases/{case}/meetings/{number}", "read_meetings", meeting},
        {form, "/arende/{case}/kalla", "call_meeting"},
        {call, "/api/v1/cases/{case}/meetings", "call_meeting"},
        {form, "/arende/{case}/moten/{number}/stall-in", "hold_meeting", meeting_to_cancel},
        {call, "/api/v1/cases/{case}/meetings/{number}/cancellation", "hold_meeting", meeting_to_cancel},
        {form, "/arende/{case}/moten/{number}/narvaro/{line}", "hold_meeting", meeting_line},
        {call, "/api/v1/cases/{case}/meetings/{number}/attendance/{line}", "hold_meeting", meeting_line},
        {form, "/arende/{case}/moten/{number}/minnesanteckningar", "hold_meeting", meeting},
        {call, "/api/v1/cases/{case}/meetings/{number}/minutes", "hold_meeting", meeting},
        {form, "/arende/{case}/moten/{number}/lagesbild", "hold_meeting", meeting},
        {call, "/api/v1/cases/{case}/meetings/{number}/pictures", "hold_meeting", meeting},
        {form, "/arende/{case}/moten/{number}/beslut", "hold_meeting", meeting},
        {call, "/api/v1/cases/{case}/meetings/{number}/decisions", "hold_meeting", meeting},
        {form, "/arende/{case}/moten/{number}/las", "hold_meeting", meeting},
        {call, "/api/v1/cases/{case}/meetings/{number}/lock", "hold_meeting", meeting},
        {form, "/arende/{case}/moten/{number}/tillagg", "hold_meeting", locked_meeting},
        {call, "/api/v1/cases/{case}/meetings/{number}/adjustments", "hold_meeting", locked_meeting},
        {form, "/arende/{case}/moten/{number}/uppfoljning/{commitment}", "hold_meeting", meeting_commitment},
        {call, "/api/v1/cases/{case}/meetings/{number}/follow-up/{commitment}", "hold_meeting", meeting_commitment},
        {page, "/arende/{case}/moten/{number}/kallelse", "read_meetings", meeting},
        {form, "/arende/{case}/moten/{number}/egen-lagesbild", "write_note", meeting},
        {call, "/api/v1/cases/{case}/meetings/{number}/own-picture", "write_note", meeting},
        {form, "/arende/{case}/moten/{meeting}/lagesbild/{number}/lamna-ut", "hold_meeting", picture},
        {call, "/api/v1/cases/{case}/meetings/{meeting}/pictures/{number}/release", "hold_meeting", picture},
        {form, "/arende/{case}/moten/{number}/last", "write_note", locked_meeting},
        {call, "/api/v1/cases/{case}/meetings/{number}/receipt", "write_note", locked_meeting},
        {form, "/arende/{case}/moten/{number}/till-ungdomen", "hold_meeting", locked_meeting},
        {call, "/api/v1/cases/{case}/meetings/{number}/given", "hold_meeting", locked_meeting},
        {page, "/arende/{case}/misstankar", "read_pictures"},
        {read, "/api/v1/cases/{case}/suspicions", "read_pictures"},
        {form, "/arende/{case}/misstankar/ny", "write_note"},
        {call, "/api/v1/cases/{case}/suspicions", "write_note"},
        {form, "/arende/{case}/misstankar/{number}/lamna-ut", "hold_meeting", suspicion},
        {call, "/api/v1/cases/{case}/suspicions/{number}/release", "hold_meeting", suspicion},
        {form, "/arende/{case}/fraga-om-avslut", "raise_closure"},
        {call, "/api/v1/cases/{case}/closure-question", "raise_closure"},
        {form, "/arende/{case}/avsluta/mal/{goal}", "decide_closure", judged_goal},
        {call, "/api/v1/cases/{case}/goals/{goal}/result", "decide_closure", judged_goal},
        {form, "/arende/{case}/avsluta/atagande/{commitment}", "decide_closure", commitment_to_hand_over},
        {call, "/api/v1/cases/{case}/commitments/{commitment}/hand-over", "decide_closure", commitment_to_hand_over},
        {form, "/arende/{case}/fortsatt", "decide_closure"},
        {call, "/api/v1/cases/{case}/continuation", "decide_closure"},
        {form, "/arende/{case}/avsluta", "decide_closure"},
        {call, "/api/v1/cases/{case}/closure", "decide_closure"},
        {form, "/arende/{case}/avsluta/avliden", "decide_closure"},
        {call, "/api/v1/cases/{case}/closure-after-death", "decide_closure"},
        {page, "/min-plan/{case}", "see_case", nothing, Address::For::family},
        {page, "/arende/{case}/avslut", "read_closure"},
        {read, "/api/v1/cases/{case}/closure", "read_closure"},
    });
}

void add_ladder_and_file(std::vector<Address>& all)
{
    all.insert(all.end(), {
        {form, "/arende/{case}/lyft", "escalate"},
        {call, "/api/v1/cases/{case}/escalations", "escalate"},
        {page, "/arende/{case}/lyfta-fragor", "read_commitments"},
        {read, "/api/v1/cases/{case}/escalations", "read_commitments"},
        {page, "/arende/{case}/asp", "read_asp_reminder"},
        {read, "/api/v1/cases/{case}/asp-reminder", "read_asp_reminder"},
        {form, "/arende/{case}/asp/skriv", "write_asp_reminder"},
        {call, "/api/v1/cases/{case}/asp-reminder", "write_asp_reminder"},
        {form, "/arende/{case}/asp/borttagen", "write_asp_reminder"},
        {call, "/api/v1/cases/{case}/asp-reminder/removal", "write_asp_reminder"},
        {page, "/arende/{case}/akten", "keep_file"},
        {read, "/api/v1/cases/{case}/file", "keep_file"},
        {form, "/arende/{case}/akten/personuppgifter", "keep_file"},
        {call, "/api/v1/cases/{case}/identity", "keep_file"},
        {form, "/arende/{case}/akten/handlaggare", "keep_file"},
        {call, "/api/v1/cases/{case}/officer", "keep_file"},
        {form, "/arende/{case}/akten/ersattare", "keep_file"},
        {call, "/api/v1/cases/{case}/officer-deputies", "keep_file"},
        {form, "/arende/{case}/akten/skyddade-uppgifter", "keep_file"},
        {call, "/api/v1/cases/{case}/named-readers", "keep_file"},
        {form, "/arende/{case}/jav", "declare_conflict"},
        {call, "/api/v1/cases/{case}/conflict", "declare_conflict"},
        {page, "/arende/{case}/register", "read_register"},
        {read, "/api/v1/cases/{case}/register-entry", "read_register"},
        {form, "/arende/{case}/avsluta/enkat", "decide_closure"},
        {call, "/api/v1/cases/{case}/surveys", "decide_closure"},
        {page, "/arende/{case}/enkater", "read_survey"},
        {read, "/api/v1/cases/{case}/surveys", "read_survey"},
        {form, "/arende/{case}/ny-episod", "readmit"},
        {call, "/api/v1/cases/{case}/new-episode", "readmit"},
    });
}

void add_notes(std::vector<Address>& all)
{
    all.insert(all.end(), {
        {page, "/arende/{case}/anteckningar", "read_notes"},
        {read, "/api/v1/cases/{case}/notes", "read_notes"},
        {form, "/arende/{case}/anteckning", "write_note"},
        {call, "/api/v1/cases/{case}/notes", "write_note"},
        {page, "/arende/{case}/kontakter", "keep_file"},
        {read, "/api/v1/cases/{case}/outside-contacts", "keep_file"},
        {form, "/arende/{case}/kontakter/ny", "keep_file"},
        {call, "/api/v1/cases/{case}/outside-contacts", "keep_file"},
        {page, "/arende/{case}/utlamnanden", "disclose_by_law"},
        {read, "/api/v1/cases/{case}/disclosures", "disclose_by_law"},
        {form, "/arende/{case}/utlamnanden/nytt", "disclose_by_law"},
        {call, "/api/v1/cases/{case}/disclosures", "disclose_by_law"},
        {page, "/arende/{case}/personsakerhet", "read_protection_flag"},
        {read, "/api/v1/cases/{case}/protection-work", "read_protection_flag"},
        {form, "/arende/{case}/personsakerhet/andra", "flag_protection"},
        {call, "/api/v1/cases/{case}/protection-work", "flag_protection"},
        {page, "/arende/{case}/mina-ord", "read_youth_words"},
        {read, "/api/v1/cases/{case}/youth-words", "read_youth_words"},
        {form, "/arende/{case}/mina-ord/skriv", "write_youth_words"},
        {call, "/api/v1/cases/{case}/youth-words", "write_youth_words"},
    });
}

void add_without_case(std::vector<Address>& all)
{
    all.insert(all.end(), {
        {page, "/min-dag", "read_day"},
        {page, "/arenden", "list_cases"},
        {read, "/api/v1/cases", "list_cases"},
        {page, "/arenden/samordning", "list_cases", nothing, Address::For::who_coordinate},
        {read, "/api/v1/coordination", "list_cases", nothing, Address::For::who_coordinate},
        {form, "/foresla", "propose"},
        {call, "/api/v1/nominations", "propose"},
        {read, "/api/v1/nominations", "propose"},
        {page, "/mina-forslag", "propose"},
        {page, "/foresla/over-18", "propose"},
        {form, "/foresla/hanvisa", "propose"},
        {read, "/api/v1/referrals", "propose"},
        {call, "/api/v1/referrals", "propose"},
        {page, "/min-plan", "list_cases", nothing, Address::For::family},
        {page, "/lyfta", "answer_escalation"},
        {read, "/api/v1/escalations", "answer_escalation"},
        {form, "/lyfta/svar", "answer_escalation"},
        {call, "/api/v1/escalations/answers", "answer_escalation"},
        {page, "/mina-inloggningar", "manage_own_session"},
        {page, "/roll", "manage_own_session"},
    });
}

/// The groups beside the cases. What stands in braces is filled in by the walk: the working group's first meeting and its first item.
void add_groups(std::vector<Address>& all)
{
    all.insert(all.end(), {
        {page, "/arbetsgrupp", "read_working_group"},
        {read, "/api/v1/working-group", "read_working_group"},
        {page, "/arbetsgrupp/moten/{meeting}", "read_working_group"},
        {read, "/api/v1/working-group/meetings/{meeting}", "read_working_group"},
        {form, "/arbetsgrupp/kalla", "call_working_group"},
        {call, "/api/v1/working-group/meetings", "call_working_group"},
        {form, "/arbetsgrupp/moten/{meeting}/omrade", "call_working_group"},
        {call, "/api/v1/working-group/meetings/{meeting}/area-items", "call_working_group"},
        {form, "/arbetsgrupp/moten/{meeting}/avsluta", "call_working_group"},
        {call, "/api/v1/working-group/meetings/{meeting}/end", "call_working_group"},
        {form, "/arbetsgrupp/moten/{meeting}/stall-in", "call_working_group"},
        {call, "/api/v1/working-group/meetings/{meeting}/cancellation", "call_working_group"},
        {form, "/arbetsgrupp/moten/{meeting}/punkt/{item}", "call_working_group"},
        {call, "/api/v1/working-group/meetings/{meeting}/items/{item}/recommendation", "call_working_group"},
        {page, "/organisation/grupper", "manage_organisation"},
        {read, "/api/v1/standing-groups", "manage_organisation"},
        {form, "/organisation/grupper/ny", "manage_organisation"},
        {call, "/api/v1/standing-groups", "manage_organisation"},
        {form, "/organisation/grupper/{group}/plats", "manage_organisation"},
        {call, "/api/v1/standing-groups/{group}/seats", "manage_organisation"},
        {form, "/organisation/grupper/{group}/plats/{seat}/avsluta", "manage_organisation"},
        {call, "/api/v1/standing-groups/{group}/seats/{seat}/end", "manage_organisation"},
        {page, "/organisation/omraden", "manage_organisation"},
        {read, "/api/v1/areas", "manage_organisation"},
        {form, "/organisation/omraden/nytt", "manage_organisation"},
        {call, "/api/v1/areas", "manage_organisation"},
        {form, "/organisation/omraden/koppla", "manage_organisation"},
        {call, "/api/v1/area-links", "manage_organisation"},
        {form, "/organisation/omraden/koppling/{link}/avsluta", "manage_organisation"},
        {call, "/api/v1/area-links/{link}/end", "manage_organisation"},
    });
}

}  // namespace

const std::vector<Address>& addresses()
{
    static const std::vector<Address> all = [] {
        std::vector<Address> made;
        add_before_the_group(made);
        add_group_and_plan(made);
        add_meetings_and_closure(made);
        add_ladder_and_file(made);
        add_notes(made);
        add_without_case(made);
        add_groups(made);
        return made;
    }();
    return all;
}

}  // namespace lots::test
