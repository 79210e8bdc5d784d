#pragma once

#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lots::test {

/// Who asks about what, in the words of docs/access_vocabulary.md.
struct Question {
    std::string_view role;
    std::set<std::string> ties;  // to this case; empty: none
    std::string_view state, consent;
    std::string_view operation;
    std::string_view compartment = {};  // empty: any that the table knows
};

/// docs/access_table.csv, read as its first lines say it is to be read, without src/access.
class AccessTable {
    struct Row {
        std::array<std::set<std::string, std::less<>>, 6>
            cells;  // role, relation, case state, consent state, compartment, operation
        std::string answer;
    };
    std::vector<Row> rows_;

    std::string_view of_tie(const Question& question, std::string_view tie) const;

public:
    /// Throws std::runtime_error when the file is not there or a line has not nine cells.
    AccessTable();
    /// "yes", "part" or "no": the widest over the ties; a conflict of interest goes before all of them.
    std::string_view answer(const Question& question) const;
};

}  // namespace lots::test
