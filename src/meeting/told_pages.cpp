#include <algorithm>

#include "cases/page.h"
#include "form/json_writer.h"
#include "form/labels.h"
#include "meeting/load.h"
#include "meeting/pages.h"
#include "meeting/store.h"
#include "meeting/told_store.h"
#include "meeting/words.h"

namespace lots::meeting {

using access::Answer;
using access::Compartment;
using access::Operation;
using html::Html;

namespace {

bool may(const access::CasePermit& permit, Operation operation)
{
    return access::would_allow(permit, operation, Compartment::room) == Answer::yes;
}

}  // namespace

Result<web::View> call_paper(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_meetings>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto found = meeting(*permit, asked.part("number"));
    if (!found) return not_found();
    const form::Labels labels(asked.language(), "call_meeting");
    web::View view;
    view.title = permit->facts().number;
    view.width = html::Width::reading;
    view.before_main = html::back_link(asked.words(), {.href = meeting_url(*permit, *found)});
    view.main << html::heading(1, asked.say("meeting.paper.title")) << html::paragraph(when_words(asked.language(), *found));
    if (found->starts_at)  // who may not know the time may not know how and where either (S0-57)
        view.main << html::paragraph(asked.say("meeting.one.minutes_long", {{"minutes", found->length_minutes}}) + ". " +
                                     labels.find("form", found->form) + ": " + found->place);
    if (found->state == State::cancelled) view.main << html::inset_text({.text = asked.say("meeting.paper.cancelled")});
    if (std::ranges::any_of(found->invitations, &Invitation::fell_away))
        view.main << html::paragraph(asked.say("meeting.paper.fell_away"));
    if (!found->agenda.empty())
        view.main << html::heading(2, asked.say("meeting.agenda.title")) << agenda_list(asked.language(), *found);
    // A private helper gets time and place and nothing else (edge case 4.28).
    if (found->time_and_place_alone) return view;
    // S0-55, S0-56: what everybody else who comes should know beforehand.
    view.main << html::heading(2, asked.say("meeting.paper.police")) << html::paragraph(asked.say("meeting.paper.police_roles"))
              << html::paragraph(asked.say("meeting.paper.police_acts"));
    return view;
}

Result<web::View> suspicions_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_pictures>(work, asked.part("case"));
    if (!permit) return permit.error();
    const bool holds = may(*permit, Operation::hold_meeting);
    Html content = html::paragraph(asked.say("meeting.suspicion.lead"));
    html::SummaryList list;
    const bool minor = holds && !guardians_of(*permit).empty();
    for (const auto& one : suspicions(*permit)) {
        Html body = html::paragraph(one.text);
        body << html::secondary_paragraph(asked.say("meeting.suspicion.by", {{"name", one.officer}}));
        if (one.meeting)
            body << html::secondary_paragraph(asked.say("meeting.suspicion.at", {{"number", *one.meeting}}));
        html::SummaryRow row{.key = say_date(asked.language(), one.told_on), .value = std::move(body)};
        if (minor)
            row.actions.push_back({.text = asked.say("meeting.pictures.release"),
                                   .href = cases::case_url(*permit) / "misstankar" / std::to_string(one.number) / "lamna-ut",
                                   .hidden = asked.say("meeting.suspicion.of", {{"number", one.number}})});
        list.rows.push_back(std::move(row));
    }
    if (list.rows.empty()) content << html::paragraph(asked.say("meeting.suspicion.none"));
    else content << html::summary_list(list);
    const bool police = work.reader.agency_kind == "police";
    if ((police && may(*permit, Operation::write_note)) || holds)
        content << html::button({.text = asked.say("command.suspicion.title"), .href = cases::case_url(*permit) / "misstankar" / "ny"});
    return cases::case_page(*permit, asked, "moten", asked.say("meeting.suspicion.title"), std::move(content));
}

Result<std::string> suspicions_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_pictures>(work, asked.part("case"));
    if (!permit) return permit.error();
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).name("suspicions").array();
    for (const auto& one : suspicions(*permit)) {
        json.object();
        // To who gets single ones a number would tell that there are others.
        if (permit->answer(Compartment::room) == Answer::yes) json.pair("suspicion", one.number);
        json.pair("told_on", one.told_on).maybe("meeting", one.meeting).pair("officer", one.officer).pair("text", one.text).end_object();
    }
    return json.end_array().end_object().take();
}

}  // namespace lots::meeting
