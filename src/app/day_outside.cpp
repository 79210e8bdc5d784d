#include "app/day_outside.h"

#include <algorithm>
#include <string>

#include "access/permit.h"
#include "app/day_rooms.h"
#include "followup/ladder.h"
#include "followup/ladder_pages.h"
#include "guideline/requirements.h"
#include "organisation/profile.h"
#include "working_group/rules.h"
#include "working_group/store.h"

namespace lots::app {

using access::Answer;
using access::Operation;
using cases::OutsideDuty;
using namespace html::literals;

std::vector<OutsideDuty> lifted_to_answer(access::Work& work, const web::Asked& asked)
{
    std::vector<OutsideDuty> all;
    if (access::would_allow(work.reader, Operation::answer_escalation) == Answer::no) return all;
    const auto ladder_days = organisation::profile_of(work).ladder_days;
    for (const auto& one : followup::lifted_to_reader(work)) {
        if (one.answered_on) continue;
        // To the steering group the case has no number (settled 31).
        const auto what = one.case_number.empty()
                              ? std::string{}
                              : followup::thing_words(asked.language(), one.what, one.commitment) + ", " + one.case_number;
        all.push_back({&guideline::lifted_when_late,
                       asked.say("day_rows.answer_lifted",
                                 {{"number", "L-" + std::to_string(one.number)}, {"agency", one.agency_name}}),
                       what, "/lyfta"_url, answer_by(one.due_on, one.raised_on, one.level, ladder_days)});
    }
    return all;
}

std::vector<OutsideDuty> working_group_to_call(access::Work& work, const web::Asked& asked)
{
    std::vector<OutsideDuty> all;
    if (work.reader.role != access::Role::unit_manager) return all;
    const auto profile = organisation::profile_of(work);
    if (!profile.has_working_group) return all;
    const auto open = working_group::open_meetings(work);
    for (const auto& group : working_group::own_groups(work)) {
        const bool called =
            std::ranges::any_of(open, [&](const working_group::Meeting& one) { return one.group == group.id; });
        for (const auto& duty :
             working_group::duties(working_group::last_met(work, group.id), called, profile.working_group_interval_days))
            all.push_back(
                {duty.requirement, say(asked.language(), duty.what), group.name, "/arbetsgrupp"_url, duty.last_day});
    }
    return all;
}

}  // namespace lots::app
