#include <doctest/doctest.h>

#include "plan/test_reading.h"

// What a single commitment carries beside what, who and when.
using namespace lots;
using namespace lots::plan;
using namespace lots::plan::test;
using lots::test::fault_of;
using lots::test::GroupWithPlan;
using lots::test::Municipality;
using lots::test::must;

TEST_CASE("settled-29 A commitment has one of five words; late and needs help are flags beside it")
{
    CHECK(status_words(Language::sv, Status::not_started) == "Inte påbörjad");
    CHECK(status_words(Language::sv, Status::ongoing) == "Pågår");
    CHECK(status_words(Language::sv, Status::done) == "Klar");
    CHECK(status_words(Language::sv, Status::not_done) == "Inte gjord");
    CHECK(status_words(Language::sv, Status::cancelled) == "Utgår");

    Commitment promised;
    promised.draft.last_day = 2026y / 5 / 10;
    promised.decided = promised.draft;
    promised.status = Status::ongoing;
    promised.needs_help = true;
    const auto on_its_day = status_tags(promised, 2026y / 5 / 10, Language::sv).str();
    CHECK(has(on_its_day, "Pågår"));
    CHECK(has(on_its_day, "Behöver hjälp"));
    CHECK_FALSE(has(on_its_day, "Försenad"));
    const auto the_day_after = status_tags(promised, 2026y / 5 / 11, Language::sv).str();
    CHECK(has(the_day_after, "Pågår"));
    CHECK(has(the_day_after, "Försenad"));
    promised.status = Status::done;
    const auto at_last = status_tags(promised, 2026y / 5 / 11, Language::sv).str();
    for (const auto* flag : {"Försenad", "Behöver hjälp"}) CHECK_FALSE(has(at_last, flag));
}

TEST_CASE("settled-15: who said it for an agency that does not sign in, when and how, is written down")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        CHECK(fault_of(town.run("amir", accept_command(), {group.number, "3", "phone", town.today()})) == "said_by");
        must(town.run("amir", accept_command(), {group.number, "3", "phone", town.today(), "Hanna Sjö, rektor"}));
        Report report{group.number, "3", "ongoing", "", false};
        CHECK(fault_of(town.run("amir", report_command(), report)) == "said_by");
        report.said_by = "Hanna Sjö, rektor";
        CHECK(fault_of(town.run("amir", report_command(), report)) == "way");
        report.way = "phone";
        CHECK(fault_of(town.run("amir", report_command(), report)) == "said_on");
        report.said_on = next_day(town.today());
        CHECK(fault_of(town.run("amir", report_command(), report)) == "said_on");
        report.said_on = town.today();
        must(town.run("amir", report_command(), report));
    });
}

TEST_CASE("edge-4.28: a helper reads and tells of the own task, and of nothing else; an agency answers for it")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        must(town.run("sara", group::wish_helper_command(),
                      {group.number, "Tore Blom", "coach", "", "Följa med till boxningen", "Han lyssnar", "meeting", town.today()}));
        must(town.run("sara", group::judge_helper_command(),
                      {group.number, "1", "yes", "tore", town.today(), add_days(town.today(), 90), GroupWithPlan::a_note()}));
        must(town.run("sara", group::sign_reservation_command(), {group.number, "1", "Skåp 3", town.today(), true}));
        must(town.run("sara", group::start_planning_command(), {group.number, ""}));
        must(town.run("amir", add_goal_command(), a_goal(group.number, "skolan")));
        auto write = change_of(group.number, add_days(town.today(), 30));
        write.number.clear();
        write.helper = "1";
        write.owner = "signatory-1";
        CHECK(fault_of(town.run("amir", add_commitment_command(), write)) == "together_with");
        write.owner = "member-3";
        must(town.run("amir", add_commitment_command(), write));
        write.helper.clear();
        write.measure = "Något annat";
        write.order_number = 3;
        must(town.run("amir", add_commitment_command(), write));

        const auto own = reads(town, "tore", group.number, [](const access::CasePermit& permit) { return commitments(permit); });
        REQUIRE(own.size() == 1);
        CHECK(own[0].draft.helper_name == "Tore Blom");
        const auto page = page_of(town, "tore", group.number, plan_page);
        CHECK(has(page, "Samtal varje vecka"));
        CHECK_FALSE(has(page, "Något annat"));
        for (const auto told : {plan_json, commitments_json}) {
            const auto of = [&](const std::string& who) {
                const auto json = town.look(who, {{"case", group.number}}, told);
                must(json);
                return *json;
            };
            CHECK(has(of("amir"), "\"helper\":1"));
            CHECK(has(of("tore"), "Samtal varje vecka"));
            CHECK_FALSE(has(of("tore"), "\"helper\":1"));  // it would tell how many other helpers there are
        }
        CHECK(fault_of(town.run("tore", accept_command(), {group.number, "1", "", {}})) == "not found");
        CHECK(fault_of(town.run("tore", report_command(), {group.number, "2", "ongoing", "", false})) == "not found");
        must(town.run("tore", report_command(), {group.number, "1", "ongoing", "", false}));
        must(town.run("elin", accept_command(), {group.number, "1", "", {}}));
    });
}

TEST_CASE("S3-09, S3-05, settled-24: who has a part in both cases is warned that two young people meet in one activity; nobody else is")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        const GroupWithPlan one(town), two(town);
        const auto write = [&](const std::string& number, const std::string& activity, Date first, Date last) {
            must(town.run("sara", group::start_planning_command(), {number, ""}));
            must(town.run("amir", add_goal_command(), a_goal(number, "skolan")));
            auto commitment = change_of(number, last);
            commitment.number.clear();
            commitment.kind = "evenings";
            commitment.activity = activity;
            commitment.start_on = first;
            must(town.run("jonas", add_commitment_command(), commitment));
        };
        const auto today = town.today();
        write(one.number, "Boxning, Ängens hus", today, add_days(today, 30));
        write(two.number, "boxning, ängens hus", add_days(today, 30), add_days(today, 60));
        const auto warned = [&](const char* who) {
            const auto page = town.look(who, {{"case", one.number}, {"number", "1"}}, web::entry_of(change_commitment_command()).show);
            must(page);
            return has((*page).main.str(), two.number);
        };
        CHECK(warned("amir"));
        CHECK(warned("jonas"));
        must(town.run("sara", group::end_membership_command(), {two.number, "2", "Petra tar över", today}));
        CHECK_FALSE(warned("jonas"));
        CHECK(warned("amir"));
        const auto kept = reads(town, "sara", one.number, [](const access::CasePermit& permit) { return commitments(permit).at(0).draft.kind; });
        CHECK(kept == "evenings");

        Wording late, early;
        late.activity = early.activity = "Boxning";
        early.last_day = today;
        late.last_day = add_days(today, 10);
        CHECK(meets(early, late));  // neither has a first day
        late.start_on = today;
        CHECK(meets(early, late));
        CHECK(meets(late, early));
        late.start_on = next_day(today);
        CHECK_FALSE(meets(early, late));
        CHECK_FALSE(meets(late, early));
        late.start_on.reset();
        late.activity.clear();
        CHECK_FALSE(meets(early, late));
    });
}
