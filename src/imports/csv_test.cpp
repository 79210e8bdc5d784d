#include "imports/csv.h"

#include <doctest/doctest.h>

using namespace lots;
using namespace lots::imports;

namespace {

/// The cells of all lines, as one text: "a|b/c|d".
std::string cells_of(std::string_view bytes)
{
    const auto csv = read_csv(bytes);
    if (!csv.faults.empty()) return "fault";
    std::string all;
    for (const auto& line : csv.table.lines) {
        if (!all.empty()) all += '/';
        for (std::size_t i = 0; i < line.cells.size(); ++i) all += (i == 0 ? "" : "|") + line.cells[i];
    }
    return all;
}

/// The key of the one fault and its line: "imports.cells 3".
std::string fault_of(std::string_view bytes)
{
    const auto csv = read_csv(bytes);
    if (csv.faults.empty()) return "none";
    REQUIRE(csv.faults.size() == 1);
    return std::string(csv.faults[0].why.name()) + " " + std::to_string(csv.faults[0].line);
}

}  // namespace

TEST_CASE("A file is read as Excel and other programs write it: mark or none, semicolon or comma, CRLF or LF")
{
    for (const std::string mark : {"", "\xef\xbb\xbf"})
        for (const std::string end : {"\n", "\r\n"})
            for (const std::string part : {";", ","}) {
                CAPTURE(part);
                const auto row = [&](const std::string& one, const std::string& two) { return one + part + two; };
                CHECK(cells_of(mark + row("a", "b") + end + row("å", "ö") + end + row("3", "4")) == "å|ö/3|4");
                CHECK(cells_of(mark + row("a", "b") + end + row("å", "ö") + end) == "å|ö");
            }
}

TEST_CASE("A quoted cell holds separators, doubled quotes and line ends, and a line is named by where it begins")
{
    const auto csv = read_csv("a;b\r\n\"ett; \"\"två\"\"\r\ntre\";fyra\r\nfem;sex\r\n");
    REQUIRE(csv.faults.empty());
    REQUIRE(csv.table.lines.size() == 2);
    CHECK(csv.table.lines[0].cells[0] == "ett; \"två\"\r\ntre");
    CHECK(csv.table.lines[0].number == 2);
    CHECK(csv.table.lines[1].number == 4);
    CHECK(cells_of("a;b\n\"\";\"\"\"\"\n") == "|\"");
}

TEST_CASE("The first line names the columns, in any letters; cells are looked up by name and without the space around them")
{
    const auto csv = read_csv(" Reference ;Born\n x ; 2010-01-01\n");
    REQUIRE(csv.faults.empty());
    const auto& line = csv.table.lines.front();
    CHECK(csv.table.has("reference"));
    CHECK_FALSE(csv.table.has("name"));
    CHECK(csv.table.cell(line, "reference") == "x");
    CHECK(csv.table.cell(line, "born") == "2010-01-01");
    CHECK(csv.table.cell(line, "name").empty());
}

TEST_CASE("What a spreadsheet adds is passed over: empty lines, columns without a name, and a line that tells the separator")
{
    CHECK(cells_of("a;b;;\n1;2;;\nx\n") == "fault");  // a line with one cell is short of three
    CHECK(cells_of("a;b;;\n1;2;;\n;;;\n \n") == "1|2||");
    CHECK(cells_of("a;b;;\n1;2;;\n;;;\n") == "1|2||");
    CHECK(cells_of("sep=;\r\na;b\r\n1,5;2\r\n") == "1,5|2");
    CHECK(cells_of("sep=,\na,b\n1;5,2\n") == "1;5|2");
    CHECK(cells_of("a\n1\n2\n") == "1/2");
}

TEST_CASE("Text in another encoding is refused with its line and what to do")
{
    CHECK(fault_of("a;b\nAnna;1\nSj\xf6str\xf6m;2\n") == "imports.not_utf8 3");  // Windows-1252
    CHECK(fault_of("\xff\xfe" + std::string("a\0;\0b\0", 6)) == "imports.utf16 0");
    CHECK(fault_of("\xfe\xff" + std::string("\0a", 2)) == "imports.utf16 0");
    CHECK(fault_of(std::string("a;b\n1;\0\n", 8)) == "imports.utf16 0");
}

TEST_CASE("What nobody can be sure of is refused with its line")
{
    CHECK(fault_of("") == "imports.empty 0");
    CHECK(fault_of("\xef\xbb\xbf\n") == "imports.empty 0");
    CHECK(fault_of("a;b\n") == "imports.empty 0");
    CHECK(fault_of("a\tb\n1\t2\n") == "imports.tabs 1");
    CHECK(fault_of("a;b,c\n1;2\n") == "imports.two_separators 1");
    CHECK(fault_of("a;b\n1;2\n1;2;3\n") == "imports.cells 3");
    CHECK(fault_of("a;b\n1\n") == "imports.cells 2");
    CHECK(fault_of("a;a\n1;2\n") == "imports.column_twice 1");
    CHECK(fault_of("a;\n1;2\n") == "imports.no_column_name 2");
    CHECK(fault_of("a;b\n1;\"2\n3;4\n") == "imports.quote_open 2");
    CHECK(fault_of("a;b\n\"1\" ;2\n") == "imports.after_quote 2");
    CHECK(fault_of("a;b\n1;2 \"tum\"\n") == "imports.quote_inside 2");
    CHECK(fault_of("a;b\r1;2\r") == "imports.line_end 1");
    CHECK(fault_of(std::string(10UL * 1024 * 1024 + 1, 'a')) == "imports.too_large 0");
    std::string long_one = "a\n";
    for (int i = 0; i < 5001; ++i) long_one += "x\n";
    CHECK(fault_of(long_one) == "imports.too_many_lines 5002");
}

TEST_CASE("Every line with too many or too few cells is named, and none of them is passed over")
{
    const auto csv = read_csv("a;b\n1\n1;2\n1;2;3\n");
    REQUIRE(csv.faults.size() == 2);
    CHECK(csv.faults[0].line == 2);
    CHECK(csv.faults[1].line == 4);
}
