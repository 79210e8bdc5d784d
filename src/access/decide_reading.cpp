#include "access/decide_parts.h"

namespace lots::access {

namespace {

using enum Answer;

/// Whom the consent lets read one kind of thing in the room. What is common to most stands here; each reading names what differs.
/// S0-73: all members have the same knowledge, within the consent. Young person: settled-21, OSL 12:1. Guardian, helper and
/// manager get what is named for them and nothing more (OSL 12:3; OSL 10:14, 12:2; settled-16).
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
};

Answer in_room(const Facts& f, const Readers& readers)
{
    const auto when = [](bool open, Answer answer) { return open ? answer : no; };
    switch (party(f)) {
    // Within social services no secrecy has to be broken: a suspension or closure takes nothing from them (lifecycle 2.1).
    case Party::social_services: return when(room_kept(f), readers.social_services);
    case Party::inner_coordinator: return when(room_kept(f), readers.inner_coordinator);
    // Nobody is secret to himself (OSL 12:1), and a guardian's insight rests on OSL 12:3 and FB 6:11. Neither rests on the
    // consent, so neither ends with it.
    case Party::youth: return when(room_kept(f), readers.youth);
    case Party::guardian: return when(room_kept(f), readers.guardian);
    // All others read because the consent says so (OSL 10:1, 12:2), and only as long.
    case Party::outer_coordinator: return when(room_open(f), readers.outer_coordinator);
    case Party::social_member: return when(room_open(f), readers.social_member);
    case Party::police_member: return when(room_open(f), readers.police);
    case Party::agency_member: return when(room_open(f), readers.agency);
    case Party::manager: return when(room_open(f), readers.manager);
    case Party::helper: return when(room_open(f), readers.helper);
    case Party::stranger:
    case Party::proposer:
    case Party::collector:
    case Party::named_reader: return no;
    }
    return no;
}

bool untouched_by_case(Relation relation)
{
    return relation == Relation::none || relation == Relation::own_unit;
}

/// What the room's readers see of its existence. settled-20: "Vilande" in every suspension, whatever caused it; one neutral
/// notice after closure; for everybody else it does not exist.
Answer see_room(const Facts& f)
{
    switch (party(f)) {
    case Party::social_services:
    case Party::inner_coordinator:
    case Party::youth:
    case Party::guardian: return room_kept(f) ? yes : no;
    case Party::outer_coordinator:
    case Party::social_member:
    case Party::police_member:
    case Party::agency_member:
        if (room_open(f)) return yes;
        return f.case_state == CaseState::suspended || f.case_state == CaseState::closed ? part : no;
    // access.md: a helper knows that he or she is covered, and is told when it has ended; never the state.
    case Party::helper:
        return room_open(f) || f.case_state == CaseState::suspended || f.case_state == CaseState::closed ? part : no;
    default: return no;
    }
}

}  // namespace

Answer see_case(const Facts& f)
{
    if (f.compartment == Compartment::room) return see_room(f);
    switch (party(f)) {
    case Party::social_services:
    case Party::inner_coordinator: return file_kept(f) ? yes : no;
    // access.md, existence of a prospect: the young person and guardians are asked, and know no more than that.
    case Party::youth:
    case Party::guardian: return f.case_state == CaseState::consent_pending ? part : no;
    default: return no;
    }
}

/// The file that is social services' own: prospect, selection, assessment, consent forms. The consented circle sees none of it
/// (OSL 11:4); the young person asks for insight as a party, which social services answer outside this program (edge 4.31).
Answer read_file_of_social_services(const Facts& f)
{
    if (!file_kept(f)) return no;
    switch (party(f)) {
    case Party::social_services: return yes;
    case Party::inner_coordinator:
        switch (f.operation) {
        case Operation::read_nomination:
        case Operation::read_consent:
        case Operation::read_gates: return yes;
        // access.md "own need": what was concluded, not how.
        case Operation::read_selection:
        case Operation::read_assessment: return part;
        default: return no;
        }
    case Party::youth:
    case Party::guardian:
        // settled-6: no signatory sees another's answer, date, method or contact data.
        if (f.operation != Operation::read_consent) return no;
        return f.case_state == CaseState::consent_pending || room_kept(f) ? part : no;
    // access.md, consent: "only that he/she is covered".
    case Party::helper: return f.operation == Operation::read_consent && room_open(f) ? part : no;
    default: return no;
    }
}

Answer read_room(const Facts& f)
{
    switch (f.operation) {
    case Operation::read_consent_scope:  // settled-18: scope and dates
    case Operation::read_members: return in_room(f, {.guardian = yes});
    case Operation::read_plan: return in_room(f, {.guardian = yes, .helper = part});
    // settled-24: police, social services and the young person only.
    case Operation::read_plan_avoid: return in_room(f, {.outer_coordinator = no, .agency = no});
    case Operation::read_commitments: return in_room(f, {.manager = part, .guardian = yes, .helper = part});
    // Guardian and helper: the meetings they are invited to. A manager: the own agency's attendance (settled-16).
    case Operation::read_meetings: return in_room(f, {.manager = part, .guardian = part, .helper = part});
    case Operation::read_minutes: return in_room(f, {.guardian = part, .helper = part});
    case Operation::read_pictures: return in_room(f, {.guardian = part});
    // settled-33: a note between meetings names its readers; those who lead the case see that nothing is lost.
    case Operation::read_notes:
        return in_room(f, {.social_member = part, .police = part, .agency = part, .youth = part, .guardian = part});
    case Operation::read_closure:
        if (party(f) == Party::helper) return f.case_state == CaseState::closed ? part : no;  // "told that ended"
        return in_room(f, {.guardian = yes});
    // S1-58: need to know. settled-16: not for a coordinator employed elsewhere.
    case Operation::read_protection_flag:
        return in_room(f, {.outer_coordinator = no, .social_member = no, .agency = no});
    case Operation::read_timeline:  // settled-19: members from the consent on
    case Operation::read_file: return in_room(f, {});
    case Operation::read_gates: return in_room(f, {.youth = no});
    // access.md: the agencies get aggregates, through read_statistics.
    case Operation::read_survey:
        return in_room(f, {.social_member = no, .police = no, .agency = no, .youth = part, .guardian = part});
    // settled-22: the coordinator alone, until the young person ticks who may read.
    case Operation::read_youth_words:
        return in_room(f, {.social_services = part, .social_member = part, .police = part, .agency = part, .guardian = part,
                           .helper = part});
    default: return no;
    }
}

/// What belongs to one agency alone stays with that agency, whatever becomes of the consent (settled-20, D7).
Answer read_own_compartment(const Facts& f)
{
    const Party who = party(f);
    switch (f.operation) {
    // Lifecycle 2.1: the proposing agency sees its own text, and no more, however the case goes on.
    case Operation::read_nomination: return who == Party::proposer && file_kept(f) ? yes : no;
    // settled-17: the police's own; social services and coordinator see nothing of it. S0-67: also for the year after.
    case Operation::read_asp_reminder: return who == Party::police_member && room_kept(f) ? yes : no;
    case Operation::read_own_items:
        switch (who) {
        case Party::social_services: return file_kept(f) ? yes : no;
        case Party::inner_coordinator:
        case Party::social_member:
        case Party::police_member:
        case Party::agency_member: return room_kept(f) ? yes : no;
        default: return no;
        }
    default: return no;
    }
}

/// Compartments with readers of their own: protected, deidentified, register; and the log of a case, which is not its content.
Answer read_apart(const Facts& f)
{
    const Party who = party(f);
    switch (f.operation) {
    // access.md: named readers; a young person or guardian the own only, for one guardian may be in hiding from the other.
    case Operation::read_protected_contact:
        if (who == Party::named_reader) return file_kept(f) ? yes : no;
        return (who == Party::youth || who == Party::guardian) && room_kept(f) ? part : no;
    case Operation::read_deidentified:
        if (who == Party::social_services) return file_kept(f) ? yes : no;
        // S0-37; settled-32: an item ends with the meeting. No tie is asked for: the item leads to nobody.
        if (f.case_state != CaseState::prepared_deidentified) return no;
        if (f.role == Role::working_group) return yes;
        return f.role == Role::development_group ? part : no;  // settled-16: questions and obstacles
    case Operation::read_register:  // S1-64: those who took part can be identified afterwards
        if (f.role == Role::archivist) return f.case_state == CaseState::retained ? yes : no;
        return who == Party::social_services && room_kept(f) ? yes : no;
    case Operation::read_due_disposal:  // settled-16, settled-32: what has ended, and the waiting list
        if (f.role != Role::archivist) return no;
        switch (f.case_state) {
        case CaseState::decided_no_offer:
        case CaseState::waitlisted:
        case CaseState::consent_refused:
        case CaseState::closed:
        case CaseState::transferred:
        case CaseState::retained: return yes;
        default: return no;
        }
    case Operation::read_case_log:
        // SoLPuL 10 §. A reviewer with a part in the case would review the own reading; the log outlives the case's content.
        if (f.role == Role::log_reviewer)
            return untouched_by_case(f.relation) && f.case_state != CaseState::disposed ? yes : no;
        // access.md: the case officer the "own" reading, not the colleagues' trail.
        if (who == Party::social_services) return file_kept(f) ? part : no;
        // settled-25: staff reads only, as agency, role and day.
        return (who == Party::youth || who == Party::guardian) && room_kept(f) ? part : no;
    default: return no;
    }
}

}  // namespace lots::access
