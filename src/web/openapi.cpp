#include "web/openapi.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/check.h"
#include "form/json_writer.h"

namespace lots::web {

namespace {

using form::JsonWriter;

struct Meaning {
    int status;
    std::string_view what;
};
constexpr std::array meanings{
    Meaning{200, "The answer."},
    Meaning{201, "Done, and in the log. Location says where it can be read."},
    Meaning{204, "Done; nothing more to say."},
    Meaning{400, "Not to be read, or fields to correct: `fields` has a sentence for each. Also a key that was used for something else."},
    Meaning{401, "No session, or it has ended."},
    Meaning{403, "The session came in a cookie, and X-CSRF-Token is missing or another site's; when signing in: not a role of yours."},
    Meaning{404, "Does not exist, or is not yours."},
    Meaning{409, "Changed by somebody else: `differences` has every field that differs, theirs and yours. Send `now` as the version to "
                 "write over it."},
    Meaning{413, "Larger than 1 MiB, or 14 MiB where a file is taken (10 MiB before base64)."},
    Meaning{415, "Not application/json, or encoded."},
    Meaning{422, "The rules say no: `findings` says why, and who can do something about it."},
    Meaning{429, "Too many tries. Retry-After says for how many seconds to wait."},
    Meaning{500, "Something went wrong on our side. Nothing was saved."},
    Meaning{503, "Nothing was saved; try again after Retry-After."},
    Meaning{507, "The storage is full. Nothing was saved."},
};

// What the parts of web/ answer with (problem.cpp, gates.cpp); `Outcome` is what commands give back.
constexpr std::string_view schemas = R"({
"Finding":{"type":"object","description":"A requirement that was looked at.",
"required":["requirement","section","source","in_force_from","editions","force","met","who_can","text","about","actions"],"properties":{
"requirement":{"type":"string"},"section":{"type":"string"},"source":{"type":"string"},
"in_force_from":{"type":["string","null"],"format":"date","description":"Of the law that belongs to it."},
"editions":{"type":"array","description":"The guidelines that the section names, with the year that stands on them.","items":{
"type":"object","required":["title","year"],"properties":{"title":{"type":"string"},"year":{"type":["integer","null"]}}}},
"force":{"enum":["must","should"]},
"met":{"type":"boolean"},"who_can":{"type":"string"},"text":{"type":"string"},"about":{"type":"string"},
"actions":{"type":"array","description":"What you can do about it when it is not met: the page where it is done.","items":{
"type":"object","required":["text","page"],"properties":{"text":{"type":"string"},"page":{"type":"string"}}}}}},
"Problem":{"type":"object","description":"RFC 9457.","required":["type","title","status","instance"],"properties":{
"type":{"type":"string"},"title":{"type":"string"},"status":{"type":"integer"},"instance":{"type":"string"},
"fields":{"type":"array","description":"With 400.","items":{"type":"object","required":["field","text"],
"properties":{"field":{"type":"string"},"text":{"type":"string"}}}},
"findings":{"type":"array","description":"With 422.","items":{"$ref":"#/components/schemas/Finding"}},
"seen":{"type":"integer","description":"With 409: the version that was sent."},
"now":{"type":"integer","description":"With 409: the version that stands."},
"changed_by":{"type":"string","description":"With 409."},
"changed_at":{"type":["string","null"],"format":"date-time","description":"With 409."},
"differences":{"type":"array","description":"With 409: every field that differs.","items":{"type":"object",
"required":["field","label","theirs","mine"],"properties":{"field":{"type":"string"},"label":{"type":"string"},
"theirs":{"description":"What stands there now, as the field's own type."},"mine":{"description":"What was sent."}}}}}},
"Outcome":{"type":"object","description":"Numbers and codes of what came of it. A name that has nothing to say is left out; more may come.",
"properties":{"case":{"type":"string"},"nomination":{"type":"string"},"state":{"type":"string"},"status":{"type":"string"},
"presence":{"type":"string"},"goal":{"type":"integer"},"commitment":{"type":"integer"},"meeting":{"type":"integer"},
"member":{"type":"integer"},"line":{"type":"integer"},"seq":{"type":"integer"},"version":{"type":"integer"},
"counts_as_individual":{"type":"boolean"}}},
"Gates":{"type":"object","description":"The next steps of the case, and whether something is missing for each.",
"required":["case","state","gates"],"properties":{"case":{"type":"string"},"state":{"type":"string"},"gates":{"type":"array",
"items":{"type":"object","required":["step","open","findings"],"properties":{"step":{"type":"string"},"open":{"type":"boolean"},
"findings":{"type":"array","items":{"$ref":"#/components/schemas/Finding"}}}}}}},
"Reading":{"type":"object",
"description":"An object. Its names are not described here; none is taken away or changes its meaning within v1."}
})";

/// The names in braces, in order.
std::vector<std::string> parts_of(const std::string& pattern)
{
    std::vector<std::string> parts;
    for (std::size_t at = pattern.find('{'); at != std::string::npos; at = pattern.find('{', at + 1))
        parts.push_back(pattern.substr(at + 1, pattern.find('}', at) - at - 1));
    return parts;
}

std::string ref(std::string_view schema) { return "{\"$ref\":\"#/components/schemas/" + std::string(schema) + "\"}"; }

std::vector<int> statuses_of(const RouteLine& line)
{
    if (!line.statuses.empty()) return line.statuses;
    if (line.open) return {200, 503};
    if (line.method == http::Method::get) return {200, 401, 404, 500, 503};
    return {201, 400, 401, 403, 404, 409, 413, 415, 422, 500, 503, 507};
}

std::string answer_of(const RouteLine& line)
{
    if (!line.answer.empty()) return line.answer;
    if (line.pattern.ends_with("/gates")) return ref("Gates");
    return ref(line.method == http::Method::get ? "Reading" : "Outcome");
}

void write_answer(JsonWriter& json, const RouteLine& line, int status)
{
    const auto* meaning = std::ranges::find(meanings, status, &Meaning::status);
    check(meaning != meanings.end(), "an answer of the API has no description");
    json.name(std::to_string(status)).object().pair("description", meaning->what);
    if (status == 201 && line.schema && !line.open)
        json.name("headers").object().name("Location").object().name("schema").object().pair("type", "string").end_object().end_object()
            .end_object();
    if (status != 204)
        json.name("content").object().name(status < 300 ? "application/json" : "application/problem+json").object().name("schema")
            .raw(status < 300 ? answer_of(line) : ref("Problem")).end_object().end_object();
    json.end_object();
}

void write_parameters(JsonWriter& json, const RouteLine& line)
{
    json.name("parameters").array();
    for (const auto& part : parts_of(line.pattern))
        json.object().pair("name", part).pair("in", "path").pair("required", true).name("schema").object().pair("type", "string")
            .end_object().end_object();
    if (line.method == http::Method::post && !line.open)
        json.object().pair("name", "Idempotency-Key").pair("in", "header").pair("required", false)
            .pair("description", "The same key and body again give the first answer, and nothing happens twice. With another body: 400.")
            .name("schema").object().pair("type", "string").pair("maxLength", 200).end_object().end_object();
    json.end_array();
}

void write_operation(JsonWriter& json, const RouteLine& line, Language language)
{
    json.name(line.method == http::Method::post ? "post" : line.method == http::Method::delete_ ? "delete" : "get").object();
    if (const auto about = MessageKey::of_name(line.about)) json.pair("summary", say(language, *about));
    if (!line.open) json.pair("x-access-rule", access::name(line.operation));
    if (line.open) json.name("security").array().end_array();
    write_parameters(json, line);
    if (line.schema)
        json.name("requestBody").object().pair("required", true).name("content").object().name("application/json").object().name("schema")
            .raw(line.schema(language)).end_object().end_object().end_object();
    json.name("responses").object();
    for (const int status : statuses_of(line)) write_answer(json, line, status);
    json.end_object().end_object();
}

}  // namespace

std::string openapi(const Site& site, Language language)
{
    std::map<std::string, std::vector<const RouteLine*>> paths;
    for (const auto& line : site.lines())
        if (line.api) paths[line.pattern].push_back(&line);

    JsonWriter json;
    json.object().pair("openapi", "3.1.0").name("info").object().pair("title", "Lots").pair("version", "1")
        .pair("description", "An address answers 405 to a method that it does not take, and Allow names those it takes. Errors are "
                             "application/problem+json.").end_object();
    json.name("components").object().name("securitySchemes").object().name("session").object().pair("type", "http")
        .pair("scheme", "bearer").end_object().end_object().name("schemas").raw(schemas).end_object();
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
