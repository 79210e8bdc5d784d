#include <doctest/doctest.h>

#include "closure/commands.h"
#include "closure/pages.h"
#include "closure/papers.h"
#include "support/group_with_plan.h"

// The end in one form: results and hand-overs go with the decision.
using namespace lots;
using namespace lots::closure;
using test::fault_of;
using test::GroupWithPlan;
using test::missing_in;
using test::Municipality;
using test::must;

namespace {

CloseCase an_end(Municipality& town, const std::string& number)
{
    CloseCase end{number, "goals_reached", "Målet är nått", "Alex och gruppen i dag", "", GroupWithPlan::a_note()};
    end.results = {{"1", "reached", "Betyg i juni", 0}};
    end.hand_overs = {{"2", "polisen", "Jonas Ek fortsätter", town.today(), 0}, {"3", "skolan", "Elin Berg fortsätter", town.today(), 0}};
    return end;
}

std::string ended_text(Municipality& town, const std::string& number)
{
    const auto shown = town.look("sara", {{"case", number}}, closure_page);
    must(shown);
    return (*shown).main.str();
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("S3-10, S1-62 One form ends a case: what is said of goals and commitments is kept with the decision")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        must(town.run("sara", close_command(), an_end(town, group.number)));
        const auto text = ended_text(town, group.number);
        CHECK(has(text, "Betyg i juni"));
        CHECK(has(text, "Jonas Ek fortsätter"));
        CHECK(has(text, "Elin Berg fortsätter"));
    });
}

TEST_CASE("A row of the form that cannot be kept is mended at its own field, and nothing is ended")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        auto end = an_end(town, group.number);
        end.hand_overs[1].agency = "ingen";
        CHECK(fault_of(town.run("sara", close_command(), end)) == "agency~3");
        end = an_end(town, group.number);
        end.hand_overs.pop_back();
        CHECK(missing_in(town.run("sara", close_command(), end)) == "S1-62");
        end = an_end(town, group.number);
        end.results[0].seq_seen = 4;  // somebody else judged it meanwhile
        CHECK(fault_of(town.run("sara", close_command(), end)) == "conflict");
        must(town.run("sara", close_command(), an_end(town, group.number)));
    });
}

TEST_CASE("S1-65 Before a case is ended the papers say how long they will be kept")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        const auto before = town.as("sara", [&](access::Work& work) -> Result<std::vector<KeptPaper>> {
            const auto permit = access::permit<access::Operation::decide_closure>(work, group.number);
            if (!permit) return permit.error();
            return papers_at_end(*permit);
        });
        must(before);
        must(town.run("sara", close_command(), an_end(town, group.number)));
        const auto after = town.as("sara", [&](access::Work& work) -> Result<std::vector<KeptPaper>> {
            const auto permit = access::permit<access::Operation::read_closure>(work, group.number);
            if (!permit) return permit.error();
            return kept_papers(*permit);
        });
        must(after);
        REQUIRE((*before).size() == (*after).size());
        for (std::size_t i = 0; i < (*after).size(); ++i) {
            CHECK((*before)[i].paper == (*after)[i].paper);
            CHECK((*before)[i].earliest_day == (*after)[i].earliest_day);
        }
    });
}
