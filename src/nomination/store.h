#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/permit.h"
#include "nomination/nomination.h"

namespace lots::nomination {

/// Keeps the proposal of the case that was just opened for it.
void add(access::Work& work, const CaseId& case_id, RetentionUnitId social_unit, const Nomination& nomination);

/// The proposal. Social services read it in full, the proposer their own.
Nomination of_case(const access::CasePermit& permit);

/// Whether somebody outside social services made it.
bool is_from_outside(const access::CasePermit& permit, const Nomination& nomination);

/// The consent behind a proposal about somebody of 18 or more.
void add_referral_consent(access::Work& work, const CaseId& case_id, RetentionUnitId social_unit, const AgencyId& agency, const Propose& input);
std::optional<KeptReferralConsent> referral_consent_of(const access::CasePermit& permit);

/// Registers that the case was taken up.
void add_review(const access::CasePermit& permit, const TakeUp& review);
/// Where the young person lives, when the unit that takes it up works in several districts; its name, or none when nothing
/// was said.
void add_district(const access::CasePermit& permit, const RecordId& district);
std::optional<std::string> district_of(const access::CasePermit& permit);
void add_conflict_declaration(const access::CasePermit& permit, bool conflicted, std::string_view note);
/// What was answered when it was taken up; none before.
struct KeptReview {
    std::string notice_number, known_before;
};
std::optional<KeptReview> review_of(const access::CasePermit& permit);

void add_feedback(const access::CasePermit& permit, const GiveFeedback& feedback);
std::optional<GiveFeedback> feedback_of(const access::CasePermit& permit);
void add_taken_back(const access::CasePermit& permit, const TakeBack& taken_back);
std::optional<TakeBack> taken_back_of(const access::CasePermit& permit);
/// Whether it is taken back, by whom ever; under a permit to read the proposal.
bool is_taken_back(const access::CasePermit& permit);
/// The day on which this reader took it back. None when somebody else noted it: the proposer's page does not tell that.
std::optional<Date> taken_back_by_reader(const access::CasePermit& permit);
/// The day of the first decision about the proposal, a place in the queue too; none while there is none.
std::optional<Date> decided_on(const access::CasePermit& permit);

/// One more adult who was told whom to phone, counted for the reader's agency; and how many this year.
void add_referral(access::Work& work, std::string_view way);
int referrals_this_year(access::Work& work);

/// When a proposal without a group is destroyed.
struct Retention {
    std::string kind;                     // declined, refused, waiting
    Date from_day, last_day;              // last day included
};
std::vector<Retention> retentions_of(const access::CasePermit& permit);
/// Writes the row that the case's state asks for, when it is not there: a no, a refusal, a place in the queue.
void keep_retention(const access::CasePermit& permit);

/// One line of "Mina förslag": that it was received, and the same whatever became of it.
struct Receipt {
    std::string number;                   // F-31
    Instant received_at;
};
/// The reader's own proposals, newest first, at most `most` after the first `skip`.
std::vector<Receipt> own_receipts(access::Work& work, int most, int skip);
/// How many there are.
int count_own_receipts(access::Work& work);

}  // namespace lots::nomination
