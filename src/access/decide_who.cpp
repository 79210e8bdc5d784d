#include "access/decide_parts.h"

namespace lots::access {

namespace {

// SoLPuL 10 §: inside social services each sees what the own tasks need. The case officer and the manager who decides need
// the whole case; another officer of the unit needs a proposal that nobody has taken up (T2), and after that nothing.
Party party_of_social_worker(const Facts& f)
{
    switch (f.relation) {
    case Relation::assigned:
        return Party::social_services;
    case Relation::own_unit:
        return f.case_state == CaseState::proposed ? Party::intake_officer : Party::stranger;
    case Relation::coordinator:
        return Party::inner_coordinator;
    case Relation::member:
        return Party::social_member;
    case Relation::proposer:
        return Party::proposer;
    case Relation::collector:
        return Party::collector;
    case Relation::named_reader:
        return Party::named_reader;
    case Relation::emergency:
        return Party::emergency_reader;
    default:
        return Party::stranger;
    }
}

// settled-16: a manager decides in the own unit's cases. Who also leads or sits in a group does so as social worker, and one
// does not present a plan in the role in which one decides on it.
Party party_of_unit_manager(const Facts& f)
{
    switch (f.relation) {
    case Relation::assigned:
    case Relation::own_unit:
        return Party::social_services;
    case Relation::proposer:
        return Party::proposer;
    case Relation::named_reader:
        return Party::named_reader;
    case Relation::emergency:
        return Party::emergency_reader;
    default:
        return Party::stranger;
    }
}

Party party_of_agency_staff(const Facts& f)
{
    switch (f.relation) {
    case Relation::member:
        return f.role == Role::police ? Party::police_member : Party::agency_member;
    case Relation::was_member:
        return Party::former_member;
    case Relation::proposer:
        return Party::proposer;
    case Relation::collector:
        return Party::collector;  // S0-17, S0-18: approved by social services first
    default:
        return Party::stranger;
    }
}

}  // namespace

bool in_social_services(Role role) { return role == Role::social_worker || role == Role::unit_manager; }

Party party(const Facts& f)
{
    switch (f.role) {
    case Role::social_worker:
        return party_of_social_worker(f);
    case Role::unit_manager:
        return party_of_unit_manager(f);
    case Role::coordinator:
        if (f.relation == Relation::coordinator) return Party::outer_coordinator;
        if (f.relation == Relation::proposer) return Party::proposer;  // S1-43: for the agency of the assignment
        return f.relation == Relation::collector ? Party::collector : Party::stranger;
    case Role::police:
    case Role::school:
    case Role::agency_staff:
        return party_of_agency_staff(f);
    case Role::agency_manager:
        // settled-16: a manager who is also a member is told the person's name, and reads the room in the other role.
        return f.relation == Relation::own_agency || f.relation == Relation::member ? Party::manager : Party::stranger;
    case Role::youth:
        return f.relation == Relation::subject ? Party::youth : Party::stranger;
    case Role::guardian:
        return f.relation == Relation::guardian_of ? Party::guardian : Party::stranger;
    case Role::helper:
        return f.relation == Relation::helper_of ? Party::helper : Party::stranger;
    // These never act in one young person's case, also not when the same human being has a tie to it in another role.
    case Role::working_group:
    case Role::steering_group:
    case Role::development_group:
    case Role::researcher:
    case Role::log_reviewer:
    case Role::archivist:
    case Role::organisation_admin:
    case Role::system_admin:
        return Party::stranger;
    }
    return Party::stranger;
}

bool asked(const Facts& f) { return f.case_state == CaseState::consent_pending && f.consent_state != ConsentState::none; }

// Lifecycle 2.1: RETAINED and DISPOSED are the archive function's.
bool file_kept(const Facts& f) { return f.case_state != CaseState::retained && f.case_state != CaseState::disposed; }

// Lifecycle: "before a valid consent there is no shared case". FORMING begins when a complete consent is registered.
bool room_kept(const Facts& f)
{
    return consent_may_be_renewed(f.case_state) || f.case_state == CaseState::closed ||
           f.case_state == CaseState::transferred;
}

// Both are asked, though a case without a valid consent is already suspended: a fault in the one must not open the room.
bool room_open(const Facts& f)
{
    return consent_may_be_renewed(f.case_state) && f.case_state != CaseState::suspended &&
           f.consent_state == ConsentState::valid;
}

bool consent_may_be_renewed(CaseState state)
{
    switch (state) {
    case CaseState::forming:
    case CaseState::planning:
    case CaseState::active:
    case CaseState::suspended:
    case CaseState::closure_review:
        return true;
    default:
        return false;
    }
}

// settled-35: from every open state. No offer and a refusal have already ended it; they go on to RETAINED.
bool ongoing(CaseState state)
{
    switch (state) {
    case CaseState::proposed:
    case CaseState::under_review:
    case CaseState::prepared_deidentified:
    case CaseState::decided_offer:
    case CaseState::waitlisted:
    case CaseState::consent_pending:
        return true;
    default:
        return consent_may_be_renewed(state);
    }
}

}  // namespace lots::access
