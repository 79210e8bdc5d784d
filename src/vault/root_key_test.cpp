#include "vault/root_key.h"

#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "storage/migrate.h"
#include "support/places.h"
#include "vault/process.h"
#include "vault/sealing.h"
#include "vault/vault.h"

using namespace lots;
using namespace lots::vault;
using lots::test::on_both_engines;
namespace fs = std::filesystem;

namespace {

const Instant noon{std::chrono::sys_days{2026y / 5 / 10} + 12h};

std::string content(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// A key database with a root key in a file, and two units with something sealed under each.
struct House {
    test::Folder folder;
    SystemRandom random;
    fs::path root = folder.path() / "root.key";
    std::unique_ptr<storage::Store> keys;
    MunicipalityId here = MunicipalityId::make(random);
    CaseId a_case = CaseId::make(random);
    Place place{Field::goal_text, here, a_case.bytes(), a_case.bytes(), 0};
    RetentionUnitId kept, gone;
    Bytes sealed_kept, sealed_gone, index;

    explicit House(const test::Place& where) : keys(where.open())
    {
        storage::migrate(*keys, storage::migrations_of("keys"));
        make_root_key(root, random);
        auto vault = open();
        kept = vault->make_unit(here, noon);
        gone = vault->make_unit(here, noon);
        sealed_kept = vault->seal(kept, place, "kept");
        sealed_gone = vault->seal(gone, place, "gone");
        index = vault->index(here, "youth", "a");
    }
    std::unique_ptr<Vault> open() { return std::make_unique<Vault>(*keys, load_root_key(root, *keys), random); }
    fs::path next() const { return root.string() + ".new"; }

    void require_all_opens()
    {
        const auto vault = open();
        CHECK(vault->open(kept, place, sealed_kept) == "kept");
        CHECK(vault->open(gone, place, sealed_gone) == "gone");
        CHECK(vault->index(here, "youth", "a") == index);
    }
};

}  // namespace

TEST_CASE("D19 A root key is read only from a file that nobody else may read")
{
    const test::Folder folder;
    SystemRandom random;
    const auto file = folder.path() / "root.key";
    make_root_key(file, random);
    CHECK(fs::status(file).permissions() == fs::perms(0600));
    CHECK_NOTHROW(load_root_key(file));
    CHECK_THROWS(make_root_key(file, random));  // never over an existing one

    for (const int mode : {0644, 0640, 0604, 0700}) {
        CAPTURE(mode);
        fs::permissions(file, fs::perms(mode));
        CHECK_THROWS_AS(load_root_key(file), std::runtime_error);
    }
    fs::permissions(file, fs::perms(0600));
    for (const std::string wrong : {"", "00", "zz", "no key at all"}) {
        std::ofstream(file, std::ios::trunc) << wrong;
        CHECK_THROWS_AS(load_root_key(file), std::runtime_error);
    }
    std::ofstream(file, std::ios::trunc) << std::string(66, 'a');
    CHECK_THROWS_AS(load_root_key(file), std::runtime_error);
    CHECK_THROWS_AS(load_root_key(folder.path() / "missing"), std::runtime_error);
    CHECK_THROWS_AS(load_root_key(folder.path()), std::runtime_error);
}

TEST_CASE("D19 A root key can be a systemd credential")
{
    const test::Folder folder;
    SystemRandom random;
    make_root_key(folder.path() / "lots-root-key", random);
    ::setenv("CREDENTIALS_DIRECTORY", folder.path().c_str(), 1);
    fs::permissions(folder.path() / "lots-root-key", fs::perms(0440));  // as systemd's access list shows it
    CHECK_NOTHROW(load_root_key(fs::path{}));
    fs::permissions(folder.path() / "lots-root-key", fs::perms(0444));
    CHECK_THROWS_AS(load_root_key(fs::path{}), std::runtime_error);
    ::unsetenv("CREDENTIALS_DIRECTORY");
    CHECK_THROWS_AS(load_root_key(fs::path{}), std::runtime_error);
}

TEST_CASE("D8 Renewing the root key: everything opens under the new one, the old one opens nothing")
{
    on_both_engines([](const test::Place& where) {
        House house(where);
        const auto before = content(house.root);
        auto old_root = load_root_key(house.root);
        {
            auto vault = house.open();
            renew_root_key(*vault, house.root, house.random);
            CHECK(vault->open(house.kept, house.place, house.sealed_kept) == "kept");
            const auto unit = vault->make_unit(house.here, noon);  // after the renewal, in the same process
            CHECK(vault->open(unit, house.place, vault->seal(unit, house.place, "new")) == "new");
        }
        CHECK(content(house.root) != before);
        CHECK_FALSE(fs::exists(house.next()));
        house.require_all_opens();
        CHECK_THROWS_AS(Vault(*house.keys, std::move(old_root), house.random), WrongRoot);
    });
}

TEST_CASE("D8 A renewal that is killed between any two steps leaves something that opens")
{
    const auto made = [](House& house) { make_root_key(house.next(), house.random); };
    const auto rewrapped = [=](House& house) {
        made(house);
        house.open()->rewrap(load_root_key(house.next()));
    };
    const auto overwritten = [=](House& house) {
        rewrapped(house);
        std::ofstream(house.root, std::ios::trunc) << std::string(64, '0') << "\n#";
    };
    on_both_engines([&](const test::Place& where) {
        House house(where);
        made(house);
        house.require_all_opens();
        auto vault = house.open();
        renew_root_key(*vault, house.root, house.random);  // the try is made anew
        house.require_all_opens();
    });
    for (const auto& killed_after : {std::function<void(House&)>(rewrapped), std::function<void(House&)>(overwritten)}) {
        on_both_engines([&](const test::Place& where) {
            House house(where);
            const auto before = content(house.root);
            killed_after(house);
            house.require_all_opens();  // and the renewal is finished
            CHECK_FALSE(fs::exists(house.next()));
            CHECK(content(house.root) != before);
            house.require_all_opens();
        });
    }
}

TEST_CASE("D8 A rewrapping that meets a damaged key changes nothing")
{
    on_both_engines([](const test::Place& where) {
        House house(where);
        const auto damage = [&](storage::Sql sql) {
            house.keys->write({[&](storage::Session& session) {
                                   session.run(sql, house.gone, house.kept);
                                   return storage::Outcome::keep;
                               },
                               {}});
        };
        damage("UPDATE retention_key SET wrapped = (SELECT wrapped FROM retention_key WHERE unit = $2) WHERE unit = $1");
        auto vault = house.open();
        CHECK_THROWS_AS(renew_root_key(*vault, house.root, house.random), Unreadable);
        CHECK(vault->open(house.kept, house.place, house.sealed_kept) == "kept");
        CHECK(house.open()->open(house.kept, house.place, house.sealed_kept) == "kept");
    });
}

TEST_CASE("Disposed means gone: an old backup of the keys is noise to somebody with every present key")
{
    const test::Folder folder;
    House house({storage::Engine::sqlite, (folder.path() / "keys.db").string()});
    const auto backup = folder.path() / "backup.db";
    house.keys->back_up(backup);
    const auto old_root = load_root_key(house.root);

    auto vault = house.open();
    const std::array units{house.gone};
    vault->destroy(units);
    renew_root_key(*vault, house.root, house.random);

    // The attacker: the backup of the key database, the sealed value, the present root key and every key that it opens today.
    const auto old_keys = storage::open_sqlite({.file = backup});
    CHECK_THROWS_AS(Vault(*old_keys, load_root_key(house.root), house.random), WrongRoot);
    std::vector<std::pair<Bytes, Bytes>> wrapped;  // with what each is bound to
    old_keys->read([&](storage::Session& session) {
        wrapped = session.all("SELECT unit, municipality, wrapped FROM retention_key", [](const storage::Row& row) {
            return std::pair(bound_to_unit(row.get<RetentionUnitId>(0), row.get<MunicipalityId>(1)), row.get<Bytes>(2));
        });
    });
    REQUIRE(wrapped.size() == 2);
    const auto opened_with = [&](const SecretKey& root) {
        int opened = 0;
        Bytes key(32);
        for (const auto& [bound, bytes] : wrapped)
            if (open_under(Root(root).wrap.bytes().data(), bound, bytes, key)) ++opened;
        return opened;
    };
    CHECK(opened_with(*load_root_key(house.root)) == 0);
    CHECK(opened_with(*old_root) == 2);  // which is why every copy of the old root must be destroyed
    for (const auto unit : vault->units()) CHECK_THROWS_AS(vault->open(unit, house.place, house.sealed_gone), Unreadable);
}

TEST_CASE("D19 The process leaves no core file and makes files for itself alone")
{
    const test::Folder folder;
    const auto child = ::fork();
    if (child == 0) {
        try {
            harden_process();
            std::ofstream(folder.path() / "made") << "x";
            std::ifstream limits("/proc/self/limits");
            std::string line;
            bool no_core = false;
            while (std::getline(limits, line))
                if (line.starts_with("Max core file size")) no_core = line.find(" 0 ") != std::string::npos;
            ::_exit(no_core && fs::status(folder.path() / "made").permissions() == fs::perms(0600) ? 0 : 1);
        } catch (...) {
            ::_exit(2);
        }
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(status == 0);
}
