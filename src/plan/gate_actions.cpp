#include "plan/gate_actions.h"

#include <array>
#include <set>
#include <string>
#include <vector>

#include "cases/gate_actions.h"
#include "guideline/requirements.h"
#include "plan/load.h"
#include "plan/store.h"

namespace lots::plan {

using access::Answer;
using access::Compartment;
using access::Operation;
using cases::Mend;

namespace {

constexpr auto room = Compartment::room;
constexpr auto draft = Operation::draft_plan;

// Goals, words and the commitments of others are written by those who lead; a member adds commitments of the own agency
// (settled 10).
constexpr std::array of_plan{
    Mend{&guideline::goal_with_actor, "", draft, room, "command.add_goal.title", "plan/nytt-mal", Answer::yes},
    Mend{&guideline::goal_with_actor, "goal-", draft, room, "command.change_goal.title", "plan/mal/{number}/andra",
         Answer::yes},
    Mend{&guideline::goal_with_actor, "goal-", draft, room, "command.add_commitment.title", "plan/nytt-atagande"},
    Mend{&guideline::measure_who_when, "", draft, room, "command.add_commitment.title", "plan/nytt-atagande"},
    Mend{&guideline::measure_who_when, "#", draft, room, "command.change_commitment.title", "plan/atagande/{number}/andra",
         Answer::yes},
    Mend{&guideline::documented_how, "#", draft, room, "command.change_commitment.title", "plan/atagande/{number}/andra",
         Answer::yes},
    Mend{&guideline::plain_words, "#", draft, room, "command.change_commitment.title", "plan/atagande/{number}/andra",
         Answer::yes},
    Mend{&guideline::own_words_for_one, "#", draft, room, "command.change_commitment.title", "plan/atagande/{number}/andra",
         Answer::yes},
    Mend{&guideline::order_set, "#", draft, room, "command.change_commitment.title", "plan/atagande/{number}/andra",
         Answer::yes},
    Mend{&guideline::youth_commits, "*", draft, room, "command.add_commitment.title", "plan/nytt-atagande", Answer::yes},
    Mend{&guideline::police_task_in_plan, "*", draft, room, "command.add_commitment.title", "plan/nytt-atagande",
         Answer::yes},
    Mend{&guideline::something_soon, "*", draft, room, "command.add_commitment.title", "plan/nytt-atagande"},
    Mend{&guideline::youth_took_part, "*", draft, room, "command.plan_words.title", "plan/ord", Answer::yes},
    Mend{&guideline::guardians_took_part, "*", draft, room, "command.plan_words.title", "plan/ord", Answer::yes},
    Mend{&guideline::areas_looked_at, "area-", draft, room, "command.add_goal.title", "plan/nytt-mal", Answer::yes},
    Mend{&guideline::areas_looked_at, "area-", draft, room, "command.look_at_areas.title", "plan/omraden", Answer::yes},
    Mend{&guideline::commitments_accepted, "#", Operation::accept_commitment, room, "command.accept_commitment.title",
         "atagande/{number}/ta-pa-dig"},
    Mend{&guideline::no_rolling_on, "*", Operation::decide_closure, Compartment::social_services, "cases.gate.continue",
         "fortsatt"},
};

/// Whose wording this reader can answer: the own, and for who leads that of others, too. A helper's is answered with the
/// reservation.
std::set<std::string> answerable(const access::CasePermit& permit)
{
    std::set<std::string> numbers;
    const auto may = access::would_allow(permit, Operation::accept_commitment, room);
    if (may == Answer::no) return numbers;
    for (const auto& one : load_commitments(permit, Texts::left_sealed)) {
        const bool own = is_promised_by_reader(permit, one.draft);
        const bool of_another = may == Answer::yes && !is_own(permit, one.draft);
        if (!one.draft.dropped && !one.draft.accepted && (own || of_another)) numbers.insert(std::to_string(one.number));
    }
    return numbers;
}

}  // namespace

web::ActionsFor actions_of_plan(const access::CasePermit& permit, Language language)
{
    return [actions = cases::actions_of(permit, language, of_plan),
            numbers = answerable(permit)](const guideline::Finding& finding) {
        const bool is_answer = finding.requirement->id == guideline::commitments_accepted.id;
        return is_answer && !numbers.contains(finding.about) ? std::vector<web::GateAction>{} : actions(finding);
    };
}

}  // namespace lots::plan
