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

TEST_CASE("edge-4.3, settled-3 What only a jurist may allow is a named decision, never a bare yes")
{
    CHECK(parse_profile("{}")->hindered_guardian.empty());
    CHECK(parse_profile("{}")->adult_signs_ahead.empty());
    const auto profile = parse_profile(R"({"hindered_guardian": "Jurist A. Alm, 2026-10-01", "adult_signs_ahead": "Jurist A. Alm, 2026-10-02"})");
    REQUIRE(profile);
    CHECK(profile->hindered_guardian == "Jurist A. Alm, 2026-10-01");
    CHECK_FALSE(parse_profile(R"({"hindered_guardian": true})"));
    CHECK_FALSE(parse_profile(R"({"hindered_guardian": "ja"})"));
    CHECK_FALSE(parse_profile(R"({"adult_signs_ahead": ""})"));
}

TEST_CASE("S0-23, S0-17, settled-7 Reminders fall, and agencies and languages are known ones")
{
    const auto profile = parse_profile(
        R"({"consent_reminder_days": [45, 10], "adult_reminder_days": [60], "collecting_agencies": ["school"], "confirmed_languages": ["sv", "so"]})");
    REQUIRE(profile);
    CHECK(profile->consent_reminder_days == std::vector{45, 10});
    CHECK(profile->collecting_agencies == std::vector<std::string>{"school"});
    CHECK(profile->confirmed_languages.size() == 2);
    CHECK_FALSE(parse_profile(R"({"consent_reminder_days": [10, 45]})"));
    CHECK_FALSE(parse_profile(R"({"adult_reminder_days": []})"));
    CHECK_FALSE(parse_profile(R"({"collecting_agencies": ["church"]})"));
    CHECK_FALSE(parse_profile(R"({"confirmed_languages": ["Svenska"]})"));
}
