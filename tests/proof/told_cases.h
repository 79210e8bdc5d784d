#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "proof/addresses.h"
#include "stories/world.h"

namespace lots::test {

/// One of the things of a case: the parts of its address, and the sign-in name of the one whose own it is.
struct Told {
    std::vector<std::string> parts;
    std::string own_of = {};
};

/// A case that was told to a certain point, and what is known of it because it was told, not because the program says so.
struct ToldCase {
    std::string number;
    std::vector<app::DemoPerson> family = {};  // the young person and a guardian, with accounts
    std::string_view state = {}, consent = {};
    std::map<std::string, std::set<std::string>> ties = {};  // of whom in which role ("sara.lind/social_worker")
    std::map<Thing, std::vector<Told>> things = {};
};

/// Cases in all states that a case can come to, each with the demo's people in it. The clock is left where they end.
std::vector<ToldCase> tell_cases(World& world);

}  // namespace lots::test
