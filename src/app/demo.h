#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/clocks.h"
#include "app/house.h"
#include "web/sign_in_password.h"
#include "web/site.h"

namespace lots::app {

/// One of the invented people of Ekvik, in one role.
struct DemoPerson {
    std::string handle, name;
    access::Role role;
    std::string agency, unit;          // their codes
};

/// The invented municipality: who there is, and the one password of all.
struct Demo {
    std::string password;
    std::vector<DemoPerson> people;
};

/// The people of the demo, without a database.
const Demo& demo();

/// What Ekvik has chosen for itself (organisation/profile.h).
inline constexpr std::string_view demo_profile = R"({"capacity": 25})";

/// Makes Ekvik with its agencies, units and people, assigned from `from` on. The house must be new. Throws when a command refuses,
/// which is a bug: every name here is ours. `profile`: JSON without a layout.
Municipality make_demo(const House& house, web::PasswordHasher& hasher, Instant now, Date from, std::string_view profile = demo_profile);

/// Plays Ekvik's past: proposals, decisions, consents, plans, meetings, made by the people above through the API, each at its own
/// moment of `clock`, which it leaves at `until`. Throws std::runtime_error with the answer when a command is refused.
void make_demo_cases(web::Site& site, SetClock& clock, const Demo& demo, Instant until);

/// A signed-in person who calls the API inside the program, without a network.
class DemoHand {
    web::Site& site_;
    std::string token_;

public:
    /// Signs in. Throws std::runtime_error when that fails.
    DemoHand(web::Site& site, const std::string& handle, const std::string& password, const std::string& role = {});
    /// POST with JSON; the JSON of the answer. Throws std::runtime_error with path, status and answer unless 2xx.
    std::string post(const std::string& path, const std::string& json);
    /// GET, likewise.
    std::string get(const std::string& path);
    /// The answer as it is, whatever it is.
    http::Response call(http::Method method, const std::string& path, const std::string& json = {});
};

}  // namespace lots::app
