#include <doctest/doctest.h>

#include "support/who_asks.h"

using namespace lots::access;
using namespace lots::access::asked;

// The promises on who reads what, one by one, as somebody would put them to us. decide_table_test.cpp asks every
// combination.

TEST_CASE("settled-4 A consent that does not hold closes the room even if the state has not followed")
{
    for (const auto consent : {ConsentState::none, ConsentState::pending, ConsentState::ended, ConsentState::refused})
        for (const Who who : {police_member, school_member, outer_coordinator, coach, guardian})
            for (const Operation operation : in_room)
                CHECK(room(who, {CaseState::active, consent}, operation) == Answer::no);
}

TEST_CASE("lifecycle Social services keep reading through suspension and closure, until the archive has it")
{
    for (const When when : {active, suspended, closed})
        for (const Who who : {case_officer, unit_manager}) {
            for (const Operation operation : in_file) CHECK(file(who, when, operation) == Answer::yes);
            CHECK(room(who, when, Operation::read_minutes) == Answer::yes);
        }
    CHECK(all_but_no(case_officer, retained).empty());
    CHECK(all_but_no(unit_manager, retained) == std::vector{Operation::read_register});
    CHECK(all_but_no(unit_manager, disposed).empty());
}

TEST_CASE("SoLPuL 10 A colleague in the unit sees a proposal until somebody has taken it up")
{
    CHECK(file(colleague, proposed, Operation::read_nomination) == Answer::yes);
    CHECK(file(colleague, proposed, Operation::take_up) == Answer::yes);
    CHECK(file(colleague, proposed, Operation::decide_closure) == Answer::no);
    CHECK(file(colleague, under_review, Operation::read_nomination) == Answer::no);
    CHECK(all_but_no(colleague, active) == std::vector{Operation::emergency_access});
}

TEST_CASE("settled-16 A coordinator employed elsewhere has the room, and nothing of social services' own")
{
    CHECK(room(outer_coordinator, active, Operation::read_minutes) == Answer::yes);
    CHECK(room(outer_coordinator, active, Operation::read_protection_flag) == Answer::no);
    for (const Operation operation : in_file) CHECK(file(outer_coordinator, active, operation) == Answer::no);
    const Who named{Role::coordinator, Relation::named_reader};
    CHECK(may(named, active, Operation::read_protected_contact, Compartment::protected_) == Answer::no);
}

TEST_CASE("access.md A coordinator in social services reads nomination and consent, not the investigation")
{
    CHECK(file(inner_coordinator, active, Operation::read_nomination) == Answer::yes);
    CHECK(file(inner_coordinator, active, Operation::read_consent) == Answer::yes);
    CHECK(file(inner_coordinator, active, Operation::read_assessment) == Answer::no);
    CHECK(file(inner_coordinator, active, Operation::decide_closure) == Answer::no);
}

TEST_CASE("settled-16 An agency's own manager sees its commitments and attendance, not the room, even when also a member")
{
    for (const auto relation : {Relation::own_agency, Relation::member})
        CHECK(all_but_no({Role::agency_manager, relation}, active) ==
              std::vector{Operation::read_commitments, Operation::read_meetings});
}

TEST_CASE("OSL 12:1 The young person keeps reading what is the own, also when the case is suspended or closed")
{
    for (const When when : {active, suspended, closed}) {
        for (const auto operation :
             {Operation::see_case, Operation::read_plan, Operation::read_minutes, Operation::read_pictures})
            CHECK(room(youth, when, operation) == Answer::yes);
        CHECK(may(youth, when, Operation::read_youth_words, Compartment::youth_words) == Answer::yes);
    }
    for (const Operation operation : {Operation::read_nomination, Operation::read_selection, Operation::read_assessment})
        CHECK(file(youth, active, operation) == Answer::no);
}

TEST_CASE("settled-21 A guardian gets plan and members, and meetings, minutes and pictures in part")
{
    CHECK(room(guardian, active, Operation::read_plan) == Answer::yes);
    for (const auto operation : {Operation::read_meetings, Operation::read_minutes, Operation::read_pictures})
        CHECK(room(guardian, active, operation) == Answer::part);
    CHECK(room(guardian, active, Operation::read_timeline) == Answer::no);
    CHECK(room(guardian, suspended, Operation::see_case) == Answer::part);
    CHECK(room(guardian, suspended, Operation::read_plan) == Answer::no);
    CHECK(file(guardian, active, Operation::read_consent) == Answer::part);
}

TEST_CASE("S0-22 The role of guardian without the tie is nothing, as on the day after the 18th birthday")
{
    CHECK(all_but_no({Role::guardian, Relation::none}, active).empty());
    CHECK(all_but_no({Role::youth, Relation::guardian_of}, active).empty());
}

TEST_CASE("settled-22 The young person's words are the coordinator's alone until ticked; never a guardian's or helper's")
{
    const auto words = [](Who who, When when) {
        return may(who, when, Operation::read_youth_words, Compartment::youth_words);
    };
    CHECK(words(inner_coordinator, active) == Answer::yes);
    CHECK(words(outer_coordinator, active) == Answer::yes);
    for (const Who who : {case_officer, unit_manager, police_member, school_member})
        CHECK(words(who, active) == Answer::part);
    for (const Who who : {guardian, coach, officer_outside}) CHECK(words(who, active) == Answer::no);
    for (const Who who : {inner_coordinator, case_officer, police_member}) CHECK(words(who, suspended) == Answer::no);
}

TEST_CASE("settled-24 Persons and places to avoid are for police, social services and the young person only")
{
    for (const Who who : {case_officer, unit_manager, inner_coordinator, police_member, youth})
        CHECK(room(who, active, Operation::read_plan_avoid) == Answer::yes);
    for (const Who who : {outer_coordinator, school_member, guardian, coach})
        CHECK(room(who, active, Operation::read_plan_avoid) == Answer::no);
}

TEST_CASE(
    "settled-25 Who has read is told to the young person, and to a guardian while the consent holds: an extract, and nobody "
    "of the group has it")
{
    for (const When when : {active, suspended, closed}) CHECK(file(youth, when, Operation::read_case_log) == Answer::part);
    CHECK(file(guardian, active, Operation::read_case_log) == Answer::part);
    for (const When when : {suspended, closed}) CHECK(file(guardian, when, Operation::read_case_log) == Answer::no);
    for (const Who who : {police_member, school_member, outer_coordinator, coach})
        CHECK(file(who, active, Operation::read_case_log) == Answer::no);
}

TEST_CASE("settled-17 The ASP reminder is the police's own, also in the year after closure")
{
    const auto reminder = [](Who who, When when) {
        return may(who, when, Operation::read_asp_reminder, Compartment::agency_own);
    };
    for (const When when : {active, suspended, closed}) CHECK(reminder(police_member, when) == Answer::yes);
    for (const Who who :
         {case_officer, unit_manager, inner_coordinator, outer_coordinator, school_member, youth, officer_outside})
        CHECK(reminder(who, active) == Answer::no);
}

TEST_CASE("S0-37 The working group reads the de-identified text until its meeting, and nothing else of any case")
{
    const Who group{Role::working_group, Relation::none};
    const When prepared{CaseState::prepared_deidentified, ConsentState::none};
    CHECK(all_but_no(group, prepared) == std::vector{Operation::read_deidentified});
    for (const When when : {proposed, under_review, collecting, active, closed}) CHECK(all_but_no(group, when).empty());
    // Who is also a member of the room does not bring the room into the working group.
    CHECK(all_but_no({Role::working_group, Relation::member}, active).empty());
}

TEST_CASE("S0-06 access.md Steering group, researcher and administrators reach no case")
{
    for (const auto role :
         {Role::steering_group, Role::development_group, Role::researcher, Role::organisation_admin, Role::system_admin})
        for (std::size_t relation = 0; relation < relation_names.size(); ++relation)
            for (const When when : {proposed, collecting, active, suspended, closed, retained})
                CHECK(all_but_no({role, static_cast<Relation>(relation)}, when).empty());
}

TEST_CASE("access.md The log is read by a reviewer without a tie to the case, as a log and not as content")
{
    for (const When when : {proposed, active, closed, disposed})
        CHECK(all_but_no({Role::log_reviewer, Relation::none}, when) == std::vector{Operation::read_case_log});
    CHECK(all_but_no({Role::log_reviewer, Relation::coordinator}, active).empty());
    CHECK(file(case_officer, active, Operation::read_case_log) == Answer::part);
}

TEST_CASE("edge 4.5 A protected address is for those who are named; being the case officer is not enough")
{
    const auto contact = [](Who who) {
        return may(who, active, Operation::read_protected_contact, Compartment::protected_);
    };
    CHECK(contact({Role::social_worker, Relation::named_reader}) == Answer::yes);
    for (const Who who : {case_officer, unit_manager, inner_coordinator, police_member}) CHECK(contact(who) == Answer::no);
    for (const Who who : {youth, guardian}) CHECK(contact(who) == Answer::part);
}
