#include "form/schema.h"

#include <limits>

namespace lots::form {

Schema::Schema(Labels labels) : labels_(std::move(labels)) { properties_.object(); }

void Schema::describe(const char* name, std::string_view type, bool required, std::string_view extra, bool rule_asks)
{
    if (required && !sometimes_) required_.emplace_back(name);
    JsonWriter one;
    one.object().pair("type", type);
    const auto key = labels_.key(name, "label");
    auto words = key ? say(labels_.language(), *key) : std::string{};
    if (rule_asks) words = say(labels_.language(), "form.rule_asks", {{"label", words}});
    if (sometimes_) words = say(labels_.language(), required ? MessageKey("form.sometimes_required") : MessageKey("form.sometimes"), {{"label", words}});
    if (!words.empty()) one.pair("description", words);
    auto text = one.end_object().take();
    if (!extra.empty()) text.insert(text.size() - 1, "," + std::string(extra));
    properties_.name(name).raw(text);
}

std::string Schema::take()
{
    JsonWriter whole;
    whole.object().pair("type", "object").name("properties").raw(properties_.end_object().take());
    whole.name("required").array();
    for (const auto& name : required_) whole.value(name);
    return whole.end_array().pair("additionalProperties", false).end_object().take();
}

namespace {

std::string enum_of(const Options& options)
{
    if (options.empty()) return {};
    JsonWriter values;
    values.array();
    for (const auto& option : options) values.value(option.value);
    return "\"enum\":" + values.end_array().take();
}

}  // namespace

void Schema::text(const char* name, std::string&, TextRule rule)
{
    describe(name, "string", rule.required, "\"maxLength\":" + std::to_string(rule.longest), rule.rule_asks);
}
void Schema::day(const char* name, std::optional<Date>&, DayRule rule)
{
    describe(name, "string", rule.required, R"("format":"date")", rule.rule_asks);
}
void Schema::clock(const char* name, std::optional<Clock>&) { describe(name, "string", true, R"("pattern":"^[0-9]{1,2}[:.][0-9]{2}$")"); }
void Schema::number(const char* name, std::optional<int>&, NumberRule rule)
{
    describe(name, "integer", rule.required,
             "\"minimum\":" + std::to_string(rule.lowest) + ",\"maximum\":" + std::to_string(rule.highest), rule.rule_asks);
}
void Schema::flag(const char* name, bool&, FlagRule rule) { describe(name, "boolean", rule.must_be_set); }
void Schema::one_of(const char* name, std::string&, const Options& options, ChoiceRule rule)
{
    describe(name, "string", rule.required, enum_of(options), rule.rule_asks);
}
void Schema::any_of(const char* name, std::vector<std::string>&, const Options& options, ChoiceRule rule)
{
    const auto values = enum_of(options);
    describe(name, "array", rule.required, R"("items":{"type":"string")" + (values.empty() ? "" : "," + values) + "}", rule.rule_asks);
}
void Schema::identity_number(const char* name, std::string&, ChoiceRule rule)
{
    describe(name, "string", rule.required, R"("pattern":"^[0-9]{8}[-+]?[0-9A-Z][0-9]{3}$")", rule.rule_asks);
}
void Schema::file(const char* name, std::optional<Upload>&, FileRule rule)
{
    has_file_ = true;
    describe(name, "object", rule.required,
             R"("properties":{"name":{"type":"string"},"content":{"type":"string","contentEncoding":"base64"}},"required":["name","content"])");
}
void Schema::seen(const char* name, int&)
{
    required_.emplace_back(name);
    JsonWriter one;
    one.object().pair("type", "integer").pair("description", say(labels_.language(), "form.seen")).pair("minimum", 0);
    properties_.name(name).raw(one.pair("maximum", std::numeric_limits<int>::max()).end_object().take());
}

/// Who asks, and about whom, is not known here: the fields are described, and none of them is required.
void Schema::when(bool, const std::function<void()>& fields)
{
    const bool before = sometimes_;
    sometimes_ = true;
    fields();
    sometimes_ = before;
}

}  // namespace lots::form
