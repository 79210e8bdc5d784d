#include "guideline/requirements.h"
#include "nomination/test_proposal.h"

using namespace lots;
using namespace lots::nomination;
using namespace lots::nomination::test;

namespace {

/// The page about the ground, after somebody of that birth date was named.
web::View second_page(Municipality& town, const std::string& who, Date born)
{
    const http::FormData first{{{"form_page", "who"}, {"given_name", "Alex"}, {"family_name", "Ternström"}, {"born", iso(born)}}, {}};
    const auto post = web::entry_of(propose_command()).post;
    const auto answer = town.look(who, {}, [&](access::Work& work, const web::Asked& asked) { return post(work, asked, first); });
    REQUIRE(std::holds_alternative<web::View>(answer));
    return std::get<web::View>(answer);
}

}  // namespace

TEST_CASE("edge-4.11 S0-46: a birth date other than the number's is stopped at the field, so that it opens no gate and makes no second person")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
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
    lots::test::on_both_engines([](const lots::test::Place& place) {
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

TEST_CASE("S0-83 S1-73: the police read that the board is told at once, with the law of the day; everybody that a child is reported at once")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
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
    lots::test::on_both_engines([](const lots::test::Place& place) {
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

TEST_CASE("S1-43: who only coordinates proposes for the own agency, by its rules, and reads the own proposal")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        town.add("mia", "Mia Holm", "skolan", access::Role::coordinator);
        town.add("bosse", "Bo Kvist", "polisen", access::Role::coordinator);
        auto propose = a_proposal(town, "", 2010y / 1 / 2);
        propose.debut_age = 13;
        propose.reasons = {"debut_age"};
        CHECK(fault_of(town.run("mia", propose_command(), propose)) == "refused");  // settled 27: the police's to say
        propose.debut_age.reset();
        propose.reasons = {"company"};
        propose.on_behalf_of = "fritid";
        propose.on_behalf_name = "Ali Nouri";
        propose.on_behalf_way = "phone";
        CHECK(fault_of(town.run("mia", propose_command(), propose)) == "on_behalf_of");
        propose.on_behalf_of.clear();
        propose.on_behalf_name.clear();
        propose.on_behalf_way.clear();
        CHECK(fault_of(town.run("mia", propose_command(), propose)) == "none");
        const auto json = town.look("mia", {{"case", "F-1"}}, nomination_json);
        REQUIRE(static_cast<bool>(json));
        CHECK((*json).find(R"("agency":"Björkskolan")") != std::string::npos);
        CHECK_FALSE(static_cast<bool>(town.look("bosse", {{"case", "F-1"}}, nomination_json)));
        // The police's own rules hold for a coordinator of the police: a notice of theirs has its matter code, or it is said why not.
        CHECK(fault_of(town.run("bosse", propose_command(), propose)) == "registry_number");
    });
}

TEST_CASE("S0-70: a notice without 604 and a number is proposed with the reason why, which is kept; other agencies are not asked for it")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        auto propose = a_proposal(town, "", 2010y / 1 / 2);
        CHECK(fault_of(town.run("jonas", propose_command(), propose)) == "registry_number");  // 604 is there
        propose.registry_number = "A-1";
        propose.police_matter_code = "605";
        CHECK(fault_of(town.run("jonas", propose_command(), propose)) == "matter_code_reason");
        CHECK(youths(town) == 0);
        propose.matter_code_reason = "Anmälan lades upp under fel saknummer";
        CHECK(fault_of(town.run("jonas", propose_command(), propose)) == "none");
        const auto json = town.look("jonas", {{"case", "F-1"}}, nomination_json);
        REQUIRE(static_cast<bool>(json));
        CHECK((*json).find(R"("matter_code_reason":"Anmälan lades upp under fel saknummer")") != std::string::npos);
        propose.matter_code_reason.clear();
        CHECK(fault_of(town.run("elin", propose_command(), propose)) == "none");
    });
}

TEST_CASE("settled-15 S1-43: social services write for an agency that does not sign in, by its own rules")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
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

TEST_CASE("S0-70 settled-15: what the police bring on paper is written down with their matter code and number, or with why they are missing")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        const auto asks = [&](const std::string& who, const std::string& field) {
            const auto form = second_page(town, who, 2010y / 1 / 2);
            return form.main.str().find("name=\"" + field + "\"") != std::string::npos;
        };
        for (const std::string field : {"police_matter_code", "matter_code_reason", "registry_number"}) {
            CAPTURE(field);
            CHECK(asks("sara", field));
            CHECK(asks("jonas", field));
        }
        CHECK_FALSE(asks("elin", "police_matter_code"));
        CHECK(asks("sara", "lul_reference"));  // S0-21: they may propose with a notification, on paper too
        CHECK_FALSE(asks("elin", "lul_reference"));
        const auto about_adult = second_page(town, "sara", 2006y / 1 / 2).main.str();
        for (const auto* of_the_young : {"lul6_notification", "lul_reference"}) CHECK(about_adult.find(of_the_young) == std::string::npos);

        auto propose = a_proposal(town, "", 2010y / 1 / 2);
        propose.on_behalf_of = "polisen";
        propose.on_behalf_name = "Jonas Ek";
        propose.on_behalf_way = "letter";
        propose.police_matter_code.clear();
        CHECK(fault_of(town.run("sara", propose_command(), propose)) == "matter_code_reason");
        propose.matter_code_reason = "Anmälan har inget nummer ännu";
        CHECK(fault_of(town.run("sara", propose_command(), propose)) == "none");
        propose.matter_code_reason.clear();
        propose.registry_number = "A-1";
        propose.police_matter_code = "604";
        CHECK(fault_of(town.run("sara", propose_command(), propose)) == "none");
        const auto json = town.look("sara", {{"case", "F-2"}}, nomination_json);
        REQUIRE(static_cast<bool>(json));
        CHECK((*json).find(R"("police_matter_code":"604")") != std::string::npos);
        // What is written for another agency has no number of the police.
        propose.on_behalf_of = "fritid";
        CHECK(fault_of(town.run("sara", propose_command(), propose)) == "none");
        CHECK((*town.look("sara", {{"case", "F-3"}}, nomination_json)).find(R"("police_matter_code":"604")") == std::string::npos);
    });
}

TEST_CASE("S4-34, S1-43: what social services propose comes from a unit that the municipality has chosen; everybody else is free to propose")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        gets(town, second_unit(town, "soc"), "proposes");
        gets(town, second_unit(town, "skolan"), "proposes");
        gets(town, second_unit(town, "polisen"), "proposes");
        const auto is_told = [&](const std::string& who) {
            const auto page = town.look(who, {}, propose_command().prepare);
            REQUIRE(static_cast<bool>(page));
            CHECK((*page).gate.findings().empty());  // the form is open to all
            return (*page).above.str().find("Kommunen har valt andra enheter") != std::string::npos;
        };
        auto proposal = a_proposal(town, "", 2010y / 1 / 2);
        CHECK_FALSE(is_told("elin"));
        CHECK(fault_of(town.run("elin", propose_command(), proposal)) == "none");
        auto by_the_police = proposal;
        by_the_police.police_matter_code = "604";
        by_the_police.registry_number = "A-2026-7";
        CHECK_FALSE(is_told("jonas"));
        CHECK(fault_of(town.run("jonas", propose_command(), by_the_police)) == "none");

        auto own = proposal;
        own.legal_ground = "own_knowledge";
        CHECK(is_told("sara"));
        const auto refused = town.run("sara", propose_command(), own);
        REQUIRE(fault_of(refused) == "refused");
        CHECK(refused.error().as<Refused>()->decision.lacks(guideline::unit_has_part));
        // What somebody else has brought is that agency's proposal, whoever writes it down.
        auto for_others = proposal;
        for_others.on_behalf_of = "fritid";
        for_others.on_behalf_name = "Ali Nouri";
        for_others.on_behalf_way = "phone";
        CHECK(fault_of(town.run("sara", propose_command(), for_others)) == "none");

        gets(town, town.units.at("soc"), "proposes");
        CHECK_FALSE(is_told("sara"));
        CHECK(fault_of(town.run("sara", propose_command(), own)) == "none");
    });
}

TEST_CASE("S4-34: who proposes chooses the unit that decides where there are several")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        auto proposal = a_proposal(town, "", 2010y / 1 / 2);
        gets(town, town.units.at("soc"), "decides");
        CHECK(fault_of(town.run("elin", propose_command(), proposal)) == "none");  // there is one: nobody is asked
        gets(town, second_unit(town, "soc"), "decides");
        CHECK(fault_of(town.run("elin", propose_command(), proposal)) == "to_unit");
        proposal.to_unit = "skolan-enhet";
        CHECK(fault_of(town.run("elin", propose_command(), proposal)) == "to_unit");
        proposal.to_unit = "soc-enhet";
        CHECK(fault_of(town.run("elin", propose_command(), proposal)) == "none");
        CHECK(static_cast<bool>(town.look("sara", {{"case", "F-2"}}, nomination_page)));
        proposal.to_unit = "soc-andra";
        CHECK(fault_of(town.run("elin", propose_command(), proposal)) == "none");
        CHECK_FALSE(static_cast<bool>(town.look("sara", {{"case", "F-3"}}, nomination_page)));  // another unit's
    });
}
