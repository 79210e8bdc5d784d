#pragma once

#include <string>

#include "access/permit.h"
#include "group/helpers.h"
#include "html/components.h"
#include "web/asked.h"
#include "web/gates.h"

namespace lots::group {

Result<web::View> members_page(access::Work& work, const web::Asked& asked);
Result<std::string> members_json(access::Work& work, const web::Asked& asked);

/// That the one who coordinated the group has left, for who appoints the next; nothing while somebody does, or before anybody did.
html::Html coordinator_left(const access::CasePermit& permit, const web::Asked& asked);
/// Which concerned agencies have nobody in the group yet; nothing when all have.
html::Html missing_agencies(const access::CasePermit& permit, const web::Asked& asked);
/// One private person as questions and answers: who, what for, whose wish, in which words, from when until when.
html::Html helper_list(const Helper& helper, const web::Asked& asked);
/// The private persons whom the young person wishes to have along, with what can be done about each.
html::Html helpers_section(const access::CasePermit& permit, const web::Asked& asked);
/// Who stands in for the coordinator, now and later.
html::Html deputies_section(const access::CasePermit& permit, const web::Asked& asked);

/// The name of the agency that a finding of this room is about.
web::AboutWords agency_words(access::Work& work);

/// "Polis", "Lärare": what a member does, in the words of the form that adds one.
std::string function_words(Language language, const std::string& function);

}  // namespace lots::group
