#include <algorithm>
#include <charconv>

#include "cases/page.h"
#include "cases/record.h"
#include "closure/commands.h"
#include "closure/end.h"
#include "closure/forms.h"
#include "form/json_writer.h"
#include "organisation/store.h"
#include "plan/store.h"

namespace lots::closure {

using access::CaseState;
using access::Operation;

namespace {

/// A number as it stands in an address; 0 for anything else.
int number_in(const std::string& text)
{
    int number = 0;
    const auto* end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, number);
    return error == std::errc{} && at == end && text.front() != '0' ? number : 0;
}

std::string json_of(const access::CasePermit& permit, std::string_view name, int number)
{
    form::JsonWriter json;
    json.object().pair("case", permit.facts().number).pair(name, number).end_object();
    return json.take();
}

/// Somebody else wrote since the page was fetched: theirs is told, and nothing is overwritten unseen.
template <class Said>
std::optional<Error> said_meanwhile(access::Work& work, const Said* now, int seen)
{
    const int seq = now == nullptr ? 0 : now->seq;
    if (seq == seen) return std::nullopt;
    Conflict conflict{seen, seq, "", "", {}};
    if (now != nullptr) {
        conflict.changed_by = organisation::person_name(work, now->made_by);
        conflict.changed_at = now->made_at;
    }
    return Error{std::move(conflict)};
}

// --- the question -------------------------------------------------------------------------------------------------------

Result<web::Prepared<RaiseClosure>> prepare_raise(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::raise_closure>(work, asked.part("case"));
    if (!permit) return permit.error();
    web::Prepared<RaiseClosure> prepared;
    prepared.header = cases::case_header(*permit, asked);
    prepared.back = cases::case_url(*permit);
    return prepared;
}

Result<web::Landing> raise(access::Work& work, const RaiseClosure& input)
{
    const auto permit = access::permit<Operation::raise_closure>(work, input.case_number);
    if (!permit) return permit.error();
    cases::touch(*permit);
    cases::settle_suspension(*permit);
    add_question(*permit, input.ground, input.facts);
    cases::move(*permit, CaseState::closure_review, "T16", cases::Grounds{input.facts, {}});
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).pair("state", access::name(CaseState::closure_review)).end_object();
    return web::Landing{cases::case_url(*permit), "closure.raised", json.take()};
}

// --- the results of the goals -------------------------------------------------------------------------------------------

struct AtGoal {
    access::Permit<Operation::decide_closure> permit;
    plan::Goal goal;
    End end;
};

Result<AtGoal> at_goal(access::Work& work, const std::string& case_number, const std::string& number)
{
    auto permit = access::permit<Operation::decide_closure>(work, case_number);
    if (!permit) return permit.error();
    auto end = end_of(*permit);
    for (const auto& goal : end.goals) {
        auto found = goal;
        if (goal.number == number_in(number)) return AtGoal{std::move(*permit), std::move(found), std::move(end)};
    }
    return not_found();
}

Result<web::Prepared<SetGoalResult>> prepare_goal_result(access::Work& work, const web::Asked& asked)
{
    const auto at = at_goal(work, asked.part("case"), asked.part("goal"));
    if (!at) return at.error();
    web::Prepared<SetGoalResult> prepared;
    prepared.header = cases::case_header(at->permit, asked);
    prepared.back = cases::case_url(at->permit) / "avsluta";
    prepared.above << html::heading(3, std::to_string(at->goal.number) + ". " + at->goal.text) << html::paragraph(at->goal.reached_how);
    for (const auto& result : at->end.results) {
        if (result.goal != at->goal.number) continue;
        prepared.input.result = result.result;
        prepared.input.text = result.text;
        prepared.input.seq_seen = result.seq;
    }
    return prepared;
}

Result<web::Landing> set_goal_result(access::Work& work, const SetGoalResult& input)
{
    const auto at = at_goal(work, input.case_number, input.goal);
    if (!at) return at.error();
    const auto now = std::ranges::find(at->end.results, at->goal.number, &GoalResult::goal);
    if (auto conflict = said_meanwhile(work, now == at->end.results.end() ? nullptr : &*now, input.seq_seen)) return *conflict;
    cases::touch(at->permit);
    add_goal_result(at->permit, at->goal.id, input.result, input.text);
    return web::Landing{cases::case_url(at->permit) / "avsluta", "closure.result_set", json_of(at->permit, "goal", at->goal.number)};
}

// --- what goes on -------------------------------------------------------------------------------------------------------

struct AtCommitment {
    access::Permit<Operation::decide_closure> permit;
    plan::Commitment commitment;
    End end;
};

Result<AtCommitment> at_commitment(access::Work& work, const std::string& case_number, const std::string& number)
{
    auto permit = access::permit<Operation::decide_closure>(work, case_number);
    if (!permit) return permit.error();
    auto end = end_of(*permit);
    for (const auto& commitment : end.open_commitments) {
        auto found = commitment;
        if (commitment.number == number_in(number)) return AtCommitment{std::move(*permit), std::move(found), std::move(end)};
    }
    return not_found();
}

Result<web::Prepared<HandOverCommitment>> prepare_hand_over(access::Work& work, const web::Asked& asked)
{
    const auto at = at_commitment(work, asked.part("case"), asked.part("commitment"));
    if (!at) return at.error();
    const auto& wording = at->commitment.in_force();
    web::Prepared<HandOverCommitment> prepared;
    prepared.header = cases::case_header(at->permit, asked);
    prepared.back = cases::case_url(at->permit) / "avsluta";
    prepared.choices.with("agencies", organisation::agency_options(work));
    prepared.above << html::heading(3, std::to_string(at->commitment.number) + ". " + wording.measure)
                   << html::paragraph(wording.owner_words);
    prepared.input.agency = wording.agency_code;  // the one who promised usually goes on
    for (const auto& over : at->end.hand_overs) {
        if (over.commitment != at->commitment.number) continue;
        prepared.input.agency = over.agency_code;
        prepared.input.note = over.note;
        prepared.input.accepted_on = over.accepted_on;
        prepared.input.seq_seen = over.seq;
    }
    return prepared;
}

Result<web::Landing> hand_over(access::Work& work, const HandOverCommitment& input)
{
    const auto at = at_commitment(work, input.case_number, input.commitment);
    if (!at) return at.error();
    const auto agency = organisation::agency_of_code(work, input.agency);
    if (!agency) return invalid("agency", "form.not_a_choice");
    const auto now = std::ranges::find(at->end.hand_overs, at->commitment.number, &HandOver::commitment);
    if (auto conflict = said_meanwhile(work, now == at->end.hand_overs.end() ? nullptr : &*now, input.seq_seen)) return *conflict;
    const auto& wording = at->commitment.in_force();
    const GoesOn goes_on{wording.owner == plan::Owner::agency, *input.accepted_on <= work.today,
                         at->permit.facts().consent_state == access::ConsentState::valid, wording.agency == agency->id};
    if (auto no = work.unmet(may_hand_over(goes_on))) return *no;
    cases::touch(at->permit);
    add_hand_over(at->permit, at->commitment.id, agency->id, input.note, *input.accepted_on);
    cases::add_step_decision(at->permit, "hand_over",
                             {input.note, {{"agency", agency->name}, {"number", at->commitment.number}, {"day", *input.accepted_on}}});
    return web::Landing{cases::case_url(at->permit) / "avsluta", "closure.handed_over",
                        json_of(at->permit, "commitment", at->commitment.number)};
}

}  // namespace

web::Command<RaiseClosure> raise_command()
{
    return {Operation::raise_closure, "/arende/{case}/fraga-om-avslut", "/api/v1/cases/{case}/closure-question", "raise_closure",
            raise_fields, prepare_raise, raise};
}

web::Command<SetGoalResult> goal_result_command()
{
    return {Operation::decide_closure, "/arende/{case}/avsluta/mal/{goal}", "/api/v1/cases/{case}/goals/{goal}/result", "goal_result",
            goal_result_fields, prepare_goal_result, set_goal_result};
}

web::Command<HandOverCommitment> hand_over_command()
{
    return {Operation::decide_closure, "/arende/{case}/avsluta/atagande/{commitment}",
            "/api/v1/cases/{case}/commitments/{commitment}/hand-over", "hand_over", hand_over_fields, prepare_hand_over, hand_over};
}

}  // namespace lots::closure
