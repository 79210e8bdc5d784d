#pragma once

#include "consent/inputs.h"
#include "web/command.h"

namespace lots::consent {

// Before somebody is asked.
/// Consent is asked for, by a named collector (T6).
web::Command<StartConsent> start_consent_command();
web::Command<JudgeAgencies> judge_agencies_command();
/// A signatory who is added while the work goes on suspends it at once: a required answer is missing.
web::Command<AddSignatory> add_signatory_command();
web::Command<EndSignatory> end_signatory_command();
web::Command<RegisterConversation> register_conversation_command();

// Asking, and what comes of it.
/// Makes the form that is to be signed; a renewal is a new form.
web::Command<OpenConsent> open_consent_command();
/// The answer of one signatory, on paper. The last yes starts the group (T7), a no ends the case (T8).
web::Command<RegisterAnswer> register_answer_command();
/// Any signatory steps back: sharing stops in the same request (T14).
web::Command<WithdrawConsent> withdraw_consent_command();
/// A consent holds again, and social services let the work go on where it stopped (T15).
web::Command<ResumeCase> resume_case_command();

}  // namespace lots::consent
