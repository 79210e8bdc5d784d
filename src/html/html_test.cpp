#include <string>
#include <type_traits>

#include <doctest/doctest.h>

#include "base/check.h"
#include "html/content_components.h"
#include "html/form_components.h"
#include "html/html.h"

using namespace lots::html;

namespace {

template <class Piece>
concept may_stand_on_a_page = requires(Html& page, Piece piece) { page << piece; };

const std::string hostile = "</p><script>alert('x')</script>\" onclick=\"x\" `&amp;";

}  // namespace

TEST_CASE("Text that somebody typed is shown as it was typed")
{
    Html page;
    page << "<p>"_m << text(hostile) << "</p>"_m;
    CHECK(page.str() ==
          "<p>&lt;/p&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot; onclick=&quot;x&quot; &#96;&amp;amp;</p>");
}

TEST_CASE("A value cannot leave its attribute")
{
    Html page;
    page << "<p"_m << attr("title", "\"><script>x</script>") << flag("hidden", true) << flag("open", false) << attr_if("id", "") << ">"_m
         << "</p>"_m;
    CHECK(page.str() == "<p title=\"&quot;&gt;&lt;script&gt;x&lt;/script&gt;\" hidden></p>");
}

TEST_CASE("Letters of any language come through untouched")
{
    const std::string many = "Åsa Öberg – سلام 漢字 👩🏽‍🚒";
    CHECK(Html(text(many)).str() == many);
}

TEST_CASE("Control characters become the sign for a missing one, line breaks stay")
{
    CHECK(Html(text(std::string("a\0b\x1b[31m\x7f", 9))).str() == "a\xEF\xBF\xBD" "b\xEF\xBF\xBD[31m\xEF\xBF\xBD");
    CHECK(Html(text("rad 1\nrad 2\tx")).str() == "rad 1\nrad 2\tx");
    CHECK(Html(text("a\r\n")).str() == "a&#13;\n");
}

TEST_CASE("Loose strings do not get onto a page")
{
    CHECK_FALSE(may_stand_on_a_page<std::string>);
    CHECK_FALSE(may_stand_on_a_page<const char*>);
    CHECK_FALSE(may_stand_on_a_page<std::string_view>);
    CHECK_FALSE(std::is_constructible_v<Html, std::string>);
    CHECK_FALSE(std::is_constructible_v<Html, const char*>);
    CHECK_FALSE(std::is_constructible_v<AttributeName, std::string>);
    CHECK_FALSE(std::is_constructible_v<Url, std::string>);
    // A kept Text would outlive what it looks at.
    CHECK_FALSE(may_stand_on_a_page<Text&>);
    CHECK(may_stand_on_a_page<Content>);
}

TEST_CASE("Text inside a tag, attributes outside and crossed tags are bugs that stop the page")
{
    Html in_tag;
    in_tag << "<p"_m;
    CHECK_THROWS_AS(in_tag << text("x"), lots::Bug);
    CHECK_THROWS_AS(in_tag << Html("<b></b>"_m), lots::Bug);
    CHECK_THROWS_AS(in_tag << "<b>"_m, lots::Bug);
    Html outside;
    CHECK_THROWS_AS(outside << attr("id", "x"), lots::Bug);
    CHECK_THROWS_AS(outside << href("/x"_url), lots::Bug);
    CHECK_THROWS_AS(outside << flag("hidden", true), lots::Bug);
    CHECK_THROWS_AS(outside << " class=\"x\">"_m, lots::Bug);
}

TEST_CASE("A string given to a component is text, never markup")
{
    Html page;
    page << Content("<b>fet</b>") << Content(std::string("&")) << Content("<b>fet</b>"_m);
    CHECK(page.str() == "&lt;b&gt;fet&lt;/b&gt;&amp;<b>fet</b>");
    CHECK(Content("x").is_text());
    CHECK_FALSE(Content("<b>x</b>"_m).is_text());
}

TEST_CASE("A day in a cell is marked as one that is not broken over lines")
{
    Table days;
    days.rows.push_back({day_cell("1 dec 2026"), "Polisen"});
    CHECK(table(days).str().find("<td class=\"govuk-table__cell sig-day\">1 dec 2026</td><td class=\"govuk-table__cell\">") != std::string::npos);
}

TEST_CASE("Of a table with cards each part says what it is called and what it is, since a card is no table to some browsers")
{
    Table people;
    people.head = {Cell("Vem"), Cell("Nås på & från"), numeric("Möten")};
    people.rows.push_back({Cell("Sara Lind"), Cell("<b>"), numeric("2")});
    CHECK(table(people).str().find("data-label") == std::string::npos);
    CHECK(table(people).str().find("role=") == std::string::npos);

    people.cards = true;
    const auto named = table(people).str();
    CHECK(named.starts_with("<table class=\"govuk-table sig-cards\" role=\"table\"><thead class=\"govuk-table__head\" role=\"rowgroup\">"
                            "<tr class=\"govuk-table__row\" role=\"row\"><th scope=\"col\" class=\"govuk-table__header\" "
                            "role=\"columnheader\">Vem</th>"));
    CHECK(named.find("<td class=\"govuk-table__cell\" role=\"cell\" data-label=\"Vem\">Sara Lind</td>") != std::string::npos);

    people.first_cell_is_header = true;  // then it is what the card is called
    const auto headed = table(people).str();
    CHECK(headed.find("<tbody class=\"govuk-table__body\" role=\"rowgroup\"><tr class=\"govuk-table__row\" role=\"row\">"
                      "<th scope=\"row\" class=\"govuk-table__header\" role=\"rowheader\">Sara Lind</th>"
                      "<td class=\"govuk-table__cell\" role=\"cell\" data-label=\"Nås på &amp; från\">&lt;b&gt;</td>"
                      "<td class=\"govuk-table__cell govuk-table__cell--numeric\" role=\"cell\" data-label=\"Möten\">2</td></tr>") !=
          std::string::npos);

    people.head.front() = Cell(Html("<b>Vem</b>"_m));
    CHECK_NOTHROW(table(people));  // nothing is called after the first
    people.head.back() = Cell(Html("<b>Möten</b>"_m));
    CHECK_THROWS_AS(table(people), lots::Bug);
}

TEST_CASE("A script is a file of this site")
{
    CHECK(module_script("/assets/app.js"_url).str() == "<script type=\"module\" src=\"/assets/app.js\"></script>");
    CHECK_THROWS_AS(module_script("https://example.org/x.js"_url), lots::Bug);
    CHECK_THROWS_AS(module_script(Url()), lots::Bug);
}

TEST_CASE("A button that reads as a link sends the form it stands in, says what it is about, and stays on this site")
{
    const auto change = link_button({.text = "Ändra", .hidden = "skola", .name = "step", .value = "change:school",
                                     .form_action = Url("/foresla"_url).at("school")});
    CHECK(change.str() == "<button type=\"submit\" class=\"sig-link-button\" name=\"step\" value=\"change:school\" "
                          "formaction=\"/foresla#school\">Ändra<span class=\"govuk-visually-hidden\"> skola</span></button>");
    CHECK_THROWS_AS(link_button({.text = "Ändra", .form_action = Url("https://example.se/"_url)}), lots::Bug);

    SummaryList list;
    list.rows.push_back({.key = "Skola", .value = "Björkskolan", .actions = {{.control = change}}});
    const auto drawn = summary_list(list).str();
    CHECK(drawn.find("<dd class=\"govuk-summary-list__actions\"><button") != std::string::npos);
    CHECK(drawn.find("<a ") == std::string::npos);
}

TEST_CASE("Text that somebody wrote keeps its line breaks and nothing else")
{
    CHECK(lines("").str().empty());
    CHECK(lines("ett").str() == "ett");
    CHECK(lines("ett\r\n<b>\n\ntre").str() == "ett<br>&lt;b&gt;<br><br>tre");
}
