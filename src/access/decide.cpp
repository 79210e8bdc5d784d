#include "access/decide.h"

#include "access/decide_parts.h"

namespace lots::access {

Answer decide(const Facts& f)
{
    // FL 16-18 §§, edge 4.14: a declared conflict of interest wins over every role and tie.
    if (f.relation == Relation::conflicted) return Answer::no;
    // D7: nothing is reached by asking for it in another compartment.
    if (!touches(f.operation, f.compartment)) return Answer::no;

    switch (f.operation) {
    case Operation::see_case:
        return see_case(f);

    case Operation::read_nomination:
        return f.compartment == Compartment::agency_own ? read_own_compartment(f) : read_file_of_social_services(f);
    case Operation::read_selection:
    case Operation::read_assessment:
    case Operation::read_consent:
        return read_file_of_social_services(f);

    case Operation::read_timeline:
    case Operation::read_gates:
    case Operation::read_file:
        return f.compartment == Compartment::room ? read_room(f) : read_file_of_social_services(f);
    case Operation::read_consent_scope:
    case Operation::read_members:
    case Operation::read_plan:
    case Operation::read_plan_avoid:
    case Operation::read_commitments:
    case Operation::read_meetings:
    case Operation::read_minutes:
    case Operation::read_pictures:
    case Operation::read_notes:
    case Operation::read_closure:
    case Operation::read_youth_words:
    case Operation::read_protection_flag:
    case Operation::read_survey:
        return read_room(f);

    case Operation::read_asp_reminder:
    case Operation::read_own_items:
        return read_own_compartment(f);

    case Operation::read_protected_contact:
    case Operation::read_deidentified:
    case Operation::read_register:
    case Operation::read_due_disposal:
    case Operation::read_case_log:
        return read_apart(f);

    case Operation::review_log:
    case Operation::read_statistics:
    case Operation::list_cases:
    case Operation::read_day:
    case Operation::read_organisation:
    case Operation::manage_accounts:
    case Operation::manage_own_session:
    case Operation::propose:
    case Operation::read_working_group:
    case Operation::call_working_group:
    case Operation::answer_escalation:
    case Operation::manage_organisation:
        return without_case(f);

    case Operation::take_up:
    case Operation::decide_offer:
    case Operation::decide_closure:
    case Operation::disclose_by_law:
    case Operation::emergency_access:
    case Operation::keep_file:
    case Operation::prepare_deidentified:
    case Operation::register_assessment:
    case Operation::readmit:
        return decide_as_social_services(f);

    case Operation::declare_conflict:
        return declare_conflict(f);
    case Operation::write_youth_words:
    case Operation::write_asp_reminder:
        return write_own(f);

    case Operation::prepare_consent:
    case Operation::register_consent:
    case Operation::collect_consent:
    case Operation::withdraw_consent:
    case Operation::resume_case:
        return answer_about_consent(f);

    case Operation::form_group:
    case Operation::draft_plan:
    case Operation::accept_commitment:
    case Operation::decide_plan:
    case Operation::call_meeting:
    case Operation::hold_meeting:
    case Operation::report_commitment:
    case Operation::raise_closure:
    case Operation::write_note:
    case Operation::flag_protection:
    case Operation::escalate:
        return work_in_group(f);
    }
    return Answer::no;
}

bool touches(Operation operation, Compartment compartment)
{
    switch (operation) {
    case Operation::see_case:
    case Operation::read_timeline:
    case Operation::read_gates:
    case Operation::read_file:
    case Operation::declare_conflict:
        return compartment == Compartment::social_services || compartment == Compartment::room;

    case Operation::read_nomination:
        return compartment == Compartment::social_services || compartment == Compartment::agency_own;

    case Operation::read_selection:
    case Operation::read_assessment:
    case Operation::read_consent:
    case Operation::read_case_log:
    case Operation::take_up:
    case Operation::decide_offer:
    case Operation::prepare_consent:
    case Operation::register_consent:
    case Operation::collect_consent:
    case Operation::withdraw_consent:
    case Operation::resume_case:
    case Operation::decide_closure:
    case Operation::disclose_by_law:
    case Operation::emergency_access:
    case Operation::keep_file:
    case Operation::prepare_deidentified:
    case Operation::register_assessment:
    case Operation::readmit:
        return compartment == Compartment::social_services;

    case Operation::read_consent_scope:
    case Operation::read_members:
    case Operation::read_plan:
    case Operation::read_plan_avoid:
    case Operation::read_commitments:
    case Operation::read_meetings:
    case Operation::read_minutes:
    case Operation::read_pictures:
    case Operation::read_notes:
    case Operation::read_closure:
    case Operation::read_protection_flag:
    case Operation::read_survey:
    case Operation::form_group:
    case Operation::draft_plan:
    case Operation::accept_commitment:
    case Operation::decide_plan:
    case Operation::call_meeting:
    case Operation::hold_meeting:
    case Operation::report_commitment:
    case Operation::raise_closure:
    case Operation::write_note:
    case Operation::flag_protection:
    case Operation::escalate:
        return compartment == Compartment::room;

    case Operation::read_youth_words:
    case Operation::write_youth_words:
        return compartment == Compartment::youth_words;
    case Operation::read_protected_contact:
        return compartment == Compartment::protected_;
    case Operation::read_asp_reminder:
    case Operation::read_own_items:
    case Operation::write_asp_reminder:
        return compartment == Compartment::agency_own;
    case Operation::read_deidentified:
        return compartment == Compartment::deidentified;
    case Operation::read_register:
    case Operation::read_due_disposal:
        return compartment == Compartment::register_;

    case Operation::review_log:
    case Operation::read_statistics:
    case Operation::list_cases:
    case Operation::read_day:
    case Operation::read_organisation:
    case Operation::manage_accounts:
    case Operation::manage_own_session:
    case Operation::propose:
    case Operation::read_working_group:
    case Operation::call_working_group:
    case Operation::answer_escalation:
    case Operation::manage_organisation:
        return compartment == Compartment::none;
    }
    return false;
}

}  // namespace lots::access
