#include "form/schema.h"

#include <doctest/doctest.h>

#include "form/fields_for_tests.h"
#include "form/json_reader.h"

using namespace lots;
using namespace lots::form;
using namespace lots::form::for_tests;

namespace {

std::string schema_of(bool required, Language language = Language::sv)
{
    Schema schema({language, "propose"});
    Everything input;
    ask_for_everything(schema, input, required);
    return schema.take();
}

bool says(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("The schema of a command is JSON that names every field but the parts of the address, and allows no other")
{
    const auto schema = schema_of(true);
    CHECK(JsonBody::parse(schema));
    for (const auto* name : {"given_name", "reason", "born", "noticed_on", "debut_age", "feedback_asked", "origin", "reasons",
                             "personal_number", "version"})
        CHECK(says(schema, "\"" + std::string(name) + "\":{"));
    CHECK_FALSE(says(schema, "\"case\""));
    CHECK(says(schema, R"("additionalProperties":false)"));
}

TEST_CASE("The schema says what is required, and the bounds that the reader keeps")
{
    CHECK(says(schema_of(true), R"("required":["given_name","reason","born","noticed_on","debut_age","feedback_asked","origin","reasons","personal_number","version"])"));
    CHECK(says(schema_of(false), R"("required":["noticed_on","version"])"));
    const auto schema = schema_of(true);
    CHECK(says(schema, R"("maxLength":10)"));
    CHECK(says(schema, R"("format":"date")"));
    CHECK(says(schema, R"("minimum":5,"maximum":25)"));
    CHECK(says(schema, R"("enum":["none","placement","prison_service"])"));
    CHECK(says(schema, R"("items":{"type":"string","enum":["company","other"]})"));
}

TEST_CASE("The schema describes each field in the words of the page, in the language asked for")
{
    CHECK(says(schema_of(true), R"("description":"Förnamn")"));
    CHECK(says(schema_of(true, Language::en), R"("description":"Given name")"));
}

TEST_CASE("What a rule asks for is not required in the schema, and is said")
{
    Schema schema({Language::en, "propose"});
    std::string name, reason;
    schema.text("given_name", name, {.required = false, .rule_asks = true});
    schema.text("reason", reason, {.required = false});
    const auto text = schema.take();
    CHECK(JsonBody::parse(text));
    CHECK(says(text, R"("required":[])"));
    CHECK(says(text, "Given name (a rule may demand it)"));
    CHECK(text.find("a rule asks for it") == text.rfind("a rule asks for it"));
}

TEST_CASE("Choices that are only known while running are not in the schema")
{
    Schema schema(swedish());
    std::string one;
    std::vector<std::string> any;
    schema.one_of("origin", one, Choices{}.of("agencies"), {});
    schema.any_of("reasons", any, Choices{}.of("agencies"), {});
    const auto text = schema.take();
    CHECK(JsonBody::parse(text));
    CHECK_FALSE(says(text, "enum"));
}

TEST_CASE("A field that is asked only sometimes is described and not required, and the schema says why")
{
    Schema schema({Language::en, "propose"});
    std::string name, reason;
    std::optional<Upload> file;
    schema.when(false, [&] { schema.text("given_name", name, {}); });
    schema.text("reason", reason, {});
    CHECK_FALSE(schema.has_file());
    schema.file("registry_number", file, {.required = false});
    CHECK(schema.has_file());
    const auto text = schema.take();
    CHECK(JsonBody::parse(text));
    CHECK(says(text, "Given name (asked only sometimes, and then required"));
    CHECK(says(text, R"("required":["reason"])"));
}
