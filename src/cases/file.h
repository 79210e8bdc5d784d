#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/permit.h"
#include "guideline/duty.h"

namespace lots::cases {

// Keeping the file right: who the case is about, who has it, who may read what is protected, and who has a conflict of
// interest.

struct CorrectIdentity {
    std::string case_number, given_name, family_name, personal_number, reason;
    std::optional<Date> born;
};
struct ChangeOfficer {
    std::string case_number, person, reason;
    std::optional<Date> youth_told_on;
};
struct AddDeputy {
    std::string case_number, person;
    std::optional<Date> from_day, last_day;  // both included
};
struct NameReader {
    std::string case_number, person;
    bool ends = false;  // the person is not to read it any more
};
struct DeclareConflict {
    std::string case_number, note;
};

/// Somebody who stands in for the officer.
struct Deputy {
    PersonId person;
    std::string name;
    Date from_day, last_day;  // both included
};
/// Those whose days have not passed, by day.
std::vector<Deputy> deputies(const access::CasePermit& permit);
void add_deputy(const access::CasePermit& permit, const PersonId& person, const UnitId& unit, Date from_day, Date last_day);

/// Keeps that the case got another officer, and why; the assignment itself is assign().
void add_officer_change(const access::CasePermit& permit, const PersonId& person, const ChangeOfficer& change);

/// Whether this person's newest word is a conflict of interest in this case.
bool is_conflicted(const access::CasePermit& permit, const PersonId& person);
/// Keeps it where the reader may write: in social services' file, or in the room.
void add_conflict(const access::CasePermit& permit, std::string_view note);

/// Who is named to read what is protected.
std::vector<PersonId> named_readers(const access::CasePermit& permit);
void end_assignment_of(const access::CasePermit& permit, const std::string& duty, const PersonId& person);

/// The register of everybody who got a group (S1-64).
struct RegisterEntry {
    std::string unit;  // of social services
    Date from_day;
    std::optional<Date> last_day;  // none while it goes on
};
/// None before the consent was complete.
std::optional<RegisterEntry> register_entry(const access::CasePermit& permit);
/// Makes the entry, when there is none yet.
void enter_register(const access::CasePermit& permit);

/// The episode before this one, when there was one.
struct FormerEpisode {
    std::string number;
    std::optional<Date> closed_on;
    bool within_twelve_months = false;  // of its closure, on the day this one was opened
};
std::optional<FormerEpisode> former_episode(const access::CasePermit& permit);

}  // namespace lots::cases
