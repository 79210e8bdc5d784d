#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "meeting/rules.h"

namespace lots::meeting {

inline constexpr std::array<std::string_view, 2> kinds{"individual", "network"};
inline constexpr std::array<std::string_view, 3> forms{"in_person", "digital", "phone"};
inline constexpr std::array<std::string_view, 4> ways_to_call{"in_lots", "letter", "phone", "in_person"};
inline constexpr std::array<std::string_view, 6> cancel_reasons{"moved", "youth_absent", "agency_absent", "consent_ended", "intervention",
                                                                "other"};
inline constexpr std::array<std::string_view, 4> presences{"present", "digital", "substitute", "absent"};
inline constexpr std::array<std::string_view, 3> closure_answers{"continue", "consider_closure", "not_asked"};
/// What somebody who came instead does for the agency (S1-20).
inline constexpr std::array<std::string_view, 9> substitute_functions{"case_officer",   "police_officer", "teacher",           "principal", "counsellor",
                                                                      "leisure_leader", "health_contact", "institution_staff", "other"};
/// What a picture is about (S0-26, S1-21).
inline constexpr std::array<std::string_view, 5> picture_kinds{"behaviour", "company", "school", "leisure", "other"};
/// How something came that is written down on behalf of an agency (settled 15).
inline constexpr std::array<std::string_view, 3> ways_told{"meeting", "phone", "letter"};
inline constexpr std::array<std::string_view, 3> ways_given{"in_lots", "paper", "read_aloud"};
/// What is answered to a call, and how an answer came that is written down for somebody who does not sign in (settled 15).
inline constexpr std::array<std::string_view, 3> call_answers{"yes", "digital", "no"};
inline constexpr std::array<std::string_view, 3> ways_answered{"phone", "letter", "in_person"};
/// The points that every meeting goes through, in order (fields 3.5, S1-15). Points of one's own come before the last. "New suspicion" stands
/// there at every meeting, so that the agenda never tells whether there is one (edge case 4.18).
inline constexpr std::array<std::string_view, 9> standing_points{"opening",        "consent",       "pictures",         "follow_up", "new_suspicion",
                                                                 "new_commitments", "opinions",      "closure_question", "next_meeting"};
inline constexpr std::array<std::string_view, 4> network_points{"opening", "follow_up", "new_commitments", "next_meeting"};

/// What somebody who was called answered. The newest counts until the meeting begins.
struct CallAnswer {
    std::string answer, reason;            // one of call_answers; the reason of a no
    std::string way = {};                  // how it came, when somebody else wrote it down; empty: the person's own
    std::optional<Date> said_on = {};      // the same
    Instant made_at = {};
    PersonId made_by = {};
    int seq = 0;                           // how often it was answered
};

/// One who was called: somebody in the group, one who signs the consent, or a private helper. Signatories are never shown by name
/// (settled 18).
struct Invitation {
    int line = 0;
    std::optional<int> member, signatory, helper;  // number in the case; one of the three
    std::string role;                      // of a signatory: youth, guardian, appointed_guardian, trustee
    std::string name, agency_code, agency_name, agency_kind;  // of a member; of a helper the name, while the reader may know it
    RecordId helper_id;
    bool fell_away = false;                // a helper who no longer takes part on the meeting's day, while nothing is noted of them
    AgencyId agency;
    PersonId person;
    std::string presence;                  // empty: not noted
    std::string reason;                    // why absent or who came instead; empty for readers who are told only a part
    Instant noted_at;
    int seq = 0;                           // how often it was noted
    PersonId noted_by;
    std::string substitute_name, substitute_function;  // who came instead (S1-20)
    int place = 0;                         // of a signatory: which of those with the same role, as on the page of consents
    int kept_line = 0;                     // as it is kept; a reader who is told only a part may be shown another
    std::optional<CallAnswer> answer = {};  // none: not answered, or another's and the reader does not lead the case
};

/// Which of those with the same role a signatory is: the second guardian is number 2 wherever people read of them.
int place_of(const consent::Facts& facts, int number);

enum class State { called, cancelled, held, locked };  // held: it has begun, the minutes are not locked
std::string_view name(State state);

/// A point of the agenda that was sent with the call.
struct AgendaPoint {
    std::string point, text;               // a standing point, or "own" with its text
};

/// Why a guardian is not called (S0-53).
struct NotInvited {
    int signatory = 0;                     // number
    std::string reason;
};

struct Meeting {
    MeetingId id;
    int number = 0;
    std::string kind, form;
    std::optional<Instant> starts_at;      // none for readers who may not know time and place (S0-57)
    int length_minutes = 0;
    std::string place;
    Instant called_at;
    PersonId called_by;
    std::string call_how, agency_not_called_reason;
    std::vector<NotInvited> not_invited;   // empty for readers who do not lead the case, as the reason before it
    std::vector<AgendaPoint> agenda;       // in order
    std::string cancel_reason;             // empty: not cancelled
    std::string cancel_note;               // the intervention that broke it off (S0-56)
    std::optional<Instant> cancelled_at, locked_at;
    bool counts_as_individual = false;     // decided when locked
    bool time_and_place_alone = false;     // for a private helper: neither what kind it is, who called, nor why it was cancelled
    State state = State::called;
    std::vector<Invitation> invitations;   // by line
};

struct Minutes {
    int seq = 0;
    std::string who_may_hear, text, decisions, disagreements, youth_opinion, guardian_opinion, closure_question, intervention;
    bool consent_checked = false, police_role_told = false;
    std::string told_by;                   // number of the member who told of the two roles; empty: not told, or not known
    std::optional<Date> told_on;
    Instant made_at;
    PersonId made_by;
};

/// What an agency told of the young person at the meeting (S0-26, S1-21).
struct Picture {
    RecordId id;
    int number = 0;                        // at the meeting
    std::string agency_code, agency_name, text;
    std::string kinds;                     // coded, with spaces between
    std::string said_by, way;              // told on behalf of the agency; empty: by its own people
    Instant made_at;
};

/// A new suspicion that the police told of (S0-27): what could be told, and nothing else.
struct Suspicion {
    RecordId id;
    int number = 0;                        // in the case
    Date told_on;
    std::optional<int> meeting;            // told there
    std::string text, officer;             // the officer's name
    PersonId person;
    Instant made_at;
};

/// The minutes were given to the young person.
struct Given {
    Date given_on;
    std::string way;
    PersonId made_by;
};

/// Said after the lock: an addition, never a change.
struct Adjustment {
    std::string text;
    Instant made_at;
    PersonId made_by;
};

// What the forms ask for.

struct CancelMeeting {
    std::string case_number, number, reason;
    std::string note = {};                 // what happened, when it was broken off
};
struct AnswerCall {
    std::string case_number, number, answer, reason;
};
/// What somebody else said: by phone, in a letter, in person.
struct RegisterAnswer {
    std::string case_number, number, line, answer, reason, way;
    std::optional<Date> said_on = {};
    int seq_seen = 0;
};
struct NoteAttendance {
    std::string case_number, number, line, presence, reason;
    int seq_seen = 0;
    std::string substitute_name = {}, substitute_function = {};
};
struct WriteMinutes {
    std::string case_number, number;
    Minutes minutes;
    int seq_seen = 0;
};
struct AddPicture {
    std::string case_number, number, agency, text;
    std::vector<std::string> kinds;
    std::string said_by, way;
};
/// What one's own agency tells.
struct OwnPicture {
    std::string case_number, number, text;
    std::vector<std::string> kinds;
};
struct TellSuspicion {
    std::string case_number, officer, text;
    std::optional<Date> told_on;
    std::string meeting;                   // number; empty: between meetings
};
struct ReleaseItem {
    std::string case_number, meeting, number, signatory, reason;  // meeting: of a picture
};
struct ReadMinutes {
    std::string case_number, number;
};
struct GiveMinutes {
    std::string case_number, number, way;
    std::optional<Date> given_on;
};
struct LockMinutes {
    std::string case_number, number, interval_reason;
};
struct AdjustMinutes {
    std::string case_number, number, text;
};

}  // namespace lots::meeting
