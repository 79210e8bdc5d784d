#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "app/demo_tale.h"
#include "app/doctor.h"
#include "app/midnight.h"
#include "app/test_town.h"

using namespace lots;
using namespace lots::app;
using lots::app::test::Town;

// A case that is due, and after it was followed still is, or cannot be followed: that may cost the others nothing.
namespace {

const TaleYouth alex{"Alex", "Ternström", "201001022399", 2010y / 1 / 2,
                     {{"youth", "Alex Ternström", "alex"}, {"guardian", "Eva Ternström", ""}}};
const TaleYouth sam{"Sam", "Karlberg", "201001042397", 2010y / 1 / 4,
                    {{"youth", "Sam Karlberg", "sam"}, {"guardian", "Lena Karlberg", "lena.karlberg"}}};

/// Two cases that are due; the first stays so whatever is reckoned, until `come_further`. And what whoever runs the program is told.
struct StuckTown {
    Town town;
    std::string first;
    std::vector<std::string> told;
    web::Services services = town.house.services(town.here, town.clock);
    Midnight midnight{services};

    StuckTown()
    {
        Tale tale(town.program.site(), town.clock, town.password());
        first = tale.propose(alex);
        tale.take_up(first);
        tale.take_up(tale.propose(sam));
        services.note = [this](const std::string& line) { told.push_back(line); };
        script("CREATE TRIGGER stuck AFTER UPDATE ON case_head WHEN NEW.next_change_on IS NOT '2026-05-01' AND "
               "NEW.case_id = (SELECT id FROM sig_case ORDER BY nomination_number LIMIT 1) BEGIN "
               "UPDATE case_head SET next_change_on = '2026-05-01' WHERE case_id = NEW.case_id; END");
        script("UPDATE case_head SET next_change_on = '2026-05-01'");
    }
    void script(const char* sql)
    {
        town.house.data->write({[&](storage::Session& db) {
                                    db.script(sql);
                                    return storage::Outcome::keep;
                                },
                                {}});
    }
    void wait(std::chrono::minutes time) { town.clock.set(town.clock.now() + time); }
    void come_further() { script("DROP TRIGGER stuck"); }
    /// Whoever follows the first breaks a rule of the database, until the trigger goes.
    void first_breaks_a_rule()
    {
        script("CREATE TRIGGER rule BEFORE UPDATE OF version ON case_head WHEN NEW.case_id = (SELECT id FROM sig_case ORDER BY "
               "nomination_number LIMIT 1) BEGIN SELECT RAISE(ABORT, 'a rule'); END");
    }
    void lose_key_of_first()
    {
        std::vector<RetentionUnitId> units;
        town.house.data->read([&](storage::Session& db) {
            units = db.all("SELECT y.unit FROM sig_case c JOIN youth y ON y.municipality = c.municipality AND y.id = c.youth "
                           "ORDER BY c.nomination_number LIMIT 1",
                           [](const storage::Row& row) { return row.get<RetentionUnitId>(0); });
        });
        town.house.vault->destroy(units);
    }
    std::int64_t due_since_may() const
    {
        return town.count("SELECT COUNT(*) FROM case_head WHERE next_change_on = '2026-05-01'");
    }
    std::vector<Finding> examined() const
    {
        town.house.log->settle();
        return examine(town.house.paths, town.clock.now());
    }
    void second_is_due()
    {
        script("UPDATE case_head SET next_change_on = '2026-05-01' WHERE case_id = (SELECT id FROM sig_case ORDER BY "
               "nomination_number DESC LIMIT 1)");
    }
};

bool says(const std::vector<Finding>& findings, const std::string& words)
{
    return std::ranges::any_of(findings, [&](const Finding& one) { return one.text.find(words) != std::string::npos; });
}

}  // namespace

TEST_CASE("A case that does not come further is followed at most once an hour, and stops no other")
{
    StuckTown there;
    const auto entries = there.town.log_entries("system");
    const auto since = [&] { return there.town.log_entries("system") - entries; };
    CHECK(there.midnight.look() == 2);
    CHECK(there.midnight.look() == 0);
    there.wait(std::chrono::minutes{59});
    CHECK(there.midnight.look() == 0);
    CHECK(since() == 2);
    there.second_is_due();
    CHECK(there.midnight.look() == 1);
    there.wait(std::chrono::minutes{1});
    CHECK(there.midnight.look() == 1);
    CHECK(there.midnight.look() == 0);
    CHECK(since() == 4);
    // What somebody writes makes it due on another day: that does not wait.
    there.script("DROP TRIGGER stuck; UPDATE case_head SET next_change_on = '1970-01-01'");
    CHECK(there.midnight.look() == 2);
    CHECK(there.midnight.look() == 0);
}

TEST_CASE("A clock that was set back lets no case that does not come further wait for the time that was")
{
    StuckTown there;
    CHECK(there.midnight.look() == 2);
    there.wait(std::chrono::hours{-24});
    CHECK(there.midnight.look() == 1);
    CHECK(there.midnight.look() == 0);
}

TEST_CASE("Whoever runs the program is told once an hour how many cases do not come further; the doctor says which, as long as they do not")
{
    StuckTown there;
    const auto waiting = "1 cases wait to be reckoned anew: " + there.first + ".";
    there.midnight.look();
    REQUIRE(there.told.size() == 1);
    CHECK(there.told[0].starts_with("the new day: 1 cases stay due and do not come further"));
    CHECK(there.told[0].find(there.first) == std::string::npos);
    CHECK(says(there.examined(), waiting));
    there.wait(std::chrono::minutes{59});
    there.midnight.look();
    CHECK(there.told.size() == 1);
    there.wait(std::chrono::minutes{1});
    there.midnight.look();
    CHECK(there.told.size() == 2);

    there.come_further();
    there.wait(std::chrono::minutes{60});
    CHECK(there.midnight.look() == 1);
    CHECK(there.told.size() == 2);
    CHECK_FALSE(says(there.examined(), "wait to be reckoned anew"));
}

TEST_CASE("A case whose key is missing is passed over at midnight, and the others are followed")
{
    StuckTown there;
    there.come_further();
    there.lose_key_of_first();
    const auto entries = there.town.log_entries("system");
    CHECK(there.midnight.look() == 1);
    CHECK(there.due_since_may() == 1);
    CHECK(there.town.log_entries("system") == entries + 1);
    REQUIRE(there.told.size() == 1);
    CHECK(there.told[0].starts_with("the new day: 1 cases could not be followed, the first because: field "));
    CHECK(there.told[0].find(there.first) == std::string::npos);
    CHECK(says(there.examined(), "1 cases wait to be reckoned anew: " + there.first + "."));
}

TEST_CASE("A case that cannot be followed is tried again once an hour, and told of each time, until it can be")
{
    StuckTown there;
    there.come_further();
    there.first_breaks_a_rule();
    CHECK(there.midnight.look() == 1);
    there.wait(std::chrono::minutes{59});
    CHECK(there.midnight.look() == 0);
    CHECK(there.told.size() == 1);
    there.wait(std::chrono::minutes{1});
    there.second_is_due();
    CHECK(there.midnight.look() == 1);
    CHECK(there.told.size() == 2);
    // Nothing of what was begun is kept, and what is put right is followed.
    CHECK(there.due_since_may() == 1);
    there.script("DROP TRIGGER rule");
    there.wait(std::chrono::minutes{60});
    CHECK(there.midnight.look() == 1);
    CHECK(there.due_since_may() == 0);
    CHECK(there.told.size() == 2);
}

TEST_CASE("The doctor says which case waits also when it could be reckoned until the day that it cannot be followed into")
{
    StuckTown there;
    there.come_further();
    CHECK(there.midnight.look() == 2);
    there.script("UPDATE case_head SET next_change_on = '2026-05-12' WHERE case_id = (SELECT id FROM sig_case ORDER BY "
                 "nomination_number LIMIT 1)");
    CHECK_FALSE(says(there.examined(), "wait to be reckoned anew"));
    there.first_breaks_a_rule();
    there.town.clock.set(at_local(2026y / 5 / 12, 0, 0));
    CHECK(there.midnight.look() == 0);
    CHECK(says(there.examined(), "1 cases wait to be reckoned anew: " + there.first + "."));
}

TEST_CASE("What the database lacks is no single case's: all wait, and are followed as soon as it is back")
{
    StuckTown there;
    there.come_further();
    there.script("CREATE TRIGGER gone AFTER UPDATE ON case_head BEGIN DELETE FROM nowhere; END");
    CHECK_THROWS_AS(there.midnight.look(), storage::Failure);
    there.script("DROP TRIGGER gone");
    CHECK(there.midnight.look() == 2);
    CHECK(there.told.empty());
}
