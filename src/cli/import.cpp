#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

#include <CLI/CLI.hpp>

#include "app/after_command.h"
#include "app/house.h"
#include "cases/page.h"
#include "cli/say.h"
#include "imports/bring_in.h"
#include "imports/steps.h"
#include "web/session.h"

namespace lots::cli {

namespace {

struct Given {
    std::string file, files, user, role, unit;
    bool dry_run = false;
};

std::string read_file(const std::string& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in) refuse(file + ": cannot be read");
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// The one assignment of today in which that person brings the file in.
access::Reader reader_of(const app::House& house, const web::Services& services, const Given& given)
{
    std::vector<access::Reader> readers;
    house.data->read([&](storage::Session& db) {
        readers.clear();
        if (const auto person = organisation::person_of_handle(db, services.municipality, given.user))
            readers = web::readers_of(db, services, *person, local_day(services.clock.now()));
        else refuse(given.user + ": there is no such user");
        if (given.unit.empty()) return;
        const auto unit = db.one("SELECT id FROM unit WHERE municipality = $1 AND code = $2",
                                 [](const storage::Row& row) { return row.get<UnitId>(0); }, services.municipality, given.unit);
        std::erase_if(readers, [&](const access::Reader& one) { return one.unit != unit; });
    });
    if (!given.role.empty()) std::erase_if(readers, [&](const access::Reader& one) { return access::name(one.role) != given.role; });
    if (readers.empty()) refuse(given.user + " has no such role today");
    if (readers.size() > 1) {
        std::string roles;
        for (const auto& one : readers) roles += (roles.empty() ? "" : ", ") + std::string(access::name(one.role));
        refuse(given.user + " has several roles: " + roles + "; say which with --role, and --unit when it is one role in several units");
    }
    return readers.front();
}

/// Where, and what is wrong; never what stands there.
void print_faults(const std::vector<imports::Fault>& faults, Language language)
{
    for (const auto& one : faults) {
        std::cout << "  ";
        if (one.line > 0) std::cout << say(language, "imports.said.line", {{"line", std::to_string(one.line)}});
        if (!one.column.empty()) std::cout << ", " << say(language, "imports.said.column", {{"column", one.column}});
        if (one.line > 0) std::cout << ": ";
        std::cout << say(language, one.why, one.args);
        if (!one.requirement.empty()) std::cout << " [" << one.requirement << "]";
        std::cout << "\n";
    }
}

void print_cases(const imports::Report& report, Language language)
{
    for (const auto& one : report.cases) {
        std::cout << "  " << say(language, "imports.said.line", {{"line", std::to_string(one.line)}}) << ": ";
        if (one.before) {
            std::cout << say(language, "imports.said.before") << "\n";
            continue;
        }
        const auto state = access::word_in<access::CaseState>(access::case_state_names, one.state);
        const auto words = state ? cases::state_words(language, *state) : one.state;
        const MessageKey became = report.kept ? MessageKey("imports.said.became") : MessageKey("imports.said.would_be");
        std::cout << say(language, became, {{"number", one.number}, {"state", words}}) << "\n";
    }
}

void print(const imports::Report& report, const imports::Order& order, Language language)
{
    print_cases(report, language);
    if (!report.notes.empty()) std::cout << say(language, "imports.said.notes") << "\n";
    print_faults(report.notes, language);
    if (!report.faults.empty()) {
        std::cout << say(language, "imports.said.faults", {{"count", report.faults.size()}}) << "\n";
        print_faults(report.faults, language);
        std::cout << say(language, "imports.said.nothing_kept") << "\n";
        return;
    }
    const auto brought = std::ranges::count(report.cases, false, &imports::Brought::before);
    if (brought == 0) std::cout << say(language, "imports.said.nothing_new") << "\n";
    else if (order.dry_run) std::cout << say(language, "imports.said.dry_run") << "\n";
    else std::cout << say(language, "imports.said.kept", {{"count", brought}, {"hash", report.file_hash}}) << "\n";
}

void bring_in(Context& context, imports::ListKind kind, const Given& given)
{
    const imports::Order order{kind, read_file(given.file), given.files, given.user, given.dry_run};
    const auto house = app::House::open({context.data}, app::House::Sequencing::wait);
    const auto here = house.the_municipality();
    // What `lots serve` does not open is not filled either.
    if (here.kind == organisation::Kind::real) refuse("this data directory is for real persons, and the door is not built (docs/operations.md)");
    const SystemClock clock;
    auto services = house.services(here, clock);
    services.after_command = app::after_command;
    const auto reader = reader_of(house, services, given);
    const auto report = imports::bring_in(services, reader, order);
    print(report, order, reader.language);
    if (!report.faults.empty()) context.exit_code = 1;
}

std::string_view words_of(imports::Kind kind)
{
    switch (kind) {
    case imports::Kind::number: return "number";
    case imports::Kind::flag: return "ja/nej";
    case imports::Kind::list: return "codes, with commas between";
    case imports::Kind::file: return "name of a file in --files";
    case imports::Kind::text: break;
    }
    return "text";
}

/// The columns as docs/import.md has them: a table for each kind of line.
void print_columns(imports::ListKind kind)
{
    using imports::Record;
    const std::vector<Record> records = kind == imports::ListKind::nominations
                                            ? std::vector{Record::nomination}
                                            : std::vector{Record::case_,       Record::source, Record::signatory,
                                                          Record::coordinator, Record::member, Record::goal,
                                                          Record::commitment};
    for (const auto record : records) {
        if (record != Record::nomination) std::cout << "### record = " << imports::name(record) << "\n\n";
        std::cout << "| column | must | what | as on the page |\n|---|---|---|---|\n";
        for (const auto& column : imports::steps().columns(record, Language::sv)) {
            std::string codes;
            for (const auto& code : column.codes) codes += (codes.empty() ? "" : ", ") + code;
            std::cout << "| `" << column.name << "` | " << (column.required ? "yes" : "") << " | " << words_of(column.kind)
                      << (codes.empty() ? "" : ": " + codes) << " | " << column.words << " |\n";
        }
        std::cout << "\n";
    }
}

}  // namespace

void add_import(CLI::App& app, Context& context)
{
    auto* all = app.add_subcommand("import", "Brings in proposals, or running cases that were on paper, from a file (docs/import.md)");
    all->callback([all] { require_subcommand(*all); });
    auto given = std::make_shared<Given>();
    const auto command = [&](const char* name, const char* about, imports::ListKind kind) {
        auto* one = all->add_subcommand(name, about);
        one->add_option("file", given->file, "the file: comma separated values, UTF-8")->required();
        one->add_option("--data", context.data, "the data directory")->capture_default_str();
        one->add_option("--as", given->user, "sign-in name of the person who brings it in, and answers for it")->required();
        one->add_option("--role", given->role, "in which role, when the person has several");
        one->add_option("--unit", given->unit, "in which unit, when the person has the role in several");
        one->add_flag("--dry-run", given->dry_run, "say all that would happen, and keep nothing");
        one->callback([&context, given, kind] { bring_in(context, kind, *given); });
        return one;
    };
    command("nominations", "Proposals that came before Lots", imports::ListKind::nominations);
    command("cases", "Running cases with their consents and plans on paper", imports::ListKind::cases)
        ->add_option("--files", given->files, "the folder with the signed forms that the file names");
    auto* columns = all->add_subcommand("columns", "The columns of such a file");
    auto what = std::make_shared<std::string>();
    columns->add_option("kind", *what, "nominations or cases")->required()->check(CLI::IsMember({"nominations", "cases"}));
    columns->callback([what] { print_columns(*what == "cases" ? imports::ListKind::cases : imports::ListKind::nominations); });
}

}  // namespace lots::cli
