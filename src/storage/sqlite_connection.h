#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>

#include "storage/store.h"

struct sqlite3;
struct sqlite3_stmt;

namespace lots::storage::sqlite {

enum class Access {
    read,            // what another connection of this file may be writing
    read_unchanged,  // a file that nobody writes: needs no file beside it, and looks for none
    write_existing,
    write,  // creates the file, mode 0600, when it is missing
};

/// Throws Failure when there is no file, or nothing in it.
void require_database(const std::filesystem::path& file);

/// One connection to one file, used by one thread at a time. Every statement is prepared once and kept.
/// All of it throws Failure or ConstraintFailure, mapped from SQLite's extended result code.
class Connection {
public:
    /// Opens with every setting of D10.
    /// Throws Failure::Kind::damaged when the file is not a database or its schema cannot be read.
    Connection(std::filesystem::path file, Access access, int cache_kib);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection();

    /// A statement without values and without an answer: BEGIN, SAVEPOINT, COMMIT.
    void command(const char* sql) { execute(sql, {}); }
    std::int64_t execute(const char* sql, std::span<const Value> values);
    void query(const char* sql, std::span<const Value> values, const std::function<void(const Row&)>& each_row);
    /// Several statements without values, none of them kept.
    void script(const char* sql);

    /// False after an error that made SQLite roll back on its own: a full disk, an I/O error, no memory.
    bool in_transaction() const;
    /// Whether a deferred foreign key is still unmet: COMMIT would fail.
    bool owes_foreign_keys() const;
    /// Rolls back if there is anything to roll back; never throws.
    void abandon() noexcept;
    /// Statements prepared since it was opened.
    std::int64_t prepared() const { return prepared_; }
    /// A consistent copy of the database into a file that must not exist yet.
    void copy_into(const std::filesystem::path& to);

private:
    struct Statement;
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    Statement& statement(const char* sql);
    void bind(const Statement& use, std::span<const Value> values, const char* sql);
    void settings(Access access, int cache_kib);
    [[noreturn]] void fail(const char* sql) const;

    std::filesystem::path file_;
    sqlite3* database_ = nullptr;
    std::unordered_map<std::string, std::unique_ptr<Statement>, TextHash, std::equal_to<>> statements_;
    std::int64_t prepared_ = 0;
};

/// A session on a connection that is inside a transaction. A statement that failed leaves the session unusable, as it does
/// on PostgreSQL: the unit can only be dropped or thrown away.
class ConnectionSession final : public Session {
    Connection& connection_;
    bool failed_ = false;
    bool answering_ = false;

public:
    explicit ConnectionSession(Connection& connection) : connection_(connection) {}
    bool failed() const { return failed_; }
    void forget_failure() { failed_ = false; }
    std::int64_t execute(const char* sql, std::span<const Value> values) override;
    void query(const char* sql, std::span<const Value> values, const std::function<void(const Row&)>& each_row) override;
    void script(const char* sql) override;

private:
    template <class F>
    auto guarded(F&& work);
};

/// Calls `look` in one snapshot, which ends on every way out, or the WAL could never be emptied.
void read_snapshot(Connection& connection, const std::function<void(Session&)>& look);

/// Throws what an extended result code of SQLite means to us. `message` is SQLite's own: names of tables, columns and
/// constraints.
[[noreturn]] void fail_with(int extended_code, const std::string& message, const char* sql,
                            const std::filesystem::path& file);

}  // namespace lots::storage::sqlite
