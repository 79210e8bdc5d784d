#pragma once

#include "access/permit.h"
#include "cases/page.h"
#include "plan/plan.h"
#include "web/command.h"

namespace lots::plan {

web::Command<WriteGoal> add_goal_command();
web::Command<WriteGoal> change_goal_command();
/// A member adds for the own agency; social services and the coordinator for everybody (settled 10).
web::Command<WriteCommitment> add_commitment_command();
/// A new wording: it is accepted and decided anew.
web::Command<WriteCommitment> change_commitment_command();
/// Out of the draft; what was decided holds until the next decision.
web::Command<DropCommitment> drop_commitment_command();
/// The other way round, as long as nothing else came: its words and the answer to them count as before.
web::Command<ReturnCommitment> return_commitment_command();
web::Command<ReturnGoal> return_goal_command();
/// One place up or down in the order of the plan (S1-53), by those who draft for everybody. What was promised stays promised.
web::Command<MoveCommitment> move_commitment_command();
/// The least that the police do, as two proposals in the draft: to be worded for this young person before the plan is decided (S0-40, S3-08).
web::Command<ProposePolice> propose_police_command();
/// Which links of the life need nothing now, and why (S2-02).
web::Command<LookAtAreas> look_at_areas_command();
/// The young person's and guardians' own words on the plan (S4-17).
web::Command<WriteWords> write_words_command();
/// By the one who promised, or by the coordinator on behalf of somebody who does not sign in (settled 10, 15).
web::Command<Accept> accept_command();
/// How it goes between meetings: Klar, Pågår, Inte gjord.
web::Command<Report> report_command();
/// Social services decide the draft: version 1 starts the work (T10), later versions replace it (T12).
web::Command<Decide> decide_command();

/// The permit to write what is everybody's: a member writes commitments of the own agency only (settled 10).
Result<access::Permit<access::Operation::draft_plan>> permit_to_lead(access::Work& work, const std::string& case_number);

/// What the page of any of these begins with.
template <class Input>
web::Prepared<Input> prepared_for(const access::CasePermit& permit, const web::Asked& asked)
{
    web::Prepared<Input> prepared;
    prepared.header = cases::case_header(permit, asked);
    prepared.back = cases::case_url(permit) / "plan";
    return prepared;
}

/// Marks a list of choices that says only that something is so.
form::Options marked();

}  // namespace lots::plan
