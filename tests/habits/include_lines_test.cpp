#include <doctest/doctest.h>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "files.h"

using lots::habits::lines_of;

// STYLE: a room uses what stands below it; a rule knows values and other rules, and no machinery.
namespace {

using Rooms = std::map<std::string, std::set<std::string>>;  // a room and the rooms it may use, itself and theirs included

/// The lots_room lines of CMakeLists.txt. "rules" there is the library of all slices' rules.
Rooms rooms()
{
    Rooms rooms;
    const std::regex room_line{R"(^lots_room\((\w+)\s*(?:DEPS\s+([\w ]*?))?\s*(?:LINK\s.*)?\))"};
    std::smatch match;
    for (const auto& line : lines_of("CMakeLists.txt")) {
        if (!line.starts_with("lots_room(")) continue;
        REQUIRE_MESSAGE(std::regex_search(line, match, room_line), line);
        auto& uses = rooms[match[1]];
        uses.insert(match[1]);
        std::istringstream deps{match[2].str()};
        for (std::string dep; deps >> dep;) {
            uses.insert(dep);
            // What a room may use, those that use it may.
            if (const auto below = rooms.find(dep); below != rooms.end())
                uses.insert(below->second.begin(), below->second.end());
        }
    }
    return rooms;
}

struct Include {
    std::string where;  // "src/consent/rules.h:8"
    std::string folder, file;
};

std::vector<Include> includes_of(const std::filesystem::path& path)
{
    std::vector<Include> includes;
    const std::regex include_line{R"re(^\s*#\s*include\s+"(?:(\w+)/)?([\w./]+)")re"};
    std::smatch match;
    const auto lines = lines_of(path);
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (std::regex_search(lines[i], match, include_line))
            includes.push_back({path.string() + ":" + std::to_string(i + 1), match[1], match[2]});
    return includes;
}

/// "src/consent/rules.h" is in the room "consent".
std::string room_of(const std::filesystem::path& path) { return std::next(path.begin(), 1)->string(); }

bool is_test(const std::filesystem::path& path)
{
    const auto stem = path.stem().string();
    return stem.ends_with("_test") || stem.starts_with("test_");
}

/// Every key of the texts, and the room that owns it: that of consent.msg and consent_parts.msg is consent. "" for what all may say.
std::map<std::string, std::string> owner_of_each_key(const Rooms& rooms)
{
    std::map<std::string, std::string> owners;
    const std::regex key_line{R"(^([a-z0-9_.]+) = )"};
    std::smatch match;
    for (const auto& file : lots::habits::files_below("text/sv")) {
        std::string owner;
        for (const auto& [room, uses] : rooms) {
            const auto stem = file.stem().string();
            const bool owned = stem == room || stem.starts_with(room + "_");
            if (owned && room.size() > owner.size()) owner = room;
        }
        for (const auto& line : lines_of(file))
            if (std::regex_search(line, match, key_line)) owners[match[1]] = owner;
    }
    return owners;
}

/// What a slice shows to other rules: its values and its rules.
bool is_rules_or_values(const Include& include)
{
    return include.file.starts_with("rules") || include.file == include.folder + ".h";
}

}  // namespace

TEST_CASE("STYLE No room includes a room that CMakeLists.txt does not give it")
{
    const auto known = rooms();
    REQUIRE(known.size() > 15);
    std::size_t looked_at = 0;
    for (const auto& path : lots::habits::sources()) {
        const auto room = known.find(room_of(path));
        REQUIRE_MESSAGE(room != known.end(), path.string());
        for (const auto& include : includes_of(path)) {
            ++looked_at;
            const auto& uses = room->second;
            const bool given = uses.contains(include.folder) || (uses.contains("rules") && is_rules_or_values(include));
            const bool generated = include.folder == "assets";  // made by cmake/assets.cmake; a folder without a room
            const bool test_support = include.folder == "support" && is_test(path);
            CHECK_MESSAGE((given || generated || test_support), include.where << " includes " << include.folder);
        }
    }
    CHECK(looked_at > 200);
}

TEST_CASE("STYLE A room says only what its own texts and those of the rooms below it hold")
{
    // The compiler refuses the same, but only where it reads each file by itself: a precompiled header has seen all texts.
    const auto known = rooms();
    const auto owners = owner_of_each_key(known);
    const std::regex said{R"re(\bsay\("([a-z0-9_.]+)")re"};
    std::size_t looked_at = 0;
    for (const auto& path : lots::habits::sources()) {
        const auto& uses = known.at(room_of(path));
        for (const auto& line : lines_of(path))
            for (std::sregex_iterator it(line.begin(), line.end(), said), end; it != end; ++it) {
                const auto owner = owners.find((*it)[1]);
                if (owner == owners.end() || owner->second.empty()) continue;
                ++looked_at;
                CHECK_MESSAGE(uses.contains(owner->second), path.string() << " says " << owner->first << " of " << owner->second);
            }
    }
    CHECK(looked_at > 500);
}

TEST_CASE("STYLE A rule includes base, guideline, messages, the words of access, and other rules and values; nothing else")
{
    const std::set<std::string> below{"base", "guideline", "messages"};
    std::size_t looked_at = 0;
    for (const auto& path : lots::habits::sources()) {
        const auto stem = path.stem().string();
        const bool pure = stem.starts_with("rules") || (stem == room_of(path) && path.extension() == ".h");
        // Below the slices a header may well carry the room's name (html/html.h); those are machinery.
        if (!pure || is_test(path) || !std::filesystem::exists(path.parent_path() / "rules.h")) continue;
        for (const auto& include : includes_of(path)) {
            ++looked_at;
            const bool access_words = include.folder == "access" && include.file == "words.h";
            CHECK_MESSAGE((below.contains(include.folder) || access_words || is_rules_or_values(include)),
                          include.where << " includes " << include.folder << "/" << include.file);
        }
    }
    CHECK(looked_at > 0);
}

TEST_CASE("STYLE The rooms that draw pages, answer requests and hold values know no domain word")
{
    const auto known = rooms();
    CHECK(known.at("base") == std::set<std::string>{"base"});
    CHECK(known.at("http") == std::set<std::string>{"base", "http"});
    CHECK(known.at("html") == std::set<std::string>{"base", "html", "messages"});
    CHECK(known.at("storage") == std::set<std::string>{"base", "storage"});
}
