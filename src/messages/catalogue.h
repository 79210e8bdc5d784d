#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "messages/message.h"

namespace lots {

/// How much work a text needs before it can be shown.
enum class TextShape : std::uint8_t {
    plain,   // nothing to fill in: shown as it is
    simple,  // only {name}: kept as text with "\1name\2" in its place
    rich     // plural, select or number: an ICU pattern
};

struct CatalogueText {
    TextShape shape;
    std::string_view text;
    std::string_view placeholders;  // names with a space between, sorted
};

struct CatalogueEntry {
    std::string_view key;
    std::array<CatalogueText, 2> texts;  // by Language
};

/// All texts, sorted by key. Generated from text/ and compiled in.
std::span<const CatalogueEntry> catalogue_entries();
/// Open addressing by message_hash: 1 + the entry's index, 0 for an empty slot. The size is a power of two.
std::span<const std::uint16_t> catalogue_slots();

/// The entry of a name, or null.
const CatalogueEntry* find_in_catalogue(std::string_view name, std::uint32_t hash);

}  // namespace lots
