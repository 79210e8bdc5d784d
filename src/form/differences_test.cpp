#include "form/differences.h"

#include <doctest/doctest.h>

#include "form/fields_for_tests.h"

using namespace lots;
using namespace lots::form;
using namespace lots::form::for_tests;

namespace {

Spelled spelled(Everything input)
{
    Spelled all(swedish());
    ask_for_everything(all, input, false);
    return all;
}

Everything filled_in()
{
    Everything input;
    input.given_name = "Åsa";
    input.reason = "Rad ett\nrad två";
    input.born = 2011y / 5 / 7;
    input.noticed_on = form::Clock{9, 5};
    input.debut_age = 12;
    input.feedback_asked = true;
    input.origin = "placement";
    input.reasons = {"other", "company"};
    input.personal_number = "201001012382";
    input.version = 3;
    return input;
}

}  // namespace

TEST_CASE("Two that say the same do not differ, whatever version they have and in whatever order boxes were ticked")
{
    auto other = filled_in();
    other.version = 9;
    other.reasons = {"company", "other"};
    CHECK(differences(spelled(filled_in()), spelled(other)).empty());
}

TEST_CASE("Every field that differs is there, in words and as the API has it, theirs beside mine")
{
    const auto all = differences(spelled(filled_in()), spelled({}));
    std::string fields;
    for (const auto& one : all) fields += one.field + " ";
    CHECK(fields == "given_name reason born noticed_on debut_age feedback_asked origin reasons personal_number ");
    const auto& name = all.at(0);
    CHECK(name.label == "Förnamn");
    CHECK(name.theirs == "Åsa");
    CHECK(name.mine.empty());
    CHECK(name.theirs_json == "\"Åsa\"");
    CHECK(name.mine_json == "\"\"");
    CHECK(all.at(1).theirs == "Rad ett\nrad två");
    CHECK(all.at(1).theirs_json == R"("Rad ett\nrad två")");
    CHECK(all.at(2).theirs_json == "\"2011-05-07\"");
    CHECK(all.at(2).mine_json == "null");
    CHECK(all.at(3).theirs == "09.05");
    CHECK(all.at(3).theirs_json == "\"09:05\"");
    CHECK(all.at(4).theirs_json == "12");
    CHECK(all.at(5).theirs == "Ja");
    CHECK(all.at(5).mine_json == "false");
    CHECK(all.at(6).theirs == "Ja, från en placering");
    CHECK(all.at(6).theirs_json == "\"placement\"");
    CHECK(all.at(7).theirs_json == R"(["company","other"])");
}

TEST_CASE("One field that differs is the only one that is shown")
{
    auto mine = filled_in();
    mine.reason = "Något annat";
    const auto all = differences(spelled(filled_in()), spelled(mine));
    REQUIRE(all.size() == 1);
    CHECK(all[0].field == "reason");
    CHECK(all[0].mine == "Något annat");
}
