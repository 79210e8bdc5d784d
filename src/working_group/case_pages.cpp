#include "cases/page.h"
#include "form/json_writer.h"
#include "form/labels.h"
#include "organisation/local_words.h"
#include "organisation/store.h"
#include "working_group/item_text.h"
#include "working_group/pages.h"
#include "working_group/store.h"

namespace lots::working_group {

using access::Answer;
using access::Compartment;
using access::Operation;
using html::Html;

namespace {

std::string warnings_of(const web::Asked& asked, const Item& item)
{
    std::string all;
    for (const auto& code : item.warnings)
        if (const auto words = trace_words(asked.language(), code); !words.empty()) all += (all.empty() ? "" : ", ") + words;
    return all;
}

/// Exactly what was shown, to whom, and what was kept in it for which reason.
Html item_part(const access::CasePermit& permit, const web::Asked& asked, const Item& item)
{
    auto& work = permit.work();
    const form::Labels labels(asked.language(), "prepare_item");
    html::SummaryList list;
    const auto row = [&](const std::string& key, const std::string& value) {
        if (!value.empty()) list.rows.push_back({.key = key, .value = value});
    };
    row(labels.label("shown_text"), item.text);
    row(asked.say("working_group.age_head"), item.age_band);
    row(labels.label("could_be_about"), std::to_string(item.could_be_about));
    row(asked.say("working_group.warned_for"), warnings_of(asked, item));
    row(labels.label("why_not_pointed_out"), item.reason);
    row(labels.label("consent_signed_on"), item.consent_signed_on ? say_date(asked.language(), *item.consent_signed_on) : "");
    row(labels.label("consent_last_day"), item.consent_last_day ? say_date(asked.language(), *item.consent_last_day) : "");
    row(labels.label("consent_kept_at"), item.consent_kept_at);
    row(asked.say("working_group.approved"), say_moment(asked.language(), item.approved_at) + ", " +
                                                 organisation::person_name(work, item.approved_by));
    std::string present;
    for (const auto& one : present_at(work, item.meeting)) present += (present.empty() ? "" : "; ") + one;
    row(asked.say("working_group.present"), present);
    Html part = html::heading(3, asked.say("working_group.item_at", {{"item", item.number}, {"meeting", item.meeting_number}}));
    part << html::summary_list(list);
    if (!item.recommendation) return part << html::paragraph(asked.say("working_group.no_recommendation"));
    part << html::heading(4, asked.say("working_group.recommendation")) << recommendation_part(asked, *item.recommendation);
    const bool may_answer = access::would_allow(permit, Operation::decide_offer, Compartment::social_services) != Answer::no;
    if (!item.recommendation->answer && may_answer)
        part << html::button({.text = asked.say("command.answer_recommendation.title"),
                              .href = cases::case_url(permit) / "beredning" / std::to_string(item.meeting_number) /
                                      std::to_string(item.number) / "svar"});
    return part;
}

}  // namespace

Result<web::View> preparation_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_selection>(work, asked.part("case"));
    if (!permit) return permit.error();
    const bool may_prepare =
        access::would_allow(*permit, Operation::prepare_deidentified, Compartment::social_services) != Answer::no;
    Html action, content;
    if (may_prepare)
        action = html::button(
            {.text = asked.say("command.prepare_item.title"), .href = cases::case_url(*permit) / "avidentifiera"});
    const auto items = items_of_case(*permit);
    if (items.empty()) {
        content << html::empty_state({.title = asked.say("working_group.nothing_shown"),
                                      .text = asked.say(may_prepare ? MessageKey("working_group.nothing_shown.prepare")
                                                                    : MessageKey("working_group.nothing_shown.closed")),
                                      .action = std::move(action)});
    } else {
        content << html::paragraph(asked.say("working_group.kept_here"));
        for (const auto& item : items) content << item_part(*permit, asked, item);
        content << action;
    }
    const auto title = asked.say("cases.nav.preparation", {{"group", organisation::local_words(work).group}});
    return cases::case_page(*permit, asked, "beredning", title, std::move(content));
}

Result<std::string> preparation_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_selection>(work, asked.part("case"));
    if (!permit) return permit.error();
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).name("items").array();
    for (const auto& item : items_of_case(*permit)) {
        json.object()
            .pair("meeting", item.meeting_number)
            .pair("item", item.number)
            .pair("form", item.form)
            .pair("text", item.text)
            .pair("age_band", item.age_band)
            .pair("could_be_about", item.could_be_about)
            .pair("why_not_pointed_out", item.reason)
            .maybe("consent_signed_on", item.consent_signed_on)
            .maybe("consent_last_day", item.consent_last_day)
            .pair("consent_kept_at", item.consent_kept_at)
            .pair("approved_at", item.approved_at);
        json.name("warnings").array();
        for (const auto& code : item.warnings) json.value(code);
        json.end_array().name("recommendation");
        if (!item.recommendation) json.null();
        else {
            const auto& one = *item.recommendation;
            json.object()
                .pair("advice", one.advice)
                .pair("text", one.text)
                .pair("contact_agency", one.contact_agency)
                .pair("contact_position", one.contact_position)
                .pair("made_on", one.made_on)
                .name("answer");
            if (!one.answer) json.null();
            else json.object().pair("follows", one.answer->follows).pair("reason", one.answer->reason).end_object();
            json.end_object();
        }
        json.end_object();
    }
    return json.end_array().end_object().take();
}

}  // namespace lots::working_group
