#include "guideline/requirements.h"
#include "nomination/rules.h"

namespace lots::nomination {

using guideline::Actor;
using guideline::Duty;

namespace {

/// Days to decide what becomes of a proposal that was taken back: our own value, the same as after a withdrawal (settled 4).
constexpr int taken_back_days = 7;

/// To take it up, to assess it, or to decide, as far as it has come.
Duty assess(const Waiting& proposal)
{
    // Our reading: SoL 20:2 counts from the day on which the notice came in, and the day of the notice is the nearest that
    // we know: the proposal may be written later, and wins no time by it. Where no notice is (what social services know
    // themselves, an adult) no law sets a day; somebody must have it all the same, so it is due as long after it came here,
    // as a matter of who decides (S0-10).
    const bool by_law = law_sets_time(proposal);
    const auto& requirement = by_law ? guideline::preliminary_assessment : guideline::social_services_decide;
    const auto last_day = assessment_last_day(by_law ? proposal.noticed_on : proposal.received_on);
    const MessageKey what = !proposal.taken_up ? MessageKey("duty.take_up_nomination")
                            : by_law           ? MessageKey("duty.assess_nomination")
                                               : MessageKey("duty.decide_nomination");
    return {&requirement,
            Actor::social_services,
            proposal.officer,
            {},
            what,
            last_day,
            {},
            proposal.taken_up ? "beslut" : "forslag"};
}

}  // namespace

bool law_sets_time(const Waiting& proposal)
{
    const bool notice = proposal.ground == LegalGround::concern_notice || proposal.ground == LegalGround::lul6_notification;
    return notice && age_on(proposal.born, proposal.noticed_on) < 18;
}

std::vector<Duty> duties(const Waiting& proposal)
{
    std::vector<Duty> all;
    const auto due = [&](const guideline::Requirement& requirement, MessageKey what, Date last_day, const char* path) {
        all.push_back({&requirement, Actor::social_services, proposal.officer, {}, what, last_day, {}, path});
    };
    if (!proposal.decided) all.push_back(assess(proposal));
    // Our reading: the decision about the offer is the day from which the week runs; when social services decide earlier
    // whether to investigate they tell earlier, and the form asks for that day.
    if (proposal.decided_on && proposal.from_outside && law_sets_time(proposal) && !proposal.notifier_told)
        due(guideline::notifier_told, "duty.tell_notifier", feedback_last_day(*proposal.decided_on), "forslag/aterkoppling");
    if (proposal.home_on && !proposal.planning)
        due(guideline::homecoming_planned, "duty.plan_homecoming", add_days(*proposal.home_on, -7 * proposal.home_weeks),
            "forslag");
    if (proposal.taken_back_on && proposal.may_be_ended)
        due(guideline::proposal_taken_back, "duty.decide_taken_back", add_days(*proposal.taken_back_on, taken_back_days),
            proposal.taken_up ? "beslut" : "forslag");
    return all;
}

}  // namespace lots::nomination
