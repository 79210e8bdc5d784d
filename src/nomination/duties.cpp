#include "nomination/duties.h"

#include "cases/record.h"
#include "nomination/rules.h"
#include "nomination/store.h"
#include "organisation/profile.h"
#include "storage/session.h"

namespace lots::nomination {

using access::CaseState;

namespace {

/// The group plans or works, or the case has ended: coming home is part of the plan, or nobody's here any more.
bool is_planning(CaseState state)
{
    switch (state) {
    case CaseState::planning:
    case CaseState::active:
    case CaseState::closure_review:
    case CaseState::closed:
    case CaseState::decided_no_offer:
    case CaseState::consent_refused: return true;
    default: return false;
    }
}

}  // namespace

std::vector<guideline::Duty> duties(const access::CasePermit& permit)
{
    auto& work = permit.work();
    auto proposal = work.db.one(
        "SELECT n.legal_ground, n.noticed_on, n.received_at, n.discharge_date, a.kind FROM nomination n "
        "JOIN agency a ON a.municipality = n.municipality AND a.id = n.agency WHERE n.municipality = $1 AND n.case_id = $2",
        [](const storage::Row& row) {
            Waiting found;
            found.ground = ground_of(row.text(0));
            found.noticed_on = row.get<Date>(1);
            found.received_on = local_day(row.get<Instant>(2));
            found.home_on = row.get<std::optional<Date>>(3);
            found.from_outside = row.text(4) != "social_services";
            return found;
        },
        work.municipality, permit.case_id());
    if (!proposal) return {};
    const auto state = permit.facts().recorded_state;
    const bool undecided = state == CaseState::proposed || state == CaseState::under_review || state == CaseState::prepared_deidentified;
    proposal->born = permit.facts().born;
    proposal->taken_up = state != CaseState::proposed;
    proposal->decided = !undecided;
    proposal->decided_on = decided_on(permit);
    proposal->notifier_told = feedback_of(permit).has_value();
    proposal->planning = is_planning(state);
    proposal->home_weeks = organisation::profile_of(work).discharge_planning_weeks;
    if (const auto back = taken_back_of(permit)) proposal->taken_back_on = back->taken_back_on;
    proposal->may_be_ended = undecided || state == CaseState::waitlisted;
    proposal->officer = cases::answers_for(permit);
    return duties(*proposal);
}

}  // namespace lots::nomination
