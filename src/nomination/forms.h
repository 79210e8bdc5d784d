#pragma once

#include "form/fields.h"
#include "nomination/nomination.h"

namespace lots::nomination {

/// Three pages: who, on what ground, why. Choices: "agency_kind" has the proposer's, "today" the day by which ages are told; "agencies"
/// those on whose behalf social services may write, "kinds" by the same codes of what kind each is; "oral" and "osl_10_15a" are there when
/// the municipality has allowed it.
void propose_fields(form::Fields& form, Propose& input, const form::Choices& choices);
/// Choices that leave questions out, when they are there: "adult" (the two about the child), "own" (no notice of somebody
/// else's). "districts" by code: those of the unit that takes it up, when there are several.
void take_up_fields(form::Fields& form, TakeUp& input, const form::Choices& choices);
void give_feedback_fields(form::Fields& form, GiveFeedback& input, const form::Choices& choices);
void take_back_own_fields(form::Fields& form, TakeBackOwn& input, const form::Choices& choices);
void take_back_fields(form::Fields& form, TakeBack& input, const form::Choices& choices);
void refer_fields(form::Fields& form, Refer& input, const form::Choices& choices);

/// The grounds that an agency of this kind can choose, in the order they are shown; `police_too`: also what the police have brought
/// on paper. Empty: all, for the API's description.
std::vector<std::string_view> legal_grounds_for(std::string_view agency_kind, bool osl_10_15a_allowed, bool police_too);

/// "receiving": units by code, when the unit that had the case does not decide and several others do.
void readmit_fields(form::Fields& form, Readmit& input, const form::Choices& choices);

}  // namespace lots::nomination
