#include "cli/commands.h"

#include <CLI/CLI.hpp>

namespace lots::cli {

void require_subcommand(const CLI::App& app)
{
    // Not CLI11's own rule: it is looked at before what was typed, and would say of an unknown command that there is none.
    if (app.get_subcommands().empty()) throw CLI::RequiredError("A command");
}

void add_commands(CLI::App& app, Context& context)
{
    app.set_version_flag("--version", "lots " LOTS_VERSION, "Says which version this is");
    app.callback([&app] { require_subcommand(app); });
    for (const auto add : {add_serve, add_init, add_demo, add_user, add_import, add_doctor, add_method, add_backup, add_restore,
                           add_verify_log, add_pnr_check})
        add(app, context);
}

}  // namespace lots::cli
