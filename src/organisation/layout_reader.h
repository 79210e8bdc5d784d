#pragma once

#include <optional>

#include <boost/json/value.hpp>

#include "organisation/layout.h"

namespace lots::organisation {

/// Reads the layout of a profile. None when a name is unknown, a code or kind is not one, a code comes twice, or something refers to what
/// is not there.
std::optional<Layout> read_layout(const boost::json::value& value);

}  // namespace lots::organisation
