#pragma once

#include "access/decide.h"

// The parts that decide() is put together from. Nobody else includes this.
namespace lots::access {

/// Who the reader is in this very case: the role acted in and the tie to the case, read together. A tie that does not go
/// with the role (a police officer who is "assigned", a steering group member who is also "member") makes nobody anything.
/// source  docs/access_vocabulary.md; method/access.md (columns); settled-16, the table of further roles
enum class Party {
    stranger,           // no tie, or none that counts in this role
    social_services,    // answers for the case: its case officer, and the manager of its unit
    intake_officer,     // in the unit, while a proposal waits for somebody to take it up
    inner_coordinator,  // coordinator employed in the deciding social services unit
    outer_coordinator,  // coordinator employed anywhere else: the room, and nothing of social services' own
    social_member,      // social services' person in the group who does not answer for the case
    police_member,
    agency_member,  // school, region, leisure and the others
    former_member,  // the group has ended, and the notice of it too: the own agency's items are left
    manager,        // an agency's own manager, first step of the ladder
    youth,
    guardian,
    helper,
    proposer,
    collector,
    named_reader,
    emergency_reader,  // social services, for some hours: reads what it takes to act tonight, and changes nothing
};
Party party(const Facts& facts);

/// Employed in social services and acting there, whatever the tie to the case.
bool in_social_services(Role role);

/// The young person or a guardian has been asked for a consent and has not answered to the full. Before that a conversation
/// is held (settled-6), and nothing here may tell of it.
bool asked(const Facts& facts);
/// Social services have a file that is theirs to read. From `retained` on it is the archive's.
bool file_kept(const Facts& facts);
/// A room has been opened once, by a complete consent, and what it holds has not gone to the archive.
bool room_kept(const Facts& facts);
/// The room is open to those whom the consent names: it holds today, and the case is not suspended or ended.
bool room_open(const Facts& facts);
/// A consent may be renewed or extended: the room has been opened, and the case has not ended.
bool consent_may_be_renewed(CaseState state);
/// The case goes on, so social services may end it.
bool ongoing(CaseState state);

// The families of operations. Each answers no to what it does not know.
Answer see_case(const Facts& facts);
Answer read_file_of_social_services(const Facts& facts);
Answer read_room(const Facts& facts);
Answer read_own_compartment(const Facts& facts);
/// Compartments with readers of their own: protected, deidentified, register; and the log of a case.
Answer read_apart(const Facts& facts);
Answer without_case(const Facts& facts);
Answer decide_as_social_services(const Facts& facts);
Answer answer_about_consent(const Facts& facts);
Answer work_in_group(const Facts& facts);
Answer declare_conflict(const Facts& facts);
/// What somebody writes in a compartment that is the own: the young person's words, the police's reminder.
Answer write_own(const Facts& facts);

}  // namespace lots::access
