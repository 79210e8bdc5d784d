#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/random.h"

namespace lots {

/// A random 128-bit identifier that fits only its own kind: no CaseId is ever taken for an AgencyId.
/// Never shown to people and never in a URL; they see case numbers, agency codes and line numbers.
template <class Kind>
struct Id {
    std::array<std::uint8_t, 16> value{};

    auto operator<=>(const Id&) const = default;

    static Id make(Random& random)
    {
        Id id;
        random.fill(id.value);
        return id;
    }
    /// None unless there are exactly 16 bytes.
    static std::optional<Id> from_bytes(ByteSpan bytes)
    {
        if (bytes.size() != 16) return std::nullopt;
        Id id;
        std::copy(bytes.begin(), bytes.end(), id.value.begin());
        return id;
    }
    ByteSpan bytes() const { return value; }
    std::string hex() const { return to_hex(value); }
};

using MunicipalityId = Id<struct MunicipalityKind>;
using AgencyId = Id<struct AgencyKind>;
using UnitId = Id<struct UnitKind>;
using PersonId = Id<struct PersonKind>;          // everybody who can sign in or is named by a role
using AssignmentId = Id<struct AssignmentKind>;
using YouthId = Id<struct YouthKind>;
using CaseId = Id<struct CaseKind>;
using NominationId = Id<struct NominationKind>;
using ConsentId = Id<struct ConsentKind>;
using SignatoryId = Id<struct SignatoryKind>;
using MembershipId = Id<struct MembershipKind>;
using PlanId = Id<struct PlanKind>;
using GoalId = Id<struct GoalKind>;
using CommitmentId = Id<struct CommitmentKind>;
using MeetingId = Id<struct MeetingKind>;
using ClosureId = Id<struct ClosureKind>;
using RecordId = Id<struct RecordKind>;          // any other fact that needs a row of its own
using FileId = Id<struct FileKind>;
using RetentionUnitId = Id<struct RetentionUnitKind>;

}  // namespace lots
