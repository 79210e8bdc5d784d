#pragma once

#include <string>

#include "access/work.h"

namespace lots::organisation {

/// What the municipality calls the consent and the plan (S2-13), for the texts that name them: {consent} within a line,
/// {heading} where the word begins it, {plan}.
struct LocalWords {
    std::string consent, heading, plan;
};
LocalWords local_words(access::Work& work);

/// The word with a capital: "Samtycke till sekretesslättnad".
std::string as_heading(std::string word);

}  // namespace lots::organisation
