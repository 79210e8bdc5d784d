#pragma once

#include <set>
#include <string>
#include <vector>

#include "support/canary.h"
#include "web/site.h"

namespace lots::test {

/// Puts a canary in the place of every text and every file that is sent to a command of the API; which they are, the command's own
/// description says. Codes, days, numbers and texts too short for a canary stay as they are.
class Typist {
    const web::Site& site_;
    Canary& canary_;
    std::set<std::string> fields_;  // "propose.reason"

public:
    Typist(const web::Site& site, Canary& canary) : site_(site), canary_(canary) {}

    /// `json` with canaries, for POST to that path.
    std::string type(const std::string& path, const std::string& json);

    const std::set<std::string>& fields() const { return fields_; }
    /// Texts and files that a command of the site asks for and that were never sent.
    std::vector<std::string> left_out() const;
};

}  // namespace lots::test
