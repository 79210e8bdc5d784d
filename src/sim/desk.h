#pragma once

#include <boost/json.hpp>

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "access/words.h"
#include "app/clocks.h"
#include "sim/chance.h"
#include "web/site.h"

namespace lots::sim {

/// Somebody in one of their roles.
struct Who {
    std::string handle;
    access::Role role = access::Role::social_worker;
    auto operator<=>(const Who&) const = default;
};

/// What the program answered.
struct Answer {
    int status = 0;
    boost::json::object body = {};
    bool done() const { return status / 100 == 2; }
    /// The ids of the requirements that a refusal names.
    std::vector<std::string> missing() const;
};

/// Where the people of the simulation sit: each signed in as themselves, sending what a program or a browser would send,
/// through the program's own entrance. Every request takes its time on the clock. What is required and was not given is
/// filled in as the API's own description of the command asks, so that a field that is added to a form is filled in here
/// too.
class Desk {
    struct Seat {
        std::string token;
        Instant begun, seen;
    };
    struct Form {
        std::vector<std::string> address;  // of the pattern, piece by piece
        boost::json::object properties;
        std::vector<std::string> required;
    };

    web::Site& site_;
    app::SetClock& clock_;
    Chance words_;
    std::map<Who, Seat> seats_;
    std::vector<Form> forms_;
    std::int64_t requests_ = 0;

    std::optional<std::string> token_of(const Who& who);
    const Form* form_of(const std::string& path) const;
    boost::json::value fill(std::string_view name, const boost::json::object& property);
    http::Response ask(const Who& who, http::Method method, const std::string& path, const std::string& body);

public:
    Desk(web::Site& site, app::SetClock& clock, std::uint64_t seed);

    /// Whether that person has that role today.
    bool is_here(const Who& who) { return token_of(who).has_value(); }
    /// A page or data. Throws std::runtime_error when the program failed (500 and above), or when the person is not here
    /// today.
    http::Response see(const Who& who, const std::string& path);
    /// Data as JSON; empty when it was refused.
    boost::json::object read(const Who& who, const std::string& path);
    /// A command. What the program calls wrong in a field is corrected and sent once more, as a person would.
    Answer send(const Who& who, const std::string& path, boost::json::object fields);
    /// Whether there is such a command: POST to that pattern.
    bool knows(std::string_view pattern) const;

    /// How many requests of signed-in persons there were: as many entries the log must have.
    std::int64_t requests() const { return requests_; }
    web::Site& site() { return site_; }
    app::SetClock& clock() { return clock_; }
};

}  // namespace lots::sim
