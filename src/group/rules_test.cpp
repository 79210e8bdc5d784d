#include <doctest/doctest.h>

#include <algorithm>

#include "group/rules.h"
#include "guideline/requirements.h"

using namespace lots;
using namespace lots::group;

namespace {

AgencyId agency(std::uint8_t mark)
{
    AgencyId id;
    id.value[0] = mark;
    return id;
}
const AgencyId social_services = agency(1), police = agency(2), school = agency(3);

constexpr Date first{2026y / 3 / 1}, last{2026y / 8 / 31}, in_term{2026y / 5 / 10};

/// A complete consent of an adult, who signs alone: it names social services, police and school, all judged concerned.
consent::Facts a_consent()
{
    consent::Facts facts;
    facts.born = 2006y / 2 / 2;
    SignatoryId youth;
    youth.value[0] = 9;
    facts.signatories.push_back({youth, 1, consent::SignatoryRole::youth, {}});
    facts.concerned = {social_services, police, school};
    consent::Consent consent;
    consent.number = 1;
    consent.valid_from = first;
    consent.last_day = last;
    consent.agencies = consent.concerned = facts.concerned;
    consent.answers.push_back({youth, consent::AnswerKind::yes, first, true, true});
    facts.consents.push_back(consent);
    return facts;
}

Facts a_group()
{
    return {1,
            {{social_services, "social_services"}, {police, "police"}, {school, "school"}},
            {{social_services, "soc"}, {police, "polisen"}, {school, "skolan"}},
            a_consent()};
}

void leave(Facts& group, const AgencyId& who)
{
    std::erase_if(group.members, [&](const MemberFacts& member) { return member.agency == who; });
}

}  // namespace

TEST_CASE("A group in order may begin with the plan")
{
    const auto decision = may_start_planning(a_group(), in_term);
    CHECK(decision.allowed());
    CHECK(decision.to_justify().empty());
}

TEST_CASE("S1-72 The group has exactly one coordinator")
{
    CHECK(one_coordinator(1).allowed());
    CHECK(one_coordinator(0).lacks(guideline::one_coordinator));
    CHECK(one_coordinator(2).lacks(guideline::one_coordinator));
    auto group = a_group();
    group.coordinators = 0;
    CHECK(may_start_planning(group, in_term).lacks(guideline::one_coordinator));
    CHECK_FALSE(may_start_planning(group, in_term).allowed());
}

TEST_CASE("S4-19 The coordinator comes from a unit that the municipality has chosen; somebody from elsewhere is explained, not stopped")
{
    const std::vector<std::string> chosen{"utredning", "oppenvard"};
    for (const auto* unit : {"utredning", "oppenvard"}) {
        const auto from_here = from_chosen_unit(chosen, unit);
        CHECK(from_here.allowed());
        CHECK(from_here.to_justify().empty());
    }
    const auto elsewhere = from_chosen_unit(chosen, "mottagning");
    CHECK(elsewhere.allowed());
    REQUIRE(elsewhere.to_justify().size() == 1);
    CHECK(elsewhere.to_justify()[0]->requirement == &guideline::coordinator_from_unit);
    // Where the municipality has chosen none, any will do.
    const auto from_anywhere = from_chosen_unit({}, "mottagning");
    CHECK(from_anywhere.findings().empty());
}

TEST_CASE("S1-72 The coordinator is replaced before leaving")
{
    CHECK(may_end_membership(false).allowed());
    CHECK(may_end_membership(true).lacks(guideline::one_coordinator));
}

TEST_CASE("S0-52 Without social services or the police it is no individual group")
{
    auto group = a_group();
    leave(group, police);
    CHECK(may_start_planning(group, in_term).lacks(guideline::social_services_and_police));
    group = a_group();
    leave(group, social_services);
    CHECK(may_start_planning(group, in_term).lacks(guideline::social_services_and_police));
    CHECK_FALSE(may_start_planning(group, in_term).allowed());
}

TEST_CASE("S0-24 An agency that is concerned should have somebody in the group; without it the start is explained, not stopped")
{
    auto group = a_group();
    leave(group, school);
    const auto decision = may_start_planning(group, in_term);
    CHECK(decision.allowed());
    REQUIRE(decision.to_justify().size() == 1);
    CHECK(decision.to_justify()[0]->requirement == &guideline::agencies_take_part);
    CHECK(decision.to_justify()[0]->about == "skolan");

    // Not judged concerned: nobody asks for it.
    group.consent.concerned.erase(school);
    const auto not_asked_for = may_start_planning(group, in_term);
    CHECK(not_asked_for.to_justify().empty());
}

TEST_CASE("S0-13 A member of an agency that the consent does not name stops the start")
{
    auto group = a_group();
    group.consent.concerned.erase(school);
    group.consent.consents[0].agencies.erase(school);
    group.consent.consents[0].concerned.erase(school);
    const auto decision = may_start_planning(group, in_term);
    CHECK(decision.lacks(guideline::consent_names_agency));
    CHECK_FALSE(decision.allowed());
    REQUIRE(decision.missing().size() == 1);
    CHECK(decision.missing()[0]->about == "skolan");
}

TEST_CASE("S0-13 An agency that is concerned and that the consent does not name is told of before anybody is chosen")
{
    auto group = a_group();
    CHECK(consent_names_all(group, in_term).allowed());
    group.consent.consents[0].agencies.erase(school);
    group.consent.consents[0].concerned.erase(school);
    const auto decision = consent_names_all(group, in_term);
    REQUIRE(decision.missing().size() == 1);
    CHECK(decision.missing()[0]->requirement == &guideline::consent_names_agency);
    CHECK(decision.missing()[0]->about == "skolan");

    // Not concerned any more: nobody waits for it.
    group.consent.concerned.erase(school);
    CHECK(consent_names_all(group, in_term).allowed());
}

TEST_CASE("S0-13 Somebody is added while the consent holds: the first and the last day are in, the days around are not")
{
    const auto consent = a_consent();
    const Candidate mentor{school, "Mentor sedan två år"};
    CHECK(may_add_member(consent, mentor, first).allowed());
    CHECK(may_add_member(consent, mentor, last).allowed());
    CHECK(may_add_member(consent, mentor, add_days(first, -1)).lacks(guideline::consent_names_agency));
    CHECK(may_add_member(consent, mentor, next_day(last)).lacks(guideline::consent_names_agency));
    // A consent that holds again is put to work by a decision (T15) and not by adding somebody.
    CHECK(may_add_member(consent, mentor, in_term, true).lacks(guideline::consent_names_agency));
}

TEST_CASE("edge-4.14 Who is the young person or a guardian of the case has no part in it as staff")
{
    CHECK(may_add_member(a_consent(), {school, "Mentor", true}, in_term).lacks(guideline::no_conflict));
    CHECK(may_coordinate(a_consent(), {social_services, "Lots", true}, in_term, false, true).lacks(guideline::no_conflict));
    CHECK(may_coordinate(a_consent(), {social_services, "Lots", true}, in_term, true, true).lacks(guideline::no_conflict));
    CHECK(may_coordinate(a_consent(), {social_services, "Lots", false}, in_term, false, true).allowed());
}

TEST_CASE("edge-4.26 While the case rests the coordinator is replaced, and none is appointed where there was none")
{
    const Candidate amir{social_services, "Tar över"};
    const auto after = next_day(last);
    CHECK(may_coordinate(a_consent(), amir, after, true, true).allowed());
    CHECK(may_coordinate(a_consent(), amir, after, true, false).lacks(guideline::consent_names_agency));
    CHECK(may_coordinate(a_consent(), amir, after, false, true).lacks(guideline::consent_names_agency));
    CHECK(may_coordinate(a_consent(), {social_services, ""}, after, true, true).lacks(guideline::reason_for_member));
    auto consent = a_consent();
    consent.concerned.erase(school);
    CHECK(may_coordinate(consent, {school, "Tar över"}, after, true, true).lacks(guideline::agency_concerned));
}

TEST_CASE("S0-54 Social services decide which agencies take part: one that they do not judge concerned is not added")
{
    auto consent = a_consent();
    consent.concerned.erase(school);
    const auto decision = may_add_member(consent, {school, "Mentor"}, in_term);
    CHECK(decision.lacks(guideline::agency_concerned));
    CHECK_FALSE(decision.lacks(guideline::consent_names_agency));
}

TEST_CASE("S0-39 It is said why this very person takes part")
{
    CHECK(may_add_member(a_consent(), {police, ""}, in_term).lacks(guideline::reason_for_member));
    CHECK(may_add_member(a_consent(), {police, "Områdespolis, känner Alex"}, in_term).allowed());
}

TEST_CASE("S4-31 Somebody of a unit that carries out is in the group; without, it is explained and not stopped")
{
    const auto unit = [](std::uint8_t mark) {
        UnitId id;
        id.value[0] = mark;
        return id;
    };
    auto group = a_group();
    const auto unchosen = may_start_planning(group, in_term);
    CHECK(std::ranges::none_of(unchosen.findings(), [](const guideline::Finding& finding) {
        return finding.requirement == &guideline::unit_carries_out;  // the municipality has not chosen
    }));
    group.carrying_out = {unit(7), unit(8)};
    const auto without = may_start_planning(group, in_term);
    CHECK(without.allowed());
    REQUIRE(without.to_justify().size() == 1);
    CHECK(without.to_justify()[0]->requirement == &guideline::unit_carries_out);
    group.members[0].unit = unit(8);
    const auto there = may_start_planning(group, in_term);
    CHECK(there.to_justify().empty());
}
