#pragma once

#include "selection/selection.h"
#include "web/command.h"

namespace lots::selection {

/// Social services decide: offer, no offer, or a place in the queue (T5, T5b). An offer gives the case its number.
web::Command<DecideOffer> decide_offer_command();

}  // namespace lots::selection
