#pragma once

#include <vector>

#include "access/permit.h"
#include "closure/papers.h"
#include "closure/rules.h"
#include "closure/store.h"
#include "html/components.h"
#include "meeting/meeting.h"
#include "plan/plan.h"
#include "web/asked.h"
#include "web/gates.h"

namespace lots::closure {

/// What a case has at its end: the goals of the decided plan and the commitments that are open, with what was said of them.
struct End {
    std::vector<plan::Goal> goals;
    std::vector<plan::Commitment> open_commitments;
    std::vector<GoalResult> results;
    std::vector<HandOver> hand_overs;
    std::vector<Question> questions;
    std::vector<meeting::Meeting> called, without_minutes;  // what ends with the case, and what has to be locked before

    /// As the rules see it.
    Open facts(const access::Work& work) const;
};
/// Empty before there is a room: nothing was shared, so nothing has to be handed over.
End end_of(const access::CasePermit& permit);

/// "Mål 2", "Åtagande 5".
web::AboutWords about_end(Language language);

/// Of a case that rests because somebody took the consent back: who and when, and that a new consent is another way. Empty otherwise.
html::Html withdrawn_part(const access::CasePermit& permit, const web::Asked& asked);
/// The closure question and the meetings: what one has to know before the case is ended.
html::Html before_part(const access::CasePermit& permit, const End& end, const web::Asked& asked);
/// For the check: what ends with the case, and how long its papers are kept.
html::Html ends_part(const access::CasePermit& permit, const End& end, const web::Asked& asked);
/// How long each form and plan is kept at least; empty for none.
html::Html papers_part(const std::vector<KeptPaper>& papers, const web::Asked& asked);
/// What was said of goals and commitments, without anything to do.
html::Html results_part(const End& end, const web::Asked& asked);

}  // namespace lots::closure
