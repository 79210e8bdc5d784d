#include "selection/forms.h"

#include "cases/decision_note.h"

namespace lots::selection {

void decide_offer_fields(form::Fields& form, DecideOffer& input, const form::Choices& choices)
{
    constexpr form::TextRule box{.longest = 2000, .rows = 4};
    constexpr form::TextRule optional_box{.longest = 2000, .required = false, .rows = 4};
    form.path("case", input.case_number);
    form.group("selection");
    form.when(choices.of("declared").empty(), [&] { form.one_of("conflict", input.conflict, form.coded("conflict", {"no", "yes"})); });
    form.one_of("outcome", input.outcome, form.coded("outcome", {"offer", "no_offer", "waitlist"}));
    form.one_of("category", input.category, form.coded("category", {"at_risk", "exit_seeker"}));
    form.flag("commits_crimes", input.commits_crimes);
    form.text("sources", input.sources, box);
    form.text("recommendation", input.recommendation, optional_box);
    form.when(choices.of("within_ages").empty(),
              [&] { form.text("outside_age_band_reason", input.outside_age_band_reason, optional_box); });
    form.flag("room_for_more", input.room_for_more);

    form.group("intervention");
    form.one_of("mode", input.mode, form.coded("mode", {"cooperation_form", "open_intervention", "assessed_intervention"}));
    form.one_of("ground", input.ground, form.coded("ground", {"sol", "lvu", "sanction", "none"}));
    form.day("intervention_last_day", input.intervention_last_day, {.required = false});
    form.text("appeal_information", input.appeal_information, optional_box);
    cases::decision_fields(form, input.note, choices.of("adult").empty());
}

}  // namespace lots::selection
