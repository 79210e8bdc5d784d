// Files whose pieces were moved, mixed or lost in SQL, and lists that do not follow their facts: refused where they are
// read, named by the doctor.
#include <doctest/doctest.h>

#include <boost/json.hpp>

#include "app/demo_tale.h"
#include "proof/canary_fields.h"
#include "proof/inside.h"

using namespace lots;
using namespace lots::test;
using access::Role;

namespace {

const std::vector<app::TaleSignatory> three{{"youth", "Robin", ""}, {"guardian", "Siv", ""}, {"guardian", "Ove", ""}};

/// A case with three signed forms of two pieces each, which begin with its mark.
std::string with_files(World& world, const std::string& mark)
{
    app::Tale tale(world.program->site(), world.clock, app::demo().password);
    int form = 0;
    tale.retell = [&](const std::string&, const std::string& told) {
        auto body = boost::json::parse(told).as_object();
        if (!body.contains("signed_form")) return told;
        auto content = app::tale_form();
        content.insert(content.find("trailer"), "% " + mark + std::to_string(++form) + std::string(100'000, '.') + "\n");
        body["signed_form"] = boost::json::object{{"name", mark + ".pdf"}, {"content", base64_of(content)}};
        return boost::json::serialize(body);
    };
    const app::TaleYouth youth{mark, "Proverud", "", 2011y / 1 / 1, three};
    const auto nomination = tale.propose(youth);
    tale.take_up(nomination);
    const auto number = tale.offer(nomination);
    tale.ask(number, youth);
    for (int line = 1; line <= 3; ++line) tale.sign(number, line);
    return number;
}

std::string case_of(const std::string& number)
{
    return "(SELECT case_id FROM case_number WHERE number = '" + number + "')";
}
std::string file_of(const std::string& number, int file)
{
    return "(SELECT id FROM attachment WHERE case_id = " + case_of(number) + " AND number = " + std::to_string(file) + ")";
}

std::string id_of(World& world, const std::string& select)
{
    std::string id;
    world.house.data->read([&](storage::Session& db) {
        db.query(("SELECT " + select).c_str(), {}, [&](const storage::Row& row) { id = to_hex(row.get<Bytes>(0)); });
    });
    return id;
}

HttpAnswer file_read(World& world, const std::string& number, int file)
{
    auto sara = caller_of(world, "sara.lind", Role::social_worker);
    return sara.get("/arende/" + number + "/filer/" + std::to_string(file));
}

void refuses_file(World& world, const std::string& number, int file, const std::vector<std::string>& words)
{
    CAPTURE(file);
    const auto entries = log_entries(world);
    const auto answer = file_read(world, number, file);
    CHECK(answer.status == 500);
    for (const auto& word : words) CHECK(answer.body.find(word) == std::string::npos);
    CHECK(log_entries(world) == entries + 1);
}

}  // namespace

TEST_CASE("A file whose pieces were mixed with another's, re-ordered, lost, added to or moved to another case is not sent, "
          "and the doctor names it")
{
    on_both(proof_day(), [](World& world) {
        const auto first = with_files(world, "Ettans"), second = with_files(world, "Tvåans");
        CHECK(file_read(world, first, 1).body.find("Ettans1") != std::string::npos);
        CHECK(problems_of(world) == "");
        struct Damage {
            std::string number;
            int file;
            std::string sql, row, said;
        };
        const auto piece = [](const std::string& file, int part) {
            return "WHERE attachment = " + file + " AND part = " + std::to_string(part) + "; ";
        };
        const auto a1 = file_of(first, 1), a2 = file_of(first, 2), a3 = file_of(first, 3), b1 = file_of(second, 1),
                   b2 = file_of(second, 2);
        const std::string set = "UPDATE attachment_chunk SET ", sealed = "attachment_chunk.sealed of row ";
        std::vector<Damage> damages{
            {first, 1,
             set + "sealed = (SELECT o.sealed FROM attachment_chunk o WHERE o.attachment = " + a2 + " AND o.part = 1) " +
                 piece(a1, 1),
             id_of(world, a1), ", piece 1, does not open"},
            {first, 3,
             set + "part = 9 " + piece(a3, 0) + set + "part = 0 " + piece(a3, 1) + set + "part = 1 " + piece(a3, 9),
             id_of(world, a3), ", piece 0, does not open"},
            {second, 1, "DELETE FROM attachment_chunk " + piece(b1, 1), id_of(world, b1), ", piece 1, is missing"},
            {second, 2,
             "INSERT INTO attachment_chunk (municipality, attachment, part, sealed) SELECT municipality, attachment, 2, "
             "sealed FROM attachment_chunk " +
                 piece(b2, 1),
             id_of(world, b2), ", piece 2, does not open"},
        };
        for (const auto& damage : damages) {
            tamper(world, "attachment_chunk", damage.sql);
            refuses_file(world, damage.number, damage.file, {"Ettans", "Tvåans"});
        }
        const auto moved = id_of(world, file_of(second, 3));
        tamper(world, "attachment",
               "UPDATE attachment SET case_id = " + case_of(first) + ", number = 9 WHERE id = " + file_of(second, 3));
        refuses_file(world, first, 9, {"Ettans", "Tvåans"});

        const auto problems = problems_of(world);
        for (const auto& damage : damages)
            CHECK_MESSAGE(problems.find(sealed + damage.row + damage.said) != std::string::npos, problems);
        CHECK_MESSAGE(problems.find("attachment.name_sealed of row " + moved) != std::string::npos, problems);
        CHECK_MESSAGE(problems.find(sealed + moved + ", piece 0, does not open") != std::string::npos, problems);
        // The one that nobody touched is sent, and not named.
        CHECK(file_read(world, first, 2).body.find("Ettans2") != std::string::npos);
        CHECK_MESSAGE(problems.find(id_of(world, a2)) == std::string::npos, problems);
    });
}

TEST_CASE("D12 A list that does not follow its facts is named by the doctor, with the case and what differs")
{
    on_both(proof_day(), [](World& world) {
        const auto whole = with_files(world, "Hel"), changed = with_files(world, "Ändrad");
        CHECK(problems_of(world) == "");
        const auto of_it = " WHERE case_id = " + case_of(changed);
        const std::vector<std::pair<std::string, std::string>> changes{
            {"UPDATE case_head SET state = 'active'" + of_it, "case_head.state"},
            {"UPDATE case_head SET owner_unit = (SELECT id FROM unit WHERE code <> 'soc-unga' ORDER BY code LIMIT 1)" +
                 of_it,
             "case_head.owner_unit"},
            {"UPDATE case_head SET next_change_on = '2031-01-01'" + of_it, "case_head.next_change_on"},
            {"UPDATE duty SET last_day = '2031-01-01'" + of_it, "duty"},
            {"DELETE FROM open_case" + of_it, "open_case"}};
        for (const auto& [sql, what] : changes) {
            meddle(world, sql);
            const auto problems = problems_of(world);
            CHECK_MESSAGE(problems.find("case " + changed + ": " + what + " is not what its facts say") != std::string::npos,
                          problems);
            CHECK_MESSAGE(problems.find("case " + whole) == std::string::npos, problems);
        }
        // Time alone is no difference, also when a day has come on which the next command would find other duties.
        World later(world.house.data->engine(), proof_day());
        with_files(later, "Senare");
        later.clock.set(at_local(2027y / 5 / 11, 9, 0));
        CHECK(problems_of(later) == "");
    });
}
