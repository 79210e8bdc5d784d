#include "nomination/rules.h"

#include <doctest/doctest.h>
#include <set>

#include "guideline/requirements.h"

using namespace lots;
using namespace lots::nomination;
using guideline::Actor;
using guideline::Decision;
using guideline::Requirement;

namespace {

constexpr Date today{2026y / 5 / 10};

/// A proposal by the police on a notice of concern, about somebody of 15, with everything in order.
Facts a_police_proposal()
{
    Facts facts;
    facts.agency_kind = "police";
    facts.ground = LegalGround::concern_notice;
    facts.considered_for_sig = true;
    facts.has_registry_number = true;
    facts.police_matter_code = "604";
    facts.reason = "Rån i grupp, två gånger på en månad.";
    facts.why_sig = "Flera myndigheter behövs samtidigt.";
    facts.weighing = "Skolan fungerar, umgänget är nytt.";
    facts.reasons = {"debut_age", "company"};
    facts.debut_age_given = true;
    facts.strategic_crimes = {"robbery"};
    facts.born = 2011y / 2 / 2;
    facts.on = today;
    return facts;
}

/// The same by a school, which knows neither age at first crime nor crimes, and has no register of its own.
Facts a_school_proposal()
{
    auto facts = a_police_proposal();
    facts.agency_kind = "school";
    facts.has_registry_number = false;
    facts.police_matter_code = "";
    facts.reasons = {"school_absence"};
    facts.debut_age_given = false;
    facts.strategic_crimes = {};
    return facts;
}

Facts a_proposal_of_social_services()
{
    auto facts = a_school_proposal();
    facts.agency_kind = "social_services";
    facts.ground = LegalGround::own_knowledge;
    facts.considered_for_sig = false;
    facts.reasons = {"behaviour_change"};
    return facts;
}

/// Whether this is the one thing that stops it.
bool stops_at(const Decision& decision, const Requirement& requirement, Actor who_can)
{
    const auto missing = decision.missing();
    return missing.size() == 1 && missing[0]->requirement == &requirement && missing[0]->who_can == who_can;
}

/// Whether nothing stops it, and this is the one thing that asks for a reason.
bool asks_why(const Decision& decision, const Requirement& requirement)
{
    const auto unmet = decision.to_justify();
    return decision.allowed() && unmet.size() == 1 && unmet[0]->requirement == &requirement;
}

bool looks_at(const Decision& decision, const Requirement& requirement)
{
    for (const auto& finding : decision.findings())
        if (finding.requirement == &requirement) return true;
    return false;
}

}  // namespace

TEST_CASE("A proposal in order may be made by police, school and social services, and each requirement is shown as met")
{
    const auto by_police = may_propose(a_police_proposal());
    CHECK(by_police.allowed());
    CHECK(by_police.findings().size() == 6);
    const auto by_school = may_propose(a_school_proposal());
    CHECK(by_school.allowed());
    CHECK(by_school.findings().size() == 5);
    const auto by_social_services = may_propose(a_proposal_of_social_services());
    CHECK(by_social_services.allowed());
    CHECK(by_social_services.findings().size() == 4);
}

TEST_CASE("S0-20 Police may propose by a note on the notice of concern; only social services propose from what they know themselves")
{
    for (auto facts : {a_police_proposal(), a_school_proposal()}) {
        facts.ground = LegalGround::own_knowledge;
        CHECK(stops_at(may_propose(facts), guideline::notice_or_lul, Actor::proposer));
    }
    auto own = a_proposal_of_social_services();
    own.ground = LegalGround::concern_notice;
    CHECK(may_propose(own).allowed());
}

TEST_CASE("S0-21 Police may propose when they inform under section 6 LUL; nobody else informs under it")
{
    auto police = a_police_proposal();
    police.ground = LegalGround::lul6_notification;
    police.has_lul_reference = true;
    CHECK(may_propose(police).allowed());

    for (auto facts : {a_school_proposal(), a_proposal_of_social_services()}) {
        facts.ground = LegalGround::lul6_notification;
        CHECK(stops_at(may_propose(facts), guideline::notice_or_lul, Actor::proposer));
    }
}

TEST_CASE("S0-41 The notice says specially that the person should be considered")
{
    for (auto facts : {a_police_proposal(), a_school_proposal()}) {
        facts.considered_for_sig = false;
        CHECK(stops_at(may_propose(facts), guideline::flag_on_notice, Actor::proposer));
    }
    CHECK_FALSE(looks_at(may_propose(a_proposal_of_social_services()), guideline::flag_on_notice));
}

TEST_CASE("S0-46 Someone over 18 is not named to social services without the person's own consent: from the birthday on")
{
    for (auto facts : {a_police_proposal(), a_school_proposal()}) {
        facts.born = 2008y / 5 / 10;
        facts.on = 2026y / 5 / 9;  // the day before
        CHECK(may_propose(facts).allowed());
        facts.on = 2026y / 5 / 10;  // turns 18
        CHECK(stops_at(may_propose(facts), guideline::adult_consents_first, Actor::youth));
        facts.on = 2026y / 5 / 11;  // the day after
        CHECK(stops_at(may_propose(facts), guideline::adult_consents_first, Actor::youth));
    }
}

TEST_CASE("S0-46 Social services name nobody to themselves: the age of the person stops nothing there")
{
    auto facts = a_proposal_of_social_services();
    facts.born = 2006y / 1 / 1;
    CHECK(may_propose(facts).allowed());
    CHECK_FALSE(looks_at(may_propose(facts), guideline::adult_consents_first));
}

TEST_CASE("edge-4.39 S0-46 Born on 29 February: 17 on 27 February of an ordinary year, 18 on the 28th and on 1 March")
{
    auto facts = a_police_proposal();
    facts.born = 2008y / 2 / 29;
    facts.on = 2026y / 2 / 27;
    CHECK(may_propose(facts).allowed());
    facts.on = 2026y / 2 / 28;
    CHECK(stops_at(may_propose(facts), guideline::adult_consents_first, Actor::youth));
    facts.on = 2026y / 3 / 1;
    CHECK(stops_at(may_propose(facts), guideline::adult_consents_first, Actor::youth));
}

TEST_CASE("S0-70 Police should register notices of concern under matter code 604 with a number; what is otherwise is explained, not stopped")
{
    auto facts = a_police_proposal();
    facts.has_registry_number = false;
    CHECK(asks_why(may_propose(facts), guideline::police_matter_code));

    facts = a_police_proposal();
    for (const auto* code : {"", "603", "6040"}) {
        facts.police_matter_code = code;
        CHECK(asks_why(may_propose(facts), guideline::police_matter_code));
    }

    // A notification under LUL is no notice of concern, and other agencies have no matter code.
    facts.ground = LegalGround::lul6_notification;
    facts.has_registry_number = false;
    facts.has_lul_reference = true;
    const auto under_lul = may_propose(facts);
    CHECK(under_lul.allowed());
    CHECK(under_lul.to_justify().empty());
    CHECK(matter_code(today) == "604");
    CHECK(matter_code(2010y / 12 / 31).empty());
    CHECK_FALSE(looks_at(may_propose(a_school_proposal()), guideline::police_matter_code));
}

TEST_CASE("settled-27 Reasons offered depend on the agency: age at first crime and strategic crimes are the police's")
{
    for (const auto* reason : {"debut_age", "strategic_crime"}) {
        auto facts = a_school_proposal();
        facts.reasons = {"school_absence", reason};
        CHECK(stops_at(may_propose(facts), guideline::reasons_of_agency, Actor::proposer));
        facts = a_police_proposal();
        facts.reasons = {reason};
        CHECK(may_propose(facts).allowed());
    }
    auto facts = a_school_proposal();
    facts.debut_age_given = true;
    CHECK(stops_at(may_propose(facts), guideline::reasons_of_agency, Actor::proposer));
    facts = a_school_proposal();
    facts.strategic_crimes = {"robbery"};
    CHECK(stops_at(may_propose(facts), guideline::reasons_of_agency, Actor::proposer));
    facts = a_police_proposal();
    facts.reasons = {"school_absence"};
    CHECK(stops_at(may_propose(facts), guideline::reasons_of_agency, Actor::proposer));
}

TEST_CASE("settled-27 At least one reason is given")
{
    for (auto facts : {a_police_proposal(), a_school_proposal(), a_proposal_of_social_services()}) {
        facts.reasons.clear();
        CHECK(stops_at(may_propose(facts), guideline::reasons_of_agency, Actor::proposer));
    }
}

TEST_CASE("settled-27 Every agency is offered reasons, each once, and one of them is something else")
{
    for (const auto* kind : {"police", "school", "social_services", "association", "leisure", "sis", "prison_service", "employment_service",
                             "health", "other", ""}) {
        const auto reasons = reasons_for(kind);
        CHECK(std::set<std::string_view>(reasons.begin(), reasons.end()).size() == reasons.size());
        CHECK(reasons.back() == "other");
    }
}

TEST_CASE("S0-43 Selection support for police: strategic crimes are a code list")
{
    CHECK(strategic_crimes(today) ==
          std::vector<std::string_view>{"robbery", "vehicle_theft", "violence_against_official", "interference_in_justice"});
    CHECK(strategic_crimes(2010y / 12 / 31).empty());  // before the report: none, and not the nearest
    CHECK_FALSE(strategic_crimes(2011y / 1 / 1).empty());
    auto facts = a_police_proposal();
    facts.strategic_crimes = {"robbery", "jaywalking"};
    CHECK(stops_at(may_propose(facts), guideline::reasons_of_agency, Actor::proposer));
}

TEST_CASE("S0-44 A weighed local assessment decides: both what was seen and how it was weighed are written")
{
    for (auto facts : {a_police_proposal(), a_school_proposal(), a_proposal_of_social_services()}) {
        auto unweighed = facts;
        unweighed.weighing.clear();
        CHECK(stops_at(may_propose(unweighed), guideline::weighed_assessment, Actor::proposer));
        auto unseen = facts;
        unseen.reason.clear();
        CHECK(stops_at(may_propose(unseen), guideline::weighed_assessment, Actor::proposer));
    }
}

TEST_CASE("S0-45 The method is one of several: why this one is noted")
{
    for (auto facts : {a_police_proposal(), a_school_proposal(), a_proposal_of_social_services()}) {
        facts.why_sig.clear();
        CHECK(stops_at(may_propose(facts), guideline::why_this_method, Actor::proposer));
    }
}

TEST_CASE("A proposal shows all that is missing at once")
{
    Facts nothing;
    nothing.agency_kind = "police";
    nothing.born = 2000y / 1 / 1;
    nothing.on = today;
    const auto decision = may_propose(nothing);
    CHECK(decision.missing().size() == 5);  // all but the ground, which is the ordinary one
    CHECK(decision.to_justify().size() == 1);  // the matter code
}

TEST_CASE("S0-44 Nothing is counted: how many reasons or crimes there are, and in which order, changes nothing")
{
    auto facts = a_police_proposal();
    facts.reasons = {"company"};
    facts.strategic_crimes = {};
    const auto few = may_propose(facts);
    facts.reasons = {"other", "company", "debut_age", "strategic_crime", "leaves_network", "returns_home"};
    facts.strategic_crimes = {"interference_in_justice", "robbery", "vehicle_theft", "violence_against_official"};
    const auto many = may_propose(facts);
    REQUIRE(few.findings().size() == many.findings().size());
    for (std::size_t i = 0; i < few.findings().size(); ++i) {
        CHECK(few.findings()[i].requirement == many.findings()[i].requirement);
        CHECK(few.findings()[i].met == many.findings()[i].met);
    }
}
