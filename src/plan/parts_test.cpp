#include <doctest/doctest.h>

#include "guideline/requirements.h"
#include "plan/changes.h"
#include "plan/test_reading.h"

using namespace lots;
using namespace lots::plan;
using namespace lots::plan::test;
using lots::test::fault_of;
using lots::test::GroupWithPlan;
using lots::test::missing_in;
using lots::test::Municipality;
using lots::test::must;

TEST_CASE("S4-16: a goal has a person who answers for it; whose agency has several people here says which")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        must(town.run("sara", group::add_member_command(), {group.number, "petra", "youth_police", "Känner Alex", true}));
        must(town.run("sara", group::start_planning_command(), {group.number, ""}));
        auto goal = a_goal(group.number, "polisen");
        CHECK(fault_of(town.run("amir", add_goal_command(), goal)) == "responsible_person");
        goal.responsible_person = "member-3";  // Elin is of the school
        CHECK(fault_of(town.run("amir", add_goal_command(), goal)) == "responsible_person");
        goal.responsible_person = "member-4";
        must(town.run("amir", add_goal_command(), goal));
        must(town.run("amir", add_goal_command(), a_goal(group.number, "skolan")));
        const auto all = reads(town, "sara", group.number, [](const access::CasePermit& permit) { return goals(permit); });
        REQUIRE(all.size() == 2);
        CHECK(all[0].person_name == "Petra Dahl");
        CHECK(all[1].person_name == "Elin Berg");
        must(town.run("sara", group::end_membership_command(), {group.number, "4", "Jonas tar över", town.today()}));
        const auto facts = reads(town, "sara", group.number, [](const access::CasePermit& permit) { return facts_of(permit); });
        CHECK_FALSE(facts.goals[0].actor_takes_part);  // though Jonas of the police is still there
        CHECK(facts.goals[1].actor_takes_part);
    });
}

TEST_CASE("S0-86, S4-26: a goal names the agency that is missing, and attendance as a number with its source")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        must(town.run("sara", group::start_planning_command(), {group.number, ""}));
        auto goal = a_goal(group.number, "skolan");
        goal.area = "school";
        goal.needs_agency = "fritid";
        goal.attendance_percent = 80;
        CHECK(fault_of(town.run("amir", add_goal_command(), goal)) == "attendance_source");
        goal.attendance_source = "Skolans system";
        must(town.run("amir", add_goal_command(), goal));
        const auto owed = duties_about(town, group.number, guideline::agency_brought_in);
        REQUIRE(owed.size() == 1);
        CHECK(owed[0].person == town.people.at("sara"));
        CHECK(owed[0].last_day == add_days(town.today(), 7));
        CHECK(has(page_of(town, "elin", group.number, plan_page), "80"));
        goal.number = "1";
        goal.seq_seen = 1;
        goal.needs_agency.clear();
        must(town.run("amir", change_goal_command(), goal));
        CHECK(duties_about(town, group.number, guideline::agency_brought_in).empty());
    });
}

TEST_CASE("S0-40, S3-08: the least that the police do is proposed, and decided only when somebody has worded it")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        must(town.run("sara", group::start_planning_command(), {group.number, ""}));
        must(town.run("amir", add_goal_command(), a_goal(group.number, "skolan")));
        const auto due = add_days(town.today(), 30);
        const ProposePolice proposal{group.number, "1", "member-2", say(Language::sv, "plan.police.meetings"), "Prata med Alex på torget", due};
        CHECK(fault_of(town.run("elin", propose_police_command(), proposal)) == "promised_by");
        must(town.run("jonas", propose_police_command(), proposal));
        CHECK(has(missing_in(town.run("sara", decide_command(), {group.number, GroupWithPlan::a_note()})), "S3-08"));
        auto worded = change_of(group.number, due);
        worded.number = "1";
        must(town.run("jonas", change_commitment_command(), worded));
        CHECK_FALSE(has(missing_in(town.run("sara", decide_command(), {group.number, GroupWithPlan::a_note()})), "S3-08"));
    });
}

TEST_CASE("S2-02: a link of the life is looked at with a goal, or with why it needs nothing now")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        must(town.run("sara", group::start_planning_command(), {group.number, ""}));
        must(town.run("amir", add_goal_command(), a_goal(group.number, "skolan")));
        const auto left = [&] { return reads(town, "sara", group.number, [](const access::CasePermit& permit) { return facts_of(permit); }).areas_left; };
        CHECK(left() == std::vector<std::string>{"school", "occupation", "social"});
        CHECK(fault_of(town.run("jonas", look_at_areas_command(), {group.number, "", "Går i skolan", "", "", 0})) == "not found");
        must(town.run("amir", look_at_areas_command(), {group.number, "", "Går i skolan", "", "Har kontakt", 0}));
        CHECK(fault_of(town.run("amir", look_at_areas_command(), {group.number, "", "", "", "", 0})) == "conflict");
        CHECK(left() == std::vector<std::string>{"school"});
        CHECK(has(page_of(town, "elin", group.number, plan_page), "Har kontakt"));
        must(town.run("amir", look_at_areas_command(), {group.number, "", "Går i skolan", "", "", 2}));
        CHECK(left() == std::vector<std::string>{"school", "social"});
    });
}

TEST_CASE("S4-17, edge-4.21: who took part is ticked for each guardian; why one was not there is for those who lead the case")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town, true);
        must(town.run("sara", group::start_planning_command(), {group.number, ""}));
        const auto took_part = [&] {
            return reads(town, "sara", group.number, [](const access::CasePermit& permit) { return facts_of(permit); }).guardians_took_part;
        };
        WriteWords words{group.number, "Jag vill klara skolan", "", "Amir", town.today(), 0};
        must(town.run("amir", write_words_command(), words));
        CHECK_FALSE(took_part());
        words.seq_seen = 1;
        words.took_part = {"2"};
        must(town.run("amir", write_words_command(), words));
        CHECK(took_part());
        words.seq_seen = 2;
        words.took_part.clear();
        words.guardian_missing_reason = "Vi följer upp med socialtjänsten först";
        must(town.run("amir", write_words_command(), words));
        CHECK(took_part());
        must(town.run("amir", add_goal_command(), a_goal(group.number, "skolan")));
        CHECK(has(page_of(town, "sara", group.number, plan_page), "Vi följer upp"));
        CHECK_FALSE(has(page_of(town, "elin", group.number, plan_page), "Vi följer upp"));
    });
}

TEST_CASE("S2-15: what a version changed, and why, is told to all who read the plan, the young person too")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        const auto due = add_days(town.today(), 60);
        town.set(next_day(town.today()));
        must(town.run("jonas", change_commitment_command(), change_of(group.number, due)));
        must(town.run("elin", drop_commitment_command(), {group.number, "3", 1}));
        must(town.run("sara", decide_command(), {group.number, GroupWithPlan::a_note(), "Samtalen behöver bli fler"}));
        const auto changes = reads(town, "sara", group.number, [](const access::CasePermit& permit) { return changes_of(permit, versions(permit).front()); });
        REQUIRE(changes.size() == 2);
        CHECK(changes[0].number == 2);
        CHECK(changes[0].kind == ChangeKind::changed);
        REQUIRE(changes[0].fields.size() == 4);
        CHECK(changes[0].fields[0].before == "Gå till skolan varje dag");
        CHECK(changes[0].fields[0].after == "Samtal varje vecka");
        CHECK(changes[1].kind == ChangeKind::removed);
        for (const auto* who : {"alex", "jonas", "sara"})
            for (const auto page : {plan_page, plain_page, version_page}) {
                const auto text = page_of(town, who, group.number, page);
                CHECK(has(text, "Samtalen behöver bli fler"));
                CHECK(has(text, "Samtal varje vecka"));
            }
    });
}

TEST_CASE("S0-80, S0-28: when the last own commitment is dropped at a meeting the plan is to be decided anew, and cannot be without one")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        const auto drop = [&](int commitment) {
            must(town.as("amir", [&](access::Work& work) -> Result<Done> {
                const auto permit = access::permit<Operation::hold_meeting>(work, group.number);
                if (!permit) return permit.error();
                add_status(*permit, commitment_of(*permit, commitment)->id, {Status::cancelled, false, "Går inte", {}, {}, "youth"});
                return Done{};
            }));
        };
        CHECK(duties_about(town, group.number, guideline::youth_commits).empty());
        drop(1);
        const auto owed = duties_about(town, group.number, guideline::youth_commits);
        REQUIRE(owed.size() == 1);
        CHECK(owed[0].last_day == add_days(town.today(), 7));
        drop(2);
        CHECK(duties_about(town, group.number, guideline::police_task_in_plan).size() == 1);
        const auto refused = missing_in(town.run("sara", decide_command(), {group.number, GroupWithPlan::a_note(), "Igen"}));
        CHECK(has(refused, "S0-80"));
        CHECK(has(refused, "S0-28"));
    });
}
