#include "organisation/profile_versions.h"

namespace lots::organisation {

using storage::Row;

std::vector<ProfileVersion> profile_versions(access::Work& work)
{
    return work.db.all(
        "SELECT version, setting, profile, decision, made_at, made_by FROM profile_version WHERE municipality = $1 ORDER BY "
        "version DESC",
        [](const Row& row) {
            return ProfileVersion{row.get<int>(0),         row.get<std::string>(1), row.get<std::string>(2),
                                  row.get<std::string>(3), row.get<Instant>(4),     row.get<PersonId>(5)};
        },
        work.municipality);
}

int newest_profile_version(access::Work& work)
{
    return work.db
        .one(
            "SELECT COALESCE(MAX(version), 0) FROM profile_version WHERE municipality = $1",
            [](const Row& row) { return row.get<int>(0); }, work.municipality)
        .value_or(0);
}

void add_profile_version(access::Work& work, std::string_view setting, std::string_view profile, std::string_view decision)
{
    work.db.run("INSERT INTO profile_version (municipality, version, setting, profile, decision, made_at, made_by) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                work.municipality, newest_profile_version(work) + 1, setting, profile, decision, work.now,
                work.reader.person);
    // The duties of a case are reckoned with the profile. A day that has passed for every case makes midnight
    // (app/midnight.h) reckon it anew.
    work.db.run("UPDATE case_head SET next_change_on = '1970-01-01' WHERE municipality = $1 AND reckoned_at IS NOT NULL AND "
                "state NOT IN ('retained', 'disposed')",
                work.municipality);
}

}  // namespace lots::organisation
