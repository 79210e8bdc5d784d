#include "asp/rules.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "guideline/requirements.h"

using namespace lots;
using namespace lots::asp;
using access::CaseState;

namespace {

const Date today = 2026y / 5 / 10;

Said in_order() { return {true, true, today, today, today, true, 4}; }

DutyFacts running() { return {CaseState::active, PersonId{}, today, true, true, false, {}, {}, false}; }
DutyFacts closed()
{
    auto facts = running();
    facts.state = CaseState::closed;
    facts.monitoring_last_day = 2027y / 5 / 10;
    return facts;
}

}  // namespace

TEST_CASE("S0-61 Without the register's own conditions there is no note: membership of a group is never the ground")
{
    CHECK(may_note(in_order()).allowed());
    auto said = in_order();
    said.conditions_met = false;
    CHECK(may_note(said).lacks(guideline::conditions_of_register));
    said.noted_on.reset();
    CHECK(may_note(said).allowed());  // that they are not met may be kept, and then there is no note
}

TEST_CASE("S0-62 Whether the conditions are met is answered, with a day that is not to come")
{
    auto said = in_order();
    said.answered = false;
    CHECK(may_note(said).lacks(guideline::conditions_assessed));
    said = in_order();
    said.assessed_on = add_days(today, 1);
    CHECK(may_note(said).lacks(guideline::conditions_assessed));
}

TEST_CASE("S0-64 The note names an officer of the group and how to reach them")
{
    auto said = in_order();
    said.names_contact = false;
    CHECK(may_note(said).lacks(guideline::note_names_officer));
}

TEST_CASE("S0-65 The note has block code 4; the register's other codes and none at all are refused, and nothing is asked without a note")
{
    CHECK(may_note(in_order()).allowed());
    CHECK(guideline::in_force(block_code_of_note, today) == 4);
    auto said = in_order();
    for (const int code : {1, 2, 3}) {
        said.block_code = code;
        CHECK(may_note(said).lacks(guideline::block_code));
        CHECK_FALSE(may_note(said).allowed());
    }
    said.block_code.reset();
    CHECK(may_note(said).lacks(guideline::block_code));
    said.noted_on.reset();
    CHECK(may_note(said).allowed());
}

TEST_CASE("S0-66 The register knows four block codes")
{
    CHECK(block_codes.front() == "1");
    CHECK(block_codes.back() == "4");
}

TEST_CASE("S0-65 Only the code that a note may have is offered: each that is offered is accepted, and no other is")
{
    CHECK(block_codes_of_notes() == std::vector<std::string_view>{"4"});
    for (const auto code : block_codes) {
        auto said = in_order();
        said.block_code = code.front() - '0';
        const auto offered = block_codes_of_notes();
        CHECK(may_note(said).allowed() == (std::find(offered.begin(), offered.end(), code) != offered.end()));
    }
}

TEST_CASE("S0-67 The marking stays a year after the end; who takes it away sooner says why")
{
    const Date last = 2027y / 5 / 10;
    CHECK(may_confirm(true, add_days(last, 1), add_days(last, 1), last, false).allowed());
    CHECK(may_confirm(true, last, last, last, false).lacks(guideline::marking_stays_a_year));
    CHECK_FALSE(may_confirm(true, last, last, last, true).lacks(guideline::marking_stays_a_year));
}

TEST_CASE("S0-68 A removal is confirmed after the end of the group, and not for a day to come")
{
    const Date last = 2027y / 5 / 10;
    CHECK(may_confirm(false, today, today, last, true).lacks(guideline::marking_removed));
    CHECK(may_confirm(true, add_days(last, 2), add_days(last, 1), last, true).lacks(guideline::marking_removed));
}

TEST_CASE("S0-62 At the start the officer of the group has seven days to assess")
{
    auto facts = running();
    CHECK(duties(facts).empty());
    facts.assessed = facts.noted = false;
    REQUIRE(duties(facts).size() == 1);
    CHECK(duties(facts)[0].last_day == add_days(today, 7));
    facts.state = CaseState::suspended;
    CHECK(duties(facts).empty());
    facts.state = CaseState::active;
    facts.officer.reset();
    CHECK(duties(facts).empty());  // there is no officer yet
}

TEST_CASE("S0-64 When the officer whom the note names leaves the group, the note gets another name")
{
    auto facts = running();
    facts.contact_left_on = today;
    REQUIRE(duties(facts).size() == 1);
    CHECK(duties(facts)[0].requirement == &guideline::note_names_officer);
    facts.noted = false;
    CHECK(duties(facts).empty());
}

TEST_CASE(
    "S0-68 The marking is removed the day after the twelve months, unless the person came back to a group with the police")
{
    auto facts = closed();
    REQUIRE(duties(facts).size() == 1);
    CHECK(duties(facts)[0].last_day == 2027y / 5 / 11);
    facts.readmitted_with_police = true;
    CHECK(duties(facts).empty());
    facts.readmitted_with_police = false;
    facts.removed = true;
    CHECK(duties(facts).empty());
    facts.removed = facts.noted = false;
    CHECK(duties(facts).empty());  // there is nothing to remove
}

TEST_CASE("S0-64 S0-68 When no officer of the group works there any more, the manager of the police is told, and never while one does")
{
    for (auto facts : {running(), closed()}) {
        if (facts.state == CaseState::active) facts.contact_left_on = today;
        facts.officer.reset();
        facts.manager = PersonId{{2}};
        REQUIRE(duties(facts).size() == 1);
        CHECK(duties(facts)[0].person == PersonId{{2}});
        facts.officer = PersonId{{1}};
        CHECK(duties(facts)[0].person == PersonId{{1}});
    }
}
