#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace lots::audit {

/// The whole file, none when there is none. Throws std::system_error.
std::optional<std::string> read_file(const std::filesystem::path& file);
/// A file that only we may read (else std::runtime_error), at most `bytes_max` long. The caller zeroes the text.
std::string read_secret_file(const std::filesystem::path& file, std::size_t bytes_max);

/// Makes a file, mode 0600, never over an existing one; durable when it returns. Throws std::system_error.
void make_secret_file(const std::filesystem::path& file, std::string_view text);
/// Puts a file that everybody may read in the place of the former one, whole or not at all; durable when it returns.
void replace_public_file(const std::filesystem::path& file, std::string_view text);

}  // namespace lots::audit
