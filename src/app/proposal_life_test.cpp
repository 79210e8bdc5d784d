#include <doctest/doctest.h>

#include "app/demo_tale.h"
#include "app/test_town.h"

using namespace lots;
using namespace lots::app;
using lots::app::test::Town;

// What a proposal leaves behind beside the case: how long everything took, who is to be told, and how long it is kept.
namespace {

const TaleYouth robin{"Robin",
                      "Åkerlund",
                      "201001062395",
                      2010y / 1 / 6,
                      {{"youth", "Robin Åkerlund", ""}, {"guardian", "Siv Åkerlund", ""}, {"guardian", "Ove Åkerlund", ""}}};

struct Told {
    Town town;
    Tale tale{town.program.site(), town.clock, town.password()};
    std::string nomination = tale.propose(robin);

    std::string get(const std::string& handle, const std::string& role, const std::string& path)
    {
        return tale.hand(handle, role).call(http::Method::get, path).body;
    }
    /// Decides by hand: no offer, or a place in the queue.
    void decide(const char* outcome)
    {
        tale.add_source(nomination);
        tale.post("sara.lind", "/api/v1/cases/" + nomination + "/offer-decision", [&](form::JsonWriter& json) {
            json.pair("outcome", outcome).pair("category", "at_risk").pair("crime_ground", "suspected").pair("room_for_more", true);
            json.pair("mode", "cooperation_form").pair("ground", "none");
            write_decision(json, "Så blir det.");
        });
    }
    void refuse(const std::string& number, int line)
    {
        tale.post("sara.lind", "/api/v1/cases/" + number + "/signatories/" + std::to_string(line) + "/answers",
                  [&](form::JsonWriter& json) {
                      json.pair("answer", "no").pair("signed_on", tale.today()).pair("signature_seen", false);
                      json.pair("follow_up_answer", "not_asked");
                  });
    }
};

bool has(const std::string& body, const std::string& part) { return body.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("S3-07 S0-12 The first page tells social services how long each step took, and everybody that notices go on as usual")
{
    Told told;
    told.tale.at(add_days(told.tale.today(), 2), 9);
    told.tale.take_up(told.nomination);
    told.tale.at(add_days(told.tale.today(), 7), 9);
    const auto number = told.tale.offer(told.nomination);
    told.tale.ask(number, robin);
    told.tale.at(add_days(told.tale.today(), 3), 9);
    for (int line = 1; line <= 3; ++line) told.tale.sign(number, line);
    told.tale.form_group(number);
    told.tale.make_plan(number);
    told.tale.call(number, add_days(told.tale.today(), 1), 13);
    told.tale.at(add_days(told.tale.today(), 1), 14, 30);
    told.tale.meet(number, 1, {1, 2, 3}, add_days(told.tale.today(), 20));

    CHECK(has(told.get("sara.lind", "social_worker", "/api/v1/cases/" + number),
              R"("days":{"to_decision":9,"to_consent":3,"to_meeting":1})"));
    CHECK_FALSE(has(told.get("jonas.ek", "police", "/api/v1/cases/" + number), "days"));
    lots::app::test::Browser elin(told.town);
    REQUIRE(elin.sign_in("elin.berg", told.town.password()).status == 303);
    const auto page = elin.get("/arende/" + number).body;
    CHECK(has(page, "Anmälan till socialtjänsten görs som vanligt"));
    CHECK_FALSE(has(page, "från förslag till beslut"));
}

TEST_CASE("S0-76 settled-32 Who is not in a group is kept until a day: after a no, while waiting, after a refusal; nobody else is")
{
    const auto kept = [](Told& told, const std::string& kind) {
        return told.town.count("SELECT COUNT(*) FROM proposal_retention") == 1 &&
               has(told.get("sara.lind", "social_worker", "/api/v1/cases/" + told.nomination + "/nomination"),
                   R"("kept_until":[{"kind":")" + kind + R"(","from":")" + iso(told.tale.today()) + R"(","last_day":")" +
                       iso(add_months(told.tale.today(), 60)));
    };
    {
        Told told;
        told.tale.take_up(told.nomination);
        CHECK(told.town.count("SELECT COUNT(*) FROM proposal_retention") == 0);
        told.decide("no_offer");
        CHECK(kept(told, "declined"));
    }
    {
        Told told;
        told.tale.take_up(told.nomination);
        told.decide("waitlist");
        CHECK(kept(told, "waiting"));
    }
    {
        Told told;
        told.tale.take_up(told.nomination);
        const auto number = told.tale.offer(told.nomination);
        told.tale.ask(number, robin);
        CHECK(told.town.count("SELECT COUNT(*) FROM proposal_retention") == 0);
        told.refuse(number, 1);
        CHECK(kept(told, "refused"));
    }
}

TEST_CASE("S1-73 After the decision the one who made the notice is to be told, and it is a duty until that is done")
{
    Told told;
    told.tale.take_up(told.nomination);
    const auto due = [&] { return told.town.count("SELECT COUNT(*) FROM duty WHERE what = 'duty.tell_notifier'"); };
    CHECK(due() == 0);
    told.decide("no_offer");
    CHECK(due() == 1);
    CHECK(told.town.count("SELECT COUNT(*) FROM duty WHERE requirement = 'S1-73' AND person IS NOT NULL") == 1);
    told.tale.post("sara.lind", "/api/v1/cases/" + told.nomination + "/nomination-feedback", [&](form::JsonWriter& json) {
        json.pair("decided_on", told.tale.today()).pair("told", "not_opened").pair("way", "letter").pair("given_on", told.tale.today());
    });
    CHECK(due() == 0);
}

TEST_CASE("settled-35 S1-45 A proposal taken back from the queue is decided, and the duties say so")
{
    Told told;
    told.tale.take_up(told.nomination);
    told.decide("waitlist");
    const auto due = [&](const char* what) {
        return told.town.count(what == std::string("queue") ? storage::Sql("SELECT COUNT(*) FROM duty WHERE what = 'duty.review_queue'")
                                                            : storage::Sql("SELECT COUNT(*) FROM duty WHERE what = 'duty.decide_taken_back'"));
    };
    CHECK(due("queue") == 1);
    CHECK(due("back") == 0);
    told.tale.post("sara.lind", "/api/v1/cases/" + told.nomination + "/nomination-taken-back",
                   [&](form::JsonWriter& json) { json.pair("taken_back_on", told.tale.today()); });
    CHECK(due("back") == 1);
    told.decide("no_offer");
    CHECK(due("back") == 0);
    CHECK(due("queue") == 0);
}
