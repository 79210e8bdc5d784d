#include "plan/report_parts.h"

#include <string>
#include <utility>
#include <vector>

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

html::Url page_of(const access::CasePermit& permit, const Commitment& one)
{
    return cases::case_url(permit) / "atagande" / std::to_string(one.number);
}

/// The way to take it on, for the one who promised, while the newest wording has no answer.
Html accept_link(const access::CasePermit& permit, const Commitment& one, const web::Asked& asked)
{
    const bool waits = !one.draft.dropped && !one.draft.accepted && is_promised_by_reader(permit, one.draft);
    if (!waits || access::would_allow(permit, Operation::accept_commitment, Compartment::room) == Answer::no) return {};
    return html::button({.text = asked.say("plan.accept"), .href = page_of(permit, one) / "ta-pa-dig"});
}

/// "Klart senast tisdag 1 december 2026."
Html until(const Commitment& one, const web::Asked& asked)
{
    return html::paragraph(asked.say("plan.report.until", {{"day", one.last_day()}}));
}

}  // namespace

Html report_buttons(const access::CasePermit& permit, const Commitment& commitment, const web::Asked& asked)
{
    if (access::would_allow(permit, Operation::report_commitment, Compartment::room) == Answer::no) return {};
    const auto url = page_of(permit, commitment);
    const auto tap = [&](MessageKey words, const std::string& status, const std::vector<html::Hidden>& more = {}) {
        const auto key = asked.fresh_key + "-" + std::to_string(commitment.number) + status + (more.empty() ? "" : "-help");
        return html::post_button(
            url, {asked.csrf_token, key},
            {.text = asked.say(words), .name = "status", .value = status, .classes = "govuk-button--secondary"}, more);
    };
    Html buttons;
    buttons << "<div class=\"sig-answers\">"_m << tap("common.commitment_state.done", "done")
            << tap("common.commitment_state.ongoing", "ongoing");
    if (commitment.in_force().owner == Owner::agency)
        buttons << html::button({.text = asked.say("common.commitment_state.not_done"),
                                 .classes = "govuk-button--secondary",
                                 .href = url.with("hur", "not_done")});
    else
        buttons << tap("common.commitment_state.not_done", "not_done");
    buttons << tap("plan.report.help", "ongoing", {{"needs_help", "yes"}}) << "</div>"_m;
    return buttons;
}

Html said_part(const access::CasePermit& permit, const Commitment& commitment, const web::Asked& asked)
{
    std::vector<html::Content> lines;
    for (const auto& one : said_of(permit, commitment)) {
        auto words = status_words(asked.language(), one.status);
        if (one.needs_help) words += ". " + asked.say("common.commitment_flag.needs_help");
        if (!one.note.empty()) words += ". " + one.note;
        lines.emplace_back(
            asked.say("plan.report.said_line", {{"when", say_moment(asked.language(), one.said_at)}, {"text", words}}));
    }
    if (lines.empty()) return {};
    return html::details({.summary = asked.say("plan.report.said"), .body = html::bullets(lines)});
}

Html own_now(const access::CasePermit& permit, const Commitment& commitment, const web::Asked& asked)
{
    const auto& wording = commitment.in_force();
    Html now = html::heading(3, std::to_string(commitment.number) + ". " + wording.measure);
    now << html::paragraph(status_tags(commitment, asked.today, asked.language())) << until(commitment, asked);
    if (!commitment.decided) now << html::paragraph(asked.say("plan.is_draft"));
    now << accept_link(permit, commitment, asked) << html::heading(3, asked.say("plan.report.ask"))
        << report_buttons(permit, commitment, asked)
        << html::details({.summary = asked.say("plan.report.more_about"),
                          .body = wording_list(commitment, wording, asked, What::in_heading)})
        << said_part(permit, commitment, asked) << html::heading(3, asked.say("plan.report.write"));
    return now;
}

Html family_now(const access::CasePermit& permit, const Commitment& commitment, const web::Asked& asked)
{
    const auto& wording = commitment.in_force();
    Html now = html::paragraph(wording.plain_words.empty() ? wording.measure : wording.plain_words);
    // The word alone: nobody is late on these pages (settled 30).
    now << html::paragraph(asked.say("plan.own.until", {{"day", commitment.last_day()}}))
        << html::paragraph(asked.say("plan.own.state", {{"state", status_words(asked.language(), commitment.status)}}))
        << accept_link(permit, commitment, asked) << html::heading(2, asked.say("plan.own.ask"), html::Size::medium)
        << report_buttons(permit, commitment, asked)
        << html::paragraph(html::link(page_of(permit, commitment), asked.say("plan.own.write")));
    return now;
}

}  // namespace lots::plan
