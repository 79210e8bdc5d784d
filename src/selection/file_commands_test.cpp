#include "selection/commands.h"

#include "selection/pages.h"
#include "selection/test_review.h"

using namespace lots;
using namespace lots::selection;
using namespace lots::selection::test;
using access::CaseState;

// What the decision rests on, who waits, and who is told.

TEST_CASE("S0-19: without a source nothing is decided, and the decision keeps the sources as they stood")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        Review review(town);
        const auto shown = town.look("sara", {{"case", "F-1"}}, sources_json);
        REQUIRE(static_cast<bool>(shown));
        CHECK((*shown).find(R"("whose":"own","kind":"file","from_whom":"Socialtjänsten")") != std::string::npos);
        CHECK(fault_of(town.run("sara", add_source_command(),
                                {"F-1", "other", "notice", "Polisen", "Rån", add_days(town.today(), 1)})) == "learned_on");
        Review::must(town.run("sara", add_source_command(), {"F-1", "other", "notice", "Polisen", "Rån", town.today()}));
        for (const std::string who : {"amir", "jonas", "elin"})
            CHECK(fault_of(town.run(who, add_source_command(), {"F-1", "own", "file", "x", "y", town.today()})) ==
                  "not found");
        Review::must(review.decide(Review::a_decision()));
        const auto json = town.look("sara", {{"case", "F-1"}}, selection_json);
        CHECK((*json).find("Polisen, " + say_date_short(Language::sv, town.today()) + ": Rån") != std::string::npos);
        CHECK(fault_of(town.run("sara", add_source_command(), {"F-1", "own", "file", "x", "y", town.today()})) ==
              "not found");  // decided
    });
}

TEST_CASE("S0-19: a proposal that was taken up a moment ago has nothing to rest on yet")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        Review review(town);
        town.in_unit([&](storage::Session& db) {
            const bool postgresql = town.house.data->engine() == storage::Engine::postgresql;
            db.script(postgresql ? "ALTER TABLE offer_source DISABLE TRIGGER USER" : "DROP TRIGGER offer_source_no_delete");
            db.script("DELETE FROM offer_source");
        });
        CHECK(fault_of(review.decide(Review::a_decision())) == "S0-19");
    });
}

TEST_CASE("S1-11 S4-02: a structured assessment is social services' own, its result and nothing more, and only while it is "
          "reviewed")
{
    with([](Review& r) {
        const Assessment savry{"F-1", "savry", "", "2.0", "Lena Ek, psykolog", "Måttlig risk.", r.town.today()};
        const auto page = r.town.look("sara", {{"case", "F-1"}}, register_assessment_command().prepare);
        REQUIRE(static_cast<bool>(page));
        CHECK((*page).input.instrument == "savry");
        for (const std::string who : {"amir", "jonas", "elin", "alex"}) {
            CHECK(fault_of(r.town.run(who, register_assessment_command(), savry)) == "not found");
            CHECK_FALSE(static_cast<bool>(r.town.look(who, {{"case", "F-1"}}, assessments_page)));
        }
        auto nameless = savry;
        nameless.instrument = "other";
        CHECK(fault_of(r.town.run("sara", register_assessment_command(), nameless)) == "instrument_name");
        auto empty = savry;
        empty.summary.clear();
        CHECK(fault_of(r.town.run("sara", register_assessment_command(), empty)) == "S1-11");
        Review::must(r.town.run("sara", register_assessment_command(), savry));
        CHECK(r.facts().state == CaseState::under_review);
        const auto json = r.town.look("karin", {{"case", "F-1"}}, assessments_json);
        CHECK((*json).find(R"("instrument":"savry")") != std::string::npos);
        CHECK((*json).find("Måttlig risk.") != std::string::npos);
        Review::must(r.decide(Review::a_decision()));
        CHECK(fault_of(r.town.run("sara", register_assessment_command(), savry)) == "not found");
    });
}

TEST_CASE("S1-02: where there is only a risk the decision says why the method fits all the same")
{
    with([](Review& r) {
        auto risk = Review::a_decision();
        risk.crime_ground = "risk_only";
        CHECK(fault_of(r.decide(risk)) == "no_crimes_reason");
        risk.no_crimes_reason = "Äldre syskon i ett nätverk";
        Review::must(r.decide(risk));
        const auto json = r.town.look("sara", {{"case", "F-1"}}, selection_json);
        CHECK((*json).find(R"("commits_crimes":false)") != std::string::npos);
        CHECK((*json).find(R"("crime_ground":"risk_only","no_crimes_reason":"Äldre syskon i ett nätverk")") !=
              std::string::npos);
    });
}

TEST_CASE("S1-03 S1-04 S4-01: those on the way out, their routine and their ages, as the municipality has set them")
{
    with([](Review& r) {
        auto leaves = Review::a_decision();
        leaves.category = "exit_seeker";
        r.set_capacity(R"({"exit_seekers": false})");
        CHECK(fault_of(r.decide(leaves)) == "S1-03");
    });
    with([](Review& r) {
        auto leaves = Review::a_decision();
        leaves.category = "exit_seeker";
        r.set_capacity(
            R"({"exit_youngest_years": 18, "exit_oldest_years": 29, "exit_routine": "Ring jouren", "usual_mode": "open_intervention"})");
        const auto page = r.town.look("sara", {{"case", "F-1"}}, decide_offer_command().prepare);
        CHECK((*page).above.str().find("Ring jouren") != std::string::npos);
        CHECK((*page).input.mode == "open_intervention");
        CHECK((*page).choices.of("within_ages").empty());
        CHECK(fault_of(r.decide(leaves)) == "outside_age_band_reason");
        CHECK(fault_of(r.decide(Review::a_decision())) == "none");  // 16, and at risk
    });
}

TEST_CASE("S1-45: who waits has a place in the order they came, and a day to look at it again")
{
    with([](Review& r) {
        auto wait = Review::a_decision("waitlist");
        Review::must(r.decide(wait));
        const auto waiting = [&] { return *r.town.look("sara", {{"case", "F-1"}}, selection_json); };
        const auto first = r.town.today();
        CHECK(waiting().find(R"("queue":{"number":1,"since":")" + iso(first) + R"(","review_on":")" +
                             iso(add_days(first, 30))) != std::string::npos);
        r.town.set(add_days(first, 20));
        Review::must(r.decide(wait));  // looked at again: the place is kept
        CHECK(waiting().find(R"("since":")" + iso(first) + R"(","review_on":")" + iso(add_days(first, 50))) !=
              std::string::npos);
        Review::must(r.decide(Review::a_decision()));
        CHECK(waiting().find("queue") == std::string::npos);
    });
}

TEST_CASE("S4-14: who was told is kept with the decision, and nothing is told before it")
{
    with([](Review& r) {
        const auto today = r.town.today();
        CHECK(fault_of(r.town.run("sara", tell_family_command(), {"F-1", today, {"youth"}, "meeting"})) == "told_on");
        auto insats = Review::a_decision();
        insats.mode = "assessed_intervention";
        insats.intervention_last_day = add_days(today, 90);
        insats.appeal_information = "Fick blanketten";
        Review::must(r.decide(insats));
        const auto page = r.town.look("sara", {{"case", "F-1"}}, tell_family_command().prepare);
        CHECK((*page).above.str().find("hur man överklagar") != std::string::npos);
        CHECK(fault_of(r.town.run("sara", tell_family_command(), {"F-1", add_days(today, -1), {"youth"}, "meeting"})) ==
              "told_on");
        CHECK(fault_of(r.town.run("jonas", tell_family_command(), {"F-1", today, {"youth"}, "meeting"})) == "not found");
        Review::must(r.town.run("sara", tell_family_command(), {"F-1", today, {"youth", "guardians"}, "phone"}));
        const auto json = r.town.look("sara", {{"case", "F-1"}}, selection_json);
        CHECK((*json).find(R"("told":[{"whom":"youth")") != std::string::npos);
        CHECK((*json).find(R"({"whom":"guardians")") != std::string::npos);
    });
}

TEST_CASE("S1-11: there is no field for the scores of single items")
{
    const auto schema = web::entry_of(register_assessment_command()).schema(Language::sv);
    const auto at = schema.find("properties");
    REQUIRE(at != std::string::npos);
    for (const auto* name : {"\"score", "\"item", "\"points"}) CHECK(schema.find(name) == std::string::npos);
    CHECK(schema.find("\"summary\"") != std::string::npos);
}

TEST_CASE("S4-08: what else is given beside the group is kept with its days, before the offer and after it")
{
    with([](Review& r) {
        const auto today = r.town.today();
        CHECK(fault_of(r.town.run("sara", add_support_command(), {"F-1", "Familjebehandling", "Ekvik öppenvård", today, add_days(today, -1)})) ==
              "last_day");
        Review::must(r.town.run("sara", add_support_command(), {"F-1", "Familjebehandling", "Ekvik öppenvård", today, today}));
        Review::must(r.decide(Review::a_decision()));
        Review::must(r.town.run("sara", add_support_command(), {"F-1", "Kontaktperson", "Socialtjänsten", today, {}}));
        CHECK(fault_of(r.town.run("jonas", add_support_command(), {"F-1", "x", "y", today, {}})) == "not found");
        const auto json = r.town.look("sara", {{"case", "F-1"}}, selection_json);
        CHECK((*json).find(R"("what":"Familjebehandling","by_whom":"Ekvik öppenvård")") != std::string::npos);
        CHECK((*json).find(R"("by_whom":"Socialtjänsten","from":")" + iso(today) + R"(","last_day":null)") != std::string::npos);
        const auto page = r.town.look("sara", {{"case", "F-1"}}, selection_page);
        CHECK((*page).main.str().find("Kontaktperson") != std::string::npos);
    });
}
