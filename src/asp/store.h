#pragma once

#include <optional>

#include "access/permit.h"
#include "asp/asp.h"
#include "asp/rules.h"

namespace lots::asp {

/// The newest checklist; none before the first. Needs the police's own compartment.
std::optional<Reminder> reminder(const access::CasePermit& permit);
/// None until it is confirmed.
std::optional<Removal> removal(const access::CasePermit& permit);
/// The last day of the twelve months; none while the group works.
std::optional<Date> monitoring_until(const access::CasePermit& permit);
/// Whether a later group of the same young person has a complete consent that names the police (settled 17).
bool came_back(const access::CasePermit& permit);

void add_reminder(const access::CasePermit& permit, const WriteReminder& written, std::optional<MembershipId> contact);
void add_removal(const access::CasePermit& permit, const ConfirmRemoval& confirmed);

/// The officers of the police in the group, by number, also after the end.
struct Officer {
    MembershipId membership;
    int number = 0;
    PersonId person;
    std::string name;
    Date from_day;
};
std::vector<Officer> officers(const access::CasePermit& permit);

std::vector<guideline::Duty> duties(const access::CasePermit& permit);

}  // namespace lots::asp
