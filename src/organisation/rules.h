#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

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
/// The requirement that a setting of that name would weaken, or none.
/// source  guideline 3 (S0-07): the prerequisites of chapter 3 apply nationally and may not be adapted locally
std::optional<Weakening> weakens(std::string_view setting);

/// May a municipality decide this for itself?
/// source  guideline 3 (S0-07)
guideline::Decision may_be_local(std::string_view setting);

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
