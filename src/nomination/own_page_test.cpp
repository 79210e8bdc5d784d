#include "guideline/requirements.h"
#include "nomination/test_proposal.h"
#include "organisation/areas.h"

// What the proposer reads of an own proposal, and what social services read beside the form that takes it up.
using namespace lots;
using namespace lots::nomination;
using namespace lots::nomination::test;

namespace {

bool says(const std::string& page, std::string_view words) { return page.find(words) != std::string::npos; }

template <class Page>
std::string main_of(Municipality& town, const std::string& who, const web::PathParts& parts, Page page)
{
    const auto view = town.look(who, parts, page);
    REQUIRE(static_cast<bool>(view));
    return (*view).main.str();
}

}  // namespace

TEST_CASE("Who has proposed nobody reads what the page is for; who has, the number and what happens next")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        const auto none = main_of(town, "elin", {}, own_page);
        CHECK(says(none, "Du har inte föreslagit någon."));
        CHECK(says(none, "Då vet du att det har kommit fram."));
        CHECK(says(none, "href=\"/foresla\""));
        REQUIRE(fault_of(town.run("elin", propose_command(), a_proposal(town, "", 2010y / 1 / 2))) == "none");
        const auto one = main_of(town, "elin", {}, own_page);
        CHECK(says(one, ">F-1</a>"));
        CHECK(says(one, "Vad händer nu?"));
        CHECK(says(one, "gör en ny orosanmälan"));
    });
}

TEST_CASE("settled-20: what happens next is told in the same words before and after the proposal is taken up")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        REQUIRE(fault_of(town.run("elin", propose_command(), a_proposal(town, "", 2010y / 1 / 2))) == "none");
        const auto before = main_of(town, "elin", {{"case", "F-1"}}, nomination_page);
        CHECK(says(before, "Vad händer nu?"));
        REQUIRE(fault_of(town.run("sara", take_up_command(), taking_up(town))) == "none");
        CHECK(main_of(town, "elin", {{"case", "F-1"}}, nomination_page) == before);
    });
}

TEST_CASE("Who may have a notice to make first reads how; social services, who receive it, do not")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        const auto above = [&](const std::string& who) {
            return (*town.look(who, {}, propose_command().prepare)).above.str();
        };
        for (const std::string who : {"jonas", "elin"}) CHECK(says(above(who), "Så gör du en orosanmälan"));
        CHECK_FALSE(says(above("sara"), "Så gör du en orosanmälan"));
        // The law stands with it, folded away: the first question is what somebody came for (S0-83).
        const auto police = above("jonas");
        CHECK(police.find("Så gör du en orosanmälan") < police.find("Är du orolig för ett barn"));
        CHECK(police.find("Är du orolig för ett barn") < police.find("skäligen misstänkt"));
        CHECK(police.find("skäligen misstänkt") < police.find("</details>"));
        CHECK_FALSE(says(above("elin"), "skäligen misstänkt"));
    });
}

TEST_CASE("T2: the proposal stands beside the form that takes it up")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        REQUIRE(fault_of(town.run("elin", propose_command(), a_proposal(town, "", 2010y / 1 / 2))) == "none");
        const auto page = town.look("sara", {{"case", "F-1"}}, take_up_command().prepare);
        REQUIRE(static_cast<bool>(page));
        for (const auto* words : {"Björkskolan", "Umgås med kriminella", "Därför", "Läs hela förslaget"})
            CHECK(says((*page).beside.str(), words));
        CHECK((*page).gate.findings().empty());
    });
}

TEST_CASE("edge-4.13: a proposal about somebody whose case is open is not asked about before it can be taken up")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        for (int i = 0; i < 2; ++i)
            REQUIRE(fault_of(town.run("elin", propose_command(), a_proposal(town, "201001012382", 2010y / 1 / 1))) ==
                    "none");
        REQUIRE(fault_of(town.run("sara", take_up_command(), taking_up(town))) == "none");
        const auto page = town.look("sara", {{"case", "F-2"}}, take_up_command().prepare);
        REQUIRE(static_cast<bool>(page));
        CHECK((*page).gate.lacks(guideline::one_open_case));
        CHECK_FALSE(
            says(main_of(town, "sara", {{"case", "F-2"}}, web::entry_of(take_up_command()).show), "name=\"lives_here\""));
        CHECK(fault_of(town.run("sara", take_up_command(), taking_up(town, "F-2"))) == "refused");
    });
}

TEST_CASE("S4-48: a unit that works in several districts says where the young person lives, for counting; other units are "
          "not asked")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        for (int i = 0; i < 2; ++i)
            REQUIRE(fault_of(town.run("elin", propose_command(), a_proposal(town, "", 2010y / 1 / 2))) == "none");
        const auto asked = [&] {
            return (*town.look("sara", {{"case", "F-1"}}, take_up_command().prepare)).choices.of("districts").size();
        };
        const auto works_in = [&](const std::string& code, const std::string& name) {
            town.in_unit([&](storage::Session& db) {
                const organisation::Change change{db, *town.house.vault, town.house.random, town.house.now, town.here, {}};
                const auto district = *organisation::add_district(change, code, name);
                db.run("INSERT INTO unit_district (municipality, unit, district, made_at) VALUES ($1, $2, $3, $4)",
                       town.here, town.units.at("soc"), district, town.house.now);
            });
        };
        CHECK(asked() == 0);
        works_in("norr", "Norr");
        CHECK(asked() == 0);
        works_in("soder", "Söder");
        CHECK(asked() == 2);

        auto input = taking_up(town);
        input.district = "vaster";
        CHECK(fault_of(town.run("sara", take_up_command(), input)) == "district");
        input.district = "soder";
        REQUIRE(fault_of(town.run("sara", take_up_command(), input)) == "none");
        CHECK(says(main_of(town, "sara", {{"case", "F-1"}}, nomination_page), "Söder"));
        REQUIRE(fault_of(town.run("sara", take_up_command(), taking_up(town, "F-2"))) == "none");  // nobody knows yet
        CHECK_FALSE(says(main_of(town, "sara", {{"case", "F-2"}}, nomination_page), "Söder"));
    });
}
