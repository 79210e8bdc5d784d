#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "consent/rules.h"
#include "guideline/decision.h"

namespace lots::group {

/// A member as the rules see it: for which agency, of what kind.
struct MemberFacts {
    AgencyId agency;
    std::string agency_kind;  // "police", "social_services" …
    UnitId unit = {};
};

/// An agency and the code that findings name it by.
struct NamedAgency {
    AgencyId id;
    std::string code;
};

/// What the rules need to know of an individual group.
struct Facts {
    int coordinators = 0;
    std::vector<MemberFacts> members;       // today
    std::vector<NamedAgency> agencies;      // those that are concerned or have a member
    consent::Facts consent;
    std::vector<UnitId> carrying_out = {};  // units of the board that has the case; none: the municipality has not chosen
};

/// Has the group exactly one coordinator?
/// source  "Vad är det?" 5 (S1-72)
guideline::Decision one_coordinator(int coordinators);

/// Is the coordinator from one of the units that the municipality takes its coordinators from? It is the municipality's own choice, so
/// somebody from elsewhere is explained and not stopped. Our reading: it is asked of the coordinator, and not of who stands in for days.
/// chosen   codes of units, a value of the profile; when it names none nothing is looked at
/// source   Stockholm 2012 p. 4 (S4-19)
guideline::Decision from_chosen_unit(const std::vector<std::string>& chosen, std::string_view unit);

/// Somebody whom social services want in the group.
struct Candidate {
    AgencyId agency;
    std::string reason;       // why this very person; of a police officer that he or she knows the young person, or why somebody else
    bool is_signatory = false;  // is the young person or a guardian of the case
};

/// May this person take part?
/// on      local day
/// rests   the case is suspended: nobody comes to it
/// source  guideline 3.2 (S0-13), 4.1.3 (S0-39), 4.3 (S0-54), "Vad är det?" 2.4 (S1-32); FL 16 §, edge case 4.14
guideline::Decision may_add_member(const consent::Facts& consent, const Candidate& candidate, Date on, bool rests = false);

/// Does the consent name each agency that is concerned, that day? From one that it does not name nobody can be added yet.
/// source  guideline 3.2 (S0-13, S0-15), settled 5
guideline::Decision consent_names_all(const Facts& facts, Date on);

/// May this person become the coordinator?
/// replaces  there is one who leaves with it: that may be done while the case rests, when nobody new is shown anything anyway
/// source  as may_add_member; S1-72, edge case 4.26
guideline::Decision may_coordinate(const consent::Facts& consent, const Candidate& candidate, Date on, bool rests, bool replaces);

/// May this person stand in for the coordinator for some days? Also while the case rests: a deputy sees then what the coordinator sees.
/// source  S1-72, edge case 4.26; docs/access_vocabulary.md (deputy)
guideline::Decision may_deputise(const consent::Facts& consent, const Candidate& candidate, Date on, bool rests, int coordinators);

/// May this member leave now? The coordinator is replaced first, so that the group is never without one.
/// source  S1-72; edge case 4.26
guideline::Decision may_end_membership(bool is_coordinator);

/// May the group begin with the plan (T9)?
/// returns  agencies by their code in `about`
/// source   S1-72; guideline 4.3 (S0-52), 3.2 (S0-13); guideline 4 (S0-24). "Representanter från berörda myndigheter ska delta, åtminstone
///          socialtjänst och polis": what may never be missing is the must of S0-52. The others we read as a should, as settled 11 and T9
///          do: one agency that has not named anybody does not stop what the others can begin with, but it is said why; Stockholm 2012 p. 6
///          and 7 (S4-31), likewise: it is the municipality's own choice which unit carries out
guideline::Decision may_start_planning(const Facts& facts, Date on);

}  // namespace lots::group
