#include "consent/gate_actions.h"

#include <array>
#include <vector>

#include "cases/gate_actions.h"
#include "consent/rules.h"
#include "guideline/requirements.h"

namespace lots::consent {

using access::Compartment;
using access::Operation;
using cases::Mend;

namespace {

constexpr auto file = Compartment::social_services;

constexpr std::array before_asking{
    Mend{&guideline::all_have_signed, "list", Operation::prepare_consent, file, "command.add_signatory.title",
         "samtycken/underskrivare"},
    Mend{&guideline::all_concerned_covered, "*", Operation::prepare_consent, file, "command.judge_agencies.title",
         "samtycken/myndigheter"},
    Mend{&guideline::collector_approved, "*", Operation::prepare_consent, file, "consent.link.collector", "samtycken/borja"},
    Mend{&guideline::circumstances_checked, "*", Operation::prepare_consent, file, "command.check_circumstances.title",
         "samtycken/uppgifter"},
    Mend{&guideline::no_rolling_on, "*", Operation::decide_closure, file, "cases.gate.continue", "fortsatt"},
};

// A form that covers too little, has run out or was taken back is not mended: a new one is made.
constexpr std::array of_form{
    Mend{&guideline::all_have_signed, "list", Operation::prepare_consent, file, "command.add_signatory.title",
         "samtycken/underskrivare"},
    Mend{&guideline::all_concerned_covered, "*", Operation::prepare_consent, file, "command.open_consent.title",
         "samtycken/blankett"},
    Mend{&guideline::within_term, "*", Operation::prepare_consent, file, "command.open_consent.title", "samtycken/blankett"},
    Mend{&guideline::not_withdrawn, "*", Operation::prepare_consent, file, "command.open_consent.title",
         "samtycken/blankett"},
};

// While the form waits for answers.
constexpr std::array of_answers{
    Mend{&guideline::all_have_signed, "#", Operation::register_consent, file, "command.register_answer.title",
         "samtycken/underskrivare/{number}/svar"},
    Mend{&guideline::all_have_signed, "#", Operation::prepare_consent, file, "command.register_conversation.title",
         "samtycken/underskrivare/{number}/samtal"},
    Mend{&guideline::in_writing, "#", Operation::register_consent, file, "command.register_answer.title",
         "samtycken/underskrivare/{number}/svar"},
};

constexpr std::array before_yes{
    Mend{&guideline::talked_before_asked, "*", Operation::prepare_consent, file, "command.register_conversation.title",
         "samtycken/underskrivare/{here}/samtal"},
    Mend{&guideline::two_roles_told, "*", Operation::prepare_consent, file, "command.register_conversation.title",
         "samtycken/underskrivare/{here}/samtal"},
    Mend{&guideline::collector_approved, "*", Operation::prepare_consent, file, "consent.link.collector", "samtycken/borja"},
};

}  // namespace

web::ActionsFor actions_before_asking(const access::CasePermit& permit, Language language)
{
    return cases::actions_of(permit, language, before_asking);
}

web::ActionsFor actions_of_form(const access::CasePermit& permit, Language language)
{
    std::vector<Mend> mends(of_form.begin(), of_form.end());
    const auto* form = newest(permit.facts().consent);
    if (form != nullptr && form->withdrawals.empty() && permit.work().today <= form->last_day)
        mends.insert(mends.end(), of_answers.begin(), of_answers.end());
    return cases::actions_of(permit, language, mends);
}

web::ActionsFor actions_before_yes(const access::CasePermit& permit, Language language, const Signatory& signatory)
{
    return cases::actions_of(permit, language, before_yes, std::to_string(signatory.number));
}

}  // namespace lots::consent
