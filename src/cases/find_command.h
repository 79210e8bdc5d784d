#pragma once

#include <string>

#include "web/command.h"

namespace lots::cases {

/// Whose case is looked for.
struct FindCase {
    std::string personal_number;
};

/// Leads to the newest case of the person with that number, of those that the reader may see. Social services alone search
/// by it, and the number is sent and not part of an address: it would stay in the browser's history.
web::Command<FindCase> find_case_command();

}  // namespace lots::cases
