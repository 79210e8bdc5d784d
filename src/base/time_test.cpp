#include "base/time.h"

#include <doctest/doctest.h>

#include "base/check.h"

using namespace lots;

namespace {

Instant at(std::string_view text)
{
    const auto moment = parse_instant(text);
    REQUIRE_MESSAGE(moment.has_value(), std::string(text));
    return *moment;
}

}  // namespace

TEST_CASE("A day in Stockholm begins at 23 UTC in winter and 22 UTC in summer")
{
    CHECK(iso(start_of_day(2026y / 1 / 15)) == "2026-01-14T23:00:00.000Z");
    CHECK(iso(start_of_day(2026y / 7 / 15)) == "2026-07-14T22:00:00.000Z");
    CHECK(local_day(at("2026-01-14T22:59:59.999Z")) == 2026y / 1 / 14);
    CHECK(local_day(at("2026-01-14T23:00:00Z")) == 2026y / 1 / 15);
    CHECK(local_day(at("2026-07-14T21:59:59.999Z")) == 2026y / 7 / 14);
    CHECK(local_day(at("2026-07-14T22:00:00Z")) == 2026y / 7 / 15);
}

TEST_CASE("The day when summer time begins has 23 hours and the day when it ends has 25")
{
    const auto hours_of = [](Date day) { return (start_of_day(next_day(day)) - start_of_day(day)) / 1h; };
    CHECK(hours_of(2026y / 3 / 28) == 24);
    CHECK(hours_of(2026y / 3 / 29) == 23);
    CHECK(hours_of(2026y / 3 / 30) == 24);
    CHECK(hours_of(2026y / 10 / 24) == 24);
    CHECK(hours_of(2026y / 10 / 25) == 25);
    CHECK(hours_of(2026y / 10 / 26) == 24);
}

TEST_CASE("A clock time that spring skips is moved forward by the hour")
{
    CHECK(iso(at_local(2026y / 3 / 29, 1, 59)) == "2026-03-29T00:59:00.000Z");
    CHECK(iso(at_local(2026y / 3 / 29, 2, 30)) == "2026-03-29T01:30:00.000Z");
    CHECK(local_clock(at_local(2026y / 3 / 29, 2, 30)) == "03.30");
    CHECK(iso(at_local(2026y / 3 / 29, 3, 0)) == "2026-03-29T01:00:00.000Z");
}

TEST_CASE("A clock time that autumn has twice is the first of them")
{
    CHECK(iso(at_local(2026y / 10 / 25, 2, 30)) == "2026-10-25T00:30:00.000Z");
    CHECK(local_clock(at("2026-10-25T00:30:00Z")) == "02.30");
    CHECK(local_clock(at("2026-10-25T01:30:00Z")) == "02.30");
    CHECK(iso(at_local(2026y / 10 / 25, 3, 0)) == "2026-10-25T02:00:00.000Z");
}

TEST_CASE("The clock follows Swedish time through all the years that a file is kept")
{
    for (int years = 1950; years <= 2120; ++years) {
        const Date january = std::chrono::year(years) / 1 / 15;
        CAPTURE(years);
        CHECK(local_clock(at_local(january, 12, 5)) == "12.05");
        CHECK((at_local(january, 12, 0) - Instant(std::chrono::sys_days(january))) / 1min == 11 * 60);
        if (years < 1996) continue;  // the end of summer time moved to October in 1996
        const Date july = std::chrono::year(years) / 7 / 15;
        CHECK((at_local(july, 12, 0) - Instant(std::chrono::sys_days(july))) / 1min == 10 * 60);
        CHECK(local_day(at_local(july, 0, 0)) == july);
        CHECK(local_day(at_local(july, 0, 0) - 1ms) == add_days(july, -1));
    }
}

TEST_CASE("A local time that does not exist as a day or a clock is a bug")
{
    CHECK_THROWS_AS(at_local(2026y / 2 / 29, 12, 0), Bug);
    CHECK_THROWS_AS(at_local(2026y / 2 / 28, 24, 0), Bug);
    CHECK_THROWS_AS(at_local(2026y / 2 / 28, 12, 60), Bug);
}

TEST_CASE("Months later is the same day, or the last of the month where that day does not exist")
{
    CHECK(add_months(2026y / 1 / 31, 1) == 2026y / 2 / 28);
    CHECK(add_months(2028y / 1 / 31, 1) == 2028y / 2 / 29);
    CHECK(add_months(2026y / 3 / 31, 1) == 2026y / 4 / 30);
    CHECK(add_months(2026y / 11 / 18, 6) == 2027y / 5 / 18);
    CHECK(add_months(2026y / 12 / 31, 2) == 2027y / 2 / 28);
    CHECK(add_months(2026y / 3 / 31, -1) == 2026y / 2 / 28);
    CHECK(add_months(2026y / 1 / 15, -1) == 2025y / 12 / 15);
    CHECK(add_months(2024y / 2 / 29, 12) == 2025y / 2 / 28);
    CHECK(add_months(2024y / 2 / 29, 48) == 2028y / 2 / 29);
}

TEST_CASE("Days are counted over months, years and changes of the clock")
{
    CHECK(next_day(2026y / 12 / 31) == 2027y / 1 / 1);
    CHECK(next_day(2028y / 2 / 28) == 2028y / 2 / 29);
    CHECK(add_days(2026y / 3 / 1, -1) == 2026y / 2 / 28);
    CHECK(days_between(2026y / 3 / 28, 2026y / 3 / 30) == 2);
    CHECK(days_between(2026y / 3 / 30, 2026y / 3 / 28) == -2);
    CHECK(days_between(2000y / 1 / 1, 2026y / 1 / 1) == 26 * 365 + 7);
}

TEST_CASE("A person is a year older on the birthday itself")
{
    CHECK(age_on(2008y / 5 / 10, 2026y / 5 / 9) == 17);
    CHECK(age_on(2008y / 5 / 10, 2026y / 5 / 10) == 18);
    CHECK(age_on(2008y / 5 / 10, 2026y / 5 / 11) == 18);
    CHECK(age_on(2008y / 5 / 10, 2008y / 5 / 10) == 0);
    CHECK(birthday(2008y / 5 / 10, 18) == 2026y / 5 / 10);
}

TEST_CASE("edge-4.39 Someone born on 29 February turns a year older on 28 February in years without that day")
{
    CHECK(age_on(2008y / 2 / 29, 2026y / 2 / 27) == 17);
    CHECK(age_on(2008y / 2 / 29, 2026y / 2 / 28) == 18);
    CHECK(age_on(2008y / 2 / 29, 2026y / 3 / 1) == 18);
    CHECK(birthday(2008y / 2 / 29, 18) == 2026y / 2 / 28);
    CHECK(age_on(2008y / 2 / 29, 2028y / 2 / 28) == 19);
    CHECK(age_on(2008y / 2 / 29, 2028y / 2 / 29) == 20);
    CHECK(birthday(2008y / 2 / 29, 20) == 2028y / 2 / 29);
}

TEST_CASE("Age and birthday agree on every day of a leap cycle")
{
    for (Date born = 2007y / 1 / 1; born < 2009y / 1 / 1; born = next_day(born)) {
        for (const int years : {15, 16, 18, 21}) {
            const auto day = birthday(born, years);
            CAPTURE(iso(born));
            CHECK(age_on(born, add_days(day, -1)) == years - 1);
            CHECK(age_on(born, day) == years);
        }
    }
}

TEST_CASE("A day is read only when it is written YYYY-MM-DD and exists")
{
    CHECK(parse_date("2026-05-10") == 2026y / 5 / 10);
    CHECK(parse_date("2028-02-29") == 2028y / 2 / 29);
    for (const auto* text :
         {"", "2026-5-10", "2026-05-1", "26-05-10", "2026/05/10", "2026-02-29", "2026-04-31", "2026-13-01", "2026-00-10",
          "2026-05-00", " 2026-05-10", "2026-05-10 ", "+026-05-10", "2026-05-1a", "2026-0\xd9\xa1-10", "20260510"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_date(text).has_value());
    }
}

TEST_CASE("Every day of four centuries comes back from its written form")
{
    for (Date day = 1800y / 1 / 1; day < 2200y / 1 / 1; day = next_day(day)) {
        if (parse_date(iso(day)) != day) FAIL(iso(day));
    }
    CHECK(iso(parse_date("0001-01-01").value()) == "0001-01-01");
    CHECK_THROWS_AS((void)iso(2026y / 2 / 30), Bug);
}

TEST_CASE("A moment is read as RFC 3339 with Z or an offset, and at most milliseconds")
{
    CHECK(iso(at("2026-05-10T13:14:15.678Z")) == "2026-05-10T13:14:15.678Z");
    CHECK(iso(at("2026-05-10T13:14:15Z")) == "2026-05-10T13:14:15.000Z");
    CHECK(iso(at("2026-05-10T13:14:15.5Z")) == "2026-05-10T13:14:15.500Z");
    CHECK(iso(at("2026-05-10T13:14:15+02:00")) == "2026-05-10T11:14:15.000Z");
    CHECK(iso(at("2026-05-10T00:14:15.070+02:00")) == "2026-05-09T22:14:15.070Z");
    CHECK(iso(at("2026-12-31T23:14:15-03:30")) == "2027-01-01T02:44:15.000Z");
    CHECK(iso(at("1969-12-31T23:59:59.999Z")) == "1969-12-31T23:59:59.999Z");
}

TEST_CASE("A moment in any other form is refused")
{
    for (const auto* text :
         {"", "2026-05-10", "2026-05-10T13:14:15", "2026-05-10 13:14:15Z", "2026-05-10t13:14:15z", "2026-05-10T13:14:15.Z",
          "2026-05-10T13:14:15.1234Z", "2026-05-10T24:00:00Z", "2026-05-10T13:60:00Z", "2026-05-10T13:14:60Z",
          "2026-02-29T13:14:15Z", "2026-05-10T13:14:15ZZ", "2026-05-10T13:14:15+0200", "2026-05-10T13:14:15+24:00",
          "2026-05-10T13:14:15+02:60", "2026-05-10T13:14Z", "2026-05-10T1a:14:15Z", "2026-05-10T13:14:15.-1Z"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_instant(text).has_value());
    }
}

TEST_CASE("The system's clock gives a moment of this century")
{
    const auto now = SystemClock().now();
    CHECK(now > start_of_day(2026y / 1 / 1));
    CHECK(now < start_of_day(2100y / 1 / 1));
}
