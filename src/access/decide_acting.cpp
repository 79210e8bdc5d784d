#include "access/decide_parts.h"

namespace lots::access {

namespace {

using enum Answer;

bool coordinates(Party who) { return who == Party::inner_coordinator || who == Party::outer_coordinator; }

/// In the group for an agency that the consent names.
bool member(Party who) { return who == Party::social_member || who == Party::police_member || who == Party::agency_member; }

/// settled-10: members accept and report their own. settled-15: the coordinator also on behalf of an agency that does not
/// sign in. The young person, guardians and helpers may have promised something too (S0-80, fields 3.4).
Answer answer_for_commitment(Party who)
{
    if (coordinates(who)) return yes;
    const bool may_have_one = member(who) || who == Party::social_services || who == Party::youth ||
                              who == Party::guardian || who == Party::helper;
    return may_have_one ? part : no;
}

/// settled-26, edge 4.34: for somebody in social services who does not already answer for the case; for nobody else. A
/// private tie to the young person is a conflict of interest (edge 4.14). Reading what has ended is no emergency.
Answer break_glass(const Facts& f)
{
    if (!in_social_services(f.role) || !ongoing(f.case_state) || party(f) == Party::social_services) return no;
    switch (f.relation) {
    case Relation::none:
    case Relation::own_unit:
    case Relation::coordinator:
    case Relation::proposer:
    case Relation::collector:
    case Relation::member:
    case Relation::named_reader:
    case Relation::emergency:  // for some hours more, with a reason of its own
        return yes;
    default:
        return no;
    }
}

/// T16: in ACTIVE any member, in SUSPENDED only those who still see the case. For social services it does not hang on the
/// consent: its end is what raises the question (settled-4).
Answer raise_closure(const Facts& f)
{
    const Party who = party(f);
    const bool active = f.case_state == CaseState::active;
    if (who == Party::social_services || who == Party::inner_coordinator)
        return active || f.case_state == CaseState::suspended ? yes : no;
    return active && room_open(f) && (who == Party::outer_coordinator || member(who)) ? yes : no;
}

}  // namespace

/// What social services alone decide (S0-10, S1-63, S0-54), and what they do outside the room.
Answer decide_as_social_services(const Facts& f)
{
    if (f.operation == Operation::emergency_access) return break_glass(f);

    const Party who = party(f);
    if (f.operation == Operation::take_up)  // T2
        return f.case_state == CaseState::proposed && (who == Party::social_services || who == Party::intake_officer) ? yes
                                                                                                                      : no;
    if (who != Party::social_services) return no;
    switch (f.operation) {
    case Operation::decide_offer:  // T5, settled-35
        switch (f.case_state) {
        case CaseState::under_review:
        case CaseState::prepared_deidentified:
        case CaseState::waitlisted:
            return yes;
        default:
            return no;
        }
    case Operation::decide_closure:
        return ongoing(f.case_state) ? yes : no;  // T17, settled-35
    case Operation::disclose_by_law:
    // SoL 19:6, SoL 14:6, edge 4.11, 4.14: the file is kept right as long as it is social services' own.
    case Operation::keep_file:
        return file_kept(f) ? yes : no;  // law 7.3: never opens the room
    // T3, T4: while social services look into the proposal.
    case Operation::prepare_deidentified:
    case Operation::register_assessment:
        return f.case_state == CaseState::under_review || f.case_state == CaseState::prepared_deidentified ? yes : no;
    case Operation::readmit:
        return f.case_state == CaseState::closed ? yes : no;  // T19
    default:
        return no;
    }
}

Answer answer_about_consent(const Facts& f)
{
    const Party who = party(f);
    const bool in_collection = f.case_state == CaseState::consent_pending;
    const bool renewal = consent_may_be_renewed(f.case_state);
    // T7: registered by social services. S0-23: the running talk about the consent is theirs, and often the coordinator's.
    const bool registers =
        (who == Party::social_services && (in_collection || renewal)) || (who == Party::inner_coordinator && renewal);
    // Somebody has answered. Also when the consent has ended: one signatory may take back the answer to a renewal.
    const bool answered = f.consent_state != ConsentState::none && f.consent_state != ConsentState::refused;

    switch (f.operation) {
    // T6; settled-5, settled-6: an extension and a renewal are asked for in the same way.
    case Operation::prepare_consent:
        return registers || (who == Party::social_services && f.case_state == CaseState::decided_offer) ? yes : no;
    case Operation::register_consent:
        return registers ? yes : no;  // T7, T8, T15
    // S0-18, settled-16: that this person is to be asked, and the form. Ends when there is an answer.
    case Operation::collect_consent: {
        const bool unanswered = f.consent_state == ConsentState::none || f.consent_state == ConsentState::pending;
        return who == Party::collector && in_collection && unanswered ? part : no;
    }
    // settled-4: at once and without a reason, by word or paper or on the own page.
    case Operation::withdraw_consent:
        if (!answered) return no;
        if (registers) return yes;
        return (who == Party::youth || who == Party::guardian) && (in_collection || renewal) ? part : no;
    // T15. That a new consent must hold is for the rule to say: the page explains it to somebody who may.
    case Operation::resume_case:
        return who == Party::social_services && f.case_state == CaseState::suspended ? yes : no;
    default:
        return no;
    }
}

Answer work_in_group(const Facts& f)
{
    if (f.operation == Operation::raise_closure) return raise_closure(f);
    const Party who = party(f);
    // Edge 4.26: people leave and are replaced also while the case rests. Nobody comes to it: that is for the rule to say.
    if (f.operation == Operation::form_group && f.case_state == CaseState::suspended)
        return who == Party::social_services || who == Party::inner_coordinator ? part : no;
    // A suspended case is not worked in.
    if (!room_open(f)) return no;

    const bool plan_at_work = f.case_state != CaseState::forming;
    switch (f.operation) {
    // S0-54, S1-35: social services decide who takes part. A coordinator from elsewhere proposes (access.md, last row).
    case Operation::form_group:
        return who == Party::social_services || who == Party::inner_coordinator ? yes : no;
    // settled-10: members propose their own commitments.
    case Operation::draft_plan:
        if (!plan_at_work) return no;
        if (who == Party::social_services || coordinates(who)) return yes;
        return member(who) ? part : no;
    case Operation::accept_commitment:
    case Operation::report_commitment:
        return plan_at_work ? answer_for_commitment(who) : no;
    case Operation::decide_plan:  // T10, T12: the coordinator presents, social services decide
        return who == Party::social_services && (f.case_state == CaseState::planning || f.case_state == CaseState::active)
                   ? yes
                   : no;
    // S1-14 to S1-17: social services call, and keep minutes; T9b, T11: through the coordinator, wherever employed.
    // settled-11: in forming, planning, active and closure_review, which is whenever the room is open.
    case Operation::call_meeting:
    case Operation::hold_meeting:
        return who == Party::social_services || coordinates(who) ? yes : no;
    // settled-33, S0-30: what somebody saw or was told between meetings, by whoever works in the group.
    case Operation::write_note:
        return who == Party::social_services || coordinates(who) || member(who) ? yes : no;
    case Operation::flag_protection:
        return who == Party::police_member ? yes : no;  // S1-58: the police's knowledge
    case Operation::escalate:  // T13, S1-37
        return plan_at_work && (who == Party::social_services || coordinates(who)) ? yes : no;
    default:
        return no;
    }
}

/// FL 16-18 §§, edge 4.14: whoever works in the case says it at once, and is out of it from that moment.
Answer declare_conflict(const Facts& f)
{
    const Party who = party(f);
    if (f.compartment == Compartment::social_services) return who == Party::social_services && file_kept(f) ? yes : no;
    return room_open(f) && (coordinates(who) || member(who)) ? yes : no;
}

Answer write_own(const Facts& f)
{
    const Party who = party(f);
    // settled-22: before a meeting, and there is none in a suspension or after closure.
    if (f.operation == Operation::write_youth_words) return who == Party::youth && room_open(f) ? yes : no;
    return who == Party::police_member && room_kept(f) ? yes : no;  // settled-17, S0-67: also the year after
}

}  // namespace lots::access
