#include "form/answers_page.h"

#include <algorithm>

#include "base/text.h"

namespace lots::form {

namespace {

std::string label_in(const Options& options, std::string_view value)
{
    const auto found = std::ranges::find(options, value, &Option::value);
    return found == options.end() ? std::string(value) : found->label;
}

}  // namespace

void AnswersPage::row(const char* name, std::string value)
{
    if (value.empty()) value = say(labels_.language(), "form.not_answered");
    list_.rows.push_back({.key = labels_.label(name), .value = value});
}

std::vector<html::Hidden> AnswersPage::hidden() const
{
    std::vector<html::Hidden> all;
    for (const auto& [name, value] : typed_.fields)
        if (name != "csrf" && name != "idempotency_key" && name != "step") all.push_back({name, readable_text(value)});
    return all;
}

void AnswersPage::text(const char* name, std::string& value, TextRule) { row(name, value); }
void AnswersPage::day(const char* name, std::optional<Date>& value, DayRule)
{
    row(name, value ? say_date(labels_.language(), *value) : "");
}
void AnswersPage::clock(const char* name, std::optional<Clock>& value)
{
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    row(name, value ? two(value->hour) + "." + two(value->minute) : "");
}
void AnswersPage::number(const char* name, std::optional<int>& value, NumberRule) { row(name, value ? std::to_string(*value) : ""); }
void AnswersPage::flag(const char* name, bool& value, FlagRule)
{
    row(name, value ? say(labels_.language(), "form.yes") : say(labels_.language(), "form.no"));
}
void AnswersPage::one_of(const char* name, std::string& value, const Options& options, ChoiceRule) { row(name, label_in(options, value)); }
void AnswersPage::any_of(const char* name, std::vector<std::string>& values, const Options& options, ChoiceRule)
{
    if (values.size() < 2) return row(name, values.empty() ? std::string{} : label_in(options, values.front()));
    std::vector<html::Content> all;
    for (const auto& value : values) all.emplace_back(label_in(options, value));
    list_.rows.push_back({.key = labels_.label(name), .value = html::bullets(all)});
}
void AnswersPage::identity_number(const char* name, std::string& value, ChoiceRule) { row(name, value); }
void AnswersPage::file(const char*, std::optional<Upload>&, FileRule) { throw Bug("a command with a file cannot be confirmed on a page of its own"); }

}  // namespace lots::form
