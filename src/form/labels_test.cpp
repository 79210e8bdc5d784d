#include "form/labels.h"

#include <doctest/doctest.h>

using namespace lots;
using form::Labels;

TEST_CASE("A second face of a command has its own words, else the command's, else the common ones")
{
    const Labels own(Language::sv, "report_commitment.family"), command(Language::sv, "report_commitment");
    CHECK(own.find("status", "done") == "Klar");
    CHECK(own.find("note", "hint") != command.find("note", "hint"));
    CHECK(own.label("way") == command.label("way"));  // it has none of its own
    CHECK(own.find("status", "missing") == command.find("status", "missing"));
    CHECK(own.find("nobody_asks_for_this", "label").empty());
    CHECK(command.find("status", "done") != "");
}
