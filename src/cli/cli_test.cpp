#include <doctest/doctest.h>

#include <iostream>
#include <sstream>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "support/places.h"

using namespace lots;

namespace {

struct Said {
    int code = 0;
    std::string out, error;
};

/// Runs the program's commands in this process, with `in` as standard input.
Said lots_with(const std::string& arguments, const std::string& in = {})
{
    cli::Context context;
    CLI::App app{"lots"};
    app.require_subcommand(1);
    for (const auto add : {cli::add_serve, cli::add_init, cli::add_demo, cli::add_user, cli::add_doctor, cli::add_method, cli::add_backup,
                           cli::add_restore, cli::add_verify_log, cli::add_pnr_check})
        add(app, context);
    std::ostringstream out;
    std::istringstream typed(in);
    auto* const real_out = std::cout.rdbuf(out.rdbuf());
    auto* const real_in = std::cin.rdbuf(typed.rdbuf());
    Said said;
    try {
        app.parse(arguments, false);
        said.code = context.exit_code;
    }
    catch (const std::exception& failure) {
        said.code = 1;
        said.error = failure.what();
    }
    std::cout.rdbuf(real_out);
    std::cin.rdbuf(real_in);
    said.out = out.str();
    return said;
}

}  // namespace

TEST_CASE("The demo says who can sign in, and its doctor finds no problem")
{
    const test::Folder folder;
    const auto data = " --data " + (folder.path() / "demo").string();
    const auto made = lots_with("demo --empty" + data);
    CHECK(made.error == "");
    CHECK(made.out.find("sara.lind") != std::string::npos);
    CHECK(made.out.find("Password of all: ") != std::string::npos);
    CHECK(lots_with("demo --list").out == made.out);
    CHECK(lots_with("doctor" + data).code == 0);
    CHECK(lots_with("verify-log" + data).out.find("The log holds.") != std::string::npos);
    CHECK(lots_with("demo" + data).error.find("holds data already") != std::string::npos);
}

TEST_CASE("A municipality for real persons can be made, but not opened: the door is not built")
{
    const test::Folder folder;
    const auto data = " --data " + (folder.path() / "real").string();
    const std::string init = "init --name Ekvik --code ekvik --kind real --user rut.hall --user-name Rut";
    CHECK(lots_with(init + data, "kort\n").error.find("too short") != std::string::npos);
    CHECK(lots_with(init + data, "fyra ord langs kajen\n").error == "");
    CHECK(lots_with("serve --port 0" + data).error.find("door is not built") != std::string::npos);
    const auto doctor = lots_with("doctor" + data);
    CHECK(doctor.code == 1);
    CHECK(doctor.out.find("the door is not built") != std::string::npos);
}

TEST_CASE("People are added, given roles, and have them ended; the log keeps each change")
{
    const test::Folder folder;
    const auto data = " --data " + (folder.path() / "demo").string();
    REQUIRE(lots_with("demo --empty" + data).code == 0);
    CHECK(lots_with("user add ny.person --name Ny --unit soc-unga --role social_worker" + data, "fyra ord langs kajen\n").error == "");
    CHECK(lots_with("user add ny.person --name Ny" + data, "fyra ord langs kajen\n").error.find("taken") != std::string::npos);
    CHECK(lots_with("user assign ny.person --unit polis-ungdom --role social_worker" + data).error.find("no such role") != std::string::npos);
    CHECK(lots_with("user password ny.person" + data, "fyra andra ord har\n").error == "");
    CHECK(lots_with("user end ny.person --unit soc-unga --role social_worker" + data).error == "");
    CHECK(lots_with("user list" + data).out.find("user\tny.person\tsocial_worker\tsoc-unga") != std::string::npos);
    CHECK(lots_with("verify-log" + data).out.find("entries 5") != std::string::npos);  // the two refused attempts too
}

TEST_CASE("The method is told as the law reads on the day")
{
    CHECK(lots_with("method --on 2025-06-30").out.find("14 kap. 1 § socialtjänstlagen (2001:453)") != std::string::npos);
    CHECK(lots_with("method --on 2025-07-01").out.find("19 kap. 1 § socialtjänstlagen (2025:400)") != std::string::npos);
    CHECK(lots_with("method --on tomorrow").code == 1);
}

TEST_CASE("Identity numbers are judged a line at a time")
{
    const auto said = lots_with("pnr-check", "201001012382\n201001012383\n");
    CHECK(said.out == "ok 201001012382 pnr K\nbad wrong check digit\n");
}
