#include <doctest/doctest.h>

#include "guideline/requirements.h"
#include "plan/gate_actions.h"
#include "plan/test_reading.h"

// Where each line of the plan's gate leads, for whom.
using namespace lots;
using namespace lots::plan;
using namespace lots::plan::test;
using lots::test::GroupWithPlan;
using lots::test::Municipality;
using lots::test::must;

namespace {

/// The pages that this reader is led to, below the case's address, one after the other.
std::string pages(Municipality& town, const std::string& who, const std::string& number,
                  const guideline::Requirement& requirement, const std::string& about = {})
{
    return reads(town, who, number, [&](const access::CasePermit& permit) {
        const auto actions = actions_of_plan(permit, Language::sv);
        const std::string below = "/arende/" + number + "/";
        std::string all;
        for (const auto& action : actions({&requirement, false, guideline::Actor::coordinator, {}, about})) {
            CHECK_FALSE(action.text.empty());
            REQUIRE(action.page.str().starts_with(below));
            all += (all.empty() ? "" : " ") + action.page.str().substr(below.size());
        }
        return all;
    });
}

}  // namespace

TEST_CASE("S4-16, S0-79 What a plan lacks leads to the goal or commitment, for who may write it")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        CHECK(pages(town, "amir", group.number, guideline::goal_with_actor) == "plan/nytt-mal");
        CHECK(pages(town, "amir", group.number, guideline::goal_with_actor, "goal-1") ==
              "plan/mal/1/andra plan/nytt-atagande");
        CHECK(pages(town, "amir", group.number, guideline::order_set, "3") == "plan/atagande/3/andra");
        CHECK(pages(town, "amir", group.number, guideline::order_set).empty());
        CHECK(pages(town, "amir", group.number, guideline::plain_words, "pages").empty());
        CHECK(pages(town, "elin", group.number, guideline::goal_with_actor).empty());
        CHECK(pages(town, "elin", group.number, guideline::goal_with_actor, "goal-1") == "plan/nytt-atagande");
        CHECK(pages(town, "elin", group.number, guideline::order_set, "3").empty());
    });
}

TEST_CASE("settled-10 What nobody has taken on leads to the answer, for who gives it or leads the group")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        const auto answer = [&](const std::string& who) {
            return pages(town, who, group.number, guideline::commitments_accepted, "3");
        };
        CHECK(answer("amir") == "atagande/3/ta-pa-dig");
        CHECK(answer("elin") == "atagande/3/ta-pa-dig");
        CHECK(answer("jonas").empty());
        must(town.run("elin", accept_command(), {group.number, "3", "", {}}));
        CHECK(answer("amir").empty());
        CHECK(answer("elin").empty());
    });
}
