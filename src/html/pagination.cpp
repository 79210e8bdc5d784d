#include "html/content_components.h"
#include "html/parts.h"

namespace lots::html {

namespace {

constexpr Markup arrow_back =
    "<svg class=\"govuk-pagination__icon govuk-pagination__icon--prev\" xmlns=\"http://www.w3.org/2000/svg\" height=\"13\" width=\"15\" "
    "aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 15 13\"><path d=\"m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 "
    "1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z\"></path></svg>"_m;
constexpr Markup arrow_on =
    "<svg class=\"govuk-pagination__icon govuk-pagination__icon--next\" xmlns=\"http://www.w3.org/2000/svg\" height=\"13\" width=\"15\" "
    "aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 15 13\"><path d=\"m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896"
    "l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z\"></path></svg>"_m;

/// block: the two steps stand below each other, without page numbers between.
void step(Html& out, const PageStep& to, bool next, bool block, const std::string& words)
{
    out << (next ? "<div class=\"govuk-pagination__next\">"_m : "<div class=\"govuk-pagination__prev\">"_m)
        << "<a class=\"govuk-link govuk-pagination__link\""_m << href(to.href) << attr("rel", next ? "next" : "prev") << to.attributes
        << ">"_m;
    if (block || !next) out << (next ? arrow_on : arrow_back);
    out << "<span"_m
        << attr("class", block && to.label.empty() ? "govuk-pagination__link-title govuk-pagination__link-title--decorated"
                                                   : "govuk-pagination__link-title")
        << ">"_m;
    if (to.text.empty()) out << text(words);
    else out << to.text;
    out << "</span>"_m;
    if (!to.label.empty() && block)
        out << "<span class=\"govuk-visually-hidden\">:</span><span class=\"govuk-pagination__link-label\">"_m << text(to.label)
            << "</span>"_m;
    if (!block && next) out << arrow_on;
    out << "</a></div>"_m;
}

void number(Html& out, const Words& words, const PageLink& item)
{
    if (item.ellipsis) {
        out << "<li class=\"govuk-pagination__item govuk-pagination__item--ellipsis\">&ctdot;</li>"_m;
        return;
    }
    out << (item.current ? "<li class=\"govuk-pagination__item govuk-pagination__item--current\">"_m
                         : "<li class=\"govuk-pagination__item\">"_m)
        << "<a class=\"govuk-link govuk-pagination__link\""_m << href(item.href)
        << attr("aria-label", item.label.empty() ? words.page + " " + item.number : item.label);
    if (item.current) out << " aria-current=\"page\""_m;
    out << item.attributes << ">"_m << text(item.number) << "</a></li>"_m;
}

}  // namespace

Html pagination(const Words& words, const Pagination& options)
{
    const bool block = options.items.empty();
    Html out;
    out << "<nav"_m << class_attr(class_list(block ? "govuk-pagination govuk-pagination--block" : "govuk-pagination", options.classes))
        << attr("aria-label", options.landmark.empty() ? words.pages : options.landmark) << options.attributes << ">"_m;
    if (options.previous) step(out, *options.previous, false, block, words.previous);
    if (!block) {
        out << "<ul class=\"govuk-pagination__list\">"_m;
        for (const PageLink& item : options.items) number(out, words, item);
        out << "</ul>"_m;
    }
    if (options.next) step(out, *options.next, true, block, words.next);
    out << "</nav>"_m;
    return out;
}

}  // namespace lots::html
