#pragma once

#include <string>
#include <vector>

#include "plan/duties.h"
#include "plan/pages.h"
#include "plan/store.h"
#include "support/group_with_plan.h"

/// What tests of the plan read, and what they write.
namespace lots::plan::test {

using access::Operation;

template <class Look>
auto reads(lots::test::Municipality& town, const std::string& who, const std::string& number, Look look_at)
{
    auto found = town.as(who, [&](access::Work& work) -> Result<std::invoke_result_t<Look, const access::CasePermit&>> {
        const auto permit = access::permit<Operation::read_plan>(work, number);
        if (!permit) return permit.error();
        return look_at(*permit);
    });
    lots::test::must(found);
    return *std::move(found);
}

inline std::vector<guideline::Duty> duties_about(lots::test::Municipality& town, const std::string& number, const guideline::Requirement& requirement)
{
    auto all = reads(town, "sara", number, [](const access::CasePermit& permit) { return duties(permit); });
    std::erase_if(all, [&](const guideline::Duty& duty) { return duty.requirement != &requirement; });
    return all;
}

inline std::string page_of(lots::test::Municipality& town, const std::string& who, const std::string& number, Result<web::View> (*page)(access::Work&, const web::Asked&))
{
    auto found = town.look(who, {{"case", number}, {"number", "2"}}, page);
    lots::test::must(found);
    return (*found).main.str();
}

inline bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

inline WriteGoal a_goal(const std::string& number, const std::string& agency)
{
    WriteGoal goal;
    goal.case_number = number;
    goal.area = "leisure";
    goal.text = "Ha något att göra";
    goal.reached_how = "Varje vecka";
    goal.agency = agency;
    return goal;
}

inline WriteCommitment change_of(const std::string& number, Date due)
{
    WriteCommitment write;
    write.case_number = number;
    write.number = "2";
    write.goal = "1";
    write.owner = "member-2";
    write.measure = "Samtal varje vecka";
    write.documented_how = "Anteckning";
    write.plain_words = "Jonas pratar med dig.";
    write.last_day = due;
    write.order_number = 2;
    write.seq_seen = 1;
    return write;
}

}  // namespace lots::plan::test
