#include "access/permit.h"

#include <algorithm>

#include "access/decide.h"
#include "guideline/requirements.h"

namespace lots::access {

namespace {

constexpr Answer widest(Answer a, Answer b) { return a < b ? b : a; }

/// The widest answer over the reader's relations. A conflict of interest always wins: decide() says no to it.
Answer ask_all(const Reader& reader, const CaseFacts& facts, Operation operation, Compartment compartment)
{
    const auto ask = [&](Relation relation) {
        return decide({reader.role, relation, facts.state, facts.consent_state, compartment, operation});
    };
    if (std::ranges::count(facts.relations, Relation::conflicted) > 0) return ask(Relation::conflicted);
    // `none` is asked only when it is so: who has a tie to a case does not judge its log as somebody without one.
    if (facts.relations.empty()) return ask(Relation::none);
    auto answer = Answer::no;
    for (const auto relation : facts.relations) answer = widest(answer, ask(relation));
    return answer;
}

/// settled 26: whatever is read by an emergency access stands out in the log, until somebody has reviewed it.
void flag_emergency(Work& work, const CaseFacts& facts)
{
    if (std::ranges::count(facts.relations, Relation::emergency) == 0) return;
    auto& findings = work.entry().findings;
    const std::string flag(guideline::emergency_reason.id);
    if (std::ranges::count(findings, flag, &audit::Looked::requirement) == 0) findings.push_back({flag, true});
}

}  // namespace

Answer CasePermit::answer(Compartment compartment) const
{
    const auto found = std::ranges::find(answers_, compartment, &std::pair<Compartment, Answer>::first);
    return found == answers_.end() ? Answer::no : found->second;
}

bool CasePermit::covers(Compartment compartment) const { return answer(compartment) != Answer::no; }

void CasePermit::require(Compartment compartment) const
{
    check(covers(compartment), "a store was asked for a compartment that the permit does not cover");
}

Result<CasePermit> CasePermit::ask(Work& work, std::string_view case_number, Operation operation)
{
    auto facts = load_case_facts(work, case_number);
    if (!facts) return not_found();
    // settled 20: the number SIG-… is given with the offer, so that it would tell the proposer what became of it by being there. The own
    // text answers at its own number, the same in every state.
    if (!is_nomination_number(case_number)) std::erase(facts->relations, Relation::proposer);
    return ask(work, std::move(*facts), operation);
}

Result<CasePermit> CasePermit::ask(Work& work, CaseFacts facts, Operation operation)
{
    std::vector<std::pair<Compartment, Answer>> answers;
    audit::Subject subject{facts.id, {}};
    for (std::size_t i = 0; i < compartment_names.size(); ++i) {
        const auto compartment = static_cast<Compartment>(i);
        if (!touches(operation, compartment)) continue;
        const auto answer = ask_all(work.reader, facts, operation, compartment);
        if (answer == Answer::no) continue;
        answers.emplace_back(compartment, answer);
        subject.compartments.emplace_back(name(compartment));
    }
    std::ranges::sort(subject.compartments);
    work.entry().subjects.push_back(std::move(subject));
    flag_emergency(work, facts);
    if (answers.empty()) return not_found();
    return CasePermit(work, std::move(facts), operation, std::move(answers));
}

Result<Done> allow(Work& work, Operation operation)
{
    if (would_allow(work.reader, operation) == Answer::no) return not_found();
    return Done{};
}

Answer would_allow(const CasePermit& held, Operation operation, Compartment compartment)
{
    return ask_all(held.work().reader, held.facts(), operation, compartment);
}

Answer would_allow(const Reader& reader, Operation operation)
{
    // An operation that touches no case is asked without one: relation none, and the states before anything has happened.
    return decide({reader.role, Relation::none, CaseState::proposed, ConsentState::none, Compartment::none, operation});
}

}  // namespace lots::access
