#include "proof/canary_fields.h"

#include "base/check.h"

namespace lots::test {

CanaryFields::CanaryFields(std::string scope, Canary& canary, Date today) : labels_(Language::sv, std::move(scope)), canary_(canary), today_(today)
{
    json_.object();
}

void CanaryFields::text(const char* name, std::string&, form::TextRule rule)
{
    json_.pair(name, canary_.next(static_cast<std::size_t>(rule.longest)));
}

void CanaryFields::day(const char* name, std::optional<Date>& value, form::DayRule rule)
{
    if (value || rule.required) json_.pair(name, value.value_or(today_));
}

void CanaryFields::clock(const char* name, std::optional<form::Clock>&) { json_.pair(name, "14:05"); }

void CanaryFields::number(const char* name, std::optional<int>& value, form::NumberRule rule)
{
    if (value || rule.required) json_.pair(name, value.value_or(rule.lowest));
}

void CanaryFields::flag(const char* name, bool& value, form::FlagRule rule) { json_.pair(name, value || rule.must_be_set); }

void CanaryFields::one_of(const char* name, std::string& value, const form::Options& options, form::ChoiceRule rule)
{
    if (!value.empty()) json_.pair(name, value);
    else if (rule.required && !options.empty()) json_.pair(name, options.front().value);
}

void CanaryFields::any_of(const char* name, std::vector<std::string>& values, const form::Options& options, form::ChoiceRule rule)
{
    if (values.empty() && rule.required && !options.empty()) values.push_back(options.front().value);
    json_.name(name).array();
    for (const auto& value : values) json_.value(value);
    json_.end_array();
}

void CanaryFields::identity_number(const char* name, std::string& value, form::ChoiceRule)
{
    if (!value.empty()) json_.pair(name, value);
}

void CanaryFields::file(const char* name, std::optional<form::Upload>&, form::FileRule)
{
    const auto content = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n% " + canary_.next() + "\ntrailer<</Root 1 0 R>>\n%%EOF\n";
    json_.name(name).object().pair("name", canary_.next() + "pdf").pair("content", base64_of(content)).end_object();
}

void CanaryFields::seen(const char* name, int& version) { json_.pair(name, version); }

form::Options CanaryFields::coded(const char* name, const std::vector<std::string_view>& codes) const { return labels_.coded(name, codes); }

std::string base64_of(std::string_view content)
{
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < content.size(); i += 3) {
        std::uint32_t three = 0;
        for (std::size_t k = 0; k < 3; ++k) three = three << 8U | (i + k < content.size() ? static_cast<unsigned char>(content[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k) out += i + k <= content.size() ? alphabet[three >> (18 - 6 * k) & 63U] : '=';
    }
    return out;
}

}  // namespace lots::test
