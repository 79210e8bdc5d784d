#include "app/case_steps.h"

#include <algorithm>

#include "app/day_rooms.h"
#include "cases/page.h"
#include "consent/gate_actions.h"
#include "consent/parts.h"
#include "consent/rules_steps.h"
#include "meeting/gate_actions.h"
#include "meeting/load.h"
#include "meeting/store.h"
#include "meeting/words.h"
#include "organisation/profile.h"
#include "plan/load.h"
#include "plan/store.h"

namespace lots::app {

using access::Answer;
using access::CaseState;
using access::Compartment;
using access::Operation;

namespace {

/// Collects the steps of one reader in one case.
struct Steps {
    const web::Site& site;
    const access::CasePermit& permit;
    const web::Asked& asked;
    std::vector<Step> all = {};

    const access::CaseFacts& facts() const { return permit.facts(); }
    html::Url url() const { return cases::case_url(permit); }
    bool may(Operation operation, Compartment compartment) const
    {
        return access::would_allow(permit, operation, compartment) != Answer::no;
    }

    /// The page of a command with this case in it, when the reader may come there. `mend`: the case's page where what it lacks is made good.
    void command(std::string_view scope, std::string_view mend = {}, bool other = false)
    {
        const auto& entry = site.command_of(scope);
        auto gate = entry.gate(permit.work(), asked);
        if (!gate) return;
        auto path = entry.page;
        const auto at = path.find("{case}");
        check(at != std::string::npos, "a step of a case has no case in its address");
        path.replace(at, 6, facts().number);
        const auto page = html::Url::local(path);
        check(page.has_value(), "a step's address is not of this site");
        const auto title = MessageKey::of_name("command." + std::string(scope) + ".title");
        check(title.has_value(), "a command has no title in the catalogue");
        all.push_back({std::string(scope), say(asked.language(), *title), *page, std::move(*gate), mend.empty() ? html::Url{} : url() / mend, {}, other});
    }
    void other_way(std::string_view scope) { command(scope, {}, true); }
};

/// A form is out and somebody who must sign has not answered it: then it waits for them, and not for another form.
bool waits_for_answers(const consent::Facts& facts, const consent::Consent& form, Date today)
{
    if (form.last_day < today || !form.withdrawals.empty() || consent::refused(facts, form, today)) return false;
    return std::ranges::any_of(facts.signatories, [&](const consent::Signatory& one) {
        return consent::must_sign(one, facts.born, today) && std::ranges::find(form.answers, one.id, &consent::Answer::signatory) == form.answers.end();
    });
}

/// To ask for a consent, or to wait for those who have not answered, with who they are.
void add_consent(Steps& steps)
{
    const auto& facts = steps.facts().consent;
    const auto today = steps.asked.today;
    const auto* form = consent::newest(facts);
    if (form == nullptr || !waits_for_answers(facts, *form, today)) {
        steps.command("open_consent", "samtycken");
        return;
    }
    if (!steps.may(Operation::register_consent, Compartment::social_services)) return;
    const auto about = [facts, language = steps.asked.language()](const guideline::Finding& finding) {
        return consent::about_words(language, facts, finding);
    };
    steps.all.push_back(
        {"register_answers",
         steps.asked.say("overview.register_answers"),
         steps.url() / "samtycken",
         {consent::may_start(facts, *form, today), about, consent::actions_of_form(steps.permit, steps.asked.language())},
         steps.url() / "samtycken",
         steps.asked.say("overview.to_answers")});
    steps.other_way("open_consent");
}

/// The meeting whose minutes wait, the next one that is called, or the call that is missing.
void add_meetings(Steps& steps)
{
    const auto reading = access::permit<Operation::read_meetings>(steps.permit);
    if (!reading) return;
    const auto all = meeting::meetings(*reading);
    const bool holds = steps.may(Operation::hold_meeting, Compartment::room);
    const auto page_of = [&](const meeting::Meeting& one) { return steps.url() / "moten" / std::to_string(one.number); };
    if (holds)
        for (const auto& one : all) {
            if (one.state != meeting::State::held) continue;
            const auto holding = access::permit<Operation::hold_meeting>(steps.permit);
            if (!holding) return;
            steps.all.push_back({"lock_minutes",
                                 steps.asked.say("overview.lock_minutes", {{"number", one.number}}),
                                 page_of(one) / "las",
                                 {meeting::lock_decision(*holding, one), meeting::about_lock(steps.asked.language(), one),
                                  meeting::actions_of_lock(*holding, steps.asked.language(), one)},
                                 page_of(one)});
        }
    const meeting::Meeting* next = nullptr;
    for (const auto& one : all)
        if (one.state == meeting::State::called && one.starts_at && (next == nullptr || *one.starts_at < *next->starts_at)) next = &one;
    if (next != nullptr)
        steps.all.push_back({"next_meeting",
                             steps.asked.say("overview.next_meeting", {{"number", next->number}, {"when", meeting::when_words(steps.asked.language(), *next)}}),
                             page_of(*next), {}, {}, steps.asked.say("overview.to_meeting")});
    else if (holds) {
        steps.command("call_meeting", "deltagare");
        if (!all.empty() || steps.all.empty() || steps.all.back().code != "call_meeting") return;
        const auto days = organisation::profile_of(steps.permit.work()).first_meeting_days;  // S4-41
        steps.all.back().note = steps.asked.say("overview.first_meeting_goal", {{"days", days}});
    }
}

/// What the reader is asked to take on and has not answered.
void add_own_commitments(Steps& steps)
{
    if (!steps.may(Operation::accept_commitment, Compartment::room)) return;
    const auto reading = access::permit<Operation::read_plan>(steps.permit);
    if (!reading) return;
    const auto waits = [&](const plan::Commitment& one) {
        return !one.draft.dropped && !one.draft.accepted && plan::is_promised_by_reader(*reading, one.draft);
    };
    // Opened only when there is something to say what it is.
    if (std::ranges::none_of(plan::load_commitments(*reading, plan::Texts::left_sealed), waits)) return;
    for (const auto& one : plan::commitments(*reading))
        if (waits(one))
            steps.all.push_back({"accept_commitment",
                                 steps.asked.say("day_rows.accept", {{"number", one.number}, {"what", shortened(one.draft.measure)}}),
                                 steps.url() / "atagande" / std::to_string(one.number) / "ta-pa-dig"});
}

void add_changed_plan(Steps& steps)
{
    const auto reading = access::permit<Operation::read_plan>(steps.permit);
    if (reading && plan::has_changes(*reading)) steps.command("decide_plan", "plan");
}

/// A case that rests: a consent that holds lets it go on; until there is one it is asked for, or the case is closed.
void add_rest(Steps& steps)
{
    if (consent::in_force(steps.facts().consent, steps.asked.today) != nullptr) steps.command("resume_case", "samtycken");
    else add_consent(steps);
    steps.command("close_case", "avsluta");
}

void add_end(Steps& steps)
{
    const bool told = steps.may(Operation::read_closure, Compartment::room);
    if (told) steps.all.push_back({"read_closure", steps.asked.say("overview.read_closure"), steps.url() / "avslut"});
}

}  // namespace

std::vector<Step> steps_of(const web::Site& site, const access::CasePermit& permit, const web::Asked& asked)
{
    Steps steps{site, permit, asked};
    const auto state = permit.facts().state;
    switch (state) {
    case CaseState::proposed: steps.command("take_up"); break;
    case CaseState::under_review:
    case CaseState::prepared_deidentified:
        steps.command("decide_offer", "bedomning");
        if (organisation::profile_of(permit.work()).has_working_group) steps.other_way("prepare_item");
        break;
    case CaseState::waitlisted: steps.command("decide_offer", "bedomning"); break;
    case CaseState::decided_offer: steps.command("start_consent", "samtycken"); break;
    case CaseState::consent_pending: add_consent(steps); break;
    case CaseState::forming:
        steps.command("start_planning", "deltagare");
        add_meetings(steps);
        break;
    case CaseState::planning:
        add_own_commitments(steps);
        steps.command("decide_plan", "plan");
        add_meetings(steps);
        break;
    case CaseState::active:
        add_own_commitments(steps);
        add_meetings(steps);
        add_changed_plan(steps);
        steps.other_way("raise_closure");
        steps.other_way("continue_case");
        break;
    case CaseState::suspended: add_rest(steps); break;
    case CaseState::closure_review:
        steps.command("close_case", "avsluta");
        steps.command("continue_case", "samtycken");
        add_meetings(steps);
        break;
    case CaseState::closed: add_end(steps); break;
    default: break;
    }
    if (state == CaseState::under_review) steps.other_way("name_school");
    // Social services may close from every open state (settled 35); where it is not the usual step it is another way.
    const bool closes = std::ranges::any_of(steps.all, [](const Step& step) { return step.code == "close_case"; });
    if (!closes) steps.other_way("close_case");
    std::ranges::stable_partition(steps.all, [](const Step& step) { return !step.other; });
    return std::move(steps.all);
}

std::string waits_for(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto may = [&](Operation operation, Compartment compartment) { return access::would_allow(permit, operation, compartment) != Answer::no; };
    switch (permit.facts().state) {
    case CaseState::forming: return may(Operation::form_group, Compartment::room) ? "" : asked.say("overview.waits.forming");
    case CaseState::planning: return may(Operation::decide_plan, Compartment::room) ? "" : asked.say("overview.waits.planning");
    case CaseState::active: return may(Operation::call_meeting, Compartment::room) ? "" : asked.say("overview.waits.active");
    case CaseState::suspended: return may(Operation::decide_closure, Compartment::social_services) ? "" : asked.say("overview.waits.suspended");
    case CaseState::closure_review:
        return may(Operation::decide_closure, Compartment::social_services) ? "" : asked.say("overview.waits.closure_review");
    case CaseState::consent_refused:
    case CaseState::decided_no_offer: return asked.say("overview.waits.nobody");
    default: return {};
    }
}

}  // namespace lots::app
