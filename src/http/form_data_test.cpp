#include "http/form_data.h"

#include <doctest/doctest.h>

#include <array>

#include "http/syntax.h"

namespace lots::http {

TEST_CASE("A form's fields come back as they were written, in order")
{
    const auto pairs =
        parse_urlencoded("namn=Alva+%C3%85str%C3%B6m&text=rad+1%0D%0Arad+2%09%F0%9F%91%8D&val=a&val=b&tom=&", 10);
    REQUIRE(pairs);
    CHECK(*pairs == Pairs{{"namn", "Alva Åström"}, {"text", "rad 1\r\nrad 2\t👍"}, {"val", "a"}, {"val", "b"}, {"tom", ""}});
    CHECK(parse_urlencoded("", 0)->empty());
    CHECK(parse_urlencoded("a=b=c", 1)->front().second == "b=c");
}

TEST_CASE("A form that is broken is refused with the reason")
{
    struct Case {
        std::string_view text;
        FormProblem problem;
    };
    constexpr auto cases = std::to_array<Case>({
        {"a=%", FormProblem::malformed},
        {"a=%4", FormProblem::malformed},
        {"a=%4x", FormProblem::malformed},
        {"%zz=1", FormProblem::malformed},
        {"=1", FormProblem::not_text},
        {"a=%00", FormProblem::not_text},
        {"a=%1F", FormProblem::not_text},
        {"a=%7F", FormProblem::not_text},
        {"a=%ff", FormProblem::not_text},
        {"a=%C0%80", FormProblem::not_text},
        {"a=%ED%A0%80", FormProblem::not_text},
        {"a=%F4%90%80%80", FormProblem::not_text},
        {"a=%E2%82", FormProblem::not_text},
        {"a%0Ab=1", FormProblem::not_text},
        {"a=1&b=2&c=3", FormProblem::too_many_fields},
    });
    for (const auto& [text, problem] : cases) {
        CAPTURE(text);
        const auto pairs = parse_urlencoded(text, 2);
        REQUIRE_FALSE(pairs);
        CHECK(pairs.error() == problem);
    }
}

TEST_CASE("A pasted control character does not throw the form away: the field is named, and what is left of it is there")
{
    const auto form = parse_urlencoded_form("csrf=t&text=rad+1%0B%0Arad+2%1B%7F%00&other=%C3%A5&raw=%ED%A0%80&after=1");
    REQUIRE(form);
    CHECK(form->fields.front() == std::pair<std::string, std::string>{"csrf", "t"});
    CHECK(*form->field("text") == "rad 1 \nrad 2");
    CHECK(*form->field("other") == "å");
    CHECK(form->field("raw")->find_first_not_of('?') == std::string::npos);
    CHECK(*form->field("after") == "1");
    CHECK(form->unreadable == std::vector<std::string>{"text", "raw"});
    CHECK(parse_urlencoded_form("a%00=1").error() == FormProblem::not_text);
    CHECK(parse_urlencoded_form("a=%").error() == FormProblem::malformed);
}

TEST_CASE("UTF-8 is well formed or refused")
{
    for (const std::string_view good : {"", "a", "å", "€", "👍", "\xED\x9F\xBF", "\xEE\x80\x80", "\xF4\x8F\xBF\xBF"})
        CHECK(is_utf8(good));
    for (const std::string_view bad : {"\x80", "\xC1\x81", "\xC3", "\xE0\x9F\x80", "\xED\xA0\x80", "\xF0\x8F\x80\x80",
                                       "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xE2\x82", "a\xFF", "\xE2\x28\xA1"})
        CHECK_FALSE(is_utf8(bad));
}

TEST_CASE("The content type decides how a form is read")
{
    Request request;
    request.body = "a=1";
    const auto problem = [&](std::string type) {
        request.headers = {{"content-type", std::move(type)}};
        const auto form = parse_form(request);
        return form ? std::optional<FormProblem>{} : form.error();
    };
    CHECK_FALSE(problem("application/x-www-form-urlencoded"));
    CHECK_FALSE(problem("Application/X-WWW-Form-Urlencoded; charset=UTF-8"));
    CHECK(problem("application/x-www-form-urlencoded; charset=latin1") == FormProblem::not_a_form);
    CHECK(problem("text/plain") == FormProblem::not_a_form);
    CHECK(problem("application/json") == FormProblem::not_a_form);
    CHECK(problem("multipart/form-data") == FormProblem::malformed);
    request.headers.clear();
    CHECK(parse_form(request).error() == FormProblem::not_a_form);
}

TEST_CASE("A field longer than the limit is refused")
{
    Request request;
    request.headers = {{"content-type", "application/x-www-form-urlencoded"}};
    FormLimits limits;
    limits.field_bytes_max = 3;
    request.body = "a=123";
    CHECK(parse_form(request, limits));
    request.body = "a=1234";
    CHECK(parse_form(request, limits).error() == FormProblem::too_long);
}

TEST_CASE("A form with a thousand fields is read, and one with a field more is not")
{
    Request request;
    request.headers = {{"content-type", "application/x-www-form-urlencoded"}};
    for (int i = 0; i < 1000; ++i) request.body += "a=1&";
    CHECK(parse_form(request)->fields.size() == 1000);
    request.body += "a=1";
    CHECK(parse_form(request).error() == FormProblem::too_many_fields);
}

}  // namespace lots::http
