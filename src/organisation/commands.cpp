#include "organisation/commands.h"

#include <algorithm>

#include "base/text.h"
#include "organisation/password.h"
#include "organisation/profile.h"
#include "organisation/rules.h"
#include "organisation/written.h"

namespace lots::organisation {

using access::Role;
using storage::Row;
using vault::Field;

namespace {

constexpr int contact_longest = 200;

bool is_code_char(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/// "sara.lind". Six digits in a row would be a date of birth, and a sign-in name is no secret.
std::optional<MessageKey> fault_in_handle(std::string_view text)
{
    if (text.size() < 3 || text.size() > 40 || !is_code_char(text.front()) || !is_code_char(text.back()))
        return MessageKey("organisation.handle.form");
    int digits = 0;
    for (const char c : text) {
        if (!is_code_char(c) && c != '.' && c != '-') return MessageKey("organisation.handle.form");
        digits = c >= '0' && c <= '9' ? digits + 1 : (c == '-' ? digits : 0);
        if (digits >= 6) return MessageKey("organisation.handle.number");
    }
    return std::nullopt;
}

RetentionUnitId staff_unit(const Change& change)
{
    const auto unit = change.db.one("SELECT staff_unit FROM municipality WHERE municipality = $1",
                                    [](const Row& row) { return row.get<RetentionUnitId>(0); }, change.municipality);
    check(unit.has_value(), "a change in a municipality that is not there");
    return *unit;
}

}  // namespace

std::string_view name(Kind kind)
{
    switch (kind) {
    case Kind::demo: return "demo";
    case Kind::test: return "test";
    case Kind::real: return "real";
    }
    return "real";
}

Result<MunicipalityId> make_municipality(storage::Session& db, vault::Vault& vault, Random& random, Instant now,
                                         const MunicipalityInfo& info)
{
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto shown = kept_line(info.name, name_longest);
    if (!is_code(info.code)) return invalid("code", "organisation.code.form");
    if (!shown) return invalid("name", "organisation.name.missing");
    if (info.official_code.size() != 4 || !std::ranges::all_of(info.official_code, is_digit))
        return invalid("official_code", "organisation.official_code.form");
    if (!parse_profile(info.profile)) return invalid("profile", "organisation.profile.form");
    const bool taken = db.one("SELECT 1 FROM municipality WHERE code = $1", [](const Row&) { return true; }, info.code).has_value();
    if (taken) return invalid("code", "organisation.code.taken");

    const auto id = MunicipalityId::make(random);
    const auto unit = vault.make_unit(id, now);
    db.run("INSERT INTO municipality (municipality, code, name, official_code, kind, profile, staff_unit, made_at) "
           "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
           id, info.code, *shown, info.official_code, name(info.kind), info.profile, unit, now);
    return id;
}

Result<AgencyId> add_agency(const Change& change, const AgencyInfo& info)
{
    const auto shown = kept_line(info.name, name_longest);
    if (!is_code(info.code)) return invalid("code", "organisation.code.form");
    if (std::ranges::find(agency_kinds, info.kind) == std::end(agency_kinds)) return invalid("kind", "organisation.kind.unknown");
    if (!shown) return invalid("name", "organisation.name.missing");
    const bool taken = change.db.one("SELECT 1 FROM agency WHERE municipality = $1 AND code = $2", [](const Row&) { return true; },
                                     change.municipality, info.code).has_value();
    if (taken) return invalid("code", "organisation.code.taken");
    const auto id = AgencyId::make(change.random);
    change.db.run("INSERT INTO agency (municipality, id, code, kind, name, made_at) VALUES ($1, $2, $3, $4, $5, $6)", change.municipality, id,
                  info.code, info.kind, *shown, change.now);
    return id;
}

Result<UnitId> add_unit(const Change& change, const UnitInfo& info)
{
    const auto shown = kept_line(info.name, name_longest);
    if (!is_code(info.code)) return invalid("code", "organisation.code.form");
    if (!shown) return invalid("name", "organisation.name.missing");
    const bool known = change.db.one("SELECT 1 FROM agency WHERE municipality = $1 AND id = $2", [](const Row&) { return true; },
                                     change.municipality, info.agency).has_value();
    if (!known) return invalid("agency", "organisation.agency.unknown");
    const bool taken = change.db.one("SELECT 1 FROM unit WHERE municipality = $1 AND code = $2", [](const Row&) { return true; },
                                     change.municipality, info.code).has_value();
    if (taken) return invalid("code", "organisation.code.taken");
    const auto id = UnitId::make(change.random);
    change.db.run("INSERT INTO unit (municipality, id, agency, code, name, made_at) VALUES ($1, $2, $3, $4, $5, $6)", change.municipality, id,
                  info.agency, info.code, *shown, change.now);
    return id;
}

Result<PersonId> add_person(const Change& change, const PersonInfo& info)
{
    const auto shown = kept_line(info.name, name_longest);
    if (const auto fault = fault_in_handle(info.handle)) return invalid("handle", *fault);
    if (!shown) return invalid("name", "organisation.name.missing");
    if (!info.phone.empty() && !kept_line(info.phone, contact_longest)) return invalid("phone", "organisation.contact.form");
    if (!info.email.empty() && !kept_line(info.email, contact_longest)) return invalid("email", "organisation.contact.form");
    if (person_of_handle(change.db, change.municipality, info.handle)) return invalid("handle", "organisation.handle.taken");

    const auto id = PersonId::make(change.random);
    const auto unit = staff_unit(change);
    const auto seal = [&](Field field, const std::string& text) {
        return change.vault.seal(unit, {field, change.municipality, id.bytes(), id.bytes()}, text);
    };
    std::optional<Bytes> phone, email;
    if (!info.phone.empty()) phone = seal(Field::person_phone, *kept_line(info.phone, contact_longest));
    if (!info.email.empty()) email = seal(Field::person_email, *kept_line(info.email, contact_longest));
    change.db.run("INSERT INTO person (municipality, id, handle, name_sealed, phone_sealed, email_sealed, language, made_at) "
                  "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                  change.municipality, id, info.handle, seal(Field::person_name, *shown), phone, email, code_of(info.language), change.now);
    return id;
}

Result<AssignmentId> assign(const Change& change, const PersonId& person, const UnitId& unit, Role role, Date from)
{
    const auto kind = change.db.one(
        "SELECT g.kind FROM unit u JOIN agency g ON g.municipality = u.municipality AND g.id = u.agency "
        "WHERE u.municipality = $1 AND u.id = $2",
        [](const Row& row) { return row.get<std::string>(0); }, change.municipality, unit);
    if (!kind) return invalid("unit", "organisation.unit.unknown");
    if (!belongs(role, *kind)) return invalid("role", "organisation.role.elsewhere");
    const bool has_it = !change.db.all(
        "SELECT 1 FROM assignment a LEFT JOIN assignment_end e ON e.municipality = a.municipality AND e.assignment = a.id "
        "WHERE a.municipality = $1 AND a.person = $2 AND a.unit = $3 AND a.role = $4 AND (e.last_day IS NULL OR e.last_day >= $5)",
        [](const Row&) { return true; }, change.municipality, person, unit, access::name(role), from).empty();
    if (has_it) return invalid("role", "organisation.role.held");
    const auto id = AssignmentId::make(change.random);
    change.db.run("INSERT INTO assignment (municipality, id, person, unit, role, from_day, made_at, made_by) "
                  "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                  change.municipality, id, person, unit, access::name(role), from, change.now, change.by);
    return id;
}

Result<Done> end_assignment(const Change& change, const AssignmentId& assignment, Date last_day)
{
    const bool open = change.db.one(
        "SELECT 1 FROM assignment a LEFT JOIN assignment_end e ON e.municipality = a.municipality AND e.assignment = a.id "
        "WHERE a.municipality = $1 AND a.id = $2 AND e.last_day IS NULL",
        [](const Row&) { return true; }, change.municipality, assignment).has_value();
    if (!open) return not_found();
    change.db.run("INSERT INTO assignment_end (municipality, assignment, last_day, made_at, made_by) VALUES ($1, $2, $3, $4, $5)",
                  change.municipality, assignment, last_day, change.now, change.by);
    // A session in it is refused from the next day on anyway (web/session.cpp asks the facts); this one is over now.
    if (last_day < local_day(change.now))
        change.db.run("DELETE FROM sign_in_session WHERE municipality = $1 AND assignment = $2", change.municipality, assignment);
    return Done{};
}

Result<PasswordHash> make_password(web::PasswordHasher& hasher, std::string_view handle, std::string_view password)
{
    if (const auto fault = fault_in_password(handle, password))
        return invalid("password", *fault, {{"shortest", password_shortest}, {"longest", password_longest}});
    // NFC and without blanks at the ends, as web/sign_in_account.cpp compares it: the same from every keyboard.
    return PasswordHash{hasher.hash(*clean_line(trimmed(password)))};
}

void set_password(const Change& change, const PersonId& person, const PasswordHash& hash)
{
    change.db.run("INSERT INTO password (municipality, id, person, hash, set_at) VALUES ($1, $2, $3, $4, $5)", change.municipality,
                  RecordId::make(change.random), person, hash.text, change.now);
    change.db.run("DELETE FROM sign_in_session WHERE municipality = $1 AND person = $2", change.municipality, person);
}

std::optional<PersonId> person_of_handle(storage::Session& db, const MunicipalityId& municipality, std::string_view handle)
{
    return db.one("SELECT id FROM person WHERE municipality = $1 AND handle = $2", [](const Row& row) { return row.get<PersonId>(0); },
                  municipality, handle);
}

}  // namespace lots::organisation
