#include "app/events.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include "base/check.h"
#include "cases/lists.h"
#include "cases/page.h"
#include "cases/rules.h"
#include "consent/parts.h"
#include "consent/store.h"
#include "followup/ladder.h"
#include "group/store.h"
#include "guideline/law.h"
#include "meeting/store.h"
#include "meeting/words.h"
#include "note/store.h"
#include "organisation/store.h"
#include "plan/store.h"

namespace lots::app {

using access::Answer;
using access::CasePermit;
using access::Compartment;
using access::Operation;

namespace {

using Events = std::vector<CaseEvent>;

/// Looked at first: to ask for what is not open would stand in the log as an attempt.
bool opens(const CasePermit& permit, Operation operation, Compartment compartment = Compartment::room)
{
    return access::would_allow(permit, operation, compartment) != Answer::no;
}

CaseEvent on_day(EventKind kind, Date day, std::string text)
{
    return {.kind = kind, .at = start_of_day(day), .whole_day = true, .text = std::move(text)};
}

CaseEvent at_moment(EventKind kind, Instant at, std::string text)
{
    return {.kind = kind, .at = at, .text = std::move(text)};
}

/// What happened, and not the state that it led to: "Togs upp".
std::string step_words(const web::Asked& asked, const cases::Step& step)
{
    if (step.transition == "T15") return asked.say("events.step.resumed");
    if (step.transition == "T17" && step.to != access::CaseState::closed) return asked.say("events.step.continued");
    const auto key = MessageKey::of_name("events.step." + std::string(access::name(step.to)));
    check(key.has_value(), "a step has no words in the catalogue");
    return asked.say(*key);
}

/// The states that the case went through; for members from the complete consent on. Who and by what law: social services'
/// file.
void add_steps(Events& all, const CasePermit& permit, const web::Asked& asked)
{
    const bool file = permit.covers(Compartment::social_services);
    for (const auto& step : cases::steps(permit)) {
        auto event = at_moment(EventKind::step, step.at, step_words(asked, step));
        if (file && step.made_by) event.by = organisation::person_name(permit.work(), *step.made_by);
        // With the wording of its own day, as the decisions are.
        if (file)
            if (const auto law = guideline::legal_reference(cases::basis_of(step.transition), local_day(step.at)))
                event.basis = asked.say("cases.timeline.basis", {{"law", guideline::wording(*law)}});
        all.push_back(std::move(event));
    }
}

std::string answer_words(const web::Asked& asked, consent::AnswerKind kind, const std::string& who)
{
    switch (kind) {
    case consent::AnswerKind::yes:
        return asked.say("events.consent.yes", {{"who", who}});
    case consent::AnswerKind::no:
        return asked.say("events.consent.no", {{"who", who}});
    case consent::AnswerKind::excludes_agency:
        return asked.say("events.consent.excludes", {{"who", who}});
    }
    return {};
}

/// Who talked, said yes, said no and took back: for social services alone (settled 6, 18).
void add_answers(Events& all, const CasePermit& permit, const web::Asked& asked)
{
    if (access::would_allow(permit, Operation::read_consent, Compartment::social_services) != Answer::yes) return;
    const auto reading = access::permit<Operation::read_consent>(permit);
    if (!reading) return;
    const auto& facts = reading->facts().consent;
    const auto page = consent::consents_url(*reading);
    const auto who = [&](const SignatoryId& id) {
        const auto found = std::ranges::find(facts.signatories, id, &consent::Signatory::id);
        return found == facts.signatories.end() ? std::string{} : consent::role_words(asked.language(), facts, *found);
    };
    const auto add = [&](Date day, std::string text) {
        auto event = on_day(EventKind::consent, day, std::move(text));
        event.page = page;
        all.push_back(std::move(event));
    };
    for (const auto& talk : consent::conversations(*reading))
        if (talk.is_talk()) add(talk.held_on, asked.say("events.consent.talk", {{"who", who(talk.signatory)}}));
    for (const auto& form : facts.consents) {
        for (const auto& answer : form.answers)
            add(answer.signed_on, answer_words(asked, answer.kind, who(answer.signatory)));
        for (const auto& taken : form.withdrawals)
            add(taken.withdrawn_on, asked.say("events.consent.withdrawn", {{"who", who(taken.signatory)}}));
    }
}

/// That a consent held, and until when: the scope and the dates that members see too (settled 18), and not before the case
/// became theirs.
void add_terms(Events& all, const CasePermit& permit, const web::Asked& asked)
{
    if (!opens(permit, Operation::read_consent_scope)) return;
    const auto reading = access::permit<Operation::read_consent_scope>(permit);
    if (!reading) return;
    std::optional<Date> since;
    if (!permit.covers(Compartment::social_services))
        for (const auto& event : all)
            if (event.kind == EventKind::step && (!since || local_day(event.at) < *since)) since = local_day(event.at);
    for (const auto& form : reading->facts().consent.consents) {
        if (!consent::has_held(reading->facts().consent, form, asked.today)) continue;
        const auto from = since ? std::max(*since, form.valid_from) : form.valid_from;
        auto event = on_day(EventKind::consent, from,
                            asked.say("events.consent.holds", {{"day", say_date_short(asked.language(), form.last_day)}}));
        event.page = cases::case_url(permit) /
                     (opens(permit, Operation::read_consent, Compartment::social_services) ? "samtycken" : "samtycke");
        all.push_back(std::move(event));
    }
}

/// Who came, and for those who lead the case who left.
void add_members(Events& all, const CasePermit& permit, const web::Asked& asked)
{
    if (!opens(permit, Operation::read_members)) return;
    const auto reading = access::permit<Operation::read_members>(permit);
    if (!reading) return;
    const bool leads = group::leads(*reading);
    const auto page = cases::case_url(permit) / "deltagare";
    for (const auto& member : group::members_ever(*reading)) {
        if (member.ended_at && !leads) continue;
        auto came = on_day(EventKind::group, member.from_day,
                           asked.say("events.group.came", {{"name", member.name}, {"agency", member.agency_name}}));
        came.page = page;
        all.push_back(std::move(came));
        if (!member.ended_at) continue;
        auto left = at_moment(EventKind::group, *member.ended_at,
                              asked.say("events.group.left", {{"name", member.name}, {"agency", member.agency_name}}));
        left.page = page;
        all.push_back(std::move(left));
    }
}

void add_plans(Events& all, const CasePermit& permit, const web::Asked& asked)
{
    if (!opens(permit, Operation::read_plan)) return;
    const auto reading = access::permit<Operation::read_plan>(permit);
    if (!reading || reading->answer(Compartment::room) != Answer::yes) return;
    for (const auto& version : plan::versions(*reading)) {
        const auto number = std::to_string(version.number);
        auto event = at_moment(EventKind::plan, version.decided_at, asked.say("events.plan.decided", {{"number", number}}));
        event.page = cases::case_url(permit) / "plan" / "version" / number;
        all.push_back(std::move(event));
    }
}

/// Called, held, cancelled; never why one was cancelled.
void add_meetings(Events& all, const CasePermit& permit, const web::Asked& asked)
{
    if (!opens(permit, Operation::read_meetings)) return;
    const auto reading = access::permit<Operation::read_meetings>(permit);
    if (!reading) return;
    for (const auto& one : meeting::meetings(*reading)) {
        if (!one.starts_at) continue;  // who may not know the time has no line of days
        const auto number = std::to_string(one.number);
        const auto add = [&](Instant at, std::string text) {
            auto event = at_moment(EventKind::meeting, at, std::move(text));
            event.page = meeting::meeting_url(*reading, one);
            all.push_back(std::move(event));
        };
        add(one.called_at,
            asked.say("events.meeting.called",
                      {{"number", number}, {"day", say_date_short(asked.language(), local_day(*one.starts_at))}}));
        if (one.state == meeting::State::held || one.state == meeting::State::locked)
            add(*one.starts_at, asked.say("events.meeting.held", {{"number", number}}));
        if (one.locked_at) add(*one.locked_at, asked.say("events.meeting.locked", {{"number", number}}));
        if (one.cancelled_at) add(*one.cancelled_at, asked.say("events.meeting.cancelled", {{"number", number}}));
    }
}

/// What was lifted to a level, and that it was answered.
void add_lifted(Events& all, const CasePermit& permit, const web::Asked& asked)
{
    if (access::would_allow(permit, Operation::read_commitments, Compartment::room) != Answer::yes) return;
    const auto reading = access::permit<Operation::read_commitments>(permit);
    if (!reading) return;
    for (const auto& one : followup::escalations(*reading)) {
        const auto level = std::to_string(one.level);
        const auto add = [&](Instant at, std::string text) {
            auto event = at_moment(EventKind::lifted, at, std::move(text));
            event.page = cases::case_url(permit) / "lyfta-fragor";
            all.push_back(std::move(event));
        };
        add(one.raised_at, asked.say("events.lifted.raised", {{"level", level}, {"agency", one.agency_name}}));
        if (one.answer) add(one.answer->answered_at, asked.say("events.lifted.answered", {{"level", level}}));
    }
}

/// That a note was written, for those whom it is addressed to; what it says stands on its page.
void add_notes(Events& all, const CasePermit& permit, const web::Asked& asked)
{
    if (!opens(permit, Operation::read_notes)) return;
    const auto reading = access::permit<Operation::read_notes>(permit);
    if (!reading) return;
    for (const auto& one : note::notes(*reading)) {
        auto event =
            at_moment(EventKind::note, one.made_at,
                      asked.say("events.note", {{"number", std::to_string(one.number)}, {"agency", one.agency_name}}));
        event.page = cases::case_url(permit) / "anteckningar";
        all.push_back(std::move(event));
    }
}

Events newest_first(Events all)
{
    std::ranges::stable_sort(all, std::ranges::greater{}, &CaseEvent::at);
    return all;
}

}  // namespace

std::vector<CaseEvent> events_of(const CasePermit& permit, const web::Asked& asked)
{
    Events all;
    add_steps(all, permit, asked);
    add_terms(all, permit, asked);  // after the steps: it looks at the first of them
    add_answers(all, permit, asked);
    add_members(all, permit, asked);
    add_plans(all, permit, asked);
    add_meetings(all, permit, asked);
    add_lifted(all, permit, asked);
    add_notes(all, permit, asked);
    return newest_first(std::move(all));
}

std::vector<CaseEvent> main_events_of(const CasePermit& permit, const web::Asked& asked)
{
    Events all;
    add_steps(all, permit, asked);
    add_plans(all, permit, asked);
    add_meetings(all, permit, asked);
    return newest_first(std::move(all));
}

}  // namespace lots::app
