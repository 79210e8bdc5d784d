#include "html/url.h"

#include <algorithm>

#include "base/check.h"

namespace lots::html {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alphanumeric(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// RFC 3986 unreserved characters stand for themselves, all others as %XX.
void percent_encode(std::string& out, std::string_view value)
{
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::size_t done = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const char c = value[i];
        if (is_alphanumeric(c) || c == '-' || c == '.' || c == '_' || c == '~') continue;
        const auto byte = static_cast<unsigned char>(c);
        out.append(value, done, i - done);
        out += '%';
        out += hex[byte >> 4U];
        out += hex[byte & 15U];
        done = i + 1;
    }
    out.append(value, done, std::string_view::npos);
}

/// "." and "..", also percent-encoded: a browser resolves all of them away.
bool is_dot_segment(std::string_view segment)
{
    std::string plain;
    for (std::size_t i = 0; i < segment.size(); ++i) {
        const bool encoded = segment[i] == '%' && i + 2 < segment.size() && segment[i + 1] == '2' && (segment[i + 2] | 0x20) == 'e';
        plain.append(1, encoded ? '.' : segment[i]);
        if (encoded) i += 2;
    }
    return plain == "." || plain == "..";
}

bool has_dot_segment(std::string_view path)
{
    path = path.substr(0, path.find_first_of("?#"));
    while (!path.empty()) {
        const std::size_t slash = std::min(path.find('/'), path.size());
        if (is_dot_segment(path.substr(0, slash))) return true;
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
    return false;
}

}  // namespace

std::optional<Url> Url::local(std::string_view path)
{
    if (!detail::is_local_reference(path) || path[0] != '/' || has_dot_segment(path)) return std::nullopt;
    return Url(std::string(path));
}

std::optional<Url> Url::https(std::string_view address)
{
    if (!detail::is_https(address)) return std::nullopt;
    const std::string_view host = address.substr(8, address.find_first_of("/?#", 8) - 8);
    const bool plain = std::all_of(host.begin(), host.end(), [](char c) { return is_alphanumeric(c) || c == '-' || c == '.' || c == ':'; });
    if (!plain || host.empty()) return std::nullopt;
    return Url(std::string(address));
}

std::optional<Url> Url::mail(std::string_view address)
{
    const std::size_t at = address.find('@');
    if (at == std::string_view::npos || at == 0 || address.find('@', at + 1) != std::string_view::npos) return std::nullopt;
    if (address.find('.', at) == std::string_view::npos || address.back() == '.') return std::nullopt;
    const bool plain = std::all_of(address.begin(), address.end(), [](char c) {
        return is_alphanumeric(c) || std::string_view("@.-_+").find(c) != std::string_view::npos;
    });
    if (!plain) return std::nullopt;
    return Url("mailto:" + std::string(address));
}

std::optional<Url> Url::telephone(std::string_view number)
{
    std::string digits;
    for (const char c : number) {
        if (is_digit(c) || (c == '+' && digits.empty())) digits.append(1, c);
        else if (c != ' ' && c != '-') return std::nullopt;
    }
    if (digits.empty() || digits == "+") return std::nullopt;
    return Url("tel:" + digits);
}

Url Url::fragment(std::string_view id)
{
    Url url("#");
    percent_encode(url.text_, id);
    return url;
}

Url Url::operator/(std::string_view segment) const&
{
    return Url(*this) / segment;
}

Url Url::operator/(std::string_view segment) &&
{
    check(is_local() && text_.find_first_of("?#") == std::string::npos, "a path segment was added to something that is not a path");
    check(!segment.empty() && segment != "." && segment != "..", "a path segment is empty or a dot segment");
    if (text_.back() != '/') text_ += '/';
    percent_encode(text_, segment);
    return std::move(*this);
}

Url Url::with(std::string_view name, std::string_view value) const
{
    check(!empty() && text_.find('#') == std::string::npos, "a query was added after a fragment or to nothing");
    Url url = *this;
    url.text_.append(1, text_.find('?') == std::string::npos ? '?' : '&');
    percent_encode(url.text_, name);
    url.text_.append(1, '=');
    percent_encode(url.text_, value);
    return url;
}

Url Url::at(std::string_view id) const
{
    check(text_.find('#') == std::string::npos, "an address has one fragment");
    Url url = *this;
    url.text_ += fragment(id).text_;
    return url;
}

}  // namespace lots::html
