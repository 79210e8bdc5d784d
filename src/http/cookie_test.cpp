#include "http/cookie.h"

#include <doctest/doctest.h>

#include "base/check.h"

namespace lots::http {

TEST_CASE("Cookies that a server may set are read, and others passed over")
{
    CHECK(parse_cookies("").empty());
    CHECK(parse_cookies("a=1") == Pairs{{"a", "1"}});
    CHECK(parse_cookies("a=1; b=; c=x=y") == Pairs{{"a", "1"}, {"b", ""}, {"c", "x=y"}});
    CHECK(parse_cookies("a=1;b=2 ;  c=3;") == Pairs{{"a", "1"}, {"b", "2"}, {"c", "3"}});
    CHECK(parse_cookies("lonely; =nameless; b c=1; q=\"x\"; s=a b; k=a,b; u=\xC3\xA5; z=\x01; a=1") == Pairs{{"a", "1"}});
    CHECK(parse_cookies("a=1; a=2").size() == 2);
    CHECK(parse_cookies(";;; ; ").empty());
}

TEST_CASE("A cookie that is there twice is nobody's")
{
    Request request;
    const auto session = [&](Headers headers) {
        request.headers = std::move(headers);
        return cookie_of(request, "session");
    };
    CHECK(session({{"cookie", "session=abc; other=1"}}) == "abc");
    CHECK(session({{"cookie", "other=1"}, {"cookie", "session=abc"}}) == "abc");
    CHECK_FALSE(session({}));
    CHECK_FALSE(session({{"cookie", "Session=abc"}}));
    CHECK_FALSE(session({{"cookie", "session=abc; session=def"}}));
    CHECK_FALSE(session({{"cookie", "session=abc"}, {"cookie", "session=abc"}}));
    CHECK_FALSE(session({{"cookie", "session=abc; session=\"d e\""}}));
    CHECK_FALSE(session({{"cookie", "session=a b"}}));
    CHECK(session({{"cookie", "planted={\"a\": 1, \"b\": 2}; session=abc"}}) == "abc");
}

TEST_CASE("Over TLS only the cookie with the __Host- prefix counts")
{
    Request request;
    request.headers = {{"cookie", "session=planted; __Host-session=own"}};
    CHECK(cookie_of(request, "session") == "planted");
    request.secure = true;
    CHECK(cookie_of(request, "session") == "own");
    request.headers = {{"cookie", "session=planted"}};
    CHECK_FALSE(cookie_of(request, "session"));
}

TEST_CASE("A cookie is set for this host, hidden from scripts, and secure over TLS")
{
    CHECK(set_cookie({"session", "abc", {}}, true) == "__Host-session=abc; Path=/; HttpOnly; SameSite=Lax; Secure");
    CHECK(set_cookie({"session", "abc", std::chrono::hours{1}}, false) ==
          "session=abc; Path=/; HttpOnly; SameSite=Lax; Max-Age=3600");
    CHECK(forget_cookie("session", true) == "__Host-session=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0");
    CHECK_THROWS_AS(set_cookie({"session", "a;b", {}}, true), Bug);
    CHECK_THROWS_AS(set_cookie({"session", "a\r\nb", {}}, true), Bug);
    CHECK_THROWS_AS(set_cookie({"se ssion", "a", {}}, true), Bug);
}

}  // namespace lots::http
