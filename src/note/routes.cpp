#include "note/routes.h"

#include "note/commands.h"
#include "note/pages.h"

namespace lots::note {

using access::Operation;

void routes(web::Site& site)
{
    site.command(note_command());
    site.command(contact_command());
    site.command(disclose_command());
    site.command(protection_command());
    site.command(words_command());
    site.page("/arende/{case}/anteckningar", Operation::read_notes, notes_page);
    site.data("/api/v1/cases/{case}/notes", Operation::read_notes, "note.api.notes", notes_json);
    site.page("/arende/{case}/kontakter", Operation::keep_file, contacts_page);
    site.data("/api/v1/cases/{case}/outside-contacts", Operation::keep_file, "note.api.contacts", contacts_json);
    site.page("/arende/{case}/utlamnanden", Operation::disclose_by_law, disclosures_page);
    site.data("/api/v1/cases/{case}/disclosures", Operation::disclose_by_law, "note.api.disclosures", disclosures_json);
    site.page("/arende/{case}/personsakerhet", Operation::read_protection_flag, protection_page);
    site.data("/api/v1/cases/{case}/protection-work", Operation::read_protection_flag, "note.api.protection", protection_json);
    site.page("/arende/{case}/mina-ord", Operation::read_youth_words, words_page);
    site.data("/api/v1/cases/{case}/youth-words", Operation::read_youth_words, "note.api.words", words_json);
}

}  // namespace lots::note
