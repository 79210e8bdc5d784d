#pragma once

#include "access/permit.h"
#include "nomination/nomination.h"

namespace lots::nomination {

/// Keeps the proposal of the case that was just opened for it.
void add(access::Work& work, const CaseId& case_id, RetentionUnitId social_unit, const Nomination& nomination);

/// The proposal. Social services read it in full, the proposer their own.
Nomination of_case(const access::CasePermit& permit);

/// Registers that the case was taken up.
void add_review(const access::CasePermit& permit, const TakeUp& review);
void add_conflict_declaration(const access::CasePermit& permit, bool conflicted, std::string_view note);

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
