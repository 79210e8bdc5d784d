#include <doctest/doctest.h>

#include <string>

#include "plan/card.h"
#include "plan/report_parts.h"
#include "plan/test_reading.h"

// The draft as it is worked on: the order, what comes back, the five questions, the words, and how a promise goes.
using namespace lots;
using namespace lots::plan;
using namespace lots::plan::test;
using lots::test::fault_of;
using lots::test::GroupWithPlan;
using lots::test::Municipality;
using lots::test::must;

namespace {

Commitment at(Municipality& town, const std::string& number, int commitment)
{
    const auto found =
        reads(town, "sara", number, [&](const access::CasePermit& permit) { return commitment_of(permit, commitment); });
    REQUIRE(found.has_value());
    return *found;
}

/// "1 3 2": the commitments in the order of the plan.
std::string order(Municipality& town, const std::string& number)
{
    std::string all;
    for (const auto& one : reads(town, "sara", number, [](const access::CasePermit& permit) { return commitments(permit); }))
        all += (all.empty() ? "" : " ") + std::to_string(one.number);
    return all;
}

/// A command's page as it is led to with one parameter more.
std::string form_with(Municipality& town, const std::string& who, const web::PathParts& parts,
                      const web::CommandEntry& entry, const std::string& name, const std::string& value)
{
    const auto page = town.look(who, parts, [&](access::Work& work, const web::Asked& asked) -> Result<web::View> {
        http::Request request = asked.request;
        request.query.emplace_back(name, value);
        return entry.show(work,
                          web::Asked{request, asked.path, asked.reader, asked.today, asked.csrf_token, asked.fresh_key});
    });
    must(page);
    return (*page).main.str();
}

}  // namespace

TEST_CASE("S1-53, settled-10 Moving a commitment changes two places in the draft; who said yes need not say it again")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        must(town.run("jonas", accept_command(), {group.number, "2", "", {}}));
        const auto moved_up = town.run("amir", move_commitment_command(), {group.number, "3", "up"});
        must(moved_up);
        CHECK(order(town, group.number) == "1 3 2");
        auto second = at(town, group.number, 2);
        CHECK(second.draft.accepted);
        CHECK_FALSE(second.reworded());
        CHECK(second.changed());
        CHECK(second.in_force().order_number == 2);
        CHECK(has(page_of(town, "amir", group.number, plan_page), "Ny plats, inte beslutad"));

        // "Ångra" is the same the other way, and then nothing waits for a decision.
        REQUIRE((*moved_up).undo.has_value());
        CHECK((*moved_up).undo->page.str() == "/arende/" + group.number + "/plan/atagande/3/flytta");
        REQUIRE((*moved_up).undo->fields.size() == 1);
        CHECK((*moved_up).undo->fields[0].value == "down");
        must(town.run("amir", move_commitment_command(), {group.number, "3", "down"}));
        CHECK(order(town, group.number) == "1 2 3");
        second = at(town, group.number, 2);
        CHECK_FALSE(second.changed());
        CHECK(second.draft.accepted);

        CHECK(fault_of(town.run("amir", move_commitment_command(), {group.number, "1", "up"})) == "direction");
        CHECK(fault_of(town.run("amir", move_commitment_command(), {group.number, "9", "up"})) == "not found");
        CHECK(fault_of(town.run("elin", move_commitment_command(), {group.number, "3", "up"})) == "not found");
    });
}

TEST_CASE("S1-53, S0-31 A day that was agreed at a meeting holds also when the new order has been decided")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        const auto agreed = add_days(town.today(), 44);
        must(town.as("amir", [&](access::Work& work) -> Result<Done> {
            const auto permit = access::permit<Operation::hold_meeting>(work, group.number);
            if (!permit) return permit.error();
            add_status(*permit, commitment_of(*permit, 2)->id,
                       {Status::ongoing, false, "Väntar på lokal", agreed, {}, "agency"});
            return Done{};
        }));
        town.set(next_day(town.today()));
        must(town.run("amir", move_commitment_command(), {group.number, "2", "up"}));
        CHECK(at(town, group.number, 2).last_day() == agreed);
        must(town.run("sara", decide_command(), {group.number, GroupWithPlan::a_note(), "Samtalen först"}));
        const auto second = at(town, group.number, 2);
        CHECK_FALSE(second.changed());
        CHECK(second.in_force().order_number == 1);
        CHECK(second.last_day() == agreed);
        // Everybody reads what changed (S2-15): two places, and nothing else.
        const auto changes = reads(town, "alex", group.number, [](const access::CasePermit& permit) {
            return changes_of(permit, versions(permit).front());
        });
        REQUIRE(changes.size() == 2);
        for (const auto& change : changes) {
            REQUIRE(change.fields.size() == 1);
            CHECK(change.fields[0].what == "order");
        }
    });
}

TEST_CASE("A commitment that was taken out comes back with its words and its answer, for who may write it")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        must(town.run("jonas", accept_command(), {group.number, "2", "", {}}));
        CHECK(fault_of(town.run("jonas", return_commitment_command(), {group.number, "2", 1})) == "not found");
        const auto out = town.run("jonas", drop_commitment_command(), {group.number, "2", 1});
        must(out);
        REQUIRE((*out).undo.has_value());
        CHECK((*out).undo->page.str() == "/arende/" + group.number + "/plan/atagande/2/ta-tillbaka");
        CHECK((*out).undo->fields.at(0).value == "2");
        CHECK(has(page_of(town, "jonas", group.number, plan_page), "/plan/atagande/2/ta-tillbaka"));
        CHECK_FALSE(has(page_of(town, "elin", group.number, plan_page), "/plan/atagande/2/ta-tillbaka"));

        CHECK(fault_of(town.run("elin", return_commitment_command(), {group.number, "2", 2})) == "not found");
        CHECK(fault_of(town.run("jonas", return_commitment_command(), {group.number, "2", 1})) == "conflict");
        must(town.run("jonas", return_commitment_command(), {group.number, "2", 2}));
        const auto second = at(town, group.number, 2);
        CHECK_FALSE(second.draft.dropped);
        CHECK_FALSE(second.changed());
        CHECK(second.draft.accepted);
        CHECK(fault_of(town.run("jonas", return_commitment_command(), {group.number, "2", 3})) == "not found");
    });
}

TEST_CASE("A goal that was taken out comes back as it was, for who leads the case; what was under it, after it")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        must(town.run("sara", group::start_planning_command(), {group.number, ""}));
        auto goal = a_goal(group.number, "skolan");
        must(town.run("amir", add_goal_command(), goal));
        auto promise = change_of(group.number, add_days(town.today(), 30));
        promise.number.clear();
        must(town.run("amir", add_commitment_command(), promise));
        must(town.run("amir", drop_commitment_command(), {group.number, "1", 1}));
        goal.number = "1";
        goal.seq_seen = 1;
        goal.dropped = true;
        const auto out = town.run("amir", change_goal_command(), goal);
        must(out);
        REQUIRE((*out).undo.has_value());
        CHECK((*out).undo->page.str() == "/arende/" + group.number + "/plan/mal/1/ta-tillbaka");
        const auto left = [&] {
            return reads(town, "sara", group.number, [](const access::CasePermit& permit) { return goals(permit); });
        };
        CHECK(left().empty());
        CHECK(fault_of(town.run("amir", return_commitment_command(), {group.number, "1", 2})) == "not found");

        CHECK(fault_of(town.run("elin", return_goal_command(), {group.number, "1", 2})) == "not found");
        CHECK(fault_of(town.run("amir", return_goal_command(), {group.number, "1", 1})) == "conflict");
        must(town.run("amir", return_goal_command(), {group.number, "1", 2}));
        REQUIRE(left().size() == 1);
        CHECK(left()[0].text == goal.text);
        CHECK(left()[0].person_name == "Elin Berg");
        CHECK(fault_of(town.run("amir", return_goal_command(), {group.number, "1", 3})) == "not found");
        must(town.run("amir", return_commitment_command(), {group.number, "1", 2}));
        CHECK(order(town, group.number) == "1");
    });
}

TEST_CASE("S0-79, S1-52, S1-53 The plan says how many commitments answer all five questions, and what is open in others")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        must(town.run("sara", group::start_planning_command(), {group.number, ""}));
        must(town.run("amir", add_goal_command(), a_goal(group.number, "skolan")));
        auto promise = change_of(group.number, add_days(town.today(), 30));
        promise.number.clear();
        must(town.run("amir", add_commitment_command(), promise));
        promise.documented_how.clear();
        promise.order_number.reset();
        must(town.run("amir", add_commitment_command(), promise));
        const auto page = page_of(town, "amir", group.number, plan_page);
        CHECK(has(page, "Alla fem frågor besvarade: 1 av 2."));
        CHECK(has(page, "Åtagande 2: hur det dokumenteras och ordning fattas."));
        CHECK(has(page, R"(href="#atagande-2")"));
        CHECK(has(page, R"(id="atagande-2")"));
        CHECK_FALSE(has(page_of(town, "alex", group.number, plan_page), "Alla fem"));
        const auto json = town.look("amir", {{"case", group.number}}, plan_json);
        must(json);
        CHECK(has(*json, R"("open_questions":[{"commitment":2,"open":["how","order"]}])"));
        CHECK(question_words(Language::sv, {Question::what, Question::who, Question::when}) == "vad, vem och när");
        CHECK(question_words(Language::sv, {}).empty());
    });
}

TEST_CASE("S1-49 Hard words stand beside the draft, and Byt opens the form with the plainer one, to be saved or not")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        must(town.run("sara", group::start_planning_command(), {group.number, ""}));
        must(town.run("amir", add_goal_command(), a_goal(group.number, "skolan")));
        auto promise = change_of(group.number, add_days(town.today(), 30));
        promise.number.clear();
        promise.plain_words = "Samtliga hjälper dig.";
        must(town.run("amir", add_commitment_command(), promise));
        const auto page = page_of(town, "amir", group.number, plan_page);
        CHECK(has(page, "Svåra ord"));
        CHECK(has(page, "/plan/atagande/1/andra?byt=samtliga"));
        CHECK_FALSE(has(page_of(town, "elin", group.number, plan_page), "byt=samtliga"));
        CHECK_FALSE(has(page_of(town, "alex", group.number, plan_page), "Svåra ord"));

        const auto entry = web::entry_of(change_commitment_command());
        const web::PathParts parts{{"case", group.number}, {"number", "1"}};
        CHECK(has(form_with(town, "amir", parts, entry, "byt", "samtliga"), "Alla hjälper dig."));
        CHECK(has(form_with(town, "amir", parts, entry, "byt", "hjälper"), "Samtliga hjälper dig."));
        CHECK(at(town, group.number, 1).draft.plain_words == "Samtliga hjälper dig.");
    });
}

TEST_CASE("settled-15, settled-30 How an own promise goes is said with one tap; an agency that has not done it writes why")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        const auto entry = web::entry_of(report_command());
        const auto shown = [&](const std::string& who, const std::string& commitment) {
            const auto page = town.look(who, {{"case", group.number}, {"number", commitment}}, entry.show);
            must(page);
            return (*page).main.str();
        };
        CHECK(has(shown("jonas", "2"), "sig-answers"));
        CHECK(has(shown("jonas", "2"), "hur=not_done"));
        CHECK(has(shown("jonas", "2"), "Inte gjord"));
        CHECK_FALSE(has(shown("jonas", "2"), "Inte gjort"));
        CHECK(has(shown("alex", "1"), "sig-answers"));
        CHECK_FALSE(has(shown("alex", "1"), "hur=not_done"));
        // What somebody else said is written down in the form, with who said it.
        CHECK_FALSE(has(shown("amir", "2"), "sig-answers"));
        CHECK_FALSE(has(form_with(town, "jonas", {{"case", group.number}, {"number", "2"}}, entry, "hur", "not_done"),
                        "sig-answers"));

        must(town.run("jonas", report_command(), {group.number, "2", "ongoing", "Vi har träffats en gång", true}));
        must(town.run("jonas", report_command(), {group.number, "2", "done", "Nu är det klart", false}));
        const auto said = reads(town, "jonas", group.number,
                                [](const access::CasePermit& permit) { return said_of(permit, *commitment_of(permit, 2)); });
        REQUIRE(said.size() == 2);
        CHECK(said[0].note == "Nu är det klart");
        CHECK(said[1].status == Status::ongoing);
        CHECK(said[1].needs_help);
        CHECK(has(shown("jonas", "2"), "Vi har träffats en gång"));
    });
}

TEST_CASE("settled-30 The family's own promise has plain words, the buttons and no flag, and they come back to Min plan")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        town.set(add_days(town.today(), 40));  // long after the day
        const auto content = town.look("alex", {{"case", group.number}},
                                       [&](access::Work& work, const web::Asked& asked) -> Result<std::string> {
                                           const auto permit = access::permit<Operation::read_plan>(work, group.number);
                                           if (!permit) return permit.error();
                                           return family_now(*permit, *commitment_of(*permit, 1), asked).str();
                                       });
        must(content);
        CHECK(has(*content, "Din mentor hjälper dig."));
        CHECK(has(*content, "sig-answers"));
        CHECK(has(*content, "Jag behöver hjälp"));
        CHECK_FALSE(has(*content, "Försenad"));
        const auto done = town.run("alex", report_command(), {group.number, "1", "not_done", "", false});
        must(done);
        CHECK((*done).page.str() == "/min-plan/" + group.number);
        const auto police = town.run("jonas", report_command(), {group.number, "2", "ongoing", "", false});
        must(police);
        CHECK((*police).page.str() == "/arende/" + group.number + "/atagande/2");
    });
}
