#pragma once

#include <iostream>
#include <sstream>
#include <string>

#include <CLI/CLI.hpp>

#include "cli/commands.h"

namespace lots::cli::test {

struct Said {
    int code = 0;
    std::string out, error;
};

/// Runs the program's commands in this process, with `in` as standard input.
inline Said lots_with(const std::string& arguments, const std::string& in = {})
{
    cli::Context context;
    CLI::App app{"lots"};
    cli::add_commands(app, context);
    std::ostringstream out;
    std::istringstream typed(in);
    auto* const real_out = std::cout.rdbuf(out.rdbuf());
    auto* const real_in = std::cin.rdbuf(typed.rdbuf());
    Said said;
    try {
        app.parse(arguments, false);
        said.code = context.exit_code;
    } catch (const std::exception& failure) {
        said.code = 1;
        said.error = failure.what();
    }
    std::cout.rdbuf(real_out);
    std::cin.rdbuf(real_in);
    said.out = out.str();
    return said;
}

}  // namespace lots::cli::test
