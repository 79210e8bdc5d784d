#include "app/after_command.h"

#include "access/system_permit.h"
#include "app/house.h"
#include "app/projections.h"
#include "cases/lists.h"
#include "meeting/store.h"
#include "nomination/store.h"

namespace lots::app {

namespace {

access::CaseFacts facts_now(access::Work& work, const CaseId& id)
{
    auto facts = access::load_case_facts(work, id);
    check(facts.has_value(), "a command was about a case that is not there");
    return *std::move(facts);
}

void end_calls(access::Work& work, const CaseId& id)
{
    auto facts = facts_now(work, id);
    const auto state = facts.state;
    if (state != access::CaseState::suspended) return;  // what closes a case ends its calls by itself
    meeting::end_calls(access::SystemPermit<access::EndingCalls>(work, std::move(facts)), state);
}

void keep_retention(access::Work& work, const CaseId& id)
{
    nomination::keep_retention(access::SystemPermit<access::KeepingRetention>(work, facts_now(work, id)));
}

void refresh_projections(access::Work& work, const CaseId& id)
{
    const auto reckoned = reckon(work, id);
    cases::replace_duties(work, id, reckoned.duties);
    cases::set_next_change(work, id, reckoned.next_change_on);
}

/// What is done in a new episode may end a duty of the former one: the police's marking stays (settled 17).
std::optional<CaseId> former_of(access::Work& work, const CaseId& id)
{
    return work.db
        .one("SELECT former_episode FROM sig_case WHERE municipality = $1 AND id = $2",
             [](const storage::Row& row) { return row.get<std::optional<CaseId>>(0); }, work.municipality, id)
        .value_or(std::nullopt);
}

}  // namespace

void after_command(access::Work& work, const std::vector<CaseId>& cases)
{
    // Somebody's assignment began or ended on a page, as the command line does it through the house: the duties of their cases follow.
    if (work.entry().operation == access::name(access::Operation::manage_accounts))
        House::look_anew(work.db, work.now, work.municipality);
    for (const auto& id : cases) {
        end_calls(work, id);
        keep_retention(work, id);
        refresh_projections(work, id);
        if (const auto former = former_of(work, id)) refresh_projections(work, *former);
    }
}

}  // namespace lots::app
