#include "imports/bring_in.h"

#include <algorithm>
#include <map>

#include <sodium.h>

#include "base/text.h"
#include "identity/identity_number.h"
#include "imports/run.h"

namespace lots::imports {

using access::Operation;

namespace {

constexpr std::size_t reference_longest = 60;

std::string hash_of(std::string_view content)
{
    Bytes hash(crypto_hash_sha256_BYTES);
    crypto_hash_sha256(hash.data(), bytes_of(content).data(), content.size());
    return to_hex(hash);
}

std::optional<Record> record_of(std::string_view word)
{
    for (const auto record : {Record::case_, Record::source, Record::signatory, Record::coordinator, Record::member, Record::goal,
                              Record::commitment})
        if (name(record) == word) return record;
    return std::nullopt;
}

std::vector<Record> records_of(ListKind kind)
{
    if (kind == ListKind::nominations) return {Record::nomination};
    return {Record::case_, Record::source, Record::signatory, Record::coordinator, Record::member, Record::goal, Record::commitment};
}

/// A name that cannot be what somebody wrote in a cell: only then it may be said again.
bool is_plain(const std::string& column)
{
    return column.size() <= 60 && std::ranges::all_of(column, [](char c) { return c == '_' || ('a' <= c && c <= 'z') || ('0' <= c && c <= '9'); });
}

/// Are these the columns of such a file?
std::vector<Fault> wrong_columns(const Table& table, ListKind kind)
{
    const auto missing = [&](const char* column) { return Fault{1, {}, "imports.column_missing", {{"column", column}}}; };
    // Without this one the first line is perhaps no line of names at all, and nothing of it is said.
    if (!table.has("reference")) return {missing("reference")};
    std::set<std::string> known;
    for (const auto record : records_of(kind))
        for (const auto& column : steps().columns(record, Language::en)) known.insert(column.name);
    std::vector<Fault> faults;
    if (kind == ListKind::cases && !table.has("record")) faults.push_back(missing("record"));
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto& column = table.columns[i];
        if (column.empty() || known.contains(column)) continue;
        if (is_plain(column)) faults.push_back({1, {}, "imports.column_unknown", {{"column", column}}});
        else faults.push_back({1, {}, "imports.column_not_a_name", {{"place", i + 1}}});
    }
    return faults;
}

/// The lines by reference, in the order in which the references first stand in the file.
struct Group {
    std::string reference;
    std::vector<const Line*> lines;
};

std::vector<Group> groups_of(Run& run)
{
    std::vector<Group> groups;
    for (const auto& line : run.table().lines) {
        const auto clean = clean_line(run.cell(line, "reference"));
        const auto reference = clean ? *clean : std::string{};
        if (reference.empty()) run.fault(line, "reference", clean ? MessageKey("form.missing") : MessageKey("form.unreadable_characters"));
        else if (count_characters(reference) > reference_longest)
            run.fault(line, "reference", "imports.reference_long", {{"longest", reference_longest}});
        // It is said again on paper and on the screen of whoever brings the file in.
        else if (parse_identity_number(reference, run.work().today)) run.fault(line, "reference", "imports.reference_is_number");
        else if (const auto same = std::ranges::find(groups, reference, &Group::reference); same != groups.end())
            same->lines.push_back(&line);
        else groups.push_back({reference, {&line}});
    }
    return groups;
}

void bring_in_nomination(Run& run, const Group& group)
{
    const auto& line = *group.lines.front();
    for (const auto* more : group.lines)
        if (more != &line) run.fault(*more, "reference", "imports.reference_twice", {{"line", line.number}});
    const auto content = content_of(run.table(), {&line});
    if (run.came_before(line, group.reference, content)) return;
    const auto answer = run.act(steps().propose, line, {});
    if (!answer) return;
    const auto number = text_in(*answer, "nomination");
    run.keep_source(number, {run.work().now, group.reference, {}, {}, {}, {}}, content);
    run.finish(line, number, "proposed");
}

/// What stands in a column that lines of this kind do not have is not passed over in silence.
void look_for_strays(Run& run)
{
    std::map<Record, std::set<std::string>> own;
    for (const auto record : records_of(ListKind::cases))
        for (const auto& column : steps().columns(record, Language::en)) own[record].insert(column.name);
    for (const auto& line : run.table().lines) {
        const auto record = record_of(run.cell(line, "record"));
        if (!record) {
            run.fault(line, "record", "imports.record_unknown");
            continue;
        }
        for (const auto& column : run.table().columns)
            if (!column.empty() && !own[*record].contains(column) && !run.cell(line, column).empty())
                run.fault(line, column, "imports.not_for_record", {{"record", std::string(name(*record))}});
    }
}

void bring_in_all(Run& run, ListKind kind)
{
    const auto groups = groups_of(run);
    // A line that is not what it says would make faults of lines that are right.
    if (kind == ListKind::cases) look_for_strays(run);
    if (kind == ListKind::cases && !run.in_order()) return;
    for (const auto& group : groups) {
        if (kind == ListKind::nominations) bring_in_nomination(run, group);
        else bring_in_case(run, group.reference, group.lines);
    }
}

}  // namespace

Report bring_in(const web::Services& services, const access::Reader& reader, const Order& order)
{
    Report report;
    report.file_hash = hash_of(order.content);
    auto csv = read_csv(order.content);
    if (csv.faults.empty()) csv.faults = wrong_columns(csv.table, order.kind);
    const bool may = access::would_allow(reader, Operation::propose) != access::Answer::no &&
                     (order.kind == ListKind::nominations || reader.agency_kind == "social_services");
    if (!may) csv.faults = {{0, {}, "imports.wrong_role"}};

    const auto now = services.clock.now();
    const auto before = report;
    std::vector<audit::Entry> entries;
    services.data.write({[&](storage::Session& db) {
                             report = before;  // set anew on every run: PostgreSQL may run this again
                             report.faults = csv.faults;
                             Run run(db, services, reader, order, csv.table, now, report);
                             if (run.in_order()) bring_in_all(run, order.kind);
                             const bool keep = run.in_order() && run.brought_any() && !order.dry_run;
                             entries = run.log(run.in_order() ? audit::Outcome::allowed : audit::Outcome::invalid);
                             report.kept = keep;
                             if (keep) return storage::Outcome::keep;
                             // Of what was not kept one entry remains, that it was tried: the cases it would name do not exist.
                             entries.erase(entries.begin(), entries.end() - 1);
                             entries.back().subjects.clear();
                             return storage::Outcome::drop;
                         },
                         [&](storage::Session& db, storage::Outcome) {
                             for (const auto& entry : entries) services.log.append(db, entry);
                         }});
    std::ranges::stable_sort(report.faults, {}, &Fault::line);
    std::ranges::stable_sort(report.notes, {}, &Fault::line);
    return report;
}

}  // namespace lots::imports
