#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <atomic>
#include <thread>

#include "storage/pool.h"
#include "storage/sqlite_copy.h"
#include "storage/sqlite_writer.h"

namespace lots::storage {

namespace {

using sqlite::Access;
using sqlite::Connection;

/// Makes what was written to the file (or the folder's list of files) durable.
void sync(const std::filesystem::path& path)
{
    const int opened = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool synced = opened >= 0 && ::fsync(opened) == 0;
    if (opened >= 0) ::close(opened);
    if (!synced) throw Failure(Failure::Kind::unavailable, path.string() + " cannot be made durable");
}

std::filesystem::path folder_of(const std::filesystem::path& file)
{
    return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

class SqliteStore final : public Store {
    std::filesystem::path file_;
    int cache_kib_each_;
    std::atomic<std::int64_t> prepared_by_readers_{0};
    // The writer is made first, since it makes the file, and goes last: the last connection that may write empties the WAL.
    sqlite::Writer writer_;
    Pool<Connection> readers_;

public:
    explicit SqliteStore(const SqliteOptions& options)
        : file_(options.file), cache_kib_each_(options.cache_kib / (options.readers + 1)),
          writer_(file_, options.opening == Opening::create ? Access::write : Access::write_existing, cache_kib_each_)
    {
        check(options.readers > 0, "a store needs a reader");
        sync(folder_of(file_));
        for (int n = 0; n < options.readers; ++n)
            readers_.put(std::make_unique<Connection>(file_, Access::read, cache_kib_each_));
    }

    Engine engine() const override { return Engine::sqlite; }
    void write(const Unit& unit) override { writer_.write(unit); }
    void before_commit(std::function<void(Session&)> hook) override { writer_.before_commit(std::move(hook)); }
    void after_commit(std::function<void()> hook) override { writer_.after_commit(std::move(hook)); }

    void read(const std::function<void(Session&)>& look) override
    {
        check(!writer_.is_this_thread(), "a store was read from inside one of its own units");
        const auto reader = readers_.take();
        const auto prepared_before = reader->prepared();
        sqlite::read_snapshot(*reader, look);
        prepared_by_readers_ += reader->prepared() - prepared_before;
    }

    void back_up(const std::filesystem::path& to) override
    {
        if (std::filesystem::exists(to))
            throw Failure(Failure::Kind::other, "the backup " + to.string() + " is already there");
        auto unfinished = to;
        unfinished += ".unfinished";
        std::filesystem::remove(unfinished);
        try {
            Connection(file_, Access::read, cache_kib_each_).copy_into(unfinished);
            sync(unfinished);
        } catch (...) {
            std::error_code ignored;
            std::filesystem::remove(unfinished, ignored);
            throw;
        }
        std::filesystem::rename(unfinished, to);
        sync(folder_of(to));
    }

    Statistics statistics() const override
    {
        auto statistics = writer_.statistics();
        statistics.prepared += prepared_by_readers_;
        return statistics;
    }
};

}  // namespace

std::unique_ptr<Store> open_sqlite(const SqliteOptions& options)
{
    if (options.opening == Opening::only_read) return sqlite::open_only_read(options);
    return std::make_unique<SqliteStore>(options);
}

}  // namespace lots::storage
