// From the options of a fixture to the options of ours: what a page shows.
#include "html/fixture_for_tests.h"
#include "html/fixture_drawers_for_tests.h"

namespace lots::html::testing {

namespace {

std::vector<SummaryAction> actions(Options& o)
{
    std::vector<SummaryAction> out;
    o.list("items", [&](Options& i) {
        out.push_back({.text = i.content("text", "html"),
                       .href = i.url("href"),
                       .hidden = i.text("visuallyHiddenText"),
                       .classes = i.text("classes"),
                       .attributes = i.attributes()});
    });
    return out;
}

Cell cell(Options& i)
{
    Cell out(i.content("text", "html"));
    const std::string format = i.text("format");
    if (!format.empty() && format != "numeric") i.refuse("format " + format);
    out.numeric = format == "numeric";
    out.colspan = i.number("colspan", 0);
    out.rowspan = i.number("rowspan", 0);
    out.classes = i.text("classes");
    out.attributes = i.attributes();
    return out;
}

PageStep page_step(Options& i)
{
    return {.href = i.url("href"), .text = i.content("text", "html"), .label = i.text("labelText"), .attributes = i.attributes()};
}

}  // namespace

Words package_words()
{
    Words words = english_words();
    words.breadcrumbs = "Breadcrumb";
    words.success = "Success";
    words.pages = "Pagination";
    words.previous = "Previous page";
    words.next = "Next page";
    words.show_password = "Show password";
    return words;
}

Html draw_back_link(Options& o)
{
    return back_link(package_words(),
                     {.text = o.content("text", "html"), .href = o.url("href"), .classes = o.text("classes"), .attributes = o.attributes()});
}

Html draw_breadcrumbs(Options& o)
{
    Breadcrumbs b{.collapse_on_mobile = o.truth("collapseOnMobile"),
                  .classes = o.text("classes"),
                  .attributes = o.attributes(),
                  .label = o.text("labelText")};
    o.list("items", [&](Options& i) {
        b.items.push_back({.text = i.content("text", "html"), .href = i.url("href"), .attributes = i.attributes()});
    });
    return breadcrumbs(package_words(), b);
}

Html draw_details(Options& o)
{
    return details({.summary = o.content("summaryText", "summaryHtml"),
                    .body = o.content("text", "html"),
                    .open = o.truth("open"),
                    .id = o.text("id"),
                    .classes = o.text("classes"),
                    .attributes = o.attributes()});
}

Html draw_inset_text(Options& o)
{
    return inset_text(
        {.text = o.content("text", "html"), .id = o.text("id"), .classes = o.text("classes"), .attributes = o.attributes()});
}

Html draw_notification_banner(Options& o)
{
    NotificationBanner b{.text = o.content("text", "html"),
                         .kind = o.text("type") == "success" ? Banner::success : Banner::important,
                         .title = o.content("titleText", "titleHtml"),
                         .title_level = o.number("titleHeadingLevel", 2),
                         .role = o.text("role"),
                         .classes = o.text("classes"),
                         .disable_auto_focus = o.truth_if("disableAutoFocus"),
                         .attributes = o.attributes()};
    if (o.has("titleId")) b.title_id = o.text("titleId");
    return notification_banner(package_words(), b);
}

Html draw_panel(Options& o)
{
    Panel p{.title = o.content("titleText", "titleHtml"),
            .text = o.content("text", "html"),
            .level = o.number("headingLevel", 1),
            .classes = o.text("classes"),
            .attributes = o.attributes()};
    if (p.classes.find("govuk-panel--interruption") != std::string::npos) o.refuse("interruption panel");
    return panel(p);
}

Html draw_warning_text(Options& o)
{
    return warning_text(package_words(), {.text = o.content("text", "html"),
                                          .icon_text = o.text("iconFallbackText"),
                                          .classes = o.text("classes"),
                                          .attributes = o.attributes()});
}

Html draw_tag(Options& o)
{
    return tag({.text = o.content("text", "html"), .classes = o.text("classes"), .attributes = o.attributes()});
}

Html draw_skip_link(Options& o)
{
    const Url given = o.url("href");
    return skip_link({.text = o.content("text", "html"),
                      .href = given.empty() ? Url::fragment("content") : given,  // the package's own default; ours is #main
                      .classes = o.text("classes"),
                      .attributes = o.attributes()});
}

Html draw_summary_list(Options& o)
{
    SummaryList s{.classes = o.text("classes"), .attributes = o.attributes()};
    o.list("rows", [&](Options& r) {
        SummaryRow row{.classes = r.text("classes")};
        r.object("key", [&](Options& k) {
            row.key = k.content("text", "html");
            row.key_classes = k.text("classes");
        });
        r.object("value", [&](Options& v) {
            row.value = v.content("text", "html");
            row.value_classes = v.text("classes");
        });
        r.object("actions", [&](Options& a) {
            row.actions = actions(a);
            row.actions_classes = a.text("classes");
        });
        s.rows.push_back(row);
    });
    o.object("card", [&](Options& c) {
        SummaryCard card{.classes = c.text("classes"), .attributes = c.attributes()};
        c.object("title", [&](Options& t) {
            card.title = t.content("text", "html");
            card.level = t.number("headingLevel", 2);
        });
        c.object("actions", [&](Options& a) { card.actions = actions(a); });
        s.card = card;
    });
    return summary_list(s);
}

Html draw_table(Options& o)
{
    Table t{.caption = o.text("caption"),
            .caption_classes = o.text("captionClasses"),
            .first_cell_is_header = o.truth("firstCellIsHeader"),
            .classes = o.text("classes"),
            .attributes = o.attributes()};
    o.list("head", [&](Options& i) { t.head.push_back(cell(i)); });
    if (const auto* rows = o.raw("rows"); rows && rows->is_array())
        for (const auto& row : rows->as_array()) {
            if (!row.is_array()) {
                o.refuse("rows[] holds something that is no list");
                continue;
            }
            t.rows.emplace_back();
            for (const auto& item : row.as_array()) {
                Options inner(o.fixture(), &item.as_object(), "rows[][].");
                t.rows.back().push_back(cell(inner));
            }
        }
    return table(t);
}

Html draw_pagination(Options& o)
{
    Pagination p{.landmark = o.text("landmarkLabel"), .classes = o.text("classes"), .attributes = o.attributes()};
    o.object("previous", [&](Options& i) { p.previous = page_step(i); });
    o.object("next", [&](Options& i) { p.next = page_step(i); });
    o.list("items", [&](Options& i) {
        p.items.push_back({.number = i.text("number"),
                           .href = i.url("href"),
                           .current = i.truth("current"),
                           .ellipsis = i.truth("ellipsis"),
                           .label = i.text("visuallyHiddenText"),
                           .attributes = i.attributes()});
    });
    // The package hides half of its words from the eye ("Previous<span> page</span>"); we show both.
    for (auto* to : {&p.previous, &p.next})
        if (*to && (*to)->text.empty())
            (*to)->text = o.fixture().slot(std::string(to == &p.previous ? "Previous" : "Next") + "<span class=\"govuk-visually-hidden\"> page</span>");
    return pagination(package_words(), p);
}

}  // namespace lots::html::testing
