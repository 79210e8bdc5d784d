#pragma once

#include "consent/inputs.h"
#include "form/fields.h"

namespace lots::consent {

/// Choices: "people".
void start_consent_fields(form::Fields& form, StartConsent& input, const form::Choices& choices);
/// Choices: "agencies".
void judge_agencies_fields(form::Fields& form, JudgeAgencies& input, const form::Choices& choices);
/// Choices: "role", those that are possible now; all of them in the API's description.
void add_signatory_fields(form::Fields& form, AddSignatory& input, const form::Choices& choices);
void end_signatory_fields(form::Fields& form, EndSignatory& input, const form::Choices& choices);
void register_conversation_fields(form::Fields& form, RegisterConversation& input, const form::Choices& choices);
void open_consent_fields(form::Fields& form, OpenConsent& input, const form::Choices& choices);
/// Choices: "not_ahead", when nobody can sign for the time after the 18th birthday now.
void register_answer_fields(form::Fields& form, RegisterAnswer& input, const form::Choices& choices);
/// Choices: "own", when somebody withdraws on the own page.
void withdraw_consent_fields(form::Fields& form, WithdrawConsent& input, const form::Choices& choices);
/// Choices: "adult", when the two questions about the child are left out.
void resume_case_fields(form::Fields& form, ResumeCase& input, const form::Choices& choices);

}  // namespace lots::consent
