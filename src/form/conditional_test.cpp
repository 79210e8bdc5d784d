#include <doctest/doctest.h>

#include "form/answers_page.h"
#include "form/fields_for_tests.h"
#include "form/form_page.h"
#include "form/form_reader.h"
#include "form/json_reader.h"
#include "form/page_order.h"
#include "form/schema.h"

// Fields that are asked of some, and forms that ask one thing at a time. The words of a proposal are borrowed.
using namespace lots;
using namespace lots::form;
using namespace lots::form::for_tests;
using namespace lots::html::literals;

namespace {

const std::map<std::string, std::string> no_address;
const std::vector<FieldError> no_faults;

struct Answers {
    std::string given_name, origin, reason;
    std::vector<std::string> reasons;
    std::optional<int> debut_age;
    bool feedback_asked = false;
    std::string flag_note;
    std::optional<Date> born;
};

/// On one page: what is asked only after a choice.
void conditional(Fields& fields, Answers& input)
{
    fields.one_of("origin", input.origin, fields.coded("origin", {"none", "placement", "prison_service"}), {.required = false});
    fields.when_chosen("origin", "placement", [&] { fields.text("reason", input.reason); });
    fields.any_of("reasons", input.reasons, fields.coded("reasons", {"company", "other"}), {.required = false});
    fields.when_chosen("reasons", "other", [&] { fields.number("debut_age", input.debut_age, {.lowest = 5, .highest = 25}); });
    fields.flag("feedback_asked", input.feedback_asked);
    fields.when_chosen("feedback_asked", "yes", [&] { fields.text("flag_note", input.flag_note); });
}

/// On two pages; the second asks more of who was born before 2008.
void paged(Fields& fields, Answers& input)
{
    fields.page("who");
    fields.text("given_name", input.given_name);
    fields.day("born", input.born);
    fields.page("why");
    fields.only_if(input.born && *input.born < Date{2008y / 1 / 1}, [&] { fields.text("flag_note", input.flag_note); });
    const auto all = fields.coded("origin", {"none", "placement"});
    fields.one_of("origin", input.origin, input.born ? fields.offered(all, {"placement"}) : all, {.required = false});
    fields.text("reason", input.reason);
}

Answers read(void (*ask)(Fields&, Answers&), const http::FormData& data, std::string* faults = nullptr,
             std::optional<std::set<std::string, std::less<>>> pages = {}, Answers input = {})
{
    FormReader reader(swedish(), today, data, no_address);
    if (pages) reader.only_pages(*pages);
    ask(reader, input);
    if (faults != nullptr)
        for (const auto& fault : reader.errors()) *faults += fault.field + " ";
    return input;
}

std::string drawn(void (*ask)(Fields&, Answers&), Answers input, const http::FormData* typed = nullptr, const std::string& only = {})
{
    FormPage page(swedish(), html::swedish_words(), typed, no_faults);
    page.only(only);
    ask(page, input);
    return page.take_body().str();
}

bool says(const std::string& page, std::string_view part) { return page.find(part) != std::string::npos; }

std::string json_faults(const std::string& text, Answers* answers = nullptr)
{
    const auto body = JsonBody::parse(text);
    REQUIRE(body);
    JsonReader reader(swedish(), today, *body, no_address);
    Answers input;
    conditional(reader, input);
    reader.finish();
    if (answers != nullptr) *answers = input;
    std::string all;
    for (const auto& fault : reader.errors()) all += fault.field + " ";
    return all;
}

}  // namespace

TEST_CASE("A field that belongs to a choice is asked of who made it, and of nobody else")
{
    std::string faults;
    static_cast<void>(read(conditional, {{{"origin", "placement"}, {"reasons", "other"}, {"feedback_asked", "yes"}}, {}}, &faults));
    CHECK(faults == "reason debut_age flag_note ");
    faults.clear();
    static_cast<void>(read(conditional, {{{"origin", "none"}, {"reasons", "company"}}, {}}, &faults));
    CHECK(faults.empty());
}

TEST_CASE("What stands in a field that was not asked is neither read nor judged")
{
    std::string faults;
    Answers before;
    before.reason = "stod där förut";
    const auto input = read(conditional, {{{"origin", "none"}, {"reason", "kvar från förut"}, {"debut_age", "tolv"}, {"flag_note", "x"}}, {}},
                            &faults, {}, before);
    CHECK(faults.empty());
    CHECK(input.reason.empty());
    CHECK_FALSE(input.debut_age);
    CHECK(input.flag_note.empty());
    const auto asked = read(conditional, {{{"origin", "placement"}, {"reason", "kom hem"}}, {}});
    CHECK(asked.reason == "kom hem");
}

TEST_CASE("A page draws such a field inside its choice, open where no script runs, and shown again with what was typed")
{
    Answers input;
    input.origin = "placement";
    const auto page = drawn(conditional, input);
    const auto choice = page.find("value=\"placement\" checked"), part = page.find("class=\"govuk-radios__conditional\"");
    REQUIRE(choice != std::string::npos);
    REQUIRE(part != std::string::npos);
    CHECK(page.find("name=\"reason\"") > part);
    CHECK(page.find("value=\"prison_service\"") > page.find("name=\"reason\""));
    CHECK(says(page, "govuk-checkboxes__conditional--hidden"));  // hidden by a script alone
    const http::FormData typed{{{"origin", "none"}, {"reason", "kvar"}}, {}};
    CHECK(says(drawn(conditional, {}, &typed), "value=\"kvar\""));
}

TEST_CASE("A program sends what it wants; only what it chose makes a field required, and the description says that it is asked sometimes")
{
    CHECK(json_faults(R"({"origin":"none"})").empty());
    CHECK(json_faults(R"({"origin":"placement","reasons":["other"],"feedback_asked":true})") == "reason debut_age flag_note ");
    Answers input;
    CHECK(json_faults(R"({"origin":"none","reason":"ändå","debut_age":12})", &input).empty());
    CHECK(input.reason == "ändå");
    CHECK(input.debut_age == 12);
    CHECK(json_faults(R"({"origin":"none","debut_age":"tolv"})") == "debut_age ");

    Schema schema(swedish());
    Answers shape;
    conditional(schema, shape);
    const auto described = schema.take();
    CHECK(says(described, "frågas bara ibland"));
    CHECK_FALSE(says(described, R"("required":["reason")"));
}

TEST_CASE("Answers that were not asked for are not among those to be checked")
{
    const http::FormData data;
    Answers input;
    input.origin = "none";
    input.reasons = {"other"};
    input.debut_age = 12;
    AnswersPage page(swedish(), html::swedish_words(), data, no_faults, "/foresla"_url);
    conditional(page, input);
    CHECK(says(page.list().str(), "change:debut_age"));
    CHECK_FALSE(says(page.list().str(), "change:reason\""));
    CHECK_FALSE(says(page.list().str(), "change:flag_note"));
}

TEST_CASE("The pages of a form and where each field stands are what the command's own fields say")
{
    PageOrder order;
    Answers input;
    paged(order, input);
    CHECK_FALSE(order.none());
    CHECK(order.names() == std::vector<std::string>{"who", "why"});
    CHECK(order.of("born") == "who");
    CHECK(order.of("flag_note") == "why");
    CHECK(order.of("unheard of") == "who");
    CHECK(order.after("who") == "why");
    CHECK(order.after("why").empty());
    CHECK(order.before("why") == "who");
    CHECK(order.before("who") == "who");
    CHECK(order.place("why") == 2);
    const std::vector<FieldError> faults{{"born", "form.day", {}}, {"reason", "form.missing", {}}};
    REQUIRE(order.faults_on("why", faults).size() == 1);
    CHECK(order.faults_on("why", faults)[0].field == "reason");
    CHECK_FALSE(order.only_about_files(faults));

    PageOrder one;
    conditional(one, input);
    CHECK(one.none());
}

TEST_CASE("Only pages that came are read; on the others stands what the form began with")
{
    std::string faults;
    Answers before;
    before.reason = "Ett första förslag";
    const http::FormData data{{{"given_name", "Åsa"}, {"born-day", "7"}, {"born-month", "5"}, {"born-year", "2011"}}, {}};
    const auto input = read(paged, data, &faults, std::set<std::string, std::less<>>{"who"}, before);
    CHECK(faults.empty());
    CHECK(input.given_name == "Åsa");
    CHECK(input.reason == "Ett första förslag");
    faults.clear();
    static_cast<void>(read(paged, data, &faults, std::set<std::string, std::less<>>{"who", "why"}));
    CHECK(faults == "reason ");
}

TEST_CASE("One page is drawn, and what was typed on the others goes along unseen")
{
    const http::FormData typed{{{"csrf", "x"}, {"form_page", "why"}, {"form_sent", "who"}, {"given_name", "Åsa"}, {"born-day", "7"},
                                {"reason", "Därför"}},
                               {}};
    Answers input;
    FormPage page(swedish(), html::swedish_words(), &typed, no_faults);
    page.only("who");
    paged(page, input);
    const auto body = page.take_body().str();
    CHECK(says(body, "value=\"Åsa\""));
    CHECK_FALSE(says(body, "name=\"reason\""));
    const auto carried = page.carried(typed);
    REQUIRE(carried.size() == 1);
    CHECK(carried[0].name == "reason");
    CHECK(carried[0].value == "Därför");
}

TEST_CASE("What a page was told decides what the next one asks and offers")
{
    Answers born_early, born_late;
    born_early.born = 2007y / 5 / 1;
    born_late.born = 2011y / 5 / 1;
    CHECK(says(drawn(paged, born_early, nullptr, "why"), "name=\"flag_note\""));
    CHECK_FALSE(says(drawn(paged, born_late, nullptr, "why"), "name=\"flag_note\""));
    CHECK_FALSE(says(drawn(paged, born_late, nullptr, "why"), "value=\"placement\""));
}

TEST_CASE("Ten digits have two centuries: the form asks which, and takes the answer")
{
    const auto number = [](const http::FormData& data, std::string* faults) {
        FormReader reader(swedish(), today, data, no_address);
        std::string value;
        reader.identity_number("personal_number", value, {});
        for (const auto& fault : reader.errors()) *faults += std::string(fault.message.name());
        return value;
    };
    std::string faults;
    CHECK(number({{{"personal_number", "100101-2382"}, {"personal_number-century", "20"}}, {}}, &faults) == "201001012382");
    CHECK(number({{{"personal_number", "100101-2382"}, {"personal_number-century", "19"}}, {}}, &faults) == "191001012382");
    CHECK(number({{{"personal_number", "20100101-2382"}, {"personal_number-century", "19"}}, {}}, &faults) == "201001012382");
    CHECK(faults.empty());
    CHECK(number({{{"personal_number", "100101-2382"}, {"personal_number-century", "21"}}, {}}, &faults).empty());
    CHECK(faults == "form.identity_century");

    const auto asked = [](const std::string& typed_number) {
        const http::FormData typed{{{"personal_number", typed_number}}, {}};
        FormPage page(swedish(), html::swedish_words(), &typed, no_faults);
        page.today(today);
        std::string value;
        page.identity_number("personal_number", value, {});
        return page.take_body().str();
    };
    CHECK(says(asked("100101-2382"), "Född 1 jan 2010"));
    CHECK(says(asked("100101-2382"), "Född 1 jan 1910"));
    CHECK_FALSE(says(asked("20100101-2382"), "personal_number-century"));
    CHECK_FALSE(says(asked("100101-2383"), "personal_number-century"));  // no number in any century
}
