#include "form/json_writer.h"

#include <doctest/doctest.h>

#include "form/json_reader.h"

using namespace lots;
using namespace lots::form;

TEST_CASE("JSON is written in the order of the calls, with its commas")
{
    JsonWriter json;
    json.object().pair("a", 1).pair("b", "x").name("c").array().value(true).value(false).null().object().end_object().end_array();
    json.maybe("d", std::optional<int>{}).maybe("e", std::optional<Date>{2026y / 5 / 10}).name("f").raw("{\"g\":1}").end_object();
    CHECK(json.take() == R"({"a":1,"b":"x","c":[true,false,null,{}],"d":null,"e":"2026-05-10","f":{"g":1}})");
}

TEST_CASE("Text is escaped so that it comes back as it was")
{
    JsonWriter json;
    std::string controls;
    for (char c = 0; c < 0x20; ++c) controls += c;
    json.object().pair("t", "\"\\/" + controls + "åäö \xf0\x9f\x98\x80").end_object();
    const auto text = json.take();
    CHECK(text.find('\n') == std::string::npos);
    CHECK(text.starts_with(R"({"t":"\"\\/\u0000\u0001)"));
    CHECK(text.find(R"(\u001f)") != std::string::npos);
    CHECK(JsonBody::parse(text));
}

TEST_CASE("A name is escaped as a value is")
{
    JsonWriter json;
    json.object().pair("a\"b", std::int64_t{-9007199254740993}).end_object();
    CHECK(json.take() == R"({"a\"b":-9007199254740993})");
}
