#include "storage/wording.h"

#include <doctest/doctest.h>

using namespace lots::storage;

TEST_CASE("A text is storable when it is UTF-8 without U+0000")
{
    for (const std::string_view text : {"", "Åsa", "\x7f", "\u0080", "\u07ff", "\u0800", "\ud7ff", "\ue000", "\uffff",
                                        "\U00010000", "\U0010ffff", "👩‍👧"})
        CHECK(storable_text(text));

    CHECK_FALSE(storable_text(std::string_view("a\0b", 3)));
    for (const std::string_view bytes :
         {"\x80", "\xbf", "\xc0\x80", "\xc1\xbf", "\xc3", "\xc3\x28", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xed\xbf\xbf",
          "\xef\xbf", "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xff"}) {
        CHECK_FALSE(storable_text(bytes));
        CHECK_FALSE(storable_text("before " + std::string(bytes) + " after"));
    }
}

TEST_CASE("Parameters get SQLite's spelling, and quoted text and comments are left alone")
{
    CHECK(with_sqlite_parameters("SELECT $1, $12 WHERE a = $2") == "SELECT ?1, ?12 WHERE a = ?2");
    CHECK(with_sqlite_parameters("SELECT '$1', 'it''s $2', \"$3\", $4 -- $5\n, $6 /* $7 */") ==
          "SELECT '$1', 'it''s $2', \"$3\", ?4 -- $5\n, ?6 /* $7 */");
    CHECK(with_sqlite_parameters("$") == "$");
    CHECK(with_sqlite_parameters("'open $1") == "'open $1");
}

TEST_CASE("The place of a statement is its beginning on one line")
{
    CHECK(place_of("\n   SELECT a,\n       b\tFROM t \n") == "SELECT a, b FROM t");
    CHECK(place_of(std::string(200, 'x')) == std::string(72, 'x') + "…");
}
