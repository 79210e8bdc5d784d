#include "web/openapi.h"

#include <map>

#include "form/json_writer.h"

namespace lots::web {

namespace {

using form::JsonWriter;

/// The names in braces, in order.
std::vector<std::string> parts_of(const std::string& pattern)
{
    std::vector<std::string> parts;
    for (std::size_t at = pattern.find('{'); at != std::string::npos; at = pattern.find('{', at + 1))
        parts.push_back(pattern.substr(at + 1, pattern.find('}', at) - at - 1));
    return parts;
}

void write_answer(JsonWriter& json, std::string_view status, std::string_view what, std::string_view media_type)
{
    json.name(status).object().pair("description", what);
    json.name("content").object().name(media_type).object().end_object().end_object().end_object();
}

void write_operation(JsonWriter& json, const RouteLine& line, Language language)
{
    const bool post = line.method == http::Method::post;
    json.name(post ? "post" : line.method == http::Method::delete_ ? "delete" : "get").object();
    if (const auto about = MessageKey::of_name(line.about)) json.pair("summary", say(language, *about));
    if (!line.open) json.pair("x-access-rule", access::name(line.operation));
    if (line.open) json.name("security").array().end_array();
    json.name("parameters").array();
    for (const auto& part : parts_of(line.pattern))
        json.object().pair("name", part).pair("in", "path").pair("required", true).name("schema").object().pair("type", "string")
            .end_object().end_object();
    if (post && !line.open)
        json.object().pair("name", "Idempotency-Key").pair("in", "header").pair("required", false)
            .pair("description", "The same key and body again give the first answer, and nothing happens twice.")
            .name("schema").object().pair("type", "string").pair("maxLength", 200).end_object().end_object();
    json.end_array();
    if (line.schema)
        json.name("requestBody").object().pair("required", true).name("content").object().name("application/json").object().name("schema")
            .raw(line.schema(language)).end_object().end_object().end_object();
    json.name("responses").object();
    write_answer(json, post ? "201" : "200", post ? "Done, and in the log." : "The answer.", "application/json");
    if (!line.open) {
        write_answer(json, "401", "No session.", "application/problem+json");
        write_answer(json, "404", "Does not exist, or is not yours.", "application/problem+json");
    }
    if (line.schema) {
        write_answer(json, "400", "Fields to correct.", "application/problem+json");
        write_answer(json, "409", "Changed by somebody else; both texts.", "application/problem+json");
        write_answer(json, "422", "The rules say no; the findings say why.", "application/problem+json");
    }
    write_answer(json, "503", "Nothing was saved; try again.", "application/problem+json");
    json.end_object().end_object();
}

}  // namespace

std::string openapi(const Site& site, Language language)
{
    std::map<std::string, std::vector<const RouteLine*>> paths;
    for (const auto& line : site.lines())
        if (line.api) paths[line.pattern].push_back(&line);

    JsonWriter json;
    json.object().pair("openapi", "3.1.0").name("info").object().pair("title", "Lots").pair("version", "1").end_object();
    json.name("components").object().name("securitySchemes").object().name("session").object().pair("type", "http")
        .pair("scheme", "bearer").end_object().end_object().end_object();
    json.name("security").array().object().name("session").array().end_array().end_object().end_array();
    json.name("paths").object();
    for (const auto& [path, lines] : paths) {
        json.name(path).object();
        for (const auto* line : lines) write_operation(json, *line, language);
        json.end_object();
    }
    return json.end_object().end_object().take();
}

}  // namespace lots::web
