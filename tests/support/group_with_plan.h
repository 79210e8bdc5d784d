#pragma once

#include <doctest/doctest.h>

#include <string>

#include "group/commands.h"
#include "plan/commands.h"
#include "support/faults.h"
#include "support/municipality.h"

namespace lots::test {

/// The requirements that a refusal names, each once.
template <class T>
std::string missing_in(const Result<T>& result)
{
    std::string all;
    if (result || result.error().template as<Refused>() == nullptr) return all;
    for (const auto* finding : result.error().template as<Refused>()->decision.missing()) {
        const auto id = std::string(finding->requirement->id);
        if (all.find(id) == std::string::npos) all += (all.empty() ? "" : " ") + id;
    }
    return all;
}
template <class T>
void must(const Result<T>& result)
{
    INFO(fault_of(result), " ", missing_in(result));
    REQUIRE(static_cast<bool>(result));
}

/// An individual group: Amir coordinates (member 1), Jonas of the police (2) and Elin of the school (3) take part. With a plan it is ACTIVE
/// and has one goal and three commitments: Alex' own (1), the police's (2), the school's (3), due in 30 days.
struct GroupWithPlan {
    Municipality& town;
    std::string number;

    explicit GroupWithPlan(Municipality& municipality, bool minor = false)
        : town(municipality), number(town.case_in_forming({"soc", "polisen", "skolan"}, minor))
    {
        must(town.run("sara", group::appoint_coordinator_command(), {number, "amir", "Känner Alex", "", {}}));
        must(town.run("sara", group::add_member_command(), {number, "jonas", "police_officer", "Områdespolis, känner Alex", true}));
        must(town.run("sara", group::add_member_command(), {number, "elin", "counsellor", "Kurator", true}));
    }

    void decide_plan()
    {
        must(town.run("sara", group::start_planning_command(), {number, ""}));
        const auto due = add_days(town.today(), 30);
        must(town.run("amir", plan::add_goal_command(), {number, "", "school", "Klara nian", "Betyg i juni", "skolan", false, 0}));
        commit("amir", "signatory-1", 1, due);
        commit("jonas", "member-2", 2, due);
        commit("elin", "member-3", 3, due);
        must(town.run("amir", plan::write_words_command(), {number, "Jag vill klara skolan", "Vi hjälper till", "Amir", town.today(), 0}));
        must(town.run("sara", plan::decide_command(), {number, a_note()}));
    }
    static cases::DecisionNote a_note()
    {
        return {"Skolan behöver stöd", "Enligt planen", "Gruppen", "Så beslutas", "Alex håller med", "Bra för Alex", "3.1"};
    }

    /// What a permit for seeing the case says of it, as Sara.
    access::CaseState state() const
    {
        return *town.as("sara", [&](access::Work& work) -> Result<access::CaseState> {
            const auto permit = access::permit<access::Operation::see_case>(work, number);
            if (!permit) return permit.error();
            return permit->facts().state;
        });
    }

private:
    void commit(const std::string& by, const std::string& owner, int place, Date due)
    {
        plan::WriteCommitment write;
        write.case_number = number;
        write.goal = "1";
        write.owner = owner;
        write.measure = "Gå till skolan varje dag";
        write.documented_how = "Skolans frånvarosystem";
        write.plain_words = "Din mentor hjälper dig.";
        write.last_day = due;
        write.order_number = place;
        must(town.run(by, plan::add_commitment_command(), write));
    }
};

}  // namespace lots::test
