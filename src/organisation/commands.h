#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/random.h"
#include "base/result.h"
#include "guideline/error.h"
#include "organisation/organisation.h"
#include "storage/session.h"
#include "vault/vault.h"
#include "web/sign_in_password.h"

namespace lots::organisation {

/// One unit of work on a municipality's people. The first of them are made before anybody can sign in, so there is no reader; who
/// did it is `by`, or none for the command line.
struct Change {
    storage::Session& db;
    vault::Vault& vault;
    Random& random;
    Instant now;
    MunicipalityId municipality;
    std::optional<PersonId> by = {};
};

/// Makes the municipality and the retention unit of its staff's names. Invalid: `code`, `name`, `official_code`, `profile`.
Result<MunicipalityId> make_municipality(storage::Session& db, vault::Vault& vault, Random& random, Instant now,
                                         const MunicipalityInfo& info);

/// Invalid: `code` (taken, or not a code), `kind`, `name`.
Result<AgencyId> add_agency(const Change& change, const AgencyInfo& info);
/// Invalid: `code`, `name`, `agency`.
Result<UnitId> add_unit(const Change& change, const UnitInfo& info);
/// Seals name, telephone and address. Invalid: `handle` (taken, not one, or it looks like a personal number), `name`, `phone`, `email`.
Result<PersonId> add_person(const Change& change, const PersonInfo& info);

/// Gives the person a role in a unit from that day (included). Invalid: `role` when it does not belong in that kind of agency (a
/// police officer in the police, a social worker in social services), or when the person has it there already.
Result<AssignmentId> assign(const Change& change, const PersonId& person, const UnitId& unit, access::Role role, Date from);
/// From the day after `last_day` (included) nobody acts in it; sessions in it end. NotFound: no such assignment, or ended already.
Result<Done> end_assignment(const Change& change, const AssignmentId& assignment, Date last_day);

/// A password that passed the rules, hashed. Takes its time, so it is made before the unit of work begins.
struct PasswordHash {
    std::string text;
};
/// Invalid: `password`, with the reason.
Result<PasswordHash> make_password(web::PasswordHasher& hasher, std::string_view handle, std::string_view password);
/// From now on this is the person's password. All of the person's sessions end.
void set_password(const Change& change, const PersonId& person, const PasswordHash& hash);

/// The person of that sign-in name, or none.
std::optional<PersonId> person_of_handle(storage::Session& db, const MunicipalityId& municipality, std::string_view handle);

}  // namespace lots::organisation
