#include "storage/sqlite_connection.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "storage/wording.h"

namespace lots::storage::sqlite {

namespace {

constexpr int busy_timeout_ms = 5000;  // another process (lots doctor, lots backup) may hold the write lock for a moment
constexpr int wal_kept_bytes = 64 * 1024 * 1024;

class StatementRow final : public Row {
    sqlite3_stmt* statement_;

    void expect(int column, int type) const
    {
        check(column >= 0 && column < sqlite3_data_count(statement_), "a column was read that the statement does not have");
        check(sqlite3_column_type(statement_, column) == type, "a column was read as another kind of value");
    }

public:
    explicit StatementRow(sqlite3_stmt* statement) : statement_(statement) {}

    bool null(int column) const override
    {
        check(column >= 0 && column < sqlite3_data_count(statement_), "a column was read that the statement does not have");
        return sqlite3_column_type(statement_, column) == SQLITE_NULL;
    }
    std::int64_t integer(int column) const override
    {
        expect(column, SQLITE_INTEGER);
        return sqlite3_column_int64(statement_, column);
    }
    std::string_view text(int column) const override
    {
        expect(column, SQLITE_TEXT);
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
        return {text, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
    }
    ByteSpan bytes(int column) const override
    {
        expect(column, SQLITE_BLOB);
        const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, column));
        return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
    }
};

/// Makes the file with mode 0600 before SQLite would make it with the umask's. An existing file is never opened here:
/// closing it again would drop the POSIX locks that another connection of this process holds on it.
void create_private(const std::filesystem::path& file)
{
    const int made = ::open(file.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (made >= 0) {
        ::close(made);
        return;
    }
    if (errno == EEXIST && ::chmod(file.c_str(), S_IRUSR | S_IWUSR) == 0) return;
    const auto kind = errno == ENOSPC || errno == EDQUOT                    ? Failure::Kind::full
                      : errno == EROFS || errno == EACCES || errno == EPERM ? Failure::Kind::readonly
                                                                            : Failure::Kind::unavailable;
    throw Failure(kind, "the database file " + file.string() + " cannot be made private or created");
}

bool writes(Access access) { return access == Access::write || access == Access::write_existing; }

/// "file:d%3f/lots.db?immutable=1": the only way to tell SQLite that nobody writes the file.
std::string unchanged_uri(const std::filesystem::path& file)
{
    std::string uri = "file:";
    for (const char c : file.string()) {
        const bool means_something = c == '%' || c == '?' || c == '#';
        if (means_something)
            (uri += '%') += to_hex(bytes_of(std::string_view(&c, 1)));
        else
            uri += c;
    }
    return uri + "?immutable=1";
}

}  // namespace

void require_database(const std::filesystem::path& file)
{
    struct stat about {};
    if (::stat(file.c_str(), &about) != 0)
        throw Failure(Failure::Kind::unavailable,
                      file.string() + (errno == ENOENT ? " is missing" : " cannot be looked at"));
    if (!S_ISREG(about.st_mode) || about.st_size == 0)
        throw Failure(Failure::Kind::damaged, file.string() + " is empty: it is no database");
}

struct Connection::Statement {
    sqlite3_stmt* handle = nullptr;
    bool busy = false;

    Statement() = default;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement() { sqlite3_finalize(handle); }

    /// The time between binding and the last row. Always resets, so that no read snapshot is left open.
    class Use {
        Statement& statement_;

    public:
        explicit Use(Statement& statement) : statement_(statement)
        {
            check(!statement.busy, "a statement was run again from inside its own answer");
            statement.busy = true;
        }
        Use(const Use&) = delete;
        Use& operator=(const Use&) = delete;
        ~Use()
        {
            sqlite3_reset(statement_.handle);
            sqlite3_clear_bindings(statement_.handle);
            statement_.busy = false;
        }
    };
};

Connection::Connection(std::filesystem::path file, Access access, int cache_kib) : file_(std::move(file))
{
    if (access != Access::write) require_database(file_);
    if (writes(access)) create_private(file_);
    const bool unchanged = access == Access::read_unchanged;
    const int flags = (writes(access) ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_NOMUTEX |
                      (unchanged ? SQLITE_OPEN_URI : 0);
    const int opened =
        sqlite3_open_v2((unchanged ? unchanged_uri(file_) : file_.string()).c_str(), &database_, flags, nullptr);
    try {
        if (opened != SQLITE_OK) fail("open");
        settings(access, cache_kib);
    } catch (...) {
        statements_.clear();
        sqlite3_close_v2(database_);
        throw;
    }
}

Connection::~Connection()
{
    statements_.clear();
    sqlite3_close_v2(database_);
}

void Connection::settings(Access access, int cache_kib)
{
    sqlite3_extended_result_codes(database_, 1);
    sqlite3_busy_timeout(database_, busy_timeout_ms);
    sqlite3_db_config(database_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(database_, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);  // "x" is a name, never a text
    sqlite3_db_config(database_, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_limit(database_, SQLITE_LIMIT_ATTACHED, 0);

    script(
        "PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON;"  // else REPLACE would delete without the DELETE trigger
        "PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0;");
    script(("PRAGMA cache_size = -" + std::to_string(cache_kib)).c_str());
    if (writes(access)) {
        std::string mode;
        query("PRAGMA journal_mode = WAL", {}, [&](const Row& row) { mode = row.text(0); });
        if (mode != "wal") throw Failure(Failure::Kind::unavailable, "the file system of " + file_.string() + " has no WAL");
        script("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;");
        script(("PRAGMA journal_size_limit = " + std::to_string(wal_kept_bytes)).c_str());
    } else {
        script("PRAGMA query_only = ON");
    }
    query("SELECT count(*) FROM sqlite_schema", {}, [](const Row&) {});  // reads the schema: a damaged file says so now
}

Connection::Statement& Connection::statement(const char* sql)
{
    const auto found = statements_.find(std::string_view(sql));
    if (found != statements_.end()) return *found->second;

    auto made = std::make_unique<Statement>();
    const auto translated = with_sqlite_parameters(sql);
    const char* rest = nullptr;
    const auto size = static_cast<int>(translated.size() + 1);
    if (sqlite3_prepare_v3(database_, translated.c_str(), size, SQLITE_PREPARE_PERSISTENT, &made->handle, &rest) !=
        SQLITE_OK)
        fail(sql);
    check(made->handle != nullptr, "a statement is empty");
    check(std::string_view(rest).find_first_not_of(" \n\r\t;") == std::string_view::npos,
          "several statements were given as one");
    ++prepared_;
    return *statements_.emplace(sql, std::move(made)).first->second;
}

void Connection::bind(const Statement& use, std::span<const Value> values, const char* sql)
{
    check(static_cast<std::size_t>(sqlite3_bind_parameter_count(use.handle)) == values.size(),
          "a statement got another number of values than it has parameters");
    // The values outlive the statement's run, hence SQLITE_STATIC: nothing is copied.
    for (int at = 1; const auto& value : values) {
        int bound = SQLITE_OK;
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            bound = sqlite3_bind_int64(use.handle, at, *number);
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            check(storable_text(*text), "a text for the database is not UTF-8, or has U+0000 in it");
            bound = sqlite3_bind_text64(use.handle, at, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
        } else if (const auto* bytes = std::get_if<Bytes>(&value)) {
            bound = bytes->empty() ? sqlite3_bind_zeroblob(use.handle, at, 0)  // a null pointer would bind NULL
                                   : sqlite3_bind_blob64(use.handle, at, bytes->data(), bytes->size(), SQLITE_STATIC);
        }
        if (bound != SQLITE_OK) fail(sql);
        ++at;
    }
}

std::int64_t Connection::execute(const char* sql, std::span<const Value> values)
{
    auto& prepared = statement(sql);
    const Statement::Use use(prepared);
    bind(prepared, values, sql);
    const auto before = sqlite3_total_changes64(database_);
    int step = SQLITE_ROW;
    while (step == SQLITE_ROW) step = sqlite3_step(prepared.handle);
    if (step != SQLITE_DONE) fail(sql);
    // sqlite3_changes keeps the number of the last change through statements that change nothing.
    return sqlite3_total_changes64(database_) == before ? 0 : sqlite3_changes64(database_);
}

void Connection::query(const char* sql, std::span<const Value> values, const std::function<void(const Row&)>& each_row)
{
    auto& prepared = statement(sql);
    const Statement::Use use(prepared);
    bind(prepared, values, sql);
    const StatementRow row(prepared.handle);
    int step = sqlite3_step(prepared.handle);
    for (; step == SQLITE_ROW; step = sqlite3_step(prepared.handle)) each_row(row);
    if (step != SQLITE_DONE) fail(sql);
}

void Connection::script(const char* sql)
{
    if (sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail(sql);
}

bool Connection::in_transaction() const { return sqlite3_get_autocommit(database_) == 0; }

bool Connection::owes_foreign_keys() const
{
    int unmet = 0;
    int unused = 0;
    sqlite3_db_status(database_, SQLITE_DBSTATUS_DEFERRED_FKS, &unmet, &unused, 0);
    return unmet != 0;
}

void Connection::abandon() noexcept
{
    // sqlite3_exec and not a cached statement: this must work when memory has run out or the disk is full.
    if (in_transaction()) sqlite3_exec(database_, "ROLLBACK", nullptr, nullptr, nullptr);
}

void Connection::copy_into(const std::filesystem::path& to)
{
    create_private(to);
    sqlite3* target = nullptr;
    int result = sqlite3_open_v2(to.c_str(), &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    if (result == SQLITE_OK) {
        auto* copying = sqlite3_backup_init(target, "main", database_, "main");
        if (copying != nullptr) {
            sqlite3_backup_step(copying, -1);  // in one snapshot: writers go on meanwhile, only the WAL grows
            sqlite3_backup_finish(copying);
        }
        result = sqlite3_extended_errcode(target);
    }
    const std::string message = sqlite3_errmsg(target);
    sqlite3_close_v2(target);
    if (result != SQLITE_OK) fail_with(result, message, "backup", to);
}

void Connection::fail(const char* sql) const
{
    fail_with(sqlite3_extended_errcode(database_), sqlite3_errmsg(database_), sql, file_);
}

}  // namespace lots::storage::sqlite
