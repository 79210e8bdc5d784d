#include <algorithm>
#include <set>

#include "base/text.h"
#include "cases/lists.h"
#include "group/store.h"
#include "organisation/profile.h"
#include "plan/load.h"
#include "plan/store.h"

// What the rules look at, out of what is kept.
namespace lots::plan {

using access::CaseState;
using consent::SignatoryRole;

namespace {

/// Reads word for word like one of the two proposals for the police, in either language (S3-08, S0-40).
bool is_as_proposed(const std::string& measure)
{
    for (const auto language : {Language::sv, Language::en})
        if (measure == say(language, "plan.police.meetings") || measure == say(language, "plan.police.attention")) return true;
    return false;
}

/// Every guardian who must sign took part, or it is said why one did not (edge 4.21).
bool guardians_took_part(const access::CasePermit& permit, const Words& said)
{
    if (!said.guardian_missing_reason.empty()) return true;
    if (said.took_part.empty()) return !said.guardian.empty();  // written down before there was a box for each
    return std::ranges::all_of(permit.facts().consent.signatories, [&](const consent::Signatory& one) {
        return one.role == SignatoryRole::youth || !consent::must_sign(one, permit.facts().born, permit.work().today) ||
               std::ranges::find(said.took_part, one.number) != said.took_part.end();
    });
}

std::vector<std::string> areas_left(const access::CasePermit& permit, const std::vector<Goal>& goals)
{
    std::set<std::string_view> looked_at;
    for (const auto& goal : goals) looked_at.insert(link_of(goal.area));
    const auto notes = area_notes(permit);
    for (const auto& note : notes)
        if (!note.reason.empty()) looked_at.insert(note.area);
    std::vector<std::string> left;
    for (const auto link : life_links)
        if (!looked_at.contains(link)) left.emplace_back(link);
    return left;
}

/// The day on which the group began to form: the consent was complete for the first time.
std::optional<Date> consent_complete_on(const access::CasePermit& permit)
{
    std::optional<Date> first;
    for (const auto& step : cases::steps(permit))  // newest first
        if (step.to == CaseState::forming) first = local_day(step.at);
    return first;
}

}  // namespace

PlanFacts facts_of(const access::CasePermit& permit)
{
    PlanFacts facts;
    const auto today = permit.work().today;
    std::set<AgencyId> present;
    for (const auto& member : group::members(permit)) present.insert(member.agency);
    const auto in_plan = goals(permit);
    // A goal from before there was a named person has its agency.
    for (const auto& goal : in_plan)
        facts.goals.push_back({goal.number, goal.membership ? goal.person_takes_part : present.contains(goal.agency)});
    for (const auto& one : commitments(permit)) {
        const auto& draft = one.draft;
        if (draft.dropped) continue;
        const auto& plain = draft.plain_words.empty() ? draft.measure : draft.plain_words;
        facts.commitments.push_back({one.number, one.goal, draft.owner, draft.agency_kind, draft.owner_takes_part, !draft.measure.empty(),
                                     !draft.documented_how.empty(), !draft.plain_words.empty(), draft.order_number, draft.after,
                                     draft.last_day, !one.changed(), draft.accepted, one.status == Status::cancelled,
                                     is_as_proposed(draft.measure), static_cast<int>(count_characters(plain))});
    }
    facts.minor = age_on(permit.facts().born, today) < 18;
    if (const auto said = words(permit)) {
        facts.youth_took_part = !said->youth.empty();
        facts.guardians_took_part = guardians_took_part(permit, *said);
    }
    facts.areas_left = areas_left(permit, in_plan);
    if (!versions(permit).empty()) facts.changed = has_changes(permit);
    // Late is better than never: when the days since the consent have passed, they are counted from today.
    else if (const auto complete = consent_complete_on(permit))
        facts.something_by = add_days(std::max(*complete, today), organisation::profile_of(permit.work()).first_commitment_days);
    return facts;
}

StandingFacts standing_facts_of(const access::CasePermit& permit)
{
    StandingFacts facts;
    for (const auto& one : load_commitments(permit, Texts::left_sealed)) {
        if (!one.decided) continue;
        facts.decided = true;
        StandingPromise promise{one.decided->owner, one.decided->agency_kind, one.status == Status::cancelled, {}};
        if (one.status_at) promise.since = local_day(*one.status_at);
        facts.promises.push_back(std::move(promise));
    }
    facts.needed = needed_agencies(permit);
    facts.consent_complete_on = consent_complete_on(permit);
    const auto profile = organisation::profile_of(permit.work());
    facts.days = profile.acceptance_days;
    facts.first_commitment_days = profile.first_commitment_days;
    return facts;
}

}  // namespace lots::plan
