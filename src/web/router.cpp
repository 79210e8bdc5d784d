#include "web/router.h"

#include <algorithm>

#include "base/check.h"

namespace lots::web {

namespace {

std::vector<std::string> split(std::string_view path)
{
    std::vector<std::string> segments;
    std::size_t at = 1;
    while (at <= path.size()) {
        const auto end = std::min(path.find('/', at), path.size());
        segments.emplace_back(path.substr(at, end - at));
        at = end + 1;
    }
    return segments;
}

bool is_wildcard(const std::string& segment) { return segment.size() > 2 && segment.front() == '{' && segment.back() == '}'; }

}  // namespace

Pattern::Pattern(std::string_view text) : segments_(split(text)) { check(text.starts_with('/'), "a route begins with a slash"); }

std::optional<std::map<std::string, std::string>> Pattern::match(std::string_view path) const
{
    if (!path.starts_with('/')) return std::nullopt;
    const auto segments = split(path);
    if (segments.size() != segments_.size()) return std::nullopt;
    std::map<std::string, std::string> parts;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (is_wildcard(segments_[i])) {
            if (segments[i].empty()) return std::nullopt;
            parts.emplace(segments_[i].substr(1, segments_[i].size() - 2), segments[i]);
        }
        else if (segments_[i] != segments[i]) return std::nullopt;
    }
    return parts;
}

int Pattern::wildcards() const { return static_cast<int>(std::ranges::count_if(segments_, is_wildcard)); }

}  // namespace lots::web
