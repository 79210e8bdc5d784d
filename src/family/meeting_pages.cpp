#include "family/meeting_pages.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "cases/youth.h"
#include "consent/store_names.h"
#include "family/face.h"
#include "family/parts.h"
#include "form/labels.h"
#include "meeting/answer_store.h"
#include "meeting/commands.h"
#include "meeting/minutes_store.h"
#include "meeting/screen.h"
#include "meeting/store.h"
#include "meeting/words.h"

namespace lots::family {

using access::Answer;
using access::Compartment;
using access::Operation;
using html::Html;
using meeting::Meeting;
using namespace html::literals;

namespace {

html::Url address(const access::CasePermit& permit, const Meeting& one)
{
    return home_url(permit) / "moten" / std::to_string(one.number);
}

std::vector<Meeting> meetings_ahead(const access::CasePermit& permit)
{
    const auto reading = access::permit<Operation::read_meetings>(permit);
    if (!reading) return {};
    auto all = meeting::meetings(*reading);
    std::erase_if(all, [&](const Meeting& one) { return !one.starts_at || *one.starts_at <= permit.work().now; });
    std::ranges::sort(all, {}, [](const Meeting& one) { return *one.starts_at; });
    return all;
}

/// The young person's own guardians by name; nobody else is told them (settled 18).
std::map<int, std::string> guardians_named(const access::CasePermit& permit, const web::Asked& asked)
{
    if (!is_youth(asked)) return {};
    const auto reading = access::permit<Operation::read_consent>(permit);
    return reading ? consent::guardian_names(*reading) : std::map<int, std::string>{};
}

/// guardians  those whose name the reader is told, by number
std::string called_words(const access::CasePermit& permit, const web::Asked& asked, const meeting::Invitation& one,
                         const std::map<int, std::string>& guardians)
{
    const auto* own = own_signatory(permit);
    const bool is_helper = one.helper && permit.facts().own_helper == one.helper_id;
    if (is_helper || (one.signatory && own != nullptr && one.signatory == own->number)) return asked.say("my_plan.you");
    if (one.role == "youth" && sees_whole(permit)) return cases::youth_of(permit).given_name;
    if (const auto named = one.signatory ? guardians.find(*one.signatory) : guardians.end(); named != guardians.end())
        return named->second;
    return meeting::who_words(asked.language(), one);
}

/// Who is called, behind a tap. How many is said to the young person alone: of the guardians each is shown no other (settled
/// 18).
Html who_comes(const access::CasePermit& permit, const web::Asked& asked, const Meeting& one)
{
    const auto guardians = guardians_named(permit, asked);
    std::vector<html::Content> called;
    for (const auto& each : one.invitations)
        if (!each.fell_away) called.emplace_back(called_words(permit, asked, each, guardians));
    if (called.empty()) return {};
    Html part;
    if (is_youth(asked))
        part << html::paragraph(asked.say("my_plan.how_many", {{"count", static_cast<int>(called.size())}}));
    return std::move(part) << html::details({.summary = asked.say("my_plan.who_comes"), .body = html::bullets(called)});
}

/// Nothing for readers who may not know time and place.
Html where_part(const web::Asked& asked, const Meeting& one)
{
    if (!one.starts_at || one.place.empty()) return {};
    const form::Labels labels(asked.language(), "call_meeting");
    return html::paragraph(asked.say("my_plan.where", {{"form", labels.find("form", one.form)}, {"place", one.place}}));
}

std::string answered_words(const web::Asked& asked, const meeting::Invitation& own)
{
    if (!own.answer) return asked.say("meeting.answer.own_none");
    if (own.answer->answer == "yes") return asked.say("meeting.answer.own_yes");
    if (own.answer->answer == "digital") return asked.say("meeting.answer.own_digital");
    return asked.say("meeting.answer.own_no");
}

/// Ja and Digitalt with one tap; a no is asked why on a page of its own. Until the meeting begins.
Html answer_part(const access::CasePermit& permit, const web::Asked& asked, const Meeting& one, int level)
{
    const auto* own = meeting::own_invitation(permit, one);
    if (own == nullptr || one.state != meeting::State::called) return {};
    const auto url = address(permit, one) / "svar";
    const auto quick = [&](MessageKey words, const char* answer) {
        const html::FormSecrets secrets{asked.csrf_token, asked.fresh_key + "-" + std::to_string(one.number) + answer};
        return html::post_button(
            url, secrets,
            {.text = asked.say(words), .name = "answer", .value = answer, .classes = "govuk-button--secondary"});
    };
    Html part = html::heading(level, asked.say("meeting.answer.ask"));
    part << html::paragraph(answered_words(asked, *own));
    if (own->answer && !own->answer->reason.empty()) part << html::secondary_paragraph(own->answer->reason);
    return std::move(part) << html::button_group(
               {quick("field.answer_call.family.answer.yes", "yes"), quick("field.answer_call.family.answer.digital", "digital"),
                html::button({.text = asked.say("field.answer_call.family.answer.no"),
                              .classes = "govuk-button--secondary",
                              .href = url})});
}

Html state_tag(const web::Asked& asked, meeting::State state)
{
    switch (state) {
    case meeting::State::called:
        return html::status_tag(asked.say("family.meeting.called"), html::TagKind::blue);
    case meeting::State::cancelled:
        return html::status_tag(asked.say("family.meeting.cancelled"), html::TagKind::grey);
    default:
        return html::status_tag(asked.say("family.meeting.held"), html::TagKind::green);
    }
}

Result<web::View> meetings_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_meetings>(work, asked.part("case"));
    if (!permit) return permit.error();
    if (!asked.is_family()) return not_found();
    auto view = own_page(asked, home_url(*permit), asked.say("family.meetings.title"));
    html::SummaryList list;
    const auto all = meeting::meetings(*permit);
    for (auto one = all.rbegin(); one != all.rend(); ++one) {  // newest first
        const auto when = meeting::when_words(asked.language(), *one);
        Html about = html::paragraph(state_tag(asked, one->state));
        about << where_part(asked, *one);
        list.rows.push_back(
            {.key = when,
             .value = std::move(about),
             .actions = {{.text = asked.say("family.meeting.open"), .href = address(*permit, *one), .hidden = when}}});
    }
    if (list.rows.empty())
        view.main << html::empty_state(
            {.title = asked.say("my_plan.next_none"), .text = asked.say("family.meetings.none"), .action = {}});
    else
        view.main << html::summary_list(list);
    return view;
}

/// What was said and decided, as the law lets this reader have it: by the same parts as the group reads, which ask access
/// for each.
Html written_part(const access::CasePermit& permit, const web::Asked& asked, const Meeting& one)
{
    const auto reading = access::permit<Operation::read_minutes>(permit);
    const auto looking = access::permit<Operation::read_pictures>(permit);
    Html part;
    if (reading && meeting::may_read(*reading, one)) {
        part << meeting::attendance_part(permit, one, asked, false) << meeting::follow_up_part(permit, one, asked, false);
        if (looking) part << meeting::pictures_part(*looking, one, asked, false, false);
        part << meeting::minutes_part(*reading, one, asked, false, false);
    }
    // What was released to this guardian (settled 21).
    else if (looking && looking->answer(Compartment::room) == Answer::part)
        part << meeting::pictures_part(*looking, one, asked, false, false);
    if (part.empty()) return {};
    return html::heading(2, asked.say("family.meeting.written")) << part;
}

Html agenda_part(const access::CasePermit& permit, const web::Asked& asked, const Meeting& one)
{
    if (one.agenda.empty()) return {};
    Html part = html::heading(2, asked.say("family.meeting.agenda"));
    part << meeting::agenda_list(asked.language(), one);
    if (one.state == meeting::State::called)
        part << html::paragraph(
            html::link(meeting::meeting_url(permit, one) / "kallelse", asked.say("family.meeting.print")));
    return part;
}

Result<web::View> meeting_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_meetings>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto found = meeting::meeting(*permit, asked.part("number"));
    if (!found || !asked.is_family()) return not_found();
    auto view = own_page(asked, home_url(*permit) / "moten", asked.say("family.meeting.title", {{"number", found->number}}));
    view.main << html::paragraph(state_tag(asked, found->state))
              << html::paragraph(meeting::when_words(asked.language(), *found)) << where_part(asked, *found);
    if (found->state == meeting::State::cancelled) view.main << html::paragraph(asked.say("family.meeting.stay_home"));
    view.main << who_comes(*permit, asked, *found) << answer_part(*permit, asked, *found, 2)
              << agenda_part(*permit, asked, *found);
    if (found->state == meeting::State::held || found->state == meeting::State::locked)
        view.main << written_part(*permit, asked, *found);
    return view;
}

}  // namespace

std::optional<Meeting> next_meeting(const access::CasePermit& permit)
{
    for (auto& one : meetings_ahead(permit))
        if (one.state == meeting::State::called) return std::move(one);
    return std::nullopt;
}

Html meeting_part(const access::CasePermit& permit, const web::Asked& asked)
{
    if (in_room(permit, Operation::read_meetings) == Answer::no) return {};
    const bool held_now = meeting::call_stands(permit.facts().state).allowed();
    Html body;
    if (const auto next = next_meeting(permit))
        body << html::paragraph(meeting::when_words(asked.language(), *next)) << where_part(asked, *next)
             << who_comes(permit, asked, *next) << answer_part(permit, asked, *next, 3);
    else
        body << html::paragraph(asked.say(held_now ? MessageKey("my_plan.next_none") : MessageKey("my_plan.no_meetings")));
    Html part = html::card(asked.say("my_plan.next"), body);
    for (const auto& one : meetings_ahead(permit))
        if (one.state == meeting::State::cancelled)
            part << html::paragraph(asked.say("my_plan.cancelled", {{"when", meeting::when_words(asked.language(), one)}}));
    return std::move(part) << html::paragraph(html::link(home_url(permit) / "moten", asked.say("my_plan.all_meetings")));
}

void add_meetings(web::Site& site)
{
    site.page("/min-plan/{case}/moten", Operation::read_meetings, meetings_page);
    site.page("/min-plan/{case}/moten/{number}", Operation::read_meetings, meeting_page);
    site.command(face<meeting::answer_call_command, &as_it_is<meeting::AnswerCall>, home_of>(
        "/min-plan/{case}/moten/{number}/svar", "answer_call.family"));
}

}  // namespace lots::family
