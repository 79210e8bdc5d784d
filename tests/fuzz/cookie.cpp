// A Cookie header: only what a server may set comes out, and a name that comes twice is nobody's.
#include "http/cookie.h"

#include <algorithm>

#include "fuzz.h"
#include "http/syntax.h"

void fuzz_one(std::string_view input)
{
    using namespace lots::http;
    std::string written;
    const auto cookies = parse_cookies(input);
    for (const auto& [name, value] : cookies) {
        promise(is_token(name), "a cookie's name is a token");
        promise(set_cookie({name, value, {}}, false).starts_with(name + '=' + value + ';'),
                "a cookie that was read can be set");
        written += name + '=' + value + "; ";
    }
    promise(parse_cookies(written) == cookies, "what was read can be written and read again");

    Request request;
    request.headers = {{"cookie", std::string{input}}};
    for (const auto& cookie : cookies) {
        const std::string& name = cookie.first;
        const auto times =
            std::count_if(cookies.begin(), cookies.end(), [&](const auto& other) { return other.first == name; });
        const auto value = cookie_of(request, name);
        promise(times == 1 || !value, "a cookie that comes twice is nobody's");
        promise(!value || *value == cookie.second, "a cookie has its own value");
    }
}
