#include "http/target.h"

#include <doctest/doctest.h>

#include <array>

namespace lots::http {

TEST_CASE("A path is decoded once")
{
    CHECK(parse_target("/")->path == "/");
    CHECK(parse_target("/arende/SIG-2026-014")->path == "/arende/SIG-2026-014");
    CHECK(parse_target("/%C3%A5tagande/")->path == "/åtagande/");
    CHECK(parse_target("/a%2561")->path == "/a%61");
    CHECK(parse_target("/a+b")->path == "/a+b");
    CHECK(parse_target("/a..b/...")->path == "/a..b/...");
}

TEST_CASE("A query is read into pairs, in order, with plus as space")
{
    const auto target = parse_target("/sok?q=Alva+Ek&visa=mina&visa=team&tom=&ensam&l%C3%A4nk=a%26b");
    REQUIRE(target);
    CHECK(target->path == "/sok");
    CHECK(target->query ==
          Pairs{{"q", "Alva Ek"}, {"visa", "mina"}, {"visa", "team"}, {"tom", ""}, {"ensam", ""}, {"länk", "a&b"}});
    CHECK(parse_target("/?")->query.empty());
    CHECK(parse_target("/?a[]=1|2")->query == Pairs{{"a[]", "1|2"}});
}

TEST_CASE("A target that two readers could understand differently is refused")
{
    constexpr auto refused = std::to_array<std::string_view>({
        "",
        "a",
        "//",
        "//host/x",
        "/a//b",
        "/.",
        "/..",
        "/a/../b",
        "/a/./b",
        "/a/..",
        "/%2e%2e/",
        "/%2e",
        "/a/%2E%2E",
        "/.%2e/x",
        "/a%2fb",
        "/a%2Fb",
        "/a%5cb",
        "/a\\b",
        "/a%00",
        "/a%0d%0a",
        "/a%7f",
        "/a%1f",
        "/%",
        "/%2",
        "/%zz",
        "/%c3",
        "/%ff",
        "/%c0%ae",
        "/%ed%a0%80",
        "/a b",
        "/a\"b",
        "/a<b>",
        "/a#b",
        "/\xc3\xa5",
        "/a?b#c",
        "/a?%",
        "/a?%g0",
        "/a?x=%00",
        "/a?x=%ff",
        "/a?=1",
        "/a?x=\xc3\xa5",
        "/a?x=\"",
        "/a|b",
        "/a[b]",
        "/a?x=%0",
        "/a?x=%1b",
    });
    for (const auto text : refused) {
        CAPTURE(text);
        CHECK_FALSE(parse_target(text));
    }
}

TEST_CASE("A query with too many parameters is refused")
{
    std::string query = "/?a=1";
    for (std::size_t i = 1; i < query_parameters_max; ++i) query += "&a=1";
    CHECK(parse_target(query));
    CHECK_FALSE(parse_target(query + "&a=1"));
}

}  // namespace lots::http
