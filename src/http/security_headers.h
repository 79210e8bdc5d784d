#pragma once

#include <string_view>

#include "http/message.h"

namespace lots::http {

/// The protective headers of every answer, as they go on the wire: whole lines, each ending in CRLF.
///
/// page             nothing runs or loads but our own files, nothing is kept, framed, or told to other sites
/// recording_page   the same, and the page itself may ask for camera and microphone
/// immutable_asset  a file whose name holds the hash of its content: kept for a year
///
/// Strict-Transport-Security goes along only when the client came over TLS.
std::string_view security_headers(HeaderSet set, bool secure);

/// True for a header name (lower case) that the server writes itself, so that a handler may not.
bool is_server_header(std::string_view name);

}  // namespace lots::http
