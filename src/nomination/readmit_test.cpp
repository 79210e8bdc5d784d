#include <doctest/doctest.h>

#include "cases/decision_note.h"
#include "cases/file.h"
#include "guideline/requirements.h"
#include "nomination/commands.h"
#include "nomination/test_proposal.h"
#include "support/municipality.h"

using namespace lots;
using namespace lots::nomination;
using lots::nomination::test::fault_of;
using lots::nomination::test::gets;
using lots::nomination::test::second_unit;
using lots::test::Municipality;

namespace {

/// As social services' decision leaves it, without the rooms that make it.
void close(Municipality& town, const std::string& number)
{
    const auto closed = town.as("sara", [&](access::Work& work) -> Result<Done> {
        const auto permit = access::permit<access::Operation::decide_closure>(work, number);
        if (!permit) return permit.error();
        const auto note = cases::add_decision(*permit, {"Skäl", "Hur", "Vem", "Vad", "", "", "3.1"}, "sol-14-3");
        const Bytes sealed(8, 1);
        work.db.run("INSERT INTO closure (municipality, id, case_id, reason, closed_on, closed_at, decision_note, ground_sealed, "
                    "informed_sealed, police_reminded, monitoring_last_day) VALUES ($1, $2, $3, 'goals_reached', $4, $5, $6, $7, $7, $8, $9)",
                    work.municipality, work.new_id<ClosureId>(), permit->case_id(), work.today, work.now, note, sealed, false,
                    add_months(work.today, 12));
        cases::move(*permit, access::CaseState::closed, "T17", note);
        cases::end_open_case(*permit);
        return Done{};
    });
    REQUIRE(static_cast<bool>(closed));
}

/// Opens a new episode; the number of its proposal.
Result<web::Landing> again(Municipality& town, const std::string& number, const std::string& to_unit = {})
{
    return town.run("sara", readmit_command(), {number, "Två nya anmälningar", "Samma behov", "Bedömt på nytt", to_unit});
}

/// The unit that has the proposal.
UnitId owner_of(Municipality& town, const std::string& proposal)
{
    const auto unit = town.as("sara", [&](access::Work& work) -> Result<UnitId> {
        return access::load_case_facts(work, proposal).value().owner_unit.value();
    });
    return *unit;
}

cases::FormerEpisode former_of(Municipality& town, const std::string& proposal)
{
    const auto found = town.as("sara", [&](access::Work& work) -> Result<cases::FormerEpisode> {
        const auto permit = access::permit<access::Operation::read_nomination>(work, proposal);
        if (!permit) return permit.error();
        const auto former = cases::former_episode(*permit);
        check(former.has_value(), "a new episode without a former one");
        return *former;
    });
    REQUIRE(static_cast<bool>(found));
    return *found;
}

}  // namespace

TEST_CASE("edge-4.16 T19 A new episode of the same young person begins as a proposal; it knows the former one and says when it is soon after")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        CHECK_FALSE(static_cast<bool>(again(town, number)));  // it goes on
        close(town, number);
        const auto closed_on = town.today();
        town.set(add_months(closed_on, 12));
        const auto opened = again(town, number);
        REQUIRE(static_cast<bool>(opened));
        CHECK((*opened).json.find("\"former_episode\":\"" + number + "\"") != std::string::npos);
        CHECK(former_of(town, "F-2").number == number);
        CHECK(former_of(town, "F-2").within_twelve_months);  // the last day of the twelve months
        CHECK_FALSE(static_cast<bool>(again(town, number)));  // one case at a time
    });
}

TEST_CASE("edge-4.16 The day after the twelve months a new episode is not soon after the former one any more")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        close(town, number);
        town.set(next_day(add_months(town.today(), 12)));
        REQUIRE(static_cast<bool>(again(town, number)));
        CHECK_FALSE(former_of(town, "F-2").within_twelve_months);
    });
}

TEST_CASE("S4-34, T19 A new episode is opened by a unit that proposes, and comes to one that decides")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        close(town, number);
        const auto second = second_unit(town, "soc");
        gets(town, second, "proposes");
        const auto form = town.look("sara", {{"case", number}}, readmit_command().prepare);
        REQUIRE(static_cast<bool>(form));
        CHECK((*form).gate.lacks(guideline::unit_has_part));
        const auto refused = again(town, number);
        REQUIRE(fault_of(refused) == "refused");
        CHECK(refused.error().as<Refused>()->decision.lacks(guideline::unit_has_part));

        // Sara's unit proposes too; the other one decides.
        gets(town, town.units.at("soc"), "proposes");
        gets(town, second, "decides");
        const auto opened = again(town, number);
        REQUIRE(fault_of(opened) == "none");
        CHECK((*opened).done == "nomination.sent_as");
        CHECK(owner_of(town, "F-2") == second);
    });
}

TEST_CASE("S4-34, T19 A new episode stays with a unit that decides; otherwise one of the own board is chosen among several")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        close(town, number);
        const auto second = second_unit(town, "soc");
        std::optional<UnitId> third;
        town.in_unit([&](storage::Session& db) {
            const organisation::Change change{db, *town.house.vault, town.house.random, town.house.now, town.here, {}};
            third = *organisation::add_unit(change, {town.agencies.at("soc"), "soc-tredje", "Tredje enheten"});
        });
        gets(town, second, "decides");
        gets(town, *third, "decides");
        gets(town, second_unit(town, "skolan"), "decides");
        const auto asked = [&] {
            const auto form = town.look("sara", {{"case", number}}, readmit_command().prepare);
            REQUIRE(static_cast<bool>(form));
            return (*form).choices.of("receiving").size();
        };
        CHECK(asked() == 2);
        for (const auto* other : {"", "soc-enhet", "skolan-andra"}) CHECK(fault_of(again(town, number, other)) == "to_unit");
        gets(town, town.units.at("soc"), "decides");
        CHECK(asked() == 0);  // the unit that had it decides
        const auto opened = again(town, number);
        REQUIRE(fault_of(opened) == "none");
        CHECK((*opened).done == "nomination.readmitted");
        CHECK(owner_of(town, "F-2") == town.units.at("soc"));
    });
}

TEST_CASE("S4-34, T19 The unit that is chosen for a new episode gets it")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        close(town, number);
        const auto second = second_unit(town, "soc");
        gets(town, second, "decides");
        town.in_unit([&](storage::Session& db) {
            const organisation::Change change{db, *town.house.vault, town.house.random, town.house.now, town.here, {}};
            const auto third = *organisation::add_unit(change, {town.agencies.at("soc"), "soc-tredje", "Tredje enheten"});
            db.run("INSERT INTO unit_part (municipality, unit, part, made_at) VALUES ($1, $2, 'decides', $3)", town.here, third,
                   town.house.now);
        });
        REQUIRE(fault_of(again(town, number, "soc-andra")) == "none");
        CHECK(owner_of(town, "F-2") == second);
    });
}
