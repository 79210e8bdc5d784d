#include "plan/rules_avoid.h"

#include "guideline/requirements.h"

namespace lots::plan {

using access::CaseState;
using guideline::Actor;
using guideline::Decision;

namespace {

bool group_works(CaseState state)
{
    return state == CaseState::forming || state == CaseState::planning || state == CaseState::active || state == CaseState::closure_review;
}

}  // namespace

Decision may_write_avoid(CaseState state)
{
    Decision decision;
    decision.look(guideline::avoid_kept_apart, group_works(state), Actor::social_services);
    return decision;
}

Decision may_take_away_avoid(CaseState state, bool by_social_services, bool own)
{
    Decision decision;
    decision.look(guideline::avoid_kept_apart, group_works(state) && (by_social_services || own), Actor::social_services);
    return decision;
}

}  // namespace lots::plan
