#include "nomination/commands.h"

#include <doctest/doctest.h>

#include "nomination/pages.h"
#include "support/municipality.h"

using namespace lots;
using namespace lots::nomination;
using test::Municipality;

namespace {

std::string fault_of(const Result<web::Landing>& result)
{
    if (result) return "none";
    if (result.error().as<NotFound>() != nullptr) return "not found";
    if (result.error().as<Refused>() != nullptr) return "refused";
    return result.error().as<Invalid>()->fields.at(0).field;
}

Propose a_proposal(const Municipality& town, const std::string& personal_number, Date born)
{
    Propose propose;
    propose.given_name = "Alex";
    propose.family_name = "Ternström";
    propose.personal_number = personal_number;
    propose.born = born;
    propose.legal_ground = "concern_notice";
    propose.noticed_on = town.today();
    propose.considered_for_sig = true;
    propose.reasons = {"company"};
    propose.origin = "none";
    propose.known_before = "yes";
    propose.reason = propose.why_sig = propose.weighing = "Därför";
    return propose;
}

/// The same about somebody of 20 who has signed.
Propose about_an_adult(const Municipality& town)
{
    auto propose = a_proposal(town, "", 2006y / 1 / 2);
    propose.legal_ground = "adult_consent";
    propose.considered_for_sig = false;
    propose.consent_given_on = town.today();
    propose.consent_last_day = add_days(town.today(), 30);
    propose.consent_way = "paper";
    propose.consent_kept_at = "Pärm 4";
    return propose;
}

TakeUp taking_up(const Municipality& town, const std::string& number = "F-1")
{
    TakeUp input{number, true, town.today(), "population_register", "no", "no", "", "SN 2026/5", "no"};
    input.note.why = input.note.childs_view = input.note.best_interests = "Därför";
    return input;
}

int count(Municipality& town, storage::Sql sql)
{
    int found = 0;
    town.in_unit([&](storage::Session& db) { found = *db.one(sql, [](const storage::Row& row) { return row.get<int>(0); }); });
    return found;
}

void set_profile(Municipality& town, const std::string& profile)
{
    town.in_unit([&](storage::Session& db) {
        const bool postgresql = town.house.data->engine() == storage::Engine::postgresql;
        db.script(postgresql ? "ALTER TABLE municipality DISABLE TRIGGER USER" : "DROP TRIGGER IF EXISTS municipality_no_update");
        db.run("UPDATE municipality SET profile = $2 WHERE municipality = $1", town.here, profile);
    });
}

int youths(Municipality& town)
{
    int found = 0;
    town.in_unit([&](storage::Session& db) {
        found = *db.one("SELECT COUNT(*) FROM youth", [](const storage::Row& row) { return row.get<int>(0); });
    });
    return found;
}

}  // namespace

TEST_CASE("edge-4.11 S0-46: a birth date other than the number's is stopped at the field, so that it opens no gate and makes no second person")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        CHECK(fault_of(town.run("elin", propose_command(), a_proposal(town, "201001022399", 2010y / 1 / 3))) == "personal_number");
        CHECK(fault_of(town.run("elin", propose_command(), a_proposal(town, "201001022399", 2012y / 1 / 2))) == "personal_number");
        CHECK(youths(town) == 0);
        CHECK(fault_of(town.run("elin", propose_command(), a_proposal(town, "201001022399", 2010y / 1 / 2))) == "none");
        CHECK(fault_of(town.run("elin", propose_command(), a_proposal(town, "", 2010y / 1 / 3))) == "none");
        CHECK(youths(town) == 2);
    });
}

TEST_CASE("settled-20: who proposed and is not in the group finds the proposal by its own number only")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        REQUIRE(fault_of(town.run("elin", propose_command(), a_proposal(town, "", 2010y / 1 / 2))) == "none");
        town.in_unit([&](storage::Session& db) {
            db.run("INSERT INTO case_number (municipality, case_id, number, given_at) SELECT municipality, id, 'SIG-2026-001', made_at FROM sig_case");
        });
        const auto sees = [&](const std::string& who, const std::string& number) {
            return static_cast<bool>(town.look(who, {{"case", number}}, nomination_page));
        };
        CHECK(sees("elin", "F-1"));
        CHECK_FALSE(sees("elin", "SIG-2026-001"));
        CHECK(sees("sara", "SIG-2026-001"));  // intake: social services' own
        const auto facts = town.as("elin", [](access::Work& work) -> Result<access::CaseFacts> { return *access::load_case_facts(work, "F-1"); });
        CHECK((*facts).number == "F-1");
    });
}

TEST_CASE("S0-46 S0-48 edge-4.17: somebody of 18 is named with a consent of the own or not at all, and the consent is read by social services")
{
    test::on_both_engines([](const test::Place& place) {
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
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        town.set(2026y / 2 / 2);
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
    test::on_both_engines([](const test::Place& place) {
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

TEST_CASE("S0-83 S1-73: the police read that the board is told at once, with the law of the day; everybody that a child is reported at once")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto above = [&](const std::string& who) { return (*town.look(who, {}, propose_command().prepare)).above.str(); };
        CHECK(above("jonas").find("6 § lagen med särskilda bestämmelser") != std::string::npos);
        CHECK(above("elin").find("6 § lagen med särskilda bestämmelser") == std::string::npos);
        for (const std::string who : {"jonas", "elin"}) CHECK(above(who).find("19 kap. 1 § socialtjänstlagen") != std::string::npos);
        CHECK(above("sara").find("19 kap. 1 §") == std::string::npos);
    });
}

TEST_CASE("S0-42: an age at the first crime above today's age is a slip, and so is an age that is said not to be known")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        auto propose = a_proposal(town, "", 2010y / 1 / 2);
        propose.registry_number = "A-1";
        propose.police_matter_code = "604";
        const int age = age_on(*propose.born, town.today());
        propose.debut_age = age + 1;
        CHECK(fault_of(town.run("jonas", propose_command(), propose)) == "debut_age");
        propose.debut_age = age;
        propose.debut_known = "no";
        CHECK(fault_of(town.run("jonas", propose_command(), propose)) == "debut_age");
        propose.debut_known = "yes";
        CHECK(fault_of(town.run("jonas", propose_command(), propose)) == "none");
        propose.debut_age.reset();
        propose.debut_known = "no";
        CHECK(fault_of(town.run("jonas", propose_command(), propose)) == "none");
        CHECK((*town.look("jonas", {{"case", "F-2"}}, nomination_json)).find(R"("debut_known":"no")") != std::string::npos);
    });
}

TEST_CASE("settled-15 S1-43: social services write for an agency that does not sign in, by its own rules")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        auto propose = a_proposal(town, "", 2010y / 1 / 2);
        propose.on_behalf_of = "fritid";
        CHECK(fault_of(town.run("sara", propose_command(), propose)) == "on_behalf_name");
        propose.on_behalf_name = "Ali Nouri";
        CHECK(fault_of(town.run("sara", propose_command(), propose)) == "on_behalf_way");
        propose.on_behalf_way = "phone";
        propose.considered_for_sig = false;
        CHECK(fault_of(town.run("sara", propose_command(), propose)) == "refused");  // S0-41 holds for them too
        propose.considered_for_sig = true;
        CHECK(fault_of(town.run("elin", propose_command(), propose)) == "on_behalf_of");
        CHECK(fault_of(town.run("sara", propose_command(), propose)) == "none");
        const auto json = town.look("sara", {{"case", "F-1"}}, nomination_json);
        CHECK((*json).find(R"("agency":"Fritid")") != std::string::npos);
        CHECK((*json).find(R"("on_behalf_name":"Ali Nouri","on_behalf_way":"phone")") != std::string::npos);
    });
}

TEST_CASE("S0-20 S4-39 lifecycle T2: taking up is a decision with its reason, the number of the notice and social services' own answer")
{
    test::on_both_engines([](const test::Place& place) {
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
    test::on_both_engines([](const test::Place& place) {
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
    test::on_both_engines([](const test::Place& place) {
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
