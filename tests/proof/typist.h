#pragma once

#include <set>
#include <string>
#include <vector>

#include "support/canary.h"
#include "web/site.h"

namespace lots::test {

/// Puts a canary into every text of a command of the API, told or not, and into every file that is sent; which they are, the
/// command's own description says. Codes, days and numbers stay as they are.
class Typist {
    const web::Site& site_;
    Canary& canary_;
    std::set<std::string> fields_;  // "propose.reason"

public:
    Typist(const web::Site& site, Canary& canary) : site_(site), canary_(canary) {}

    /// Left as they are told: fields that only some are asked, or that mean something to a rule.
    std::set<std::string> spared = {};

    /// `json` with canaries, for POST to that path.
    std::string type(const std::string& path, const std::string& json);

    const std::set<std::string>& fields() const { return fields_; }
    /// Texts and files that a command of the site asks for and that were never sent.
    std::vector<std::string> left_out() const;
};

}  // namespace lots::test
