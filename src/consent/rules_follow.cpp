#include "consent/rules_follow.h"

#include <algorithm>

#include "consent/rules_refusal.h"
#include "consent/rules_steps.h"

namespace lots::consent {

using access::CaseState;

namespace {

/// The facts as they would stand with the answer in them.
Facts with_answer(const Facts& facts, const Answer& answer)
{
    Facts after = facts;
    const auto form = std::ranges::max_element(after.consents, {}, &Consent::number);
    if (form == after.consents.end()) return after;
    std::erase_if(form->answers, [&](const Answer& earlier) { return earlier.signatory == answer.signatory; });
    form->answers.push_back(answer);
    for (auto& signatory : after.signatories)
        if (signatory.id == answer.signatory) signatory.hindered.clear();
    return after;
}

bool is_running(CaseState state)
{
    return state == CaseState::forming || state == CaseState::planning || state == CaseState::active;
}

}  // namespace

Follows follows_of(const Facts& facts, CaseState state, const Answer& answer, Date on)
{
    const auto after = with_answer(facts, answer);
    const auto* form = newest(after);
    if (form == nullptr) return Follows::waits;
    if (state == CaseState::consent_pending) {
        if (may_start(after, *form, on).allowed()) return Follows::starts;
        return refused(after, *form, on) ? Follows::ends_case : Follows::waits;
    }
    if (answer.kind != AnswerKind::yes) {
        if (in_force(after, on) == nullptr) return Follows::stays;
        return is_running(state) && extension_refused(after, on) ? Follows::considered : Follows::goes_on;
    }
    if (!holds(after, *form, std::max(on, form->valid_from)).allowed()) return Follows::waits;
    if (state == CaseState::suspended && may_resume(after, on).allowed()) return Follows::can_resume;
    return Follows::takes_over;
}

std::vector<SignatoryId> still_asked(const Facts& facts, const Answer& answer, Date on)
{
    const auto after = with_answer(facts, answer);
    const auto* form = newest(after);
    std::vector<SignatoryId> missing;
    if (form == nullptr) return missing;
    for (const auto& signatory : after.signatories) {
        if (!must_sign(signatory, after.born, on)) continue;
        const bool yes = std::ranges::any_of(form->answers, [&](const Answer& given) {
            return given.signatory == signatory.id && given.kind == AnswerKind::yes;
        });
        if (!yes) missing.push_back(signatory.id);
    }
    return missing;
}

}  // namespace lots::consent
