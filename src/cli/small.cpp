#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string_view>

#include <CLI/CLI.hpp>

#include "app/house.h"
#include "app/new_folder.h"
#include "audit/log.h"
#include "audit/tiles.h"
#include "cli/say.h"
#include "guideline/law.h"
#include "guideline/requirements.h"
#include "identity/check_lines.h"

namespace lots::cli {

namespace {

/// The latest day on which somebody read any of the law in the table.
Date last_read()
{
    return std::ranges::max(guideline::legal_references(), {}, &guideline::LegalReference::checked_on).checked_on;
}

/// What stands behind a day that nobody has verified.
std::string_view doubt(bool day_uncertain) { return day_uncertain ? " (dagen osäker)" : ""; }

/// Every rule in force on the day: its id and force, where it stands, the law behind it as it reads then, and what it demands.
void print_method(Date on)
{
    std::cout << "What the rules look at on " << iso(on) << ". The law was last read on " << iso(last_read()) << ".\n\n";
    for (const auto* one : guideline::requirements) {
        std::cout << one->id << "  " << (one->force == guideline::Force::must ? "must" : "should") << "  " << one->section;
        if (const auto law = guideline::legal_reference(one->reference, on)) std::cout << "; " << guideline::wording(*law);
        else if (!one->reference.empty()) std::cout << "; no such law on that day";
        std::cout << "\n    " << say(Language::sv, one->text) << "\n";
    }
    std::cout << "\nNumbers that the law sets\n\n";
    for (const auto& one : guideline::legal_numbers()) {
        if (one.from > on || (one.last_day && *one.last_day < on)) continue;
        std::cout << one.id << "  " << one.what << " " << one.value << " " << one.unit << "  from " << iso(one.from)
                  << doubt(one.day_uncertain);
        if (const auto law = guideline::legal_reference(one.reference, on)) std::cout << "  " << guideline::wording(*law);
        std::cout << "\n";
    }
    std::cout << "\nLaw in force\n\n";
    for (const auto& one : guideline::legal_references()) {
        if (one.from > on || (one.last_day && *one.last_day < on)) continue;
        std::cout << one.id << "  " << guideline::wording(one) << "  from " << iso(one.from) << doubt(one.day_uncertain)
                  << ", read on " << iso(one.checked_on) << "  " << guideline::source_url(one) << "\n";
    }
}

/// The day that was given, today when none was.
Date day_or_today(const std::string& text)
{
    const auto on = text.empty() ? std::optional(local_day(SystemClock().now())) : parse_date(text);
    if (!on) refuse(text + ": a day is written 2026-05-10");
    return *on;
}

/// A copy of the log that was handed out need not have the settings with it: they may hold passwords of PostgreSQL.
app::Config config_of_copy(const app::Paths& paths)
{
    const bool only_log = !std::filesystem::exists(paths.config()) && std::filesystem::exists(paths.data());
    return only_log ? app::Config{} : app::read_config(paths.config());
}

void verify_log(Context& context, const std::string& older_file, const std::string& export_to)
{
    const app::Paths paths{context.data};
    std::optional<std::string> older;
    if (!older_file.empty()) {
        std::ifstream in(older_file, std::ios::binary);
        if (!in) refuse(older_file + ": cannot be read");
        older.emplace(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    const auto data = app::open_data(paths, config_of_copy(paths), storage::Opening::only_read);
    const auto found = audit::verify(*data, paths.log(), older);
    std::cout << "entries " << found.entries << "\ncheckpoints " << found.checkpoints << "\nroot " << found.root_hex << "\n";
    for (const auto& problem : found.problems) std::cout << "problem " << problem << "\n";
    std::cout << (found.problems.empty() ? "The log holds.\n" : "The log does not hold.\n");
    if (!found.problems.empty()) context.exit_code = 1;
    if (export_to.empty()) return;
    if (app::lies_in(export_to, paths.folder)) refuse(export_to + ": lies in the data directory itself");
    const auto size = audit::write_tiles(*data, paths.log(), export_to);
    std::cout << "Wrote " << size << " entries and their tree into " << export_to << " (C2SP tlog-tiles)\n";
}

}  // namespace

void add_method(CLI::App& app, Context&)
{
    auto* command = app.add_subcommand("method", "Every requirement that a rule looks at: its id, force, section and sentence; the law and its numbers on the day");
    auto day = std::make_shared<std::string>();
    command->add_option("--on", *day, "the day, 2026-05-10; today when left out");
    command->callback([day] { print_method(day_or_today(*day)); });
}

void add_verify_log(CLI::App& app, Context& context)
{
    auto* command = app.add_subcommand("verify-log", "Recomputes the log from its entries and checks every checkpoint; needs no secret");
    auto older = std::make_shared<std::string>();
    command->add_option("--data", context.data, "the data directory")->capture_default_str();
    command->add_option("--against", *older, "an older checkpoint, kept elsewhere: the log must continue it");
    auto to = std::make_shared<std::string>();
    command->add_option("--export", *to,
                        "a new folder: the log as files that other programs can check (docs/trust_model.md)");
    command->callback([&context, older, to] { verify_log(context, *older, *to); });
}

void add_pnr_check(CLI::App& app, Context&)
{
    auto* command = app.add_subcommand("pnr-check", "Reads an identity number a line from standard input and says of each whether it is one");
    auto day = std::make_shared<std::string>();
    command->add_option("--on", *day, "the day that decides what is in the future, 2026-05-10; today when left out");
    command->callback([day] { check_lines(std::cin, std::cout, day_or_today(*day)); });
}

}  // namespace lots::cli
