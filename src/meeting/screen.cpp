#include "meeting/screen.h"

#include <algorithm>

#include "cases/decision_view.h"
#include "form/labels.h"
#include "group/store.h"
#include "meeting/decisions.h"
#include "meeting/follow_up_lines.h"
#include "meeting/minutes_store.h"
#include "meeting/words.h"
#include "organisation/store.h"
#include "plan/store.h"

namespace lots::meeting {

using access::Operation;
using html::Html;
using namespace html::literals;

namespace {

Html section(const web::Asked& asked, MessageKey title) { return html::heading(3, asked.say(title)); }

/// A word that a sighted reader understands from the row; read out with whom it is about.
Html button_words(const std::string& words, const std::string& about)
{
    Html text;
    text << html::text(words) << " "_m << html::visually_hidden(about);
    return text;
}

/// One click for who is here or on the screen; the rest is asked on a page of its own, because it needs a reason.
Html attendance_buttons(const html::Url& url, const Invitation& one, const web::Asked& asked)
{
    const auto about = asked.say("meeting.attendance.for", {{"who", who_words(asked.language(), one)}});
    const auto quick = [&](MessageKey words, const char* presence) {
        const html::FormSecrets secrets{asked.csrf_token, asked.fresh_key + "-" + std::to_string(one.line) + presence};
        return html::post_button(url, secrets,
                                 {.text = button_words(asked.say(words), about), .name = "presence", .value = presence,
                                  .classes = "govuk-button--secondary"});
    };
    Html buttons;
    // Whom nobody waits for is not noted with one click; the page behind the link takes what was all the same.
    if (one.presence.empty() && !one.fell_away)
        buttons << quick("meeting.attendance.here", "present") << quick("meeting.attendance.digitally", "digital");
    return buttons << html::link(url, asked.say("meeting.attendance.other"), about);
}

/// Who told the young person of the police's two roles, and when (S0-55).
std::string told_words(const access::CasePermit& permit, const Minutes& written, const web::Asked& asked)
{
    if (written.told_by.empty() || !written.told_on) return {};
    for (const auto& member : group::members_ever(permit))
        if (std::to_string(member.number) == written.told_by) return member.name + ", " + say_date(asked.language(), *written.told_on);
    return {};
}

}  // namespace

Html attendance_part(const access::CasePermit& permit, const Meeting& meeting, const web::Asked& asked, bool open)
{
    const form::Labels labels(asked.language(), "attendance");
    const bool reasons = std::ranges::any_of(meeting.invitations, [](const Invitation& one) { return !one.reason.empty(); });
    html::Table table;
    table.caption = asked.say("meeting.attendance.caption");
    table.caption_classes = "govuk-visually-hidden";  // the heading above says it
    table.first_cell_is_header = true;
    table.cards = reasons || open;  // two short columns fit a phone
    table.head = {asked.say("meeting.attendance.who"), asked.say("meeting.attendance.how")};
    if (reasons) table.head.emplace_back(asked.say("meeting.attendance.reason"));
    if (open) table.head.emplace_back(asked.say("meeting.attendance.other"));
    for (const auto& one : meeting.invitations) {
        auto noted = one.fell_away          ? asked.say("meeting.fell_away")
                     : one.presence.empty() ? asked.say("meeting.attendance.not_noted")
                                            : labels.find("presence", one.presence);
        if (!one.substitute_name.empty())
            noted += ": " + one.substitute_name + ", " + labels.find("substitute_function", one.substitute_function);
        std::vector<html::Cell> row{who_words(asked.language(), one), noted};
        if (reasons) row.emplace_back(one.reason);
        if (open)
            row.emplace_back(attendance_buttons(meeting_url(permit, meeting) / "narvaro" / std::to_string(one.line), one, asked));
        table.rows.push_back(std::move(row));
    }
    return section(asked, "meeting.attendance.title") << html::scrollable(table.caption, html::table(table));
}

Html follow_up_part(const access::CasePermit& permit, const Meeting& meeting, const web::Asked& asked, bool open)
{
    const auto reading = access::permit<Operation::read_commitments>(permit);
    if (!reading) return {};
    const form::Labels labels(asked.language(), "follow_up");
    const auto lines = follow_up_lines(*reading, meeting);
    html::Table table;
    table.caption = asked.say("meeting.follow_up.caption");
    table.caption_classes = "govuk-visually-hidden";  // the heading above says it
    table.first_cell_is_header = table.cards = true;
    table.head = {asked.say("meeting.follow_up.commitment"), asked.say("meeting.follow_up.owner"), asked.say("meeting.follow_up.last_day"),
                  asked.say("meeting.follow_up.said")};
    const auto were_open = plan::open_when(*reading, *meeting.starts_at);
    for (const auto& commitment : plan::commitments(*reading)) {
        const auto line = std::ranges::find(lines, commitment.id, &FollowUpLine::commitment);
        const bool said = line != lines.end();
        const bool asked_about = commitment.open() || std::ranges::find(were_open, commitment.number) != were_open.end();
        const bool to_do = commitment.decided && asked_about && !meeting.locked_at;
        if (!said && !to_do) continue;
        Html what;
        what << html::text(std::to_string(commitment.number) + ". " + commitment.in_force().measure);
        Html told;
        if (!said) told << html::paragraph(asked.say("meeting.follow_up.not_yet"));
        else {
            told << html::paragraph(labels.find("status", line->status)) << html::paragraph(line->text);
            if (line->new_last_day) told << html::paragraph(asked.say("meeting.follow_up.new_day", {{"day", say_date_short(asked.language(), *line->new_last_day)}}));
        }
        if (open)
            told << html::link(meeting_url(permit, meeting) / "uppfoljning" / std::to_string(commitment.number),
                               asked.say(said ? MessageKey("meeting.follow_up.change") : MessageKey("meeting.follow_up.do")),
                               asked.say("meeting.follow_up.of", {{"number", commitment.number}}));
        table.rows.push_back({html::Cell(what), html::Cell(commitment.in_force().owner_words),
                              html::day_cell(say_date_short(asked.language(), commitment.last_day())), html::Cell(told)});
    }
    auto part = section(asked, "meeting.follow_up.title");
    if (table.rows.empty()) part << html::paragraph(asked.say("meeting.follow_up.none"));
    else part << html::scrollable(table.caption, html::table(table));
    return part;
}

Html minutes_part(const access::CasePermit& permit, const Meeting& meeting, const web::Asked& asked, bool open, bool holds)
{
    auto& work = permit.work();
    const auto url = meeting_url(permit, meeting);
    const form::Labels labels(asked.language(), "minutes");
    const auto written = minutes(permit, meeting);
    auto part = section(asked, "meeting.minutes.title");
    if (!written) part << html::paragraph(asked.say("meeting.minutes.none"));
    else {
        html::SummaryList list;
        const auto row = [&](const char* name, const std::string& value) {
            if (!value.empty()) list.rows.push_back({.key = labels.label(name), .value = value});
        };
        const auto yes_no = [&](bool answer) { return asked.say(answer ? MessageKey("form.yes") : MessageKey("form.no")); };
        row("who_may_hear", written->who_may_hear);
        row("consent_checked", yes_no(written->consent_checked));
        row("police_role_told", yes_no(written->police_role_told));
        row("told_by", told_words(permit, *written, asked));
        row("text", written->text);
        row("decisions", written->decisions);
        row("disagreements", written->disagreements);
        row("youth_opinion", written->youth_opinion);
        row("guardian_opinion", written->guardian_opinion);
        row("intervention", written->intervention);
        row("closure_question", labels.find("closure_question", written->closure_question));
        part << html::summary_list(list)
             << html::secondary_paragraph(asked.say("meeting.minutes.by", {{"when", say_moment(asked.language(), written->made_at)},
                                                                           {"name", organisation::person_name(work, written->made_by)}}));
    }
    const auto decided = decisions(permit, meeting);
    if (!decided.empty()) part << html::heading(4, asked.say("meeting.decisions.title"));
    for (const auto& one : decided) part << cases::decision_part(work, asked, one);
    if (open)
        part << html::button({.text = asked.say("command.decide_at_meeting.title"), .classes = "govuk-button--secondary", .href = url / "beslut"});
    if (open)
        part << html::button({.text = asked.say(written ? MessageKey("meeting.minutes.change") : MessageKey("meeting.minutes.write")),
                              .classes = "govuk-button--secondary", .href = url / "minnesanteckningar"});
    if (holds) part << readers_part(permit, meeting, asked);
    if (!meeting.locked_at) return part;
    const auto added = adjustments(permit, meeting);
    if (!added.empty()) part << html::heading(4, asked.say("meeting.minutes.adjustments"));
    for (const auto& one : added)
        part << html::paragraph(one.text)
             << html::secondary_paragraph(asked.say("meeting.minutes.by", {{"when", say_moment(asked.language(), one.made_at)},
                                                                           {"name", organisation::person_name(work, one.made_by)}}));
    if (holds)
        part << html::button({.text = asked.say("meeting.minutes.adjust"), .classes = "govuk-button--secondary", .href = url / "tillagg"});
    return part << parity_part(permit, meeting, asked, holds);
}

}  // namespace lots::meeting
