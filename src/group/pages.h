#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/permit.h"
#include "group/group.h"
#include "group/helpers.h"
#include "html/components.h"
#include "html/pictures.h"
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

/// Who stands around the young person: the coordinator first, the other members, the private helpers who take part, and an open place for each
/// agency that has nobody yet.
std::vector<html::RingActor> ring_of(Language language, const std::vector<Member>& present, const std::optional<PersonId>& coordinator,
                                     const std::vector<Helper>& helpers_now, const std::vector<std::string>& missing);
/// The same as a picture; nothing while nobody takes part.
html::Html ring_part(const access::CasePermit& permit, const web::Asked& asked, const std::vector<Member>& present);

/// The name of the agency that a finding of this room is about.
web::AboutWords agency_words(access::Work& work);

/// "Polis", "Lärare": what a member does, in the words of the form that adds one.
std::string function_words(Language language, const std::string& function);

}  // namespace lots::group
