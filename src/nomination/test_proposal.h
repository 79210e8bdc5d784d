#pragma once

#include <optional>
#include <string>

#include <doctest/doctest.h>

#include "nomination/commands.h"
#include "nomination/pages.h"
#include "support/municipality.h"

namespace lots::nomination::test {

using lots::test::Municipality;

/// The first field that is wrong, "refused", "not found" or "none".
inline std::string fault_of(const Result<web::Landing>& result)
{
    if (result) return "none";
    if (result.error().as<NotFound>() != nullptr) return "not found";
    if (result.error().as<Refused>() != nullptr) return "refused";
    return result.error().as<Invalid>()->fields.at(0).field;
}

/// About somebody of that birth date, with everything in order but what the police ask for themselves.
inline Propose a_proposal(const Municipality& town, const std::string& personal_number, Date born)
{
    Propose propose;
    propose.given_name = "Alex";
    propose.family_name = "Ternström";
    propose.personal_number = personal_number;
    propose.born = born;
    propose.legal_ground = "concern_notice";
    propose.noticed_on = town.today();
    propose.considered_for_sig = true;
    propose.reasons = {"company"};
    propose.origin = "none";
    propose.known_before = "yes";
    propose.reason = propose.why_sig = propose.weighing = "Därför";
    return propose;
}

/// The same about somebody of 20 who has signed.
inline Propose about_an_adult(const Municipality& town)
{
    auto propose = a_proposal(town, "", 2006y / 1 / 2);
    propose.legal_ground = "adult_consent";
    propose.considered_for_sig = false;
    propose.consent_given_on = town.today();
    propose.consent_last_day = add_days(town.today(), 30);
    propose.consent_way = "paper";
    propose.consent_kept_at = "Pärm 4";
    return propose;
}

inline TakeUp taking_up(const Municipality& town, const std::string& number = "F-1")
{
    TakeUp input{number, true, town.today(), "population_register", "no", "no", "", "SN 2026/5", "no"};
    input.note.why = input.note.childs_view = input.note.best_interests = "Därför";
    return input;
}

inline int count(Municipality& town, storage::Sql sql)
{
    int found = 0;
    town.in_unit([&](storage::Session& db) { found = *db.one(sql, [](const storage::Row& row) { return row.get<int>(0); }); });
    return found;
}

inline void set_profile(Municipality& town, const std::string& profile)
{
    town.in_unit([&](storage::Session& db) {
        const bool postgresql = town.house.data->engine() == storage::Engine::postgresql;
        db.script(postgresql ? "ALTER TABLE municipality DISABLE TRIGGER USER" : "DROP TRIGGER IF EXISTS municipality_no_update");
        db.run("UPDATE municipality SET profile = $2 WHERE municipality = $1", town.here, profile);
    });
}

/// That part becomes the unit's, as the municipality's own choice.
inline void gets(Municipality& town, const UnitId& unit, const std::string& part)
{
    town.in_unit([&](storage::Session& db) {
        db.run("INSERT INTO unit_part (municipality, unit, part, made_at) VALUES ($1, $2, $3, $4)", town.here, unit, part,
               town.house.now);
    });
}

/// One more unit of that agency.
inline UnitId second_unit(Municipality& town, const std::string& agency)
{
    std::optional<UnitId> unit;
    town.in_unit([&](storage::Session& db) {
        unit = *organisation::add_unit({db, *town.house.vault, town.house.random, town.house.now, town.here, {}},
                                       {town.agencies.at(agency), agency + "-andra", "Andra enheten"});
    });
    return *unit;
}

inline int youths(Municipality& town)
{
    int found = 0;
    town.in_unit([&](storage::Session& db) {
        found = *db.one("SELECT COUNT(*) FROM youth", [](const storage::Row& row) { return row.get<int>(0); });
    });
    return found;
}

}  // namespace lots::nomination::test
