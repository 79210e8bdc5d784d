#include "form/form_reader.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "identity/identity_number.h"

namespace lots::form {

namespace {

/// A whole number, digits only after trimming; spaces between groups are read over ("1 000").
std::optional<long long> number_in(std::string_view raw)
{
    std::string digits;
    for (const char c : trimmed(raw))
        if (c != ' ') digits += c;
    long long number = 0;
    const auto* end = digits.data() + digits.size();
    const auto [at, error] = std::from_chars(digits.data(), end, number);
    if (digits.empty() || error != std::errc{} || at != end) return std::nullopt;
    return number;
}

const std::map<std::string_view, unsigned> months{{"jan", 1}, {"feb", 2}, {"mar", 3}, {"apr", 4}, {"maj", 5}, {"may", 5}, {"jun", 6},
    {"jul", 7}, {"aug", 8}, {"sep", 9}, {"okt", 10}, {"oct", 10}, {"nov", 11}, {"dec", 12}};

/// "5", "05", "maj" or "december".
std::optional<unsigned> month_in(std::string_view raw)
{
    const auto typed = trimmed(raw);
    if (const auto number = number_in(typed)) return number > 0 && number < 13 ? std::optional(static_cast<unsigned>(*number)) : std::nullopt;
    std::string word;
    for (const char c : typed.substr(0, 3)) word += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    const auto found = months.find(word);
    return found == months.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

bool FormReader::was_chosen(std::string_view name, std::string_view value) const
{
    return !left_out_ && std::ranges::any_of(data_.fields, [&](const auto& field) { return field.first == name && field.second == value; });
}

void FormReader::ask_if(bool asked, const std::function<void()>& fields)
{
    if (asked && !left_out_) return fields();
    const bool before = left_out_;
    left_out_ = true;
    unasked(fields);
    left_out_ = before;
}

void FormReader::when_chosen(const char* name, std::string_view value, const std::function<void()>& fields)
{
    ask_if(was_chosen(name, value), fields);
}

std::string_view FormReader::raw(std::string_view name) const
{
    if (left_out_) return {};
    const auto* found = data_.field(name);
    return found == nullptr ? std::string_view{} : std::string_view(*found);
}

bool FormReader::readable(std::string_view name, std::string_view said_at)
{
    if (left_out_) return true;
    const auto at = said_at.empty() ? name : said_at;
    if (data_.is_unreadable(name) || readable_text(raw(name)) != raw(name)) {  // the page shows what is left
        fault(at, "form.characters_removed");
        return false;
    }
    if (std::ranges::count(data_.fields, name, &std::pair<std::string, std::string>::first) <= 1) return true;
    fault(at, "form.twice");
    return false;
}

void FormReader::path(const char* name, std::string& value)
{
    const auto found = path_.find(name);
    check(found != path_.end(), "a command asks for a part that its address does not have");
    value = found->second;
}

void FormReader::text(const char* name, std::string& value, TextRule rule)
{
    if (not_sent_) return;
    if (readable(name)) take_text(name, raw(name), value, rule);
    else value.clear();
}

void FormReader::day(const char* name, std::optional<Date>& value, DayRule rule)
{
    if (not_sent_) return;
    const std::string base = name;
    value.reset();
    for (const auto* part : {"", "-day", "-month", "-year"})
        if (!readable(base + part, name)) return;
    const auto typed_day = raw(base + "-day"), typed_month = raw(base + "-month"), typed_year = raw(base + "-year");
    if (trimmed(typed_day).empty() && trimmed(typed_month).empty() && trimmed(typed_year).empty()) {
        const auto whole = trimmed(raw(name));  // one field, as a program or a browser's own date field sends it
        if (whole.empty()) return take_day(name, std::nullopt, value, rule);
        const auto parsed = parse_date(whole);
        if (!parsed) return fault(name, "form.day");
        return take_day(name, parsed, value, rule);
    }
    const auto day_number = number_in(typed_day), year = number_in(typed_year);
    const auto month = month_in(typed_month);
    if (!day_number || !month || !year || *day_number < 1 || *day_number > 31 || *year < 1900 || *year > 2200)
        return fault(name, "form.day");
    const Date parsed{std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month),
                      std::chrono::day(static_cast<unsigned>(*day_number))};
    if (!parsed.ok()) return fault(name, "form.day_does_not_exist");
    take_day(name, parsed, value, rule);
}

void FormReader::clock(const char* name, std::optional<Clock>& value)
{
    if (not_sent_) return;
    value.reset();
    if (readable(name)) take_clock(name, raw(name), value);
}

void FormReader::number(const char* name, std::optional<int>& value, NumberRule rule)
{
    if (not_sent_) return;
    if (!readable(name)) return value.reset();
    const auto typed = raw(name);
    const auto number = number_in(typed);
    if (!number && !trimmed(typed).empty()) {
        value.reset();
        return fault(name, "form.number");
    }
    take_number(name, number, value, rule);
}

void FormReader::flag(const char* name, bool& value, FlagRule rule)
{
    if (not_sent_) return;
    value = false;
    if (!readable(name)) return;
    value = raw(name) == "yes";
    if (!value && rule.must_be_set) missing(name);
}

void FormReader::one_of(const char* name, std::string& value, const Options& options, ChoiceRule rule)
{
    if (not_sent_) return;
    if (readable(name)) take_one(name, raw(name), value, options, rule);
    else value.clear();
}

void FormReader::any_of(const char* name, std::vector<std::string>& values, const Options& options, ChoiceRule rule)
{
    if (not_sent_) return;
    std::vector<std::string> all;
    for (const auto& [key, value] : data_.fields)
        if (key == name && !left_out_) all.push_back(value);
    take_any(name, all, values, options, rule);
}

std::string FormReader::with_century(const char* name)
{
    const auto typed = trimmed(raw(name));
    if (!is_ambiguous_century(typed)) return std::string(raw(name));
    const auto century = raw(century_field(name));
    const bool asked = century == "19" || century == "20";
    return (asked ? std::string(century) : std::string{}) + std::string(typed);
}

void FormReader::identity_number(const char* name, std::string& value, ChoiceRule rule)
{
    if (not_sent_) return;
    if (readable(name)) take_identity(name, with_century(name), value, rule);
    else value.clear();
}

void FormReader::file(const char* name, std::optional<Upload>& value, FileRule rule)
{
    if (not_sent_) return;
    if (left_out_ || files_later_) return value.reset();
    if (data_.is_unreadable(name)) {
        value.reset();
        return fault(name, "form.file_name");
    }
    if (std::ranges::count(data_.files, name, &http::UploadedFile::name) > 1) {
        value.reset();
        return fault(name, "form.twice");
    }
    const auto* sent = data_.file(name);
    take_file(name, sent == nullptr ? std::nullopt : std::optional(Upload{sent->filename, sent->content_type, sent->content}), value, rule);
}

void FormReader::seen(const char* name, int& version)
{
    if (!not_sent_) version = version_of(number_in(raw(name)).value_or(0));
}

}  // namespace lots::form
