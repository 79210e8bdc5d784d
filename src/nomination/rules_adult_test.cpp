#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "guideline/requirements.h"
#include "nomination/rules.h"

// Somebody who has turned 18: the person's own consent, narrow and without a promise, or nobody is named (S0-46 to S0-50,
// settled 8).

using namespace lots;
using namespace lots::nomination;
using guideline::Actor;
using guideline::Requirement;

namespace {

constexpr Date today{2026y / 5 / 10};

/// Somebody of 20, who signed a paper last week that holds for a month.
Facts with_consent(const char* agency_kind = "police")
{
    Facts facts;
    facts.agency_kind = agency_kind;
    facts.ground = LegalGround::adult_consent;
    facts.reason = facts.why_sig = facts.weighing = "Därför.";
    facts.reasons = {"company"};
    facts.born = 2006y / 2 / 2;
    facts.on = today;
    facts.consent = {2026y / 5 / 3, 2026y / 6 / 3, "paper", true};
    return facts;
}

bool only_lacks(const Facts& facts, const Requirement& requirement, Actor who_can)
{
    const auto decision = may_propose(facts);
    const auto missing = decision.missing();
    return missing.size() == 1 && missing[0]->requirement == &requirement && missing[0]->who_can == who_can;
}

}  // namespace

TEST_CASE(
    "S0-46 settled-8 With the person's own consent somebody of 18 may be named, by the police and by every other agency")
{
    for (const auto* kind : {"police", "school", "leisure", "sis", "prison_service", "association"}) {
        CHECK(may_propose(with_consent(kind)).allowed());
        auto unasked = with_consent(kind);
        unasked.ground = LegalGround::concern_notice;
        unasked.considered_for_sig = unasked.has_registry_number = true;
        unasked.police_matter_code = "604";
        CHECK(only_lacks(unasked, guideline::adult_consents_first, Actor::youth));
    }
}

TEST_CASE("S0-46 The consent of an adult is no ground for a child, nor for social services about themselves")
{
    auto facts = with_consent();
    facts.born = 2008y / 5 / 11;  // 18 tomorrow
    CHECK(only_lacks(facts, guideline::notice_or_lul, Actor::proposer));
    facts.born = 2008y / 5 / 10;  // 18 today
    CHECK(may_propose(facts).allowed());
    CHECK(may_propose(with_consent("social_services")).lacks(guideline::notice_or_lul));
}

TEST_CASE("S0-46 Of somebody younger nothing is said about an adult's own consent, not even that it is in order")
{
    auto facts = with_consent();
    facts.ground = LegalGround::concern_notice;
    facts.considered_for_sig = true;
    const auto asked = [&] {
        const auto decision = ground_holds(facts);
        return std::ranges::any_of(decision.findings(), [](const guideline::Finding& finding) {
            return finding.requirement == &guideline::adult_consents_first;
        });
    };
    facts.born = 2008y / 5 / 11;  // 18 tomorrow
    CHECK_FALSE(asked());
    facts.born = 2008y / 5 / 10;  // 18 today
    CHECK(asked());
}

TEST_CASE("S0-48 The consent is signed, has a day and a last day, and holds on the day of the proposal")
{
    const auto lacking = [](auto worsen) {
        auto facts = with_consent();
        worsen(facts.consent);
        return only_lacks(facts, guideline::narrow_consent_first, Actor::youth);
    };
    CHECK(lacking([](ReferralConsent& c) { c.given_on.reset(); }));
    CHECK(lacking([](ReferralConsent& c) { c.last_day.reset(); }));
    CHECK(lacking([](ReferralConsent& c) { c.way.clear(); }));
    CHECK(lacking([](ReferralConsent& c) { c.kept = false; }));
    CHECK(lacking([](ReferralConsent& c) { c.given_on = 2026y / 5 / 11; }));
    CHECK(lacking([](ReferralConsent& c) { c.last_day = 2026y / 5 / 9; }));
    CHECK_FALSE(lacking([](ReferralConsent& c) { c.given_on = today; }));
    CHECK_FALSE(lacking([](ReferralConsent& c) { c.last_day = today; }));
}

TEST_CASE("S0-48 A yes by word of mouth is not enough, unless a jurist has said so")
{
    auto facts = with_consent();
    facts.consent.way = "oral";
    facts.consent.kept = false;
    CHECK(only_lacks(facts, guideline::narrow_consent_first, Actor::youth));
    facts.oral_is_enough = true;
    CHECK(may_propose(facts).allowed());
    facts.consent.way = "paper";  // a paper that nobody can find is none
    CHECK(only_lacks(facts, guideline::narrow_consent_first, Actor::youth));
}

TEST_CASE("S0-48 A consent behind another ground opens nothing")
{
    auto facts = with_consent();
    facts.ground = LegalGround::lul6_notification;
    facts.considered_for_sig = facts.has_lul_reference = true;
    CHECK(only_lacks(facts, guideline::adult_consents_first, Actor::youth));
}

TEST_CASE(
    "S0-50 OSL 10:15 a is a ground when a jurist has said so, from the day it is in force, with its balancing and a manager")
{
    auto facts = with_consent();
    facts.ground = LegalGround::osl_10_15a;
    facts.consent = {};
    facts.osl_10_15a_allowed = facts.balanced = true;
    CHECK(may_propose(facts).allowed());
    auto off = facts;
    off.osl_10_15a_allowed = false;
    CHECK(only_lacks(off, guideline::other_ground_decided, Actor::administrator));
    auto unbalanced = facts;
    unbalanced.balanced = false;
    CHECK(only_lacks(unbalanced, guideline::other_ground_decided, Actor::administrator));
    facts.on = 2025y / 11 / 30;
    CHECK(only_lacks(facts, guideline::other_ground_decided, Actor::administrator));
    facts.on = 2025y / 12 / 1;
    CHECK(may_propose(facts).allowed());
}

TEST_CASE("S0-41 S0-70 Where there is no notice, no mark and no matter code are asked for")
{
    const auto decision = may_propose(with_consent());
    for (const auto& finding : decision.findings()) {
        CAPTURE(finding.requirement->id);
        CHECK(finding.requirement != &guideline::flag_on_notice);
        CHECK(finding.met);
    }
}

TEST_CASE("S0-21 A notification under LUL has the police's own reference")
{
    auto facts = with_consent();
    facts.ground = LegalGround::lul6_notification;
    facts.considered_for_sig = true;
    facts.born = 2010y / 1 / 1;
    CHECK(only_lacks(facts, guideline::lul_notification, Actor::proposer));
    facts.has_lul_reference = true;
    CHECK(may_propose(facts).allowed());
}

TEST_CASE("S0-46 The grounds by their codes")
{
    CHECK(ground_of("concern_notice") == LegalGround::concern_notice);
    CHECK(ground_of("lul6_notification") == LegalGround::lul6_notification);
    CHECK(ground_of("own_knowledge") == LegalGround::own_knowledge);
    CHECK(ground_of("adult_consent") == LegalGround::adult_consent);
    CHECK(ground_of("osl_10_15a") == LegalGround::osl_10_15a);
}

TEST_CASE("S0-47 The text of the consent promises nothing and says so")
{
    CHECK(referral_text_version == "1");
    for (const auto language : {Language::sv, Language::en}) {
        const auto text = say(language, "nomination.referral_consent.text");
        for (const auto* promise : {"erbjud", "plats", "insatsgrupp", "offer", "place", "group"})
            CHECK(text.find(promise) == std::string::npos);
    }
    CHECK(say(Language::sv, "nomination.referral_consent.text").find("inte fått något löfte") != std::string::npos);
}

TEST_CASE("S0-46 settled-8 Whether the ground holds is told before anybody has written why, and is all that is told then")
{
    auto begun = with_consent();
    begun.reason = begun.why_sig = begun.weighing = "";
    begun.reasons.clear();
    CHECK(ground_holds(begun).allowed());
    CHECK_FALSE(may_propose(begun).allowed());
    auto unasked = begun;
    unasked.ground = LegalGround::concern_notice;
    unasked.considered_for_sig = true;
    CHECK(ground_holds(unasked).lacks(guideline::adult_consents_first));
    CHECK_FALSE(ground_holds(unasked).lacks(guideline::weighed_assessment));
}
