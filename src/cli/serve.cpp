#include "app/serve.h"

#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.h"

namespace lots::cli {

void add_serve(CLI::App& app, Context& context)
{
    auto* command = app.add_subcommand("serve", "Answers on the address of config.toml until it is told to stop (SIGTERM, Ctrl+C)");
    struct Given {
        unsigned short port = 0;
        std::string clock;
        bool verbose = false;
    };
    auto given = std::make_shared<Given>();
    command->add_option("--data", context.data, "the data directory")->capture_default_str();
    auto* port = command->add_option("--port", given->port, "instead of the one in config.toml; 0: any that is free");
    auto* clock = command->add_option("--clock", given->clock, "a file that holds the time (RFC 3339); demo and test data only");
    command->add_flag("--verbose", given->verbose, "a line for every request, not only for those that fail or are slow");
    command->callback([&context, given, port, clock] {
        app::ServeOptions options;
        options.paths = {context.data};
        if (port->count() > 0) options.port = given->port;
        if (clock->count() > 0) options.clock = given->clock;
        options.verbose = given->verbose;
        options.ready = [](const std::string& address) { std::cout << "Lots: " << address << std::endl; };
        app::serve(options);
    });
}

}  // namespace lots::cli
