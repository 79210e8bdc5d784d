#include "stories/world.h"

#include "support/migrated.h"
#include "support/postgres.h"

namespace lots::test {

namespace {

app::Config config_for(storage::Engine engine)
{
    app::Config config;
    config.engine = engine;
    config.log_origin = "story.invalid/log";
    if (engine == storage::Engine::postgresql) {
        config.data_connection = migrated_postgres({"log", "data"});
        config.keys_connection = migrated_postgres({"keys"});
    }
    return config;
}

}  // namespace

World::World(storage::Engine engine, Instant now, std::string_view profile)
    : World(engine, now, [&](const app::House& its_house, web::PasswordHasher& hasher) {
          return app::make_demo(its_house, hasher, now, add_days(local_day(now), -400), profile);
      })
{}

World::World(storage::Engine engine, Instant now, const Founding& found)
    : house(app::House::make({folder_.path() / "data"}, config_for(engine))), clock(now)
{
    web::PasswordHasher hasher{{1, 1 << 20}};  // cheap: how dear it is, sign-in's tests measure
    here = found(house, hasher);
    program = std::make_unique<app::Program>(house, here, clock);
    http::ServerOptions options;  // as app/serve.cpp has them
    options.error_page = [this](int status, std::string_view path) { return program->site().error_answer(status, path); };
    options.body_bytes_max_of = [this](std::string_view path) { return program->site().body_bytes_max(path); };
    server = std::make_unique<RunningServer>([this](const http::Request& request) { return program->site().answer(request); }, options);
}

World::~World()
{
    server.reset();
    program.reset();
}

Browser World::sign_in(const std::string& handle)
{
    Browser browser(port());
    browser.open("/logga-in");
    browser.send("", {{"user", handle}, {"password", app::demo().password}});
    return browser;
}

app::DemoHand World::api(const std::string& handle) { return {program->site(), handle, app::demo().password}; }

void on_both(Instant now, const std::function<void(World&)>& story)
{
    {
        World world(storage::Engine::sqlite, now);
        story(world);
    }
    if (postgres()) {
        World world(storage::Engine::postgresql, now);
        story(world);
    }
}

ChosenFile signed_form()
{
    return {"samtycke.pdf", "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"};
}

}  // namespace lots::test
