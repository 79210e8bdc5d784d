#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "app/backup.h"
#include "app/doctor.h"
#include "cli/commands.h"

namespace lots::cli {

void add_doctor(CLI::App& app, Context& context)
{
    auto* command = app.add_subcommand("doctor", "Looks into a data directory and says what is wrong, and what one has to know; changes nothing");
    command->add_option("--data", context.data, "the data directory")->capture_default_str();
    command->callback([&context] {
        using Level = app::Finding::Level;
        int problems = 0;
        for (const auto& one : app::examine({context.data}, SystemClock().now())) {
            const char* mark = one.level == Level::fine ? "ok      " : one.level == Level::warning ? "warning " : "PROBLEM ";
            std::cout << mark << one.text << "\n";
            problems += one.level == Level::problem;
        }
        std::cout << (problems == 0 ? "No problems.\n" : std::to_string(problems) + " problems.\n");
        if (problems > 0) context.exit_code = 1;
    });
}

void add_backup(CLI::App& app, Context& context)
{
    auto* command = app.add_subcommand("backup", "Copies everything but the two secret keys into a new folder, while the service runs");
    auto to = std::make_shared<std::string>();
    command->add_option("--data", context.data, "the data directory")->capture_default_str();
    command->add_option("to", *to, "the new folder")->required();
    command->callback([&context, to] {
        const auto house = app::House::open({context.data}, app::House::Sequencing::wait);
        const auto done = app::back_up(house, house.the_municipality(), SystemClock().now(), *to);
        std::cout << "Backed up " << done.bytes << " bytes into " << done.folder.string() << "\n"
                  << "The root key and the log's signing key are not in it. Keep them elsewhere: a restore needs both.\n";
    });
}

void add_restore(CLI::App& app, Context& context)
{
    auto* command = app.add_subcommand("restore", "Makes a data directory out of a backup and the two secret keys");
    struct Given {
        std::string from, root_key, signing_key;
    };
    auto given = std::make_shared<Given>();
    command->add_option("--data", context.data, "the data directory, new")->capture_default_str();
    command->add_option("from", given->from, "the backup's folder")->required();
    command->add_option("--root-key", given->root_key, "root.key, out of the safe")->required();
    command->add_option("--signing-key", given->signing_key, "log-signing.key, out of the safe")->required();
    command->callback([&context, given] {
        app::restore(given->from, {context.data}, given->root_key, given->signing_key, SystemClock().now());
        std::cout << "Restored into " << context.data.string() << ", with an entry in the log that says so.\n"
                  << "What was withdrawn or ended after the backup is not known here: see docs/operations.md before anybody signs in.\n";
    });
}

}  // namespace lots::cli
