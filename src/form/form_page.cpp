#include "form/form_page.h"

#include "base/text.h"
#include "form/form_reader.h"

namespace lots::form {

using html::Html;

namespace {

constexpr std::size_t longest_radio_list = 8;

std::string digits(int number, int width)
{
    auto text = std::to_string(number);
    while (static_cast<int>(text.size()) < width) text.insert(0, "0");
    return text;
}

}  // namespace

std::optional<html::ErrorMessage> FormPage::error_at(std::string_view name) const
{
    for (const auto& fault : errors_)
        if (fault.field == name) return html::ErrorMessage(say(labels_.language(), fault.message, fault.args));
    return std::nullopt;
}

std::optional<html::Hint> FormPage::hint_for(std::string_view name, std::string_view usual) const
{
    auto own = labels_.find(name, "hint");
    if (own.empty()) own = usual;
    if (own.empty()) return std::nullopt;
    return html::Hint(own);
}

std::string FormPage::label_for(const char* name, bool asked_for) const
{
    auto label = labels_.label(name);
    return asked_for ? label : say(labels_.language(), "form.optional", {{"label", label}});
}

std::string FormPage::typed_or(std::string_view name, std::string_view value) const
{
    if (typed_ == nullptr) return std::string(value);
    const auto* found = typed_->field(name);
    return found == nullptr ? std::string{} : readable_text(*found);
}

/// Where the link of a fault leads: the first part of a date, else the field or the first of its choices, which has the same id.
std::string FormPage::anchor(const std::string& field) const { return days_.contains(field) ? field + "-day" : field; }

Html FormPage::summary() const
{
    if (errors_.empty()) return {};
    html::ErrorSummary summary;
    for (const auto& fault : errors_)
        summary.errors.push_back({say(labels_.language(), fault.message, fault.args), html::Url::fragment(anchor(fault.field)), {}});
    if (has_file_) summary.description = say(labels_.language(), "form.file_again");
    return html::error_summary(words_, summary);
}

void FormPage::path(const char*, std::string&) {}

void FormPage::text(const char* name, std::string& value, TextRule rule)
{
    if (off_page_) return;
    drawn_.emplace(name);
    const auto label = label_for(name, rule.required || rule.rule_asks);
    if (rule.rows == 1) {
        html::Input input{.name = name, .label = label, .hint = hint_for(name), .error = error_at(name), .value = typed_or(name, value)};
        input.autocomplete = rule.autocomplete;
        put(html::input(words_, input));
        return;
    }
    html::CharacterCount box;
    box.field = {.name = name, .label = label, .hint = hint_for(name), .error = error_at(name), .value = typed_or(name, value)};
    box.field.rows = rule.rows;
    box.max_length = rule.longest;
    box.threshold_percent = 50;
    put(html::character_count(words_, box));
}

void FormPage::day(const char* name, std::optional<Date>& value, DayRule rule)
{
    if (off_page_) return;
    const std::string base = name;
    days_.insert(base);
    for (const auto* part : {"", "-day", "-month", "-year"}) drawn_.insert(base + part);
    html::DateInput input{.id = base, .name_prefix = base};
    input.fieldset = html::Fieldset(label_for(name, rule.required || rule.rule_asks), "govuk-fieldset__legend--s");
    input.hint = hint_for(name, say(labels_.language(), "form.day_hint"));
    input.error = error_at(name);
    input.day = typed_or(base + "-day", value ? std::to_string(static_cast<unsigned>(value->day())) : "");
    input.month = typed_or(base + "-month", value ? std::to_string(static_cast<unsigned>(value->month())) : "");
    input.year = typed_or(base + "-year", value ? std::to_string(static_cast<int>(value->year())) : "");
    put(html::date_input(words_, input));
}

void FormPage::clock(const char* name, std::optional<Clock>& value)
{
    if (off_page_) return;
    drawn_.emplace(name);
    html::Input input{.name = name, .label = labels_.label(name), .hint = hint_for(name, say(labels_.language(), "form.clock_hint")),
                      .error = error_at(name)};
    input.value = typed_or(name, value ? digits(value->hour, 2) + "." + digits(value->minute, 2) : "");
    input.classes = "govuk-input--width-5";
    put(html::input(words_, input));
}

void FormPage::number(const char* name, std::optional<int>& value, NumberRule rule)
{
    if (off_page_) return;
    drawn_.emplace(name);
    html::Input input{.name = name, .label = label_for(name, rule.required || rule.rule_asks), .hint = hint_for(name),
                      .error = error_at(name)};
    input.value = typed_or(name, value ? std::to_string(*value) : "");
    input.inputmode = "numeric";
    input.classes = "govuk-input--width-4";
    put(html::input(words_, input));
}

void FormPage::flag(const char* name, bool& value, FlagRule)
{
    if (off_page_) return static_cast<void>(elsewhere_[name] = value ? std::vector<std::string>{"yes"} : std::vector<std::string>{});
    drawn_.emplace(name);
    html::Checkboxes boxes{.name = name, .id_prefix = name};
    boxes.error = error_at(name);
    html::Choice choice{.text = labels_.label(name), .value = "yes"};
    choice.hint = hint_for(name);
    boxes.items.push_back(std::move(choice));
    if (typed_or(name, value ? "yes" : "") == "yes") boxes.values.emplace_back("yes");
    pieces_.push_back({{}, name, std::move(boxes)});
}

void FormPage::one_of(const char* name, std::string& value, const Options& options, ChoiceRule rule)
{
    if (off_page_) return static_cast<void>(elsewhere_[name] = {value});
    drawn_.emplace(name);
    const auto chosen = typed_or(name, value);
    if (options.size() > longest_radio_list) {
        html::Select list{.name = name, .label = label_for(name, rule.required || rule.rule_asks), .hint = hint_for(name),
                          .error = error_at(name)};
        list.items.push_back({.text = say(labels_.language(), "form.choose"), .value = ""});
        for (const auto& option : options) list.items.push_back({.text = option.label, .value = option.value});
        list.value = chosen;
        put(html::select(words_, list));
        return;
    }
    html::Radios radios{.name = name, .id_prefix = name};
    radios.fieldset = html::Fieldset(label_for(name, rule.required || rule.rule_asks), "govuk-fieldset__legend--s");
    radios.hint = hint_for(name);
    radios.error = error_at(name);
    for (const auto& option : options) {
        html::Choice choice{.text = option.label, .value = option.value};
        if (!option.hint.empty()) choice.hint = html::Hint(option.hint);
        radios.items.push_back(std::move(choice));
    }
    radios.value = chosen;
    pieces_.push_back({{}, name, std::move(radios)});
}

void FormPage::any_of(const char* name, std::vector<std::string>& values, const Options& options, ChoiceRule rule)
{
    if (off_page_) return static_cast<void>(elsewhere_[name] = values);
    drawn_.emplace(name);
    html::Checkboxes boxes{.name = name, .id_prefix = name};
    boxes.fieldset = html::Fieldset(label_for(name, rule.required || rule.rule_asks), "govuk-fieldset__legend--s");
    boxes.hint = hint_for(name);
    boxes.error = error_at(name);
    for (const auto& option : options) {
        html::Choice choice{.text = option.label, .value = option.value};
        if (!option.hint.empty()) choice.hint = html::Hint(option.hint);
        boxes.items.push_back(std::move(choice));
    }
    if (typed_ == nullptr) boxes.values = values;
    else
        for (const auto& [key, typed] : typed_->fields)
            if (key == name) boxes.values.push_back(typed);
    pieces_.push_back({{}, name, std::move(boxes)});
}

void FormPage::identity_number(const char* name, std::string& value, ChoiceRule rule)
{
    if (off_page_) return;
    drawn_.emplace(name);
    drawn_.insert(century_field(name));
    html::Input input{.name = name, .label = label_for(name, rule.required || rule.rule_asks),
                      .hint = hint_for(name, say(labels_.language(), "form.identity_hint")), .error = error_at(name)};
    input.value = typed_or(name, value);
    input.spellcheck = false;
    input.autocomplete = "off";
    input.classes = "govuk-input--width-10";
    put(html::input(words_, input));
    ask_century(name);
}

void FormPage::file(const char* name, std::optional<Upload>&, FileRule rule)
{
    if (off_page_) return;
    drawn_.emplace(name);
    if (files_later_) {
        put(html::secondary_paragraph(say(labels_.language(), "form.file_later", {{"label", labels_.label(name)}})));
        return;
    }
    has_file_ = true;
    html::FileUpload upload{.name = name, .label = label_for(name, rule.required),
                            .hint = hint_for(name, say(labels_.language(), "form.file_hint")), .error = error_at(name)};
    upload.accept = "application/pdf,image/jpeg,image/png";
    put(html::file_upload(words_, upload));
}

void FormPage::seen(const char* name, int& version)
{
    if (off_page_) return;
    drawn_.emplace(name);
    hidden_.push_back({name, newest_ ? std::to_string(version) : typed_or(name, std::to_string(version))});
}

void FormPage::heading(const std::string& words)
{
    if (!off_page_) put(html::heading(3, words));
}

void FormPage::group(const char* name)
{
    if (!off_page_) put(html::heading(2, labels_.label(name)));
}

}  // namespace lots::form
