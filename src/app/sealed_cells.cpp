#include "app/sealed_cells.h"

#include <algorithm>

namespace lots::app {

using storage::Row;

namespace {

/// The columns of the schema that are sealed, as "table.column".
std::vector<std::string> columns_of(storage::Session& db, storage::Engine engine)
{
    std::vector<std::string> columns;
    const auto take = [&](const Row& row) {
        if (row.text(1).ends_with("_sealed")) columns.push_back(std::string(row.text(0)) + "." + std::string(row.text(1)));
    };
    if (engine == storage::Engine::sqlite)
        db.each("SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' ORDER "
                "BY 1, 2",
                take);
    else
        db.each("SELECT CAST(table_name AS text), CAST(column_name AS text) FROM information_schema.columns "
                "WHERE table_schema = current_schema() ORDER BY 1, 2",
                take);
    return columns;
}

std::string name_of(const SealedColumn& column) { return std::string(column.table) + "." + std::string(column.column); }

/// Municipality, owner, row, unit, seq and value of every cell of the column.
std::string statement_for(const SealedColumn& column)
{
    const auto [from, owner, unit] = source_of(column);
    const auto value = "t." + std::string(column.column);
    return "SELECT t.municipality, " + owner + ", " + std::string(column.row) + ", " + unit + ", " +
           std::string(column.seq) + ", " + value + " FROM " + from + " WHERE " + value + " IS NOT NULL";
}

void examine_column(storage::Session& db, vault::Vault& vault, const SealedColumn& column, SealedCells& result)
{
    db.query(statement_for(column).c_str(), {}, [&](const Row& row) {
        const auto owner = row.get<Bytes>(1), id = row.get<Bytes>(2);
        const vault::Place place{column.field, row.get<MunicipalityId>(0), owner, id,
                                 static_cast<std::uint32_t>(row.integer(4))};
        try {
            vault.open(row.get<RetentionUnitId>(3), place, row.get<Bytes>(5));
            ++result.opened;
        } catch (const vault::Unreadable&) {
            result.problems.push_back(name_of(column) + " of row " + to_hex(id) + " does not open");
        }
    });
}

}  // namespace

SealedSource source_of(const SealedColumn& column)
{
    const auto table = std::string(column.table) + " t ";
    const auto of_case = [&](const std::string& case_id) {
        return "JOIN sig_case c ON c.municipality = t.municipality AND c.id = " + case_id;
    };
    switch (column.drawer) {
    case Drawer::staff:
        return {table + "JOIN municipality m ON m.municipality = t.municipality", std::string(column.row), "m.staff_unit"};
    case Drawer::youth:
        return {table + "JOIN youth y ON y.municipality = t.municipality AND y.id = t.youth", "t.youth", "y.unit"};
    default: {
        const auto* unit = column.drawer == Drawer::file ? "t.unit" : column.drawer == Drawer::room ? "c.room_unit" : "c.social_unit";
        const std::string parent(column.parent);
        return {parent.empty() ? table + of_case("t.case_id")
                               : table + "JOIN " + parent + " p ON p.municipality = t.municipality AND p.id = t." + parent +
                                     " " + of_case("p.case_id"),
                "c.id", unit};
    }
    }
}

SealedCells examine_sealed_cells(storage::Store& data, vault::Vault& vault)
{
    SealedCells result;
    data.read([&](storage::Session& db) {
        for (const auto& name : columns_of(db, data.engine())) {
            const auto known = std::ranges::find(sealed_columns, name, name_of);
            if (known != sealed_columns.end())
                examine_column(db, vault, *known, result);
            else
                result.columns_left_out.push_back(name);
        }
    });
    return result;
}

}  // namespace lots::app
