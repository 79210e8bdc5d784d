#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/work.h"
#include "organisation/commands.h"
#include "organisation/rules.h"

namespace lots::organisation {

// The groups that stand beside the cases: working, steering and development group, and who sits in them. No case content.

inline constexpr std::string_view group_kinds[] = {"working_group", "steering_group", "development_group"};
inline constexpr std::string_view group_tiers[] = {"municipality", "district"};
/// What somebody is at home, as far as it matters in a group (S1-31, S0-06).
inline constexpr std::string_view positions[] = {"unit_head",      "first_social_worker", "social_director", "police_manager",
                                                 "police_officer", "school_overview",     "principal",       "school_director",
                                                 "leisure_head",   "coordinator",         "other"};

struct StandingGroup {
    RecordId id;
    std::string kind, code, name, tier;
    std::vector<std::string> districts;  // names; none: the whole municipality
};

struct Seat {
    RecordId id;
    int number = 0;                      // 1, 2 … in the group: its address
    PersonId person;
    std::string name;
    AgencyId agency;
    std::string agency_code, agency_kind, agency_name, position;
    bool may_decide = false, answers_for_strategy = false;
    Date from_day;
};

struct NewGroup {
    std::string kind, code, name, tier = "municipality";
    std::vector<std::string> districts = {};  // codes
};
/// Invalid: `kind`, `code` (taken, or not a code), `name`, `tier`, `districts`.
Result<RecordId> add_group(const Change& change, const NewGroup& group);

struct NewSeat {
    PersonId person;
    AgencyId agency;
    std::string position;
    bool may_decide = false, answers_for_strategy = false;
    Date from_day;
};
/// Returns the seat's number. Invalid: `position`; `person` when it sits there already.
Result<int> add_seat(const Change& change, const RecordId& group, const NewSeat& seat);
/// From the day after `last_day` (included) nobody has it. NotFound: no such seat in the group, or ended already.
Result<Done> end_seat(const Change& change, const RecordId& group, int number, Date last_day);

/// By kind, then name.
std::vector<StandingGroup> groups(access::Work& work);
std::optional<StandingGroup> group_of_code(access::Work& work, std::string_view code);
/// Those who sit there on the day, by number, with their names.
std::vector<Seat> seats_of(access::Work& work, const RecordId& group, Date on);
/// Whether the reader's person sits there today.
bool sits_in(access::Work& work, const RecordId& group);
/// Whether the reader's person sits today in a group of that kind that is for one of these districts. A group without
/// districts is for the whole municipality, and what is in no district is in all of it.
bool sits_for(access::Work& work, std::string_view kind, const std::vector<RecordId>& districts);
/// Whether the group is for a district where the reader's unit works. A group without districts is for the whole municipality, and a unit
/// without districts works in all of it.
bool is_for_own_unit(access::Work& work, const RecordId& group);

std::vector<SeatFacts> facts_of(const std::vector<Seat>& seats);
/// Codes of the agencies that the cooperation counts with: all but associations and what is no agency of its own.
std::vector<std::string> agencies_that_take_part(access::Work& work);

}  // namespace lots::organisation
