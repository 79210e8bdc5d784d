#include "files.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <fstream>

namespace lots::habits {

std::vector<std::string> lines_of(const std::filesystem::path& file)
{
    std::ifstream in{file};
    REQUIRE_MESSAGE(in.is_open(), file.string());
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    if (!std::filesystem::exists(folder)) return files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder})
        if (entry.is_regular_file()) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<std::filesystem::path> sources()
{
    auto files = files_below("src");
    std::erase_if(files, [](const auto& file) { return file.extension() != ".cpp" && file.extension() != ".h"; });
    return files;
}

std::vector<std::string> cells_of(const std::string& line)
{
    std::vector<std::string> cells;
    if (line.empty() || line[0] != '|') return cells;
    for (std::size_t begin = 1; begin < line.size();) {
        const std::size_t end = std::min(line.find('|', begin), line.size());
        const auto first = line.find_first_not_of(' ', begin);
        const auto last = line.find_last_not_of(' ', end - 1);
        cells.push_back(first >= end ? "" : line.substr(first, last - first + 1));
        begin = end + 1;
    }
    return cells;
}

}  // namespace lots::habits
