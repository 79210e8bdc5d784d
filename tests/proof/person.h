#pragma once

#include <string>
#include <vector>

#include "proof/addresses.h"
#include "stories/world.h"
#include "support/http_client.h"

namespace lots::test {

/// One request to be made: what is sent, and to where.
enum class Way { get, form, json };

std::vector<Way> ways_of(Verb verb);

/// A person signed in in one role, with a browser's cookie and form token, and as a program with the same session.
class Person {
    HttpClient client_;
    HttpClient::Headers cookie_, bearer_;
    std::string csrf_;

public:
    std::string handle, role;

    /// Throws std::runtime_error when the pages have no form token for this person.
    Person(World& world, const app::DemoPerson& person);

    /// An empty form that asks to be shown again, or JSON with a name that no command has: whoever may come here is told so,
    /// and nothing is done that would change what the next one may.
    HttpAnswer ask(Way way, const std::string& address);
};

}  // namespace lots::test
