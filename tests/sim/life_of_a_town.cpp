#include "sim/life_of_a_town.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "app/demo.h"
#include "sim/canonical.h"
#include "support/places.h"
#include "support/migrated.h"
#include "support/postgres.h"

namespace lots::test {

namespace {

/// LOTS_SIM_CASES: how many are proposed in a year. Four are enough to meet everything within ten years.
sim::Ways ways_of(std::uint64_t seed)
{
    const char* given = std::getenv("LOTS_SIM_CASES");
    return {seed, given == nullptr ? 4 : std::atoi(given)};
}

}  // namespace

Lived live(storage::Engine engine, std::uint64_t seed, int days, sim::Looking looking, Exported exported)
{
    app::Config config;
    config.log_origin = "simulated.invalid/log";
    config.engine = engine;
    if (engine == storage::Engine::postgresql) {
        config.data_connection = migrated_postgres({"log", "data"});
        config.keys_connection = migrated_postgres({"keys"});
    }
    const Folder folder;
    const auto house = app::House::make({folder.path() / "data"}, config);
    app::SetClock clock(start_of_day(first_day));
    Lived lived;
    {
        web::PasswordHasher hasher({1, 1 << 20});
        const auto here = app::make_demo(house, hasher, clock.now(), first_day);
        app::Program program(house, here, clock);
        lived.played = sim::play(house, here, program, clock, ways_of(seed), first_day, add_days(first_day, days), looking,
                                 [](const std::string& year) { std::cout << year << std::endl; });
    }
    if (exported == Exported::yes) lived.exported = sim::canonical_export(house);
    return lived;
}

std::string first_of(const std::vector<std::string>& broken)
{
    constexpr std::size_t most = 25;
    std::string text = std::to_string(broken.size()) + " broken\n";
    for (std::size_t i = 0; i < std::min(broken.size(), most); ++i) text += broken[i] + "\n";
    return text;
}

}  // namespace lots::test
