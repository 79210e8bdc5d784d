#include "followup/ladder_pages.h"

#include "cases/page.h"
#include "form/json_writer.h"
#include "form/labels.h"
#include "organisation/store.h"

namespace lots::followup {

using access::Answer;
using access::Compartment;
using access::Operation;
using html::Html;
using namespace html::literals;

namespace {

std::string level_words(Language language, int level)
{
    return form::Labels(language, "escalate").find("level", std::to_string(level));
}

/// To the steering group no case; to an agency's own manager the way to what the case has lifted.
Html lifted_words(const Lifted& one, const web::Asked& asked)
{
    Html words;
    if (one.level == top_level)
        return words << html::text(asked.say(one.what == "absent" ? MessageKey("ladder.absent") : MessageKey("ladder.commitment_late")));
    words << html::text(thing_words(asked.language(), one.what, one.commitment) + ", ");
    const auto page = html::Url::local("/arende/" + one.case_number + "/lyfta-fragor");
    if (one.level == 1 && page) return words << html::link(*page, one.case_number);
    return words << html::text(one.case_number);
}

}  // namespace

std::string thing_words(Language language, std::string_view what, std::optional<int> commitment)
{
    if (what == "absent") return say(language, "ladder.absent");
    return say(language, what == "late" ? MessageKey("ladder.late") : MessageKey("ladder.not_accepted"),
               {{"number", commitment.value_or(0)}});
}

Html escalations_part(access::Work& work, const web::Asked& asked, const std::vector<Escalation>& all)
{
    Html part;
    for (const auto& one : all) {
        part << html::heading(3, asked.say("ladder.one", {{"number", one.number}, {"agency", one.agency_name}}))
             << html::paragraph(thing_words(asked.language(), one.what, one.commitment))
             << html::paragraph(asked.say("ladder.to", {{"level", level_words(asked.language(), one.level)},
                                                        {"day", say_date(asked.language(), one.due_on)}}))
             << html::paragraph(one.reason)
             << html::secondary_paragraph(
                    asked.say("ladder.raised", {{"name", organisation::person_name(work, one.raised_by)},
                                                {"when", say_moment(asked.language(), one.raised_at)}}));
        if (!one.answer) {
            part << html::paragraph(asked.say("ladder.no_answer"));
            continue;
        }
        Html answer;
        answer << html::paragraph(one.answer->text);
        if (one.answer->done_by)
            answer << html::paragraph(
                asked.say("ladder.done_by", {{"day", say_date(asked.language(), *one.answer->done_by)}}));
        answer << html::secondary_paragraph(
            asked.say("ladder.answered", {{"name", organisation::person_name(work, one.answer->answered_by)},
                                          {"when", say_moment(asked.language(), one.answer->answered_at)}}));
        part << html::heading(4, asked.say("ladder.answer")) << answer;
    }
    return part;
}

Result<web::View> escalations_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_commitments>(work, asked.part("case"));
    if (!permit) return permit.error();
    Html content;
    content << html::paragraph(asked.say("ladder.own_never"));
    auto part = escalations_part(work, asked, escalations(*permit));
    Html lift;
    // Where nothing may be lifted today there is no way to a page that only says so.
    if (access::would_allow(*permit, Operation::escalate, Compartment::room) == Answer::yes &&
        may_lift_any(ladder_of(*permit), work.today).allowed())
        lift = html::button({.text = asked.say("command.escalate.title"), .href = cases::case_url(*permit) / "lyft"});
    if (part.empty())
        content << html::empty_state({.title = asked.say("ladder.none"), .text = asked.say("ladder.none_text"), .action = std::move(lift)});
    else content << part << lift;
    return cases::case_page(*permit, asked, "lyfta-fragor", asked.say("ladder.title"), std::move(content));
}

Result<std::string> escalations_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_commitments>(work, asked.part("case"));
    if (!permit) return permit.error();
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).name("escalations").array();
    for (const auto& one : escalations(*permit)) {
        json.object()
            .pair("escalation", one.number)
            .pair("what", one.what)
            .maybe("commitment", one.commitment)
            .pair("agency", one.agency_name);
        json.pair("level", one.level)
            .pair("due_on", one.due_on)
            .pair("reason", one.reason)
            .pair("raised_on", local_day(one.raised_at));
        if (one.answer) json.pair("answer", one.answer->text).maybe("done_by", one.answer->done_by);
        json.end_object();
    }
    return json.end_array().end_object().take();
}

Result<web::View> lifted_page(access::Work& work, const web::Asked& asked)
{
    if (auto allowed = access::allow(work, Operation::answer_escalation); !allowed) return allowed.error();
    const auto all = lifted_to_reader(work);
    html::Table table;
    table.caption = asked.say("ladder.lifted.title");
    table.caption_classes = "govuk-visually-hidden";  // the heading above says it
    table.first_cell_is_header = table.cards = true;
    table.head = {asked.say("ladder.lifted.number"), asked.say("ladder.lifted.agency"), asked.say("ladder.lifted.what"),
                  asked.say("ladder.lifted.late"), asked.say("ladder.lifted.state")};
    bool waits = false;
    for (const auto& one : all) {
        waits = waits || !one.answered_on;
        const auto name = "L-" + std::to_string(one.number);
        Html state = one.answered_on ? html::paragraph(asked.say("ladder.lifted.answered",
                                                                 {{"day", say_date_short(asked.language(), *one.answered_on)}}))
                                     : html::paragraph(asked.say("ladder.lifted.waits"));
        if (!one.answered_on)
            state << html::link("/lyfta/svar"_url.with("number", std::to_string(one.number)), asked.say("command.answer_escalation.title"),
                                asked.say("ladder.lifted.to", {{"name", name}}));
        table.rows.push_back({html::Cell(name), html::Cell(one.agency_name), html::Cell(lifted_words(one, asked)),
                              html::Cell(asked.say("ladder.lifted.days", {{"days", days_between(one.due_on, asked.today)}})),
                              html::Cell(std::move(state))});
    }
    web::View view;
    view.title = asked.say("ladder.lifted.title");
    view.main << html::heading(1, view.title) << html::paragraph(asked.say("ladder.lifted.lead"));
    if (table.rows.empty())
        view.main << html::empty_state(
            {.title = asked.say("ladder.lifted.none"), .text = asked.say("ladder.lifted.none_text"), .action = {}});
    else
        view.main << html::scrollable(table.caption, html::table(table));
    if (waits) view.main << html::button({.text = asked.say("command.answer_escalation.title"), .href = "/lyfta/svar"_url});
    return view;
}

Result<std::string> lifted_json(access::Work& work, const web::Asked&)
{
    if (auto allowed = access::allow(work, Operation::answer_escalation); !allowed) return allowed.error();
    form::JsonWriter json;
    json.object().name("escalations").array();
    for (const auto& one : lifted_to_reader(work)) {
        json.object()
            .pair("escalation", one.number)
            .pair("level", one.level)
            .pair("what", one.what)
            .pair("agency", one.agency_name);
        if (!one.case_number.empty()) json.pair("case", one.case_number);
        json.maybe("commitment", one.commitment)
            .pair("due_on", one.due_on)
            .pair("raised_on", one.raised_on)
            .maybe("answered_on", one.answered_on);
        json.end_object();
    }
    return json.end_array().end_object().take();
}

}  // namespace lots::followup
