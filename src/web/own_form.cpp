#include "web/own_form.h"

#include <string>

#include <sodium.h>

#include "http/form_data.h"
#include "http/syntax.h"

namespace lots::web {

bool is_own_origin(const Services& services, const http::Request& request)
{
    if (const auto* site = request.header("sec-fetch-site"); site != nullptr && *site != "same-origin" && *site != "none") return false;
    const auto* origin = request.header("origin");
    // Under Referrer-Policy: no-referrer browsers say "null" for our own forms too; Sec-Fetch-Site and the token decide then.
    if (origin == nullptr || *origin == "null") return true;
    if (!services.origin.empty()) return *origin == services.origin;
    const auto* host = request.header("host");
    return host != nullptr && *origin == (request.secure ? "https://" : "http://") + *host;
}

namespace {
bool is_json(const http::Request& request)
{
    const auto* type = request.header("content-type");
    if (type == nullptr) return false;
    const auto bare = http::without_blanks(std::string_view(*type).substr(0, type->find(';')));
    return http::same_ignoring_case(bare, "application/json");
}
}  // namespace

int body_fault(const http::Request& request, bool api)
{
    const auto* encoding = request.header("content-encoding");
    if (encoding != nullptr && !http::same_ignoring_case(*encoding, "identity")) return 415;
    if (api) return request.body.empty() || is_json(request) ? 0 : 415;
    const auto form = http::parse_form(request);
    if (form) return 0;
    return form.error() == http::FormProblem::not_a_form ? 415 : 400;
}

bool carries_token(const http::Request& request, std::string_view token)
{
    std::string sent;
    if (const auto* header = request.header("x-csrf-token")) sent = *header;
    else if (const auto data = http::parse_form(request)) {
        if (const auto* field = (*data).field("csrf")) sent = *field;
    }
    return !token.empty() && sent.size() == token.size() && sodium_memcmp(sent.data(), token.data(), sent.size()) == 0;
}

}  // namespace lots::web
