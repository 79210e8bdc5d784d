#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lots::test {

/// One way in which a text may lie in a file.
struct Disguise {
    std::string name;  // "UTF-16 LE"
    std::string bytes;
};

/// The ways in which `text` (UTF-8) is looked for: as it is, UTF-16 in both orders, escaped in JSON and HTML, percent-encoded,
/// hexadecimal (as PostgreSQL shows bytes), and base64 and base64url at each of the three places where it may begin.
std::vector<Disguise> disguises(std::string_view text);

/// Where a text was found: the file, or whatever it was called, and in which disguise.
struct Sighting {
    std::string place, disguise;
};

/// Strings that nobody else writes: what is typed into every field of a test, and then looked for where it must not be.
class Canary {
    std::string stem_, short_;
    std::vector<Disguise> disguises_;
    int next_ = 0;

public:
    /// `chance` makes this run's stem: two runs never find each other's.
    explicit Canary(std::string_view chance);

    /// A new text, different from the others; all begin with the stem, so one search finds any of them. Where not even `longest` bytes fit,
    /// a short one without a number, of at most 10 letters and digits, which is looked for as well.
    std::string next(std::size_t longest = 1000);
    const std::string& stem() const { return stem_; }
    int given() const { return next_; }

    std::vector<Sighting> in_text(std::string_view place, std::string_view bytes) const;
    /// In every file below, and in their names. A file that cannot be read is a sighting too: nobody knows what is in it.
    std::vector<Sighting> in_folder(const std::filesystem::path& folder) const;
};

/// For messages: "lots.db-wal (base64 at 1), …".
std::string listed(const std::vector<Sighting>& sightings);

}  // namespace lots::test
