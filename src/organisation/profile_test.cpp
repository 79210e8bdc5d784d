#include "organisation/profile.h"

#include <doctest/doctest.h>

using namespace lots;
using organisation::parse_profile;

TEST_CASE("An empty profile has the careful defaults of the method")
{
    const auto profile = parse_profile("{}");
    REQUIRE(profile);
    CHECK(profile->program == "SIG");
    CHECK(profile->consent_months_longest == 12);
    CHECK(profile->consent_months_usual == 6);
    CHECK(profile->meeting_interval_days == 31);
    CHECK(profile->ladder_days == std::vector{0, 7, 14});
    CHECK_FALSE(profile->capacity);
}

TEST_CASE("A profile changes what it names and nothing else")
{
    const auto profile = parse_profile(R"({"program": "SSPF", "plan_word": "handlingsplan", "capacity": 25, "ladder_days": [1, 5, 20]})");
    REQUIRE(profile);
    CHECK(profile->program == "SSPF");
    CHECK(profile->plan_word == "handlingsplan");
    CHECK(profile->capacity == 25);
    CHECK(profile->ladder_days == std::vector{1, 5, 20});
    CHECK(profile->first_meeting_days == 7);
}

TEST_CASE("A profile with a slip in it is refused with the name of the setting")
{
    const auto fault = [](std::string_view text) {
        const auto profile = parse_profile(text);
        REQUIRE_FALSE(profile);
        return profile.error().what;
    };
    CHECK(fault("[]") == "the profile is not a JSON object");
    CHECK(fault(R"({"capasity": 5})") == "capasity: there is no such setting");
    CHECK(fault(R"({"capacity": "5"})") == "capacity: the value is not possible");
    CHECK(fault(R"({"ladder_days": [7, 0, 14]})") == "ladder_days: the value is not possible");
    CHECK(fault(R"({"consent_months_longest": 3})") == "consent_months_usual: longer than consent_months_longest");
    CHECK(fault(R"({"program": "sig"})") == "program: the value is not possible");
}

TEST_CASE("SoL 20 kap. 2 § No profile gives the preliminary assessment more than fourteen days")
{
    CHECK(parse_profile(R"({"preliminary_assessment_days": 14})"));
    CHECK_FALSE(parse_profile(R"({"preliminary_assessment_days": 15})"));
}

TEST_CASE("settled-8 What only a jurist may allow is off, and comes on by a named decision with its day")
{
    CHECK_FALSE(parse_profile("{}")->osl_10_15a);
    CHECK_FALSE(parse_profile("{}")->oral_referral_consent);
    const auto on = parse_profile(R"({"osl_10_15a": {"jurist": "Maj Ek", "reference": "KS 2026/14", "decided_on": "2026-02-01"}})");
    REQUIRE(on);
    REQUIRE(on->osl_10_15a);
    CHECK(on->osl_10_15a->jurist == "Maj Ek");
    CHECK(on->osl_10_15a->reference == "KS 2026/14");
    CHECK(on->osl_10_15a->decided_on == Date{2026y / 2 / 1});
    CHECK_FALSE(on->oral_referral_consent);
    for (const auto* worse : {R"({"osl_10_15a": true})", R"({"osl_10_15a": {"jurist": "", "reference": "A", "decided_on": "2026-02-01"}})",
                              R"({"osl_10_15a": {"jurist": "Maj Ek", "reference": "", "decided_on": "2026-02-01"}})",
                              R"({"osl_10_15a": {"jurist": "Maj Ek", "reference": "A", "decided_on": "snart"}})",
                              R"({"osl_10_15a": {"jurist": "Maj Ek", "decided_on": "2026-02-01"}})"})
        CHECK_FALSE(parse_profile(worse));
}

TEST_CASE("S4-01, S1-03 A profile has ages for those on the way out, and says whether they are included")
{
    const auto profile = parse_profile(R"({"exit_youngest_years": 18, "exit_oldest_years": 29, "exit_seekers": false, "exit_routine": "Ring."})");
    REQUIRE(profile);
    CHECK(profile->exit_youngest_years == 18);
    CHECK(profile->exit_oldest_years == 29);
    CHECK_FALSE(profile->exit_seekers);
    CHECK(profile->exit_routine == "Ring.");
    CHECK_FALSE(parse_profile(R"({"exit_youngest_years": 30, "exit_oldest_years": 29})"));
    CHECK_FALSE(parse_profile(R"({"exit_youngest_years": 26})"));  // above the usual oldest
    CHECK(parse_profile(R"({"exit_youngest_years": 25})"));
    CHECK_FALSE(parse_profile(R"({"exit_seekers": "no"})"));
    CHECK_FALSE(parse_profile(R"({"usual_mode": "something"})"));
    CHECK(parse_profile(R"({"assessment_instrument": "ester"})")->assessment_instrument == "ester");
TEST_CASE("S4-20, S0-53 Network meetings and guardians who are not called are the municipality's to set")
{
    const auto careful = parse_profile("{}");
    REQUIRE(careful);
    CHECK_FALSE(careful->network_interval_days);
    CHECK(careful->first_commitment_days == 14);
    CHECK(careful->guardians_not_invited_when.empty());
    const auto set = parse_profile(R"({"network_interval_days": 31, "first_commitment_days": 7, "guardians_not_invited_when": "Vid hot."})");
    REQUIRE(set);
    CHECK(set->network_interval_days == 31);
    CHECK(set->first_commitment_days == 7);
    CHECK(set->guardians_not_invited_when == "Vid hot.");
    CHECK_FALSE(parse_profile(R"({"network_interval_days": 0})"));
    CHECK_FALSE(parse_profile(R"({"guardians_not_invited_when": 1})"));
}
