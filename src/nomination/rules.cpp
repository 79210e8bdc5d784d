#include "nomination/rules.h"

#include <algorithm>

#include "guideline/requirements.h"

namespace lots::nomination {

using guideline::Actor;
using guideline::Decision;

LegalGround ground_of(std::string_view code)
{
    if (code == "lul6_notification") return LegalGround::lul6_notification;
    if (code == "own_knowledge") return LegalGround::own_knowledge;
    return LegalGround::concern_notice;
}

std::vector<std::string_view> strategic_crimes() { return {"robbery", "vehicle_theft", "violence_against_official", "interference_in_justice"}; }

std::vector<std::string_view> reasons_for(std::string_view agency_kind)
{
    if (agency_kind == "police") return {"debut_age", "strategic_crime", "company", "leaves_network", "returns_home", "other"};
    if (agency_kind == "school") return {"school_absence", "company", "behaviour_change", "leaves_network", "other"};
    if (agency_kind.empty())  // everybody's together, for the description of the API
        return {"debut_age", "strategic_crime", "company", "behaviour_change", "leaves_network", "returns_home", "school_absence", "other"};
    return {"company", "behaviour_change", "leaves_network", "returns_home", "school_absence", "other"};
}

Decision may_propose(const Facts& facts)
{
    Decision decision;
    const bool own = facts.agency_kind == "social_services";
    const bool police = facts.agency_kind == "police";
    const bool adult = age_on(facts.born, facts.on) >= 18;
    constexpr auto proposer = Actor::proposer;

    // Others propose by a note on the notice; the police also with a notification under LUL 6 §. Social services know from themselves.
    const bool ground_fits = facts.ground == LegalGround::own_knowledge ? own : facts.ground != LegalGround::lul6_notification || police;
    decision.look(guideline::notice_or_lul, ground_fits, proposer);
    if (!own) decision.look(guideline::flag_on_notice, facts.considered_for_sig, proposer);
    // "Om personen är över 18 år behöver polisen individens samtycke": our reading of settled 8, every proposer outside social services.
    if (!own) decision.look(guideline::adult_consents_first, !adult, Actor::youth);
    if (police)
        decision.look(guideline::police_matter_code,
                      facts.ground != LegalGround::concern_notice || (facts.has_registry_number && facts.police_matter_code == "604"),
                      proposer);

    const auto allowed = reasons_for(facts.agency_kind);
    const bool reasons_fit = std::ranges::all_of(facts.reasons, [&](const std::string& reason) {
        return std::ranges::find(allowed, reason) != allowed.end();
    });
    const bool police_only = !facts.debut_age_given && facts.strategic_crimes.empty();
    decision.look(guideline::reasons_of_agency, !facts.reasons.empty() && reasons_fit && (police || police_only), proposer);
    decision.look(guideline::weighed_assessment, !facts.reason.empty() && !facts.weighing.empty(), proposer);
    decision.look(guideline::why_this_method, !facts.why_sig.empty(), proposer);
    return decision;
}

Date assessment_last_day(Date noticed_on) { return add_days(noticed_on, 14); }

Decision may_take_up(bool lives_here, bool declares_no_conflict, bool other_open_case)
{
    Decision decision;
    decision.look(guideline::one_open_case, !other_open_case, Actor::social_services);
    decision.look(guideline::lives_here, lives_here, Actor::social_services);
    decision.look(guideline::no_conflict, declares_no_conflict, Actor::unit_manager);
    return decision;
}

bool law_sets_time(const Waiting& proposal)
{
    return proposal.ground != LegalGround::own_knowledge && age_on(proposal.born, proposal.noticed_on) < 18;
}

std::vector<guideline::Duty> duties(const Waiting& proposal)
{
    if (proposal.decided) return {};
    // Our reading: SoL 20:2 counts from the day on which the notice came in, and the day of the notice is the nearest that we know: the
    // proposal may be written later, and wins no time by it. Where no notice is (what social services know themselves, an adult) no
    // law sets a day; somebody must have it all the same, so it is due as long after it came here, as a matter of who decides (S0-10).
    const bool by_law = law_sets_time(proposal);
    const auto& requirement = by_law ? guideline::preliminary_assessment : guideline::social_services_decide;
    const auto last_day = assessment_last_day(by_law ? proposal.noticed_on : proposal.received_on);
    const MessageKey what = !proposal.taken_up ? MessageKey("duty.take_up_nomination")
                            : by_law           ? MessageKey("duty.assess_nomination")
                                               : MessageKey("duty.decide_nomination");
    return {{&requirement, Actor::social_services, proposal.officer, {}, what, last_day, {}, proposal.taken_up ? "beslut" : "forslag"}};
}

}  // namespace lots::nomination
