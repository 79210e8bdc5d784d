// "Not yours" is "does not exist": the same bytes, and both in the log.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <iostream>

#include "proof/inside.h"

using namespace lots;
using namespace lots::test;
using access::Role;

namespace {

struct Asking {
    bool posts;
    std::string pattern;
};

/// Every address about a case.
std::vector<Asking> about_cases(const World& world)
{
    std::vector<Asking> all;
    for (const auto& line : world.program->site().lines())
        if (!line.open && line.pattern.find("{case}") != std::string::npos) all.push_back({line.method == http::Method::post, line.pattern});
    return all;
}

HttpAnswer ask(Caller& caller, const Asking& asking, const std::string& number)
{
    const auto address = address_of(asking.pattern, number);
    return asking.posts ? caller.post_nothing(address) : caller.get(address);
}

double median(std::vector<double> times)
{
    std::ranges::sort(times);
    return times[times.size() / 2];
}

}  // namespace

TEST_CASE("A case that is not the reader's answers with the same bytes as one that does not exist, and both are in the log")
{
    on_both(proof_day(), [](World& world) {
        const auto here = proposed(world, "någon annans");
        REQUIRE(here == "F-1");
        const std::string nowhere = "F-7";
        const auto asking = about_cases(world);
        REQUIRE(asking.size() >= 4);
        // The proposing school's colleague of another school, a police officer, leisure, a young person, the system's administrator.
        const std::vector<std::pair<std::string, Role>> strangers{
            {"omar.farah", Role::school}, {"petra.dahl", Role::police}, {"ali.nouri", Role::agency_staff}, {"sam", Role::youth}, {"max.drift", Role::system_admin}};
        for (const auto& [handle, role] : strangers) {
            auto stranger = caller_of(world, handle, role);
            for (const auto& one : asking) {
                CAPTURE(handle);
                CAPTURE(one.pattern);
                const auto before = log_entries(world);
                const auto not_yours = ask(stranger, one, here);
                const auto not_there = ask(stranger, one, nowhere);
                CHECK(not_yours.status == 404);
                CHECK(without_tokens(not_yours) == without_tokens(not_there));
                CHECK(log_entries(world) == before + 2);
            }
        }
    });
}

TEST_CASE("A case that is not the reader's takes as long to be refused as one that does not exist")
{
    on_both(proof_day(), [](World& world) {
        const auto here = proposed(world, "någon annans");
        auto stranger = caller_of(world, "omar.farah", Role::school);
        for (const std::string path : {"/arende/{case}/forslag", "/api/v1/cases/{case}/nomination"}) {
            std::vector<double> yours_not, there_not;
            for (int i = 0; i < 60; ++i) {
                for (const bool exists : {i % 2 == 0, i % 2 != 0}) {
                    const auto begun = std::chrono::steady_clock::now();
                    CHECK(ask(stranger, {false, path}, exists ? here : "F-7").status == 404);
                    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begun;
                    (exists ? yours_not : there_not).push_back(took.count());
                }
            }
            std::cout << (world.house.data->engine() == storage::Engine::sqlite ? "SQLite" : "PostgreSQL") << " " << path << ": not yours "
                      << median(yours_not) << " ms, not there " << median(there_not) << " ms (medians of 60)\n";
        }
    });
}
