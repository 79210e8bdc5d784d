#include "working_group/rules.h"

#include <algorithm>

#include "guideline/requirements.h"

namespace lots::working_group {

using guideline::Actor;
using guideline::Decision;

namespace {

/// A written consent of all who must sign, that holds on the meeting's day.
bool consent_covers(const ItemFacts& facts)
{
    if (!facts.all_have_signed || !facts.consent_signed_on || !facts.consent_last_day || !facts.meeting_day) return false;
    return *facts.consent_signed_on <= facts.on && *facts.meeting_day <= *facts.consent_last_day;
}

/// A finding for each sort of trace from `first` on.
void look_for(Decision& decision, const std::set<Trace>& traces, Trace first)
{
    for (auto i = static_cast<std::size_t>(first); i < trace_names.size(); ++i) {
        const auto& requirement =
            i < barred_traces ? guideline::deidentified_before_consent : guideline::text_leads_to_nobody;
        decision.look(requirement, !traces.contains(static_cast<Trace>(i)), Actor::social_services, {},
                      std::string(trace_names.at(i)));
    }
}

}  // namespace

Decision may_call(bool by_social_services, bool chosen)
{
    Decision decision;
    decision.look(guideline::social_services_call_group, by_social_services, Actor::social_services);
    decision.look(guideline::working_group_chosen, chosen, Actor::administrator);
    return decision;
}

Decision may_hold(const std::vector<organisation::SeatFacts>& present)
{
    Decision decision;
    const bool social_services =
        std::ranges::any_of(present, [](const organisation::SeatFacts& seat) { return seat.agency_kind == "social_services"; });
    decision.look(guideline::social_services_call_group, social_services, Actor::social_services);
    decision.add(organisation::police_mandate(present));
    return decision;
}

Decision may_show(const ItemFacts& facts)
{
    Decision decision;
    decision.look(guideline::item_ends_with_meeting, facts.meeting_day.has_value(), Actor::social_services);
    if (facts.named) {
        decision.look(guideline::named_preparation, facts.named_allowed && consent_covers(facts), Actor::social_services);
        return decision;
    }
    look_for(decision, facts.traces, Trace::own_name);
    decision.look(guideline::text_leads_to_nobody, facts.could_be_about >= facts.fewest, Actor::social_services, {}, "few");
    return decision;
}

Decision may_tell(const std::set<Trace>& traces)
{
    Decision decision;
    look_for(decision, traces, Trace::long_number);  // those before it are about a certain person
    return decision;
}

Decision may_answer(bool follows, const std::string& reason)
{
    Decision decision;
    decision.look(guideline::recommendation_answered, follows || !reason.empty(), Actor::social_services);
    return decision;
}

std::vector<guideline::Duty> duties(Date last_met, bool called, int interval_days)
{
    if (called) return {};
    return {{&guideline::working_group_meets, Actor::social_services, {}, {}, "duty.working_group", add_days(last_met, interval_days), {}, ""}};
}

}  // namespace lots::working_group
