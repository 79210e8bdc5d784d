#include "asp/pages.h"

#include "asp/store.h"
#include "cases/page.h"
#include "form/json_writer.h"
#include "form/labels.h"
#include "organisation/store.h"

namespace lots::asp {

using access::Operation;
using html::Html;

namespace {

/// The words that the guideline gives (S0-63).
std::string note_text(Language language, const std::string& way)
{
    return say(language, "asp.note_text", {{"contact", way}});
}

Html summary(const access::CasePermit& permit, const Reminder& now, const web::Asked& asked)
{
    const form::Labels labels(asked.language(), "asp_reminder");
    html::SummaryList list;
    const auto row = [&](MessageKey key, const std::string& value) {
        if (!value.empty()) list.rows.push_back({.key = asked.say(key), .value = value});
    };
    row("asp.conditions", labels.find("conditions", now.conditions));
    row("asp.assessed_on", say_date(asked.language(), now.assessed_on));
    row("asp.noted_on", now.noted_on ? say_date(asked.language(), *now.noted_on) : asked.say("asp.no_note_made"));
    if (now.noted_on) {
        row("asp.contact", now.contact_name);
        row("asp.text", note_text(asked.language(), now.contact_way));
        if (now.block_code) row("asp.block_code", labels.find("block_code", std::to_string(*now.block_code)));
    }
    if (const auto until = monitoring_until(permit)) row("asp.until", say_date(asked.language(), *until));
    if (const auto gone = removal(permit)) {
        row("asp.removed_on", say_date(asked.language(), gone->removed_on));
        row("asp.early_reason", gone->early_reason);
    }
    row("asp.written_by", organisation::person_name(permit.work(), now.made_by));
    return html::summary_list(list);
}

}  // namespace

Result<web::View> reminder_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_asp_reminder>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto now = reminder(*permit);
    Html content;
    content << html::paragraph(asked.say("asp.own")) << html::paragraph(asked.say("asp.never_membership"));
    if (now)
        content << summary(*permit, *now, asked);
    else
        content << html::empty_state({.title = asked.say("asp.nothing"), .text = asked.say("asp.nothing_text"), .action = {}});
    if (now && now->noted_on && !now->contact_takes_part)
        content << html::inset_text({.text = asked.say("asp.contact_left")});
    if (came_back(*permit)) content << html::inset_text({.text = asked.say("asp.came_back")});
    content << html::button(
        {.text = asked.say("command.asp_reminder.title"), .href = cases::case_url(*permit) / "asp" / "skriv"});
    if (now && now->noted_on && monitoring_until(*permit) && !removal(*permit))
        content << html::button({.text = asked.say("command.asp_removal.title"),
                                 .classes = "govuk-button--secondary",
                                 .href = cases::case_url(*permit) / "asp" / "borttagen"});
    return cases::case_page(*permit, asked, "asp", asked.say("asp.title"), std::move(content));
}

Result<std::string> reminder_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_asp_reminder>(work, asked.part("case"));
    if (!permit) return permit.error();
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number);
    if (const auto now = reminder(*permit)) {
        json.pair("seq", now->seq)
            .pair("conditions", now->conditions)
            .pair("assessed_on", now->assessed_on)
            .maybe("noted_on", now->noted_on);
        if (now->noted_on)
            json.maybe("contact", now->contact)
                .pair("contact_takes_part", now->contact_takes_part)
                .pair("text", note_text(Language::sv, now->contact_way))
                .maybe("block_code", now->block_code);
    }
    json.maybe("monitoring_last_day", monitoring_until(*permit));
    if (const auto gone = removal(*permit)) json.pair("removed_on", gone->removed_on);
    return json.end_object().take();
}

}  // namespace lots::asp
