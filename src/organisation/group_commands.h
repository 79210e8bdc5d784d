#pragma once

#include <optional>
#include <string>
#include <vector>

#include "web/command.h"

namespace lots::organisation {

struct MakeGroup {
    std::string kind, code, name, tier;
    std::vector<std::string> districts;
};
struct GiveSeat {
    std::string group, person, agency, position;
    bool may_decide = false, answers_for_strategy = false;
    std::optional<Date> from_day;
};
struct EndSeat {
    std::string group, seat;
    std::optional<Date> last_day;
};
struct AddArea {
    std::string kind, code, name;
};
struct LinkAreas {
    std::string district, police_area;
    std::optional<Date> from_day;
};
struct EndAreaLink {
    std::string link;
    std::optional<Date> last_day;
};

/// A working, steering or development group is there from now on (S0-05, S0-35).
web::Command<MakeGroup> make_group_command();
/// Somebody sits in it for an agency, with or without mandate (S0-06, S0-34, S0-38, S1-31).
web::Command<GiveSeat> give_seat_command();
web::Command<EndSeat> end_seat_command();
/// A district or a police area.
web::Command<AddArea> add_area_command();
/// A district lies in a police area, wholly or in part (S4-33, S4-49).
web::Command<LinkAreas> link_areas_command();
web::Command<EndAreaLink> end_area_link_command();

}  // namespace lots::organisation
