#include "messages/catalogue.h"

namespace lots {

const CatalogueEntry* find_in_catalogue(std::string_view name, std::uint32_t hash)
{
    const auto slots = catalogue_slots();
    const auto entries = catalogue_entries();
    const auto mask = slots.size() - 1;
    for (auto at = hash & mask; slots[at] != 0; at = (at + 1) & mask) {
        const auto& entry = entries[slots[at] - 1U];
        if (entry.key == name) return &entry;
    }
    return nullptr;
}

std::optional<MessageKey> MessageKey::of_name(std::string_view name)
{
    const auto* entry = find_in_catalogue(name, message_hash(name));
    if (entry == nullptr) return std::nullopt;
    return MessageKey(Known{}, entry->key);
}

}  // namespace lots
