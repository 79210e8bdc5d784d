#pragma once

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace lots::steering {

/// A quarter of a year: the time that the steering group looks at.
struct Quarter {
    int year = 0;
    int number = 1;  // 1 to 4
    auto operator<=>(const Quarter&) const = default;
};

Quarter quarter_of(Date day);
Quarter before(Quarter quarter);
Quarter after(Quarter quarter);
/// Both days included.
Date first_day(Quarter quarter);
Date last_day(Quarter quarter);
/// "2026-3". None for anything else.
std::optional<Quarter> read_quarter(std::string_view text);
std::string code_of(Quarter quarter);
/// The quarter of today and those before it, newest first, so many.
std::vector<Quarter> quarters_until(Date today, std::size_t how_many);

/// A breakdown of young people is shown when the quarter has ended. Before that its figures change with every case: who
/// reads them two days in a row would read what one young person did. source  settled 31 ("also by difference")
bool may_break_down(Quarter quarter, Date today);

/// A group of fewer young people is not shown (settled 31).
inline constexpr int fewest_shown = 5;

/// What is shown of how a number of young people divide. None: hidden.
struct Shown {
    std::vector<std::optional<int>> counts;  // in the order that came in
    std::optional<int> total;

    bool hides() const;
};

/// Hides what could be somebody: each count below fewest_shown, and as many more as it takes that nobody finds a hidden one
/// from the others and the total, also who knows this rule. What is hidden is always two counts or more, together
/// fewest_shown or more, and they are not all just below the limit. The smallest that are left go first, those of the same
/// size together: then the order of the counts tells nothing. A total below the limit is hidden as well. counts  none below
/// zero; a young person is in one of them source  settled 31, S1-36
Shown hide_few(const std::vector<int>& counts);
/// All of it, as the local steering group has it: how many cases there are by state and district.
/// source  settled 31, S4-48
Shown show_all(const std::vector<int>& counts);
/// The same for a number that is nobody's part: how many were offered a group.
std::optional<int> unless_few(int count);

/// The day in the middle; of two the mean, rounded up. None when so few are counted that it would be somebody's own.
/// source  S4-41, settled 31
std::optional<int> median_of(std::vector<int> days);

}  // namespace lots::steering
