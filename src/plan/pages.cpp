#include "plan/pages.h"

#include <algorithm>

#include "cases/page.h"
#include "cases/youth.h"
#include "form/labels.h"
#include "group/commands.h"
#include "group/store.h"
#include "organisation/local_words.h"
#include "plan/avoid.h"
#include "plan/card.h"
#include "plan/gate_actions.h"
#include "plan/picture.h"
#include "plan/promisers.h"
#include "plan/rules.h"
#include "plan/store.h"
#include "plan/translation.h"

namespace lots::plan {

using access::Answer;
using access::CaseState;
using access::Compartment;
using access::Operation;
using html::Html;
using namespace html::literals;

namespace {

bool may(const access::CasePermit& permit, Operation operation)
{
    return access::would_allow(permit, operation, Compartment::room) != Answer::no;
}
bool may_lead(const access::CasePermit& permit) { return access::would_allow(permit, Operation::draft_plan, Compartment::room) == Answer::yes; }

Html goal_section(const access::CasePermit& permit, const web::Asked& asked, const Goal& goal, const std::vector<Commitment>& all,
                  const Draft& draft)
{
    const auto number = std::to_string(goal.number);
    Html section;
    section << html::heading(3, asked.say("plan.goal", {{"number", number}, {"text", goal.text}}), html::Size::medium);
    section << html::paragraph(asked.say("plan.goal_about", {{"area", form::Labels(asked.language(), "add_goal").find("area", goal.area)},
                                                             {"agency", goal.agency_name},
                                                             {"how", goal.reached_how}}));
    if (!goal.person_name.empty()) section << html::paragraph(asked.say("plan.goal_person", {{"name", goal.person_name}}));
    if (goal.attendance_percent)
        section << html::paragraph(asked.say("plan.goal_attendance", {{"percent", *goal.attendance_percent}, {"source", goal.attendance_source}}));
    if (goal.from_assessment) section << html::paragraph(asked.say("plan.goal_from_assessment"));
    if (!goal.assessment_conclusion.empty())
        section << html::paragraph(asked.say("plan.goal_conclusion", {{"text", goal.assessment_conclusion}}));
    if (!goal.needs_agency_name.empty()) section << html::paragraph(asked.say("plan.goal_needs", {{"agency", goal.needs_agency_name}}));
    if (may_lead(permit)) {
        Html label = html::text(asked.say("plan.change_goal"));
        label << html::visually_hidden(" " + number);
        section << html::button({.text = std::move(label), .classes = "govuk-button--secondary",
                                 .href = cases::case_url(permit) / "plan" / "mal" / number / "andra"});
    }
    bool any = false;
    for (const auto& one : all) {
        if (one.goal != goal.number) continue;
        section << commitment_card(permit, asked, one, draft);
        any = true;
    }
    if (!any) section << html::paragraph(asked.say("plan.goal_without"));
    return section;
}

Html words_section(const access::CasePermit& permit, const web::Asked& asked, const std::string& youth_name)
{
    Html section;
    const auto said = words(permit);
    const auto url = cases::case_url(permit) / "plan" / "ord";
    if (!said) {
        if (may_lead(permit))
            section << html::button({.text = asked.say("plan.write_words", {{"name", youth_name}}), .classes = "govuk-button--secondary",
                                     .href = url});
        return section;
    }
    html::SummaryList list;
    list.rows.push_back({.key = asked.say("plan.words_youth", {{"name", youth_name}}), .value = said->youth});
    if (!said->guardian.empty()) list.rows.push_back({.key = asked.say("plan.words_guardian"), .value = said->guardian});
    std::vector<html::Content> guardians;
    for (const int number : said->took_part) guardians.emplace_back(guardian_words(permit, number));
    if (!guardians.empty()) list.rows.push_back({.key = asked.say("plan.took_part"), .value = html::bullets(guardians)});
    // Why a guardian was not there may be the danger itself (edge 4.21): for those who lead the case.
    if (!said->guardian_missing_reason.empty() && group::leads(permit))
        list.rows.push_back({.key = asked.say("plan.guardian_missing"), .value = said->guardian_missing_reason});
    list.rows.push_back({.key = asked.say("plan.crisis_contact"), .value = said->crisis_contact});
    list.rows.push_back({.key = asked.say("plan.took_part_on"), .value = say_date(asked.language(), said->took_part_on)});
    section << html::summary_list(list);
    if (may_lead(permit))
        section << html::button({.text = asked.say("plan.change_words"), .classes = "govuk-button--secondary", .href = url});
    return section;
}

/// What is missing before the decision, while there is something to decide.
Html gate(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto state = permit.facts().state;
    if ((state != CaseState::planning && state != CaseState::active) || !may(permit, Operation::read_gates) || !has_changes(permit)) return {};
    html::Button decide{.text = asked.say("plan.decide")};
    decide.href = cases::case_url(permit) / "plan" / "beslut";
    return web::gate_box(asked.language(), asked.words(), asked.today, asked.say("plan.gate"),
                         may_decide(facts_of(permit), asked.today), about_words(asked.language()),
                         may(permit, Operation::decide_plan) ? html::button(decide) : Html{},
                         actions_of_plan(permit, asked.language()));
}

/// The two proposals are of use while the police have promised nothing: to the police and to who drafts for everybody.
bool may_propose_police(const access::CasePermit& permit)
{
    if (!may_lead(permit) && permit.work().reader.agency_kind != "police") return false;
    if (!may(permit, Operation::draft_plan)) return false;
    const auto all = commitments(permit);
    return std::ranges::none_of(all, [](const Commitment& one) { return !one.draft.dropped && one.draft.agency_kind == "police"; });
}

Html areas_section(const access::CasePermit& permit, const web::Asked& asked)
{
    html::SummaryList list;
    for (const auto& note : area_notes(permit))
        if (!note.reason.empty()) list.rows.push_back({.key = area_words(asked.language(), note.area), .value = note.reason});
    if (list.rows.empty()) return {};
    return html::heading(3, asked.say("plan.not_needed"), html::Size::medium) << html::summary_list(list);
}

Html buttons(const access::CasePermit& permit, const web::Asked& asked, bool has_goals)
{
    std::vector<Html> all;
    const auto url = cases::case_url(permit) / "plan";
    const auto add = [&](MessageKey words, std::string_view tail, bool first) {
        html::Button button{.text = asked.say(words)};
        button.href = url / tail;
        if (!first) button.classes = "govuk-button--secondary";
        all.push_back(html::button(button));
    };
    if (has_goals && may(permit, Operation::draft_plan)) add("plan.add_commitment", "nytt-atagande", true);
    if (may_lead(permit)) add("plan.add_goal", "nytt-mal", !has_goals);
    if (may_lead(permit) && has_goals) add("plan.look_at_areas", "omraden", false);
    if (has_goals && may_propose_police(permit)) add("plan.propose_police", "polisens-minsta", false);
    return all.empty() ? Html{} : html::button_group(all);
}

/// What the plan is called here, and whose it is: what is printed says it (S2-13).
Html called(const access::CasePermit& permit, const web::Asked& asked)
{
    return html::paragraph(asked.say("plan.title_of", {{"plan", organisation::local_words(permit.work()).plan},
                                                       {"name", cases::youth_of(permit).given_name}}));
}

Html version_list(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto all = versions(permit);
    if (all.empty()) return {};
    std::vector<html::Content> items;
    for (const auto& version : all)
        items.emplace_back(html::link(cases::case_url(permit) / "plan" / "version" / std::to_string(version.number),
                                      asked.say("plan.version_line", {{"number", std::to_string(version.number)},
                                                                      {"day", say_date(asked.language(), version.valid_from)}})));
    return html::details({.summary = asked.say("plan.versions"), .body = html::bullets(items)});
}

}  // namespace

Result<web::View> plan_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_plan>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto all = commitments(*permit);
    const auto title = asked.say("plan.title", {{"plan", organisation::local_words(work).plan}});
    Html main;
    if (permit->answer(Compartment::room) == Answer::part) {  // who has only the own commitments sees those, and nothing around them
        for (const auto& one : all) main << commitment_card(*permit, asked, one, {});
        if (all.empty()) main << html::paragraph(asked.say("plan.none_of_yours"));
        return cases::case_page(*permit, asked, "plan", title, main);
    }
    const auto name = cases::youth_of(*permit).given_name;
    const auto in_plan = goals(*permit);
    if (in_plan.empty()) {
        main << html::empty_state({.title = asked.say("plan.empty"), .text = asked.say("plan.empty_begin", {{"name", name}}),
                                   .action = buttons(*permit, asked, false)});
        main << words_section(*permit, asked, name) << avoid_link(*permit, asked);
        return cases::case_page(*permit, asked, "plan", title, main);
    }
    main << gate(*permit, asked) << words_section(*permit, asked, name);
    main << newest_changes(*permit, asked);
    main << order_part(asked, all);
    const auto draft = draft_of(*permit, all);
    main << questions_part(asked, draft);
    for (const auto& goal : in_plan) main << goal_section(*permit, asked, goal, all, draft);
    main << areas_section(*permit, asked) << buttons(*permit, asked, true) << left_out_part(*permit, asked);
    main << avoid_link(*permit, asked) << version_list(*permit, asked);
    return cases::case_page(*permit, asked, "plan", title, main, youth_part(*permit, all, asked));
}

Result<web::View> version_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_plan>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto number = group::number_in(asked.part("number"));
    const auto all = versions(*permit);
    const auto version = std::ranges::find_if(all, [&](const Version& one) { return one.number == number; });
    if (version == all.end()) return not_found();
    const auto decided = commitments_of(*permit, *version);
    Html main = called(*permit, asked);
    main << html::paragraph(asked.say("plan.version_from", {{"day", version->valid_from}})) << changes_part(*permit, *version, asked);
    for (const auto& goal : goals_of(*permit, *version)) {
        main << html::heading(3, asked.say("plan.goal", {{"number", std::to_string(goal.number)}, {"text", goal.text}}), html::Size::medium);
        for (const auto& one : decided)
            if (one.goal == goal.number)
                main << html::card(std::to_string(one.number) + ". " + one.decided->measure, wording_list(one, *one.decided, asked, What::in_heading), 4);
    }
    main << translations_part(*permit, *version, asked)
         << html::paragraph(html::link(cases::case_url(*permit) / "plan", asked.say("plan.to_current")));
    return cases::case_page(*permit, asked, "plan", asked.say("plan.version_title", {{"number", std::to_string(version->number)}}), main);
}

Result<web::View> plain_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_plan>(work, asked.part("case"));
    if (!permit) return permit.error();
    auto all = commitments(*permit);
    const auto decided = versions(*permit);
    // Paper shows what was decided, as long as something was.
    if (!decided.empty()) std::erase_if(all, [](const Commitment& one) { return !one.decided; });
    Html main = called(*permit, asked);
    if (decided.empty()) main << html::paragraph(asked.say("plan.plain_draft"));
    else
        main << html::secondary_paragraph(asked.say("plan.version_line", {{"number", std::to_string(decided.front().number)},
                                                                          {"day", say_date(asked.language(), decided.front().valid_from)}}));
    main << html::secondary_paragraph(asked.say("plan.printed_on", {{"day", asked.today}}));
    main << plain_plan(*permit, all, asked) << newest_changes(*permit, asked);
    if (!decided.empty()) main << translations_part(*permit, decided.front(), asked);
    const auto name = cases::youth_of(*permit).given_name;
    return cases::case_page(*permit, asked, "plan", asked.say("plan.plain_title", {{"name", name}}), main);
}

}  // namespace lots::plan
