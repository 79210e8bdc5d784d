#include "asp/commands.h"

#include <doctest/doctest.h>

#include "asp/forms.h"
#include "asp/pages.h"
#include "asp/store.h"
#include "closure/commands.h"
#include "group/commands.h"
#include "support/group_with_plan.h"

using namespace lots;
using namespace lots::asp;
using test::fault_of;
using test::GroupWithPlan;
using test::missing_in;
using test::Municipality;
using test::must;

namespace {

WriteReminder a_note(const std::string& number, Date on, int seq = 0)
{
    return {number, "met", "2", "jonas.ek@polisen.invalid", "4", on, on, seq};
}

std::string shown(Municipality& town, const std::string& handle, const std::string& number)
{
    const auto page = town.look(handle, {{"case", number}}, reminder_page);
    must(page);
    return (*page).main.str();
}

std::vector<std::string> due(Municipality& town, const std::string& number)
{
    std::vector<std::string> all;
    must(town.as("jonas", [&](access::Work& work) -> Result<Done> {
        const auto permit = access::permit<access::Operation::read_asp_reminder>(work, number);
        if (!permit) return permit.error();
        for (const auto& duty : duties(*permit)) all.push_back(std::string(duty.what.name()) + " " + iso(duty.last_day));
        return Done{};
    }));
    return all;
}

void close(Municipality& town, const std::string& number)
{
    must(town.run("sara", closure::close_after_death_command(),
                  {number, "deceased", "Påhittat", "De närmaste", "", GroupWithPlan::a_note()}));
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE(
    "settled-17 The reminder is the police's own: social services, the coordinator and the school neither read nor write it")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        must(town.run("jonas", write_reminder_command(), a_note(group.number, town.today())));
        for (const auto* handle : {"sara", "karin", "amir", "elin", "alex", "petra"}) {
            CAPTURE(handle);
            CHECK(fault_of(town.look(handle, {{"case", group.number}}, reminder_page)) == "not found");
            CHECK(fault_of(town.look(handle, {{"case", group.number}}, reminder_json)) == "not found");
            CHECK(fault_of(town.run(handle, write_reminder_command(), a_note(group.number, town.today(), 1))) ==
                  "not found");
        }
    });
}

TEST_CASE("S0-63 The note has the words that the guideline gives, with the contact in them")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        must(town.run("jonas", write_reminder_command(), a_note(group.number, town.today())));
        CHECK(has(shown(town, "jonas", group.number),
                  "Social insatsgrupp. Mejla händelseförlopp till jonas.ek@polisen.invalid."));
    });
}

TEST_CASE("S0-60 S0-61 Only with the register's own conditions met is there a note; that they are not met can be kept")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        CHECK(due(town, group.number) == std::vector<std::string>{"duty.assess_asp " + iso(add_days(town.today(), 7))});
        auto written = a_note(group.number, town.today());
        written.conditions = "not_met";
        CHECK(missing_in(town.run("jonas", write_reminder_command(), written)) == "S0-61");
        written.noted_on.reset();
        must(town.run("jonas", write_reminder_command(), written));
        CHECK(due(town, group.number).empty());
        CHECK(fault_of(town.run("jonas", write_reminder_command(), a_note(group.number, town.today()))) == "conflict");
        must(town.run("jonas", write_reminder_command(), a_note(group.number, town.today(), 1)));
        CHECK_FALSE(has(shown(town, "jonas", group.number), "ingen notering"));
    });
}

TEST_CASE("S0-65 The form begins with block code 4, and another one is refused with the rule")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        const auto form = town.look("jonas", {{"case", group.number}}, write_reminder_command().prepare);
        must(form);
        CHECK((*form).input.block_code == "4");
        auto written = a_note(group.number, town.today());
        written.block_code = "3";
        CHECK(missing_in(town.run("jonas", write_reminder_command(), written)) == "S0-65");
        written.block_code = "4";
        must(town.run("jonas", write_reminder_command(), written));
    });
}

TEST_CASE("S0-65 The form offers block code 4 alone and says why; another code that is sent is refused in words of its own")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        const auto page = town.look("jonas", {{"case", group.number}}, web::entry_of(write_reminder_command()).show);
        must(page);
        const auto text = (*page).main.str();
        CHECK(has(text, R"(name="block_code" type="radio" value="4")"));
        CHECK(has(text, "4, personen är under särskild uppmärksamhet"));
        for (const auto* code : {"1", "2", "3"}) CHECK_FALSE(has(text, R"(name="block_code" type="radio" value=")" + std::string(code)));
        CHECK(has(text, "Bara spärrkod 4 kan väljas"));
    });
    for (const auto& [code, refused] : {std::pair{"3", true}, std::pair{"4", false}}) {
        const http::FormData data{{{"conditions", "met"}, {"assessed_on-day", "10"}, {"assessed_on-month", "5"}, {"assessed_on-year", "2026"},
                                   {"block_code", code}, {"seq_seen", "0"}}, {}};
        const std::map<std::string, std::string> path{{"case", "SIG-2026-1"}};
        form::FormReader reader(form::Labels(Language::sv, "asp_reminder"), 2026y / 5 / 10, data, path);
        WriteReminder input;
        reminder_fields(reader, input, {});
        bool told = false;
        for (const auto& error : reader.errors())
            told = told || (error.field == "block_code" && say(Language::sv, error.message).starts_with("Noteringen ska ha spärrkod 4"));
        CHECK(told == refused);
    }
}

TEST_CASE("S0-65 A program that sends another code of the register gets the finding, as it would for any other must")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        const auto call = web::entry_of(write_reminder_command()).call;
        const auto sends = [&](const std::string& code) {
            const auto body = form::JsonBody::parse(R"({"conditions":"met","contact":"2","contact_way":"Växeln","seq_seen":0,"assessed_on":")" +
                                                    iso(town.today()) + R"(","noted_on":")" + iso(town.today()) + R"(","block_code":")" +
                                                    code + "\"}");
            REQUIRE(body.has_value());
            return town.look("jonas", {{"case", group.number}},
                             [&](access::Work& work, const web::Asked& asked) { return call(work, asked, *body); });
        };
        for (const auto* code : {"1", "2", "3"}) CHECK_MESSAGE(missing_in(sends(code)) == "S0-65", code);
        CHECK(fault_of(sends("5")) == "block_code");  // the register has no such code (S0-66)
    });
}

TEST_CASE("S0-64 When the officer leaves, another one of the group has to change the name in the note")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        must(town.run("jonas", write_reminder_command(), a_note(group.number, town.today())));
        must(town.run("sara", group::add_member_command(), {group.number, "petra", "police_officer", "Tar över", false}));
        must(town.run("sara", group::end_membership_command(), {group.number, "2", "Petra tar över", town.today()}));
        CHECK(fault_of(town.look("jonas", {{"case", group.number}}, reminder_page)) == "not found");
        CHECK(has(shown(town, "petra", group.number), "Byt kontakt"));
        auto written = a_note(group.number, town.today(), 1);
        CHECK(missing_in(town.run("petra", write_reminder_command(), written)) == "S0-64");  // 2 is not there any more
        written.contact = "4";
        must(town.run("petra", write_reminder_command(), written));
        CHECK_FALSE(has(shown(town, "petra", group.number), "Byt kontakt"));
    });
}

TEST_CASE("S0-67 S0-68 After the end the note stays a year and is then removed, and that is confirmed")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        must(town.run("jonas", write_reminder_command(), a_note(group.number, town.today())));
        CHECK(missing_in(town.run("jonas", confirm_removal_command(), {group.number, "", town.today()})) == "S0-68");
        close(town, group.number);
        const auto last = add_months(town.today(), 12);
        CHECK(due(town, group.number) == std::vector<std::string>{"duty.remove_asp " + iso(next_day(last))});
        CHECK(fault_of(town.run("jonas", confirm_removal_command(), {group.number, "", town.today()})) == "early_reason");
        town.set(next_day(last));  // long after the notice the police still reach their own
        CHECK(has(shown(town, "jonas", group.number), "ASP"));
        must(town.run("jonas", confirm_removal_command(), {group.number, "", town.today()}));
        CHECK(fault_of(town.look("jonas", {{"case", group.number}}, reminder_page)) ==
              "not found");  // and then nothing is left
    });
}

TEST_CASE("settled-20 A month after the end the case does not exist for those who were in the group")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        close(town, group.number);
        const auto ended = town.today();
        const auto sees = [&](const std::string& handle) {
            return fault_of(town.as(handle, [&](access::Work& work) -> Result<Done> {
                const auto permit = access::permit<access::Operation::see_case>(work, group.number);
                if (!permit) return permit.error();
                return Done{};
            }));
        };
        town.set(add_days(ended, 30));
        CHECK(sees("elin") == "none");
        town.set(add_days(ended, 31));
        for (const auto* handle : {"elin", "jonas"}) CHECK(sees(handle) == "not found");
        CHECK(sees("sara") == "none");
        CHECK(sees("alex") == "none");
    });
}

TEST_CASE("S0-64 The officer whom the note names has left without a word: another one of the group changes it")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan formed(town);
        must(town.run("jonas", write_reminder_command(), a_note(formed.number, town.today())));
        must(town.run("sara", group::add_member_command(), {formed.number, "petra", "police_officer", "Tar över", true}));
        const auto people_of = [&](const std::string& what) {
            std::vector<std::optional<PersonId>> people;
            must(town.as("petra", [&](access::Work& work) -> Result<Done> {
                const auto permit = access::permit<access::Operation::read_asp_reminder>(work, formed.number);
                if (!permit) return permit.error();
                for (const auto& duty : duties(*permit))
                    if (std::string(duty.what.name()) == what) people.push_back(duty.person);
                return Done{};
            }));
            return people;
        };
        using People = std::vector<std::optional<PersonId>>;
        const auto told = [&] {
            const auto json = town.look("petra", {{"case", formed.number}}, reminder_json);
            must(json);
            return *json;
        };
        CHECK(people_of("duty.change_asp_contact").empty());
        CHECK_FALSE(has(shown(town, "petra", formed.number), "Byt kontakt"));
        CHECK(has(told(), "\"contact_takes_part\":true"));
        town.leaves("jonas");
        CHECK(people_of("duty.change_asp_contact") == People{town.people.at("petra")});
        CHECK(has(shown(town, "petra", formed.number), "Byt kontakt"));
        CHECK(has(told(), "\"contact_takes_part\":false"));
        close(town, formed.number);
        CHECK(people_of("duty.remove_asp") == People{town.people.at("petra")});
    });
}

TEST_CASE("S0-62 The note is the duty of an officer who still works with it, when another one has left without a word")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan formed(town);
        must(town.run("sara", group::add_member_command(), {formed.number, "petra", "police_officer", "Tar över", true}));
        town.leaves("jonas");
        std::vector<std::optional<PersonId>> people;
        must(town.as("petra", [&](access::Work& work) -> Result<Done> {
            const auto permit = access::permit<access::Operation::read_asp_reminder>(work, formed.number);
            if (!permit) return permit.error();
            for (const auto& duty : duties(*permit)) people.push_back(duty.person);
            return Done{};
        }));
        REQUIRE(people.size() == 1);
        CHECK(people[0] == town.people.at("petra"));
    });
}
