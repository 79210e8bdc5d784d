#include "form/values.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include "base/text.h"
#include "identity/identity_number.h"

namespace lots::form {

namespace {

MessageKey sentence(TextFault fault)
{
    switch (fault) {
    case TextFault::line_break: return "form.one_line";
    case TextFault::not_utf8:
    case TextFault::control_character:
    case TextFault::noncharacter: break;
    }
    return "form.unreadable_characters";
}

bool offers(const Options& options, std::string_view value)
{
    return std::ranges::any_of(options, [&](const Option& option) { return option.value == value; });
}

}  // namespace

Options without(Options all, const std::vector<std::string_view>& left_out)
{
    std::erase_if(all, [&](const Option& option) { return std::ranges::find(left_out, option.value) != left_out.end(); });
    return all;
}

void Reading::fault(std::string_view name, MessageKey key, std::vector<Arg> args)
{
    errors_.push_back({std::string(name), key, std::move(args)});
}

void Reading::unasked(const std::function<void()>& fields)
{
    const bool before = asked_;
    asked_ = false;
    fields();
    asked_ = before;
}

void Reading::missing(std::string_view name)
{
    if (asked_) fault(name, labels_.key(name, "missing").value_or(MessageKey("form.missing")));
}

void Reading::not_offered(std::string_view name)
{
    fault(name, labels_.key(name, "not_a_choice").value_or(MessageKey("form.not_a_choice")));
}

void Reading::take_text(const char* name, std::string_view raw, std::string& value, const TextRule& rule)
{
    value.clear();
    const auto clean = rule.rows > 1 ? clean_text(raw) : clean_line(raw);
    if (!clean) return fault(name, sentence(clean.error()));
    value = std::string(trimmed(*clean));
    if (value.empty()) {
        if (rule.required) missing(name);
        return;
    }
    const auto characters = count_characters(value);
    if (characters > static_cast<std::size_t>(rule.longest))
        fault(name, "form.too_long", {{"longest", rule.longest}, {"over", static_cast<long long>(characters) - rule.longest}});
}

void Reading::take_day(const char* name, std::optional<Date> day, std::optional<Date>& value, const DayRule& rule)
{
    value = day;
    if (!day) {
        if (rule.required) missing(name);
        return;
    }
    if (rule.earliest && *day < *rule.earliest) {
        if (*rule.earliest == today_) return fault(name, "form.today_or_later");
        return fault(name, "form.not_before", {{"day", *rule.earliest}});
    }
    if (rule.latest && *day > *rule.latest) {
        if (*rule.latest == today_) return fault(name, "form.today_or_earlier");
        return fault(name, "form.not_after", {{"day", *rule.latest}});
    }
}

void Reading::take_clock(const char* name, std::string_view raw, std::optional<Clock>& value)
{
    value.reset();
    const auto typed = trimmed(raw);
    if (typed.empty()) return missing(name);
    value = parse_clock(typed);
    if (!value) fault(name, "form.clock");
}

void Reading::take_number(const char* name, std::optional<long long> number, std::optional<int>& value, const NumberRule& rule)
{
    value.reset();
    if (!number) {
        if (rule.required) missing(name);
        return;
    }
    if (*number < rule.lowest || *number > rule.highest)
        return fault(name, "form.number_between", {{"lowest", rule.lowest}, {"highest", rule.highest}});
    value = static_cast<int>(*number);
}

void Reading::take_one(const char* name, std::string_view raw, std::string& value, const Options& options, const ChoiceRule& rule)
{
    value.clear();
    if (raw.empty()) {
        if (rule.required) missing(name);
        return;
    }
    if (!offers(options, raw)) return not_offered(name);
    value = std::string(raw);
}

void Reading::take_any(const char* name, const std::vector<std::string>& raw, std::vector<std::string>& values, const Options& options,
                       const ChoiceRule& rule)
{
    values.clear();
    for (const auto& one : raw) {
        if (one.empty()) continue;
        if (!offers(options, one)) return not_offered(name);
        if (std::ranges::find(values, one) == values.end()) values.push_back(one);
    }
    if (values.empty() && rule.required) missing(name);
}

void Reading::take_identity(const char* name, std::string_view raw, std::string& value, const ChoiceRule& rule)
{
    value.clear();
    const auto typed = trimmed(raw);
    if (typed.empty()) {
        if (rule.required) missing(name);
        return;
    }
    if (is_ambiguous_century(typed)) return fault(name, "form.identity_century");
    const auto number = parse_identity_number(typed, today_);
    if (!number) return fault(name, "form.identity_number");
    value = std::string(number->text());
}

void Reading::take_file(const char* name, std::optional<Upload> file, std::optional<Upload>& value, const FileRule& rule)
{
    value.reset();
    if (!file) {
        if (rule.required) missing(name);
        return;
    }
    constexpr std::size_t longest_bytes = 10UL * 1024 * 1024;
    if (file->content.size() > longest_bytes) return fault(name, "form.file_too_large");
    const auto type = media_type_of(file->content);
    const auto clean_name = clean_line(file->name);
    if (!type || !clean_name) return fault(name, "form.file_unreadable");
    value = Upload{*clean_name, *type, std::move(file->content)};
}

int version_of(long long number)
{
    return number > 0 && number <= std::numeric_limits<int>::max() ? static_cast<int>(number) : 0;
}

std::optional<std::string> media_type_of(std::string_view content)
{
    const auto ends_with_marker = [&](std::string_view marker) {
        return content.substr(content.size() - std::min<std::size_t>(content.size(), 1024)).find(marker) != std::string_view::npos;
    };
    if (content.starts_with("%PDF-") && ends_with_marker("%%EOF")) return "application/pdf";
    if (content.starts_with("\x89PNG\r\n\x1a\n") && ends_with_marker("IEND")) return "image/png";
    if (content.starts_with("\xff\xd8\xff") && ends_with_marker("\xff\xd9")) return "image/jpeg";
    return std::nullopt;
}

std::optional<Clock> parse_clock(std::string_view text)
{
    std::string digits;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool separator = (text[i] == '.' || text[i] == ':') && i + 3 == text.size();
        if (!separator && (text[i] < '0' || text[i] > '9')) return std::nullopt;
        if (!separator) digits += text[i];
    }
    if (digits.size() == 3) digits.insert(0, "0");
    if (digits.size() != 4) return std::nullopt;
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const Clock clock{number / 100, number % 100};
    if (clock.hour > 23 || clock.minute > 59) return std::nullopt;
    return clock;
}

}  // namespace lots::form
