#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "http/message.h"

namespace lots::http {

/// The cookies of a Cookie header that RFC 6265 section 4.1.1 lets a server set, in order; a name may come twice. Others
/// are passed over and not an error: a site of the parent domain may plant what it likes, and must not lock anyone out.
Pairs parse_cookies(std::string_view header);

/// The value of that cookie in this request. None when it is not there, not in order, or there twice (a sibling host may
/// have planted one of them). In a request over TLS it is "__Host-" + name, which no other host can set.
std::optional<std::string> cookie_of(const Request& request, std::string_view name);

/// A cookie for this host and all its pages, that scripts cannot read: Path=/; HttpOnly; SameSite=Lax, and over TLS Secure
/// with the name prefix "__Host-". `lasts` none: until the browser is closed. Name a token, value of cookie characters
/// (no space, comma, semicolon, quotation mark, backslash); otherwise it is a bug.
struct Cookie {
    std::string name;
    std::string value;
    std::optional<std::chrono::seconds> lasts;
};

/// Value of a Set-Cookie header. `secure` as in the request that is answered.
std::string set_cookie(const Cookie& cookie, bool secure);
/// Value of a Set-Cookie header that makes the browser forget it.
std::string forget_cookie(std::string_view name, bool secure);

}  // namespace lots::http
