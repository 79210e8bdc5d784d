#include <doctest/doctest.h>

#include "guideline/requirements.h"
#include "organisation/rules.h"

using namespace lots;
using namespace lots::organisation;

namespace {

const SeatFacts social_manager{"soc", "social_services", true, false};
const SeatFacts police_manager{"polisen", "police", true, true};
const SeatFacts officer{"polisen", "police", false, false};
const SeatFacts principal{"skolan", "school", true, true};

const std::vector<std::string> three{"soc", "polisen", "skolan"};

bool unmet_for(const guideline::Decision& decision, const guideline::Requirement& requirement, std::string_view about)
{
    for (const auto& finding : decision.findings())
        if (finding.requirement == &requirement && finding.about == about) return !finding.met;
    FAIL("not looked at");
    return false;
}

}  // namespace

TEST_CASE("S0-07 What chapter 3 lays down for the whole country is no setting; what it leaves open is")
{
    for (const auto* setting : {"consent_in_writing", "consent_required", "consent_covers_all_agencies", "may_exclude_agency", "signatories",
                                "guardian_signatures", "decided_by", "led_by", "owner_outside_home_municipality", "notice_replaced",
                                "collector_without_approval", "without_consent_review", "quorum", "without_police",
                                "meetings_without_youth", "adult_without_consent"}) {
        CAPTURE(setting);
        const auto decision = may_be_local(setting);
        CHECK_FALSE(decision.allowed());
        CHECK(decision.lacks(guideline::national_everywhere));
        const auto weakened = weakens(setting);
        REQUIRE(weakened);
        CHECK(weakened->requirement.starts_with("S0-"));
        CHECK_FALSE(weakened->why.empty());
    }
    CHECK(may_be_local("meeting_interval_days").allowed());
    CHECK_FALSE(weakens("capacity"));
}

TEST_CASE("S0-06 Every concerned agency has somebody in the steering group who may decide; one that has not is missing, by name")
{
    const auto whole = steering_group_complete({social_manager, police_manager, principal}, three);
    CHECK(whole.allowed());

    const auto without_school = steering_group_complete({social_manager, police_manager}, three);
    CHECK_FALSE(without_school.allowed());
    CHECK(unmet_for(without_school, guideline::each_agency_may_decide, "skolan"));
    CHECK_FALSE(unmet_for(without_school, guideline::each_agency_may_decide, "soc"));

    // Sitting there without mandate is not enough, and another agency's mandate is not one's own.
    const SeatFacts listener{"skolan", "school", false, false};
    CHECK(unmet_for(steering_group_complete({social_manager, police_manager, listener}, three), guideline::each_agency_may_decide, "skolan"));
}

TEST_CASE("S0-34 The steering group is incomplete without a police manager who answers for strategy and resources")
{
    CHECK(steering_group_complete({police_manager}, {}).allowed());
    CHECK(steering_group_complete({social_manager, officer, principal}, {}).lacks(guideline::police_manager_in_steering));
    CHECK(steering_group_complete({}, {}).lacks(guideline::police_manager_in_steering));
}

TEST_CASE("S0-38 The working group has a police officer who may decide on what the police do in the individual groups")
{
    CHECK(police_mandate({social_manager, police_manager}).allowed());
    CHECK(police_mandate({social_manager, officer}).lacks(guideline::police_may_decide));
    CHECK(police_mandate({social_manager, principal}).lacks(guideline::police_may_decide));
}

TEST_CASE("S4-34 Where the municipality has chosen which units propose or decide, another unit of the agency does not")
{
    const auto unit = [](std::uint8_t mark) {
        UnitId id;
        id.value[0] = mark;
        return id;
    };
    CHECK(by_chosen_unit({unit(1), unit(2)}, unit(2)).allowed());
    const auto elsewhere = by_chosen_unit({unit(1), unit(2)}, unit(3));
    CHECK_FALSE(elsewhere.allowed());
    CHECK(elsewhere.lacks(guideline::unit_has_part));
    const auto nothing_chosen = by_chosen_unit({}, unit(3));
    CHECK(nothing_chosen.findings().empty());  // not chosen: any unit
}

TEST_CASE("S4-34, S1-43 Which unit proposes is asked of social services alone, and which decides of everybody who does")
{
    CHECK(unit_matters("proposes", "social_services"));
    for (const auto* kind : {"police", "school", "leisure", "health", "other"}) {
        CHECK_FALSE(unit_matters("proposes", kind));  // free to propose
        CHECK(unit_matters("decides", kind));
    }
    CHECK(unit_matters("decides", "social_services"));
}
