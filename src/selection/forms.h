#pragma once

#include "form/fields.h"
#include "selection/selection.h"

namespace lots::selection {

/// Choices that leave questions out, when they are there: "adult" (what is about a child), "within_ages" (why outside the
/// ages), "declared" (conflict of interest). "outside_only": the one category whose ages the person is outside of. The API's
/// description has all questions.
void decide_offer_fields(form::Fields& form, DecideOffer& input, const form::Choices& choices);
void add_source_fields(form::Fields& form, Source& input, const form::Choices& choices);
/// Never the scores of single items: there is no field for them.
void register_assessment_fields(form::Fields& form, Assessment& input, const form::Choices& choices);
void add_support_fields(form::Fields& form, Support& input, const form::Choices& choices);
void tell_family_fields(form::Fields& form, TellFamily& input, const form::Choices& choices);

}  // namespace lots::selection
