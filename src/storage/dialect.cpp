#include "storage/dialect.h"

#include <algorithm>
#include <array>

#include "storage/wording.h"

namespace lots::storage {

namespace {

bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

std::string upper(std::string_view word)
{
    std::string result(word);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return result;
}

std::string append_only(Engine engine, std::string_view table)
{
    check(!table.empty() && std::all_of(table.begin(), table.end(), is_word), "append_only names one table");
    const std::string name(table);
    if (engine == Engine::postgresql) {
        return "CREATE TRIGGER " + name + "_append_only BEFORE UPDATE OR DELETE ON " + name +
               " FOR EACH ROW EXECUTE FUNCTION lots_append_only();\n"
               "CREATE TRIGGER " +
               name + "_no_truncate BEFORE TRUNCATE ON " + name +
               " FOR EACH STATEMENT EXECUTE FUNCTION lots_append_only();\n";
    }
    std::string triggers;
    for (const std::string act : {"UPDATE", "DELETE"}) {
        triggers += "CREATE TRIGGER " + name + (act == "UPDATE" ? "_no_update" : "_no_delete") + " BEFORE " + act + " ON " +
                    name + " BEGIN SELECT RAISE(ABORT, 'append_only: " + name + "'); END;\n";
    }
    return triggers;
}

/// Carries out the `--!` lines. Lines for the other engine become empty, so that line numbers in errors stay right.
std::string directed(Engine engine, std::string_view migration)
{
    const std::string_view own = engine == Engine::sqlite ? "only sqlite" : "only postgresql";
    const std::string_view other = engine == Engine::sqlite ? "only postgresql" : "only sqlite";
    std::string result;
    bool inside = false;
    bool skipping = false;
    while (!migration.empty()) {
        const auto end = std::min(migration.find('\n'), migration.size());
        auto line = migration.substr(0, end);
        migration.remove_prefix(std::min(end + 1, migration.size()));

        if (const auto first = line.find_first_not_of(' '); first != line.npos && line.substr(first).starts_with("--!")) {
            line.remove_prefix(first + 3);
            line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
            line = line.substr(0, line.find_last_not_of(" \r") + 1);
            if (line.starts_with("append_only ")) {
                if (!skipping) result += append_only(engine, line.substr(12));
            } else if (line == "end") {
                check(inside, "a migration has `--! end` without `--! only`");
                inside = skipping = false;
            } else {
                check(!inside && (line == own || line == other), "a migration has a `--!` line that nobody knows");
                inside = true;
                skipping = line == other;
            }
            result += '\n';
            continue;
        }
        if (!skipping) result += line;
        result += '\n';
    }
    check(!inside, "a migration lacks `--! end`");
    return result;
}

/// Takes a word back out, with the comma that joins it to another table option.
void drop_option(std::string& sql, std::string_view text, std::size_t& at)
{
    while (!sql.empty() && (sql.back() == ' ' || sql.back() == ',')) sql.pop_back();
    while (at < text.size() && text[at] == ' ') ++at;
    if (sql.ends_with(')') && at < text.size() && text[at] == ',') ++at;
}

std::string for_postgresql(std::string_view text)
{
    std::string sql;
    std::string previous;
    for (std::size_t at = 0; at < text.size();) {
        if (const auto end = end_of_quoted(text, at); end != at) {
            sql += text.substr(at, end - at);
            at = end;
            continue;
        }
        if (!is_word(text[at])) {
            sql += text[at++];
            continue;
        }
        auto end = at;
        while (end < text.size() && is_word(text[end])) ++end;
        const auto original = text.substr(at, end - at);
        const auto word = upper(original);
        at = end;

        if (word == "X" && at < text.size() && text[at] == '\'') {
            const auto quoted_end = end_of_quoted(text, at);
            sql += "'\\x" + std::string(text.substr(at + 1, quoted_end - at - 1)) + "::bytea";
            at = quoted_end;
        } else if (word == "INTEGER") {
            sql += "bigint";
        } else if (word == "BLOB") {
            sql += "bytea";
        } else if (word == "TEXT") {
            sql += previous == "AS" ? "text" : "text COLLATE \"C\"";  // CAST (… AS text) takes no collation
        } else if (word == "STRICT") {
            drop_option(sql, text, at);
        } else if (word == "WITHOUT" && upper(text.substr(at, 6)) == " ROWID") {
            at += 6;
            drop_option(sql, text, at);
        } else {
            sql += original;
        }
        previous = word;
    }
    return sql;
}

}  // namespace

std::string in_dialect(Engine engine, std::string_view migration)
{
    const auto own = directed(engine, migration);
    return engine == Engine::sqlite ? own : for_postgresql(own);
}

}  // namespace lots::storage
