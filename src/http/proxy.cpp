#include "http/proxy.h"

#include <algorithm>
#include <array>

#include <arpa/inet.h>

#include "http/syntax.h"

namespace lots::http {

std::string normal_address(std::string_view text)
{
    const std::string address{text};
    std::array<unsigned char, sizeof(in6_addr)> bytes{};
    std::array<char, INET6_ADDRSTRLEN> written{};
    for (const int family : {AF_INET, AF_INET6}) {
        if (inet_pton(family, address.c_str(), bytes.data()) != 1) continue;
        if (!inet_ntop(family, bytes.data(), written.data(), written.size())) continue;
        const std::string normal{written.data()};
        constexpr std::string_view mapped = "::ffff:";  // an IPv4 client of an IPv6 socket
        return normal.starts_with(mapped) && normal.find('.') != std::string::npos ? normal.substr(mapped.size()) : normal;
    }
    return {};
}

Client client_behind(std::string_view peer, const Headers& headers, const std::vector<std::string>& trusted_proxies)
{
    const auto is_trusted = [&](std::string_view address) {
        return std::find(trusted_proxies.begin(), trusted_proxies.end(), address) != trusted_proxies.end();
    };
    Client client{std::string{peer}, false};
    if (!is_trusted(peer)) return client;

    std::string forwarded;  // several headers are one list
    int protocols = 0;
    for (const auto& [name, value] : headers) {
        if (name == "x-forwarded-for") forwarded += (forwarded.empty() ? "" : ",") + value;
        if (name == "x-forwarded-proto") client.secure = ++protocols == 1 && value == "https";
    }
    std::string_view rest = forwarded;
    while (!rest.empty()) {
        const auto comma = rest.rfind(',');
        const std::string_view last = without_blanks(comma == std::string_view::npos ? rest : rest.substr(comma + 1));
        rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(0, comma);
        const std::string address = normal_address(last);
        if (address.empty()) break;  // what stands further to the left is no better
        client.address = address;
        if (!is_trusted(address)) break;
    }
    return client;
}

}  // namespace lots::http
