#include "http/proxy.h"

#include <doctest/doctest.h>

namespace lots::http {

namespace {
const std::vector<std::string> proxies{"127.0.0.1", "10.0.0.2"};

std::string address(std::string_view peer, const Headers& headers) { return client_behind(peer, headers, proxies).address; }
bool secure(std::string_view peer, const Headers& headers) { return client_behind(peer, headers, proxies).secure; }
}  // namespace

TEST_CASE("Nobody but a trusted proxy may say who asks")
{
    CHECK(address("192.0.2.1", {{"x-forwarded-for", "198.51.100.7"}}) == "192.0.2.1");
    CHECK_FALSE(secure("192.0.2.1", {{"x-forwarded-proto", "https"}}));
    CHECK(client_behind("127.0.0.1", {{"x-forwarded-for", "198.51.100.7"}, {"x-forwarded-proto", "https"}}, {}).address ==
          "127.0.0.1");
}

TEST_CASE("Behind trusted proxies the client is the last address that is none of them")
{
    CHECK(address("127.0.0.1", {}) == "127.0.0.1");
    CHECK(address("127.0.0.1", {{"x-forwarded-for", "198.51.100.7"}}) == "198.51.100.7");
    CHECK(address("127.0.0.1", {{"x-forwarded-for", "203.0.113.9, 198.51.100.7"}}) == "198.51.100.7");
    CHECK(address("127.0.0.1", {{"x-forwarded-for", "198.51.100.7, 10.0.0.2"}}) == "198.51.100.7");
    CHECK(address("127.0.0.1", {{"x-forwarded-for", "203.0.113.9"}, {"x-forwarded-for", "198.51.100.7"}}) == "198.51.100.7");
    CHECK(address("127.0.0.1", {{"x-forwarded-for", "2001:DB8:0::1"}}) == "2001:db8::1");
    CHECK(address("127.0.0.1", {{"x-forwarded-for", "203.0.113.9, rubbish, 10.0.0.2"}}) == "10.0.0.2");
    CHECK(address("127.0.0.1", {{"x-forwarded-for", "unknown"}}) == "127.0.0.1");
    CHECK(address("127.0.0.1", {{"x-forwarded-for", ",,"}}) == "127.0.0.1");
}

TEST_CASE("TLS counts only when the proxy says exactly that, once")
{
    CHECK(secure("127.0.0.1", {{"x-forwarded-proto", "https"}}));
    CHECK_FALSE(secure("127.0.0.1", {{"x-forwarded-proto", "http"}}));
    CHECK_FALSE(secure("127.0.0.1", {{"x-forwarded-proto", "https, http"}}));
    CHECK_FALSE(secure("127.0.0.1", {{"x-forwarded-proto", "https"}, {"x-forwarded-proto", "https"}}));
}

TEST_CASE("An address is written in one way only")
{
    CHECK(normal_address("::ffff:192.0.2.1") == "192.0.2.1");
    CHECK(normal_address("0:0:0:0:0:0:0:1") == "::1");
    for (const std::string_view none : {"", "localhost", "1.2.3", "1.2.3.4.5", "1.2.3.4:80", "[::1]", "01.2.3.4"})
        CHECK(normal_address(none).empty());
}

}  // namespace lots::http
