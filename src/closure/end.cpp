#include "closure/end.h"

#include <algorithm>
#include <utility>

#include "cases/page.h"
#include "consent/parts.h"
#include "consent/rules.h"
#include "form/labels.h"
#include "meeting/store.h"
#include "organisation/store.h"
#include "plan/store.h"

namespace lots::closure {

using access::Operation;
using html::Html;

namespace {

Html questions_part(const End& end, const web::Asked& asked, access::Work& work)
{
    const form::Labels labels(asked.language(), "raise_closure");
    Html part;
    if (end.questions.empty()) return part;
    part << html::heading(3, asked.say("closure.questions.title"));
    for (const auto& question : end.questions)
        part << html::paragraph(labels.find("ground", question.ground)) << html::paragraph(question.facts)
             << html::secondary_paragraph(asked.say("closure.questions.raised", {{"name", organisation::person_name(work, question.raised_by)},
                                                                                {"when", say_moment(asked.language(), question.raised_at)}}));
    return part;
}

Html goals_part(const End& end, const web::Asked& asked)
{
    const form::Labels labels(asked.language(), "goal_result");
    html::Table table;
    table.caption = asked.say("closure.goals.caption");
    table.caption_classes = "govuk-visually-hidden";  // the heading above says it
    table.first_cell_is_header = table.cards = true;
    table.head = {asked.say("closure.goals.goal"), asked.say("closure.goals.result")};
    for (const auto& goal : end.goals) {
        const auto result = std::ranges::find(end.results, goal.number, &GoalResult::goal);
        const bool set = result != end.results.end();
        Html told;
        if (set) told << html::paragraph(labels.find("result", result->result)) << html::paragraph(result->text);
        else told << html::paragraph(asked.say("closure.goals.not_yet"));
        table.rows.push_back({html::Cell(std::to_string(goal.number) + ". " + goal.text), html::Cell(told)});
    }
    Html part = html::heading(3, asked.say("closure.goals.title"));
    if (table.rows.empty()) part << html::paragraph(asked.say("closure.goals.none"));
    else part << html::scrollable(table.caption, html::table(table));
    return part;
}

Html commitments_part(const End& end, const web::Asked& asked)
{
    html::Table table;
    table.caption = asked.say("closure.commitments.caption");
    table.caption_classes = "govuk-visually-hidden";  // the heading above says it
    table.first_cell_is_header = table.cards = true;
    table.head = {asked.say("closure.commitments.commitment"), asked.say("closure.commitments.goes_on")};
    for (const auto& commitment : end.open_commitments) {
        const auto over = std::ranges::find(end.hand_overs, commitment.number, &HandOver::commitment);
        const bool done = over != end.hand_overs.end();
        Html told;
        if (done) {
            told << html::paragraph(over->agency_name) << html::paragraph(over->note);
            if (over->accepted_on)
                told << html::secondary_paragraph(asked.say("closure.commitments.accepted", {{"day", say_date(asked.language(), *over->accepted_on)}}));
        }
        else if (commitment.in_force().owner != plan::Owner::agency) told << html::paragraph(asked.say("closure.commitments.own"));
        else told << html::paragraph(asked.say("closure.commitments.not_yet"));
        table.rows.push_back({html::Cell(std::to_string(commitment.number) + ". " + commitment.in_force().measure), html::Cell(told)});
    }
    Html part = html::heading(3, asked.say("closure.commitments.title"));
    if (table.rows.empty()) part << html::paragraph(asked.say("closure.commitments.none"));
    else part << html::scrollable(table.caption, html::table(table));
    return part;
}

/// What is called ends with the case, and those who were called have to know.
Html meetings_part(const access::CasePermit& permit, const End& end, const web::Asked& asked)
{
    Html part;
    const auto list = [&](const std::vector<meeting::Meeting>& meetings) {
        std::vector<html::Content> lines;
        for (const auto& one : meetings)
            lines.emplace_back(html::link(cases::case_url(permit) / "moten" / std::to_string(one.number),
                                          asked.say("closure.meetings.line", {{"number", one.number},
                                                                              {"when", say_moment(asked.language(), *one.starts_at)}})));
        return html::bullets(lines);
    };
    if (!end.without_minutes.empty())
        part << html::heading(3, asked.say("closure.meetings.unlocked")) << html::paragraph(asked.say("closure.meetings.unlocked_text"))
             << list(end.without_minutes);
    if (!end.called.empty())
        part << html::heading(3, asked.say("closure.meetings.called")) << html::paragraph(asked.say("closure.meetings.called_text"))
             << list(end.called);
    return part;
}

}  // namespace

Open End::facts(const access::Work& work) const
{
    Open open;
    open.by_social_services = work.reader.agency_kind == "social_services";
    for (const auto& goal : goals) open.goals.push_back(goal.number);
    for (const auto& result : results) open.with_result.insert(result.goal);
    // The young person's and the guardians' own are theirs to go on with or not: no agency takes them over (settled 30).
    for (const auto& commitment : open_commitments)
        if (commitment.in_force().owner == plan::Owner::agency) open.open_commitments.push_back(commitment.number);
    for (const auto& over : hand_overs) open.handed_over.insert(over.commitment);
    for (const auto& one : without_minutes) open.without_minutes.push_back(one.number);
    return open;
}

End end_of(const access::CasePermit& permit)
{
    End end;
    if (!group_was_formed(permit)) return end;
    const auto reading = access::permit<Operation::read_plan>(permit);
    if (!reading) return end;
    // What was only drafted binds nobody: before the first decision there is nothing to judge.
    if (!plan::versions(*reading).empty()) end.goals = plan::goals(*reading);
    end.open_commitments = plan::open_commitments(*reading);
    end.results = goal_results(*reading);
    end.hand_overs = hand_overs(*reading);
    end.questions = open_questions(*reading);
    if (const auto meetings = access::permit<Operation::read_meetings>(permit))
        for (auto& one : meeting::meetings(*meetings)) {
            if (one.state == meeting::State::called) end.called.push_back(std::move(one));
            // Our reading: while a case rests nobody may write minutes, and after a withdrawal there are seven days to decide (settled 4).
            // What was written until then is kept as it is.
            else if (one.state == meeting::State::held && meeting::call_stands(permit.facts().state).allowed())
                end.without_minutes.push_back(std::move(one));
        }
    return end;
}

web::AboutWords about_end(Language language)
{
    return [language](const guideline::Finding& finding) -> std::string {
        if (finding.about.empty()) return {};
        const auto id = finding.requirement->id;
        const auto key = id == "S3-10"   ? MessageKey("closure.about.goal")
                         : id == "S1-17" ? MessageKey("closure.about.meeting")
                                         : MessageKey("closure.about.commitment");
        return say(language, key, {{"number", finding.about}});
    };
}

html::Html withdrawn_part(const access::CasePermit& permit, const web::Asked& asked)
{
    if (permit.facts().state != access::CaseState::suspended) return {};
    const auto& facts = permit.facts().consent;
    const auto stop = consent::stopped(facts, asked.today);
    if (!stop || !stop->by_withdrawal) return {};
    const consent::Consent* last = nullptr;  // that the work rested on
    for (const auto& form : facts.consents)
        if (consent::has_held(facts, form, asked.today)) last = &form;
    if (last == nullptr) return {};
    Html part;
    for (const auto& one : last->withdrawals)
        for (const auto& signatory : facts.signatories)
            if (signatory.id == one.signatory)
                part << html::paragraph(asked.say("closure.withdrawn", {{"who", consent::role_words(asked.language(), facts, signatory)},
                                                                        {"day", one.withdrawn_on}}));
    part << html::paragraph(asked.say("closure.withdrawn.other_way"))
         << html::paragraph(html::link(consent::consents_url(permit), asked.say("closure.withdrawn.link")));
    return html::inset_text({.text = std::move(part)});
}

html::Html before_part(const access::CasePermit& permit, const End& end, const web::Asked& asked)
{
    Html part = questions_part(end, asked, permit.work());
    if (group_was_formed(permit)) part << meetings_part(permit, end, asked);
    return part;
}

html::Html ends_part(const access::CasePermit& permit, const End& end, const web::Asked& asked)
{
    Html part = html::heading(3, asked.say("closure.ends.title"));
    std::vector<html::Content> lines{html::Content(asked.say("closure.ends.access"))};
    for (const auto& one : end.called)
        lines.emplace_back(asked.say("closure.ends.meeting", {{"number", one.number}, {"when", say_moment(asked.language(), *one.starts_at)}}));
    part << html::bullets(lines) << papers_part(papers_at_end(permit), asked);
    return part;
}

html::Html papers_part(const std::vector<KeptPaper>& papers, const web::Asked& asked)
{
    html::SummaryList list;
    for (const auto& one : papers) {
        const auto what = one.paper == "plan" ? MessageKey("closure.papers.plan") : MessageKey("closure.papers.consent");
        list.rows.push_back({.key = asked.say(what, {{"number", one.number}}),
                             .value = asked.say("closure.papers.until", {{"day", one.earliest_day}, {"law", one.law}})});
    }
    if (list.rows.empty()) return {};
    return html::heading(3, asked.say("closure.papers.title")) << html::summary_list(list);
}

html::Html results_part(const End& end, const web::Asked& asked)
{
    Html part;
    if (!end.goals.empty()) part << goals_part(end, asked);
    if (!end.open_commitments.empty()) part << commitments_part(end, asked);
    return part;
}

}  // namespace lots::closure
