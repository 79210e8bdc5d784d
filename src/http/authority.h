#pragma once

#include <optional>
#include <string_view>

namespace lots::http {

/// "host", "host:port", "127.0.0.1:8080", "[::1]:8080": what a Host header may hold. Letters, digits, '.', '-' and '_' in
/// names; not empty, no user, no escapes; port 1-65535.
bool is_authority(std::string_view text);

/// The host, without the port.
std::string_view host_of(std::string_view authority);

/// An absolute http or https URL, split; the parts are not checked further. None for other forms.
struct AbsoluteTarget {
    std::string_view scheme, authority, path_and_query;
};
std::optional<AbsoluteTarget> split_absolute(std::string_view target);

/// The same host (ignoring case) and port (the scheme's own when left out).
bool same_authority(std::string_view a, std::string_view b, std::string_view scheme);

}  // namespace lots::http
