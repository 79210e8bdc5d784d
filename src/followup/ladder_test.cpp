#include "followup/ladder.h"

#include "followup/test_ladder.h"

using namespace lots;
using namespace lots::followup;
using namespace lots::followup::test;
using lots::test::fault_of;
using lots::test::missing_in;

TEST_CASE("S1-37 What the school has not done in time goes to its own manager, then to the working group, then to the "
          "steering group")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Ladder ladder(place);
        auto& town = ladder.town;
        ladder.take_on();
        town.set(ladder.due);
        CHECK(ladder.due_now().empty());
        CHECK(missing_in(ladder.lift("late-3", "1")) == "S1-37");  // the last day is in time
        town.set(next_day(ladder.due));
        REQUIRE(ladder.due_now().size() == 2);  // the police's and the school's
        CHECK(ladder.due_now()[0].person == town.people.at("amir"));
        CHECK(missing_in(ladder.lift("late-3", "2")) == "S1-37");  // not over the manager's head
        CHECK(fault_of(ladder.lift("late-3", "1", "elin")) == "not found");
        must(ladder.lift("late-3", "1"));
        CHECK(has(ladder.lifted_to("hanna"), R"("commitment":3)"));
        CHECK(has(ladder.lifted_to("hanna"), ladder.group.number));
        CHECK_FALSE(has(ladder.lifted_to("lars"), "commitment"));  // not the police's
        CHECK_FALSE(has(ladder.lifted_to("wanda"), "commitment"));

        town.set(add_days(ladder.due, 7));
        must(ladder.lift("late-3", "2"));
        CHECK(has(ladder.lifted_to("wanda"), ladder.group.number));
        town.set(add_days(ladder.due, 13));
        CHECK(missing_in(ladder.lift("late-3", "3")) == "S1-37");
        town.set(add_days(ladder.due, 14));
        must(ladder.lift("late-3", "3"));
        const auto steering = ladder.lifted_to("erik");
        CHECK(has(steering, "Björkskolan"));
        CHECK_FALSE(has(steering, ladder.group.number));  // without saying whom it is about
        CHECK_FALSE(has(steering, R"("commitment":3)"));
        CHECK(ladder.due_now().size() == 1);  // the school's has nowhere to go any more
    });
}

TEST_CASE("settled-30 Alex' own commitment is never lifted")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Ladder ladder(place);
        ladder.town.set(add_days(ladder.due, 30));
        CHECK(missing_in(ladder.lift("late-1", "1")).starts_with("settled-30"));
    });
}

TEST_CASE("S1-37 The level answers what it does and when, once, and the coordinator reads it")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Ladder ladder(place);
        auto& town = ladder.town;
        town.set(add_days(ladder.due, 2));
        must(ladder.lift("late-3", "1"));
        CHECK(fault_of(town.run("lars", answer_escalation_command(), {"1", "Nej", {}})) == "not found");
        CHECK(fault_of(town.run("sara", answer_escalation_command(), {"1", "Nej", {}})) == "not found");
        CHECK(fault_of(town.run("hanna", answer_escalation_command(), {"1", "Elin får tid", add_days(town.today(), -1)})) ==
              "done_by");
        must(town.run("hanna", answer_escalation_command(), {"1", "Elin får tid", add_days(town.today(), 3)}));
        CHECK(fault_of(town.run("hanna", answer_escalation_command(), {"1", "Igen", {}})) == "number");
        const auto read = [&](const std::string& handle) {
            const auto page = town.look(handle, {{"case", ladder.group.number}}, escalations_page);
            must(page);
            return (*page).main.str();
        };
        CHECK(has(read("amir"), "Elin får tid"));
        CHECK(has(read("elin"), "Alex har inget fått"));         // the own agency's
        CHECK_FALSE(has(read("jonas"), "Alex har inget fått"));  // not another agency's
    });
}

TEST_CASE("S0-31 settled-10 A commitment that nobody has taken on in time climbs too, and a new day begins the ladder anew")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Ladder ladder(place);
        auto& town = ladder.town;
        CHECK(missing_in(ladder.lift("not_accepted-3", "1")) == "S1-37");
        town.set(add_days(town.today(), 8));  // seven days to accept have passed
        must(ladder.lift("not_accepted-3", "1"));
        CHECK(missing_in(ladder.lift("not_accepted-3", "1")) == "S1-37");  // it is lifted
    });
}

TEST_CASE("S1-37 Nothing is lifted and nothing is asked while the case rests")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Ladder ladder(place);
        auto& town = ladder.town;
        town.set(add_days(ladder.due, 2));
        must(ladder.lift("late-3", "1"));
        town.set(add_days(ladder.due, 400));  // the consent has run out
        CHECK(ladder.due_now().empty());
        CHECK(fault_of(ladder.lift("late-3", "2")) == "not found");
        // On the same day, though no midnight has written it down.
        CHECK_FALSE(has(ladder.lifted_to("hanna"), "commitment"));
        CHECK(fault_of(town.run("hanna", answer_escalation_command(), {"1", "Elin får tid", {}})) == "not found");
    });
}

TEST_CASE("S1-37 Before anything may be lifted no way leads to the form, and the form says from which day")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Ladder ladder(place);
        auto& town = ladder.town;
        ladder.take_on();
        const auto page = [&] {
            const auto view = town.look("amir", {{"case", ladder.group.number}}, escalations_page);
            must(view);
            return (*view).main.str();
        };
        const auto said_of_gate = [&] {
            const auto form = town.look("amir", {{"case", ladder.group.number}}, escalate_command().prepare);
            must(form);
            std::string all;
            for (const auto& finding : (*form).gate.findings())
                if ((*form).about) all += (*form).about(finding);
            return all;
        };
        town.set(ladder.due);
        CHECK_FALSE(has(page(), ladder.group.number + "/lyft\" role=\"button\""));
        CHECK(has(said_of_gate(), "Inget kan lyftas ännu. Det tidigaste är"));
        town.set(next_day(ladder.due));
        CHECK(has(page(), ladder.group.number + "/lyft\" role=\"button\""));
        CHECK(said_of_gate().empty());
    });
}

TEST_CASE("S1-37 settled-30 What is not late yet is named by its day, and one's own is never called late")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Ladder ladder(place);
        auto& town = ladder.town;
        ladder.take_on();
        const auto label_of = [&](const std::string& code) {
            const auto form = town.look("amir", {{"case", ladder.group.number}}, escalate_command().prepare);
            must(form);
            for (const auto& one : (*form).choices.of("owed"))
                if (one.value == code) return one.label;
            return std::string("none");
        };
        town.set(ladder.due);
        CHECK(label_of("late-3").starts_with("Åtagande 3 ska vara klart "));
        town.set(next_day(ladder.due));
        CHECK(label_of("late-3").starts_with("Åtagande 3 är inte gjort i tid"));
        CHECK(label_of("late-1").starts_with("Åtagande 1 ska vara klart "));
    });
}

TEST_CASE("S1-37 The form says to whom something can be lifted next, and begins with the one that a link is about")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Ladder ladder(place);
        auto& town = ladder.town;
        ladder.take_on();
        town.set(next_day(ladder.due));
        const auto hint_of = [&](const std::string& code) {
            const auto form = town.look("amir", {{"case", ladder.group.number}}, escalate_command().prepare);
            must(form);
            for (const auto& one : (*form).choices.of("owed"))
                if (one.value == code) return one.hint;
            return std::string("none");
        };
        CHECK(hint_of("late-3") == "Kan lyftas nu. Nästa steg: Myndighetens egen chef.");
        CHECK(hint_of("late-1") == "Är någons eget och lyfts aldrig. Prata om det på mötet.");
        must(ladder.lift("late-3", "1"));
        CHECK(has(hint_of("late-3"), "Nästa steg: Arbetsgruppen."));
        CHECK(has(hint_of("late-3"), "Kan lyftas från"));
        const auto page = town.look("hanna", {}, lifted_page);
        must(page);
        CHECK(has((*page).main.str(), "/arende/" + ladder.group.number + "/lyfta-fragor"));
        CHECK(has((*page).main.str(), "/lyfta/svar?number="));
    });
}
