#pragma once

#include <string>
#include <string_view>

#include "base/time.h"
#include "http/message.h"

namespace lots::http {

/// What the server knows about an answer besides what the handler said.
struct Sending {
    std::string_view date;  // of http_date
    bool secure = false;    // the client came over TLS
    bool keep_alive = false;
};

/// Status line and headers, with the empty line. Throws Bug when the answer has a header that is the server's own, a name
/// that is no lower-case token, or a value with a control character, and when the status is outside 200-599.
std::string response_head(const Response& response, const Sending& sending);

/// True when an answer with this status has no body and no length (204, 304).
bool is_bodiless(int status);

/// IMF-fixdate of RFC 9110 5.6.7: "Sun, 06 Nov 1994 08:49:37 GMT".
std::string http_date(Instant at);

}  // namespace lots::http
