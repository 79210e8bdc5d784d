#pragma once

#include <map>
#include <vector>

#include "access/case_facts.h"

// The part of the facts of a case that is about its consent. Only case_facts.cpp asks for it.
namespace lots::access {

/// When which guardian is not asked (edge 4.3).
std::map<SignatoryId, std::vector<consent::Hindrance>> hindrances(Work& work, const CaseId& id);

/// The forms with their answers and withdrawals, and which agencies are judged concerned.
void load_consents(Work& work, CaseFacts& facts);

}  // namespace lots::access
