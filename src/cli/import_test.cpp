#include <algorithm>
#include <set>

#include "cli/test_import.h"
#include "cli/test_said.h"
#include "imports/steps.h"

// What was on paper comes in by the doors that everything comes in by, all of it or nothing.
using namespace lots;
using namespace lots::cli::test;
using app::test::Browser;
using app::test::Town;
using imports::ListKind;

TEST_CASE("S0-20 The example of proposals comes in as the police's own, once")
{
    test::on_both_engines([](const test::Place& place) {
        Town town(place);
        const auto entries = town.log_entries("command");
        const auto report = jonas_brings_in(town, read(nominations_file));
        CHECK(faults_of(report) == "");
        CHECK(report.kept);
        REQUIRE(report.cases.size() == 2);
        CHECK(report.cases[0].number == "F-1");
        CHECK(report.cases[1].line == 3);
        CHECK(town.count("SELECT COUNT(*) FROM import_batch WHERE kind = 'nominations' AND role = 'police'") == 1);
        CHECK(town.count("SELECT COUNT(*) FROM import_case") == 2);
        CHECK(town.log_entries("command") == entries + 3);  // one for each, and one for the file

        const auto kept = rows(town);
        const auto again = jonas_brings_in(town, read(nominations_file));
        CHECK_FALSE(again.kept);
        CHECK(faults_of(again) == "");
        REQUIRE(again.cases.size() == 2);
        CHECK(again.cases[0].before);
        CHECK(again.notes.empty());
        CHECK(rows(town) == kept);

        // One line more, and one that says something else by now: the new one comes in, the other is told.
        auto more = changed(read(nominations_file), "mamma som söker", "pappa som söker");
        more += changed(changed(more.substr(more.find("5000-K61")), "5000-K61", "5000-K62"), "201001102399", "201001022399");
        more = changed(more, "Noa,Lindqvist,2010-01-10,201001022399", "Alex,Ternström,2010-01-02,201001022399");
        const auto third = jonas_brings_in(town, more);
        CHECK(faults_of(third) == "");
        CHECK(third.kept);
        REQUIRE(third.notes.size() == 1);
        CHECK(third.notes[0].line == 2);
        CHECK(third.notes[0].why == MessageKey("imports.changed_since"));
        CHECK(town.count("SELECT COUNT(*) FROM sig_case") == 3);
    });
}

TEST_CASE("S1-71 The example of a running case comes in with consent, group and a plan that is decided")
{
    test::on_both_engines([](const test::Place& place) {
        Town town(place);
        const auto entries = town.log_entries("command");
        const auto report = sara_brings_in(town, read(cases_file));
        CHECK(faults_of(report) == "");
        REQUIRE(report.cases.size() == 1);
        CHECK(report.cases[0].number == "SIG-2026-001");
        CHECK(report.cases[0].state == "active");
        CHECK(report.kept);
        CHECK(town.count("SELECT COUNT(*) FROM consent_answer") == 3);
        CHECK(town.count("SELECT COUNT(*) FROM membership") == 4);
        CHECK(town.count("SELECT COUNT(*) FROM commitment") == 4);
        CHECK(town.count("SELECT COUNT(*) FROM commitment_acceptance") == 4);
        CHECK(town.count("SELECT COUNT(*) FROM import_case WHERE offer_decided_on = '2026-02-20' AND consent_from = '2026-02-25'") == 1);
        // The consent holds here from the day it came in, and that is told (S4-15).
        CHECK(town.count("SELECT COUNT(*) FROM consent WHERE valid_from = '2026-05-11' AND last_day = '2027-02-24'") == 1);
        CHECK(std::ranges::count(report.notes, MessageKey("imports.consent_from_today"), &imports::Fault::why) == 1);
        CHECK(town.log_entries("command") > entries + 20);
        CHECK(town.count("SELECT COUNT(*) FROM duty") > 0);
        // The plan was decided on paper on 2026-03-12: from then on the time to continue or close is counted (S1-61).
        CHECK(town.count("SELECT COUNT(*) FROM duty WHERE what = 'duty.continue_or_close' AND last_day = '2026-09-12'") == 1);

        Browser sara(town);
        sara.sign_in("sara.lind", town.password());
        sara.post("/roll", {{"role", "social_worker|socialtjansten|Enheten för unga"}, {"till", "/"}});
        const auto page = sara.get("/arende/SIG-2026-001");
        CHECK(page.body.find("D 2026/117") != std::string::npos);
        CHECK(sara.get("/arende/SIG-2026-001/plan").body.find("Gå till skolan varje dag") != std::string::npos);
        // A member sees the room, and not what social services call the case.
        Browser elin(town);
        elin.sign_in("elin.berg", town.password());
        CHECK(elin.get("/arende/SIG-2026-001").status == 200);
        CHECK(elin.get("/arende/SIG-2026-001").body.find("D 2026/117") == std::string::npos);

        const auto again = sara_brings_in(town, read(cases_file));
        CHECK_FALSE(again.kept);
        CHECK(again.cases.at(0).before);
        CHECK(town.count("SELECT COUNT(*) FROM sig_case") == 1);
    });
}

TEST_CASE("S2-04, S0-20 What another agency has brought in under the same reference is not told of, and comes in all the same")
{
    test::on_both_engines([](const test::Place& place) {
        Town town(place);
        const std::string own = "D 2026/117";
        auto running = read(cases_file);
        for (auto at = running.find(own); at != std::string::npos; at = running.find(own)) running.replace(at, own.size(), "5000-K55-26");
        REQUIRE(sara_brings_in(town, running).kept);
        const auto tried = jonas_brings_in(town, read(nominations_file), true);
        REQUIRE(tried.cases.size() == 2);
        CHECK_FALSE(tried.cases[0].before);
        CHECK(std::ranges::count(tried.notes, MessageKey("imports.changed_since"), &imports::Fault::why) == 0);
        const auto report = jonas_brings_in(town, read(nominations_file));
        CHECK(faults_of(report) == "");
        CHECK(report.kept);
        CHECK(town.count("SELECT COUNT(*) FROM import_case") == 3);
        CHECK(sara_brings_in(town, running).cases.at(0).before);
        CHECK(jonas_brings_in(town, read(nominations_file)).cases.at(0).before);
    });
}

TEST_CASE("A dry run says what would become of each line, and keeps nothing but that it was tried")
{
    test::on_both_engines([](const test::Place& place) {
        Town town(place);
        const auto before = rows(town);
        const auto entries = town.log_entries("command");
        const auto report = sara_brings_in(town, read(cases_file), true);
        CHECK(faults_of(report) == "");
        CHECK_FALSE(report.kept);
        CHECK(report.cases.at(0).state == "active");
        CHECK(rows(town) == before);
        CHECK(town.log_entries("command") == entries + 1);
    });
}

TEST_CASE("With one fault nothing is kept, and every fault is told with its line and column")
{
    test::on_both_engines([](const test::Place& place) {
        Town town(place);
        const auto before = rows(town);
        const auto faulty = changed(changed(read(nominations_file), "2010-01-08", "2010-31-08"), ",A-2026-2207,604,", ",A-2026-2207,605,");
        const auto report = jonas_brings_in(town, faulty);
        CHECK(faults_of(report) == "2 born form.json_day; 3 matter_code_reason field.propose.matter_code_reason.missing");
        CHECK_FALSE(report.kept);
        CHECK(rows(town) == before);

        // The last command of many is refused: nothing of the ones before it stays.
        const auto late = sara_brings_in(town, changed(read(cases_file), "signatory-1;2027-01-31", "signatory-1;2026-05-10"));
        CHECK(faults_of(late) == "14 done_by form.today_or_later");
        CHECK(rows(town) == before);
    });
}

TEST_CASE("S0-14, S1-13, S0-46 What the paper has and a rule of today does not allow is told with the requirement")
{
    Town town;
    const auto original = read(cases_file);
    const auto refused = [&](const std::string& from, const std::string& to) {
        return faults_of(sara_brings_in(town, changed(original, from, to)));
    };
    // A yes without the signed form, and one without a talk before it.
    CHECK(refused("yes;2026-02-25;samtycke-robin.pdf;", "yes;2026-02-25;;") == "5 - S0-14");
    CHECK(refused("2026-02-23;meeting;ja;ja;ja", "2026-02-26;meeting;ja;ja;ja") == "5 - S1-13; 5 - S1-13; 5 - S0-55");
    // A term longer than the municipality allows.
    CHECK(refused("2026-02-25;2027-02-24", "2026-02-25;2027-02-25") == "2 form_last_day settled-12");
    // Somebody who must sign has not: the group cannot have begun.
    CHECK(refused("yes;2026-02-25;samtycke-robin.pdf;ja;no;Ekvik;Arkivskåp 3", ";;;;;;") == "2 - S0-22:");
    // Only social services bring in running cases, and an adult is not proposed by a school without consent.
    CHECK(faults_of(bring_in(town, ListKind::cases, original, "jonas.ek", access::Role::police)) == "0 - imports.wrong_role");
    CHECK(faults_of(jonas_brings_in(town, changed(changed(read(nominations_file), "2010-01-08", "2006-01-08"), "201001082393", ""))) == "2 - S0-46");
    CHECK(rows(town) == 0);
}

TEST_CASE("Columns and lines that are not as they should be are told, and nothing of the cells is")
{
    Town town;
    const auto original = read(cases_file), proposals = read(nominations_file);
    const auto of_cases = [&](const std::string& from, const std::string& to) {
        return faults_of(sara_brings_in(town, changed(original, from, to)));
    };
    const auto of_proposals = [&](const std::string& from, const std::string& to) {
        return faults_of(jonas_brings_in(town, changed(proposals, from, to)));
    };
    CHECK(of_proposals("reference,", "referens,") == "1 - imports.column_missing");
    CHECK(of_proposals(",given_name", ",fornamn") == "1 - imports.column_unknown");
    CHECK(of_proposals("5000-K61-26", "5000-K55-26") == "3 reference imports.reference_twice");
    CHECK(of_proposals("5000-K61-26", "") == "3 reference form.missing");
    CHECK(of_proposals("5000-K61-26", "20100110-2399") == "3 reference imports.reference_is_number");
    CHECK(of_proposals(",ja,\"debut_age, company\",14", ",kanske,\"debut_age, company\",fjorton") ==
          "2 considered_for_sig imports.flag; 2 debut_age imports.number");
    CHECK(of_proposals("vehicle_theft", "vehicle") == "2 strategic_crimes form.not_a_choice");
    CHECK(of_cases("D 2026/117;goal", "D 2026/117;maal") == "12 record imports.record_unknown");
    CHECK(of_cases("D 2026/117;coordinator", "D 2026/117;member").find("2 - imports.no_coordinator") != std::string::npos);
    CHECK(of_cases("samtycke-robin.pdf", "../import/samtycke-robin.pdf") == "5 signed_form imports.no_such_file");
    CHECK(of_cases("D 2026/117;goal;", "D 2026/117;goal;Robin") == "12 given_name imports.not_for_record");
    CHECK(of_cases("population_register;no;no;yes;", "population_register;no;yes;yes;") == "2 review_conflict imports.conflict");
    CHECK(rows(town) == 0);
    // What was typed is in no reason.
    for (const auto& fault : jonas_brings_in(town, changed(proposals, "2010-01-08", "Kim Öberg")).faults) {
        CHECK(say(Language::sv, fault.why, fault.args).find("Öberg") == std::string::npos);
        CHECK(say(Language::en, fault.why, fault.args).find("Öberg") == std::string::npos);
    }
}

TEST_CASE("A file may be brought in from the command line, by somebody with the role")
{
    const test::Folder folder;
    const auto data = " --data " + (folder.path() / "demo").string();
    REQUIRE(lots_with("demo --empty" + data).code == 0);
    const std::string file = "import nominations " + nominations_file;
    CHECK(lots_with(file + data).error.find("--as is required") != std::string::npos);
    CHECK(lots_with(file + " --as nobody" + data).error.find("no such user") != std::string::npos);
    CHECK(lots_with(file + " --as jonas.ek" + data).error.find("several roles: police, working_group") != std::string::npos);
    CHECK(lots_with("import nominations docs/none.csv --as jonas.ek" + data).error.find("cannot be read") != std::string::npos);

    const auto dry = lots_with(file + " --as jonas.ek --role police --dry-run" + data);
    CHECK(dry.code == 0);
    CHECK(dry.out.find("Rad 2: skulle bli F-1 (Förslag)") != std::string::npos);
    CHECK(dry.out.find("provkörning") != std::string::npos);
    const auto kept = lots_with(file + " --as jonas.ek --role police" + data);
    CHECK(kept.code == 0);
    CHECK(kept.out.find("Rad 3: blev F-2 (Förslag)") != std::string::npos);
    CHECK(lots_with(file + " --as jonas.ek --role police" + data).out.find("finns redan") != std::string::npos);
    const auto refused = lots_with(file + " --as ulla.arkiv" + data);
    CHECK(refused.code == 1);
    CHECK(refused.out.find("Den rollen får inte lägga in filen") != std::string::npos);
    CHECK(refused.out.find("Ingenting har lagts in") != std::string::npos);
    CHECK(lots_with("doctor" + data).code == 0);
    CHECK(lots_with("verify-log" + data).out.find("The log holds.") != std::string::npos);
}

TEST_CASE("Nothing is brought into a data directory for real persons: the door is not built")
{
    const test::Folder folder;
    const auto data = " --data " + (folder.path() / "real").string();
    REQUIRE(lots_with("init --name Ekvik --code ekvik --kind real --user rut.hall --user-name Rut" + data, "fyra ord langs kajen\n").code == 0);
    const auto said = lots_with("import nominations " + nominations_file + " --as rut.hall" + data);
    CHECK(said.code == 1);
    CHECK(said.error.find("door is not built") != std::string::npos);
}

TEST_CASE("docs/import.md has the columns that there are")
{
    const auto page = read("docs/import.md");
    for (const std::string kind : {"nominations", "cases"}) {
        const auto columns = lots_with("import columns " + kind).out;
        CHECK_MESSAGE(page.find(columns) != std::string::npos, "lots import columns " << kind << " says something else");
    }
    using imports::Record;
    for (const auto record : {Record::nomination, Record::case_, Record::source, Record::signatory, Record::coordinator, Record::member, Record::goal,
                              Record::commitment}) {
        std::set<std::string> seen;
        for (const auto& column : imports::steps().columns(record, Language::sv)) CHECK_MESSAGE(seen.insert(column.name).second, column.name);
    }
}
