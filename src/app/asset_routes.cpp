#include <algorithm>
#include <string_view>

#include "app/routes.h"
#include "assets/assets.h"
#include "http/syntax.h"

namespace lots::app {

namespace {

/// Whether an Accept-Encoding header (RFC 9110 12.5.3) takes that coding. "*" is not used by browsers and counts as no.
bool accepts(std::string_view header, std::string_view coding)
{
    while (!header.empty()) {
        const auto end = std::min(header.find(','), header.size());
        auto item = http::without_blanks(header.substr(0, end));
        header.remove_prefix(std::min(end + 1, header.size()));
        const auto cut = std::min(item.find(';'), item.size());
        if (!http::same_ignoring_case(http::without_blanks(item.substr(0, cut)), coding)) continue;
        auto weight = item.substr(cut);
        while (!weight.empty() && (weight.front() == ';' || http::is_blank(weight.front()))) weight.remove_prefix(1);
        if (!weight.starts_with("q=")) return true;
        return weight.find_first_of("123456789") != std::string_view::npos;  // q=0, q=0.000: no
    }
    return false;
}

http::Response answer_with(const assets::File& file, const http::Request& request)
{
    const auto* header = request.header("accept-encoding");
    const std::string_view taken = header != nullptr ? std::string_view(*header) : std::string_view{};
    auto bytes = file.raw;
    std::string_view coding;
    if (!file.brotli.empty() && accepts(taken, "br")) {
        bytes = file.brotli;
        coding = "br";
    }
    else if (!file.gzip.empty() && accepts(taken, "gzip")) {
        bytes = file.gzip;
        coding = "gzip";
    }
    http::Response answer{200, {}, std::string(bytes.begin(), bytes.end()), std::string(file.mime), http::HeaderSet::immutable_asset};
    if (!file.brotli.empty() || !file.gzip.empty()) answer.header("vary", "accept-encoding");
    if (!coding.empty()) answer.header("content-encoding", std::string(coding));
    return answer;
}

}  // namespace

void add_assets(web::Site& site)
{
    for (const auto& file : assets::files)
        site.open(http::Method::get, std::string(file.url), [&file](const http::Request& request) { return answer_with(file, request); });
    // Browsers ask for these two by themselves; their names hold no hash, so they are not kept for ever.
    site.open(http::Method::get, "/favicon.svg", [](const http::Request& request) {
        auto answer = answer_with(assets::asset("favicon.svg"), request);
        answer.header_set = http::HeaderSet::page;
        return answer;
    });
    site.open(http::Method::get, "/robots.txt", [](const http::Request&) { return http::plain_text(200, "User-agent: *\nDisallow: /\n"); });
}

}  // namespace lots::app
