#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace lots {

using namespace std::chrono_literals;  // 2026y/5/10 and 30min read the same everywhere

/// A day in Swedish civil time (Europe/Stockholm). Always a day that exists: parse_date and local_day make sure.
using Date = std::chrono::year_month_day;

/// A moment, UTC, to the millisecond.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// The Swedish day that this moment falls on.
Date local_day(Instant at);
/// The first moment of the Swedish day: midnight, Stockholm time.
Instant start_of_day(Date day);
/// Hour and minute of the Swedish clock at this moment, for pages: "14.05".
std::string local_clock(Instant at);
/// The moment of a Swedish day and clock, hour 0-23, minute 0-59. A time skipped in spring is moved forward, the doubled
/// hour of autumn is read as the first.
Instant at_local(Date day, int hour, int minute);

Date next_day(Date day);
/// Negative moves backwards.
Date add_days(Date day, int days);
/// The same day so many months later; the last day of the month where that day does not exist (31 January + 1 = 28 February).
Date add_months(Date day, int months);
/// Whole days from `from` to `to`; negative when `to` is earlier.
int days_between(Date from, Date to);

/// Age in whole years on the day. Someone born on 29 February turns a year older on 28 February in other years.
/// source  lagen (1930:173) om beräkning av lagstadgad tid, 1 §: where the month lacks the day, its last day counts; see docs/adr/0014
int age_on(Date born, Date on);
/// The day somebody turns `years`.
Date birthday(Date born, int years);

/// "2026-05-10". None unless exactly so and the day exists.
std::optional<Date> parse_date(std::string_view iso);
std::string iso(Date day);
/// RFC 3339 with milliseconds and Z.
std::string iso(Instant at);
std::optional<Instant> parse_instant(std::string_view iso);

/// Where the time comes from. Only app/ and cli/ hold one.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
    Instant now() const override;
};

}  // namespace lots
