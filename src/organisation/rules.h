#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "access/words.h"
#include "base/id.h"
#include "guideline/decision.h"

namespace lots::organisation {

/// A setting that nobody has, because it would loosen what holds in the whole country.
struct Weakening {
    std::string_view setting;      // as somebody might write it in a profile
    std::string_view requirement;  // "S0-14"
    std::string_view section;      // "Riktlinjerna 3.2"
    std::string_view why;
};
/// All of them, by name.
std::span<const Weakening> national();
/// The requirement that a setting of that name would weaken, or none.
/// source  guideline 3 (S0-07): the prerequisites of chapter 3 apply nationally and may not be adapted locally
std::optional<Weakening> weakens(std::string_view setting);

/// May a municipality decide this for itself?
/// source  guideline 3 (S0-07)
guideline::Decision may_be_local(std::string_view setting);

/// Does an administrator of that kind of agency set what the municipality decides for itself? Not one of an authority of the state or the
/// region, nor of an association: their accounts are theirs, the method profile is the municipality's.
/// source  "Vad är det?" 1 (S1-01): the municipality decides for itself within the guideline
bool sets_profile(std::string_view agency_kind);

/// May this administrator change who acts in which role? Never their own assignments: another one does that, so that nobody opens a case to
/// themselves. Our own reading of access by assignment.
bool may_change_assignments(const PersonId& administrator, const PersonId& person);
/// Which roles an administrator may give. Those of the family come with a case and are given there; who looks after the whole installation
/// is named only by one of their own.
bool may_give(access::Role administrator, access::Role given);

/// Is there such a role in that kind of agency? A police officer is in the police, a social worker in social services.
bool belongs(access::Role role, std::string_view agency_kind);

/// A place in a group as the rules see it.
struct SeatFacts {
    std::string agency, agency_kind;       // code and kind: "polisen", "police"
    bool may_decide = false;               // mandate to decide on resources at the table
    bool answers_for_strategy = false;     // overall responsibility for strategy and resources
};

/// Is the steering group complete?
/// agencies  codes of those that take part in the cooperation
/// returns   one finding per agency, by its code in `about`, and the police manager. Asked once there is a steering group; that there is
///           one is only "lämpligt"
/// source    guideline 2.2 (S0-06), 4.1.1 (S0-34)
guideline::Decision steering_group_complete(const std::vector<SeatFacts>& seats, const std::vector<std::string>& agencies);

/// Is there a police officer with mandate among these of a working group?
/// source  guideline 4.1.2 (S0-38)
guideline::Decision police_mandate(const std::vector<SeatFacts>& seats);

/// Is it looked at which unit of that kind of agency does this part? Who decides, always. Who proposes, only for what social services
/// propose themselves: all others are free to propose, so a choice of units never stops a police officer or a teacher.
/// source   "Vad är det?" 3.2 (S1-43); Stockholm 2012 p. 7 (S4-34)
bool unit_matters(std::string_view part, std::string_view agency_kind);

/// Does one of the units do it that the municipality has chosen for it: propose, or decide?
/// chosen   those of the agency; where there are none nothing is looked at, and any of its units may. Asked where unit_matters()
/// source   Stockholm 2012 p. 7 (S4-34)
guideline::Decision by_chosen_unit(const std::vector<UnitId>& chosen, const UnitId& unit);

}  // namespace lots::organisation
