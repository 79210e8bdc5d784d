#include <doctest/doctest.h>

#include "consent/form_text.h"
#include "consent/store_parts.h"
#include "consent/test_asking.h"

using namespace lots;
using namespace lots::consent;
using namespace lots::consent::test;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// The text that is kept with the signatures of the first form.
std::string kept_wording(Asking& a)
{
    const auto kept = a.town.as("sara", [&](access::Work& work) -> Result<std::string> {
        const auto permit = access::permit<Operation::read_consent>(work, a.number);
        if (!permit) return permit.error();
        return wording_of(*permit, permit->facts().consent.consents.front());
    });
    Asking::must(kept);
    return *kept;
}

}  // namespace

TEST_CASE(
    "S2-13 The consent is called what the municipality calls it, on pages, on the form and in the wording that is kept")
{
    with([](Asking& a) {
        a.profile(R"({"consent_word": "samtycke till sekretesslättnad", "plan_word": "handlingsplan"})");
        a.ask();
        CHECK(has(a.page("sara", {{"signatory", "2"}}, sheet_page),
                  "Samtycke till sekretesslättnad, blankett 1, " + a.number));
        CHECK(has(kept_wording(a), "Samtycke till sekretesslättnad, blankett 1, " + a.number));
        CHECK(has(a.page("sara", {}, consents_page), "Samtycke till sekretesslättnad</h2>"));
        CHECK(has(a.page("alex", {}, consents_page), "Ditt samtycke till sekretesslättnad"));
        for (const int signatory : {1, 2, 3}) Asking::must(a.answer(signatory));
        const auto page = a.page("sara", {}, consents_page);
        CHECK(has(page, "Handlingsplan"));
        CHECK_FALSE(has(page, "Åtgärdsplan"));
    });
}

TEST_CASE("S2-13 Where nothing is said the consent is called a consent")
{
    with([](Asking& a) {
        a.ask();
        CHECK(has(a.page("sara", {{"signatory", "2"}}, sheet_page),
                  "Samtycke till att dela information, blankett 1, " + a.number));
        CHECK(has(a.page("sara", {}, consents_page), "Samtycken</h2>"));
        CHECK(has(a.page("alex", {}, consents_page), "Ditt samtycke"));
    });
}
