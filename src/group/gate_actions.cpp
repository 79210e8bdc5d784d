#include "group/gate_actions.h"

#include <array>
#include <map>
#include <string>

#include "cases/gate_actions.h"
#include "guideline/requirements.h"
#include "organisation/store.h"

namespace lots::group {

using access::Answer;
using access::Compartment;
using access::Operation;
using cases::Mend;

namespace {

constexpr auto room = Compartment::room;
constexpr auto file = Compartment::social_services;

// While the case rests the coordinator is replaced, but nobody comes to the group: the answer is then "part" (edge 4.26).
constexpr std::array of_group{
    Mend{&guideline::one_coordinator, "*", Operation::form_group, room, "command.appoint_coordinator.title",
         "deltagare/samordnare"},
    Mend{&guideline::social_services_and_police, "*", Operation::form_group, room, "command.add_member.title",
         "deltagare/lagg-till", Answer::yes},
    Mend{&guideline::agencies_take_part, "*", Operation::form_group, room, "command.add_member.title", "deltagare/lagg-till",
         Answer::yes},
    Mend{&guideline::unit_carries_out, "*", Operation::form_group, room, "command.add_member.title", "deltagare/lagg-till",
         Answer::yes},
    Mend{&guideline::agency_concerned, "*", Operation::prepare_consent, file, "command.judge_agencies.title",
         "samtycken/myndigheter"},
    Mend{&guideline::consent_names_agency, "*", Operation::prepare_consent, file, "command.open_consent.title",
         "samtycken/blankett"},
};

constexpr std::array of_helper{
    Mend{&guideline::each_says_yes_to_helper, "*", Operation::form_group, room, "command.answer_helper.title",
         "deltagare/onskemal/{here}/svar", Answer::yes},
    Mend{&guideline::within_term, "*", Operation::prepare_consent, file, "command.open_consent.title", "samtycken/blankett"},
};

}  // namespace

web::ActionsFor actions_of_group(const access::CasePermit& permit, Language language)
{
    std::map<std::string, std::string> names;
    for (const auto& agency : organisation::agencies(permit.work())) names[agency.code] = agency.name;
    // Which agency is missing is known, so the form begins with its people.
    return [actions = cases::actions_of(permit, language, of_group), names, language](const guideline::Finding& finding) {
        auto all = actions(finding);
        const auto agency = names.find(finding.about);
        if (finding.requirement->id != guideline::agencies_take_part.id || agency == names.end()) return all;
        for (auto& one : all) {
            one.text = say(language, "group.add_from", {{"agency", agency->second}});
            one.page = from_agency(one.page, agency->first);
        }
        return all;
    };
}

html::Url from_agency(const html::Url& form, const std::string& code) { return form.with("myndighet", code); }

web::ActionsFor actions_of_helper(const access::CasePermit& permit, Language language, const std::string& number)
{
    return cases::actions_of(permit, language, of_helper, number);
}

}  // namespace lots::group
