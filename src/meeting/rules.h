#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "access/words.h"
#include "base/id.h"
#include "base/time.h"
#include "consent/rules.h"
#include "guideline/decision.h"
#include "guideline/duty.h"

namespace lots::meeting {

struct CalledAgency {
    AgencyId id;
    std::string code, kind;               // "skolan", "school"
};

/// What the rules need to know of a call.
struct Call {
    consent::Facts consent;
    Date on;                              // the meeting's day, not the day it is called
    bool individual = true;               // false: a network meeting about practical matters
    std::vector<CalledAgency> agencies;   // those with somebody called
    std::map<AgencyId, std::string> codes;  // of the concerned agencies
    std::set<AgencyId> with_members;      // those with somebody to call
    std::set<SignatoryId> signatories;    // called: the young person, guardians
    std::set<SignatoryId> with_reason;    // guardians who are not called, and it is said why
    bool by_social_services = false;      // who calls; which agencies attend is theirs to decide
    bool agency_reason_given = false;     // why a concerned agency is not called
    bool danger_if_seen = false;          // for the young person, if somebody sees that there is a case
    bool by_letter = false;               // among the ways to call
};

/// May this meeting be called? Guardians are asked for at individual meetings only. A concerned agency that has nobody in the group stops
/// no meeting, but it is said why the group meets without it; one that has somebody is left out only by social services, with a reason.
/// No letter goes to a young person who may be in danger if it is seen.
/// returns  one finding per agency and guardian; `about` is the agency's code or the guardian's number
/// source   guideline 3.1, 3.2, 4, 4.3 (S0-08, S0-13, S0-24, S0-52, S0-53, S0-54), "Vad är det?" 2.1 (S1-16), S4-15,
///          settled 23
guideline::Decision may_call(const Call& call);

/// The day to propose for the next meeting: the same day of the week as the last one, as late as the interval lets it be. None when that has
/// been, or when no consent covers it.
/// consent_ends  first day that no consent covers any more
/// source        "Vad är det?" 2.1 (S1-14), S2-18, S4-15
std::optional<Date> day_to_propose(Date last, int interval_days, Date today, std::optional<Date> consent_ends);

/// Whose the new suspicion is to tell: the police's, by one of their officers in the group, or by who holds the meeting on their behalf.
/// What is held back is not asked for and leaves no trace (edge case 4.18).
/// source  guideline 4 (S0-27)
guideline::Decision may_tell_suspicion(bool by_police, bool holds_meeting);

/// Does a call that was made still stand? Meetings are held in FORMING, PLANNING, ACTIVE and CLOSURE_REVIEW. Our reading: in every other
/// state what was called is off for good, also when the case goes on later; a new consent is called for anew.
/// source  settled 11 (where meetings are held), settled 28 (what is in the calendar is cancelled when the consent ends); lifecycle T14, T17
guideline::Decision call_stands(access::CaseState state);
/// The reason that a call is off in a state where it does not stand: case_suspended, case_closed. For a suspension it says no more than
/// that, whatever caused it (settled 20).
std::string_view off_because(access::CaseState state);

/// May a call be answered, or the answer be changed? By who is called, until the meeting begins, while it is not cancelled.
/// source  settled 15 (an answer may also be written down for somebody who does not sign in); the program's own order
guideline::Decision may_answer(bool called, bool begun, bool cancelled);

/// May something be noted at the meeting now, or its minutes be locked? From its start until it is locked or cancelled. Our reading of
/// settled 11: what has not begun has not been held.
guideline::Decision may_note(bool begun, bool cancelled, bool locked);

/// How somebody who was called took part.
enum class Presence { present, digital, substitute, absent };
std::optional<Presence> presence_of(std::string_view code);

/// One who was called, and whether it was noted how they took part.
struct Line {
    int number = 0;
    std::string kind;                     // "youth", "guardian", "helper", or the kind of the agency
    std::optional<Presence> presence;
};

/// Does the meeting count as an individual meeting? With the young person in person or digitally, and social services and the police,
/// themselves or by a substitute. Otherwise it is kept as a network meeting (edge cases 4.23, 4.24).
/// source  guideline 3.1 and 4.3 (S0-08, S0-52), settled 11
bool counts_as_individual(const std::vector<Line>& lines);

/// What the rules need to know of a meeting that was held.
struct Held {
    consent::Facts consent;
    Date on;                              // the meeting's day
    std::vector<Line> lines;
    std::vector<int> open_commitments;    // numbers
    std::set<int> followed_up;            // those with a line at this meeting
    bool minutes_written = false;         // and whole
    bool consent_asked_about = false;
    bool police_role_told = false;        // at this meeting or one before
    std::string closure_question;         // continue, consider_closure, not_asked
    bool closure_considered = false;      // the case is in closure review
    bool decisions_told = false;          // the minutes tell of decisions
    bool decisions_documented = false;    // at least one is written down with its four fields
    std::optional<Date> next_meeting;     // the first called one after this
    int interval_days = 31;               // a value of the profile (S2-18)
};

/// Do the minutes say what they have to before they are locked: who may hear what, what was talked about, and what the young person thinks?
/// While the meeting goes on they are kept without.
/// source  "Vad är det?" 2.1 (S1-17), fields 3.5
bool minutes_are_whole(std::string_view who_may_hear, std::string_view text, std::string_view youth_opinion);

/// May the minutes be locked?
/// returns  `about`: a line's number (attendance), a commitment's number (follow-up); "asked" for the question about consent;
///          "decisions" for what was decided
/// source   S0-32, S0-55, S1-14, S1-17, S1-20, S1-60, S1-71, S2-18, S4-15
guideline::Decision may_lock(const Held& held);

/// One meeting of the case, as far as duties go.
struct Past {
    int number = 0;
    Date on;
    bool begun = false, cancelled = false, locked = false, counts = false;
    bool individual = true;               // as called
    bool to_be_replaced = false;          // cancelled because somebody was missing, or broken off by an intervention
    std::set<AgencyId> attended = {}, absent = {};  // by what was noted: an agency attended when one of its people or a substitute did
    std::optional<Date> locked_on = {};
    std::vector<std::pair<AgencyId, PersonId>> unread = {};  // called for an absent agency, still in the group, has not read the minutes
};

/// A suspicion that the police told.
struct ToldSuspicion {
    int number = 0;
    Date told_on;
    std::optional<PersonId> officer;      // who told it; none when that officer has left the group or the work
    bool taken_up = false;                // a closure question was raised, or a meeting locked, after it
};

struct DutyFacts {
    access::CaseState state = access::CaseState::forming;
    std::optional<Date> consent_complete_on;
    std::vector<Past> meetings;           // by day
    int first_meeting_days = 7, interval_days = 31;
    std::optional<PersonId> coordinator;
    std::optional<int> network_interval_days = {};   // a value of the profile; none: the municipality has no such interval
    std::optional<Date> consent_ends = {};           // first day that no consent covers any more
    std::vector<ToldSuspicion> suspicions = {};
};

/// How many days there are to lock the minutes of a held meeting, to read those of a meeting that one's agency missed, and for the police
/// to raise the closure question after a new suspicion. Our own values: the sources give none.
inline constexpr int minutes_days = 7;
inline constexpr int reading_days = 7;
inline constexpr int suspicion_days = 7;

/// First meeting soon after the consent (S4-41), the meetings that are called, the next individual one within the interval (S1-14, S2-18), a
/// new day at once for one that failed (edge cases 4.23, 4.25), the next network meeting (S4-20), and minutes to lock (S1-17). None while
/// the case rests: then no meeting may be held.
std::vector<guideline::Duty> duties(const DutyFacts& facts);

/// Those that follow from what a meeting showed: minutes to read for who was away (S0-73), repeated absence (S1-20), and the police's
/// question after a new suspicion (S1-60). Part of `duties`.
std::vector<guideline::Duty> duties_after(const DutyFacts& facts);

}  // namespace lots::meeting
