#include "app/routes.h"

#include <algorithm>
#include <memory>
#include <mutex>

#include "access/permit.h"
#include "app/case_overview.h"
#include "app/my_plan.h"
#include "web/openapi.h"
#include "web/session.h"
#include "web/sign_in.h"

// A room that is not furnished yet has no routes.
#if __has_include("cases/routes.h")
#include "cases/routes.h"
#define LOTS_CASES 1
#endif
#if __has_include("nomination/routes.h")
#include "nomination/routes.h"
#define LOTS_NOMINATION 1
#endif
#if __has_include("selection/routes.h")
#include "selection/routes.h"
#define LOTS_SELECTION 1
#endif
#if __has_include("consent/routes.h")
#include "consent/routes.h"
#define LOTS_CONSENT 1
#endif
#if __has_include("group/routes.h")
#include "group/routes.h"
#define LOTS_GROUP 1
#endif
#if __has_include("plan/routes.h")
#include "plan/routes.h"
#define LOTS_PLAN 1
#endif
#if __has_include("meeting/routes.h")
#include "meeting/routes.h"
#define LOTS_MEETING 1
#endif
#if __has_include("note/routes.h")
#include "note/routes.h"
#define LOTS_NOTE 1
#endif
#if __has_include("followup/routes.h")
#include "followup/routes.h"
#define LOTS_FOLLOWUP 1
#endif
#if __has_include("closure/routes.h")
#include "closure/routes.h"
#define LOTS_CLOSURE 1
#endif
#if __has_include("asp/routes.h")
#include "asp/routes.h"
#define LOTS_ASP 1
#if __has_include("organisation/routes.h")
#include "organisation/routes.h"
#define LOTS_ORGANISATION 1
#endif
#if __has_include("working_group/routes.h")
#include "working_group/routes.h"
#define LOTS_WORKING_GROUP 1
#endif

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

bool is_private(Role role) { return role == Role::youth || role == Role::guardian || role == Role::helper; }

/// Where a reader begins: the first page of the own kind that is there.
html::Url first_page(const web::Site& site, const Reader& reader)
{
    if (is_private(reader.role) && has_page(site, "/min-plan")) return "/min-plan"_url;
    if (access::would_allow(reader, Operation::read_day) != access::Answer::no && has_page(site, "/min-dag")) return "/min-dag"_url;
    return "/mina-inloggningar"_url;
}

/// The main navigation: pages that are there and that the role may open.
std::vector<html::NavigationItem> navigation(const web::Site& site, const Reader& reader, const std::string& path)
{
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
        {"/foresla"_url, "web.navigation.propose", Operation::propose, false},
        {"/mina-forslag"_url, "web.navigation.my_proposals", Operation::propose, false},
        {"/lyfta"_url, "web.navigation.lifted", Operation::answer_escalation, false},
        {"/arbetsgrupp"_url, "web.navigation.working_group", Operation::read_working_group, false},
        {"/organisation/grupper"_url, "web.navigation.groups", Operation::manage_organisation, false},
        {"/organisation"_url, "web.navigation.organisation", Operation::manage_accounts, false},
    };
    std::vector<html::NavigationItem> shown;
    for (const auto& item : items) {
        if (item.for_private != is_private(reader.role) || !has_page(site, item.href.str())) continue;
        if (access::would_allow(reader, item.operation) == access::Answer::no) continue;
        shown.push_back({say(reader.language, item.label), item.href, path == item.href.str()});
    }
    return shown;
}

void add_start(web::Site& site)
{
    site.open(http::Method::get, "/", [&site](const http::Request& request) {
        const auto& services = site.services();
        std::optional<web::SignedIn> session;
        if (const auto token = web::session_token(request))
            services.data.read([&](storage::Session& db) { session = web::find_session(db, services, *token, services.clock.now()); });
        return http::see_other(session ? first_page(site, session->reader).str() : "/logga-in");
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
    add_start(site);
    add_information(site);
    add_assets(site);
    add_description(site);
#ifdef LOTS_CASES
    cases::routes(site);
#endif
#ifdef LOTS_NOMINATION
    nomination::routes(site);
#endif
#ifdef LOTS_SELECTION
    selection::routes(site);
#endif
#ifdef LOTS_CONSENT
    consent::routes(site);
#endif
#ifdef LOTS_GROUP
    group::routes(site);
#endif
#ifdef LOTS_PLAN
    plan::routes(site);
#endif
#ifdef LOTS_MEETING
    meeting::routes(site);
#endif
#ifdef LOTS_NOTE
    note::routes(site);
#endif
#ifdef LOTS_FOLLOWUP
    followup::routes(site);
#endif
#ifdef LOTS_CLOSURE
    closure::routes(site);
#endif
#ifdef LOTS_ASP
    asp::routes(site);
#ifdef LOTS_ORGANISATION
    organisation::routes(site);
#endif
#ifdef LOTS_WORKING_GROUP
    working_group::routes(site);
#endif
    add_case_overview(site);  // after the slices: it leads to their commands
    add_my_plan(site);
    site.navigation([&site](const Reader& reader, const std::string& path) { return navigation(site, reader, path); });
}

}  // namespace lots::app
