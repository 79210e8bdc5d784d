#include <array>
#include <cstdio>
#include <doctest/doctest.h>
#include <map>
#include <regex>
#include <set>

#include "files.h"
#include "guideline/law.h"
#include "guideline/requirements.h"

using namespace std::chrono_literals;
using lots::habits::lines_of;

// STYLE: every rule, test and refusal names the section that it comes from; docs/guideline_map.md shows it for every requirement.
namespace {

bool is_test(const std::filesystem::path& path) { return path.stem().string().ends_with("_test"); }

/// The ids of docs/requirements.csv.
std::set<std::string> required_ids()
{
    std::set<std::string> ids;
    for (const auto& line : lines_of("docs/requirements.csv")) ids.insert(line.substr(0, line.find(',')));
    ids.erase("id");
    return ids;
}

/// The rulings as tests name them: "settled-4" for the line "4. …" of settled.md, "edge-4.13" for the row of edge_cases.md.
std::set<std::string> rulings()
{
    std::set<std::string> ids;
    std::smatch match;
    for (const auto& line : lines_of("docs/method/settled.md"))
        if (std::regex_search(line, match, std::regex{R"(^(\d+)\. )"})) ids.insert("settled-" + match[1].str());
    for (const auto& line : lines_of("docs/method/edge_cases.md"))
        if (std::regex_search(line, match, std::regex{R"(^\| (4\.\d+) )"})) ids.insert("edge-" + match[1].str());
    return ids;
}

/// The constants of requirements.h and their ids: "all_have_signed" is "S0-22".
std::map<std::string, std::string> constants()
{
    std::map<std::string, std::string> found;
    std::smatch match;
    for (const auto& line : lines_of("src/guideline/requirements.h"))
        if (std::regex_search(line, match, std::regex{R"re(constexpr Requirement (\w+)\{"([^"]+)")re"})) found[match[1]] = match[2];
    return found;
}

/// Which constants the rules use.
std::set<std::string> used_by_rules()
{
    std::set<std::string> used;
    const std::regex use{R"(guideline::(\w+))"};
    for (const auto& path : lots::habits::sources()) {
        if (!path.stem().string().starts_with("rules") || path.extension() != ".cpp" || is_test(path)) continue;
        for (const auto& line : lines_of(path))
            for (std::sregex_iterator at{line.begin(), line.end(), use}, end; at != end; ++at) used.insert((*at)[1]);
    }
    return used;
}

/// Every id that the name of a test holds, and where.
std::map<std::string, std::string> named_by_tests()
{
    std::map<std::string, std::string> named;
    const std::regex id{R"(\b(S[0-4]-\d+[a-e]?|settled-\d+|edge-4\.\d+|law-[A-Za-z]+-\d+-\d+))"};
    auto files = lots::habits::sources();
    for (const auto& path : lots::habits::files_below("tests")) files.push_back(path);
    for (const auto& path : files) {
        if (path.extension() != ".cpp" || !is_test(path)) continue;
        bool in_name = false;  // which may go on over some lines
        for (const auto& line : lines_of(path)) {
            in_name = in_name || line.starts_with("TEST_CASE(");
            if (!in_name) continue;
            in_name = line.find("\")") == std::string::npos && !line.ends_with(')');
            for (std::sregex_iterator at{line.begin(), line.end(), id}, end; at != end; ++at) named.emplace((*at)[1], path.string());
        }
    }
    return named;
}

}  // namespace

TEST_CASE("STYLE Every requirement is declared once, in requirements.h, and stands in the documents")
{
    const auto known = required_ids();
    const auto ruled = rulings();
    REQUIRE(known.size() == 247);
    REQUIRE(ruled.size() > 60);
    const auto declared = constants();
    CHECK(declared.size() == lots::guideline::requirements.size());
    std::set<std::string_view> ids;
    for (const auto* requirement : lots::guideline::requirements) {
        const std::string id{requirement->id};
        CHECK_MESSAGE(ids.insert(requirement->id).second, id << " is declared twice");
        CHECK_MESSAGE((known.contains(id) || ruled.contains(id) || id.starts_with("law-")), id);
        CHECK_MESSAGE((requirement->reference.empty() || lots::guideline::legal_reference(requirement->reference, {2026y / 1 / 1})),
                      id << " refers to " << requirement->reference);
    }
    for (const auto& path : lots::habits::sources()) {
        if (path == "src/guideline/requirements.h") continue;
        for (const auto& line : lines_of(path))
            if (line.find("constexpr guideline::Requirement ") != std::string::npos) FAIL_CHECK(path.string() << ": " << line);
    }
}

TEST_CASE("STYLE Every requirement of requirements.h is looked at by a rule and named by a test")
{
    const auto used = used_by_rules();
    const auto named = named_by_tests();
    for (const auto& [constant, id] : constants()) {
        CHECK_MESSAGE(used.contains(constant), id << " " << constant << " is looked at by no rule");
        CHECK_MESSAGE(named.contains(id), id << " " << constant << " is named by no test");
    }
}

TEST_CASE("STYLE A test names only requirements, rulings and edge cases that exist")
{
    const auto known = required_ids();
    const auto ruled = rulings();
    std::set<std::string> declared;
    for (const auto& [constant, id] : constants()) declared.insert(id);
    const auto named = named_by_tests();
    REQUIRE(named.size() > 50);
    for (const auto& [id, file] : named)
        CHECK_MESSAGE((known.contains(id) || ruled.contains(id) || declared.contains(id)), file << " names " << id);
}

TEST_CASE("STYLE What is settled of who sees what, of commitments and of statistics is each named by a test")
{
    const auto named = named_by_tests();
    for (int number = 17; number <= 31; ++number)
        CHECK_MESSAGE(named.contains("settled-" + std::to_string(number)), "settled-" << number << " is named by no test");
}

TEST_CASE("STYLE docs/guideline_map.md says what the sources say")
{
    auto* map = ::popen("scripts/guideline-map --check 2>&1", "r");
    REQUIRE(map != nullptr);
    std::string said;
    for (std::array<char, 512> part{}; std::fgets(part.data(), part.size(), map) != nullptr;) said += part.data();
    CHECK_MESSAGE(::pclose(map) == 0, said);
}
