#include "form/differences.h"

#include <algorithm>

#include "form/json_writer.h"

namespace lots::form {

namespace {

template <class Value>
std::string json_of(const Value& value)
{
    JsonWriter json;
    return json.value(value).take();
}

std::string label_in(const Options& options, const std::string& value)
{
    const auto found = std::ranges::find(options, value, &Option::value);
    return found == options.end() ? value : found->label;
}

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

void Spelled::add(const char* name, std::string words, std::string json)
{
    lines_.push_back({name, labels_.label(name), std::move(words), std::move(json)});
}

void Spelled::text(const char* name, std::string& value, TextRule) { add(name, value, json_of(value)); }
void Spelled::day(const char* name, std::optional<Date>& value, DayRule)
{
    add(name, value ? say_date(labels_.language(), *value) : "", value ? json_of(*value) : "null");
}
void Spelled::clock(const char* name, std::optional<Clock>& value)
{
    add(name, value ? two(value->hour) + "." + two(value->minute) : "",
        value ? json_of(two(value->hour) + ":" + two(value->minute)) : "null");
}
void Spelled::number(const char* name, std::optional<int>& value, NumberRule)
{
    add(name, value ? std::to_string(*value) : "", value ? json_of(*value) : "null");
}
void Spelled::flag(const char* name, bool& value, FlagRule)
{
    add(name, value ? say(labels_.language(), "form.yes") : say(labels_.language(), "form.no"), json_of(value));
}
void Spelled::one_of(const char* name, std::string& value, const Options& options, ChoiceRule)
{
    add(name, label_in(options, value), json_of(value));
}
/// Sorted: which was ticked first means nothing.
void Spelled::any_of(const char* name, std::vector<std::string>& values, const Options& options, ChoiceRule)
{
    auto sorted = values;
    std::ranges::sort(sorted);
    std::string words;
    JsonWriter json;
    json.array();
    for (const auto& value : sorted) {
        words += (words.empty() ? "" : ", ") + label_in(options, value);
        json.value(value);
    }
    add(name, std::move(words), json.end_array().take());
}
void Spelled::identity_number(const char* name, std::string& value, ChoiceRule) { add(name, value, json_of(value)); }

std::vector<Difference> differences(const Spelled& theirs, const Spelled& mine)
{
    std::vector<Difference> all;
    for (const auto& line : mine.lines()) {
        const auto other = std::ranges::find(theirs.lines(), line.field, &Spelled::Line::field);
        const bool there = other != theirs.lines().end();
        if (there && other->json == line.json) continue;
        all.push_back({line.field, line.label, there ? other->words : "", line.words, there ? other->json : "null", line.json});
    }
    return all;
}

}  // namespace lots::form
