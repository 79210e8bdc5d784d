#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "note/rules.h"

// What is written down between meetings (settled 33).
namespace lots::note {

inline constexpr std::array<std::string_view, 3> kinds{"observation", "report", "information"};
/// Who reads beside those who lead the case: nobody, all who are in the group that day, or those who are named.
inline constexpr std::array<std::string_view, 3> reaches{"leading", "group", "chosen"};
inline constexpr std::array<std::string_view, 4> parts_of_day{"day", "evening", "night", "weekend"};
inline constexpr std::array<std::string_view, 5> authorities{"prosecutor", "court", "migration", "insurance", "other"};

/// A note with the readers that its writer named. Who leads the case reads all of them.
struct Note {
    RecordId id;
    int number = 0;                       // in the case
    std::string kind, part_of_day;        // part_of_day may be empty
    Date seen_on;
    std::optional<int> commitment;        // number of the plan's, when it rests on one
    bool new_concern = false;             // beyond what the group knows; a note may be neither (S0-30)
    bool third_party = false;             // tells of somebody else than the young person
    std::string text, district;
    std::string agency_kind, agency_name, by;  // of the writer
    std::vector<int> members, signatories;  // numbers of the readers
    Instant made_at;
};

/// With an authority that is not in the group (S4-23).
struct OutsideContact {
    int number = 0;
    std::string authority, whom, what, outcome, basis, decider;
    Date contact_on;
    std::string by;
};

/// Something that was told outside the room, by law or consent (S1-07, fields 3.11).
struct Disclosure {
    int number = 0;
    std::string agency_code, agency_name, to_whom, what, basis, necessity, balancing, decider;
    std::optional<int> consent;           // number
    Date disclosed_on;
    std::string by;
};

/// The young person's own words before a meeting.
struct YouthWords {
    int seq = 0;
    std::string text;
    bool social_services = false;         // ticked
    std::vector<int> members;             // ticked, by number
    Instant made_at;
};

// What the forms ask for.

struct WriteNote {
    std::string case_number, kind, part_of_day, basis, text, district;
    std::optional<Date> seen_on;
    bool third_party = false;
    std::vector<std::string> readers;     // member-2, signatory-1
    std::string reach = {};               // one of reaches; empty: the readers as they are named
};
struct AddContact {
    std::string case_number, authority, whom, what, outcome, basis, decider;
    std::optional<Date> contact_on;
};
struct Disclose {
    std::string case_number, from_agency, to_whom, what, basis, necessity, balancing, decider;
    std::optional<Date> disclosed_on;
};
struct FlagProtection {
    std::string case_number, goes_on;     // yes, no
};
struct WriteWords {
    std::string case_number, text;
    std::vector<std::string> readers;     // social_services, member-2
    int seq_seen = 0;
};

}  // namespace lots::note
