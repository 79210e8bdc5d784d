#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/work.h"
#include "form/fields.h"
#include "organisation/organisation.h"

// To which unit of social services a proposal goes.
namespace lots::nomination {

/// Where the municipality has said which units decide, a proposal goes to one of them (S4-34): of the proposer's own board when
/// that is one of social services, for another board is another secrecy area (S2-04). None: nobody has said so.
std::vector<organisation::Unit> receiving_units(access::Work& work);
/// For a form, where there are several to choose among.
form::Options receiving_options(const std::vector<organisation::Unit>& units);
/// The only one of them, or the one of that code. None when another, or nothing, was chosen among several.
std::optional<UnitId> chosen_among(const std::vector<organisation::Unit>& units, const std::string& code);

}  // namespace lots::nomination
