#include "app/doctor.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <set>

#include <sys/stat.h>

#include "app/house.h"
#include "app/key_check.h"
#include "app/projections.h"
#include "app/sealed_cells.h"
#include "app/sealed_files.h"
#include "audit/clock.h"
#include "guideline/law.h"
#include "storage/migrate.h"

namespace lots::app {

namespace fs = std::filesystem;
using storage::Row;
using Level = Finding::Level;

namespace {

constexpr auto backup_age_max = std::chrono::hours{24};
constexpr std::size_t problems_shown = 10;
constexpr int law_read_months = 6;

class Examination {
    const Paths& paths_;
    Instant now_;
    std::vector<Finding> found_;
    Config config_;
    SystemRandom random_;
    std::unique_ptr<storage::Store> keys_, data_;
    std::unique_ptr<vault::Vault> vault_;

    void fine(std::string text) { found_.push_back({Level::fine, std::move(text)}); }
    void warn(std::string text) { found_.push_back({Level::warning, std::move(text)}); }
    void problem(std::string text) { found_.push_back({Level::problem, std::move(text)}); }

    /// The first few, and how many more.
    void name(const std::vector<std::string>& problems)
    {
        for (std::size_t i = 0; i < std::min(problems.size(), problems_shown); ++i) problem(problems[i]);
        if (problems.size() > problems_shown) problem(std::to_string(problems.size() - problems_shown) + " more of the kind");
    }

    /// A check that throws is itself a finding.
    bool check_that(const char* what, const std::function<void()>& look)
    {
        try {
            look();
            return true;
        }
        catch (const std::exception& failure) {
            problem(std::string(what) + ": " + failure.what());
            return false;
        }
    }

    void folder_is_closed()
    {
        for (const auto& path : {paths_.folder, paths_.root_key(), paths_.signing_key(), paths_.config(), paths_.data(), paths_.keys()}) {
            struct stat about {};
            if (::stat(path.c_str(), &about) != 0) continue;  // PostgreSQL has no files here; what must be there is asked for elsewhere
            if ((about.st_mode & 077) != 0) problem(path.string() + " is open to others: chmod go= " + path.string());
        }
        fine("file permissions looked at");
    }

    void schema(storage::Store& store, std::string_view set)
    {
        const auto newest = storage::migrations_of(set).back().number, here = storage::schema_version(store, set);
        const auto text = "schema " + std::string(set) + ": " + std::to_string(here) + " of " + std::to_string(newest);
        if (here == newest) fine(text);
        else if (here < newest) warn(text + "; `lots serve` brings it up to date when it starts");
        else problem(text + ": this program is older than the database");
    }

    void keys_fit_data()
    {
        const auto named = units_named(*data_);
        const auto list = vault_->units();
        const std::set<RetentionUnitId> kept(list.begin(), list.end());
        const auto missing = std::ranges::count_if(named, [&](const auto& unit) { return !kept.contains(unit); });
        const auto orphans = std::ranges::count_if(kept, [&](const auto& unit) { return !named.contains(unit); });
        // Until disposal is built nothing destroys a key on purpose.
        if (missing > 0) problem(std::to_string(missing) + " keys are missing: what lies under them cannot be read");
        else fine(std::to_string(named.size()) + " keys, none missing");
        if (orphans > 0) warn(std::to_string(orphans) + " keys that no record names (left by a crash, or by work going on)");
    }

    void cells_open()
    {
        const auto cells = examine_sealed_cells(*data_, *vault_);
        name(cells.problems);
        if (cells.problems.empty()) fine(std::to_string(cells.opened) + " sealed values open");
        for (const auto& column : cells.columns_left_out) warn(column + " was not looked at: this program does not know what it is bound to");
    }

    void files_open()
    {
        const auto files = examine_sealed_files(*data_, *vault_);
        name(files.problems);
        if (files.problems.empty()) fine(std::to_string(files.whole) + " files are whole");
    }

    void lists_follow_facts()
    {
        const auto lists = examine_projections(*data_, *vault_, random_, local_day(now_));
        name(lists.problems);
        std::string waiting;
        for (std::size_t i = 0; i < std::min(lists.waiting.size(), problems_shown); ++i) waiting += (i == 0 ? "" : ", ") + lists.waiting[i];
        if (lists.waiting.size() > problems_shown) waiting += " …";
        // After an upgrade, or while nobody serves, that is in order.
        if (!waiting.empty())
            warn(std::to_string(lists.waiting.size()) + " cases wait to be reckoned anew: " + waiting +
                 ". `lots serve` does it at once; what waits while it runs does not come further, or cannot be followed");
        if (lists.problems.empty()) fine("heads and duties of " + std::to_string(lists.cases) + " cases are what their facts say");
    }

    void log_holds()
    {
        const auto log = audit::verify(*data_, paths_.log(), {});
        for (std::size_t i = 0; i < std::min(log.problems.size(), problems_shown); ++i) problem("log: " + log.problems[i]);
        if (log.problems.empty()) fine("log of " + std::to_string(log.entries) + " entries holds, root " + log.root_hex.substr(0, 16));
        warn("no witness: whoever has this machine could rewrite the log's history. Give a partner agency the checkpoint every day "
             "(log/checkpoint) and check with `lots verify-log --against`");
    }

    /// A warning: a demo whose clock is moved with --clock has it too, and what was decided on the wrong day cannot be seen
    /// from here.
    void clock_went_forward()
    {
        const auto found = audit::clock_set_back(*data_);
        for (std::size_t i = 0; i < std::min(found.size(), problems_shown); ++i)
            warn("the clock was set back: entry " + std::to_string(found[i].entry) + " of the log is of " +
                 iso(found[i].at) + ", the one before it of " + iso(found[i].before));
        if (found.size() > problems_shown)
            warn("it was set back " + std::to_string(found.size() - problems_shown) + " times more");
        if (found.empty()) fine("the clock was never set back");
    }

    void door()
    {
        data_->read([&](storage::Session& db) {
            db.each("SELECT code, kind FROM municipality ORDER BY code", [&](const Row& row) {
                const auto code = std::string(row.text(0));
                if (row.text(1) == "real") problem(code + " is for real persons, and the door is not built: `lots serve` refuses it");
                else fine(code + " holds invented persons (" + std::string(row.text(1)) + ")");
            });
        });
        if (config_.address == "127.0.0.1" || config_.address == "::1") fine("answers on this machine only (" + config_.address + ")");
        else problem("address " + config_.address + " can be reached by others: refused until TLS is built");
    }

    /// Law changes: what nobody has read for half a year is read again before it is relied on (docs/method/law.md 7.6).
    void law_is_read()
    {
        const auto today = local_day(now_);
        const auto old = guideline::not_checked_since(add_months(today, -law_read_months), today);
        for (std::size_t i = 0; i < std::min(old.size(), problems_shown); ++i)
            warn("law not read for six months: " + guideline::wording(old[i]) + ", last on " + iso(old[i].checked_on));
        if (old.size() > problems_shown)
            warn(std::to_string(old.size() - problems_shown) + " more of the law; `lots method` has the day of each");
        if (old.empty()) fine("every reference to the law was read within six months");
    }

    void backup_is_new()
    {
        std::ifstream in(paths_.backups());
        std::string line;
        const auto made = std::getline(in, line) ? parse_instant(line) : std::nullopt;
        if (!made) warn("no backup was made yet: `lots backup`");
        else if (now_ - *made > backup_age_max) warn("the newest backup is of " + line);
        else fine("the newest backup is of " + line);
    }

public:
    Examination(const Paths& paths, Instant now) : paths_(paths), now_(now) {}

    std::vector<Finding> run()
    {
        if (!check_that("settings", [&] { config_ = read_config(paths_.config()); })) return std::move(found_);
        check_that("folder", [&] { folder_is_closed(); });
        const bool opened = check_that("databases", [&] {
            keys_ = open_keys(paths_, config_, storage::Opening::only_read);
            data_ = open_data(paths_, config_, storage::Opening::only_read);
            schema(*keys_, "keys");
            schema(*data_, "log");
            schema(*data_, "data");
        });
        if (!opened) return std::move(found_);
        const bool unlocked = check_that("root key", [&] {
            vault_ = std::make_unique<vault::Vault>(*keys_, vault::load_root_key(paths_.root_key(), *keys_), random_);
            fine("the root key opens the key database");
            if (!vault_->memory_locked()) warn("keys in memory may be written to swap space: raise the limit of locked memory");
        });
        if (unlocked) {
            check_that("keys", [&] { keys_fit_data(); });
            check_that("sealed values", [&] { cells_open(); });
            check_that("files", [&] { files_open(); });
            check_that("lists", [&] { lists_follow_facts(); });
        }
        check_that("log", [&] { log_holds(); });
        check_that("clock", [&] { clock_went_forward(); });
        check_that("law", [&] { law_is_read(); });
        check_that("door", [&] { door(); });
        check_that("backup", [&] { backup_is_new(); });
        return std::move(found_);
    }
};

}  // namespace

std::vector<Finding> examine(const Paths& paths, Instant now) { return Examination(paths, now).run(); }

}  // namespace lots::app
