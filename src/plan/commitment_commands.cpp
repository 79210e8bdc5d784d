#include "base/text.h"
#include "cases/record.h"
#include "form/json_writer.h"
#include "group/commands.h"
#include "group/helpers.h"
#include "group/store.h"
#include "organisation/store.h"
#include "plan/commands.h"
#include "plan/forms.h"
#include "plan/pages.h"
#include "plan/plain_words.h"
#include "plan/promisers.h"
#include "plan/store.h"

#include <algorithm>

// Commitments in the draft: added, worded anew, taken out.
namespace lots::plan {

using access::Operation;

namespace {

/// The whole plan, which a member who drafts for the own agency reads too.
Result<access::Permit<Operation::read_plan>> whole_plan(const access::CasePermit& permit) { return access::permit<Operation::read_plan>(permit); }

std::optional<int> number_of(const std::string& text) { return text.empty() ? std::nullopt : group::number_in(text); }

/// The wording that somebody filled in, or the field that has to be corrected.
Result<Wording> wording_of(const access::CasePermit& permit, const WriteCommitment& input, const Wording* before)
{
    const auto all = promisers(permit);
    const auto owner = std::ranges::find(all, input.owner, &Promiser::code);
    if (owner == all.end()) return invalid("promised_by", "form.not_a_choice");
    const auto today = permit.work().today;
    const bool keeps_day = before != nullptr && before->last_day == *input.last_day;
    if (*input.last_day < today && !keeps_day) return invalid("done_by", "form.today_or_later");
    if (input.start_on && *input.start_on > *input.last_day) return invalid("start_on", "field.common.start_on.after_end");
    auto wording = owner->wording;
    wording.measure = input.measure;
    wording.documented_how = input.documented_how;
    wording.plain_words = input.plain_words;
    wording.start_on = input.start_on;
    wording.last_day = *input.last_day;
    wording.order_number = input.order_number.value_or(0);
    wording.after = number_of(input.after);
    wording.kind = input.kind.empty() ? "support" : input.kind;
    wording.activity = std::string(trimmed(input.activity));
    wording.from_assessment = input.from_assessment;
    if (const auto helper = number_of(input.helper)) {
        const auto found = group::helper_of(permit, *helper);
        // A private person never stands alone: somebody of an agency answers for it (edge 4.28).
        if (!found || wording.owner != Owner::agency) return invalid("together_with", "field.common.together_with.of_agency");
        wording.helper = found->id;
    }
    return wording;
}

web::Landing landing(const access::CasePermit& permit, int number, std::string done)
{
    form::JsonWriter json;
    json.object().pair("case", permit.facts().number).pair("commitment", number).end_object();
    return {cases::case_url(permit) / "plan", std::move(done), json.take()};
}

// --- add ----------------------------------------------------------------------------------------------------------------

Result<web::Prepared<WriteCommitment>> prepare_add(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::draft_plan>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto plan = whole_plan(*permit);
    if (!plan) return plan.error();
    auto prepared = prepared_for<WriteCommitment>(*permit, asked);
    prepared.choices = choices_for(*permit, *plan, 0);
    prepared.input.order_number = last_place(*plan) + 1;
    prepared.input.kind = "support";
    const auto& in_goals = prepared.choices.of("goals");
    if (in_goals.size() == 1) prepared.input.goal = in_goals.front().value;
    if (in_goals.empty()) prepared.above = html::warning_text(asked.words(), {.text = asked.say("plan.goal_first")});
    return prepared;
}

Result<web::Landing> add(access::Work& work, const WriteCommitment& input)
{
    const auto permit = access::permit<Operation::draft_plan>(work, input.case_number);
    if (!permit) return permit.error();
    const auto plan = whole_plan(*permit);
    if (!plan) return plan.error();
    const auto number = group::number_in(input.goal);
    const auto goal = number ? goal_of(*plan, *number) : std::nullopt;
    if (!goal || goal->dropped) return invalid("in_goal", "form.not_a_choice");
    const auto wording = wording_of(*permit, input, nullptr);
    if (!wording) return wording.error();
    cases::touch(*permit);
    return landing(*permit, add_commitment(*permit, goal->id, *wording), "plan.commitment_added");
}

// --- change -------------------------------------------------------------------------------------------------------------

/// The commitment at that address, when it is still in the draft.
std::optional<Commitment> drafted(const access::CasePermit& permit, const std::string& part)
{
    const auto number = group::number_in(part);
    auto found = number ? commitment_of(permit, *number) : std::nullopt;
    return found && !found->draft.dropped ? found : std::nullopt;
}

Error changed_meanwhile(access::Work& work, int seen, const Wording& now)
{
    return {Conflict{seen, now.seq, now.measure, organisation::person_name(work, now.made_by), now.made_at}};
}

Result<web::Prepared<WriteCommitment>> prepare_change(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::draft_plan>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto plan = whole_plan(*permit);
    if (!plan) return plan.error();
    const auto found = drafted(*permit, asked.part("number"));
    if (!found) return not_found();
    auto prepared = prepared_for<WriteCommitment>(*permit, asked);
    prepared.choices = choices_for(*permit, *plan, found->number);
    const auto& draft = found->draft;
    auto& input = prepared.input;
    input.goal = std::to_string(found->goal);
    input.owner = code_of(draft);
    input.measure = draft.measure;
    input.documented_how = draft.documented_how;
    input.plain_words = draft.plain_words;
    input.start_on = draft.start_on;
    input.last_day = draft.last_day;
    if (draft.order_number > 0) input.order_number = draft.order_number;
    if (draft.after) input.after = std::to_string(*draft.after);
    input.kind = draft.kind;
    input.activity = draft.activity;
    input.from_assessment = draft.from_assessment;
    if (draft.helper_number) input.helper = std::to_string(*draft.helper_number);
    // "Byt" of the plan's page: with the plainer word in its place, to be read and saved or not.
    if (const auto* word = asked.request.parameter("byt")) input.plain_words = with_plainer(input.plain_words, *word);
    input.seq_seen = draft.seq;
    prepared.above << same_activity(*permit, *found, asked);
    if (draft.accepted || found->decided) prepared.above << html::inset_text({.text = asked.say("plan.change_is_new")});
    return prepared;
}

Result<web::Landing> change(access::Work& work, const WriteCommitment& input)
{
    const auto permit = access::permit<Operation::draft_plan>(work, input.case_number);
    if (!permit) return permit.error();
    const auto found = drafted(*permit, input.number);
    if (!found) return not_found();
    if (input.seq_seen != found->draft.seq) return changed_meanwhile(work, input.seq_seen, found->draft);
    // A commitment belongs to the goal it was made for; another goal is another commitment.
    if (input.goal != std::to_string(found->goal)) return invalid("in_goal", "field.change_commitment.in_goal.stays");
    const auto wording = wording_of(*permit, input, &found->draft);
    if (!wording) return wording.error();
    if (wording->after == found->number) return invalid("after", "form.not_a_choice");
    cases::touch(*permit);
    add_wording(*permit, *found, *wording);
    return landing(*permit, found->number, "plan.commitment_changed");
}

// --- take out -----------------------------------------------------------------------------------------------------------

Result<web::Prepared<DropCommitment>> prepare_drop(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::draft_plan>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto found = drafted(*permit, asked.part("number"));
    if (!found) return not_found();
    auto prepared = prepared_for<DropCommitment>(*permit, asked);
    prepared.input.seq_seen = found->draft.seq;
    prepared.above = html::inset_text({.text = std::to_string(found->number) + ". " + found->draft.measure});
    return prepared;
}

Result<web::Landing> drop(access::Work& work, const DropCommitment& input)
{
    const auto permit = access::permit<Operation::draft_plan>(work, input.case_number);
    if (!permit) return permit.error();
    const auto found = drafted(*permit, input.number);
    if (!found) return not_found();
    if (input.seq_seen != found->draft.seq) return changed_meanwhile(work, input.seq_seen, found->draft);
    auto wording = found->draft;
    wording.dropped = wording.same_words = true;
    cases::touch(*permit);
    add_wording(*permit, *found, wording);
    auto done = landing(*permit, found->number, found->decided ? "plan.commitment_dropped_later" : "plan.commitment_dropped");
    done.undo = web::Undo{done.page / "atagande" / std::to_string(found->number) / "ta-tillbaka",
                          {{"seq_seen", std::to_string(found->draft.seq + 1)}}};
    return done;
}

}  // namespace

web::Command<WriteCommitment> add_commitment_command()
{
    return {Operation::draft_plan, "/arende/{case}/plan/nytt-atagande", "/api/v1/cases/{case}/commitments", "add_commitment",
            add_commitment_fields, prepare_add,                         add};
}

web::Command<WriteCommitment> change_commitment_command()
{
    return {Operation::draft_plan,    "/arende/{case}/plan/atagande/{number}/andra", "/api/v1/cases/{case}/commitments/{number}",
            "change_commitment",      change_commitment_fields,                      prepare_change,
            change};
}

web::Command<DropCommitment> drop_commitment_command()
{
    return {Operation::draft_plan, "/arende/{case}/plan/atagande/{number}/ta-bort", "/api/v1/cases/{case}/commitments/{number}/removal",
            "drop_commitment",     drop_commitment_fields,                          prepare_drop,
            drop};
}

}  // namespace lots::plan
