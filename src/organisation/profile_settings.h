#pragma once

#include <functional>
#include <map>
#include <string>

#include <boost/json/value.hpp>

#include "organisation/profile.h"

namespace lots::organisation {

/// Reads one setting into the profile; false when the value does not fit.
using Setting = std::function<bool(const boost::json::value&, MethodProfile&)>;

/// Every setting of the method profile by its name: how it is read and within which bounds. What several of them say together is looked at
/// by parse_profile.
const std::map<std::string, Setting, std::less<>>& settings();

}  // namespace lots::organisation
