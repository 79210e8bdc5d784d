#include "html/html.h"

#include <array>

#include "base/check.h"

namespace lots::html {

namespace {

/// What stands for a byte in text and in quoted attributes; empty for a byte that stands for itself. One table for both
/// places, so that a value moved from one to the other stays safe.
constexpr std::array<std::string_view, 256> replacements()
{
    std::array<std::string_view, 256> table{};
    // HTML has no way to write these, not even as a number. U+FFFD shows that something stood here.
    for (std::size_t c = 0; c < 0x20; ++c) table[c] = "\xEF\xBF\xBD";
    table[0x7f] = "\xEF\xBF\xBD";
    table['\t'] = table['\n'] = {};
    table['\r'] = "&#13;";
    table['&'] = "&amp;";
    table['<'] = "&lt;";
    table['>'] = "&gt;";
    table['"'] = "&quot;";
    table['\''] = "&#39;";
    table['`'] = "&#96;";
    return table;
}
constexpr auto replacement = replacements();

/// One byte a character, so that the scan of ordinary text stays in a few cache lines.
constexpr auto replaced = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0; c < 256; ++c) table[c] = !replacement[c].empty();
    return table;
}();

void escape(std::string& out, std::string_view value)
{
    const char* done = value.data();
    const char* const end = done + value.size();
    for (const char* at = done; at != end; ++at) {
        const auto byte = static_cast<unsigned char>(*at);
        if (!replaced[byte]) continue;
        out.append(done, at).append(replacement[byte]);
        done = at + 1;
    }
    out.append(done, end);
}

void put_attribute(std::string& out, std::string_view name, std::string_view value)
{
    out += ' ';
    out += name;
    out += "=\"";
    escape(out, value);
    out += '"';
}

}  // namespace

void Html::add(const Markup& literal)
{
    check(!(in_tag_ ? literal.needs_text() : literal.needs_tag()), "markup does not fit where it stands: a tag is open or closed");
    bytes_.append(literal.view());
    if (literal.moves()) in_tag_ = literal.ends_in_tag();
}

void Html::add(const Html& finished)
{
    check(!in_tag_ && !finished.in_tag_, "html was added inside an open tag");
    bytes_.append(finished.bytes_);
}

void Html::add(Text&& escaped)
{
    check(!in_tag_, "text was added inside a tag; attr() is for attributes");
    escape(bytes_, escaped.value);
}

void Html::add(AttributeView&& attribute)
{
    check(in_tag_, "an attribute was added outside a tag");
    if (!attribute.name.empty()) put_attribute(bytes_, attribute.name, attribute.value);
}

void Html::add(SaidAgain&& attribute)
{
    check(in_tag_, "an attribute was added outside a tag");
    check(attribute.content.is_text(), "an attribute says words, not markup");
    // Escaped when it became a Content, as an attribute is.
    bytes_.append(1, ' ').append(attribute.name).append("=\"").append(attribute.content.html().bytes_).append(1, '"');
}

void Html::add(UrlAttribute&& attribute)
{
    check(in_tag_, "an address was added outside a tag");
    if (!attribute.url.empty()) put_attribute(bytes_, attribute.name, attribute.url.str());
}

void Html::add(Flag&& attribute)
{
    check(in_tag_, "an attribute was added outside a tag");
    if (!attribute.name.empty()) bytes_.append(1, ' ').append(attribute.name);
}

void Html::add(const Attributes& attributes)
{
    check(in_tag_, "an attribute was added outside a tag");
    for (const Attribute& attribute : attributes) put_attribute(bytes_, attribute.name.view(), attribute.value);
}

Html module_script(const Url& file)
{
    check(file.is_local(), "a script comes from this site only");
    Html html;
    html.bytes_.append("<script type=\"module\"");
    put_attribute(html.bytes_, "src", file.str());
    html.bytes_.append("></script>");
    return html;
}

}  // namespace lots::html
