#include "access/decide_parts.h"

namespace lots::access {

namespace {

using enum Answer;

/// Proposes persons for their own agency (T1, S0-20, S0-21, S1-24, S1-43). Who only coordinates does so for the agency of the
/// assignment, by that agency's rules.
bool may_propose(Role role)
{
    return in_social_services(role) || role == Role::police || role == Role::school || role == Role::agency_staff ||
           role == Role::coordinator;
}

/// Has cases of the own to find: staff theirs, a young person the page "Min plan", a guardian one for each child
/// (edge 4.13). Each line of the list is decided by see_case.
bool has_cases(Role role)
{
    return may_propose(role) || role == Role::youth || role == Role::guardian ||
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
    case Role::organisation_admin:
    case Role::system_admin:
        return false;
    default:
        return true;
    }
}

/// access.md, row "Statistics". Those whose role settled-16 adds read what is named there.
bool reads_statistics(Role role)
{
    return role != Role::archivist && role != Role::development_group && role != Role::organisation_admin;
}

/// Staff choose an agency, unit or role: to propose to, to name in a consent, to raise a matter with (T1, S0-54, S1-37,
/// settled-9). It holds no case.
bool works_in_organisation(Role role)
{
    switch (role) {
    case Role::youth:
    case Role::guardian:
    case Role::helper:
    case Role::researcher:
        return false;
    default:
        return true;
    }
}

}  // namespace

/// Operations that touch no case: the role alone decides, and asking with a tie to some case is asking wrongly.
Answer without_case(const Facts& f)
{
    if (f.relation != Relation::none) return no;
    const auto if_so = [](bool condition) { return condition ? yes : no; };
    switch (f.operation) {
    case Operation::manage_own_session:
        return yes;
    case Operation::read_statistics:
        return if_so(reads_statistics(f.role));  // small cells hidden: settled-31
    case Operation::propose:
        return if_so(may_propose(f.role));
    case Operation::list_cases:
        return if_so(has_cases(f.role));
    case Operation::read_day:
        return if_so(has_duties(f.role));
    case Operation::read_organisation:
        return if_so(works_in_organisation(f.role));
    case Operation::review_log:
        return if_so(f.role == Role::log_reviewer);
    case Operation::read_working_group:  // S2-08; an item itself asks read_deidentified (S0-37)
        return if_so(in_social_services(f.role) || f.role == Role::working_group);
    case Operation::call_working_group:
        return if_so(in_social_services(f.role));  // S2-08
    case Operation::answer_escalation:  // S1-37: the three steps of the ladder
        return if_so(f.role == Role::agency_manager || f.role == Role::working_group || f.role == Role::steering_group);
    case Operation::manage_organisation:
        return if_so(f.role == Role::organisation_admin);
    case Operation::manage_accounts:  // access.md: an agency's administrator the own agency; SoLPuL 10 §, last sentence
        if (f.role == Role::organisation_admin) return part;
        return if_so(f.role == Role::system_admin);
    default:
        return no;
    }
}

}  // namespace lots::access
