#pragma once

#include <optional>
#include <string>

#include "access/permit.h"
#include "cases/step_decision.h"

namespace lots::cases {

/// Opens a case about somebody: proposal number, heads, its first transition (T1, or T19 for a new episode). Call it after the rules have
/// said yes. Returns the proposal's number, "F-31".
std::string open_case(access::Work& work, const YouthId& youth, const UnitId& owner_unit, const std::string& transition = "T1");

/// The next number of a kind in this municipality, from 1. Part of the unit of work: a refused command leaves no gap.
int next_number(access::Work& work, const std::string& counter);

/// Says that this command changes the case: compares and sets the version of case_head, so that two commands on one case are never
/// blind to each other. Every command on a case calls it once, before it writes.
void touch(const access::CasePermit& permit);
/// The same for what is written into a case from beside it, without a permit: the advice of a group, an answer to what was lifted.
void touch(access::Work& work, const access::CaseFacts& facts);

/// A change of state: who, when, by which transition of the life cycle, and the decision behind it: the one that was made, or the one that
/// the step itself is (S1-71, lifecycle 2).
void move(const access::CasePermit& permit, access::CaseState to, const std::string& transition, const RecordId& decision_note);
void move(const access::CasePermit& permit, access::CaseState to, const std::string& transition, const Grounds& grounds = {});
/// T14: writes down that the consent does not hold any more, when that is so and not yet written. Commands that may change the consent
/// call it first, so that a later consent never revives a case by itself (T15 is a decision of social services).
void settle_suspension(const access::CasePermit& permit);

/// The number that everybody uses from the offer on: "SIG-2026-014". It begins with what the municipality's program is called on that
/// day, and is given once.
std::string give_case_number(const access::CasePermit& permit);
/// Which unit of social services has the case from now on.
void give_to_unit(const access::CasePermit& permit, const UnitId& unit);
/// Frees the person for a new episode: after closure, refusal or no offer.
void end_open_case(const access::CasePermit& permit);

/// Gives a person a function in the case from today: "officer", "coordinator", "collector", "named_reader".
void assign(const access::CasePermit& permit, const PersonId& person, const UnitId& unit, const std::string& duty);
/// Ends that function of everybody who has it; access ends in the same second.
void end_assignments(const access::CasePermit& permit, const std::string& duty);

struct Holder {
    PersonId person;
    UnitId unit;
    std::string name;
    Date from_day;
};
/// Who has the function today: it was given to this person, and the person still works in that unit. Who has left holds nothing,
/// whether or not anybody has said so in the case.
std::optional<Holder> holder(const access::CasePermit& permit, const std::string& duty);
/// Who was given the function last and was not relieved of it, also when the person has left: whom somebody else comes after.
std::optional<Holder> entrusted(const access::CasePermit& permit, const std::string& duty);
/// The first day on which nobody held the function any more, because the one who was given it had left. None while somebody holds
/// it, and when nobody was ever given it.
std::optional<Date> vacant_since(const access::CasePermit& permit, const std::string& duty);

/// The manager of the unit that has the case: of several one without a conflict of interest in it.
std::optional<PersonId> manager(const access::CasePermit& permit);
/// Who answers for the case in social services today: its officer, or the manager of its unit when the officer has left. None for a
/// proposal that nobody has taken up: that is the whole intake's.
std::optional<PersonId> answers_for(const access::CasePermit& permit);
/// Who leads the work of the group today: its coordinator; when the coordinator has left who stands in for them, as long as that was
/// to last (S1-72); or who answers for the case.
std::optional<PersonId> leader(const access::CasePermit& permit);

}  // namespace lots::cases
