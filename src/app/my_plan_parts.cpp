#include "app/my_plan_parts.h"

#include <algorithm>
#include <vector>

#include "cases/page.h"
#include "cases/record.h"
#include "cases/youth.h"
#include "consent/pages_parts.h"
#include "consent/rules_steps.h"
#include "form/labels.h"
#include "group/store.h"
#include "meeting/answer_part.h"
#include "meeting/store.h"
#include "meeting/words.h"
#include "plan/load.h"
#include "plan/pages.h"
#include "plan/store.h"

namespace lots::app {

using access::Answer;
using access::CaseState;
using access::Compartment;
using access::Operation;
using access::Role;
using html::Html;
using namespace html::literals;

namespace {

Answer answer(const access::CasePermit& permit, Operation operation, Compartment compartment)
{
    return access::would_allow(permit, operation, compartment);
}
bool is_youth(const access::CasePermit& permit) { return permit.work().reader.role == Role::youth; }
bool is_minor(const access::CasePermit& permit)
{
    constexpr int adult_years = 18;
    return age_on(permit.facts().born, permit.work().today) < adult_years;
}

/// The reader's own line among those who sign; null for a helper.
const consent::Signatory* own_signatory(const access::CasePermit& permit)
{
    const auto& all = permit.facts().consent.signatories;
    const auto found = std::ranges::find_if(all, [&](const consent::Signatory& one) { return one.id == permit.facts().own_signatory; });
    return found == all.end() ? nullptr : &*found;
}

/// Whether the reader has answered the newest form.
bool has_answered(const access::CasePermit& permit)
{
    const auto* form = consent::newest(permit.facts().consent);
    const auto is_own = [&](const consent::Answer& one) { return one.signatory == permit.facts().own_signatory; };
    return form != nullptr && std::ranges::any_of(form->answers, is_own);
}

// --- meetings -----------------------------------------------------------------------------------------------------------

std::vector<meeting::Meeting> meetings_ahead(const access::CasePermit& permit)
{
    const auto reading = access::permit<Operation::read_meetings>(permit);
    if (!reading) return {};
    auto all = meeting::meetings(*reading);
    std::erase_if(all, [&](const meeting::Meeting& one) { return !one.starts_at || *one.starts_at <= permit.work().now; });
    std::ranges::sort(all, {}, [](const meeting::Meeting& one) { return *one.starts_at; });
    return all;
}

std::string called_words(const access::CasePermit& permit, const web::Asked& asked, const meeting::Invitation& one)
{
    const auto* own = own_signatory(permit);
    const bool is_helper = one.helper && permit.facts().own_helper == one.helper_id;
    if (is_helper || (one.signatory && own != nullptr && one.signatory == own->number)) return asked.say("my_plan.you");
    if (one.role == "youth" && sees_whole(permit)) return cases::youth_of(permit).given_name;
    return meeting::who_words(asked.language(), one);
}

Html meeting_card(const access::CasePermit& permit, const web::Asked& asked, const meeting::Meeting& next)
{
    const form::Labels labels(asked.language(), "call_meeting");
    Html body = html::paragraph(meeting::when_words(asked.language(), next));
    body << html::paragraph(asked.say("my_plan.where", {{"form", labels.find("form", next.form)}, {"place", next.place}}));
    std::vector<html::Content> called;
    for (const auto& one : next.invitations)
        if (!one.fell_away) called.emplace_back(called_words(permit, asked, one));
    body << html::paragraph(asked.say("my_plan.who_comes")) << html::bullets(called) << meeting::answer_part(permit, next, asked);
    return html::card(asked.say("my_plan.next"), body);
}

// --- promises -----------------------------------------------------------------------------------------------------------

Html status_tag(const web::Asked& asked, const plan::Commitment& one)
{
    using plan::Status;
    if (!one.decided) return html::status_tag(asked.say("my_plan.proposal"), html::TagKind::yellow);
    switch (one.status) {  // without flags: nobody is late on this page (settled 30)
    case Status::ongoing: return html::status_tag(asked.say("common.commitment_state.ongoing"), html::TagKind::blue);
    case Status::done: return html::status_tag(asked.say("common.commitment_state.done"), html::TagKind::green);
    case Status::not_done: return html::status_tag(asked.say("common.commitment_state.not_done"), html::TagKind::orange);
    case Status::cancelled: return html::status_tag(asked.say("common.commitment_state.dropped"), html::TagKind::grey);
    case Status::not_started: break;
    }
    return html::status_tag(asked.say("common.commitment_state.not_started"), html::TagKind::grey);
}

Html promise_words(const web::Asked& asked, const plan::Commitment& one, const std::string& text)
{
    Html words;
    if (!text.empty()) words << html::paragraph(text);
    Html when = html::text(asked.say("my_plan.by", {{"day", say_date(asked.language(), one.last_day())}}));
    when << html::text(" ") << status_tag(asked, one);
    return std::move(words) << html::paragraph(std::move(when));
}

/// What the reader can do with an own promise; the table says whether (accept_commitment, report_commitment).
std::vector<html::SummaryAction> own_actions(const access::CasePermit& permit, const web::Asked& asked, const plan::Commitment& one)
{
    const auto page = cases::case_url(permit) / "atagande" / std::to_string(one.number);
    std::vector<html::SummaryAction> actions;
    if (!one.draft.accepted && !one.draft.dropped && plan::is_promised_by_reader(permit, one.draft) &&
        answer(permit, Operation::accept_commitment, Compartment::room) != Answer::no)
        actions.push_back({.text = asked.say("my_plan.accept"), .href = page / "ta-pa-dig", .hidden = one.draft.measure});
    if (answer(permit, Operation::report_commitment, Compartment::room) != Answer::no)
        actions.push_back({.text = asked.say("my_plan.report"), .href = page, .hidden = one.in_force().measure});
    return actions;
}

// --- the consent --------------------------------------------------------------------------------------------------------

/// What the reader answered to one form, or that there is no answer yet.
Html own_answer(const access::CasePermit& permit, const web::Asked& asked, const consent::Consent& form, const consent::Signatory& own)
{
    if (std::ranges::find(form.withdrawals, own.id, &consent::Withdrawal::signatory) != form.withdrawals.end())
        return html::paragraph(asked.say("my_plan.choice.taken_back"));
    const auto agencies = consent::agency_names(permit.work(), form.agencies);
    const auto given = std::ranges::find(form.answers, own.id, &consent::Answer::signatory);
    if (given == form.answers.end()) return html::paragraph(asked.say("my_plan.choice.not_answered", {{"agencies", agencies}}));
    if (given->kind != consent::AnswerKind::yes) return html::paragraph(asked.say("my_plan.choice.no"));
    return html::paragraph(asked.say(is_youth(permit) ? MessageKey("my_plan.choice.yes") : MessageKey("my_plan.choice.yes_of"),
                                     {{"agencies", agencies}, {"to", form.last_day}}));
}

}  // namespace

bool sees_whole(const access::CasePermit& permit)
{
    return answer(permit, Operation::see_case, Compartment::room) == Answer::yes ||
           answer(permit, Operation::see_case, Compartment::social_services) == Answer::yes;
}

std::optional<Promised> promised(const access::CasePermit& permit)
{
    const auto reading = access::permit<Operation::read_plan>(permit);
    if (!reading) return std::nullopt;
    Promised counted;
    for (const auto& one : plan::load_commitments(*reading, plan::Texts::left_sealed)) {
        const bool gone = one.draft.dropped && !one.decided;
        if (gone || !one.open()) continue;
        if (!plan::is_own(*reading, one.in_force())) {
            ++counted.others;
            continue;
        }
        ++counted.own;
        if (!one.draft.accepted && !one.draft.dropped && plan::is_promised_by_reader(*reading, one.draft)) ++counted.waiting;
    }
    return counted;
}

std::optional<meeting::Meeting> next_meeting(const access::CasePermit& permit)
{
    for (auto& one : meetings_ahead(permit))
        if (one.state == meeting::State::called) return std::move(one);
    return std::nullopt;
}

std::string state_sentence(const access::CasePermit& permit, const web::Asked& asked)
{
    switch (permit.facts().state) {
    case CaseState::consent_pending:
        return asked.say(has_answered(permit) ? MessageKey("my_plan.state.answered") : MessageKey("my_plan.state.consent_pending"));
    case CaseState::forming: return asked.say("my_plan.state.forming");
    case CaseState::planning: return asked.say("my_plan.state.planning");
    case CaseState::active: return asked.say("my_plan.state.active");
    case CaseState::suspended:
        return asked.say(sees_whole(permit) ? MessageKey("my_plan.state.suspended") : MessageKey("my_plan.state.suspended_hidden"));
    case CaseState::closure_review: return asked.say("my_plan.state.closure_review");
    case CaseState::transferred: return asked.say("my_plan.state.transferred");
    default: return asked.say("my_plan.state.closed");
    }
}

Html meeting_part(const access::CasePermit& permit, const web::Asked& asked)
{
    if (answer(permit, Operation::read_meetings, Compartment::room) == Answer::no) return {};
    const bool held_now = meeting::call_stands(permit.facts().state).allowed();
    Html part;
    if (const auto next = next_meeting(permit)) part << meeting_card(permit, asked, *next);
    else part << html::card(asked.say("my_plan.next"), html::paragraph(asked.say(held_now ? MessageKey("my_plan.next_none") : MessageKey("my_plan.no_meetings"))));
    for (const auto& one : meetings_ahead(permit))
        if (one.state == meeting::State::cancelled)
            part << html::paragraph(asked.say("my_plan.cancelled", {{"when", meeting::when_words(asked.language(), one)}}));
    return std::move(part) << html::paragraph(html::link(cases::case_url(permit) / "moten", asked.say("my_plan.all_meetings")));
}

Html promises_part(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto reading = access::permit<Operation::read_plan>(permit);
    if (!reading) return {};
    html::SummaryList own, others;
    for (const auto& one : plan::commitments(*reading)) {
        if (one.status == plan::Status::cancelled) continue;
        const auto& wording = one.in_force();
        if (plan::is_own(*reading, wording))
            own.rows.push_back({.key = wording.measure, .value = promise_words(asked, one, wording.plain_words), .actions = own_actions(permit, asked, one)});
        else
            others.rows.push_back({.key = wording.owner_words,
                                   .value = promise_words(asked, one, wording.plain_words.empty() ? wording.measure : wording.plain_words)});
    }
    Html part = html::heading(2, asked.say("my_plan.own"));
    if (own.rows.empty()) part << html::paragraph(asked.say("my_plan.own_none"));
    else part << html::summary_list(own);
    if (reading->answer(Compartment::room) != Answer::yes) return part;  // who reads the own promises only is told of no others
    part << html::heading(2, asked.say("my_plan.others"));
    if (others.rows.empty()) part << html::paragraph(asked.say("my_plan.others_none"));
    else part << html::summary_list(others);
    part << plan::newest_changes(*reading, asked);
    return std::move(part) << html::paragraph(html::link(cases::case_url(permit) / "plan", asked.say("my_plan.whole_plan")));
}

Html choice_part(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto* own = own_signatory(permit);
    const auto reading = access::permit<Operation::read_consent>(permit);
    if (own == nullptr || !reading) return {};
    const auto& facts = permit.facts().consent;
    const auto* form = consent::newest(facts);
    if (form == nullptr) return {};
    const auto* holding = consent::in_force(facts, asked.today);
    Html part = html::heading(2, asked.say("my_plan.choice"));
    if (holding != nullptr) part << own_answer(permit, asked, *holding, *own);
    if (holding != form) part << own_answer(permit, asked, *form, *own);  // a renewal that is being asked for, or what has ended
    // Why none holds may be another's answer: that is never told (settled 6).
    if (holding == nullptr) part << html::paragraph(asked.say("my_plan.choice.not_now"));
    if (const auto scoped = access::permit<Operation::read_consent_scope>(permit); scoped && holding != nullptr) {
        const auto scope = consent::scope_of(*scoped, *holding);
        part << html::summary_list({.rows = {{.key = asked.say("my_plan.choice.about"), .value = scope.information_kinds},
                                             {.key = asked.say("my_plan.choice.not_about"), .value = scope.not_shared}}});
    }
    const auto page = cases::case_url(permit) / "samtycken";
    const bool can_take_back = answer(permit, Operation::withdraw_consent, Compartment::social_services) != Answer::no &&
                               !consent::withdrawable(facts, own->id, asked.today).empty();
    if (can_take_back)
        part << html::paragraph(asked.say("my_plan.choice.change"))
             << html::button({.text = asked.say("command.withdraw_consent.title"), .classes = "govuk-button--secondary",
                              .href = page / "underskrivare" / std::to_string(own->number) / "ta-tillbaka"});
    return std::move(part) << html::paragraph(html::link(page, asked.say("my_plan.choice.see")));
}

Html who_sees_part(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto reading = access::permit<Operation::read_members>(permit);
    if (!reading) return {};
    Html part = html::heading(2, asked.say("my_plan.who"));
    std::vector<html::Content> group;
    for (const auto& member : group::members(*reading))
        group.emplace_back(asked.say("my_plan.member", {{"name", member.name}, {"agency", member.agency_name}}));
    if (!group.empty()) part << html::paragraph(asked.say("my_plan.group")) << html::bullets(group);
    std::vector<html::Content> lines;
    const auto say = [&](MessageKey key) { lines.emplace_back(asked.say(key)); };
    if (meeting::call_stands(permit.facts().state).allowed()) say("my_plan.sees.group");
    else say("my_plan.sees.nobody_now");
    say("my_plan.sees.social_services");
    if (is_youth(permit)) {
        if (is_minor(permit)) say("my_plan.sees.guardians");
        say("my_plan.sees.police");
    }
    else say("my_plan.sees.you_as_guardian");
    say("my_plan.sees.log");
    return std::move(part) << html::bullets(lines);
}

Html questions_part(const access::CasePermit& permit, const web::Asked& asked)
{
    Html part = html::heading(2, asked.say("my_plan.questions"));
    if (sees_whole(permit)) {
        const auto coordinator = cases::holder(permit, "coordinator"), officer = cases::holder(permit, "officer");
        if (coordinator) part << html::paragraph(asked.say("my_plan.ask.coordinator", {{"name", coordinator->name}}));
        if (officer && (!coordinator || coordinator->person != officer->person))
            part << html::paragraph(asked.say(coordinator ? MessageKey("my_plan.ask.officer_too") : MessageKey("my_plan.ask.officer"),
                                              {{"name", officer->name}}));
    }
    else part << html::paragraph(asked.say("my_plan.ask.other"));
    if (const auto reading = access::permit<Operation::read_plan>(permit))
        if (const auto said = plan::words(*reading)) part << html::paragraph(asked.say("my_plan.ask.hard", {{"contact", said->crisis_contact}}));
    return std::move(part) << html::paragraph(asked.say("my_plan.ask.danger"));
}

}  // namespace lots::app
