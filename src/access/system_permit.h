#pragma once

#include "access/permit.h"

namespace lots::access {

/// The jobs that work on a case without a reader. Each is one narrow thing; what they read never leaves the program.
struct EndingCalls {};            // meetings that were called are off when the case rests (meeting/rules.h)
struct KeepingRetention {};       // a proposal that leads to no group gets the day until which it is kept (settled 32)
struct RefreshingProjections {};  // duties and heads follow the facts, in the command's own transaction
struct FollowingTheDay {};        // a consent that ran out is written down at midnight (T14)

/// What a job holds instead of a permit. It covers every compartment, so only app/ may make one (tests/habits looks). The log entry is that
/// of the command that set the job off.
template <class Job>
class SystemPermit : public CasePermit {
public:
    SystemPermit(Work& work, CaseFacts facts) : CasePermit(work, std::move(facts), Operation::see_case, everything()) {}

private:
    static std::vector<std::pair<Compartment, Answer>> everything()
    {
        std::vector<std::pair<Compartment, Answer>> all;
        for (std::size_t i = 0; i < compartment_names.size(); ++i) all.emplace_back(static_cast<Compartment>(i), Answer::yes);
        return all;
    }
};

}  // namespace lots::access
