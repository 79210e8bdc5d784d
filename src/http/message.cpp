#include "http/message.h"

#include <array>

#include "base/check.h"
#include "http/authority.h"

namespace lots::http {

namespace {
bool is_visible(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

// RFC 9110 section 15, those that are in use here.
constexpr auto phrases = std::to_array<std::pair<int, std::string_view>>({
    {100, "Continue"},
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {206, "Partial Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {416, "Range Not Satisfiable"},
    {417, "Expectation Failed"},
    {421, "Misdirected Request"},
    {422, "Unprocessable Content"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
    {505, "HTTP Version Not Supported"},
    {507, "Insufficient Storage"},
});
}  // namespace

Response see_other(std::string_view path)
{
    const bool own_path = !path.empty() && path.front() == '/' && !path.starts_with("//") &&
                          path.find('\\') == std::string_view::npos && is_visible(path);
    check(own_path, "a redirect goes to a path of this site");
    Response response;
    response.status = 303;
    return response.header("location", std::string{path});
}

Response see_other_site(std::string_view url)
{
    const auto parts = split_absolute(url);  // refuses a user name, which could look like a host
    const auto host = parts ? host_of(parts->authority) : std::string_view{};
    const bool loopback = host == "localhost" || host == "127.0.0.1" || host == "[::1]";
    const bool known_scheme = parts && (parts->scheme == "https" || (parts->scheme == "http" && loopback));
    check(known_scheme && is_visible(url), "a redirect to another site uses https");
    Response response;
    response.status = 303;
    return response.header("location", std::string{url});
}

Response method_not_allowed(std::string_view allowed)
{
    return plain_text(405, "Method Not Allowed\n").header("allow", std::string{allowed});
}

std::string_view name_of(Method method)
{
    switch (method) {
    case Method::get:
        return "GET";
    case Method::post:
        return "POST";
    case Method::put:
        return "PUT";
    case Method::patch:
        return "PATCH";
    case Method::delete_:
        return "DELETE";
    case Method::head:
        return "HEAD";
    case Method::options:
        return "OPTIONS";
    case Method::other:
        break;
    }
    return "OTHER";
}

std::string_view reason_phrase(int status)
{
    const auto at = std::find_if(phrases.begin(), phrases.end(), [&](const auto& phrase) { return phrase.first == status; });
    return at == phrases.end() ? std::string_view{} : at->second;
}

}  // namespace lots::http
