#include "app/midnight.h"

#include "app/demo_tale.h"
#include "organisation/commands.h"
#include "app/projections.h"
#include "app/test_town.h"

using namespace lots;
using namespace lots::app;
using lots::app::test::Town;

namespace {

const TaleYouth alex{"Alex",
                     "Ternström",
                     "201001022399",
                     2010y / 1 / 2,
                     {{"youth", "Alex Ternström", "alex"}, {"guardian", "Eva Ternström", ""}}};

/// A group whose plan is in force; its consent ends by itself. Returns the case's number.
std::string running_case(Town& town)
{
    Tale tale(town.program.site(), town.clock, town.password());
    const auto nomination = tale.propose(alex);
    tale.take_up(nomination);
    const auto number = tale.offer(nomination);
    tale.ask(number, alex);
    tale.sign(number, 1);
    tale.sign(number, 2);
    tale.form_group(number);
    tale.make_plan(number);
    return number;
}

Date next_change(const Town& town)
{
    std::optional<Date> day;
    town.house.data->read([&](storage::Session& db) {
        day = db.one("SELECT next_change_on FROM case_head", [](const storage::Row& row) {
                    return row.get<std::optional<Date>>(0);
                }).value();
    });
    REQUIRE(day.has_value());
    return *day;
}

Date last_day_of_consent(const Town& town)
{
    std::optional<Date> day;
    town.house.data->read([&](storage::Session& db) {
        day = db.one("SELECT last_day FROM consent", [](const storage::Row& row) { return row.get<Date>(0); });
    });
    REQUIRE(day.has_value());
    return *day;
}

Instant reckoned_at(const Town& town)
{
    std::optional<Instant> at;
    town.house.data->read([&](storage::Session& db) {
        at = db.one("SELECT reckoned_at FROM case_head", [](const storage::Row& row) { return row.get<Instant>(0); });
    });
    REQUIRE(at.has_value());
    return *at;
}

/// Their last day at work, in all their assignments.
void leaves(const Town& town, const std::string& handle, Date last)
{
    REQUIRE(town.house.change(town.clock.now(), town.here.id, [&](const organisation::Change& change) -> Result<Done> {
        const auto person = organisation::person_of_handle(change.db, change.municipality, handle);
        const auto held = change.db.all("SELECT id FROM assignment WHERE municipality = $1 AND person = $2",
                                        [](const storage::Row& row) { return row.get<AssignmentId>(0); }, change.municipality,
                                        person.value());
        for (const auto& one : held)
            if (auto done = organisation::end_assignment(change, one, last); !done) return done;
        return Done{};
    }));
}

void check_in_order(const Town& town)
{
    const auto found = examine_projections(*town.house.data, *town.house.vault, *town.house.random);
    for (const auto& problem : found.problems) FAIL_CHECK(problem);
}

}  // namespace

TEST_CASE(
    "S0-23 At midnight after its last day a consent ends: the case rests, and the duties are those of a case that rests")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Town town(place);
        running_case(town);
        const auto last = last_day_of_consent(town);
        town.clock.set(at_local(last, 23, 59));
        Midnight midnight(town.program.site().services());
        midnight.look();
        CHECK(town.count("SELECT COUNT(*) FROM case_transition WHERE transition = 'T14'") == 0);
        CHECK(town.count("SELECT COUNT(*) FROM duty WHERE what = 'duty.decide_after_end'") == 0);
        CHECK(midnight.look() == 0);  // the same day again
        CHECK(next_change(town) == next_day(last));

        town.clock.set(at_local(next_day(last), 0, 0));
        CHECK(midnight.look() == 1);
        CHECK(town.count(
                  "SELECT COUNT(*) FROM case_transition WHERE transition = 'T14' AND made_by IS NULL AND role = 'system'") ==
              1);
        CHECK(town.count("SELECT COUNT(*) FROM duty WHERE what = 'duty.decide_after_end'") == 1);
        CHECK(town.count("SELECT COUNT(*) FROM duty WHERE what = 'duty.renew_consent'") == 0);
        CHECK(town.count("SELECT COUNT(*) FROM case_head WHERE state = 'suspended'") == 1);
        CHECK(town.log_entries("system") >= 1);
        check_in_order(town);
    });
}

TEST_CASE("S0-23 Nights that nobody served are made up for at the start, each at its own midnight")
{
    Town town;
    running_case(town);
    const auto last = last_day_of_consent(town);
    town.clock.set(at_local(add_days(last, 20), 8, 0));
    Midnight midnight(town.program.site().services());
    CHECK(midnight.look() >= 1);
    std::optional<Instant> stopped;
    town.house.data->read([&](storage::Session& db) {
        stopped = db.one("SELECT at FROM case_transition WHERE transition = 'T14'",
                         [](const storage::Row& row) { return row.get<Instant>(0); });
    });
    REQUIRE(stopped.has_value());
    CHECK(*stopped == at_local(next_day(last), 0, 0));
    CHECK(midnight.look() == 0);
    check_in_order(town);
}

TEST_CASE("S1-37 The day after its last day an agency's commitment is late, and somebody has to lift it")
{
    Town town;
    running_case(town);
    CHECK(town.count("SELECT COUNT(*) FROM duty WHERE what = 'duty.escalate_commitment'") == 0);
    const auto late = next_change(town);
    town.clock.set(at_local(late, 0, 0));
    Midnight midnight(town.program.site().services());
    CHECK(midnight.look() >= 1);
    CHECK(town.count("SELECT COUNT(*) FROM duty WHERE what = 'duty.escalate_commitment'") >= 1);
    check_in_order(town);
}

TEST_CASE("S0-31 The day after a member's last day at work the promise is for whoever leads the group to pass on")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Town town(place);
        running_case(town);
        Midnight midnight(town.program.site().services());
        midnight.look();
        const auto last = add_days(local_day(town.clock.now()), 3);
        const auto before = reckoned_at(town);
        town.clock.set(town.clock.now() + std::chrono::hours(1));
        leaves(town, "elin.berg", last);
        CHECK(midnight.look() == 1);  // the same day: what was written is reckoned at once
        CHECK(reckoned_at(town) >= before);  // and not as if nothing of that day had been done yet
        CHECK(town.count("SELECT COUNT(*) FROM duty WHERE what = 'duty.pass_on_commitment'") == 0);
        CHECK(next_change(town) == next_day(last));
        check_in_order(town);
        town.clock.set(at_local(next_day(last), 0, 0));
        CHECK(midnight.look() == 1);
        CHECK(town.count("SELECT COUNT(*) FROM duty WHERE what = 'duty.pass_on_commitment'") == 1);
        CHECK(town.count("SELECT COUNT(*) FROM duty WHERE what = 'duty.do_commitment'") >= 1);  // those of who is still there
        check_in_order(town);
    });
}

TEST_CASE("edge-4.26 The day after the officer's last day the case is the manager's, also before there is a group")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Town town(place);
        Tale tale(town.program.site(), town.clock, town.password());
        tale.take_up(tale.propose(alex));
        Midnight midnight(town.program.site().services());
        midnight.look();
        const auto last = add_days(local_day(town.clock.now()), 3);
        town.clock.set(town.clock.now() + std::chrono::hours(1));
        leaves(town, "sara.lind", last);
        CHECK(midnight.look() == 1);
        CHECK(town.count("SELECT COUNT(*) FROM duty WHERE what = 'duty.replace_officer'") == 0);
        CHECK(next_change(town) == next_day(last));
        check_in_order(town);
        town.clock.set(at_local(next_day(last), 0, 0));
        CHECK(midnight.look() == 1);
        CHECK(town.count("SELECT COUNT(*) FROM duty WHERE what = 'duty.replace_officer'") == 1);
        CHECK(town.count("SELECT COUNT(*) FROM duty d JOIN person p ON p.municipality = d.municipality AND p.id = d.person "
                         "WHERE p.handle <> 'karin.ostberg'") == 0);
        CHECK(town.count("SELECT COUNT(*) FROM duty WHERE person IS NULL") == 0);
        check_in_order(town);

        // The manager leaves as well, and another one comes: the duties are theirs at once.
        town.clock.set(town.clock.now() + std::chrono::hours(9));
        const auto came = town.house.change(
            town.clock.now(), town.here.id, [&](const organisation::Change& change) -> Result<AssignmentId> {
                const auto person = organisation::add_person(change, {"nils.ny", "Nils Ny"});
                if (!person) return person.error();
                const auto unit = change.db.one("SELECT id FROM unit WHERE municipality = $1 AND code = 'soc-unga'",
                                                [](const storage::Row& row) { return row.get<UnitId>(0); }, change.municipality);
                return organisation::assign(change, *person, unit.value(), access::Role::unit_manager,
                                            local_day(town.clock.now()));
            });
        REQUIRE(static_cast<bool>(came));
        leaves(town, "karin.ostberg", last);
        CHECK(midnight.look() == 1);
        CHECK(town.count("SELECT COUNT(*) FROM duty d JOIN person p ON p.municipality = d.municipality AND p.id = d.person "
                         "WHERE p.handle = 'nils.ny'") == 2);
        CHECK(town.count("SELECT COUNT(*) FROM duty") == 2);
        check_in_order(town);
    });
}

TEST_CASE("edge-4.26 A case without an officer in a unit without a manager is on the lists of the unit, and nothing of it is told there")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Town town(place);
        Tale tale(town.program.site(), town.clock, town.password());
        const auto number = tale.propose(alex);
        tale.take_up(number);
        Midnight midnight(town.program.site().services());
        midnight.look();
        const auto last = local_day(town.clock.now());
        town.clock.set(town.clock.now() + std::chrono::hours(1));
        leaves(town, "sara.lind", last);
        leaves(town, "karin.ostberg", last);
        town.clock.set(at_local(next_day(last), 0, 0));
        midnight.look();
        CHECK(town.count("SELECT COUNT(*) FROM duty WHERE what = 'duty.replace_officer' AND person IS NULL") == 1);
        check_in_order(town);
        town.clock.set(at_local(next_day(last), 9, 0));
        lots::app::test::Browser amir(town);
        REQUIRE(amir.sign_in("amir.haddad", town.password()).status == 303);
        const auto day = amir.get("/min-dag").body;
        CHECK(day.find("Ett ärende på enheten har ingen handläggare") != std::string::npos);
        CHECK(day.find(number + "<") == std::string::npos);
        CHECK(day.find("/arende/") == std::string::npos);
    });
}
