#include "plan/rules_order.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "base/check.h"

namespace lots::plan {

namespace {

bool each_has_its_own(const std::vector<Placed>& all)
{
    std::set<int> taken;
    return std::ranges::all_of(all, [&](const Placed& one) { return one.place > 0 && taken.insert(one.place).second; });
}

}  // namespace

Direction direction_of(std::string_view word)
{
    check(word == "up" || word == "down", "a direction in the plan is unknown");
    return word == "up" ? Direction::up : Direction::down;
}

std::string_view opposite(std::string_view word) { return direction_of(word) == Direction::up ? "down" : "up"; }

std::vector<Placed> moved(std::vector<Placed> in_order, int number, Direction direction)
{
    const auto at = std::ranges::find(in_order, number, &Placed::number);
    if (at == in_order.end()) return {};
    if (direction == Direction::up ? at == in_order.begin() : std::next(at) == in_order.end()) return {};
    const auto other = direction == Direction::up ? std::prev(at) : std::next(at);
    if (each_has_its_own(in_order)) return {{at->number, other->place}, {other->number, at->place}};
    std::iter_swap(at, other);
    std::vector<Placed> changed;
    int place = 0;
    for (const auto& one : in_order)
        if (++place != one.place) changed.push_back({one.number, place});
    return changed;
}

}  // namespace lots::plan
