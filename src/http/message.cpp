#include "http/message.h"

#include "base/check.h"

namespace lots::http {

namespace {
    bool is_visible(std::string_view text)
    {
        return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    }
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
    const bool known_scheme = url.starts_with("https://") || url.starts_with("http://127.0.0.1") ||
                              url.starts_with("http://[::1]") || url.starts_with("http://localhost");
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
    case Method::get: return "GET";
    case Method::post: return "POST";
    case Method::put: return "PUT";
    case Method::patch: return "PATCH";
    case Method::delete_: return "DELETE";
    case Method::head: return "HEAD";
    case Method::options: return "OPTIONS";
    case Method::other: break;
    }
    return "OTHER";
}

std::string_view reason_phrase(int status)
{
    switch (status) {
    case 100: return "Continue";
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 206: return "Partial Content";
    case 301: return "Moved Permanently";
    case 302: return "Found";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 307: return "Temporary Redirect";
    case 308: return "Permanent Redirect";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 406: return "Not Acceptable";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 412: return "Precondition Failed";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 415: return "Unsupported Media Type";
    case 416: return "Range Not Satisfiable";
    case 417: return "Expectation Failed";
    case 421: return "Misdirected Request";
    case 422: return "Unprocessable Content";
    case 428: return "Precondition Required";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    case 505: return "HTTP Version Not Supported";
    case 507: return "Insufficient Storage";
    default: return "";
    }
}

}  // namespace lots::http
