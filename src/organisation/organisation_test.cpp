#include <doctest/doctest.h>

#include "audit/test_house.h"
#include "organisation/commands.h"
#include "organisation/store.h"

using namespace lots;
using namespace lots::organisation;
using access::Role;
using storage::Outcome;
using storage::Row;

namespace {

/// A municipality with social services, police and one person, on one of the engines.
struct Town {
    test::LogHouse house;
    web::PasswordHasher hasher{{1, 1 << 20}};  // cheap: how dear it is, sign-in's tests measure
    MunicipalityId here;
    AgencyId social, police;
    UnitId young, patrol;
    PersonId sara;

    explicit Town(const test::Place& place) : house(place)
    {
        storage::migrate(*house.data, storage::migrations_of("data"));
        in_unit([&](storage::Session& db) {
            here = *make_municipality(db, *house.vault, house.random, house.now, {"ekvik", "Ekvik", "0000", Kind::demo});
        });
        changes([&](const Change& change) {
            social = *add_agency(change, {"socialtjansten", "social_services", "Socialtjänsten"});
            police = *add_agency(change, {"polisen", "police", "Polisen"});
            young = *add_unit(change, {social, "unga", "Enheten för unga"});
            patrol = *add_unit(change, {police, "ungdom", "Ungdomsgruppen"});
            sara = *add_person(change, {"sara.lind", "Sara Lind", "010-000 00 00"});
        });
    }

    template <class Act>
    void in_unit(Act act)
    {
        house.data->write({[&](storage::Session& db) {
                               act(db);
                               return Outcome::keep;
                           },
                           {}});
    }
    template <class Act>
    void changes(Act act)
    {
        in_unit([&](storage::Session& db) { act(Change{db, *house.vault, house.random, house.now, here, {}}); });
    }
    /// What a page of that day would do.
    template <class Act>
    void works(Act act)
    {
        access::Reader reader;
        reader.municipality = here;
        reader.person = sara;
        house.data->read([&](storage::Session& db) {
            access::Work work(db, *house.vault, house.random, house.now, reader, access::Operation::read_organisation, audit::Kind::read, "0");
            act(work);
        });
    }
    Date today() const { return local_day(house.now); }
};

template <class T>
std::string fault_of(const Result<T>& result)
{
    const auto* faults = result ? nullptr : result.error().template as<Invalid>();
    return faults == nullptr ? "none" : faults->fields.at(0).field + " " + std::string(faults->fields.at(0).message.name());
}

}  // namespace

TEST_CASE("A person's name is sealed in the database and opens for the pages")
{
    test::on_both_engines([](const test::Place& place) {
        Town town(place);
        town.works([&](access::Work& work) {
            CHECK(person_name(work, town.sara) == "Sara Lind");
            CHECK(person_phone(work, town.sara) == "010-000 00 00");
            const auto stored = work.db.one("SELECT name_sealed FROM person WHERE handle = 'sara.lind'",
                                            [](const Row& row) { return row.get<Bytes>(0); });
            REQUIRE(stored);
            CHECK(text_of(*stored).find("Sara") == std::string::npos);
        });
    });
}

TEST_CASE("People act in the roles that hold on the day, and in no other")
{
    test::on_both_engines([](const test::Place& place) {
        Town town(place);
        AssignmentId former;
        town.changes([&](const Change& change) {
            REQUIRE(assign(change, town.sara, town.young, Role::social_worker, town.today()));
            REQUIRE(assign(change, town.sara, town.young, Role::unit_manager, next_day(town.today())));  // tomorrow
            const auto jonas = *add_person(change, {"jonas.ek", "Jonas Ek"});
            former = *assign(change, jonas, town.patrol, Role::police, add_days(town.today(), -10));
            REQUIRE(end_assignment(change, former, add_days(town.today(), -1)));                         // yesterday was the last day
        });
        town.works([&](access::Work& work) {
            const auto people = people_who_act(work);
            REQUIRE(people.size() == 1);
            CHECK(people[0].role == Role::social_worker);
            CHECK(people[0].name == "Sara Lind");
            CHECK(people[0].unit.agency_code == "socialtjansten");
            CHECK_FALSE(acting_of_handle(work, "jonas.ek"));
            CHECK(people_options(people)[0].label == "Sara Lind, Socialtjänsten, Enheten för unga");
        });
        town.changes([&](const Change& change) { CHECK(end_assignment(change, former, town.today()).error().as<NotFound>() != nullptr); });
    });
}

TEST_CASE("A role belongs in its kind of agency")
{
    test::on_both_engines([](const test::Place& place) {
        Town town(place);
        town.changes([&](const Change& change) {
            CHECK(fault_of(assign(change, town.sara, town.patrol, Role::social_worker, town.today())) == "role organisation.role.elsewhere");
            CHECK(fault_of(assign(change, town.sara, town.young, Role::police, town.today())) == "role organisation.role.elsewhere");
            CHECK(assign(change, town.sara, town.young, Role::social_worker, town.today()));
            CHECK(fault_of(assign(change, town.sara, town.young, Role::social_worker, town.today())) == "role organisation.role.held");
        });
    });
}

TEST_CASE("Codes and sign-in names are taken once, and a sign-in name is never a personal number")
{
    test::on_both_engines([](const test::Place& place) {
        Town town(place);
        town.changes([&](const Change& change) {
            CHECK(fault_of(add_agency(change, {"polisen", "police", "Polisen igen"})) == "code organisation.code.taken");
            CHECK(fault_of(add_agency(change, {"Polisen 2", "police", "Polisen"})) == "code organisation.code.form");
            CHECK(fault_of(add_agency(change, {"kyrkan", "church", "Kyrkan"})) == "kind organisation.kind.unknown");
            CHECK(fault_of(add_person(change, {"sara.lind", "Sara Lind"})) == "handle organisation.handle.taken");
            CHECK(fault_of(add_person(change, {"201001012382", "Någon"})) == "handle organisation.handle.number");
            CHECK(fault_of(add_person(change, {"a-100101-2382", "Någon"})) == "handle organisation.handle.number");
            CHECK(fault_of(add_person(change, {"ny.person", "  "})) == "name organisation.name.missing");
        });
    });
}

TEST_CASE("The newest password counts, and a new one ends all of the person's sessions")
{
    test::on_both_engines([](const test::Place& place) {
        Town town(place);
        const auto first = *make_password(town.hasher, "sara.lind", "gron bat langs kajen");
        const auto second = *make_password(town.hasher, "sara.lind", "fyra nya ord har");
        CHECK(town.hasher.verify(first.text, "gron bat langs kajen") == web::PasswordHasher::Answer::right);
        CHECK(town.hasher.verify(first.text, "gron bat langs kajem") == web::PasswordHasher::Answer::wrong);
        CHECK(town.hasher.verify(std::nullopt, "gron bat langs kajen") == web::PasswordHasher::Answer::wrong);
        town.changes([&](const Change& change) {
            const auto role = *assign(change, town.sara, town.young, Role::social_worker, town.today());
            set_password(change, town.sara, first);
            change.db.run("INSERT INTO sign_in_session (token_hash, municipality, person, assignment, csrf, made_at, seen_at, ends_at) "
                          "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                          Bytes(32, 1), town.here, town.sara, role, Bytes(32, 2), change.now, change.now, Instant(change.now + 1h));
        });
        town.changes([&](const Change& change) { set_password(change, town.sara, second); });
        town.works([&](access::Work& work) {
            CHECK(work.db.all("SELECT 1 FROM sign_in_session", [](const Row&) { return true; }).empty());
            CHECK(work.db.all("SELECT 1 FROM password", [](const Row&) { return true; }).size() == 2);  // the former one is kept as a fact
        });
    });
}

TEST_CASE("Agencies are listed in Swedish order")
{
    test::on_both_engines([](const test::Place& place) {
        Town town(place);
        town.changes([&](const Change& change) {
            REQUIRE(add_agency(change, {"overby", "school", "Överbyskolan"}));
            REQUIRE(add_agency(change, {"angby", "school", "Ängbyskolan"}));
            REQUIRE(add_agency(change, {"aby", "school", "Åbyskolan"}));
            REQUIRE(add_agency(change, {"zeta", "school", "Zetaskolan"}));
        });
        town.works([&](access::Work& work) {
            std::vector<std::string> names;
            for (const auto& agency : agencies(work)) names.push_back(agency.name);
            CHECK(names == std::vector<std::string>{"Polisen", "Socialtjänsten", "Zetaskolan", "Åbyskolan", "Ängbyskolan", "Överbyskolan"});
        });
    });
}
