#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <vector>

#include "storage/store.h"
#include "support/places.h"

using namespace lots;
using namespace lots::storage;
namespace fs = std::filesystem;

namespace {

void fill(Store& store)
{
    store.write({[](Session& session) {
                     session.script(
                         "CREATE TABLE thing (line INTEGER PRIMARY KEY) STRICT; INSERT INTO thing VALUES (1), (2)");
                     return Outcome::keep;
                 },
                 {}});
}

std::int64_t lines_in(Store& store)
{
    std::int64_t lines = 0;
    store.read([&](Session& session) {
        lines = session.one("SELECT count(*) FROM thing", [](const Row& row) { return row.integer(0); }).value();
    });
    return lines;
}

std::vector<std::string> names_in(const fs::path& folder)
{
    std::vector<std::string> names;
    for (const auto& file : fs::directory_iterator(folder)) names.push_back(file.path().filename());
    std::ranges::sort(names);
    return names;
}

std::string refusal(const SqliteOptions& options)
{
    try {
        static_cast<void>(open_sqlite(options));
    } catch (const Failure& failure) {
        return failure.what();
    }
    return {};
}

/// A folder where this process may write nothing for a while: also root, who takes nobody's place.
class WithoutWriting {
    fs::path folder_;
    bool root_ = ::geteuid() == 0;

public:
    explicit WithoutWriting(fs::path folder) : folder_(std::move(folder))
    {
        for (const auto& file : fs::directory_iterator(folder_)) ::chmod(file.path().c_str(), 0444);
        ::chmod(folder_.c_str(), 0555);
        ::chmod(folder_.parent_path().c_str(), 0755);
        if (root_ && ::seteuid(65534) != 0) root_ = false;
    }
    ~WithoutWriting()
    {
        if (root_) static_cast<void>(::seteuid(0));
        ::chmod(folder_.c_str(), 0755);
    }
    WithoutWriting(const WithoutWriting&) = delete;
    WithoutWriting& operator=(const WithoutWriting&) = delete;
};

}  // namespace

TEST_CASE("A database that must be there is not made when it is missing, and an empty file is none")
{
    const test::Folder folder;
    const auto file = folder.path() / "lots.db";
    for (const auto opening : {Opening::existing, Opening::only_read}) {
        CHECK(refusal({.file = file, .opening = opening}) == file.string() + " is missing");
        CHECK(fs::is_empty(folder.path()));
    }
    std::ofstream(file).flush();
    for (const auto opening : {Opening::existing, Opening::only_read})
        CHECK(refusal({.file = file, .opening = opening}) == file.string() + " is empty: it is no database");
    CHECK(fs::file_size(file) == 0);
    CHECK(names_in(folder.path()) == std::vector<std::string>{"lots.db"});
}

TEST_CASE("What is opened for reading only is neither changed nor given company, and a name may hold what addresses do not")
{
    const test::Folder folder;
    const auto place = folder.path() / "a?b#c%d";
    fs::create_directory(place);
    fill(*open_sqlite({.file = place / "lots.db"}));
    fs::permissions(place / "lots.db", fs::perms::group_read, fs::perm_options::add);
    const auto before = fs::last_write_time(place / "lots.db");
    {
        const auto store = open_sqlite({.file = place / "lots.db", .opening = Opening::only_read});
        CHECK(lines_in(*store) == 2);
        CHECK_THROWS_AS(fill(*store), Failure);
        CHECK(names_in(place) == std::vector<std::string>{"lots.db"});
    }
    CHECK(names_in(place) == std::vector<std::string>{"lots.db"});
    CHECK(fs::last_write_time(place / "lots.db") == before);
    CHECK((fs::status(place / "lots.db").permissions() & fs::perms::group_read) != fs::perms::none);
}

TEST_CASE("A copy is read where nothing can be written; one whose log was left beside it says what to do")
{
    const test::Folder folder;
    const auto closed = folder.path() / "closed", torn = folder.path() / "torn";
    fs::create_directory(closed);
    fs::create_directory(torn);
    {
        const auto store = open_sqlite({.file = closed / "lots.db"});
        fill(*store);
        for (const auto* name : {"lots.db", "lots.db-wal"}) fs::copy_file(closed / name, torn / name);
    }
    {
        const WithoutWriting nothing(closed);
        CHECK(lines_in(*open_sqlite({.file = closed / "lots.db", .opening = Opening::only_read})) == 2);
    }
    {
        const WithoutWriting nothing(torn);
        CHECK(refusal({.file = torn / "lots.db", .opening = Opening::only_read}).find("lots.db-wal holds what is not") !=
              std::string::npos);
    }
    CHECK(lines_in(*open_sqlite({.file = torn / "lots.db", .opening = Opening::only_read})) == 2);
}

TEST_CASE("What is read while somebody else writes is seen whole, or said to be worth nothing")
{
    const test::Folder folder;
    const auto file = folder.path() / "lots.db";
    fill(*open_sqlite({.file = file}));
    const auto reader = open_sqlite({.file = file, .opening = Opening::only_read});
    CHECK(lines_in(*reader) == 2);
    const auto writer = open_sqlite({.file = file, .opening = Opening::existing});
    writer->write({[](Session& session) {
                       session.run("INSERT INTO thing VALUES (3)");
                       return Outcome::keep;
                   },
                   {}});
    CHECK_THROWS_AS(lines_in(*reader), Failure);
    CHECK(lines_in(*open_sqlite({.file = file, .opening = Opening::only_read})) == 3);
}
