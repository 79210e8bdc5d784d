#include "steering/figures.h"

#include <algorithm>
#include <string>

#include "organisation/areas.h"
#include "organisation/profile.h"
#include "steering/pages.h"

namespace lots::steering {

using access::CaseState;

Figures figures_of(access::Work& work, Quarter quarter)
{
    Figures all;
    all.quarter = quarter;
    all.as_they_are = reads_as_they_are(work.reader);
    all.late = late_by_agency(work);
    all.flow = flow_in(work, quarter);
    all.days = days_to_first_meeting(work, quarter);
    all.goal_days = organisation::profile_of(work).first_meeting_days;
    all.cases = cases_today(work);
    const auto add_place = [&](Place place) {  // two districts of one name are one line
        if (std::ranges::find(all.places, place) == all.places.end()) all.places.push_back(std::move(place));
    };
    for (const auto& district : organisation::districts(work)) add_place({false, district.name});
    add_place({true, {}});
    add_place({false, {}});
    const auto ended = ended_by_reason(work, quarter);
    for (const auto reason : reasons) {
        const auto found = ended.find(std::string(reason));
        all.ended.push_back(found == ended.end() ? 0 : found->second);
    }
    return all;
}

std::vector<std::pair<CaseState, int>> by_state(const Figures& figures)
{
    std::vector<std::pair<CaseState, int>> all;
    for (std::size_t i = 0; i < access::case_state_names.size(); ++i) {
        const auto state = static_cast<CaseState>(i);
        if (is_over(state)) continue;
        int count = 0;
        for (const auto& one : figures.cases) count += one.state == state ? one.count : 0;
        all.emplace_back(state, count);
    }
    return all;
}

std::vector<std::pair<Place, int>> by_place(const Figures& figures)
{
    std::vector<std::pair<Place, int>> all;
    for (const auto& place : figures.places) {
        int count = 0;
        for (const auto& one : figures.cases) count += one.place == place ? one.count : 0;
        all.emplace_back(place, count);
    }
    return all;
}

}  // namespace lots::steering
