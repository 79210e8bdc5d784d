#include "cases/paging.h"

#include <algorithm>
#include <charconv>

namespace lots::cases {

namespace {

/// The first, the last, and those beside the current one: with gaps between where there are more.
std::vector<int> numbers(const Part& part)
{
    std::vector<int> all;
    for (int page = 1; page <= part.pages; ++page)
        if (page == 1 || page == part.pages || std::abs(page - part.page) <= 1) all.push_back(page);
    return all;
}

html::Url at(const html::Url& list, const char* name, int page) { return page == 1 ? list : list.with(name, std::to_string(page)); }

}  // namespace

Part part_asked(const web::Asked& asked, const std::string& name, int total)
{
    Part part;
    part.total = total;
    part.pages = std::max(1, (total + lines_a_page - 1) / lines_a_page);
    const auto* text = asked.request.parameter(name);
    if (text == nullptr) return part;
    int wanted = 0;
    const auto* end = text->data() + text->size();
    const auto [stopped, error] = std::from_chars(text->data(), end, wanted);
    if (error == std::errc{} && stopped == end) part.page = std::clamp(wanted, 1, part.pages);
    return part;
}

html::Html paging(const web::Asked& asked, const Part& part, int shown, const html::Url& list)
{
    if (part.pages == 1) return {};
    html::Pagination links;
    links.landmark = asked.say("cases.paging.pages");
    if (part.page > 1) links.previous = html::PageStep{.href = at(list, "sida", part.page - 1)};
    if (part.page < part.pages) links.next = html::PageStep{.href = at(list, "sida", part.page + 1)};
    int before = 0;
    for (const int page : numbers(part)) {
        if (page > before + 1) links.items.push_back({.ellipsis = true});
        links.items.push_back({.number = std::to_string(page), .href = at(list, "sida", page), .current = page == part.page});
        before = page;
    }
    const int last = part.skip() + shown;
    html::Html out = html::secondary_paragraph(
        asked.say("cases.paging.shown", {{"from", part.skip() + 1}, {"to", last}, {"total", std::max(part.total, last)}}));
    out << html::pagination(asked.words(), links);
    return out;
}

void write_paging(form::JsonWriter& json, const Part& part, const html::Url& list)
{
    json.pair("page", part.page).pair("pages", part.pages).pair("total", part.total);
    if (part.page < part.pages) json.pair("next", at(list, "page", part.page + 1).str());
}

}  // namespace lots::cases
