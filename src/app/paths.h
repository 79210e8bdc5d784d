#pragma once

#include <filesystem>

namespace lots::app {

/// What lies where in a data directory. Everything in it is for the service alone (mode 0700, files 0600) but `log/`, which is the
/// published half of the log: checkpoint and public key.
struct Paths {
    std::filesystem::path folder;

    std::filesystem::path data() const { return folder / "lots.db"; }
    std::filesystem::path keys() const { return folder / "keys.db"; }
    std::filesystem::path root_key() const { return folder / "root.key"; }
    std::filesystem::path signing_key() const { return folder / "log-signing.key"; }
    std::filesystem::path log() const { return folder / "log"; }
    std::filesystem::path config() const { return folder / "config.toml"; }
    std::filesystem::path backups() const { return folder / "last-backup"; }  // when and where the newest backup was made
};

}  // namespace lots::app
