#include <doctest/doctest.h>

#include "app/demo_tale.h"
#include "stories/world.h"

// What becomes of a case when the consent is not the simple one: told by programs, over the API.
using namespace lots;
using form::JsonWriter;
using lots::test::World;

namespace {

const app::TaleYouth robin{
    "Robin",
    "Åkerlund",
    "201001062395",
    2010y / 1 / 6,
    {{"youth", "Robin Åkerlund", ""}, {"guardian", "Siv Åkerlund", ""}, {"guardian", "Ove Åkerlund", ""}}};

Instant monday() { return at_local(2026y / 9 / 7, 9, 0); }

/// Robin's case up to the asking, and how to go on with it.
struct Told {
    World& world;
    app::Tale tale;
    std::string number;

    explicit Told(World& here) : world(here), tale(here.program->site(), here.clock, app::demo().password)
    {
        const auto nomination = tale.propose(robin);
        tale.take_up(nomination);
        number = tale.offer(nomination);
    }
    std::string at(const std::string& rest) const { return "/api/v1/cases/" + number + rest; }
    std::string read(const std::string& rest) { return tale.hand("sara.lind", "social_worker").get(at(rest)); }
    int status(const std::string& who, const std::string& rest)
    {
        return tale.hand(who).call(http::Method::get, at(rest)).status;
    }
    bool says(const std::string& rest, const std::string& what) { return read(rest).find(what) != std::string::npos; }

    void running()
    {
        tale.ask(number, robin);
        for (int line = 1; line <= 3; ++line) tale.sign(number, line);
        tale.form_group(number);
        tale.make_plan(number);
    }
    void answers(int signatory, const char* answer)
    {
        tale.post("sara.lind", at("/signatories/" + std::to_string(signatory) + "/answers"),
                  [&](JsonWriter& json) {
                      json.pair("answer", answer).pair("signed_on", tale.today());
                      if (std::string(answer) == "excludes_agency") json.pair("excluded_agency", "region");
                  });
    }
    void profile(const std::string& text)
    {
        world.house.data->write({[&](storage::Session& db) {
                                     db.run("UPDATE municipality SET profile = $1", text);
                                     return storage::Outcome::keep;
                                 },
                                 {}});
    }
};

}  // namespace

TEST_CASE("S0-22, edge-4.2 One guardian says no: the way to a group ends, and the other lawful ways are shown")
{
    lots::test::on_both(monday(), [](World& world) {
        Told told(world);
        told.tale.ask(told.number, robin);
        told.tale.sign(told.number, 1);
        told.tale.sign(told.number, 2);
        CHECK(told.says("/consent", "\"other_paths\":[]"));
        told.answers(3, "no");
        CHECK(told.says("", "\"state\":\"consent_refused\""));
        CHECK(told.says("/consent", "\"reference\":\"fb-6-13a\""));
        CHECK(told.says("/consent", "\"reference\":\"sol-21-1\""));
        // None of them opens a room: nobody else is told anything, and nothing more can be signed.
        for (const auto* who : {"elin.berg", "jonas.ek"}) CHECK(told.status(who, "/plan") == 404);
        CHECK_THROWS(told.tale.sign(told.number, 3));
    });
}

TEST_CASE("settled-5, S0-16 A new agency is needed and refused: the work goes on with the old consent until social services decide")
{
    lots::test::on_both(monday(), [](World& world) {
        Told told(world);
        told.running();
        told.tale.at(2026y / 9 / 14, 9);
        told.tale.post("sara.lind", told.at("/concerned-agencies"), [](JsonWriter& json) {
            json.name("concerned").array();
            for (const auto* code : {"socialtjansten", "polisen", "bjorkskolan", "fritid", "region"}) json.value(code);
            json.end_array().pair("not_concerned_reason", "Ingen kontakt.");
        });
        // The case goes on, and the new agency sees nothing.
        CHECK(told.says("", "\"state\":\"active\""));
        told.tale.at(2026y / 9 / 15, 9);
        told.tale.post("sara.lind", told.at("/consents"), [&](JsonWriter& json) {
            json.pair("valid_from", told.tale.today()).pair("last_day", add_months(told.tale.today(), 6));
            json.pair("purpose", "Att ni får tala med varandra.").pair("information_kinds", "Skola och hälsa.");
            json.pair("not_shared", "Journaler.").pair("circumstances_source", "population_register");
            json.pair("circumstances_checked_on", told.tale.today()).pair("list_complete", true).pair("lives_here", true);
        });
        told.tale.talk(told.number, 1);
        told.tale.sign(told.number, 1);
        told.answers(2, "excludes_agency");
        CHECK(told.says("", "\"state\":\"closure_review\""));
        CHECK(told.status("elin.berg", "/plan") == 200);  // what was said yes to holds
        CHECK(told.says("/consent", "consent.path.usual"));
        // Social services judge that it can do without: the group goes on as before.
        told.tale.post("sara.lind", told.at("/concerned-agencies"), [](JsonWriter& json) {
            json.name("concerned").array();
            for (const auto* code : {"socialtjansten", "polisen", "bjorkskolan", "fritid"}) json.value(code);
            json.end_array().pair("not_concerned_reason", "Familjen söker vård själv.");
        });
        told.tale.post("sara.lind", told.at("/continuation"),
                       [](JsonWriter& json) { app::write_decision(json, "Gruppen fortsätter."); });
        CHECK(told.says("", "\"state\":\"active\""));
    });
}

TEST_CASE("settled-3 The 18th birthday: strict by default, and over it where the municipality's jurist has decided so")
{
    for (const bool allowed : {false, true})
        lots::test::on_both(at_local(2027y / 11 / 1, 9, 0), [&](World& world) {
            Told told(world);
            if (allowed)
                told.profile(
                    R"({"adult_signs_ahead": {"jurist": "A. Alm", "reference": "SN 5", "decided_on": "2026-10-02"}})");
            told.tale.ask(told.number, robin);
            if (allowed)
                told.tale.retell = [](const std::string& path, const std::string& json) {
                    if (!path.ends_with("/signatories/1/answers")) return json;
                    return json.substr(0, json.size() - 1) + ",\"as_adult\":true}";
                };
            for (int line = 1; line <= 3; ++line) told.tale.sign(told.number, line);
            told.tale.form_group(told.number);
            CHECK(told.status("elin.berg", "/members") == 200);
            world.clock.set(start_of_day(2028y / 1 / 6));
            CHECK(told.status("elin.berg", "/members") == (allowed ? 200 : 404));
            CHECK(told.says("", allowed ? "\"state\":\"planning\"" : "\"state\":\"suspended\""));
        });
}

TEST_CASE("edge-4.5 One guardian's whereabouts are protected: on no page of the case, and on nobody's form")
{
    lots::test::on_both(monday(), [](World& world) {
        Told told(world);
        told.tale.retell = [](const std::string& path, const std::string& json) {
            if (!path.ends_with("/signatories") || json.find("Ove") == std::string::npos) return json;
            auto hidden = json;
            const std::string open = "\"protected_identity\":\"none\"";
            hidden.replace(hidden.find(open), open.size(),
                           "\"protected_identity\":\"protected_registration\",\"contact\":\"Gömda gatan 1\"");
            return hidden;
        };
        told.running();
        const auto page = [&](const char* who, const std::string& rest) {
            auto browser = world.sign_in(who);
            if (browser.path().starts_with("/roll")) browser.send("/roll", {});
            browser.open("/arende/" + told.number + rest);
            return browser;
        };
        CHECK_FALSE(page("sara.lind", "/samtycken").shows("Gömda gatan 1"));
        for (const auto* rest : {"/samtycke", "/deltagare", "/plan"})
            CHECK_FALSE(page("elin.berg", rest).shows("Gömda gatan 1"));
        auto sheet = page("sara.lind", "/samtycken/underskrivare/2/blankett");
        CHECK(sheet.shows("Siv Åkerlund"));
        CHECK_FALSE(sheet.shows("Ove Åkerlund"));
        CHECK_FALSE(page("sara.lind", "/samtycken/underskrivare/3/blankett").shows("Gömda gatan 1"));
    });
}
