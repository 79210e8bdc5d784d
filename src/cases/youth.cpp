#include "cases/youth.h"

namespace lots::cases {

using storage::Row;
using vault::Field;

namespace {

vault::Place place(const access::Work& work, Field field, const YouthId& youth, const RecordId& row)
{
    return {field, work.municipality, youth.bytes(), row.bytes()};
}

}  // namespace

std::string short_name(const Youth& youth)
{
    if (youth.family_name.empty()) return youth.given_name;
    // The first character, which may be several bytes.
    std::size_t length = 1;
    while (length < youth.family_name.size() && (static_cast<unsigned char>(youth.family_name[length]) & 0xc0U) == 0x80U) ++length;
    return youth.given_name + " " + youth.family_name.substr(0, length) + ".";
}

namespace {

void add_identity(access::Work& work, const YouthId& id, const RetentionUnitId& unit, const Youth& youth, std::string_view why)
{
    const auto row = work.new_id<RecordId>();
    const auto seal = [&](Field field, std::string_view text) { return work.vault.seal(unit, place(work, field, id, row), text); };
    std::optional<Bytes> number, index, reason;
    if (!why.empty()) reason = seal(Field::youth_correction_reason, why);
    if (!youth.personal_number.empty()) {
        number = seal(Field::youth_personal_number, youth.personal_number);
        index = work.vault.index(work.municipality, "personal_number", youth.personal_number);
    }
    work.db.run("INSERT INTO youth_identity (municipality, id, youth, given_name_sealed, family_name_sealed, personal_number_sealed, "
                "personal_number_index, birth_date_sealed, recorded_at, recorded_by, reason_sealed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                work.municipality, row, id, seal(Field::youth_given_name, youth.given_name),
                seal(Field::youth_family_name, youth.family_name), number, index, seal(Field::youth_birth_date, iso(youth.born)), work.now,
                work.reader.person, reason);
}

}  // namespace

YouthId add_youth(access::Work& work, const Youth& youth)
{
    const auto id = work.new_id<YouthId>();
    const auto unit = work.vault.make_unit(work.municipality, work.now);
    work.db.run("INSERT INTO youth (municipality, id, unit, made_at) VALUES ($1, $2, $3, $4)", work.municipality, id, unit, work.now);
    add_identity(work, id, unit, youth, {});
    return id;
}

void correct_youth(const access::CasePermit& permit, const Youth& youth, std::string_view reason)
{
    permit.require(access::Compartment::social_services);
    add_identity(permit.work(), permit.facts().youth, permit.facts().youth_unit, youth, reason);
}

std::optional<YouthId> find_youth(access::Work& work, std::string_view personal_number)
{
    const auto found = work.db.all(
        "SELECT DISTINCT youth FROM youth_identity WHERE municipality = $1 AND personal_number_index = $2 ORDER BY youth",
        [](const Row& row) { return row.get<YouthId>(0); }, work.municipality,
        work.vault.index(work.municipality, "personal_number", personal_number));
    if (found.empty()) return std::nullopt;
    return found.front();
}

std::vector<CaseId> cases_with_number(access::Work& work, std::string_view personal_number)
{
    return work.db.all(
        "SELECT DISTINCT c.id, c.nomination_number FROM youth_identity y JOIN sig_case c ON c.municipality = y.municipality AND "
        "c.youth = y.youth WHERE y.municipality = $1 AND y.personal_number_index = $2 ORDER BY c.nomination_number DESC",
        [](const Row& row) { return row.get<CaseId>(0); }, work.municipality,
        work.vault.index(work.municipality, "personal_number", personal_number));
}

bool has_open_case(access::Work& work, const YouthId& youth)
{
    return work.db.one("SELECT 1 FROM open_case WHERE municipality = $1 AND youth = $2", [](const Row&) { return true; },
                       work.municipality, youth)
        .has_value();
}

bool has_other_open_case(const access::CasePermit& permit)
{
    permit.require(access::Compartment::social_services);
    return permit.work()
        .db
        .one("SELECT COUNT(*) FROM open_case o JOIN case_head h ON h.municipality = o.municipality AND h.case_id = o.case_id "
             "WHERE o.municipality = $1 AND o.case_id <> $2 AND h.state <> 'proposed' AND o.youth IN (SELECT b.youth FROM youth_identity a "
             "JOIN youth_identity b ON b.municipality = a.municipality AND b.personal_number_index = a.personal_number_index "
             "WHERE a.municipality = $1 AND a.youth = $3)",
             [](const Row& row) { return row.get<int>(0) > 0; }, permit.work().municipality, permit.case_id(), permit.facts().youth)
        .value_or(false);
}

Youth youth_of(const access::CasePermit& permit)
{
    auto& work = permit.work();
    const auto& facts = permit.facts();
    // The register is there to identify by, later (S1-64).
    const bool social_services = permit.covers(access::Compartment::social_services) || permit.covers(access::Compartment::register_);
    check(social_services || permit.covers(access::Compartment::room), "a name was asked for without access to the case");
    struct Stored {
        RecordId row;
        Bytes given, family;
        std::optional<Bytes> number;
    };
    const auto stored = work.db.one(
        "SELECT id, given_name_sealed, family_name_sealed, personal_number_sealed FROM youth_identity WHERE municipality = $1 AND "
        "youth = $2 ORDER BY recorded_at DESC, id LIMIT 1",
        [](const Row& row) {
            return Stored{row.get<RecordId>(0), row.get<Bytes>(1), row.get<Bytes>(2), row.get<std::optional<Bytes>>(3)};
        },
        work.municipality, facts.youth);
    check(stored.has_value(), "a case is about nobody");
    const auto open = [&](Field field, ByteSpan sealed) {
        return work.vault.open(facts.youth_unit, place(work, field, facts.youth, stored->row), sealed);
    };
    Youth youth{open(Field::youth_given_name, stored->given), open(Field::youth_family_name, stored->family), {}, facts.born};
    if (social_services && stored->number) youth.personal_number = open(Field::youth_personal_number, *stored->number);
    return youth;
}

}  // namespace lots::cases
