#pragma once

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "app/midnight.h"
#include "app/program.h"
#include "sim/life.h"

namespace lots::sim {

/// How large the town is, and how it lives.
struct Ways {
    std::uint64_t seed = 1;
    int cases_a_year = 10;
    /// Families that are there from the beginning, and the day on which each is proposed.
    std::vector<std::pair<Date, Family>> residents = {};
};

/// A municipality that lives: its people work with the real commands, one day after the other. The same seed gives the same
/// life.
class Town {
    const app::House& house_;
    app::Municipality here_;
    app::SetClock& clock_;
    Chance chance_;
    Desk desk_;
    Staff staff_;
    Shared shared_;
    const web::Services services_;
    app::Midnight midnight_;
    std::int64_t nights_ = 0;
    Ways ways_;
    std::vector<std::unique_ptr<Life>> lives_;
    int families_ = 0;
    struct Return {
        Date on;
        Family family;
    };
    std::vector<Return> returns_;

    Family new_family(Date day);
    void move_in(Date day);

public:
    /// `house` holds the people of the demo and no case yet. All must outlive it.
    Town(const app::House& house, const app::Municipality& here, web::Site& site, app::SetClock& clock, const Ways& ways);

    /// What the program does by itself when that day has begun. The clock is left some minutes past midnight.
    void night(Date day);
    /// What people do on that day: in the morning, and after the meetings. The clock is left in the evening.
    void live(Date day);

    const std::vector<std::unique_ptr<Life>>& lives() const { return lives_; }
    const app::House& house() const { return house_; }
    const app::Municipality& here() const { return here_; }
    Desk& desk() { return desk_; }
    Staff& staff() { return staff_; }
    /// How many entries of the system the log has: changes of people, and cases followed into a new day.
    std::int64_t system_entries() const { return staff_.changes() + nights_; }
    app::SetClock& clock() { return clock_; }
    /// Moves the clock to that hour, never backwards.
    void at(Date day, int hour, int minute = 0);
};

}  // namespace lots::sim
