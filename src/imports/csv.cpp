#include "imports/csv.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/text.h"

namespace lots::imports {

namespace {

constexpr std::size_t bytes_max = 10UL * 1024 * 1024, lines_max = 5000, columns_max = 300;
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

/// Why these bytes are not text that we read; none when they are.
std::vector<Fault> unreadable(std::string_view bytes)
{
    if (bytes.size() > bytes_max) return {{0, {}, "imports.too_large"}};
    const bool utf16 = bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff") || bytes.find('\0') != std::string_view::npos;
    if (utf16) return {{0, {}, "imports.utf16"}};
    int number = 1;
    for (std::size_t from = 0; from < bytes.size(); ++number) {
        const auto end = std::min(bytes.find('\n', from), bytes.size());
        const auto clean = clean_text(bytes.substr(from, end - from));
        if (!clean && clean.error() == TextFault::not_utf8) return {{number, {}, "imports.not_utf8"}};
        from = end + 1;
    }
    return {};
}

/// Takes one record after the other from the text.
class Scanner {
    std::string_view text_;
    std::size_t at_ = 0;
    int line_;
    char separator_;

    Fault fault(MessageKey why) const { return {line_, {}, why}; }
    bool at_line_end() const
    {
        return text_[at_] == '\n' || (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n');
    }
    bool at_cell_end() const { return text_[at_] == separator_ || at_line_end(); }

    Result<std::string, Fault> quoted()
    {
        const int begun = line_;
        std::string cell;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] == '"') {
                ++at_;
                if (!more() || at_cell_end()) return cell;
                if (text_[at_] != '"') return fault("imports.after_quote");
            }
            if (text_[at_] == '\n') ++line_;
            cell += text_[at_];
        }
        return Fault{begun, {}, "imports.quote_open"};
    }
    Result<std::string, Fault> cell()
    {
        if (more() && text_[at_] == '"') return quoted();
        const auto from = at_;
        for (; more() && !at_cell_end(); ++at_) {
            if (text_[at_] == '"') return fault("imports.quote_inside");
            if (text_[at_] == '\r') return fault("imports.line_end");
        }
        return std::string(text_.substr(from, at_ - from));
    }

public:
    Scanner(std::string_view text, int first_line, char separator) : text_(text), line_(first_line), separator_(separator) {}

    bool more() const { return at_ < text_.size(); }
    int line() const { return line_; }

    Result<std::vector<std::string>, Fault> record()
    {
        std::vector<std::string> cells;
        for (;;) {
            auto one = cell();
            if (!one) return one.error();
            cells.push_back(*std::move(one));
            if (!more()) return cells;
            if (text_[at_] == separator_) {
                ++at_;
                continue;
            }
            at_ += text_[at_] == '\r' ? std::size_t{2} : 1;
            ++line_;
            return cells;
        }
    }
};

/// The first line of the text, without its end.
std::string_view first_line(std::string_view text)
{
    auto line = text.substr(0, std::min(text.find('\n'), text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// Names of columns have none of these in them, so the first line shows what parts the cells. A single column has neither.
Result<char, Fault> separator_of(std::string_view head, int number)
{
    const auto has = [&](char c) { return head.find(c) != std::string_view::npos; };
    if (has('\t')) return Fault{number, {}, "imports.tabs"};
    if (has(';') && has(',')) return Fault{number, {}, "imports.two_separators"};
    return has(';') ? ';' : ',';
}

std::string small_letters(std::string_view text)
{
    std::string small(trimmed(text));
    std::ranges::transform(small, small.begin(), [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return small;
}

bool is_empty(const std::vector<std::string>& cells)
{
    return std::ranges::all_of(cells, [](const std::string& cell) { return trimmed(cell).empty(); });
}

/// Excel writes the columns of a region, named or not. One without a name may stand there as long as it is empty.
void look_at_columns(Csv& csv, int number)
{
    const auto& columns = csv.table.columns;
    if (columns.size() > columns_max) csv.faults.push_back({number, {}, "imports.too_many_columns", {{"most", columns_max}}});
    std::set<std::string> seen;
    for (const auto& column : columns)
        if (!column.empty() && !seen.insert(column).second) csv.faults.push_back({number, {}, "imports.column_twice", {{"column", column}}});
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!columns[i].empty()) continue;
        for (const auto& line : csv.table.lines)
            if (!trimmed(line.cells[i]).empty())
                csv.faults.push_back({line.number, {}, "imports.no_column_name", {{"place", i + 1}}});
    }
}

}  // namespace

bool Table::has(std::string_view column) const { return std::ranges::find(columns, column) != columns.end(); }

std::string_view Table::cell(const Line& line, std::string_view column) const
{
    const auto found = std::ranges::find(columns, column);
    if (found == columns.end()) return {};
    return trimmed(line.cells[static_cast<std::size_t>(found - columns.begin())]);
}

Csv read_csv(std::string_view bytes)
{
    Csv csv;
    csv.faults = unreadable(bytes);
    if (!csv.faults.empty()) return csv;
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    int head = 1;
    const auto refuse = [&](Fault fault) {
        csv.faults = {std::move(fault)};
        return csv;
    };

    // What Excel itself understands and some programs write first: "sep=;".
    std::optional<char> told;
    if (const auto line = first_line(bytes); line == "sep=;" || line == "sep=,") {
        told = line.back();
        bytes.remove_prefix(std::min(bytes.find('\n'), bytes.size() - 1) + 1);
        ++head;
    }
    if (trimmed(bytes).empty()) return refuse({0, {}, "imports.empty"});
    const auto separator = told ? Result<char, Fault>(*told) : separator_of(first_line(bytes), head);
    if (!separator) return refuse(separator.error());

    Scanner scanner(bytes, head, *separator);
    const auto columns = scanner.record();
    if (!columns) return refuse(columns.error());
    for (const auto& name : *columns) csv.table.columns.push_back(small_letters(name));
    std::vector<Fault> wrong;
    while (scanner.more()) {
        const int number = scanner.line();
        auto cells = scanner.record();
        if (!cells) return refuse(cells.error());  // from here on nobody knows which cell is which
        if (is_empty(*cells)) continue;
        if (cells->size() != csv.table.columns.size())
            wrong.push_back({number, {}, "imports.cells", {{"cells", cells->size()}, {"columns", csv.table.columns.size()}}});
        else csv.table.lines.push_back({number, *std::move(cells)});
        if (csv.table.lines.size() > lines_max) return refuse({number, {}, "imports.too_many_lines", {{"most", lines_max}}});
    }
    look_at_columns(csv, head);
    csv.faults.insert(csv.faults.end(), wrong.begin(), wrong.end());
    if (csv.faults.empty() && csv.table.lines.empty()) return refuse({0, {}, "imports.empty"});
    return csv;
}

}  // namespace lots::imports
