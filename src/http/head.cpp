#include "http/head.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "http/authority.h"
#include "http/syntax.h"
#include "http/target.h"

namespace lots::http {

namespace {
enum class Version { http_1_0, http_1_1 };

struct RequestLine {
    std::string_view method, target;
    Version version = Version::http_1_1;
};

Method method_of(std::string_view name)
{
    for (const Method method :
         {Method::get, Method::post, Method::put, Method::patch, Method::delete_, Method::head, Method::options})
        if (name == name_of(method)) return method;
    return Method::other;
}

/// 0, or the status that answers this request line. `line` is without its line break.
int read_request_line(std::string_view line, const HeadLimits& limits, RequestLine& out)
{
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (first == std::string_view::npos || first == last) return 400;  // HTTP/0.9, or nothing we know
    out.method = line.substr(0, first);
    out.target = line.substr(first + 1, last - first - 1);
    const std::string_view version = line.substr(last + 1);

    if (!is_token(out.method) || out.method.size() > 32) return 400;
    if (out.target.size() > limits.target_bytes_max) return 414;
    const bool visible = std::all_of(out.target.begin(), out.target.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    if (out.target.empty() || !visible) return 400;
    if (out.method == "CONNECT" || out.method == "TRACE") return 501;
    if (out.target == "*") return 400;  // also the preface of HTTP/2

    if (version.size() != 8 || !version.starts_with("HTTP/") || !is_digit(version[5]) || version[6] != '.' ||
        !is_digit(version[7]))
        return 400;
    if (version == "HTTP/1.1")
        out.version = Version::http_1_1;
    else if (version == "HTTP/1.0")
        out.version = Version::http_1_0;
    else
        return 505;
    return 0;
}

/// "name: value" lines, each with its CRLF. No folding, no blank before the colon, no controls (RFC 9112 5).
int read_fields(std::string_view lines, const HeadLimits& limits, Headers& out)
{
    while (!lines.empty()) {
        const auto end = lines.find("\r\n");
        if (end == std::string_view::npos) return 400;
        const std::string_view line = lines.substr(0, end);
        lines.remove_prefix(end + 2);

        const auto colon = line.find(':');
        if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return 400;
        const std::string_view value = without_blanks(line.substr(colon + 1));
        if (!std::all_of(value.begin(), value.end(), is_value_char)) return 400;
        if (out.size() == limits.header_count_max) return 431;
        out.emplace_back(lower_case(line.substr(0, colon)), value);
    }
    return 0;
}

std::ptrdiff_t count(const Headers& headers, std::string_view name)
{
    return std::count_if(headers.begin(), headers.end(), [&](const auto& header) { return header.first == name; });
}

/// Fields that decide something and that two readers could each read their own one of.
bool are_single(const Headers& headers)
{
    constexpr std::array<std::string_view, 5> once{"authorization", "content-type", "idempotency-key", "origin",
                                                   "sec-fetch-site"};
    return std::all_of(once.begin(), once.end(), [&](std::string_view name) { return count(headers, name) <= 1; });
}

/// How long the body is: both fields at once, one of them twice, a list, or a coding besides chunked is 400.
int read_framing(Version version, Head& head)
{
    const Headers& headers = head.request.headers;
    const auto lengths = count(headers, "content-length"), codings = count(headers, "transfer-encoding");
    if (lengths + codings == 0) return 0;
    if (lengths + codings > 1) return 400;
    if (codings == 1) {
        if (version == Version::http_1_0) return 400;  // RFC 9112 6.1: faulty framing
        if (!same_ignoring_case(*head.request.header("transfer-encoding"), "chunked")) return 400;
        head.body = BodyKind::chunked;
        return 0;
    }
    const std::string& digits = *head.request.header("content-length");
    if (digits.empty() || digits.size() > 18 || !std::all_of(digits.begin(), digits.end(), is_digit)) return 400;
    std::from_chars(digits.data(), digits.data() + digits.size(), head.content_length);
    head.body = head.content_length > 0 ? BodyKind::length : BodyKind::none;
    return 0;
}

int read_connection(Version version, Head& head)
{
    bool close = false, keep = false;
    for (const auto& [name, value] : head.request.headers) {
        if (name != "connection") continue;
        std::string_view rest = value;
        while (!rest.empty()) {
            const std::string_view piece = rest.substr(0, rest.find(','));
            rest.remove_prefix(std::min(rest.size(), piece.size() + 1));
            const std::string_view option = without_blanks(piece);
            if (!option.empty() && !is_token(option)) return 400;
            close = close || same_ignoring_case(option, "close");
            keep = keep || same_ignoring_case(option, "keep-alive");
        }
    }
    head.keep_alive = !close && (version == Version::http_1_1 || keep);

    if (const std::string* expect = head.request.header("expect"); expect && version == Version::http_1_1) {
        if (count(head.request.headers, "expect") != 1 || !same_ignoring_case(*expect, "100-continue")) return 417;
        head.expects_continue = true;
    }
    return 0;
}

/// Host, and a target in absolute form, must name the same place (RFC 9112 3.2).
int read_target(Version version, std::string_view target, Request& request)
{
    const auto hosts = count(request.headers, "host");
    if (hosts > 1 || (hosts == 0 && version == Version::http_1_1)) return 400;
    const std::string* host = request.header("host");
    if (host && !is_authority(*host)) return 400;

    request.target = target;
    if (target.front() != '/') {
        const auto absolute = split_absolute(target);
        if (!absolute) return 400;
        if (host && !same_authority(absolute->authority, *host, absolute->scheme)) return 400;
        target = absolute->path_and_query;
    }
    auto parsed = target.empty() ? parse_target("/") : target.front() == '?' ? std::nullopt : parse_target(target);
    if (!parsed) return 400;
    request.path = std::move(parsed->path);
    request.query = std::move(parsed->query);
    return 0;
}
}  // namespace

std::size_t empty_lines_before(std::string_view bytes)
{
    std::size_t length = 0;
    while (length < 4 && bytes.substr(length).starts_with("\r\n")) length += 2;
    return length;
}

HeadScanner::Found HeadScanner::scan(std::string_view bytes)
{
    const std::string_view looked = bytes.substr(0, limits_.header_bytes_max);
    for (std::size_t at = looked_at_; at < looked.size(); ++at) {
        const char c = looked[at];
        if (c == '\0') return {0, 400};
        if (c == '\n' && (at == 0 || looked[at - 1] != '\r')) return {0, 400};
        if (at > 0 && looked[at - 1] == '\r' && c != '\n') return {0, 400};
        looked_at_ = at + 1;
        if (c != '\n') continue;

        if (!line_seen_) {
            line_seen_ = true;
            RequestLine line;
            if (const int error = read_request_line(looked.substr(0, at - 1), limits_, line)) return {0, error};
        }
        if (at >= 3 && looked[at - 2] == '\n') return {at + 1, 0};
    }
    if (bytes.size() < limits_.header_bytes_max) return {};
    return {0, line_seen_ ? 431 : 414};
}

HeadOrError parse_head(std::string_view bytes, const HeadLimits& limits)
{
    const auto line_end = bytes.find("\r\n");
    if (line_end == std::string_view::npos || !bytes.ends_with("\r\n\r\n") || bytes.size() > limits.header_bytes_max)
        return {{}, 400};

    HeadOrError out;
    Head head;
    RequestLine line;
    out.error = read_request_line(bytes.substr(0, line_end), limits, line);
    if (!out.error)
        out.error = read_fields(bytes.substr(line_end + 2, bytes.size() - line_end - 4), limits, head.request.headers);
    if (!out.error && !are_single(head.request.headers)) out.error = 400;
    if (!out.error) out.error = read_target(line.version, line.target, head.request);
    if (!out.error) out.error = read_framing(line.version, head);
    if (!out.error) out.error = read_connection(line.version, head);
    if (out.error) return out;

    head.request.method = method_of(line.method);
    out.head = std::move(head);
    return out;
}

}  // namespace lots::http
