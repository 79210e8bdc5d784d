#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "audit/entry.h"
#include "base/bytes.h"
#include "vault/vault.h"

namespace lots::audit {

/// What lies in the tree: an entry with pseudonyms in the place of persons, units and cases, and with its text sealed.
struct Leaf {
    RecordId id;                                  // random; what the sealed text is bound to
    Instant at;
    MunicipalityId municipality;
    std::string kind, operation, outcome;
    std::optional<std::string> actor;             // pseudonym; none: a job of the system
    std::string role;
    std::optional<std::string> unit;              // pseudonym
    struct About {
        std::string case_pseudonym;
        std::vector<std::string> compartments;
    };
    std::vector<About> subjects;
    std::vector<Looked> findings;
    std::string request_id;
    RetentionUnitId month_unit;                   // the key that the text lies under
    std::optional<Bytes> sealed_text;
};

/// Tiles carry an entry's length in two bytes (C2SP tlog-tiles). An entry that would be longer must be written as several.
inline constexpr std::size_t leaf_bytes_max = 65535;

/// The name under which a person, case or unit stands in the log of a municipality: 32 hexadecimal digits, the same for as long
/// as the municipality's index key lives. With it a log reviewer finds what was done about one case.
std::string pseudonym(vault::Vault& vault, MunicipalityId municipality, PersonId person);
std::string pseudonym(vault::Vault& vault, MunicipalityId municipality, CaseId case_id);
std::string pseudonym(vault::Vault& vault, MunicipalityId municipality, UnitId unit);

Leaf make_leaf(vault::Vault& vault, const Entry& entry, RecordId id, RetentionUnitId month_unit);

/// The canonical bytes: compact JSON, keys in one fixed order, times in RFC 3339 with milliseconds, bytes in base64, ids in hex.
/// Longer than leaf_bytes_max is a bug of the caller, who must split its subjects.
std::string bytes_of_leaf(const Leaf& leaf);
/// None when these are not the canonical bytes of a leaf.
std::optional<Leaf> read_leaf(ByteSpan bytes);

/// The text of the entry, empty when it had none. Throws vault::Unreadable, also when the month's key has been disposed of.
std::string text_of_leaf(vault::Vault& vault, const Leaf& leaf);

}  // namespace lots::audit
