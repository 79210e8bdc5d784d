#include "sim/simulation.h"

#include "sim/promises.h"

namespace lots::sim {

using storage::Row;
using storage::Session;

namespace {

Played counted(const app::House& house)
{
    Played played;
    house.data->read([&](Session& db) {
        const auto number = [](const Row& row) { return row.get<int>(0); };
        played.cases = db.one("SELECT COUNT(*) FROM sig_case", number).value();
        db.each("SELECT to_state, COUNT(DISTINCT case_id) FROM case_transition GROUP BY to_state",
                [&](const Row& row) { played.came_to[row.get<std::string>(0)] = row.get<int>(1); });
        played.rows["meetings locked"] = db.one("SELECT COUNT(*) FROM minutes_lock", number).value();
        played.rows["meetings cancelled"] = db.one("SELECT COUNT(*) FROM meeting_cancellation", number).value();
        played.rows["plans decided"] = db.one("SELECT COUNT(*) FROM plan_version", number).value();
        played.rows["follow-ups"] = db.one("SELECT COUNT(*) FROM follow_up_line", number).value();
        played.rows["reports"] = db.one("SELECT COUNT(*) FROM commitment_status WHERE meeting IS NULL", number).value();
        played.rows["answers no"] = db.one("SELECT COUNT(*) FROM consent_answer WHERE answer <> 'yes'", number).value();
        played.rows["withdrawals"] = db.one("SELECT COUNT(*) FROM consent_withdrawal", number).value();
        played.rows["cases resumed"] =
            db.one("SELECT COUNT(*) FROM case_transition WHERE transition = 'T15'", number).value();
        played.rows["members who left"] = db.one("SELECT COUNT(*) FROM membership_end", number).value();
        played.rows["people come back"] =
            db.one("SELECT COUNT(*) FROM sig_case WHERE former_episode IS NOT NULL", number).value();
    });
    return played;
}

}  // namespace

Played play(const app::House& house, const app::Municipality& here, app::Program& program, app::SetClock& clock,
            const Ways& ways, Date from, Date until, Looking looking, const std::function<void(const std::string&)>& told)
{
    Town town(house, here, program.site(), clock, ways);
    Promises promises(town, ways.seed);
    const bool looks = looking == Looking::every_day;
    for (auto day = from; day < until; day = next_day(day)) {
        // Before the program has looked at the new day: access ends by the clock, not by the work of the night.
        if (looks) promises.at_night(day);
        town.night(day);
        town.live(day);
        if (looks) promises.in_the_evening(day);
        if (told && next_day(day).year() != day.year())
            told(std::to_string(static_cast<int>(day.year())) + ": " + std::to_string(town.lives().size()) + " proposals, " +
                 std::to_string(town.desk().requests()) + " requests, " + std::to_string(promises.broken().size()) +
                 " promises broken");
    }
    if (looks) promises.at_the_end();
    auto played = counted(house);
    played.requests = town.desk().requests();
    played.reads = promises.reads();
    played.broken = promises.broken();
    return played;
}

std::vector<std::pair<Date, Family>> demo_residents(Date until)
{
    Family alex{0,
                "Alex",
                "Ternström",
                "201001022399",
                2010y / 1 / 2,
                "alex",
                {{"Eva Ternström", "eva.ternstrom"}, {"Per Ternström", "per.ternstrom"}}};
    Family sam{0,
               "Sam",
               "Karlberg",
               "201001042397",
               2010y / 1 / 4,
               "sam",
               {{"Lena Karlberg", "lena.karlberg"}, {"Nils Karlberg", ""}}};
    return {{add_days(until, -200), alex}, {add_days(until, -110), sam}};
}

}  // namespace lots::sim
