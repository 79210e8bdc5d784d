#include <doctest/doctest.h>

#include "cases/lists.h"
#include "group/commands.h"
#include "group/duties.h"
#include "group/pages.h"
#include "group/store.h"
#include "guideline/requirements.h"
#include "support/faults.h"
#include "support/municipality.h"

using namespace lots;
using namespace lots::group;
using access::Operation;
using test::fault_of;
using test::Municipality;

namespace {

cases::DecisionNote a_note() { return {"Tore är trygg", "Samtal", "Sara", "Får vara med", "Vill", "Bra för Alex", "3.1"}; }

WishHelper a_wish(const std::string& number, Date on)
{
    return {number, "Tore Blom", "coach", "070-000 00 00", "Följa med till boxningen", "Han lyssnar på mig", "meeting", on};
}

/// What somebody sees of the case.
bool sees(Municipality& town, const std::string& who, const std::string& number)
{
    return static_cast<bool>(town.as(who, [&](access::Work& work) -> Result<Done> {
        const auto permit = access::permit<Operation::see_case>(work, number);
        if (!permit) return permit.error();
        return Done{};
    }));
}

std::size_t listed(Municipality& town, const std::string& who)
{
    return *town.as(who, [&](access::Work& work) -> Result<std::size_t> { return cases::own_cases(work, 10).size(); });
}

}  // namespace

TEST_CASE("S1-34, S1-35, edge-4.28: a coach comes by wish, yes, judgement and reservation, and is out with one no; the group goes on")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming({"soc", "polisen", "skolan"}, true);
        const auto today = town.today();
        REQUIRE(fault_of(town.run("sara", wish_helper_command(), a_wish(number, today))) == "none");
        CHECK(fault_of(town.run("sara", wish_helper_command(), a_wish(number, next_day(today)))) == "wished_on");
        CHECK(fault_of(town.run("jonas", wish_helper_command(), a_wish(number, today))) == "not found");
        CHECK_FALSE(sees(town, "tore", number));

        const JudgeHelper judgement{number, "1", "yes", "tore", today, add_days(today, 60), a_note()};
        const auto early = town.run("sara", judge_helper_command(), judgement);
        REQUIRE(fault_of(early) == "refused");
        CHECK(early.error().as<Refused>()->decision.lacks(guideline::each_says_yes_to_helper));
        REQUIRE(fault_of(town.run("sara", answer_helper_command(), {number, "1", "2", "yes", "phone", today})) == "none");
        CHECK(fault_of(town.run("sara", answer_helper_command(), {number, "1", "9", "yes", "phone", today})) == "signatory");
        CHECK(fault_of(town.run("sara", answer_helper_command(), {number, "2", "2", "yes", "phone", today})) == "not found");

        auto stranger = judgement;
        stranger.account = "alex";
        CHECK(fault_of(town.run("sara", judge_helper_command(), stranger)) == "account");
        auto backwards = judgement;
        backwards.last_day = add_days(today, -1);
        CHECK(fault_of(town.run("sara", judge_helper_command(), backwards)) == "last_day");
        auto unreasoned = judgement;
        unreasoned.note.why.clear();
        CHECK(fault_of(town.run("sara", judge_helper_command(), unreasoned)) == "refused");
        CHECK(fault_of(town.run("sara", sign_reservation_command(), {number, "1", "Skåp 3", today, true})) == "not found");
        REQUIRE(fault_of(town.run("sara", judge_helper_command(), judgement)) == "none");
        CHECK_FALSE(sees(town, "tore", number));
        REQUIRE(fault_of(town.run("sara", sign_reservation_command(), {number, "1", "Skåp 3", today, true})) == "none");

        CHECK(sees(town, "tore", number));
        CHECK(listed(town, "tore") == 1);
        CHECK(fault_of(town.look("tore", {{"case", number}}, members_page)) == "not found");
        const auto page = town.look("sara", {{"case", number}}, members_page);
        REQUIRE(static_cast<bool>(page));
        CHECK((*page).main.str().find("Han lyssnar på mig") != std::string::npos);
        town.set(add_days(today, 61));
        CHECK_FALSE(sees(town, "tore", number));
        town.set(add_days(today, 60));
        CHECK(sees(town, "tore", number));

        REQUIRE(fault_of(town.run("sara", answer_helper_command(), {number, "1", "2", "no", "phone", town.today()})) == "none");
        CHECK_FALSE(sees(town, "tore", number));
        CHECK(sees(town, "sara", number));
        CHECK(sees(town, "alex", number));
        REQUIRE(fault_of(town.run("sara", end_helper_command(), {number, "1", "youth_changed_mind", ""})) == "none");
        CHECK(fault_of(town.run("sara", end_helper_command(), {number, "1", "other", ""})) == "not found");
    });
}

TEST_CASE("edge-4.28: who has a duty of secrecy of their own signs no reservation; by what it is told, and read by those who lead the case")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        const auto today = town.today();
        REQUIRE(fault_of(town.run("sara", wish_helper_command(), a_wish(number, today))) == "none");
        const JudgeHelper judgement{number, "1", "yes", "tore", today, add_days(today, 60), a_note()};
        REQUIRE(fault_of(town.run("sara", judge_helper_command(), judgement)) == "none");
        CHECK(fault_of(town.run("sara", sign_reservation_command(), {number, "1", "Skåp 3", today, false})) == "signature_seen");
        CHECK(fault_of(town.run("sara", sign_reservation_command(), {number, "1", "", today, true})) == "original_kept_at");
        SignReservation told{number, "1", "", today, false, "own_duty", ""};
        CHECK(fault_of(town.run("sara", sign_reservation_command(), told)) == "own_secrecy");
        CHECK_FALSE(sees(town, "tore", number));
        told.own_secrecy = "29 kap. 14 § skollagen";
        REQUIRE(fault_of(town.run("sara", sign_reservation_command(), told)) == "none");
        CHECK(sees(town, "tore", number));
        const auto page = town.look("sara", {{"case", number}}, members_page);
        REQUIRE(static_cast<bool>(page));
        CHECK((*page).main.str().find("29 kap. 14 § skollagen") != std::string::npos);
        REQUIRE(fault_of(town.run("sara", add_member_command(), {number, "jonas", "area_police", "Känner Alex", true})) == "none");
        const auto members = town.look("jonas", {{"case", number}}, members_page);
        REQUIRE(static_cast<bool>(members));
        CHECK((*members).main.str().find("Tore Blom") != std::string::npos);
        CHECK((*members).main.str().find("skollagen") == std::string::npos);
    });
}

TEST_CASE("edge-4.28: a duty of secrecy that was written wrong is written anew, and the newest counts, also that there is none")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        const auto today = town.today();
        const web::PathParts helper{{"case", number}, {"number", "1"}};
        REQUIRE(fault_of(town.run("sara", wish_helper_command(), a_wish(number, today))) == "none");
        const JudgeHelper judgement{number, "1", "yes", "tore", today, add_days(today, 60), a_note()};
        REQUIRE(fault_of(town.run("sara", judge_helper_command(), judgement)) == "none");
        const auto form = [&] { return web::entry_of(sign_reservation_command()).show; };
        const auto offers = [&](const std::string& words) {
            const auto shown = town.look("sara", helper, form());
            return static_cast<bool>(shown) && (*shown).main.str().find(words) != std::string::npos;
        };
        CHECK_FALSE(offers("no_duty"));  // nothing was written that could be wrong
        SignReservation told{number, "1", "", today, false, "no_duty", ""};
        CHECK(fault_of(town.run("sara", sign_reservation_command(), told)) == "bound_by");
        told.bound_by = "own_duty";
        told.own_secrecy = "29 kap. 14 § skollagen";
        REQUIRE(fault_of(town.run("sara", sign_reservation_command(), told)) == "none");
        CHECK(sees(town, "tore", number));
        CHECK(offers("no_duty"));
        CHECK(offers("29 kap. 14 § skollagen"));

        const auto shows = [&](const std::string& words) {
            const auto page = town.look("sara", {{"case", number}}, members_page);
            return static_cast<bool>(page) && (*page).main.str().find(words) != std::string::npos;
        };
        told.own_secrecy = "25 kap. 1 § OSL";
        REQUIRE(fault_of(town.run("sara", sign_reservation_command(), told)) == "none");
        CHECK(sees(town, "tore", number));
        CHECK(shows("25 kap. 1 § OSL"));
        CHECK_FALSE(shows("skollagen"));
        CHECK(shows("Rätta tystnadsplikten"));

        told.bound_by = "no_duty";
        REQUIRE(fault_of(town.run("sara", sign_reservation_command(), told)) == "none");
        CHECK_FALSE(sees(town, "tore", number));
        CHECK_FALSE(shows("25 kap."));
        CHECK_FALSE(offers("no_duty"));
        REQUIRE(fault_of(town.run("sara", sign_reservation_command(), {number, "1", "Skåp 3", today, true})) == "none");
        CHECK(sees(town, "tore", number));
        told.bound_by = "own_duty";
        CHECK(fault_of(town.run("sara", sign_reservation_command(), told)) == "not found");  // a signed paper stands
    });
}

TEST_CASE("S1-72: a deputy acts for the coordinator on the days that were written, and no longer than the coordinator")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        const auto today = town.today();
        const AppointDeputy deputy{number, "amir", "Sara är på semester", next_day(today), add_days(today, 7), {}};
        CHECK(fault_of(town.run("sara", appoint_deputy_command(), deputy)) == "refused");  // there is nobody to stand in for
        REQUIRE(fault_of(town.run("sara", appoint_coordinator_command(), {number, "sara", "Känner Alex", "", {}})) == "none");
        CHECK(fault_of(town.run("sara", appoint_deputy_command(), {number, "sara", "Själv", today, today, {}})) == "person");
        CHECK(fault_of(town.run("sara", appoint_deputy_command(), {number, "amir", "X", today, add_days(today, -1), {}})) == "last_day");
        REQUIRE(fault_of(town.run("sara", appoint_deputy_command(), deputy)) == "none");
        CHECK_FALSE(sees(town, "amir", number));
        town.set(next_day(today));
        CHECK(sees(town, "amir", number));
        CHECK(listed(town, "amir") == 1);
        CHECK(fault_of(town.run("amir", add_member_command(), {number, "jonas", "area_police", "Känner Alex", true})) == "none");
        town.set(add_days(today, 8));
        CHECK_FALSE(sees(town, "amir", number));
        town.set(add_days(today, 7));
        CHECK(sees(town, "amir", number));
        REQUIRE(fault_of(town.run("sara", end_deputy_command(), {number, "1"})) == "none");
        CHECK_FALSE(sees(town, "amir", number));
        CHECK(fault_of(town.run("sara", end_deputy_command(), {number, "1"})) == "not found");
    });
}

TEST_CASE("edge-4.26: the young person is told who left and who stands in, and it is a duty until then")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        const auto owed = [&] {
            return *town.as("sara", [&](access::Work& work) -> Result<std::size_t> {
                const auto permit = access::permit<Operation::read_members>(work, number);
                if (!permit) return permit.error();
                return duties(*permit).size();
            });
        };
        REQUIRE(fault_of(town.run("sara", appoint_coordinator_command(), {number, "sara", "Känner Alex", "", {}})) == "none");
        REQUIRE(fault_of(town.run("sara", add_member_command(), {number, "jonas", "police_officer", "Känner Alex", true})) == "none");
        CHECK(owed() == 0);
        town.set(next_day(town.today()));
        REQUIRE(fault_of(town.run("sara", end_membership_command(), {number, "2", "Petra tar över", {}})) == "none");
        CHECK(owed() == 1);
        CHECK(fault_of(town.run("sara", tell_youth_command(), {number, add_days(town.today(), -1)})) == "told_on");
        CHECK(fault_of(town.run("sara", tell_youth_command(), {number, next_day(town.today())})) == "told_on");
        REQUIRE(fault_of(town.run("sara", tell_youth_command(), {number, town.today()})) == "none");
        CHECK(owed() == 0);
    });
}

TEST_CASE("S4-44: a qualified contact person has a ground; S1-33: a function is shown as it was chosen")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        CHECK(fault_of(town.run("sara", add_member_command(), {number, "amir", "qualified_contact_person", "Ungdomsvård", true})) ==
              "contact_ground");
        REQUIRE(fault_of(town.run("sara", add_member_command(), {number, "amir", "qualified_contact_person", "Ungdomsvård", true, "sanction"})) ==
                "none");
        const auto json = town.look("sara", {{"case", number}}, members_json);
        REQUIRE(static_cast<bool>(json));
        CHECK((*json).find(R"("function":"qualified_contact_person","contact_ground":"sanction")") != std::string::npos);
    });
}

TEST_CASE("Every form about private persons and deputies is drawn in both languages")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto number = town.case_in_forming();
        const auto today = town.today();
        REQUIRE(fault_of(town.run("sara", appoint_coordinator_command(), {number, "sara", "Känner Alex", "", {}})) == "none");
        REQUIRE(fault_of(town.run("sara", appoint_deputy_command(), {number, "amir", "Semester", today, today, {}})) == "none");
        REQUIRE(fault_of(town.run("sara", wish_helper_command(), a_wish(number, today))) == "none");
        const web::PathParts parts{{"case", number}, {"number", "1"}};
        const auto show = [&](const web::CommandEntry& entry) {
            for (const auto language : {Language::sv, Language::en}) CHECK_FALSE(entry.schema(language).empty());
            CHECK(static_cast<bool>(town.look("sara", parts, entry.show)));
        };
        show(web::entry_of(wish_helper_command()));
        show(web::entry_of(answer_helper_command()));
        show(web::entry_of(judge_helper_command()));
        show(web::entry_of(end_helper_command()));
        show(web::entry_of(appoint_deputy_command()));
        show(web::entry_of(end_deputy_command()));
        show(web::entry_of(tell_youth_command()));
        REQUIRE(fault_of(town.run("sara", judge_helper_command(), {number, "1", "yes", "", today, today, a_note()})) == "none");
        show(web::entry_of(sign_reservation_command()));
    });
}
