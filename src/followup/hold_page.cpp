#include <algorithm>

#include "cases/page.h"
#include "followup/hold.h"
#include "followup/keep.h"
#include "meeting/minutes_store.h"
#include "meeting/screen.h"
#include "meeting/store.h"
#include "meeting/told_store.h"
#include "meeting/words.h"

namespace lots::followup {

using access::Answer;
using access::Compartment;
using access::Operation;
using html::Html;

namespace {

bool may(const access::CasePermit& permit, Operation operation, Compartment compartment)
{
    return access::would_allow(permit, operation, compartment) == Answer::yes;
}

bool has_later_meeting(const meeting::AtMeeting& at)
{
    return std::ranges::any_of(meeting::meetings(at.permit), [&](const meeting::Meeting& other) {
        return other.state == meeting::State::called && other.starts_at && *other.starts_at > *at.meeting.starts_at;
    });
}

/// Whether that point of the agenda is done, as far as it is written down. New suspicions never are: nothing tells whether there is one
/// (edge case 4.18).
bool is_done(const meeting::AtMeeting& at, const HoldMeeting& now, const std::string& point)
{
    if (point == "opening") return !now.minutes.who_may_hear.empty();
    if (point == "consent") return now.minutes.consent_checked;
    if (point == "follow_up") return std::ranges::none_of(now.said, [](const SaidRow& row) { return row.status.empty(); });
    if (point == "opinions") return !now.minutes.youth_opinion.empty();
    if (point == "closure_question") return now.minutes.closure_question != "not_asked";
    if (point == "next_meeting") return has_later_meeting(at);
    if (point != "pictures") return false;
    const auto looking = access::permit<Operation::read_pictures>(at.permit);
    return looking && !meeting::pictures(*looking, at.meeting).empty();
}

Html agenda_part(const meeting::AtMeeting& at, const HoldMeeting& now, const web::Asked& asked)
{
    std::vector<html::Content> points;
    for (const auto& point : at.meeting.agenda) {
        Html line;
        line << html::text(meeting::point_words(asked.language(), point));
        if (is_done(at, now, point.point)) line << html::status_tag(asked.say("followup.hold.done"), html::TagKind::green);
        points.emplace_back(std::move(line));
    }
    if (points.empty()) return {};
    return html::heading(2, asked.say("meeting.agenda.title")) << html::numbered(points);
}

/// "Närvaro: 6 av 7", "Uppföljt: 2 av 3", whether the consent holds and the meeting counts.
Html facts_part(const meeting::AtMeeting& at, const HoldMeeting& now, const web::Asked& asked)
{
    const auto noted = std::ranges::count_if(now.presences, [](const PresenceRow& row) { return !row.presence.empty(); });
    const auto said = std::ranges::count_if(now.said, [](const SaidRow& row) { return !row.status.empty(); });
    const bool holds = at.permit.facts().consent_state == access::ConsentState::valid;
    const bool counts = meeting::counts_as_individual(meeting::lines_of(at.meeting));
    const std::vector<html::Content> lines{
        asked.say("followup.hold.noted", {{"noted", static_cast<int>(noted)}, {"all", static_cast<int>(now.presences.size())}}),
        asked.say("followup.hold.said", {{"said", static_cast<int>(said)}, {"all", static_cast<int>(now.said.size())}}),
        asked.say(holds ? MessageKey("followup.hold.consent") : MessageKey("followup.hold.no_consent")),
        asked.say(counts ? MessageKey("followup.hold.counts") : MessageKey("followup.hold.counts_not"))};
    return html::bullets(lines);
}

/// What an agency has not done in time, with the way to lift it. Never what is the young person's or a guardian's own (settled 30).
Html late_part(const meeting::AtMeeting& at, const web::Asked& asked)
{
    Html part;
    const bool lifts = may(at.permit, Operation::escalate, Compartment::room);
    for (const auto& one : commitments_at(at)) {
        if (!one.open() || one.in_force().owner != plan::Owner::agency || one.last_day() >= asked.today) continue;
        Html line;
        line << html::text(asked.say("followup.hold.late", {{"number", one.number}, {"days", days_between(one.last_day(), asked.today)}}));
        if (lifts) line << html::text(" ") << html::link((cases::case_url(at.permit) / "lyft").with("what", "late-" + std::to_string(one.number)),
                                                             asked.say("command.escalate.title"));
        part << html::paragraph(std::move(line));
    }
    return part;
}

/// Pages that one may need while the meeting goes on.
Html links_part(const meeting::AtMeeting& at, const web::Asked& asked)
{
    const auto here = meeting::meeting_url(at.permit, at.meeting);
    std::vector<html::Content> links;
    if (may(at.permit, Operation::read_youth_words, Compartment::youth_words))
        links.emplace_back(html::link(cases::case_url(at.permit) / "mina-ord", asked.say("followup.hold.youth_words")));
    links.emplace_back(html::link(here / "lagesbild", asked.say("meeting.pictures.add")));
    links.emplace_back(html::link(here, asked.say("followup.hold.whole")));
    return html::paragraph(asked.say("followup.hold.links")) << html::bullets(links);
}

/// A button that keeps everything and leads on.
Html keep_button(const web::Asked& asked, MessageKey words, const char* onward, const char* classes)
{
    return html::button({.text = asked.say(words), .name = "onward", .value = onward, .classes = classes});
}

Html form_part(const meeting::AtMeeting& at, web::Prepared<HoldMeeting>& prepared, const web::Asked& asked)
{
    const std::vector<FieldError> no_faults;
    const form::Labels labels(asked.language(), "hold_meeting");
    const HoldMeeting now = prepared.input;
    html::Form form;
    form.action = meeting::meeting_url(at.permit, at.meeting) / "pagar" / "spara";
    form.secrets = asked.secrets();
    const auto drawn = [&](const auto& ask) {
        form::FormPage page(labels, asked.words(), nullptr, no_faults);
        ask(page, prepared.input, prepared.choices);
        for (auto& one : page.take_hidden()) form.hidden.push_back(std::move(one));
        return page.take_body();
    };
    const auto save = [&] { return keep_button(asked, "followup.hold.save", "stay", "govuk-button--secondary"); };

    const bool all_noted = std::ranges::none_of(now.presences, [](const PresenceRow& row) { return row.presence.empty(); });
    Html presences;
    presences << html::paragraph(asked.say("followup.hold.substitute")) << drawn(presence_fields);

    Html follow_up;
    follow_up << html::details({.summary = labels.label("presences"), .body = presences << save(), .open = !all_noted})
              << html::heading(2, labels.label("follow_up")) << late_part(at, asked) << drawn(said_fields);
    if (now.said.empty()) follow_up << html::paragraph(asked.say("meeting.follow_up.none"));
    else follow_up << save();

    Html minutes;
    minutes << html::heading(2, labels.label("minutes")) << meeting::readers_part(at.permit, at.meeting, asked) << drawn(minutes_fields)
            << save() << html::heading(2, labels.label("decided")) << drawn(decision_fields);

    std::vector<Html> buttons{keep_button(asked, "followup.hold.check", "check", ""), save()};
    if (may(at.permit, Operation::draft_plan, Compartment::room))
        buttons.push_back(keep_button(asked, "followup.hold.new_commitment", "new_commitment", "govuk-button--secondary"));
    if (may(at.permit, Operation::call_meeting, Compartment::room))
        buttons.push_back(keep_button(asked, "followup.hold.call_next", "call_next", "govuk-button--secondary"));
    minutes << html::button_group(buttons);

    Html side = facts_part(at, now, asked);
    side << agenda_part(at, now, asked) << links_part(at, asked);
    form.body = html::columns(side, follow_up << minutes);
    return html::form(form);
}

}  // namespace

Result<web::View> hold_page(access::Work& work, const web::Asked& asked)
{
    const auto at = meeting::at_meeting(work, asked.part("case"), asked.part("number"));
    if (!at) return at.error();
    auto prepared = prepared_hold(*at, asked);
    web::View view;
    view.title = asked.say("followup.hold.title", {{"number", at->meeting.number}});
    view.before_main = html::back_link(asked.words(), {.href = prepared.back});
    view.main << prepared.header << html::heading(2, view.title, html::Size::large)
              << html::secondary_paragraph(meeting::when_words(asked.language(), at->meeting));
    if (prepared.gate.findings().empty()) view.main << form_part(*at, prepared, asked);
    else
        view.main << web::blocked_box(asked.language(), asked.words(), asked.today, "hold_meeting", prepared.gate, prepared.about,
                                      prepared.actions);
    return view;
}

}  // namespace lots::followup
