// The head of a request: found alike however its bytes come, and understood as Boost.Beast understands it.
#include <algorithm>
#include <string>

#include "fuzz.h"
#include "http/head.h"
#include "http/syntax.h"
#include "second_reader.h"

using namespace lots::http;

void fuzz_one(std::string_view input)
{
    const HeadLimits limits{4096, 2048, 50};
    const auto whole = HeadScanner{limits}.scan(input);
    HeadScanner drop_by_drop{limits};
    HeadScanner::Found dropped;
    for (std::size_t length = 1; length <= input.size() && !dropped.length && !dropped.error; ++length)
        dropped = drop_by_drop.scan(input.substr(0, length));
    promise(whole.length == dropped.length && whole.error == dropped.error, "a head is found alike whole and drop by drop");
    promise(!whole.error || (whole.error >= 400 && whole.error < 600), "an error is a status");
    if (!whole.length) return;

    const std::string_view bytes = input.substr(0, whole.length);
    const auto [head, error] = parse_head(bytes, limits);
    promise(head.has_value() == (error == 0), "a head or an error");
    if (!head) return;

    const Request& request = head->request;
    promise(request.path.starts_with('/') && is_utf8(request.path), "a path begins with a slash and is text");
    promise(request.path.find('\0') == std::string::npos && request.path.find("..\\") == std::string::npos,
            "a path is plain");
    promise((request.path + '/').find("/../") == std::string::npos, "a path goes nowhere but down");
    for (const auto& [name, value] : request.headers)
        promise(is_token(name) && std::all_of(value.begin(), value.end(), is_value_char), "a header is a name and one line");

    // Without its body the other reader would wait, so only requests that end with their head are shown to it.
    if (head->body != BodyKind::none) return;
    const auto again = lots::fuzz::read_again(bytes);
    promise(again.has_value(), "the second reader takes it too");
    promise(again->length == bytes.size(), "both see the same end");
    promise(again->target == request.target, "both see the same target");
    promise(again->headers.size() == request.headers.size(), "both see as many headers");
    for (const auto& [name, value] : request.headers)
        promise(std::count(again->headers.begin(), again->headers.end(), std::pair{name, value}) ==
                    std::count(request.headers.begin(), request.headers.end(), std::pair{name, value}),
                "both see the same headers");
}
