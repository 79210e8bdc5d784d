#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "html/pictures_for_tests.h"

using namespace lots;
using namespace lots::html;
using namespace lots::html::testing;

TEST_CASE("A plan with one commitment is one bar from its first to its last day")
{
    CHECK(
        drawing(order_picture(swedish_words(), order_of({bar_of(1, 2026y / 11 / 1, 2026y / 11 / 10)}))) ==
        begins("68") +
            "<rect class=\"sig-picture__bar sig-picture__bar--ongoing\" x=\"8\" y=\"22\" width=\"344\" height=\"14\" "
            "rx=\"3\"></rect>"
            "<rect class=\"sig-picture__part\" x=\"8\" y=\"22\" width=\"172\" height=\"14\" rx=\"3\"></rect>"
            "<text class=\"sig-picture__text\" x=\"8\" y=\"14\">1 Åtgärd</text>"
            "<text class=\"sig-picture__text sig-picture__text--quiet sig-picture__text--end\" x=\"352\" "
            "y=\"14\">Pågår</text>"
            "<text class=\"sig-picture__text sig-picture__text--quiet\" x=\"8\" y=\"60\">" +
            day(2026y / 11 / 1) +
            "</text><text class=\"sig-picture__text sig-picture__text--quiet sig-picture__text--end\" x=\"352\" y=\"60\">" +
            day(2026y / 11 / 10) + "</text></g></svg>");
}

TEST_CASE("An arrow leads from what comes first to what waits for it, also upwards; to nothing it leads nowhere")
{
    const auto first = bar_of(1, 2026y / 11 / 1, 2026y / 11 / 10), waits = bar_of(2, 2026y / 11 / 11, 2026y / 11 / 20, 1);
    CHECK(count(drawing(order_picture(swedish_words(), order_of({first, waits}))), "sig-picture__tip") == 1);
    CHECK(count(drawing(order_picture(swedish_words(), order_of({waits, first}))), "sig-picture__tip") == 1);
    CHECK(count(drawing(order_picture(swedish_words(), order_of({first}))), "sig-picture__arrow") == 0);
    CHECK(count(drawing(order_picture(swedish_words(), order_of({waits}))), "sig-picture__arrow") ==
          0);  // not in the picture
    CHECK(count(drawing(order_picture(swedish_words(), order_of({bar_of(1, 2026y / 11 / 1, 2026y / 11 / 2, 1)}))),
                "sig-picture__arrow") == 0);  // itself
}

TEST_CASE("A bar of one day is seen, and one whose days are turned around is its last day")
{
    const auto drawn = drawing(order_picture(
        swedish_words(), order_of({bar_of(1, 2026y / 1 / 1, 2026y / 12 / 31), bar_of(2, 2026y / 5 / 10, 2026y / 5 / 10),
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
    CHECK(drawing(flow_picture(swedish_words(),
                               {.text = text_of({"Läge", "Antal"}), .bars = {{"Föreslagna", 42}, {"Avslutade", 0}}})) ==
          begins("88") + "<text class=\"sig-picture__text\" x=\"8\" y=\"14\">Föreslagna</text>"
                         "<rect class=\"sig-picture__bar sig-picture__bar--done\" x=\"8\" y=\"20\" width=\"288\" "
                         "height=\"14\" rx=\"3\"></rect>"
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
          begins("196") + "<line class=\"sig-picture__spoke\" x1=\"180\" y1=\"98\" x2=\"180\" y2=\"30\"></line>"
                          "<circle class=\"sig-picture__actor\" cx=\"180\" cy=\"30\" r=\"9\"></circle>"
                          "<text class=\"sig-picture__text sig-picture__text--middle\" x=\"180\" y=\"15\">Person 1</text>"
                          "<circle class=\"sig-picture__middle\" cx=\"180\" cy=\"98\" r=\"14\"></circle>"
                          "<text class=\"sig-picture__text sig-picture__text--middle sig-picture__text--strong\" x=\"180\" "
                          "y=\"132\">Alex</text></g></svg>");
}

TEST_CASE("A name lies below its dot where it would lie on the spoke, and stays inside the picture")
{
    auto ring = ring_of(4);
    const auto drawn = drawing(ring_picture(swedish_words(), ring));
    CHECK(drawn.find("<line class=\"sig-picture__spoke\" x1=\"180\" y1=\"122\" x2=\"330\" y2=\"122\">") != std::string::npos);
    CHECK(drawn.find("<text class=\"sig-picture__text sig-picture__text--end\" x=\"352\" y=\"145\">Person 2</text>") != std::string::npos);
    CHECK(drawn.find("<text class=\"sig-picture__text\" x=\"8\" y=\"145\">Person 4</text>") != std::string::npos);
    ring.actors[1].name = "Bo";
    CHECK(drawing(ring_picture(swedish_words(), ring))
              .find("<text class=\"sig-picture__text sig-picture__text--middle\" x=\"330\" y=\"145\">Bo</text>") != std::string::npos);
    ring.actors[3].name = std::string(400, 'x');  // not over the name in the middle, of four letters
    CHECK(drawing(ring_picture(swedish_words(), ring)).find(">" + std::string(20, 'x') + "…</text>") != std::string::npos);
}

TEST_CASE("A name of a dot that is higher than the middle lies above it, off a spoke that falls only a little")
{
    // Of five the second stands at 72 degrees: 31 above the middle.
    const auto drawn = drawing(ring_picture(swedish_words(), ring_of(5)));
    CHECK(drawn.find("x2=\"323\" y2=\"99\">") != std::string::npos);
    CHECK(drawn.find("y=\"84\">Person 2</text>") != std::string::npos);
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
