#include "app/after_command.h"

#include "access/system_permit.h"
#include "cases/lists.h"
#include "closure/duties.h"
#include "consent/duties.h"
#include "meeting/duties.h"
#include "nomination/duties.h"
#include "plan/duties.h"

namespace lots::app {

namespace {

std::string actor_name(guideline::Actor actor)
{
    switch (actor) {
    case guideline::Actor::agency: return "agency";
    case guideline::Actor::police: return "police";
    case guideline::Actor::coordinator: return "coordinator";
    case guideline::Actor::youth: return "youth";
    case guideline::Actor::guardian: return "guardian";
    default: return "social_services";
    }
}

}  // namespace

void refresh_projections(access::Work& work, const std::vector<CaseId>& cases)
{
    for (const auto& id : cases) {
        auto facts = access::load_case_facts(work, id);
        check(facts.has_value(), "a command was about a case that is not there");
        const auto ends = consent::ends_by_itself(facts->consent, work.today);
        const access::SystemPermit<access::RefreshingProjections> permit(work, std::move(*facts));

        std::vector<cases::DutyRow> rows;
        const auto add = [&](const std::vector<guideline::Duty>& duties) {
            for (const auto& duty : duties)
                rows.push_back({std::string(duty.requirement->id), actor_name(duty.who), std::string(duty.what.name()), duty.path, duty.person,
                                duty.agency, duty.number, duty.last_day});
        };
        add(nomination::duties(permit));
        add(consent::duties(permit));
        add(plan::duties(permit));
        add(meeting::duties(permit));
        add(closure::duties(permit));
        cases::replace_duties(work, id, rows);
        cases::set_next_change(work, id, ends);
    }
}

}  // namespace lots::app
