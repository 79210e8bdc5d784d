#include "selection/duties.h"

#include <algorithm>

#include "cases/record.h"
#include "selection/store.h"

namespace lots::selection {

using access::CaseState;

namespace {

Outcome outcome_of(std::string_view code)
{
    if (code == "no_offer") return Outcome::no_offer;
    return code == "waitlist" ? Outcome::waitlist : Outcome::offer;
}

Mode mode_of(std::string_view code)
{
    if (code == "assessed_intervention") return Mode::assessed_intervention;
    return code == "open_intervention" ? Mode::open_intervention : Mode::cooperation_form;
}

}  // namespace

std::vector<guideline::Duty> duties(const access::CasePermit& permit)
{
    auto& work = permit.work();
    const auto newest = work.db.one(
        "SELECT d.id, d.outcome, d.mode, d.intervention_last_day, n.decided_on FROM offer_decision d JOIN decision_note n "
        "ON n.municipality = d.municipality AND n.id = d.decision_note WHERE d.municipality = $1 AND d.case_id = $2 "
        "ORDER BY n.made_at DESC, d.id LIMIT 1",
        [](const storage::Row& row) {
            Decided found;
            found.outcome = outcome_of(row.text(1));
            found.mode = mode_of(row.text(2));
            found.intervention_last_day = row.get<std::optional<Date>>(3);
            found.decided_on = row.get<Date>(4);
            return std::pair{row.get<RecordId>(0), found};
        },
        work.municipality, permit.case_id());
    if (!newest) return {};
    auto decided = newest->second;
    for (const auto& told : told_of(permit, newest->first)) {
        decided.youth_told = decided.youth_told || std::ranges::count(told.told_whom, "youth") > 0;
        decided.guardians_told = decided.guardians_told || std::ranges::count(told.told_whom, "guardians") > 0;
    }
    const auto state = permit.facts().recorded_state;
    decided.under_18 = age_on(permit.facts().born, work.today) < 18;
    decided.ended = state == CaseState::closed || state == CaseState::consent_refused;
    if (const auto place = queue_place(permit)) decided.queue_review_on = place->review_on;
    decided.officer = cases::answers_for(permit);
    return duties(decided);
}

}  // namespace lots::selection
