#pragma once

#include <set>
#include <string>
#include <vector>

#include "app/demo_tale.h"
#include "stories/world.h"

namespace lots::test {

/// A fact that some may not find anywhere.
struct Hidden {
    std::string what, words;
    std::set<std::string> from = {};  // kept from these alone; empty: from everybody
    std::set<std::string> but = {};   // who may read it all the same
};

/// Words that stand nowhere by themselves.
inline const std::string hidden_contact = "Gomdagatan71", hidden_school = "Doldaskolan72", hidden_talk = "Nilsberattade73",
                         hidden_paper = "Arkivskap74", hidden_reason = "Polisensorsak75", hidden_why = "Varforvitogupp76",
                         hidden_picture = "Kommerdagligen78", hidden_suspicion = "Misstankstold79", hidden_note = "Barafranmentor80",
                         hidden_words = "Egnaord81", hidden_form = "Skannad82";

/// What of the case below is hidden, and from whom.
const std::vector<Hidden>& hidden();

/// Sam's case, with everything in it that a group comes to in its first month. Where his father is, is protected.
class HiddenCase {
    app::Tale tale_;

public:
    std::string nomination, number;

    explicit HiddenCase(World& world);
    /// POST to that address of the case in the API.
    void post(const std::string& who, const std::string& rest, const app::Tale::Write& write);
    /// The mother takes her consent back: the case rests.
    void withdrawn() { tale_.withdraw(number, 2); }
};

}  // namespace lots::test
