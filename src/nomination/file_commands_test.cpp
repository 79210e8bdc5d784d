#include "nomination/test_proposal.h"

using namespace lots;
using namespace lots::nomination;
using namespace lots::nomination::test;

// What social services do with a proposal.

TEST_CASE("S0-20 S4-39 lifecycle T2: taking up is a decision with its reason, the number of the notice and social services' own answer")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        REQUIRE(fault_of(town.run("elin", propose_command(), a_proposal(town, "", 2010y / 1 / 2))) == "none");
        auto unnumbered = taking_up(town);
        unnumbered.notice_number.clear();
        CHECK(fault_of(town.run("sara", take_up_command(), unnumbered)) == "refused");
        auto unexplained = taking_up(town);
        unexplained.note.why.clear();
        CHECK(fault_of(town.run("sara", take_up_command(), unexplained)) == "refused");
        REQUIRE(fault_of(town.run("sara", take_up_command(), taking_up(town))) == "none");
        CHECK(count(town, "SELECT COUNT(*) FROM case_transition WHERE transition = 'T2' AND decision_note IS NOT NULL") == 1);
        CHECK(count(town, "SELECT COUNT(*) FROM decision_note WHERE legal_reference = 'sol-20-2'") == 1);
        const auto json = town.look("sara", {{"case", "F-1"}}, nomination_json);
        CHECK((*json).find(R"("notice_number":"SN 2026/5","known_to_social_services":"no")") != std::string::npos);
        CHECK((*town.look("elin", {{"case", "F-1"}}, nomination_json)).find("SN 2026/5") == std::string::npos);
    });
}

TEST_CASE("S1-73: whoever made the notice is told once, of another's notice, with a way or a reason")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        REQUIRE(fault_of(town.run("elin", propose_command(), a_proposal(town, "", 2010y / 1 / 2))) == "none");
        REQUIRE(fault_of(town.run("sara", take_up_command(), taking_up(town))) == "none");
        GiveFeedback told{"F-1", town.today(), town.today(), "opened", "none", ""};
        CHECK(fault_of(town.run("sara", give_feedback_command(), told)) == "way");
        told.told = "not_told";
        CHECK(fault_of(town.run("sara", give_feedback_command(), told)) == "refused");
        told.reason = "Det skulle skada barnet";
        CHECK(fault_of(town.run("elin", give_feedback_command(), told)) == "not found");
        REQUIRE(fault_of(town.run("sara", give_feedback_command(), told)) == "none");
        CHECK(fault_of(town.run("sara", give_feedback_command(), told)) == "refused");
        CHECK((*town.look("sara", {{"case", "F-1"}}, nomination_json)).find("Det skulle skada barnet") != std::string::npos);
        CHECK((*town.look("elin", {{"case", "F-1"}}, nomination_json)).find("feedback\":{") == std::string::npos);

        // What social services know themselves has nobody to tell.
        auto own = a_proposal(town, "", 2010y / 3 / 3);
        own.legal_ground = "own_knowledge";
        REQUIRE(fault_of(town.run("sara", propose_command(), own)) == "none");
        auto second = taking_up(town, "F-2");
        second.notice_number.clear();
        REQUIRE(fault_of(town.run("sara", take_up_command(), second)) == "none");
        told.case_number = "F-2";
        CHECK(fault_of(town.run("sara", give_feedback_command(), told)) == "refused");
    });
}

TEST_CASE("settled-35: a proposal is taken back once, and the proposer's own page is the same as before (settled-20)")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        REQUIRE(fault_of(town.run("elin", propose_command(), a_proposal(town, "", 2010y / 1 / 2))) == "none");
        REQUIRE(fault_of(town.run("sara", take_up_command(), taking_up(town))) == "none");
        const auto before = *town.look("elin", {{"case", "F-1"}}, nomination_json);
        const TakeBack back{"F-1", town.today(), "Har flyttat"};
        CHECK(fault_of(town.run("elin", take_back_command(), back)) == "not found");
        REQUIRE(fault_of(town.run("sara", take_back_command(), back)) == "none");
        CHECK(fault_of(town.run("sara", take_back_command(), back)) == "refused");
        CHECK(*town.look("elin", {{"case", "F-1"}}, nomination_json) == before);
        CHECK((*town.look("sara", {{"case", "F-1"}}, nomination_page)).main.str().find("Har flyttat") != std::string::npos);
    });
}

TEST_CASE("settled-35: the proposer takes an own proposal back until it is taken up; after that the page says no more than that (settled-20)")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        REQUIRE(fault_of(town.run("elin", propose_command(), a_proposal(town, "", 2010y / 1 / 2))) == "none");
        CHECK(fault_of(town.run("jonas", take_back_own_command(), {"F-1", "Fel person"})) == "not found");  // not Jonas' proposal
        CHECK(fault_of(town.run("sara", take_back_own_command(), {"F-1", "Fel person"})) == "refused");     // reads it, and did not make it
        REQUIRE(fault_of(town.run("elin", take_back_own_command(), {"F-1", "Fel person"})) == "none");
        CHECK(fault_of(town.run("elin", take_back_own_command(), {"F-1", "Fel person"})) == "refused");
        CHECK((*town.look("elin", {{"case", "F-1"}}, nomination_page)).main.str().find("Du har tagit tillbaka") != std::string::npos);
        // What becomes of it is social services' to decide: they take it up, and read why.
        REQUIRE(fault_of(town.run("sara", take_up_command(), taking_up(town))) == "none");
        CHECK((*town.look("sara", {{"case", "F-1"}}, nomination_page)).main.str().find("Fel person") != std::string::npos);

        REQUIRE(fault_of(town.run("elin", propose_command(), a_proposal(town, "", 2010y / 3 / 3))) == "none");
        const auto before = (*town.look("elin", {{"case", "F-2"}}, nomination_page)).main.str();
        CHECK(before.find("/forslag/ta-tillbaka") != std::string::npos);
        REQUIRE(fault_of(town.run("sara", take_up_command(), taking_up(town, "F-2"))) == "none");
        CHECK(fault_of(town.run("elin", take_back_own_command(), {"F-2", ""})) == "refused");
        CHECK((*town.look("elin", {{"case", "F-2"}}, nomination_page)).main.str() == before);
    });
}
