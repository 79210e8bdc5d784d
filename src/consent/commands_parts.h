#pragma once

#include "consent/inputs.h"
#include "consent/inputs_parts.h"
#include "web/command.h"

namespace lots::consent {

/// The row of an agency on the form (S0-15).
web::Command<DescribeAgency> describe_agency_command();
/// A guardian is not asked for a while. Possible only where the municipality's jurist has decided so (edge 4.3).
web::Command<HinderGuardian> hinder_guardian_command();
/// The guardian can be asked again, and must sign from today.
web::Command<EndHindrance> end_hindrance_command();
/// Custody, protected identity and residence are looked up again (settled 6, S0-09).
web::Command<CheckCircumstances> check_circumstances_command();
/// The information sheet was given to somebody: the receipt (S0-59).
web::Command<GiveInformation> give_information_command();
/// A talk, or an attempt at one, by the approved collector.
web::Command<RegisterConversation> collect_conversation_command();
/// The yes to research alone is taken back; also after the case has ended (S1-67, S1-69).
web::Command<WithdrawFollowUp> withdraw_follow_up_command();
/// A talk about going on, by somebody of the group (S4-10).
web::Command<RegisterMotivation> register_motivation_command();

}  // namespace lots::consent
