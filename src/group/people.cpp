#include "group/people.h"

#include <map>
#include <set>

#include "cases/youth.h"
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

std::vector<consent::Signatory> who_sign(const access::CasePermit& permit)
{
    auto all = permit.facts().consent.signatories;
    std::erase_if(all, [&](const consent::Signatory& one) {
        return !consent::must_sign(one, permit.facts().born, permit.work().today);
    });
    return all;
}

std::string signatory_words(const access::CasePermit& permit, const consent::Signatory& one)
{
    if (one.role == consent::SignatoryRole::youth) return cases::youth_of(permit).given_name;
    int ordinal = 0;
    for (const auto& other : permit.facts().consent.signatories) {
        if (other.role == consent::SignatoryRole::youth) continue;
        ++ordinal;
        if (other.id == one.id) break;
    }
    return say(permit.work().reader.language, "group.guardian", {{"number", ordinal}});
}

web::AboutWords about_signatories(const access::CasePermit& permit)
{
    std::map<std::string, std::string> names;
    for (const auto& one : who_sign(permit)) names[std::to_string(one.number)] = signatory_words(permit, one);
    return [names](const guideline::Finding& finding) {
        const auto found = names.find(finding.about);
        return found == names.end() ? std::string{} : found->second;
    };
}

}  // namespace lots::group
