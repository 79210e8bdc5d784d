#include "html/gallery_pages_for_tests.h"

namespace lots::html::testing {

namespace {

const FormSecrets secrets{.csrf_token = "t0k3n", .idempotency_key = "k3y"};

Html first_gate()
{
    return gate_box(
        swedish_words(),
        {.title = "Nästa steg: Kalla till första mötet",
         .summary = "Två saker saknas. En är klar.",
         .lines = {{.state = GateState::done, .text = "Alex har gett samtycke", .when = "18 november"},
                   {.text = "Vårdnadshavare 2 har inte svarat",
                    .rule = "Alex är under 18 år. Då ska alla vårdnadshavare och Alex själv samtycka. S0-22 (Riktlinjerna 3.2; OSL 10 kap. 1 §), "
                            "gäller från 30 juni 2009.",
                    .who_can = "socialtjänsten",
                    .action = Html() << button({.text = "Registrera samtycke", .href = "/arende"_url / "SIG-2026-014" / "samtycken"})
                                     << button({.text = "Registrera samtal",
                                                .classes = "govuk-button--secondary",
                                                .href = "/arende"_url / "SIG-2026-014" / "anteckning"})},
                   {.text = "Skolan har ingen deltagare",
                    .who_can = "socialtjänsten",
                    .action = link("/arende"_url / "SIG-2026-014" / "deltagare", "Lägg till deltagare")}}});
}

Html events()
{
    return timeline({.title = "Händelser",
                     .events = {{.machine_time = "2026-11-18T14:05",
                                 .when = "18 november kl. 14.05",
                                 .text = "Alex gav samtycke.",
                                 .by = "Sara Lind, socialtjänsten"},
                                {.machine_time = "2026-11-10",
                                 .when = "10 november",
                                 .text = "Beslut: erbjud insatsgrupp.",
                                 .by = "Socialtjänsten"},
                                {.machine_time = "2026-11-03", .when = "3 november", .text = "Förslag från polisen.", .by = "J. Ek, polisen"}},
                     .more = link("/arende"_url / "SIG-2026-014" / "handelser", "Visa alla 9 händelser")});
}

}  // namespace

PageFrame staff_frame(const std::string& title)
{
    return {.title = title,
            .home = "/min-dag"_url,
            .navigation = {{"Min dag", "/min-dag"_url}, {"Ärenden", "/arenden"_url}, {"Möten", "/moten"_url}, {"Uppföljning", "/styrgrupp"_url}},
            .search = "/sok"_url,
            .user = UserMenu{.name = "Sara Lind",
                             .role = "Koordinator, Socialtjänsten Norr",
                             .links = {{"Inställningar", "/installningar"_url}, {"Byt roll", "/roll"_url}},
                             .secrets = secrets}};
}

Html case_page()
{
    PageFrame frame = staff_frame("SIG-2026-014, Översikt");
    frame.navigation[1].current = true;
    const Url here = "/arende"_url / "SIG-2026-014";
    Html main;
    main << case_header({.number = "SIG-2026-014",
                         .title = "Alex T., 16 år",
                         .status = status_tag("Samtycke inhämtas", TagKind::yellow),
                         .facts = {{"Ansvarig", "Sara Lind"},
                                   {"Samtycke gäller till och med", "Saknas"},
                                   {"Skyddade personuppgifter", "nej"}},
                         .more = link(here / "atkomst", "Vem ser vad?"),
                         .actions = link_menu("Fler val", {{.label = "Ny anteckning", .href = here / "anteckning"},
                                                           {.label = "Anmäl jäv", .href = here / "jav"}})})
         << columns(side_navigation({.label = "Ärendets sidor",
                                     .groups = {{.label = "Arbetet",
                                                 .items = {{.label = "Översikt", .href = here, .current = true},
                                                           {.label = "Samtycken", .href = here / "samtycken", .notice = "1 att göra"},
                                                           {.label = "Deltagare", .href = here / "deltagare"},
                                                           {.label = "Åtgärdsplan", .href = here / "plan"},
                                                           {.label = "Möten", .href = here / "moten"}}},
                                                {.label = "Akten",
                                                 .items = {{.label = "Anteckningar", .href = here / "anteckningar"},
                                                           {.label = "Händelser", .href = here / "handelser"}}}},
                                     .folded = "Ärendets sidor: Översikt"}),
                    Html() << first_gate()
                           << card("Samtycken", scrollable("Samtycken", table({.head = {"Vem", "Svar", "Sätt", "Gäller"},
                                                                               .rows = {{"Alex", tag({.text = "Ja", .kind = TagKind::green}), "papper", "18 november 2026 – 30 april 2027"},
                                                                                        {"Vårdnadshavare 1", tag({.text = "Ja", .kind = TagKind::green}), "e-legitimation", "18 november 2026 – 30 april 2027"},
                                                                                        {"Vårdnadshavare 2", tag({.text = "Inte svarat", .kind = TagKind::yellow}), "–", "–"}},
                                                                               .first_cell_is_header = true}))),
                    events());
    return page(swedish_words(), frame, main);
}

Html work_page()
{
    PageFrame frame = staff_frame("Du har 4 saker att göra");
    frame.navigation[0].current = true;
    const Url one = "/arende"_url / "SIG-2026-014", other = "/arende"_url / "SIG-2026-009";
    frame.banner = notification_banner(swedish_words(), {.text = "Samtycket är sparat.", .kind = Banner::success});
    Html main;
    main << heading(1, "Du har 4 saker att göra")
         << work_list({.title = "Försenat",
                       .items = {{.text = "Hämta in samtycke från vårdnadshavare 2", .href = one / "samtycken", .about = "SIG-2026-014 · Alex T.", .due = "2 dagar försenat"},
                                 {.text = "Åtagande inte gjort: Skolan, studieplan", .href = other / "plan", .about = "SIG-2026-009 · Sam K.", .due = "5 dagar försenat"}},
                       .urgent = true})
         << work_list({.title = "I dag",
                       .items = {{.text = "Individmöte kl. 13.00, Kulturhuset rum 2",
                                  .href = other / "moten",
                                  .about = "SIG-2026-009 · Sam K.",
                                  .action = post_button("/mote/31/start"_url, secrets, {.text = "Starta mötet"})},
                                 {.text = "Nytt förslag från polisen att bedöma", .href = "/forslag/31"_url, .about = "Förslag 31", .due = "inkom kl. 08.12"}}})
         << heading(2, "Inom en vecka", Size::small)
         << empty_state({.title = "Inget mer den här veckan.", .text = "Nästa: möte 3 december kl. 13.00."})
         << button_group({button({.text = "Nytt möte", .href = "/moten/nytt"_url}),
                          button({.text = "Ny anteckning", .classes = "govuk-button--secondary", .href = "/anteckning"_url}),
                          button({.text = "Registrera samtycke", .classes = "govuk-button--secondary", .href = "/samtycke"_url})});
    return page(swedish_words(), frame, main);
}

Html form_page()
{
    const Words& words = swedish_words();
    PageFrame frame = staff_frame("Föreslå en ungdom");
    frame.has_errors = true;
    frame.width = Width::reading;
    frame.before_main = back_link(words, {.href = "/foresla"_url});
    const std::string no_reason = "Välj minst en orsak";
    Html body;
    body << checkboxes(words, {.name = "reason",
                               .fieldset = Fieldset("Varför föreslår du ungdomen?", "govuk-fieldset__legend--m"),
                               .hint = Hint("Välj allt som stämmer."),
                               .error = ErrorMessage(no_reason),
                               .items = {{.text = "Ung vid första brottet",
                                          .value = "early",
                                          .checked = true,
                                          .conditional = input(words, {.name = "age", .label = "Ålder vid första brottet", .inputmode = "numeric", .suffix = Affix{.text = "år"}, .classes = "govuk-input--width-3"})},
                                         {.text = "Hög frånvaro i skolan", .value = "absence", .hint = Hint("Mer än hälften av tiden")},
                                         {.text = "Vill lämna ett kriminellt nätverk", .value = "leave"},
                                         {.divider = "eller"},
                                         {.text = "Inget av detta", .value = "none", .exclusive = true}}})
         << radios(words, {.name = "basis",
                           .fieldset = Fieldset("Vilken grund har du?"),
                           .items = {{.text = "Anmälan", .value = "report"}, {.text = "6 § LUL", .value = "lul"}, {.text = "Samtycke", .value = "consent"}},
                           .value = "report",
                           .classes = "govuk-radios--inline"})
         << input(words, {.name = "number",
                          .label = "Personnummer",
                          .hint = "Tolv siffror, till exempel 20100101-2382",
                          .error = "Skriv personnumret med 12 siffror, till exempel 20100101-2382",
                          .value = "1001",
                          .inputmode = "numeric",
                          .spellcheck = false,
                          .classes = "govuk-input--width-20"})
         << date_input(words, {.id = "seen",
                               .name_prefix = "seen",
                               .fieldset = Fieldset("När träffade du ungdomen senast?"),
                               .hint = Hint("Till exempel 18 11 2026"),
                               .error = ErrorMessage("Datumet måste vara i dag eller tidigare"),
                               .day = "32",
                               .month = "11",
                               .year = "2026",
                               .day_error = true})
         << select(words, {.name = "school",
                           .label = "Skola",
                           .items = {{.text = "Välj skola", .value = ""}, {.text = "Norrskolan", .value = "norr"}, {.text = "Söderskolan", .value = "soder"}},
                           .value = "norr"})
         << character_count(words, {.field = {.name = "seen_what", .label = "Beskriv kort vad du själv har sett", .value = "Har sagt att…"}, .max_length = 1000})
         << file_upload(words, {.name = "file", .label = "Bifoga en bild", .hint = "PDF, JPEG eller PNG, högst 10 MB", .accept = "image/*,application/pdf"})
         << password_input(words, {.name = "password", .label = "Lösenord"}) << textarea(words, {.name = "more", .label = "Annat", .rows = 3})
         << warning_text(words, {.text = "Förslaget ersätter inte en orosanmälan. Har du inte gjort den: gör den först."})
         << button_group({button({.text = "Fortsätt"}), button({.text = "Spara utkast", .name = "draft", .value = "yes", .classes = "govuk-button--secondary"}),
                          link("/foresla"_url, "Avbryt")});
    Html main;
    main << error_summary(words, {.errors = {{no_reason, "#reason"_url},
                                             {"Skriv personnumret med 12 siffror, till exempel 20100101-2382", "#number"_url},
                                             {"Datumet måste vara i dag eller tidigare", "#seen-day"_url}}})
         << heading(1, "Steg 3 av 4: Grund") << form({.action = "/foresla/grund"_url, .secrets = secrets, .body = body, .multipart = true});
    return page(words, frame, main);
}

}  // namespace lots::html::testing
