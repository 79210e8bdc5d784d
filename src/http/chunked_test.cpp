#include "http/chunked.h"

#include <doctest/doctest.h>

#include <array>

namespace lots::http {

namespace {
/// The body, or "error 400". Once with all bytes together and once byte by byte, which must come to the same.
std::string joined(std::string_view bytes, std::size_t limit = 1000)
{
    ChunkedBody whole{limit}, drops{limit};
    const std::size_t taken = whole.take(bytes);
    std::size_t dropped = 0;
    for (const char& c : bytes) dropped += drops.take({&c, 1});
    CHECK(whole.error() == drops.error());
    CHECK(whole.done() == drops.done());
    if (whole.error()) return "error " + std::to_string(whole.error());
    CHECK(taken == dropped);
    CHECK(whole.body() == drops.body());
    return whole.done() ? whole.body() + "|" + std::string{bytes.substr(taken)} : "unfinished";
}
}  // namespace

TEST_CASE("Chunks are joined, and what follows them is left alone")
{
    CHECK(joined("0\r\n\r\n") == "|");
    CHECK(joined("5\r\nhello\r\n0\r\n\r\nGET") == "hello|GET");
    CHECK(joined("1\r\na\r\nA\r\n0123456789\r\n00\r\n\r\n") == "a0123456789|");
    CHECK(joined("2\r\n\r\n\r\n0\r\n\r\n") == "\r\n|");
    CHECK(joined("1;a\r\na\r\n1;b=c;d=\"e;\\\"f\"\r\nb\r\n0;x\r\n\r\n") == "ab|");
    CHECK(joined("1\r\na\r\n0\r\nX-Sum: 1\r\nY:\r\n\r\n") == "a|");
    CHECK(joined("5\r\nhel") == "unfinished");
    CHECK(joined("0\r\n") == "unfinished");
}

TEST_CASE("Chunks that are not in order are refused")
{
    constexpr auto broken = std::to_array<std::string_view>({
        "\r\n",
        "g\r\n",
        "-1\r\n",
        "+1\r\n",
        " 1\r\n",
        "1 \r\n",
        "0x1\r\n",
        "1\n",
        "1\r",
        "1\r\r\n",
        "1\r\nab",
        "1\r\na\n",
        "1\r\na\r\r",
        "123456789\r\n",
        "ffffffffffffffff1\r\n",
        "1;\r\n",
        "1;=\r\n",
        "1;a=\r\n",
        "1;a=\"\r\n",
        "1;a=\"\\\"\r\n",
        "1 ;a\r\n",
        "1;a b\r\n",
        "1;a\x01\r\n",
        "0\r\nX\r\n",
        "0\r\n X: 1\r\n",
        "0\r\nX : 1\r\n",
        "0\r\n: 1\r\n",
        "0\r\nContent-Length: 1\r\n",
        "0\r\ntransfer-encoding: chunked\r\n",
        "0\r\nHost: a\r\n",
        "0\r\nX: \x01\r\n",
        "0\r\nX: 1\n",
    });
    for (const auto text : broken) {
        CAPTURE(text);
        const std::string outcome = joined(text);
        // A lone CR may still become CRLF; all else is refused as soon as it is seen.
        CHECK(outcome == (text == "1\r" ? "unfinished" : "error 400"));
    }
}

TEST_CASE("A body over the limit is refused at the size of the chunk, before its bytes")
{
    CHECK(joined("5\r\nhello\r\n5\r\nworld\r\n0\r\n\r\n", 10) == "helloworld|");
    CHECK(joined("5\r\nhello\r\n6\r\n", 10) == "error 413");
    CHECK(joined("ffffffff\r\n", 10) == "error 413");
}

TEST_CASE("Extensions and trailers cannot go on for ever")
{
    CHECK(joined("1;" + std::string(300, 'x') + "\r\n") == "error 400");
    std::string bomb;
    for (int i = 0; i < 100; ++i) bomb += "1;" + std::string(100, 'x') + "\r\na\r\n";
    CHECK(joined(bomb) == "error 400");
    std::string trailers = "0\r\n";
    for (int i = 0; i < 100; ++i) trailers += "X: " + std::string(100, 'x') + "\r\n";
    CHECK(joined(trailers) == "error 400");
}

}  // namespace lots::http
