#include <doctest/doctest.h>

#include "stories/case_by_api.h"
#include "stories/case_by_pages.h"

using namespace lots;
using lots::test::World;

namespace {

Instant monday() { return at_local(2026y / 9 / 7, 9, 0); }

}  // namespace

TEST_CASE("A whole case through pages without scripts, by their links: from the proposal to the closure, each form once "
          "half filled in")
{
    lots::test::on_both(monday(), [](World& world) {
        lots::test::CaseByPages story(world);
        story.proposed();
        story.taken_up();
        story.offered();
        story.asked();
        story.signed_by_all();
        story.group_formed();
        story.plan_drafted();
        story.plan_decided();
        story.meeting_called();
        story.meeting_held();
        story.commitment_is_late();
        story.closure_raised();
        story.closed();
    });
}

TEST_CASE(
    "A whole case through the API: every step is refused with what is missing before it is accepted, and the gates say so")
{
    lots::test::on_both(monday(), [](World& world) {
        lots::test::CaseByApi story(world);
        story.proposed();
        story.offered();
        story.asked();
        story.signed_by_all();
        story.group_formed();
        story.plan_drafted();
        story.plan_decided();
        story.meeting_held();
        story.commitment_is_late();
        story.closed();
    });
}

TEST_CASE("The demo's five cases can be told through the API, and the log holds")
{
    lots::test::on_both(at_local(2026y / 8 / 1, 9, 0), [](World& world) {
        app::make_demo_cases(world.program->site(), world.clock, app::demo(), at_local(2026y / 11 / 23, 9, 0));
        world.house.log->settle();
        const auto verified = audit::verify(*world.house.data, world.house.paths.log(), std::nullopt);
        CHECK(verified.problems.empty());
        CHECK(verified.entries > 100);
        auto sara = world.sign_in("sara.lind");
        sara.open("/arenden");
        for (const auto* state : {"Pågår", "Vilande", "Samtycke inhämtas", "Bedöms"}) CHECK(sara.shows(state));
    });
}
