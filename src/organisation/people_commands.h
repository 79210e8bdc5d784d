#pragma once

#include <optional>
#include <string>
#include <vector>

#include "web/command.h"

namespace lots::organisation {

struct AddAgency {
    std::string kind, name, code, board;
};
struct AddUnit {
    std::string agency, name, code;
    std::vector<std::string> parts, districts;
};
struct AddPerson {
    std::string unit, handle, name, phone, email, role;
    std::optional<Date> from_day;
};
struct GiveAssignment {
    std::string unit, handle, role;
    std::optional<Date> from_day;
};
struct EndAssignment {
    std::string unit, assignment;
    std::optional<Date> last_day;
};

/// An agency takes part in the cooperation from now on.
web::Command<AddAgency> add_agency_command();
/// A unit of it, with what it does in the life of a case and where (S4-31, S4-34).
web::Command<AddUnit> add_unit_command();
/// Somebody who has no account yet, with a first assignment. A password is not made here.
web::Command<AddPerson> add_person_command();
/// One more assignment for somebody who has an account. Never one's own.
web::Command<GiveAssignment> give_assignment_command();
/// From the day after the last one nobody acts in it. Never one's own.
web::Command<EndAssignment> end_assignment_command();

}  // namespace lots::organisation
