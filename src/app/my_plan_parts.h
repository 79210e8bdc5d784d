#pragma once

#include <optional>
#include <string>

#include "access/permit.h"
#include "html/components.h"
#include "meeting/meeting.h"
#include "web/asked.h"

// The pieces that Min plan is made of. Each asks for its own permit, and is empty when the reader has none: what access denies is not there.
namespace lots::app {

/// What the reader has of the plan, counted without opening any text.
struct Promised {
    int own = 0, waiting = 0, others = 0;  // own that are open, own that wait for an answer, those of others that are open
};
std::optional<Promised> promised(const access::CasePermit& permit);

/// The first meeting that the reader is called to and that will be held; none when there is none or the reader may not know.
std::optional<meeting::Meeting> next_meeting(const access::CasePermit& permit);

/// How it stands, in one or two sentences: "Planen är vilande …".
std::string state_sentence(const access::CasePermit& permit, const web::Asked& asked);

html::Html meeting_part(const access::CasePermit& permit, const web::Asked& asked);
/// "Det här gör du", "Det här gör andra".
html::Html promises_part(const access::CasePermit& permit, const web::Asked& asked);
/// What the reader said yes to, and the way to take it back. Nothing of another's answer (settled 6).
html::Html choice_part(const access::CasePermit& permit, const web::Asked& asked);
/// Who takes part and what they see.
html::Html who_sees_part(const access::CasePermit& permit, const web::Asked& asked);
/// Whom to ask, whom to call when it is hard, 112.
html::Html questions_part(const access::CasePermit& permit, const web::Asked& asked);

/// Whether the reader may know whom the case is about; not in a notice.
bool sees_whole(const access::CasePermit& permit);

}  // namespace lots::app
