#include <cstdint>
#include <sstream>

#include "messages/tool/catalogue.h"

namespace lots::catalogue {

namespace {

std::string literal(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            (out += '\\') += c;
        else if (c == '\n')
            out += "\\n";
        else if (c == '\1')
            out += "\\001";
        else if (c == '\2')
            out += "\\002";
        else
            out += c;
    }
    return out + '"';
}

/// A string_view with its length beside it, so that no compiler has to count.
std::string view(std::string_view text) { return "{" + literal(text) + ", " + std::to_string(text.size()) + "}"; }

const char* shape_of(const Pattern& pattern)
{
    return pattern.rich ? "TextShape::rich" : pattern.placeholders.empty() ? "TextShape::plain" : "TextShape::simple";
}

void write_text(std::ostream& out, const Pattern& pattern)
{
    std::string names;
    for (const auto& [name, placeholder] : pattern.placeholders) (names += names.empty() ? "" : " ") += name;
    out << "CatalogueText{" << shape_of(pattern) << ", " << view(pattern.text) << ", " << view(names) << "}";
}

/// The same as lots::message_hash, which the generated header cannot be asked for yet.
std::uint32_t hash_of(std::string_view name)
{
    std::uint32_t hash = 2166136261U;
    for (const char c : name) hash = (hash ^ static_cast<std::uint8_t>(c)) * 16777619U;
    return hash;
}

std::vector<std::uint16_t> slots_of(const std::vector<Entry>& entries)
{
    std::size_t size = 16;
    while (size < entries.size() * 2) size *= 2;
    std::vector<std::uint16_t> slots(size, 0);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        auto at = hash_of(entries[i].sv.key) & (size - 1);
        while (slots[at] != 0) at = (at + 1) & (size - 1);
        slots[at] = static_cast<std::uint16_t>(i + 1);
    }
    return slots;
}

}  // namespace

std::string keys_header(const std::vector<Entry>& entries)
{
    std::ostringstream out;
    out << R"(// Made from text/sv and text/en while building.
#pragma once

#include <cstddef>
#include <string_view>

namespace lots::generated {

// Only the compiler looks at these, and each room has its own: nothing of them is left in the program.
static constexpr std::string_view message_keys[] = {
    {"", 0},
)";
    for (const auto& entry : entries) out << "    " << view(entry.sv.key) << ",\n";
    out << R"(};

/// Is there such a key? They are sorted, so that a dozen of them are looked at and not all.
static consteval bool is_message_key(std::string_view name)
{
    std::size_t first = 1, last = sizeof(message_keys) / sizeof(message_keys[0]);
    while (first < last) {
        const auto middle = (first + last) / 2;
        const int order = message_keys[middle].compare(name);
        if (order == 0) return true;
        if (order < 0) first = middle + 1;
        else last = middle;
    }
    return false;
}

}  // namespace lots::generated
)";
    return out.str();
}

std::string catalogue_source(const std::vector<Entry>& entries)
{
    std::ostringstream out;
    out << "// Made from text/sv and text/en while building.\n#include \"messages/catalogue.h\"\n\nnamespace lots "
           "{\n\nnamespace {\n\n"
           "constexpr CatalogueEntry entries[] = {\n";
    for (const auto& entry : entries) {
        out << "    {" << view(entry.sv.key) << ", {";
        write_text(out, entry.sv_pattern);
        out << ", ";
        write_text(out, entry.en_pattern);
        out << "}},\n";
    }
    out << "};\n\nconstexpr std::uint16_t slots[] = {";
    for (const auto slot : slots_of(entries)) out << slot << ',';
    out << "};\n\n}  // namespace\n\nstd::span<const CatalogueEntry> catalogue_entries() { return entries; }\n"
           "std::span<const std::uint16_t> catalogue_slots() { return slots; }\n\n}  // namespace lots\n";
    return out.str();
}

}  // namespace lots::catalogue
