#include "messages/message.h"

#include <atomic>
#include <set>
#include <thread>
#include <type_traits>
#include <vector>

#include <doctest/doctest.h>

#include "base/check.h"
#include "messages/catalogue.h"

using namespace lots;

namespace {

constexpr auto nbsp = "\u00a0";

Instant at(std::string_view text) { return parse_instant(text).value(); }

}  // namespace

TEST_CASE("A message is said in the language that is asked for")
{
    CHECK(say(Language::sv, "common.save") == "Spara");
    CHECK(say(Language::en, "common.save") == "Save");
    CHECK(say(Language::sv, "common.error.not_found") == "Sidan finns inte, eller så har du inte tillgång till den.");
}

TEST_CASE("Values are put where the text wants them, as they are")
{
    CHECK(say(Language::sv, "common.error.page_title", {{"title", "Förslag"}}) == "Fel: Förslag");
    CHECK(say(Language::sv, "common.error.page_title", {{"title", std::string_view("{x} <b> \1")}}) == "Fel: {x} <b> \1");
    CHECK(say(Language::sv, "common.step_of", {{"steps", 4}, {"step", 3}}) == "Steg 3 av 4");
    CHECK(say(Language::en, "common.empty.no_hits", {{"words", "Alex"}}) ==
          "No hits for “Alex”. You only see cases that you have access to.");
    const std::vector<Arg> args{{"title", "x"}};
    CHECK(say(Language::en, "common.error.page_title", args) == "Error: x");
}

TEST_CASE("Numbers and days are written as the language writes them")
{
    CHECK(say(Language::sv, "common.step_of", {{"step", 1234567}, {"steps", -1234.5}}) ==
          std::string("Steg 1") + nbsp + "234" + nbsp + "567 av \u22121" + nbsp + "234,5");
    CHECK(say(Language::en, "common.step_of", {{"step", 1234567U}, {"steps", -1234.5}}) == "Step 1,234,567 of -1,234.5");
    CHECK(say(Language::sv, "common.error.page_title", {{"title", 2026y / 12 / 1}}) == "Fel: tisdag 1 december 2026");
}

TEST_CASE("A message that counts has a form for one and for many, and counts in thousands with a space")
{
    const auto ending = [](Language language, long long minutes) {
        return say(language, "common.session.ending", {{"minutes", minutes}});
    };
    CHECK(ending(Language::sv, 1) == "Du loggas ut om 1 minut. Din text är sparad.");
    CHECK(ending(Language::sv, 2) == "Du loggas ut om 2 minuter. Din text är sparad.");
    CHECK(ending(Language::sv, 0) == "Du loggas ut om 0 minuter. Din text är sparad.");
    CHECK(ending(Language::sv, 1000) == std::string("Du loggas ut om 1") + nbsp + "000 minuter. Din text är sparad.");
    CHECK(ending(Language::en, 1) == "You will be signed out in 1 minute. Your text is saved.");
    CHECK(ending(Language::en, 2) == "You will be signed out in 2 minutes. Your text is saved.");
}

TEST_CASE("Our own writing of numbers is the one that ICU has for the language")
{
    const auto counted = [](Language language, long long n) {
        const auto text = say(language, "common.session.ending", {{"minutes", n}});
        const std::string_view before = language == Language::sv ? "Du loggas ut om " : "You will be signed out in ";
        return text.substr(before.size(), text.find(language == Language::sv ? " minut" : " minute") - before.size());
    };
    for (const auto language : {Language::sv, Language::en}) {
        for (const long long n : {0LL, 1LL, 12LL, 999LL, 1000LL, 12345LL, 999999LL, 1000000LL, -5LL, -1000LL, -999999LL}) {
            CHECK(say_number(language, n) == counted(language, n));
        }
    }
}

TEST_CASE("A number with decimals has at most three of them and no empty ones")
{
    CHECK(say_number(Language::sv, 0.0) == "0");
    CHECK(say_number(Language::sv, -0.0) == "0");
    CHECK(say_number(Language::sv, -0.0001) == "0");
    CHECK(say_number(Language::sv, 2.5) == "2,5");
    CHECK(say_number(Language::sv, 2.0) == "2");
    CHECK(say_number(Language::sv, 1.0 / 3) == "0,333");
    CHECK(say_number(Language::sv, -1234.25) == std::string("\u22121") + nbsp + "234,25");
    CHECK(say_number(Language::en, 100000.0) == "100,000");
    CHECK_THROWS_AS((void)say_number(Language::sv, std::numeric_limits<double>::infinity()), Bug);
    CHECK_THROWS_AS((void)say_number(Language::sv, std::numeric_limits<double>::quiet_NaN()), Bug);
}

TEST_CASE("A placeholder without a value is a bug, and so is text where the message counts")
{
    CHECK_THROWS_AS((void)say(Language::sv, "common.error.page_title"), Bug);
    CHECK_THROWS_AS((void)say(Language::sv, "common.error.page_title", {{"titel", "x"}}), Bug);
    CHECK_THROWS_AS((void)say(Language::sv, "common.session.ending"), Bug);
    CHECK_THROWS_AS((void)say(Language::sv, "common.session.ending", {{"minutes", "två"}}), Bug);
    CHECK(say(Language::sv, "common.save", {{"unused", 1}}) == "Spara");
}

TEST_CASE("Days and clocks are written as people in Sweden write them")
{
    CHECK(say_date(Language::sv, 2026y / 12 / 1) == "tisdag 1 december 2026");
    CHECK(say_date(Language::en, 2026y / 12 / 1) == "Tuesday 1 December 2026");
    CHECK(say_date(Language::sv, 2026y / 5 / 10) == "söndag 10 maj 2026");
    CHECK(say_date_short(Language::sv, 2026y / 12 / 1) == "1 dec 2026");
    CHECK(say_date_short(Language::en, 2026y / 3 / 31) == "31 Mar 2026");
    CHECK(say_clock(Language::sv, at("2026-12-01T14:00:00Z")) == "kl. 15.00");
    CHECK(say_clock(Language::en, at("2026-07-01T06:05:00Z")) == "08:05");
    CHECK(say_moment(Language::sv, at("2026-12-01T14:00:00Z")) == "tisdag 1 december 2026 kl. 15.00");
    CHECK(say_moment(Language::sv, at("2026-06-30T22:30:00Z")) == "onsdag 1 juli 2026 kl. 00.30");
    CHECK_THROWS_AS((void)say_date(Language::sv, 2026y / 2 / 30), Bug);
}

TEST_CASE("Every day of a year has its own weekday and month")
{
    std::set<std::string> written;
    for (Date day = 2026y / 1 / 1; day < 2027y / 1 / 1; day = next_day(day)) {
        for (const auto language : {Language::sv, Language::en})
            written.insert(say_date(language, day)), written.insert(say_date_short(language, day));
    }
    CHECK(written.size() == 365 * 4);
}

TEST_CASE("A name put together while running is looked up, and may not be there")
{
    const auto key = MessageKey::of_name(std::string("common.") + "save");
    REQUIRE(key.has_value());
    CHECK(*key == MessageKey("common.save"));
    CHECK(*key != MessageKey("common.undo"));
    CHECK(key->name() == "common.save");
    for (const auto* name :
         {"", "common", "common.", "common.sav", "common.save.", "Common.save", "field.nothing_like_this"}) {
        CHECK_FALSE(MessageKey::of_name(name).has_value());
    }
}

TEST_CASE("Every key of the catalogue is found, in both languages with the same placeholders")
{
    REQUIRE(catalogue_entries().size() > 100);
    for (const auto& entry : catalogue_entries()) {
        CAPTURE(std::string(entry.key));
        const auto key = MessageKey::of_name(entry.key);
        REQUIRE(key.has_value());
        CHECK(key->name() == entry.key);
        CHECK(entry.texts[0].placeholders == entry.texts[1].placeholders);
        CHECK_FALSE(entry.texts[0].text.empty());
        CHECK_FALSE(entry.texts[1].text.empty());
    }
}

TEST_CASE("Many threads may say counting messages at the same time")
{
    std::atomic<int> wrong = 0;
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&] {
            for (int i = 0; i < 500; ++i) {
                if (say(Language::sv, "common.session.ending", {{"minutes", 1}}) !=
                    "Du loggas ut om 1 minut. Din text är sparad.")
                    ++wrong;
                if (say(Language::en, "common.session.ending", {{"minutes", 3}}) !=
                    "You will be signed out in 3 minutes. Your text is saved.")
                    ++wrong;
            }
        });
    }
    threads.clear();
    CHECK(wrong == 0);
}

TEST_CASE("A language has its code, and no other code is a language")
{
    CHECK(code_of(Language::sv) == "sv");
    CHECK(code_of(Language::en) == "en");
    CHECK(language_of("sv") == Language::sv);
    CHECK(language_of("en") == Language::en);
    for (const auto* code : {"", "SV", "sv-SE", "no"}) CHECK_FALSE(language_of(code).has_value());
}

static_assert(MessageKey("common.save") == MessageKey("common.save"));
static_assert(MessageKey("common.save") < MessageKey("common.undo"));
static_assert(!std::is_constructible_v<MessageKey, std::string> && !std::is_constructible_v<MessageKey, std::string_view>);
