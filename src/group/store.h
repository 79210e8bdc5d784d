#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/permit.h"
#include "group/group.h"
#include "group/rules.h"

namespace lots::group {

/// Who takes part today, by number. Readers who lead the case also get the reasons.
std::vector<Member> members(const access::CasePermit& permit);
/// The same with those who have left: owners of old commitments, names in old minutes.
std::vector<Member> members_ever(const access::CasePermit& permit);
/// The one who takes part today with this number.
std::optional<Member> member_of(const access::CasePermit& permit, int number);

/// Whether the reader leads the case, and so sees why each one takes part: social services and the coordinator.
bool leads(const access::CasePermit& permit);

/// Whether the person is the young person or a guardian of this case, by the account. Who was listed by mistake is not.
bool is_signatory(const access::CasePermit& permit, const PersonId& person);

/// What may_start_planning looks at.
Facts facts_of(const access::CasePermit& permit);
/// The agencies that social services judge concerned and that have no member today.
struct MissingAgency {
    std::string code, name;
};
std::vector<MissingAgency> agencies_without_member(const access::CasePermit& permit);

/// Keeps a membership from today; returns its number.
struct NewMember {
    PersonId person;
    UnitId unit;
    AgencyId agency;
    std::string_view function;
    bool knows_youth = false;
    std::string_view reason;
    std::string_view ground = {};         // of a qualified contact person
};
int add(const access::CasePermit& permit, const NewMember& member);
/// From this second the person has no access through it.
void end(const access::CasePermit& permit, const MembershipId& membership, std::string_view hand_over, std::optional<Date> youth_told_on);

/// Those who stand or stood in for the coordinator, by number.
std::vector<Deputy> deputies(const access::CasePermit& permit);
void add_deputy(const access::CasePermit& permit, const PersonId& person, const UnitId& unit, const AppointDeputy& deputy);
void end_deputy(const access::CasePermit& permit, const Deputy& deputy);
/// Ends those of today and of later days.
void end_deputies(const access::CasePermit& permit);
void add_youth_told(const access::CasePermit& permit, Date told_on);
/// The days on which somebody left, or came in the coordinator's place, of which the young person has not been told.
std::vector<Date> changes_not_told(const access::CasePermit& permit);

void add_planning_start(const access::CasePermit& permit, std::string_view missing_reason);

}  // namespace lots::group
