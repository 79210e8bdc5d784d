#include "http/authority.h"

#include <algorithm>
#include <charconv>

#include "http/syntax.h"

namespace lots::http {

namespace {
struct HostAndPort {
    std::string_view host, port;
    bool has_port = false;
};

HostAndPort split(std::string_view authority)
{
    const auto host_end = authority.starts_with('[') ? authority.find(']') : 0;
    const auto colon = host_end == std::string_view::npos ? std::string_view::npos : authority.find(':', host_end);
    if (colon == std::string_view::npos) return {authority, {}, false};
    return {authority.substr(0, colon), authority.substr(colon + 1), true};
}

bool is_port(std::string_view text)
{
    unsigned port = 0;
    if (text.empty() || text.size() > 5 || !std::all_of(text.begin(), text.end(), is_digit)) return false;
    std::from_chars(text.data(), text.data() + text.size(), port);
    return port > 0 && port < 65536;
}

bool is_host(std::string_view host)
{
    if (host.empty() || host.size() > 255) return false;
    if (host.front() == '[') {
        if (host.size() < 4 || host.back() != ']') return false;
        const std::string_view inside = host.substr(1, host.size() - 2);
        return std::all_of(inside.begin(), inside.end(), [](char c) { return hex_digit(c) >= 0 || c == ':' || c == '.'; }) &&
               std::count(inside.begin(), inside.end(), ':') >= 2;
    }
    return std::all_of(host.begin(), host.end(),
                       [](char c) { return is_letter(c) || is_digit(c) || c == '.' || c == '-' || c == '_'; });
}
}  // namespace

bool is_authority(std::string_view text)
{
    const HostAndPort parts = split(text);
    return is_host(parts.host) && (!parts.has_port || is_port(parts.port));
}

std::string_view host_of(std::string_view authority) { return split(authority).host; }

std::optional<AbsoluteTarget> split_absolute(std::string_view target)
{
    const auto colon = target.find("://");
    if (colon == std::string_view::npos) return std::nullopt;
    AbsoluteTarget out;
    out.scheme = target.substr(0, colon);
    if (!same_ignoring_case(out.scheme, "http") && !same_ignoring_case(out.scheme, "https")) return std::nullopt;
    const std::string_view rest = target.substr(colon + 3);
    out.authority = rest.substr(0, rest.find_first_of("/?"));
    out.path_and_query = rest.substr(out.authority.size());
    if (!is_authority(out.authority)) return std::nullopt;
    return out;
}

bool same_authority(std::string_view a, std::string_view b, std::string_view scheme)
{
    const std::string_view usual = same_ignoring_case(scheme, "https") ? "443" : "80";
    HostAndPort left = split(a), right = split(b);
    for (HostAndPort* each : {&left, &right})
        if (!each->has_port) each->port = usual;
    return same_ignoring_case(left.host, right.host) && left.port == right.port;
}

}  // namespace lots::http
