#include "emergency/commands.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "emergency/duties.h"
#include "emergency/pages.h"
#include "emergency/store.h"
#include "support/municipality.h"

using namespace lots;
using namespace lots::emergency;
using access::Operation;
using test::Municipality;

namespace {

/// "none", "not found", or the requirements that a refusal names.
template <class T>
std::string fault_of(const Result<T>& result)
{
    if (result) return "none";
    if (const auto* refusal = result.error().template as<Refused>()) {
        std::string all;
        for (const auto* finding : refusal->decision.missing()) all += std::string(finding->requirement->id);
        return all;
    }
    return result.error().template as<NotFound>() != nullptr ? "not found" : "other";
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// Whether that person gets a permit for the operation now.
template <Operation operation>
bool may(Municipality& town, const std::string& handle, const std::string& number)
{
    const auto asked = town.as(handle, [&](access::Work& work) -> Result<Done> {
        const auto permit = access::permit<operation>(work, number);
        if (!permit) return permit.error();
        return Done{};
    });
    return static_cast<bool>(asked);
}

/// Amir, a colleague without anything to do with the case, opens it.
Result<web::Landing> break_glass(Municipality& town, const std::string& number, int hours, const std::string& handle = "amir")
{
    return town.run(handle, open_command(), {number, "Påträffad på stationen", hours});
}

std::vector<guideline::Duty> duties_now(Municipality& town, const std::string& number)
{
    const auto found = town.as("sara", [&](access::Work& work) -> Result<std::vector<guideline::Duty>> {
        const auto permit = access::permit<Operation::keep_file>(work, number);
        if (!permit) return permit.error();
        return duties(*permit);
    });
    return *found;
}

std::string notice(Municipality& town, const std::string& handle, const std::string& number)
{
    const auto drawn = town.look(handle, {{"case", number}}, [](access::Work& work, const web::Asked& asked) -> Result<std::string> {
        const auto permit = access::permit<Operation::see_case>(work, asked.part("case"));
        if (!permit) return permit.error();
        return notice_part(*permit, asked).str();
    });
    return drawn ? *drawn : std::string("not found");
}

}  // namespace

TEST_CASE("settled-26, edge-4.34 A colleague in social services says why and for how long, reads until then, and changes nothing")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        town.set(add_days(town.today(), 1), 12);
        CHECK_FALSE(may<Operation::see_case>(town, "amir", number));
        CHECK(fault_of(break_glass(town, number, 25)) == "settled-26");  // the usual longest time is 24 hours
        CHECK_FALSE(may<Operation::see_case>(town, "amir", number));

        CHECK(fault_of(break_glass(town, number, 2)) == "none");
        CHECK(may<Operation::see_case>(town, "amir", number));
        CHECK(may<Operation::read_plan>(town, "amir", number));
        CHECK(may<Operation::read_consent>(town, "amir", number));
        CHECK_FALSE(may<Operation::read_assessment>(town, "amir", number));
        CHECK_FALSE(may<Operation::read_notes>(town, "amir", number));
        CHECK_FALSE(may<Operation::keep_file>(town, "amir", number));
        CHECK_FALSE(may<Operation::decide_closure>(town, "amir", number));
        CHECK_FALSE(may<Operation::call_meeting>(town, "amir", number));

        town.set(town.today(), 13);
        CHECK(may<Operation::read_plan>(town, "amir", number));
        town.set(town.today(), 14);
        CHECK_FALSE(may<Operation::see_case>(town, "amir", number));
        CHECK(fault_of(break_glass(town, number, 1)) == "none");  // again, with a reason of its own
        CHECK(may<Operation::see_case>(town, "amir", number));
    });
}

TEST_CASE("settled-26 A municipality may have a shorter longest time, and nothing of the case is shown before the reason is given")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place, R"({"emergency_hours_longest": 3})");
        const auto number = town.case_in_forming();
        const auto page = town.look("amir", {{"case", number}}, web::entry_of(open_command()).show);
        REQUIRE(static_cast<bool>(page));
        CHECK(has((*page).main.str(), "3 timmar"));
        CHECK_FALSE(has((*page).main.str(), "Alex"));
        CHECK(fault_of(break_glass(town, number, 4)) == "settled-26");
        CHECK(fault_of(break_glass(town, number, 3)) == "none");
    });
}

TEST_CASE("settled-26 For police and everybody else outside social services it does not exist; the manager who has the case needs none")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        for (const auto* handle : {"jonas", "petra", "elin", "ali", "alex", "tore", "rut", "karin"}) {
            CAPTURE(handle);
            CHECK_FALSE(static_cast<bool>(town.look(handle, {{"case", number}}, open_command().prepare)));
            CHECK(fault_of(break_glass(town, number, 1, handle)) == "not found");
        }
        // The same as for a case that is not there.
        CHECK(fault_of(break_glass(town, "SIG-2026-777", 1)) == "not found");
    });
}

TEST_CASE("edge-4.34 The manager of the unit has it as a duty until it is noted; nobody else notes it")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        CHECK(duties_now(town, number).empty());
        CHECK(fault_of(break_glass(town, number, 2)) == "none");
        const auto due = duties_now(town, number);
        REQUIRE(due.size() == 1);
        CHECK(due[0].requirement->id == "edge-4.34");
        CHECK(due[0].person == town.people.at("karin"));
        CHECK(due[0].last_day == next_day(town.today()));
        CHECK(due[0].path == "nodatkomster/1/last");

        CHECK(fault_of(town.run("sara", told_command(), {number, "1"})) == "edge-4.34");
        CHECK(fault_of(town.run("amir", told_elsewhere_command(), {number, "1"})) == "edge-4.34");
        CHECK(fault_of(town.run("jonas", told_elsewhere_command(), {number, "1"})) == "not found");
        CHECK(fault_of(town.run("karin", told_command(), {number, "2"})) == "not found");
        CHECK(fault_of(town.run("karin", told_command(), {number, "1"})) == "none");
        CHECK(fault_of(town.run("karin", told_command(), {number, "1"})) == "edge-4.34");
        CHECK(duties_now(town, number).empty());
        const auto listed = town.look("sara", {{"case", number}}, emergencies_page);
        REQUIRE(static_cast<bool>(listed));
        CHECK(has((*listed).main.str(), "Påträffad på stationen"));
        CHECK_FALSE(static_cast<bool>(town.look("amir", {{"case", number}}, emergencies_page)));
    });
}

TEST_CASE("settled-26 While it lasts the case says so to those who have it, and every read by it stands out in the log")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        town.set(add_days(town.today(), 1), 12);
        CHECK(notice(town, "sara", number).empty());
        CHECK(fault_of(break_glass(town, number, 2)) == "none");
        CHECK(has(notice(town, "sara", number), "Amir Haddad"));
        CHECK(has(notice(town, "amir", number), "Du läser med nödåtkomst"));
        CHECK(notice(town, "alex", number).empty());

        const auto flagged = [&](const std::string& handle) {
            return *town.as(handle, [&](access::Work& work) -> Result<bool> {
                const auto permit = access::permit<Operation::see_case>(work, number);
                if (!permit) return permit.error();
                return std::ranges::count_if(work.entry().findings, [](const audit::Looked& one) { return one.requirement == "settled-26"; }) == 1;
            });
        };
        CHECK(flagged("amir"));
        CHECK_FALSE(flagged("sara"));
        town.set(town.today(), 14);
        CHECK(notice(town, "sara", number).empty());
        CHECK(notice(town, "amir", number) == "not found");
    });
}
