#include <array>
#include <charconv>
#include <cmath>

#include "base/check.h"
#include "messages/message.h"

// Days, clocks and numbers as people write them. The words are in text/*/date.msg.
namespace lots {

namespace {

constexpr std::array<MessageKey, 7> weekdays{"date.weekday.1", "date.weekday.2", "date.weekday.3", "date.weekday.4",
                                             "date.weekday.5", "date.weekday.6", "date.weekday.7"};
constexpr std::array<MessageKey, 12> months{"date.month.1", "date.month.2",  "date.month.3",  "date.month.4",
                                            "date.month.5", "date.month.6",  "date.month.7",  "date.month.8",
                                            "date.month.9", "date.month.10", "date.month.11", "date.month.12"};
constexpr std::array<MessageKey, 12> short_months{"date.month_short.1",  "date.month_short.2",  "date.month_short.3",
                                                  "date.month_short.4",  "date.month_short.5",  "date.month_short.6",
                                                  "date.month_short.7",  "date.month_short.8",  "date.month_short.9",
                                                  "date.month_short.10", "date.month_short.11", "date.month_short.12"};

std::string day_of(Date day) { return std::to_string(static_cast<unsigned>(day.day())); }
std::string year_of(Date day) { return std::to_string(static_cast<int>(day.year())); }
std::string month_of(Language language, Date day, const std::array<MessageKey, 12>& names)
{
    check(day.ok(), "a day that is written exists");
    return say(language, names[static_cast<unsigned>(day.month()) - 1]);
}

/// Digits in groups of three from the right; the minus sign as CLDR has it.
std::string grouped(Language language, std::string_view digits)
{
    std::string out;
    if (digits.starts_with('-')) {
        out += language == Language::sv ? "\u2212" : "-";
        digits.remove_prefix(1);
    }
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) out += language == Language::sv ? "\u00a0" : ",";
        out += digits[i];
    }
    return out;
}

}  // namespace

std::string say_date(Language language, Date day)
{
    const auto month = month_of(language, day, months);
    const auto weekday = std::chrono::weekday(std::chrono::sys_days(day)).iso_encoding();
    return say(
        language, "date.full",
        {{"weekday", say(language, weekdays[weekday - 1])}, {"day", day_of(day)}, {"month", month}, {"year", year_of(day)}});
}

std::string say_date_short(Language language, Date day)
{
    return say(language, "date.short",
               {{"day", day_of(day)}, {"month", month_of(language, day, short_months)}, {"year", year_of(day)}});
}

std::string say_clock(Language language, Instant at)
{
    const auto clock = local_clock(at);  // "15.00"
    return say(language, "date.clock", {{"hour", clock.substr(0, 2)}, {"minute", clock.substr(3)}});
}

std::string say_moment(Language language, Instant at)
{
    return say(language, "date.moment", {{"date", say_date(language, local_day(at))}, {"clock", say_clock(language, at)}});
}

std::string say_number(Language language, long long number) { return grouped(language, std::to_string(number)); }

std::string say_number(Language language, double number)
{
    check(std::isfinite(number), "a number that is written is finite");
    std::array<char, 400> room;  // the largest double has 309 digits before the point
    const auto end = std::to_chars(room.data(), room.data() + room.size(), number, std::chars_format::fixed, 3).ptr;
    std::string_view text(room.data(), static_cast<std::size_t>(end - room.data()));
    text = text.substr(0, text.find_last_not_of('0') + 1);
    const auto point = text.find('.');
    if (text == "-0.") text = "0.";
    const auto fraction = text.substr(text.find('.') + 1);
    auto out = grouped(language, text.substr(0, std::min(point, text.find('.'))));
    if (!fraction.empty()) (out += language == Language::sv ? ',' : '.') += fraction;
    return out;
}

}  // namespace lots
