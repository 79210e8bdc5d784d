#include "plan/promisers.h"

#include <algorithm>

#include "cases/youth.h"
#include "group/helpers.h"
#include "group/store.h"
#include "messages/message.h"
#include "plan/store.h"

namespace lots::plan {

using access::Answer;
using access::Compartment;

namespace {

bool leads(const access::CasePermit& permit) { return permit.answer(Compartment::room) == Answer::yes; }

}  // namespace

std::string guardian_words(const access::CasePermit& permit, int signatory)
{
    int ordinal = 0;
    for (const auto& one : permit.facts().consent.signatories) {
        if (one.role == consent::SignatoryRole::youth) continue;
        ++ordinal;
        if (one.number == signatory) break;
    }
    return say(permit.work().reader.language, "plan.owner.guardian", {{"number", ordinal}});
}

std::vector<Promiser> promisers(const access::CasePermit& permit)
{
    std::vector<Promiser> all;
    for (const auto& member : group::members(permit)) {
        if (!leads(permit) && member.agency != permit.work().reader.agency) continue;
        Promiser one{"member-" + std::to_string(member.number), member.name + ", " + member.agency_name, member.agency_kind, {}};
        one.wording.owner = Owner::agency;
        one.wording.membership = member.number;
        one.wording.agency = member.agency;
        all.push_back(std::move(one));
    }
    if (!leads(permit)) return all;
    const auto& facts = permit.facts();
    for (const auto& signatory : facts.consent.signatories) {
        if (!consent::must_sign(signatory, facts.born, permit.work().today)) continue;
        const bool youth = signatory.role == consent::SignatoryRole::youth;
        Promiser one{"signatory-" + std::to_string(signatory.number),
                     youth ? cases::youth_of(permit).given_name : guardian_words(permit, signatory.number),
                     {},
                     {}};
        one.wording.owner = youth ? Owner::youth : Owner::guardian;
        one.wording.signatory_id = signatory.id;
        all.push_back(std::move(one));
    }
    return all;
}

std::string code_of(const Wording& wording)
{
    if (wording.membership) return "member-" + std::to_string(*wording.membership);
    return wording.signatory ? "signatory-" + std::to_string(*wording.signatory) : std::string{};
}

form::Choices choices_for(const access::CasePermit& permit, const access::CasePermit& plan, int own_number)
{
    form::Options owners, goal_options, others, helpers;
    for (const auto& one : promisers(permit)) owners.push_back({one.code, one.label});
    for (const auto& goal : goals(plan)) goal_options.push_back({std::to_string(goal.number), goal.text});
    for (const auto& one : commitments(plan))
        if (one.number != own_number && !one.draft.dropped)
            others.push_back({std::to_string(one.number), std::to_string(one.number) + ". " + one.draft.measure});
    for (const auto& helper : group::helpers(permit))
        if (group::takes_part(permit, helper)) helpers.push_back({std::to_string(helper.number), helper.name});
    form::Choices choices;
    choices.with("owners", std::move(owners)).with("goals", std::move(goal_options)).with("commitments", std::move(others));
    choices.with("helpers", std::move(helpers));
    return choices;
}

int last_place(const access::CasePermit& plan)
{
    int last = 0;
    for (const auto& one : commitments(plan)) last = std::max(last, one.draft.order_number);
    return last;
}

}  // namespace lots::plan
