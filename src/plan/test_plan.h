#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "plan/rules.h"

/// A plan in order, for tests that spoil one thing of it.
namespace lots::plan::test {

inline constexpr Date today{2026y / 11 / 3}, due{2026y / 12 / 20};

inline CommitmentFacts a_commitment(int number, int goal, Owner owner, std::string agency_kind)
{
    CommitmentFacts commitment;
    commitment.number = number;
    commitment.goal = goal;
    commitment.owner = owner;
    commitment.agency_kind = std::move(agency_kind);
    commitment.owner_takes_part = commitment.has_measure = commitment.has_documented_how = commitment.has_plain_words = true;
    commitment.order_number = number;
    commitment.last_day = due;
    commitment.accepted = true;
    return commitment;
}

/// Two goals; Alex, the school and the police have promised something, and all of it is in order.
inline PlanFacts a_plan()
{
    PlanFacts plan;
    plan.goals = {{1, true}, {2, true}};
    plan.commitments = {a_commitment(1, 1, Owner::youth, ""), a_commitment(2, 1, Owner::agency, "school"),
                        a_commitment(3, 2, Owner::agency, "police")};
    plan.minor = plan.youth_took_part = plan.guardians_took_part = true;
    return plan;
}

inline Promise a_promise()
{
    Promise promise;
    promise.number = 4;
    promise.decided = promise.accepted = true;
    promise.worded_on = today;
    promise.last_day = due;
    promise.person = PersonId{};
    return promise;
}

/// What the unmet findings of a requirement are about.
inline std::vector<std::string> about(const guideline::Decision& decision, const guideline::Requirement& requirement)
{
    std::vector<std::string> all;
    for (const auto& finding : decision.findings())
        if (finding.requirement == &requirement && !finding.met) all.push_back(finding.about);
    return all;
}
using Abouts = std::vector<std::string>;

}  // namespace lots::plan::test
