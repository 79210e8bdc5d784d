#include "html/sig_components.h"

#include <doctest/doctest.h>

#include "html/content_components.h"
#include "html/form_components.h"

namespace lots::html {

namespace {

int times(const std::string& text, const std::string& part)
{
    int found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

}  // namespace

TEST_CASE("A short side menu stands once; a long one is folded on a phone, and its landmark is one")
{
    const Url here = "/arende"_url / "SIG-2026-014";
    SideNavigation side{.label = "Ärendets sidor",
                        .groups = {{.items = {{.label = "Översikt", .href = here, .current = true}}}}};
    const auto brief = side_navigation(side).str();
    CHECK(brief.find("<details") == std::string::npos);
    CHECK(times(brief, "aria-current=\"page\"") == 1);

    for (const auto* one : {"plan", "moten", "deltagare", "samtycken"})
        side.groups.front().items.push_back({.label = one, .href = here / one});
    side.groups.front().items.back().notice = "1 att göra";
    side.groups.push_back({.label = "Akten", .items = {{.label = "Händelser", .href = here / "handelser"}}});
    side.folded = "Ärendets sidor: Översikt";
    const auto full = side_navigation(side).str();
    CHECK(times(full, "<nav") == 1);
    CHECK(times(full, "aria-label=\"Ärendets sidor\"") == 1);
    CHECK(full.find("Ärendets sidor: Översikt</span></summary>") != std::string::npos);
    CHECK(times(full, "href=\"/arende/SIG-2026-014/handelser\"") == 2);  // folded, and beside the page
    CHECK(times(full, "<p class=\"sig-side__group\">Akten</p>") == 2);
    CHECK(times(full, "<span class=\"sig-side__notice\">1 att göra</span>") == 2);
}

TEST_CASE("Links behind one button open without a script, and are escaped")
{
    const auto made = link_menu("Fler val", {{.label = "Anmäl <jäv>", .href = "/jav"_url}}).str();
    CHECK(made.starts_with("<details class=\"sig-menu\"><summary class=\"sig-menu__button\">Fler val</summary>"));
    CHECK(made.find("href=\"/jav\">Anmäl &lt;jäv&gt;</a>") != std::string::npos);
}

TEST_CASE("The head of a case without number, state and choices is its heading alone")
{
    CHECK(case_header({.title = "Min plan"}).str() ==
          "<div class=\"sig-case\"><h1 class=\"govuk-heading-l sig-case__title\">Min plan</h1></div>");
    const auto whole =
        case_header({.number = "SIG-2026-014", .title = "Alex T.", .alert = "Skyddade personuppgifter"}).str();
    CHECK(whole.find("<span class=\"sig-case__number\">SIG-2026-014</span>") != std::string::npos);
    CHECK(whole.find("<p class=\"sig-alert\"><strong>Skyddade personuppgifter</strong></p>") != std::string::npos);
}

TEST_CASE("What one reads stands before what one writes")
{
    const auto made = beside(paragraph("Förslaget"), paragraph("Beslutet")).str();
    CHECK(made.starts_with("<div class=\"sig-beside\"><div class=\"sig-beside__read\">"));
    CHECK(made.find("Förslaget") < made.find("<div class=\"sig-beside__write\">"));
    CHECK(made.find("Beslutet") > made.find("<div class=\"sig-beside__write\">"));
    CHECK(made.ends_with("</div></div>"));
}

TEST_CASE("A marked text keeps its words and line breaks, says why a part is marked, and is escaped")
{
    const std::string written = "Bor på <Storgatan>\nmed Kim";
    const auto street = written.find('<'), name = written.find("Kim");
    const auto made = marked_text(written, {{street, street + 11, "en adress"}, {name, name + 3, ""}}).str();
    CHECK(made == "<p class=\"govuk-body sig-marked\">Bor på <mark class=\"sig-mark\">&lt;Storgatan&gt;<span "
                  "class=\"govuk-visually-hidden\"> "
                  "(en adress)</span></mark><br>med <mark class=\"sig-mark\">Kim</mark></p>");
    CHECK(marked_text("Inget.", {}).str() == "<p class=\"govuk-body sig-marked\">Inget.</p>");
}

TEST_CASE("Marks that overlap or go past their text are a bug of ours, and no page")
{
    const std::vector<Mark> overlapping{{0, 2, ""}, {1, 3, ""}}, too_long{{0, 4, ""}};
    CHECK_THROWS(marked_text("Kim", overlapping));
    CHECK_THROWS(marked_text("Kim", too_long));
}

TEST_CASE("A line of work has what is done at once, and the rule behind it folded below")
{
    WorkList list{.title = "I dag", .items = {{.text = "Läs minnesanteckningarna", .href = "/arende"_url / "SIG-2026-014"}}};
    CHECK(work_list(list).str().find("sig-work__why") == std::string::npos);
    list.items.front().action = button({.text = "Jag har läst"});
    list.items.front().why = details({.summary = "Varför?", .body = "S0-73"});
    const auto made = work_list(list).str();
    const auto action = made.find("<div class=\"sig-work__action\">"), why = made.find("<div class=\"sig-work__why\">");
    REQUIRE(action != std::string::npos);
    REQUIRE(why != std::string::npos);
    CHECK(action < why);
    CHECK(times(made, "<details") == 1);
}

TEST_CASE("What is chosen in a list is said and leads nowhere; the others are links. One way alone is no choice")
{
    const std::vector<FilterLink> ways{{.text = "Mina", .href = "/min-dag"_url, .current = true},
                                       {.text = "Hela teamet", .href = "/min-dag"_url.with("visa", "teamet")}};
    const auto made = filter_links("Visa", ways).str();
    CHECK(made.find("<nav class=\"sig-filter\" aria-label=\"Visa\">") != std::string::npos);
    CHECK(made.find("<strong aria-current=\"true\">Mina</strong>") != std::string::npos);
    CHECK(made.find("href=\"/min-dag?visa=teamet\"") != std::string::npos);
    CHECK(times(made, "<a ") == 1);
    CHECK(filter_links("Visa", {ways.front()}).empty());
}

}  // namespace lots::html
