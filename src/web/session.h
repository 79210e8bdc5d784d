#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "access/reader.h"
#include "base/bytes.h"
#include "http/message.h"
#include "storage/session.h"
#include "web/services.h"

namespace lots::web {

/// A signed-in session as the database knows it. The token itself is only in the cookie.
struct SignedIn {
    access::Reader reader;
    Bytes token_hash;
    std::string csrf_token;      // base64url
    Instant seen_at;
    html::Theme theme = html::Theme::automatic;          // what the person has chosen (web/settings.h)
    html::TextSize text_size = html::TextSize::normal;
    bool has_several_roles = false;                      // something to choose between at /roll
    std::vector<html::NavigationItem> navigation = {};  // the main navigation of the page that is asked for, once somebody made it
};

inline constexpr std::string_view session_cookie = "lots_session";

/// The token of the session cookie, or of "Authorization: Bearer …". None when there is none or both.
std::optional<std::string> session_token(const http::Request& request);
/// True when the request carries the token as a header: then no other site can have sent it, and no CSRF token is asked for.
bool is_bearer(const http::Request& request);

/// The session of that token, when it has not ended (idle, absolute) and its assignment holds today. None otherwise.
std::optional<SignedIn> find_session(storage::Session& db, const Services& services, std::string_view token, Instant now);

/// A new session for an assignment of that person; returns the token for the cookie. Call it inside a unit of work.
std::string begin_session(storage::Session& db, const Services& services, const PersonId& person, const AssignmentId& assignment,
                          Instant now);
/// Moves the idle limit. Called with every answered request, in the unit that writes its log entry.
void touch_session(storage::Session& db, const SignedIn& session, Instant now);
void end_session(storage::Session& db, const Bytes& token_hash);
Bytes hash_of_token(std::string_view token);

/// The assignments a person may act in on that day, in order of role and unit name.
std::vector<access::Reader> readers_of(storage::Session& db, const Services& services, const PersonId& person, Date on);

}  // namespace lots::web
