#include "base/text.h"

#include <doctest/doctest.h>

using namespace lots;

namespace {

std::string utf8(char32_t c)
{
    std::string out;
    const auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
    if (c < 0x80)
        put(c);
    else if (c < 0x800)
        put(0xc0 | (c >> 6U)), put(0x80 | (c & 63U));
    else if (c < 0x10000)
        put(0xe0 | (c >> 12U)), put(0x80 | ((c >> 6U) & 63U)), put(0x80 | (c & 63U));
    else
        put(0xf0 | (c >> 18U)), put(0x80 | ((c >> 12U) & 63U)), put(0x80 | ((c >> 6U) & 63U)), put(0x80 | (c & 63U));
    return out;
}

std::string cleaned(std::string_view raw)
{
    const auto text = clean_text(raw);
    REQUIRE_MESSAGE(static_cast<bool>(text), std::string(raw));
    return *text;
}

}  // namespace

TEST_CASE("What people write comes back as they wrote it")
{
    for (const auto* text : {"",
                             "Alex gick till skolan.",
                             "Åke Ängström, Östersund",
                             "tab\toch\nrad",
                             " mellanslag i slutet  ",
                             "”citat” – tankstreck … 5 €",
                             "السلام عليكم",
                             "שָׁלוֹם",
                             "Зоряна",
                             "ግዕዝ",
                             "漢字かな交じり文",
                             "한국어",
                             "สวัสดี",
                             "👩‍👩‍👧‍👦 🏳️‍🌈 🇸🇪",
                             "\u200fhöger\u200e",
                             "\ufeffBOM inuti\ufeff",
                             "mjukt\u00adbindestreck",
                             "no\u00a0break",
                             "rad\u2028stycke\u2029",
                             "𐍈 𝔘𝔫𝔦",
                             "\U0010fffd privat",
                             "<script>alert('x')</script> & \"",
                             "=1+1"}) {
        CAPTURE(text);
        CHECK(cleaned(text) == text);
    }
}

TEST_CASE("Letters written in parts are composed, so that the same name is the same text")
{
    CHECK(cleaned("A\u030ake A\u0308ngstro\u0308m") == "Åke Ängström");
    CHECK(cleaned("\u212b") == "Å");                   // the ångström sign
    CHECK(cleaned("\u1112\u1161\u11ab") == "\ud55c");  // Hangul jamo
    CHECK(cleaned("q\u0323\u0307") == cleaned("q\u0307\u0323"));
    CHECK(cleaned("\ufb01") == "\ufb01");  // a ligature is compatible, not the same: NFC keeps it
    CHECK(cleaned(cleaned("\u0344\U0001d160")) == cleaned("\u0344\U0001d160"));
}

TEST_CASE("Windows line ends become new lines; a carriage return alone is refused")
{
    CHECK(cleaned("ett\r\ntvå\r\n\r\n") == "ett\ntvå\n\n");
    CHECK(clean_text("ett\rtvå").error() == TextFault::control_character);
    CHECK(clean_text("ett\r\r\n").error() == TextFault::control_character);
    CHECK(clean_text("ett\r").error() == TextFault::control_character);
}

TEST_CASE("Bytes that are not UTF-8 are refused")
{
    using namespace std::string_view_literals;
    for (const auto text :
         {"\xe5ke"sv, "\x80"sv, "\xc3"sv, "a\xc3"sv, "\xc0\xaf"sv, "\xc1\xbf"sv, "\xe0\x80\xaf"sv, "\xf0\x80\x80\xaf"sv,
          "\xed\xa0\x80"sv, "\xed\xbf\xbf"sv, "\xed\xa0\xbd\xed\xb8\x80"sv, "\xf4\x90\x80\x80"sv, "\xf8\x88\x80\x80\x80"sv,
          "\xff"sv, "\xfe\xff"sv, "\xe2\x82"sv, "\xe2\x28\xa1"sv}) {
        const auto result = clean_text(text);
        REQUIRE_FALSE(static_cast<bool>(result));
        CHECK(result.error() == TextFault::not_utf8);
    }
}

TEST_CASE("Every code point of Unicode comes back, or is refused for a named reason")
{
    for (char32_t c = 0; c <= 0x10ffff; ++c) {
        if (c >= 0xd800 && c <= 0xdfff) continue;  // not UTF-8, see above
        const bool control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0);
        const bool noncharacter = (c & 0xfffeU) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
        const auto result = clean_text(utf8(c));
        bool right = false;
        if (control)
            right = !result && result.error() == TextFault::control_character;
        else if (noncharacter)
            right = !result && result.error() == TextFault::noncharacter;
        else
            right = result && !result->empty() && *clean_text(*result) == *result;
        if (!right) FAIL("code point " << static_cast<std::uint32_t>(c));
    }
}

TEST_CASE("A field of one line refuses new lines and tabs")
{
    CHECK(*clean_line("Åke O’Neill-Öberg") == "Åke O’Neill-Öberg");
    CHECK(clean_line("Åke\nÖberg").error() == TextFault::line_break);
    CHECK(clean_line("Åke\tÖberg").error() == TextFault::line_break);
    CHECK(clean_line("Åke\r\n").error() == TextFault::line_break);
    CHECK(clean_line("\xff").error() == TextFault::not_utf8);
}

TEST_CASE("Characters are counted as people count letters, not bytes")
{
    CHECK(count_characters("") == 0);
    CHECK(count_characters("Åäö") == 3);
    CHECK(count_characters("€𐍈") == 2);
    CHECK(count_characters("rad\n") == 4);
}

TEST_CASE("Trimming takes white space of any script from both ends and nothing in between")
{
    CHECK(trimmed("  Åke  Öberg\t\n") == "Åke  Öberg");
    CHECK(trimmed("\u00a0\u2003\u3000x\u2028") == "x");
    CHECK(trimmed("") == "");
    CHECK(trimmed(" \n\t\u00a0") == "");
    CHECK(trimmed("\u200bx\u200b") == "\u200bx\u200b");  // zero width, but not white space
}

TEST_CASE("Of refused text everything that can be shown is shown again, and is not refused a second time")
{
    CHECK(readable_text("Åke\nrad 2\r\n\tslut") == "Åke\nrad 2\r\n\tslut");
    CHECK(readable_text("a\x0b" "b\x0c" "c") == "a b c");
    CHECK(readable_text(std::string_view("a\0\x1b\x7f\x07z", 6)) == "az");
    CHECK(readable_text("a\u0085\ufffez") == "az");
    CHECK(readable_text("a\xffz") == "a?z");
    for (const std::string_view raw : {"a\x0b", "\xed\xa0\x80", "\u009f", "\xf4\x8f\xbf\xbf", "\xe2\x82"}) {
        CHECK(clean_text(readable_text(raw)));
        CHECK(readable_text(raw).size() <= raw.size());
    }
}
