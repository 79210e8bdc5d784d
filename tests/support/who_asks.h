#pragma once

#include <array>
#include <vector>

#include "access/decide.h"

// Who asks, and when: the cast of the tests of decide().
namespace lots::access::asked {

struct Who {
    Role role;
    Relation relation;
};
inline constexpr Who case_officer{Role::social_worker, Relation::assigned};
inline constexpr Who colleague{Role::social_worker, Relation::own_unit};
inline constexpr Who stranger_in_social_services{Role::social_worker, Relation::none};
inline constexpr Who unit_manager{Role::unit_manager, Relation::own_unit};
inline constexpr Who inner_coordinator{Role::social_worker, Relation::coordinator};
inline constexpr Who outer_coordinator{Role::coordinator, Relation::coordinator};
inline constexpr Who police_member{Role::police, Relation::member};
inline constexpr Who school_member{Role::school, Relation::member};
inline constexpr Who officer_outside{Role::police, Relation::none};
inline constexpr Who proposing_officer{Role::police, Relation::proposer};
inline constexpr Who youth{Role::youth, Relation::subject};
inline constexpr Who guardian{Role::guardian, Relation::guardian_of};
inline constexpr Who coach{Role::helper, Relation::helper_of};

struct When {
    CaseState case_state;
    ConsentState consent_state;
};
inline constexpr When proposed{CaseState::proposed, ConsentState::none};
inline constexpr When under_review{CaseState::under_review, ConsentState::none};
inline constexpr When collecting{CaseState::consent_pending, ConsentState::pending};
inline constexpr When forming{CaseState::forming, ConsentState::valid};
inline constexpr When active{CaseState::active, ConsentState::valid};
inline constexpr When suspended{CaseState::suspended, ConsentState::ended};
inline constexpr When closed{CaseState::closed, ConsentState::ended};
inline constexpr When retained{CaseState::retained, ConsentState::ended};
inline constexpr When disposed{CaseState::disposed, ConsentState::ended};

inline constexpr std::array in_room{
    Operation::see_case,        Operation::read_consent_scope, Operation::read_members,  Operation::read_plan,
    Operation::read_plan_avoid, Operation::read_commitments,   Operation::read_meetings, Operation::read_minutes,
    Operation::read_pictures,   Operation::read_notes,         Operation::read_closure,  Operation::read_protection_flag,
    Operation::read_timeline,   Operation::read_gates,         Operation::read_file,     Operation::read_survey,
};
inline constexpr std::array in_file{
    Operation::see_case,     Operation::read_nomination, Operation::read_selection, Operation::read_assessment,
    Operation::read_consent, Operation::read_timeline,   Operation::read_gates,     Operation::read_file,
};

inline Answer may(Who who, When when, Operation operation, Compartment compartment)
{
    return decide({who.role, who.relation, when.case_state, when.consent_state, compartment, operation});
}
inline Answer room(Who who, When when, Operation operation) { return may(who, when, operation, Compartment::room); }
inline Answer file(Who who, When when, Operation operation)
{
    return may(who, when, operation, Compartment::social_services);
}

/// The operations that this reader may at all on the case, in rising order; once for each compartment.
inline std::vector<Operation> all_but_no(Who who, When when)
{
    std::vector<Operation> result;
    for (std::size_t o = 0; o < operation_names.size(); ++o)
        for (std::size_t c = 1; c < compartment_names.size(); ++c)
            if (may(who, when, static_cast<Operation>(o), static_cast<Compartment>(c)) != Answer::no)
                result.push_back(static_cast<Operation>(o));
    return result;
}

}  // namespace lots::access::asked
