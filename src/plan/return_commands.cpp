#include "cases/record.h"
#include "form/json_writer.h"
#include "group/commands.h"
#include "group/store.h"
#include "organisation/store.h"
#include "plan/commands.h"
#include "plan/forms.h"
#include "plan/store.h"

// What was taken out of the draft comes back as it was.
namespace lots::plan {

using access::Operation;

namespace {

web::Landing landing(const access::CasePermit& permit, std::string_view what, int number, std::string done)
{
    form::JsonWriter json;
    json.object().pair("case", permit.facts().number).pair(what, number).end_object();
    return {cases::case_url(permit) / "plan", std::move(done), json.take()};
}

std::optional<Commitment> commitment_out(const access::CasePermit& permit, const std::string& part)
{
    const auto number = group::number_in(part);
    return number ? taken_out(permit, *number) : std::nullopt;
}

Result<web::Prepared<ReturnCommitment>> prepare_commitment(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::draft_plan>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto found = commitment_out(*permit, asked.part("number"));
    if (!found) return not_found();
    auto prepared = prepared_for<ReturnCommitment>(*permit, asked);
    prepared.input.seq_seen = found->draft.seq;
    prepared.above = html::inset_text({.text = std::to_string(found->number) + ". " + found->draft.measure});
    return prepared;
}

Result<web::Landing> return_commitment(access::Work& work, const ReturnCommitment& input)
{
    const auto permit = access::permit<Operation::draft_plan>(work, input.case_number);
    if (!permit) return permit.error();
    const auto found = commitment_out(*permit, input.number);
    if (!found) return not_found();
    const auto& now = found->draft;
    if (input.seq_seen != now.seq)
        return Error{
            Conflict{input.seq_seen, now.seq, now.measure, organisation::person_name(work, now.made_by), now.made_at}};
    auto wording = now;
    wording.dropped = false;
    wording.same_words = true;
    cases::touch(*permit);
    add_wording(*permit, *found, wording);
    return landing(*permit, "commitment", found->number, "plan.commitment_returned");
}

std::optional<Goal> goal_out(const access::CasePermit& permit, const std::string& part)
{
    const auto number = group::number_in(part);
    auto found = number ? goal_of(permit, *number) : std::nullopt;
    return found && found->dropped ? found : std::nullopt;
}

Result<web::Prepared<ReturnGoal>> prepare_goal(access::Work& work, const web::Asked& asked)
{
    const auto permit = permit_to_lead(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto found = goal_out(*permit, asked.part("number"));
    if (!found) return not_found();
    auto prepared = prepared_for<ReturnGoal>(*permit, asked);
    prepared.input.seq_seen = found->seq;
    prepared.above = html::inset_text({.text = found->text});
    return prepared;
}

Result<web::Landing> return_goal(access::Work& work, const ReturnGoal& input)
{
    const auto permit = permit_to_lead(work, input.case_number);
    if (!permit) return permit.error();
    const auto found = goal_out(*permit, input.number);
    if (!found) return not_found();
    if (input.seq_seen != found->seq)
        return Error{Conflict{input.seq_seen, found->seq, found->text, organisation::person_name(work, found->made_by),
                              found->made_at}};
    GoalWording wording{found->area, found->text, found->reached_how, found->agency};
    for (const auto& member : group::members_ever(*permit))
        if (member.number == found->membership) wording.member = member.id;
    wording.needs_agency = found->needs_agency;
    wording.attendance_percent = found->attendance_percent;
    wording.attendance_source = found->attendance_source;
    wording.from_assessment = found->from_assessment;
    wording.assessment_conclusion = found->assessment_conclusion;
    cases::touch(*permit);
    add_wording(*permit, *found, wording);
    return landing(*permit, "goal", found->number, "plan.goal_returned");
}

}  // namespace

web::Command<ReturnCommitment> return_commitment_command()
{
    return {Operation::draft_plan,
            "/arende/{case}/plan/atagande/{number}/ta-tillbaka",
            "/api/v1/cases/{case}/commitments/{number}/return",
            "return_commitment",
            return_commitment_fields,
            prepare_commitment,
            return_commitment};
}

web::Command<ReturnGoal> return_goal_command()
{
    return {Operation::draft_plan,
            "/arende/{case}/plan/mal/{number}/ta-tillbaka",
            "/api/v1/cases/{case}/goals/{number}/return",
            "return_goal",
            return_goal_fields,
            prepare_goal,
            return_goal};
}

}  // namespace lots::plan
