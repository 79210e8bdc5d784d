#include "messages/message.h"

#include <algorithm>

#include "base/check.h"
#include "messages/catalogue.h"
#include "messages/rich.h"

namespace lots {

namespace {

const Arg* find(std::span<const Arg> args, std::string_view name)
{
    const auto found = std::find_if(args.begin(), args.end(), [&](const Arg& arg) { return arg.name == name; });
    return found == args.end() ? nullptr : &*found;
}

void append(std::string& out, Language language, const Arg& arg)
{
    if (const auto* text = std::get_if<std::string>(&arg.value))
        out += *text;
    else if (const auto* whole = std::get_if<long long>(&arg.value))
        out += say_number(language, *whole);
    else if (const auto* number = std::get_if<double>(&arg.value))
        out += say_number(language, *number);
    else
        out += say_date(language, std::get<Date>(arg.value));
}

/// A text in which "\1name\2" stands where a value goes.
std::string say_simple(Language language, std::string_view text, std::span<const Arg> args)
{
    std::string out;
    out.reserve(text.size() + 32);
    for (auto mark = text.find('\1'); mark != std::string_view::npos; mark = text.find('\1')) {
        const auto end = text.find('\2', mark);
        const auto* arg = find(args, text.substr(mark + 1, end - mark - 1));
        check(arg != nullptr, "a message is given all that it asks for");
        out += text.substr(0, mark);
        append(out, language, *arg);
        text.remove_prefix(end + 1);
    }
    return out += text;
}

void check_complete(std::string_view placeholders, std::span<const Arg> args)
{
    while (!placeholders.empty()) {
        const auto end = std::min(placeholders.find(' '), placeholders.size());
        check(find(args, placeholders.substr(0, end)) != nullptr, "a message is given all that it asks for");
        placeholders.remove_prefix(std::min(end + 1, placeholders.size()));
    }
}

}  // namespace

std::string say(Language language, MessageKey key, std::span<const Arg> args)
{
    const auto* entry = find_in_catalogue(key.name(), key.hash());
    check(entry != nullptr, "every message key is in the catalogue");
    const auto& text = entry->texts[static_cast<std::size_t>(language)];
    switch (text.shape) {
    case TextShape::plain:
        return std::string(text.text);
    case TextShape::simple:
        return say_simple(language, text.text, args);
    case TextShape::rich:
        break;
    }
    check_complete(text.placeholders, args);
    return say_rich(language, text, args);
}

std::string say(Language language, MessageKey key, std::initializer_list<Arg> args)
{
    return say(language, key, std::span<const Arg>(args.begin(), args.size()));
}

std::string_view code_of(Language language) { return language == Language::sv ? "sv" : "en"; }

std::optional<Language> language_of(std::string_view code)
{
    if (code == "sv") return Language::sv;
    if (code == "en") return Language::en;
    return std::nullopt;
}

}  // namespace lots
