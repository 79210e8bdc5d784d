#include "guideline/decision.h"

#include <algorithm>

namespace lots::guideline {

bool Decision::allowed() const { return !findings_.empty() && missing().empty(); }

std::vector<const Finding*> Decision::to_justify() const&
{
    std::vector<const Finding*> unmet;
    for (const auto& finding : findings_)
        if (!finding.met && finding.requirement->force == Force::should) unmet.push_back(&finding);
    return unmet;
}

std::vector<const Finding*> Decision::missing() const&
{
    std::vector<const Finding*> unmet;
    for (const auto& finding : findings_)
        if (!finding.met && finding.requirement->force == Force::must) unmet.push_back(&finding);
    return unmet;
}

bool Decision::lacks(const Requirement& requirement) const
{
    return std::ranges::any_of(findings_, [&](const Finding& finding) {
        return finding.requirement->id == requirement.id && !finding.met;
    });
}

}  // namespace lots::guideline
