#pragma once

#include <string>
#include <string_view>

#include "sim/chance.h"

namespace lots::sim {

/// What somebody writes in the field of that name. A name that is not known gets a sentence that fits anywhere.
std::string words_for(std::string_view field, Chance& chance);

/// The family name of the family with that number, from 0: invented, and every family has its own.
std::string family_name(int number);
std::string given_name(Chance& chance);

}  // namespace lots::sim
