#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "http/message.h"
#include "storage/session.h"
#include "web/services.h"

namespace lots::web {

/// What keeps a sign-in from being guessed or forged.

/// The cookie of somebody who has no session yet: what the sign-in form carries too.
inline constexpr std::string_view before_cookie = "lots_before";
inline constexpr std::chrono::minutes before_lasts{30};
/// The token that the request already has, or a new one.
std::string before_token(const Services& services, const http::Request& request);

inline constexpr int tries_max = 10;                        // per account and per address …
inline constexpr std::chrono::minutes tries_window{15};     // … in so long

/// Whom a try counts against: the name that was typed, whether anybody has it or not, and the address it came from (of IPv6 the
/// network, since a visitor has all of it). Keyed hashes: the table tells neither.
struct Counted {
    Bytes account, address;
};
Counted counted(const Services& services, std::string_view handle, std::string_view remote_address);

/// Takes one try from both, in a unit of work, before the password is looked at, so that tries sent at once count as well. Not
/// positive: taken. Else how long until the next one is possible.
std::chrono::seconds take_try(storage::Session& db, const Counted& who, Instant now);
/// Gives it back: it was no wrong guess.
void give_back(storage::Session& db, const Counted& who);
/// Forgets windows that are over or begin in the future (the clock was set back), and sessions that have ended.
void tidy_sign_in(storage::Session& db, Instant now);

}  // namespace lots::web
