#include "cases/brought_in.h"

#include "cases/sealed.h"

namespace lots::cases {

using storage::Row;
using vault::Field;

namespace {

constexpr std::string_view content_purpose = "import_content";

/// Each agency names its cases by itself: what another has brought in under the same reference is not told of, and is in
/// nobody's way (S2-04).
Bytes reference_index(access::Work& work, std::string_view reference)
{
    return work.vault.index(work.municipality, "import_reference_of_agency", work.reader.agency.hex() + std::string(reference));
}

Bytes content_of_row(const Row& row) { return row.get<Bytes>(0); }

/// What the line said, keyed, that the reader's agency brought in under that reference.
std::optional<Bytes> known_content(access::Work& work, std::string_view reference)
{
    auto known = work.db.one("SELECT content_index FROM import_case WHERE municipality = $1 AND reference_index = $2",
                             content_of_row, work.municipality, reference_index(work, reference));
    if (known) return known;
    // Before, a reference was the municipality's: whose a row of then is, the unit says that brought it in.
    return work.db.one(
        "SELECT c.content_index FROM import_case c JOIN import_batch b ON b.municipality = c.municipality AND b.id = c.batch "
        "JOIN unit u ON u.municipality = b.municipality AND u.id = b.unit WHERE c.municipality = $1 AND c.reference_index = $2 "
        "AND u.agency = $3",
        content_of_row, work.municipality, work.vault.index(work.municipality, "import_reference", reference),
        work.reader.agency);
}

}  // namespace

std::optional<BroughtIn> brought_in(const access::CasePermit& permit)
{
    auto& work = permit.work();
    return work.db.one(
        "SELECT c.id, b.made_at, c.reference_sealed, c.offer_decided_on, c.consent_from, c.plan_worded_on, c.plan_decided_on FROM import_case c "
        "JOIN import_batch b ON b.municipality = c.municipality AND b.id = c.batch WHERE c.municipality = $1 AND c.case_id = $2",
        [&](const Row& row) {
            BroughtIn from{row.get<Instant>(1), {}, row.get<std::optional<Date>>(3), row.get<std::optional<Date>>(4),
                           row.get<std::optional<Date>>(5), row.get<std::optional<Date>>(6)};
            const auto id = row.get<RecordId>(0);
            if (permit.answer(access::Compartment::social_services) == access::Answer::yes)
                from.reference = open(permit, Drawer::social_services, Field::import_reference, {id.bytes()}, row.bytes(2));
            return from;
        },
        work.municipality, permit.case_id());
}

RecordId add_batch(access::Work& work, std::string_view kind, ByteSpan file_hash)
{
    const auto id = work.new_id<RecordId>();
    work.db.run("INSERT INTO import_batch (municipality, id, kind, file_hash, made_at, made_by, role, unit) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                work.municipality, id, kind, Bytes(file_hash.begin(), file_hash.end()), work.now, work.reader.person,
                access::name(work.reader.role), work.reader.unit);
    return id;
}

Known known_reference(access::Work& work, std::string_view reference, std::string_view content)
{
    const auto before = known_content(work, reference);
    if (!before) return Known::no;
    return *before == work.vault.index(work.municipality, content_purpose, content) ? Known::same : Known::changed;
}

CaseId add_brought_in(access::Work& work, std::string_view number, const RecordId& batch, const BroughtIn& from, std::string_view content)
{
    const auto facts = access::load_case_facts(work, number);
    check(facts.has_value(), "a case that was just opened is not there");
    const auto id = work.new_id<RecordId>();
    const auto sealed = work.vault.seal(
        facts->social_unit, {Field::import_reference, work.municipality, facts->id.bytes(), id.bytes()}, from.reference);
    work.db.run("INSERT INTO import_case (municipality, id, batch, case_id, reference_index, reference_sealed, content_index, "
                "offer_decided_on, consent_from, plan_worded_on, plan_decided_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                work.municipality, id, batch, facts->id, reference_index(work, from.reference), sealed,
                work.vault.index(work.municipality, content_purpose, content), from.offer_decided_on, from.consent_from,
                from.plan_worded_on, from.plan_decided_on);
    work.entry().subjects.push_back({facts->id, {std::string(access::name(access::Compartment::social_services))}});
    return facts->id;
}

}  // namespace lots::cases
