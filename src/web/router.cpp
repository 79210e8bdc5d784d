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

bool Pattern::fits(std::string_view path) const
{
    if (!path.starts_with('/')) return false;
    std::size_t at = 1;
    for (const auto& segment : segments_) {
        if (at > path.size()) return false;
        const auto end = std::min(path.find('/', at), path.size());
        const auto piece = path.substr(at, end - at);
        if (is_wildcard(segment) ? piece.empty() : segment != piece) return false;
        at = end + 1;
    }
    return at > path.size();
}

std::optional<std::map<std::string, std::string>> Pattern::match(std::string_view path) const
{
    // Each request asks some three hundred patterns: only the one that fits pays for its parts.
    if (!fits(path)) return std::nullopt;
    const auto segments = split(path);
    std::map<std::string, std::string> parts;
    for (std::size_t i = 0; i < segments.size(); ++i)
        if (is_wildcard(segments_[i])) parts.emplace(segments_[i].substr(1, segments_[i].size() - 2), segments[i]);
    return parts;
}

int Pattern::wildcards() const { return static_cast<int>(std::ranges::count_if(segments_, is_wildcard)); }

}  // namespace lots::web
