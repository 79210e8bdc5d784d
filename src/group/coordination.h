#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/permit.h"
#include "cases/record.h"
#include "form/fields.h"
#include "group/group.h"

// How much each coordinator holds together, what of it is late, and why a coordinator comes from elsewhere.
namespace lots::group {

/// One coordinator, and how many groups he or she holds today: those that go on, also while they rest. Numbers, and nothing of the cases.
struct Load {
    PersonId person;
    UnitId unit;
    int groups = 0;
    int of_own_unit = 0;                  // of them, those that the reader's unit has
};
/// Everybody in the municipality who holds at least one.
std::vector<Load> loads(access::Work& work);
/// Staff who can be coordinator or stand in for one; each label says how many groups the person holds today (S1-72).
form::Options coordinator_options(access::Work& work, Language language);

/// A commitment of a plan in force that an agency has not done in time.
struct LateLine {
    CaseId case_id;
    int commitment = 0;                   // number
    std::optional<AgencyId> agency;
    Date last_day;
};
/// Those of the cases that the reader holds together or has, and for a unit's manager of the unit's; the latest first (S4-19). Each case
/// is then asked for by itself: being here is no access. The young person's and guardians' own are never among them (settled 30).
std::vector<LateLine> late_lines(access::Work& work);

/// Why somebody of another unit than the chosen ones was appointed, as coordinator or to stand in.
void add_other_unit_reason(const access::CasePermit& permit, const PersonId& person, const UnitId& unit, std::string_view reason);
/// Empty when nothing was said with this appointment.
std::string other_unit_reason(const access::CasePermit& permit, const cases::Holder& coordinator);
std::string other_unit_reason(const access::CasePermit& permit, const Deputy& deputy);

}  // namespace lots::group
