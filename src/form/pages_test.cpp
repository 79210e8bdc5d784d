#include <doctest/doctest.h>

#include "form/answers_page.h"
#include "form/fields_for_tests.h"
#include "form/form_page.h"
#include "form/form_reader.h"

using namespace lots;
using namespace lots::form;
using namespace lots::form::for_tests;
using namespace lots::html::literals;

namespace {

const std::map<std::string, std::string> address{{"case", "SIG-2026-014"}};
const std::vector<FieldError> no_faults;

bool says(const html::Html& page, std::string_view part) { return page.str().find(part) != std::string::npos; }

html::Html drawn(Everything input, const http::FormData* typed, const std::vector<FieldError>& faults)
{
    FormPage page(swedish(), html::swedish_words(), typed, faults);
    ask_for_everything(page, input);
    auto body = page.summary();
    body << page.take_body();
    return body;
}

http::FormData a_wrong_form()
{
    return {{{"given_name", "<b>Åsa</b> med ett alldeles för långt namn"}, {"reason", "Rad ett\r\nrad två"}, {"born-day", "31"},
             {"born-month", "apr"}, {"born-year", "2011"}, {"noticed_on", "25.99"}, {"debut_age", "tolv"}, {"feedback_asked", "yes"},
             {"origin", "placement"}, {"reasons", "other"}, {"personal_number", "100101-2382"}, {"version", "3"}},
            {}};
}

}  // namespace

TEST_CASE("A form shows what stands there now, the first time")
{
    Everything input;
    input.given_name = "Åsa";
    input.born = 2011y / 5 / 7;
    input.noticed_on = form::Clock{9, 5};
    input.debut_age = 12;
    input.feedback_asked = true;
    input.origin = "placement";
    input.reasons = {"other"};
    const auto page = drawn(input, nullptr, no_faults);
    CHECK(says(page, "value=\"Åsa\""));
    CHECK(says(page, "value=\"7\""));
    CHECK(says(page, "value=\"5\""));
    CHECK(says(page, "value=\"2011\""));
    CHECK(says(page, "value=\"09.05\""));
    CHECK(says(page, "value=\"12\""));
    CHECK(says(page, "value=\"yes\" checked"));
    CHECK(says(page, "value=\"placement\" checked"));
    CHECK(says(page, "value=\"other\" checked"));
    CHECK_FALSE(says(page, "value=\"company\" checked"));
    CHECK_FALSE(says(page, "govuk-error"));
}

TEST_CASE("After a fault every field shows what was typed, as it was typed, escaped")
{
    const auto typed = a_wrong_form();
    FormReader reader(swedish(), today, typed, address);
    Everything input;
    ask_for_everything(reader, input);
    const auto page = drawn(input, &typed, reader.errors());
    CHECK(says(page, "&lt;b&gt;Åsa&lt;/b&gt; med ett alldeles för långt namn"));
    CHECK_FALSE(says(page, "<b>"));
    CHECK(says(page, "Rad ett&#13;\nrad två"));
    CHECK(says(page, "value=\"31\""));
    CHECK(says(page, "value=\"apr\""));
    CHECK(says(page, "value=\"25.99\""));
    CHECK(says(page, "value=\"tolv\""));
    CHECK(says(page, "value=\"yes\" checked"));
    CHECK(says(page, "value=\"placement\" checked"));
    CHECK(says(page, "value=\"other\" checked"));
    CHECK(says(page, "value=\"100101-2382\""));
}

TEST_CASE("After a fault the summary leads to each field, in its order, and the sentence stands at the field too")
{
    const auto typed = a_wrong_form();
    FormReader reader(swedish(), today, typed, address);
    Everything input;
    ask_for_everything(reader, input);
    const auto page = drawn(input, &typed, reader.errors()).str();
    std::size_t at = 0;
    // A date has three parts: the link leads to the first, which can take the focus.
    for (const auto* field : {"given_name", "born-day", "noticed_on", "debut_age", "personal_number"}) {
        CAPTURE(field);
        const auto link = page.find("href=\"#" + std::string(field) + "\"", at);
        REQUIRE(link != std::string::npos);
        CHECK(page.find("id=\"" + std::string(field) + "\"", link) != std::string::npos);
        at = link;
    }
    const std::string sentence = "Den dagen finns inte i kalendern";
    const auto first = page.find(sentence);
    REQUIRE(first != std::string::npos);
    CHECK(page.find(sentence, first + 1) != std::string::npos);
}

TEST_CASE("A form in order has no summary, and its unseen fields carry what was shown")
{
    FormPage page(swedish(), html::swedish_words(), nullptr, no_faults);
    Everything input;
    input.version = 7;
    ask_for_everything(page, input);
    CHECK(page.summary().str().empty());
    const auto hidden = page.take_hidden();
    REQUIRE(hidden.size() == 1);
    CHECK(hidden[0].name == "version");
    CHECK(hidden[0].value == "7");
}

TEST_CASE("What need not be filled in says so")
{
    FormPage page(swedish(), html::swedish_words(), nullptr, no_faults);
    Everything input;
    ask_for_everything(page, input, false);
    CHECK(says(page.take_body(), "Förnamn (frivilligt)"));
    CHECK_FALSE(says(drawn(input, nullptr, no_faults), "(frivilligt)"));
}

TEST_CASE("What a rule asks for does not say that it may be left out, though the form takes it empty")
{
    const auto ask = [](Fields& fields, bool rule_asks) {
        Everything input;
        fields.text("given_name", input.given_name, {.required = false, .rule_asks = rule_asks});
        fields.text("reason", input.reason, {.required = false, .rule_asks = rule_asks, .rows = 5});
        fields.day("born", input.born, {.required = false, .rule_asks = rule_asks});
        fields.number("debut_age", input.debut_age, {.required = false, .rule_asks = rule_asks, .lowest = 5, .highest = 25});
        fields.one_of("origin", input.origin, fields.coded("origin", {"none", "placement"}), {.required = false, .rule_asks = rule_asks});
        fields.any_of("reasons", input.reasons, fields.coded("reasons", {"company", "other"}), {.required = false, .rule_asks = rule_asks});
        fields.identity_number("personal_number", input.personal_number, {.required = false, .rule_asks = rule_asks});
    };
    const auto marks = [&](bool rule_asks) {
        FormPage page(swedish(), html::swedish_words(), nullptr, no_faults);
        ask(page, rule_asks);
        const auto body = page.take_body();
        int count = 0;
        for (auto at = body.str().find("(frivilligt)"); at != std::string::npos; at = body.str().find("(frivilligt)", at + 1)) ++count;
        return count;
    };
    CHECK(marks(false) == 7);
    CHECK(marks(true) == 0);

    const http::FormData nothing{};
    FormReader reader(swedish(), today, nothing, address);
    ask(reader, true);
    CHECK(reader.errors().empty());
}

TEST_CASE("Up to eight choices are radios, more are a list")
{
    for (const std::size_t count : {std::size_t{8}, std::size_t{9}}) {
        Options options;
        for (std::size_t i = 0; i < count; ++i) options.push_back({std::to_string(i), "Val " + std::to_string(i)});
        FormPage page(swedish(), html::swedish_words(), nullptr, no_faults);
        std::string value = "3";
        page.one_of("origin", value, options, {});
        const auto body = page.take_body();
        CHECK(says(body, "type=\"radio\"") == (count == 8));
        CHECK(says(body, "<select") == (count == 9));
        CHECK((says(body, "value=\"3\" checked") || says(body, "value=\"3\" selected")));
    }
}

TEST_CASE("A file has to be chosen again, and the summary says so")
{
    const std::vector<FieldError> faults{{"registry_number", "form.file_unreadable", {}}};
    FormPage page(swedish(), html::swedish_words(), nullptr, faults);
    std::optional<Upload> value;
    page.file("registry_number", value, {});
    CHECK(page.has_file());
    CHECK(says(page.summary(), "Välj filen igen"));
}

TEST_CASE("A field without words in the catalogue is a bug, not an empty label")
{
    FormPage page(swedish(), html::swedish_words(), nullptr, no_faults);
    std::string value;
    CHECK_THROWS_AS(page.text("no_such_field", value, {}), Bug);
    CHECK_THROWS_AS(page.coded("origin", {"moon"}), Bug);
}

TEST_CASE("Before it is done every answer is shown in words")
{
    const http::FormData data{{{"csrf", "secret"}, {"idempotency_key", "once"}, {"step", "check"}, {"given_name", "Åsa <b>"},
                               {"reasons", "other"}, {"reasons", "company"}},
                              {}};
    Everything input;
    input.given_name = "Åsa <b>";
    input.born = 2011y / 5 / 7;
    input.noticed_on = form::Clock{9, 5};
    input.debut_age = 12;
    input.origin = "placement";
    input.reasons = {"other", "company"};
    AnswersPage page(swedish(), html::swedish_words(), data, no_faults, "/foresla"_url);
    ask_for_everything(page, input, false);
    const auto list = page.list();
    CHECK(says(list, "Åsa &lt;b&gt;"));
    CHECK(says(list, "7 maj 2011"));
    CHECK(says(list, "09.05"));
    CHECK(says(list, "Ja, från en placering"));
    CHECK(says(list, "<li>Annat</li><li>Umgås med kriminella</li>"));
    CHECK(says(list, "Inte ifyllt"));  // what was left out
    CHECK(says(list, "Nej"));          // the box that was not ticked

    // And everything goes along unseen, but what belongs to the one request.
    const auto hidden = page.hidden();
    REQUIRE(hidden.size() == 3);
    CHECK(hidden[0].name == "given_name");
    CHECK(hidden[0].value == "Åsa <b>");
    CHECK(hidden[1].value == "other");
    CHECK(hidden[2].value == "company");
}

TEST_CASE("Each answer leads back to its own field, with everything that was typed")
{
    const http::FormData data;
    AnswersPage page(swedish(), html::swedish_words(), data, no_faults, "/foresla"_url);
    Everything input;
    ask_for_everything(page, input, false);
    const auto list = page.list();
    CHECK(says(list, "name=\"step\" value=\"change:given_name\" formaction=\"/foresla#given_name\""));
    CHECK(says(list, "Ändra<span class=\"govuk-visually-hidden\"> Förnamn</span>"));
    CHECK(says(list, "formaction=\"/foresla#born-day\""));  // a date has three parts: the first can take the focus
    CHECK_FALSE(says(list, "<a "));                         // what was typed stands in no address
}

TEST_CASE("A file does not follow from page to page: it is chosen where the answers are checked, and what is wrong with it is said there")
{
    const http::FormData data;
    std::optional<Upload> value;
    AnswersPage page(swedish(), html::swedish_words(), data, no_faults, "/foresla"_url);
    page.file("registry_number", value, {});
    CHECK(says(page.files(), "type=\"file\""));
    CHECK(page.summary().empty());
    CHECK(page.list().empty());

    const std::vector<FieldError> faults{{"registry_number", "form.file_unreadable", {}}};
    AnswersPage again(swedish(), html::swedish_words(), data, faults, "/foresla"_url);
    again.file("registry_number", value, {});
    CHECK(says(again.summary(), "href=\"#registry_number\""));
    CHECK(says(again.files(), "Vi kan inte läsa filen"));

    FormPage before(swedish(), html::swedish_words(), nullptr, no_faults);
    before.files_later();
    before.file("registry_number", value, {});
    CHECK_FALSE(before.has_file());
    const auto body = before.take_body();
    CHECK_FALSE(says(body, "type=\"file\""));
    CHECK(says(body, "filen väljer du på nästa sida"));
}

TEST_CASE("After a conflict the answers are sent over the version that stands there now")
{
    const http::FormData data{{{"version", "3"}, {"given_name", "Åsa"}}, {}};
    AnswersPage page(swedish(), html::swedish_words(), data, no_faults, "/foresla"_url);
    page.over({{"version", "5"}});
    const auto hidden = page.hidden();
    REQUIRE(hidden.size() == 2);
    CHECK(hidden[0].name == "version");
    CHECK(hidden[0].value == "5");
    CHECK(hidden[1].name == "given_name");
}

TEST_CASE("What is drawn again after a fault can be sent again: nothing stands in it that is refused for its characters")
{
    const http::FormData typed{{{"given_name", "Å\u0085sa\ufffe"}}, {}};
    FormPage page(swedish(), html::swedish_words(), &typed, no_faults);
    std::string value;
    page.text("given_name", value, {});
    CHECK(says(page.take_body(), "value=\"Åsa\""));
}
