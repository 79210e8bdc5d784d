#include <cstdio>
#include <exception>
#include <iostream>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "vault/process.h"

int main(int argc, char** argv)
{
    try {
        lots::vault::harden_process();
        std::ios::sync_with_stdio(false);  // `lots pnr-check` reads millions of lines
        lots::cli::Context context;
        CLI::App app{"Lots: the shared room around a young person in a social insatsgrupp"};
        lots::cli::add_commands(app, context);
        CLI11_PARSE(app, argc, argv);
        return context.exit_code;
    }
    catch (const std::exception& failure) {
        std::fprintf(stderr, "lots: %s\n", failure.what());
        return 1;
    }
}
