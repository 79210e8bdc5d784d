#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/clocks.h"
#include "app/demo.h"
#include "app/house.h"
#include "app/program.h"
#include "stories/browser.h"
#include "support/places.h"
#include "support/running_server.h"

namespace lots::test {

/// The invented municipality, running: a new data directory on one engine, the real program, a server on loopback and a clock that the
/// story sets.
class World {
    Folder folder_;

public:
    app::House house;
    app::SetClock clock;
    std::unique_ptr<app::Program> program;
    app::Municipality here;
    std::unique_ptr<RunningServer> server;

    /// `profile`: what the municipality has chosen for itself.
    World(storage::Engine engine, Instant now, std::string_view profile = app::demo_profile);
    /// Another municipality, as `found` makes it in the new house.
    using Founding = std::function<app::Municipality(const app::House&, web::PasswordHasher&)>;
    World(storage::Engine engine, Instant now, const Founding& found);
    ~World();

    /// A person signed in through the page.
    Browser sign_in(const std::string& handle);
    /// A person signed in through the API.
    app::DemoHand api(const std::string& handle);
    unsigned short port() const { return server->port(); }
    const std::filesystem::path& folder() const { return folder_.path(); }
};

/// Tells the story on SQLite, and on PostgreSQL where a server for tests runs.
void on_both(Instant now, const std::function<void(World&)>& story);

/// A small PDF that passes for a signed form.
ChosenFile signed_form();

}  // namespace lots::test
