#include "proof/typist.h"

#include <boost/json.hpp>

#include "proof/canary_fields.h"
#include "web/router.h"

namespace lots::test {

namespace json = boost::json;

namespace {

/// How long a text the field takes; none when it is not a text.
std::optional<std::size_t> text_length(const json::object& property)
{
    const auto* longest = property.if_contains("maxLength");
    if (longest == nullptr) return std::nullopt;
    return static_cast<std::size_t>(longest->as_int64());
}

bool is_file(const json::object& property) { return property.contains("properties"); }

json::object properties_of(const web::RouteLine& line)
{
    if (!line.schema) return {};
    return json::parse(line.schema(Language::sv)).as_object().at("properties").as_object();
}

}  // namespace

std::string Typist::type(const std::string& path, const std::string& sent)
{
    for (const auto& line : site_.lines()) {
        if (!line.api || line.method != http::Method::post || !web::Pattern(line.pattern).match(path)) continue;
        auto body = json::parse(sent).as_object();
        for (const auto& [name, described] : properties_of(line)) {
            const auto& property = described.as_object();
            const auto field = line.scope + "." + std::string(name);
            if (spared.contains(field)) continue;
            if (is_file(property)) {
                if (!body.contains(name)) continue;  // nobody signs a no
                const auto content =
                    "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n% " + canary_.next() + "\ntrailer<</Root 1 0 R>>\n%%EOF\n";
                body[name] = json::object{{"name", canary_.next() + "pdf"}, {"content", base64_of(content)}};
            } else if (const auto longest = text_length(property)) {
                body[name] = canary_.next(*longest);
            } else
                continue;
            fields_.insert(field);
        }
        return json::serialize(body);
    }
    return sent;
}

std::vector<std::string> Typist::left_out() const
{
    std::vector<std::string> fields;
    for (const auto& line : site_.lines()) {
        if (!line.api || line.method != http::Method::post) continue;
        for (const auto& [name, described] : properties_of(line)) {
            const auto field = line.scope + "." + std::string(name);
            const auto& property = described.as_object();
            if ((is_file(property) || text_length(property)) && !fields_.contains(field)) fields.push_back(field);
        }
    }
    return fields;
}

}  // namespace lots::test
