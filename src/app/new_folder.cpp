#include "app/new_folder.h"

#include <algorithm>
#include <stdexcept>

namespace lots::app {

namespace fs = std::filesystem;

namespace {

/// A disk of its own has it in its topmost folder from the first day.
bool is_ours(const fs::directory_entry& entry) { return entry.path().filename() != "lost+found"; }

}  // namespace

NewFolder::NewFolder(fs::path path) : path_(std::move(path)), was_there_(fs::exists(path_))
{
    if (was_there_) {
        if (!fs::is_directory(path_)) throw std::runtime_error(path_.string() + ": is a file; nothing was changed");
        const fs::directory_iterator entries(path_);
        if (std::any_of(begin(entries), end(entries), is_ours))
            throw std::runtime_error(path_.string() + ": holds data already; nothing was changed");
    } else
        fs::create_directories(path_);
    fs::permissions(path_, fs::perms::owner_all);
}

NewFolder::~NewFolder()
{
    if (kept_) return;
    std::error_code ignored;
    if (!was_there_) {
        fs::remove_all(path_, ignored);
        return;
    }
    for (const auto& entry : fs::directory_iterator(path_, ignored))
        if (is_ours(entry)) fs::remove_all(entry.path(), ignored);
}

bool lies_in(const fs::path& inner, const fs::path& folder)
{
    const auto whole = [](const fs::path& path) { return fs::weakly_canonical(fs::absolute(path)); };
    const auto way = whole(inner).lexically_relative(whole(folder));
    return !way.empty() && *way.begin() != "..";
}

}  // namespace lots::app
