#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/random.h"
#include "group/pages.h"

using namespace lots;
using namespace lots::group;

namespace {

Member a_member(const std::string& name, const PersonId& person)
{
    Member member;
    member.name = name;
    member.person = person;
    member.function = "teacher";
    member.agency_name = "Björkskolan";
    return member;
}

Helper a_helper(const std::string& name)
{
    Helper helper;
    helper.name = name;
    helper.task = "Skjutsar till träningen";
    return helper;
}

std::string names(const std::vector<html::RingActor>& actors)
{
    std::string all;
    for (const auto& actor : actors) all += (all.empty() ? "" : ", ") + actor.name;
    return all;
}

}  // namespace

TEST_CASE("The coordinator stands first in the ring, then the others by number, the helpers, and an open place for each missing agency")
{
    SeededRandom random{1};
    const auto elin = PersonId::make(random), sara = PersonId::make(random);
    const std::vector<Member> present{a_member("Elin Berg", elin), a_member("Sara Lind", sara)};
    const auto ring = ring_of(Language::sv, present, sara, {a_helper("Ove Lund")}, {"Polisen"});
    REQUIRE(ring.size() == 4);
    CHECK(names(ring) == "Sara Lind, Elin Berg, Ove Lund, Polisen");
    CHECK(ring[0].place == html::RingPlace::present);
    CHECK(ring[0].role.find("Björkskolan") != std::string::npos);
    CHECK(ring[2].place == html::RingPlace::beside);
    CHECK(ring[3].place == html::RingPlace::open);
    CHECK(names(ring_of(Language::sv, present, std::nullopt, {}, {})) == "Elin Berg, Sara Lind");
    CHECK(ring_of(Language::sv, {}, std::nullopt, {}, {}).empty());
}
