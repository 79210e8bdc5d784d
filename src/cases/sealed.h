#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "access/permit.h"

namespace lots::cases {

/// In which compartment a record lies. The young person's own words are disposed of with the room, and are read apart from it.
enum class Drawer { social_services, room, youth_words };

/// A row of a case: its id, and its seq where several rows share one.
struct RowOf {
    ByteSpan id;
    int seq = 0;
};

/// Seals and opens the columns of one case. Asking for a drawer that the permit does not cover is a bug.
Bytes seal(const access::CasePermit& permit, Drawer drawer, vault::Field field, RowOf row, std::string_view text);
/// None for an empty text: the column is then NULL.
std::optional<Bytes> seal_if(const access::CasePermit& permit, Drawer drawer, vault::Field field, RowOf row, std::string_view text);
std::string open(const access::CasePermit& permit, Drawer drawer, vault::Field field, RowOf row, ByteSpan sealed);
/// Empty for NULL.
std::string open_if(const access::CasePermit& permit, Drawer drawer, vault::Field field, RowOf row, const std::optional<Bytes>& sealed);

}  // namespace lots::cases
