#include <doctest/doctest.h>

#include <fstream>

#include "app/demo.h"
#include "app/program.h"
#include "cli/test_said.h"
#include "support/places.h"

using namespace lots;
using cli::test::lots_with;

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

TEST_CASE("Every rule in force is told with its sentence, the numbers of the law and when each paragraph was read")
{
    const auto said = lots_with("method --on 2026-05-10").out;
    CHECK(said.find("S0-22  must  Riktlinjerna 3.2") != std::string::npos);
    CHECK(said.find("Samtycket är skriftligt och underskrivet") != std::string::npos);
    CHECK(said.find("i lydelse enligt SFS 2025:1501") != std::string::npos);
    CHECK(said.find("10 kap. 15 a § offentlighets- och sekretesslagen (2009:400), i lydelse enligt SFS 2025:934") != std::string::npos);
    CHECK(said.find("preliminary-assessment  En förhandsbedömning är klar inom 14 dagar") != std::string::npos);
    CHECK(lots_with("method --on 2025-11-30").out.find("10 kap. 15 a § offentlighets") == std::string::npos);
    CHECK(said.find("The law was last read on 2025-12-16") != std::string::npos);
    CHECK(said.find("(1964:167), i lydelse enligt SFS 2016:930  from 2016-11-27 (dagen osäker), read on 2025-09-01") != std::string::npos);
}

TEST_CASE("S4-31 A municipality is made from a ready profile, with its agencies, areas and groups; one that weakens a rule is refused")
{
    const test::Folder folder;
    const auto at = [&](const char* name) { return " --data " + (folder.path() / name).string(); };
    const std::string init = "init --name Ekvik --code ekvik --user rut.hall --user-name Rut", password = "fyra ord langs kajen\n";
    const auto made = lots_with(init + " --profile stockholm-2012" + at("sthlm"), password);
    CHECK(made.error == "");
    CHECK(made.out.find("historic example") != std::string::npos);
    CHECK(lots_with("user list" + at("sthlm")).out.find("unit\tskarpnack-resurs") != std::string::npos);
    CHECK(lots_with("doctor" + at("sthlm")).code == 0);
    CHECK(lots_with(init + " --profile lund" + at("lund"), password).error == "");
    CHECK(lots_with(init + " --profile elsewhere" + at("other"), password).error.find("stockholm-2012") != std::string::npos);
    const auto own = folder.path() / "own.json";
    std::ofstream(own) << R"({"consent_in_writing": false})";
    const auto refused = lots_with(init + " --profile " + own.string() + at("other"), password);
    CHECK(refused.error.find("S0-14") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "other"));
}

TEST_CASE("Identity numbers are judged a line at a time")
{
    const auto said = lots_with("pnr-check", "201001012382\n201001012383\n");
    CHECK(said.out == "ok 201001012382 pnr K\nbad wrong check digit\n");
}

TEST_CASE("The day of pnr-check decides which century ten digits mean")
{
    const std::string numbers = "261204-9029\n261204+9029\n2612049029\n170415-2386\n201704152386\n";
    CHECK(lots_with("pnr-check --on 2026-11-22", numbers).out ==
          "ok 192612049029 pnr K\nok 182612049029 pnr K\nok 192612049029 pnr K\nok 201704152386 pnr K\nok 201704152386 pnr "
          "K\n");
    CHECK(lots_with("pnr-check --on 2017-04-14", "170415-2386\n201704152386\n").out ==
          "ok 191704152386 pnr K\nbad in the future\n");
    CHECK(lots_with("pnr-check --on 2026-02-30", numbers).error == "2026-02-30: a day is written 2026-05-10");
}

TEST_CASE("An unknown command is named, and the version is told")
{
    CHECK(lots_with("fly").error.find("fly") != std::string::npos);
    CHECK(lots_with("user fly").error.find("fly") != std::string::npos);
    CHECK(lots_with("").error.find("is required") != std::string::npos);
    CHECK(lots_with("user").error.find("is required") != std::string::npos);
    CHECK(lots_with("--version").error.find("lots 0.") == 0);  // CLI11 says it by throwing
}

TEST_CASE("What is refused at init leaves nothing behind, and the right command goes through afterwards")
{
    const test::Folder folder;
    const auto made = folder.path() / "data", empty = folder.path() / "empty";
    const auto with = [](const std::filesystem::path& data, const std::string& code, const std::string& official,
                         const std::string& user, const std::string& name, const std::string& log) {
        return "init --name " + name + " --code " + code + " --official-code " + official + " --user " + user +
               " --user-name Rut --data " + data.string() + (log.empty() ? "" : " --log-name " + log);
    };
    const std::string password = "fyra ord langs kajen\n", log = "ekvik.invalid/log";
    std::filesystem::create_directory(empty);
    for (const auto& data : {made, empty}) {
        CAPTURE(data.string());
        CHECK(lots_with(with(data, "ekvik", "abcd", "rut.hall", "Ekvik", log), password).error.find("four digits") !=
              std::string::npos);
        CHECK(lots_with(with(data, "'A B'", "0000", "rut.hall", "Ekvik", ""), password).error.find("Write a code") !=
              std::string::npos);
        CHECK(lots_with(with(data, "ekvik", "0000", "RUT", "Ekvik", log), password).error.find("sign-in name") !=
              std::string::npos);
        CHECK(lots_with(with(data, "ekvik", "0000", "rut.hall", "' '", log), password).error.find("Write a name") !=
              std::string::npos);
        CHECK(lots_with(with(data, "ekvik", "0000", "rut.hall", "Ekvik", "'a b'"), password).error.find("--log-name") !=
              std::string::npos);
        CHECK(std::filesystem::exists(data) == (data == empty));
        if (data == empty) CHECK(std::filesystem::is_empty(data));
        CHECK(lots_with(with(data, "ekvik", "0000", "rut.hall", "Ekvik", log), password).error == "");
        CHECK(lots_with("doctor --data " + data.string()).code == 0);
        CHECK(lots_with(with(data, "ekvik", "0000", "rut.hall", "Ekvik", log), password).error.find("holds data already") !=
              std::string::npos);
        CHECK(lots_with("doctor --data " + data.string()).code == 0);
    }
}

TEST_CASE("A password from a file of Windows is the one without its line end")
{
    const test::Folder folder;
    const app::Paths paths{folder.path() / "demo"};
    const auto data = " --data " + paths.folder.string();
    REQUIRE(lots_with("demo --empty" + data).code == 0);
    CHECK(lots_with("user password omar.farah" + data, "\r\n").error.find("on standard input") != std::string::npos);
    CHECK(lots_with("user password omar.farah" + data, "helt nytt\x01losen har\n").error.find("cannot be used") !=
          std::string::npos);
    CHECK(lots_with("user password omar.farah" + data, "  helt nytt losen har \r\n").error == "");
    const auto house = app::House::open(paths, app::House::Sequencing::run);
    const SystemClock clock;
    app::Program program(house, house.the_municipality(), clock);
    CHECK_NOTHROW(app::DemoHand(program.site(), "omar.farah", "helt nytt losen har"));
}

TEST_CASE("What only looks makes no file: a database that is missing is said to be missing")
{
    const test::Folder folder;
    const app::Paths paths{folder.path() / "demo"};
    const auto data = " --data " + paths.folder.string();
    REQUIRE(lots_with("demo --empty" + data).code == 0);
    for (const auto& file : {paths.keys(), paths.data()}) {
        const auto aside = folder.path() / "aside";
        std::filesystem::rename(file, aside);
        const auto backup = "backup " + (folder.path() / "copy").string();
        for (const std::string& command : {std::string("serve --port 0"), std::string("doctor"), std::string("verify-log"),
                                           std::string("user list"), backup}) {
            if (command == "verify-log" && file == paths.keys()) continue;  // needs no keys
            const auto said = lots_with(command + data);
            CAPTURE(command);
            CHECK(said.code == 1);
            CHECK((said.error + said.out).find("is missing") != std::string::npos);
            CHECK_FALSE(std::filesystem::exists(file));
            CHECK_FALSE(std::filesystem::exists(folder.path() / "copy"));
        }
        std::filesystem::rename(aside, file);
    }
    CHECK(lots_with("doctor" + data).code == 0);
}
