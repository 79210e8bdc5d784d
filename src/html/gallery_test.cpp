#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include "assets/assets.h"
#include "base/check.h"
#include "html/gallery_pages_for_tests.h"
#include "html/tree_for_tests.h"

namespace lots::html::testing {

Html content_page()
{
    const Words& words = swedish_words();
    PageFrame frame = staff_frame("Kontrollera dina svar");
    frame.before_main = breadcrumbs(words, {.items = {{"Ärenden", "/arenden"_url}, {"SIG-2026-014", "/arende"_url / "SIG-2026-014"}, {.text = "Samtycken"}}});
    frame.banner = notification_banner(words, {.text = "Samtycket går ut om 21 dagar."});
    Html tags;
    for (int kind = 0; kind <= static_cast<int>(TagKind::purple); ++kind)
        tags << tag({.text = "Pågår", .kind = static_cast<TagKind>(kind)}) << " "_m;
    Html statuses;
    statuses << status_tag("Inte påbörjad", TagKind::grey) << " "_m << status_tag("Pågår", TagKind::blue) << " "_m
             << status_tag("Klar", TagKind::green) << " "_m << status_tag("Försenad", TagKind::red);
    Html main;
    main << panel({.title = "Förslaget är skickat", .text = "Nummer F-31. Bara du och socialtjänsten kan läsa det.", .level = 2})
         << heading(1, "Kontrollera dina svar") << paragraph("Socialtjänsten beslutar. Du får veta när beslutet är taget.")
         << summary_list({.rows = {{.key = "Vem", .value = "Alex T.", .actions = {{.text = "Ändra", .href = "/foresla/vem"_url, .hidden = "vem"}}},
                                   {.key = "Grund", .value = "Anmälan 5000-K1-26", .actions = {{.text = "Ändra", .href = "/foresla/grund"_url, .hidden = "grund"}}},
                                   {.key = "Varför", .value = bullets({"Ung vid första brottet", "Hög frånvaro i skolan"})}}})
         << summary_list({.rows = {{.key = "Mötet", .value = "tisdag 1 december 2026 kl. 15.00"}, {.key = "Plats", .value = "Kulturhuset, rum 2"}},
                          .card = SummaryCard{.title = "Nästa möte", .actions = {{.text = "Svara", .href = "/kallelse/3"_url}, {.text = "Ändra", .href = "/mote/3"_url}}}})
         << heading(2, "Åtaganden")
         << scrollable("Åtaganden", table({.caption = "Åtaganden per myndighet",
                                           .head = {"Myndighet", "Status", numeric("Försenade")},
                                           .rows = {{"Socialtjänsten", statuses, numeric("1")}, {"Skolan", "–", numeric("3")}},
                                           .first_cell_is_header = true}))
         << paragraph(std::move(tags)) << inset_text({.text = "Fakta delas först när samtycket gäller."})
         << warning_text(words, {.text = "Avslutet går inte att ångra."})
         << details({.summary = "Vad händer sedan?", .body = "Socialtjänsten läser förslaget inom fem arbetsdagar."})
         << numbered({"Vem", "Grund", "Varför"}) << secondary_paragraph("Senast ändrat 18 november kl. 14.05")
         << pagination(words, {.items = {{.number = "1", .href = "/arenden"_url}, {.number = "2", .href = "/arenden"_url.with("sida", "2"), .current = true}, {.ellipsis = true}, {.number = "9", .href = "/arenden"_url.with("sida", "9")}},
                               .previous = PageStep{.href = "/arenden"_url},
                               .next = PageStep{.href = "/arenden"_url.with("sida", "3")}})
         << button_group({button({.text = "Skicka förslaget", .href = "/foresla/skicka"_url}), button({.text = "Avsluta insatsgruppen", .classes = "govuk-button--warning", .href = "/avsluta"_url}),
                          button({.text = "Upptaget", .disabled = true})});
    return page(words, frame, main);
}

Html youth_page()
{
    PageFrame frame{.title = "Min plan",
                    .home = "/min-plan"_url,
                    .navigation = {{"Min plan", "/min-plan"_url, true}},
                    .user = UserMenu{.links = {{"Språk och inställningar", "/installningar"_url}}, .secrets = {.csrf_token = "t"}},
                    .width = Width::reading,
                    .audience = Audience::family,
                    .quick_exit = QuickExit{.text = "Lämna sidan snabbt", .secrets = {.csrf_token = "t"}},
                    .footer_links = {{"Hjälp", "/hjalp"_url}, {"Personuppgifter", "/personuppgifter"_url}}};
    Html main;
    main << heading(1, "Hej Alex!") << card("Nästa möte", Html() << paragraph("tisdag 1 december kl. 15.00, Kulturhuset. Vi blir 5 personer.")
                                                                << button_group({button({.text = "Skriv något till mötet", .href = "/mina-ord"_url}),
                                                                                 button({.text = "Vilka kommer?", .classes = "govuk-button--secondary", .href = "/min-plan/mote"_url})}))
         << heading(2, "Det här gör du")
         << summary_list({.rows = {{.key = "Gå till skolan varje dag", .value = Html() << paragraph("Din mentor Ali hjälper dig. Senast 20 december.") << status_tag("Pågår", TagKind::blue)},
                                   {.key = "Testa boxning", .value = Html() << paragraph("Mia följer med första gången.") << status_tag("Klar", TagKind::green)}}})
         << heading(2, "Det här gör andra") << bullets({"Skolan ger dig extra stöd i matte.", "Jonas från polisen pratar med dig varje vecka."})
         << heading(2, "Ditt val")
         << paragraph("Du har sagt ja till att vi får prata med varandra om dig. Det gäller till och med 30 april 2027. Du kan ändra dig när du vill.")
         << button({.text = "Se eller ändra mitt svar", .classes = "govuk-button--secondary", .href = "/mitt-samtycke"_url});
    return page(swedish_words(), frame, main);
}

std::vector<GalleryPage> gallery()
{
    return {{"arende", case_page()}, {"min-dag", work_page()}, {"formular", form_page()}, {"innehall", content_page()}, {"min-plan", youth_page()}};
}

namespace {

void write(const std::filesystem::path& path, std::string_view bytes)
{
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
}

int count(const Node& node, const std::string& name)
{
    int found = node.name == name ? 1 : 0;
    for (const Node& child : node.children) found += count(child, name);
    return found;
}

void walk(const Node& node, void (*look)(const Node&))
{
    look(node);
    for (const Node& child : node.children) walk(child, look);
}

}  // namespace

TEST_CASE("Every page is one document with one h1, its landmarks, and nothing inline")
{
    for (const GalleryPage& one : gallery()) {
        CAPTURE(one.file);
        const Node tree = parse_tree(one.html.str());
        CHECK(one.html.str().starts_with("<!DOCTYPE html><html lang=\"sv\""));
        for (const char* name : {"html", "head", "title", "body", "header", "main", "footer", "h1", "script"}) CHECK_MESSAGE(count(tree, name) == 1, name);
        CHECK(count(tree, "style") == 0);
        walk(tree, [](const Node& node) {
            CHECK_FALSE(node.attributes.contains("style"));
            for (const auto& [name, value] : node.attributes) CHECK_FALSE_MESSAGE(name.starts_with("on"), name);
            if (node.name == "script") CHECK(node.children.empty());
            if (node.name == "form" && node.attributes.at("method") == "post") CHECK(outline(node).find("name=[csrf]") != std::string::npos);
        });
    }
}

TEST_CASE("A page keeps to its weight when compressed is not counted: a work list stays under 40 kB")
{
    for (const GalleryPage& one : gallery()) CHECK_MESSAGE(one.html.str().size() < 40'000, one.file);
}

TEST_CASE("Errors and the person's theme show at once")
{
    const Words& words = english_words();
    const std::string with_errors = page(words, {.title = "Propose", .has_errors = true, .theme = Theme::dark, .direction = "rtl"}, {}).str();
    CHECK(with_errors.find("<html lang=\"en\" dir=\"rtl\" data-theme=\"dark\">") != std::string::npos);
    CHECK(with_errors.find("<title>Error: Propose – Lots</title>") != std::string::npos);
    CHECK(page(words, {.title = "x", .scripts = false}, {}).str().find("<script") == std::string::npos);
}

TEST_CASE("Larger text and the person's own theme stand on the document, and nothing does when nothing was chosen")
{
    const Words& words = swedish_words();
    const auto of = [&](Theme theme, TextSize size) {
        return page(words, {.title = "x", .theme = theme, .text_size = size}, {}).str();
    };
    CHECK(of(Theme::light, TextSize::larger).find("<html lang=\"sv\" data-theme=\"light\" data-text=\"larger\">") != std::string::npos);
    CHECK(of(Theme::automatic, TextSize::normal).find("<html lang=\"sv\">") != std::string::npos);
}

TEST_CASE("settled-23 The family's frame has no name in the header or the title, and leaves with a form")
{
    const std::string family = youth_page().str();
    CHECK(family.find("<title>Min plan</title>") != std::string::npos);
    const auto header = family.substr(family.find("<header"), family.find("</header>") - family.find("<header"));
    CHECK(header.find("Inloggad som") == std::string::npos);
    CHECK(header.find("sig-menu__button\">Meny</summary>") != std::string::npos);
    CHECK(header.find("action=\"/lamna\"") != std::string::npos);
    CHECK(header.find("data-to=\"https://www.1177.se/\"") != std::string::npos);
    CHECK(family.find("sig-footer__product") == std::string::npos);
    CHECK(family.find("/om-metoden") == std::string::npos);  // its own links at the foot
}

TEST_CASE("settled-23 What stands between leaving and the neutral page says nothing of where one was")
{
    const std::string made = leaving_page(swedish_words(), "Du lämnar sidan", "Gå vidare", "https://www.1177.se/"_url).str();
    for (const auto* hidden : {"Lots", "Min plan", "sig-header", "csrf"}) CHECK_MESSAGE(made.find(hidden) == std::string::npos, hidden);
    CHECK(made.find("rel=\"noreferrer\" data-leave href=\"https://www.1177.se/\"") != std::string::npos);
}

TEST_CASE("A page below one of the navigation's marks it, but not as the page itself")
{
    const PageFrame frame{.title = "x",
                          .navigation = {{.label = "Ärenden", .href = "/arenden"_url, .within = true}, {.label = "Min dag", .href = "/min-dag"_url}}};
    const std::string made = page(swedish_words(), frame, {}).str();
    CHECK(made.find("href=\"/arenden\" aria-current=\"true\">") != std::string::npos);
    CHECK(made.find("href=\"/min-dag\">") != std::string::npos);
}

TEST_CASE("Assets have a hashed address and are found by it alone")
{
    const auto& style = assets::asset("app.css");
    CHECK(assets::file_at(style.url)->name == "app.css");
    CHECK(assets::file_at("/assets/app.css.map") == nullptr);
    CHECK(assets::file_at("/assets/../app.css") == nullptr);
#ifndef LOTS_NO_ASSETS
    CHECK(style.url.find(style.hash) != std::string_view::npos);
    CHECK(style.raw.size() > style.gzip.size());
    CHECK(style.gzip[0] == 0x1f);
    CHECK(style.gzip.size() <= 16'000);
    CHECK(assets::asset("app.js").gzip.size() <= 20'000);
    CHECK(assets::asset("inter-latin.woff2").raw[0] == 'w');
#endif
}

TEST_CASE("A form that changes something has the session's token and stays on this site")
{
    CHECK_THROWS_AS(form({.action = "/x"_url}), Bug);
    CHECK_THROWS_AS(form({.action = "https://example.org/x"_url, .secrets = {.csrf_token = "a"}}), Bug);
    CHECK_THROWS_AS(form({.secrets = {.csrf_token = "a"}}), Bug);
    const std::string made = form({.action = "/x"_url, .secrets = {.csrf_token = "a\"b", .idempotency_key = "k"}, .hidden = {{"version", "7"}}}).str();
    CHECK(made.find("name=\"csrf\" value=\"a&quot;b\"") != std::string::npos);
    CHECK(made.find("name=\"idempotency_key\" value=\"k\"") != std::string::npos);
    CHECK(made.find("name=\"version\" value=\"7\"") != std::string::npos);
}

TEST_CASE("Text that begins with a line break comes back with it")
{
    const std::string made = textarea(swedish_words(), {.name = "n", .label = "L", .value = "\nrad"}).str();
    CHECK(made.find(">\n\nrad</textarea>") != std::string::npos);
}

// LOTS_GALLERY=folder writes the pages with their assets, for assets/check.mjs and for people's eyes.
TEST_CASE("The gallery can be written to a folder")
{
    const char* folder = std::getenv("LOTS_GALLERY");
    if (!folder) return;
    const std::filesystem::path root(folder);
    for (const GalleryPage& one : gallery()) write(root / (one.file + ".html"), one.html.str());
    for (const auto& file : assets::files)
        write(root / file.url.substr(1), {reinterpret_cast<const char*>(file.raw.data()), file.raw.size()});
    CHECK(std::filesystem::exists(root / "arende.html"));
}

}  // namespace lots::html::testing
