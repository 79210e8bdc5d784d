#pragma once

#include <string_view>
#include <vector>

#include "access/work.h"
#include "guideline/decision.h"
#include "organisation/organisation.h"

namespace lots::organisation {

/// The units that have been given this part in the life of a case (unit_parts of layout.h), in Swedish order. None: the
/// municipality has not chosen, and each agency does it as it likes.
std::vector<Unit> units_with_part(access::Work& work, std::string_view part);

/// Does the reader's unit do this? Looks at nothing where no unit of the reader's agency has been given that part, nor where anybody of
/// the agency is free to do it (rules.h).
guideline::Decision by_unit_with_part(access::Work& work, std::string_view part);

}  // namespace lots::organisation
