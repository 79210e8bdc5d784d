#include <map>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "consent/forms.h"
#include "form/form_page.h"
#include "form/form_reader.h"

// What is asked of whom when an answer is registered (UX 3.4).
using namespace lots;
using consent::RegisterAnswer;

namespace {

const std::map<std::string, std::string> address{{"case", "SIG-2026-014"}, {"signatory", "2"}};
constexpr Date today = 2026y / 11 / 18;

form::Choices the_choices()
{
    form::Choices choices;
    choices.with("agencies", {{"skolan", "Björkskolan"}, {"polisen", "Polisen"}});
    return choices;
}

/// What the form says when these fields come, besides the day; `faults`: the fields that are wrong.
RegisterAnswer read(http::Pairs fields, std::string* faults = nullptr, const form::Choices& choices = the_choices())
{
    for (const auto& [name, value] :
         {std::pair{"signed_on-day", "18"}, std::pair{"signed_on-month", "11"}, std::pair{"signed_on-year", "2026"}})
        fields.emplace_back(name, value);
    const http::FormData data{std::move(fields), {}};
    RegisterAnswer input;
    form::FormReader reader({Language::sv, "register_answer"}, today, data, address);
    consent::register_answer_fields(reader, input, choices);
    if (faults != nullptr)
        for (const auto& fault : reader.errors()) *faults += fault.field + " ";
    return input;
}

}  // namespace

TEST_CASE("S0-16 Which agency is asked of who leaves one out, and of nobody else")
{
    std::string faults;
    CHECK(read({{"answer", "excludes_agency"}}, &faults).excluded_agency.empty());
    CHECK(faults == "excluded_agency ");
    faults.clear();
    CHECK(read({{"answer", "excludes_agency"}, {"excluded_agency", "skolan"}}, &faults).excluded_agency == "skolan");
    CHECK(read({{"answer", "no"}, {"excluded_agency", "skolan"}}, &faults).excluded_agency.empty());
    CHECK(faults.empty());
}

TEST_CASE("S1-69, S0-14 The signature and research are asked about beside a yes, and of nobody else")
{
    std::string faults;
    const http::Pairs beside{{"signature_seen", "yes"}, {"follow_up_answer", "yes"}, {"as_adult", "yes"}};
    for (const std::string answer : {"yes", "no", "excludes_agency"}) {
        CAPTURE(answer);
        auto fields = beside;
        fields.emplace_back("answer", answer);
        const auto input = read(std::move(fields));
        CHECK(input.signature_seen == (answer == "yes"));
        CHECK(input.as_adult == (answer == "yes"));
        CHECK(input.follow_up_answer == (answer == "yes" ? "yes" : ""));
    }
}

TEST_CASE("S0-14, S1-69 A page asks for all that a yes needs before it says what follows; a program is answered by the rules")
{
    auto on_page = the_choices();
    on_page.with("must_say", {{"yes", ""}});
    std::string faults;
    read({{"answer", "yes"}}, &faults, on_page);
    CHECK(faults == "signature_seen follow_up_answer signed_form ");
    faults.clear();
    read({{"answer", "yes"}, {"signature_seen", "yes"}, {"follow_up_answer", "not_asked"}}, &faults, on_page);
    CHECK(faults == "signed_form ");
    faults.clear();
    read({{"answer", "no"}}, &faults, on_page);
    CHECK(faults.empty());
    read({{"answer", "yes"}}, &faults);
    CHECK(faults.empty());
}

TEST_CASE("Edge 4.10 The interpreter is asked about where one was used")
{
    const http::Pairs told{{"answer", "no"}, {"interpreter", "Tolk 12"}, {"interpreter_language", "somaliska"}};
    CHECK(read(told).interpreter.empty());
    CHECK(read(told).help.language.empty());
    auto used = told;
    used.emplace_back("interpreter_used", "yes");
    CHECK(read(used).interpreter == "Tolk 12");
    CHECK(read(used).help.language == "somaliska");
}

TEST_CASE("S0-16, S1-34 At the choice stands what follows of leaving out an agency, and that private persons are chosen one by one")
{
    const std::vector<FieldError> none;
    form::FormPage page({Language::sv, "register_answer"}, html::swedish_words(), nullptr, none);
    page.files_later();
    RegisterAnswer input;
    consent::register_answer_fields(page, input, the_choices());
    const auto body = page.take_body().str();
    for (const auto* words : {"Om en berörd myndighet utesluts kan insatsgruppen inte starta. Privata personer väljs för sig.",
                              "Frivillig fråga, påverkar inte insatsen.", "filen väljer du på nästa sida"})
        CHECK_MESSAGE(body.find(words) != std::string::npos, words);
    CHECK(body.find("Björkskolan") < body.find("När skrev personen under"));  // inside the choice
}
