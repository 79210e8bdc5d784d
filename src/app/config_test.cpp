#include "app/config.h"

#include <doctest/doctest.h>

#include <fstream>

#include "app/clocks.h"
#include "support/places.h"

using namespace lots;

namespace {

struct File {
    test::Folder folder;
    std::filesystem::path path = folder.path() / "file";
    const std::filesystem::path& with(const std::string& text) const
    {
        std::ofstream(path) << text;
        return path;
    }
};

std::string fault(const std::string& text)
{
    const File file;
    try {
        app::read_config(file.with(text));
    }
    catch (const std::runtime_error& failure) {
        return std::string(failure.what()).substr(file.path.string().size());
    }
    return {};
}

}  // namespace

TEST_CASE("What is written is read back the same")
{
    app::Config config;
    config.support = "it-stöd \"010\"\\";
    config.port = 9000;
    config.municipality = "ekvik";
    config.log_origin = "ekvik.invalid/log";
    const File file;
    const auto read = app::read_config(file.with(app::config_text(config)));
    CHECK(read.support == config.support);
    CHECK(read.port == 9000);
    CHECK(read.municipality == "ekvik");
    CHECK(read.engine == storage::Engine::sqlite);
}

TEST_CASE("A slip in the settings is told with its line")
{
    CHECK(fault("log_origin = \"a\"\nprot = 8080\n") == ":2: prot: there is no such setting");
    CHECK(fault("log_origin = \"a\"\n\nport = \"8080\"\n") == ":3: port is a number from 1 to 65535");
    CHECK(fault("log_origin = \"a\"\nport = 70000\n") == ":2: port is a number from 1 to 65535");
    CHECK(fault("engine = \"oracle\"\n") == ":1: engine is \"sqlite\" or \"postgresql\"");
    CHECK(fault("port = 8080\n") == ": log_origin is missing");
    CHECK(fault("log_origin = \"a\"\nengine = \"postgresql\"\n") == ": PostgreSQL needs data_connection and keys_connection");
    CHECK(fault("log_origin = \n").starts_with(":1: "));
}

TEST_CASE("The clock of a file is read anew each time, and a file that is none is refused")
{
    const File file;
    const app::FileClock clock(file.with("2026-05-10T12:00:00Z\n"));
    CHECK(iso(clock.now()) == "2026-05-10T12:00:00.000Z");
    file.with("2026-05-11T12:00:00Z");
    CHECK(iso(clock.now()) == "2026-05-11T12:00:00.000Z");
    CHECK_THROWS(app::FileClock(file.with("tomorrow")));
    CHECK_THROWS(app::FileClock("/nowhere/clock"));
}
