#pragma once

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

}  // namespace lots::note
