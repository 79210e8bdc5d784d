#include "form/answers_page.h"

#include <algorithm>

#include "base/text.h"
#include "form/form_page.h"

namespace lots::form {

namespace {

std::string label_in(const Options& options, std::string_view value)
{
    const auto found = std::ranges::find(options, value, &Option::value);
    return found == options.end() ? std::string(value) : found->label;
}

}  // namespace

/// `anchor`: the part of the field that can take the focus, when it is not the field itself.
void AnswersPage::row(const char* name, html::Content value, std::string_view anchor)
{
    const auto label = labels_.label(name);
    html::SummaryAction change;
    change.control = html::link_button({.text = say(labels_.language(), "common.change"),
                                        .hidden = label,
                                        .name = "step",
                                        .value = "change:" + std::string(name),
                                        .form_action = here_.at(anchor.empty() ? std::string_view(name) : anchor)});
    sections_.back().list.rows.push_back({.key = label, .value = std::move(value), .actions = {std::move(change)}});
}

void AnswersPage::line(const char* name, const std::string& value, std::string_view anchor)
{
    if (value.empty() && without_empty_) return;
    row(name, value.empty() ? say(labels_.language(), "form.not_answered") : value, anchor);
}

html::Html AnswersPage::list(int level) const
{
    html::Html all;
    for (const auto& section : sections_) {
        if (section.list.rows.empty()) continue;
        if (!section.title.empty()) all << html::heading(level, section.title, html::Size::medium);
        all << html::summary_list(section.list);
    }
    return all;
}

html::Html AnswersPage::summary() const
{
    if (errors_.empty()) return {};
    html::ErrorSummary summary;
    for (const auto& fault : errors_)
        summary.errors.push_back({say(labels_.language(), fault.message, fault.args), html::Url::fragment(fault.field), {}});
    return html::error_summary(words_, summary);
}

std::vector<html::Hidden> AnswersPage::hidden() const
{
    std::vector<html::Hidden> all = versions_;
    for (const auto& [name, value] : typed_.fields) {
        const bool replaced = std::ranges::find(versions_, name, &html::Hidden::name) != versions_.end();
        if (!replaced && !belongs_to_request(name)) all.push_back({name, readable_text(value)});
    }
    return all;
}

void AnswersPage::text(const char* name, std::string& value, TextRule)
{
    if (value.find('\n') == std::string::npos) return line(name, value);
    row(name, html::lines(value));
}
void AnswersPage::day(const char* name, std::optional<Date>& value, DayRule)
{
    line(name, value ? say_date(labels_.language(), *value) : "", std::string(name) + "-day");
}
void AnswersPage::clock(const char* name, std::optional<Clock>& value)
{
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    line(name, value ? two(value->hour) + "." + two(value->minute) : "");
}
void AnswersPage::number(const char* name, std::optional<int>& value, NumberRule) { line(name, value ? std::to_string(*value) : ""); }
void AnswersPage::flag(const char* name, bool& value, FlagRule)
{
    if (value) chosen_[name] = {"yes"};
    line(name, value ? say(labels_.language(), "form.yes") : say(labels_.language(), "form.no"));
}
void AnswersPage::one_of(const char* name, std::string& value, const Options& options, ChoiceRule)
{
    chosen_[name] = {value};
    line(name, label_in(options, value));
}
void AnswersPage::any_of(const char* name, std::vector<std::string>& values, const Options& options, ChoiceRule)
{
    chosen_[name] = values;
    if (values.size() < 2) return line(name, values.empty() ? std::string{} : label_in(options, values.front()));
    std::vector<html::Content> all;
    for (const auto& value : values) all.emplace_back(label_in(options, value));
    row(name, html::bullets(all));
}
void AnswersPage::identity_number(const char* name, std::string& value, ChoiceRule) { line(name, value); }

void AnswersPage::file(const char* name, std::optional<Upload>&, FileRule rule)
{
    const auto language = labels_.language();
    const auto label = labels_.label(name);
    html::FileUpload upload{.name = name, .label = rule.required ? label : say(language, "form.optional", {{"label", label}})};
    const auto own_hint = labels_.find(name, "hint");
    upload.hint = html::Hint(own_hint.empty() ? say(language, "form.file_hint") : own_hint);
    for (const auto& fault : errors_)
        if (fault.field == name) upload.error = html::ErrorMessage(say(language, fault.message, fault.args));
    upload.accept = "application/pdf,image/jpeg,image/png";
    files_ << html::file_upload(words_, upload);
}

void AnswersPage::when_chosen(const char* name, std::string_view value, const std::function<void()>& fields)
{
    const auto found = chosen_.find(std::string_view(name));
    if (found != chosen_.end() && std::ranges::find(found->second, value) != found->second.end()) fields();
}

}  // namespace lots::form
