#pragma once

#include "consent/inputs_parts.h"
#include "form/fields.h"

namespace lots::consent {

void describe_agency_fields(form::Fields& form, DescribeAgency& input, const form::Choices& choices);
void hinder_guardian_fields(form::Fields& form, HinderGuardian& input, const form::Choices& choices);
void end_hindrance_fields(form::Fields& form, EndHindrance& input, const form::Choices& choices);
void check_circumstances_fields(form::Fields& form, CheckCircumstances& input, const form::Choices& choices);
void withdraw_follow_up_fields(form::Fields& form, WithdrawFollowUp& input, const form::Choices& choices);
/// Choices: "people".
void give_information_fields(form::Fields& form, GiveInformation& input, const form::Choices& choices);
/// Choices: "signatories", by number.
void register_motivation_fields(form::Fields& form, RegisterMotivation& input, const form::Choices& choices);

}  // namespace lots::consent
