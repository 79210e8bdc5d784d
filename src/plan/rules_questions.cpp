#include "plan/rules_questions.h"

#include <array>
#include <cstddef>

namespace lots::plan {

std::string_view name(Question question)
{
    constexpr std::array<std::string_view, 5> names{"what", "who", "when", "how", "order"};
    return names.at(static_cast<std::size_t>(question));
}

std::vector<Question> open_questions(const PlanFacts& plan, const CommitmentFacts& commitment, Date on)
{
    std::vector<Question> open;
    if (!commitment.has_measure) open.push_back(Question::what);
    if (!commitment.owner_takes_part) open.push_back(Question::who);
    if (!commitment.in_force && commitment.last_day < on) open.push_back(Question::when);
    if (!commitment.has_documented_how) open.push_back(Question::how);
    if (!in_order(plan, commitment)) open.push_back(Question::order);
    return open;
}

}  // namespace lots::plan
