#include "access/work.h"

namespace lots::access {

Work::Work(storage::Session& session, vault::Vault& vault_, Random& random_, Instant now_, const Reader& reader_, Operation operation,
           audit::Kind kind, std::string request_id)
    : db(session), vault(vault_), random(random_), now(now_), today(local_day(now_)), reader(reader_), municipality(reader_.municipality),
      operation_(operation)
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

}  // namespace lots::access
