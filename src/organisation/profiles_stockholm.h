#pragma once

#include <string_view>

namespace lots::organisation {

// Two municipalities of one historic example; profiles.h gives them out.
extern const std::string_view stockholm_2012;
extern const std::string_view lidingo_2012;

}  // namespace lots::organisation
