#include "closure/gate_actions.h"

#include <array>

#include "cases/gate_actions.h"
#include "guideline/requirements.h"

namespace lots::closure {

using access::Compartment;
using access::Operation;
using cases::Mend;

namespace {

constexpr auto file = Compartment::social_services;

constexpr std::array of_end{
    Mend{&guideline::goal_results, "#", Operation::decide_closure, file, "command.goal_result.title",
         "avsluta/mal/{number}"},
    Mend{&guideline::handed_over, "#", Operation::decide_closure, file, "command.hand_over.title",
         "avsluta/atagande/{number}"},
    Mend{&guideline::minutes_written, "#", Operation::hold_meeting, Compartment::room, "command.lock_minutes.title",
         "moten/{number}/las"},
    Mend{&guideline::within_term, "*", Operation::prepare_consent, file, "command.open_consent.title", "samtycken/blankett"},
};

}  // namespace

web::ActionsFor actions_of_end(const access::CasePermit& permit, Language language)
{
    return cases::actions_of(permit, language, of_end);
}

}  // namespace lots::closure
