#include "sim/chance.h"

namespace lots::sim {

std::uint64_t Chance::next()
{
    auto mixed = state_ += 0x9e3779b97f4a7c15U;
    mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
    return mixed ^ (mixed >> 31U);
}

int Chance::between(int lowest, int highest)
{
    if (highest <= lowest) return lowest;
    const auto span = static_cast<std::uint64_t>(highest) - static_cast<std::uint64_t>(lowest) + 1;
    return lowest + static_cast<int>(next() % span);
}

}  // namespace lots::sim
