#include "access/decide_parts.h"

namespace lots::access {

namespace {

using enum Answer;

/// Proposes persons for their own agency (T1, S0-20, S0-21, S1-24, S1-43).
bool may_propose(Role role)
{
    return in_social_services(role) || role == Role::police || role == Role::school || role == Role::agency_staff;
}

/// Has cases of the own to choose among. Each line of the list is decided by see_case.
bool has_cases(Role role)
{
    return may_propose(role) || role == Role::coordinator || role == Role::youth || role == Role::guardian ||
           role == Role::helper;
}

/// Has duties: in cases, on the ladder (T13), in review or disposal. UX: "Min dag" is for staff.
bool has_duties(Role role)
{
    switch (role) {
    case Role::youth:
    case Role::guardian:
    case Role::helper:
    case Role::researcher:
    case Role::system_admin: return false;
    default: return true;
    }
}

/// Chooses among agencies and people: for a consent, a group, an account; or reviews who has which role.
bool works_with_organisation(Role role)
{
    return in_social_services(role) || role == Role::coordinator || role == Role::log_reviewer ||
           role == Role::organisation_admin || role == Role::system_admin;
}

}  // namespace

/// Operations that touch no case: the role alone decides.
Answer without_case(const Facts& f)
{
    const auto if_so = [](bool condition) { return condition ? yes : no; };
    switch (f.operation) {
    case Operation::manage_own_session: return yes;
    case Operation::read_statistics: return yes;  // access.md: aggregates, for everybody; small cells hidden (settled-31)
    case Operation::propose: return if_so(may_propose(f.role));
    case Operation::list_cases: return if_so(has_cases(f.role));
    case Operation::read_day: return if_so(has_duties(f.role));
    case Operation::read_organisation: return if_so(works_with_organisation(f.role));
    case Operation::review_log: return if_so(f.role == Role::log_reviewer);
    case Operation::manage_accounts:  // access.md: an agency's administrator the own agency; SoLPuL 10 §, last sentence
        if (f.role == Role::organisation_admin) return part;
        return if_so(f.role == Role::system_admin);
    default: return no;
    }
}

}  // namespace lots::access
