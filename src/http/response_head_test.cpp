#include "http/response_head.h"

#include <doctest/doctest.h>

#include "base/check.h"
#include "http/security_headers.h"

namespace lots::http {

namespace {
constexpr Sending sending{"Sun, 06 Nov 1994 08:49:37 GMT", false, true};

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }
}  // namespace

TEST_CASE("A date is written as RFC 9110 asks")
{
    CHECK(http_date(Instant{std::chrono::seconds{784111777}}) == "Sun, 06 Nov 1994 08:49:37 GMT");
    CHECK(http_date(Instant{std::chrono::milliseconds{1772236799999}}) == "Fri, 27 Feb 2026 23:59:59 GMT");
}

TEST_CASE("The head of an answer has a length, a date and the header set, and ends in an empty line")
{
    const std::string head = response_head(html_page("<p>hej").header("etag", "\"1\""), sending);
    CHECK(head.starts_with("HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Length: 6\r\n"));
    CHECK(contains(head, "\r\nContent-Type: text/html; charset=utf-8\r\n"));
    CHECK(contains(head, "\r\nConnection: keep-alive\r\n"));
    CHECK(contains(head, "\r\nEtag: \"1\"\r\n"));
    CHECK(contains(head, security_headers(HeaderSet::page, false)));
    CHECK(head.ends_with("\r\n\r\n"));
    CHECK(head.find("\r\n\r\n") == head.size() - 4);
}

TEST_CASE("An answer without content says so in the way of its status")
{
    CHECK(contains(response_head(see_other("/min-dag"), sending), "\r\nContent-Length: 0\r\n"));
    CHECK_FALSE(contains(response_head(see_other("/min-dag"), sending), "Content-Type:"));
    CHECK_FALSE(contains(response_head({204, {}, ""}, sending), "Content-Length"));
    CHECK_FALSE(contains(response_head({304, {}, ""}, sending), "Content-Length"));
}

TEST_CASE("A handler cannot split an answer or take over the server's own headers")
{
    for (const std::string_view own :
         {"content-length", "content-type", "connection", "date", "transfer-encoding", "cache-control",
          "content-security-policy", "permissions-policy", "strict-transport-security"}) {
        CAPTURE(own);
        CHECK_THROWS_AS(response_head(html_page("").header(std::string{own}, "x"), sending), Bug);
    }
    CHECK_THROWS_AS(response_head(html_page("").header("location", "/a\r\nSet-Cookie: x=1"), sending), Bug);
    CHECK_THROWS_AS(response_head(html_page("").header("location", std::string{"/a\0b", 4}), sending), Bug);
    CHECK_THROWS_AS(response_head(html_page("").header("X-Name", "x"), sending), Bug);
    CHECK_THROWS_AS(response_head(html_page("").header("x name", "x"), sending), Bug);
    CHECK_THROWS_AS(response_head(html_page("").header("", "x"), sending), Bug);
    CHECK_THROWS_AS(response_head({99, {}, ""}, sending), Bug);
    CHECK_THROWS_AS(response_head({200, {}, "x", "text/html\r\nX: y"}, sending), Bug);
}

TEST_CASE("The policy of a page lets nothing run, load or leave but our own")
{
    const std::string_view page = security_headers(HeaderSet::page, false);
    CHECK(contains(
        page, "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
              "media-src 'self' blob:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; "
              "base-uri 'none'; require-trusted-types-for 'script'; trusted-types sig\r\n"));
    for (const std::string_view line :
         {"Cross-Origin-Opener-Policy: same-origin\r\n", "Cross-Origin-Embedder-Policy: require-corp\r\n",
          "Cross-Origin-Resource-Policy: same-origin\r\n", "Referrer-Policy: no-referrer\r\n",
          "X-Content-Type-Options: nosniff\r\n", "Cache-Control: no-store\r\n", "camera=(), microphone=()\r\n",
          "geolocation=()"})
        CHECK(contains(page, line));
    CHECK_FALSE(contains(page, "unsafe"));
    CHECK_FALSE(contains(page, "Strict-Transport-Security"));
}

TEST_CASE("Only what must differ differs between pages, recording pages and assets, and with TLS")
{
    CHECK(contains(security_headers(HeaderSet::recording_page, false), "camera=(self), microphone=(self)\r\n"));
    CHECK(contains(security_headers(HeaderSet::recording_page, false), "Cache-Control: no-store\r\n"));
    CHECK(contains(security_headers(HeaderSet::immutable_asset, false),
                   "Cache-Control: public, max-age=31536000, immutable\r\n"));
    CHECK_FALSE(contains(security_headers(HeaderSet::immutable_asset, false), "no-store"));
    for (const HeaderSet set : {HeaderSet::page, HeaderSet::recording_page, HeaderSet::immutable_asset})
        CHECK(security_headers(set, true) == std::string{security_headers(set, false)} +
                                                 "Strict-Transport-Security: max-age=63072000; includeSubDomains\r\n");
}

TEST_CASE("A redirect stays on this site")
{
    CHECK(see_other("/arende/SIG-2026-014?flik=plan#atgard").status == 303);
    for (const std::string_view elsewhere :
         {"", "arende", "//example.org", "/\\example.org", "https://example.org", "/a\r\nb", "/a b", "\\/x"}) {
        CAPTURE(elsewhere);
        CHECK_THROWS_AS(see_other(elsewhere), Bug);
    }
    CHECK(*find(see_other_site("https://idp.example.org/authorize?a=b").headers, "location") ==
          "https://idp.example.org/authorize?a=b");
    for (const std::string_view unsafe :
         {"http://example.org", "http://localhost.example.org/", "http://127.0.0.1.example.org/",
          "http://localhost@example.org/", "javascript:alert(1)", "//example.org", "https://a b"}) {
        CAPTURE(unsafe);
        CHECK_THROWS_AS(see_other_site(unsafe), Bug);
    }
    CHECK(see_other_site("http://127.0.0.1:8080/authorize").status == 303);
    CHECK(see_other_site("http://localhost:8080/authorize").status == 303);
}

}  // namespace lots::http
