#pragma once

#include "form/fields.h"
#include "nomination/nomination.h"

namespace lots::nomination {

void propose_fields(form::Fields& form, Propose& input, const form::Choices& choices);
void take_up_fields(form::Fields& form, TakeUp& input, const form::Choices& choices);

/// On what an agency of this kind may base a proposal; all of them for an empty kind.
std::vector<std::string_view> legal_grounds_for(std::string_view agency_kind);

void readmit_fields(form::Fields& form, Readmit& input, const form::Choices& choices);

}  // namespace lots::nomination
