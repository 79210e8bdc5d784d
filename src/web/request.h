#pragma once

#include <functional>
#include <string>
#include <variant>

#include "web/command.h"
#include "web/request_frame.h"
#include "web/site.h"

namespace lots::web {

/// What a reading route gives: a page, finished JSON, or a file.
using Shown = std::variant<View, std::string, FileAnswer>;
using Reading = std::function<Result<Shown>(access::Work&, const Asked&)>;

/// What a sent form or JSON turned into.
struct Writing {
    std::function<Posted(access::Work&, const Asked&)> run;
    std::function<Result<Gate>(access::Work&, const Asked&)> reach;  // access alone, for a replay
    std::function<Posted(access::Work&, const Asked&)> key_used;     // the key was used for something else, which was kept
    std::string scope = {};                                          // of the form's words
};
Writing writing_of_form(const CommandEntry& entry);
Writing writing_of_json(const CommandEntry& entry);

/// One request on its way: who asks, may they, do it, write the log, draw the answer. The log entry is durable before the first
/// byte leaves; when it cannot be written there is no answer but 503.
class RequestRunner {
    const Services& services_;
    const Frame& frame_;
    const http::Request& request_;
    std::string request_id_;
    Instant now_;

public:
    RequestRunner(const Services& services, const Frame& frame, const http::Request& request);

    http::Response read(access::Operation operation, bool api, const PathParts& parts, const Reading& handler) const;
    http::Response write(access::Operation operation, const std::string& route, bool api, const PathParts& parts,
                         const Writing& handler) const;

    /// Runs, and turns what is thrown into the page or problem of its status.
    http::Response guarded(const std::function<http::Response()>& run) const;
    http::Response nothing_there() const;
    /// What anybody may read, in the frame of whoever is signed in.
    http::Response open_page(View view) const;
    http::Response wrong_method(const std::string& allowed) const;

private:
    /// The session of a request that asks for no case, with the navigation that stands around the answer.
    std::optional<SignedIn> reader() const;
    bool is_api() const { return request_.path.starts_with("/api/"); }
    http::Response failure(int status) const;
    http::Response sign_in_first() const;
    /// The same for a form: what was typed is shown once more. `session`: the one that the form is not of; null when it has ended.
    http::Response not_taken(const std::string& scope, const SignedIn* session) const;
    http::Response draw(Result<Shown> shown, const SignedIn& session) const;
    http::Response draw_error(const Error& error, const SignedIn* session) const;
    http::Response land(const Landing& landing, const SignedIn& session) const;
    bool came_from_own_session(const SignedIn& session) const;
    Asked asked(const PathParts& parts, const SignedIn& session) const;
    std::string fresh_key() const;
};

}  // namespace lots::web
