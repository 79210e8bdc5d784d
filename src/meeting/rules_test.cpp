#include "meeting/rules.h"

#include <doctest/doctest.h>

#include "guideline/requirements.h"
#include "meeting/test_facts.h"

using namespace lots;
using namespace lots::meeting;
using namespace lots::meeting::test;

namespace {

const CalledAgency from_social_services{social_services, "socialtjansten", "social_services"};
const CalledAgency from_police{police, "polisen", "police"};
const CalledAgency from_school{school, "skolan", "school"};

/// Everybody called to an individual meeting in March.
Call a_call()
{
    Call call;
    call.consent = a_consent();
    call.on = 2026y / 3 / 10;
    call.agencies = {from_social_services, from_police, from_school};
    call.codes = {{social_services, "socialtjansten"}, {police, "polisen"}, {school, "skolan"}};
    call.with_members = {social_services, police, school};
    call.signatories = {youth, mother, father};
    call.by_social_services = true;
    return call;
}

}  // namespace

TEST_CASE("S4-15 The consent holds on the meeting's day, not only on the day it is called")
{
    CHECK(may_call(a_call()).allowed());
    auto call = a_call();
    call.on = 2026y / 6 / 30;  // the last day is covered
    CHECK(may_call(call).allowed());
    call.on = 2026y / 7 / 1;
    CHECK(may_call(call).lacks(guideline::within_term));
}

TEST_CASE("S4-15 A meeting on the day of the withdrawal is not covered any more")
{
    auto call = a_call();
    call.consent.consents[0].withdrawals.push_back({mother, 2026y / 3 / 11});
    CHECK(may_call(call).allowed());
    call.on = 2026y / 3 / 11;
    CHECK(may_call(call).lacks(guideline::within_term));
}

TEST_CASE("S0-13 Nobody is called from an agency that the consent does not name")
{
    auto call = a_call();
    const auto leisure = numbered<AgencyKind>(9);
    call.agencies.push_back({leisure, "fritid", "leisure"});
    CHECK(missing_about(may_call(call), guideline::consent_names_agency) == About{"fritid"});
}

TEST_CASE("S1-16 All concerned agencies are called")
{
    auto call = a_call();
    call.agencies.pop_back();
    CHECK(missing_about(may_call(call), guideline::all_called) == About{"skolan"});
    call.individual = false;  // a network meeting as well
    CHECK(missing_about(may_call(call), guideline::all_called) == About{"skolan"});
}

TEST_CASE("S0-24 A concerned agency that has nobody in the group stops no meeting, but it is said why they meet without it")
{
    auto call = a_call();
    const auto with_all = may_call(call);
    CHECK(with_all.to_justify().empty());
    call.agencies.pop_back();
    call.with_members.erase(school);
    const auto without = may_call(call);
    CHECK(without.allowed());
    REQUIRE(without.to_justify().size() == 1);
    CHECK(without.to_justify()[0]->requirement == &guideline::agencies_take_part);
    CHECK(without.to_justify()[0]->about == "skolan");
}

TEST_CASE("S0-54 Social services decide which agencies attend: they may leave one out, with a reason; nobody else may")
{
    auto call = a_call();
    call.agencies.pop_back();
    call.agency_reason_given = true;
    CHECK(may_call(call).allowed());
    call.by_social_services = false;
    CHECK(missing_about(may_call(call), guideline::agency_concerned) == About{"skolan"});
    for (const bool by_social_services : {true, false}) {
        call.by_social_services = by_social_services;
        call.agency_reason_given = false;
        CHECK(missing_about(may_call(call), guideline::all_called) == About{"skolan"});
    }
    // Somebody of the agencies that an individual meeting cannot do without is called, whatever the reason.
    call = a_call();
    std::erase_if(call.agencies, [](const CalledAgency& agency) { return agency.id == police; });
    call.agency_reason_given = true;
    CHECK(may_call(call).lacks(guideline::social_services_and_police));
}

TEST_CASE("settled-5 An agency that became concerned after the consent was given is not called, and does not stop the meeting")
{
    auto call = a_call();
    call.consent.concerned.insert(numbered<AgencyKind>(7));
    CHECK(may_call(call).allowed());
}

TEST_CASE("S0-08 The young person is called to an individual meeting")
{
    auto call = a_call();
    call.signatories = {mother, father};
    CHECK(may_call(call).lacks(guideline::youth_and_agencies_meet));
    call.individual = false;
    CHECK(may_call(call).allowed());
}

TEST_CASE("S0-52 Social services and the police are called to an individual meeting")
{
    for (const auto& missing : {social_services, police}) {
        auto call = a_call();
        std::erase_if(call.agencies, [&](const CalledAgency& agency) { return agency.id == missing; });
        CHECK(may_call(call).lacks(guideline::social_services_and_police));
    }
}

TEST_CASE("settled-23 Where it may be dangerous that somebody sees it, no letter calls the family")
{
    auto call = a_call();
    call.danger_if_seen = true;
    CHECK(may_call(call).allowed());
    call.by_letter = true;
    CHECK(may_call(call).lacks(guideline::paper_when_dangerous));
    call.individual = false;
    CHECK(may_call(call).lacks(guideline::paper_when_dangerous));
    call.signatories = {mother, father};  // the same letter box
    CHECK(may_call(call).lacks(guideline::paper_when_dangerous));
    call.signatories = {};  // a network meeting of the agencies alone
    CHECK(may_call(call).allowed());
    call = a_call();
    call.by_letter = true;
    CHECK(may_call(call).allowed());
}

TEST_CASE("S0-53 Guardians of somebody under 18 are called, or it is said why not")
{
    auto call = a_call();
    call.signatories = {youth, mother};
    CHECK(missing_about(may_call(call), guideline::guardians_invited) == About{"3"});
    call.with_reason = {father};
    CHECK(may_call(call).allowed());
}

TEST_CASE("S0-53 The reason is each guardian's own, and a network meeting asks for none")
{
    auto call = a_call();
    call.signatories = {youth};
    call.with_reason = {father};
    CHECK(missing_about(may_call(call), guideline::guardians_invited) == About{"2"});
    call.individual = false;
    CHECK(may_call(call).allowed());
}

TEST_CASE("S0-27 A new suspicion is told by the police, or on their behalf by who holds the meeting")
{
    CHECK(may_tell_suspicion(true, false).allowed());
    CHECK(may_tell_suspicion(false, true).allowed());
    CHECK(may_tell_suspicion(false, false).lacks(guideline::suspicion_by_police));
}

TEST_CASE("S0-53 A guardian whose custody has ended is not asked for")
{
    auto call = a_call();
    call.signatories = {youth, mother};
    call.consent.signatories[2].ended_on = 2026y / 3 / 10;
    CHECK(may_call(call).allowed());
}

TEST_CASE("S0-53 From the 18th birthday on guardians are not called as such")
{
    auto call = a_call();
    call.consent.born = 2008y / 3 / 10;  // 18 on the day of the meeting, and signed anew as an adult
    call.consent.consents[0].answers[0].signed_on = 2026y / 3 / 10;
    call.signatories = {youth};
    CHECK(may_call(call).allowed());
    CHECK_FALSE(may_call(call).lacks(guideline::guardians_invited));
    call.on = 2026y / 3 / 9;  // the day before a minor
    CHECK(may_call(call).lacks(guideline::guardians_invited));
}

TEST_CASE("S2-18 The next meeting is proposed on the same day of the week, within the interval and the consent")
{
    const Date last = 2026y / 3 / 10;  // a Tuesday
    CHECK(day_to_propose(last, 31, 2026y / 3 / 10, {}) == Date{2026y / 4 / 7});
    CHECK(day_to_propose(last, 5, 2026y / 3 / 10, {}) == Date{2026y / 3 / 15});
    CHECK(day_to_propose(last, 31, 2026y / 4 / 7, {}) == Date{2026y / 4 / 7});        // today is in time
    CHECK_FALSE(day_to_propose(last, 31, 2026y / 4 / 8, {}).has_value());             // that day has been
    CHECK(day_to_propose(last, 31, 2026y / 3 / 10, Date{2026y / 4 / 8}).has_value());  // the day before the consent ends
    CHECK_FALSE(day_to_propose(last, 31, 2026y / 3 / 10, Date{2026y / 4 / 7}).has_value());
}
