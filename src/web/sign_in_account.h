#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <variant>

#include "web/session.h"
#include "web/sign_in_guard.h"
#include "web/sign_in_password.h"

namespace lots::web {

/// What somebody typed to sign in.
struct Credentials {
    std::string handle, password;
    std::string role = {};          // code of the role to act in; empty: the first
};

struct Begun {
    std::string token, csrf;        // the new session's
    access::Reader reader;
    std::size_t roles = 1;          // how many the person could choose between
};
/// Name or password wrong, or nobody with a role today: one answer for all.
struct Wrong {};
struct NoSuchRole {};               // the password was right, the role asked for is not the person's
struct TooMany {
    std::chrono::seconds wait;
};
struct Busy {};
using SignInAnswer = std::variant<Begun, Wrong, NoSuchRole, TooMany, Busy>;

/// Takes a try, compares the password and begins a session, with a log entry. Wrong tries leave a number in the limits and nothing
/// in the log (they are summed up in the technical log). A session that the request still carries is ended.
SignInAnswer sign_in(const Services& services, PasswordHasher& hasher, const http::Request& request, const Credentials& typed);

/// How one of the person's roles is told from the others in a form: "coordinator|samverkan|Samordningen".
std::string choice_of(const access::Reader& reader);

/// A new session in another of the person's roles; the one at hand ends. None when the role is not (any longer) there.
std::optional<std::string> change_role(const Services& services, const SignedIn& session, const std::string& choice);

/// Ends the session, with a log entry.
void sign_out(const Services& services, const SignedIn& session);

/// The session that a request carries and that its own pages sent: none without a session, or with a wrong token or from another site.
std::optional<SignedIn> own_session(const Services& services, const http::Request& request);

audit::Entry sign_in_entry(const Services& services, const access::Reader& reader, audit::Kind kind);

}  // namespace lots::web
