#include "cases/file.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "cases/duties.h"
#include "cases/file_commands.h"
#include "cases/file_pages.h"
#include "support/group_with_plan.h"

using namespace lots;
using namespace lots::cases;
using test::fault_of;
using test::missing_in;
using test::Municipality;
using test::must;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string sees(Municipality& town, const std::string& handle, const std::string& number)
{
    return fault_of(town.as(handle, [&](access::Work& work) -> Result<Done> {
        const auto permit = access::permit<access::Operation::see_case>(work, number);
        if (!permit) return permit.error();
        return Done{};
    }));
}

access::CaseState state(Municipality& town, const std::string& number)
{
    return *town.as("sara", [&](access::Work& work) -> Result<access::CaseState> {
        const auto permit = access::permit<access::Operation::see_case>(work, number);
        if (!permit) return permit.error();
        return permit->facts().state;
    });
}

std::vector<std::string> due(Municipality& town, const std::string& handle, const std::string& number)
{
    std::vector<std::string> all;
    must(town.as(handle, [&](access::Work& work) -> Result<Done> {
        const auto permit = access::permit<access::Operation::see_case>(work, number);
        if (!permit) return permit.error();
        for (const auto& duty : duties(*permit)) all.push_back(std::string(duty.what.name()));
        return Done{};
    }));
    return all;
}

/// Social services of another board, and Vera who works there.
void add_another_board(Municipality& town)
{
    town.in_unit([&](storage::Session& db) {
        const organisation::Change change{db, *town.house.vault, town.house.random, town.house.now, town.here, {}};
        town.agencies["soc-syd"] = *organisation::add_agency(change, {"soc-syd", "social_services", "Socialtjänsten syd"});
        town.units["soc-syd"] = *organisation::add_unit(change, {town.agencies.at("soc-syd"), "soc-syd-enhet", "Enheten"});
    });
    town.add("vera", "Vera Sund", "soc-syd", access::Role::social_worker);
}

/// The sign-in names that the form offers.
template <class Input>
std::vector<std::string> offered(Municipality& town, const std::string& number, const web::Command<Input>& command)
{
    const auto form = town.look("sara", {{"case", number}}, command.prepare);
    must(form);
    std::vector<std::string> handles;
    for (const auto& one : (*form).choices.of("people")) handles.push_back(one.value);
    std::ranges::sort(handles);
    return handles;
}

}  // namespace

TEST_CASE("edge-4.33 Who the case is about is corrected with a reason, and what stood before stays")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        town.set(town.today(), 15);
        CHECK(fault_of(town.run("jonas", correct_identity_command(),
                                {number, "Alexander", "Ternström", "", "Fel namn", 2006y / 2 / 2})) == "not found");
        must(
            town.run("sara", correct_identity_command(), {number, "Alexander", "Ternström", "", "Fel namn", 2006y / 2 / 2}));
        const auto page = town.look("sara", {{"case", number}}, correct_identity_command().prepare);
        must(page);
        CHECK((*page).input.given_name == "Alexander");
        int rows = 0;
        town.in_unit([&](storage::Session& db) {
            rows = *db.one(
                "SELECT count(*) FROM youth_identity WHERE municipality = $1",
                [](const storage::Row& row) { return row.get<int>(0); }, town.here);
        });
        CHECK(rows == 2);
    });
}

TEST_CASE(
    "edge-4.11 The birth date fits the number, and decides again who must sign: what is not enough any more ends at once")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();  // Alex signed alone, as an adult
        town.set(town.today(), 15);
        CHECK(fault_of(town.run("sara", correct_identity_command(),
                                {number, "Alex", "Ternström", "201001022399", "Fel dag", 2010y / 1 / 3})) ==
              "personal_number");
        must(town.run("sara", correct_identity_command(),
                      {number, "Alex", "Ternström", "201001022399", "Fel dag", 2010y / 1 / 2}));
        CHECK(state(town, number) == access::CaseState::suspended);  // a minor, and no guardian has said yes
    });
}

TEST_CASE(
    "edge-4.26 The case gets another officer: the former loses it at once, and nobody with a conflict of interest gets it")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        town.add("nils", "Nils Falk", "soc", access::Role::social_worker);
        const auto number = town.case_in_forming();
        CHECK(fault_of(town.run("sara", change_officer_command(), {number, "jonas", "Byter", {}})) == "person");
        CHECK(fault_of(town.run("sara", change_officer_command(), {number, "sara", "Byter", {}})) == "person");
        must(town.run("sara", change_officer_command(), {number, "nils", "Föräldraledig", town.today()}));
        CHECK(sees(town, "nils", number) == "none");
        CHECK(sees(town, "sara", number) == "not found");
        must(town.run("nils", declare_conflict_command(), {number, "Vi är kusiner"}));
        CHECK(sees(town, "nils", number) == "not found");
        CHECK(fault_of(town.run("karin", change_officer_command(), {number, "nils", "Igen", {}})) == "person");  // has it already
        must(town.run("karin", change_officer_command(), {number, "sara", "Nils är jävig", {}}));
        CHECK(missing_in(town.run("sara", change_officer_command(), {number, "nils", "Tillbaka", {}})) == "edge-4.14");
    });
}

TEST_CASE("S2-04, S4-34 A case stays with the board that has it: officer, deputy and who reads what is protected work there")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        const auto today = town.today();
        const auto says_why = [&] {
            const auto form = town.look("sara", {{"case", number}}, change_officer_command().prepare);
            must(form);
            return has((*form).above.str(), "samma nämnd");
        };
        CHECK_FALSE(says_why());
        add_another_board(town);
        CHECK(says_why());
        const std::vector<std::string> own{"amir", "sara"}, own_and_manager{"amir", "karin", "sara"};
        CHECK(offered(town, number, change_officer_command()) == own);
        CHECK(offered(town, number, add_deputy_command()) == own);
        CHECK(offered(town, number, name_reader_command()) == own_and_manager);
        CHECK(fault_of(town.run("sara", change_officer_command(), {number, "vera", "Byter", {}})) == "person");
        CHECK(fault_of(town.run("sara", add_deputy_command(), {number, "vera", today, add_days(today, 9)})) == "person");
        CHECK(fault_of(town.run("sara", name_reader_command(), {number, "vera", false})) == "person");
        CHECK(sees(town, "vera", number) == "not found");
        // Who was named before they came there can be unnamed.
        must(town.as("sara", [&](access::Work& work) -> Result<Done> {
            const auto permit = access::permit<access::Operation::keep_file>(work, number);
            if (!permit) return permit.error();
            assign(*permit, town.people.at("vera"), town.units.at("soc-syd"), "named_reader");
            return Done{};
        }));
        CHECK(offered(town, number, name_reader_command()) == std::vector<std::string>{"amir", "karin", "sara", "vera"});
        must(town.run("sara", name_reader_command(), {number, "vera", true}));

        // Another unit of the same board is no other board, and who also works elsewhere gets it where the board is.
        town.in_unit([&](storage::Session& db) {
            const organisation::Change change{db, *town.house.vault, town.house.random, town.house.now, town.here, {}};
            town.units["second"] =
                *organisation::add_unit(change, {town.agencies.at("soc"), "soc-andra", "Andra enheten"});
            for (const auto* unit : {"soc-syd", "second"}) {
                const auto from = add_days(today, -30);
                REQUIRE(static_cast<bool>(organisation::assign(change, town.people.at("gustav"), town.units.at(unit),
                                                               access::Role::social_worker, from)));
            }
        });
        must(town.run("sara", change_officer_command(), {number, "gustav", "Sara slutar", today}));
        CHECK(sees(town, "sara", number) == "not found");
        const auto owner = town.as("karin", [&](access::Work& work) -> Result<UnitId> {
            return access::load_case_facts(work, number).value().owner_unit.value();
        });
        CHECK(*owner == town.units.at("second"));
    });
}

TEST_CASE("edge-4.14 A case whose officer has a conflict of interest is a duty of the unit manager")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        must(town.run("karin", change_officer_command(), {number, "amir", "Sara har mycket att göra", {}}));
        must(town.run("amir", declare_conflict_command(), {number, "Släkt"}));
        CHECK(due(town, "karin", number) == std::vector<std::string>{"duty.appoint_officer"});
        must(town.run("karin", change_officer_command(), {number, "sara", "Amir är jävig", {}}));
        CHECK(due(town, "sara", number).empty());
    });
}

TEST_CASE(
    "edge-4.14 A member says at any time that there is a conflict of interest, and is out of the case from that second")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const test::GroupWithPlan group(town);
        must(town.run("elin", declare_conflict_command(), {group.number, "Granne"}));
        CHECK(sees(town, "elin", group.number) == "not found");
        CHECK(due(town, "sara", group.number) == std::vector<std::string>{"duty.replace_member"});
    });
}

TEST_CASE("settled-16 A deputy may what the officer may, on the days of the deputyship and on no other")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        const auto today = town.today();
        CHECK(fault_of(town.run("sara", add_deputy_command(), {number, "amir", add_days(today, 5), add_days(today, 4)})) ==
              "last_day");
        must(town.run("sara", add_deputy_command(), {number, "amir", add_days(today, 2), add_days(today, 4)}));
        const auto has_it = [&](int days) {
            town.set(add_days(today, days));
            return sees(town, "amir", number) == "none";
        };
        CHECK_FALSE(has_it(1));
        CHECK(has_it(2));
        CHECK(has_it(4));
        CHECK_FALSE(has_it(5));
    });
}

TEST_CASE("edge-4.5 Who reads what is protected is named, one person at a time, and can be unnamed")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        const auto reads = [&](const std::string& handle) {
            return fault_of(town.as(handle, [&](access::Work& work) -> Result<Done> {
                const auto permit = access::permit<access::Operation::read_protected_contact>(work, number);
                if (!permit) return permit.error();
                return Done{};
            }));
        };
        CHECK(reads("sara") == "not found");  // having the case is not enough
        must(town.run("sara", name_reader_command(), {number, "sara", false}));
        CHECK(reads("sara") == "none");
        CHECK(reads("karin") == "not found");
        CHECK(fault_of(town.run("sara", name_reader_command(), {number, "sara", false})) == "person");
        must(town.run("sara", name_reader_command(), {number, "sara", true}));
        CHECK(reads("sara") == "not found");
    });
}

TEST_CASE("S1-64 Who has had a group can be identified afterwards: name, days and unit")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        must(town.as("sara", [&](access::Work& work) -> Result<Done> {
            const auto permit = access::permit<access::Operation::see_case>(work, number);
            if (!permit) return permit.error();
            enter_register(*permit);
            enter_register(*permit);  // once
            return Done{};
        }));
        const auto page = town.look("sara", {{"case", number}}, register_json);
        must(page);
        CHECK(has(*page, R"("given_name":"Alex")"));
        CHECK(has(*page, R"("from_day":")" + iso(town.today()) + "\""));
        CHECK(fault_of(town.look("jonas", {{"case", number}}, register_json)) == "not found");
    });
}
