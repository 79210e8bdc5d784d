#include "http/security_headers.h"

#include <algorithm>
#include <array>

namespace lots::http {

namespace {
/// Several literals as one with static life, so that an answer's head is put together by a single copy.
template <const std::string_view&... Parts>
struct Joined {
    static constexpr auto text = [] {
        std::array<char, (Parts.size() + ...)> all{};
        auto at = all.begin();
        ((at = std::copy(Parts.begin(), Parts.end(), at)), ...);
        return all;
    }();
    static constexpr std::string_view view{text.data(), text.size()};
};

// With no-referrer browsers send "Origin: null" with the forms of our own pages too (Fetch 3.2.5, seen in Chromium): whoever
// checks where a post comes from goes by Sec-Fetch-Site and the form's token.
constexpr std::string_view common =
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
    "media-src 'self' blob:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; "
    "base-uri 'none'; require-trusted-types-for 'script'; trusted-types sig\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Embedder-Policy: require-corp\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "X-Frame-Options: DENY\r\n";

// The features that Chromium knows; a name it does not know would be a complaint in the console. Signing in
// with a passkey and copying a link are the only ones the pages use.
constexpr std::string_view features_off =
    "Permissions-Policy: accelerometer=(), autoplay=(), clipboard-read=(), clipboard-write=(self), "
    "display-capture=(), encrypted-media=(), fullscreen=(), gamepad=(), geolocation=(), gyroscope=(), hid=(), "
    "idle-detection=(), keyboard-map=(), local-fonts=(), magnetometer=(), midi=(), payment=(), picture-in-picture=(), "
    "publickey-credentials-create=(self), publickey-credentials-get=(self), screen-wake-lock=(), serial=(), "
    "storage-access=(), sync-xhr=(), unload=(), usb=(), window-management=(), xr-spatial-tracking=(), ";
constexpr std::string_view recording_off = "camera=(), microphone=()\r\n";
constexpr std::string_view recording_on = "camera=(self), microphone=(self)\r\n";

constexpr std::string_view not_kept = "Cache-Control: no-store\r\n";
constexpr std::string_view kept = "Cache-Control: public, max-age=31536000, immutable\r\n";
constexpr std::string_view only_tls = "Strict-Transport-Security: max-age=63072000; includeSubDomains\r\n";
}  // namespace

std::string_view security_headers(HeaderSet set, bool secure)
{
    switch (set) {
    case HeaderSet::recording_page:
        return secure ? Joined<common, features_off, recording_on, not_kept, only_tls>::view
                      : Joined<common, features_off, recording_on, not_kept>::view;
    case HeaderSet::immutable_asset:
        return secure ? Joined<common, features_off, recording_off, kept, only_tls>::view
                      : Joined<common, features_off, recording_off, kept>::view;
    case HeaderSet::page:
        break;
    }
    return secure ? Joined<common, features_off, recording_off, not_kept, only_tls>::view
                  : Joined<common, features_off, recording_off, not_kept>::view;
}

bool is_server_header(std::string_view name)
{
    static constexpr std::array<std::string_view, 16> own{"cache-control",
                                                          "connection",
                                                          "content-length",
                                                          "content-security-policy",
                                                          "content-type",
                                                          "cross-origin-embedder-policy",
                                                          "cross-origin-opener-policy",
                                                          "cross-origin-resource-policy",
                                                          "date",
                                                          "permissions-policy",
                                                          "referrer-policy",
                                                          "strict-transport-security",
                                                          "transfer-encoding",
                                                          "x-content-type-options",
                                                          "x-frame-options",
                                                          "trailer"};
    return std::find(own.begin(), own.end(), name) != own.end();
}

}  // namespace lots::http
