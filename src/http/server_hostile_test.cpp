#include <doctest/doctest.h>

#include <array>

#include "support/http_client.h"
#include "support/running_server.h"

namespace lots::http {

namespace {
using test::HttpAnswer;
using test::RunningServer;
using test::Wire;

/// What a client sends, and the status it gets. Every one of them ends the connection.
struct Hostile {
    const char* what;
    std::string bytes;
    int status;
};

std::string get(std::string_view fields) { return "GET / HTTP/1.1\r\n" + std::string{fields} + "\r\n"; }
std::string post(std::string_view fields, std::string_view body = "")
{
    return "POST / HTTP/1.1\r\nHost: h\r\n" + std::string{fields} + "\r\n" + std::string{body};
}
std::string line(std::string_view request_line) { return std::string{request_line} + "\r\nHost: h\r\n\r\n"; }
std::string chunks(std::string_view body) { return post("Transfer-Encoding: chunked\r\n", body); }
std::string repeated(std::string_view text, int times)
{
    std::string out;
    for (int i = 0; i < times; ++i) out += text;
    return out;
}

std::vector<Hostile> request_lines()
{
    return {
        {"HTTP/0.9", "GET /\r\n", 400},
        {"preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400},
        {"HTTP/2", line("GET / HTTP/2.0"), 505},
        {"HTTP/1.2", line("GET / HTTP/1.2"), 505},
        {"HTTP/0.9 by name", line("GET / HTTP/0.9"), 505},
        {"HTTP/3 by name", line("GET / HTTP/3.0"), 505},
        {"two digits of minor version", line("GET / HTTP/1.10"), 400},
        {"no minor version", line("GET / HTTP/1"), 400},
        {"lower-case protocol", line("GET / http/1.1"), 400},
        {"another protocol", line("GET / RTSP/1.0"), 400},
        {"comma in version", line("GET / HTTP/1,1"), 400},
        {"sign in version", line("GET / HTTP/+1.1"), 400},
        {"no target", line("GET HTTP/1.1"), 400},
        {"empty target", line("GET  HTTP/1.1"), 400},
        {"two spaces before the target", line("GET  / HTTP/1.1"), 400},
        {"two spaces after the target", line("GET /  HTTP/1.1"), 400},
        {"space in the target", line("GET /a b HTTP/1.1"), 400},
        {"tab for space", line("GET\t/\tHTTP/1.1"), 400},
        {"space at the end", line("GET / HTTP/1.1 "), 400},
        {"space first", line(" GET / HTTP/1.1"), 400},
        {"bad method", line("GE(T / HTTP/1.1"), 400},
        {"empty method", line(" / HTTP/1.1"), 400},
        {"very long method", line(std::string(40, 'G') + " / HTTP/1.1"), 400},
        {"control in the target", line("GET /\x01 HTTP/1.1"), 400},
        {"bytes above ASCII in the target", line("GET /\xC3\xA5 HTTP/1.1"), 400},
        {"NUL in the target", line(std::string("GET /\0a HTTP/1.1", 16)), 400},
        {"escaped NUL", line("GET /%00 HTTP/1.1"), 400},
        {"broken escape", line("GET /%g1 HTTP/1.1"), 400},
        {"escaped slash", line("GET /a%2Fb HTTP/1.1"), 400},
        {"escaped backslash", line("GET /a%5Cb HTTP/1.1"), 400},
        {"backslash", line("GET /a\\b HTTP/1.1"), 400},
        {"dot segments", line("GET /a/../b HTTP/1.1"), 400},
        {"escaped dot segments", line("GET /%2e%2E/etc/passwd HTTP/1.1"), 400},
        {"overlong UTF-8 slash", line("GET /%c0%af HTTP/1.1"), 400},
        {"two slashes", line("GET //example.org/ HTTP/1.1"), 400},
        {"fragment", line("GET /#a HTTP/1.1"), 400},
        {"broken query", line("GET /?a=%f HTTP/1.1"), 400},
        {"query that is not UTF-8", line("GET /?a=%ff HTTP/1.1"), 400},
        {"relative target", line("GET a HTTP/1.1"), 400},
        {"asterisk form", line("OPTIONS * HTTP/1.1"), 400},
        {"absolute form of another host", line("GET http://other/ HTTP/1.1"), 400},
        {"absolute form with a user", line("GET http://h@other/ HTTP/1.1"), 400},
        {"absolute form of another scheme", line("GET file:///etc/passwd HTTP/1.1"), 400},
        {"CONNECT", line("CONNECT h:443 HTTP/1.1"), 501},
        {"TRACE", line("TRACE / HTTP/1.1"), 501},
        {"target over 8 KiB", line("GET /" + std::string(8192, 'a') + " HTTP/1.1"), 414},
        {"target over everything", "GET /" + std::string(200000, 'a') + " HTTP/1.1\r\n", 414},
        {"TLS", std::string("\x16\x03\x01\x00\xA5\x01\x00\x00", 8), 400},
        {"binary", std::string("\x00\xFF\x00\xFF", 4), 400},
        {"line breaks only", "\r\n\r\n\r\n\r\n", 400},
    };
}

std::vector<Hostile> fields()
{
    return {
        {"no Host", get(""), 400},
        {"empty Host", get("Host:\r\n"), 400},
        {"two Hosts", get("Host: h\r\nHost: h\r\n"), 400},
        {"two different Hosts", get("Host: h\r\nHost: other\r\n"), 400},
        {"Host list", get("Host: h, other\r\n"), 400},
        {"Host with a path", get("Host: h/a\r\n"), 400},
        {"Host with a user", get("Host: u@h\r\n"), 400},
        {"Host with a space", get("Host: a b\r\n"), 400},
        {"Host with a bad port", get("Host: h:80a\r\n"), 400},
        {"Host with an empty port", get("Host: h:\r\n"), 400},
        {"Host with a big port", get("Host: h:65536\r\n"), 400},
        {"Host with an open bracket", get("Host: [::1\r\n"), 400},
        {"folded line", get("Host: h\r\nX: a\r\n b\r\n"), 400},
        {"folded line with a tab", get("Host: h\r\nX: a\r\n\tb\r\n"), 400},
        {"folded first line", get(" X: a\r\nHost: h\r\n"), 400},
        {"space before the colon", get("Host: h\r\nX : a\r\n"), 400},
        {"tab before the colon", get("Host: h\r\nX\t: a\r\n"), 400},
        {"no colon", get("Host: h\r\nX\r\n"), 400},
        {"empty name", get("Host: h\r\n: a\r\n"), 400},
        {"bad character in a name", get("Host: h\r\nX(y): a\r\n"), 400},
        {"bytes above ASCII in a name", get("Host: h\r\n\xC3\xA5: a\r\n"), 400},
        {"NUL in a value", get(std::string("Host: h\r\nX: a\0b\r\n", 17)), 400},
        {"control in a value", get("Host: h\r\nX: a\x01\r\n"), 400},
        {"DEL in a value", get("Host: h\r\nX: a\x7F\r\n"), 400},
        {"bare LF ends a line", "GET / HTTP/1.1\r\nHost: h\nX: y\r\n\r\n", 400},
        {"bare LF everywhere", "GET / HTTP/1.1\nHost: h\n\n", 400},
        {"bare CR in a value", get("Host: h\r\nX: a\rb\r\n"), 400},
        {"CR CR LF", get("Host: h\r\r\n"), 400},
        {"two content types", post("Content-Type: text/plain\r\nContent-Type: text/html\r\n"), 400},
        {"two origins", post("Origin: http://a\r\nOrigin: http://b\r\n"), 400},
        {"Connection that is no list of tokens", get("Host: h\r\nConnection: (close)\r\n"), 400},
        {"unknown expectation", post("Expect: 200-ok\r\nContent-Length: 1\r\n"), 417},
        {"too many headers", get("Host: h\r\n" + repeated("A: b\r\n", 100)), 431},
        {"one header of 16 KiB", get("Host: h\r\nX: " + std::string(16 * 1024, 'x') + "\r\n"), 431},
        {"headers without an end", "GET / HTTP/1.1\r\n" + repeated("X: " + std::string(1000, 'x') + "\r\n", 300), 431},
    };
}

std::vector<Hostile> bodies()
{
    return {
        {"length and chunks", post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400},
        {"chunks and length", post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n"), 400},
        {"two lengths that differ", post("Content-Length: 5\r\nContent-Length: 6\r\n", "hello!"), 400},
        {"two lengths that agree", post("Content-Length: 5\r\nContent-Length: 5\r\n", "hello"), 400},
        {"list of lengths", post("Content-Length: 5, 5\r\n", "hello"), 400},
        {"signed length", post("Content-Length: +5\r\n", "hello"), 400},
        {"negative length", post("Content-Length: -5\r\n", "hello"), 400},
        {"hexadecimal length", post("Content-Length: 0x5\r\n", "hello"), 400},
        {"empty length", post("Content-Length:\r\n", "hello"), 400},
        {"length with a fraction", post("Content-Length: 5.0\r\n", "hello"), 400},
        {"length with a space inside", post("Content-Length: 5 5\r\n", "hello"), 400},
        {"length beyond 64 bits", post("Content-Length: 18446744073709551621\r\n", "hello"), 400},
        {"unknown coding", post("Transfer-Encoding: gzip\r\n", "hello"), 400},
        {"identity coding", post("Transfer-Encoding: identity\r\n", "hello"), 400},
        {"gzip and chunked", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"), 400},
        {"chunked twice", post("Transfer-Encoding: chunked, chunked\r\n", "0\r\n\r\n"), 400},
        {"two Transfer-Encodings", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400},
        {"misspelt coding", post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"), 400},
        {"quoted coding", post("Transfer-Encoding: \"chunked\"\r\n", "0\r\n\r\n"), 400},
        {"coding with a parameter", post("Transfer-Encoding: chunked;a=b\r\n", "0\r\n\r\n"), 400},
        {"coding with a vertical tab",
         post("Transfer-Encoding: \x0B"
              "chunked\r\n",
              "0\r\n\r\n"),
         400},
        {"empty coding", post("Transfer-Encoding:\r\n", "0\r\n\r\n"), 400},
        {"space before the coding's colon", post("Transfer-Encoding : chunked\r\n", "0\r\n\r\n"), 400},
        {"chunks in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        {"chunk size that is no number", chunks("x\r\n"), 400},
        {"signed chunk size", chunks("+5\r\nhello\r\n0\r\n\r\n"), 400},
        {"prefixed chunk size", chunks("0x5\r\nhello\r\n0\r\n\r\n"), 400},
        {"empty chunk size", chunks("\r\nhello\r\n0\r\n\r\n"), 400},
        {"enormous chunk size", chunks("fffffffffffffffff\r\n"), 400},
        {"chunk size beyond the limit", chunks("7fffffff\r\n"), 413},
        {"bare LF after the chunk size", chunks("5\nhello\r\n0\r\n\r\n"), 400},
        {"chunk longer than its size", chunks("4\r\nhello\r\n0\r\n\r\n"), 400},
        {"chunk shorter than its size", chunks("6\r\nhello\r\n0\r\n\r\n"), 400},
        {"bare LF after a chunk", chunks("5\r\nhello\n0\r\n\r\n"), 400},
        {"chunk extension without a name", chunks("5;\r\nhello\r\n0\r\n\r\n"), 400},
        {"chunk extension bomb", chunks("1;" + std::string(100000, 'x')), 400},
        {"many chunk extensions", chunks(repeated("1;" + std::string(200, 'x') + "\r\na\r\n", 100)), 400},
        {"trailer bomb", chunks("0\r\n" + repeated("X: " + std::string(200, 'x') + "\r\n", 100)), 400},
        {"framing in a trailer", chunks("0\r\nContent-Length: 5\r\n\r\n"), 400},
        {"bare LF ends the trailers", chunks("0\r\n\n"), 400},
        {"body over 1 MiB", post("Content-Length: 1048577\r\n"), 413},
        {"body over 1 MiB, sent", post("Content-Length: 1500000\r\n", std::string(1500000, 'x')), 413},
        {"body of 18 digits", post("Content-Length: 999999999999999999\r\n"), 413},
        {"upload over 10 MiB", post("Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 20000000\r\n"), 413},
        {"large body by multipart without a boundary",
         post("Content-Type: multipart/form-data\r\nContent-Length: 2000000\r\n"), 413},
        {"large body by another multipart", post("Content-Type: multipart/mixed; boundary=b\r\nContent-Length: 2000000\r\n"),
         413},
        {"chunks over 1 MiB", chunks(repeated("20000\r\n" + std::string(0x20000, 'x') + "\r\n", 10)), 413},
    };
}

void check_all(const std::vector<Hostile>& table)
{
    RunningServer server{[](const Request&) { return plain_text(200, "should not be reached\n"); }};
    for (const auto& [what, bytes, status] : table) {
        CAPTURE(what);
        Wire wire{server.port()};
        wire.send(bytes);
        const HttpAnswer answer = wire.read_answer();
        CHECK(answer.status == status);
        CHECK(answer.header("connection") == "close");
        CHECK(answer.header("content-security-policy").starts_with("default-src 'none'"));
        CHECK(answer.header("cache-control") == "no-store");
        CHECK(wire.is_closed());
    }
    // After all that, the next one is served as if nothing had been.
    CHECK(test::HttpClient{server.port()}.get("/").status == 200);
}
}  // namespace

TEST_CASE("A request line that is not in order is refused, and the connection closed") { check_all(request_lines()); }
TEST_CASE("Header fields that are not in order are refused, and the connection closed") { check_all(fields()); }
TEST_CASE("A body whose end could be seen in two places, or that is too big, is refused, and the connection closed")
{
    check_all(bodies());
}

TEST_CASE("What follows a refused request is never read as a request")
{
    int asked = 0;
    RunningServer server{[&](const Request&) {
        ++asked;
        return plain_text(200, "ok\n");
    }};
    for (const std::string& first :
         {post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
          post("Content-Length: 0\r\nContent-Length: 44\r\n"), get("Host: h\r\nX: a\r\n b\r\n")}) {
        Wire wire{server.port()};
        wire.send(first + "GET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n");
        CHECK(wire.read_answer().status == 400);
        CHECK(wire.is_closed());
    }
    server.stop();
    CHECK(asked == 0);
}

TEST_CASE("What is unusual but in order is served")
{
    RunningServer server{[](const Request& request) { return plain_text(200, request.path + '|' + request.body); }};
    const auto served = [&](std::string_view bytes) {
        Wire wire{server.port()};
        wire.send(bytes);
        const HttpAnswer answer = wire.read_answer();
        return std::to_string(answer.status) + ' ' + answer.body;
    };
    CHECK(served("\r\nGET /a HTTP/1.1\r\nHost: h\r\n\r\n") == "200 /a|");
    CHECK(served("GET /a HTTP/1.0\r\n\r\n") == "200 /a|");
    CHECK(served("GET http://h/a HTTP/1.1\r\nHost: h\r\n\r\n") == "200 /a|");
    CHECK(served("GET /a HTTP/1.1\r\nhOsT:h\r\nX:\t\r\n\r\n") == "200 /a|");
    CHECK(served("PROPFIND /a HTTP/1.1\r\nHost: [::1]:80\r\n\r\n") == "200 /a|");
    CHECK(served("GET /" + std::string(8191, 'a') + " HTTP/1.1\r\nHost: h\r\n\r\n").starts_with("200 /aaa"));
    CHECK(
        served(
            "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n2;x\r\nhe\r\n3\r\nllo\r\n0\r\nX: y\r\n\r\n") ==
        "200 /a|hello");
    CHECK(served("DELETE /a HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nxy") == "200 /a|xy");
}

}  // namespace lots::http
