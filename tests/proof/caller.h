#pragma once

#include <optional>
#include <string>
#include <utility>

#include "support/http_client.h"

namespace lots::test {

/// A program that calls the API as one signed-in person, over the network. One thread at a time.
class Caller {
    unsigned short port_;
    std::optional<HttpClient> client_;
    std::string token_;

public:
    /// With a session that is there already.
    Caller(unsigned short port, std::string token) : port_(port), client_(std::in_place, port), token_(std::move(token)) {}
    /// Signs in with the demo's password. Throws std::runtime_error when that fails.
    static Caller sign_in(unsigned short port, const std::string& handle, const std::string& role = {});

    const std::string& token() const { return token_; }
    HttpAnswer get(const std::string& path);
    /// `key` empty: without one.
    HttpAnswer post(const std::string& path, const std::string& json, const std::string& key = {});
    /// Nothing filled in, as the address takes it: JSON for the API, a form for a page.
    HttpAnswer post_nothing(const std::string& path);
    /// The same as post, or none when the connection broke before the whole answer was there. A new connection is made next time.
    std::optional<HttpAnswer> try_post(const std::string& path, const std::string& json, const std::string& key);
};

/// A proposal of a school or a leisure centre that the rules accept. `reason` is the agency's (school_absence, company);
/// `mark` goes into the given name and the texts.
std::string proposal(const std::string& mark, const std::string& reason = "company");

/// The text of that name in a small JSON answer; empty when it is not there.
std::string text_in(const std::string& json, const std::string& name);

}  // namespace lots::test
