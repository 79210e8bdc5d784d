#include "meeting/answer_part.h"

#include <vector>

#include "form/labels.h"
#include "group/store.h"
#include "meeting/answer_store.h"
#include "meeting/words.h"
#include "organisation/store.h"

namespace lots::meeting {

using html::Html;

namespace {

std::string own_words(const CallAnswer& answer, const web::Asked& asked)
{
    if (answer.answer == "yes") return asked.say("meeting.answer.own_yes");
    if (answer.answer == "digital") return asked.say("meeting.answer.own_digital");
    return asked.say("meeting.answer.own_no");
}

/// "Kommer inte. Har prov." and, when somebody else wrote it down, who, how and when.
Html answer_cell(const access::CasePermit& permit, const Invitation& one, const web::Asked& asked)
{
    if (!one.answer) return html::text(asked.say("meeting.answer.none"));
    const form::Labels labels(asked.language(), "register_call_answer");
    const auto& given = *one.answer;
    Html cell = html::paragraph(labels.find("answer", given.answer) + (given.reason.empty() ? "" : ": " + given.reason));
    if (given.said_on)
        cell << html::secondary_paragraph(asked.say("meeting.answer.written_by",
                                                    {{"name", organisation::person_name(permit.work(), given.made_by)},
                                                     {"way", labels.find("way", given.way)},
                                                     {"day", say_date_short(asked.language(), *given.said_on)}}));
    return cell;
}

}  // namespace

Html answer_part(const access::CasePermit& permit, const Meeting& meeting, const web::Asked& asked)
{
    const auto* own = own_invitation(permit, meeting);
    if (own == nullptr || meeting.state != State::called) return {};
    const auto url = meeting_url(permit, meeting) / "svar";
    const auto quick = [&](MessageKey words, const char* answer) {
        const html::FormSecrets secrets{asked.csrf_token, asked.fresh_key + "-" + std::to_string(meeting.number) + answer};
        return html::post_button(url, secrets,
                                 {.text = asked.say(words), .name = "answer", .value = answer, .classes = "govuk-button--secondary"});
    };
    Html part = html::heading(3, asked.say("meeting.answer.ask"));
    part << html::paragraph(own->answer ? own_words(*own->answer, asked) : asked.say("meeting.answer.own_none"));
    if (own->answer && !own->answer->reason.empty()) part << html::secondary_paragraph(own->answer->reason);
    return std::move(part) << html::button_group(
               {quick("meeting.answer.yes", "yes"), quick("meeting.answer.digital", "digital"),
                html::button({.text = asked.say("meeting.answer.no"), .classes = "govuk-button--secondary", .href = url})});
}

Html answers_part(const access::CasePermit& permit, const Meeting& meeting, const web::Asked& asked, bool holds)
{
    if (!group::leads(permit) || meeting.state == State::cancelled) return {};
    const bool open = holds && meeting.state == State::called;
    html::Table table;
    table.caption = asked.say("meeting.answer.caption");
    table.caption_classes = "govuk-visually-hidden";  // the heading above says it
    table.first_cell_is_header = true;
    table.cards = open;  // two short columns fit a phone
    table.head = {asked.say("meeting.attendance.who"), asked.say("meeting.answer.said")};
    if (open) table.head.emplace_back(asked.say("meeting.answer.write_down"));
    for (const auto& one : meeting.invitations) {
        const auto who = who_words(asked.language(), one);
        std::vector<html::Cell> row{html::Cell(who), html::Cell(answer_cell(permit, one, asked))};
        if (open)
            row.emplace_back(html::link(meeting_url(permit, meeting) / "svar" / std::to_string(one.line), asked.say("meeting.answer.write_down"),
                                        asked.say("meeting.attendance.for", {{"who", who}})));
        table.rows.push_back(std::move(row));
    }
    return html::heading(3, asked.say("meeting.answer.title")) << html::scrollable(table.caption, html::table(table));
}

std::string answer_counts(const access::CasePermit& permit, const Meeting& meeting, const web::Asked& asked)
{
    if (!group::leads(permit) || meeting.state == State::cancelled) return {};
    int yes = 0, digital = 0, no = 0, waiting = 0;
    for (const auto& one : meeting.invitations) {
        if (one.fell_away) continue;
        auto& count = !one.answer                       ? waiting
                      : one.answer->answer == "yes"     ? yes
                      : one.answer->answer == "digital" ? digital
                                                        : no;
        ++count;
    }
    return asked.say("meeting.answer.counts", {{"yes", yes}, {"digital", digital}, {"no", no}, {"waiting", waiting}});
}

}  // namespace lots::meeting
