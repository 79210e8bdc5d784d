#pragma once

#include <map>
#include <string>

#include "access/permit.h"
#include "audit/test_house.h"
#include "cases/record.h"
#include "cases/youth.h"
#include "http/message.h"
#include "organisation/commands.h"
#include "organisation/profile.h"
#include "organisation/store.h"
#include "support/migrated.h"
#include "web/command.h"

namespace lots::test {

/// Ekvik on one of the engines: social services, police, a school and a leisure centre, with one or two people each, and as many cases
/// as a test asks for. Everybody is invented. What a test does goes through permits and commands, as a request would.
class Municipality {
public:
    LogHouse house;
    web::PasswordHasher hasher{{1, 1 << 20}};  // cheap: how dear it is, sign-in's tests measure
    MunicipalityId here;
    std::map<std::string, AgencyId> agencies;
    std::map<std::string, UnitId> units;
    std::map<std::string, PersonId> people;
    std::map<std::string, AssignmentId> assignments;
    std::map<std::string, access::Role> roles;

    explicit Municipality(const Place& place, const std::string& profile = "{}") : house(migrated(place))
    {
        storage::migrate(*house.data, storage::migrations_of("data"));
        in_unit([&](storage::Session& db) {
            here = *organisation::make_municipality(db, *house.vault, house.random, house.now,
                                                    {"ekvik", "Ekvik", "0000", organisation::Kind::test, profile});
            const organisation::Change change{db, *house.vault, house.random, house.now, here, {}};
            add_agency(change, "soc", "social_services", "Socialtjänsten");
            add_agency(change, "polisen", "police", "Polisen");
            add_agency(change, "skolan", "school", "Björkskolan");
            add_agency(change, "fritid", "leisure", "Fritid");
            add_agency(change, "privat", "other", "Egna konton");
            add_person(change, "sara", "Sara Lind", "soc", access::Role::social_worker);
            add_person(change, "amir", "Amir Haddad", "soc", access::Role::social_worker);
            add_person(change, "karin", "Karin Östberg", "soc", access::Role::unit_manager);
            add_person(change, "jonas", "Jonas Ek", "polisen", access::Role::police);
            add_person(change, "petra", "Petra Dahl", "polisen", access::Role::police);
            add_person(change, "elin", "Elin Berg", "skolan", access::Role::school);
            add_person(change, "ali", "Ali Nouri", "fritid", access::Role::agency_staff);
            add_person(change, "alex", "Alex Ternström", "privat", access::Role::youth);
            add_person(change, "tore", "Tore Blom", "privat", access::Role::helper);
            add_person(change, "rut", "Rut Hall", "privat", access::Role::organisation_admin);
            add_person(change, "gustav", "Gustav Berg", "polisen", access::Role::working_group);
        });
    }

    /// Moves the clock; requests from here on happen then.
    void set(Date day, int hour = 12) { house.now = at_local(day, hour, 0); }
    Date today() const { return local_day(house.now); }

    access::Reader reader(const std::string& handle) const
    {
        access::Reader reader;
        reader.municipality = here;
        reader.person = people.at(handle);
        reader.assignment = assignments.at(handle);
        in_snapshot([&](storage::Session& db) {
            access::Work work(db, *house.vault, const_cast<SystemRandom&>(house.random), house.now, reader,
                              access::Operation::read_organisation, audit::Kind::read, "0");
            const auto acting = organisation::acting_of_handle(work, handle, {roles.at(handle)});
            check(acting.has_value(), "a test asks for somebody who is not there");
            reader.role = acting->role;
            reader.unit = acting->unit.id;
            reader.agency = acting->unit.agency;
            reader.agency_code = acting->unit.agency_code;
            reader.agency_kind = acting->unit.agency_kind;
            reader.agency_name = acting->unit.agency_name;
            reader.unit_name = acting->unit.name;
            reader.name = acting->name;
        });
        return reader;
    }

    /// Does something as that person, kept when it succeeds.
    template <class Act>
    auto as(const std::string& handle, Act act)
    {
        const auto who = reader(handle);
        std::optional<std::invoke_result_t<Act, access::Work&>> answer;
        house.data->write({[&](storage::Session& db) {
                               access::Work work(db, *house.vault, house.random, house.now, who, access::Operation::see_case,
                                                 audit::Kind::command, "0");
                               answer.emplace(act(work));
                               return *answer ? storage::Outcome::keep : storage::Outcome::drop;
                           },
                           {}});
        return *std::move(answer);
    }
    /// Sends a command's form.
    template <class Input>
    Result<web::Landing> run(const std::string& handle, const web::Command<Input>& command, const Input& input)
    {
        return as(handle, [&](access::Work& work) { return command.run(work, input); });
    }
    /// Fetches something that reads: a command's page (prepare), a page, JSON.
    template <class Look>
    auto look(const std::string& handle, const web::PathParts& parts, Look look_at)
    {
        const auto who = reader(handle);
        http::Request request;
        request.path = "/arende";  // where a form on the page is sent
        std::optional<std::invoke_result_t<Look, access::Work&, const web::Asked&>> answer;
        in_snapshot([&](storage::Session& db) {
            access::Work work(db, *house.vault, house.random, house.now, who, access::Operation::see_case, audit::Kind::read, "0");
            answer.emplace(look_at(work, web::Asked{request, parts, who, today(), "csrf", "key"}));
        });
        return *std::move(answer);
    }

    /// A case in FORMING about Alex, whose consent holds for a year from today and names these agencies; Sara is the case officer.
    /// Alex signs alone (born 2006) or, when `minor`, with one guardian.
    std::string case_in_forming(const std::vector<std::string>& named = {"soc", "polisen", "skolan"}, bool minor = false);

    /// One more person, in that agency's unit and that role.
    void add(const std::string& handle, const std::string& name, const std::string& agency, access::Role role)
    {
        in_unit([&](storage::Session& db) { add_person({db, *house.vault, house.random, house.now, here, {}}, handle, name, agency, role); });
    }

    /// Yesterday was that person's last day at work.
    void leaves(const std::string& handle)
    {
        in_unit([&](storage::Session& db) {
            const organisation::Change change{db, *house.vault, house.random, house.now, here, {}};
            const auto ended = organisation::end_assignment(change, assignments.at(handle), add_days(today(), -1));
            check(static_cast<bool>(ended), "a test lets somebody leave who is not there");
        });
    }

    /// What the municipality decides for itself, as JSON. It is set once, at the start: here the database lets it be another.
    void set_profile(const std::string& json)
    {
        in_unit([&](storage::Session& db) {
            const bool postgresql = house.data->engine() == storage::Engine::postgresql;
            db.script(postgresql ? "ALTER TABLE municipality DISABLE TRIGGER USER" : "DROP TRIGGER IF EXISTS municipality_no_update");
            db.run("UPDATE municipality SET profile = $2 WHERE municipality = $1", here, json);
        });
    }

    template <class Act>
    void in_unit(Act act)
    {
        house.data->write({[&](storage::Session& db) {
                               act(db);
                               return storage::Outcome::keep;
                           },
                           {}});
    }

private:
    template <class Act>
    void in_snapshot(Act act) const
    {
        house.data->read([&](storage::Session& db) { act(db); });
    }
    void add_agency(const organisation::Change& change, const std::string& code, const std::string& kind, const std::string& name)
    {
        agencies[code] = *organisation::add_agency(change, {code, kind, name});
        units[code] = *organisation::add_unit(change, {agencies[code], code + "-enhet", "Enheten"});
    }
    void add_person(const organisation::Change& change, const std::string& handle, const std::string& name, const std::string& agency,
                    access::Role role)
    {
        roles[handle] = role;
        people[handle] = *organisation::add_person(change, {handle, name});
        assignments[handle] = *organisation::assign(change, people[handle], units.at(agency), role, add_days(today(), -30));
    }
};

inline std::string Municipality::case_in_forming(const std::vector<std::string>& named, bool minor)
{
    const auto opened = as("sara", [&](access::Work& work) -> Result<std::string> {
        const auto youth = cases::add_youth(work, {"Alex", "Ternström", "", minor ? Date{2010y / 2 / 2} : Date{2006y / 2 / 2}});
        return organisation::profile_of(work).program + "-2026-" + cases::open_case(work, youth, units.at("soc")).substr(2);
    });
    const std::string& number = *opened;
    const auto who = reader("sara");
    in_unit([&](storage::Session& db) {
        const auto id = *db.one("SELECT id FROM sig_case WHERE municipality = $1 ORDER BY nomination_number DESC LIMIT 1",
                                [](const storage::Row& row) { return row.get<CaseId>(0); }, here);
        const auto day = today();
        const auto now = house.now;
        db.run("INSERT INTO case_number (municipality, case_id, number, given_at) VALUES ($1, $2, $3, $4)", here, id, number, now);
        db.run("INSERT INTO case_transition (municipality, case_id, seq, from_state, to_state, transition, at, made_by, role, decision_note) "
               "VALUES ($1, $2, 2, 'consent_pending', 'forming', 'T7', $3, $4, 'social_worker', NULL)",
               here, id, now, who.person);
        db.run("INSERT INTO case_assignment (municipality, id, case_id, person, unit, duty, from_day, made_at, made_by) "
               "VALUES ($1, $2, $3, $4, $5, 'officer', $6, $7, $4)",
               here, RecordId::make(house.random), id, who.person, who.unit, day, now);
        const auto consent = ConsentId::make(house.random);
        const Bytes sealed(8, 1);
        db.run("INSERT INTO consent (municipality, id, case_id, number, form_version, category, purpose_sealed, information_kinds_sealed, "
               "not_shared_sealed, valid_from, last_day, circumstances_source, circumstances_checked_on, made_at, made_by) "
               "VALUES ($1, $2, $3, 1, '1', 'at_risk', $4, $4, $4, $5, $6, 'population_register', $5, $7, $8)",
               here, consent, id, sealed, day, add_days(day, 365), now, who.person);
        for (const auto& code : named) {
            db.run("INSERT INTO consent_agency (municipality, consent, agency) VALUES ($1, $2, $3)", here, consent, agencies.at(code));
            db.run("INSERT INTO concerned_agency (municipality, id, case_id, agency, concerned, made_at, made_by) "
                   "VALUES ($1, $2, $3, $4, 1, $5, $6)",
                   here, RecordId::make(house.random), id, agencies.at(code), now, who.person);
        }
        const auto signs = [&](int at, std::string_view role, std::optional<PersonId> person) {
            const auto signatory = SignatoryId::make(house.random);
            db.run("INSERT INTO signatory (municipality, id, case_id, number, role, person, name_sealed, protected_identity, custody_source, "
                   "custody_checked_on, language_sealed, added_at, added_by) VALUES ($1, $2, $3, $4, $5, $6, $7, 'none', 'population_register', $8, "
                   "$7, $9, $10)",
                   here, signatory, id, at, role, person, sealed, day, now, who.person);
            const auto file = FileId::make(house.random);
            db.run("INSERT INTO attachment (municipality, id, case_id, compartment, number, unit, media_type, size, name_sealed, fingerprint, "
                   "added_at, added_by) VALUES ($1, $2, $3, 'social_services', $4, $5, 'application/pdf', 1, $6, $6, $7, $8)",
                   here, file, id, at, RetentionUnitId::make(house.random), sealed, now, who.person);
            db.run("INSERT INTO consent_answer (municipality, id, consent, signatory, answer, signed_on, method, attachment, signature_seen, "
                   "verified_by, follow_up_answer, made_at) VALUES ($1, $2, $3, $4, 'yes', $5, 'paper', $6, 1, $7, 'not_asked', $8)",
                   here, RecordId::make(house.random), consent, signatory, day, file, who.person, now);
        };
        signs(1, "youth", people.at("alex"));
        if (minor) signs(2, "guardian", std::nullopt);
    });
    return number;
}

}  // namespace lots::test
