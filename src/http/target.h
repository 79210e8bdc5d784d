#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "http/message.h"

namespace lots::http {

/// Of a request target in origin form: the path, decoded once, and the query.
struct Target {
    std::string path;
    Pairs query;
};

/// More query parameters than this are refused.
inline constexpr std::size_t query_parameters_max = 200;

/// Reads "/path?query" (RFC 3986, origin form of RFC 9112 3.2.1). None when two readers could understand it differently:
/// a broken escape, an encoded or plain backslash, an encoded slash, a control character, bytes that are not UTF-8,
/// "." and ".." and empty segments (however written), a fragment, or characters that RFC 3986 has no place for. In the
/// query those that browsers leave as they are ( [ ] ^ ` { | } ) are taken too.
std::optional<Target> parse_target(std::string_view origin_form);

}  // namespace lots::http
