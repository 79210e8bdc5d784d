#pragma once

#include <string_view>
#include <vector>

namespace lots::plan {

/// A commitment of the draft and its place in the order; 0: none yet.
struct Placed {
    int number = 0, place = 0;
    bool operator==(const Placed&) const = default;
};

enum class Direction { up, down };
/// "up" or "down".
Direction direction_of(std::string_view word);
std::string_view opposite(std::string_view word);

/// The places that change when a commitment changes place with the one before it (up) or after it (down). Where two share a
/// place, or one has none, all are counted from 1 in the order they stand in, so that the order is set afterwards. in_order
/// all of the draft, as the pages show them returns   empty when there is nothing to change places with source    "Vad är
/// det?" 3.3 (S1-53)
std::vector<Placed> moved(std::vector<Placed> in_order, int number, Direction direction);

}  // namespace lots::plan
