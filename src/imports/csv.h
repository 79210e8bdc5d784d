#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "messages/message.h"

namespace lots::imports {

/// Why a line, or the whole file, is not taken: where it is and the reason in words. Never what stands there.
struct Fault {
    int line = 0;                         // as an editor counts, from 1; 0: the file
    std::string column;                   // empty: the whole line
    MessageKey why;
    std::vector<Arg> args = {};
    std::string requirement = {};         // "S0-22 (Riktlinjerna 3.2)" when a rule says no
};

/// A record of the file: the line it begins on, and a cell for each column.
struct Line {
    int number = 0;
    std::vector<std::string> cells;
};

struct Table {
    std::vector<std::string> columns;     // in small letters
    std::vector<Line> lines;              // without those in which nothing stands

    bool has(std::string_view column) const;
    /// Without white space at the ends; empty when there is no such column.
    std::string_view cell(const Line& line, std::string_view column) const;
};

/// What a file holds, and what is wrong with it. With a fault the table is not to be used.
struct Csv {
    Table table;
    std::vector<Fault> faults;
};

/// Reads comma separated values (RFC 4180) as Swedish Excel and other programs write them: UTF-8 with or without a byte order mark, cells
/// parted by semicolon or comma (the first line shows which, or says "sep=;"), lines ended by CRLF or LF, quoted cells with line ends
/// and doubled quotes in them. Anything else is a fault with its line: another encoding, a quote that is never closed, a line with more
/// or fewer cells than there are columns. At most 10 MB, 5,000 records, 300 columns.
Csv read_csv(std::string_view bytes);

}  // namespace lots::imports
