#include "app/routes.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "access/permit.h"
#include "app/case_decisions.h"
#include "app/case_overview.h"
#include "app/day_rooms.h"
#include "app/events.h"
#include "app/own_meetings.h"
#include "app/who_sees.h"
#include "asp/routes.h"
#include "cases/routes.h"
#include "closure/routes.h"
#include "consent/routes.h"
#include "emergency/routes.h"
#include "family/routes.h"
#include "followup/routes.h"
#include "group/routes.h"
#include "meeting/routes.h"
#include "nomination/routes.h"
#include "note/routes.h"
#include "organisation/local_words.h"
#include "organisation/profile.h"
#include "organisation/routes.h"
#include "plan/routes.h"
#include "selection/routes.h"
#include "steering/routes.h"
#include "web/openapi.h"
#include "web/session.h"
#include "web/settings.h"
#include "web/sign_in.h"
#include "working_group/routes.h"
#include "working_group/store.h"

namespace lots::app {

using access::Operation;
using access::Reader;
using access::Role;
using namespace html::literals;

namespace {

bool has_page(const web::Site& site, std::string_view pattern)
{
    return std::ranges::any_of(site.lines(), [&](const web::RouteLine& line) { return line.method == http::Method::get && line.pattern == pattern; });
}

/// Where somebody begins who has another first page than the navigation's first: what the role is there for.
std::string_view first_page_of(Role role)
{
    switch (role) {
    case Role::working_group: return "/arbetsgrupp";
    case Role::agency_manager:
    case Role::steering_group: return "/styrgrupp";
    case Role::log_reviewer: return "/loggkontroll";
    case Role::organisation_admin:
    case Role::system_admin: return "/organisation";
    default: return {};
    }
}

/// Where a reader begins: the role's own page when the navigation leads to it, else the first that it leads to.
html::Url first_page(const Reader& reader, const std::vector<html::NavigationItem>& items)
{
    const auto own = first_page_of(reader.role);
    for (const auto& item : items)
        if (item.href.str() == own) return item.href;
    return items.empty() ? html::Url("/mina-inloggningar"_url) : items.front().href;
}

/// Whether the path is a page below the one of the navigation: a case is below the list of cases, and for the family below Min plan.
bool is_below(const std::string& path, const html::Url& page, bool family)
{
    if (path.starts_with(page.str() + "/")) return true;
    return path.starts_with("/arende/") && page.str() == (family ? "/min-plan" : "/arenden");
}

/// Marks the one page of the navigation that the shown one lies below: the nearest, where several are.
void mark_above(std::vector<html::NavigationItem>& items, const std::string& path, bool family)
{
    html::NavigationItem* nearest = nullptr;
    for (auto& item : items) {
        if (item.current) return;
        if (is_below(path, item.href, family) && (nearest == nullptr || nearest->href.str().size() < item.href.str().size())) nearest = &item;
    }
    if (nearest != nullptr) nearest->within = true;
}

/// What the municipality calls its working group (S2-07); none when it has none, and for a reader who sees none of them.
std::optional<std::string> working_group_word(access::Work& work)
{
    const auto profile = organisation::profile_of(work);
    if (!profile.has_working_group || !working_group::sees_a_group(work)) return std::nullopt;
    return organisation::as_heading(profile.working_group_word);
}

/// The main navigation: pages that are there, that the role may open, and that have something for this reader.
std::vector<html::NavigationItem> navigation(const web::Site& site, access::Work& work, const std::string& path)
{
    const Reader& reader = work.reader;
    struct Item {
        html::Url href;
        MessageKey label;
        Operation operation;
        bool for_private;
    };
    const std::vector<Item> items{
        {"/min-plan"_url, "web.navigation.plan", Operation::list_cases, true},
        {"/min-dag"_url, "web.navigation.day", Operation::read_day, false},
        {"/arenden"_url, "web.navigation.cases", Operation::list_cases, false},
        {"/moten"_url, "web.navigation.meetings", Operation::list_cases, false},
        {"/foresla"_url, "web.navigation.propose", Operation::propose, false},
        {"/mina-forslag"_url, "web.navigation.my_proposals", Operation::propose, false},
        {"/lyfta"_url, "web.navigation.lifted", Operation::answer_escalation, false},
        {"/arbetsgrupp"_url, "web.navigation.working_group", Operation::read_working_group, false},
        {"/styrgrupp"_url, "web.navigation.steering", Operation::read_statistics, false},
        {"/organisation/grupper"_url, "web.navigation.groups", Operation::manage_organisation, false},
        {"/organisation"_url, "web.navigation.organisation", Operation::manage_accounts, false},
    };
    std::vector<html::NavigationItem> shown;
    for (const auto& item : items) {
        if (item.for_private != access::is_family(reader.role) || !has_page(site, item.href.str())) continue;
        if (access::would_allow(reader, item.operation) == access::Answer::no) continue;
        std::string word;
        if (item.operation == Operation::read_working_group) {
            const auto here = working_group_word(work);
            if (!here) continue;
            word = *here;
        }
        shown.push_back({say(reader.language, item.label, {{"group", word}}), item.href, path == item.href.str()});
    }
    mark_above(shown, path, access::is_family(reader.role));
    return shown;
}

void add_start(web::Site& site)
{
    site.open(http::Method::get, "/", [&site](const http::Request& request) {
        const auto& services = site.services();
        std::string to = "/logga-in";
        if (const auto token = web::session_token(request))
            services.data.read([&](storage::Session& db) {
                to = "/logga-in";  // PostgreSQL may run this again
                const auto now = services.clock.now();
                const auto session = web::find_session(db, services, *token, now);
                if (!session) return;
                access::Work work(db, services.vault, services.random, now, session->reader, Operation::manage_own_session,
                                  audit::Kind::read, {});
                to = first_page(session->reader, navigation(site, work, request.path)).str();
            });
        return http::see_other(to);
    });
}

void add_description(web::Site& site)
{
    struct Kept {
        std::once_flag once;
        std::string json;
    };
    const auto kept = std::make_shared<Kept>();
    site.open(http::Method::get, "/api/v1/openapi.json", [&site, kept](const http::Request&) {
        std::call_once(kept->once, [&] { kept->json = web::openapi(site, Language::en); });
        return http::json_text(kept->json);
    });
}

}  // namespace

void add_routes(web::Site& site, web::PasswordHasher& hasher)
{
    web::sign_in_routes(site, hasher);
    web::settings_routes(site);
    add_start(site);
    add_information(site);
    add_assets(site);
    add_description(site);
    cases::routes(site, day_rooms());
    nomination::routes(site);
    selection::routes(site);
    consent::routes(site);
    group::routes(site);
    plan::routes(site);
    meeting::routes(site);
    note::routes(site);
    followup::routes(site);
    closure::routes(site);
    asp::routes(site);
    organisation::routes(site);
    working_group::routes(site);
    emergency::routes(site);
    steering::routes(site);
    add_case_decisions(site);
    add_case_overview(site);  // after the slices: it leads to their commands
    add_events(site);
    add_own_meetings(site);
    add_who_sees(site);
    family::routes(site);
    site.navigation([&site](access::Work& work, const std::string& path) { return navigation(site, work, path); });
}

}  // namespace lots::app
