#include <doctest/doctest.h>

#include "group/commands.h"
#include "group/pages.h"
#include "guideline/requirements.h"
#include "support/faults.h"
#include "support/municipality.h"

// Private persons while the case rests: nobody comes nearer, and what leads away may be written.
using namespace lots;
using namespace lots::group;
using test::fault_of;
using test::Municipality;

namespace {

template <class T>
bool waits_for_consent(const Result<T>& result)
{
    return fault_of(result) == "refused" &&
           result.error().template as<Refused>()->decision.lacks(guideline::within_term);
}

WishHelper a_wish(const std::string& number, const std::string& name, Date on)
{
    return {number, name, "coach", "070-000 00 00", "Följa med till boxningen", "Han lyssnar på mig", "meeting", on};
}

/// Wished, said yes to by the guardian and accepted for two months; not bound yet.
void accepted(Municipality& town, const std::string& number, const std::string& helper, const std::string& name)
{
    const auto today = town.today();
    REQUIRE(fault_of(town.run("sara", wish_helper_command(), a_wish(number, name, today))) == "none");
    REQUIRE(fault_of(town.run("sara", answer_helper_command(), {number, helper, "2", "yes", "phone", today})) == "none");
    const cases::DecisionNote note{name + " är trygg", "Samtal", "Sara", "Får vara med", "Vill", "Bra för Alex", "3.1"};
    REQUIRE(fault_of(town.run("sara", judge_helper_command(),
                              {number, helper, "yes", "", today, add_days(today, 60), note})) == "none");
}

bool says(const std::string& page, const std::string& words) { return page.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("edge-4.26, settled-4 While a case rests no private person is written down, said yes to or bound; a no may be said")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming({"soc", "polisen", "skolan"}, true);
        accepted(town, number, "1", "Tore Blom");
        accepted(town, number, "2", "Bo Ek");
        const auto own_duty = [&](const std::string& bound_by, const std::string& by_law) {
            return town.run("sara", sign_reservation_command(), {number, "2", "", town.today(), false, bound_by, by_law});
        };
        REQUIRE(fault_of(own_duty("own_duty", "29 kap. 14 § skollagen")) == "none");
        const auto page = [&](const std::string& helper, auto show) {
            const auto view = town.look("sara", {{"case", number}, {"number", helper}}, show);
            REQUIRE(static_cast<bool>(view));
            return (*view).main.str();
        };
        const auto wish_page = web::entry_of(wish_helper_command()).show;
        const auto sign_page = web::entry_of(sign_reservation_command()).show;
        const auto answer_page = web::entry_of(answer_helper_command()).show;
        CHECK(says(page("1", wish_page), "name=\"wish\""));
        CHECK(says(page("1", sign_page), "name=\"original_kept_at\""));
        CHECK(says(page("1", members_page), "onskemal/1/forbehall"));

        town.set(add_days(town.today(), 366));  // the consent has run out
        const auto today = town.today();
        CHECK(waits_for_consent(town.run("sara", wish_helper_command(), a_wish(number, "Eva Lund", today))));
        CHECK(says(page("1", wish_page), "Du kan inte skriva in någon ny ännu."));
        CHECK_FALSE(says(page("1", wish_page), "name=\"wish\""));
        CHECK(waits_for_consent(town.run("sara", sign_reservation_command(), {number, "1", "Skåp 3", today, true})));
        CHECK_FALSE(says(page("1", sign_page), "name=\"original_kept_at\""));
        CHECK_FALSE(says(page("1", members_page), "onskemal/1/forbehall"));

        const auto answer = [&](const std::string& what) {
            return town.run("sara", answer_helper_command(), {number, "1", "2", what, "phone", today});
        };
        CHECK(waits_for_consent(answer("yes")));
        CHECK(says(page("1", answer_page), "Du kan skriva ett nej."));
        CHECK(says(page("1", members_page), "onskemal/1/svar"));
        CHECK(fault_of(answer("no")) == "none");

        // What was written wrong is taken away, and nothing comes in its place.
        CHECK(says(page("2", members_page), "onskemal/2/forbehall"));
        CHECK(waits_for_consent(own_duty("own_duty", "25 kap. 1 § OSL")));
        CHECK(says(page("2", sign_page), "Du kan ta bort en tystnadsplikt som blev fel"));
        CHECK(fault_of(own_duty("no_duty", "")) == "none");
        CHECK_FALSE(says(page("2", members_page), "onskemal/2/forbehall"));
        CHECK(fault_of(town.run("sara", end_helper_command(), {number, "2", "task_done", ""})) == "none");
    });
}
