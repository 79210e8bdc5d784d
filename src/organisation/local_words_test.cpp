#include "organisation/local_words.h"

#include <doctest/doctest.h>

using namespace lots::organisation;

TEST_CASE("S2-13 The municipality's own word begins a heading with a capital")
{
    CHECK(as_heading("samtycke till sekretesslättnad") == "Samtycke till sekretesslättnad");
    CHECK(as_heading("överenskommelse") == "Överenskommelse");
    CHECK(as_heading("åtagande") == "Åtagande");
    CHECK(as_heading("Medgivande") == "Medgivande");
    CHECK(as_heading("").empty());
}
