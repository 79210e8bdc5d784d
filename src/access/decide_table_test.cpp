#include <algorithm>
#include <array>
#include <cstdint>
#include <doctest/doctest.h>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "access/decide.h"

using namespace lots::access;

// docs/access_table.csv says in rows what decide() says in code. Here every combination there is asks both.
namespace {

constexpr std::array<std::size_t, 6> counts{role_names.size(),          relation_names.size(),    case_state_names.size(),
                                            consent_state_names.size(), compartment_names.size(), operation_names.size()};
constexpr std::size_t combinations = counts[0] * counts[1] * counts[2] * counts[3] * counts[4] * counts[5];

struct Row {
    std::size_t line{};
    std::array<std::vector<std::size_t>, 6> cells;  // which words of each dimension
    Answer answer{};
    std::string source;
};

/// The fields of one line; a field in double quotes may hold commas, and "" for a quote.
std::vector<std::string> fields_of(const std::string& line)
{
    std::vector<std::string> fields{""};
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"')
            fields.back() += line[++i];
        else if (line[i] == '"')
            quoted = !quoted;
        else if (line[i] == ',' && !quoted)
            fields.emplace_back();
        else
            fields.back() += line[i];
    }
    return fields;
}

/// The places of a cell's words, "a|b" or "*", among the names. An unknown or repeated word fails the test.
template <std::size_t count>
std::vector<std::size_t> words_of(const std::string& cell, const std::array<std::string_view, count>& names)
{
    std::vector<std::size_t> words;
    if (cell == "*") {
        for (std::size_t i = 0; i < count; ++i) words.push_back(i);
        return words;
    }
    for (std::size_t begin = 0; begin <= cell.size();) {
        const std::size_t end = std::min(cell.find('|', begin), cell.size());
        const auto found = std::find(names.begin(), names.end(), std::string_view{cell}.substr(begin, end - begin));
        CAPTURE(cell);
        REQUIRE(found != names.end());
        const auto word = static_cast<std::size_t>(found - names.begin());
        REQUIRE(std::find(words.begin(), words.end(), word) == words.end());
        words.push_back(word);
        begin = end + 1;
    }
    return words;
}

std::vector<Row> read_table()
{
    std::ifstream file{"docs/access_table.csv"};
    REQUIRE(file.is_open());
    std::vector<Row> rows;
    bool header = true;
    std::string line;
    for (std::size_t number = 1; std::getline(file, line); ++number) {
        if (line.empty() || line[0] == '#') continue;
        CAPTURE(number);
        if (std::exchange(header, false)) {
            REQUIRE(line == "role,relation,case_state,consent_state,compartment,operation,answer,source,note");
            continue;
        }
        const auto fields = fields_of(line);
        REQUIRE(fields.size() == 9);
        const auto answer = word_in<Answer>(answer_names, fields[6]);
        REQUIRE(answer);
        rows.push_back({number,
                        {words_of(fields[0], role_names), words_of(fields[1], relation_names),
                         words_of(fields[2], case_state_names), words_of(fields[3], consent_state_names),
                         words_of(fields[4], compartment_names), words_of(fields[5], operation_names)},
                        *answer,
                        fields[7]});
    }
    return rows;
}

/// The number of a combination: its words as digits, the operation turning fastest.
std::size_t place_of(const std::array<std::size_t, 6>& words)
{
    std::size_t place = 0;
    for (std::size_t i = 0; i < words.size(); ++i) place = place * counts[i] + words[i];
    return place;
}

Facts facts_at(std::size_t place)
{
    std::array<std::size_t, 6> words{};
    for (std::size_t i = words.size(); i-- > 0; place /= counts[i]) words[i] = place % counts[i];
    return {static_cast<Role>(words[0]),         static_cast<Relation>(words[1]),    static_cast<CaseState>(words[2]),
            static_cast<ConsentState>(words[3]), static_cast<Compartment>(words[4]), static_cast<Operation>(words[5])};
}

std::string in_words(const Facts& f)
{
    std::string words;
    for (const auto word :
         {name(f.role), name(f.relation), name(f.case_state), name(f.consent_state), name(f.compartment), name(f.operation)})
        words += std::string{word} + " ";
    return words;
}

/// For each combination the row that covers it, counted from 1; 0 where none does.
struct Covering {
    std::vector<std::uint16_t> row_of = std::vector<std::uint16_t>(combinations);
    std::size_t covered_twice = 0;
};

Covering cover(const std::vector<Row>& rows)
{
    Covering result;
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (const auto role : rows[i].cells[0])
            for (const auto relation : rows[i].cells[1])
                for (const auto case_state : rows[i].cells[2])
                    for (const auto consent_state : rows[i].cells[3])
                        for (const auto compartment : rows[i].cells[4])
                            for (const auto operation : rows[i].cells[5]) {
                                const auto place =
                                    place_of({role, relation, case_state, consent_state, compartment, operation});
                                auto& row = result.row_of[place];
                                if (row != 0 && ++result.covered_twice <= 20)
                                    MESSAGE("lines " << rows[row - 1U].line << " and " << rows[i].line << ": "
                                                     << in_words(facts_at(place)));
                                row = static_cast<std::uint16_t>(i + 1);
                            }
    return result;
}

}  // namespace

TEST_CASE("D6 Every combination gets the answer of the table")
{
    const auto rows = read_table();
    REQUIRE(rows.size() > 100);
    const auto [row_of, covered_twice] = cover(rows);
    CHECK(covered_twice == 0);

    std::size_t differences = 0;
    std::array<bool, operation_names.size()> operation_used{};
    std::array<bool, role_names.size()> role_used{};
    for (std::size_t place = 0; place < combinations; ++place) {
        const Facts facts = facts_at(place);
        const auto row = row_of[place];
        const Answer written = row == 0 ? Answer::no : rows[row - 1U].answer;
        const Answer decided = decide(facts);
        if (decided != Answer::no) {
            operation_used.at(static_cast<std::size_t>(facts.operation)) = true;
            role_used.at(static_cast<std::size_t>(facts.role)) = true;
        }
        if (decided != written && ++differences <= 20)
            MESSAGE(in_words(facts) << ": table " << name(written) << " (line " << (row == 0 ? 0 : rows[row - 1U].line)
                                    << "), decide() " << name(decided));
    }
    CHECK(differences == 0);

    // Every operation is for somebody, and no role is for nothing.
    for (std::size_t i = 0; i < operation_used.size(); ++i) CHECK_MESSAGE(operation_used.at(i), operation_names.at(i));
    for (std::size_t i = 0; i < role_used.size(); ++i) CHECK_MESSAGE(role_used.at(i), role_names.at(i));
}

TEST_CASE("D6 Every row of the table says where it comes from and, unless it is a no, speaks of something that can be asked")
{
    for (const Row& row : read_table()) {
        CAPTURE(row.line);
        CHECK_FALSE(row.source.empty());
        if (row.answer == Answer::no) continue;
        std::size_t cannot_be_asked = 0;
        for (const auto compartment : row.cells[4])
            for (const auto operation : row.cells[5])
                if (!touches(static_cast<Operation>(operation), static_cast<Compartment>(compartment))) ++cannot_be_asked;
        CHECK(cannot_be_asked == 0);
    }
}
