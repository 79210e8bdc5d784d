// Every component against the fixtures that govuk-frontend ships for it: same options, same document.
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>

#include "html/fixture_drawers_for_tests.h"
#include "html/tree_for_tests.h"

using namespace lots::html;
using namespace lots::html::testing;

namespace {

/// What is expected of one component: how many fixtures agree, and which are left out because of an option ours does not have.
struct Expected {
    std::string component;
    Html (*draw)(Options&);
    int agree;
    std::map<std::string, std::string> left_out;  // fixture → why
};

std::string read_fixtures(const std::string& component)
{
    const std::string path = "node_modules/govuk-frontend/dist/govuk/components/" + component + "/fixtures.json";
    std::ifstream in(path);
    REQUIRE_MESSAGE(in, path << " is not there: run `npm ci` in the project's folder, and the test from there");
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
}

const std::vector<Expected>& expectations()
{
    static const std::vector<Expected> all{
#include "html/fixtures_expected_for_tests.inc"
    };
    return all;
}

}  // namespace

TEST_CASE("Every component draws what govuk-frontend draws for the same options")
{
    int agree_in_all = 0, left_out_in_all = 0;
    for (const Expected& expected : expectations()) {
        int agree = 0;
        std::map<std::string, std::string> left_out;
        const auto file = boost::json::parse(read_fixtures(expected.component));
        for (const auto& entry : file.at("fixtures").as_array()) {
            Fixture fixture;
            fixture.name = entry.at("name").as_string();
            Html drawn;
            {
                Options options(fixture, &entry.at("options").as_object(), "");
                drawn = expected.draw(options);
            }
            if (!fixture.unsupported.empty()) {
                std::string why;
                for (const std::string& one : fixture.unsupported) why += (why.empty() ? "" : ", ") + one;
                left_out[fixture.name] = why;
                continue;
            }
            const Node ours = parse_tree(fixture.with_slots(drawn.str()));
            const Node theirs = parse_tree(std::string(entry.at("html").as_string()));
            CHECK_MESSAGE(ours == theirs, expected.component << ": " << fixture.name << "\n--- theirs\n"
                                                             << outline(theirs) << "--- ours\n"
                                                             << outline(ours));
            if (ours == theirs) ++agree;
        }
        CHECK_MESSAGE(agree == expected.agree, expected.component);
        CHECK_MESSAGE(left_out == expected.left_out, expected.component);
        if (left_out != expected.left_out)
            for (const auto& [name, why] : left_out) MESSAGE(expected.component << ": " << name << " is left out: " << why);
        agree_in_all += agree;
        left_out_in_all += static_cast<int>(left_out.size());
    }
    MESSAGE(agree_in_all << " fixtures of govuk-frontend agree, " << left_out_in_all << " are left out");
    CHECK(agree_in_all > 500);
}
