#pragma once

#include <filesystem>

namespace lots::app {

/// A folder that is about to be filled, for us alone (mode 0700). It must be new or empty; unless it is kept, all that was
/// put into it goes again, so that a command that was refused halfway can be given once more. Databases in it are closed
/// first.
class NewFolder {
    std::filesystem::path path_;
    bool was_there_;
    bool kept_ = false;

public:
    /// Throws std::runtime_error when something lies there; then nothing was changed.
    explicit NewFolder(std::filesystem::path path);
    ~NewFolder();
    NewFolder(const NewFolder&) = delete;
    NewFolder& operator=(const NewFolder&) = delete;
    void keep() { kept_ = true; }
};

/// Whether `inner` is that folder or lies somewhere in it; neither has to be there.
bool lies_in(const std::filesystem::path& inner, const std::filesystem::path& folder);

}  // namespace lots::app
