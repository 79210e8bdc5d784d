#pragma once

#include <map>
#include <vector>

#include "access/permit.h"
#include "html/components.h"
#include "plan/plan.h"
#include "plan/rules_questions.h"
#include "web/asked.h"

// The draft as it is worked on: one card for each commitment, and what each still lacks.
namespace lots::plan {

/// What a card says of the plan around it.
struct Draft {
    std::map<int, std::vector<Question>> open;  // by number, of those in the draft; empty for who does not draft
    std::vector<int> order;                     // the numbers in the order of the plan, for who may change it
};
/// `all`: as commitments() gives them. One that a meeting cancelled is not asked about.
Draft draft_of(const access::CasePermit& permit, const std::vector<Commitment>& all);

/// One commitment with all that this reader can do with it. `#atagande-3` is its place on the page.
html::Html commitment_card(const access::CasePermit& permit, const web::Asked& asked, const Commitment& one,
                           const Draft& draft);
/// "Alla fem frågor besvarade: 2 av 3", and for each of the others what is missing, with the way to its card. Empty for who
/// does not draft.
html::Html questions_part(const web::Asked& asked, const Draft& draft);
/// What was taken out before it was decided, folded away, each with the way back: for who may take it back. Empty for
/// others, and when there is none.
html::Html left_out_part(const access::CasePermit& permit, const web::Asked& asked);
/// "vem och ordning".
std::string question_words(Language language, const std::vector<Question>& open);

/// A member drafts for the own agency, social services and the coordinator for everybody (settled 10).
bool may_draft(const access::CasePermit& permit, const Wording& wording);

/// The plan as the young person reads it, to stand beside the draft: with how heavy its words are, for who writes them.
html::Html youth_part(const access::CasePermit& permit, const std::vector<Commitment>& all, const web::Asked& asked);
/// Words of the draft that are heavy to read, each with a plainer one and "Byt" where there is one. Empty when there are
/// none.
html::Html hard_words_part(const access::CasePermit& permit, const std::vector<Commitment>& all, const web::Asked& asked);

}  // namespace lots::plan
