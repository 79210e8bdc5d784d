#include "access/decide_parts.h"

namespace lots::access {

namespace {

using enum Answer;

/// Whom the consent lets read one kind of thing in the room. What is common to most stands here; each reading names what
/// differs. S0-73: all members have the same knowledge, within the consent. Young person: settled-21, OSL 12:1. Guardian,
/// helper and manager get what is named for them and nothing more (OSL 12:3; OSL 10:14, 12:2; settled-16).
struct Readers {
    Answer social_services = yes;
    Answer inner_coordinator = yes;
    Answer outer_coordinator = yes;
    Answer social_member = yes;
    Answer police = yes;
    Answer agency = yes;
    Answer manager = no;
    Answer youth = yes;
    Answer guardian = no;
    Answer helper = no;
    Answer emergency = no;
};

Answer in_room(const Facts& f, const Readers& readers)
{
    const auto when = [](bool open, Answer answer) { return open ? answer : no; };
    switch (party(f)) {
    // Within social services no secrecy has to be broken: a suspension or closure takes nothing from them (lifecycle 2.1).
    case Party::social_services:
        return when(room_kept(f), readers.social_services);
    case Party::inner_coordinator:
        return when(room_kept(f), readers.inner_coordinator);
    // Nobody is secret to himself (OSL 12:1). That does not rest on the consent, so it does not end with it.
    case Party::youth:
        return when(room_kept(f), readers.youth);
    // All others read because the consent says so (OSL 10:1, 12:2), and only as long. A guardian too: what a guardian may
    // see when the room is closed is for a person to try (OSL 12:3, edge 4.20, 4.21).
    case Party::guardian:
        return when(room_open(f), readers.guardian);
    case Party::outer_coordinator:
        return when(room_open(f), readers.outer_coordinator);
    case Party::social_member:
        return when(room_open(f), readers.social_member);
    case Party::police_member:
        return when(room_open(f), readers.police);
    case Party::agency_member:
        return when(room_open(f), readers.agency);
    case Party::manager:
        return when(room_open(f), readers.manager);
    case Party::helper:
        return when(room_open(f), readers.helper);
    // settled-26: within social services, as long as the case goes on. Neither notes nor assessments: what it takes to act tonight.
    case Party::emergency_reader:
        return when(consent_may_be_renewed(f.case_state), readers.emergency);
    case Party::stranger:
    case Party::former_member:
    case Party::intake_officer:
    case Party::proposer:
    case Party::collector:
    case Party::named_reader:
        return no;
    }
    return no;
}

/// What the room's readers see of its existence. settled-20: "Vilande" in every suspension, whatever caused it; one neutral
/// notice after closure; for everybody else it does not exist.
Answer see_room(const Facts& f)
{
    const bool suspended = f.case_state == CaseState::suspended;
    const bool closed = f.case_state == CaseState::closed;
    switch (party(f)) {
    case Party::social_services:
    case Party::inner_coordinator:
    case Party::youth:
        return room_kept(f) ? yes : no;
    // Like a member while it lies still: a guardian must not learn from it that the other one withdrew (settled-6).
    case Party::guardian:
        if (room_open(f) || closed) return yes;
        return suspended ? part : no;
    case Party::outer_coordinator:
    case Party::social_member:
    case Party::police_member:
    case Party::agency_member:
        if (room_open(f)) return yes;
        return suspended || closed ? part : no;
    // access.md: only that he or she is covered, and that it has ended; never the state.
    case Party::helper:
        return room_open(f) || closed ? part : no;
    case Party::emergency_reader:
        return consent_may_be_renewed(f.case_state) ? yes : no;
    default:
        return no;
    }
}

/// The decision with its reasons for those who keep the room; for the former group that it has ended (settled-20).
Answer read_closure(const Facts& f)
{
    const bool closed = f.case_state == CaseState::closed;
    switch (party(f)) {
    case Party::social_services:
    case Party::inner_coordinator:
    case Party::youth:
        return closed || f.case_state == CaseState::transferred ? yes : no;
    case Party::guardian:
        return closed ? yes : no;
    case Party::outer_coordinator:
    case Party::social_member:
    case Party::police_member:
    case Party::agency_member:
    case Party::helper:
        return closed ? part : no;
    default:
        return no;
    }
}

}  // namespace

Answer see_case(const Facts& f)
{
    if (f.compartment == Compartment::room) return see_room(f);
    // Lifecycle 2.1: what is retained is seen by the archive function alone.
    if (f.role == Role::archivist) return f.relation == Relation::none && f.case_state == CaseState::retained ? yes : no;
    switch (party(f)) {
    case Party::social_services:
        return file_kept(f) ? yes : no;
    case Party::intake_officer:
        return yes;
    case Party::inner_coordinator:
        return room_kept(f) ? yes : no;
    case Party::emergency_reader:
        return ongoing(f.case_state) ? yes : no;
    // access.md, existence of a prospect: the young person and guardians are "asked". That much, for their page must be
    // found.
    case Party::youth:
    case Party::guardian:
        return asked(f) ? part : no;
    default:
        return no;
    }
}

/// The file that is social services' own: prospect, selection, assessment, consent forms. The consented circle sees none of
/// it (OSL 11:4); the young person asks for insight as a party, which social services answer outside this program
/// (edge 4.31).
Answer read_file_of_social_services(const Facts& f)
{
    switch (party(f)) {
    case Party::social_services:
        return file_kept(f) ? yes : no;
    case Party::intake_officer:
        return f.operation == Operation::read_nomination ? yes : no;
    // settled-26: whom it is about, why, and whom to call. The assessments are not for tonight.
    case Party::emergency_reader:
        if (!ongoing(f.case_state)) return no;
        return f.operation == Operation::read_nomination || f.operation == Operation::read_selection || f.operation == Operation::read_consent
                   ? yes
                   : no;
    // access.md: nomination and consent in full. Investigation and assessment by "own need": then the need is an assignment.
    case Party::inner_coordinator:
        switch (f.operation) {
        case Operation::read_nomination:
        case Operation::read_consent:
            return room_kept(f) ? yes : no;
        case Operation::read_gates:
            return consent_may_be_renewed(f.case_state) ? yes : no;
        default:
            return no;
        }
    // settled-6: the own answer; no signatory sees another's answer, date, method or contact data.
    case Party::youth:
        return f.operation == Operation::read_consent && (asked(f) || room_kept(f)) ? part : no;
    case Party::guardian: {
        const bool has_answered = room_kept(f) && f.case_state != CaseState::transferred;
        return f.operation == Operation::read_consent && (asked(f) || has_answered) ? part : no;
    }
    default:
        return no;
    }
}

Answer read_room(const Facts& f)
{
    switch (f.operation) {
    case Operation::read_consent_scope:  // settled-18: scope and dates
    case Operation::read_members:
        return in_room(f, {.guardian = yes, .emergency = yes});
    case Operation::read_plan:
        return in_room(f, {.guardian = yes, .helper = part, .emergency = yes});
    // settled-24: police, social services and the young person only.
    case Operation::read_plan_avoid:
        return in_room(f, {.outer_coordinator = no, .agency = no, .emergency = yes});
    case Operation::read_commitments:
        return in_room(f, {.manager = part, .guardian = yes, .helper = part, .emergency = yes});
    // Guardian and helper: the meetings they are invited to. A manager: the own agency's attendance (settled-16).
    case Operation::read_meetings:
        return in_room(f, {.manager = part, .guardian = part, .helper = part, .emergency = yes});
    case Operation::read_minutes:
        return in_room(f, {.guardian = part, .helper = part, .emergency = yes});
    case Operation::read_pictures:
        return in_room(f, {.guardian = part, .emergency = yes});
    // settled-33: a note between meetings names its readers; those who lead the case see that nothing is lost.
    case Operation::read_notes:
        return in_room(f, {.social_member = part, .police = part, .agency = part, .youth = part, .guardian = part});
    case Operation::read_closure:
        return read_closure(f);
    // S1-58: need to know, while the work goes on. settled-16: not for a coordinator employed elsewhere.
    case Operation::read_protection_flag:
        if (!consent_may_be_renewed(f.case_state)) return no;
        return in_room(f, {.outer_coordinator = no, .social_member = no, .agency = no, .emergency = yes});
    // The working tools of the group; the young person has pages of the own (settled-21).
    case Operation::read_timeline:  // settled-19: members from the consent on
    case Operation::read_gates:
    case Operation::read_file:
        return in_room(f, {.youth = no});
    // access.md: the agencies get aggregates, through read_statistics.
    case Operation::read_survey:
        return in_room(f, {.social_member = no, .police = no, .agency = no, .youth = part, .guardian = part});
    // settled-22: the coordinator alone, until the young person ticks who may read. They are said before a meeting, and
    // there is none in a suspension or after closure: then they are the young person's alone.
    case Operation::read_youth_words:
        if (party(f) != Party::youth && !room_open(f)) return no;
        return in_room(f, {.social_services = part, .social_member = part, .police = part, .agency = part});
    default:
        return no;
    }
}

/// What belongs to one agency alone stays with that agency, whatever becomes of the consent (settled-20, D7). What is social
/// services' own lies in their file and not here.
Answer read_own_compartment(const Facts& f)
{
    const Party who = party(f);
    switch (f.operation) {
    // Lifecycle 2.1: the proposing agency sees its own text, and no more, however the case goes on.
    case Operation::read_nomination:
        return who == Party::proposer && file_kept(f) ? yes : no;
    // settled-17: the police's own; social services and coordinator see nothing of it. S0-67: also for the year after.
    case Operation::read_asp_reminder:
        return who == Party::police_member && room_kept(f) ? yes : no;
    case Operation::read_own_items:
        return (who == Party::police_member || who == Party::agency_member || who == Party::former_member) && room_kept(f) ? yes : no;
    default:
        return no;
    }
}

}  // namespace lots::access
