#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <cstdlib>

#include "cli/test_said.h"
#include "support/places.h"

using namespace lots;
using cli::test::lots_with;
namespace fs = std::filesystem;

namespace {

/// What the verifier in another language says, which shares no code with Lots; none when Node is not installed.
std::optional<std::string> second_opinion(const fs::path& folder, const fs::path& older = {})
{
    if (std::system("node --version > /dev/null 2>&1") != 0) return std::nullopt;
    const auto command =
        "node tests/verifier/verify_log.mjs '" + folder.string() + "' " + (older.empty() ? "" : "'" + older.string() + "'");
    FILE* pipe = ::popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string said;
    std::array<char, 256> buffer{};
    while (std::fgets(buffer.data(), buffer.size(), pipe) != nullptr) said += buffer.data();
    ::pclose(pipe);
    return said;
}

}  // namespace

TEST_CASE("A real log is exported as tiles, and a verifier in another language checks them against a checkpoint of before")
{
    const test::Folder folder;
    const auto data = " --data " + (folder.path() / "demo").string(), tiles = (folder.path() / "tiles").string();
    REQUIRE(lots_with("demo --empty" + data).code == 0);
    REQUIRE(lots_with("user password ali.nouri" + data, "fyra andra ord har\n").code == 0);
    const auto older = folder.path() / "older";
    fs::copy_file(folder.path() / "demo" / "log" / "checkpoint", older);
    REQUIRE(lots_with("user password ali.nouri" + data, "fyra nya andra ord\n").code == 0);

    const auto said = lots_with("verify-log --export " + tiles + data);
    CHECK(said.error == "");
    CHECK(said.out.find("The log holds.") != std::string::npos);
    CHECK(said.out.find("Wrote 2 entries") != std::string::npos);
    CHECK(lots_with("verify-log --export " + tiles + data).error.find("is not empty") != std::string::npos);
    CHECK(lots_with("verify-log --export " + (folder.path() / "demo" / "log" / "tiles").string() + data)
              .error.find("data directory") != std::string::npos);

    const auto agreed = second_opinion(tiles, older);
    if (!agreed) {
        MESSAGE("node is not installed: the second verifier was not run");
        return;
    }
    CHECK(agreed->starts_with("ok 2 "));
    CHECK(second_opinion(folder.path() / "demo" / "log")->find("--export NEW") != std::string::npos);
}

TEST_CASE("A log is verified in a backup, in a copy without settings, and nothing is written there")
{
    const test::Folder folder;
    const auto data = " --data " + (folder.path() / "demo").string();
    REQUIRE(lots_with("demo --empty" + data).code == 0);
    const auto copy = folder.path() / "copy";
    REQUIRE(lots_with("backup " + copy.string() + data).error == "");
    fs::remove(copy / "config.toml");
    fs::remove(copy / "keys.db");
    const auto before = fs::last_write_time(copy / "lots.db");
    CHECK(lots_with("verify-log --data " + copy.string()).out.find("The log holds.") != std::string::npos);
    CHECK(fs::last_write_time(copy / "lots.db") == before);
    CHECK(std::distance(fs::directory_iterator(copy), fs::directory_iterator()) == 3);  // lots.db, log, manifest
}
