#pragma once

#include "cases/file.h"
#include "web/command.h"

namespace lots::cases {

/// A name, number or birth date that was wrong or has changed (edge cases 4.11 and 4.33).
web::Command<CorrectIdentity> correct_identity_command();
/// The case gets another officer; the former loses access in the same second.
web::Command<ChangeOfficer> change_officer_command();
/// Somebody who stands in for the officer, within dated days.
web::Command<AddDeputy> add_deputy_command();
/// Who is named to read address and telephone of a protected person (edge case 4.5).
web::Command<NameReader> name_reader_command();
/// "Jag är jävig": at any time, by anybody who works in the case. Access ends at once (FL 16-18 §§, edge case 4.14).
web::Command<DeclareConflict> declare_conflict_command();

}  // namespace lots::cases
