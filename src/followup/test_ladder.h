#pragma once

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "followup/commands.h"
#include "followup/ladder.h"
#include "followup/ladder_pages.h"
#include "organisation/areas.h"
#include "organisation/groups.h"
#include "support/group_with_plan.h"

namespace lots::followup::test {

using access::Role;
using lots::test::GroupWithPlan;
using lots::test::Municipality;
using lots::test::must;

/// A group whose commitments are due in 30 days, and those whom the ladder knows.
struct Ladder {
    Municipality town;
    GroupWithPlan group;
    Date due;

    explicit Ladder(const lots::test::Place& place) : town(place), group(town), due(add_days(town.today(), 30))
    {
        group.decide_plan();
        town.add("hanna", "Hanna Sjö", "skolan", Role::agency_manager);
        town.add("lars", "Lars Wester", "polisen", Role::agency_manager);
        town.add("wanda", "Wanda Ek", "soc", Role::working_group);
        town.add("erik", "Erik Lund", "soc", Role::steering_group);
        seat("wanda", group_for("working_group", {}));
        seat("erik", group_for("steering_group", {}));
    }
    organisation::Change change(storage::Session& db)
    {
        return {db, *town.house.vault, town.house.random, town.house.now, town.here, {}};
    }
    /// A group of that kind for these districts; without any for the whole municipality.
    RecordId group_for(const std::string& kind, const std::vector<std::string>& districts)
    {
        RecordId id;
        town.in_unit([&](storage::Session& db) {
            const auto code = kind == "working_group" ? "arbete" : "styr";
            const auto place = districts.empty() ? std::string("alla") : districts.front();
            id = *organisation::add_group(
                change(db), {kind, code + ("-" + place), "Gruppen", districts.empty() ? "municipality" : "district", districts});
        });
        return id;
    }
    int seat(const std::string& handle, const RecordId& in)
    {
        int number = 0;
        town.in_unit([&](storage::Session& db) {
            const auto agency = town.agencies.at("soc");
            number = *organisation::add_seat(
                change(db), in, {town.people.at(handle), agency, "unit_head", true, false, town.today()});
        });
        return number;
    }
    /// Somebody with that role who sits in that group.
    void sits(const std::string& handle, Role role, const RecordId& in)
    {
        town.add(handle, "Namn", "soc", role);
        seat(handle, in);
    }
    RecordId district(const std::string& code)
    {
        RecordId id;
        town.in_unit([&](storage::Session& db) { id = *organisation::add_district(change(db), code, code); });
        return id;
    }
    void works_in(const RecordId& place)
    {
        town.in_unit([&](storage::Session& db) {
            db.run("INSERT INTO unit_district (municipality, unit, district, made_at) VALUES ($1, $2, $3, $4)", town.here,
                   town.units.at("soc"), place, town.house.now);
        });
    }
    CaseId case_id()
    {
        CaseId id;
        town.in_unit([&](storage::Session& db) {
            id = *db.one(
                "SELECT case_id FROM case_number WHERE municipality = $1 AND number = $2",
                [](const storage::Row& row) { return row.get<CaseId>(0); }, town.here, group.number);
        });
        return id;
    }
    /// Alex signs a new consent without the school, which is not concerned any more.
    void renewed_without_school()
    {
        const auto id = case_id();
        const auto sara = town.people.at("sara");
        const auto now = town.house.now;
        const Bytes sealed(8, 1);
        town.in_unit([&](storage::Session& db) {
            const auto consent = ConsentId::make(town.house.random);
            db.run("INSERT INTO concerned_agency (municipality, id, case_id, agency, concerned, made_at, made_by) "
                   "VALUES ($1, $2, $3, $4, 0, $5, $6)",
                   town.here, RecordId::make(town.house.random), id, town.agencies.at("skolan"), now, sara);
            db.run("INSERT INTO consent (municipality, id, case_id, number, form_version, category, purpose_sealed, "
                   "information_kinds_sealed, not_shared_sealed, valid_from, last_day, circumstances_source, "
                   "circumstances_checked_on, made_at, made_by) VALUES ($1, $2, $3, 2, '1', 'at_risk', $4, $4, $4, $5, $6, "
                   "'population_register', $5, $7, $8)",
                   town.here, consent, id, sealed, town.today(), add_days(town.today(), 90), now, sara);
            for (const auto* code : {"soc", "polisen"})
                db.run("INSERT INTO consent_agency (municipality, consent, agency) VALUES ($1, $2, $3)", town.here, consent,
                       town.agencies.at(code));
            db.run("INSERT INTO consent_answer (municipality, id, consent, signatory, answer, signed_on, method, attachment, "
                   "signature_seen, verified_by, follow_up_answer, made_at) SELECT municipality, $1, $2, signatory, answer, $3, "
                   "method, attachment, signature_seen, verified_by, follow_up_answer, $4 FROM consent_answer "
                   "WHERE municipality = $5",
                   RecordId::make(town.house.random), consent, town.today(), now, town.here);
        });
    }
    /// The police and the school take on what is theirs.
    void take_on()
    {
        for (const auto& [by, commitment] : {std::pair{"jonas", "2"}, std::pair{"elin", "3"}}) {
            plan::Accept accept;
            accept.case_number = group.number;
            accept.number = commitment;
            must(town.run(by, plan::accept_command(), accept));
        }
    }
    Result<web::Landing> lift(const std::string& what, const std::string& level, const std::string& by = "amir")
    {
        return town.run(by, escalate_command(), {group.number, what, level, "Alex har inget fått"});
    }
    std::string lifted_to(const std::string& handle)
    {
        const auto json = town.look(handle, {}, lifted_json);
        must(json);
        return *json;
    }
    std::vector<guideline::Duty> due_now()
    {
        const auto found = town.as("sara", [&](access::Work& work) -> Result<std::vector<guideline::Duty>> {
            const auto permit = access::permit<access::Operation::see_case>(work, group.number);
            if (!permit) return permit.error();
            return duties(*permit);
        });
        must(found);
        return *found;
    }
};

inline bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace lots::followup::test
