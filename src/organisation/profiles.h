#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "organisation/commands.h"
#include "organisation/layout.h"

namespace lots::organisation {

/// The ready profiles: "national" (the guideline's own defaults), "lund", "stockholm-2012", "lidingo-2012" and "example".
std::vector<std::string_view> profile_names();
/// The JSON of one of them, or none.
std::optional<std::string_view> profile_named(std::string_view name);

/// Makes the agencies with their boards and units, the areas and the groups of a layout, links and all, from that day. Invalid as the
/// commands that it uses (commands.h, areas.h, groups.h).
Result<Done> make_layout(const Change& change, const Layout& layout, Date from);

}  // namespace lots::organisation
