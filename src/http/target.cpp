#include "http/target.h"

#include <algorithm>

#include "http/form_data.h"
#include "http/syntax.h"

namespace lots::http {

namespace {
constexpr std::string_view marks_in_path = "/-._~!$&'()*+,;=:@%";
constexpr std::string_view marks_in_query = "/-._~!$&'()*+,;=:@%?[]^`{|}";

bool only(std::string_view text, std::string_view marks)
{
    return std::all_of(text.begin(), text.end(),
                       [&](char c) { return is_letter(c) || is_digit(c) || marks.find(c) != std::string_view::npos; });
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

/// Decoded text that may stand between two slashes.
bool is_plain_segment(std::string_view segment)
{
    return segment != "." && segment != ".." && segment.find_first_of("/\\") == std::string_view::npos &&
           std::none_of(segment.begin(), segment.end(), is_control);
}

std::optional<std::string> decode_path(std::string_view raw)
{
    if (raw.empty() || raw.front() != '/' || !only(raw, marks_in_path)) return std::nullopt;
    std::string path;
    while (!raw.empty()) {
        raw.remove_prefix(1);  // the slash
        const std::string_view escaped = raw.substr(0, raw.find('/'));
        raw.remove_prefix(escaped.size());
        // Only the last segment may be empty: "//host" read as a reference is another site.
        if (escaped.empty() && !raw.empty()) return std::nullopt;
        const auto segment = percent_decoded(escaped, Plus::is_plus);
        if (!segment || !is_plain_segment(*segment)) return std::nullopt;
        path += '/';
        path += *segment;
    }
    if (!is_utf8(path)) return std::nullopt;
    return path;
}
}  // namespace

std::optional<Target> parse_target(std::string_view origin_form)
{
    const auto mark = origin_form.find('?');
    auto path = decode_path(origin_form.substr(0, mark));
    if (!path) return std::nullopt;
    Target target{std::move(*path), {}};
    if (mark == std::string_view::npos) return target;

    const std::string_view query = origin_form.substr(mark + 1);
    if (!only(query, marks_in_query)) return std::nullopt;
    auto pairs = parse_urlencoded(query, query_parameters_max);
    if (!pairs) return std::nullopt;
    target.query = std::move(*pairs);
    return target;
}

}  // namespace lots::http
