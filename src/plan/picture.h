#pragma once

#include <string>
#include <vector>

#include "base/readability.h"
#include "html/components.h"
#include "html/pictures.h"
#include "plan/plan.h"
#include "web/asked.h"

// The plan as a picture, and how heavy its plain words are to read.
namespace lots::plan {

/// The commitments that were not taken out, in the order given, as bars from the first to the last day that counts. What has no first day
/// begins on the day it was worded. What the young person and the guardians promised is never drawn as missed (settled 30).
std::vector<html::OrderBar> bars_of(Language language, const std::vector<Commitment>& all);
/// What comes first and what waits for it; nothing for fewer than two, which have no order.
html::Html order_part(const web::Asked& asked, const std::vector<Commitment>& all);

/// How heavy the plain words of the plan are, together.
Readability plain_readability(const std::vector<Commitment>& all);
/// The same as a sentence, "Läsbarhet: LIX 22, lätt. …"; empty when there are none.
std::string readability_words(Language language, const std::vector<Commitment>& all);

}  // namespace lots::plan
