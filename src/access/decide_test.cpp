#include <doctest/doctest.h>

#include "support/who_asks.h"

using namespace lots::access;
using namespace lots::access::asked;

// The promises on who knows that there is a case, and who may act in it, one by one, as somebody would put them to us.
// decide_table_test.cpp asks every combination.

TEST_CASE("S0-57 An officer outside the group sees no meeting, nor that there is a case")
{
    CHECK(room(police_member, active, Operation::read_meetings) == Answer::yes);
    CHECK(room(officer_outside, active, Operation::read_meetings) == Answer::no);
    for (const When when : {proposed, collecting, forming, active, suspended, closed, retained})
        CHECK(all_but_no(officer_outside, when).empty());
}

TEST_CASE("S0-76 Before a valid consent no agency sees anything but its own proposal")
{
    for (const When when : {proposed, under_review, collecting}) {
        CHECK(all_but_no(school_member, when).empty());
        CHECK(all_but_no(proposing_officer, when) == std::vector{Operation::read_nomination});
    }
}

TEST_CASE("lifecycle The proposer's answer is the same whatever becomes of the proposal")
{
    for (const When when : {proposed, under_review, collecting, active, suspended, closed})
        CHECK(all_but_no(proposing_officer, when) == std::vector{Operation::read_nomination});
    CHECK(may(proposing_officer, active, Operation::read_nomination, Compartment::social_services) == Answer::no);
}

TEST_CASE("settled-20 In a suspension a member gets the notice, the own agency's items and nothing else")
{
    for (const Operation operation : in_room)
        CHECK(room(school_member, suspended, operation) == (operation == Operation::see_case ? Answer::part : Answer::no));
    CHECK(may(school_member, suspended, Operation::read_own_items, Compartment::agency_own) == Answer::yes);
    CHECK(may(school_member, suspended, Operation::read_own_items, Compartment::agency_other) == Answer::no);
}

TEST_CASE("settled-20 The notice is the same whatever ended the consent")
{
    for (const auto consent : {ConsentState::ended, ConsentState::refused, ConsentState::pending, ConsentState::valid})
        CHECK(room(school_member, {CaseState::suspended, consent}, Operation::see_case) == Answer::part);
}

TEST_CASE("settled-20 After closure a former member is told that it ended, and no more")
{
    CHECK(room(school_member, closed, Operation::see_case) == Answer::part);
    CHECK(room(school_member, closed, Operation::read_closure) == Answer::part);
    CHECK(room(school_member, closed, Operation::read_minutes) == Answer::no);
    CHECK(room(school_member, retained, Operation::see_case) == Answer::no);
}

TEST_CASE("S0-18 An approved collector knows that this person is to be asked, until there is an answer")
{
    const Who collector{Role::school, Relation::collector};
    CHECK(all_but_no(collector, collecting) == std::vector{Operation::collect_consent});
    CHECK(file(collector, collecting, Operation::collect_consent) == Answer::part);
    CHECK(all_but_no(collector, forming).empty());
    CHECK(all_but_no(collector, {CaseState::consent_pending, ConsentState::refused}).empty());
}

TEST_CASE("settled-6 Before the asking neither the young person nor a guardian finds anything")
{
    const When not_asked{CaseState::consent_pending, ConsentState::none};
    for (const Who who : {youth, guardian}) {
        CHECK(all_but_no(who, proposed).empty());
        CHECK(all_but_no(who, not_asked).empty());
        CHECK(file(who, collecting, Operation::see_case) == Answer::part);
        CHECK(file(who, collecting, Operation::read_consent) == Answer::part);
    }
}

TEST_CASE("settled-26 Break-glass is refused for police, and for everybody else outside social services")
{
    for (std::size_t role = 0; role < role_names.size(); ++role)
        for (std::size_t relation = 0; relation < relation_names.size(); ++relation) {
            const Who who{static_cast<Role>(role), static_cast<Relation>(relation)};
            if (who.role != Role::social_worker && who.role != Role::unit_manager)
                CHECK(file(who, active, Operation::emergency_access) == Answer::no);
        }
    CHECK(file(stranger_in_social_services, active, Operation::emergency_access) == Answer::yes);
    CHECK(file(stranger_in_social_services, closed, Operation::emergency_access) == Answer::no);
    CHECK(file({Role::social_worker, Relation::guardian_of}, active, Operation::emergency_access) == Answer::no);
}

TEST_CASE("settled-26 Who opened a case in an emergency reads what it takes to act, changes nothing, and for police there is no such tie")
{
    const Who reader{Role::social_worker, Relation::emergency};
    for (const When when : {proposed, collecting, active, suspended})
        for (const auto operation : all_but_no(reader, when)) {
            CAPTURE(name(operation));
            CHECK((name(operation).starts_with("read_") || operation == Operation::see_case || operation == Operation::emergency_access));
        }
    for (const auto operation : {Operation::see_case, Operation::read_plan, Operation::read_plan_avoid, Operation::read_members})
        for (const When when : {active, suspended}) CHECK(room(reader, when, operation) == Answer::yes);
    CHECK(file(reader, collecting, Operation::read_consent) == Answer::yes);
    CHECK(file(reader, active, Operation::read_assessment) == Answer::no);
    CHECK(room(reader, active, Operation::read_notes) == Answer::no);
    CHECK(all_but_no(reader, closed).empty());
    for (const Role role : {Role::police, Role::school, Role::coordinator, Role::guardian})
        CHECK(all_but_no({role, Relation::emergency}, active).empty());
}

TEST_CASE("edge 4.14 A declared conflict of interest closes everything")
{
    for (std::size_t role = 0; role < role_names.size(); ++role)
        for (const When when : {proposed, collecting, active, suspended, closed, retained})
            CHECK(all_but_no({static_cast<Role>(role), Relation::conflicted}, when).empty());
}

TEST_CASE("S0-10 S1-63 Offer and closure are decided by social services alone")
{
    for (const Who who : {case_officer, unit_manager}) {
        CHECK(file(who, under_review, Operation::decide_offer) == Answer::yes);
        CHECK(file(who, active, Operation::decide_closure) == Answer::yes);
        CHECK(file(who, proposed, Operation::decide_closure) == Answer::yes);  // settled-35: proposal withdrawn
        CHECK(file(who, closed, Operation::decide_closure) == Answer::no);
    }
    for (const Who who : {inner_coordinator, outer_coordinator, police_member, school_member, youth, guardian}) {
        CHECK(file(who, under_review, Operation::decide_offer) == Answer::no);
        CHECK(file(who, active, Operation::decide_closure) == Answer::no);
    }
}

TEST_CASE("settled-10 The coordinator presents the plan, social services decide it, members accept their own")
{
    const When planning{CaseState::planning, ConsentState::valid};
    CHECK(room(inner_coordinator, planning, Operation::decide_plan) == Answer::no);
    CHECK(room(case_officer, planning, Operation::decide_plan) == Answer::yes);
    CHECK(room(outer_coordinator, planning, Operation::accept_commitment) == Answer::yes);  // settled-15, on behalf
    for (const Who who : {case_officer, police_member, youth, guardian, coach})
        CHECK(room(who, planning, Operation::accept_commitment) == Answer::part);
}

TEST_CASE("settled-11 Meetings are held in forming, planning, active and closure review, and never in a suspension")
{
    for (const auto state : {CaseState::forming, CaseState::planning, CaseState::active, CaseState::closure_review})
        for (const Who who : {case_officer, inner_coordinator, outer_coordinator})
            CHECK(room(who, {state, ConsentState::valid}, Operation::hold_meeting) == Answer::yes);
    for (const Who who : {case_officer, inner_coordinator, outer_coordinator}) {
        CHECK(room(who, suspended, Operation::hold_meeting) == Answer::no);
        CHECK(room(who, {CaseState::suspended, ConsentState::valid}, Operation::hold_meeting) ==
              Answer::no);  // not resumed yet
    }
    CHECK(room(police_member, active, Operation::call_meeting) == Answer::no);
}

TEST_CASE("settled-4 A withdrawal is registered by social services, and by the one who withdraws on the own page")
{
    for (const Who who : {case_officer, unit_manager, inner_coordinator})
        CHECK(file(who, active, Operation::withdraw_consent) == Answer::yes);
    for (const Who who : {youth, guardian}) CHECK(file(who, active, Operation::withdraw_consent) == Answer::part);
    for (const Who who : {outer_coordinator, police_member, coach})
        CHECK(file(who, active, Operation::withdraw_consent) == Answer::no);
}
