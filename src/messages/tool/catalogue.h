#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// Reads, checks and generates the message catalogues. Used while building and by its own tests, never by the program.
namespace lots::catalogue {

struct Problem {
    std::string file;
    int line;  // from 1; 0 when the file as a whole is meant
    std::string text;
    std::string written() const;  // "text/sv/consent.msg:12: …", as compilers write it
};
using Problems = std::vector<Problem>;

struct Message {
    std::string key, pattern, file;
    int line;
};

/// The messages of one file. Lines are `key = pattern`; a line that begins with two spaces goes on with the pattern after
/// one space; `\n` in a pattern is a new line; `#` in the first column begins a comment.
std::vector<Message> read_messages(const std::string& file, std::string_view content, Problems& problems);

/// What a placeholder is used for. A plain {name} takes any value, so it agrees with both others.
enum class Use { value, number, choice };

struct Placeholder {
    Use use = Use::value;
    std::vector<std::string> options;  // of a select, sorted
};

/// A pattern that ICU has read, or could not read.
struct Pattern {
    bool readable = false;
    std::map<std::string, Placeholder> placeholders;
    bool rich = false;  // holds plural, select or number
    std::string text;   // what the program keeps: see messages/catalogue.h
};

/// Reads a pattern as ICU MessageFormat in that language ("sv", "en"). Problems are put at the message's line.
Pattern read_pattern(const Message& message, const char* language, Problems& problems);

struct Entry {
    Message sv, en;
    Pattern sv_pattern, en_pattern;
};

/// Both languages side by side, sorted by key: the same keys once each, the same placeholders for the same use.
std::vector<Entry> pair_up(const std::vector<Message>& sv, const std::vector<Message>& en, Problems& problems);

/// The files of `text`/sv and `text`/en, paired.
std::vector<Entry> read_catalogue(const std::filesystem::path& text, Problems& problems);

/// Each room with the rooms that stand directly below it.
using Rooms = std::map<std::string, std::vector<std::string>>;

/// Adds a room as the build writes it, "plan=consent,group". Throws std::runtime_error when it is not written so.
void add_room(std::string_view written, Rooms& rooms);

/// The messages that a room may name: of its own files, of those of the rooms below it, and of files that no room owns.
std::vector<Entry> visible_to(const std::string& room, const std::vector<Entry>& entries, const Rooms& rooms);

/// messages/keys.h: the sorted keys, for the check at compile time.
std::string keys_header(const std::vector<Entry>& entries);
/// messages/catalogue.cpp: the texts.
std::string catalogue_source(const std::vector<Entry>& entries);

}  // namespace lots::catalogue
