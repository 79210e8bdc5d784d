#pragma once

#include <string>
#include <utility>
#include <vector>

#include "guideline/source.h"

namespace lots::guideline {

/// One requirement that was looked at, met or not, who can mend it, and what is missing exactly.
struct Finding {
    const Requirement* requirement;
    bool met;
    Actor who_can;
    std::vector<Arg> args;      // the values of the sentence: an agency's name, a commitment's number, a day
    std::string about;          // what it is about where one requirement is looked at several times ("atagande 2"); may be empty
};

/// A list of findings: the explanation that page, API, log and paper share. Allowed when something was looked at and every must
/// is met: silence is a no. A rule does not stop at the first no.
class Decision {
    std::vector<Finding> findings_;

public:
    /// Looks at a requirement of force must or should; which one it is, the requirement itself says.
    Decision& look(const Requirement& requirement, bool met, Actor who_can, std::vector<Arg> args = {}, std::string about = {})
    {
        findings_.push_back({&requirement, met, who_can, std::move(args), std::move(about)});
        return *this;
    }
    /// Takes over what another rule found.
    Decision& add(Decision other)
    {
        for (auto& finding : other.findings_) findings_.push_back(std::move(finding));
        return *this;
    }

    bool allowed() const;
    // What these three give points into the decision: a rule's answer is named before they are asked.
    /// The unmet shoulds: each asks for a reason before the step.
    std::vector<const Finding*> to_justify() const&;
    std::vector<const Finding*> to_justify() const&& = delete;
    std::vector<const Finding*> missing() const&;  // unmet musts
    std::vector<const Finding*> missing() const&& = delete;
    const std::vector<Finding>& findings() const& { return findings_; }
    const std::vector<Finding>& findings() const&& = delete;
    /// Whether this requirement was looked at and is unmet: what a test of a refusal asks.
    bool lacks(const Requirement& requirement) const;
};

}  // namespace lots::guideline
