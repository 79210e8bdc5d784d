#pragma once

#include "access/permit.h"
#include "consent/consent.h"
#include "web/gates.h"

// What makes good what a gate of this room lacks, for who may: the buttons of its lines.
namespace lots::consent {

/// Before a form is made (may_open).
web::ActionsFor actions_before_asking(const access::CasePermit& permit, Language language);
/// Before the newest form holds, and the group begins or goes on (holds, may_start, may_resume).
web::ActionsFor actions_of_form(const access::CasePermit& permit, Language language);
/// Before the yes of this signatory can be registered (may_ask).
web::ActionsFor actions_before_yes(const access::CasePermit& permit, Language language, const Signatory& signatory);

}  // namespace lots::consent
