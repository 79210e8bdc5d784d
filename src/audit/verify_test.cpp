#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>

#include <doctest/doctest.h>

#include "audit/leaf.h"
#include "audit/note.h"
#include "audit/test_house.h"
#include "audit/tiles.h"

using namespace lots;
using namespace lots::audit;
using lots::test::LogHouse;
using lots::test::on_both_engines;
namespace fs = std::filesystem;

namespace {

std::string content(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}
void replace(const fs::path& file, const std::string& text) { std::ofstream(file, std::ios::binary | std::ios::trunc) << text; }

struct Ran {
    int code;
    std::string said;
};
/// Node, the second opinion; none when it is not installed.
std::optional<Ran> second_opinion(const fs::path& tiles, const fs::path& older = {})
{
    if (std::system("node --version > /dev/null 2>&1") != 0) return std::nullopt;
    auto command = "node tests/verifier/verify_log.mjs '" + tiles.string() + "'";
    if (!older.empty()) command += " '" + older.string() + "'";
    FILE* pipe = ::popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string said;
    std::array<char, 256> buffer{};
    while (std::fgets(buffer.data(), buffer.size(), pipe) != nullptr) said += buffer.data();
    return Ran{::pclose(pipe), said};
}

/// A log of `entries` entries, each with a checkpoint of its own on SQLite.
struct Filled : LogHouse {
    explicit Filled(const test::Place& where, int entries = 11) : LogHouse(where)
    {
        log->run_sequencer();
        for (int n = 0; n < entries; ++n) log->append_now(entry("nr " + std::to_string(n)));
        log->settle();
        log.reset();
    }
    void set(const char* sql, std::int64_t where, const Bytes& value)
    {
        data->write({[&](storage::Session& session) {
                         const std::array<storage::Value, 2> values{where, value};
                         session.execute(sql, values);
                         return storage::Outcome::keep;
                     },
                     {}});
    }
};

bool mentions(const Verification& found, const std::string& what)
{
    for (const auto& problem : found.problems)
        if (problem.find(what) != std::string::npos) return true;
    return false;
}

}  // namespace

TEST_CASE("Any changed bit of an entry is found, and the entry is named")
{
    const test::Folder folder;
    Filled house({storage::Engine::sqlite, (folder.path() / "data.db").string()});
    house.tamper("SELECT 1");
    Bytes leaf;
    house.data->read([&](storage::Session& session) {
        leaf = *session.one("SELECT leaf FROM log_entry WHERE seq = 4", [](const storage::Row& row) { return row.get<Bytes>(0); });
    });
    SeededRandom chance(1);
    for (std::size_t at = 0; at < leaf.size(); at += 7) {
        std::array<std::uint8_t, 1> bit{};
        chance.fill(bit);
        auto changed = leaf;
        changed[at] = static_cast<std::uint8_t>(changed[at] ^ (1U << (bit[0] % 8)));
        house.set("UPDATE log_entry SET leaf = $2 WHERE seq = $1", 4, changed);
        CAPTURE(at);
        CHECK(mentions(house.verify(), "entry 4 "));
        CHECK(mentions(house.verify(), "checkpoint 5:"));
    }
    // With its hash made to fit, the tree still disagrees.
    leaf[10] ^= 1U;
    const auto hash = leaf_hash(leaf);
    house.set("UPDATE log_entry SET leaf = $2 WHERE seq = $1", 4, leaf);
    house.set("UPDATE log_entry SET hash = $2 WHERE seq = $1", 4, Bytes(hash.begin(), hash.end()));
    CHECK(mentions(house.verify(), "entries 4 to 5"));
    CHECK(mentions(house.verify(), "checkpoint 5: the entries before it do not have its root"));
}

TEST_CASE("A removed, doubled, turned or added entry is found")
{
    const std::vector<std::pair<std::string, std::string>> cases{
        {"DELETE FROM log_entry WHERE seq = 4", "entry 4 is missing"},
        {"DELETE FROM log_entry WHERE seq = 10", "checkpoint 11 has more entries"},
        {"DELETE FROM log_entry", "has more entries"},
        {"UPDATE log_entry SET seq = 99 WHERE seq = 4; UPDATE log_entry SET seq = 4 WHERE seq = 5; UPDATE log_entry SET seq = 5 WHERE "
         "seq = 99",
         "checkpoint 5: the entries before it do not have its root"},
        {"UPDATE log_entry SET leaf = (SELECT leaf FROM log_entry WHERE seq = 3), hash = (SELECT hash FROM log_entry WHERE seq = 3) "
         "WHERE seq = 4",
         "entries 4 to 5"},
        {"INSERT INTO log_entry (seq, leaf, hash) SELECT 11, leaf, hash FROM log_entry WHERE seq = 3", "stand in no checkpoint"},
    };
    for (const auto& [sql, expected] : cases) {
        const test::Folder folder;
        Filled house({storage::Engine::sqlite, (folder.path() / "data.db").string()});
        REQUIRE(house.verify().problems.empty());
        house.tamper(sql);
        CAPTURE(sql);
        const auto found = house.verify();
        CAPTURE(found.problems.size());
        CHECK(mentions(found, expected));
    }
}

TEST_CASE("A changed, removed or added tree node or checkpoint is found")
{
    on_both_engines([](const test::Place& where) {
        Filled house(where);
        house.tamper("SELECT 1");
        struct Kept {
            std::int64_t key;
            Bytes hash;
        };
        std::vector<Kept> nodes;
        std::vector<std::pair<std::int64_t, std::string>> notes;
        house.data->read([&](storage::Session& session) {
            nodes = session.all("SELECT position, hash FROM log_node", [](const storage::Row& row) {
                return Kept{row.integer(0), row.get<Bytes>(1)};
            });
            notes = session.all("SELECT size, note FROM log_checkpoint", [](const storage::Row& row) {
                return std::pair(row.integer(0), row.get<std::string>(1));
            });
        });
        REQUIRE(nodes.size() == 5 + 2 + 1);
        for (const auto& node : nodes) {
            auto changed = node.hash;
            changed[31] ^= 0x80U;
            house.set("UPDATE log_node SET hash = $2 WHERE position = $1", node.key, changed);
            CHECK(mentions(house.verify(), "their tree node is another"));
            house.set("UPDATE log_node SET hash = $2 WHERE position = $1", node.key, node.hash);
        }
        CHECK(house.verify().problems == std::vector<std::string>{});

        for (const auto& [size, note] : notes) {
            auto changed = note;
            changed[changed.size() - 10] = changed[changed.size() - 10] == 'A' ? 'B' : 'A';
            house.tamper("UPDATE log_checkpoint SET note = '" + changed + "' WHERE size = " + std::to_string(size));
            CHECK(mentions(house.verify(), "checkpoint " + std::to_string(size) + ": its signature does not hold"));
            house.tamper("UPDATE log_checkpoint SET note = '" + note + "' WHERE size = " + std::to_string(size));
        }
        CHECK(house.verify().problems == std::vector<std::string>{});

        house.tamper("DELETE FROM log_node WHERE position = 5");
        CHECK(mentions(house.verify(), "entries 4 to 7: their tree node is missing"));
        house.tamper("DELETE FROM log_checkpoint WHERE size = 11");
        CHECK(mentions(house.verify(), "stand in no checkpoint"));
    });
}

TEST_CASE("A history that was rewritten and signed again is found against an older checkpoint, here and by the second opinion")
{
    on_both_engines([](const test::Place& where) {
        Filled house(where);
        const auto older = house.folder.path() / "older";
        fs::copy_file(house.options.folder / "checkpoint", older);
        house.reopen();
        house.log->run_sequencer();
        for (int n = 0; n < 3; ++n) house.log->append_now(house.entry());
        house.log->settle();
        CHECK(house.verify(content(older)).problems == std::vector<std::string>{});
        house.log.reset();

        // The host has the signing key: it takes everything away and writes another history of the same length.
        house.tamper("DELETE FROM log_entry; DELETE FROM log_node; DELETE FROM log_checkpoint");
        fs::remove(house.options.folder / "checkpoint");
        house.reopen();
        house.log->run_sequencer();
        for (int n = 0; n < 14; ++n) house.log->append_now(house.entry("another history"));
        house.log->settle();
        CHECK(house.verify().problems == std::vector<std::string>{});
        CHECK(mentions(house.verify(content(older)), "the older checkpoint of 11 entries is not a prefix of this log"));
        CHECK(mentions(house.verify("no note at all"), "the older checkpoint is not signed by this log's key"));

        const auto tiles = house.folder.path() / "tiles";
        write_tiles(*house.data, house.options.folder, tiles);
        const auto alone = second_opinion(tiles);
        if (!alone) return;
        CHECK(alone->code == 0);
        const auto against = second_opinion(tiles, older);
        CHECK(against->code != 0);
        CHECK(against->said.find("not a prefix") != std::string::npos);
    });
}

TEST_CASE("The published checkpoint is compared too")
{
    const test::Folder folder;
    Filled house({storage::Engine::sqlite, (folder.path() / "data.db").string()});
    const auto file = house.options.folder / "checkpoint";
    const auto note = content(file);
    replace(file, note.substr(0, note.size() - 2));
    CHECK(mentions(house.verify(), "the published checkpoint is not signed"));
    fs::remove(file);
    CHECK(mentions(house.verify(), "the published checkpoint is missing"));

    // Signed by the right key, but of a log that has lost its end since.
    replace(file, note);
    house.tamper("DELETE FROM log_entry WHERE seq = 10; DELETE FROM log_checkpoint WHERE size = 11");
    CHECK(mentions(house.verify(), "the published checkpoint has 11 entries, the log only 10"));
    fs::remove(house.options.folder / "log.vkey");
    CHECK(mentions(house.verify(), "log.vkey is missing"));
}

TEST_CASE("tlog-tiles The paths are those of the specification")
{
    CHECK(tile_path(0, 256) == "000");
    CHECK(tile_path(1234067, 256) == "x001/x234/067");
    CHECK(tile_path(273, 112) == "273.p/112");
    CHECK(tile_path(1000, 1) == "x001/000.p/1");
}

TEST_CASE("A second verifier in another language agrees, and finds a flipped byte in every file")
{
    const test::Folder folder;
    LogHouse house({storage::Engine::sqlite, (folder.path() / "data.db").string()});
    house.log->run_sequencer();
    // More than one tile, with a node on the next level.
    house.data->write({[&](storage::Session& session) {
                           for (int n = 0; n < 700; ++n) house.log->append(session, house.entry("nr " + std::to_string(n)));
                           return storage::Outcome::keep;
                       },
                       {}});
    house.log->append_now(house.entry());
    house.log->settle();
    const auto tiles = house.folder.path() / "tiles";
    CHECK(write_tiles(*house.data, house.options.folder, tiles) == 701);
    CHECK_THROWS(write_tiles(*house.data, house.options.folder, tiles));  // not over what is there
    const auto agreed = second_opinion(tiles);
    if (!agreed) {
        MESSAGE("node is not installed: the second verifier was not run");
        return;
    }
    CHECK(agreed->said.starts_with("ok 701 "));
    CHECK(agreed->code == 0);

    std::vector<fs::path> files;
    for (const auto& file : fs::recursive_directory_iterator(tiles))
        if (file.is_regular_file()) files.push_back(file.path());
    CHECK(files.size() == 2 + 3 + 3 + 1);
    for (const auto& file : files) {
        const auto text = content(file);
        auto changed = text;
        changed[text.size() / 2] = static_cast<char>(changed[text.size() / 2] ^ 4);
        replace(file, changed);
        CAPTURE(file.string());
        CHECK(second_opinion(tiles)->code != 0);
        replace(file, text);
    }
    CHECK(second_opinion(tiles)->code == 0);
}
