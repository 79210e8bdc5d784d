#include "family/parts.h"

#include <algorithm>

#include "cases/lists.h"
#include "consent/pages_parts.h"

namespace lots::family {

using access::Answer;
using access::CaseState;
using access::Compartment;
using access::Operation;
using access::Role;
using html::Html;
using namespace html::literals;

namespace {

constexpr int most_cases = 20;

/// Whether the reader has answered the newest form.
bool has_answered(const access::CasePermit& permit)
{
    const auto* form = consent::newest(permit.facts().consent);
    const auto is_own = [&](const consent::Answer& one) { return one.signatory == permit.facts().own_signatory; };
    return form != nullptr && std::ranges::any_of(form->answers, is_own);
}

/// What the reader answered to one form, or that there is no answer yet.
Html own_answer(const access::CasePermit& permit, const web::Asked& asked, const consent::Consent& form,
                const consent::Signatory& own)
{
    if (std::ranges::find(form.withdrawals, own.id, &consent::Withdrawal::signatory) != form.withdrawals.end())
        return html::paragraph(asked.say("my_plan.choice.taken_back"));
    const auto agencies = consent::agency_list(permit.work(), form.agencies);  // some names have a comma of their own
    const auto given = std::ranges::find(form.answers, own.id, &consent::Answer::signatory);
    if (given == form.answers.end())
        return html::paragraph(asked.say("my_plan.choice.not_answered"))
               << agencies << html::paragraph(asked.say("my_plan.choice.take_time"));
    if (given->kind != consent::AnswerKind::yes) return html::paragraph(asked.say("my_plan.choice.no"));
    return html::paragraph(
               asked.say(is_youth(asked) ? MessageKey("my_plan.choice.yes") : MessageKey("my_plan.choice.yes_of")))
           << agencies << html::paragraph(asked.say("my_plan.choice.holds_to", {{"to", form.last_day}}));
}

}  // namespace

std::vector<SeenCase> seen_cases(access::Work& work)
{
    std::vector<SeenCase> seen;
    for (const auto& id : cases::own_cases(work, most_cases)) {
        auto facts = access::load_case_facts(work, id);
        check(facts.has_value(), "a listed case is not there");
        if (auto permit = access::permit<Operation::see_case>(work, std::move(*facts))) seen.push_back(*std::move(permit));
    }
    return seen;
}

bool is_over(const access::CasePermit& permit)
{
    const auto state = permit.facts().state;
    return state == CaseState::closed || state == CaseState::transferred || state == CaseState::retained ||
           state == CaseState::disposed;
}

html::Url home_of(const std::string& case_number) { return "/min-plan"_url / case_number; }
html::Url home_url(const access::CasePermit& permit) { return home_of(permit.facts().number); }

web::View own_page(const web::Asked& asked, html::Url back, const std::string& heading)
{
    web::View view;
    view.title = asked.say("my_plan.title");
    view.width = html::Width::reading;
    view.before_main = html::back_link(asked.words(), {.href = std::move(back)});
    view.main << html::heading(1, heading);
    return view;
}

bool is_youth(const web::Asked& asked) { return asked.reader.role == Role::youth; }

bool is_minor(const access::CasePermit& permit)
{
    constexpr int adult_years = 18;
    return age_on(permit.facts().born, permit.work().today) < adult_years;
}

Answer in_room(const access::CasePermit& permit, Operation operation)
{
    return access::would_allow(permit, operation, Compartment::room);
}

bool sees_whole(const access::CasePermit& permit)
{
    return in_room(permit, Operation::see_case) == Answer::yes ||
           access::would_allow(permit, Operation::see_case, Compartment::social_services) == Answer::yes;
}

const consent::Signatory* own_signatory(const access::CasePermit& permit)
{
    const auto& all = permit.facts().consent.signatories;
    const auto found =
        std::ranges::find_if(all, [&](const consent::Signatory& one) { return one.id == permit.facts().own_signatory; });
    return found == all.end() ? nullptr : &*found;
}

std::string state_sentence(const access::CasePermit& permit, const web::Asked& asked)
{
    switch (permit.facts().state) {
    case CaseState::consent_pending:
        return asked.say(has_answered(permit) ? MessageKey("my_plan.state.answered")
                                              : MessageKey("my_plan.state.consent_pending"));
    case CaseState::forming:
        return asked.say("my_plan.state.forming");
    case CaseState::planning:
        return asked.say("my_plan.state.planning");
    case CaseState::active:
        return asked.say("my_plan.state.active");
    case CaseState::suspended:
        return asked.say(sees_whole(permit) ? MessageKey("my_plan.state.suspended")
                                            : MessageKey("my_plan.state.suspended_hidden"));
    case CaseState::closure_review:
        return asked.say("my_plan.state.closure_review");
    case CaseState::transferred:
        return asked.say("my_plan.state.transferred");
    default:
        return asked.say("my_plan.state.closed");
    }
}

Html answer_sentences(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto* own = own_signatory(permit);
    const auto& facts = permit.facts().consent;
    const auto* form = consent::newest(facts);
    if (own == nullptr || form == nullptr) return {};
    const auto* holding = consent::in_force(facts, asked.today);
    Html part;
    if (holding != nullptr) part << own_answer(permit, asked, *holding, *own);
    if (holding != form)
        part << own_answer(permit, asked, *form, *own);  // a renewal that is being asked for, or what has ended
    // Why none holds may be another's answer: that is never told (settled 6).
    if (holding == nullptr) part << html::paragraph(asked.say("my_plan.choice.not_now"));
    return part;
}

Html choice_part(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto reading = access::permit<Operation::read_consent>(permit);
    if (!reading) return {};
    const auto sentences = answer_sentences(*reading, asked);
    if (sentences.empty()) return {};
    return html::heading(2, asked.say("my_plan.choice"))
           << sentences << html::paragraph(html::link(home_url(permit) / "samtycke", asked.say("my_plan.choice.see")));
}

}  // namespace lots::family
