#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "imports/csv.h"
#include "web/command.h"

namespace lots::imports {

/// What may stand in a cell: text (also a day, a code, a personal number), a whole number, yes or no, several codes with commas between,
/// or the name of a file.
enum class Kind { text, number, flag, list, file };

/// A field of a command that a column fills in. Read from the command's own description, so that what a page asks for is what a file has.
struct Field {
    std::string name;
    Kind kind = Kind::text;
    bool required = false;
    std::string words;                    // as the page calls it
    std::vector<std::string> codes = {};  // what may be chosen, when that is always the same
};

/// A command of the pages and the API that a line goes through, and the columns it takes: each field's name after the prefix.
struct Step {
    web::CommandEntry entry;
    std::string prefix;
    std::vector<Field> fields;

    std::string column(std::string_view field) const { return prefix + std::string(field); }
};

/// What is said to a command whatever stands in a column of that name.
struct Given {
    std::map<std::string, std::string> values = {};  // field → JSON
    std::map<std::string, std::string> before = {};  // field → words that go before what the cell says
};

/// What a line says to a command, as its JSON.
struct Said {
    std::string json;
    std::vector<Fault> faults;            // cells that cannot be read as what they should be
};
/// `files` is the folder that file names are looked up in; empty when none was given.
Said said_by(const Step& step, const Table& table, const Line& line, const Given& given, const std::filesystem::path& files);
/// Whether anything stands in the columns of this step.
bool says_something(const Step& step, const Table& table, const Line& line);

/// A column of a file, for its documentation.
struct Column {
    std::string name;
    Kind kind = Kind::text;
    bool required = false;
    std::string words;
    std::vector<std::string> codes = {};
};

/// The lines that a file of running cases has: the case itself, what the decision rests on, who signs, who takes part, what the plan says.
enum class Record { nomination, case_, source, signatory, coordinator, member, goal, commitment };
/// As it stands in the column `record`; "nomination" stands in no file.
std::string_view name(Record record);

/// All commands an import goes through, in the order of a case's life.
struct Steps {
    Step propose, take_up, source, offer, ask, judge, form, signatory, talk, answer, coordinator, member, planning, goal, commitment, acceptance, words,
        areas, decision, status;

    /// Those that a line of this kind goes through.
    std::vector<const Step*> of(Record record) const;
    /// The columns of such a line: those of its steps, and its own: `reference`, `record` and the days on paper.
    std::vector<Column> columns(Record record, Language language) const;
};
const Steps& steps();

}  // namespace lots::imports
