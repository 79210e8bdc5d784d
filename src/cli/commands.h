#pragma once

#include <filesystem>
#include <string>

namespace CLI {
class App;
}

namespace lots::cli {

/// What every command is given: the data directory of --data, and what the program ends with.
struct Context {
    std::filesystem::path data = "./data";
    int exit_code = 0;
};

// Each adds its command to the command line. A command writes its answer to standard output; what it refuses is thrown as
// std::runtime_error and said by main(), with exit code 1.
void add_serve(CLI::App& app, Context& context);
void add_init(CLI::App& app, Context& context);
void add_demo(CLI::App& app, Context& context);
void add_user(CLI::App& app, Context& context);
void add_import(CLI::App& app, Context& context);
void add_doctor(CLI::App& app, Context& context);
void add_method(CLI::App& app, Context& context);
void add_backup(CLI::App& app, Context& context);
void add_restore(CLI::App& app, Context& context);
void add_verify_log(CLI::App& app, Context& context);
void add_pnr_check(CLI::App& app, Context& context);

/// All of them, the help and the version. Neither an unknown command nor none is let through.
void add_commands(CLI::App& app, Context& context);
/// Refuses a command that is given without one of its own: what to call from the callback of `app`.
void require_subcommand(const CLI::App& app);

/// A line of secret text from standard input, without its end (LF or CRLF); on a terminal it is asked for and not shown. Throws when
/// there is none.
std::string read_secret(const std::string& question);

/// What a Result refused, as an exception for main().
[[noreturn]] void refuse(const std::string& why);

}  // namespace lots::cli
