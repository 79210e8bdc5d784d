#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "access/work.h"
#include "audit/entry.h"
#include "cases/brought_in.h"
#include "imports/bring_in.h"
#include "imports/steps.h"

namespace lots::imports {

/// One import on its way, inside its unit of work: each command with a log entry of its own, one more about the file.
class Run {
    const web::Services& services_;
    const access::Reader& reader_;
    const Order& order_;
    const Table& table_;
    Instant now_;
    Report& report_;
    std::vector<audit::Entry> entries_;
    access::Work work_;                   // about the file: the log entry that names all its cases
    std::optional<RecordId> batch_;

public:
    Run(storage::Session& db, const web::Services& services, const access::Reader& reader, const Order& order, const Table& table,
        Instant now, Report& report);

    const Table& table() const { return table_; }
    Report& report() { return report_; }
    access::Work& work() { return work_; }
    const std::string& user() const { return order_.user; }
    Language language() const { return reader_.language; }
    std::string_view cell(const Line& line, std::string_view column) const { return table_.cell(line, column); }

    void fault(const Line& line, std::string column, MessageKey why, std::vector<Arg> args = {});
    bool in_order() const { return report_.faults.empty(); }
    std::size_t faults() const { return report_.faults.size(); }
    /// A day on paper: none when the cell is empty or no day that has been, which is then a fault.
    std::optional<Date> day(const Line& line, const std::string& column);

    /// Sends the line to the command at that address. The JSON of its answer, or none and why.
    std::optional<std::string> act(const Step& step, const Line& line, web::PathParts path, const Given& given = {});

    /// Whether the reference came in before; said in the report.
    bool came_before(const Line& line, const std::string& reference, const std::string& content);
    /// Keeps where the case of that number came from.
    void keep_source(const std::string& number, const cases::BroughtIn& from, const std::string& content);
    /// The case is in: duties and heads follow, as after every command.
    void finish(const Line& line, const std::string& number, std::string_view state);

    /// Whether anything new came in.
    bool brought_any() const { return batch_.has_value(); }
    /// All log entries, in order; the file's is the last. `text` is said with each.
    std::vector<audit::Entry> log(audit::Outcome outcome);
};

/// Brings in the lines of one running case; `lines` have its reference.
void bring_in_case(Run& run, const std::string& reference, const std::vector<const Line*>& lines);

/// A text or a number of a command's answer.
std::string text_in(const std::string& json, std::string_view name);
int number_in(const std::string& json, std::string_view name);

/// What these lines say, in one text that is the same whatever the order of the columns.
std::string content_of(const Table& table, const std::vector<const Line*>& lines);

}  // namespace lots::imports
