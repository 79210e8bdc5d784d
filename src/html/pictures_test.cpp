#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "html/pictures_for_tests.h"
#include "html/tree_for_tests.h"

using namespace lots;
using namespace lots::html;
using namespace lots::html::testing;

TEST_CASE("UX 5.10 The finding comes first as a sentence, then the picture, then the same as a table")
{
    const auto all =
        line_picture(swedish_words(), line_of({{0, 2026y / 11 / 3, "Föreslagen"}, {0, 2026y / 11 / 8, "Beslut"}})).str();
    const auto finding = all.find("Fyndet först."), drawn = all.find("<svg"), folded = all.find("Visa som tabell"),
               table = all.find("<table");
    CHECK(finding < drawn);
    CHECK(drawn < folded);
    CHECK(folded < table);
    CHECK(table != std::string::npos);
    CHECK(line_picture(english_words(), line_of({{0, 2026y / 11 / 3, "Proposed"}})).str().find("Show as a table") !=
          std::string::npos);
}

TEST_CASE("UX 5.10 The drawing has title and description, its parts are hidden, and no style stands in it")
{
    for (const auto& picture :
         {line_picture(swedish_words(), line_of({{0, 2026y / 11 / 3, "Föreslagen"}, {0, 2026y / 11 / 8, "Beslut"}})),
          order_picture(swedish_words(), order_of({bar_of(1, 2026y / 11 / 1, 2026y / 11 / 10)})),
          flow_picture(swedish_words(), {.text = text_of({"Läge", "Antal"}), .bars = {{"Erbjudna", 3}}}),
          dot_picture(swedish_words(), dots_of(10)), ring_picture(swedish_words(), ring_of(3))}) {
        const auto& all = picture.str();
        CHECK(drawing(picture).find("role=\"img\"") != std::string::npos);
        CHECK(drawing(picture).find("</desc><g aria-hidden=\"true\">") != std::string::npos);
        CHECK(all.find("style") == std::string::npos);
        CHECK(all.size() < 8000);
        CHECK_NOTHROW(testing::parse_tree(all));  // every tag closes
    }
}

TEST_CASE("With nothing to show nothing is drawn")
{
    CHECK(line_picture(swedish_words(), line_of({})).empty());
    CHECK(order_picture(swedish_words(), order_of({})).empty());
    CHECK(flow_picture(swedish_words(), {.text = text_of({"Läge", "Antal"}), .bars = {}}).empty());
    CHECK(dot_picture(swedish_words(), dots_of(0)).empty());
    CHECK(ring_picture(swedish_words(), ring_of(0)).empty());
}

TEST_CASE("A line goes from its first day to its last, with only the lanes that have marks")
{
    CHECK(drawing(line_picture(swedish_words(),
                               line_of({{0, 2026y / 11 / 3, "Föreslagen"}, {0, 2026y / 11 / 8, "Beslut"}}))) ==
          begins("74") +
              "<text class=\"sig-picture__text\" x=\"8\" y=\"20\">Ärendet</text>"
              "<line class=\"sig-picture__axis\" x1=\"8\" y1=\"38\" x2=\"352\" y2=\"38\"></line>"
              "<circle class=\"sig-picture__mark sig-picture__mark--1\" cx=\"18\" cy=\"38\" r=\"7\"></circle>"
              "<circle class=\"sig-picture__mark sig-picture__mark--1\" cx=\"342\" cy=\"38\" r=\"7\"></circle>"
              "<text class=\"sig-picture__text sig-picture__text--quiet\" x=\"8\" y=\"66\">" +
              day(2026y / 11 / 3) +
              "</text><text class=\"sig-picture__text sig-picture__text--quiet sig-picture__text--end\" x=\"352\" "
              "y=\"66\">" +
              day(2026y / 11 / 8) + "</text></g></svg>");
}

TEST_CASE("What all happened on one day is said and stands in the table; no line is drawn, for it would say nothing")
{
    for (const auto& marks : {std::vector<LineMark>{{0, 2026y / 11 / 3, "Ett"}},
                              std::vector<LineMark>{{0, 2026y / 11 / 3, "Ett"}, {1, 2026y / 11 / 3, "Två"}}}) {
        const auto picture = line_picture(swedish_words(), line_of(marks)).str();
        CHECK(picture.find("<svg") == std::string::npos);
        CHECK(picture.find("Fyndet först.") < picture.find("Visa som tabell"));
        CHECK(count(picture, "govuk-table__row") == marks.size() + 1);
        CHECK_NOTHROW(testing::parse_tree(picture));
    }
}

TEST_CASE("Days lie along the line as far apart as they are, in any order they come")
{
    const auto drawn = drawing(line_picture(
        swedish_words(),
        line_of({{1, 2026y / 11 / 13, "Möte 1"}, {0, 2026y / 11 / 3, "Föreslagen"}, {0, 2026y / 11 / 8, "Beslut"}})));
    CHECK(drawn.find("cx=\"18\"") != std::string::npos);   // the first day
    CHECK(drawn.find("cx=\"180\"") != std::string::npos);  // half way
    CHECK(drawn.find("<rect class=\"sig-picture__mark sig-picture__mark--2\" x=\"336\"") !=
          std::string::npos);  // the last, another shape
    CHECK(drawn.find("Samtycken") == std::string::npos);
}

TEST_CASE("What happened on the same day is one mark with the number beside it, and each a row of the table")
{
    const auto picture = line_picture(
        swedish_words(), line_of({{0, 2026y / 11 / 3, "Ett"}, {0, 2026y / 11 / 3, "Två"}, {1, 2026y / 11 / 3, "Tre"},
                                  {2, 2026y / 11 / 9, "Fyra"}}));
    const auto drawn = drawing(picture);
    CHECK(count(drawn, "sig-picture__mark--1") == 1);
    CHECK(count(drawn, "sig-picture__mark--2") == 1);  // another lane is another mark
    CHECK(drawn.find(">2</text>") != std::string::npos);
    CHECK(count(picture.str(), "<td class=\"govuk-table__cell\">Ett</td>") == 1);
    CHECK(count(picture.str(), "govuk-table__row") == 5);
}

TEST_CASE("Twelve marks are drawn one by one; of more the nearest become one, and the table has all")
{
    std::vector<LineMark> marks;
    for (int i = 0; i < 12; ++i) marks.push_back({0, add_days(2026y / 1 / 1, i * 7), "Händelse"});
    CHECK(count(drawing(line_picture(swedish_words(), line_of(marks))), "sig-picture__mark--1") == 12);
    marks.push_back({0, add_days(2026y / 1 / 1, 1), "En dag efter den första"});
    const auto picture = line_picture(swedish_words(), line_of(marks));
    CHECK(count(drawing(picture), "sig-picture__mark--1") == 12);
    CHECK(count(drawing(picture), "sig-picture__span") == 1);
    CHECK(drawing(picture).find(">2</text>") != std::string::npos);
    CHECK(count(picture.str(), "govuk-table__row") == 14);
    for (int i = 0; i < 300; ++i) marks.push_back({static_cast<std::size_t>(i % 3), add_days(2026y / 1 / 1, i), "Händelse"});
    CHECK(count(drawing(line_picture(swedish_words(), line_of(marks))), "class=\"sig-picture__mark") == 12);
}
