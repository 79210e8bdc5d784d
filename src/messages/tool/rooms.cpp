#include "messages/tool/catalogue.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <stdexcept>

namespace lots::catalogue {

namespace {

/// The room that owns a file: text/sv/consent.msg and text/sv/consent_letter.msg are the room consent's. Empty when none
/// does.
std::string owner_of(const std::string& file, const Rooms& rooms)
{
    auto stem = std::filesystem::path(file).stem().string();
    while (!stem.empty() && !rooms.contains(stem)) {
        const auto end = stem.rfind('_');
        stem.resize(end == std::string::npos ? 0 : end);
    }
    return stem;
}

void add_with_all_below(const std::string& room, const Rooms& rooms, std::set<std::string>& reached)
{
    if (!reached.insert(room).second) return;
    const auto found = rooms.find(room);
    if (found == rooms.end()) return;  // a library that is no room, and has no texts
    for (const auto& below : found->second) add_with_all_below(below, rooms, reached);
}

}  // namespace

void add_room(std::string_view written, Rooms& rooms)
{
    const auto equals = written.find('=');
    if (equals == std::string_view::npos || equals == 0) throw std::runtime_error("a room is written name=below,below");
    auto& below = rooms[std::string(written.substr(0, equals))];
    written.remove_prefix(equals + 1);
    while (!written.empty()) {
        const auto end = std::min(written.find(','), written.size());
        below.emplace_back(written.substr(0, end));
        written.remove_prefix(std::min(end + 1, written.size()));
    }
}

std::vector<Entry> visible_to(const std::string& room, const std::vector<Entry>& entries, const Rooms& rooms)
{
    std::set<std::string> reached;
    add_with_all_below(room, rooms, reached);
    std::vector<Entry> visible;
    std::copy_if(entries.begin(), entries.end(), std::back_inserter(visible), [&](const Entry& entry) {
        const auto owner = owner_of(entry.sv.file, rooms);
        return owner.empty() || reached.contains(owner);
    });
    return visible;
}

}  // namespace lots::catalogue
