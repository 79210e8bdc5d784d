#include "audit/leaf.h"

#include <doctest/doctest.h>

#include "audit/test_house.h"

using namespace lots;
using namespace lots::audit;
using lots::test::LogHouse;

namespace {

struct Apart {
    test::Folder data_folder;
};
struct Written : Apart, LogHouse {
    Written() : LogHouse({storage::Engine::sqlite, (data_folder.path() / "data.db").string()}) {}
    Leaf leaf(const Entry& entry) { return make_leaf(*vault, entry, RecordId::make(random), vault->make_unit(here, now)); }
};

}  // namespace

TEST_CASE("A leaf is compact JSON with its keys in one order")
{
    Leaf leaf;
    leaf.at = Instant{std::chrono::sys_days{2026y / 5 / 10} + 12h};
    leaf.kind = "read";
    leaf.operation = "read_case";
    leaf.outcome = "allowed";
    leaf.actor = "a1";
    leaf.role = "says \"hej\"\n";
    leaf.subjects = {{"c1", {"register", "room"}}};
    leaf.findings = {{"S0-22", true}, {"S0-23", false}};
    leaf.request_id = "r";
    leaf.sealed_text = Bytes{1, 2, 3};
    const std::string zeros(32, '0');
    CHECK(bytes_of_leaf(leaf) ==
          R"({"v":1,"id":")" + zeros + R"(","at":"2026-05-10T12:00:00.000Z","municipality":")" + zeros +
              R"(","kind":"read","operation":"read_case","outcome":"allowed","actor":"a1","role":"says \"hej\"\u000a","unit":null,)"
              R"("subjects":[{"case":"c1","compartments":["register","room"]}],)"
              R"("findings":[{"requirement":"S0-22","met":true},{"requirement":"S0-23","met":false}],"request":"r","key":")" +
              zeros + R"(","text":"AQID"})");
}

TEST_CASE("A leaf reads back as what was written, and only in its canonical form")
{
    Written house;
    auto entry = house.entry("Skälet: åtkomst efter larm");
    entry.unit = UnitId::make(house.random);
    const auto leaf = house.leaf(entry);
    const auto bytes = bytes_of_leaf(leaf);
    const auto read = read_leaf(bytes_of(bytes));
    REQUIRE(read);
    CHECK(bytes_of_leaf(*read) == bytes);
    CHECK(read->operation == "call_meeting");
    CHECK(text_of_leaf(*house.vault, *read) == entry.text);

    CHECK_FALSE(read_leaf(bytes_of(bytes + " ")));
    CHECK_FALSE(read_leaf(bytes_of(bytes.substr(0, bytes.size() - 1))));
    CHECK_FALSE(read_leaf(bytes_of("{}")));
    CHECK_FALSE(read_leaf(bytes_of("[]")));
    CHECK_FALSE(read_leaf({}));
}

TEST_CASE("D9 A leaf holds pseudonyms in the place of person, case and unit, and nothing of its text")
{
    Written house;
    auto entry = house.entry("Kanariefågel Öström");
    entry.unit = UnitId::make(house.random);
    const auto bytes = bytes_of_leaf(house.leaf(entry));
    CHECK(bytes.find("Kanarie") == std::string::npos);
    CHECK(bytes.find(house.person.hex()) == std::string::npos);
    CHECK(bytes.find(house.a_case.hex()) == std::string::npos);
    CHECK(bytes.find(entry.unit->hex()) == std::string::npos);
    CHECK(bytes.find(pseudonym(*house.vault, house.here, house.a_case)) != std::string::npos);
    CHECK(pseudonym(*house.vault, house.here, house.a_case) == pseudonym(*house.vault, house.here, house.a_case));
    CHECK(pseudonym(*house.vault, MunicipalityId::make(house.random), house.a_case) !=
          pseudonym(*house.vault, house.here, house.a_case));
}

TEST_CASE("D9 When a month's key is disposed of its entries still stand, and say nothing")
{
    Written house;
    const auto leaf = house.leaf(house.entry("Skälet"));
    const std::array units{leaf.month_unit};
    house.vault->destroy(units);
    CHECK_THROWS_AS(text_of_leaf(*house.vault, leaf), vault::Unreadable);
    CHECK(read_leaf(bytes_of(bytes_of_leaf(leaf))));
}

TEST_CASE("A leaf that would not fit its two bytes of length is a bug")
{
    Leaf leaf;
    leaf.request_id = std::string(leaf_bytes_max, 'x');
    CHECK_THROWS_AS(bytes_of_leaf(leaf), Bug);
}
