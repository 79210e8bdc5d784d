#pragma once

#include <string>

#include "access/work.h"

namespace lots::organisation {

/// What the municipality calls the consent and the plan (S2-13) and its working group (S2-07), for the texts that name them: {consent}
/// within a line, {heading} where the word begins it, {plan}, and {group}, which begins a heading.
struct LocalWords {
    std::string consent, heading, plan, group;
};
LocalWords local_words(access::Work& work);

/// The word with a capital: "Samtycke till sekretesslättnad".
std::string as_heading(std::string word);

}  // namespace lots::organisation
