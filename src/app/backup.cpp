#include "app/backup.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <vector>

#include <sodium.h>

#include "app/new_folder.h"
#include "audit/file.h"
#include "vault/root_key.h"

namespace lots::app {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view first_line = "lots-backup 1";
constexpr std::array<std::string_view, 5> files{"lots.db", "keys.db", "config.toml", "log/checkpoint", "log/log.vkey"};

std::string sha256_of(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error(file.string() + ": cannot be read");
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    std::vector<char> block(1 << 16);
    while (in) {
        in.read(block.data(), static_cast<std::streamsize>(block.size()));
        crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(block.data()), static_cast<unsigned long long>(in.gcount()));
    }
    if (in.bad()) throw std::runtime_error(file.string() + ": cannot be read");
    Bytes hash(crypto_hash_sha256_BYTES);
    crypto_hash_sha256_final(&state, hash.data());
    return to_hex(hash);
}

struct Listed {
    std::string hash, name;
};
/// The files of a manifest. Throws when it is not one.
std::vector<Listed> read_manifest(const fs::path& folder)
{
    std::ifstream in(folder / "manifest");
    std::string line;
    if (!std::getline(in, line) || line != first_line) throw std::runtime_error(folder.string() + ": holds no manifest of a backup");
    std::vector<Listed> listed;
    while (std::getline(in, line)) {
        if (line.starts_with("made ")) continue;
        const auto cut = line.find("  ");
        if (cut != 64) throw std::runtime_error(folder.string() + ": the manifest cannot be read");
        listed.push_back({line.substr(0, cut), line.substr(cut + 2)});
    }
    return listed;
}

}  // namespace

Backup back_up(const House& house, const Municipality& here, Instant now, const fs::path& to)
{
    if (house.config.engine != storage::Engine::sqlite)
        throw std::runtime_error("PostgreSQL is backed up with its own tools, data before keys: docs/operations.md");
    if (lies_in(to, house.paths.folder))
        throw std::runtime_error(to.string() +
                                 ": lies in the data directory itself. A backup is kept elsewhere; nothing was changed");
    NewFolder folder(to);
    fs::create_directory(to / "log");
    house.note_in_log(now, here.id, "backup", {});
    house.log->settle();
    // The checkpoint first: the data may only be ahead of it.
    fs::copy_file(house.paths.log() / "checkpoint", to / "log" / "checkpoint");
    fs::copy_file(house.paths.log() / "log.vkey", to / "log" / "log.vkey");
    house.data->back_up(to / "lots.db");
    house.keys->back_up(to / "keys.db");
    fs::copy_file(house.paths.config(), to / "config.toml");

    Backup done{to, 0};
    std::ostringstream manifest;
    manifest << first_line << "\nmade " << iso(now) << "\n";
    for (const auto name : files) {
        manifest << sha256_of(to / name) << "  " << name << "\n";
        done.bytes += fs::file_size(to / name);
    }
    audit::make_secret_file(to / "manifest", manifest.str());  // last: a backup without it was not finished
    folder.keep();
    audit::replace_public_file(house.paths.backups(), iso(now) + "\n");
    return done;
}

std::vector<std::string> faults_in_backup(const fs::path& folder)
{
    std::vector<std::string> faults;
    const auto listed = read_manifest(folder);
    for (const auto name : files)
        if (std::ranges::none_of(listed, [&](const Listed& one) { return one.name == name; }))
            faults.push_back(std::string(name) + " is not in the manifest");
    for (const auto& one : listed) {
        if (std::ranges::find(files, one.name) == files.end()) faults.push_back(one.name + ": no such file belongs to a backup");
        else if (!fs::exists(folder / one.name)) faults.push_back(one.name + " is missing");
        else if (sha256_of(folder / one.name) != one.hash) faults.push_back(one.name + " is not what was backed up");
    }
    return faults;
}

void restore(const fs::path& backup, const Paths& to, const fs::path& root_key, const fs::path& signing_key, Instant now)
{
    if (const auto faults = faults_in_backup(backup); !faults.empty()) throw std::runtime_error(backup.string() + ": " + faults.front());
    if (lies_in(to.folder, backup))
        throw std::runtime_error(to.folder.string() + ": lies in the backup itself; nothing was changed");
    NewFolder folder(to.folder);
    fs::create_directory(to.log());
    for (const auto name : files) {
        fs::copy_file(backup / name, to.folder / name);
        fs::permissions(to.folder / name, fs::perms::owner_read | fs::perms::owner_write);
    }
    const auto take = [&](const fs::path& secret, const fs::path& place) {
        audit::make_secret_file(place, audit::read_secret_file(secret, 4096));
    };
    take(root_key, to.root_key());
    take(signing_key, to.signing_key());

    {
        const auto data = open_data(to, read_config(to.config()), storage::Opening::only_read);
        const auto log = audit::verify(*data, to.log(), {});
        if (!log.problems.empty()) throw std::runtime_error("the log in the backup does not hold: " + log.problems.front());
    }
    const auto house = House::open(to, House::Sequencing::run);
    const auto here = house.the_municipality();
    // Who was signed in then may have left since, or changed a password that somebody knew: all sign in again.
    house.data->write({[](storage::Session& db) {
                           db.run("DELETE FROM sign_in_session");
                           return storage::Outcome::keep;
                       },
                       {}});
    house.note_in_log(now, here.id, "restore", {});
    house.log->settle();
    folder.keep();
}

}  // namespace lots::app
