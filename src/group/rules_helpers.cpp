#include "group/rules_helpers.h"

#include <algorithm>

#include "guideline/requirements.h"

namespace lots::group {

using guideline::Actor;
using guideline::Decision;

Decision may_come_nearer(const consent::Facts& consent, Date on, bool rests)
{
    Decision decision;
    decision.look(guideline::within_term, !rests && consent::in_force(consent, on) != nullptr, Actor::social_services);
    return decision;
}

Decision may_accept_helper(const consent::Facts& consent, const HelperFacts& helper, Date on, bool rests)
{
    Decision decision;
    decision.look(guideline::youth_wishes_helper, helper.wished, Actor::youth);
    for (const auto& signatory : consent.signatories) {
        if (!consent::must_sign(signatory, consent.born, on)) continue;
        const bool says_yes = std::ranges::find(helper.yes, signatory.id) != helper.yes.end();
        const auto who = signatory.role == consent::SignatoryRole::youth ? Actor::youth : Actor::guardian;
        decision.look(guideline::each_says_yes_to_helper, says_yes, who, {}, std::to_string(signatory.number));
    }
    decision.add(may_come_nearer(consent, on, rests));
    return decision;
}

Decision helper_takes_part(const consent::Facts& consent, const HelperFacts& helper, Date on)
{
    auto decision = may_accept_helper(consent, helper, on);
    const bool has_task = !helper.ended && helper.suitable.value_or(false) && helper.from_day && *helper.from_day <= on &&
                          helper.last_day && on <= *helper.last_day;
    decision.look(guideline::helper_suitable, has_task, Actor::social_services);
    const auto since = [&](const std::optional<Date>& day) { return day && *day <= on; };
    decision.look(guideline::reservation_signed, since(helper.reservation_signed_on) || since(helper.own_secrecy_on), Actor::social_services);
    return decision;
}

std::optional<Date> comes_along_next(const consent::Facts& consent, const HelperFacts& helper, Date from)
{
    if (helper.ended || !helper.suitable.value_or(false) || !is_bound(helper)) return std::nullopt;
    if (!helper.from_day || !helper.last_day) return std::nullopt;
    // Day by day, because who has to say yes changes on a birthday, too. No day after the last consent is covered.
    auto last = from;
    for (const auto& one : consent.consents) last = std::max(last, one.last_day);
    last = std::min(last, *helper.last_day);
    for (auto day = std::max(from, *helper.from_day); day <= last; day = next_day(day))
        if (helper_takes_part(consent, helper, day).allowed()) return day;
    return std::nullopt;
}

}  // namespace lots::group
