#include "nomination/store.h"

#include <sstream>

#include "cases/youth.h"

namespace lots::nomination {

using access::Operation;
using storage::Row;
using vault::Field;

namespace {

std::string joined(const std::vector<std::string>& codes)
{
    std::string all;
    for (const auto& code : codes) all += (all.empty() ? "" : " ") + code;
    return all;
}

std::vector<std::string> split(const std::string& codes)
{
    std::istringstream in(codes);
    std::vector<std::string> all;
    for (std::string code; in >> code;) all.push_back(code);
    return all;
}

}  // namespace

void add(access::Work& work, const CaseId& case_id, RetentionUnitId social_unit, const Nomination& n)
{
    const auto seal = [&](Field field, const std::string& text) -> std::optional<Bytes> {
        if (text.empty()) return std::nullopt;
        return work.vault.seal(social_unit, {field, work.municipality, case_id.bytes(), n.id.bytes()}, text);
    };
    work.db.run("INSERT INTO nomination (municipality, id, case_id, proposer, proposer_unit, agency, legal_ground, legal_reference, "
                "noticed_on, registry_number_sealed, police_matter_code_sealed, reporter_unit_sealed, considered_for_sig, reasons, debut_age, "
                "strategic_crimes, origin, discharge_date, known_before, reason_sealed, why_sig_sealed, weighing_sealed, feedback_asked, "
                "received_at, flag_note_sealed, lul_reference_sealed, ground_motive_sealed, ground_manager_sealed, on_behalf_name_sealed, "
                "on_behalf_way, debut_known, matter_code_reason_sealed) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, "
                "$20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32)",
                work.municipality, n.id, case_id, n.proposer, n.proposer_unit, n.agency, n.legal_ground, n.legal_reference, n.noticed_on,
                seal(Field::nomination_registry_number, n.registry_number),
                seal(Field::nomination_police_matter_code, n.police_matter_code),
                seal(Field::nomination_reporter_unit, n.reporter_unit), n.considered_for_sig, joined(n.reasons), n.debut_age,
                joined(n.strategic_crimes), n.origin, n.discharge_date, n.known_before, seal(Field::nomination_reason, n.reason),
                seal(Field::nomination_why_sig, n.why_sig), seal(Field::nomination_weighing, n.weighing), n.feedback_asked, n.received_at,
                seal(Field::nomination_flag_note, n.flag_note), seal(Field::nomination_lul_reference, n.lul_reference),
                seal(Field::nomination_legal_ground_motive, n.ground_motive), seal(Field::nomination_ground_manager, n.ground_manager),
                seal(Field::nomination_on_behalf_name, n.on_behalf_name),
                n.on_behalf_way.empty() ? std::optional<std::string>{} : n.on_behalf_way, n.debut_known,
                seal(Field::nomination_matter_code_reason, n.matter_code_reason));
}

Nomination of_case(const access::CasePermit& permit)
{
    check(permit.operation() == Operation::read_nomination || permit.covers(access::Compartment::social_services),
          "a proposal was read without a permit for it");
    auto& work = permit.work();
    const auto& facts = permit.facts();
    auto found = work.db.one(
        "SELECT id, proposer, proposer_unit, agency, legal_ground, legal_reference, noticed_on, registry_number_sealed, "
        "police_matter_code_sealed, reporter_unit_sealed, considered_for_sig, reasons, debut_age, strategic_crimes, origin, discharge_date, "
        "known_before, reason_sealed, why_sig_sealed, weighing_sealed, feedback_asked, received_at, flag_note_sealed, lul_reference_sealed, "
        "ground_motive_sealed, ground_manager_sealed, on_behalf_name_sealed, on_behalf_way, debut_known, matter_code_reason_sealed "
        "FROM nomination WHERE municipality = $1 AND case_id = $2",
        [&](const Row& row) {
            Nomination n;
            n.id = row.get<NominationId>(0);
            const auto open = [&](Field field, int column) {
                const auto sealed = row.get<std::optional<Bytes>>(column);
                if (!sealed) return std::string{};
                return work.vault.open(facts.social_unit, {field, work.municipality, facts.id.bytes(), n.id.bytes()}, *sealed);
            };
            n.proposer = row.get<PersonId>(1);
            n.proposer_unit = row.get<UnitId>(2);
            n.agency = row.get<AgencyId>(3);
            n.legal_ground = row.get<std::string>(4);
            n.legal_reference = row.get<std::string>(5);
            n.noticed_on = row.get<Date>(6);
            n.registry_number = open(Field::nomination_registry_number, 7);
            n.police_matter_code = open(Field::nomination_police_matter_code, 8);
            n.reporter_unit = open(Field::nomination_reporter_unit, 9);
            n.considered_for_sig = row.get<bool>(10);
            n.reasons = split(row.get<std::string>(11));
            n.debut_age = row.get<std::optional<int>>(12);
            n.strategic_crimes = split(row.get<std::string>(13));
            n.origin = row.get<std::string>(14);
            n.discharge_date = row.get<std::optional<Date>>(15);
            n.known_before = row.get<std::string>(16);
            n.reason = open(Field::nomination_reason, 17);
            n.why_sig = open(Field::nomination_why_sig, 18);
            n.weighing = open(Field::nomination_weighing, 19);
            n.feedback_asked = row.get<bool>(20);
            n.received_at = row.get<Instant>(21);
            n.flag_note = open(Field::nomination_flag_note, 22);
            n.lul_reference = open(Field::nomination_lul_reference, 23);
            n.ground_motive = open(Field::nomination_legal_ground_motive, 24);
            n.ground_manager = open(Field::nomination_ground_manager, 25);
            n.on_behalf_name = open(Field::nomination_on_behalf_name, 26);
            n.on_behalf_way = row.get<std::optional<std::string>>(27).value_or("");
            n.debut_known = row.get<std::string>(28);
            n.matter_code_reason = open(Field::nomination_matter_code_reason, 29);
            return n;
        },
        work.municipality, permit.case_id());
    check(found.has_value(), "a case without a proposal");
    return *found;
}

std::vector<Receipt> own_receipts(access::Work& work, int most, int skip)
{
    const auto numbers = work.db.all(
        "SELECT c.nomination_number, n.received_at FROM nomination n "
        "JOIN sig_case c ON c.municipality = n.municipality AND c.id = n.case_id "
        "JOIN case_head h ON h.municipality = n.municipality AND h.case_id = n.case_id "
        "WHERE n.municipality = $1 AND n.proposer = $2 AND n.proposer_unit = $3 AND h.state NOT IN ('retained', 'disposed') "
        "ORDER BY n.received_at DESC, n.id LIMIT $4 OFFSET $5",
        [](const Row& row) {
            return Receipt{"F-" + std::to_string(row.get<int>(0)), row.get<Instant>(1)};
        },
        work.municipality, work.reader.person, work.reader.unit, most, skip);
    std::vector<Receipt> shown;
    for (auto receipt : numbers)
        if (access::permit<Operation::read_nomination>(work, receipt.number)) shown.push_back(std::move(receipt));
    return shown;
}

int count_own_receipts(access::Work& work)
{
    return work.db
        .one("SELECT COUNT(*) FROM nomination n JOIN case_head h ON h.municipality = n.municipality AND h.case_id = n.case_id "
             "WHERE n.municipality = $1 AND n.proposer = $2 AND n.proposer_unit = $3 AND h.state NOT IN ('retained', 'disposed')",
             [](const Row& row) { return row.get<int>(0); }, work.municipality, work.reader.person, work.reader.unit)
        .value_or(0);
}

}  // namespace lots::nomination
