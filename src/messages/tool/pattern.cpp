#include <algorithm>
#include <memory>

#include <unicode/fmtable.h>
#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>
#include <unicode/parseerr.h>

#include "messages/tool/catalogue.h"

namespace lots::catalogue {

namespace {

std::string utf8(const icu::UnicodeString& text)
{
    std::string out;
    return text.toUTF8String(out);
}

icu::UnicodeString utf16(std::string_view text)
{
    return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

bool is_placeholder_name(std::string_view name)
{
    return !name.empty() && name.front() >= 'a' && name.front() <= 'z' && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

/// The options of the select that begins at that part.
std::vector<std::string> options_of(const icu::MessagePattern& pattern, std::int32_t start)
{
    std::vector<std::string> options;
    for (auto i = start + 2; i < pattern.getLimitPartIndex(start); ++i) {
        const auto type = pattern.getPartType(i);
        if (type == UMSGPAT_PART_TYPE_ARG_SELECTOR) options.push_back(utf8(pattern.getSubstring(pattern.getPart(i))));
        if (type == UMSGPAT_PART_TYPE_MSG_START) i = pattern.getLimitPartIndex(i);
    }
    std::sort(options.begin(), options.end());
    return options;
}

/// What the argument that begins at that part is used for; a fault when the program does not offer it.
const char* read_use(const icu::MessagePattern& pattern, std::int32_t start, Placeholder& found)
{
    switch (pattern.getPart(start).getArgType()) {
    case UMSGPAT_ARG_TYPE_NONE:
        return nullptr;
    case UMSGPAT_ARG_TYPE_PLURAL:
    case UMSGPAT_ARG_TYPE_SELECTORDINAL:
        found.use = Use::number;
        return nullptr;
    case UMSGPAT_ARG_TYPE_SELECT:
        found.use = Use::choice;
        found.options = options_of(pattern, start);
        return nullptr;
    case UMSGPAT_ARG_TYPE_SIMPLE:
        if (pattern.getSubstring(pattern.getPart(start + 2)) == icu::UnicodeString("number")) {
            found.use = Use::number;
            return nullptr;
        }
        return "is formatted by the program: write {name} (a date becomes \"tisdag 1 december 2026\")";
    default:
        return "is of a kind that is not used here: {name}, number, plural, selectordinal or select";
    }
}

/// Adds a use of a name to what is known; a fault when they cannot both be.
const char* merge(Placeholder& known, Placeholder found)
{
    if (found.use == Use::value) return nullptr;
    if (known.use != Use::value && known.use != found.use) return "is counted in one place and chosen by in another";
    if (known.use == Use::choice && known.options != found.options) return "is chosen by twice, with different options";
    known = std::move(found);
    return nullptr;
}

/// The text as the program keeps it: finished, or with marks where the values go.
std::string kept_text(const Pattern& pattern, const icu::MessageFormat& format, UErrorCode& status)
{
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> marks;
    for (const auto& [name, placeholder] : pattern.placeholders) {
        names.push_back(utf16(name));
        if (placeholder.use == Use::number)
            marks.emplace_back(2);
        else if (placeholder.use == Use::choice)
            marks.emplace_back(utf16(placeholder.options.front()));
        else
            marks.emplace_back(utf16("\1" + name + "\2"));
    }
    icu::UnicodeString out;
    format.format(names.data(), marks.data(), static_cast<std::int32_t>(names.size()), out, status);
    return utf8(out);
}

bool agree(const Placeholder& a, const Placeholder& b)
{
    if (a.use == Use::value || b.use == Use::value) return true;  // English may count where Swedish need not
    return a.use == b.use && a.options == b.options;
}

void compare(const Entry& entry, Problems& problems)
{
    if (!entry.sv_pattern.readable || !entry.en_pattern.readable) return;  // that is said already
    const auto& sv = entry.sv_pattern.placeholders;
    const auto& en = entry.en_pattern.placeholders;
    for (const auto& [name, placeholder] : sv) {
        const auto same = en.find(name);
        const std::string what = "'" + entry.sv.key + "' {" + name + "} ";
        if (same == en.end()) {
            problems.push_back({entry.en.file, entry.en.line, what + "is in Swedish but not in English"});
        } else if (!agree(placeholder, same->second)) {
            problems.push_back(
                {entry.en.file, entry.en.line, what + "is used in another way, or with other options, than in Swedish"});
        }
    }
    for (const auto& [name, placeholder] : en) {
        if (!sv.contains(name)) {
            problems.push_back(
                {entry.en.file, entry.en.line, "'" + entry.en.key + "' {" + name + "} is in English but not in Swedish"});
        }
    }
}

/// By key, reporting a key that comes twice.
std::map<std::string, Message> by_key(const std::vector<Message>& messages, Problems& problems)
{
    std::map<std::string, Message> map;
    for (const auto& message : messages) {
        const auto [first, added] = map.emplace(message.key, message);
        if (!added) {
            problems.push_back(
                {message.file, message.line,
                 "'" + message.key + "' is already at " + first->second.file + ":" + std::to_string(first->second.line)});
        }
    }
    return map;
}

}  // namespace

Pattern read_pattern(const Message& message, const char* language, Problems& problems)
{
    const auto wrong = [&](const std::string& text) {
        problems.push_back({message.file, message.line, "'" + message.key + "' " + text});
        return Pattern{};
    };
    UErrorCode status = U_ZERO_ERROR;
    UParseError where{};
    icu::MessagePattern parsed(utf16(message.pattern), &where, status);
    if (U_FAILURE(status)) {
        const auto around = utf8(where.preContext) + utf8(where.postContext);
        return wrong(std::string("cannot be read (") + u_errorName(status) + ") near \"" + around + "\"");
    }

    Pattern pattern;
    for (std::int32_t i = 0; i < parsed.countParts(); ++i) {
        if (parsed.getPartType(i) != UMSGPAT_PART_TYPE_ARG_START) continue;
        const auto name = utf8(parsed.getSubstring(parsed.getPart(i + 1)));
        if (!is_placeholder_name(name)) return wrong("{" + name + "} is not a name: lower case, as {last_day}");
        Placeholder found;
        if (const char* fault = read_use(parsed, i, found)) return wrong("{" + name + "} " + fault);
        pattern.rich = pattern.rich || found.use != Use::value;
        if (const char* fault = merge(pattern.placeholders[name], std::move(found))) return wrong("{" + name + "} " + fault);
    }

    icu::MessageFormat format(utf16(message.pattern), icu::Locale(language), where, status);
    const auto text = U_SUCCESS(status) ? kept_text(pattern, format, status) : std::string{};
    if (U_FAILURE(status)) return wrong(std::string("cannot be formatted: ") + u_errorName(status));
    pattern.text = pattern.rich ? message.pattern : text;
    pattern.readable = true;
    return pattern;
}

std::vector<Entry> pair_up(const std::vector<Message>& sv, const std::vector<Message>& en, Problems& problems)
{
    const auto swedish = by_key(sv, problems);
    const auto english = by_key(en, problems);
    std::vector<Entry> entries;
    for (const auto& [key, message] : swedish) {
        const auto other = english.find(key);
        if (other == english.end()) {
            problems.push_back({message.file, message.line, "'" + key + "' has no English text"});
            continue;
        }
        Entry entry{message, other->second, read_pattern(message, "sv", problems),
                    read_pattern(other->second, "en", problems)};
        compare(entry, problems);
        entries.push_back(std::move(entry));
    }
    for (const auto& [key, message] : english) {
        if (!swedish.contains(key)) problems.push_back({message.file, message.line, "'" + key + "' has no Swedish text"});
    }
    return entries;
}

}  // namespace lots::catalogue
