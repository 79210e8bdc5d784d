#include "app/routes.h"

#include <doctest/doctest.h>
#include <set>

#include "app/test_town.h"
#include "form/json_reader.h"
#include "web/openapi.h"

using namespace lots;
using namespace lots::app;
using lots::app::test::Town;

namespace {

/// The only addresses that need no session. A new one is a decision, and stands here.
const std::set<std::string> open_to_all{"/", "/logga-in", "/logga-ut", "/lamna", "/om-metoden", "/personuppgifter", "/tillganglighet", "/hjalp",
                                        "/inte-till-forhor",  // for officers outside the group: says nothing of anybody
                                        "/robots.txt", "/favicon.svg", "/api/v1/session", "/api/v1/openapi.json",
                                        // These look at the session themselves: they end or change it (web/sign_in.cpp).
                                        "/api/v1/session/end", "/roll", "/mina-inloggningar/avsluta"};

bool is_open_by_right(const web::RouteLine& line)
{
    if (line.pattern == "/roll" && line.method == http::Method::get) return false;  // the page is a page like others
    return open_to_all.contains(line.pattern) || line.pattern.starts_with("/assets/");
}

/// Every name of the schema's properties that has no description, joined.
std::string without_words(const std::string& schema)
{
    std::string found;
    for (std::size_t at = schema.find("\":{\"type\":"); at != std::string::npos; at = schema.find("\":{\"type\":", at + 1)) {
        const auto begin = schema.rfind('"', at - 1) + 1;
        const auto name = schema.substr(begin, at - begin);
        const auto close = schema.find('}', at);
        const bool of_a_file = name == "name" || name == "content" || name == "items" || name == "properties";
        if (!of_a_file && schema.substr(at, close - at).find("\"description\":") == std::string::npos)
            found += name + " ";
    }
    return found;
}

std::string named(const web::RouteLine& line) { return std::string(http::name_of(line.method)) + " " + line.pattern; }

}  // namespace

TEST_CASE("Every address names its access rule, or is one of the few that anybody may open")
{
    Town town;
    const auto& lines = town.program.site().lines();
    REQUIRE(lines.size() > 20);
    for (const auto& line : lines) {
        CAPTURE(named(line));
        CHECK(line.open == is_open_by_right(line));
        if (line.open) CHECK(line.scope.empty());
        else CHECK_FALSE(access::name(line.operation).empty());
    }
}

TEST_CASE("An address is in the table once for a method")
{
    Town town;
    std::set<std::string> seen;
    for (const auto& line : town.program.site().lines()) CHECK_MESSAGE(seen.insert(named(line)).second, named(line));
}

TEST_CASE("Every command has its title and button in both languages, and words for every field")
{
    Town town;
    std::set<std::string> scopes;
    for (const auto& line : town.program.site().lines()) {
        if (!line.api || line.scope.empty() || !scopes.insert(line.scope).second) continue;  // a command's page and API have one scope
        CAPTURE(line.scope);
        for (const auto* what : {"title", "button"}) {
            const auto key = MessageKey::of_name("command." + line.scope + "." + what);
            CHECK_MESSAGE(key.has_value(), "command." << line.scope << "." << what);
        }
        REQUIRE(line.schema);
        for (const auto language : {Language::sv, Language::en}) {
            const auto schema = line.schema(language);
            CHECK(form::JsonBody::parse(schema));
            CHECK_MESSAGE(without_words(schema).empty(), without_words(schema) << "of " << line.scope);
        }
    }
    CHECK(scopes.size() > 3);
}

TEST_CASE("Every address of the API stands in its description, with its access rule, and has its own sentence")
{
    Town town;
    const auto& site = town.program.site();
    for (const auto language : {Language::sv, Language::en}) {
        const auto json = web::openapi(site, language);
        CHECK(form::JsonBody::parse(json));
        std::size_t described = 0;
        for (const auto& line : site.lines()) {
            if (!line.api) continue;
            ++described;
            CAPTURE(named(line));
            CHECK(json.find("\"" + line.pattern + "\":{") != std::string::npos);
            if (line.open) continue;
            CHECK(json.find("\"x-access-rule\":\"" + std::string(access::name(line.operation)) + "\"") != std::string::npos);
            CHECK_MESSAGE(MessageKey::of_name(line.about).has_value(), named(line) << " has no sentence: " << line.about);
        }
        CHECK(described > 5);
    }
}

TEST_CASE("What begins with /api/v1 is the API, and nothing else is, but for signing in and the description itself")
{
    Town town;
    for (const auto& line : town.program.site().lines()) {
        CAPTURE(named(line));
        if (!line.open) CHECK(line.api == line.pattern.starts_with("/api/v1/"));
    }
}
