#include "selection/forms.h"

#include "cases/decision_note.h"

namespace lots::selection {

namespace {

constexpr form::TextRule box{.longest = 2000, .rows = 4};
constexpr form::TextRule optional_box{.longest = 2000, .required = false, .rows = 4};
constexpr form::ChoiceRule optional_choice{.required = false};
constexpr form::TextRule asked_box{.longest = 2000, .required = false, .rule_asks = true, .rows = 4};

/// Why somebody is considered who is younger or older than the municipality has chosen (S4-01).
void outside_ages_fields(form::Fields& form, DecideOffer& input)
{
    form.one_of("outside_age_band_code", input.outside_age_band_code,
                form.coded("outside_age_band_code", {"siblings", "leaves_network", "returns_home", "other"}),
                optional_choice);
    form.text("outside_age_band_reason", input.outside_age_band_reason, asked_box);
}

}  // namespace

void decide_offer_fields(form::Fields& form, DecideOffer& input, const form::Choices& choices)
{
    const bool under_18 = choices.of("adult").empty();
    form.path("case", input.case_number);
    form.group("selection");
    form.when(choices.of("declared").empty(), [&] { form.one_of("conflict", input.conflict, form.coded("conflict", {"no", "yes"})); });
    form.one_of("outcome", input.outcome, form.coded("outcome", {"offer", "no_offer", "waitlist"}));
    form.one_of("category", input.category, form.coded("category", {"at_risk", "exit_seeker"}));
    form.when(choices.of("within_ages").empty(), [&] {
        const auto& one = choices.of("outside_only");
        if (one.empty())
            outside_ages_fields(form, input);
        else
            form.when_chosen("category", one.front().value, [&] { outside_ages_fields(form, input); });
    });
    form.one_of("crime_ground", input.crime_ground, form.coded("crime_ground", {"suspected", "convicted", "under_15", "risk_only"}));
    form.when_chosen("crime_ground", "risk_only",
                     [&] { form.text("no_crimes_reason", input.no_crimes_reason, asked_box); });
    form.text("recommendation", input.recommendation, optional_box);
    form.flag("room_for_more", input.room_for_more);

    form.group("intervention");
    form.one_of("mode", input.mode, form.coded("mode", {"cooperation_form", "open_intervention", "assessed_intervention"}));
    form.when(under_18, [&] {
        form.when_chosen("mode", "open_intervention", [&] {
            form.one_of("agreed_by", input.agreed_by, form.coded("agreed_by", {"guardians", "youth"}),
                        {.required = false, .rule_asks = true});
            form.when_chosen("agreed_by", "youth", [&] { form.text("agreed_reason", input.agreed_reason, asked_box); });
        });
    });
    form.when_chosen("mode", "assessed_intervention",
                     [&] { form.text("appeal_information", input.appeal_information, asked_box); });
    form.day("intervention_last_day", input.intervention_last_day, {.required = false});
    form.one_of("ground", input.ground, form.coded("ground", {"sol", "lvu", "sanction", "none"}));
    cases::decision_fields(form, input.note, under_18);
}

void add_source_fields(form::Fields& form, Source& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.one_of("whose", input.whose, form.coded("whose", {"own", "other"}));
    form.one_of("kind", input.kind, form.coded("kind", {"notice", "conversation", "file", "register", "observation", "other"}));
    form.text("from_whom", input.from_whom, {.longest = 200});
    form.day("learned_on", input.learned_on);
    form.text("about", input.about, box);
}

void register_assessment_fields(form::Fields& form, Assessment& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.one_of("instrument", input.instrument, form.coded("instrument", {"savry", "ester", "other"}));
    form.when_chosen("instrument", "other",
                     [&] { form.text("instrument_name", input.instrument_name, {.longest = 120, .required = false, .rule_asks = true}); });
    form.text("version", input.version, {.longest = 60});
    form.day("assessed_on", input.assessed_on);
    form.text("assessor", input.assessor, {.longest = 200});
    form.text("summary", input.summary, box);
    form.text("for_plan", input.for_plan, optional_box);
}

void add_support_fields(form::Fields& form, Support& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.text("support_what", input.what, {.longest = 300});
    form.text("support_by_whom", input.by_whom, {.longest = 200});
    form.day("from_day", input.from_day);
    form.day("last_day", input.last_day, {.required = false});
}

void tell_family_fields(form::Fields& form, TellFamily& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.any_of("told_whom", input.told_whom, form.coded("told_whom", {"youth", "guardians"}));
    form.one_of("way", input.way, form.coded("way", {"meeting", "phone", "letter"}));
    form.day("told_on", input.told_on);
}

}  // namespace lots::selection
