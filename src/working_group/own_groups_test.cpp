#include <doctest/doctest.h>

#include "cases/record.h"
#include "cases/youth.h"
#include "guideline/requirements.h"
#include "organisation/areas.h"
#include "organisation/groups.h"
#include "support/faults.h"
#include "support/municipality.h"
#include "working_group/commands.h"
#include "working_group/pages.h"
#include "working_group/store.h"

// Whose a working group is: those who sit in it, and social services of its districts.
using namespace lots;
using namespace lots::working_group;
using test::fault_of;
using test::Municipality;

TEST_CASE("S2-04, S4-38a Social services see, call and prepare for the groups of their own unit's district and of the whole municipality")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        RecordId north, south_group;
        town.in_unit([&](storage::Session& db) {
            const organisation::Change change{db, *town.house.vault, town.house.random, town.house.now, town.here, {}};
            REQUIRE(static_cast<bool>(organisation::add_group(change, {"working_group", "arbetsgruppen", "Arbetsgruppen"})));
            north = *organisation::add_district(change, "norr", "Norr");
            REQUIRE(static_cast<bool>(organisation::add_district(change, "syd", "Syd")));
            REQUIRE(static_cast<bool>(organisation::add_group(change, {"working_group", "grupp-norr", "Grupp norr", "district", {"norr"}})));
            south_group = *organisation::add_group(change, {"working_group", "grupp-syd", "Grupp syd", "district", {"syd"}});
        });
        const auto call = [&](const char* who, const char* code) {
            return fault_of(town.run(who, call_group_command(), {code, "Rådhuset", next_day(town.today()), form::Clock{9, 0}}));
        };
        const auto sees = [&](const char* who, const std::string& code) {
            const auto json = town.look(who, {}, groups_json);
            REQUIRE(static_cast<bool>(json));
            return (*json).find("\"group\":\"" + code + "\"") != std::string::npos;
        };
        REQUIRE(call("amir", "grupp-syd") == "none");  // a unit without districts works in all of them
        CHECK(sees("karin", "grupp-syd"));
        town.in_unit([&](storage::Session& db) {
            db.run("INSERT INTO unit_district (municipality, unit, district, made_at) VALUES ($1, $2, $3, $4)", town.here, town.units.at("soc"),
                   north, town.house.now);
        });
        for (const auto* who : {"amir", "karin"}) {
            CAPTURE(who);
            CHECK_FALSE(sees(who, "grupp-syd"));
            CHECK(sees(who, "grupp-norr"));
            CHECK(sees(who, "arbetsgruppen"));
            CHECK(fault_of(town.look(who, {{"meeting", "1"}}, meeting_page)) == "not found");
            CHECK(call(who, "grupp-syd") == "group");
        }
        CHECK(call("amir", "grupp-norr") == "none");
        // Nor may it be prepared for, by its number either: the form offers the meetings that one sees.
        const auto number = *town.as("sara", [&](access::Work& work) -> Result<std::string> {
            const auto youth = cases::add_youth(work, {"Alex", "Ternström", "201001022399", Date{2010y / 1 / 2}});
            const auto opened = cases::open_case(work, youth, town.units.at("soc"));
            const auto facts = access::load_case_facts(work, opened);
            work.db.run("INSERT INTO case_assignment (municipality, id, case_id, person, unit, duty, from_day, made_at, made_by) "
                        "VALUES ($1, $2, $3, $4, $5, 'officer', $6, $7, $4)",
                        work.municipality, work.new_id<RecordId>(), facts->id, work.reader.person, work.reader.unit, work.today, work.now);
            work.db.run("INSERT INTO case_transition (municipality, case_id, seq, from_state, to_state, transition, at, made_by, role, "
                        "decision_note) VALUES ($1, $2, 2, 'proposed', 'under_review', 'T2', $3, $4, 'social_worker', NULL)",
                        work.municipality, facts->id, work.now, work.reader.person);
            return opened;
        });
        const auto prepare_for = [&](const char* meeting) {
            return town.run("sara", prepare_item_command(),
                            {number, meeting, "deidentified", "En ung person är ofta ute sent.", "", "", 60, true, false, {}, {}});
        };
        const auto souths = prepare_for("1");
        REQUIRE(fault_of(souths) == "refused");
        CHECK(souths.error().as<Refused>()->decision.lacks(guideline::item_ends_with_meeting));
        CHECK(fault_of(prepare_for("2")) == "none");
        const auto offered = [&](const char* who) {
            return *town.as(who, [&](access::Work& work) -> Result<std::vector<std::string>> {
                std::vector<std::string> codes;
                for (const auto& meeting : open_meetings(work)) codes.push_back(meeting.group_code);
                return codes;
            });
        };
        CHECK(offered("sara") == std::vector<std::string>{"grupp-norr"});
        town.in_unit([&](storage::Session& db) {
            const organisation::Change change{db, *town.house.vault, town.house.random, town.house.now, town.here, {}};
            REQUIRE(static_cast<bool>(organisation::add_seat(
                change, south_group, {town.people.at("sara"), town.agencies.at("soc"), "unit_head", true, false, town.today()})));
        });
        CHECK(sees("sara", "grupp-syd"));  // who sits there reads it, wherever the unit works
        CHECK(offered("sara").size() == 2);
        CHECK_FALSE(sees("amir", "grupp-syd"));
    });
}
