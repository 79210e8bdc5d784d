#include "meeting/pages.h"

#include <algorithm>

#include "cases/page.h"
#include "form/labels.h"
#include "meeting/gate_actions.h"
#include "meeting/answer_part.h"
#include "meeting/load.h"
#include "meeting/minutes_store.h"
#include "meeting/screen.h"
#include "meeting/store.h"
#include "meeting/words.h"
#include "organisation/store.h"
#include "web/gates.h"

namespace lots::meeting {

using access::Answer;
using access::Compartment;
using access::Operation;
using html::Html;
using namespace html::literals;

namespace {

std::string counts_words(const web::Asked& asked, const Meeting& meeting)
{
    if (meeting.state == State::cancelled || meeting.time_and_place_alone) return "–";
    if (meeting.state != State::locked) return asked.say("meeting.counts.not_yet");
    return asked.say(meeting.counts_as_individual ? MessageKey("meeting.counts.individual") : MessageKey("meeting.counts.network"));
}

bool may(const access::CasePermit& permit, Operation operation)
{
    return access::would_allow(permit, operation, Compartment::room) == Answer::yes;
}

Html empty_list(const access::CasePermit& permit, const web::Asked& asked)
{
    html::EmptyState empty;
    empty.title = asked.say("meeting.list.empty");
    if (may(permit, Operation::call_meeting)) {
        empty.text = asked.say("meeting.list.empty_call");
        empty.action = html::button({.text = asked.say("command.call_meeting.title"), .href = cases::case_url(permit) / "kalla"});
    }
    else empty.text = asked.say("meeting.list.empty_wait");
    return html::empty_state(empty);
}

/// The call: what, when, where and how, and what became of it.
Html call_summary(const access::CasePermit& permit, const Meeting& meeting, const web::Asked& asked)
{
    auto& work = permit.work();
    const form::Labels call(asked.language(), "call_meeting"), cancel(asked.language(), "cancel_meeting");
    html::SummaryList list;
    const auto row = [&](MessageKey key, const std::string& value) {
        if (!value.empty()) list.rows.push_back({.key = asked.say(key), .value = value});
    };
    list.rows.push_back({.key = asked.say("meeting.one.state"), .value = state_tag(asked.language(), meeting.state)});
    if (meeting.starts_at) {  // who may not know the time may not know how and where either (S0-57)
        row("meeting.one.when", when_words(asked.language(), meeting));
        row("meeting.one.length", asked.say("meeting.one.minutes_long", {{"minutes", meeting.length_minutes}}));
        row("meeting.one.form", call.find("form", meeting.form));
        row("meeting.one.place", meeting.place);
        if (!meeting.time_and_place_alone) row("meeting.one.called", asked.say("meeting.one.called_by", {{"when", say_moment(asked.language(), meeting.called_at)},
                                                                      {"name", organisation::person_name(work, meeting.called_by)}}));
        row("meeting.answer.title", answer_counts(permit, meeting, asked));
        for (const auto& one : meeting.not_invited)
            row("meeting.one.no_guardian",
                signatory_words(asked.language(), "guardian", place_of(permit.facts().consent, one.signatory)) + ": " + one.reason);
        row("meeting.one.no_agency", meeting.agency_not_called_reason);
    }
    for (const auto& one : meeting.invitations)
        if (one.fell_away) row("meeting.fell_away", who_words(asked.language(), one));
    // Whether it counts is decided when it is locked.
    if (!meeting.time_and_place_alone && meeting.state == State::locked)
        row("meeting.one.counts", counts_words(asked, meeting));
    if (!meeting.cancel_reason.empty()) row("meeting.one.cancelled_why", cancel.find("reason", meeting.cancel_reason));
    row("meeting.one.intervention", meeting.cancel_note);
    return html::summary_list(list);
}

/// What the meeting goes through, with the paper that is sent with the call.
Html agenda_part(const access::CasePermit& permit, const Meeting& meeting, const web::Asked& asked)
{
    if (meeting.agenda.empty()) return {};
    Html part = html::heading(3, asked.say("meeting.agenda.title"));
    part << agenda_list(asked.language(), meeting);
    if (meeting.state != State::called) return part;
    // S0-57: said to the police where they see time and place.
    if (permit.work().reader.agency_kind == "police")
        part << html::inset_text({.text = asked.say("meeting.police.not_for_questioning")})
             << html::paragraph(html::link("/inte-till-forhor"_url, asked.say("meeting.police.slip")));
    return part << html::paragraph(html::link(meeting_url(permit, meeting) / "kallelse", asked.say("meeting.agenda.print")));
}

/// What the one who holds the meeting can do next.
Html next_step(const access::CasePermit& permit, const Meeting& meeting, const web::Asked& asked)
{
    const auto url = meeting_url(permit, meeting);
    auto cancel = html::button(
        {.text = asked.say("meeting.one.cancel"), .classes = "govuk-button--secondary", .href = url / "stall-in"});
    Html step;
    if (meeting.state == State::called) step << html::inset_text({.text = asked.say("meeting.one.wait")}) << cancel;
    if (meeting.state == State::held) {
        auto action = html::button({.text = asked.say("meeting.lock.do"), .href = url / "las"});
        step << web::gate_box(asked.language(), asked.words(), asked.today, asked.say("meeting.lock.gate"),
                              lock_decision(permit, meeting), about_lock(asked.language(), meeting), std::move(action),
                              actions_of_lock(permit, asked.language(), meeting))
             << (can_be_cancelled(permit, meeting) || can_be_broken_off(meeting) ? cancel : Html{});
    }
    return step;
}

/// New suspicions are told apart from the meetings; the link stands there whether there is one or not (edge case 4.18).
Html suspicions_link(const access::CasePermit& permit, const web::Asked& asked)
{
    if (access::would_allow(permit, Operation::read_pictures, Compartment::room) == Answer::no) return {};
    return html::paragraph(html::link(cases::case_url(permit) / "misstankar", asked.say("meeting.suspicion.title")));
}

}  // namespace

Result<web::View> meetings_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_meetings>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto all = meetings(*permit);
    Html content;
    if (all.empty()) content << empty_list(*permit, asked);
    else {
        html::Table table;
        table.caption = asked.say("meeting.list.caption");
        table.caption_classes = "govuk-visually-hidden";  // the heading above says it
        table.first_cell_is_header = table.cards = true;
        table.head = {asked.say("meeting.list.number"), asked.say("meeting.list.when"), asked.say("meeting.list.place"),
                      asked.say("meeting.list.state"), asked.say("meeting.list.kind")};
        for (auto one = all.rbegin(); one != all.rend(); ++one)  // newest first
            table.rows.push_back({html::Cell(html::link(meeting_url(*permit, *one), asked.say("meeting.one.title", {{"number", one->number}}))),
                                  html::Cell(when_words(asked.language(), *one)), html::Cell(one->place.empty() ? "–" : one->place),
                                  html::Cell(state_tag(asked.language(), one->state)), html::Cell(counts_words(asked, *one))});
        content << html::scrollable(table.caption, html::table(table));
        if (may(*permit, Operation::call_meeting))
            content << html::button({.text = asked.say("command.call_meeting.title"), .href = cases::case_url(*permit) / "kalla"});
    }
    content << suspicions_link(*permit, asked);
    return cases::case_page(*permit, asked, "moten", asked.say("meeting.list.title"), std::move(content));
}

Result<web::View> meeting_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_meetings>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto found = meeting(*permit, asked.part("number"));
    if (!found) return not_found();
    const bool holds = may(*permit, Operation::hold_meeting);
    const bool open = holds && note_decision(*found).allowed();

    Html content;
    if (open) content << html::button({.text = asked.say("meeting.one.open"), .href = meeting_url(*permit, *found) / "pagar"});
    if (holds) content << tell_part(*permit, *found, asked);
    // What is asked of the reader stands first.
    content << answer_part(*permit, *found, asked) << call_summary(*permit, *found, asked)
            << agenda_part(*permit, *found, asked) << answers_part(*permit, *found, asked, holds);
    if (found->locked_at && !found->counts_as_individual && !found->time_and_place_alone)
        content << html::inset_text({.text = asked.say("meeting.one.network_kept")});
    // Before it begins nobody is noted, and the answers above say who comes.
    const bool noted = std::ranges::any_of(found->invitations, [](const Invitation& one) { return one.fell_away || !one.presence.empty(); });
    if (open || noted || found->locked_at) content << attendance_part(*permit, *found, asked, open);
    content << own_pictures_part(*permit, *found, asked);
    if (found->state == State::held || found->state == State::locked) {
        const auto reading = access::permit<Operation::read_minutes>(*permit);
        if (reading && may_read(*reading, *found)) {
            content << follow_up_part(*permit, *found, asked, open);
            if (const auto looking = access::permit<Operation::read_pictures>(*permit))
                content << pictures_part(*looking, *found, asked, open, holds);
            content << minutes_part(*reading, *found, asked, open, holds);
        }
        else if (const auto looking = access::permit<Operation::read_pictures>(*permit); looking && looking->answer(Compartment::room) == Answer::part)
            content << pictures_part(*looking, *found, asked, false, false);  // what was released to this guardian (settled 21)
        if (reading && !may_read(*reading, *found) && !found->locked_at)
            content << html::heading(3, asked.say("meeting.minutes.title")) << html::paragraph(asked.say("meeting.minutes.not_yours"));
    }
    if (holds) content << next_step(*permit, *found, asked);
    return cases::case_page(*permit, asked, "moten", asked.say("meeting.one.title", {{"number", found->number}}), std::move(content));
}

}  // namespace lots::meeting
