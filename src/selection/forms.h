#pragma once

#include "form/fields.h"
#include "selection/selection.h"

namespace lots::selection {

/// Choices that leave questions out, when they are there: "adult" (the two about the child), "within_ages" (why outside the ages),
/// "declared" (conflict of interest). The API's description has them all.
void decide_offer_fields(form::Fields& form, DecideOffer& input, const form::Choices& choices);

}  // namespace lots::selection
