#pragma once

#include <string>
#include <vector>

#include "access/permit.h"
#include "web/asked.h"

namespace lots::plan {

/// What somebody of the agency said of a commitment.
struct OwnStatus {
    std::string status, note;
    Instant said_at;
};

/// A promise of the reader's own agency with everything that was said of it: the agency's own, whatever becomes of the consent.
struct OwnItem {
    int number = 0;
    std::string measure, documented_how;
    Date last_day;
    bool dropped = false;
    std::vector<OwnStatus> statuses;      // the oldest first
};

/// By number. Nothing of other agencies, the young person or guardians, and nothing of the plan around it.
/// source  guideline 6 (S0-77), "Vad är det?" 3.3 (S1-48): each agency documents its own work by its own rules; settled 20
std::vector<OwnItem> own_items(const access::CasePermit& permit);

/// For the agency's own register: to print, and as data.
Result<web::View> own_items_page(access::Work& work, const web::Asked& asked);
Result<std::string> own_items_json(access::Work& work, const web::Asked& asked);

}  // namespace lots::plan
