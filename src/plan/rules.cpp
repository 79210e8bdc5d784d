#include "plan/rules.h"

#include <algorithm>
#include <set>

#include "guideline/requirements.h"

namespace lots::plan {

using guideline::Actor;
using guideline::Decision;
using guideline::Duty;
using guideline::Requirement;

namespace {

/// One line when all commitments meet it; else a line for each that does not, so that a long plan still gives a short list.
template <class Meets>
void look_at_each(Decision& decision, const Requirement& requirement, Actor who_can, const PlanFacts& plan, Meets meets)
{
    bool all = !plan.commitments.empty();
    for (const auto& commitment : plan.commitments) {
        if (meets(commitment)) continue;
        decision.look(requirement, false, who_can, {}, std::to_string(commitment.number));
        all = false;
    }
    if (all || plan.commitments.empty()) decision.look(requirement, all, who_can);
}

void look_at_goals(Decision& decision, const PlanFacts& plan)
{
    bool all = !plan.goals.empty();
    for (const auto& goal : plan.goals) {
        const bool has_commitment = std::ranges::find(plan.commitments, goal.number, &CommitmentFacts::goal) != plan.commitments.end();
        if (has_commitment && goal.actor_takes_part) continue;
        decision.look(guideline::goal_with_actor, false, Actor::coordinator, {}, "goal-" + std::to_string(goal.number));
        all = false;
    }
    if (all || plan.goals.empty()) decision.look(guideline::goal_with_actor, all, Actor::coordinator);
}

}  // namespace

bool in_order(const PlanFacts& plan, const CommitmentFacts& commitment)
{
    if (commitment.order_number < 1) return false;
    const auto shares_place = [&](const CommitmentFacts& other) {
        return other.number != commitment.number && other.order_number == commitment.order_number;
    };
    if (std::ranges::any_of(plan.commitments, shares_place)) return false;
    if (!commitment.after) return true;
    const auto first = std::ranges::find(plan.commitments, *commitment.after, &CommitmentFacts::number);
    return first != plan.commitments.end() && first->order_number < commitment.order_number;
}

bool is_open(Status status) { return status != Status::done && status != Status::cancelled; }

bool late(const Promise& promise, Date on)
{
    return promise.owner == Owner::agency && promise.decided && is_open(promise.status) && promise.last_day < on;
}

std::vector<Duty> duties_of(const std::vector<Promise>& promises, int acceptance_days)
{
    std::vector<Duty> duties;
    for (const auto& promise : promises) {
        // settled 30: the young person's and guardians' own never climb, so they are nobody's duty either.
        if (promise.owner != Owner::agency || !is_open(promise.status)) continue;
        const auto path = "atagande/" + std::to_string(promise.number);
        const auto pass_on = [&](const guideline::Requirement* requirement, Date last_day) {
            duties.push_back({requirement, Actor::coordinator, promise.leader, {}, "duty.pass_on_commitment", last_day, promise.number,
                              "plan/" + path + "/andra"});
        };
        if (const auto accept_by = add_days(promise.worded_on, acceptance_days); !promise.accepted && !promise.dropped) {
            const bool asked_once = promise.decided && promise.person_left && promise.asked == promise.person;  // below, by its own day
            if (promise.asked_left && !asked_once) pass_on(&guideline::commitments_accepted, accept_by);
            if (!promise.asked_left)
                duties.push_back({&guideline::commitments_accepted, Actor::agency, promise.asked, promise.asked_agency,
                                  "duty.accept_commitment", accept_by, promise.number, path});
        }
        if (promise.decided && promise.person_left) pass_on(&guideline::commitment_in_time, promise.last_day);
        else if (promise.decided)
            duties.push_back({&guideline::commitment_in_time, Actor::agency, promise.person, promise.agency, "duty.do_commitment",
                              promise.last_day, promise.number, path});
    }
    return duties;
}

int plain_lines(const PlanFacts& plan)
{
    constexpr int characters_in_a_line = 75;
    int lines = 0;
    for (const auto& commitment : plan.commitments) lines += 1 + commitment.plain_characters / characters_in_a_line;
    return lines;
}

Decision may_decide(const PlanFacts& plan, Date on)
{
    Decision decision;
    if (plan.changed) decision.look(guideline::plan_changed, *plan.changed, Actor::coordinator);
    look_at_goals(decision, plan);
    look_at_each(decision, guideline::measure_who_when, Actor::coordinator, plan, [&](const CommitmentFacts& commitment) {
        return commitment.has_measure && commitment.owner_takes_part && (commitment.in_force || commitment.last_day >= on);
    });
    look_at_each(decision, guideline::documented_how, Actor::coordinator, plan,
                 [](const CommitmentFacts& commitment) { return commitment.has_documented_how; });
    look_at_each(decision, guideline::plain_words, Actor::coordinator, plan,
                 [](const CommitmentFacts& commitment) { return commitment.has_plain_words; });
    // Looked at only when it stops the step, as are the proposals that stand untouched: most plans have neither.
    if (plain_lines(plan) > plain_lines_max) decision.look(guideline::plain_words, false, Actor::coordinator, {}, "pages");
    for (const auto& commitment : plan.commitments)
        if (commitment.as_proposed)
            decision.look(guideline::own_words_for_one, false, Actor::coordinator, {}, std::to_string(commitment.number));
    look_at_each(decision, guideline::order_set, Actor::coordinator, plan,
                 [&](const CommitmentFacts& commitment) { return in_order(plan, commitment); });

    const auto any = [&](auto is) {
        return std::ranges::any_of(plan.commitments, [&](const CommitmentFacts& one) { return !one.cancelled && is(one); });
    };
    decision.look(guideline::youth_commits, any([](const CommitmentFacts& c) { return c.owner == Owner::youth; }), Actor::youth);
    // Our reading: the police are in every group (S0-52), so every plan says what they do.
    decision.look(guideline::police_task_in_plan, any([](const CommitmentFacts& c) { return c.agency_kind == "police"; }), Actor::police);
    decision.look(guideline::youth_took_part, plan.youth_took_part, Actor::coordinator);
    // "Den unge och föräldrarna ska delta." Edge 4.21: a guardian may be the danger, so a reason that is written down does instead.
    if (plan.minor) decision.look(guideline::guardians_took_part, plan.guardians_took_part, Actor::coordinator);
    for (const auto& area : plan.areas_left) decision.look(guideline::areas_looked_at, false, Actor::coordinator, {}, "area-" + area);
    if (plan.something_by) {
        const auto is_soon = [&](const CommitmentFacts& one) { return one.last_day <= *plan.something_by; };
        decision.look(guideline::something_soon, any(is_soon), Actor::coordinator);
    }

    for (const auto& commitment : plan.commitments) {
        if (commitment.accepted) continue;
        const auto who = commitment.owner == Owner::youth ? Actor::youth
                         : commitment.owner == Owner::guardian ? Actor::guardian
                                                               : Actor::agency;
        decision.look(guideline::commitments_accepted, false, who, {}, std::to_string(commitment.number));
    }
    if (!plan.commitments.empty() && std::ranges::all_of(plan.commitments, &CommitmentFacts::accepted))
        decision.look(guideline::commitments_accepted, true, Actor::agency);
    return decision;
}

}  // namespace lots::plan
