#include "proof/access_table.h"

#include <fstream>
#include <stdexcept>

namespace lots::test {

namespace {

/// The cells of one line; one in double quotes may hold commas.
std::vector<std::string> cells_of(const std::string& line)
{
    std::vector<std::string> cells{""};
    bool quoted = false;
    for (const char c : line) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            cells.emplace_back();
        else
            cells.back() += c;
    }
    return cells;
}

std::set<std::string, std::less<>> words_of(const std::string& cell)
{
    std::set<std::string, std::less<>> words;
    for (std::size_t begin = 0; begin <= cell.size();) {
        const auto end = std::min(cell.find('|', begin), cell.size());
        words.insert(cell.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

}  // namespace

AccessTable::AccessTable()
{
    std::ifstream file("docs/access_table.csv");
    if (!file) throw std::runtime_error("docs/access_table.csv is not there");
    std::string line;
    for (bool header = true; std::getline(file, line);) {
        if (line.empty() || line[0] == '#') continue;
        const auto cells = cells_of(line);
        if (cells.size() != 9) throw std::runtime_error("the access table has another shape: " + line);
        if (header) {
            header = false;
            continue;
        }
        Row row;
        for (std::size_t i = 0; i < row.cells.size(); ++i) row.cells.at(i) = words_of(cells[i]);
        row.answer = cells[6];
        rows_.push_back(std::move(row));
    }
}

std::string_view AccessTable::of_tie(const Question& question, std::string_view tie) const
{
    const std::array<std::string_view, 6> asked{
        question.role, tie, question.state, question.consent, question.compartment, question.operation};
    std::string_view widest = "no";
    for (const auto& row : rows_) {
        bool covers = true;
        for (std::size_t i = asked.size(); i-- > 0 && covers;)  // the operation first: few rows have it
            covers = asked.at(i).empty() || row.cells.at(i).contains(asked.at(i)) || row.cells.at(i).contains("*");
        if (covers && (row.answer == "yes" || (row.answer == "part" && widest == "no"))) widest = row.answer;
    }
    return widest;
}

std::string_view AccessTable::answer(const Question& question) const
{
    if (question.ties.contains("conflicted")) return of_tie(question, "conflicted");
    if (question.ties.empty()) return of_tie(question, "none");
    std::string_view widest = "no";
    for (const auto& tie : question.ties) {
        const auto answer = of_tie(question, tie);
        if (answer == "yes" || widest == "no") widest = answer;
    }
    return widest;
}

}  // namespace lots::test
