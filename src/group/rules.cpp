#include "group/rules.h"

#include <algorithm>

#include "guideline/requirements.h"

namespace lots::group {

using guideline::Actor;
using guideline::Decision;

namespace {

bool takes_part(const Facts& facts, const AgencyId& agency)
{
    return std::ranges::find(facts.members, agency, &MemberFacts::agency) != facts.members.end();
}

bool kind_takes_part(const Facts& facts, std::string_view kind)
{
    return std::ranges::any_of(facts.members, [&](const MemberFacts& member) { return member.agency_kind == kind; });
}

}  // namespace

Decision one_coordinator(int coordinators)
{
    Decision decision;
    decision.look(guideline::one_coordinator, coordinators == 1, Actor::social_services);
    return decision;
}

Decision from_chosen_unit(const std::vector<std::string>& chosen, std::string_view unit)
{
    Decision decision;
    if (chosen.empty()) return decision;
    decision.look(guideline::coordinator_from_unit, std::ranges::find(chosen, unit) != chosen.end(), Actor::social_services);
    return decision;
}

Decision may_add_member(const consent::Facts& consent, const Candidate& candidate, Date on, bool rests)
{
    Decision decision;
    decision.look(guideline::agency_concerned, consent.concerned.contains(candidate.agency), Actor::social_services);
    // A consent that holds again is not put to work before social services have resumed the case (T15).
    decision.look(guideline::consent_names_agency, !rests && consent::names(consent, candidate.agency, on), Actor::social_services);
    decision.look(guideline::reason_for_member, !candidate.reason.empty(), Actor::social_services);
    // Looked at only when it stops the step: nobody needs to read of each member that he or she is no guardian.
    if (candidate.is_signatory) decision.look(guideline::no_conflict, false, Actor::unit_manager);
    return decision;
}

Decision consent_names_all(const Facts& facts, Date on)
{
    Decision decision;
    for (const auto& agency : facts.agencies)
        if (facts.consent.concerned.contains(agency.id))
            decision.look(guideline::consent_names_agency, consent::names(facts.consent, agency.id, on),
                          Actor::social_services, {}, agency.code);
    return decision;
}

Decision may_coordinate(const consent::Facts& consent, const Candidate& candidate, Date on, bool rests, bool replaces)
{
    if (!rests || !replaces) return may_add_member(consent, candidate, on, rests);
    // Edge 4.26, our reading: to replace somebody shares nothing, so it does not wait for a consent. A coordinator from elsewhere sees
    // that the case rests and no more (settled 20); one of social services is inside their own secrecy.
    Decision decision;
    decision.look(guideline::agency_concerned, consent.concerned.contains(candidate.agency), Actor::social_services);
    decision.look(guideline::reason_for_member, !candidate.reason.empty(), Actor::social_services);
    if (candidate.is_signatory) decision.look(guideline::no_conflict, false, Actor::unit_manager);
    return decision;
}

Decision may_deputise(const consent::Facts& consent, const Candidate& candidate, Date on, bool rests, int coordinators)
{
    auto decision = may_coordinate(consent, candidate, on, rests, true);
    // Without a coordinator there is nobody to stand in for: one is appointed instead.
    decision.add(one_coordinator(coordinators));
    return decision;
}

Decision may_end_membership(bool is_coordinator)
{
    Decision decision;
    decision.look(guideline::one_coordinator, !is_coordinator, Actor::social_services);
    return decision;
}

Decision may_start_planning(const Facts& facts, Date on)
{
    auto decision = one_coordinator(facts.coordinators);
    decision.look(guideline::social_services_and_police, kind_takes_part(facts, "social_services") && kind_takes_part(facts, "police"),
                  Actor::social_services);
    for (const auto& agency : facts.agencies) {
        const bool has_member = takes_part(facts, agency.id);
        // A member whose agency a renewed consent no longer names sees nothing (access), and so does not count as taking part.
        if (has_member)
            decision.look(guideline::consent_names_agency, consent::names(facts.consent, agency.id, on), Actor::social_services, {},
                          agency.code);
        if (facts.consent.concerned.contains(agency.id))
            decision.look(guideline::agencies_take_part, has_member, Actor::social_services, {}, agency.code);
    }
    if (!facts.carrying_out.empty())
        decision.look(guideline::unit_carries_out,
                      std::ranges::any_of(facts.members,
                                          [&](const MemberFacts& member) {
                                              return std::ranges::find(facts.carrying_out, member.unit) != facts.carrying_out.end();
                                          }),
                      Actor::social_services);
    return decision;
}

}  // namespace lots::group
