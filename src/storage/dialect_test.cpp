#include "storage/dialect.h"

#include <doctest/doctest.h>

using namespace lots;
using namespace lots::storage;

namespace {
std::string pg(std::string_view sql) { return in_dialect(Engine::postgresql, sql); }
std::string lite(std::string_view sql) { return in_dialect(Engine::sqlite, sql); }
}  // namespace

TEST_CASE("PostgreSQL gets its own types, and text in byte order")
{
    CHECK(pg("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT NOT NULL, c blob) STRICT;") ==
          "CREATE TABLE t (a bigint PRIMARY KEY, b text COLLATE \"C\" NOT NULL, c bytea);\n");
    CHECK(pg("CREATE TABLE t (a INTEGER) STRICT, WITHOUT ROWID;") == "CREATE TABLE t (a bigint);\n");
    CHECK(pg("CREATE TABLE t (a INTEGER) WITHOUT ROWID, STRICT;") == "CREATE TABLE t (a bigint);\n");
    CHECK(pg("SELECT CAST(a AS TEXT), X'00ff'") == "SELECT CAST(a AS text), '\\x00ff'::bytea\n");
}

TEST_CASE("Quoted text, names, comments and longer words keep what looks like a type")
{
    const std::string_view sql =
        "INSERT INTO integer_text VALUES ('INTEGER ''TEXT''', \"BLOB\"); -- STRICT TEXT\n/* BLOB */\n";
    CHECK(pg(sql) == sql);
    CHECK(lite(sql) == sql);
}

TEST_CASE("SQLite reads a migration as it is written")
{
    const std::string_view sql = "CREATE TABLE t (a INTEGER, b TEXT, c BLOB CHECK (c <> X'00')) STRICT;\n";
    CHECK(lite(sql) == sql);
}

TEST_CASE("Lines for one engine alone are empty for the other, and keep the line numbers")
{
    const std::string_view sql = "one\n--! only sqlite\ntwo\n--! end\n--! only postgresql\nthree\n--! end\nfour\n";
    CHECK(lite(sql) == "one\n\ntwo\n\n\n\n\nfour\n");
    CHECK(pg(sql) == "one\n\n\n\n\nthree\n\nfour\n");
}

TEST_CASE("A --! line may be indented")
{
    const auto both = lite("  --! append_only t  \n");
    CHECK(both.find("t_no_update BEFORE UPDATE ON t") != std::string::npos);
    CHECK(both.find("t_no_delete BEFORE DELETE ON t") != std::string::npos);
    CHECK(pg("\n    --! append_only t\r\n").find("BEFORE TRUNCATE ON t") != std::string::npos);
}

TEST_CASE("A --! line that nobody knows is a bug, never silence")
{
    for (const std::string_view sql : {"--! append_onyl t\n", "--! end\n", "--! only sqlite\nx\n",
                                       "--! only mysql\nx\n--! end\n", "--! only sqlite\n--! only sqlite\n--! end\n",
                                       "--! append_only\n", "--! append_only a b\n", "   --!append_onyl t\n"}) {
        CAPTURE(sql);
        CHECK_THROWS_AS(pg(sql), Bug);
        CHECK_THROWS_AS(lite(sql), Bug);
    }
}
