#pragma once

#include <string>

#include "access/permit.h"
#include "html/url.h"
#include "web/gates.h"

// What makes good what a gate of this room lacks, for who may: the buttons of its lines.
namespace lots::group {

/// Before the plan can be begun (may_start_planning), somebody is added (may_add_member), or the coordinator leaves or has a
/// deputy.
web::ActionsFor actions_of_group(const access::CasePermit& permit, Language language);
/// The form that adds somebody, begun with the people of that agency.
/// code  of the agency; prepare_add reads it
html::Url from_agency(const html::Url& form, const std::string& code);
/// Before a private person is accepted (may_accept_helper). number: the one in the address of that person
web::ActionsFor actions_of_helper(const access::CasePermit& permit, Language language, const std::string& number);

}  // namespace lots::group
