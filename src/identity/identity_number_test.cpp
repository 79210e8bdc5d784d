#include "identity/identity_number.h"

#include <doctest/doctest.h>

// The numbers are from Skatteverket's published test series: no living person has one.
using namespace lots;
using namespace std::string_view_literals;

namespace {

constexpr Date today = 2026y / 11 / 21;

IdentityNumber number_of(std::string_view text, Date on = today)
{
    const auto number = parse_identity_number(text, on);
    if (!number) FAIL(std::string(text), ": ", std::string(reason(number.error())));
    return *number;
}

std::string why(std::string_view text, Date on = today)
{
    const auto number = parse_identity_number(text, on);
    return number ? "ok " + std::string(number->text()) : std::string(reason(number.error()));
}

}  // namespace

TEST_CASE("A personal number with twelve digits is read with and without a separator")
{
    for (const auto* text : {"201003112396", "20100311-2396", "20100311+2396"}) {
        const auto number = number_of(text);
        CHECK(number.text() == "201003112396");
        CHECK(number.written() == "20100311-2396");
        CHECK(number.kind() == IdentityKind::personal);
        CHECK(number.legal_sex() == LegalSex::male);
        CHECK(number.birth_date() == 2010y / 3 / 11);
    }
    CHECK(number_of("201704152386").legal_sex() == LegalSex::female);
}

TEST_CASE("Ten digits mean the latest century that is not in the future")
{
    CHECK(number_of("1704152386").text() == "201704152386");
    CHECK(number_of("170415-2386").text() == "201704152386");
    CHECK(number_of("170415-2386", 2017y / 4 / 15).text() == "201704152386");
    CHECK(why("170415-2386", 2017y / 4 / 14) ==
          "ok 191704152386");  // the day before that birth it can only be the older one
    CHECK(number_of("261103-8387").text() == "202611038387");
    CHECK(why("261103-8387", 2026y / 11 / 2) == "ok 192611038387");
}

TEST_CASE("A plus is a hundred years before the latest century that is not in the future")
{
    CHECK(number_of("250101+9216").text() == "192501019216");
    CHECK(number_of("901022+9806").text() == "189010229806");
    CHECK(number_of("170415+2386").text() == "191704152386");
    CHECK(number_of("261103+8387", 2026y / 11 / 3).text() == "192611038387");
    CHECK(number_of("261103+8387", 2026y / 11 / 2).text() == "182611038387");  // the latest is 1926 until that birthday
    CHECK(number_of("261204-9029", 2026y / 11 / 22).text() == "192612049029");
    CHECK(number_of("261204+9029", 2026y / 11 / 22).text() == "182612049029");
    CHECK(why("261204+9029", 1926y / 12 / 3) == "a year before 1800");
}

TEST_CASE("A coordination number has sixty added to the day")
{
    const auto number = number_of("201109912384");
    CHECK(number.kind() == IdentityKind::coordination);
    CHECK(number.legal_sex() == LegalSex::female);
    CHECK(number_of("20110991-2384") == number);
    CHECK(number_of("110991-2384") == number);
    CHECK(number_of("195109912385").birth_date() == std::nullopt);  // 31 September
    CHECK(number_of("192905692386").birth_date() == 1929y / 5 / 9);
}

TEST_CASE("A coordination number may have a month or a day that is not known, or a day that does not exist")
{
    for (const auto* text : {"192001602396",     // day 60
                             "194700782396",     // month 00
                             "201800852384",     // month 00
                             "193002902397",     // 30 February
                             "192004912388",     // 31 April
                             "202002892392"}) {  // 29 February 2020: there is one
        const auto number = number_of(text);
        CHECK(number.kind() == IdentityKind::coordination);
        CHECK(number.text() == text);
        CHECK(number.birth_date().has_value() == (number.text() == "202002892392"));
    }
}

TEST_CASE("A coordination number with a month that is not known belongs to the year until it is in the future")
{
    CHECK(why("201800852384", 2018y / 1 / 1) == "ok 201800852384");
    CHECK(why("201800852384", 2017y / 12 / 31) == "in the future");
    CHECK(why("180085-2384", 2017y / 12 / 31) == "ok 191800852384");
}

TEST_CASE("An interim number has a letter where the birth number begins")
{
    const auto number = number_of("20000101-T220");
    CHECK(number.text() == "20000101T220");
    CHECK(number.kind() == IdentityKind::interim);
    CHECK(number.legal_sex() == LegalSex::female);
    CHECK(number.birth_date() == 2000y / 1 / 1);
    CHECK(why("20000101E221") == "a character that does not belong there");
    CHECK(why("20000101t220") == "a character that does not belong there");
    CHECK(why("20000101T221") == "wrong check digit");
    CHECK(why("200001010T20") == "a character that does not belong there");
    CHECK(why("20000161T220") == "no such day");
}

TEST_CASE("Somebody not yet born has no number")
{
    CHECK(why("201704152386", 2017y / 4 / 14) == "in the future");
    CHECK(why("201704152386", 2017y / 4 / 15) == "ok 201704152386");
}

TEST_CASE("A number with one digit changed is never right")
{
    const std::string right = "201003112396";
    for (std::size_t i = 2; i < right.size(); ++i) {
        for (char digit = '0'; digit <= '9'; ++digit) {
            auto text = right;
            text[i] = digit;
            if (text != right) CHECK_FALSE(static_cast<bool>(parse_identity_number(text, today)));
        }
    }
}

TEST_CASE("Every refusal has its reason")
{
    CHECK(why("") == "empty");
    CHECK(why("2") == "not ten or twelve digits");
    CHECK(why("20100311239") == "not ten or twelve digits");
    CHECK(why("2010031123967") == "not ten or twelve digits");
    CHECK(why(std::string(100000, '1')) == "not ten or twelve digits");
    CHECK(why("20100311-23967") == "not ten or twelve digits");
    CHECK(why("-") == "a separator in the wrong place");
    CHECK(why("2010-03112396") == "a separator in the wrong place");
    CHECK(why("2010031123-96") == "a separator in the wrong place");
    CHECK(why("100311--2396") == "a separator in the wrong place");
    CHECK(why("100311-23-96") == "a separator in the wrong place");
    CHECK(why("-1003112396") == "a separator in the wrong place");
    for (const std::string_view text : {"20100311 2396"sv, " 201003112396"sv, "201003112396\n"sv, "20100311\0002396"sv,
                                        "20100311\xe2\x80\x93"
                                        "2396"sv,  // an en dash
                                        "\xd9\xa1"
                                        "03112396"sv,
                                        "1\xd9\xa1"
                                        "03112396"sv,  // an Arabic-Indic digit one
                                        "\xef\xbb\xbf"
                                        "201003112396"sv,
                                        "201003112O96"sv, "T01003112396"sv, "2010031123T6"sv, "hundra tiotal"sv}) {
        CHECK(why(text) == "a character that does not belong there");
    }
    CHECK(why("201013112396") == "no such month");
    CHECK(why("201000112396") == "no such month");
    CHECK(why("201003002396") == "no such day");
    CHECK(why("201003322396") == "no such day");
    CHECK(why("201002292396") == "no such day");
    CHECK(why("201003922396") == "no such day");  // 32 + 60
    CHECK(why("201509160006") == "birth number 000");
    CHECK(why("201003112395") == "wrong check digit");
    CHECK(why("171003112396") == "a year before 1800");
    CHECK(why("001003112396") == "a year before 1800");
}

TEST_CASE("An organisation's number is not a person's")
{
    for (const auto* text : {"857209-0606", "802005-1952", "8551040721"}) CHECK(why(text) == "no such month");
}

TEST_CASE("The form asks for the century of ten digits only")
{
    CHECK(is_ambiguous_century("1003112396"));
    CHECK(is_ambiguous_century("100311-2396"));
    CHECK(is_ambiguous_century("100311-2395"));  // asked before the check digit is looked at
    CHECK_FALSE(is_ambiguous_century("100311+2396"));
    CHECK_FALSE(is_ambiguous_century("201003112396"));
    CHECK_FALSE(is_ambiguous_century("20100311-2396"));
    CHECK_FALSE(is_ambiguous_century("10031"));
    CHECK_FALSE(is_ambiguous_century(""));
    CHECK_FALSE(is_ambiguous_century("hundra tiotal"));
}

TEST_CASE("edge-4.11 A number and a birth date that say different days are not one person")
{
    CHECK(number_of("201704152386").fits(2017y / 4 / 15));
    CHECK_FALSE(number_of("201704152386").fits(2017y / 4 / 16));
    CHECK_FALSE(number_of("201704152386").fits(2010y / 4 / 15));
    CHECK(number_of("192905692386").fits(1929y / 5 / 9));  // coordination: 60 added to the day
    CHECK_FALSE(number_of("192905692386").fits(1929y / 5 / 10));
}

TEST_CASE("edge-4.11 Of a coordination number what it knows must agree: month 00, day 60 and days that do not exist say less")
{
    const auto no_day = number_of("192001602396");  // January 1920
    CHECK(no_day.fits(1920y / 1 / 1));
    CHECK(no_day.fits(1920y / 1 / 31));
    CHECK_FALSE(no_day.fits(1920y / 2 / 1));
    CHECK_FALSE(no_day.fits(1921y / 1 / 1));
    const auto no_month = number_of("201800852384");  // the 25th of some month of 2018
    CHECK(no_month.fits(2018y / 3 / 25));
    CHECK_FALSE(no_month.fits(2018y / 3 / 24));
    CHECK_FALSE(no_month.fits(2017y / 3 / 25));
    const auto no_such_day = number_of("195109912385");  // 31 September
    CHECK(no_such_day.fits(1951y / 9 / 2));
    CHECK_FALSE(no_such_day.fits(1951y / 10 / 2));
}
