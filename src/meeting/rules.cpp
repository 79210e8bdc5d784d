#include "meeting/rules.h"

#include <algorithm>

#include "guideline/requirements.h"

namespace lots::meeting {

using access::CaseState;
using guideline::Actor;
using guideline::Decision;

namespace {

constexpr int adult_years = 18;

bool has_kind(const std::vector<CalledAgency>& agencies, std::string_view kind)
{
    return std::ranges::any_of(agencies, [&](const CalledAgency& agency) { return agency.kind == kind; });
}

bool takes_part(const std::vector<Line>& lines, std::string_view kind, bool by_substitute)
{
    return std::ranges::any_of(lines, [&](const Line& line) {
        if (line.kind != kind || !line.presence) return false;
        const auto presence = *line.presence;
        return presence == Presence::present || presence == Presence::digital || (by_substitute && presence == Presence::substitute);
    });
}

bool meets(CaseState state)
{
    return state == CaseState::forming || state == CaseState::planning || state == CaseState::active || state == CaseState::closure_review;
}

}  // namespace

Decision may_call(const Call& call)
{
    Decision decision;
    const bool holds = consent::in_force(call.consent, call.on) != nullptr;
    decision.look(guideline::within_term, holds, Actor::social_services);
    if (holds)
        for (const auto& agency : call.agencies)
            decision.look(guideline::consent_names_agency, consent::names(call.consent, agency.id, call.on), Actor::social_services, {},
                          agency.code);
    for (const auto& concerned : call.consent.concerned) {
        // One that was judged concerned later takes part from the consent that names it; until then the others go on (settled 5).
        if (holds && !consent::names(call.consent, concerned, call.on)) continue;
        const auto found = call.codes.find(concerned);
        const auto code = found == call.codes.end() ? std::string{} : found->second;
        // Nobody to call. Looked at only when it asks for a reason: that the others take part needs no line of its own.
        if (!call.with_members.contains(concerned)) {
            decision.look(guideline::agencies_take_part, false, Actor::social_services, {}, code);
            continue;
        }
        const bool called = std::ranges::find(call.agencies, concerned, &CalledAgency::id) != call.agencies.end();
        // Left out with a reason: which agencies attend is for social services to decide, and not for a coordinator from elsewhere.
        if (!called && call.agency_reason_given)
            decision.look(guideline::agency_concerned, call.by_social_services, Actor::social_services, {}, code);
        else decision.look(guideline::all_called, called, Actor::coordinator, {}, code);
    }
    const auto is_called = [&](const consent::Signatory& one) { return call.signatories.contains(one.id); };
    const bool youth_called = std::ranges::any_of(call.consent.signatories, [&](const consent::Signatory& one) {
        return one.role == consent::SignatoryRole::youth && is_called(one);
    });
    // Looked at only when it stands in the way: to everybody else a letter is a letter. A guardian's lies in the same box.
    if (call.danger_if_seen && call.by_letter && !call.signatories.empty())
        decision.look(guideline::paper_when_dangerous, false, Actor::coordinator);
    if (call.individual) {
        decision.look(guideline::youth_and_agencies_meet, youth_called, Actor::coordinator);
        decision.look(guideline::social_services_and_police, has_kind(call.agencies, "social_services") && has_kind(call.agencies, "police"),
                      Actor::coordinator);
    }
    // S0-53 is about meetings with the young person; a network meeting is about practical matters.
    if (call.individual && age_on(call.consent.born, call.on) < adult_years)
        for (const auto& one : call.consent.signatories) {
            if (one.role == consent::SignatoryRole::youth || !consent::must_sign(one, call.consent.born, call.on)) continue;
            decision.look(guideline::guardians_invited, is_called(one) || call.with_reason.contains(one.id), Actor::coordinator, {},
                          std::to_string(one.number));
        }
    return decision;
}

Decision may_tell_suspicion(bool by_police, bool holds_meeting)
{
    Decision decision;
    decision.look(guideline::suspicion_by_police, by_police || holds_meeting, Actor::police);
    return decision;
}

Decision call_stands(CaseState state)
{
    Decision decision;
    decision.look(guideline::call_stands, meets(state), Actor::social_services);
    return decision;
}

std::string_view off_because(CaseState state) { return state == CaseState::suspended ? "case_suspended" : "case_closed"; }

Decision may_answer(bool called, bool begun, bool cancelled)
{
    Decision decision;
    decision.look(guideline::call_answered, called && !begun && !cancelled, Actor::nobody);
    return decision;
}

std::optional<Date> day_to_propose(Date last, int interval_days, Date today, std::optional<Date> consent_ends)
{
    constexpr int week = 7;
    const auto day = add_days(last, interval_days < week ? interval_days : interval_days / week * week);
    if (day < today || (consent_ends && *consent_ends <= day)) return std::nullopt;
    return day;
}

Decision may_note(bool begun, bool cancelled, bool locked)
{
    Decision decision;
    decision.look(guideline::meeting_open, begun && !cancelled && !locked, Actor::coordinator);
    return decision;
}

std::optional<Presence> presence_of(std::string_view code)
{
    if (code == "present") return Presence::present;
    if (code == "digital") return Presence::digital;
    if (code == "substitute") return Presence::substitute;
    if (code == "absent") return Presence::absent;
    return std::nullopt;
}

bool counts_as_individual(const std::vector<Line>& lines)
{
    return takes_part(lines, "youth", false) && takes_part(lines, "social_services", true) && takes_part(lines, "police", true);
}

bool minutes_are_whole(std::string_view who_may_hear, std::string_view text, std::string_view youth_opinion)
{
    return !who_may_hear.empty() && !text.empty() && !youth_opinion.empty();
}

Decision may_lock(const Held& held)
{
    Decision decision;
    decision.look(guideline::within_term, consent::held_in_the_morning(held.consent, held.on), Actor::social_services);
    for (const auto& line : held.lines)
        decision.look(guideline::attendance_noted, line.presence.has_value(), Actor::coordinator, {}, std::to_string(line.number));
    for (const int commitment : held.open_commitments)
        decision.look(guideline::every_commitment_followed_up, held.followed_up.contains(commitment), Actor::coordinator, {},
                      std::to_string(commitment));
    decision.look(guideline::minutes_written, held.minutes_written, Actor::coordinator);
    decision.look(guideline::within_term, held.consent_asked_about, Actor::coordinator, {}, "asked");
    // The police tell it to the young person: without one of them there is nobody to tell, or to be told.
    if (takes_part(held.lines, "youth", false) && takes_part(held.lines, "police", true))
        decision.look(guideline::two_roles_told, held.police_role_told, Actor::police);
    decision.look(guideline::closure_question_asked, held.closure_question == "continue" || held.closure_question == "consider_closure",
                  Actor::group);
    // Our reading: the minutes may sum up what was decided, and each decision stands with its four fields beside them.
    if (held.decisions_told) decision.look(guideline::four_fields, held.decisions_documented, Actor::coordinator, {}, "decisions");
    const bool considered = held.closure_considered || held.closure_question == "consider_closure";
    // Nothing may be called beyond the consent: when it ends before the next meeting is due, the renewal comes first.
    const auto ends = consent::ends_by_itself(held.consent, held.on);
    const bool renewal_first = !ends || days_between(held.on, *ends) <= held.interval_days;
    decision.look(guideline::next_meeting_set, held.next_meeting.has_value() || considered || renewal_first, Actor::coordinator);
    if (held.next_meeting)
        decision.look(guideline::within_interval, days_between(held.on, *held.next_meeting) <= held.interval_days, Actor::coordinator);
    return decision;
}

}  // namespace lots::meeting
