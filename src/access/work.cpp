#include "access/work.h"

namespace lots::access {

Work::Work(storage::Session& session, vault::Vault& vault_, Random& random_, Instant now_, const Reader& reader_, Operation operation,
           audit::Kind kind, std::string request_id)
    : db(session), vault(vault_), random(random_), now(now_), today(local_day(now_)), reader(reader_), municipality(reader_.municipality)
{
    entry_.at = now;
    entry_.municipality = municipality;
    entry_.kind = kind;
    entry_.operation = name(operation);
    entry_.actor = reader.person;
    entry_.role = name(reader.role);
    entry_.unit = reader.unit;
    entry_.request_id = std::move(request_id);
}

std::optional<Error> Work::unmet(const guideline::Decision& decision)
{
    for (const auto& finding : decision.findings()) entry_.findings.push_back({std::string(finding.requirement->id), finding.met});
    if (decision.allowed()) return std::nullopt;
    return refused(decision);
}

}  // namespace lots::access
