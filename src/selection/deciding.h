#pragma once

#include <vector>

#include "access/permit.h"
#include "html/components.h"
#include "organisation/profile.h"
#include "selection/selection.h"
#include "web/asked.h"

/// What stands on the page where social services decide about an offer, before anything is typed.
namespace lots::selection {

/// Read beside the form: the proposal, what the working group advised, and what the decision rests on.
html::Html beside_decision(const access::CasePermit& permit, const web::Asked& asked, const std::vector<Source>& sources);

/// Above the form: the place in the queue, whom the municipality turns to, its routine for those on the way out, and how
/// many places are taken.
html::Html before_deciding(const access::CasePermit& permit, const web::Asked& asked,
                           const organisation::MethodProfile& profile, int taken);

/// A first guess at what is known without the young person: how support is usually given here, whether there is room, who
/// decides, what the same person wrote of the way when somebody was put in the queue, and what the group advised. What is
/// about the young person (S1-02, S4-09) and why it is decided is never filled in: that is weighed each time.
DecideOffer first_guess(const access::CasePermit& permit, const organisation::MethodProfile& profile, int taken);

}  // namespace lots::selection
