#include <doctest/doctest.h>

#include "form/fields_for_tests.h"
#include "form/form_reader.h"

using namespace lots;
using namespace lots::form;
using namespace lots::form::for_tests;

TEST_CASE("What came with characters that no text has, or twice, is told at its field; what is left of it is for the page")
{
    const http::FormData data{{{"name", "a?"}, {"text", "ett"}, {"text", "två"}, {"born", "2011-05-07"}, {"born-day", "1"}, {"born-day", "2"},
                         {"n", "1"}, {"n", "1"}, {"yes", "yes"}, {"yes", "yes"}, {"one", "a"}, {"one", "a"}, {"any", "a"}, {"any", "a"},
                         {"c1", "a\u0085"}},
                        {{"form", "x.pdf", "application/pdf", "%PDF-1.4 %%EOF"},
                                {"two", "x.pdf", "application/pdf", "%PDF-1.4 %%EOF"},
                                {"two", "y.pdf", "application/pdf", "%PDF-1.4 %%EOF"}},
                        {"name", "form"}};
    const std::map<std::string, std::string> address;
    FormReader reader(swedish(), today, data, address);
    std::string name = "before", text = "before", one = "before", c1;
    std::optional<Date> born;
    std::optional<int> number;
    bool yes = true;
    std::vector<std::string> any;
    std::optional<Upload> file;
    const Options options{{"a", "A"}};
    reader.text("name", name, {});
    reader.text("text", text, {});
    reader.text("c1", c1, {});
    reader.day("born", born, {});
    reader.number("n", number, {});
    reader.flag("yes", yes, {});
    reader.one_of("one", one, options, {});
    reader.any_of("any", any, options, {});
    reader.file("form", file, {});
    CHECK(fault_at(reader, "name") == "form.characters_removed");
    CHECK(fault_at(reader, "c1") == "form.characters_removed");
    for (const auto* field : {"text", "born", "n", "yes", "one"}) {
        CAPTURE(field);
        CHECK(fault_at(reader, field) == "form.twice");
    }
    CHECK(fault_at(reader, "any").empty());  // several are what it asks for
    CHECK(fault_at(reader, "form") == "form.file_name");
    CHECK(name.empty());
    CHECK(text.empty());
    CHECK(one.empty());
    CHECK_FALSE(yes);
    CHECK_FALSE(born);
    CHECK_FALSE(number);
    CHECK_FALSE(file);
    reader.file("two", file, {});
    CHECK(fault_at(reader, "two") == "form.twice");
    CHECK_FALSE(file);
}
