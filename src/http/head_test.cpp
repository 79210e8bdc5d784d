#include "http/head.h"

#include <doctest/doctest.h>

namespace lots::http {

namespace {
const HeadLimits limits;

HeadOrError parse(std::string_view bytes) { return parse_head(bytes, limits); }
std::string with(std::string_view fields) { return "POST /a HTTP/1.1\r\nHost: h\r\n" + std::string{fields} + "\r\n"; }
}  // namespace

TEST_CASE("A head becomes a request")
{
    const auto [head, error] =
        parse("GET /sok?q=%C3%A5+b HTTP/1.1\r\nHost: lots.example:8080\r\nAccept:text/html \t\r\nX-Empty:\r\n\r\n");
    REQUIRE(head);
    CHECK(error == 0);
    CHECK(head->request.method == Method::get);
    CHECK(head->request.target == "/sok?q=%C3%A5+b");
    CHECK(head->request.path == "/sok");
    CHECK(*head->request.parameter("q") == "å b");
    CHECK(head->request.headers == Headers{{"host", "lots.example:8080"}, {"accept", "text/html"}, {"x-empty", ""}});
    CHECK(head->body == BodyKind::none);
    CHECK(head->keep_alive);
}

TEST_CASE("Methods are told apart exactly; others are left to the handler")
{
    const auto method = [](std::string name) { return parse(name + " / HTTP/1.1\r\nHost: h\r\n\r\n").head->request.method; };
    for (const Method known :
         {Method::get, Method::post, Method::put, Method::patch, Method::delete_, Method::head, Method::options})
        CHECK(method(std::string{name_of(known)}) == known);
    CHECK(method("get") == Method::other);
    CHECK(method("PROPFIND") == Method::other);
}

TEST_CASE("The body's length is told in exactly one way")
{
    CHECK(parse(with("Content-Length: 12\r\n")).head->content_length == 12);
    CHECK(parse(with("Content-Length: 12\r\n")).head->body == BodyKind::length);
    CHECK(parse(with("Content-Length: 0\r\n")).head->body == BodyKind::none);
    CHECK(parse(with("Transfer-Encoding: Chunked\r\n")).head->body == BodyKind::chunked);
    CHECK(parse(with("Content-Length: 999999999999999999\r\n")).head->content_length == 999999999999999999u);
}

TEST_CASE("A connection is kept as the client wants")
{
    CHECK(parse(with("")).head->keep_alive);
    CHECK_FALSE(parse(with("Connection: close\r\n")).head->keep_alive);
    CHECK_FALSE(parse(with("Connection: x, Close\r\n")).head->keep_alive);
    CHECK_FALSE(parse("GET / HTTP/1.0\r\n\r\n").head->keep_alive);
    CHECK(parse("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n").head->keep_alive);
}

TEST_CASE("An absolute target must name the host that Host names")
{
    const auto path = [](std::string target, std::string host) {
        const auto parsed = parse("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        return parsed.head ? parsed.head->request.path : "error " + std::to_string(parsed.error);
    };
    CHECK(path("http://h/a?b=c", "h") == "/a");
    CHECK(path("HTTP://H:80/a", "h") == "/a");
    CHECK(path("https://h/a", "h:443") == "/a");
    CHECK(path("http://[::1]:8080/", "[::1]:8080") == "/");
    CHECK(path("http://h", "h") == "/");
    CHECK(path("http://other/a", "h") == "error 400");
    CHECK(path("http://h:81/a", "h") == "error 400");
    CHECK(path("http://user@h/a", "h") == "error 400");
    CHECK(path("http:///a", "h") == "error 400");
    CHECK(path("ftp://h/a", "h") == "error 400");
    CHECK(path("http:/a", "h") == "error 400");
}

TEST_CASE("The end of a head is found as its bytes come in, one by one")
{
    const std::string text = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
    HeadScanner scanner{limits};
    for (std::size_t length = 1; length < text.size(); ++length) {
        const auto found = scanner.scan(std::string_view{text}.substr(0, length));
        CHECK(found.length == 0);
        CHECK(found.error == 0);
    }
    CHECK(scanner.scan(text + "next").length == text.size());
    CHECK(HeadScanner{limits}.scan(text + "next").length == text.size());
}

TEST_CASE("What can never become a head is refused before its end")
{
    const auto error = [](std::string_view bytes) { return HeadScanner{limits}.scan(bytes).error; };
    CHECK(error("GET /\r\n") == 400);
    CHECK(error("GET / HTTP/2.0\r\n") == 505);
    CHECK(error("GET / HTTP/1.1\nHost") == 400);
    CHECK(error("GET / HTTP/1.1\r\nHost: a\rb") == 400);
    CHECK(error(std::string_view{"\x16\x03\x01\x00\xa5", 5}) == 400);  // somebody speaks TLS
    CHECK(error("GET /" + std::string(20000, 'a')) == 414);
    CHECK(error("GET / HTTP/1.1\r\nX: " + std::string(20000, 'a')) == 431);
    CHECK(error("GET / HTTP/1.1\r") == 0);
}

}  // namespace lots::http
