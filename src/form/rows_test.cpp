#include "form/rows.h"

#include <doctest/doctest.h>

#include "form/answers_page.h"
#include "form/fields_for_tests.h"
#include "form/form_page.h"
#include "form/form_reader.h"

// Many rows in one post. The words of a proposal are borrowed.
using namespace lots;
using namespace lots::form;
using namespace lots::form::for_tests;
using namespace lots::html::literals;

namespace {

const std::map<std::string, std::string> no_address;
const std::vector<FieldError> no_faults;

struct Promise {
    std::string about, origin, reason;
    std::optional<Date> born;
};

const Options promises{{"2", "Gå till skolan"}, {"5", "Testa boxning"}};

void ask(Fields& fields, std::vector<Promise>& rows)
{
    ask_rows(fields, promises, rows, [](Fields& row, Promise& one) {
        row.one_of("origin", one.origin, row.coded("origin", {"none", "placement"}));
        row.when_chosen("origin", "placement", [&] { row.text("reason", one.reason); });
        row.day("born", one.born, {.required = false});
    });
}

}  // namespace

TEST_CASE("The same questions are read for each row, and a fault names the row it is in")
{
    const http::FormData data{{{"origin~2", "none"}, {"origin~5", "placement"}, {"born~5-day", "7"}, {"born~5-month", "5"},
                               {"born~5-year", "2011"}},
                              {}};
    FormReader reader(swedish(), today, data, no_address);
    std::vector<Promise> rows;
    ask(reader, rows);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].about == "2");
    CHECK(rows[0].origin == "none");
    CHECK(rows[1].origin == "placement");
    CHECK(rows[1].born == Date{2011y / 5 / 7});
    REQUIRE(reader.errors().size() == 1);
    CHECK(reader.errors()[0].field == "reason~5");
}

TEST_CASE("Each row stands below what it is about, with names of its own and the words that all rows share")
{
    std::vector<Promise> rows{{"5", "placement", "Tränaren är sjuk", {}}};
    FormPage page(swedish(), html::swedish_words(), nullptr, no_faults);
    ask(page, rows);
    const auto body = page.take_body().str();
    const auto first = body.find("Gå till skolan"), second = body.find("Testa boxning");
    REQUIRE(first != std::string::npos);
    REQUIRE(second != std::string::npos);
    CHECK(body.find("name=\"origin~2\"") > first);
    CHECK(body.find("name=\"origin~5\"") > second);
    CHECK(body.find("Tränaren är sjuk") > second);  // found by what it is about, wherever it stood
    CHECK(body.find("Ja, från en placering") != std::string::npos);

    const http::FormData nothing;
    AnswersPage answers(swedish(), html::swedish_words(), nothing, no_faults, "/foresla"_url);
    ask(answers, rows);
    CHECK(answers.list().str().find("Testa boxning") != std::string::npos);
    CHECK(answers.list().str().find("#origin~5\"") != std::string::npos);
}
