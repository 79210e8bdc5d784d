#include <algorithm>
#include <array>
#include <cctype>
#include <doctest/doctest.h>

#include "files.h"

// The project speaks of itself alone: not of the machine it was written on, nor of who or what helped to write it.
namespace {

const std::array folders{"src", "docs", "tests", "cmake", "scripts", "migrations", "text", "assets"};

/// Folders of tools, and what tools make.
bool is_made(const std::filesystem::path& file)
{
    for (const auto& part : file)
        if (part == "node_modules" || part == "dist" || part == "__pycache__") return true;
    return false;
}

bool is_text(const std::filesystem::path& file)
{
    static const std::array kinds{".cpp", ".h",    ".md",   ".csv",  ".cmake", ".txt", ".sql",
                                  ".mjs", ".scss", ".json", ".toml", ".py",    ""};
    for (const auto* kind : kinds)
        if (file.extension() == kind) return true;
    return false;
}

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-'; }

// Written with a ~ inside, so that this file does not find itself.
std::vector<std::string> foreign_words()
{
    std::vector<std::string> words{"/wo~rk",  "/ho~me",     ".libr~ary", "sub~agent", "sub-~agent",     "helper ~agent",
                                   "clau~de", "anthro~pic", "chat~gpt",  "open~ai",   "language ~model"};
    for (auto& word : words) std::erase(word, '~');
    return words;
}

/// Whether one of those words begins in the line. A folder has to end there too: "/workers" is another.
bool speaks_of_others(std::string line)
{
    static const auto words = foreign_words();
    std::ranges::transform(line, line.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    for (const auto& word : words) {
        for (auto at = line.find(word); at != std::string::npos; at = line.find(word, at + 1)) {
            const auto end = at + word.size();
            const bool begins = at == 0 || !(is_word(line[at - 1]) || line[at - 1] == '.');
            const bool ends = word[0] != '/' || end == line.size() || !is_word(line[end]);
            if (begins && ends) return true;
        }
    }
    return false;
}

}  // namespace

TEST_CASE("The project's text speaks of itself alone")
{
    for (const auto& word : foreign_words()) CHECK(speaks_of_others("see " + word));
    CHECK_FALSE(speaks_of_others("a network, /workers and the user agent"));

    std::vector<std::filesystem::path> files;
    for (const auto* folder : folders)
        for (const auto& file : lots::habits::files_below(folder)) files.push_back(file);
    for (const auto& entry : std::filesystem::directory_iterator{"."})
        if (entry.is_regular_file() && entry.path().filename() != "package-lock.json")
            files.push_back(entry.path().filename());

    std::size_t looked_at = 0;
    for (const auto& file : files) {
        if (is_made(file) || !is_text(file)) continue;
        ++looked_at;
        const auto lines = lots::habits::lines_of(file);
        for (std::size_t i = 0; i < lines.size(); ++i)
            if (lines[i].size() < 4000)  // longer ones are data
                if (speaks_of_others(lines[i])) FAIL_CHECK(file.string() << ":" << i + 1 << " " << lines[i]);
    }
    CHECK(looked_at > 200);
}
