#include "access/decide_parts.h"

namespace lots::access {

namespace {

using enum Answer;

bool coordinates(Party who)
{
    return who == Party::inner_coordinator || who == Party::outer_coordinator;
}

/// In the group for an agency that the consent names.
bool member(Party who)
{
    return who == Party::social_member || who == Party::police_member || who == Party::agency_member;
}

/// settled-10: members accept and report their own. settled-15: the coordinator also on behalf of an agency that does not sign
/// in. The young person, guardians and helpers may have promised something too (S0-80, fields 3.4).
Answer answer_for_commitment(Party who)
{
    if (coordinates(who)) return yes;
    const bool may_have_one = member(who) || who == Party::social_services || who == Party::youth ||
                              who == Party::guardian || who == Party::helper;
    return may_have_one ? part : no;
}

/// There is, or is about to be, a plan with commitments in it.
bool plan_at_work(const Facts& f)
{
    return room_open(f) && f.case_state != CaseState::forming;
}

}  // namespace

/// What social services alone decide (S0-10, S1-63, S0-54), and what they do outside the room.
Answer decide_as_social_services(const Facts& f)
{
    // settled-26, edge 4.34: for everybody in social services, with or without a tie; nobody else. What the archive holds, or
    // what is gone, is nobody's emergency.
    if (f.operation == Operation::emergency_access) return in_social_services(f.role) && file_kept(f) ? yes : no;

    if (party(f) != Party::social_services) return no;
    switch (f.operation) {
    case Operation::take_up: return f.case_state == CaseState::proposed ? yes : no;  // T2
    case Operation::decide_offer:                                                    // T5, settled-35
        switch (f.case_state) {
        case CaseState::under_review:
        case CaseState::prepared_deidentified:
        case CaseState::waitlisted: return yes;
        default: return no;
        }
    case Operation::decide_closure: return ongoing(f.case_state) ? yes : no;  // T17, settled-35
    case Operation::disclose_by_law: return file_kept(f) ? yes : no;          // law 7.3: never opens the room
    default: return no;
    }
}

Answer answer_about_consent(const Facts& f)
{
    const Party who = party(f);
    const bool in_collection = f.case_state == CaseState::consent_pending;
    const bool asked_or_renewed = in_collection || consent_may_be_renewed(f.case_state);
    const bool may_be_withdrawn =
        asked_or_renewed && (f.consent_state == ConsentState::pending || f.consent_state == ConsentState::valid);

    switch (f.operation) {
    // T6; settled-5, settled-6: an extension and a renewal are asked for in the same way.
    case Operation::prepare_consent:
        return who == Party::social_services && (f.case_state == CaseState::decided_offer || asked_or_renewed) ? yes : no;
    case Operation::register_consent:  // T7, T8, T15
        return who == Party::social_services && asked_or_renewed ? yes : no;
    // S0-18, settled-16: that this person is to be asked, and the form. Ends when there is an answer.
    case Operation::collect_consent: {
        const bool unanswered = f.consent_state == ConsentState::none || f.consent_state == ConsentState::pending;
        return who == Party::collector && in_collection && unanswered ? part : no;
    }
    // settled-4: at once and without a reason, so whoever in social services is told can register it.
    case Operation::withdraw_consent:
        if (!may_be_withdrawn) return no;
        if (who == Party::social_services || who == Party::inner_coordinator) return yes;
        return who == Party::youth || who == Party::guardian ? part : no;
    case Operation::resume_case:  // T15
        return who == Party::social_services && f.case_state == CaseState::suspended &&
                       f.consent_state == ConsentState::valid
                   ? yes
                   : no;
    default: return no;
    }
}

Answer work_in_group(const Facts& f)
{
    const Party who = party(f);
    // A suspended case is not worked in. Only social services may take up the question what is to become of it (T16).
    if (f.operation == Operation::raise_closure && f.case_state == CaseState::suspended)
        return who == Party::social_services || who == Party::inner_coordinator ? yes : no;
    if (!room_open(f)) return no;

    switch (f.operation) {
    // S0-54, S1-35: social services decide who takes part. A coordinator from elsewhere proposes (access.md, last row).
    case Operation::form_group: return who == Party::social_services || who == Party::inner_coordinator ? yes : no;
    // settled-10: members propose their own commitments.
    case Operation::draft_plan:
        if (who == Party::social_services || coordinates(who)) return yes;
        return member(who) ? part : no;
    case Operation::accept_commitment:
    case Operation::report_commitment: return plan_at_work(f) ? answer_for_commitment(who) : no;
    case Operation::decide_plan:  // T10, T12: the coordinator presents, social services decide
        return who == Party::social_services &&
                       (f.case_state == CaseState::planning || f.case_state == CaseState::active)
                   ? yes
                   : no;
    case Operation::call_meeting:  // T9b, T11, settled-11: forming, planning, active, closure_review
    case Operation::hold_meeting: return coordinates(who) ? yes : no;
    // T16: any member, the coordinator and social services; once it is raised there is nothing to raise.
    case Operation::raise_closure:
        if (f.case_state == CaseState::closure_review) return no;
        return who == Party::social_services || coordinates(who) || member(who) ? yes : no;
    default: return no;
    }
}

}  // namespace lots::access
