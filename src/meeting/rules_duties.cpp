#include <algorithm>
#include <map>

#include "guideline/requirements.h"
#include "meeting/rules.h"

namespace lots::meeting {

using access::CaseState;
using guideline::Actor;
using guideline::Duty;

namespace {

/// The meeting was held, or is being held: it has begun and was not cancelled.
bool took_place(const Past& meeting) { return meeting.begun && !meeting.cancelled; }
bool is_ahead(const Past& meeting) { return !meeting.begun && !meeting.cancelled; }

std::string path_of(const Past& meeting) { return "moten/" + std::to_string(meeting.number); }

Duty of_coordinator(const DutyFacts& facts, const guideline::Requirement* requirement, MessageKey what, std::optional<int> number,
                    Date last_day, std::string path)
{
    return {requirement, Actor::coordinator, facts.coordinator, {}, what, last_day, number, std::move(path)};
}

/// The next individual meeting: within the interval, or at once when the last one failed. A network meeting is not the monthly one.
void add_next_individual(std::vector<Duty>& all, const DutyFacts& facts)
{
    const Past* last = nullptr;           // the last that took place, or was taken to
    const Past* next = nullptr;           // the first that is called
    const Past* failed = nullptr;         // the last that has to be replaced
    for (const auto& meeting : facts.meetings) {
        if (!meeting.individual) continue;
        // Until the minutes are locked the meeting is taken to count; the lock decides. One that did not count is not the monthly one.
        if (took_place(meeting) && (meeting.counts || !meeting.locked)) {
            last = &meeting;
            failed = nullptr;
        }
        if (is_ahead(meeting) && next == nullptr) next = &meeting;
        if (meeting.to_be_replaced) failed = &meeting;
    }
    const auto late = [&](Date by) { return next == nullptr || by < next->on; };
    if (last == nullptr) {
        if (!facts.consent_complete_on) return;
        const auto by = add_days(*facts.consent_complete_on, facts.first_meeting_days);
        if (late(by)) all.push_back(of_coordinator(facts, &guideline::first_meeting_soon, "duty.first_meeting", {}, by, "kalla"));
        return;
    }
    if (failed != nullptr && next == nullptr) {
        all.push_back(of_coordinator(facts, &guideline::next_meeting_set, "duty.new_day", failed->number, next_day(failed->on), "kalla"));
        return;
    }
    const auto by = add_days(last->on, facts.interval_days);
    if (!late(by)) return;
    // Nothing can be called beyond the consent: the talk about renewing it comes first.
    const bool renewal_first = facts.consent_ends && *facts.consent_ends <= by;
    all.push_back(of_coordinator(facts, &guideline::within_interval,
                                 renewal_first ? MessageKey("duty.next_meeting_after_renewal") : MessageKey("duty.next_meeting"), {}, by,
                                 "kalla"));
}

void add_next_network(std::vector<Duty>& all, const DutyFacts& facts)
{
    if (!facts.network_interval_days || !facts.consent_complete_on) return;
    auto last = *facts.consent_complete_on;
    std::optional<Date> next;
    for (const auto& meeting : facts.meetings) {
        if (meeting.individual) continue;
        if (took_place(meeting)) last = meeting.on;
        if (is_ahead(meeting) && !next) next = meeting.on;
    }
    const auto by = add_days(last, *facts.network_interval_days);
    if (!next || by < *next) all.push_back(of_coordinator(facts, &guideline::network_interval, "duty.next_network_meeting", {}, by, "kalla"));
}

/// S0-73: who was away gets the same knowledge. Asked for the last locked meeting; an older one is behind what the group knows now.
void add_reading(std::vector<Duty>& all, const DutyFacts& facts)
{
    const Past* last = nullptr;
    for (const auto& meeting : facts.meetings)
        if (took_place(meeting) && meeting.locked_on) last = &meeting;
    if (last == nullptr) return;
    for (const auto& [agency, person] : last->unread)
        all.push_back({&guideline::same_knowledge, Actor::agency, person, agency, "duty.read_minutes",
                       add_days(*last->locked_on, reading_days), last->number, path_of(*last)});
}

/// S1-20: absent from the two last locked meetings that the agency was called to.
void add_absence(std::vector<Duty>& all, const DutyFacts& facts)
{
    std::map<AgencyId, std::pair<int, const Past*>> in_a_row;  // how many, and the last
    for (const auto& meeting : facts.meetings) {
        if (!took_place(meeting) || !meeting.locked) continue;
        for (const auto& agency : meeting.attended) in_a_row.erase(agency);
        for (const auto& agency : meeting.absent) {
            auto& [count, last] = in_a_row[agency];
            ++count;
            last = &meeting;
        }
    }
    constexpr int repeated = 2;
    for (const auto& [agency, absence] : in_a_row) {
        if (absence.first < repeated) continue;
        auto duty = of_coordinator(facts, &guideline::attendance_noted, "duty.absent_agency", absence.second->number,
                                   add_days(absence.second->on, minutes_days), path_of(*absence.second));
        duty.agency = agency;
        all.push_back(std::move(duty));
    }
}

}  // namespace

std::vector<Duty> duties(const DutyFacts& facts)
{
    std::vector<Duty> all;
    if (!call_stands(facts.state).allowed()) return all;
    for (const auto& meeting : facts.meetings) {
        if (took_place(meeting) && !meeting.locked)
            all.push_back(of_coordinator(facts, &guideline::minutes_written, "duty.lock_minutes", meeting.number,
                                         add_days(meeting.on, minutes_days), path_of(meeting)));
        if (is_ahead(meeting))
            all.push_back(of_coordinator(facts, &guideline::next_meeting_set, "duty.hold_meeting", meeting.number, meeting.on,
                                         path_of(meeting)));
    }
    add_next_individual(all, facts);
    add_next_network(all, facts);
    for (auto& duty : duties_after(facts)) all.push_back(std::move(duty));
    return all;
}

std::vector<Duty> duties_after(const DutyFacts& facts)
{
    std::vector<Duty> all;
    add_reading(all, facts);
    add_absence(all, facts);
    // S1-60: the police raise it on continued crime. In the other states the group meets anyway, and asks at the meeting.
    if (facts.state == CaseState::active)
        for (const auto& suspicion : facts.suspicions)
            if (!suspicion.taken_up)
                all.push_back({&guideline::closure_question_asked, Actor::police,
                               suspicion.officer ? suspicion.officer : facts.coordinator,  // who told it has left: whoever leads asks
                               {}, "duty.raise_after_suspicion", add_days(suspicion.told_on, suspicion_days), suspicion.number,
                               "fraga-om-avslut"});
    return all;
}

}  // namespace lots::meeting
