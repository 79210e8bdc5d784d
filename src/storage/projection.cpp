#include "storage/projection.h"

#include <algorithm>

namespace lots::storage {

namespace {

std::vector<std::string> names_in(std::string_view list)
{
    std::vector<std::string> names;
    while (!list.empty()) {
        const auto end = std::min(list.find(','), list.size());
        auto name = list.substr(0, end);
        name.remove_prefix(std::min(name.find_first_not_of(' '), name.size()));
        name = name.substr(0, name.find_last_not_of(' ') + 1);
        const bool is_name = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
        });
        check(is_name, "a projection's columns are names with commas");
        names.emplace_back(name);
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    check(!names.empty(), "a projection has columns and a key");
    return names;
}

std::string joined(const std::vector<std::string>& names, const std::function<std::string(const std::string&)>& each,
                   std::string_view between)
{
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : std::string(between)) + each(name);
    return text;
}

/// The statements of one projection. NULLs are equal to each other here, hence EXCEPT and never `=` on contents.
struct Statements {
    std::vector<std::string> key;
    std::string columns;
    std::string facts;  // SELECT of what the table should hold
    std::string table;

    explicit Statements(const Projection& projection)
        : key(names_in(projection.key)), facts(projection.from_facts), table(projection.table)
    {
        columns = joined(
            names_in(projection.columns), [](const std::string& name) { return name; }, ", ");
    }
    std::string held() const { return "SELECT " + columns + " FROM " + table; }
    std::string wanted() const { return "SELECT " + columns + " FROM facts"; }
    /// Gives the facts the table's names for their columns, whatever they compute.
    std::string with_facts() const { return "WITH facts (" + columns + ") AS (" + facts + ") "; }
    std::string key_list() const
    {
        return joined(
            key, [](const std::string& name) { return name; }, ", ");
    }
    std::string same_key(const std::string& one, const std::string& other) const
    {
        return joined(
            key, [&](const std::string& name) { return one + "." + name + " = " + other + "." + name; }, " AND ");
    }
    /// Rows with the place they were found in: wanted and not held (1), held and not wanted (2).
    std::string differing() const
    {
        return "SELECT 1 AS side, w.* FROM (" + wanted() + " EXCEPT " + held() +
               ") AS w UNION ALL SELECT 2 AS side, h.* FROM (" + held() + " EXCEPT " + wanted() + ") AS h";
    }
};

/// A key column of any kind, as hexadecimal: a table's key may be an id, a number or a text, and none of it is shown as it
/// is.
std::string hex_of(const Row& row, int column)
{
    if (row.null(column)) return "null";
    try {
        return to_hex(row.bytes(column));
    } catch (const Bug&) {
        // Not bytes: then it is a number or a text.
    }
    try {
        return std::to_string(row.integer(column));
    } catch (const Bug&) {
        return to_hex(bytes_of(row.text(column)));
    }
}

}  // namespace

Difference compare(Session& session, const Projection& projection, int keys_max)
{
    const Statements statements(projection);
    const auto sql = statements.with_facts() + "SELECT min(side), max(side), " + statements.key_list() + " FROM (" +
                     statements.differing() + ") AS d GROUP BY " + statements.key_list() + " ORDER BY " +
                     statements.key_list();
    Difference difference;
    session.query(sql.c_str(), {}, [&](const Row& row) {
        const bool wanted = row.integer(0) == 1;
        const bool held = row.integer(1) == 2;
        ++(wanted && held ? difference.changed : wanted ? difference.missing : difference.excess);
        if (static_cast<int>(difference.keys.size()) == keys_max) return;
        std::string key;
        for (int at = 0; at < static_cast<int>(statements.key.size()); ++at)
            key += (at == 0 ? "" : "/") + hex_of(row, at + 2);
        difference.keys.push_back(std::move(key));
    });
    return difference;
}

std::int64_t rebuild(Session& session, const Projection& projection)
{
    const Statements statements(projection);
    // First out with every row that is wrong, then in with every row that is missing: a changed one is both.
    const auto out = statements.with_facts() + "DELETE FROM " + statements.table + " WHERE EXISTS (SELECT 1 FROM (" +
                     statements.held() + " EXCEPT " + statements.wanted() + ") AS d WHERE " +
                     statements.same_key("d", statements.table) + ")";
    const auto in = statements.with_facts() + "INSERT INTO " + statements.table + " (" + statements.columns + ") " +
                    statements.wanted() + " EXCEPT " + statements.held();
    return session.execute(out.c_str(), {}) + session.execute(in.c_str(), {});
}

}  // namespace lots::storage
