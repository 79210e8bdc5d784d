#include "storage/sqlite_copy.h"

#include <sys/stat.h>

#include "storage/pool.h"
#include "storage/sqlite_connection.h"

namespace lots::storage::sqlite {

namespace {

/// What changes with every write: of the file, and of the log beside it.
struct Trace {
    off_t size = 0, wal_size = 0;
    time_t seconds = 0;
    long nanoseconds = 0;
    bool operator==(const Trace&) const = default;
};

Trace trace_of(const std::filesystem::path& file)
{
    Trace trace;
    struct stat about {};
    if (::stat(file.c_str(), &about) == 0)
        trace.size = about.st_size, trace.seconds = about.st_mtim.tv_sec, trace.nanoseconds = about.st_mtim.tv_nsec;
    if (::stat((file.string() + "-wal").c_str(), &about) == 0) trace.wal_size = about.st_size;
    return trace;
}

class ReadingStore final : public Store {
    std::filesystem::path file_;
    Trace before_;
    Pool<Connection> readers_;

    /// Nothing lies in the log beside it: the file alone is the whole database, and reading it needs no place to write in.
    bool stands_alone() const { return before_.wal_size == 0; }

    std::unique_ptr<Connection> open(int cache_kib) const
    {
        try {
            return std::make_unique<Connection>(file_, stands_alone() ? Access::read_unchanged : Access::read, cache_kib);
        } catch (const Failure& failure) {
            const bool cannot_write =
                failure.kind() == Failure::Kind::readonly || failure.kind() == Failure::Kind::unavailable;
            if (stands_alone() || !cannot_write) throw;
            throw Failure(failure.kind(), file_.string() +
                                              "-wal holds what is not in the database yet, and reading it needs a folder "
                                              "that can be written. Copy both there, or copy with `lots backup`");
        }
    }

    [[noreturn]] void refuse() const
    {
        throw Failure(Failure::Kind::readonly, file_.string() + " was opened for reading only");
    }

public:
    explicit ReadingStore(const SqliteOptions& options) : file_(options.file)
    {
        require_database(file_);
        before_ = trace_of(file_);
        for (int n = 0; n < options.readers; ++n) readers_.put(open(options.cache_kib / options.readers));
    }

    Engine engine() const override { return Engine::sqlite; }
    void read(const std::function<void(Session&)>& look) override
    {
        const auto reader = readers_.take();
        read_snapshot(*reader, look);
        if (stands_alone() && trace_of(file_) != before_)
            throw Failure(Failure::Kind::unavailable, file_.string() + " was written to while it was read. Try again");
    }
    void write(const Unit&) override { refuse(); }
    void before_commit(std::function<void(Session&)>) override { refuse(); }
    void after_commit(std::function<void()>) override { refuse(); }
    void back_up(const std::filesystem::path&) override { refuse(); }
    Statistics statistics() const override { return {}; }
};

}  // namespace

std::unique_ptr<Store> open_only_read(const SqliteOptions& options) { return std::make_unique<ReadingStore>(options); }

}  // namespace lots::storage::sqlite
