#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "access/permit.h"

namespace lots::cases {

/// A case that came in with a file (docs/import.md), and what the paper says of its days.
struct BroughtIn {
    Instant at;
    std::string reference;                // the municipality's own; empty for who is not in social services
    std::optional<Date> offer_decided_on, consent_from, plan_worded_on, plan_decided_on;
};
/// None for a case that began here.
std::optional<BroughtIn> brought_in(const access::CasePermit& permit);

/// One file that is brought in. `kind` is "nominations" or "cases", `file_hash` its SHA-256.
RecordId add_batch(access::Work& work, std::string_view kind, ByteSpan file_hash);

/// Whether a line with this reference, of the reader's own agency, became a case before, and whether it said the same.
enum class Known { no, same, changed };
Known known_reference(access::Work& work, std::string_view reference, std::string_view content);

/// Keeps where the case that was just opened came from; `content` is what its lines said. Gives back the case.
CaseId add_brought_in(access::Work& work, std::string_view number, const RecordId& batch, const BroughtIn& from, std::string_view content);

}  // namespace lots::cases
