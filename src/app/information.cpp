#include <optional>
#include <span>
#include <vector>

#include "app/routes.h"
#include "organisation/profile.h"

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
          {"app.method.police.heading", {"app.method.police.text", "app.method.police.parents"}},
          {"app.method.open.heading", {"app.method.open.text", "app.method.open.police"}},
          {"app.method.always.heading",
           {"app.method.always.lead"},
           {"app.method.always.s1_01", "app.method.always.s3_06", "app.method.always.s0_75", "app.method.always.s0_25",
            "app.method.always.s0_12", "app.method.always.s0_77", "app.method.always.s4_24"}},
          {"app.method.source.heading", {"app.method.source.text"}}}},
        // S0-58: printed and given to officers outside the group. It names nobody, no time and no place.
        {"/inte-till-forhor", "app.slip.title", "app.slip.lead",
         {{"app.slip.do.heading", {}, {"app.slip.do.1", "app.slip.do.2", "app.slip.do.3"}},
          {"app.slip.law.heading", {"app.slip.law.text"}}}},
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

/// What the municipality has chosen for itself: whom it turns to, and its words (S2-01, S2-07, S2-13).
Html local_part(const web::Services& services)
{
    organisation::MethodProfile profile;
    services.data.read([&](storage::Session& db) { profile = organisation::profile_of(db, services.municipality); });
    const auto words = [](MessageKey key, std::initializer_list<Arg> args) { return say(Language::sv, key, args); };
    Html part = html::heading(2, words("app.method.here.heading", {{"municipality", services.municipality_name}}));
    if (profile.historic_example)
        part << html::inset_text({.text = words("app.method.here.historic", {{"name", profile.name}})});
    if (!profile.target_group.empty()) part << html::paragraph(words("app.method.here.target", {{"text", profile.target_group}}));
    part << html::paragraph(words("app.method.here.words", {{"consent", profile.consent_word}, {"plan", profile.plan_word}}));
    if (profile.has_working_group) part << html::paragraph(words("app.method.here.group", {{"group", profile.working_group_word}}));
    return part;
}

}  // namespace

void add_information(web::Site& site)
{
    for (const auto& page : pages())
        site.open(http::Method::get, page.path, [&site, page](const http::Request& request) {
            auto view = view_of(page, site.services().support);
            if (std::string_view(page.path) == "/om-metoden") view.main << local_part(site.services());
            view.language = Language::sv;
            return site.page_for_all(request, std::move(view));
        });
}

}  // namespace lots::app
