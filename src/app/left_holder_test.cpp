#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/projections.h"
#include "asp/commands.h"
#include "cases/file_commands.h"
#include "cases/lists.h"
#include "closure/commands.h"
#include "support/group_with_plan.h"

using namespace lots;
using lots::test::GroupWithPlan;
using lots::test::Municipality;
using lots::test::must;

// Somebody who led leaves: what was theirs to do stands on somebody's list all the same, in every room.
namespace {

/// Who has the duties of social services and of the coordinator, by what there is to do.
using Held = std::map<std::string, std::set<std::string>>;

Held held(Municipality& town, const std::string& number)
{
    const auto reckoned = town.as("karin", [&](access::Work& work) -> Result<app::Reckoned> {
        const auto facts = access::load_case_facts(work, number);
        check(facts.has_value(), "a test asks for a case that is not there");
        return app::reckon(work, facts->id);
    });
    Held all;
    for (const auto& duty : (*reckoned).duties) {
        if (duty.actor != "social_services" && duty.actor != "coordinator") continue;
        std::string who = "nobody";
        for (const auto& [handle, person] : town.people)
            if (duty.person == person) who = handle;
        all[duty.what].insert(who);
    }
    return all;
}

void check_all(const Held& now, const std::vector<std::string>& duties, const std::string& who)
{
    for (const auto& what : duties) {
        CAPTURE(what);
        REQUIRE(now.contains(what));
        CHECK(now.at(what) == std::set<std::string>{who});
    }
    for (const auto& [what, people] : now) {
        CAPTURE(what);
        CHECK_FALSE(people.contains("nobody"));
    }
}

}  // namespace

TEST_CASE("S1-72, edge-4.26 What a coordinator or an officer who has left was to do is for whoever leads after them, in every room")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        town.add("nils", "Nils Falk", "soc", access::Role::social_worker);
        GroupWithPlan formed(town);
        formed.decide_plan();
        must(town.run("sara", group::end_membership_command(), {formed.number, "3", "Byter tjänst", {}}));
        town.set(add_days(town.today(), 32));  // what was promised is late
        // Of meetings, of the group, of the plan and of the ladder; of the consent and of the case as a whole.
        const std::vector<std::string> led{"duty.first_meeting", "duty.tell_youth", "duty.pass_on_commitment", "duty.escalate_commitment"};
        const std::vector<std::string> answered{"duty.renew_consent", "duty.continue_or_close"};
        const auto now = [&] { return held(town, formed.number); };
        check_all(now(), led, "amir");
        check_all(now(), answered, "sara");
        CHECK_FALSE(now().contains("duty.replace_coordinator"));

        town.leaves("amir");
        check_all(now(), led, "sara");
        check_all(now(), answered, "sara");
        check_all(now(), {"duty.replace_coordinator"}, "karin");
        CHECK_FALSE(now().contains("duty.replace_officer"));

        town.leaves("sara");
        check_all(now(), led, "karin");
        check_all(now(), answered, "karin");
        check_all(now(), {"duty.replace_coordinator", "duty.replace_officer"}, "karin");

        must(town.run("karin", cases::change_officer_command(), {formed.number, "nils", "Sara har slutat", town.today()}));
        must(town.run("nils", group::appoint_coordinator_command(),
                      {formed.number, "nils", "Känner Alex", "Allt finns i akten", town.today()}));
        check_all(now(), answered, "nils");
        check_all(now(), {"duty.first_meeting", "duty.escalate_commitment"}, "nils");
        CHECK_FALSE(now().contains("duty.replace_coordinator"));
        CHECK_FALSE(now().contains("duty.replace_officer"));
    });
}

TEST_CASE("S1-72 Who stands in for a coordinator who has left leads as long as that was to last, and then who answers for the case")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        town.add("nils", "Nils Falk", "soc", access::Role::social_worker);
        GroupWithPlan formed(town);
        formed.decide_plan();
        const auto last = next_day(town.today());
        must(town.run("sara", group::appoint_deputy_command(), {formed.number, "nils", "Semester", town.today(), last, {}}));
        const auto now = [&] { return held(town, formed.number); };
        check_all(now(), {"duty.first_meeting", "duty.tell_youth"}, "amir");  // it is the coordinator's while there is one

        town.leaves("amir");
        check_all(now(), {"duty.first_meeting", "duty.tell_youth"}, "nils");
        check_all(now(), {"duty.replace_coordinator"}, "karin");
        const auto next = town.as("karin", [&](access::Work& work) -> Result<app::Reckoned> {
            return app::reckon(work, access::load_case_facts(work, formed.number).value().id);
        });
        REQUIRE((*next).next_change_on.has_value());
        CHECK(*(*next).next_change_on <= next_day(last));

        town.set(next_day(last));
        check_all(now(), {"duty.first_meeting", "duty.tell_youth"}, "sara");
        town.set(last);
        town.leaves("nils");
        check_all(now(), {"duty.first_meeting", "duty.tell_youth"}, "sara");
    });
}

TEST_CASE("S0-64, S0-68 When all officers have left the group by word, what they noted is for the manager of their police to see to")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        town.add("lars", "Lars Wester", "polisen", access::Role::agency_manager);
        GroupWithPlan formed(town);
        must(town.run("jonas", asp::write_reminder_command(),
                      {formed.number, "met", "2", "jonas.ek@polisen.invalid", "4", town.today(), town.today(), 0}));
        using People = std::vector<std::optional<PersonId>>;
        const auto people_of = [&](const std::string& what) {
            const auto reckoned = town.as("karin", [&](access::Work& work) -> Result<app::Reckoned> {
                return app::reckon(work, access::load_case_facts(work, formed.number).value().id);
            });
            People people;
            for (const auto& duty : (*reckoned).duties)
                if (duty.what == what) people.push_back(duty.person);
            return people;
        };
        const auto leaves_group = [&](const std::string& member) {
            must(town.run("sara", group::end_membership_command(), {formed.number, member, "Byter tjänst", {}}));
        };
        CHECK(people_of("duty.change_asp_contact").empty());
        leaves_group("2");
        CHECK(people_of("duty.change_asp_contact") == People{town.people.at("lars")});

        // And so it is on the manager's list.
        must(town.as("karin", [&](access::Work& work) -> Result<Done> {
            const auto id = access::load_case_facts(work, formed.number).value().id;
            cases::replace_duties(work, id, app::reckon(work, id).duties);
            return Done{};
        }));
        must(town.as("lars", [&](access::Work& work) -> Result<Done> {
            const auto own = cases::own_duties(work, add_days(work.today, 30), 10);
            CHECK(own.size() == 1);
            for (const auto& duty : own) CHECK(duty.what == "duty.change_asp_contact");
            return Done{};
        }));

        // While there is an officer in the group it is theirs.
        must(town.run("sara", group::add_member_command(), {formed.number, "petra", "police_officer", "Tar över", true}));
        CHECK(people_of("duty.change_asp_contact") == People{town.people.at("petra")});
        leaves_group("4");
        CHECK(people_of("duty.change_asp_contact") == People{town.people.at("lars")});
        must(town.run("sara", closure::close_after_death_command(),
                      {formed.number, "deceased", "Påhittat", "De närmaste", "", GroupWithPlan::a_note()}));
        CHECK(people_of("duty.remove_asp") == People{town.people.at("lars")});
    });
}
