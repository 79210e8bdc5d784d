#include "audit/clock.h"

#include <optional>

#include "audit/leaf.h"

namespace lots::audit {

using storage::Row;

std::vector<SetBack> clock_set_back(storage::Store& data)
{
    std::vector<SetBack> found;
    data.read([&](storage::Session& session) {
        found.clear();
        std::optional<Instant> before;
        session.each("SELECT seq, leaf FROM log_entry ORDER BY seq", [&](const Row& row) {
            const auto leaf = read_leaf(row.bytes(1));
            if (!leaf) return;
            if (before && leaf->at + out_of_turn_max < *before)
                found.push_back({static_cast<std::uint64_t>(row.integer(0)), *before, leaf->at});
            before = leaf->at;
        });
    });
    return found;
}

}  // namespace lots::audit
