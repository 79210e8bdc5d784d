#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "access/work.h"
#include "guideline/error.h"
#include "nomination/nomination.h"

/// What a proposal is held against on its way, page by page and once more when it is sent.
namespace lots::nomination {

/// Whose proposal it is: the reader's own agency's, or one's that does not sign in (settled 15).
struct ProposingAgency {
    AgencyId id;
    std::string kind;
};
/// None when the reader may not write for the one that was chosen.
std::optional<ProposingAgency> proposing_agency(access::Work& work, const Propose& input);

Facts facts_of(access::Work& work, const Propose& input, const std::string& agency_kind);

/// What is typed wrong, before any rule is asked.
std::optional<Error> slip_in(const access::Work& work, const Propose& input);

/// What the rules advise and the proposer leaves out without saying why.
std::optional<Error> unsaid_reason(const access::Work& work, const guideline::Decision& decision, const Propose& input);

/// What is wrong with a page that is in order by itself: who it is, and whether the ground holds, before anybody writes why.
std::optional<Error> after_page(access::Work& work, const Propose& input, std::string_view page);

}  // namespace lots::nomination
