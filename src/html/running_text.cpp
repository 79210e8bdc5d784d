#include <algorithm>
#include <array>

#include "base/check.h"
#include "html/content_components.h"
#include "html/parts.h"

namespace lots::html {

namespace {

constexpr std::array opening{"<h1"_m, "<h2"_m, "<h3"_m, "<h4"_m, "<h5"_m, "<h6"_m};
constexpr std::array closing{"</h1>"_m, "</h2>"_m, "</h3>"_m, "</h4>"_m, "</h5>"_m, "</h6>"_m};

std::size_t index_of(int level)
{
    check(level >= 1 && level <= 6, "headings have levels 1 to 6");
    return static_cast<std::size_t>(level - 1);
}

Html list(Markup open, Markup close, const std::vector<Content>& items)
{
    Html out;
    out << open;
    for (const Content& item : items) out << "<li>"_m << item << "</li>"_m;
    out << close;
    return out;
}

}  // namespace

void open_heading(Html& out, int level, std::string_view classes, std::string_view id)
{
    out << opening[index_of(level)] << attr("class", classes) << attr_if("id", id) << ">"_m;
}

void close_heading(Html& out, int level) { out << closing[index_of(level)]; }

Html heading(int level, const Content& content, std::optional<Size> size, std::string_view id)
{
    const Size by_level = level == 1 ? Size::large : level == 2 ? Size::medium : Size::small;
    constexpr std::array<std::string_view, 4> classes{"govuk-heading-s", "govuk-heading-m", "govuk-heading-l", "govuk-heading-xl"};
    Html out;
    open_heading(out, level, classes[static_cast<std::size_t>(size.value_or(by_level))], id);
    out << content;
    close_heading(out, level);
    return out;
}

Html paragraph(const Content& content)
{
    return Html() << "<p class=\"govuk-body\">"_m << content.html() << "</p>"_m;
}

Html secondary_paragraph(const Content& content)
{
    return Html() << "<p class=\"govuk-body-s sig-secondary\">"_m << content.html() << "</p>"_m;
}

Html link(const Url& to, const Content& content)
{
    return Html() << "<a class=\"govuk-link\""_m << href(to) << ">"_m << content.html() << "</a>"_m;
}

Html link(const Url& to, const Content& content, std::string_view hidden)
{
    Html out;
    out << "<a class=\"govuk-link\""_m << href(to) << ">"_m << content << "<span class=\"govuk-visually-hidden\"> "_m << text(hidden)
        << "</span></a>"_m;
    return out;
}

Html bullets(const std::vector<Content>& items)
{
    return list("<ul class=\"govuk-list govuk-list--bullet\">"_m, "</ul>"_m, items);
}

Html numbered(const std::vector<Content>& items)
{
    return list("<ol class=\"govuk-list govuk-list--number\">"_m, "</ol>"_m, items);
}

Html lines(std::string_view written)
{
    Html out;
    for (bool first = true; first || !written.empty(); first = false) {
        const auto end = std::min(written.find('\n'), written.size());
        auto line = written.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (!first) out << "<br>"_m;
        out << text(line);
        written.remove_prefix(std::min(end + 1, written.size()));
    }
    return out;
}

Html visually_hidden(std::string_view value)
{
    return Html() << "<span class=\"govuk-visually-hidden\">"_m << text(value) << "</span>"_m;
}

}  // namespace lots::html
