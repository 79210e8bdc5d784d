#include "form/json_reader.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <boost/json.hpp>

#include "base/bytes.h"

namespace lots::form {

namespace json = boost::json;

struct JsonBody::Inner {
    json::object object;
};

namespace {

/// Boost reads 1e999 as infinity and keeps the last of two equal names; neither is what the sender meant.
bool all_finite(const json::value& value)
{
    if (value.is_double()) return std::isfinite(value.get_double());
    if (value.is_array())
        for (const auto& item : value.get_array())
            if (!all_finite(item)) return false;
    if (value.is_object())
        for (const auto& item : value.get_object())
            if (!all_finite(item.value())) return false;
    return true;
}

/// How many names the text gives, in all its objects, counted apart from the parser, which keeps only the last of equal ones.
std::size_t names_in(std::string_view text)
{
    std::size_t colons = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c == '\\') ++i;
            else if (c == '"') quoted = false;
        }
        else if (c == '"') quoted = true;
        else if (c == ':') ++colons;
    }
    return colons;
}

/// How many of them were kept.
std::size_t names_in(const json::value& value)
{
    std::size_t names = 0;
    if (value.is_array())
        for (const auto& item : value.get_array()) names += names_in(item);
    if (value.is_object())
        for (const auto& item : value.get_object()) names += 1 + names_in(item.value());
    return names;
}

}  // namespace

JsonBody::JsonBody(std::unique_ptr<Inner> inner) : inner_(std::move(inner)) {}
JsonBody::~JsonBody() = default;
JsonBody::JsonBody(JsonBody&&) noexcept = default;
JsonBody& JsonBody::operator=(JsonBody&&) noexcept = default;

std::optional<JsonBody> JsonBody::parse(std::string_view text)
{
    json::error_code error;
    json::parse_options options;
    options.max_depth = 32;
    auto value = json::parse(json::string_view(text.data(), text.size()), error, json::storage_ptr{}, options);
    if (error || !value.is_object() || !all_finite(value)) return std::nullopt;
    if (names_in(text) != names_in(value)) return std::nullopt;
    auto inner = std::make_unique<Inner>();
    inner->object = std::move(value.get_object());
    return JsonBody(std::move(inner));
}

const void* JsonReader::value_of(const char* name)
{
    asked_.insert(name);
    const auto* found = body_.object.if_contains(name);
    return found == nullptr || found->is_null() ? nullptr : found;
}

/// None after a fault, or when it is not there (then without one: the field's own rule says whether it must be).
std::optional<std::string> JsonReader::text_of(const char* name)
{
    const auto* value = static_cast<const json::value*>(value_of(name));
    if (value == nullptr) return std::string{};
    if (!value->is_string()) {
        fault(name, "form.json_text");
        return std::nullopt;
    }
    return std::string(value->get_string().data(), value->get_string().size());
}

void JsonReader::finish()
{
    for (const auto& item : body_.object) {
        const std::string name(item.key().data(), item.key().size());
        if (!asked_.contains(name)) fault(name.substr(0, 60), "form.json_unknown");
    }
}

void JsonReader::path(const char* name, std::string& value)
{
    const auto found = path_.find(name);
    check(found != path_.end(), "a command asks for a part that its address does not have");
    value = found->second;
}

void JsonReader::text(const char* name, std::string& value, TextRule rule)
{
    if (const auto raw = text_of(name)) take_text(name, *raw, value, rule);
}

void JsonReader::day(const char* name, std::optional<Date>& value, DayRule rule)
{
    value.reset();
    const auto raw = text_of(name);
    if (!raw) return;
    if (raw->empty()) return take_day(name, std::nullopt, value, rule);
    const auto parsed = parse_date(*raw);
    if (!parsed) return fault(name, "form.json_day");
    take_day(name, parsed, value, rule);
}

void JsonReader::clock(const char* name, std::optional<Clock>& value)
{
    if (const auto raw = text_of(name)) take_clock(name, *raw, value);
}

void JsonReader::number(const char* name, std::optional<int>& value, NumberRule rule)
{
    value.reset();
    const auto* raw = static_cast<const json::value*>(value_of(name));
    if (raw == nullptr) return take_number(name, std::nullopt, value, rule);
    if (!raw->is_int64()) return fault(name, "form.number");
    take_number(name, raw->get_int64(), value, rule);
}

void JsonReader::flag(const char* name, bool& value, FlagRule rule)
{
    value = false;
    const auto* raw = static_cast<const json::value*>(value_of(name));
    if (raw != nullptr && !raw->is_bool()) return fault(name, "form.json_flag");
    value = raw != nullptr && raw->get_bool();
    if (!value && rule.must_be_set) missing(name);
}

void JsonReader::one_of(const char* name, std::string& value, const Options& options, ChoiceRule rule)
{
    if (const auto raw = text_of(name)) take_one(name, *raw, value, options, rule);
}

void JsonReader::any_of(const char* name, std::vector<std::string>& values, const Options& options, ChoiceRule rule)
{
    std::vector<std::string> all;
    if (const auto* raw = static_cast<const json::value*>(value_of(name))) {
        if (!raw->is_array()) return fault(name, "form.json_list");
        for (const auto& item : raw->get_array()) {
            if (!item.is_string()) return fault(name, "form.json_list");
            all.emplace_back(item.get_string().data(), item.get_string().size());
        }
    }
    take_any(name, all, values, options, rule);
}

void JsonReader::identity_number(const char* name, std::string& value, ChoiceRule rule)
{
    if (const auto raw = text_of(name)) take_identity(name, *raw, value, rule);
}

void JsonReader::file(const char* name, std::optional<Upload>& value, FileRule rule)
{
    value.reset();
    const auto* raw = static_cast<const json::value*>(value_of(name));
    if (raw == nullptr) return take_file(name, std::nullopt, value, rule);
    if (!raw->is_object()) return fault(name, "form.json_file");
    const auto* file_name = raw->get_object().if_contains("name");
    const auto* content = raw->get_object().if_contains("content");
    if (file_name == nullptr || content == nullptr || !file_name->is_string() || !content->is_string())
        return fault(name, "form.json_file");
    const auto bytes = from_base64(std::string_view(content->get_string().data(), content->get_string().size()));
    if (!bytes) return fault(name, "form.json_file");
    take_file(name, Upload{std::string(file_name->get_string().data(), file_name->get_string().size()), "", lots::text_of(*bytes)}, value,
              rule);
}

/// What is sent is read whatever was chosen; only who chose it must send it.
void JsonReader::when_chosen(const char* name, std::string_view value, const std::function<void()>& fields)
{
    const auto is = [&](const json::value& one) {
        return one.is_string() && std::string_view(one.get_string().data(), one.get_string().size()) == value;
    };
    const auto* raw = static_cast<const json::value*>(value_of(name));
    bool chosen = false;
    if (raw != nullptr && raw->is_array()) chosen = std::any_of(raw->get_array().begin(), raw->get_array().end(), is);
    else if (raw != nullptr) chosen = is(*raw) || (value == "yes" && raw->is_bool() && raw->get_bool());
    if (chosen) fields();
    else unasked(fields);
}

void JsonReader::only_if(bool asked, const std::function<void()>& fields)
{
    if (asked) fields();
    else unasked(fields);
}

void JsonReader::seen(const char* name, int& version)
{
    version = 0;
    const auto* raw = static_cast<const json::value*>(value_of(name));
    if (raw == nullptr) return fault(name, "form.seen_missing");
    const bool is_one = raw->is_int64() && raw->get_int64() >= 0 && raw->get_int64() <= std::numeric_limits<int>::max();
    if (!is_one) return fault(name, "form.seen_range");
    version = static_cast<int>(raw->get_int64());
}

}  // namespace lots::form
