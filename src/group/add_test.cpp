#include <doctest/doctest.h>

#include <string>

#include "group/commands.h"
#include "group/gate_actions.h"
#include "group/pages.h"
#include "guideline/requirements.h"
#include "support/group_with_plan.h"

// From an agency that has nobody in the group to the form that adds somebody.
using namespace lots;
using namespace lots::group;
using access::Operation;
using test::Municipality;
using test::must;

namespace {

/// The form as it is led to from that agency.
std::string form_from(Municipality& town, const std::string& number, const std::string& agency)
{
    const auto entry = web::entry_of(add_member_command());
    const auto page =
        town.look("sara", {{"case", number}}, [&](access::Work& work, const web::Asked& asked) -> Result<web::View> {
            http::Request request = asked.request;
            request.query.emplace_back("myndighet", agency);
            return entry.show(work,
                              web::Asked{request, asked.path, asked.reader, asked.today, asked.csrf_token, asked.fresh_key});
        });
    must(page);
    return (*page).main.str();
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("S0-52 An agency that has nobody in the group leads to its own people, for who forms the group")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        const web::PathParts parts{{"case", number}};
        must(town.run("sara", add_member_command(), {number, "jonas", "police_officer", "Känner Alex", true}));
        const auto page = [&](const std::string& who) {
            const auto found = town.look(who, parts, members_page);
            must(found);
            return (*found).main.str();
        };
        CHECK(has(page("sara"), "Lägg till från Björkskolan"));
        CHECK(has(page("sara"), "/deltagare/lagg-till?myndighet=skolan"));
        CHECK(has(page("sara"), "/vem-ser-vad"));
        CHECK_FALSE(has(page("sara"), "myndighet=polisen"));
        CHECK_FALSE(has(page("jonas"), "myndighet="));

        const auto led = town.as("sara", [&](access::Work& work) -> Result<std::string> {
            const auto permit = access::permit<Operation::read_members>(work, number);
            if (!permit) return permit.error();
            const auto actions = actions_of_group(*permit, Language::sv);
            std::string all;
            for (const auto& action :
                 actions({&guideline::agencies_take_part, false, guideline::Actor::social_services, {}, "skolan"}))
                all += action.text + " " + action.page.str();
            return all;
        });
        must(led);
        CHECK(*led == "Lägg till från Björkskolan /arende/" + number + "/deltagare/lagg-till?myndighet=skolan");
    });
}

TEST_CASE("The form begins with the people of that agency and what they usually do; an unknown agency changes nothing")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        const auto school = form_from(town, number, "skolan");
        CHECK(has(school, "Elin Berg"));
        CHECK_FALSE(has(school, "Petra Dahl"));
        CHECK(has(school, R"(value="teacher" selected)"));
        CHECK(has(form_from(town, number, "polisen"), R"(value="police_officer" selected)"));
        const auto nobody = form_from(town, number, "ingen-alls");
        CHECK(has(nobody, "Elin Berg"));
        CHECK(has(nobody, "Petra Dahl"));
        CHECK_FALSE(has(nobody, R"(value="teacher" selected)"));
    });
}

TEST_CASE("What is handed over is asked when there was a coordinator before, and of nobody else")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        const auto entry = web::entry_of(appoint_coordinator_command());
        const auto form = [&] {
            const auto page = town.look("sara", {{"case", number}}, entry.show);
            must(page);
            return (*page).main.str();
        };
        CHECK_FALSE(has(form(), "Vad lämnas över?"));
        must(town.run("sara", appoint_coordinator_command(), {number, "amir", "Känner Alex", "", {}}));
        CHECK(has(form(), "Vad lämnas över?"));
        CHECK(has(form(), "Uppdraget går över när du sparar."));
    });
}

TEST_CASE("settled-20 Somebody who is added reads at once, so it is shown who reads what before it is done")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        CHECK(add_member_command().confirmation == web::Confirmation::check_answers);
        const auto prepared = town.look("sara", {{"case", number}}, add_member_command().prepare);
        must(prepared);
        CHECK(has((*prepared).check.str(), "minnesanteckningarna"));
        CHECK(has((*prepared).check.str(), "Socialtjänstens akt"));
    });
}
