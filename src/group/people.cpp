#include "group/people.h"

#include <set>

#include "group/store.h"

namespace lots::group {

const std::vector<access::Role>& coordinating()
{
    static const std::vector<access::Role> roles{access::Role::social_worker, access::Role::coordinator};
    return roles;
}

form::Options once_each(std::vector<organisation::Acting> people)
{
    std::set<std::string> seen;
    std::erase_if(people, [&](const auto& person) { return !seen.insert(person.handle).second; });
    return organisation::people_options(people);
}

Candidate candidate_of(const access::CasePermit& permit, const organisation::Acting& person, const std::string& reason)
{
    return {person.unit.agency, reason, is_signatory(permit, person.person)};
}

bool rests(const access::CasePermit& permit) { return permit.facts().state == access::CaseState::suspended; }

}  // namespace lots::group
