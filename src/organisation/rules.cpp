#include "organisation/rules.h"

#include <algorithm>
#include <array>

#include "guideline/requirements.h"

namespace lots::organisation {

using guideline::Actor;
using guideline::Decision;

namespace {

// S0-08 to S0-23 and what chapter 4 lays on the meeting, by the names under which somebody may want to switch them off.
constexpr std::array weakenings{
    Weakening{"adult_without_consent", "S0-46", "Riktlinjerna 4.2", "whoever is 18 has agreed before being proposed"},
    Weakening{"collector_without_approval", "S0-18", "Riktlinjerna 3.2", "another collector is approved by social services first"},
    Weakening{"consent_covers_all_agencies", "S0-15", "Riktlinjerna 3.2", "the consent covers all agencies concerned"},
    Weakening{"consent_in_writing", "S0-14", "Riktlinjerna 3.2", "the consent is written"},
    Weakening{"consent_required", "S0-13", "Riktlinjerna 3.2", "nobody takes part without consent"},
    Weakening{"decided_by", "S0-10", "Riktlinjerna 3.1.1", "social services alone decide who is offered a place"},
    Weakening{"guardian_signatures", "S0-22", "Riktlinjerna 3.2", "the young person and, below 18, all guardians sign"},
    Weakening{"led_by", "S0-08", "Riktlinjerna 3.1", "social services lead the cooperation"},
    Weakening{"may_exclude_agency", "S0-16", "Riktlinjerna 3.2", "a consent without a concerned agency opens no room"},
    Weakening{"meetings_without_youth", "S0-08", "Riktlinjerna 3.1", "the young person is at the meetings"},
    Weakening{"notice_replaced", "S0-12", "Riktlinjerna 3.1.1", "a proposal never takes the place of a notice of concern"},
    Weakening{"owner_outside_home_municipality", "S0-09", "Riktlinjerna 3.1", "social services where the young person lives answer"},
    Weakening{"quorum", "S0-52", "Riktlinjerna 4.3", "social services, police and the young person are at an individual meeting"},
    Weakening{"signatories", "S0-22", "Riktlinjerna 3.2", "the young person and, below 18, all guardians sign"},
    Weakening{"without_consent_review", "S0-23", "Riktlinjerna 3.2", "the consent is talked through continually"},
    Weakening{"without_police", "S0-52", "Riktlinjerna 4.3", "the police are in every individual group"},
};

}  // namespace

std::span<const Weakening> national() { return weakenings; }

std::optional<Weakening> weakens(std::string_view setting)
{
    const auto found = std::ranges::find(weakenings, setting, &Weakening::setting);
    if (found == weakenings.end()) return std::nullopt;
    return *found;
}

Decision may_be_local(std::string_view setting)
{
    Decision decision;
    decision.look(guideline::national_everywhere, !weakens(setting), Actor::nobody, {}, std::string(setting));
    return decision;
}

bool sets_profile(std::string_view agency_kind)
{
    return agency_kind == "social_services" || agency_kind == "school" || agency_kind == "leisure" || agency_kind == "other";
}

bool may_change_assignments(const PersonId& administrator, const PersonId& person) { return administrator != person; }

bool may_give(access::Role administrator, access::Role given)
{
    using enum access::Role;
    if (given == youth || given == guardian || given == helper) return false;
    return given != system_admin || administrator == system_admin;
}

bool belongs(access::Role role, std::string_view agency_kind)
{
    using enum access::Role;
    switch (role) {
    case social_worker:
    case unit_manager: return agency_kind == "social_services";
    case police: return agency_kind == "police";
    case school: return agency_kind == "school";
    case agency_staff: return agency_kind != "social_services" && agency_kind != "police" && agency_kind != "school";
    default: return true;
    }
}

Decision steering_group_complete(const std::vector<SeatFacts>& seats, const std::vector<std::string>& agencies)
{
    Decision decision;
    for (const auto& agency : agencies) {
        const bool decides = std::ranges::any_of(seats, [&](const SeatFacts& seat) { return seat.agency == agency && seat.may_decide; });
        decision.look(guideline::each_agency_may_decide, decides, Actor::agency, {}, agency);
    }
    const bool police_manager =
        std::ranges::any_of(seats, [](const SeatFacts& seat) { return seat.agency_kind == "police" && seat.answers_for_strategy; });
    decision.look(guideline::police_manager_in_steering, police_manager, Actor::police);
    return decision;
}

Decision police_mandate(const std::vector<SeatFacts>& seats)
{
    Decision decision;
    const bool decides = std::ranges::any_of(seats, [](const SeatFacts& seat) { return seat.agency_kind == "police" && seat.may_decide; });
    decision.look(guideline::police_may_decide, decides, Actor::police);
    return decision;
}

bool unit_matters(std::string_view part, std::string_view agency_kind) { return part != "proposes" || agency_kind == "social_services"; }

Decision by_chosen_unit(const std::vector<UnitId>& chosen, const UnitId& unit)
{
    Decision decision;
    if (chosen.empty()) return decision;
    decision.look(guideline::unit_has_part, std::ranges::find(chosen, unit) != chosen.end(), Actor::social_services);
    return decision;
}

}  // namespace lots::organisation
