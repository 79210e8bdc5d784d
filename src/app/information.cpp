#include <optional>
#include <span>
#include <vector>

#include "app/routes.h"
#include "base/check.h"
#include "organisation/profile.h"
#include "organisation/public_agencies.h"
#include "web/session.h"

namespace lots::app {

using html::Html;
using namespace html::literals;

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
          {"app.method.police.heading", {"app.method.police.text", "app.method.open.text", "app.method.police.parents"}},
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
          {"app.data.why.heading", {"app.data.why.text", "app.data.why.ground", "app.data.why.police", "app.data.why.consent"}},
          {"app.data.see.heading", {"app.data.see.text"}, {"app.data.see.1", "app.data.see.2", "app.data.see.3"}},
          {"app.data.log.heading", {"app.data.log.text"}},
          {"app.data.kept.heading", {"app.data.kept.text", "app.data.kept.law"}},
          {"app.data.gone.heading", {"app.data.gone.text"}},
          {"app.data.rights.heading",
           {"app.data.rights.text", "app.data.rights.officer"},
           {"app.data.rights.1", "app.data.rights.2", "app.data.rights.3", "app.data.rights.4"}}}},
        // What the statement has to say: lag (2018:1937) om tillgänglighet till digital offentlig service, and Digg's rules to it.
        {"/tillganglighet", "app.access.title", "app.access.lead",
         {{"app.access.status.heading", {"app.access.status.text", "app.access.status.law"}},
          {"app.access.how.heading", {}, {"app.access.how.1", "app.access.how.2", "app.access.how.3", "app.access.how.4"}},
          {"app.access.lacks.heading",
           {"app.access.lacks.lead"},
           {"app.access.lacks.1", "app.access.lacks.2", "app.access.lacks.3", "app.access.lacks.4"}},
          {"app.access.tested.heading", {"app.access.tested.text", "app.access.tested.day"}},
          {"app.access.tell.heading", {"app.access.tell.text", "app.access.tell.other"}},
          {"app.access.complain.heading", {"app.access.complain.text"}}}},
        {"/hjalp", "app.help.title", "app.help.lead",
         {{"app.help.sign_in.heading", {"app.help.sign_in.text"}},
          {"app.help.family.heading",
           {"app.help.family.lead"},
           {"app.help.family.1", "app.help.family.2", "app.help.family.3", "app.help.family.4", "app.help.family.5",
            "app.help.family.6"}},
          {"app.help.missing.heading", {"app.help.missing.text"}},
          {"app.help.not_there.heading", {"app.help.not_there.text"}},
          {"app.help.keys.heading", {}, {"app.help.keys.1", "app.help.keys.2", "app.help.keys.3"}},
          {"app.help.more.heading", {"app.help.more.text"}}}},
    };
}

/// The day on which the accessibility statement was gone through last. Whoever changes its text or what it tells of changes the day.
constexpr Date statement_day{2026y / 11 / 22};

/// The same page in the other language, under that language's own name.
Html other_language(const Page& page, Language language)
{
    const auto url = html::Url::local(page.path);
    check(url.has_value(), "the address of an information page is a path of ours");
    const auto other = language == Language::sv ? Language::en : Language::sv;
    Html line;
    line << "<p class=\"govuk-body\""_m << html::attr("lang", code_of(other)) << ">"_m
         << html::link(url->with("sprak", code_of(other)), say(other, "app.information.language", {{"title", say(other, page.title)}}))
         << "</p>"_m;
    return line;
}

web::View view_of(const Page& page, const web::Services& services, Language language)
{
    const auto words = [&](MessageKey key) {
        return say(language, key,
                   {{"support", services.support}, {"municipality", services.municipality_name}, {"day", statement_day}});
    };
    web::View view;
    view.title = words(page.title);
    view.width = html::Width::reading;
    view.language = language;
    view.main << html::heading(1, view.title) << other_language(page, language) << html::paragraph(words(page.lead));
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
Html local_part(const web::Services& services, Language language)
{
    organisation::MethodProfile profile;
    services.data.read([&](storage::Session& db) { profile = organisation::profile_of(db, services.municipality); });
    const auto words = [&](MessageKey key, std::initializer_list<Arg> args) { return say(language, key, args); };
    Html part = html::heading(2, words("app.method.here.heading", {{"municipality", services.municipality_name}}));
    if (profile.historic_example)
        part << html::inset_text({.text = words("app.method.here.historic", {{"name", profile.name}})});
    if (!profile.target_group.empty()) part << html::paragraph(words("app.method.here.target", {{"text", profile.target_group}}));
    part << html::paragraph(words("app.method.here.words", {{"consent", profile.consent_word}, {"plan", profile.plan_word}}));
    if (profile.has_working_group) part << html::paragraph(words("app.method.here.group", {{"group", profile.working_group_word}}));
    return part;
}

/// Who answers for the data that it handles itself: every agency of the cooperation, under its board where it has one.
Html agencies_part(const web::Services& services, Language language)
{
    std::vector<organisation::PublicAgency> agencies;
    services.data.read([&](storage::Session& db) { agencies = organisation::public_agencies(db, services.municipality); });
    Html part = html::heading(2, say(language, "app.data.here.heading", {{"municipality", services.municipality_name}}));
    std::vector<html::Content> lines;
    for (const auto& agency : agencies) {
        if (agency.kind == "police") lines.emplace_back(say(language, "app.data.here.police", {{"agency", agency.name}}));
        else if (agency.board.empty()) lines.emplace_back(agency.name);
        else lines.emplace_back(say(language, "app.data.here.board", {{"agency", agency.name}, {"board", agency.board}}));
    }
    if (lines.empty()) return part << html::paragraph(say(language, "app.data.here.none"));
    return part << html::paragraph(say(language, "app.data.here.text")) << html::bullets(lines);
}

/// Where somebody complains about what is not accessible, in words that say where the link leads.
Html complaint_part(Language language)
{
    return html::paragraph(html::link("https://www.digg.se/tdosanmalan"_url, say(language, "app.access.complain.link")));
}

/// The language that is asked for, else that of whoever is signed in, else Swedish.
Language language_for(const web::Site& site, const http::Request& request)
{
    if (const auto* wanted = request.parameter("sprak"); wanted != nullptr)
        if (const auto language = language_of(*wanted)) return *language;
    auto language = Language::sv;
    const auto token = web::session_token(request);
    if (!token) return language;
    const auto& services = site.services();
    services.data.read([&](storage::Session& db) {
        language = Language::sv;  // PostgreSQL may run this again
        if (const auto session = web::find_session(db, services, *token, services.clock.now())) language = session->reader.language;
    });
    return language;
}

}  // namespace

void add_information(web::Site& site)
{
    for (const auto& page : pages())
        site.open(http::Method::get, page.path, [&site, page](const http::Request& request) {
            const auto language = language_for(site, request);
            auto view = view_of(page, site.services(), language);
            const std::string_view path(page.path);
            if (path == "/om-metoden") view.main << local_part(site.services(), language);
            if (path == "/personuppgifter") view.main << agencies_part(site.services(), language);
            if (path == "/tillganglighet") view.main << complaint_part(language);
            return site.page_for_all(request, std::move(view));
        });
}

}  // namespace lots::app
