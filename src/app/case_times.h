#pragma once

#include "access/permit.h"
#include "form/json_writer.h"
#include "html/components.h"
#include "nomination/rules.h"
#include "web/asked.h"

namespace lots::app {

/// How long each step of the case took, from the transitions that were made (S3-07). For social services: it tells of a time
/// before the room was opened.
nomination::Waits waits_of(const access::CasePermit& permit);
/// As lines on the case's first page; empty while there is nothing to count.
html::Html waits_part(const access::CasePermit& permit, const web::Asked& asked);
/// As {"decision": 9, "consent": 12, "meeting": null}.
void write_waits(form::JsonWriter& json, const access::CasePermit& permit);

}  // namespace lots::app
