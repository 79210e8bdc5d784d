#include "app/sealed_cells.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace lots::app {

using storage::Row;

namespace {

/// The columns of each table, and which of them hold bytes: an id is never text.
struct Columns {
    std::map<std::string, std::set<std::string>> of_table, bytes;
};

constexpr std::uint32_t first_field = 100, last_field = 1099;   // vault/fields.h

Columns columns_of(storage::Session& db, storage::Engine engine)
{
    Columns columns;
    const auto take = [&](const Row& row) {
        columns.of_table[std::string(row.text(0))].insert(std::string(row.text(1)));
        if (row.text(2) == "BLOB" || row.text(2) == "bytea") columns.bytes[std::string(row.text(0))].insert(std::string(row.text(1)));
    };
    if (engine == storage::Engine::sqlite)
        db.each("SELECT m.name, c.name, c.type FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'", take);
    else
        db.each("SELECT CAST(table_name AS text), CAST(column_name AS text), CAST(data_type AS text) FROM information_schema.columns "
                "WHERE table_schema = current_schema()",
                take);
    return columns;
}

/// Whether the table has that id.
bool has(const Columns& columns, const std::string& table, const std::string& column)
{
    const auto found = columns.bytes.find(table);
    return found != columns.bytes.end() && found->second.contains(column);
}

/// How a table's rows find their owner and their keys: the FROM clause, and the column of the parent, if there is one.
struct Belonging {
    std::string from, owner, units[2], row;
};
std::optional<Belonging> belonging_of(const Columns& columns, const std::string& table)
{
    const auto of_case = [&](const std::string& join, const std::string& case_id, const std::string& row) {
        return Belonging{table + " t " + join + "JOIN sig_case c ON c.municipality = t.municipality AND c.id = " + case_id, "c.id",
                         {"c.social_unit", "c.room_unit"}, row};
    };
    const auto own_id = [&](const std::string& otherwise) { return has(columns, table, "id") ? std::string("t.id") : otherwise; };
    if (has(columns, table, "case_id")) return of_case("", "t.case_id", own_id("t.case_id"));
    if (has(columns, table, "youth"))
        return Belonging{table + " t JOIN youth y ON y.municipality = t.municipality AND y.id = t.youth", "t.youth", {"y.unit", "y.unit"},
                         own_id("t.youth")};
    if (table == "person")
        return Belonging{"person t JOIN municipality m ON m.municipality = t.municipality", "t.id", {"m.staff_unit", "m.staff_unit"}, "t.id"};
    for (const auto& column : columns.bytes.at(table))  // goal_wording.goal, minutes.meeting …
        if (has(columns, column, "id") && has(columns, column, "case_id"))
            return of_case("JOIN " + column + " p ON p.municipality = t.municipality AND p.id = t." + column + " ", "p.case_id", own_id("t." + column));
    return std::nullopt;
}

struct Cell {
    MunicipalityId municipality;
    Bytes owner, row;
    RetentionUnitId units[2];
    std::uint32_t seq;
    Bytes sealed;
};

/// What a column's values are bound to.
struct Binding {
    std::uint32_t field;
    int unit;
    bool owner_is_row, by_seq;
};

bool opens(vault::Vault& vault, const Cell& cell, const Binding& as)
{
    try {
        vault.open(cell.units[as.unit],
                   {static_cast<vault::Field>(as.field), cell.municipality, as.owner_is_row ? cell.row : cell.owner, cell.row, as.by_seq ? cell.seq : 0},
                   cell.sealed);
        return true;
    }
    catch (const vault::Unreadable&) {
        return false;
    }
}

std::optional<Binding> learn(vault::Vault& vault, const Cell& cell)
{
    for (std::uint32_t field = first_field; field <= last_field; ++field)
        for (const int unit : {0, 1})
            for (const bool owner_is_row : {false, true})
                for (const bool by_seq : {false, true})
                    if (const Binding as{field, unit, owner_is_row, by_seq}; opens(vault, cell, as)) return as;
    return std::nullopt;
}

/// One column, looked at from top to bottom.
void examine_column(storage::Session& db, vault::Vault& vault, const Columns& columns, const std::string& table, const std::string& column,
                    const Belonging& belongs, SealedCells& result)
{
    const std::string seq = columns.of_table.at(table).contains("seq") ? "t.seq" : "0";
    const auto sql = "SELECT t.municipality, " + belongs.owner + ", " + belongs.row + ", " + belongs.units[0] + ", " + belongs.units[1] + ", " + seq +
                     ", t." + column + " FROM " + belongs.from + " WHERE t." + column + " IS NOT NULL";
    std::optional<Binding> binding;
    const auto judge = [&](const Row& row) {
        const Cell cell{row.get<MunicipalityId>(0), row.get<Bytes>(1), row.get<Bytes>(2),
                        {row.get<RetentionUnitId>(3), row.get<RetentionUnitId>(4)}, static_cast<std::uint32_t>(row.integer(5)), row.get<Bytes>(6)};
        if (!binding) binding = learn(vault, cell);
        if (binding && opens(vault, cell, *binding)) ++result.opened;
        else result.problems.push_back(table + "." + column + " of row " + to_hex(cell.row) + " does not open");
    };
    db.query(sql.c_str(), {}, judge);
}

}  // namespace

SealedCells examine_sealed_cells(storage::Store& data, vault::Vault& vault)
{
    SealedCells result;
    data.read([&](storage::Session& db) {
        const auto columns = columns_of(db, data.engine());
        for (const auto& [table, names] : columns.of_table)
            for (const auto& column : names) {
                if (!column.ends_with("_sealed")) continue;
                const auto belongs = belonging_of(columns, table);
                if (belongs) examine_column(db, vault, columns, table, column, *belongs, result);
                else result.columns_left_out.push_back(table + "." + column);
            }
    });
    return result;
}

}  // namespace lots::app
