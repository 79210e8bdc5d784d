// A municipality grows for twenty years: what belongs to one case is found by that case, and never by reading all that there is.
#include <doctest/doctest.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "storage/migrate.h"
#include "support/places.h"

using namespace lots;

namespace {

struct Statement {
    std::string file, text;
};

/// Beginnings of statements that do read all of their table, and why they may.
struct Accepted {
    std::string_view file, begins;
};
constexpr std::array accepted{
    // As many rows as the municipality has agencies, units, areas, groups and people at work.
    Accepted{"cli/user.cpp", "SELECT u.code, u.name"},
    Accepted{"cli/user.cpp", "SELECT p.handle, a.role"},
    Accepted{"organisation/", "SELECT "},
    Accepted{"working_group/store.cpp", "SELECT id FROM standing_group"},
    Accepted{"working_group/store.cpp", "SELECT m.id, m.standing_group"},  // a meeting a month, newest 500
    Accepted{"", "SELECT staff_unit FROM municipality"},
    Accepted{"app/house.cpp", "SELECT municipality, code"},
    Accepted{"app/doctor.cpp", "SELECT code, kind FROM municipality"},
    Accepted{"web/session.cpp", "SELECT a.id, a.role"},
    // As many as are signed in or have guessed wrong just now.
    Accepted{"organisation/commands.cpp", "DELETE FROM sign_in_session"},
    Accepted{"web/sign_in_guard.cpp", "DELETE FROM sign_in_"},
    // Somebody's assignment begins or ends: seldom, and every case may be theirs.
    Accepted{"app/house.cpp", "UPDATE case_head SET next_change_on"},
    // A setting of the method profile is changed: seldom, and last days of every case may follow from it.
    Accepted{"organisation/profile_versions.cpp", "UPDATE case_head SET next_change_on"},
    // The follow-up counts over all cases: a few statements for a page that a steering group looks at now and then.
    Accepted{"steering/store.cpp", "SELECT "},
    // The doctor looks at everything, when it is asked to.
    Accepted{"app/key_check.cpp", "SELECT "},
    Accepted{"app/sealed_cells.cpp", "SELECT "},
    // The log: read from its end, or what waits since the last second.
    Accepted{"audit/", "SELECT "},
    Accepted{"storage/", "SELECT "},
    // A key for each municipality and for each month; all of them are wrapped anew when the root key changes.
    Accepted{"vault/", "SELECT municipality, wrapped FROM index_key"},
    Accepted{"vault/", "SELECT wrapped, root_id FROM index_key"},
    Accepted{"vault/", "UPDATE index_key"},
    Accepted{"vault/", "SELECT unit FROM retention_key"},
    Accepted{"vault/", "SELECT root_id FROM root_key"},
    // Its own intermediate result, of the cases that one person leads.
    Accepted{"group/coordination.cpp", "WITH led"},
};

bool is_accepted(const Statement& statement)
{
    return std::ranges::any_of(accepted, [&](const Accepted& one) {
        return statement.file.find(one.file) != std::string::npos && statement.text.starts_with(one.begins);
    });
}

/// The literal that begins at `at` and those that follow it with nothing between; moves `at` behind them.
std::string literal(const std::string& text, std::size_t& at)
{
    std::string joined;
    while (at < text.size() && text[at] == '"') {
        for (++at; at < text.size() && text[at] != '"'; ++at) {
            if (text[at] == '\\') ++at;
            joined += text[at];
        }
        const auto next = text.find_first_not_of(" \n", ++at);
        if (next == std::string::npos || text[next] != '"') break;
        at = next;
    }
    return joined;
}

/// Statements that stand whole in the sources; those put together while running are left out.
std::vector<Statement> statements()
{
    std::vector<Statement> all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator("src")) {
        const auto file = entry.path().string();
        if (entry.path().extension() != ".cpp" || file.ends_with("_test.cpp") || file.starts_with("src/sim/")) continue;
        std::ifstream stream(entry.path());
        const std::string text((std::istreambuf_iterator<char>(stream)), {});
        for (std::size_t at = text.find('"'); at != std::string::npos; at = text.find('"', at)) {
            if (at > 0 && text[at - 1] == '\'') {  // a character, no literal
                ++at;
                continue;
            }
            const auto found = literal(text, at);
            for (const auto* verb : {"SELECT ", "UPDATE ", "DELETE ", "WITH "})
                if (found.starts_with(verb)) all.push_back({file.substr(4), found});
        }
    }
    return all;
}

struct Database {
    sqlite3* handle = nullptr;
    explicit Database(const std::string& file) { REQUIRE(sqlite3_open(file.c_str(), &handle) == SQLITE_OK); }
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database() { sqlite3_close(handle); }

    /// The steps of the plan; none when it is no whole statement.
    std::vector<std::string> plan(const std::string& statement) const
    {
        std::vector<std::string> steps;
        sqlite3_stmt* explained = nullptr;
        if (sqlite3_prepare_v2(handle, ("EXPLAIN QUERY PLAN " + statement).c_str(), -1, &explained, nullptr) == SQLITE_OK)
            while (sqlite3_step(explained) == SQLITE_ROW)
                steps.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(explained, 3)));
        sqlite3_finalize(explained);
        return steps;
    }
};

bool reads_everything(const std::string& step)
{
    const bool whole_municipality = step.find("(municipality=?)") != std::string::npos;
    return whole_municipality || (step.starts_with("SCAN ") && step != "SCAN CONSTANT ROW");
}

}  // namespace

TEST_CASE("QUALITY Nothing that belongs to one case is looked for among everything that the municipality has")
{
    const test::Folder folder;
    const auto file = (folder.path() / "lots.db").string();
    {
        const auto store = storage::open_sqlite({.file = file});
        for (const auto* set : {"log", "data", "keys"}) storage::migrate(*store, storage::migrations_of(set));
    }
    const Database database(file);
    int read = 0;
    for (const auto& statement : statements()) {
        const auto steps = database.plan(statement.text);
        if (!steps.empty()) ++read;
        if (is_accepted(statement)) continue;
        for (const auto& step : steps)
            CHECK_MESSAGE(!reads_everything(step), statement.file << ": " << statement.text.substr(0, 200) << "\n  " << step);
    }
    CHECK(read > 350);
}
