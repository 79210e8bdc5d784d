#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What comes in and what goes out, as plain values: nothing here knows a socket.
namespace lots::http {

enum class Method { get, post, put, patch, delete_, head, options, other };

/// Names in lower case, in the order they came or are to be sent. A name may occur several times.
using Headers = std::vector<std::pair<std::string, std::string>>;
/// Decoded names and values, in the order they came. A name may occur several times.
using Pairs = std::vector<std::pair<std::string, std::string>>;

/// The first value of that name (lower case, exact), or null.
inline const std::string* find(const Headers& pairs, std::string_view name)
{
    const auto at = std::find_if(pairs.begin(), pairs.end(), [&](const auto& pair) { return pair.first == name; });
    return at == pairs.end() ? nullptr : &at->second;
}

/// A request that has passed every check of RFC 9112 and of target.h: nothing in it needs to be decoded again.
struct Request {
    Method method = Method::get;
    std::string target;  // as it stood on the request line
    std::string path;    // percent-decoded once: UTF-8, begins with '/', no dot or empty segments, no control characters
    Pairs query;
    Headers headers;
    std::string body;            // chunks already joined
    std::string remote_address;  // the client's, also behind a trusted proxy: "127.0.0.1", "2001:db8::1"
    bool secure = false;         // the client came over TLS, as a trusted proxy says

    /// The first header of that lower-case name, or null.
    const std::string* header(std::string_view name) const { return find(headers, name); }
    /// The first value of that query parameter, or null.
    const std::string* parameter(std::string_view name) const { return find(query, name); }
};

/// Which of the fixed sets of protective headers goes with an answer; see security_headers.h.
enum class HeaderSet { page, recording_page, immutable_asset };

/// A whole answer. The server adds Date, Content-Length, Connection and the header set. A header that the server owns, or
/// one with a line break in it, is a bug and is answered with 500.
struct Response {
    int status = 200;
    Headers headers;  // names in lower case
    std::string body;
    std::string content_type = "text/html; charset=utf-8";  // not sent when the body is empty
    HeaderSet header_set = HeaderSet::page;

    Response& header(std::string name, std::string value)
    {
        headers.emplace_back(std::move(name), std::move(value));
        return *this;
    }
};

/// Text as it is: for programs and for the errors that have no page.
inline Response plain_text(int status, std::string text)
{
    return {status, {}, std::move(text), "text/plain; charset=utf-8"};
}
inline Response html_page(std::string page, int status = 200) { return {status, {}, std::move(page)}; }
inline Response json_text(std::string json, int status = 200) { return {status, {}, std::move(json), "application/json"}; }

/// 303 See Other: what a form post answers with, so that a reload does not post again. `path` is a path of this
/// site, already percent-encoded; anything else (a scheme, "//host", a backslash) is a bug, so no redirect leaves the site.
Response see_other(std::string_view path);
/// 303 to another site, for sign-in at an identity provider: only https, or http to loopback.
Response see_other_site(std::string_view url);
/// 405 with the methods that the path does take: "GET, HEAD".
Response method_not_allowed(std::string_view allowed);

/// "GET"; "OTHER" for a method the server does not name.
std::string_view name_of(Method method);
/// "Not Found"; empty for a number that is not in use here.
std::string_view reason_phrase(int status);

}  // namespace lots::http
