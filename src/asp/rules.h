#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "access/words.h"
#include "base/id.h"
#include "base/time.h"
#include "guideline/dated.h"
#include "guideline/decision.h"
#include "guideline/duty.h"

namespace lots::asp {

/// The block codes of the register (S0-66): 1 updates are only watched, 2 weighty unregistered information, 3 no
/// intervention without asking first, 4 a person under special observation.
inline constexpr std::array<std::string_view, 4> block_codes{"1", "2", "3", "4"};

/// The code of a note about a group: "Spärrkod 4 ska användas". The others are the register's, and not for this.
/// source  guideline 4.4 (S0-65)
inline constexpr std::array block_code_of_note{guideline::Dated<int>{2009y / 6 / 30, {}, 4, "S0-65"}};

/// Which of the register's codes a note about a group may have: what a page offers.
std::vector<std::string_view> block_codes_of_notes();

/// How many days the officer of the group has to say whether the register's conditions are met. Our own value: "vid start"
/// (S0-62).
inline constexpr int assess_days = 7;
/// How many days there are to put another officer's name in the note. Our own value (S0-64).
inline constexpr int change_contact_days = 7;

/// What is written.
struct Said {
    bool answered = false, conditions_met = false;  // S0-61
    Date assessed_on, on;
    std::optional<Date> noted_on;
    bool names_contact = false;  // an officer of the group, and how to reach them
    std::optional<int> block_code;
};
/// May this be kept? Membership of a group is never the ground: a note needs the register's own conditions.
/// source  guideline 4.4 (S0-61, S0-62, S0-64, S0-65)
guideline::Decision may_note(const Said& said);

/// May it be confirmed that the marking is gone? A year after the end it goes; before that somebody says why.
/// source  guideline 4.4 (S0-67, S0-68)
guideline::Decision may_confirm(bool closed, Date removed_on, Date on, Date monitoring_last_day, bool says_why);

struct DutyFacts {
    access::CaseState state = access::CaseState::forming;  // effective
    std::optional<PersonId> officer;                       // of the police in the group
    Date officer_since;
    bool assessed = false, noted = false, removed = false;
    std::optional<Date> contact_left_on;  // the officer whom the note names is not in the group any more
    std::optional<Date> monitoring_last_day;
    bool readmitted_with_police = false;  // a new group, whose complete consent names the police
    std::optional<PersonId> manager = {}; // of that police, when none of its officers is in the group and works there
};
/// Assess at the start (S0-62), change the name in the note (S0-64), remove it after twelve months (S0-68) unless the person
/// has come back. source  guideline 4.4, settled 17, lifecycle T18
std::vector<guideline::Duty> duties(const DutyFacts& facts);

}  // namespace lots::asp
