#include <doctest/doctest.h>
#include <map>

#include "files.h"

// STYLE: a file past 300 lines usually holds two ideas; name the second. Those that hold one say here which.
namespace {

constexpr std::size_t lines_max = 300;

const std::map<std::string, std::string> longer_with_reason{
    {"src/access/words.h", "the six lists of words of the access table, each as enum and as names"},
    {"src/html/fixture_form_test.cpp", "reads the options of one library's form fixtures, component after component"},
    {"src/http/server_test.cpp", "one server, one conversation after the other"},
    {"src/storage/store_test.cpp", "the face of both engines, promise by promise"},
    {"src/storage/unit_test.cpp", "one unit of work, on both engines"},
    {"tests/proof/addresses.cpp", "the list of every address with its operation"},
    {"tests/proof/told_cases.cpp", "one case told from proposal to closure, with every record in it"},
};

}  // namespace

TEST_CASE("STYLE A source file has at most 300 lines, or a reason")
{
    for (const auto& file : lots::habits::sources()) {
        const auto lines = lots::habits::lines_of(file).size();
        if (!longer_with_reason.contains(file.string())) CHECK_MESSAGE(lines <= lines_max, file.string() << ": " << lines);
    }
}

TEST_CASE("STYLE A reason for a long file goes when the file has become short")
{
    for (const auto& [file, reason] : longer_with_reason) {
        CAPTURE(file);
        CHECK_FALSE(reason.empty());
        CHECK(lots::habits::lines_of(file).size() > lines_max);
    }
}
