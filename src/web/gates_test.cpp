#include <doctest/doctest.h>

#include "guideline/requirements.h"
#include "web/gates.h"

namespace lots::web {
namespace {

using guideline::Actor;
using guideline::Decision;

std::string drawn(const Decision& decision, const AboutWords& about = {})
{
    return gate_box(Language::sv, html::swedish_words(), parse_date("2026-11-22").value(), "Nästa steg", decision, about, {}).str();
}

bool has(const std::string& page, std::string_view text) { return page.find(text) != std::string::npos; }

/// The sentence of a line itself, and not what stands behind "Varför?".
std::string line(const std::string& text) { return "<p class=\"sig-gate__text\">" + text; }

std::string json_of(const Decision& decision, const ActionsFor& actions)
{
    form::JsonWriter json;
    write_findings(json, Language::sv, parse_date("2026-11-22").value(), decision, {}, actions);
    return json.take();
}

/// That many requirements that are met, and that many that are not.
Decision decision_of(int met, int missing)
{
    Decision decision;
    for (int i = 0; i < met; ++i) decision.look(guideline::minutes_written, true, Actor::coordinator);
    for (int i = 0; i < missing; ++i) decision.look(guideline::minutes_written, false, Actor::coordinator);
    return decision;
}

TEST_CASE("what is missing is said as it is, not as it should be")
{
    Decision decision;
    decision.look(guideline::not_withdrawn, false, Actor::social_services);
    CHECK(has(drawn(decision), line("Någon har tagit tillbaka sitt samtycke.")));
    CHECK_FALSE(has(drawn(decision), line("Ingen har tagit tillbaka sitt samtycke.")));

    Decision met;
    met.look(guideline::not_withdrawn, true, Actor::social_services);
    CHECK(has(drawn(met), line("Ingen har tagit tillbaka sitt samtycke.")));
}

TEST_CASE("a requirement that is looked at for each of several is said of the one, in a whole sentence")
{
    const AboutWords second = [](const guideline::Finding&) { return std::string("Vårdnadshavare 2"); };
    for (const bool met : {true, false}) {
        Decision decision;
        decision.look(guideline::all_have_signed, met, Actor::social_services, {}, "3");
        CHECK(has(drawn(decision, second), "Vårdnadshavare 2 har sagt ja.") == met);
        CHECK(has(drawn(decision, second), "Vårdnadshavare 2 har inte sagt ja.") == !met);
    }
    const AboutWords whole = [](const guideline::Finding&) { return std::string("Någon saknas i listan."); };
    Decision decision;
    decision.look(guideline::all_have_signed, false, Actor::social_services, {}, "list");
    CHECK(has(drawn(decision, whole), ">Någon saknas i listan.<"));
}

TEST_CASE("what stops the step stands before what only should be, and both before what is done, however few they are")
{
    Decision decision;
    decision.look(guideline::minutes_written, true, Actor::coordinator);
    decision.look(guideline::agencies_take_part, false, Actor::social_services);
    decision.look(guideline::not_withdrawn, false, Actor::social_services);
    const auto page = drawn(decision);
    const auto missing = page.find("sig-gate__line--missing\" data-requirement=\"settled-4\"");
    const auto should = page.find("sig-gate__line--should");
    const auto done = page.find("sig-gate__line--done");
    REQUIRE(missing != std::string::npos);
    REQUIRE(done != std::string::npos);
    CHECK(missing < should);
    CHECK(should < done);
    CHECK(has(page, ">Bör</span>"));
    CHECK(page.find(">Bör</span>") > should);
    CHECK(page.find(">Saknas</span>") < should);
}

TEST_CASE("what is missing stands first, and more than three that are done are folded away")
{
    for (const int done : {3, 4}) {
        Decision decision;
        for (int i = 0; i < done; ++i) decision.look(guideline::minutes_written, true, Actor::coordinator);
        decision.look(guideline::not_withdrawn, false, Actor::social_services);
        const auto page = drawn(decision);
        CHECK(has(page, "Visa det som är klart") == (done > 3));
        if (done > 3) CHECK(page.find("Någon har tagit tillbaka") < page.find("Visa det som är klart"));
    }
}

TEST_CASE("how much is missing and done is said in words, and what only should be is not counted as missing")
{
    CHECK(has(drawn(decision_of(1, 2)), "Två saker saknas. En är klar."));
    CHECK(has(drawn(decision_of(0, 1)), "En sak saknas. Ingen är klar."));
    CHECK(has(drawn(decision_of(12, 0)), "Inget saknas. Tolv är klara."));
    CHECK(has(drawn(decision_of(0, 13)), "13 saker saknas."));

    auto decision = decision_of(1, 1);
    decision.look(guideline::agencies_take_part, false, Actor::social_services);
    CHECK(has(drawn(decision), "En sak saknas. En sak bör göras, men går att frångå. En är klar."));
    CHECK(has(drawn(decision), "Går att frångå med en motivering"));
    auto only_should = decision_of(1, 0);
    only_should.look(guideline::agencies_take_part, false, Actor::social_services);
    CHECK(has(drawn(only_should), "Inget hindrar. En sak bör göras, men går att frångå. En är klar."));
}

TEST_CASE(
    "a step that cannot be taken says which in its heading, or only that it cannot where the command has no such words")
{
    auto decision = decision_of(1, 2);
    CHECK(blocked_words(Language::sv, "call_meeting", decision) == "Du kan inte kalla till mötet ännu. Två saker saknas.");
    CHECK(blocked_words(Language::en, "call_meeting", decision) ==
          "You cannot call the meeting yet. Two things are missing.");
    CHECK(blocked_words(Language::sv, "", decision) == "Det går inte ännu. Två saker saknas.");
    const auto box =
        blocked_box(Language::sv, html::swedish_words(), parse_date("2026-11-22").value(), "call_meeting", decision, {})
            .str();
    CHECK(has(box, "Du kan inte kalla till mötet ännu. Två saker saknas.</h2>"));
    CHECK_FALSE(has(box, "En är klar."));
    auto with_should = decision_of(0, 1);
    with_should.look(guideline::agencies_take_part, false, Actor::social_services);
    const auto both =
        blocked_box(Language::sv, html::swedish_words(), parse_date("2026-11-22").value(), "call_meeting", with_should, {})
            .str();
    CHECK(has(both, "En sak saknas.</h2>"));
    CHECK(has(both, ">En sak bör göras, men går att frångå.</p>"));
    // Where the page's heading says which step it is the box has none.
    const auto open =
        gate_box(Language::sv, html::swedish_words(), parse_date("2026-11-22").value(), "", decision_of(1, 0), {}, {}).str();
    CHECK_FALSE(has(open, "<h2"));
    CHECK(has(open, "Inget saknas. En är klar."));
}

TEST_CASE("behind Varför? stand the requirement's own sentence, its source, from when the law holds and which edition it is")
{
    Decision decision;
    decision.look(guideline::all_have_signed, false, Actor::social_services);
    CHECK(has(drawn(decision),
              "Så ska det vara: Ungdomen och, före 18 år, alla vårdnadshavare har sagt ja. "
              "S0\u201122 (Riktlinjerna 3.2; 12 kap. 3 § "
              "offentlighets- och sekretesslagen (2009:400)), gäller från 30 juni 2009. Polisens nationella riktlinjer är "
              "från 2014."));
    Decision met;
    met.look(guideline::all_have_signed, true, Actor::social_services);
    CHECK(has(drawn(met), ">S0\u201122 (Riktlinjerna"));  // the line says the sentence itself

    Decision ruling;
    ruling.look(guideline::term_not_too_long, true, Actor::social_services);
    CHECK(has(drawn(ruling), ">Metoden.<"));  // its number is for those who wrote it
    CHECK(has(json_of(ruling, {}), "settled-12 (Metoden, avgjort 12)"));
    Decision several;
    several.look(guideline::other_ground_decided, true, Actor::administrator);
    CHECK(has(drawn(several), "S0\u201150 (Riktlinjerna 4.2; Metoden; 10 kap. 15 a §"));
    Decision uncertain;
    uncertain.look(guideline::lul_notification, true, Actor::proposer);
    CHECK(has(drawn(uncertain), "gäller från omkring 27 nov"));
    CHECK(has(json_of(decision, {}), R"("in_force_from":"2009-06-30")"));
    CHECK(has(json_of(decision, {}), R"("editions":[{"title":"Polisens nationella riktlinjer","year":2014}])"));
    CHECK(has(json_of(ruling, {}), R"("in_force_from":null,"editions":[])"));
}

TEST_CASE(
    "a line that is missing has the buttons that make it good, with whom it is about read out; one that is met has none")
{
    const ActionsFor actions = [](const guideline::Finding& finding) {
        const auto page = html::Url::local("/arende/SIG-2026-014/samtycken/" + finding.about);
        return std::vector<GateAction>{{"Registrera samtycke", page.value()}};
    };
    const AboutWords second = [](const guideline::Finding&) { return std::string("Vårdnadshavare 2"); };
    for (const bool met : {true, false}) {
        Decision decision;
        decision.look(guideline::all_have_signed, met, Actor::social_services, {}, "3");
        const auto box = gate_box(Language::sv, html::swedish_words(), parse_date("2026-11-22").value(), "", decision,
                                  second, {}, actions)
                             .str();
        CHECK(has(box, R"(href="/arende/SIG-2026-014/samtycken/3")") == !met);
        CHECK(has(box, R"(Registrera samtycke<span class="govuk-visually-hidden"> Vårdnadshavare 2</span></a>)") == !met);
        CHECK(has(json_of(decision, actions),
                  R"("actions":[{"text":"Registrera samtycke","page":"/arende/SIG-2026-014/samtycken/3"}])") == !met);
        CHECK(has(json_of(decision, actions), R"("actions":[])") == met);
    }
}

TEST_CASE("Behind something that is due stand the requirement's own sentence and where it is, with the law of the day")
{
    const auto day = parse_date("2026-11-22").value();
    const auto plain = requirement_words(Language::sv, guideline::commitment_in_time, day);
    CHECK(plain.starts_with("Så ska det vara: " + say(Language::sv, guideline::commitment_in_time.text) + " "));
    CHECK(has(plain, "S0\u201131 (Riktlinjerna 4)."));
    CHECK(requirement_words(Language::sv, guideline::police_matter_code, day).starts_with("Så bör det vara: "));
    CHECK(has(requirement_words(Language::sv, guideline::notifier_told, day), "gäller från"));
    CHECK_FALSE(has(plain, "gäller från"));
}

}  // namespace
}  // namespace lots::web
