#include "organisation/written.h"

#include <algorithm>

#include "base/text.h"

namespace lots::organisation {

bool is_code(std::string_view text)
{
    if (text.size() < 2 || text.size() > 40 || text.front() == '-' || text.back() == '-') return false;
    return std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

std::optional<std::string> kept_line(std::string_view text, int longest)
{
    auto clean = clean_line(text);
    if (!clean) return std::nullopt;
    const auto bare = trimmed(*clean);
    if (bare.empty() || count_characters(bare) > static_cast<std::size_t>(longest)) return std::nullopt;
    return std::string(bare);
}

}  // namespace lots::organisation
