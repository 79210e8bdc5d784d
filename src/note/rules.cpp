#include "note/rules.h"

#include <algorithm>

#include "guideline/law.h"
#include "guideline/requirements.h"

namespace lots::note {

using guideline::Actor;
using guideline::Decision;

Decision may_write(const NoteFacts& note)
{
    Decision decision;
    // Our reading: it is the report of what was done that names a task of the police. What they see may rest on anybody's commitment.
    if (note.police_report)
        decision.look(guideline::police_task_in_plan, note.commitment_of_police, Actor::police, {}, "police_task");
    decision.look(guideline::note_readers, !note.third_party || !note.read_by_family, Actor::agency);
    return decision;
}

std::optional<Basis> basis_of(std::string_view code)
{
    const auto found = std::ranges::find(bases, code, &Basis::code);
    if (found == bases.end()) return std::nullopt;
    return *found;
}

Decision may_disclose(const DisclosureFacts& disclosure)
{
    const auto basis = basis_of(disclosure.basis);
    const bool holds = basis && (basis->law.empty() ? disclosure.consent_holds
                                                    : guideline::legal_reference(basis->law, disclosure.on).has_value());
    Decision decision;
    decision.look(guideline::disclosure_has_basis, holds && disclosure.from_agency_named, Actor::social_services, {},
                  basis ? std::string(basis->code) : std::string{});
    if (basis && basis->below_years)
        decision.look(guideline::disclosure_has_basis, age_on(disclosure.born, disclosure.on) < *basis->below_years, Actor::nobody, {}, "age");
    // The consent is no blanket for what the law allows: each such disclosure is a decision of its own.
    if (basis && !basis->law.empty())
        decision.look(guideline::disclosure_weighed, disclosure.necessity_written, Actor::social_services, {}, "necessity");
    if (basis && basis->weighed)
        decision.look(guideline::disclosure_weighed, disclosure.balancing_written, Actor::social_services, {}, "balancing");
    return decision;
}

}  // namespace lots::note
