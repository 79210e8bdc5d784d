#include <array>

#include "html/fixture_for_tests.h"

namespace lots::html::testing {

namespace json = boost::json;

namespace {

std::string scalar(const json::value& value)
{
    if (value.is_string()) return std::string(value.as_string());
    if (value.is_null()) return {};
    return json::serialize(value);
}

bool truthy(const json::value& value)
{
    if (value.is_bool()) return value.as_bool();
    if (value.is_string()) return !value.as_string().empty();
    if (value.is_int64()) return value.as_int64() != 0;
    return !value.is_null();
}

/// Names of attributes are literals, in tests too: these are the ones the fixtures use.
std::optional<AttributeName> attribute_name(std::string_view name)
{
    constexpr std::array<AttributeName, 31> names{
        "data-attribute", "data-second-attribute", "data-test", "data-attribute-2", "id", "first-attribute", "second-attribute",
        "data-attribute-1", "data-fizz", "aria-controls", "data-tracking-dimension", "aria-label", "data-foo", "form",
        "data-other-test", "data-example-day", "data-example-month", "data-example-year", "data-some-data-attribute",
        "another-attribute", "data-custom-attribute", "data-custom-attribute-2", "accept", "my-attribute", "tabindex", "name",
        "value", "data-test-attribute", "data-test-attribute-2", "maxlength", "data-another"};
    for (const AttributeName& known : names)
        if (known.view() == name) return known;
    return std::nullopt;
}

}  // namespace

Content Fixture::slot(const std::string& html)
{
    const std::string marker = "slot-" + std::to_string(slots_.size()) + "-of-fixture";
    slots_[marker] = html;
    return Html(html::text(marker));
}

std::string Fixture::with_slots(std::string page) const
{
    for (const auto& [marker, html] : slots_)
        for (std::size_t at = page.find(marker); at != std::string::npos; at = page.find(marker, at + html.size()))
            page.replace(at, marker.size(), html);
    return page;
}

Options::Options(Fixture& fixture, const json::object* object, std::string path)
    : fixture_(fixture), object_(object), path_(std::move(path))
{
}

Options::~Options()
{
    for (const auto& member : *object_)
        if (!asked_.contains(std::string(member.key()))) refuse(std::string(member.key()));
}

const json::value* Options::find(const char* key)
{
    asked_.insert(key);
    return object_->if_contains(key);
}

bool Options::has(const char* key)
{
    const json::value* value = find(key);
    return value && truthy(*value);
}

std::string Options::text(const char* key) { return text_if(key).value_or(""); }

std::optional<std::string> Options::text_if(const char* key)
{
    const json::value* value = find(key);
    if (!value) return std::nullopt;
    return scalar(*value);
}

int Options::number(const char* key, int otherwise)
{
    const json::value* value = find(key);
    return value ? std::stoi(scalar(*value)) : otherwise;
}

bool Options::truth(const char* key) { return has(key); }

std::optional<bool> Options::truth_if(const char* key)
{
    const json::value* value = find(key);
    if (!value || value->is_null()) return std::nullopt;
    return truthy(*value);
}

Content Options::content(const char* text_key, const char* html_key)
{
    const std::string html = text(html_key), plain = text(text_key);
    if (!html.empty()) return fixture_.slot(html);
    return plain;
}

Url Options::url(const char* key)
{
    const std::string address = text(key);
    if (address.empty()) return {};
    if (address == "#") return "#"_url;
    if (address.starts_with('#')) return Url::fragment(address.substr(1));
    if (const auto local = Url::local(address)) return *local;
    if (const auto https = Url::https(address)) return *https;
    refuse(std::string(key) + " is an address of another kind");
    return {};
}

Attributes Options::attributes(const char* key)
{
    Attributes out;
    const json::value* value = find(key);
    if (!value || !value->is_object()) return out;
    for (const auto& member : value->as_object()) {
        const auto name = attribute_name(std::string_view(member.key().data(), member.key().size()));
        if (name && !member.value().is_object()) out.push_back({*name, scalar(member.value())});
        else refuse("attributes." + std::string(member.key()));
    }
    return out;
}

}  // namespace lots::html::testing
