#include "plan/card.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "cases/page.h"
#include "plan/pages.h"
#include "plan/store.h"

namespace lots::plan {

using access::Answer;
using access::Compartment;
using access::Operation;
using html::Html;
using namespace html::literals;

namespace {

Answer may(const access::CasePermit& permit, Operation operation)
{
    return access::would_allow(permit, operation, Compartment::room);
}

html::Url in_plan(const access::CasePermit& permit, int number)
{
    return cases::case_url(permit) / "plan" / "atagande" / std::to_string(number);
}

/// What is read out after the words of a button: "Ändra" of what.
html::Content words_about(const web::Asked& asked, MessageKey words, int number)
{
    Html all = html::text(asked.say(words));
    all << html::visually_hidden(" " + asked.say("plan.about.commitment", {{"number", std::to_string(number)}}));
    return all;
}

/// Somebody answers for the own wording, or writes down the answer of another.
bool may_answer(const access::CasePermit& permit, Operation operation, const Wording& wording)
{
    const auto answer = may(permit, operation);
    return answer == Answer::yes || (answer == Answer::part && is_own(permit, wording));
}

std::vector<Html> buttons_of(const access::CasePermit& permit, const web::Asked& asked, const Commitment& one)
{
    std::vector<Html> all;
    const auto add = [&](MessageKey words, html::Url href, bool first = false) {
        html::Button button{.text = words_about(asked, words, one.number)};
        button.href = std::move(href);
        if (!first) button.classes = "govuk-button--secondary";
        all.push_back(html::button(button));
    };
    const auto own_page = cases::case_url(permit) / "atagande" / std::to_string(one.number);
    const bool helps_only = is_own(permit, one.draft) && !is_promised_by_reader(permit, one.draft);
    if (!one.draft.accepted && !one.draft.dropped && !helps_only &&
        may_answer(permit, Operation::accept_commitment, one.draft))
        add("plan.accept", own_page / "ta-pa-dig", is_promised_by_reader(permit, one.draft));
    if (may_answer(permit, Operation::report_commitment, one.in_force())) add("plan.report", own_page);
    if (!may_draft(permit, one.draft)) return all;
    if (one.draft.dropped)
        add("plan.take_back", in_plan(permit, one.number) / "ta-tillbaka");
    else {
        add("common.change", in_plan(permit, one.number) / "andra");
        add("common.remove", in_plan(permit, one.number) / "ta-bort");
    }
    return all;
}

/// Upp and Ner, each one tap: not before the first, and not behind the last.
void add_moves(std::vector<Html>& buttons, const access::CasePermit& permit, const web::Asked& asked, const Commitment& one,
               const Draft& draft)
{
    const auto at = std::ranges::find(draft.order, one.number);
    if (at == draft.order.end()) return;
    const auto add = [&](MessageKey words, const std::string& direction) {
        const html::FormSecrets secrets{asked.csrf_token, asked.fresh_key + "-" + std::to_string(one.number) + direction};
        html::Button button{.text = words_about(asked, words, one.number)};
        button.name = "direction";
        button.value = direction;
        button.classes = "govuk-button--secondary";
        buttons.push_back(html::post_button(in_plan(permit, one.number) / "flytta", secrets, button));
    };
    if (at != draft.order.begin()) add("plan.move_up", "up");
    if (std::next(at) != draft.order.end()) add("plan.move_down", "down");
}

/// Where a wording stands: decided, a draft, changed since the decision, taken out; and whether it was accepted.
Html standing(const web::Asked& asked, const Commitment& one)
{
    Html tags = status_tags(one, asked.today, asked.language());
    const auto add = [&](MessageKey words, html::TagKind kind) {
        tags << " "_m << html::status_tag(asked.say(words), kind);
    };
    if (one.draft.dropped)
        add("plan.tag.taken_out", html::TagKind::grey);
    else if (!one.decided)
        add("plan.tag.draft", html::TagKind::yellow);
    else if (one.reworded())
        add("plan.tag.changed", html::TagKind::yellow);
    else if (one.changed())
        add("plan.tag.moved", html::TagKind::yellow);
    if (!one.draft.dropped)
        add(one.draft.accepted ? MessageKey("plan.tag.accepted") : MessageKey("plan.tag.not_accepted"),
            one.draft.accepted ? html::TagKind::green : html::TagKind::orange);
    return tags;
}

MessageKey words_of(Question question)
{
    switch (question) {
    case Question::what:
        return "plan.question.what";
    case Question::who:
        return "plan.question.who";
    case Question::when:
        return "plan.question.when";
    case Question::how:
        return "plan.question.how";
    case Question::order:
        break;
    }
    return "plan.question.order";
}

}  // namespace

bool may_draft(const access::CasePermit& permit, const Wording& wording)
{
    const auto answer = may(permit, Operation::draft_plan);
    return answer == Answer::yes || (answer == Answer::part && wording.agency == permit.work().reader.agency);
}

Draft draft_of(const access::CasePermit& permit, const std::vector<Commitment>& all)
{
    Draft draft;
    const auto drafts = may(permit, Operation::draft_plan);
    if (drafts == Answer::no || permit.answer(Compartment::room) != Answer::yes) return draft;
    if (drafts == Answer::yes)
        for (const auto& one : all)
            if (!one.draft.dropped) draft.order.push_back(one.number);
    const auto facts = facts_of(permit);
    for (const auto& one : facts.commitments)
        if (!one.cancelled) draft.open[one.number] = open_questions(facts, one, permit.work().today);
    return draft;
}

std::string question_words(Language language, const std::vector<Question>& open)
{
    std::string words;
    for (std::size_t i = 0; i < open.size(); ++i) {
        if (i > 0) words += i + 1 == open.size() ? " " + say(language, "plan.question.and") + " " : std::string(", ");
        words += say(language, words_of(open[i]));
    }
    return words;
}

Html commitment_card(const access::CasePermit& permit, const web::Asked& asked, const Commitment& one, const Draft& draft)
{
    Html body;
    body << html::paragraph(standing(asked, one));
    if (const auto open = draft.open.find(one.number); open != draft.open.end() && !open->second.empty())
        body << html::paragraph(Html() << html::status_tag(asked.say("plan.question.missing"), html::TagKind::orange)
                                       << " "_m << html::text(question_words(asked.language(), open->second)));
    body << wording_list(one, one.draft, asked, What::in_heading);
    if (one.decided && one.reworded() && !one.draft.dropped)
        body << html::details({.summary = asked.say("plan.as_decided"), .body = wording_list(one, *one.decided, asked)});
    if (!one.note.empty()) body << html::secondary_paragraph(asked.say("plan.last_said", {{"text", one.note}}));
    if (const auto at = std::ranges::find(draft.order, one.number); at != draft.order.end())
        body << html::secondary_paragraph(asked.say(
            "plan.place", {{"place", std::distance(draft.order.begin(), at) + 1}, {"places", draft.order.size()}}));
    auto buttons = buttons_of(permit, asked, one);
    add_moves(buttons, permit, asked, one, draft);
    if (!buttons.empty()) body << html::button_group(buttons);
    const auto id = "atagande-" + std::to_string(one.number);
    return Html() << "<div"_m << html::attr("id", id) << ">"_m
                  << html::card(std::to_string(one.number) + ". " + one.draft.measure, body, 4) << "</div>"_m;
}

Html questions_part(const web::Asked& asked, const Draft& draft)
{
    if (draft.open.empty()) return {};
    const auto answered = std::ranges::count_if(draft.open, [](const auto& one) { return one.second.empty(); });
    Html part = html::paragraph(asked.say("plan.question.answered", {{"answered", answered}, {"all", draft.open.size()}}));
    std::vector<html::Content> lines;
    for (const auto& [number, open] : draft.open) {
        if (open.empty()) continue;
        const auto about = asked.say("plan.about.commitment", {{"number", std::to_string(number)}});
        Html line = html::text(
            asked.say("plan.question.line", {{"about", about}, {"missing", question_words(asked.language(), open)}}));
        line << " "_m
             << html::link(html::Url::fragment("atagande-" + std::to_string(number)), asked.say("plan.question.go_there"),
                           about);
        lines.emplace_back(std::move(line));
    }
    if (!lines.empty()) part << html::bullets(lines);
    return part;
}

Html left_out_part(const access::CasePermit& permit, const web::Asked& asked)
{
    if (may(permit, Operation::draft_plan) == Answer::no) return {};
    std::vector<html::Content> lines;
    for (const auto& one : left_out(permit)) {
        if (!may_draft(permit, one.draft)) continue;
        const auto about = asked.say("plan.about.commitment", {{"number", std::to_string(one.number)}});
        Html line = html::text(std::to_string(one.number) + ". " + one.draft.measure + " ");
        line << html::link(in_plan(permit, one.number) / "ta-tillbaka", asked.say("plan.take_back"), about);
        lines.emplace_back(std::move(line));
    }
    if (lines.empty()) return {};
    return html::details({.summary = asked.say("plan.left_out"), .body = html::bullets(lines)});
}

}  // namespace lots::plan
