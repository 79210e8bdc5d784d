#include "organisation/profile.h"

#include <algorithm>
#include <doctest/doctest.h>

#include "organisation/profiles.h"

using namespace lots;
using organisation::parse_profile;
using organisation::profile_named;
using organisation::profile_names;

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
}

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

TEST_CASE("S0-07 A profile that would weaken a national rule is refused with the rule and the reason, whatever the value")
{
    for (const auto* profile : {R"({"consent_in_writing": false})", R"({"consent_in_writing": true})", R"({"consent_in_writing": 3})"}) {
        const auto refused = parse_profile(profile);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().what == "consent_in_writing: would weaken S0-14 (Riktlinjerna 3.2), which holds in the whole country and may "
                                      "not be adapted (S0-07): the consent is written");
    }
    CHECK(parse_profile(R"({"quorum": ["social_services"]})").error().what.find("S0-52") != std::string::npos);
    CHECK(parse_profile(R"({"decided_by": "working_group"})").error().what.find("S0-10") != std::string::npos);
}

TEST_CASE("The days of reminders, minutes and decisions are settings with the national default")
{
    const auto plain = parse_profile("{}");
    CHECK(plain->minutes_days == 7);
    CHECK(plain->decide_days == 7);
    CHECK(plain->consent_reminder_days == std::vector{30, 14, 3});
    CHECK(plain->adult_reminder_days == std::vector{90, 30});
    CHECK(parse_profile(R"({"consent_reminder_days": [45, 10]})")->consent_reminder_days == std::vector{45, 10});
    CHECK_FALSE(parse_profile(R"({"consent_reminder_days": [3, 14, 30]})"));
    CHECK_FALSE(parse_profile(R"({"adult_reminder_days": []})"));
    CHECK_FALSE(parse_profile(R"({"minutes_days": 0})"));
}

TEST_CASE("settled-9 A case by name before the decision, and S0-35 a working group, are the municipality's choice")
{
    CHECK_FALSE(parse_profile("{}")->named_preparation);
    CHECK(parse_profile(R"({"named_preparation": true})")->named_preparation);
    CHECK_FALSE(parse_profile(R"({"named_preparation": "yes"})"));
    CHECK(parse_profile("{}")->has_working_group);
    CHECK_FALSE(parse_profile(R"({"has_working_group": false})")->has_working_group);
    CHECK_FALSE(parse_profile(R"({"fewest_it_could_be_about": 1})"));
}

TEST_CASE("Each ready profile can be read and says its own name")
{
    for (const auto name : profile_names()) {
        CAPTURE(name);
        const auto profile = parse_profile(*profile_named(name));
        REQUIRE(profile);
        CHECK(profile->name == name);
        CHECK(profile->historic_example == name.ends_with("-2012"));
    }
    CHECK_FALSE(profile_named("elsewhere"));
    const auto kept = parse_profile(organisation::settings_of(*profile_named("lund")));
    CHECK(kept->consent_word == "samtycke till sekretesslättnad");
    CHECK(kept->layout.empty());
    CHECK(parse_profile(*profile_named("national"))->layout.empty());
}

TEST_CASE("S2-01, S2-04, S2-07, S2-13 Lund: its own words, a working group of seven, administrations under boards of their own")
{
    const auto lund = parse_profile(*profile_named("lund"));
    REQUIRE(lund);
    CHECK(lund->target_group.find("hoppa av ett kriminellt nätverk") != std::string::npos);
    CHECK(lund->consent_word == "samtycke till sekretesslättnad");
    CHECK(lund->plan_word == "handlingsplan");
    CHECK(lund->working_group_size == 7);
    std::vector<std::string> boards;
    for (const auto& agency : lund->layout.agencies)
        if (!agency.board.empty()) boards.push_back(agency.board);
    CHECK(boards.size() == 4);
    std::ranges::sort(boards);
    CHECK(std::ranges::adjacent_find(boards) == boards.end());
}

TEST_CASE("S4-30 to S4-38e Stockholm 2012: every district, police areas across them, units that propose, decide and carry out")
{
    const auto stockholm = parse_profile(*profile_named("stockholm-2012"));
    REQUIRE(stockholm);
    const auto& layout = stockholm->layout;
    const auto district = [&](std::string_view code) {
        const auto found = std::ranges::find(layout.districts, code, &organisation::LayoutDistrict::code);
        REQUIRE(found != layout.districts.end());
        return *found;
    };
    for (const auto* code : {"spanga-tensta", "hasselby-vallingby", "skarpnack", "skarholmen", "enskede-arsta-vantor", "farsta",
                             "kungsholmen", "norrmalm", "sodermalm", "ostermalm"})
        CHECK_FALSE(district(code).name.empty());
    CHECK(district("rinkeby-kista").police_areas == std::vector<std::string>{"sodra-jarva", "kista"});      // S4-33: two in one
    CHECK(district("spanga-tensta").police_areas == std::vector<std::string>{"sodra-jarva"});               // and one in two
    const auto part_of = [&](std::string_view agency, std::string_view unit) {
        const auto found = std::ranges::find(layout.agencies, agency, &organisation::LayoutAgency::code);
        REQUIRE(found != layout.agencies.end());
        const auto one = std::ranges::find(found->units, unit, &organisation::LayoutUnit::code);
        REQUIRE(one != found->units.end());
        return one->parts;
    };
    CHECK(part_of("skarpnack", "skarpnack-utredning") == std::vector<std::string>{"decides"});              // S4-34
    CHECK(part_of("skarpnack", "skarpnack-resurs") == std::vector<std::string>{"carries_out"});
    CHECK(part_of("polisen", "polis-bagarmossen") == std::vector<std::string>{"proposes"});
    const auto joint = std::ranges::find(layout.groups, "arbetsgrupp-innerstaden", &organisation::LayoutGroup::code);
    REQUIRE(joint != layout.groups.end());
    CHECK(joint->districts.size() == 4);                                                                    // S4-38a to S4-38d

    // S4-38e: Lidingö owns its cases as a municipality of its own; in Stockholm it has a seat and no case.
    const auto lidingo = parse_profile(*profile_named("lidingo-2012"));
    REQUIRE(lidingo);
    CHECK(lidingo->layout.agencies.front().kind == "social_services");
    const auto guest = std::ranges::find(layout.agencies, "lidingo", &organisation::LayoutAgency::code);
    REQUIRE(guest != layout.agencies.end());
    CHECK(guest->kind == "other");
}

TEST_CASE("S4-19 A municipality says which units its coordinators come from, and one that is not in its layout is a slip")
{
    CHECK(parse_profile("{}")->coordinator_units.empty());
    const auto chosen = parse_profile(R"({"coordinator_units": ["utredning", "oppenvard"]})");
    REQUIRE(chosen);
    CHECK(chosen->coordinator_units == std::vector<std::string>{"utredning", "oppenvard"});
    CHECK_FALSE(parse_profile(R"({"coordinator_units": "utredning"})"));
    CHECK_FALSE(parse_profile(R"({"coordinator_units": ["Utredningsenheten"]})"));
    const auto of_layout = [](std::string_view unit) {
        return parse_profile(std::string(R"({"coordinator_units": [")") + std::string(unit) +
                             R"("], "layout": {"agencies": [{"code": "soc", "kind": "social_services", "name": "Soc",)"
                             R"( "units": [{"code": "utredning", "name": "Utredningsenheten"}]}]}})");
    };
    CHECK(of_layout("utredning"));
    const auto slip = of_layout("oppenvard");
    REQUIRE_FALSE(slip);
    CHECK(slip.error().what == "coordinator_units: there is no unit oppenvard");

    const auto stockholm = parse_profile(*profile_named("stockholm-2012"));
    REQUIRE(stockholm);
    const auto& units = stockholm->coordinator_units;
    for (const auto* unit : {"skarpnack-utredning", "skarpnack-resurs"}) CHECK(std::ranges::find(units, unit) != units.end());
    CHECK(std::ranges::find(units, "hasselby-vallingby-mottagning") == units.end());
}

TEST_CASE("A layout with a slip in it is refused")
{
    const auto reads = [](std::string_view layout) {
        return static_cast<bool>(parse_profile(std::string(R"({"layout": )") + std::string(layout) + "}"));
    };
    CHECK(reads(R"({})"));
    CHECK_FALSE(reads(R"([])"));
    CHECK_FALSE(reads(R"({"boroughs": []})"));
    CHECK_FALSE(reads(R"({"agencies": [{"code": "a1", "kind": "army", "name": "A"}]})"));
    CHECK_FALSE(reads(R"({"police_areas": [{"code": "a1", "name": "A"}, {"code": "a1", "name": "B"}]})"));
    CHECK_FALSE(reads(R"({"districts": [{"code": "d1", "name": "D", "police_areas": ["nowhere"]}]})"));
    CHECK_FALSE(reads(R"({"groups": [{"kind": "club", "code": "g1", "name": "G", "tier": "district"}]})"));
    CHECK_FALSE(reads(R"({"agencies": [{"code": "a1", "kind": "police", "name": "A", "units": [{"code": "u1", "name": "U", "parts": ["rests"]}]}]})"));
    const auto unit_in = [&](const std::string& district) {
        return reads(R"({"districts": [{"code": "d1", "name": "D"}], "agencies": [{"code": "a1", "kind": "social_services", "name": "A", )"
                     R"("units": [{"code": "u1", "name": "U", "districts": [")" + district + R"("]}]}]})");
    };
    CHECK(unit_in("d1"));
    CHECK_FALSE(unit_in("nowhere"));
}

TEST_CASE("edge-4.3, settled-3 A hindered guardian and signing ahead of the birthday wait for a named decision, never a bare yes")
{
    CHECK_FALSE(parse_profile("{}")->hindered_guardian);
    CHECK_FALSE(parse_profile("{}")->adult_signs_ahead);
    const auto profile = parse_profile(R"({"hindered_guardian": {"jurist": "A. Alm", "reference": "SN 4", "decided_on": "2026-10-01"},
                                           "adult_signs_ahead": {"jurist": "A. Alm", "reference": "SN 5", "decided_on": "2026-10-02"}})");
    REQUIRE(profile);
    REQUIRE(profile->hindered_guardian);
    CHECK(profile->hindered_guardian->reference == "SN 4");
    CHECK(profile->adult_signs_ahead->decided_on == Date{2026y / 10 / 2});
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
