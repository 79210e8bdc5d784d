#include "working_group/forms.h"

#include "form/rows.h"

namespace lots::working_group {

namespace {

constexpr form::TextRule box{.longest = 2000, .rows = 5};
constexpr form::TextRule optional_box{.longest = 1000, .required = false, .rows = 3};

}  // namespace

void call_group_fields(form::Fields& form, CallGroup& input, const form::Choices& choices)
{
    form.one_of("group", input.group, choices.of("groups"));
    form.day("day", input.day);
    form.clock("clock", input.clock);
    form.text("place", input.place, {.longest = 200});
}

void add_area_item_fields(form::Fields& form, AddAreaItem& input, const form::Choices&)
{
    form.path("meeting", input.meeting);
    form.text("area_text", input.text, box);
    form.flag("leads_to_nobody", input.leads_to_nobody);
}

void end_meeting_fields(form::Fields& form, EndMeeting& input, const form::Choices& choices)
{
    form.path("meeting", input.meeting);
    form.any_of("present", input.present, choices.of("seats"));
    form.text("situation", input.situation, box);
    form.text("measures", input.measures, box);
    form.flag("leads_to_nobody", input.leads_to_nobody);
}

void call_off_fields(form::Fields& form, CallOff& input, const form::Choices&) { form.path("meeting", input.meeting); }

void advice_fields(form::Fields& row, ItemAdvice& one, const form::Options& agencies)
{
    row.one_of("advice", one.advice, row.coded("advice", {"offer", "no_offer", "know_more"}), {.required = false, .rule_asks = true});
    row.text("advice_text", one.text, {.longest = 2000, .required = false, .rule_asks = true, .rows = 3});
    row.one_of("contact_agency", one.contact_agency, agencies, {.required = false});
    row.text("contact_position", one.contact_position, {.longest = 120, .required = false});
}

void recommend_items_fields(form::Fields& form, RecommendItems& input, const form::Choices& choices)
{
    form.path("meeting", input.meeting);
    form::ask_rows(form, choices.of("items"), input.rows,
                   [&](form::Fields& row, ItemAdvice& one) { advice_fields(row, one, choices.of("agencies")); });
}

void recommend_fields(form::Fields& form, Recommend& input, const form::Choices& choices)
{
    form.path("meeting", input.meeting);
    form.path("item", input.item);
    form.one_of("advice", input.advice, form.coded("advice", {"offer", "no_offer", "know_more"}));
    form.text("advice_text", input.text, box);
    form.one_of("contact_agency", input.contact_agency, choices.of("agencies"), {.required = false});
    form.text("contact_position", input.contact_position, {.longest = 120, .required = false});
}

void prepare_item_fields(form::Fields& form, PrepareItem& input, const form::Choices& choices)
{
    const bool named = !choices.of("named").empty();
    form.path("case", input.case_number);
    form.one_of("meeting", input.meeting, choices.of("meetings"));
    form.when(named, [&] {
        form.one_of("item_form", input.form, form.coded("item_form", {"deidentified", "named"}), {.required = false});
        form.when_chosen("item_form", "named", [&] {
            constexpr form::DayRule asked_day{.required = false, .rule_asks = true};
            form.day("consent_signed_on", input.consent_signed_on, asked_day);
            form.day("consent_last_day", input.consent_last_day, asked_day);
            form.flag("all_have_signed", input.all_have_signed);
            form.text("consent_kept_at", input.consent_kept_at, {.longest = 200, .required = false});
        });
    });
    form.text("shown_text", input.text, {.longest = 2000, .rows = 8});
    form.number("could_be_about", input.could_be_about, {.lowest = 0, .highest = 100000});
    form.text("why_not_pointed_out", input.reason, optional_box);
    form.flag("approved", input.approved, {.must_be_set = true});
}

void answer_recommendation_fields(form::Fields& form, AnswerRecommendation& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.path("meeting", input.meeting);
    form.path("item", input.item);
    form.one_of("follows", input.follows, form.coded("follows", {"yes", "no"}));
    form.when_chosen("follows", "no", [&] {
        form.text("why_left", input.reason, {.longest = 1000, .required = false, .rule_asks = true, .rows = 3});
    });
}

}  // namespace lots::working_group
