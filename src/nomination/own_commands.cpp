#include "cases/record.h"
#include "nomination/commands.h"
#include "nomination/forms.h"
#include "nomination/pages.h"
#include "nomination/rules.h"
#include "nomination/store.h"

// What the proposer does with an own proposal.
namespace lots::nomination {

using access::CaseState;
using access::Operation;

namespace {

/// The number of a proposal answers its proposer in the same way in every state (settled 20). That it cannot be taken back here any more
/// says that it is taken up or taken back, and nothing of what was decided.
guideline::Decision own_decision(const access::CasePermit& permit)
{
    const bool own = of_case(permit).proposer == permit.work().reader.person;
    const bool taken_up = permit.facts().recorded_state != CaseState::proposed;
    return may_take_back_own(own, taken_up, is_taken_back(permit));
}

Result<web::Prepared<TakeBackOwn>> prepare_own(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_nomination>(work, asked.part("case"));
    if (!permit) return permit.error();
    web::Prepared<TakeBackOwn> prepared;
    prepared.back = own_url(*permit);
    if (auto decision = own_decision(*permit); !decision.allowed()) prepared.gate = std::move(decision);
    prepared.about = [words = asked.say("nomination.own.too_late")](const guideline::Finding&) { return words; };
    return prepared;
}

Result<web::Landing> take_back_own(access::Work& work, const TakeBackOwn& input)
{
    const auto permit = access::permit<Operation::read_nomination>(work, input.case_number);
    if (!permit) return permit.error();
    if (auto no = work.unmet(own_decision(*permit))) return *no;
    cases::touch(*permit);
    add_taken_back(*permit, {input.case_number, work.today, input.reason});
    return web::Landing{own_url(*permit), "nomination.taken_back_own", R"({"taken_back":true})"};
}

}  // namespace

web::Command<TakeBackOwn> take_back_own_command()
{
    return {Operation::read_nomination,
            "/arende/{case}/forslag/ta-tillbaka",
            "/api/v1/cases/{case}/nomination/taken-back",
            "take_back_own",
            take_back_own_fields,
            prepare_own,
            take_back_own,
            web::Confirmation::check_answers};
}

}  // namespace lots::nomination
