#include "closure/survey.h"

#include <doctest/doctest.h>

#include "support/group_with_plan.h"

using namespace lots;
using namespace lots::closure;
using test::fault_of;
using test::GroupWithPlan;
using test::Municipality;
using test::must;

TEST_CASE("S3-10 What the young person says at the end is kept, question by question, and none has to be answered")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        FillSurvey answers;
        answers.case_number = group.number;
        answers.occasion = "end";
        answers.respondent = "youth";
        CHECK(fault_of(town.run("sara", fill_survey_command(), answers)) == "heard");  // nothing at all is no survey
        answers.heard = "4";
        answers.adults = 3;
        CHECK(fault_of(town.run("jonas", fill_survey_command(), answers)) == "not found");
        must(town.run("sara", fill_survey_command(), answers));
        auto other = answers;
        other.respondent = "agency";
        other.speed = "2";
        must(town.run("sara", fill_survey_command(), other));

        const auto read = [&](const std::string& handle) {
            const auto json = town.look(handle, {{"case", group.number}}, surveys_json);
            must(json);
            return *json;
        };
        CHECK(read("sara").find(R"("adults":"3","heard":"4")") != std::string::npos);
        CHECK(read("sara").find(R"("speed":"2")") != std::string::npos);
        CHECK(read("alex").find(R"("heard":"4")") != std::string::npos);
        CHECK(read("alex").find("speed") == std::string::npos);  // the own one
        CHECK(fault_of(town.look("jonas", {{"case", group.number}}, surveys_json)) == "not found");
    });
}
