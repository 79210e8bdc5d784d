#include "organisation/public_agencies.h"

namespace lots::organisation {

using storage::Row;

std::vector<PublicAgency> public_agencies(storage::Session& db, const MunicipalityId& municipality)
{
    return db.all(
        "SELECT g.name, g.kind, COALESCE(b.name, '') FROM agency g "
        "LEFT JOIN agency_board b ON b.municipality = g.municipality AND b.agency = g.id "
        "WHERE g.municipality = $1 AND g.kind NOT IN ('association', 'other') ORDER BY g.code",
        [](const Row& row) {
            return PublicAgency{row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2)};
        },
        municipality);
}

}  // namespace lots::organisation
