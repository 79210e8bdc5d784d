#include "base/time.h"

#include <date/tz.h>

#include "base/check.h"

namespace lots {

namespace {

using namespace std::chrono;

const date::time_zone& stockholm()
{
    static const auto* zone = date::locate_zone("Europe/Stockholm");  // the system's tzdata, read once and never changed
    return *zone;
}

/// How far back an earlier year with the same calendar lies, for years after the last that tzdata lists change by change.
/// date-tz does not read the rule that stands behind the list, and would stay on winter time from 2038.
days to_listed_year(sys_days day)
{
    constexpr year last_listed{2037};
    const year wanted = year_month_day(day).year();
    if (wanted <= last_listed) return days(0);
    const auto first_of = [](year of) { return sys_days(of / January / 1); };
    year like = last_listed;  // 28 years have all fourteen calendars
    while (like.is_leap() != wanted.is_leap() || weekday(first_of(like)) != weekday(first_of(wanted))) --like;
    return first_of(wanted) - first_of(like);
}

/// What Stockholm's clock is ahead of UTC at that moment.
seconds offset_at(Instant at)
{
    const auto second = floor<seconds>(at);
    return stockholm().get_info(second - to_listed_year(floor<days>(second))).offset;
}

std::optional<int> digits(std::string_view text)
{
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::string padded(int value, std::size_t width)
{
    auto text = std::to_string(value);
    return text.insert(0, width - std::min(width, text.size()), '0');
}

/// Hours, minutes and seconds as "14:05:09". None unless exactly so.
std::optional<seconds> parse_clock(std::string_view text)
{
    if (text.size() != 8 || text[2] != ':' || text[5] != ':') return std::nullopt;
    const auto h = digits(text.substr(0, 2)), m = digits(text.substr(3, 2)), s = digits(text.substr(6, 2));
    if (!h || !m || !s || *h > 23 || *m > 59 || *s > 59) return std::nullopt;
    return hours(*h) + minutes(*m) + seconds(*s);
}

/// "Z" or "+02:00": what is to be taken away to come to UTC.
std::optional<minutes> parse_offset(std::string_view text)
{
    if (text == "Z") return minutes(0);
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
    const auto h = digits(text.substr(1, 2)), m = digits(text.substr(4, 2));
    if (!h || !m || *h > 23 || *m > 59) return std::nullopt;
    const auto offset = hours(*h) + minutes(*m);
    return text[0] == '-' ? -offset : offset;
}

}  // namespace

Date local_day(Instant at) { return floor<days>(at + offset_at(at)); }

std::string local_clock(Instant at)
{
    const auto local = at + offset_at(at);
    const auto minute = floor<minutes>(local - floor<days>(local)).count();
    return padded(static_cast<int>(minute / 60), 2) + "." + padded(static_cast<int>(minute % 60), 2);
}

Instant start_of_day(Date day) { return at_local(day, 0, 0); }

Instant at_local(Date day, int hour, int minute)
{
    check(day.ok() && hour >= 0 && hour < 24 && minute >= 0 && minute < 60, "a local time is a day and a clock that exist");
    const auto since_epoch = sys_days(day).time_since_epoch() + hours(hour) + minutes(minute);
    const auto info = stockholm().get_info(date::local_seconds(since_epoch - to_listed_year(day)));
    // `first` is the only offset of an ordinary time, the summer one of a doubled hour and the winter one of a skipped hour.
    return Instant(since_epoch - info.first.offset);
}

Date next_day(Date day) { return add_days(day, 1); }

Date add_days(Date day, int count) { return sys_days(day) + days(count); }

Date add_months(Date day, int count)
{
    const auto moved = day + months(count);
    return moved.ok() ? moved : Date(moved.year() / moved.month() / last);
}

int days_between(Date from, Date to) { return static_cast<int>((sys_days(to) - sys_days(from)).count()); }

int age_on(Date born, Date on)
{
    const int count = static_cast<int>(on.year()) - static_cast<int>(born.year());
    return on >= birthday(born, count) ? count : count - 1;
}

Date birthday(Date born, int count)
{
    const Date day = born + years(count);
    return day.ok() ? day : Date(day.year() / day.month() / last);  // 29 February in a common year
}

std::optional<Date> parse_date(std::string_view iso)
{
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    const auto y = digits(iso.substr(0, 4)), m = digits(iso.substr(5, 2)), d = digits(iso.substr(8, 2));
    if (!y || !m || !d) return std::nullopt;
    const Date day = year(*y) / *m / *d;
    return day.ok() ? std::optional(day) : std::nullopt;
}

std::string iso(Date day)
{
    const int y = static_cast<int>(day.year());
    check(day.ok() && y >= 0 && y <= 9999, "a day that is written exists and has a year of four digits");
    return padded(y, 4) + "-" + padded(static_cast<int>(static_cast<unsigned>(day.month())), 2) + "-" +
           padded(static_cast<int>(static_cast<unsigned>(day.day())), 2);
}

std::string iso(Instant at)
{
    const auto day = floor<days>(at);
    const auto in_day = static_cast<int>((at - day).count());  // milliseconds, below 86,400,000
    return iso(Date(day)) + "T" + padded(in_day / 3'600'000, 2) + ":" + padded(in_day / 60'000 % 60, 2) + ":" +
           padded(in_day / 1000 % 60, 2) + "." + padded(in_day % 1000, 3) + "Z";
}

std::optional<Instant> parse_instant(std::string_view text)
{
    if (text.size() < 20 || text[10] != 'T') return std::nullopt;
    const auto day = parse_date(text.substr(0, 10));
    const auto clock = parse_clock(text.substr(11, 8));
    if (!day || !clock) return std::nullopt;

    text.remove_prefix(19);
    milliseconds fraction{0};
    if (text.front() == '.') {
        const auto end = std::min(text.find_first_not_of("0123456789", 1), text.size());
        if (end < 2 || end > 4)
            return std::nullopt;  // one to three decimals: we keep milliseconds and drop nothing silently
        fraction = milliseconds(*digits((std::string(text.substr(1, end - 1)) + "00").substr(0, 3)));
        text.remove_prefix(end);
    }
    const auto offset = parse_offset(text);
    if (!offset) return std::nullopt;
    return sys_days(*day) + *clock + fraction - *offset;
}

Instant SystemClock::now() const { return floor<milliseconds>(system_clock::now()); }

}  // namespace lots
