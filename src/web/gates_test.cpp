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

TEST_CASE("what is missing is said as it is, not as it should be")
{
    Decision decision;
    decision.look(guideline::not_withdrawn, false, Actor::social_services);
    CHECK(has(drawn(decision), "Någon har tagit tillbaka sitt samtycke."));
    CHECK_FALSE(has(drawn(decision), "Ingen har tagit tillbaka sitt samtycke."));

    Decision met;
    met.look(guideline::not_withdrawn, true, Actor::social_services);
    CHECK(has(drawn(met), "Ingen har tagit tillbaka sitt samtycke."));
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

}  // namespace
}  // namespace lots::web
