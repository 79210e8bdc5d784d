#include <string>
#include <utility>
#include <vector>

#include "cases/page.h"
#include "cases/youth.h"
#include "plan/card.h"
#include "plan/pages.h"
#include "plan/picture.h"
#include "plan/plain_words.h"

// "Så här ser Alex planen", beside the draft.
namespace lots::plan {

using access::Answer;
using access::Compartment;
using access::Operation;
using html::Html;
using namespace html::literals;

Html hard_words_part(const access::CasePermit& permit, const std::vector<Commitment>& all, const web::Asked& asked)
{
    std::vector<html::Content> lines;
    for (const auto& one : all) {
        if (one.draft.dropped || one.status == Status::cancelled) continue;
        const auto about = asked.say("plan.about.commitment", {{"number", std::to_string(one.number)}});
        for (const auto& hard : hard_words(one.draft.plain_words)) {
            Html line;
            if (hard.plainer.empty())
                line << html::text(asked.say("plan.hard_word.alone", {{"word", hard.word}, {"about", about}}));
            else
                line << html::text(
                    asked.say("plan.hard_word", {{"word", hard.word}, {"about", about}, {"plainer", hard.plainer}}));
            if (!hard.plainer.empty() && may_draft(permit, one.draft)) {
                const auto page = cases::case_url(permit) / "plan" / "atagande" / std::to_string(one.number) / "andra";
                line << " "_m << html::link(page.with("byt", hard.word), asked.say("plan.hard_word.change"), hard.word);
            }
            lines.emplace_back(std::move(line));
        }
    }
    if (lines.empty()) return {};
    return html::heading(4, asked.say("plan.hard_words")) << html::bullets(lines);
}

Html youth_part(const access::CasePermit& permit, const std::vector<Commitment>& all, const web::Asked& asked)
{
    const auto name = cases::youth_of(permit).given_name;
    Html body = plain_plan(permit, all, asked, 4);
    // For those who write the words, and not for whom they are written.
    if (access::would_allow(permit, Operation::draft_plan, Compartment::room) != Answer::no) {
        if (const auto weight = readability_words(asked.language(), all); !weight.empty())
            body << html::secondary_paragraph(weight);
        body << hard_words_part(permit, all, asked);
    }
    body << html::button({.text = asked.say("plan.plain_alone"),
                          .classes = "govuk-button--secondary",
                          .href = cases::case_url(permit) / "plan" / "enkelt"});
    return html::card(asked.say("plan.plain_title", {{"name", name}}), body, 3);
}

}  // namespace lots::plan
