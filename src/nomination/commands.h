#pragma once

#include "access/work.h"
#include "form/fields.h"
#include "nomination/nomination.h"
#include "web/asked.h"
#include "web/command.h"

namespace lots::nomination {

/// Somebody proposes a young person to social services (T1). Makes the case and its proposal number.
web::Command<Propose> propose_command();
/// Social services take a proposal up: residence, conflict of interest (T2). The one who does it becomes case officer.
web::Command<TakeUp> take_up_command();
/// The one who made the notice is told what came of it (SoL 19:6).
web::Command<GiveFeedback> give_feedback_command();
/// The proposer has taken the proposal back; what becomes of the case, social services decide (settled 35).
web::Command<TakeBack> take_back_command();
/// The proposer takes an own proposal back, until social services take it up.
web::Command<TakeBackOwn> take_back_own_command();
/// Somebody of 18 or more was told whom to phone: a number and nothing else (S0-49).
web::Command<Refer> refer_command();

/// A new episode of the same young person: a proposal of social services' own, with a new consent and a new plan to come (T19).
web::Command<Readmit> readmit_command();

}  // namespace lots::nomination
