#include "cases/rules.h"

#include "guideline/requirements.h"

namespace lots::cases {

guideline::Decision says_all(const DecisionNote& note, bool under_18)
{
    guideline::Decision decision;
    const bool four = !note.why.empty() && !note.how.empty() && !note.who.empty() && !note.what.empty();
    decision.look(guideline::four_fields, four, guideline::Actor::social_services);
    if (under_18)
        decision.look(guideline::childs_view_and_best, !note.childs_view.empty() && !note.best_interests.empty(),
                      guideline::Actor::social_services);
    return decision;
}

}  // namespace lots::cases
