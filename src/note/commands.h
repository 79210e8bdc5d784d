#pragma once

#include <string>

#include "note/note.h"
#include "web/command.h"

namespace lots::note {

/// What somebody in the group saw or was told between meetings, and who may read it (S0-30, settled 33).
web::Command<WriteNote> note_command();
/// A contact with an authority outside the group, in social services' own file (S4-23).
web::Command<AddContact> contact_command();
/// A disclosure outside the room, by law or consent (S1-07). It opens nothing.
web::Command<Disclose> disclose_command();
/// The police say that personal protection work goes on, or has ended (S1-58).
web::Command<FlagProtection> protection_command();
/// The young person's own words before a meeting (settled 22).
web::Command<WriteWords> words_command();
/// "Elin Berg och chefen på socialtjänsten": what the young person ticks to let social services read. Empty when the case officer
/// is the coordinator too, who reads anyway.
std::string officer_words(const access::CasePermit& seen, Language language);
/// "Amir Haddad håller ihop gruppen och läser alltid."
std::string always_reads_words(const access::CasePermit& seen, Language language);

}  // namespace lots::note
