#include <array>
#include <doctest/doctest.h>

#include "access/decide.h"
#include "files.h"

using namespace lots::access;

// docs/access_vocabulary.md says what each word means; src/access/words.h is what the program knows. They are the same
// words.
namespace {

/// The lines below "## heading", up to the next heading.
std::vector<std::string> section(const std::string& heading)
{
    std::vector<std::string> lines;
    bool inside = false;
    for (const auto& line : lots::habits::lines_of("docs/access_vocabulary.md")) {
        if (line.starts_with("## "))
            inside = line.starts_with("## " + heading);
        else if (inside)
            lines.push_back(line);
    }
    REQUIRE_MESSAGE(!lines.empty(), heading);
    return lines;
}

/// The first column of the section's table, without its head.
std::vector<std::string> table_words(const std::string& heading)
{
    std::vector<std::string> words;
    for (const auto& line : section(heading))
        if (const auto cells = lots::habits::cells_of(line); !cells.empty()) words.push_back(cells[0]);
    REQUIRE(words.size() > 2);
    words.erase(words.begin(), words.begin() + 2);
    return words;
}

/// "a, b (why), c — text": the words of the section's first paragraph. What is in brackets or after a dash explains.
std::vector<std::string> listed_words(const std::string& heading)
{
    std::string paragraph;
    for (const auto& line : section(heading)) {
        if (line.empty() && !paragraph.empty()) break;
        paragraph += line + " ";
    }
    paragraph = paragraph.substr(0, paragraph.find("—"));
    std::vector<std::string> words{""};
    int depth = 0;
    for (const char c : paragraph) {
        if (c == '(') ++depth;
        if (c == ')') --depth;
        if (depth > 0 || c == ')' || c == ' ') continue;
        if (c == ',')
            words.emplace_back();
        else
            words.back() += c;
    }
    return words;
}

template <std::size_t count>
std::vector<std::string> as_strings(const std::array<std::string_view, count>& names)
{
    return {names.begin(), names.end()};
}

}  // namespace

TEST_CASE("D6 The words of the access table's vocabulary are the words of the program, in the same order")
{
    CHECK(table_words("Role") == as_strings(role_names));
    CHECK(table_words("Relation") == as_strings(relation_names));
    CHECK(table_words("Operations") == as_strings(operation_names));
    CHECK(listed_words("Case state") == as_strings(case_state_names));
    CHECK(listed_words("Consent state") == as_strings(consent_state_names));

    // `none` is explained in the compartments' text: there the operation touches no case.
    auto compartments = listed_words("Compartment");
    compartments.insert(compartments.begin(), "none");
    CHECK(compartments == as_strings(compartment_names));
}

TEST_CASE("D7 Each operation touches the compartments that the vocabulary gives it, and no other")
{
    for (const auto& line : section("Operations")) {
        const auto cells = lots::habits::cells_of(line);
        if (cells.size() < 2) continue;
        const auto operation = word_in<Operation>(operation_names, cells[0]);
        if (!operation) continue;  // the table's head; that no operation is missing is checked above
        CAPTURE(cells[0]);
        for (std::size_t i = 0; i < compartment_names.size(); ++i) {
            const std::string given = ", " + cells[1] + ",";
            const bool is_given = given.find(", " + std::string{compartment_names.at(i)} + ",") != std::string::npos;
            CAPTURE(compartment_names.at(i));
            CHECK(touches(*operation, static_cast<Compartment>(i)) == is_given);
        }
    }
}
