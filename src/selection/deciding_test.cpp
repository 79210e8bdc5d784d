#include "selection/deciding.h"

#include "organisation/groups.h"
#include "selection/pages.h"
#include "selection/test_review.h"
#include "working_group/commands.h"

// The page where social services decide, and the assessments.
using namespace lots;
using namespace lots::selection;
using namespace lots::selection::test;

namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

bool says(const std::string& page, std::string_view words) { return page.find(words) != std::string::npos; }

/// What Sara gets back when she sends that.
std::string answer_to(Municipality& town, const Fields& fields)
{
    const auto post = web::entry_of(decide_offer_command()).post;
    const auto posted = town.look("sara", {{"case", "F-1"}}, [&](access::Work& work, const web::Asked& asked) {
        return post(work, asked, {fields, {}});
    });
    REQUIRE(std::holds_alternative<web::View>(posted));
    return std::get<web::View>(posted).main.str();
}

Fields a_form(const std::string& mode, const std::string& crime_ground)
{
    return {{"outcome", "offer"},
            {"category", "at_risk"},
            {"crime_ground", crime_ground},
            {"room_for_more", "yes"},
            {"mode", mode},
            {"ground", "none"},
            {"what", "Erbjuds"},
            {"why", "Därför"},
            {"how", "Så här"},
            {"who", "Sara"},
            {"delegation", "3.2"},
            {"childs_view", "Vill gärna"},
            {"best_interests", "Talar för"}};
}

/// Sara shows the working group the case, and it advises an offer.
void group_advises(Municipality& town)
{
    town.in_unit([&](storage::Session& db) {
        const organisation::Change change{db, *town.house.vault, town.house.random, town.house.now, town.here, {}};
        const auto group = *organisation::add_group(change, {"working_group", "arbetsgruppen", "Arbetsgruppen"});
        REQUIRE(static_cast<bool>(organisation::add_seat(
            change, group, {town.people.at("sara"), town.agencies.at("soc"), "unit_head", true, false, town.today()})));
    });
    Review::must(town.run("sara", working_group::call_group_command(),
                          {"arbetsgruppen", "Rådhuset", next_day(town.today()), form::Clock{9, 0}}));
    Review::must(town.run("sara", working_group::prepare_item_command(),
                          {"F-1", "1", "deidentified", "Någon är ofta ute sent.", "", "", 60, true, false, {}, {}}));
    Review::must(
        town.run("sara", working_group::recommend_command(), {"1", "1", "offer", "Många är oroliga.", "skolan", "mentor"}));
}

}  // namespace

TEST_CASE("S0-19: the proposal and what the decision rests on stand beside the form, which comes after them")
{
    with([](Review& r) {
        const auto page = r.town.look("sara", {{"case", "F-1"}}, web::entry_of(decide_offer_command()).show);
        REQUIRE(static_cast<bool>(page));
        const auto& text = (*page).main.str();
        for (const auto* words : {"sig-beside__read", "Umgås med kriminella", "Läs hela förslaget",
                                  "Egna uppgifter och polisens", "Lägg till en källa"}) {
            CAPTURE(words);
            CHECK(says(text, words));
        }
        CHECK(text.find("Läs hela förslaget") < text.find("name=\"outcome\""));
        CHECK_FALSE(says(text, "Arbetsgruppens rekommendation"));
    });
}

TEST_CASE("S1-71: who decides is a first guess; what, why and what the young person thinks are nobody's but the decider's")
{
    with([](Review& r) {
        const auto first = r.town.look("sara", {{"case", "F-1"}}, decide_offer_command().prepare);
        REQUIRE(static_cast<bool>(first));
        CHECK((*first).input.note.who == "Sara Lind, Enheten, håller i ärendet.");
        CHECK((*first).input.mode == "cooperation_form");
        CHECK((*first).input.note.what.empty());
        CHECK((*first).input.note.why.empty());
        CHECK((*first).input.note.how.empty());
        CHECK((*first).input.note.delegation.empty());

        auto wait = Review::a_decision("waitlist");
        wait.room_for_more = false;
        Review::must(r.decide(wait));
        const auto again = r.town.look("sara", {{"case", "F-1"}}, decide_offer_command().prepare);
        REQUIRE(static_cast<bool>(again));
        CHECK((*again).input.note.how == "Så här");
        CHECK((*again).input.note.who == "Socialtjänsten");
        CHECK((*again).input.note.delegation == "3.2");
        CHECK((*again).input.note.why.empty());
        CHECK((*again).input.note.childs_view.empty());
        CHECK((*again).input.crime_ground.empty());
        const auto karin = r.town.look("karin", {{"case", "F-1"}}, decide_offer_command().prepare);
        REQUIRE(static_cast<bool>(karin));
        CHECK((*karin).input.note.delegation.empty());  // another's right to decide is not hers
    });
}

TEST_CASE("S2-11: what the working group advises stands beside the decision, and is filled in as advice")
{
    with([](Review& r) {
        group_advises(r.town);
        const auto page = r.town.look("sara", {{"case", "F-1"}}, decide_offer_command().prepare);
        REQUIRE(static_cast<bool>(page));
        CHECK((*page).input.recommendation == "Erbjud en social insatsgrupp. Många är oroliga.");
        CHECK((*page).input.outcome.empty());  // social services decide (S0-10)
        CHECK(says((*page).beside.str(), "Arbetsgruppens rekommendation"));
        CHECK(says((*page).beside.str(), "/arende/F-1/beredning/1/1/svar"));
    });
}

TEST_CASE("S4-14, S1-02: what is asked follows from what was chosen, and what was not asked is not kept")
{
    with([](Review& r) {
        auto cooperation = a_form("cooperation_form", "suspected");
        cooperation.emplace_back("no_crimes_reason", "Bara risk");
        cooperation.emplace_back("appeal_information", "Muntligt");
        cooperation.emplace_back("agreed_by", "guardians");
        const auto without = answer_to(r.town, cooperation);
        CHECK(says(without, "Kontrollera dina svar"));
        CHECK(says(without, "Bara socialtjänsten läser beslutet här."));
        for (const auto* field : {"change:no_crimes_reason", "change:appeal_information", "change:agreed_by"})
            CHECK_FALSE(says(without, field));

        auto open = a_form("open_intervention", "risk_only");
        open.emplace_back("no_crimes_reason", "Bara risk");
        open.emplace_back("agreed_by", "youth");
        open.emplace_back("agreed_reason", "Bor själv");
        const auto with_all = answer_to(r.town, open);
        for (const auto* field : {"change:no_crimes_reason", "change:agreed_by", "change:agreed_reason"})
            CHECK(says(with_all, field));
        CHECK_FALSE(says(with_all, "change:appeal_information"));
        CHECK(says(answer_to(r.town, a_form("assessed_intervention", "suspected")), "change:appeal_information"));
    });
}

TEST_CASE("S4-01: outside the ages of one category only, the reason is asked for with that category")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        Review review(town, 2004y / 6 / 1);
        review.set_capacity(R"({"oldest_years": 18, "exit_oldest_years": 25})");
        const auto page = town.look("sara", {{"case", "F-1"}}, decide_offer_command().prepare);
        REQUIRE(static_cast<bool>(page));
        CHECK((*page).choices.of("within_ages").empty());
        REQUIRE((*page).choices.of("outside_only").size() == 1);
        CHECK((*page).choices.of("outside_only").front().value == "at_risk");
        auto at_risk = a_form("cooperation_form", "suspected");
        CHECK(says(answer_to(town, at_risk), "change:outside_age_band_reason"));
        at_risk.at(1).second = "exit_seeker";
        CHECK_FALSE(says(answer_to(town, at_risk), "change:outside_age_band_reason"));
    });
}

TEST_CASE("S1-11, S1-12: an assessment says what it means for the plan when it means something, and an empty page says what "
          "comes next")
{
    with([](Review& r) {
        const auto shown = [&] {
            const auto page = r.town.look("sara", {{"case", "F-1"}}, assessments_page);
            REQUIRE(static_cast<bool>(page));
            return (*page).main.str();
        };
        CHECK(says(shown(), "Ingen strukturerad bedömning är registrerad."));
        CHECK(says(shown(), "/arende/F-1/bedomningar/ny"));

        Assessment savry{"F-1", "savry", "", "2.0", "Lena Ek, psykolog", "Måttlig risk.", r.town.today()};
        Review::must(r.town.run("sara", register_assessment_command(), savry));
        CHECK(says(shown(), "Måttlig risk."));
        CHECK_FALSE(says(shown(), "Vad betyder resultatet för planen?"));

        savry.for_plan = "Börja med skolan.";
        Review::must(r.town.run("sara", register_assessment_command(), savry));
        CHECK(says(shown(), "Vad betyder resultatet för planen?"));
        CHECK(says(shown(), "Börja med skolan."));
        const auto json = r.town.look("sara", {{"case", "F-1"}}, assessments_json);
        REQUIRE(static_cast<bool>(json));
        CHECK(says(*json, R"("for_plan":"Börja med skolan.")"));

        Review::must(r.decide(Review::a_decision()));
        CHECK(says(shown(), "Fler bedömningar registreras bara medan förslaget bedöms."));
        CHECK_FALSE(says(shown(), "bedomningar/ny"));
    });
}
