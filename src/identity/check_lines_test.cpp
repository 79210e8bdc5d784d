#include "identity/check_lines.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>

#include <doctest/doctest.h>

using namespace lots;

namespace {

constexpr Date today = 2026y / 11 / 21;

std::string answers_to(const std::string& text, Date on = today)
{
    std::istringstream in(text);
    std::ostringstream out;
    check_lines(in, out, on);
    return out.str();
}

}  // namespace

TEST_CASE("Each line gets one answer, in order")
{
    CHECK(answers_to("20100311-2396\n201109912384\n20000101T220\n12\n") ==
          "ok 201003112396 pnr M\nok 201109912384 sam K\nok 20000101T220 interim K\nbad not ten or twelve digits\n");
}

TEST_CASE("Empty lines, Windows lines and a last line without an end are lines too")
{
    CHECK(answers_to("") == "");
    CHECK(answers_to("\n") == "bad empty\n");
    CHECK(answers_to("\r\n\n") == "bad empty\nbad empty\n");
    CHECK(answers_to("201003112396\r\n201003112396") == "ok 201003112396 pnr M\nok 201003112396 pnr M\n");
    CHECK(answers_to("201003112396\r") == "ok 201003112396 pnr M\n");
    CHECK(answers_to("201003112396\r\r\n") == "bad a character that does not belong there\n");
    CHECK(answers_to("20100311\r2396\n") == "bad a character that does not belong there\n");
}

TEST_CASE("The day that is asked for decides what is in the future")
{
    CHECK(answers_to("201704152386\n", 2017y / 4 / 14) == "bad in the future\n");
    CHECK(answers_to("1704152386\n", 2017y / 4 / 14) == "ok 191704152386 pnr K\n");
}

TEST_CASE("A line longer than any block is one wrong line, and the next is read right")
{
    const std::string long_line(300'000, '1');
    CHECK(answers_to(long_line + "\n201003112396\n" + long_line) ==
          "bad not ten or twelve digits\nok 201003112396 pnr M\nbad not ten or twelve digits\n");
    CHECK(answers_to("201003112396" + std::string(50, '\r') + "\n") == "bad a character that does not belong there\n");
}

TEST_CASE("Numbers that lie across the blocks that are read come out whole")
{
    std::string text;
    for (int i = 0; i < 50'000; ++i) text += i % 2 == 0 ? "20100311-2396\n" : "201109912384\r\n";
    std::istringstream in(text);
    std::ostringstream out;
    const auto counts = check_lines(in, out, today);
    CHECK(counts.ok == 50'000);
    CHECK(counts.bad == 0);
    const auto answers = out.str();
    CHECK(std::count(answers.begin(), answers.end(), '\n') == 50'000);
    CHECK(answers.ends_with("ok 201003112396 pnr M\nok 201109912384 sam K\n"));
}

TEST_CASE("Answers that cannot be written are an error and not silence")
{
    std::istringstream in("201003112396\n");
    std::ostringstream out;
    out.setstate(std::ios::badbit);
    CHECK_THROWS_AS(check_lines(in, out, today), std::runtime_error);
}
