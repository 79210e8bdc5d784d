#pragma once

#include <string_view>

#include "messages/message.h"

namespace lots::guideline {

/// The guideline's own two words. A *must* stops the step; an unmet *should* leaves the choice, and the duty to justify it.
enum class Force { must, should };

/// Who can do something about an unmet requirement.
enum class Actor {
    nobody,           // nothing to do: the way is closed
    social_services,
    unit_manager,
    coordinator,
    proposer,
    agency,           // the agency concerned
    police,
    youth,
    guardian,
    group,
    administrator,
};

/// One requirement that a rule looks at: what it is called, where it stands, and the sentence that explains it to people.
/// Every one of them stands in guideline/requirements.h, once.
struct Requirement {
    std::string_view id;        // "S0-22"; our own readings and the settled rulings are "settled-4", the law's "law-SoL-20-2"
    std::string_view section;   // where in the source: "Riktlinjerna 3.2"
    std::string_view reference; // id of the legal reference that belongs to it, or empty (guideline/law.h)
    Force force;
    MessageKey text;            // one sentence that is true both when met and not: what is required
};

}  // namespace lots::guideline
