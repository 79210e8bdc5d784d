#include <algorithm>

#include "cases/page.h"
#include "cases/record.h"
#include "form/json_writer.h"
#include "guideline/requirements.h"
#include "organisation/profile.h"
#include "web/gates.h"
#include "working_group/commands.h"
#include "working_group/forms.h"
#include "working_group/item_text.h"
#include "working_group/pages.h"
#include "working_group/rules.h"
#include "working_group/store.h"

namespace lots::working_group {

using access::CaseState;
using access::Operation;
using html::Html;
using namespace html::literals;

namespace {

form::Options meeting_options(access::Work& work, Language language)
{
    form::Options options;
    for (const auto& meeting : open_meetings(work))
        options.push_back({std::to_string(meeting.number), meeting.group_name + ", " + say_moment(language, meeting.starts_at)});
    return options;
}

/// A meeting that the item can belong to is called, by who may.
web::ActionsFor actions_of_item(const access::Work& work, Language language)
{
    if (access::would_allow(work.reader, Operation::call_working_group) == access::Answer::no) return {};
    return [language](const guideline::Finding& finding) {
        std::vector<web::GateAction> actions;
        if (finding.requirement->id == guideline::item_ends_with_meeting.id)
            actions.push_back({say(language, "command.call_group.title"), "/arbetsgrupp/kalla"_url});
        return actions;
    };
}

// --- what the group is shown --------------------------------------------------------------------------------------------

Result<web::Prepared<PrepareItem>> prepare(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::prepare_deidentified>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto profile = organisation::profile_of(work);
    web::Prepared<PrepareItem> prepared;
    const auto meetings = meeting_options(work, asked.language());
    if (profile.named_preparation) prepared.choices.with("named", {{"yes", ""}});
    if (meetings.size() == 1) prepared.input.meeting = meetings.front().value;
    prepared.input.form = "deidentified";
    prepared.choices.with("meetings", meetings);
    // Only without a meeting: the form cannot mend that. An open gate says nothing that the form does not.
    if (meetings.empty())
        prepared.gate =
            guideline::Decision().look(guideline::item_ends_with_meeting, false, guideline::Actor::social_services);
    prepared.about = about_traces(asked.language());
    prepared.actions = actions_of_item(work, asked.language());
    prepared.header = cases::case_header(*permit, asked);
    prepared.above << html::warning_text(asked.words(), {.text = asked.say("working_group.banner")})
                   << html::paragraph(asked.say("working_group.age_is_banded",
                                                {{"band", age_band(age_on(permit->facts().born, asked.today))},
                                                 {"fewest", profile.fewest_it_could_be_about}}));
    prepared.back = cases::case_url(*permit) / "beredning";
    return prepared;
}

Result<web::Landing> show_group(access::Work& work, const PrepareItem& typed)
{
    const auto permit = access::permit<Operation::prepare_deidentified>(work, typed.case_number);
    if (!permit) return permit.error();
    auto input = typed;
    if (input.form.empty()) input.form = "deidentified";
    const auto profile = organisation::profile_of(work);
    const auto meeting = meeting_of(work, input.meeting);
    const bool open = meeting && meeting->outcome.empty();

    ItemFacts facts;
    facts.named = input.form == "named";
    facts.traces = traces_in(input.text, known_of(*permit));
    facts.could_be_about = input.could_be_about.value_or(0);
    facts.fewest = profile.fewest_it_could_be_about;
    facts.named_allowed = profile.named_preparation;
    facts.all_have_signed = input.all_have_signed;
    facts.consent_signed_on = input.consent_signed_on;
    facts.consent_last_day = input.consent_last_day;
    facts.on = work.today;
    if (open) facts.meeting_day = local_day(meeting->starts_at);
    const auto decision = may_show(facts);
    if (auto no = work.unmet(decision)) return *no;
    const auto hints = decision.to_justify();
    if (!hints.empty() && input.reason.empty())
        return invalid("why_not_pointed_out", "working_group.hints",
                       {{"hints", hint_words(work.reader.language, decision)}});
    std::vector<std::string> warnings;
    for (const auto* hint : hints) warnings.push_back(hint->about);

    cases::touch(*permit);
    const int number = add_item(*permit, *meeting, input, age_band(age_on(permit->facts().born, work.today)), warnings);
    if (permit->facts().state == CaseState::under_review) cases::move(*permit, CaseState::prepared_deidentified, "T3");
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).pair("state", "prepared_deidentified").pair("meeting", meeting->number);
    json.pair("item", number).end_object();
    return web::Landing{cases::case_url(*permit) / "beredning", "working_group.item_shown", json.take()};
}

// --- the answer ---------------------------------------------------------------------------------------------------------

/// The item of this case at that meeting that has a recommendation and no answer yet.
std::optional<Item> unanswered(const access::CasePermit& permit, const std::string& meeting, const std::string& number)
{
    for (auto& item : items_of_case(permit))
        if (std::to_string(item.meeting_number) == meeting && std::to_string(item.number) == number && item.recommendation &&
            !item.recommendation->answer)
            return std::move(item);
    return std::nullopt;
}

Result<web::Prepared<AnswerRecommendation>> prepare_answer(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::decide_offer>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto item = unanswered(*permit, asked.part("meeting"), asked.part("item"));
    if (!item) return not_found();
    web::Prepared<AnswerRecommendation> prepared;
    prepared.header = cases::case_header(*permit, asked);
    prepared.above = recommendation_part(asked, *item->recommendation);
    prepared.back = cases::case_url(*permit) / "beredning";
    return prepared;
}

Result<web::Landing> answer(access::Work& work, const AnswerRecommendation& input)
{
    const auto permit = access::permit<Operation::decide_offer>(work, input.case_number);
    if (!permit) return permit.error();
    const auto item = unanswered(*permit, input.meeting, input.item);
    if (!item) return not_found();
    const bool follows = input.follows == "yes";
    if (auto no = work.unmet(may_answer(follows, input.reason))) return *no;
    cases::touch(*permit);
    add_answer(*permit, *item, follows, input.reason);
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).pair("meeting", item->meeting_number).pair("item", item->number).end_object();
    return web::Landing{cases::case_url(*permit) / "beredning", "working_group.answered", json.take()};
}

}  // namespace

web::Command<PrepareItem> prepare_item_command()
{
    return {Operation::prepare_deidentified,
            "/arende/{case}/avidentifiera",
            "/api/v1/cases/{case}/deidentified-items",
            "prepare_item",
            prepare_item_fields,
            prepare,
            show_group,
            web::Confirmation::check_answers,
            nullptr,
            item_as_shown};
}

web::Command<AnswerRecommendation> answer_recommendation_command()
{
    return {Operation::decide_offer, "/arende/{case}/beredning/{meeting}/{item}/svar",
            "/api/v1/cases/{case}/deidentified-items/{meeting}/{item}/answer", "answer_recommendation", answer_recommendation_fields,
            prepare_answer, answer};
}

}  // namespace lots::working_group
