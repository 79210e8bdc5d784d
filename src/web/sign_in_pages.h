#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "access/work.h"
#include "web/asked.h"
#include "web/session.h"

namespace lots::web {

enum class SignInNote { none, signed_out, going_on, ended };  // ended: the session that the browser still carries holds no more
enum class SignInFault { none, empty, wrong, too_many, busy, stale };

struct SignInForm {
    std::string handle = {}, till = {};
    SignInNote note = SignInNote::none;
    SignInFault fault = SignInFault::none;
    std::chrono::seconds wait{0};
    std::string csrf = {}, support = {};
};
/// Never with a password in it, whatever was typed.
View sign_in_view(const SignInForm& form);

/// What "Lämna sidan snabbt" is answered with: a page that leads on to a neutral one by itself, and whatever the browser kept is cleared.
/// No redirect: form-action would stop one that leads to another site.
http::Response leaving_answer(Language language);

/// "Välj roll": the person's own assignments of today.
Result<View> role_view(const Services& services, access::Work& work, const Asked& asked);

struct OwnSession {
    Bytes token_hash;
    std::string name;               // a short piece of the hash, for the form
    Instant made_at, seen_at;
    AssignmentId assignment;
    bool current = false;
};
std::vector<OwnSession> own_sessions(storage::Session& db, const Services& services, const SignedIn& session);
/// "Mina inloggningar".
Result<View> sessions_view(const Services& services, access::Work& work, const Asked& asked);

}  // namespace lots::web
