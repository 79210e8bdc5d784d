#include "app/config.h"

#include <doctest/doctest.h>

#include <fstream>

#include "app/clocks.h"
#include "app/serve.h"
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

TEST_CASE("The origin is what a browser would say: scheme and host, nothing after it")
{
    for (const auto* right : {"", "https://lots.ekvik.se", "https://lots.ekvik.se:8443", "http://127.0.0.1:8080",
                              "http://[::1]:8080", "http://localhost"}) {
        CAPTURE(right);
        CHECK(fault("log_origin = \"a\"\norigin = \"" + std::string(right) + "\"\n") == "");
    }
    for (const auto* wrong : {"javascript:x", "https://lots.ekvik.se/", "https://lots.ekvik.se/lots",
                              "https://Lots.ekvik.se", "lots.ekvik.se", "https://", "https://sara@lots.ekvik.se",
                              "https://lots.ekvik.se?x", "https://lots ekvik.se", "ftp://lots.ekvik.se", "null"}) {
        CAPTURE(wrong);
        CHECK(fault("log_origin = \"a\"\norigin = \"" + std::string(wrong) + "\"\n")
                  .starts_with(":2: origin is what a browser says"));
    }
}

TEST_CASE("An address is printed as one opens it")
{
    CHECK(app::web_address("127.0.0.1", 8080) == "http://127.0.0.1:8080");
    CHECK(app::web_address("::1", 41801) == "http://[::1]:41801");
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
