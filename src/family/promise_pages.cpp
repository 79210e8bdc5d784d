#include "family/promise_pages.h"

#include <string>
#include <string_view>
#include <vector>

#include "cases/page.h"
#include "family/face.h"
#include "family/parts.h"
#include "group/commands.h"
#include "plan/commands.h"
#include "plan/load.h"
#include "plan/pages.h"
#include "plan/picture.h"
#include "plan/store.h"
#include "plan/translation.h"

namespace lots::family {

using access::Answer;
using access::Operation;
using html::Html;
using plan::Commitment;
using plan::Status;
using namespace html::literals;

namespace {

html::Url address(const access::CasePermit& permit, const Commitment& one)
{
    return home_url(permit) / "atagande" / std::to_string(one.number);
}

/// The word of how it goes, without flags.
Html status_tag(const web::Asked& asked, const Commitment& one)
{
    if (!one.decided) return html::status_tag(asked.say("my_plan.proposal"), html::TagKind::yellow);
    switch (one.status) {
    case Status::ongoing:
        return html::status_tag(asked.say("common.commitment_state.ongoing"), html::TagKind::blue);
    case Status::done:
        return html::status_tag(asked.say("common.commitment_state.done"), html::TagKind::green);
    case Status::not_done:
        return html::status_tag(asked.say("common.commitment_state.not_done"), html::TagKind::orange);
    case Status::cancelled:
        return html::status_tag(asked.say("common.commitment_state.dropped"), html::TagKind::grey);
    case Status::not_started:
        break;
    }
    return html::status_tag(asked.say("common.commitment_state.not_started"), html::TagKind::grey);
}

std::string by_words(const web::Asked& asked, const Commitment& one)
{
    return asked.say("my_plan.by", {{"day", say_date(asked.language(), one.last_day())}});
}

/// There is something to say yes to, and the reader is the one who promised.
bool waits_for_reader(const access::CasePermit& permit, const Commitment& one)
{
    return !one.draft.accepted && !one.draft.dropped && plan::is_promised_by_reader(permit, one.draft);
}

/// A word that a sighted reader understands from the card; read out with what it is about.
Html button_words(const std::string& words, const std::string& about)
{
    Html text;
    text << html::text(words) << " "_m << html::visually_hidden(about);
    return text;
}

/// "Ja, jag gör det", or Klar and Pågår with one tap; for everything else there is a page. The table says whether
/// (accept_commitment, report_commitment).
Html own_buttons(const access::CasePermit& permit, const web::Asked& asked, const Commitment& one)
{
    const auto url = address(permit, one);
    const auto secrets = [&](const std::string& what) {
        return html::FormSecrets{asked.csrf_token, asked.fresh_key + "-" + std::to_string(one.number) + what};
    };
    std::vector<Html> buttons;
    const auto grouped = [&] { return buttons.empty() ? Html{} : html::button_group(buttons); };
    if (waits_for_reader(permit, one)) {
        if (in_room(permit, Operation::accept_commitment) != Answer::no)
            buttons.push_back(html::post_button(url / "ta-pa-dig", secrets("yes"),
                                                {.text = button_words(asked.say("my_plan.accept"), one.draft.measure)}));
        if (!one.decided) return grouped();
    }
    if (in_room(permit, Operation::report_commitment) == Answer::no) return grouped();
    const auto& about = one.in_force().measure;
    const auto quick = [&](MessageKey words, const char* status, std::vector<html::Hidden> more) {
        buttons.push_back(html::post_button(url, secrets(status),
                                            {.text = button_words(asked.say(words), about),
                                             .name = "status",
                                             .value = status,
                                             .classes = "govuk-button--secondary"},
                                            more));
    };
    if (one.status != Status::done) quick("common.commitment_state.done", "done", {});
    // Who has asked for help goes on asking while it goes on.
    std::vector<html::Hidden> help;
    if (one.needs_help) help.push_back({.name = "needs_help", .value = "yes"});
    if (one.status != Status::ongoing)  // alone, the word would read as how it stands
        quick(one.status == Status::done ? MessageKey("my_plan.to_ongoing") : MessageKey("common.commitment_state.ongoing"),
              "ongoing", help);
    return grouped() << html::paragraph(html::link(url, asked.say("my_plan.report"), about));
}

Html own_card(const access::CasePermit& permit, const web::Asked& asked, const Commitment& one)
{
    const auto& wording = one.in_force();
    Html body;
    if (!wording.plain_words.empty()) body << html::paragraph(wording.plain_words);
    Html when = html::text(by_words(asked, one));
    when << html::text(" ") << status_tag(asked, one);
    body << html::paragraph(std::move(when));
    if (one.needs_help && one.open()) body << html::paragraph(asked.say("my_plan.help_asked"));
    return html::card(wording.measure, std::move(body) << own_buttons(permit, asked, one), 3);
}

/// "Jonas pratar med dig varje vecka. Jonas Ek, Polisen. Senast 20 december."
Html others_line(const web::Asked& asked, const Commitment& one)
{
    const auto& wording = one.in_force();
    Html line;
    line << html::text(wording.plain_words.empty() ? wording.measure : wording.plain_words) << html::text(" ")
         << html::text(asked.say("my_plan.does", {{"who", wording.owner_words}})) << html::text(" ")
         << html::text(by_words(asked, one)) << html::text(" ") << status_tag(asked, one);
    return line;
}

// --- the plan with its goals --------------------------------------------------------------------------------------------

Html goal_part(const web::Asked& asked, const plan::Goal& goal, const std::vector<Commitment>& all)
{
    Html part = html::heading(2, goal.text);
    if (!goal.reached_how.empty()) part << html::paragraph(asked.say("family.plan.reached", {{"how", goal.reached_how}}));
    if (goal.attendance_percent)
        part << html::paragraph(asked.say("family.plan.attendance", {{"percent", *goal.attendance_percent}}));
    if (!goal.person_name.empty()) part << html::paragraph(asked.say("family.plan.person", {{"name", goal.person_name}}));
    if (!goal.assessment_conclusion.empty())
        part << html::paragraph(asked.say("family.plan.conclusion", {{"text", goal.assessment_conclusion}}));
    if (!goal.needs_agency_name.empty())
        part << html::paragraph(asked.say("family.plan.needs", {{"agency", goal.needs_agency_name}}));
    std::vector<html::Content> lines;
    for (const auto& one : all)
        if (one.goal == goal.number && one.status != Status::cancelled) lines.emplace_back(others_line(asked, one));
    if (lines.empty()) return std::move(part) << html::paragraph(asked.say("family.plan.goal_without"));
    return std::move(part) << html::bullets(lines);
}

/// What was said when the plan was made, and what is not needed now.
Html said_part(const access::CasePermit& permit, const web::Asked& asked)
{
    html::SummaryList list;
    if (const auto said = plan::words(permit)) {
        list.rows.push_back(
            {.key = asked.say(is_youth(asked) ? MessageKey("family.plan.you_said") : MessageKey("family.plan.child_said")),
             .value = said->youth});
        if (!said->guardian.empty())
            list.rows.push_back({.key = asked.say("family.plan.guardian_said"), .value = said->guardian});
    }
    for (const auto& note : plan::area_notes(permit))
        if (!note.reason.empty())
            list.rows.push_back(
                {.key = asked.say("family.plan.not_needed", {{"area", plan::area_words(asked.language(), note.area)}}),
                 .value = note.reason});
    return list.rows.empty() ? Html{} : html::summary_list(list);
}

/// The plan on paper and as it was before.
Html papers_part(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto url = cases::case_url(permit) / "plan";
    std::vector<html::Content> links{html::link(url / "enkelt", asked.say("family.plan.paper"))};
    for (const auto& version : plan::versions(permit))
        links.emplace_back(
            html::link(url / "version" / std::to_string(version.number),
                       asked.say("family.plan.version", {{"number", version.number}, {"day", version.valid_from}})));
    return html::heading(2, asked.say("family.plan.papers")) << html::bullets(links);
}

Result<web::View> goals_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_plan>(work, asked.part("case"));
    if (!permit) return permit.error();
    if (!asked.is_family()) return not_found();
    const auto all = plan::commitments(*permit);
    auto view = own_page(asked, home_url(*permit), asked.say("family.plan.title"));
    if (in_room(*permit, Operation::read_plan) !=
        Answer::yes) {  // who has only the own promises sees those, and nothing around them
        for (const auto& one : all) view.main << own_card(*permit, asked, one);
        if (all.empty()) view.main << html::paragraph(asked.say("my_plan.own_none"));
        return view;
    }
    const auto goals = plan::goals(*permit);
    if (goals.empty())
        view.main << html::empty_state(
            {.title = asked.say("family.plan.empty"), .text = asked.say("family.plan.empty_text"), .action = {}});
    view.main << plan::translation_links(*permit, asked) << said_part(*permit, asked) << plan::newest_changes(*permit, asked)
              << plan::order_part(asked, all);
    for (const auto& goal : goals) view.main << goal_part(asked, goal, all);
    if (!goals.empty()) view.main << papers_part(*permit, asked);
    return view;
}

// --- one promise --------------------------------------------------------------------------------------------------------

/// What it is, in the words of the plan: without the lists that staff work with.
Html what_part(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto number = group::number_in(asked.part("number"));
    const auto found = number ? plan::commitment_of(permit, *number) : std::nullopt;
    if (!found) return {};
    const auto& wording = found->in_force();
    Html part = html::heading(2, wording.measure);
    if (!wording.plain_words.empty()) part << html::paragraph(wording.plain_words);
    Html when = html::text(by_words(asked, *found));
    when << html::text(" ") << status_tag(asked, *found);
    part << html::paragraph(std::move(when));
    if (!found->note.empty())
        part << html::inset_text({.text = asked.say("family.promise.last_said", {{"text", found->note}})});
    return part;
}

void around_report(web::Prepared<plan::Report>& prepared, access::Work& work, const web::Asked& asked)
{
    if (const auto permit = access::permit<Operation::report_commitment>(work, asked.part("case")))
        prepared.above = what_part(*permit, asked);
}

void around_accept(web::Prepared<plan::Accept>& prepared, access::Work& work, const web::Asked& asked)
{
    if (const auto permit = access::permit<Operation::accept_commitment>(work, asked.part("case")))
        prepared.above = what_part(*permit, asked);
}

}  // namespace

std::optional<Promised> promised(const access::CasePermit& permit)
{
    const auto reading = access::permit<Operation::read_plan>(permit);
    if (!reading) return std::nullopt;
    Promised counted;
    for (const auto& one : plan::load_commitments(*reading, plan::Texts::left_sealed)) {
        const bool gone = one.draft.dropped && !one.decided;
        if (gone || !one.open()) continue;
        if (!plan::is_own(*reading, one.in_force())) {
            ++counted.others;
            continue;
        }
        ++counted.own;
        if (waits_for_reader(*reading, one)) ++counted.waiting;
    }
    return counted;
}

Html promises_part(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto reading = access::permit<Operation::read_plan>(permit);
    if (!reading) return {};
    Html own;
    std::vector<html::Content> others;
    for (const auto& one : plan::commitments(*reading)) {
        if (one.status == Status::cancelled) continue;
        if (plan::is_own(*reading, one.in_force()))
            own << own_card(permit, asked, one);
        else
            others.emplace_back(others_line(asked, one));
    }
    Html part = html::heading(2, asked.say("my_plan.own"));
    if (own.empty())
        part << html::paragraph(asked.say("my_plan.own_none"));
    else
        part << own;
    if (reading->answer(access::Compartment::room) != Answer::yes)
        return part;  // who reads the own promises only is told of no others
    part << html::heading(2, asked.say("my_plan.others"));
    if (others.empty())
        part << html::paragraph(asked.say("my_plan.others_none"));
    else
        part << html::bullets(others);
    part << plan::newest_changes(*reading, asked);
    return std::move(part) << html::paragraph(html::link(home_url(permit) / "plan", asked.say("my_plan.whole_plan")));
}

void add_promises(web::Site& site)
{
    site.page("/min-plan/{case}/plan", Operation::read_plan, goals_page);
    site.command(face<plan::accept_command, around_accept, home_of>("/min-plan/{case}/atagande/{number}/ta-pa-dig",
                                                                    "accept_commitment.family"));
    site.command(face<plan::report_command, around_report, home_of>("/min-plan/{case}/atagande/{number}",
                                                                    "report_commitment.family"));
}

}  // namespace lots::family
