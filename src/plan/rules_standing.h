#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "guideline/duty.h"
#include "plan/rules.h"

namespace lots::plan {

/// A commitment of the plan in force, as what must always hold sees it.
struct StandingPromise {
    Owner owner = Owner::agency;
    std::string agency_kind;
    bool cancelled = false;
    std::optional<Date> since;            // the day of its newest status
};

/// An agency that a goal needs and that has nobody in the group.
struct NeededAgency {
    int goal = 0;
    AgencyId agency;
    Date since;                           // the day on which it was written
};

/// What the duties of a plan look at beside each commitment.
struct StandingFacts {
    bool decided = false;                 // there is a plan in force
    std::vector<StandingPromise> promises;
    std::vector<NeededAgency> needed;
    std::optional<Date> consent_complete_on;  // of the case; none: not yet
    std::optional<PersonId> coordinator, officer;
    int days = 7;                         // within which what fails is mended: as long as an acceptance has (ours)
    int first_commitment_days = 14;       // S4-42
};

/// What the plan owes as a whole: that it goes on to say what the young person and the police do, also when the last of it was dropped at a
/// meeting; that something concrete happens soon; that an agency that a goal needs is brought in.
/// returns  duties of social services or the coordinator, at most one for a requirement and goal
/// source   guideline 6 (S0-80), 4 (S0-28), 1.1 (S0-86), Stockholm 2012 p. 8 (S4-42)
std::vector<guideline::Duty> standing_duties(const StandingFacts& facts);

}  // namespace lots::plan
