#include "stories/case_by_pages.h"

#include <doctest/doctest.h>

// From the group to the closure.
namespace lots::test {

namespace {

/// The meetings of the case, by its own menu: the navigation above leads to those of all cases.
Browser& meetings_of(Browser& browser)
{
    return browser.follow(browser.has_link("Möten 1 att göra") ? "Möten 1 att göra" : "Möten", browser.has_link("Möten 1 att göra") ? 1 : 2);
}

Browser::Fields decision(const std::string& what)
{
    return {{"what", what},
            {"how", "I samråd med ungdomen och vårdnadshavarna."},
            {"who", "Sara Lind håller ihop ärendet."},
            {"delegation", "2.4"},
            {"childs_view", "Det blev bra."},
            {"best_interests", "Samordnat stöd väger tyngst."}};
}

/// A decision without its reason, then with it.
const Forgotten reason{{{"why", ""}}, {{"why", "Alla har sagt sitt."}}, "Skriv"};

}  // namespace

void CaseByPages::group_formed()
{
    auto sara = at_case("sara.lind");
    sara.follow("Deltagare").follow("Utse samordnare");
    send_forgetting(sara, {{"person", "sara.lind"}}, {{{"reason", ""}}, {{"reason", "Har lett samtalen."}}, "Skriv"});
    for (const auto& [person, function] : std::vector<std::pair<std::string, std::string>>{
             {"jonas.ek", "police_officer"}, {"elin.berg", "teacher"}, {"ali.nouri", "leisure_leader"}}) {
        if (person == "jonas.ek") {
            // Without the police there is no group, and nothing that leads on.
            CHECK(sara.shows("Socialtjänsten och polisen är inte båda med."));
            CHECK_FALSE(sara.has_link("Börja planera"));
        }
        if (person == "elin.berg") {
            // Without the school there may be one, for a reason.
            sara.follow("Börja planera");
            sara.send("", {});
            CHECK(sara.status() == 400);
            CHECK(sara.shows("Skriv varför ni börjar utan den myndighet som saknas"));
            sara.follow("Tillbaka");
        }
        sara.follow("Lägg till deltagare");
        send_forgetting(sara, {{"person", person}, {"function", function}, {"knows_youth", "yes"}},
                        {{{"reason", ""}}, {{"reason", "Känner ungdomen."}}, "Skriv"});
        CHECK(sara.shows("Personen läser från i dag"));
        confirm(sara);
    }
    sara.follow("Börja planera");
    send_well(sara, {});
    CHECK(sara.shows("Plan tas fram"));
}

void CaseByPages::promised(Browser& officer, const Browser::Fields& promise, bool forgets)
{
    officer.follow("Lägg till åtagande");
    if (!forgets) return send_well(officer, promise);
    const Browser::Fields when{{"done_by-day", "1"}, {"done_by-month", "12"}};
    send_forgetting(officer, promise,
                    {when + Browser::Fields{{"done_by-year", ""}}, when + Browser::Fields{{"done_by-year", "2026"}}, "år"});
}

void CaseByPages::plan_drafted()
{
    auto sara = at_case("sara.lind");
    sara.follow("Åtgärdsplan");
    for (const auto& [area, goal, agency] : std::vector<std::tuple<std::string, std::string, std::string>>{
             {"school", "Vara i skolan varje dag", "bjorkskolan"}, {"crime", "Inte begå fler brott", "polisen"}}) {
        sara.follow("Lägg till mål");
        send_forgetting(sara, {{"area", area}, {"goal_text", goal}, {"responsible", agency}},
                        {{{"reached_how", ""}}, {{"reached_how", "Vi ser det varje månad."}}, "Skriv"});
    }
    const auto promise = [](const std::string& goal, const std::string& measure, const std::string& by, int order) {
        return Browser::Fields{{"in_goal", goal},        {"measure", measure},
                               {"promised_by", by},      {"documented_how", "Anteckning."},
                               {"plain_words", measure}, {"order_number", std::to_string(order)}};
    };
    promised(sara, promise("1", "Ta fram en studieplan", "member-3", 1) + date_fields("done_by", 2026, 9, 28), false);
    promised(sara, promise("2", "Samtal en gång i veckan", "member-2", 2), true);
    sara.follow("säger om planen");
    send_forgetting(sara, {{"youth_words", "Jag vill gå ut nian."}, {"guardian_words", "Lugnt hemma."}},
                    {{{"crisis_contact", ""}}, {{"crisis_contact", "Socialjouren"}}, "Skriv"});

    // A plan without the young person's own commitment cannot be decided, and the page says so.
    CHECK(sara.shows("Inget åtagande är ungdomens eget."));
    CHECK_FALSE(sara.has_link("Besluta planen"));
    promised(sara, promise("1", "Gå till skolan varje dag", "signatory-1", 3) + date_fields("done_by", 2026, 12, 1), false);
}

void CaseByPages::accepted_by(const std::string& handle)
{
    auto browser = at_case(handle);
    browser.follow("Åtgärdsplan").follow("Ta på sig");
    send_well(browser, {});
}

void CaseByPages::plan_decided()
{
    accepted_by("elin.berg");
    accepted_by("jonas.ek");
    // The young person said yes at a meeting; the coordinator writes it down.
    auto sara = at_case("sara.lind");
    sara.follow("Åtgärdsplan").follow("Ta på sig");
    send_forgetting(sara, {}, {{}, {{"way", "meeting"}}, "Välj"});

    sara = at_case("sara.lind");
    sara.follow("Besluta planen");
    send_forgetting(sara, decision("Planen gäller från i dag."), reason);
    confirm(sara);
    CHECK(sara.shows("Pågår"));
}

void CaseByPages::meeting_called()
{
    auto sara = at_case("sara.lind");
    sara.follow("Kalla till möte");
    send_forgetting(sara,
                    Browser::Fields{{"kind", "individual"},
                                    {"clock", "13.00"},
                                    {"length_minutes", "60"},
                                    {"form", "in_person"},
                                    {"call_how", "in_lots"}} +
                        date_fields("day", 2026, 9, 10),
                    {{{"place", ""}}, {{"place", "Kulturhuset, rum 2"}}, "Skriv"});
    CHECK(sara.shows("Kulturhuset, rum 2"));
}

void CaseByPages::meeting_held()
{
    world_.clock.set(at_local(2026y / 9 / 10, 14, 0));
    auto sara = at_case("sara.lind");
    meetings_of(sara).follow("Möte 1");
    for (int called = 0; called < 6; ++called) sara.press("Här för");
    sara.follow("Ändra närvaro", 7);  // who is not here has a reason
    send_forgetting(sara, {{"presence", "absent"}}, {{{"reason", ""}}, {{"reason", "Arbetar."}}, "Skriv"});
    for (const auto* status : {"ongoing", "ongoing", "ongoing"}) {
        sara.follow("Följ upp");
        send_forgetting(sara, {{"status", status}}, {{{"text", ""}}, {{"text", "Går framåt. Vi fortsätter."}}, "Skriv"});
    }
    sara.follow("Skriv minnesanteckningar");
    send_forgetting(sara,
                    {{"who_may_hear", "Alla vid bordet får höra allt som sägs här."},
                     {"consent_checked", "yes"},
                     {"police_role_told", "yes"},
                     {"text", "Vi gick igenom planen.\nSkolan går bättre."},
                     {"closure_question", "continue"}},
                    {{{"youth_opinion", ""}}, {{"youth_opinion", "Det är okej."}}, "Skriv"});

    // The next meeting has to be called before these minutes can be locked.
    CHECK_FALSE(sara.has_link("Kontrollera och lås"));
    sara.follow("Översikt").follow("Kalla till möte");
    send_well(sara, Browser::Fields{{"kind", "individual"},
                                    {"clock", "13.00"},
                                    {"length_minutes", "60"},
                                    {"form", "in_person"},
                                    {"place", "Kulturhuset, rum 2"},
                                    {"call_how", "in_lots"}} +
                        date_fields("day", 2026, 10, 20));
    meetings_of(sara).follow("Möte 1").follow("Kontrollera och lås");
    // The page shows what is locked and who will read it.
    CHECK(sara.shows("Skolan går bättre."));
    CHECK(sara.shows("Ungdomen läser anteckningarna."));
    sara.send("", {});
    CHECK(sara.status() == 400);
    CHECK(sara.shows("Skriv varför nästa möte dröjer längre än kommunens tid"));
    sara.send("", {{"interval_reason", "Höstlov."}});
    CHECK(sara.shows("Hållet"));
    CHECK_FALSE(sara.has_link("Ändra minnesanteckningar"));

    // Now all who take part can read them.
    auto elin = at_case("elin.berg");
    meetings_of(elin).follow("Möte 1");
    CHECK(elin.shows("Skolan går bättre."));
}

void CaseByPages::commitment_is_late()
{
    world_.clock.set(at_local(2026y / 10 / 5, 9, 0));
    auto elin = sign_in("elin.berg");
    CHECK(elin.shows("7 dagar försenat"));
    elin.follow("Gör klart åtagande 1");
    send_forgetting(elin, {{"status", "not_done"}},
                    {{{"note", ""}}, {{"status", "ongoing"}, {"note", "Rektorn skriver på i veckan."}}, "Skriv"});
    CHECK(elin.shows("Rektorn skriver på i veckan."));

    // The meeting of that week does not come about.
    auto sara = at_case("sara.lind");
    meetings_of(sara).follow("Möte 2").follow("Ställ in mötet");
    send_forgetting(sara, {}, {{}, {{"reason", "agency_absent"}}, "Välj"});
    CHECK(sara.shows("Inställt"));
}

void CaseByPages::closure_raised()
{
    world_.clock.set(at_local(2026y / 12 / 14, 9, 0));
    auto elin = at_case("elin.berg");
    elin.follow("Ta upp frågan om avslut");
    send_forgetting(elin, {{"ground", "goals_reached"}},
                    {{{"facts", ""}}, {{"facts", "Skolan fungerar och inga nya brott på fyra månader."}}, "Skriv"});
    CHECK(elin.shows("Avslut övervägs"));
}

void CaseByPages::closed()
{
    const auto end =
        decision("Insatsgruppen avslutas.") + Browser::Fields{{"reason", "goals_reached"}, {"ground", "Målen är nådda."}};
    auto sara = at_case("sara.lind");
    sara.follow("Gör det som saknas");
    CHECK(sara.shows("Skolan fungerar och inga nya brott"));

    // Every goal gets a result and every open commitment of an agency somebody who goes on with it, in the same form; the third is the
    // young person's own (settled 30).
    auto rows = Browser::Fields{{"result~1", "reached"},      {"goal_text~1", "Målet är nått."},
                                {"result~2", "reached"},      {"goal_text~2", "Målet är nått."},
                                {"agency~1", "bjorkskolan"},  {"handed_note~1", "Elin Berg fortsätter."},
                                {"agency~2", "bjorkskolan"},  {"handed_note~2", "Elin Berg fortsätter."}} +
                date_fields("accepted_on~1", 2026, 10, 5) + date_fields("accepted_on~2", 2026, 10, 5);
    CHECK(sara.standing("agency~3").empty());
    send_forgetting(sara, end + rows + Browser::Fields{{"why", "Alla är eniga."}},
                    {{{"informed", ""}}, {{"informed", "Alla, vid mötet."}}, "Skriv"});
    CHECK(sara.shows("Gruppen kan inte längre läsa något i ärendet."));
    confirm(sara);
    CHECK(sara.shows("Elin Berg fortsätter."));

    CHECK(at_case("sara.lind").shows("Avslutad"));
    auto elin = at_case("elin.berg");
    CHECK(elin.shows("Insatsgruppen är avslutad."));
    CHECK_FALSE(elin.shows("Robin"));
}

}  // namespace lots::test
