#include <doctest/doctest.h>

#include "meeting/commands.h"
#include "meeting/duties.h"
#include "meeting/pages.h"
#include "support/group_with_plan.h"

using namespace lots;
using namespace lots::meeting;
using test::fault_of;
using test::GroupWithPlan;
using test::missing_in;
using test::Municipality;
using test::must;

// What is told at and around a meeting, who reads it, and what follows from who was there.
namespace {

CallMeeting a_call(const std::string& number, Date day)
{
    return {number, "individual", "in_person", "Kulturhuset, rum 2", "", day, form::Clock{13, 0}, 60, {"in_lots"}, {"1", "2", "3"}, {"1"}};
}

web::PathParts at(const std::string& number, const std::string& meeting = "1") { return {{"case", number}, {"number", meeting}}; }

template <class Page>
std::string text_of(Municipality& town, const std::string& handle, const web::PathParts& parts, Page page)
{
    const auto shown = town.look(handle, parts, page);
    must(shown);
    return (*shown).main.str();
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// The meeting begins now, with everybody called.
void begin(Municipality& town, const std::string& number, int days)
{
    const auto day = add_days(town.today(), days);
    must(town.run("amir", call_command(), a_call(number, day)));
    town.set(day, 13);
}

/// Attendance by line (Alex, Amir, Jonas, Elin), minutes, next call and lock.
void hold(Municipality& town, const std::string& number, const std::string& meeting, const std::vector<std::string>& presences)
{
    for (std::size_t i = 0; i < presences.size(); ++i)
        must(town.run("amir", attendance_command(),
                      {number, meeting, std::to_string(i + 1), presences[i], presences[i] == "absent" ? "Sjuk" : ""}));
    Minutes minutes;
    minutes.who_may_hear = "Alla hör allt";
    minutes.text = "Vi talade om skolan";
    minutes.youth_opinion = "Okej";
    minutes.closure_question = "continue";
    minutes.consent_checked = true;
    minutes.police_role_told = presences[2] != "absent";
    must(town.run("amir", minutes_command(), {number, meeting, minutes, 0}));
    must(town.run("amir", call_command(), a_call(number, add_days(town.today(), 7))));
    must(town.run("amir", lock_command(), {number, meeting, ""}));
}

std::string due_now(Municipality& town, const std::string& number)
{
    const auto found = town.as("sara", [&](access::Work& work) -> Result<std::string> {
        const auto permit = access::permit<access::Operation::read_meetings>(work, number);
        if (!permit) return permit.error();
        std::string all;
        for (const auto& duty : duties(*permit)) all += std::string(duty.requirement->id) + " ";
        return all;
    });
    must(found);
    return *found;
}

}  // namespace

TEST_CASE("S1-15 The agenda goes with the call: the standing points in order, one's own before the last")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        auto call = a_call(group.number, add_days(town.today(), 5));
        call.own_points = "Praktik i sommar\n\n Busskort ";
        must(town.run("amir", call_command(), call));
        const auto paper = text_of(town, "alex", at(group.number), call_paper);
        std::size_t from = 0;
        for (const auto* point : {"vem får höra vad", "Gäller samtycket", "Hur ser var och en", "Hur går det med", "Ny misstanke", "ändrade åtaganden",
                                  "Vad tycker", "Ska insatsgruppen fortsätta", "Praktik i sommar", "Busskort", "Nästa möte"}) {
            CAPTURE(point);
            const auto found = paper.find(point, from);
            CHECK(found != std::string::npos);
            if (found != std::string::npos) from = found;
        }
        CHECK(has(paper, "Polisen måste också utreda brott"));
        CHECK(fault_of(town.look("petra", at(group.number), call_paper)) == "not found");
    });
}

TEST_CASE("S0-57, S0-58 The police are told at the call that the meeting is not for questioning")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        must(town.run("amir", call_command(), a_call(group.number, add_days(town.today(), 5))));
        CHECK(has(text_of(town, "jonas", at(group.number), meeting_page), "/inte-till-forhor"));
        CHECK_FALSE(has(text_of(town, "elin", at(group.number), meeting_page), "/inte-till-forhor"));
    });
}

TEST_CASE("S0-26, S1-21 An agency writes its own picture before the meeting; the group reads it when the minutes are locked")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        begin(town, group.number, 5);
        must(town.run("elin", own_picture_command(), {group.number, "1", "Kommer varje dag", {"school"}}));
        CHECK(has(text_of(town, "elin", at(group.number), meeting_page), "Kommer varje dag"));
        CHECK_FALSE(has(text_of(town, "jonas", at(group.number), meeting_page), "Kommer varje dag"));
        must(town.run("amir", picture_command(), {group.number, "1", "polisen", "Lugnt på kvällarna", {"behaviour"}, "Jonas Ek", "phone"}));
        hold(town, group.number, "1", {"present", "present", "present", "present"});
        const auto text = text_of(town, "jonas", at(group.number), meeting_page);
        CHECK(has(text, "Kommer varje dag"));
        CHECK(has(text, "Berättat av Jonas Ek. Per telefon"));
        CHECK(missing_in(town.run("elin", own_picture_command(), {group.number, "1", "Mer", {"school"}})) == "settled-11");
    });
}

TEST_CASE("settled-21 A guardian gets a picture only when it is released to that guardian, with a reason")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town, true);
        auto call = a_call(group.number, add_days(town.today(), 5));
        call.signatories = {"1", "2"};
        must(town.run("amir", call_command(), call));
        town.set(add_days(town.today(), 5), 13);
        must(town.run("elin", own_picture_command(), {group.number, "1", "Kommer varje dag", {"school"}}));
        CHECK(fault_of(town.run("amir", release_picture_command(), {group.number, "1", "2", "2", "Behövs hemma"})) == "not found");
        CHECK(fault_of(town.run("amir", release_picture_command(), {group.number, "1", "1", "1", "Behövs hemma"})) == "signatory");
        CHECK(fault_of(town.run("elin", release_picture_command(), {group.number, "1", "1", "2", "Behövs hemma"})) == "not found");
        must(town.run("amir", release_picture_command(), {group.number, "1", "1", "2", "Behövs hemma"}));
        // Who leads the case reads to whom and why; the others do not.
        CHECK(has(text_of(town, "amir", at(group.number), meeting_page), "Behövs hemma"));
    });
}

TEST_CASE("S0-27, edge-4.18 The police tell what they can, and the page looks the same whether there is more or not")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        const web::PathParts parts{{"case", group.number}};
        CHECK(has(text_of(town, "elin", parts, suspicions_page), "Ingenting är skrivet"));
        const TellSuspicion told{group.number, "2", "Misstänks för stöld", town.today(), ""};
        CHECK(missing_in(town.run("elin", suspicion_command(), told)) == "S0-27");
        auto of_school = told;
        of_school.officer = "3";
        CHECK(fault_of(town.run("jonas", suspicion_command(), of_school)) == "officer");
        CHECK_FALSE(has(due_now(town, group.number), "S1-60"));
        must(town.run("jonas", suspicion_command(), told));
        for (const auto* handle : {"elin", "alex", "amir"}) CHECK(has(text_of(town, handle, parts, suspicions_page), "Misstänks för stöld"));
        CHECK(has(due_now(town, group.number), "S1-60"));  // the police raise the closure question
        town.set(add_days(town.today(), 1), 9);
        begin(town, group.number, 2);
        CHECK(has(due_now(town, group.number), "S1-60"));
        town.leaves("jonas");  // then it is for whoever leads the group
        must(town.as("sara", [&](access::Work& work) -> Result<Done> {
            const auto permit = access::permit<access::Operation::see_case>(work, group.number);
            if (!permit) return permit.error();
            for (const auto& duty : duties(*permit))
                if (duty.requirement->id == std::string_view("S1-60")) CHECK(duty.person == town.people.at("amir"));
            return Done{};
        }));
    });
}

TEST_CASE("S0-55 It is kept who told of the police's two roles, and on which day")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        begin(town, group.number, 5);
        hold(town, group.number, "1", {"present", "present", "present", "present"});
        const auto json = town.look("amir", at(group.number), meeting_json);
        must(json);
        CHECK(has(*json, R"("told_by":"2","told_on":")" + iso(town.today())));
        CHECK(has(text_of(town, "elin", at(group.number), meeting_page), "Jonas Ek, " + say_date(Language::sv, town.today())));
    });
}

TEST_CASE("S0-56, edge-4.25 An intervention ends the meeting also when something was noted, and a new day is due at once")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        must(town.run("amir", call_command(), a_call(group.number, add_days(town.today(), 5))));
        CHECK(fault_of(town.run("amir", cancel_command(), {group.number, "1", "intervention", "Påverkad"})) == "reason");  // not begun
        town.set(add_days(town.today(), 5), 13);
        hold(town, group.number, "1", {"present", "present", "present", "present"});
        CHECK(fault_of(town.run("amir", cancel_command(), {group.number, "1", "intervention", "Påverkad"})) == "not found");  // locked
        town.set(add_days(town.today(), 7), 13);
        must(town.run("amir", attendance_command(), {group.number, "2", "1", "present", ""}));
        CHECK(fault_of(town.run("amir", cancel_command(), {group.number, "2", "youth_absent"})) == "not found");
        CHECK(fault_of(town.run("amir", cancel_command(), {group.number, "2", "intervention"})) == "note");
        must(town.run("amir", cancel_command(), {group.number, "2", "intervention", "Var påverkad, Jonas följde med till vården"}));
        CHECK(has(text_of(town, "amir", at(group.number, "2"), meeting_page), "följde med till vården"));
        CHECK_FALSE(has(text_of(town, "elin", at(group.number, "2"), meeting_page), "följde med till vården"));
        CHECK(has(due_now(town, group.number), "S1-14"));
    });
}

TEST_CASE("S1-20 A substitute has a name and a function, and repeated absence is taken up")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        begin(town, group.number, 5);
        NoteAttendance note{group.number, "1", "4", "substitute", ""};
        CHECK(fault_of(town.run("amir", attendance_command(), note)) == "substitute_name");
        note.substitute_name = "Bo Falk";
        CHECK(fault_of(town.run("amir", attendance_command(), note)) == "substitute_function");
        note.substitute_function = "teacher";
        must(town.run("amir", attendance_command(), note));
        CHECK(has(text_of(town, "jonas", at(group.number), meeting_page), "Bo Falk, Lärare"));
        must(town.run("amir", attendance_command(), {group.number, "1", "4", "absent", "Sjuk", 1}));
        hold(town, group.number, "1", {"present", "present", "present"});
        CHECK_FALSE(has(due_now(town, group.number), "S1-20"));
        town.set(add_days(town.today(), 7), 13);
        hold(town, group.number, "2", {"present", "present", "present", "absent"});
        CHECK(has(due_now(town, group.number), "S1-20"));
    });
}

TEST_CASE("S0-73 Who was away reads the minutes, and who holds the meeting sees which agency knows")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        begin(town, group.number, 5);
        CHECK(fault_of(town.run("elin", read_command(), {group.number, "1"})) == "not found");  // not locked
        hold(town, group.number, "1", {"present", "present", "present", "absent"});
        CHECK(has(due_now(town, group.number), "S0-73"));
        CHECK(has(text_of(town, "amir", at(group.number), meeting_page), "Björkskolan var inte med och har inte läst"));
        must(town.run("elin", read_command(), {group.number, "1"}));
        must(town.run("elin", read_command(), {group.number, "1"}));  // once is enough, twice does no harm
        CHECK_FALSE(has(due_now(town, group.number), "S0-73"));
        CHECK(has(text_of(town, "amir", at(group.number), meeting_page), "Björkskolan var inte med men har läst"));
        CHECK_FALSE(has(text_of(town, "jonas", at(group.number), meeting_page), "Björkskolan var inte med"));
    });
}

TEST_CASE("settled-21 The meeting page says who reads, and when the young person got the minutes")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town, true);
        auto call = a_call(group.number, add_days(town.today(), 5));
        call.guardian_1_reason = "Alex vill berätta något själv först";
        must(town.run("amir", call_command(), call));
        town.set(add_days(town.today(), 5), 13);
        CHECK(has(text_of(town, "amir", at(group.number), meeting_page), "Läser: Ungdomen ja, Vårdnadshavare 1 nej"));
        CHECK(fault_of(town.run("amir", give_command(), {group.number, "1", "paper", town.today()})) == "not found");
        for (const auto* line : {"1", "2", "3", "4"}) must(town.run("amir", attendance_command(), {group.number, "1", line, "present", ""}));
        Minutes minutes;
        minutes.who_may_hear = minutes.text = minutes.youth_opinion = "Okej";
        minutes.closure_question = "consider_closure";
        minutes.consent_checked = minutes.police_role_told = true;
        must(town.run("amir", minutes_command(), {group.number, "1", minutes, 0}));
        must(town.run("amir", lock_command(), {group.number, "1", ""}));
        CHECK(fault_of(town.run("amir", give_command(), {group.number, "1", "paper", add_days(town.today(), 1)})) == "given_on");
        CHECK(fault_of(town.run("amir", give_command(), {group.number, "1", "paper", add_days(town.today(), -1)})) == "given_on");
        must(town.run("amir", give_command(), {group.number, "1", "paper", town.today()}));
        CHECK(has(text_of(town, "amir", at(group.number), meeting_page), "Ungdomen fick anteckningarna"));
    });
}

TEST_CASE("S0-24, S0-54 Without an agency there is a reason, and only social services leave one out")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        auto call = a_call(group.number, add_days(town.today(), 5));
        call.members = {"1", "2"};
        CHECK(missing_in(town.run("amir", call_command(), call)) == "S1-16");
        call.agency_not_called_reason = "Vi talar bara om hemmet";
        must(town.run("amir", call_command(), call));
        CHECK(has(text_of(town, "amir", at(group.number), meeting_page), "bara om hemmet"));
        CHECK_FALSE(has(text_of(town, "jonas", at(group.number), meeting_page), "bara om hemmet"));
    });
}
