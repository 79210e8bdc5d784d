#include "selection/commands.h"

#include "selection/pages.h"
#include "selection/test_review.h"

using namespace lots;
using namespace lots::selection;
using namespace lots::selection::test;
using access::CaseState;

namespace {

/// A second proposal, about somebody else.
nomination::Propose another(Date noticed_on)
{
    nomination::Propose propose;
    propose.given_name = "Sam";
    propose.family_name = "Karlberg";
    propose.born = 2009y / 5 / 5;
    propose.legal_ground = "own_knowledge";
    propose.noticed_on = noticed_on;
    propose.reasons = {"company"};
    propose.origin = "none";
    propose.known_before = "yes";
    propose.reason = propose.why_sig = propose.weighing = "Därför";
    return propose;
}

}  // namespace

TEST_CASE("T5: an offer gives the case its number, and the decision can be read with its reasons and the law of the day")
{
    with([](Review& r) {
        const auto made = r.decide(Review::a_decision());
        Review::must(made);
        CHECK((*made).page.str() == "/arende/SIG-2026-001");
        CHECK(r.facts("SIG-2026-001").state == CaseState::decided_offer);
        CHECK(r.facts("F-1").number == "SIG-2026-001");
        CHECK(r.open_cases() == 1);
        const auto page = r.town.look("sara", {{"case", "SIG-2026-001"}}, selection_page);
        REQUIRE(static_cast<bool>(page));
        for (const auto* words : {"Egna uppgifter och polisens", "Erbjuds en grupp", "Vill gärna", "Sara Lind", "18 kap. 4–6 §§"})
            CHECK((*page).main.str().find(words) != std::string::npos);
        const auto json = r.town.look("sara", {{"case", "SIG-2026-001"}}, selection_json);
        CHECK((*json).find(R"("outcome":"offer")") != std::string::npos);
        CHECK(fault_of(r.decide(Review::a_decision("no_offer"))) == "not found");  // decided
    });
}

TEST_CASE("T5: no offer ends the case, and the person is free for a new proposal")
{
    with([](Review& r) {
        Review::must(r.decide(Review::a_decision("no_offer")));
        CHECK(r.facts().state == CaseState::decided_no_offer);
        CHECK(r.facts().number == "F-1");
        CHECK(r.open_cases() == 0);
    });
}

TEST_CASE("T5b: from the queue it is decided again")
{
    with([](Review& r) {
        auto wait = Review::a_decision("waitlist");
        wait.room_for_more = false;
        Review::must(r.decide(wait));
        CHECK(r.facts().state == CaseState::waitlisted);
        CHECK(r.open_cases() == 1);
        r.town.set(add_days(r.town.today(), 20));
        Review::must(r.decide(Review::a_decision()));
        CHECK(r.facts().state == CaseState::decided_offer);
        const auto page = r.town.look("sara", {{"case", "F-1"}}, selection_json);
        CHECK((*page).find("waitlist") > (*page).find(R"("outcome":"offer")"));
    });
}

TEST_CASE("S0-10: nobody but social services with this case decides, or reads the decision")
{
    with([](Review& r) {
        for (const std::string who : {"jonas", "elin", "amir", "alex"}) {
            CHECK(fault_of(r.decide(Review::a_decision(), who)) == "not found");
            CHECK_FALSE(static_cast<bool>(r.town.look(who, {{"case", "F-1"}}, selection_page)));
        }
        CHECK(r.facts().state == CaseState::under_review);
    });
}

TEST_CASE("edge-4.14: a manager who decides says first that there is no conflict of interest, and is out when there is")
{
    with([](Review& r) {
        CHECK(fault_of(r.decide(Review::a_decision(), "karin")) == "edge-4.14");
        auto conflicted = Review::a_decision();
        conflicted.conflict = "yes";
        Review::must(r.decide(conflicted, "karin"));
        CHECK(r.facts().state == CaseState::under_review);
        auto later = Review::a_decision();
        later.conflict = "no";
        CHECK(fault_of(r.decide(later, "karin")) == "not found");
        CHECK_FALSE(static_cast<bool>(r.town.look("karin", {{"case", "F-1"}}, selection_page)));
        Review::must(r.decide(Review::a_decision()));
    });
}

TEST_CASE("edge-4.14: who has not been asked is asked on the page")
{
    with([](Review& r) {
        const auto sara = r.town.look("sara", {{"case", "F-1"}}, decide_offer_command().prepare);
        const auto karin = r.town.look("karin", {{"case", "F-1"}}, decide_offer_command().prepare);
        CHECK_FALSE((*sara).choices.of("declared").empty());
        CHECK((*karin).choices.of("declared").empty());
        auto declared = Review::a_decision();
        declared.conflict = "no";
        Review::must(r.decide(declared, "karin"));
    });
}

TEST_CASE("S1-02, S4-09: nothing about the young person is chosen before somebody chooses it")
{
    with([](Review& r) {
        const auto page = r.town.look("sara", {{"case", "F-1"}}, decide_offer_command().prepare);
        REQUIRE(static_cast<bool>(page));
        CHECK((*page).input.crime_ground.empty());
        CHECK((*page).input.category.empty());
        CHECK((*page).input.ground.empty());
        CHECK((*page).input.outcome.empty());
    });
}

TEST_CASE("S1-45: a full municipality offers nobody, whatever is ticked")
{
    with([](Review& r) {
        auto ticked = Review::a_decision();
        ticked.room_for_more = false;
        CHECK(fault_of(r.decide(ticked)) == "S1-45");
        r.set_capacity(R"({"capacity": 1})");
        Review::must(r.decide(Review::a_decision()));

        Review::must(r.town.run("sara", nomination::propose_command(), another(r.town.today())));
        Review::must(r.town.run("sara", nomination::take_up_command(), r.taking_up("F-2")));
        Review::must(r.town.run("sara", add_source_command(), {"F-2", "own", "file", "Sara", "Egna uppgifter", r.town.today()}));
        auto second = Review::a_decision();
        second.case_number = "F-2";
        CHECK(fault_of(r.decide(second)) == "S1-45");
        second.outcome = "waitlist";
        Review::must(r.decide(second));
    });
}

TEST_CASE("A new case number begins with what the municipality's program is called, and a number once given stays as it is")
{
    with([](Review& r) {
        r.town.set_profile(R"({"program": "SSPF"})");
        const auto made = r.decide(Review::a_decision());
        Review::must(made);
        CHECK((*made).page.str() == "/arende/SSPF-2026-001");
        CHECK(r.facts("SSPF-2026-001").state == CaseState::decided_offer);
        CHECK(static_cast<bool>(r.town.look("sara", {{"case", "SSPF-2026-001"}}, selection_page)));

        r.town.set_profile("{}");  // from today it is called SIG
        Review::must(r.town.run("sara", nomination::propose_command(), another(r.town.today())));
        Review::must(r.town.run("sara", nomination::take_up_command(), r.taking_up("F-2")));
        Review::must(r.town.run("sara", add_source_command(), {"F-2", "own", "file", "Sara", "Egna uppgifter", r.town.today()}));
        auto second = Review::a_decision();
        second.case_number = "F-2";
        const auto next = r.decide(second);
        Review::must(next);
        CHECK((*next).page.str() == "/arende/SIG-2026-002");
        CHECK(r.facts("F-1").number == "SSPF-2026-001");
        CHECK(static_cast<bool>(r.town.look("sara", {{"case", "SSPF-2026-001"}}, selection_page)));
        CHECK_FALSE(static_cast<bool>(r.town.look("sara", {{"case", "SIG-2026-001"}}, selection_page)));
    });
}

TEST_CASE("S4-01: outside the ages an offer says why")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        Review review(town, 2015y / 6 / 1);
        CHECK(fault_of(review.decide(Review::a_decision())) == "outside_age_band_reason");
        auto decision = Review::a_decision();
        decision.outside_age_band_reason = "Syskon med i ett kriminellt nätverk";
        Review::must(review.decide(decision));
        const auto page = town.look("sara", {{"case", "F-1"}}, selection_page);
        CHECK((*page).main.str().find("Syskon med i ett") != std::string::npos);
    });
}

TEST_CASE("S4-14, S1-71, settled-14: what a decision lacks is said, and nothing is kept of it")
{
    with([](Review& r) {
        auto decision = Review::a_decision();
        decision.mode = "open_intervention";
        decision.note.why.clear();
        decision.note.best_interests.clear();
        CHECK(fault_of(r.decide(decision)) == "S4-14 S4-07 S1-71 settled-14");
        CHECK(r.facts().state == CaseState::under_review);
        const auto page = r.town.look("sara", {{"case", "F-1"}}, selection_page);
        CHECK((*page).main.str().find("Inget är beslutat") != std::string::npos);
    });
}
