#include "access/decide_parts.h"

namespace lots::access {

namespace {

using enum Answer;

/// access.md: named readers; a young person or guardian the own only, for one guardian may be in hiding from the other.
/// settled-16: a coordinator employed elsewhere has the room, and an address that is protected does not lie in it.
Answer read_protected_contact(const Facts& f)
{
    switch (party(f)) {
    case Party::named_reader:
        return ongoing(f.case_state) && f.case_state != CaseState::proposed ? yes : no;
    case Party::youth:
    case Party::guardian:
        return asked(f) || consent_may_be_renewed(f.case_state) ? part : no;
    default:
        return no;
    }
}

/// S0-37, edge 4.15: social services write and approve the text; the working group reads it until its meeting (settled-32),
/// and the item leads to nobody, so that no tie is asked for. Who is close to the young person in private would recognise
/// it.
Answer read_deidentified(const Facts& f)
{
    const bool shown = f.case_state == CaseState::prepared_deidentified;
    if (party(f) == Party::social_services) return shown || f.case_state == CaseState::under_review ? yes : no;

    const bool private_tie =
        f.relation == Relation::subject || f.relation == Relation::guardian_of || f.relation == Relation::helper_of;
    return f.role == Role::working_group && shown && !private_tie ? yes : no;
}

/// S1-64: those who took part can be identified afterwards, within the limits of disposal.
Answer read_register(const Facts& f)
{
    if (party(f) != Party::social_services) return no;
    if (room_kept(f)) return yes;
    // The case officer's task has ended by then; the unit's has not.
    return f.case_state == CaseState::retained && f.relation == Relation::own_unit ? yes : no;
}

/// settled-16, settled-32, settled-35: what has ended, and the waiting list, which has a timer of its own.
Answer read_due_disposal(const Facts& f)
{
    if (f.role != Role::archivist || f.relation != Relation::none) return no;
    switch (f.case_state) {
    case CaseState::decided_no_offer:
    case CaseState::waitlisted:
    case CaseState::consent_refused:
    case CaseState::closed:
    case CaseState::transferred:
    case CaseState::retained:
        return yes;
    default:
        return no;
    }
}

/// The log of a case is not its content, and outlives it.
Answer read_case_log(const Facts& f)
{
    // SoLPuL 10 §: systematic control. Who has a tie to the case would review the own reading.
    if (f.role == Role::log_reviewer) return f.relation == Relation::none ? yes : no;
    switch (party(f)) {
    case Party::social_services:
        return file_kept(f) ? part : no;  // access.md: "own" reads, not the colleagues' trail
    // settled-25: staff reads only, as agency, role and day.
    case Party::youth:
        return room_kept(f) ? part : no;
    case Party::guardian:
        return room_open(f) ? part : no;
    default:
        return no;
    }
}

}  // namespace

Answer read_apart(const Facts& f)
{
    switch (f.operation) {
    case Operation::read_protected_contact:
        return read_protected_contact(f);
    case Operation::read_deidentified:
        return read_deidentified(f);
    case Operation::read_register:
        return read_register(f);
    case Operation::read_due_disposal:
        return read_due_disposal(f);
    case Operation::read_case_log:
        return read_case_log(f);
    default:
        return no;
    }
}

}  // namespace lots::access
