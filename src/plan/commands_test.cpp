#include <doctest/doctest.h>

#include <algorithm>

#include "group/commands.h"
#include "group/store.h"
#include "guideline/requirements.h"
#include "plan/commands.h"
#include "plan/duties.h"
#include "plan/pages.h"
#include "plan/store.h"
#include "support/faults.h"
#include "support/municipality.h"

using namespace lots;
using namespace lots::plan;
using access::Operation;
using test::fault_of;
using test::Municipality;

namespace {

/// A group of three agencies with Amir as coordinator, in PLANNING.
struct Group {
    Municipality& town;
    std::string number;

    Group(Municipality& municipality, bool minor = false) : town(municipality), number(town.case_in_forming({"soc", "polisen", "skolan"}, minor))
    {
        must(town.run("sara", group::appoint_coordinator_command(), {number, "amir", "Känner Alex", "", {}}));
        must(town.run("sara", group::add_member_command(), {number, "jonas", "police_officer", "Områdespolis, känner Alex", true}));
        must(town.run("sara", group::add_member_command(), {number, "elin", "counsellor", "Kurator", true}));
        must(town.run("sara", group::start_planning_command(), {number, ""}));
    }
    template <class T>
    static void must(const Result<T>& result)
    {
        INFO(fault_of(result));
        REQUIRE(static_cast<bool>(result));
    }

    static WriteCommitment a_commitment(const std::string& of_case, const std::string& owner, int place, Date due)
    {
        WriteCommitment write;
        write.case_number = of_case;
        write.goal = "1";
        write.owner = owner;
        write.measure = "Gå till skolan varje dag";
        write.documented_how = "Skolans frånvarosystem";
        write.plain_words = "Din mentor hjälper dig.";
        write.last_day = due;
        write.order_number = place;
        return write;
    }
    void draft(Date due)
    {
        must(town.run("amir", add_goal_command(), {number, "", "school", "Klara nian", "Betyg i juni", "skolan", false, 0}));
        must(town.run("amir", add_commitment_command(), a_commitment(number, "signatory-1", 1, due)));
        must(town.run("jonas", add_commitment_command(), a_commitment(number, "member-2", 2, due)));
        must(town.run("elin", add_commitment_command(), a_commitment(number, "member-3", 3, due)));
        must(town.run("amir", write_words_command(), {number, "Jag vill klara skolan", "Vi hjälper till", "Amir, dagtid", town.today(), 0}));
    }
    Decide decision() const { return {number, {"Skolan behöver stöd", "Enligt planen", "Gruppen", "Planen beslutas", "Alex håller med", "Bra för Alex", "3.1"}}; }

    template <class Look>
    auto reads(const std::string& handle, Look look_at)
    {
        return town.as(handle, [&](access::Work& work) -> Result<std::invoke_result_t<Look, const access::CasePermit&>> {
            const auto permit = access::permit<Operation::read_plan>(work, number);
            if (!permit) return permit.error();
            return look_at(*permit);
        });
    }
    Commitment commitment(int at)
    {
        const auto found = reads("sara", [&](const access::CasePermit& permit) { return commitment_of(permit, at); });
        REQUIRE(static_cast<bool>(found));
        REQUIRE((*found).has_value());
        return **found;
    }
    access::CaseState state()
    {
        return *reads("sara", [](const access::CasePermit& permit) { return permit.facts().state; });
    }
};

}  // namespace

TEST_CASE("T9, T10: a group is formed, a plan is drafted, accepted and decided")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        Group group(town, true);
        CHECK(group.state() == access::CaseState::planning);
        const auto due = add_days(town.today(), 30);
        group.draft(due);

        // Jonas takes on his own; nobody else's.
        Group::must(town.run("jonas", accept_command(), {group.number, "2", "", {}}));
        CHECK(fault_of(town.run("jonas", accept_command(), {group.number, "3", "", {}})) == "not found");
        // The coordinator writes down what Alex said, and how it came (settled 15).
        CHECK(fault_of(town.run("amir", accept_command(), {group.number, "1", "", {}})) == "way");
        Group::must(town.run("amir", accept_command(), {group.number, "1", "meeting", town.today()}));

        // One acceptance is missing: that does not stop social services (settled 10).
        Group::must(town.run("sara", decide_command(), group.decision()));
        CHECK(group.state() == access::CaseState::active);
        const auto first = group.commitment(1);
        CHECK(first.decided.has_value());
        CHECK(first.in_force().owner_words == "Alex");
        CHECK(first.in_force().measure == "Gå till skolan varje dag");
        CHECK(group.commitment(2).in_force().owner_words == "Jonas Ek, Polisen");
        CHECK(town.run("sara", decide_command(), group.decision()).error().as<Refused>()->decision.lacks(guideline::plan_changed));
    });
}

TEST_CASE("The young person reads the plan, accepts and reports the own commitment, and no other")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        Group group(town);
        group.draft(add_days(town.today(), 30));
        Group::must(town.run("alex", accept_command(), {group.number, "1", "", {}}));
        CHECK(fault_of(town.run("alex", accept_command(), {group.number, "2", "", {}})) == "not found");
        Group::must(town.run("alex", report_command(), {group.number, "1", "not_done", "", true}));
        const auto own = group.commitment(1);
        CHECK(own.draft.accepted);
        CHECK(own.status == Status::not_done);
        CHECK(own.needs_help);
        CHECK(fault_of(town.run("alex", report_command(), {group.number, "2", "done", "", false})) == "not found");
        // An agency says why it was not done.
        CHECK(fault_of(town.run("jonas", report_command(), {group.number, "2", "not_done", "", false})) == "note");

        const web::PathParts parts{{"case", group.number}};
        const auto page = town.look("alex", parts, plan_page);
        REQUIRE(static_cast<bool>(page));
        CHECK((*page).main.str().find("Gå till skolan varje dag") != std::string::npos);
        CHECK((*page).title.find("Alex") == std::string::npos);
        CHECK(static_cast<bool>(town.look("elin", parts, plain_page)));
        CHECK(fault_of(town.look("petra", parts, plan_page)) == "not found");
        CHECK(fault_of(town.look("ali", parts, plan_json)) == "not found");
        const auto json = town.look("jonas", parts, plan_json);
        REQUIRE(static_cast<bool>(json));
        CHECK((*json).find("\"youth\":\"Jag vill klara skolan\"") != std::string::npos);
    });
}

TEST_CASE("S0-79 to S4-17: an unfinished draft is not decided, and says of each commitment what is missing")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        Group group(town, true);
        Group::must(town.run("amir", add_goal_command(), {group.number, "", "school", "Klara nian", "Betyg i juni", "skolan", false, 0}));
        auto unfinished = Group::a_commitment(group.number, "member-2", 1, add_days(town.today(), 30));
        unfinished.documented_how.clear();
        unfinished.plain_words.clear();
        unfinished.order_number.reset();
        Group::must(town.run("amir", add_commitment_command(), unfinished));
        const auto refused = town.run("sara", decide_command(), group.decision());
        REQUIRE(fault_of(refused) == "refused");
        const auto& decision = refused.error().as<Refused>()->decision;
        for (const auto* requirement : {&guideline::documented_how, &guideline::plain_words, &guideline::order_set, &guideline::youth_commits,
                                        &guideline::youth_took_part})
            CHECK(decision.lacks(*requirement));
        CHECK_FALSE(decision.lacks(guideline::police_task_in_plan));
        CHECK(group.state() == access::CaseState::planning);
    });
}

TEST_CASE("T12: a changed commitment is accepted and decided anew; until then the decided wording holds, and the old plan is kept")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        Group group(town);
        const auto due = add_days(town.today(), 30);
        group.draft(due);
        Group::must(town.run("jonas", accept_command(), {group.number, "2", "", {}}));
        Group::must(town.run("sara", decide_command(), group.decision()));

        town.set(add_days(town.today(), 1));
        auto change = Group::a_commitment(group.number, "member-2", 2, add_days(due, 30));
        change.number = "2";
        change.measure = "Samtal varje vecka";
        change.seq_seen = 1;
        Group::must(town.run("jonas", change_commitment_command(), change));
        // Somebody who saw the older text is told, and nothing is lost.
        const auto conflict = town.run("amir", change_commitment_command(), change);
        REQUIRE(fault_of(conflict) == "conflict");
        CHECK(conflict.error().as<Conflict>()->theirs == "Samtal varje vecka");
        CHECK(conflict.error().as<Conflict>()->changed_by == "Jonas Ek");

        auto second = group.commitment(2);
        CHECK(second.changed());
        CHECK_FALSE(second.draft.accepted);
        CHECK(second.in_force().measure == "Gå till skolan varje dag");
        CHECK(second.last_day() == due);

        auto again = group.decision();
        CHECK(fault_of(town.run("sara", decide_command(), again)) == "change_reason");  // S2-15: everybody reads what changed and why
        again.change_reason = "Samtalen behöver bli fler";
        Group::must(town.run("sara", decide_command(), again));
        second = group.commitment(2);
        CHECK(second.in_force().measure == "Samtal varje vecka");
        CHECK(second.last_day() == add_days(due, 30));
        const auto old = group.reads("sara", [](const access::CasePermit& permit) { return commitments_of(permit, versions(permit).at(1)); });
        const auto kept = std::ranges::find((*old), 2, &Commitment::number);
        CHECK(kept->decided->measure == "Gå till skolan varje dag");
        CHECK(static_cast<bool>(town.look("elin", {{"case", group.number}, {"number", "1"}}, version_page)));
        CHECK(fault_of(town.look("elin", {{"case", group.number}, {"number", "3"}}, version_page)) == "not found");
    });
}

TEST_CASE("settled-10: a member drafts for the own agency only")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        Group group(town);
        const auto due = add_days(town.today(), 30);
        group.draft(due);
        CHECK(fault_of(town.run("jonas", add_commitment_command(), Group::a_commitment(group.number, "member-3", 4, due))) == "promised_by");
        CHECK(fault_of(town.run("jonas", add_commitment_command(), Group::a_commitment(group.number, "signatory-1", 4, due))) == "promised_by");
        CHECK(fault_of(town.run("jonas", add_goal_command(), {group.number, "", "school", "Mål", "Hur", "polisen", false, 0})) == "not found");
        CHECK(fault_of(town.run("jonas", drop_commitment_command(), {group.number, "3", 1})) == "not found");
        CHECK(fault_of(town.run("jonas", add_commitment_command(), Group::a_commitment(group.number, "member-2", 4, add_days(town.today(), -1)))) ==
              "done_by");
        Group::must(town.run("jonas", drop_commitment_command(), {group.number, "2", 1}));
        const auto left = group.reads("sara", [](const access::CasePermit& permit) { return commitments(permit).size(); });
        CHECK(*left == 2);
    });
}

TEST_CASE("S0-31, settled-10: agencies owe acceptances and commitments; a day agreed at a meeting is the one that counts")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        Group group(town);
        const auto due = add_days(town.today(), 30);
        group.draft(due);
        const auto owed = [&] { return *group.reads("sara", [](const access::CasePermit& permit) { return duties(permit); }); };
        CHECK(owed().size() == 3);  // Jonas and Elin: to accept. Not Alex. And something is to happen soon (S4-42).
        CHECK(owed()[0].last_day == add_days(town.today(), 7));
        CHECK(owed()[0].person == town.people.at("jonas"));
        Group::must(town.run("jonas", accept_command(), {group.number, "2", "", {}}));
        Group::must(town.run("sara", decide_command(), group.decision()));
        CHECK(owed().size() == 3);  // both are to be done, and Elin has not accepted

        const auto moved = town.as("amir", [&](access::Work& work) -> Result<Done> {
            const auto permit = access::permit<Operation::hold_meeting>(work, group.number);
            if (!permit) return permit.error();
            add_status(*permit, commitment_of(*permit, 2)->id, {Status::ongoing, false, "Väntar på lokal", add_days(due, 14), {}, "agency"});
            return Done{};
        });
        Group::must(moved);
        CHECK(group.commitment(2).last_day() == add_days(due, 14));
        CHECK(group.commitment(2).note == "Väntar på lokal");
        const auto open = group.reads("elin", [](const access::CasePermit& permit) { return open_commitments(permit).size(); });
        CHECK(*open == 3);
    });
}

TEST_CASE("S0-79: a commitment whose person has left the group stops the next decision")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        Group group(town);
        group.draft(add_days(town.today(), 30));
        Group::must(town.run("sara", group::end_membership_command(), {group.number, "3", "Petra tar över", {}}));
        CHECK(fault_of(town.look("elin", {{"case", group.number}}, plan_page)) == "not found");  // access ended in the same second
        const auto refused = town.run("sara", decide_command(), group.decision());
        REQUIRE(fault_of(refused) == "refused");
        CHECK(refused.error().as<Refused>()->decision.lacks(guideline::measure_who_when));
        CHECK(refused.error().as<Refused>()->decision.lacks(guideline::goal_with_actor));
    });
}

TEST_CASE("Every form of the plan has its words in both languages, and can be reached")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        Group group(town, true);
        group.draft(add_days(town.today(), 30));
        const web::PathParts parts{{"case", group.number}, {"number", "1"}};
        const auto show = [&](const std::string& who, const web::CommandEntry& entry) {
            for (const auto language : {Language::sv, Language::en}) CHECK_FALSE(entry.schema(language).empty());
            CHECK(static_cast<bool>(town.look(who, parts, entry.show)));
        };
        show("amir", web::entry_of(add_goal_command()));
        show("amir", web::entry_of(change_goal_command()));
        show("jonas", web::entry_of(add_commitment_command()));
        show("amir", web::entry_of(change_commitment_command()));
        show("amir", web::entry_of(drop_commitment_command()));
        show("amir", web::entry_of(write_words_command()));
        show("alex", web::entry_of(accept_command()));
        show("alex", web::entry_of(report_command()));
        show("sara", web::entry_of(decide_command()));
    });
}
