// A body in chunks: joined alike however its bytes come, and as Boost.Beast joins it.
#include <string>

#include "fuzz.h"
#include "http/chunked.h"
#include "second_reader.h"

using lots::http::ChunkedBody;

void fuzz_one(std::string_view input)
{
    constexpr std::size_t limit = 2000;
    ChunkedBody whole{limit}, drops{limit};
    const std::size_t taken = whole.take(input);
    std::size_t dropped = 0;
    for (const char& c : input) dropped += drops.take({&c, 1});
    promise(whole.done() == drops.done() && whole.error() == drops.error(), "chunks are read alike whole and drop by drop");
    promise(whole.body() == drops.body() && whole.body().size() <= limit, "the same body, within the limit");
    promise(whole.error() || taken == dropped, "the same end");
    promise(whole.done() || whole.error() || taken == input.size(), "all is taken until the end");
    if (!whole.done()) return;

    constexpr std::string_view head = "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
    const auto again = lots::fuzz::read_again(std::string{head} + std::string{input.substr(0, taken)});
    promise(again.has_value(), "the second reader takes it too");
    promise(again->body == whole.body(), "both see the same body");
    promise(again->length == head.size() + taken, "both see the same end");
}
