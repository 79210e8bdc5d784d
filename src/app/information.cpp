#include <optional>
#include <span>
#include <vector>

#include "app/routes.h"

namespace lots::app {

using html::Html;

namespace {

/// One heading with what stands under it.
struct Part {
    MessageKey heading;
    std::vector<MessageKey> paragraphs;
    std::vector<MessageKey> points = {};
    bool in_order = false;  // the points are steps
};

struct Page {
    const char* path;
    MessageKey title, lead;
    std::vector<Part> parts;
};

std::vector<Page> pages()
{
    return {
        {"/om-metoden", "app.method.title", "app.method.lead",
         {{"app.method.what.heading", {"app.method.what.text", "app.method.what.ordinary"}},
          {"app.method.way.heading", {}, {"app.method.way.1", "app.method.way.2", "app.method.way.3", "app.method.way.4", "app.method.way.5"}, true},
          {"app.method.consent.heading", {"app.method.consent.text", "app.method.consent.end"}},
          {"app.method.source.heading", {"app.method.source.text"}}}},
        {"/personuppgifter", "app.data.title", "app.data.lead",
         {{"app.data.who.heading", {"app.data.who.text"}},
          {"app.data.see.heading", {"app.data.see.text"}, {"app.data.see.1", "app.data.see.2", "app.data.see.3"}},
          {"app.data.log.heading", {"app.data.log.text"}},
          {"app.data.gone.heading", {"app.data.gone.text"}},
          {"app.data.rights.heading", {"app.data.rights.text"}}}},
        {"/tillganglighet", "app.access.title", "app.access.lead",
         {{"app.access.how.heading", {}, {"app.access.how.1", "app.access.how.2", "app.access.how.3", "app.access.how.4"}},
          {"app.access.tested.heading", {"app.access.tested.text"}},
          {"app.access.tell.heading", {"app.access.tell.text"}}}},
        {"/hjalp", "app.help.title", "app.help.lead",
         {{"app.help.sign_in.heading", {"app.help.sign_in.text"}},
          {"app.help.missing.heading", {"app.help.missing.text"}},
          {"app.help.not_there.heading", {"app.help.not_there.text"}},
          {"app.help.keys.heading", {}, {"app.help.keys.1", "app.help.keys.2", "app.help.keys.3"}},
          {"app.help.more.heading", {"app.help.more.text"}}}},
    };
}

web::View view_of(const Page& page, const std::string& support)
{
    const auto words = [&](MessageKey key) { return say(Language::sv, key, {{"support", support}}); };
    web::View view;
    view.title = words(page.title);
    view.width = html::Width::reading;
    view.main << html::heading(1, view.title) << html::paragraph(words(page.lead));
    for (const auto& part : page.parts) {
        view.main << html::heading(2, words(part.heading));
        for (const auto& paragraph : part.paragraphs) view.main << html::paragraph(words(paragraph));
        std::vector<html::Content> points;
        for (const auto& point : part.points) points.emplace_back(words(point));
        if (!points.empty()) view.main << (part.in_order ? html::numbered(points) : html::bullets(points));
    }
    return view;
}

}  // namespace

void add_information(web::Site& site)
{
    for (const auto& page : pages())
        site.open(http::Method::get, page.path,
                  [&site, page](const http::Request& request) { return site.open_page(request, view_of(page, site.services().support)); });
}

}  // namespace lots::app
