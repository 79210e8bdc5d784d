#include "nomination/test_proposal.h"

using namespace lots;
using namespace lots::nomination;
using namespace lots::nomination::test;

// Somebody who has turned 18 (S0-46 to S0-50).

TEST_CASE("S0-46 S0-48 edge-4.17: somebody of 18 is named with a consent of the own or not at all, and the consent is read by social services")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        auto unasked = a_proposal(town, "", 2006y / 1 / 2);
        CHECK(fault_of(town.run("elin", propose_command(), unasked)) == "refused");
        CHECK(youths(town) == 0);  // the refused name is nowhere
        REQUIRE(fault_of(town.run("elin", propose_command(), about_an_adult(town))) == "none");
        CHECK(count(town, "SELECT COUNT(*) FROM police_referral_consent") == 1);
        const auto own = town.look("elin", {{"case", "F-1"}}, nomination_json);
        CHECK((*own).find("referral_consent") == std::string::npos);
        const auto theirs = town.look("sara", {{"case", "F-1"}}, nomination_json);
        CHECK((*theirs).find(R"("way":"paper","kept_at":"Pärm 4","text_version":"1")") != std::string::npos);
        // It opens nothing else: the case has no consent of the method.
        const auto facts = town.as("sara", [](access::Work& work) -> Result<access::CaseFacts> { return *access::load_case_facts(work, "F-1"); });
        CHECK((*facts).consent_state == access::ConsentState::none);
    });
}

TEST_CASE("S0-50: OSL 10:15 a is offered where a jurist has said so, with its balancing and a manager")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        auto by_law = about_an_adult(town);
        by_law.legal_ground = "osl_10_15a";
        by_law.ground_motive = "Fara för fler brott";
        by_law.ground_manager = "Maj Ek";
        CHECK(fault_of(town.run("jonas", propose_command(), by_law)) == "refused");
        set_profile(town, R"({"osl_10_15a": {"jurist": "Bo Al", "reference": "KS 14", "decided_on": "2026-01-10"}})");
        auto unbalanced = by_law;
        unbalanced.ground_motive.clear();
        CHECK(fault_of(town.run("jonas", propose_command(), unbalanced)) == "refused");
        REQUIRE(fault_of(town.run("jonas", propose_command(), by_law)) == "none");
        CHECK(count(town, "SELECT COUNT(*) FROM police_referral_consent") == 0);
        const auto page = town.look("sara", {{"case", "F-1"}}, nomination_page);
        for (const auto* words : {"Fara för fler brott", "Maj Ek", "10 kap. 15 a §"})
            CHECK((*page).main.str().find(words) != std::string::npos);
    });
}

TEST_CASE("S0-49: a referral is a number of the agency and of nobody, and the page says whom to phone")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        set_profile(town, R"({"referral_contact": "Mottagningen, 010-000 00 00"})");
        REQUIRE(fault_of(town.run("jonas", refer_command(), {"slip"})) == "none");
        REQUIRE(fault_of(town.run("petra", refer_command(), {"phone_number"})) == "none");
        CHECK((*town.look("jonas", {}, referrals_json)).find(R"("referrals_this_year":2)") != std::string::npos);
        CHECK((*town.look("elin", {}, referrals_json)).find(R"("referrals_this_year":0)") != std::string::npos);
        const auto page = town.look("jonas", {}, over_18_page);
        CHECK((*page).main.str().find("010-000 00 00") != std::string::npos);
        CHECK((*page).main.str().find("inte fått något löfte") != std::string::npos);
        CHECK(youths(town) == 0);
        CHECK_FALSE(static_cast<bool>(town.look("alex", {}, over_18_page)));
    });
}

TEST_CASE("S0-47: no proposer has anything to offer: there is no such field in any form of theirs")
{
    for (const auto& schema : {web::entry_of(propose_command()).schema(Language::en), web::entry_of(refer_command()).schema(Language::en)}) {
        CHECK(schema.find("\"offer") == std::string::npos);
        CHECK(schema.find("\"place\"") == std::string::npos);
        CHECK(schema.find("promise") == std::string::npos);
    }
}
