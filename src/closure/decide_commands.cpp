#include <algorithm>

#include "cases/decision_note.h"
#include "cases/page.h"
#include "cases/record.h"
#include "closure/commands.h"
#include "closure/end.h"
#include "closure/forms.h"
#include "closure/gate_actions.h"
#include "closure/papers.h"
#include "form/json_writer.h"
#include "form/rows.h"
#include "meeting/store.h"
#include "organisation/profile.h"
#include "organisation/store.h"

namespace lots::closure {

using access::CaseState;
using access::ConsentState;
using access::Operation;

namespace {

constexpr int adult_years = 18;

form::Options marked() { return {{"yes", "", {}}}; }

bool is_adult(const access::CasePermit& permit) { return age_on(permit.facts().born, permit.work().today) >= adult_years; }

std::string json_of(const access::CasePermit& permit, CaseState state)
{
    form::JsonWriter json;
    json.object().pair("case", permit.facts().number).pair("state", access::name(state)).end_object();
    return json.take();
}

// --- it goes on ---------------------------------------------------------------------------------------------------------

guideline::Decision continue_decision(const access::CasePermit& permit)
{
    const auto& facts = permit.facts();
    return may_continue(facts.state, facts.consent_state == ConsentState::valid);
}

Result<web::Prepared<ContinueCase>> prepare_continue(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::decide_closure>(work, asked.part("case"));
    if (!permit) return permit.error();
    web::Prepared<ContinueCase> prepared;
    prepared.gate = continue_decision(*permit);
    prepared.actions = actions_of_end(*permit, asked.language());
    prepared.header = cases::case_header(*permit, asked);
    prepared.back = cases::case_url(*permit);
    if (is_adult(*permit)) prepared.choices.with("adult", marked());
    return prepared;
}

Result<web::Landing> go_on(access::Work& work, const ContinueCase& input)
{
    const auto permit = access::permit<Operation::decide_closure>(work, input.case_number);
    if (!permit) return permit.error();
    auto decision = continue_decision(*permit);
    decision.add(cases::says_all(input.note, !is_adult(*permit)));
    if (auto no = work.unmet(decision)) return *no;
    cases::touch(*permit);
    const auto note = cases::add_decision(*permit, input.note, "sol-14-3");
    // Our reading of T17 and settled 35: it goes on where it was. A group without a decided plan does not become active by a review.
    const auto to = state_before_review(*permit);
    cases::move(*permit, to, "T17", note);
    return web::Landing{cases::case_url(*permit), "closure.continued", json_of(*permit, to)};
}

// --- it ends ------------------------------------------------------------------------------------------------------------

/// When the municipality itself thinks that a group should end (S1-59).
html::Html criteria_part(const access::CasePermit& permit, const web::Asked& asked)
{
    html::Html part;
    const auto criteria = organisation::profile_of(permit.work()).closure_criteria;
    if (!criteria.empty()) part << html::heading(3, asked.say("closure.criteria")) << html::paragraph(criteria);
    return part;
}

html::Html other_ways(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto url = cases::case_url(permit);
    html::Html ways = html::heading(3, asked.say("closure.other_ways"));
    ways << html::paragraph(html::link(url / "avsluta" / "enkat", asked.say("command.survey.title")));
    ways << html::paragraph(asked.say("closure.death")) << html::paragraph(html::link(url / "avsluta" / "avliden", asked.say("closure.death.link")));
    if (continue_decision(permit).allowed())
        ways << html::paragraph(asked.say("closure.goes_on")) << html::paragraph(html::link(url / "fortsatt", asked.say("closure.goes_on.link")));
    return ways;
}

/// What was said of the goals and the commitments before, in the rows of the form.
void fill_rows(const access::CasePermit& permit, const End& end, web::Prepared<CloseCase>& prepared)
{
    form::Options goals, commitments;
    for (const auto& goal : end.goals) {
        GoalRow row{std::to_string(goal.number), {}, {}, 0};
        goals.push_back({row.about, std::to_string(goal.number) + ". " + goal.text, {}});
        for (const auto& result : end.results)
            if (result.goal == goal.number) row = {row.about, result.result, result.text, result.seq};
        prepared.input.results.push_back(std::move(row));
    }
    for (const auto& commitment : end.open_commitments) {
        const auto& wording = commitment.in_force();
        if (wording.owner != plan::Owner::agency) continue;  // settled 30: what is one's own is handed over to nobody
        HandOverRow row{std::to_string(commitment.number), wording.agency_code, {}, {}, 0};  // who promised usually goes on
        commitments.push_back({row.about, std::to_string(commitment.number) + ". " + wording.measure + ". " + wording.owner_words, {}});
        for (const auto& over : end.hand_overs)
            if (over.commitment == commitment.number) row = {row.about, over.agency_code, over.note, over.accepted_on, over.seq};
        prepared.input.hand_overs.push_back(std::move(row));
    }
    prepared.choices.with("goals", std::move(goals)).with("commitments", std::move(commitments))
        .with("agencies", organisation::agency_options(permit.work()));
}

/// Its own page asks for results and hand-overs in the same form. A program sends each to the address of its own, and the overview says what
/// is left.
bool asks_for_rows(const web::Asked& asked) { return asked.request.path.ends_with("/avsluta"); }

std::string ending_of(const std::string& about) { return std::string(1, form::row_mark) + about; }

/// A fault of one row, at the field of that row.
Error in_row(Error error, const std::string& about)
{
    if (auto* wrong = std::get_if<Invalid>(&error.what))
        for (auto& one : wrong->fields) one.field += ending_of(about);
    return error;
}

/// Keeps the rows that say something new, as if each had been sent by itself.
std::optional<Error> keep_rows(access::Work& work, const CloseCase& input)
{
    if (input.results.empty() && input.hand_overs.empty()) return std::nullopt;
    const auto permit = access::permit<Operation::decide_closure>(work, input.case_number);
    if (!permit) return permit.error();
    const auto end = end_of(*permit);
    for (const auto& row : input.results) {
        const bool stands = std::ranges::any_of(end.results, [&](const GoalResult& one) {
            return std::to_string(one.goal) == row.about && one.result == row.result && one.text == row.text;
        });
        if (stands) continue;
        const auto done = goal_result_command().run(work, {input.case_number, row.about, row.result, row.text, row.seq_seen});
        if (!done) return in_row(done.error(), row.about);
    }
    for (const auto& row : input.hand_overs) {
        const bool stands = std::ranges::any_of(end.hand_overs, [&](const HandOver& one) {
            return std::to_string(one.commitment) == row.about && one.agency_code == row.agency && one.note == row.note &&
                   one.accepted_on == row.accepted_on;
        });
        if (stands) continue;
        const auto done = hand_over_command().run(work, {input.case_number, row.about, row.agency, row.note, row.accepted_on, row.seq_seen});
        if (!done) return in_row(done.error(), row.about);
    }
    return std::nullopt;
}

Result<web::Prepared<CloseCase>> prepare_close(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::decide_closure>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto end = end_of(*permit);
    web::Prepared<CloseCase> prepared;
    auto open = end.facts(work);
    if (asks_for_rows(asked)) {
        fill_rows(*permit, end, prepared);
        open.goals.clear();  // what the form itself makes good
        open.open_commitments.clear();
    }
    prepared.gate = ready_to_close(open);
    prepared.about = about_end(asked.language());
    prepared.actions = actions_of_end(*permit, asked.language());
    prepared.header = cases::case_header(*permit, asked);
    prepared.back = cases::case_url(*permit);
    prepared.above << withdrawn_part(*permit, asked) << criteria_part(*permit, asked) << before_part(*permit, end, asked);
    prepared.below = other_ways(*permit, asked);
    prepared.check = ends_part(*permit, end, asked);
    if (is_adult(*permit)) prepared.choices.with("adult", marked());
    if (ends_a_decided_service(*permit)) prepared.choices.with("can_be_appealed", marked());
    return prepared;
}

Result<web::Prepared<CloseCase>> prepare_close_after_death(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::decide_closure>(work, asked.part("case"));
    if (!permit) return permit.error();
    web::Prepared<CloseCase> prepared;
    prepared.header = cases::case_header(*permit, asked);
    prepared.back = cases::case_url(*permit) / "avsluta";
    return prepared;
}

/// The one way a case ends. reason "deceased" asks for less (edge case 4.36).
Result<web::Landing> close(access::Work& work, const CloseCase& input)
{
    if (auto no = keep_rows(work, input)) return *no;
    const auto permit = access::permit<Operation::decide_closure>(work, input.case_number);
    if (!permit) return permit.error();
    auto open = end_of(*permit).facts(work);
    open.after_death = input.reason == "deceased";
    auto decision = ready_to_close(open);
    decision.add(says_why({input.reason, input.ground}));
    if (!open.after_death && ends_a_decided_service(*permit) && input.appeal_information.empty())
        return invalid("appeal_information", "closure.say_how_to_appeal");
    decision.add(cases::says_all(input.note, !is_adult(*permit) && !open.after_death));
    if (auto no = work.unmet(decision)) return *no;

    cases::touch(*permit);
    cases::settle_suspension(*permit);
    const auto note = cases::add_decision(*permit, input.note, "sol-14-3");
    add(*permit, input, note, monitoring_last_day(work.today));
    keep_papers(*permit);
    cases::move(*permit, CaseState::closed, "T17", note);
    meeting::end_calls(*permit, CaseState::closed);
    cases::end_open_case(*permit);
    return web::Landing{cases::case_url(*permit) / "avslut", "closure.closed", json_of(*permit, CaseState::closed)};
}

Result<web::Landing> close_after_death(access::Work& work, const CloseCase& input)
{
    auto closure = input;
    closure.reason = "deceased";
    return close(work, closure);
}

}  // namespace

web::Command<ContinueCase> continue_command()
{
    return {Operation::decide_closure, "/arende/{case}/fortsatt", "/api/v1/cases/{case}/continuation", "continue_case", continue_fields,
            prepare_continue, go_on, web::Confirmation::check_answers};
}

web::Command<CloseCase> close_command()
{
    return {Operation::decide_closure, "/arende/{case}/avsluta", "/api/v1/cases/{case}/closure", "close_case", close_fields, prepare_close,
            close, web::Confirmation::check_answers};
}

web::Command<CloseCase> close_after_death_command()
{
    return {Operation::decide_closure, "/arende/{case}/avsluta/avliden", "/api/v1/cases/{case}/closure-after-death", "close_after_death",
            close_after_death_fields, prepare_close_after_death, close_after_death, web::Confirmation::check_answers};
}

}  // namespace lots::closure
