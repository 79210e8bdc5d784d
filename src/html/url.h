#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lots::html {

namespace detail {
void url_literal_must_be_a_local_path_a_fragment_or_https();

/// A path on this site or a fragment of this page: no scheme, no other host, nothing a browser would read as one.
constexpr bool is_local_reference(std::string_view text)
{
    if (text.empty() || (text[0] != '/' && text[0] != '#')) return false;
    if (text.size() > 1 && text[0] == '/' && (text[1] == '/' || text[1] == '\\')) return false;
    for (const char c : text)
        if (static_cast<unsigned char>(c) <= 0x20 || static_cast<unsigned char>(c) >= 0x7f || c == '\\' || c == '"' || c == '<' ||
            c == '>' || c == '`')
            return false;
    return true;
}
constexpr bool is_https(std::string_view text)
{
    if (!text.starts_with("https://") || text.size() < 9 || text[8] == '/') return false;
    return is_local_reference(std::string_view(text).substr(7));
}
}  // namespace detail

/// An address that a page may lead to: a path on this site, a fragment of the page, https:, mailto: or tel:. There is no way to
/// make one with another scheme. Empty means "no link".
class Url {
    std::string text_;
    explicit Url(std::string checked) : text_(std::move(checked)) {}
    friend class UrlLiteral;

public:
    Url() = default;

    /// A path that somebody sent, for example where to go after sign-in: `/min-dag?vecka=3`. None unless it is surely on this
    /// site: begins with one slash, no backslash, control character, space or dot segment.
    static std::optional<Url> local(std::string_view path);
    /// None unless it is https with a host and without user name.
    static std::optional<Url> https(std::string_view address);
    /// None unless it looks like one address: something, one @, something with a dot; no header fields.
    static std::optional<Url> mail(std::string_view address);
    /// Digits, +, spaces and hyphens as people write it; the link has digits and + only. None without digits.
    static std::optional<Url> telephone(std::string_view number);
    /// The element of this page with the id.
    static Url fragment(std::string_view id);

    /// A further path segment, percent-encoded: `"/arende"_url / number / "plan"`. An empty segment and dot segments are a Bug.
    Url operator/(std::string_view segment) const&;
    Url operator/(std::string_view segment) &&;
    /// The query `?name=value` or `&name=value`, percent-encoded.
    Url with(std::string_view name, std::string_view value) const;
    /// The same page at the element with the id.
    Url at(std::string_view id) const;

    bool empty() const { return text_.empty(); }
    bool is_local() const { return !text_.empty() && text_[0] == '/'; }
    const std::string& str() const { return text_; }
    bool operator==(const Url&) const = default;
};

/// An address out of our own source, checked by the compiler: `"/min-dag"_url`.
class UrlLiteral {
    std::string_view text_;

public:
    consteval UrlLiteral(const char* bytes, std::size_t size) : text_(bytes, size)
    {
        if (!detail::is_local_reference(text_) && !detail::is_https(text_))
            detail::url_literal_must_be_a_local_path_a_fragment_or_https();
    }
    operator Url() const { return Url(std::string(text_)); }  // NOLINT(google-explicit-constructor)
    Url operator/(std::string_view segment) const { return Url(*this) / segment; }
    Url with(std::string_view name, std::string_view value) const { return Url(*this).with(name, value); }
    Url at(std::string_view id) const { return Url(*this).at(id); }
};

inline namespace literals {
consteval UrlLiteral operator""_url(const char* bytes, std::size_t size) { return {bytes, size}; }
}  // namespace literals

}  // namespace lots::html
