#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lots::web {

/// A path pattern: "/arende/{case}/plan". A part in braces takes one segment, not empty.
class Pattern {
    std::vector<std::string> segments_;

    bool fits(std::string_view path) const;

public:
    explicit Pattern(std::string_view text);
    /// The parts of the path, or none when it is another address.
    std::optional<std::map<std::string, std::string>> match(std::string_view path) const;
    /// Parts in braces come last: /foresla goes before /{page}.
    int wildcards() const;
};

}  // namespace lots::web
