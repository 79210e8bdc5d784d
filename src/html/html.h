#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "html/url.h"

/// How a page is written: only literals of our own source are markup, everything else is escaped by its type.
///
///     Html row;
///     row << "<li"_m << attr("class", kind) << ">"_m << text(name) << "</li>"_m;
///
/// What does not compile: a run-time string as markup, <script>, <style>, style="", on…="" or javascript: in a literal, a quote
/// left open, an attribute name that is not a literal, and href, src or action with anything but a Url. What throws a Bug: text
/// inside a tag, an attribute outside of one.
namespace lots::html {

namespace detail {

/// A problem with a literal: calling it is not a constant expression, so the compiler stops and shows the name.
void literal_may_not_hold_script_style_or_handlers();
void literal_has_an_open_quote_or_bracket();
void attribute_name_is_not_allowed();
void attribute_takes_a_url_use_href_src_or_action();

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr bool letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

constexpr bool starts(std::string_view text, std::size_t at, std::string_view word)
{
    if (text.size() - at < word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i)
        if (lower(text[at + i]) != word[i]) return false;
    return true;
}

/// An attribute named so that it runs or styles: style, srcdoc, on….
constexpr bool forbidden_attribute(std::string_view text, std::size_t at)
{
    if (starts(text, at, "style=") || starts(text, at, "srcdoc=")) return true;
    if (!starts(text, at, "on")) return false;
    std::size_t end = at + 2;
    while (end < text.size() && letter(text[end])) ++end;
    return end > at + 2 && end < text.size() && text[end] == '=';
}

}  // namespace detail

/// A piece of markup out of our own source: `"<p>"_m`. It may end inside a tag, so that attributes can follow.
class Markup {
    std::string_view text_;
    bool needs_tag_ = false, needs_text_ = false, ends_in_tag_ = false, moves_ = false;

public:
    consteval Markup(const char* bytes, std::size_t size) : text_(bytes, size)
    {
        bool quoted = false, in_tag = false;
        for (std::size_t i = 0; i < size; ++i) {
            const char c = bytes[i];
            if (!quoted && c == '<') {
                if (moves_ && in_tag) detail::literal_has_an_open_quote_or_bracket();
                if (!moves_) needs_text_ = true;
                in_tag = moves_ = true;
                if (detail::starts(text_, i, "<script") || detail::starts(text_, i, "<style") || detail::starts(text_, i, "<!--"))
                    detail::literal_may_not_hold_script_style_or_handlers();
            }
            else if (!quoted && c == '>') {
                if (!moves_) needs_tag_ = true;
                in_tag = false;
                moves_ = true;
            }
            else if (c == '"' && (in_tag || !moves_)) quoted = !quoted;
            else if (!quoted && (c == ' ' || c == '\n' || c == '\t' || c == '/') && detail::forbidden_attribute(text_, i + 1))
                detail::literal_may_not_hold_script_style_or_handlers();
            else if (detail::lower(c) == 'j' && detail::starts(text_, i, "javascript:"))
                detail::literal_may_not_hold_script_style_or_handlers();
        }
        if (quoted) detail::literal_has_an_open_quote_or_bracket();
        ends_in_tag_ = in_tag;
    }
    constexpr std::string_view view() const { return text_; }
    constexpr bool needs_tag() const { return needs_tag_; }      // begins inside a tag: `class="x">`
    constexpr bool needs_text() const { return needs_text_; }    // begins with a tag of its own
    constexpr bool moves() const { return moves_; }              // has a bracket at all
    constexpr bool ends_in_tag() const { return ends_in_tag_; }
};

inline namespace literals {
consteval Markup operator""_m(const char* bytes, std::size_t size) { return {bytes, size}; }
}  // namespace literals

/// The name of an attribute that takes plain text. Only a literal; never one that runs, styles or leads somewhere.
class AttributeName {
    std::string_view name_;

public:
    template <std::size_t N>
    consteval AttributeName(const char (&name)[N]) : name_(name, N - 1)  // NOLINT(google-explicit-constructor)
    {
        if (name_ == "viewBox") return;  // the one name with a capital that a picture needs
        if (N < 2 || (name[0] == 'o' && name[1] == 'n')) detail::attribute_name_is_not_allowed();
        for (const char c : name_)
            if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-' && c != '.') detail::attribute_name_is_not_allowed();
        if (name_ == "style" || name_ == "srcdoc") detail::attribute_name_is_not_allowed();
        if (name_ == "href" || name_ == "src" || name_ == "action" || name_ == "formaction" || name_ == "srcset" || name_ == "data" ||
            name_ == "poster" || name_ == "ping" || name_ == "cite" || name_ == "background")
            detail::attribute_takes_a_url_use_href_src_or_action();
    }
    constexpr std::string_view view() const { return name_; }
};

/// What somebody typed or a catalogue said: escaped when it is added. Holds no copy, so it lives only within its expression.
struct Text {
    std::string_view value;
};
[[nodiscard]] inline Text text(std::string_view value) { return {value}; }

/// An attribute within its expression: ` name="value"`, escaped.
struct AttributeView {
    std::string_view name, value;
};
[[nodiscard]] inline AttributeView attr(AttributeName name, std::string_view value) { return {name.view(), value}; }
/// Nothing when the value is empty.
[[nodiscard]] inline AttributeView attr_if(AttributeName name, std::string_view value)
{
    return {value.empty() ? std::string_view{} : name.view(), value};
}

class Content;
/// An attribute that says again what a Content shows as text, within its expression.
struct SaidAgain {
    std::string_view name;
    const Content& content;
};
[[nodiscard]] inline SaidAgain attr_of(AttributeName name, const Content& content) { return {name.view(), content}; }

/// An attribute without a value, or nothing: ` checked`.
struct Flag {
    std::string_view name;
};
[[nodiscard]] inline Flag flag(AttributeName name, bool on) { return {on ? name.view() : std::string_view{}}; }

/// An attribute that leads somewhere. Nothing when the Url is empty.
struct UrlAttribute {
    std::string_view name;
    const Url& url;
};
[[nodiscard]] inline UrlAttribute href(const Url& url) { return {"href", url}; }
[[nodiscard]] inline UrlAttribute src(const Url& url) { return {"src", url}; }
[[nodiscard]] inline UrlAttribute action(const Url& url) { return {"action", url}; }
[[nodiscard]] inline UrlAttribute formaction(const Url& url) { return {"formaction", url}; }

/// An attribute that is kept: the `attributes` of a component. The name is a literal.
struct Attribute {
    AttributeName name;
    std::string value = {};
};
using Attributes = std::vector<Attribute>;

/// Finished markup. Append only, cheap to move.
class Html {
    std::string bytes_;
    bool in_tag_ = false;

public:
    Html() = default;
    Html(Markup literal) { add(literal); }          // NOLINT(google-explicit-constructor)
    Html(Text&& escaped) { add(std::move(escaped)); }  // NOLINT(google-explicit-constructor)

    void add(const Markup& literal);
    void add(const Html& finished);
    void add(Text&& escaped);
    void add(AttributeView&& attribute);
    void add(SaidAgain&& attribute);
    void add(UrlAttribute&& attribute);
    void add(Flag&& attribute);
    void add(const Attributes& attributes);

    /// Room for so many bytes more, when a page knows that it becomes long.
    void reserve(std::size_t bytes) { bytes_.reserve(bytes_.size() + bytes); }
    bool empty() const { return bytes_.empty(); }
    const std::string& str() const& { return bytes_; }
    std::string str() && { return std::move(bytes_); }

    /// The one way to a <script> element: a module of our own, by address. Only page.cpp needs it.
    friend Html module_script(const Url& file);
};

template <class Piece>
    requires requires(Html& page, Piece&& piece) { page.add(std::forward<Piece>(piece)); }
Html& operator<<(Html& page, Piece&& piece)
{
    page.add(std::forward<Piece>(piece));
    return page;
}
template <class Piece>
    requires requires(Html& page, Piece&& piece) { page.add(std::forward<Piece>(piece)); }
Html&& operator<<(Html&& page, Piece&& piece)
{
    page.add(std::forward<Piece>(piece));
    return std::move(page);
}

Html module_script(const Url& file);

/// What a component shows: plain text, which is escaped, or finished Html. A string is always text.
class Content {
    Html html_;
    bool is_text_ = true;

public:
    Content() = default;
    Content(const char* plain) : html_(text(plain)) {}                // NOLINT(google-explicit-constructor)
    Content(std::string_view plain) : html_(text(plain)) {}           // NOLINT(google-explicit-constructor)
    Content(const std::string& plain) : html_(text(plain)) {}         // NOLINT(google-explicit-constructor)
    Content(Html html) : html_(std::move(html)), is_text_(false) {}   // NOLINT(google-explicit-constructor)
    Content(Markup literal) : html_(literal), is_text_(false) {}      // NOLINT(google-explicit-constructor)

    const Html& html() const { return html_; }
    bool empty() const { return html_.empty(); }
    bool is_text() const { return is_text_; }
};
template <std::same_as<Content> C>  // exactly a Content: a loose string stays a compile error
Html& operator<<(Html& page, const C& content)
{
    return page << content.html();
}

}  // namespace lots::html
