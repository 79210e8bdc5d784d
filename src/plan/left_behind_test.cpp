#include <doctest/doctest.h>

#include "plan/duties.h"
#include "plan/store.h"
#include "support/group_with_plan.h"

using namespace lots;
using namespace lots::plan;
using test::GroupWithPlan;
using test::Municipality;

namespace {

/// Who is to pass on what Elin promised; empty when nobody has to.
std::string passes_on(Municipality& town, const std::string& number)
{
    std::string who;
    const auto looked = town.as("karin", [&](access::Work& work) -> Result<Done> {
        const auto permit = access::permit<access::Operation::see_case>(work, number);
        if (!permit) return permit.error();
        for (const auto& duty : duties(*permit))
            for (const auto& [handle, person] : town.people)
                if (duty.what.name() == "duty.pass_on_commitment" && duty.person == person) who += handle;
        return Done{};
    });
    REQUIRE(static_cast<bool>(looked));
    return who;
}

}  // namespace

TEST_CASE("S0-31 What somebody who left had promised is for the coordinator to pass on, else for the officer, else for the manager")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        CHECK(passes_on(town, group.number).empty());
        town.leaves("elin");
        CHECK(passes_on(town, group.number) == "amir");
        town.leaves("amir");
        CHECK(passes_on(town, group.number) == "sara");
        town.leaves("sara");
        CHECK(passes_on(town, group.number) == "karin");
    });
}

TEST_CASE("S0-31 When a member leaves stands in the room: where there is none yet it is not asked for")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto opened = town.as("sara", [&](access::Work& work) -> Result<std::string> {
            const auto youth = cases::add_youth(work, {"Alex", "Ternström", "", Date{2006y / 2 / 2}});
            return cases::open_case(work, youth, town.units.at("soc"));
        });
        const auto asks = [&](const std::string& number) {
            return town.as("sara", [&](access::Work& work) -> Result<Done> {
                const auto permit = access::permit<access::Operation::see_case>(work, number);
                if (!permit) return permit.error();
                static_cast<void>(next_change(*permit));
                return Done{};
            });
        };
        CHECK_THROWS_AS(static_cast<void>(asks(*opened)), Bug);
        CHECK(static_cast<bool>(asks(GroupWithPlan(town).number)));
    });
}
