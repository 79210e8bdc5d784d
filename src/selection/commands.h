#pragma once

#include "selection/selection.h"
#include "web/command.h"

namespace lots::selection {

/// Social services decide: offer, no offer, or a place in the queue (T5, T5b). An offer gives the case its number.
web::Command<DecideOffer> decide_offer_command();
/// One more line of what the selection rests on (S0-19).
web::Command<Source> add_source_command();
/// The result of a structured assessment (T4, S1-11).
web::Command<Assessment> register_assessment_command();
/// Something else that is given beside the group (S4-08).
web::Command<Support> add_support_command();
/// The young person and the guardians know what was decided, and until when (S4-14).
web::Command<TellFamily> tell_family_command();

}  // namespace lots::selection
