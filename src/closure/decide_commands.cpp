#include "cases/decision_note.h"
#include "cases/page.h"
#include "cases/record.h"
#include "closure/commands.h"
#include "closure/end.h"
#include "closure/forms.h"
#include "closure/gate_actions.h"
#include "closure/papers.h"
#include "form/json_writer.h"
#include "meeting/store.h"
#include "organisation/profile.h"

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
    html::Html ways;
    ways << html::paragraph(html::link(url / "avsluta" / "enkat", asked.say("command.survey.title")));
    ways << html::paragraph(asked.say("closure.death")) << html::paragraph(html::link(url / "avsluta" / "avliden", asked.say("closure.death.link")));
    if (continue_decision(permit).allowed())
        ways << html::paragraph(asked.say("closure.goes_on")) << html::paragraph(html::link(url / "fortsatt", asked.say("closure.goes_on.link")));
    return ways;
}

Result<web::Prepared<CloseCase>> prepare_close(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::decide_closure>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto end = end_of(*permit);
    web::Prepared<CloseCase> prepared;
    prepared.gate = ready_to_close(end.facts(work));
    prepared.about = about_end(asked.language());
    prepared.actions = actions_of_end(*permit, asked.language());
    prepared.header = cases::case_header(*permit, asked);
    prepared.back = cases::case_url(*permit);
    prepared.above << criteria_part(*permit, asked) << end_part(*permit, end, asked) << other_ways(*permit, asked);
    if (is_adult(*permit)) prepared.choices.with("adult", marked());
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
