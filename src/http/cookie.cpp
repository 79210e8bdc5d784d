#include "http/cookie.h"

#include <algorithm>

#include "base/check.h"
#include "http/syntax.h"

namespace lots::http {

namespace {
constexpr std::string_view host_prefix = "__Host-";

/// cookie-octet of RFC 6265 4.1.1
bool is_cookie_text(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return c > 0x20 && c < 0x7f && std::string_view{"\",;\\"}.find(c) == std::string_view::npos;
    });
}

std::string full_name(std::string_view name, bool secure)
{
    return std::string{secure ? host_prefix : ""} + std::string{name};
}

/// Calls `keep(name, value)` for everything between two semicolons that has a '='.
template <class Keep>
void for_each_cookie(std::string_view header, Keep keep)
{
    while (!header.empty()) {
        const std::string_view piece = header.substr(0, header.find(';'));
        header.remove_prefix(std::min(header.size(), piece.size() + 1));
        const std::string_view cookie = without_blanks(piece);
        const auto equals = cookie.find('=');
        if (equals != std::string_view::npos) keep(cookie.substr(0, equals), cookie.substr(equals + 1));
    }
}
}  // namespace

Pairs parse_cookies(std::string_view header)
{
    Pairs cookies;
    for_each_cookie(header, [&](std::string_view name, std::string_view value) {
        if (is_token(name) && is_cookie_text(value)) cookies.emplace_back(name, value);
    });
    return cookies;
}

std::optional<std::string> cookie_of(const Request& request, std::string_view name)
{
    const std::string wanted = full_name(name, request.secure);
    std::optional<std::string> found;
    int times = 0;
    for (const auto& [header, text] : request.headers) {
        if (header != "cookie") continue;
        for_each_cookie(text, [&](std::string_view cookie, std::string_view value) {
            if (cookie != wanted) return;
            ++times;
            if (is_cookie_text(value)) found.emplace(value);
        });
    }
    return times == 1 ? found : std::nullopt;
}

std::string set_cookie(const Cookie& cookie, bool secure)
{
    check(is_token(cookie.name) && is_cookie_text(cookie.value), "a cookie holds cookie characters only");
    std::string text = full_name(cookie.name, secure) + '=' + cookie.value + "; Path=/; HttpOnly; SameSite=Lax";
    if (secure) text += "; Secure";
    if (cookie.lasts) text += "; Max-Age=" + std::to_string(cookie.lasts->count());
    return text;
}

std::string forget_cookie(std::string_view name, bool secure)
{
    return set_cookie({std::string{name}, "", std::chrono::seconds{0}}, secure);
}

}  // namespace lots::http
