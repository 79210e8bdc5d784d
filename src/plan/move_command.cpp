#include <algorithm>
#include <utility>

#include "cases/record.h"
#include "form/json_writer.h"
#include "group/commands.h"
#include "plan/commands.h"
#include "plan/forms.h"
#include "plan/rules_order.h"
#include "plan/store.h"

// Upp and Ner: the order of the plan (S1-53), one step at a time.
namespace lots::plan {

using access::Operation;

namespace {

/// All that stand in the draft, in its order.
std::vector<Commitment> drafted(const access::CasePermit& permit)
{
    auto all = commitments(permit);
    std::erase_if(all, [](const Commitment& one) { return one.draft.dropped; });
    return all;
}

const Commitment* commitment_in(const std::vector<Commitment>& all, const std::string& part)
{
    const auto number = group::number_in(part);
    const auto found = std::ranges::find_if(all, [&](const Commitment& one) { return one.number == number; });
    return found == all.end() ? nullptr : &*found;
}

Result<web::Prepared<MoveCommitment>> prepare_move(access::Work& work, const web::Asked& asked)
{
    const auto permit = permit_to_lead(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto all = drafted(*permit);
    const auto* found = commitment_in(all, asked.part("number"));
    if (found == nullptr) return not_found();
    auto prepared = prepared_for<MoveCommitment>(*permit, asked);
    prepared.above = html::inset_text({.text = std::to_string(found->number) + ". " + found->draft.measure});
    return prepared;
}

Result<web::Landing> move_one(access::Work& work, const MoveCommitment& input)
{
    const auto permit = permit_to_lead(work, input.case_number);
    if (!permit) return permit.error();
    const auto all = drafted(*permit);
    const auto* found = commitment_in(all, input.number);
    if (found == nullptr) return not_found();
    std::vector<Placed> places;
    for (const auto& one : all) places.push_back({one.number, one.draft.order_number});
    const auto changed = moved(std::move(places), found->number, direction_of(input.direction));
    if (changed.empty()) return invalid("direction", "field.move_commitment.direction.no_further");
    cases::touch(*permit);
    for (const auto& place : changed) {
        const auto one = std::ranges::find(all, place.number, &Commitment::number);
        auto wording = one->draft;
        wording.order_number = place.place;
        wording.same_words = true;
        add_wording(*permit, *one, wording);
    }
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).pair("commitment", found->number).end_object();
    web::Landing done{cases::case_url(*permit) / "plan", "plan.commitment_moved", json.take()};
    done.undo = web::Undo{done.page / "atagande" / std::to_string(found->number) / "flytta",
                          {{"direction", std::string(opposite(input.direction))}}};
    return done;
}

}  // namespace

web::Command<MoveCommitment> move_commitment_command()
{
    return {Operation::draft_plan,
            "/arende/{case}/plan/atagande/{number}/flytta",
            "/api/v1/cases/{case}/commitments/{number}/move",
            "move_commitment",
            move_commitment_fields,
            prepare_move,
            move_one};
}

}  // namespace lots::plan
