#include "form/json_reader.h"

#include <doctest/doctest.h>

#include "base/bytes.h"
#include "form/fields_for_tests.h"

using namespace lots;
using namespace lots::form;
using namespace lots::form::for_tests;

namespace {

const std::map<std::string, std::string> address{{"case", "SIG-2026-014"}};

std::string nested(int levels) { return "{\"a\":" + std::string(static_cast<std::size_t>(levels), '[') + std::string(static_cast<std::size_t>(levels), ']') + "}"; }

/// The faults of a whole body that is read field by field, "name key", joined by a comma.
std::string faults(std::string_view text)
{
    const auto body = JsonBody::parse(text);
    if (!body) return "not read";
    JsonReader reader(swedish(), today, *body, address);
    Everything input;
    ask_for_everything(reader, input, false);
    reader.finish();
    std::string all;
    for (const auto& fault : reader.errors())  // the two that ask_for_everything() always requires are left out
        if (fault.field != "noticed_on" && fault.field != "version") all += (all.empty() ? "" : ", ") + fault.field + " " + std::string(fault.message.name());
    return all;
}

std::string file_fault(std::string_view text)
{
    const auto body = JsonBody::parse(text);
    if (!body) return "not read";
    JsonReader reader(swedish(), today, *body, address);
    std::optional<Upload> value;
    reader.file("form", value, {});
    return value ? value->media_type : fault_at(reader, "form");
}

}  // namespace

TEST_CASE("JSON in order becomes the same values as a form")
{
    const auto body = JsonBody::parse(R"({"given_name":" Åsa ","reason":"Rad ett\nrad två","born":"2011-05-07","noticed_on":"14:05",
        "debut_age":12,"feedback_asked":true,"origin":"placement","reasons":["company","other","company"],
        "personal_number":"20100101-2382","version":3})");
    REQUIRE(body);
    JsonReader reader(swedish(), today, *body, address);
    Everything input;
    ask_for_everything(reader, input);
    reader.finish();
    REQUIRE(reader.in_order());
    CHECK(input.case_number == "SIG-2026-014");
    CHECK(input.given_name == "Åsa");
    CHECK(input.reason == "Rad ett\nrad två");
    CHECK(input.born == Date{2011y / 5 / 7});
    CHECK(input.noticed_on == form::Clock{14, 5});
    CHECK(input.debut_age == 12);
    CHECK(input.feedback_asked);
    CHECK(input.origin == "placement");
    CHECK(input.reasons == std::vector<std::string>{"company", "other"});
    CHECK(input.personal_number == "201001012382");
    CHECK(input.version == 3);
}

TEST_CASE("Only an object of strict JSON is read")
{
    for (const auto* text : {"", " ", "null", "[]", "\"a\"", "1", "{", "{}}", "{} {}", "{'a':1}", "{a:1}", "{\"a\":1,}", "{\"a\":01}",
                             "{\"a\":NaN}", "{\"a\":Infinity}", "{/*no*/}", "{\"a\":\"\t\"}", "{\"a\":\"\\ud800\"}", "{\"a\":\"\\x\"}",
                             "{\"a\":\"\xc0\xaf\"}", "{\"a\":\"\xff\"}", "\xef\xbb\xbf{}"}) {
        CAPTURE(text);
        CHECK_FALSE(JsonBody::parse(text));
    }
    CHECK(JsonBody::parse("{}"));
    CHECK(JsonBody::parse(" {\"a\" : [ ] }\r\n"));
}

TEST_CASE("A number that is not finite is refused, wherever it stands")
{
    CHECK_FALSE(JsonBody::parse(R"({"a":1e999})"));
    CHECK_FALSE(JsonBody::parse(R"({"a":[1,{"b":-1e999}]})"));
    CHECK(JsonBody::parse(R"({"a":1e300})"));
}

TEST_CASE("A name that stands twice is refused, wherever it stands")
{
    CHECK_FALSE(JsonBody::parse(R"({"a":1,"a":1})"));
    CHECK_FALSE(JsonBody::parse(R"({"a":1,"\u0061":2})"));
    CHECK_FALSE(JsonBody::parse(R"({"form":{"name":"a.pdf","content":"","name":"b.pdf"}})"));
    CHECK(JsonBody::parse(R"({"a":"b:c","d":{"a":"\":"},"e":[":",{"a":"{:"}]})"));
}

TEST_CASE("JSON goes 32 levels deep and no further")
{
    CHECK(JsonBody::parse(nested(31)));
    CHECK_FALSE(JsonBody::parse(nested(32)));
    CHECK_FALSE(JsonBody::parse(nested(100000)));
}

TEST_CASE("A name that no field has is a fault, so that a slip in a program is seen")
{
    CHECK(faults(R"({"given_nam":"Åsa"})") == "given_nam form.json_unknown");
    CHECK(faults(R"({"case":"SIG-2026-999"})") == "case form.json_unknown");  // the address says which case
    CHECK(faults("{\"" + std::string(500, 'x') + "\":1}") == std::string(60, 'x') + " form.json_unknown");
}

TEST_CASE("A value of the wrong kind is told at its field, and nothing is converted")
{
    CHECK(faults(R"({"given_name":1})") == "given_name form.json_text");
    CHECK(faults(R"({"reason":["a"]})") == "reason form.json_text");
    CHECK(faults(R"({"born":"7 maj 2011"})") == "born form.json_day");
    CHECK(faults(R"({"born":"2011-02-29"})") == "born form.json_day");
    CHECK(faults(R"({"born":20110507})") == "born form.json_text");
    CHECK(faults(R"({"debut_age":"12"})") == "debut_age form.number");
    CHECK(faults(R"({"debut_age":12.0})") == "debut_age form.number");
    CHECK(faults(R"({"debut_age":18446744073709551615})") == "debut_age form.number");
    CHECK(faults(R"({"debut_age":4294967308})") == "debut_age form.number_between");
    CHECK(faults(R"({"feedback_asked":"yes"})") == "feedback_asked form.json_flag");
    CHECK(faults(R"({"feedback_asked":1})") == "feedback_asked form.json_flag");
    CHECK(faults(R"({"origin":"moon"})") == "origin form.not_a_choice");
    CHECK(faults(R"({"reasons":"company"})") == "reasons form.json_list");
    CHECK(faults(R"({"reasons":["company",1]})") == "reasons form.json_list");
    CHECK(faults(R"({"reasons":["moon"]})") == "reasons form.not_a_choice");
    CHECK(faults(R"({"personal_number":"1001012382"})") == "personal_number form.identity_century");
    CHECK(faults(R"({"given_name":"a\u0000b"})") == "given_name form.unreadable_characters");
}

TEST_CASE("Null is as if the name were not there")
{
    CHECK(faults(R"({"given_name":null,"reason":null,"born":null,"debut_age":null,"feedback_asked":null,"origin":null,"reasons":null,
                     "personal_number":null,"version":null})").empty());
}

TEST_CASE("A file is a name and strict base64 of bytes that are PDF, JPEG or PNG")
{
    const auto pdf = to_base64(bytes_of("%PDF-1.4 %%EOF"));
    CHECK(file_fault(R"({"form":{"name":"a.pdf","content":")" + pdf + "\"}}") == "application/pdf");
    CHECK(file_fault(R"({"form":{"name":"a.pdf","content":")" + to_base64(bytes_of("MZ")) + "\"}}") == "form.file_unreadable");
    CHECK(file_fault(R"({"form":{"name":"a.pdf","content":"%PDF"}})") == "form.json_file");
    CHECK(file_fault(R"({"form":{"name":"a.pdf","content":")" + pdf + "\\n\"}}") == "form.json_file");
    CHECK(file_fault(R"({"form":{"content":")" + pdf + "\"}}") == "form.json_file");
    CHECK(file_fault(R"({"form":{"name":"a.pdf"}})") == "form.json_file");
    CHECK(file_fault(R"({"form":")" + pdf + "\"}") == "form.json_file");
    CHECK(file_fault("{}") == "form.missing");
}

TEST_CASE("What the program saw is a number that fits, 0 when nothing was there; without it nothing is overwritten")
{
    for (const auto& [text, said] : std::vector<std::pair<const char*, std::string>>{
             {R"({"version":3})", "3"}, {R"({"version":0})", "0"}, {R"({"version":2147483647})", "2147483647"},
             {R"({"version":"3"})", "form.seen_range"}, {R"({"version":2147483648})", "form.seen_range"},
             {R"({"version":4294967297})", "form.seen_range"}, {R"({"version":-1})", "form.seen_range"},
             {R"({"version":1.0})", "form.seen_range"}, {R"({"version":null})", "form.seen_missing"}, {"{}", "form.seen_missing"}}) {
        CAPTURE(text);
        const auto body = JsonBody::parse(text);
        REQUIRE(body);
        JsonReader reader(swedish(), today, *body, address);
        int version = 9;
        reader.seen("version", version);
        CHECK((reader.in_order() ? std::to_string(version) : fault_at(reader, "version")) == said);
    }
}
