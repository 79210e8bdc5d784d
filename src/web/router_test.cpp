#include "web/router.h"

#include <doctest/doctest.h>

#include "base/check.h"

using namespace lots;
using lots::web::Pattern;

TEST_CASE("An address without parts matches itself and nothing else")
{
    const Pattern pattern("/min-dag");
    CHECK(pattern.match("/min-dag"));
    CHECK(pattern.match("/min-dag")->empty());
    for (const auto* path : {"", "/", "/min-da", "/min-dagar", "/min-dag/", "/min-dag/x", "/x/min-dag", "min-dag", "/Min-dag", "//min-dag"}) {
        CAPTURE(path);
        CHECK_FALSE(pattern.match(path));
    }
}

TEST_CASE("The first page is a slash")
{
    CHECK(Pattern("/").match("/"));
    CHECK_FALSE(Pattern("/").match(""));
    CHECK_FALSE(Pattern("/").match("/x"));
    CHECK_FALSE(Pattern("/{page}").match("/"));
}

TEST_CASE("A part in braces takes one segment, whole and not empty")
{
    const Pattern pattern("/arende/{case}/moten/{meeting}");
    const auto parts = pattern.match("/arende/SIG-2026-014/moten/3");
    REQUIRE(parts);
    CHECK(parts->at("case") == "SIG-2026-014");
    CHECK(parts->at("meeting") == "3");
    for (const auto* path : {"/arende/SIG-2026-014/moten", "/arende/SIG-2026-014/moten/", "/arende//moten/3", "/arende/SIG/x/moten/3",
                             "/arende/SIG-2026-014/moten/3/4", "/arende/SIG-2026-014/plan/3"}) {
        CAPTURE(path);
        CHECK_FALSE(pattern.match(path));
    }
    // The path was decoded once already: what is left in it is text.
    CHECK(pattern.match("/arende/%2F/moten/{x}")->at("meeting") == "{x}");
}

TEST_CASE("A segment with a brace inside is no part")
{
    const Pattern pattern("/a{b}");
    CHECK_FALSE(pattern.match("/ax"));
    CHECK(pattern.match("/a{b}"));
    CHECK_FALSE(Pattern("/{}").match("/x"));
}

TEST_CASE("Parts are counted, so that a fixed address goes first")
{
    CHECK(Pattern("/foresla").wildcards() == 0);
    CHECK(Pattern("/{page}").wildcards() == 1);
    CHECK(Pattern("/arende/{case}/moten/{meeting}").wildcards() == 2);
}

TEST_CASE("A route begins with a slash, or it is a bug")
{
    CHECK_THROWS_AS(Pattern("min-dag"), Bug);
    CHECK_THROWS_AS(Pattern(""), Bug);
}
