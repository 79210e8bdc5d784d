#include "form/form_reader.h"

#include <doctest/doctest.h>

#include "form/fields_for_tests.h"

using namespace lots;
using namespace lots::form;
using namespace lots::form::for_tests;

namespace {

const std::map<std::string, std::string> address{{"case", "SIG-2026-014"}};

FormReader reading(const http::FormData& data) { return {swedish(), today, data, address}; }

/// What one field of one value reads as: the value, or the key of the sentence.
std::string day_read(std::string day, std::string month, std::string year, DayRule rule = {})
{
    const http::FormData data{{{"born-day", std::move(day)}, {"born-month", std::move(month)}, {"born-year", std::move(year)}}, {}};
    auto reader = reading(data);
    std::optional<Date> value;
    reader.day("born", value, rule);
    return reader.in_order() ? (value ? iso(*value) : "none") : fault_at(reader, "born");
}

std::string number_read(std::string typed, NumberRule rule = {.required = true, .lowest = 1, .highest = 1000})
{
    const http::FormData data{{{"n", std::move(typed)}}, {}};
    auto reader = reading(data);
    std::optional<int> value;
    reader.number("n", value, rule);
    return reader.in_order() ? (value ? std::to_string(*value) : "none") : fault_at(reader, "n");
}

std::string identity_read(std::string typed, bool required = true)
{
    const http::FormData data{{{"pnr", std::move(typed)}}, {}};
    auto reader = reading(data);
    std::string value;
    reader.identity_number("pnr", value, {.required = required});
    return reader.in_order() ? (value.empty() ? "none" : value) : fault_at(reader, "pnr");
}

}  // namespace

TEST_CASE("A form in order becomes values, whatever the field")
{
    const http::FormData data{{{"given_name", "  Åsa "}, {"reason", "Rad ett\r\nrad två\r\n"}, {"born-day", "7"}, {"born-month", "maj"},
                               {"born-year", "2011"}, {"noticed_on", "14.05"}, {"debut_age", " 12 "}, {"feedback_asked", "yes"},
                               {"origin", "placement"}, {"reasons", "company"}, {"reasons", "other"}, {"reasons", "company"},
                               {"personal_number", " 20100101-2382 "}, {"version", "3"}},
                              {}};
    auto reader = reading(data);
    Everything input;
    ask_for_everything(reader, input);
    REQUIRE(reader.in_order());
    CHECK(input.case_number == "SIG-2026-014");
    CHECK(input.given_name == "Åsa");
    CHECK(input.reason == "Rad ett\nrad två");
    CHECK(input.born == Date{2011y / 5 / 7});
    CHECK(input.noticed_on == form::Clock{14, 5});
    CHECK(input.debut_age == 12);
    CHECK(input.feedback_asked);
    CHECK(input.origin == "placement");
    CHECK(input.reasons == std::vector<std::string>{"company", "other"});
    CHECK(input.personal_number == "201001012382");
    CHECK(input.version == 3);
}

TEST_CASE("An empty form is told about every field that must be filled in, each once, in the field's own words where it has some")
{
    const http::FormData nothing;
    auto reader = reading(nothing);
    Everything input;
    ask_for_everything(reader, input);
    CHECK(fault_at(reader, "given_name") == "field.propose.given_name.missing");
    CHECK(fault_at(reader, "born") == "field.propose.born.missing");
    CHECK(fault_at(reader, "debut_age") == "form.missing");
    CHECK(fault_at(reader, "feedback_asked") == "form.missing");
    CHECK(fault_at(reader, "reasons") == "field.propose.reasons.missing");
    CHECK(reader.errors().size() == 9);
}

TEST_CASE("An empty form is in order when nothing must be filled in, but for the clock, which always must")
{
    const http::FormData nothing;
    auto reader = reading(nothing);
    Everything input;
    ask_for_everything(reader, input, false);
    CHECK(reader.errors().size() == 1);
    CHECK(fault_at(reader, "noticed_on") == "field.propose.noticed_on.missing");
    CHECK_FALSE(input.born);
    CHECK(input.origin.empty());
}

TEST_CASE("A day is written as in Sweden: day, month, year; the month also as a word")
{
    CHECK(day_read("7", "5", "2011") == "2011-05-07");
    CHECK(day_read("07", "05", "2011") == "2011-05-07");
    CHECK(day_read(" 7 ", "Maj", "2011 ") == "2011-05-07");
    CHECK(day_read("1", "december", "2011") == "2011-12-01");
    CHECK(day_read("1", "OKT", "2011") == "2011-10-01");
    CHECK(day_read("29", "2", "2028") == "2028-02-29");
}

TEST_CASE("A day that cannot be read, and a day that the calendar does not have, are told apart")
{
    CHECK(day_read("29", "2", "2027") == "form.day_does_not_exist");
    CHECK(day_read("31", "4", "2026") == "form.day_does_not_exist");
    for (const auto& [day, month, year] : std::vector<std::array<const char*, 3>>{{"0", "5", "2011"}, {"32", "5", "2011"},
             {"7", "13", "2011"}, {"7", "0", "2011"}, {"7", "x", "2011"}, {"7", "5", "11"}, {"7", "5", "2201"}, {"7", "5", "1899"},
             {"", "5", "2011"}, {"7", "", "2011"}, {"7", "5", ""}, {"7", "5", "99999999999999999999"}, {"7.0", "5", "2011"}}) {
        CAPTURE(day);
        CAPTURE(month);
        CAPTURE(year);
        CHECK(day_read(day, month, year) == "form.day");
    }
}

TEST_CASE("The bounds of a day are included")
{
    const DayRule rule{.earliest = today, .latest = Date{2026y / 5 / 20}};
    CHECK(day_read("9", "5", "2026", rule) == "form.today_or_later");
    CHECK(day_read("10", "5", "2026", rule) == "2026-05-10");
    CHECK(day_read("20", "5", "2026", rule) == "2026-05-20");
    CHECK(day_read("21", "5", "2026", rule) == "form.not_after");
    CHECK(day_read("11", "5", "2026", {.latest = today}) == "form.today_or_earlier");
    CHECK(day_read("19", "5", "2026", {.earliest = Date{2026y / 5 / 20}}) == "form.not_before");
    CHECK(day_read("", "", "", {.required = false}) == "none");
}

TEST_CASE("A browser's own date field sends one value, and it is read the same")
{
    const http::FormData data{{{"born", "2011-05-07"}}, {}};
    auto reader = reading(data);
    std::optional<Date> value;
    reader.day("born", value, {});
    CHECK(value == Date{2011y / 5 / 7});
    const http::FormData wrong{{{"born", "7/5 2011"}}, {}};
    auto other = reading(wrong);
    other.day("born", value, {});
    CHECK(fault_at(other, "born") == "form.day");
    CHECK_FALSE(value);
}

TEST_CASE("A number is whole, in digits, and within its bounds, both included")
{
    CHECK(number_read("1") == "1");
    CHECK(number_read(" 1 000 ") == "1000");
    CHECK(number_read("0") == "form.number_between");
    CHECK(number_read("1001") == "form.number_between");
    CHECK(number_read("-5") == "form.number_between");
    for (const auto* typed : {"1,5", "1.0", "1e2", "0x10", "tolv", "+5", "9999999999999999999999", "１２"}) {
        CAPTURE(typed);
        CHECK(number_read(typed) == "form.number");
    }
    CHECK(number_read("", {.required = false}) == "none");
    CHECK(number_read("  ") == "form.missing");
}

TEST_CASE("Text is kept as it was written, on one line or several, and counted in characters")
{
    const http::FormData data{{{"line", "Å\tB"}, {"broken", "a\r\nb"}, {"long", std::string("ååååååååååå")}, {"fits", "åååååååååå"}}, {}};
    auto reader = reading(data);
    std::string value;
    reader.text("line", value, {});
    CHECK(fault_at(reader, "line") == "form.one_line");
    reader.text("broken", value, {});
    CHECK(fault_at(reader, "broken") == "form.one_line");
    reader.text("broken", value, {.rows = 3});
    CHECK(value == "a\nb");
    reader.text("fits", value, {.longest = 10});
    CHECK(value == "åååååååååå");
    CHECK(fault_at(reader, "fits").empty());
    reader.text("long", value, {.longest = 10});
    REQUIRE(fault_at(reader, "long") == "form.too_long");
    CHECK(say(Language::sv, reader.errors().back().message, reader.errors().back().args) ==
          "Texten är 1 tecken för lång. Den får ha högst 10 tecken");
}

TEST_CASE("Characters that cannot be kept are refused, and white space alone is nothing")
{
    const http::FormData data{{{"control", std::string("a\x01")}, {"space", "   "}}, {}};
    auto reader = reading(data);
    std::string value;
    reader.text("control", value, {});
    CHECK(fault_at(reader, "control") == "form.characters_removed");
    reader.text("space", value, {});
    CHECK(fault_at(reader, "space") == "form.missing");
}

TEST_CASE("Only what was offered can be chosen")
{
    const http::FormData data{{{"origin", "moon"}, {"reasons", "company"}, {"reasons", "moon"}, {"feedback_asked", "true"}}, {}};
    auto reader = reading(data);
    Everything input;
    ask_for_everything(reader, input);
    CHECK(fault_at(reader, "origin") == "form.not_a_choice");
    CHECK(input.origin.empty());
    CHECK(fault_at(reader, "reasons") == "form.not_a_choice");
    CHECK_FALSE(input.feedback_asked);  // a box sends "yes" and nothing else
}

TEST_CASE("An identity number has its century, or the form asks for it; one that cannot be right is refused")
{
    CHECK(identity_read("20100101-2382") == "201001012382");
    CHECK(identity_read("201001012382") == "201001012382");
    CHECK(identity_read("100101-2382") == "form.identity_century");
    CHECK(identity_read("20100101-2383") == "form.identity_number");
    CHECK(identity_read("20101301-2382") == "form.identity_number");
    CHECK(identity_read("hej") == "form.identity_number");
    CHECK(identity_read("") == "form.missing");
    CHECK(identity_read("", false) == "none");
}

TEST_CASE("A file is what its bytes are, whatever it is called")
{
    const http::FormData data{{}, {{"a", "brev.pdf", "application/pdf", "MZ\x90 program"},
                                   {"b", "program.exe", "application/x-msdownload", "%PDF-1.4\n…\n%%EOF\n"},
                                   {"c", std::string("a\nb.pdf"), "application/pdf", "%PDF-1.4\n%%EOF"}}};
    auto reader = reading(data);
    std::optional<Upload> value;
    reader.file("a", value, {});
    CHECK(fault_at(reader, "a") == "form.file_unreadable");
    CHECK_FALSE(value);
    reader.file("b", value, {});
    REQUIRE(value);
    CHECK(value->media_type == "application/pdf");
    CHECK(value->name == "program.exe");
    reader.file("c", value, {});
    CHECK(fault_at(reader, "c") == "form.file_unreadable");
    reader.file("d", value, {});
    CHECK(fault_at(reader, "d") == "form.missing");
    reader.file("e", value, {.required = false});
    CHECK(fault_at(reader, "e").empty());
}

TEST_CASE("A file has at most 10 MB")
{
    const auto pdf_of = [](std::size_t bytes) { return "%PDF-" + std::string(bytes - 10, ' ') + "%%EOF"; };
    constexpr std::size_t most = 10UL * 1024 * 1024;
    const http::FormData data{{}, {{"fits", "a.pdf", "", pdf_of(most)}, {"not", "b.pdf", "", pdf_of(most + 1)}}};
    auto reader = reading(data);
    std::optional<Upload> value;
    reader.file("fits", value, {});
    CHECK(value);
    reader.file("not", value, {});
    CHECK(fault_at(reader, "not") == "form.file_too_large");
}

TEST_CASE("What the page showed is a number, or nothing was shown")
{
    const http::FormData data{{{"three", "3"}, {"words", "drei"}, {"huge", "4294967297"}}, {}};
    auto reader = reading(data);
    int version = 9;
    reader.seen("three", version);
    CHECK(version == 3);
    reader.seen("words", version);
    CHECK(version == 0);
    reader.seen("huge", version);
    CHECK(version == 0);
    reader.seen("absent", version);
    CHECK(version == 0);
}

TEST_CASE("A command that asks for a part its address does not have is a bug")
{
    const http::FormData nothing;
    auto reader = reading(nothing);
    std::string value;
    CHECK_THROWS_AS(reader.path("meeting", value), Bug);
}
