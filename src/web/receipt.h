#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "html/url.h"
#include "http/message.h"

namespace lots::web {

/// "Alla har sagt ja" is shown only to the session that it was said to: the address a command leads to carries the sentence's name and a
/// proof of this server, keyed by the session's own secret. Nobody can make a link that has Lots say that something happened.

/// `page` with "klart=<done>" and the proof. `secret`: the session's CSRF token, which is only in its own pages.
std::string with_receipt(const html::Url& page, std::string_view done, std::string_view secret);

/// The `done` of the request's address, when its proof is this session's and the address is the one that it was made for. None otherwise.
std::optional<std::string> receipt_in(const http::Request& request, std::string_view secret);

}  // namespace lots::web
