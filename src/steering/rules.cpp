#include "steering/rules.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace lots::steering {

namespace {

constexpr int earliest_year = 2000, latest_year = 2999;

std::optional<int> number_in(std::string_view text)
{
    int number = 0;
    const auto* end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || at != end) return std::nullopt;
    return number;
}

/// What is hidden: can nobody find one of them from their sum?
bool is_safe(const std::vector<int>& counts, const std::vector<bool>& hidden)
{
    int how_many = 0, sum = 0;
    bool all_just_below = true;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (!hidden[i]) continue;
        ++how_many;
        sum += counts[i];
        all_just_below = all_just_below && counts[i] == fewest_shown - 1;
    }
    if (how_many == 0) return true;
    return how_many > 1 && sum >= fewest_shown && !all_just_below;
}

/// Hides the smallest that are still shown. False when nothing was left.
bool hide_smallest(const std::vector<int>& counts, std::vector<bool>& hidden)
{
    int smallest = std::numeric_limits<int>::max();
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (!hidden[i]) smallest = std::min(smallest, counts[i]);
    bool any = false;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (hidden[i] || counts[i] != smallest) continue;
        hidden[i] = true;
        any = true;
    }
    return any;
}

int sum_of(const std::vector<int>& counts)
{
    int sum = 0;
    for (const int count : counts) sum += count;
    return sum;
}

}  // namespace

Quarter quarter_of(Date day)
{
    return {static_cast<int>(day.year()), static_cast<int>((static_cast<unsigned>(day.month()) - 1) / 3) + 1};
}

Quarter before(Quarter quarter)
{
    return quarter.number == 1 ? Quarter{quarter.year - 1, 4} : Quarter{quarter.year, quarter.number - 1};
}

Quarter after(Quarter quarter)
{
    return quarter.number == 4 ? Quarter{quarter.year + 1, 1} : Quarter{quarter.year, quarter.number + 1};
}

Date first_day(Quarter quarter)
{
    return {std::chrono::year{quarter.year}, std::chrono::month{static_cast<unsigned>(quarter.number * 3 - 2)},
            std::chrono::day{1}};
}

Date last_day(Quarter quarter) { return add_days(first_day(after(quarter)), -1); }

std::optional<Quarter> read_quarter(std::string_view text)
{
    const auto cut = text.find('-');
    if (cut == std::string_view::npos) return std::nullopt;
    const auto year = number_in(text.substr(0, cut)), number = number_in(text.substr(cut + 1));
    if (!year || !number || *year < earliest_year || *year > latest_year || *number < 1 || *number > 4) return std::nullopt;
    const Quarter quarter{*year, *number};
    if (code_of(quarter) != text) return std::nullopt;
    return quarter;
}

std::string code_of(Quarter quarter) { return std::to_string(quarter.year) + "-" + std::to_string(quarter.number); }

std::vector<Quarter> quarters_until(Date today, std::size_t how_many)
{
    std::vector<Quarter> all;
    for (auto quarter = quarter_of(today); all.size() < how_many; quarter = before(quarter)) all.push_back(quarter);
    return all;
}

bool may_break_down(Quarter quarter, Date today) { return last_day(quarter) < today; }

bool Shown::hides() const
{
    return std::ranges::any_of(counts, [](const std::optional<int>& count) { return !count.has_value(); });
}

Shown hide_few(const std::vector<int>& counts)
{
    std::vector<bool> hidden;
    for (const int count : counts) hidden.push_back(count < fewest_shown);
    while (!is_safe(counts, hidden) && hide_smallest(counts, hidden)) {
    }
    Shown shown;
    for (std::size_t i = 0; i < counts.size(); ++i)
        shown.counts.push_back(hidden[i] ? std::nullopt : std::optional<int>(counts[i]));
    shown.total = unless_few(sum_of(counts));
    return shown;
}

Shown show_all(const std::vector<int>& counts)
{
    Shown shown;
    for (const int count : counts) shown.counts.emplace_back(count);
    shown.total = sum_of(counts);
    return shown;
}

std::optional<int> unless_few(int count)
{
    if (count < fewest_shown) return std::nullopt;
    return count;
}

std::optional<int> median_of(std::vector<int> days)
{
    if (days.size() < static_cast<std::size_t>(fewest_shown)) return std::nullopt;
    std::ranges::sort(days);
    const auto middle = days.size() / 2;
    if (days.size() % 2 == 1) return days[middle];
    return (days[middle - 1] + days[middle] + 1) / 2;
}

}  // namespace lots::steering
