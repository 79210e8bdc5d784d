#include "html/pictures.h"

#include <string>

#include <doctest/doctest.h>

#include "html/picture_parts.h"
#include "html/tree_for_tests.h"

using namespace lots;
using namespace lots::html;

namespace {

PictureText text_of(std::vector<std::string> head)
{
    return {.id = "bild", .finding = "Fyndet först.", .title = "Bilden", .description = "Vad man ser.", .head = std::move(head)};
}

/// From <svg to </svg>.
std::string drawing(const Html& picture)
{
    const auto& all = picture.str();
    const auto from = all.find("<svg"), until = all.find("</svg>");
    REQUIRE(from != std::string::npos);
    REQUIRE(until != std::string::npos);
    return all.substr(from, until + 6 - from);
}

std::size_t count(const std::string& in, const std::string& what)
{
    std::size_t found = 0;
    for (auto at = in.find(what); at != std::string::npos; at = in.find(what, at + what.size())) ++found;
    return found;
}

std::string begins(const std::string& height)
{
    return "<svg class=\"sig-picture__svg\" viewBox=\"0 0 360 " + height +
           "\" role=\"img\" focusable=\"false\" aria-labelledby=\"bild-title\" aria-describedby=\"bild-desc\">"
           "<title id=\"bild-title\">Bilden</title><desc id=\"bild-desc\">Vad man ser.</desc><g aria-hidden=\"true\">";
}

std::string day(Date date) { return say_date_short(Language::sv, date); }

LinePicture line_of(std::vector<LineMark> marks)
{
    return {.text = text_of({"Dag", "Slag", "Händelse"}), .lanes = {"Ärendet", "Möten", "Samtycken"}, .marks = std::move(marks)};
}

OrderBar bar_of(int number, Date from, Date last_day, std::optional<int> after = {})
{
    return {.number = number, .text = "Åtgärd", .state_words = "Pågår", .state = BarState::ongoing, .from = from, .last_day = last_day, .after = after};
}

OrderPicture order_of(std::vector<OrderBar> bars)
{
    return {.text = text_of({"Nr", "Vad", "Från", "Senast", "Efter", "Läge"}), .bars = std::move(bars)};
}

RingPicture ring_of(std::size_t actors)
{
    RingPicture ring{.text = text_of({"Vem", "Roll", "Plats"}), .middle = "Alex", .actors = {}};
    for (std::size_t i = 0; i < actors; ++i) ring.actors.push_back({.name = "Person " + std::to_string(i + 1), .role = "Skolan", .place_words = "Deltar"});
    return ring;
}

DotPicture dots_of(std::size_t many)
{
    DotPicture dots{.text = text_of({"Dagar", "Ärenden"}), .days = {}, .axis = "dagar"};
    for (std::size_t i = 0; i < many; ++i) dots.days.push_back(static_cast<int>(i));
    return dots;
}

}  // namespace

TEST_CASE("UX 5.10 The finding comes first as a sentence, then the picture, then the same as a table")
{
    const auto all = line_picture(swedish_words(), line_of({{0, 2026y / 11 / 3, "Föreslagen"}})).str();
    const auto finding = all.find("Fyndet först."), drawn = all.find("<svg"), folded = all.find("Visa som tabell"), table = all.find("<table");
    CHECK(finding < drawn);
    CHECK(drawn < folded);
    CHECK(folded < table);
    CHECK(table != std::string::npos);
    CHECK(line_picture(english_words(), line_of({{0, 2026y / 11 / 3, "Proposed"}})).str().find("Show as a table") != std::string::npos);
}

TEST_CASE("UX 5.10 The drawing has title and description, its parts are hidden, and no style stands in it")
{
    for (const auto& picture : {line_picture(swedish_words(), line_of({{0, 2026y / 11 / 3, "Föreslagen"}})),
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

TEST_CASE("A line of one day has its mark in the middle, and only the lanes that have marks")
{
    CHECK(drawing(line_picture(swedish_words(), line_of({{0, 2026y / 11 / 3, "Föreslagen"}}))) ==
          begins("74") +
              "<text class=\"sig-picture__text\" x=\"8\" y=\"20\">Ärendet</text>"
              "<line class=\"sig-picture__axis\" x1=\"8\" y1=\"38\" x2=\"352\" y2=\"38\"></line>"
              "<circle class=\"sig-picture__mark sig-picture__mark--1\" cx=\"180\" cy=\"38\" r=\"7\"></circle>"
              "<text class=\"sig-picture__text sig-picture__text--quiet\" x=\"8\" y=\"66\">" +
              day(2026y / 11 / 3) + "</text></g></svg>");
}

TEST_CASE("Days lie along the line as far apart as they are, in any order they come")
{
    const auto drawn = drawing(line_picture(swedish_words(), line_of({{1, 2026y / 11 / 13, "Möte 1"}, {0, 2026y / 11 / 3, "Föreslagen"}, {0, 2026y / 11 / 8, "Beslut"}})));
    CHECK(drawn.find("cx=\"18\"") != std::string::npos);    // the first day
    CHECK(drawn.find("cx=\"180\"") != std::string::npos);   // half way
    CHECK(drawn.find("<rect class=\"sig-picture__mark sig-picture__mark--2\" x=\"336\"") != std::string::npos);  // the last, another shape
    CHECK(drawn.find("Samtycken") == std::string::npos);
}

TEST_CASE("What happened on the same day is one mark with the number beside it, and each a row of the table")
{
    const auto picture = line_picture(swedish_words(), line_of({{0, 2026y / 11 / 3, "Ett"}, {0, 2026y / 11 / 3, "Två"}, {1, 2026y / 11 / 3, "Tre"}}));
    const auto drawn = drawing(picture);
    CHECK(count(drawn, "sig-picture__mark--1") == 1);
    CHECK(count(drawn, "sig-picture__mark--2") == 1);  // another lane is another mark
    CHECK(drawn.find(">2</text>") != std::string::npos);
    CHECK(count(picture.str(), "<td class=\"govuk-table__cell\">Ett</td>") == 1);
    CHECK(count(picture.str(), "govuk-table__row") == 4);
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

TEST_CASE("A plan with one commitment is one bar from its first to its last day")
{
    CHECK(drawing(order_picture(swedish_words(), order_of({bar_of(1, 2026y / 11 / 1, 2026y / 11 / 10)}))) ==
          begins("68") +
              "<rect class=\"sig-picture__bar sig-picture__bar--ongoing\" x=\"8\" y=\"22\" width=\"344\" height=\"14\" rx=\"3\"></rect>"
              "<rect class=\"sig-picture__part\" x=\"8\" y=\"22\" width=\"172\" height=\"14\" rx=\"3\"></rect>"
              "<text class=\"sig-picture__text\" x=\"8\" y=\"14\">1 Åtgärd</text>"
              "<text class=\"sig-picture__text sig-picture__text--quiet sig-picture__text--end\" x=\"352\" y=\"14\">Pågår</text>"
              "<text class=\"sig-picture__text sig-picture__text--quiet\" x=\"8\" y=\"60\">" +
              day(2026y / 11 / 1) + "</text><text class=\"sig-picture__text sig-picture__text--quiet sig-picture__text--end\" x=\"352\" y=\"60\">" +
              day(2026y / 11 / 10) + "</text></g></svg>");
}

TEST_CASE("An arrow leads from what comes first to what waits for it, also upwards; to nothing it leads nowhere")
{
    const auto first = bar_of(1, 2026y / 11 / 1, 2026y / 11 / 10), waits = bar_of(2, 2026y / 11 / 11, 2026y / 11 / 20, 1);
    CHECK(count(drawing(order_picture(swedish_words(), order_of({first, waits}))), "sig-picture__tip") == 1);
    CHECK(count(drawing(order_picture(swedish_words(), order_of({waits, first}))), "sig-picture__tip") == 1);
    CHECK(count(drawing(order_picture(swedish_words(), order_of({first}))), "sig-picture__arrow") == 0);
    CHECK(count(drawing(order_picture(swedish_words(), order_of({waits}))), "sig-picture__arrow") == 0);                            // not in the picture
    CHECK(count(drawing(order_picture(swedish_words(), order_of({bar_of(1, 2026y / 11 / 1, 2026y / 11 / 2, 1)}))), "sig-picture__arrow") == 0);  // itself
}

TEST_CASE("A bar of one day is seen, and one whose days are turned around is its last day")
{
    const auto drawn = drawing(order_picture(swedish_words(), order_of({bar_of(1, 2026y / 1 / 1, 2026y / 12 / 31), bar_of(2, 2026y / 5 / 10, 2026y / 5 / 10),
                                                                        bar_of(3, 2026y / 6 / 10, 2026y / 5 / 10)})));
    CHECK(count(drawn, "width=\"6\"") == 2);
    CHECK(drawn.find("width=\"-") == std::string::npos);
}

TEST_CASE("Today is a line while it lies in the plan: not the day before, not the day after")
{
    auto order = order_of({bar_of(1, 2026y / 11 / 2, 2026y / 11 / 10)});
    order.today_words = "I dag";
    const auto lines_on = [&](Date today) {
        order.today = today;
        return count(drawing(order_picture(swedish_words(), order)), "sig-picture__today");
    };
    CHECK(lines_on(2026y / 11 / 1) == 0);
    CHECK(lines_on(2026y / 11 / 2) == 1);
    CHECK(lines_on(2026y / 11 / 10) == 1);
    CHECK(lines_on(2026y / 11 / 11) == 0);
}

TEST_CASE("Of a long plan twelve bars are drawn, and how many more the table holds is said")
{
    std::vector<OrderBar> bars;
    for (int i = 1; i <= 14; ++i) bars.push_back(bar_of(i, 2026y / 11 / 1, 2026y / 11 / 10));
    const auto picture = order_picture(swedish_words(), order_of(bars));
    CHECK(count(drawing(picture), "sig-picture__bar--ongoing") == 12);
    CHECK(drawing(picture).find("och 2 till i tabellen") != std::string::npos);
    CHECK(count(picture.str(), "govuk-table__row") == 15);
}

TEST_CASE("A long name is cut in the drawing, between letters, and stands whole in the table")
{
    CHECK(shortened("Åsa", 3) == "Åsa");
    CHECK(shortened("Åsa Öberg", 5) == "Åsa…");
    CHECK(shortened("Ååååå", 4) == "Ååå…");
    CHECK(shortened("Åsa", 0) == "…");
    const std::string name(400, 'x');
    auto ring = ring_of(1);
    ring.actors[0].name = name;
    const auto picture = ring_picture(swedish_words(), ring);
    CHECK(drawing(picture).find(name) == std::string::npos);
    CHECK(picture.str().find(name) != std::string::npos);
}

TEST_CASE("Bars of a flow are as long as they are many, and none has only its number")
{
    CHECK(drawing(flow_picture(swedish_words(), {.text = text_of({"Läge", "Antal"}), .bars = {{"Föreslagna", 42}, {"Avslutade", 0}}})) ==
          begins("88") +
              "<text class=\"sig-picture__text\" x=\"8\" y=\"14\">Föreslagna</text>"
              "<rect class=\"sig-picture__bar sig-picture__bar--done\" x=\"8\" y=\"20\" width=\"288\" height=\"14\" rx=\"3\"></rect>"
              "<text class=\"sig-picture__text\" x=\"302\" y=\"32\">42</text>"
              "<text class=\"sig-picture__text\" x=\"8\" y=\"54\">Avslutade</text>"
              "<text class=\"sig-picture__text\" x=\"8\" y=\"72\">0</text></g></svg>");
}

TEST_CASE("UX 5.11 With nine there are no dots and no table, only the sentence; with ten there is one for each")
{
    const auto nine = dot_picture(swedish_words(), dots_of(9)).str();
    CHECK(nine == "<p class=\"govuk-body sig-picture__finding\">Fyndet först.</p>");
    const auto ten = dot_picture(swedish_words(), dots_of(10));
    CHECK(count(drawing(ten), "<circle") == 10);
    CHECK(ten.str().find("0 till 6 dagar") != std::string::npos);
}

TEST_CASE("Dots of the same day lie in a heap; a heap of more than twelve says how many it is")
{
    auto dots = dots_of(0);
    dots.days.assign(10, 0);
    CHECK(count(drawing(dot_picture(swedish_words(), dots)), "<circle") == 10);
    dots.days.assign(40, 9);
    const auto drawn = drawing(dot_picture(swedish_words(), dots));
    CHECK(count(drawn, "<circle") == 12);
    CHECK(drawn.find(">40</text>") != std::string::npos);
}

TEST_CASE("Target and median are lines with words")
{
    auto dots = dots_of(10);
    dots.target = 7;
    dots.median = 4;
    dots.target_words = "Mål 7";
    dots.median_words = "Median 4";
    const auto drawn = drawing(dot_picture(swedish_words(), dots));
    CHECK(count(drawn, "sig-picture__target") == 1);
    CHECK(count(drawn, "sig-picture__median") == 1);
    CHECK(drawn.find("Mål 7") != std::string::npos);
    CHECK(drawn.find("Median 4") != std::string::npos);
}

TEST_CASE("One actor stands above the one in the middle")
{
    CHECK(drawing(ring_picture(swedish_words(), ring_of(1))) ==
          begins("196") +
              "<line class=\"sig-picture__spoke\" x1=\"180\" y1=\"98\" x2=\"180\" y2=\"30\"></line>"
              "<circle class=\"sig-picture__actor\" cx=\"180\" cy=\"30\" r=\"9\"></circle>"
              "<text class=\"sig-picture__text sig-picture__text--middle\" x=\"180\" y=\"15\">Person 1</text>"
              "<circle class=\"sig-picture__middle\" cx=\"180\" cy=\"98\" r=\"14\"></circle>"
              "<text class=\"sig-picture__text sig-picture__text--middle sig-picture__text--strong\" x=\"180\" y=\"132\">Alex</text></g></svg>");
}

TEST_CASE("Who helps beside is a square, and where somebody is missing the ring is open")
{
    auto ring = ring_of(3);
    ring.actors[1].place = RingPlace::beside;
    ring.actors[2].place = RingPlace::open;
    const auto drawn = drawing(ring_picture(swedish_words(), ring));
    CHECK(count(drawn, "sig-picture__actor--beside") == 1);
    CHECK(count(drawn, "sig-picture__actor--open") == 1);
    CHECK(count(drawn, "sig-picture__spoke--open") == 1);
}

TEST_CASE("Of many actors twelve stand around, and how many more the table holds is said")
{
    CHECK(drawing(ring_picture(swedish_words(), ring_of(12))).find("i tabellen") == std::string::npos);
    const auto picture = ring_picture(swedish_words(), ring_of(13));
    CHECK(count(drawing(picture), "class=\"sig-picture__actor") == 12);
    CHECK(drawing(picture).find("och en till i tabellen") != std::string::npos);
    CHECK(count(picture.str(), "govuk-table__row") == 14);
}

TEST_CASE("What people are called is text in a picture, never markup")
{
    auto ring = ring_of(1);
    ring.middle = "<b>";
    ring.actors[0].name = "<i>";
    const auto& all = ring_picture(swedish_words(), ring).str();
    CHECK(all.find("<b>") == std::string::npos);
    CHECK(all.find("<i>") == std::string::npos);
}
