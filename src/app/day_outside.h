#pragma once

#include <vector>

#include "cases/day.h"

// What is due on Min dag outside of the reader's own cases.
namespace lots::app {

/// What was lifted to the reader's own level and has no answer.
std::vector<cases::OutsideDuty> lifted_to_answer(access::Work& work, const web::Asked& asked);
/// The working group has to meet, and nobody has called it: told to the manager of a unit that calls (S2-09).
std::vector<cases::OutsideDuty> working_group_to_call(access::Work& work, const web::Asked& asked);

}  // namespace lots::app
