// Every text and every file of every command, with canaries: none can be read on the disk, and the doctor finds all of it in
// order.
#include <doctest/doctest.h>

#include <set>

#include "app/doctor.h"
#include "proof/everywhere.h"
#include "proof/inside.h"
#include "proof/typed_cases.h"

using namespace lots;
using namespace lots::test;

namespace {

/// Sealed columns of which the doctor does not know what they are bound to.
std::string not_looked_at(World& world)
{
    std::string all;
    for (const auto& finding : app::examine(world.house.paths, world.clock.now()))
        if (finding.text.find("was not looked at") != std::string::npos) all += finding.text + "\n";
    return all;
}

}  // namespace

TEST_CASE("Every text and file of every command, with a canary in each, leaves none to be read on the disk, and the doctor "
          "finds all in order")
{
    on_both(at_local(2026y / 9 / 7, 9, 0), [](World& world) {
        Canary canary(chance_of_a_run());
        Typist typist(world.program->site(), canary);
        TypedCases cases(world, typist);
        const auto number = cases.from_proposal_to_closure();
        cases.withdrawn_and_resumed();
        cases.refused_by_one();
        cases.lifted_marked_and_kept();
        tamper(world, "municipality",
               R"(UPDATE municipality SET profile = '{"collecting_agencies": ["police"], "hindered_guardian": {"jurist": "Bo Al", )"
               R"("reference": "KS 15", "decided_on": "2026-01-10"}}')");
        cases.asked_with_every_care();
        cases.told_of_another_age_and_dead();
        cases.of_an_adult_and_for_others(world);
        tamper(world, "municipality", R"(UPDATE municipality SET profile = '{"named_preparation": true}')");
        cases.taken_up_in_the_working_group();
        cases.somebody_new_at_work();

        auto& sara = cases.tale().hand("sara.lind", "social_worker");
        CHECK(sara.call(http::Method::post, "/api/v1/session", typist.type("/api/v1/session", "{}")).status == 401);
        std::string left_out;
        // What groups and areas are called is clear, like agencies and units; so are sign-in names, and what a municipality decides for all.
        const std::set<std::string> clear{"make_group.name",     "make_group.code",       "add_area.name",      "add_area.code",
                                          "add_agency.name",     "add_agency.code",       "add_agency.board",   "add_unit.name",
                                          "add_unit.code",       "add_person.handle",     "give_assignment.handle", "set_setting.text",
                                          "set_setting.list",    "set_setting.jurist",    "set_setting.reference",
                                          "set_setting.decision"};
        for (const auto& field : typist.left_out())
            if (!clear.contains(field)) left_out += field + " ";
        CHECK(left_out == "");
        // It was kept: the one who may read it finds it.
        const auto page = sara.get("/api/v1/cases/" + number + "/nomination");
        CHECK_FALSE(canary.in_text("answer", page).empty());
        world.house.log->settle();
        const auto found = everywhere(canary, world.folder(), world.house.paths);
        CHECK_MESSAGE(found.empty(), canary.given() << " canaries, found: " << listed(found));
        CHECK(problems_of(world) == "");
        CHECK(not_looked_at(world) == "");
    });
}
