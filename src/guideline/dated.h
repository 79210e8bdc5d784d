#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "base/time.h"

namespace lots::guideline {

/// A value that holds from a day, both ends included; no last day = still in force.
template <class T>
struct Dated {
    Date from;
    std::optional<Date> last_day;
    T value;
    std::string_view reference;  // legal reference or requirement id
};

/// The value in force that day. A day outside the table is an honest "none", never the nearest value.
template <class T, std::size_t count>
constexpr std::optional<T> in_force(const std::array<Dated<T>, count>& table, Date on)
{
    for (const auto& row : table)
        if (row.from <= on && (!row.last_day || on <= *row.last_day)) return row.value;
    return std::nullopt;
}

}  // namespace lots::guideline
