#include "web/sign_in_guard.h"

#include <algorithm>
#include <array>

#include <arpa/inet.h>
#include <sodium.h>

#include "http/cookie.h"

namespace lots::web {

using storage::Row;

namespace {

constexpr std::size_t token_bytes = 32;
constexpr std::size_t token_length = 43;  // base64url without padding

std::string network_of(std::string_view address)
{
    const std::string text(address);
    std::array<std::uint8_t, 16> bytes{};
    if (inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1) return text;
    return to_hex(ByteSpan(bytes).first(8)) + "/64";
}

std::chrono::seconds wait_of(storage::Session& db, const Bytes& subject, Instant now)
{
    struct Found {
        int tries;
        Instant from;
    };
    const auto found = db.one("SELECT tries, window_from FROM sign_in_limit WHERE subject = $1",
                              [](const Row& row) { return Found{row.get<int>(0), row.get<Instant>(1)}; }, subject);
    if (!found || found->tries < tries_max || now >= found->from + tries_window) return std::chrono::seconds{0};
    if (found->from > now)
        return std::chrono::seconds{0};  // the clock was ahead: else one would wait until it is there again
    return std::chrono::ceil<std::chrono::seconds>(found->from + tries_window - now);
}

void count(storage::Session& db, const Bytes& subject, Instant now)
{
    const auto changed =
        db.run("UPDATE sign_in_limit SET tries = tries + 1 WHERE subject = $1 AND window_from > $2 AND window_from <= $3",
               subject, Instant(now - tries_window), now);
    if (changed > 0) return;
    db.run("DELETE FROM sign_in_limit WHERE subject = $1", subject);
    db.run("INSERT INTO sign_in_limit (subject, tries, window_from) VALUES ($1, 1, $2)", subject, now);
}

}  // namespace

std::string before_token(const Services& services, const http::Request& request)
{
    // Kept while it is there, so that a second tab does not make the first one's form void.
    if (const auto there = http::cookie_of(request, before_cookie); there && there->size() == token_length && from_base64url(*there)) return *there;
    Bytes token(token_bytes);
    services.random.fill(token);
    return to_base64url(token);
}

Counted counted(const Services& services, std::string_view handle, std::string_view remote_address)
{
    return {services.vault.index(services.municipality, "sign-in account", handle),
            services.vault.index(services.municipality, "sign-in address", network_of(remote_address))};
}

std::chrono::seconds take_try(storage::Session& db, const Counted& who, Instant now)
{
    const auto wait = std::max(wait_of(db, who.account, now), wait_of(db, who.address, now));
    if (wait.count() > 0) return wait;
    count(db, who.account, now);
    count(db, who.address, now);
    return std::chrono::seconds{0};
}

void give_back(storage::Session& db, const Counted& who)
{
    for (const auto* subject : {&who.account, &who.address})
        db.run("UPDATE sign_in_limit SET tries = tries - 1 WHERE subject = $1 AND tries > 0", *subject);
}

void tidy_sign_in(storage::Session& db, Instant now)
{
    db.run("DELETE FROM sign_in_limit WHERE window_from <= $1 OR window_from > $2", Instant(now - tries_window), now);
    db.run("DELETE FROM sign_in_session WHERE ends_at <= $1", now);
}

}  // namespace lots::web
