#include "sim/canonical.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "app/sealed_cells.h"

namespace lots::sim {

using storage::Row;
using storage::Session;

namespace {

struct Column {
    std::string name, type;  // "INTEGER", "TEXT", "BLOB"
    const app::SealedColumn* sealed = nullptr;
};
/// A value: an id that has to be numbered, or text.
struct Cell {
    std::string name, text;
    bool id = false;
};
using Line = std::vector<Cell>;

bool is_left_out(const std::string& table)
{
    static const std::set<std::string> others{"idempotency", "counter", "password"};
    return table.starts_with("log_") || table.starts_with("sign_in_") || table.starts_with("schema_") ||
           table.starts_with("sqlite_") || others.contains(table);
}

std::map<std::string, std::vector<Column>> tables_of(Session& db, storage::Engine engine)
{
    std::map<std::string, std::vector<Column>> tables;
    const auto take = [&](const Row& row) {
        const auto table = row.get<std::string>(0), name = row.get<std::string>(1), type = row.get<std::string>(2);
        if (is_left_out(table)) return;
        Column column{name, type == "bigint" || type == "integer" || type == "INTEGER" ? "INTEGER"
                            : type == "bytea" || type == "BLOB"                        ? "BLOB"
                                                                                       : "TEXT"};
        for (const auto& sealed : app::sealed_columns)
            if (sealed.table == table && sealed.column == name) column.sealed = &sealed;
        tables[table].push_back(column);
    };
    if (engine == storage::Engine::sqlite)
        db.each("SELECT m.name, c.name, c.type FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'",
                take);
    else
        db.each("SELECT CAST(table_name AS text), CAST(column_name AS text), CAST(data_type AS text) FROM "
                "information_schema.columns "
                "WHERE table_schema = current_schema()",
                take);
    for (auto& [table, columns] : tables) std::ranges::sort(columns, {}, &Column::name);
    return tables;
}

Cell cell_of(const Row& row, int at, const Column& column)
{
    if (row.null(at)) return {column.name, "none"};
    if (column.type == "INTEGER") return {column.name, std::to_string(row.integer(at))};
    if (column.type == "TEXT") return {column.name, std::string(row.text(at))};
    const auto bytes = row.bytes(at);
    if (bytes.size() == 16) return {column.name, to_hex(bytes), true};
    return {column.name, "bytes"};
}

std::vector<Line> lines_of(Session& db, vault::Vault& vault, const std::string& table, const std::vector<Column>& columns)
{
    std::string select, from = table + " t";
    const app::SealedColumn* any = nullptr;
    for (const auto& column : columns) {
        select += (select.empty() ? "SELECT t." : ", t.") + column.name;
        if (column.sealed != nullptr) any = column.sealed;
    }
    if (any != nullptr) {
        const auto source = app::source_of(*any);
        from = source.from;
        select += ", t.municipality, " + source.owner + ", " + source.unit;
        for (const auto& column : columns)
            if (column.sealed != nullptr)
                select += ", " + std::string(column.sealed->row) + ", " + std::string(column.sealed->seq);
    }
    std::vector<Line> lines;
    db.query((select + " FROM " + from).c_str(), {}, [&](const Row& row) {
        Line line;
        const int first = static_cast<int>(columns.size());
        int binding = first + 3;
        for (int i = 0; i < first; ++i) {
            const auto& column = columns[static_cast<std::size_t>(i)];
            if (column.sealed == nullptr) {
                line.push_back(cell_of(row, i, column));
                continue;
            }
            const int at = binding;
            binding += 2;
            if (row.null(i)) {
                line.push_back({column.name, "none"});
                continue;
            }
            const auto owner = row.get<Bytes>(first + 1), id = row.get<Bytes>(at);
            const vault::Place place{column.sealed->field, row.get<MunicipalityId>(first), owner, id,
                                     static_cast<std::uint32_t>(row.integer(at + 1))};
            line.push_back({column.name, vault.open(row.get<RetentionUnitId>(first + 2), place, row.bytes(i))});
        }
        lines.push_back(std::move(line));
    });
    return lines;
}

using Numbers = std::map<std::string, int>;

std::string written(const Line& line, const Numbers& numbers)
{
    std::string text;
    for (const auto& cell : line) {
        const auto number = cell.id ? numbers.find(cell.text) : numbers.end();
        text += " " + cell.name + "=" +
                (!cell.id                  ? cell.text
                 : number == numbers.end() ? "?"
                                           : "#" + std::to_string(number->second));
    }
    return text;
}

/// How many lines cannot be told from another yet.
std::size_t alike(const std::vector<Line>& lines, const Numbers& numbers)
{
    std::set<std::string> different;
    for (const auto& line : lines) different.insert(written(line, numbers));
    return lines.size() - different.size();
}

}  // namespace

std::string canonical_export(const app::House& house)
{
    std::map<std::string, std::vector<Line>> left;
    house.data->read([&](Session& db) {
        for (const auto& [table, columns] : tables_of(db, house.data->engine()))
            left[table] = lines_of(db, *house.vault, table, columns);
    });
    // A table is written as soon as its lines can be told apart by what is known; what it holds of new ids gets the next
    // numbers then.
    std::map<std::string, std::vector<std::string>> done;
    Numbers numbers;
    while (!left.empty()) {
        auto best = left.begin();
        auto best_alike = alike(best->second, numbers);
        for (auto table = std::next(left.begin()); table != left.end() && best_alike > 0; ++table)
            if (const auto now = alike(table->second, numbers); now < best_alike) best = table, best_alike = now;
        auto& lines = best->second;
        std::ranges::stable_sort(lines, {}, [&](const Line& line) { return written(line, numbers); });
        for (const auto& line : lines)
            for (const auto& cell : line)
                if (cell.id) numbers.try_emplace(cell.text, static_cast<int>(numbers.size()) + 1);
        for (const auto& line : lines) done[best->first].push_back(best->first + written(line, numbers));
        left.erase(best);
    }
    std::string text;
    for (const auto& [table, lines] : done)
        for (const auto& line : lines) text += line + "\n";
    return text;
}

}  // namespace lots::sim
