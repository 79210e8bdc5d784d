#include "web/session.h"

#include <sodium.h>

#include "http/cookie.h"
#include "http/syntax.h"

namespace lots::web {

using storage::Row;

namespace {

constexpr std::string_view bearer = "Bearer ";
constexpr std::size_t token_bytes = 32;

constexpr storage::Sql reader_columns =
    "SELECT a.id, a.role, a.unit, u.name, g.id, g.code, g.kind, g.name, p.name_sealed, p.language, m.staff_unit, p.id "
    "FROM assignment a JOIN person p ON p.municipality = a.municipality AND p.id = a.person "
    "JOIN unit u ON u.municipality = a.municipality AND u.id = a.unit "
    "JOIN agency g ON g.municipality = u.municipality AND g.id = u.agency "
    "JOIN municipality m ON m.municipality = a.municipality "
    "LEFT JOIN assignment_end e ON e.municipality = a.municipality AND e.assignment = a.id "
    "WHERE a.municipality = $1 AND a.person = $2 AND a.from_day <= $3 AND (e.last_day IS NULL OR e.last_day >= $3) "
    "ORDER BY a.role, u.name, a.id";

access::Reader read_reader(const Row& row, const Services& services)
{
    access::Reader reader;
    reader.municipality = services.municipality;
    reader.assignment = row.get<AssignmentId>(0);
    const auto role = access::word_in<access::Role>(access::role_names, row.text(1));
    check(role.has_value(), "a stored assignment has an unknown role");
    reader.role = *role;
    reader.unit = row.get<UnitId>(2);
    reader.unit_name = row.get<std::string>(3);
    reader.agency = row.get<AgencyId>(4);
    reader.agency_code = row.get<std::string>(5);
    reader.agency_kind = row.get<std::string>(6);
    reader.agency_name = row.get<std::string>(7);
    reader.language = row.text(9) == "en" ? Language::en : Language::sv;
    reader.person = row.get<PersonId>(11);
    reader.name = services.vault.open(row.get<RetentionUnitId>(10),
                                      {vault::Field::person_name, services.municipality, reader.person.bytes(), reader.person.bytes()},
                                      row.bytes(8));
    return reader;
}

html::Theme theme_of(const std::optional<std::string>& chosen)
{
    if (chosen == "dark") return html::Theme::dark;
    return chosen == "light" ? html::Theme::light : html::Theme::automatic;
}

}  // namespace

std::optional<std::string> session_token(const http::Request& request)
{
    const auto cookie = http::cookie_of(request, session_cookie);
    const auto* header = request.header("authorization");
    if (header == nullptr) return cookie;
    // RFC 9110 11.1: the scheme's name is read without regard to case.
    if (cookie || !http::same_ignoring_case(std::string_view(*header).substr(0, bearer.size()), bearer)) return std::nullopt;
    return header->substr(bearer.size());
}

bool is_bearer(const http::Request& request) { return request.header("authorization") != nullptr; }

Bytes hash_of_token(std::string_view token)
{
    Bytes hash(crypto_hash_sha256_BYTES);
    crypto_hash_sha256(hash.data(), bytes_of(token).data(), token.size());
    return hash;
}

std::vector<access::Reader> readers_of(storage::Session& db, const Services& services, const PersonId& person, Date on)
{
    return db.all(reader_columns, [&](const Row& row) { return read_reader(row, services); }, services.municipality, person, on);
}

std::optional<SignedIn> find_session(storage::Session& db, const Services& services, std::string_view token, Instant now)
{
    struct Found {
        PersonId person;
        AssignmentId assignment;
        Bytes csrf;
        Instant seen_at, ends_at;
        std::optional<std::string> theme, text_size, language;
    };
    const auto hash = hash_of_token(token);
    const auto found = db.one(
        "SELECT s.person, s.assignment, s.csrf, s.seen_at, s.ends_at, c.theme, c.text_size, c.language FROM sign_in_session s "
        "LEFT JOIN person_setting c ON c.municipality = s.municipality AND c.person = s.person AND c.seq = "
        "(SELECT MAX(n.seq) FROM person_setting n WHERE n.municipality = s.municipality AND n.person = s.person) "
        "WHERE s.token_hash = $1 AND s.municipality = $2",
        [](const Row& row) {
            return Found{row.get<PersonId>(0),
                         row.get<AssignmentId>(1),
                         row.get<Bytes>(2),
                         row.get<Instant>(3),
                         row.get<Instant>(4),
                         row.get<std::optional<std::string>>(5),
                         row.get<std::optional<std::string>>(6),
                         row.get<std::optional<std::string>>(7)};
        },
        hash, services.municipality);
    if (!found || now >= found->ends_at) return std::nullopt;
    auto readers = readers_of(db, services, found->person, local_day(now));
    for (auto& reader : readers) {
        if (reader.assignment != found->assignment) continue;
        const auto idle = access::is_family(reader.role) ? services.idle_youth : services.idle_staff;
        if (now >= found->seen_at + idle) return std::nullopt;
        if (found->language) reader.language = language_of(*found->language).value_or(reader.language);
        SignedIn session{std::move(reader), hash, to_base64url(found->csrf), found->seen_at};
        session.has_several_roles = readers.size() > 1;
        session.theme = theme_of(found->theme);
        if (found->text_size == "larger") session.text_size = html::TextSize::larger;
        return session;
    }
    return std::nullopt;  // the assignment has ended: so has the session
}

std::string begin_session(storage::Session& db, const Services& services, const PersonId& person, const AssignmentId& assignment,
                          Instant now)
{
    Bytes token(token_bytes), csrf(token_bytes);
    services.random.fill(token);
    services.random.fill(csrf);
    const auto text = to_base64url(token);
    db.run("INSERT INTO sign_in_session (token_hash, municipality, person, assignment, csrf, made_at, seen_at, ends_at) "
           "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
           hash_of_token(text), services.municipality, person, assignment, csrf, now, now,
           Instant(now + services.longest_session));
    return text;
}

void touch_session(storage::Session& db, const SignedIn& session, Instant now)
{
    if (now - session.seen_at < 30s) return;  // a write less for a click that follows at once
    db.run("UPDATE sign_in_session SET seen_at = $2 WHERE token_hash = $1", session.token_hash, now);
}

void end_session(storage::Session& db, const Bytes& token_hash)
{
    db.run("DELETE FROM sign_in_session WHERE token_hash = $1", token_hash);
}

}  // namespace lots::web
