#pragma once

#include <filesystem>
#include <string>
#include <vector>

// Reading the project's own files. The programs of the tests stand in the project's root.
namespace lots::habits {

/// Lines without their line ends. A file that cannot be read fails the test.
std::vector<std::string> lines_of(const std::filesystem::path& file);

/// All files below a folder, sorted, as paths from the root; none when there is no such folder.
std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder);

/// The .cpp and .h files below src/, sorted.
std::vector<std::filesystem::path> sources();

/// The first columns of a Markdown table row, trimmed; empty when the line is none.
std::vector<std::string> cells_of(const std::string& line);

}  // namespace lots::habits
