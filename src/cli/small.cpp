#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

#include <CLI/CLI.hpp>

#include "app/house.h"
#include "audit/log.h"
#include "cli/say.h"
#include "guideline/law.h"
#include "guideline/requirements.h"
#include "identity/check_lines.h"

namespace lots::cli {

namespace {

void print_method(Date on)
{
    std::cout << "What the rules look at, as the law reads on " << iso(on) << "\n\n";
    for (const auto* one : guideline::requirements) {
        std::cout << one->id << "  " << (one->force == guideline::Force::must ? "must" : "should") << "  " << one->section;
        if (const auto law = guideline::legal_reference(one->reference, on)) std::cout << "; " << guideline::wording(*law);
        else if (!one->reference.empty()) std::cout << "; no such law on that day";
        std::cout << "\n";
    }
}

void verify_log(Context& context, const std::string& older_file)
{
    const app::Paths paths{context.data};
    std::optional<std::string> older;
    if (!older_file.empty()) {
        std::ifstream in(older_file, std::ios::binary);
        if (!in) refuse(older_file + ": cannot be read");
        older.emplace(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    const auto data = app::open_data(paths, app::read_config(paths.config()));
    const auto found = audit::verify(*data, paths.log(), older);
    std::cout << "entries " << found.entries << "\ncheckpoints " << found.checkpoints << "\nroot " << found.root_hex << "\n";
    for (const auto& problem : found.problems) std::cout << "problem " << problem << "\n";
    std::cout << (found.problems.empty() ? "The log holds.\n" : "The log does not hold.\n");
    if (!found.problems.empty()) context.exit_code = 1;
}

}  // namespace

void add_method(CLI::App& app, Context&)
{
    auto* command = app.add_subcommand("method", "Every requirement that a rule looks at: its id, force and section, and the law of the day");
    auto day = std::make_shared<std::string>();
    command->add_option("--on", *day, "the day, 2026-05-10; today when left out");
    command->callback([day] {
        const auto on = day->empty() ? std::optional(local_day(SystemClock().now())) : parse_date(*day);
        if (!on) refuse(*day + ": a day is written 2026-05-10");
        print_method(*on);
    });
}

void add_verify_log(CLI::App& app, Context& context)
{
    auto* command = app.add_subcommand("verify-log", "Recomputes the log from its entries and checks every checkpoint; needs no secret");
    auto older = std::make_shared<std::string>();
    command->add_option("--data", context.data, "the data directory")->capture_default_str();
    command->add_option("--against", *older, "an older checkpoint, kept elsewhere: the log must continue it");
    command->callback([&context, older] { verify_log(context, *older); });
}

void add_pnr_check(CLI::App& app, Context&)
{
    auto* command = app.add_subcommand("pnr-check", "Reads an identity number a line from standard input and says of each whether it is one");
    command->callback([] {
        check_lines(std::cin, std::cout, local_day(SystemClock().now()));
    });
}

}  // namespace lots::cli
