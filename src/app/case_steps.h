#pragma once

#include <string>
#include <vector>

#include "access/permit.h"
#include "html/components.h"
#include "web/site.h"

namespace lots::app {

/// Something that can come next in a case, for one reader.
struct Step {
    std::string code;                     // for programs: a command's scope, or next_meeting, register_answers, read_closure
    std::string title;                    // "Kalla till möte"
    html::Url page;                       // where it is done
    web::Gate gate = {};                  // what it needs; without findings it can be done at any time
    html::Url mend = {};                  // where what is missing is made good
    std::string button = {};              // words of the link that leads there, when the title is not an order
    bool other = false;                   // a way that is there, but not the usual one
    std::string note = {};                // how soon it should be done

    bool open() const { return gate.decision.findings().empty() || gate.decision.allowed(); }
};

/// The steps of the case's state that this reader can take, the usual one first and other ways last.
/// source  docs/method/lifecycle.md T1 to T19, settled 4, 11, 35
std::vector<Step> steps_of(const web::Site& site, const access::CasePermit& permit, const web::Asked& asked);

/// Whom the case waits for, to those who do not take the state's usual step themselves; empty when there is nobody.
std::string waits_for(const access::CasePermit& permit, const web::Asked& asked);

}  // namespace lots::app
