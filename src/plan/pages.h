#pragma once

#include <string>
#include <vector>

#include "access/permit.h"
#include "html/components.h"
#include "plan/changes.h"
#include "plan/plan.h"
#include "web/asked.h"
#include "web/gates.h"

namespace lots::plan {

Result<web::View> plan_page(access::Work& work, const web::Asked& asked);
/// A plan that was decided earlier, as it was.
Result<web::View> version_page(access::Work& work, const web::Asked& asked);
/// The young person's one page: plain words only (S1-49). Made for paper too.
Result<web::View> plain_page(access::Work& work, const web::Asked& asked);
Result<std::string> plan_json(access::Work& work, const web::Asked& asked);
Result<std::string> commitments_json(access::Work& work, const web::Asked& asked);

/// "Åtagande 2", "Mål 1": what a finding of may_decide is about.
web::AboutWords about_words(Language language);

/// "Skola", "Socialt stöd": a link of the life in which support is looked for (S2-02).
std::string area_words(Language language, const std::string& link);

/// "Pågår": the status as a word alone.
std::string status_words(Language language, Status status);
/// The status as a word with a colour, and beside it the flags: late, needs help.
html::Html status_tags(const Commitment& commitment, Date today, Language language);
/// The paragraphs within which the police do what they have promised, as they read on the day of the wording (S0-29). Empty for others.
std::string police_law(const Wording& wording);
enum class What { shown, in_heading };
/// One wording as questions and answers: vad (unless the heading above says it), vem, när, hur dokumenteras, med enkla ord, i vilken ordning.
html::Html wording_list(const Commitment& commitment, const Wording& wording, const web::Asked& asked, What what = What::shown);
/// A commitment on its own page: what holds now, how it goes, and the way to accept it.
html::Html commitment_now(const access::CasePermit& permit, const Commitment& commitment, const web::Asked& asked);
/// What a version says otherwise than the one before it; empty for the first.
std::vector<Change> changes_of(const access::CasePermit& permit, const Version& version);
/// The same for people, with the reason, for everybody who reads the plan, the young person too (S2-15).
html::Html changes_part(const access::CasePermit& permit, const Version& version, const web::Asked& asked);
/// The changes of the plan in force.
html::Html newest_changes(const access::CasePermit& permit, const web::Asked& asked);
/// A warning when another of the reader's own cases has somebody in the same activity at the same time (S3-09, settled 24).
html::Html same_activity(const access::CasePermit& permit, const Commitment& commitment, const web::Asked& asked);
/// "Så här ser {name} planen": what each does, in plain words and in order.
/// level  of its headings
html::Html plain_plan(const access::CasePermit& permit, const std::vector<Commitment>& list, const web::Asked& asked, int level = 3);

}  // namespace lots::plan
