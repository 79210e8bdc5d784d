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
inline constexpr std::array<std::string_view, 5> cancel_reasons{"moved", "youth_absent", "agency_absent", "consent_ended", "other"};
inline constexpr std::array<std::string_view, 4> presences{"present", "digital", "substitute", "absent"};
inline constexpr std::array<std::string_view, 3> closure_answers{"continue", "consider_closure", "not_asked"};

/// One who was called: somebody in the group, or one who signs the consent. Signatories are never shown by name (settled 18).
struct Invitation {
    int line = 0;
    std::optional<int> member, signatory;  // number in the case; one of the two
    std::string role;                      // of a signatory: youth, guardian, appointed_guardian, trustee
    std::string name, agency_code, agency_name, agency_kind;  // of a member
    AgencyId agency;
    PersonId person;
    std::string presence;                  // empty: not noted
    std::string reason;                    // why absent or who came instead; empty for readers who are told only a part
    Instant noted_at;
    int seq = 0;                           // how often it was noted
    PersonId noted_by;
    int place = 0;                         // of a signatory: which of those with the same role, as on the page of consents
};

/// Which of those with the same role a signatory is: the second guardian is number 2 wherever people read of them.
int place_of(const consent::Facts& facts, int number);

enum class State { called, cancelled, held, locked };  // held: it has begun, the minutes are not locked
std::string_view name(State state);

struct Meeting {
    MeetingId id;
    int number = 0;
    std::string kind, form;
    std::optional<Instant> starts_at;      // none for readers who may not know time and place (S0-57)
    int length_minutes = 0;
    std::string place;
    Instant called_at;
    PersonId called_by;
    std::string call_how, guardian_not_invited_reason;
    std::string cancel_reason;             // empty: not cancelled
    std::optional<Instant> cancelled_at, locked_at;
    bool counts_as_individual = false;     // decided when locked
    State state = State::called;
    std::vector<Invitation> invitations;   // by line
};

struct Minutes {
    int seq = 0;
    std::string who_may_hear, text, decisions, disagreements, youth_opinion, guardian_opinion, closure_question, intervention;
    bool consent_checked = false, police_role_told = false;
    Instant made_at;
    PersonId made_by;
};

/// What an agency told of the young person at the meeting (S0-26, S1-21).
struct Picture {
    std::string agency_code, agency_name, text;
    Instant made_at;
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
};
struct NoteAttendance {
    std::string case_number, number, line, presence, reason;
    int seq_seen = 0;
};
struct WriteMinutes {
    std::string case_number, number;
    Minutes minutes;
    int seq_seen = 0;
};
struct AddPicture {
    std::string case_number, number, agency, text;
};
struct LockMinutes {
    std::string case_number, number, interval_reason;
};
struct AdjustMinutes {
    std::string case_number, number, text;
};

}  // namespace lots::meeting
