#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace lots::http {

/// Who really asks, and whether they came over TLS.
struct Client {
    std::string address;
    bool secure = false;
};

/// The client behind a connection from `peer`. Only when the peer is a trusted proxy are X-Forwarded-For (the last address
/// that is not itself a trusted proxy) and X-Forwarded-Proto (exactly one, "https") believed; a broken X-Forwarded-For
/// counts as none.
Client client_behind(std::string_view peer, const Headers& headers, const std::vector<std::string>& trusted_proxies);

/// An IPv4 or IPv6 address as the system writes it; empty when it is not one.
std::string normal_address(std::string_view text);

}  // namespace lots::http
