#pragma once

#include <doctest/doctest.h>
#include <string>

#include "cases/record.h"
#include "guideline/requirements.h"
#include "organisation/groups.h"
#include "support/faults.h"
#include "support/municipality.h"
#include "working_group/commands.h"
#include "working_group/pages.h"

namespace lots::working_group::for_tests {

using lots::test::fault_of;
using lots::test::Municipality;

template <class T>
bool lacks(const Result<T>& result, const guideline::Requirement& requirement)
{
    return !result && result.error().template as<Refused>() != nullptr &&
           result.error().template as<Refused>()->decision.lacks(requirement);
}

/// Ekvik with a working group: Sara for social services, Gustav for the police with mandate, Elin who may not decide.
struct Group {
    Municipality town;

    explicit Group(const lots::test::Place& place) : town(place)
    {
        town.in_unit([&](storage::Session& db) {
            const organisation::Change change{db, *town.house.vault, town.house.random, town.house.now, town.here, {}};
            const auto group = *organisation::add_group(change, {"working_group", "arbetsgruppen", "Arbetsgruppen"});
            const auto seat = [&](const char* who, const char* agency, const char* position, bool decides) {
                REQUIRE(static_cast<bool>(organisation::add_seat(
                    change, group,
                    {town.people.at(who), town.agencies.at(agency), position, decides, false, town.today()})));
            };
            seat("sara", "soc", "unit_head", true);
            seat("gustav", "polisen", "police_manager", true);
            seat("elin", "skolan", "principal", false);
        });
    }

    /// A case under review that is Sara's; its number.
    std::string under_review(const char* given_name = "Alex")
    {
        const auto opened = town.as("sara", [&](access::Work& work) -> Result<std::string> {
            const auto youth = cases::add_youth(work, {given_name, "Ternström", "201001022399", Date{2010y / 1 / 2}});
            const auto number = cases::open_case(work, youth, town.units.at("soc"));
            const auto facts = access::load_case_facts(work, number);
            work.db.run(
                "INSERT INTO case_assignment (municipality, id, case_id, person, unit, duty, from_day, made_at, made_by) "
                "VALUES ($1, $2, $3, $4, $5, 'officer', $6, $7, $4)",
                work.municipality, work.new_id<RecordId>(), facts->id, work.reader.person, work.reader.unit, work.today,
                work.now);
            work.db.run("INSERT INTO case_transition (municipality, case_id, seq, from_state, to_state, transition, at, "
                        "made_by, role, "
                        "decision_note) VALUES ($1, $2, 2, 'proposed', 'under_review', 'T2', $3, $4, 'social_worker', NULL)",
                        work.municipality, facts->id, work.now, work.reader.person);
            return number;
        });
        return *opened;
    }
    Result<web::Landing> call(const std::string& who = "sara")
    {
        return town.run(who, call_group_command(), {"arbetsgruppen", "Rådhuset", next_day(town.today()), form::Clock{9, 0}});
    }
    Result<web::Landing> show(const std::string& number, const std::string& text, const std::string& reason = "")
    {
        return town.run("sara", prepare_item_command(),
                        {number, "1", "deidentified", text, reason, "", 60, true, false, {}, {}});
    }
    std::string seen_by(const std::string& who)
    {
        const auto page = town.look(who, {{"meeting", "1"}}, meeting_page);
        return page ? (*page).main.str() : fault_of(page);
    }
    std::string state_of(const std::string& number)
    {
        return *town.as("sara", [&](access::Work& work) -> Result<std::string> {
            return std::string(access::name(access::load_case_facts(work, number)->state));
        });
    }
};

inline const std::string plain = "En ung person i den övre tonåren är ofta ute sent och kommer sällan till skolan.";

}  // namespace lots::working_group::for_tests
