#include <algorithm>

#include <doctest/doctest.h>

#include "access/words.h"
#include "app/test_transitions.h"

// The transitions beside the straight way: refusals, rests, reviews and early ends (docs/method/lifecycle.md T2, T5, T8, T14 to T17; settled
// 4 and 35), both directions. Which transitions have no command yet is said at the end.
using namespace lots;
using namespace lots::app;
using lots::app::test::changed;
using lots::app::test::Changes;
using lots::app::test::decision;
using lots::app::test::Teller;
using lots::app::test::Town;

namespace {

const TaleYouth robin{"Robin", "Åkerlund", "201001062395", 2010y / 1 / 6,
                      {{"youth", "Robin Åkerlund", ""}, {"guardian", "Siv Åkerlund", ""}, {"guardian", "Ove Åkerlund", ""}}};

std::string quoted(Date day) { return "\"" + iso(day) + "\""; }

/// A municipality and one case, brought as far as a test asks.
struct Story {
    Town town;
    Teller teller{town, {}, {}};
    Tale& tale = teller.tale;
    std::string number;

    Story() = default;
    explicit Story(const lots::test::Place& place) : town(place) {}

    /// To that state of the straight way.
    void until(const std::string& state)
    {
        number = tale.propose(robin);
        if (state == "proposed") return;
        tale.take_up(number);
        if (state == "under_review") return;
        number = tale.offer(number);
        if (state == "decided_offer") return;
        tale.ask(number, robin);
        if (state == "consent_pending") return;
        for (int line = 1; line <= 3; ++line) tale.sign(number, line);
        if (state == "forming") return;
        tale.form_group(number);
        if (state == "planning") return;
        tale.make_plan(number);
        if (state == "active") return;
        raise();
    }
    std::string raise() { return teller.act(number, "/closure-question", R"({"ground":"goals_reached","facts":"Skolan fungerar."})"); }
    std::string state() { return teller.state(number); }

    /// A new form that everybody says yes to.
    void renew()
    {
        tale.at(next_day(tale.today()), 9);  // a talk of the day on which the first was signed was for that one
        const auto today = tale.today();
        teller.act(number, "/consents",
                   changed("{}", {{"purpose", R"("Att ni får tala.")"},
                                        {"information_kinds", R"("Skolgång.")"},
                                        {"not_shared", R"("Vård.")"},
                                        {"circumstances_source", R"("population_register")"},
                                        {"circumstances_checked_on", quoted(today)},
                                        {"list_complete", "true"},
                                        {"lives_here", "true"},
                                        {"valid_from", quoted(today)},
                                        {"last_day", quoted(add_months(today, 6))}}));
        for (int line = 1; line <= 3; ++line) {
            teller.act(number, "/signatories/" + std::to_string(line) + "/conversations",
                       changed("{}", {{"held_on", quoted(today)},
                                            {"way", R"("meeting")"},
                                            {"told_purpose", "true"},
                                            {"told_withdrawal", "true"},
                                            {"told_police_duty", "true"},
                                            {"note", R"("Lugnt.")"}}));
            tale.sign(number, line);
        }
    }
};

std::string closing(const std::string& reason)
{
    return decision({{"reason", "\"" + reason + "\""}, {"ground", R"("Familjen flyttar.")"}, {"informed", R"("Alla.")"}});
}

std::string reviewing(Date on, const std::string& conflict)
{
    return changed("{}", {{"conflict", "\"" + conflict + "\""},
                          {"lives_here", "true"},
                          {"residence_checked_on", quoted(on)},
                          {"residence_source", R"("population_register")"},
                          {"notice_number", R"("SN 2026/312")"},
                          {"known_before", R"("yes")"},
                          {"danger_if_seen", R"("no")"},
                          {"why", R"("Uppgifterna är allvarliga.")"},
                          {"childs_view", R"("Är inte tillfrågad än.")"},
                          {"best_interests", R"("Att bedöma snabbt.")"}});
}

std::string offering(const std::string& outcome)
{
    return decision({{"outcome", "\"" + outcome + "\""},
                     {"category", R"("at_risk")"},
                     {"crime_ground", R"("suspected")"},
                     {"room_for_more", outcome == "offer" ? "true" : "false"},
                     {"mode", R"("cooperation_form")"},
                     {"ground", R"("sol")"}});
}

}  // namespace

TEST_CASE("edge 4.14, T2 Who has a conflict of interest does not take the case up, and is out of it")
{
    Story story;
    story.until("proposed");
    const auto answer = story.tale.hand("sara.lind", "social_worker")
                            .post("/api/v1/cases/" + story.number + "/review", reviewing(story.tale.today(), "yes"));
    CHECK(answer.find("\"conflict\":true") != std::string::npos);
    CHECK(story.state() == "404");
    CHECK(story.town.count("SELECT COUNT(*) FROM case_transition") == 1);
}

TEST_CASE("edge 4.13, T2 A second proposal about the same person is not taken up while the first case is open")
{
    Story story;
    story.until("under_review");
    const auto second = story.tale.propose(robin);
    const auto review = reviewing(story.tale.today(), "no");
    CHECK(story.teller.refused(second, "/review", review).contains("edge-4.13"));
    // The first ends without an offer, and the way is free.
    story.tale.add_source(story.number);
    CHECK(story.teller.act(story.number, "/offer-decision", offering("no_offer")) == "decided_no_offer");
    CHECK(story.teller.act(second, "/review", review) == "under_review");
}

TEST_CASE("settled-35, T5 From the waiting list the way leads to an offer or to none")
{
    for (const std::string last : {"offer", "no_offer"}) {
        CAPTURE(last);
        Story story;
        story.until("under_review");
        CHECK(story.teller.refused(story.number, "/offer-decision", offering("waitlist")).contains("S0-19"));
        story.tale.add_source(story.number);
        CHECK(story.teller.act(story.number, "/offer-decision", offering("waitlist")) == "waitlisted");
        const auto waiting = changed(offering("offer"), {{"room_for_more", "false"}});
        CHECK(story.teller.refused(story.number, "/offer-decision", waiting).contains("S1-45"));
        const auto answer = story.tale.hand("sara.lind", "social_worker").post("/api/v1/cases/" + story.number + "/offer-decision", offering(last));
        CHECK(answer.find(last == "offer" ? "\"decided_offer\"" : "\"decided_no_offer\"") != std::string::npos);
        CHECK(story.town.count("SELECT COUNT(*) FROM case_transition WHERE transition = 'T5b'") == 1);
    }
}

TEST_CASE("S0-16, S0-22, T8 A no, or an agency left out, by anybody who must sign ends the case as refused")
{
    for (const std::string said : {"no", "excludes_agency"})
        for (const int line : {1, 3}) {
            CAPTURE(said);
            Story story;
            story.until("consent_pending");
            if (line == 3) story.tale.sign(story.number, 1);
            CHECK(story.state() == "consent_pending");
            auto body = changed("{}", {{"answer", "\"" + said + "\""}, {"signed_on", quoted(story.tale.today())}});
            if (said == "excludes_agency") body = changed(body, {{"excluded_agency", R"("bjorkskolan")"}});
            CHECK(story.teller.act(story.number, "/signatories/" + std::to_string(line) + "/answers", body) == "consent_refused");
            // The other lawful ways stay open; this one does not open again by a yes.
            CHECK(story.teller.refused(story.number, "/signatories/2/answers", body).contains("nobody"));
        }
}

TEST_CASE("settled-4, settled-35, T14, T15 A withdrawal rests the case in each of its states; a new consent and a decision let it go on there")
{
    for (const std::string left : {"forming", "planning", "active", "closure_review"}) {
        CAPTURE(left);
        lots::test::on_both_engines([&](const lots::test::Place& place) {
            Story story(place);
            story.until(left);
            REQUIRE(story.state() == left);
            story.tale.withdraw(story.number, 2);
            CHECK(story.state() == "suspended");
            // settled 4: it is the withdrawal that stands in the way, then that nobody has signed the new form.
            CHECK(story.teller.refused(story.number, "/resumption", decision()).contains("settled-4"));
            // What the group does is closed meanwhile.
            CHECK(story.teller.refused(story.number, "/planning", "{}").contains("nobody"));
            CHECK(story.teller.refused(story.number, "/plan/decision", decision()).contains("nobody"));
            story.renew();
            CHECK(story.state() == "suspended");  // T15 is a decision
            CHECK(story.teller.refused(story.number, "/resumption", decision({{"why", ""}})).contains("field why"));
            CHECK(story.teller.act(story.number, "/resumption", decision()) == left);
        });
    }
}

TEST_CASE("S4-15, T14 The case rests from the day after the consent's last day, and not before")
{
    Story story;
    story.until("planning");
    const auto last = add_months(story.tale.today(), 6);  // as the tale's form says, included
    story.tale.at(last, 12);
    CHECK(story.state() == "planning");
    story.tale.at(next_day(last), 0, 1);
    CHECK(story.state() == "suspended");
    CHECK(story.teller.refused(story.number, "/resumption", decision()).contains("S4-15"));
}

TEST_CASE("S0-22, T14 A guardian more is a signature that is missing")
{
    Story story;
    story.until("active");
    const auto body = changed("{}", {{"role", R"("appointed_guardian")"},
                                           {"name", R"("Bo Kvist")"},
                                           {"protected_identity", R"("none")"},
                                           {"custody_source", R"("court_decision")"},
                                           {"custody_checked_on", quoted(story.tale.today())},
                                           {"language", R"("svenska")"}});
    CHECK(story.teller.act(story.number, "/signatories", body) == "suspended");
    CHECK(story.teller.refused(story.number, "/resumption", decision()).contains("S0-22"));
}

TEST_CASE("S1-60, T16, T17 The question of the end is raised while the case runs or rests, and social services answer it either way")
{
    Story story;
    story.until("planning");
    CHECK(story.teller.refused(story.number, "/closure-question", R"({"ground":"goals_reached","facts":"Bra."})").contains("nobody"));
    story.tale.make_plan(story.number);
    CHECK(story.raise() == "closure_review");
    CHECK(story.teller.refused(story.number, "/continuation", decision({{"what", ""}})).contains("field what"));
    CHECK(story.teller.act(story.number, "/continuation", decision()) == "active");
    story.tale.withdraw(story.number, 1);
    CHECK(story.state() == "suspended");
    CHECK(story.teller.refused(story.number, "/continuation", decision()).contains("S4-15"));
}

TEST_CASE("settled-35, S1-71, T17 Social services can end the case in every state that is open, always with the four fields")
{
    for (const std::string open : {"under_review", "decided_offer", "consent_pending", "forming", "planning", "active", "suspended"}) {
        CAPTURE(open);
        Story story;
        story.until(open == "suspended" ? "forming" : open);
        if (open == "suspended") story.tale.withdraw(story.number, 3);
        CHECK(story.state() == open);
        CHECK(story.teller.refused(story.number, "/closure", changed(closing("moved"), {{"how", ""}})).contains("field how"));
        if (open == "active") {
            CHECK(story.teller.refused(story.number, "/closure", closing("moved")).contains("S1-62"));
            for (const int goal : {1, 2})
                story.teller.act(story.number, "/goals/" + std::to_string(goal) + "/result", R"({"result":"partly","text":"En bit kvar.","seq_seen":0})");
            for (const int one : {2, 3})  // the first is the young person's own (settled 30)
                story.teller.act(story.number, "/commitments/" + std::to_string(one) + "/hand-over", changed(R"({"agency":"bjorkskolan","note":"Elin.","seq_seen":0})", {{"accepted_on", quoted(story.tale.today())}}));
        }
        CHECK(story.teller.act(story.number, "/closure", closing("moved")) == "closed");
        CHECK(story.teller.refused(story.number, "/closure", closing("moved")).contains("nobody"));
    }
}

TEST_CASE("edge 4.36, T17 After a death the case is closed without results and without the child's own view")
{
    Story story;
    story.until("active");
    const auto body = decision({{"ground", R"("Avliden.")"},
                                {"informed", R"("Familjen.")"},
                                {"childs_view", ""},
                                {"best_interests", ""}});
    CHECK(story.teller.refused(story.number, "/closure-after-death", changed(body, {{"informed", ""}})).contains("field informed"));
    CHECK(story.teller.act(story.number, "/closure-after-death", body) == "closed");
}

TEST_CASE("Which transitions of the life cycle have a command")
{
    Town town;
    const auto& lines = town.program.site().lines();
    const auto has_route = [&](access::Operation operation) {
        return std::ranges::any_of(lines, [&](const web::RouteLine& line) {
            return line.api && line.operation == operation && line.method == http::Method::post;
        });
    };
    using enum access::Operation;
    for (const auto operation : {propose, take_up, decide_offer, prepare_consent, register_consent, form_group, call_meeting, hold_meeting, decide_plan,
                                 withdraw_consent, resume_case, raise_closure, decide_closure})
        CHECK_MESSAGE(has_route(operation), access::name(operation));
    // Said in every run until each of them has a table of its own above: T20 (transfer) and T21 (disposal) are later parts, and T18 (the
    // year after) is a record and no transition (settled 35).
    WARN_MESSAGE(has_route(prepare_deidentified), "T3 (de-identified item) has no command");
    WARN_MESSAGE(has_route(register_assessment), "T4 (assessment) has no command");
    WARN_MESSAGE(has_route(escalate), "T13 (escalation) has no command");
    WARN_MESSAGE(has_route(readmit), "T19 (readmission) has no command");
}
