#pragma once

#include <string>

#include "access/permit.h"
#include "html/components.h"
#include "meeting/meeting.h"
#include "web/asked.h"
#include "web/gates.h"

namespace lots::meeting {

/// "Ungdomen", "Vårdnadshavare 2": signatories have no names here (settled 18).
std::string signatory_words(Language language, std::string_view role, int place);
/// "Sara Lind, Socialtjänsten", or as above.
std::string who_words(Language language, const Invitation& one);
std::string state_words(Language language, State state);
html::Html state_tag(Language language, State state);
/// "tisdag 1 december 2026 kl. 15.00", or "–" for readers who may not know.
std::string when_words(Language language, const Meeting& meeting);
/// What the findings of the lock are about: a person's line, a commitment, the question about consent.
web::AboutWords about_lock(Language language, const Meeting& meeting);

/// "Beteende, umgänge".
std::string kinds_words(Language language, const std::string& codes);
/// The agenda that was sent with the call, numbered; an own point reads as it was written.
std::string point_words(Language language, const AgendaPoint& point);
html::Html agenda_list(Language language, const Meeting& meeting);

html::Url meetings_url(const access::CasePermit& permit);
html::Url meeting_url(const access::CasePermit& permit, const Meeting& meeting);

}  // namespace lots::meeting
