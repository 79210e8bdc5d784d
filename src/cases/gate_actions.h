#pragma once

#include <span>
#include <string>
#include <string_view>

#include "access/permit.h"
#include "guideline/source.h"
#include "web/gates.h"

namespace lots::cases {

/// What makes a requirement of a case good: the page where it is done, and who may come there. Each room keeps the lists of
/// its gates.
struct Mend {
    const guideline::Requirement* requirement;
    std::string_view about;  // of the finding: "*" any, "#" a number, "goal-" what begins so, else exactly that; "" without one
    access::Operation operation;
    access::Compartment compartment;
    MessageKey words;
    std::string_view path;  // below the case's address; {number}: the number that `about` ends with, {here}: that of the page
    access::Answer least = access::Answer::part;  // yes: not for those who may do it with their own alone
};

/// The buttons of a gate's lines for this reader. What may not be done is not offered; the permit is not needed afterwards.
/// here  the number of what the gate is about, where the paths say {here}: a meeting, a signatory
web::ActionsFor actions_of(const access::CasePermit& permit, Language language, std::span<const Mend> mends,
                           const std::string& here = {});

}  // namespace lots::cases
