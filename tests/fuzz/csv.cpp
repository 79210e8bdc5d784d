// Comma separated values that came in: what is read has a cell for every column, and written again it is read as the same.
#include "fuzz.h"
#include "imports/csv.h"

using namespace lots::imports;

namespace {

std::string written(const Table& table)
{
    std::string text;
    const auto cell = [&](const std::string& value) {
        text += '"';
        for (const char c : value) text += c == '"' ? std::string("\"\"") : std::string(1, c);
        text += '"';
    };
    const auto record = [&](const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0) text += ';';
            cell(cells[i]);
        }
        text += "\r\n";
    };
    text += "sep=;\n";
    record(table.columns);
    for (const auto& line : table.lines) record(line.cells);
    return text;
}

}  // namespace

void fuzz_one(std::string_view text)
{
    const auto first = read_csv(text);
    if (!first.faults.empty()) {
        for (const auto& fault : first.faults) promise(!lots::say(lots::Language::sv, fault.why, fault.args).empty(), "every fault has a sentence");
        return;
    }
    int before = 0;
    for (const auto& line : first.table.lines) {
        promise(line.cells.size() == first.table.columns.size(), "a line has a cell for every column");
        promise(line.number > before, "lines follow one another");
        before = line.number;
    }
    const auto again = read_csv(written(first.table));
    promise(again.faults.empty(), "what was read can be written and read");
    promise(again.table.columns == first.table.columns && again.table.lines.size() == first.table.lines.size(), "and is the same");
    for (std::size_t i = 0; i < first.table.lines.size(); ++i)
        promise(again.table.lines[i].cells == first.table.lines[i].cells, "cell by cell");
}
