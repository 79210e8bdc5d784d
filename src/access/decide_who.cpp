#include "access/decide_parts.h"

namespace lots::access {

namespace {

// SoLPuL 10 §: inside social services each sees what the own tasks need. The case officer and the manager who decides need the
// whole case; another officer of the unit needs it only until somebody has been given it.
Party party_in_social_services(const Facts& f)
{
    switch (f.relation) {
    case Relation::assigned: return Party::social_services;
    case Relation::own_unit:
        return f.role == Role::unit_manager || intake(f.case_state) ? Party::social_services : Party::stranger;
    case Relation::coordinator: return Party::inner_coordinator;
    case Relation::member: return Party::social_member;
    case Relation::proposer: return Party::proposer;
    case Relation::collector: return Party::collector;
    case Relation::named_reader: return Party::named_reader;
    default: return Party::stranger;
    }
}

Party party_of_agency_staff(const Facts& f)
{
    switch (f.relation) {
    case Relation::member: return f.role == Role::police ? Party::police_member : Party::agency_member;
    case Relation::proposer: return Party::proposer;
    case Relation::collector: return Party::collector;  // S0-17, S0-18: approved by social services first
    default: return Party::stranger;
    }
}

}  // namespace

bool in_social_services(Role role)
{
    return role == Role::social_worker || role == Role::unit_manager;
}

Party party(const Facts& f)
{
    switch (f.role) {
    case Role::social_worker:
    case Role::unit_manager: return party_in_social_services(f);
    case Role::coordinator:
        if (f.relation == Relation::coordinator) return Party::outer_coordinator;
        return f.relation == Relation::collector ? Party::collector : Party::stranger;
    case Role::police:
    case Role::school:
    case Role::agency_staff: return party_of_agency_staff(f);
    case Role::agency_manager:
        // settled-16: the person's name only if also a member; then as any member.
        if (f.relation == Relation::member) return Party::agency_member;
        return f.relation == Relation::own_agency ? Party::manager : Party::stranger;
    case Role::youth: return f.relation == Relation::subject ? Party::youth : Party::stranger;
    case Role::guardian: return f.relation == Relation::guardian_of ? Party::guardian : Party::stranger;
    case Role::helper: return f.relation == Relation::helper_of ? Party::helper : Party::stranger;
    // These never act in one young person's case, also not when the same human being has a tie to it in another role.
    case Role::working_group:
    case Role::steering_group:
    case Role::development_group:
    case Role::researcher:
    case Role::log_reviewer:
    case Role::archivist:
    case Role::organisation_admin:
    case Role::system_admin: return Party::stranger;
    }
    return Party::stranger;
}

bool intake(CaseState state)
{
    switch (state) {
    case CaseState::proposed:
    case CaseState::under_review:
    case CaseState::prepared_deidentified:
    case CaseState::decided_offer:
    case CaseState::waitlisted: return true;
    default: return false;
    }
}

// Lifecycle 2.1: RETAINED and DISPOSED are the archive function's.
bool file_kept(const Facts& f)
{
    return f.case_state != CaseState::retained && f.case_state != CaseState::disposed;
}

// Lifecycle: "before a valid consent there is no shared case". FORMING begins when a complete consent is registered.
bool room_kept(const Facts& f)
{
    return consent_may_be_renewed(f.case_state) || f.case_state == CaseState::closed || f.case_state == CaseState::transferred;
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
    case CaseState::closure_review: return true;
    default: return false;
    }
}

// settled-35: from every open state. No offer and a refusal have already ended it; they go on to RETAINED.
bool ongoing(CaseState state)
{
    return intake(state) || state == CaseState::consent_pending || consent_may_be_renewed(state);
}

}  // namespace lots::access
