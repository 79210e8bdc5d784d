#pragma once

#include <string>

#include <doctest/doctest.h>

#include "nomination/commands.h"
#include "selection/commands.h"
#include "support/municipality.h"

namespace lots::selection::test {

using lots::test::Municipality;

/// The unmet requirements, the first field that is wrong, "not found" or "none".
template <class T>
std::string fault_of(const Result<T>& result)
{
    if (result) return "none";
    if (const auto* refused = result.error().template as<Refused>()) {
        std::string all;
        for (const auto* finding : refused->decision.missing())
            all += (all.empty() ? "" : " ") + std::string(finding->requirement->id);
        return all;
    }
    if (const auto* faults = result.error().template as<Invalid>()) return faults->fields.at(0).field;
    return "not found";
}

/// A proposal about somebody, taken up by Sara.
struct Review {
    Municipality& town;

    explicit Review(Municipality& municipality, Date born = 2010y / 2 / 2) : town(municipality)
    {
        nomination::Propose propose;
        propose.given_name = "Alex";
        propose.family_name = "Ternström";
        propose.born = born;
        propose.legal_ground = "own_knowledge";
        propose.noticed_on = town.today();
        propose.reasons = {"company"};
        propose.origin = "none";
        propose.known_before = "yes";
        propose.reason = propose.why_sig = propose.weighing = "Därför";
        must(town.run("sara", nomination::propose_command(), propose));
        must(town.run("sara", nomination::take_up_command(), taking_up("F-1")));
        must(town.run("sara", add_source_command(),
                      {"F-1", "own", "file", "Socialtjänsten", "Egna uppgifter och polisens", town.today()}));
    }
    nomination::TakeUp taking_up(const std::string& number) const
    {
        nomination::TakeUp input{number, true, town.today(), "population_register", "no", "no", "", "", "yes"};
        input.note.why = input.note.childs_view = input.note.best_interests = "Därför";
        return input;
    }
    template <class T>
    static void must(const Result<T>& result)
    {
        INFO(fault_of(result));
        REQUIRE(static_cast<bool>(result));
    }
    static DecideOffer a_decision(const std::string& outcome = "offer")
    {
        DecideOffer input;
        input.case_number = "F-1";
        input.outcome = outcome;
        input.category = "at_risk";
        input.mode = "cooperation_form";
        input.ground = "none";
        input.crime_ground = "suspected";
        input.room_for_more = true;
        input.note = {"Därför", "Så här", "Socialtjänsten", "Erbjuds en grupp", "Vill gärna", "Talar för", "3.2"};
        return input;
    }
    Result<web::Landing> decide(const DecideOffer& input, const std::string& who = "sara")
    {
        return town.run(who, decide_offer_command(), input);
    }
    access::CaseFacts facts(const std::string& number = "F-1")
    {
        return *town.as(
            "sara", [&](access::Work& work) -> Result<access::CaseFacts> { return *access::load_case_facts(work, number); });
    }
    int open_cases()
    {
        int found = 0;
        town.in_unit([&](storage::Session& db) {
            found = *db.one("SELECT COUNT(*) FROM open_case", [](const storage::Row& row) { return row.get<int>(0); });
        });
        return found;
    }
    /// A municipality with room for so many.
    void set_capacity(const std::string& profile)
    {
        town.in_unit([&](storage::Session& db) {
            const bool postgresql = town.house.data->engine() == storage::Engine::postgresql;
            db.script(postgresql ? "ALTER TABLE municipality DISABLE TRIGGER USER" : "DROP TRIGGER municipality_no_update");
            db.run("UPDATE municipality SET profile = $2 WHERE municipality = $1", town.here, profile);
        });
    }
};

inline void with(void (*story)(Review&))
{
    lots::test::on_both_engines([&](const lots::test::Place& place) {
        Municipality town(place);
        Review review(town);
        story(review);
    });
}

}  // namespace lots::selection::test
