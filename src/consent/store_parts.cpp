#include "consent/store_parts.h"

#include <algorithm>

#include "cases/sealed.h"
#include "organisation/store.h"

namespace lots::consent {

using access::Compartment;
using cases::Drawer;
using storage::Row;
using vault::Field;

namespace {

std::string joined(const std::vector<std::string>& codes)
{
    std::string all;
    for (const auto& code : codes) all += (all.empty() ? "" : ",") + code;
    return all;
}

std::vector<std::string> parted(std::string_view codes)
{
    std::vector<std::string> all;
    while (!codes.empty()) {
        const auto cut = std::min(codes.find(','), codes.size());
        all.emplace_back(codes.substr(0, cut));
        codes.remove_prefix(std::min(cut + 1, codes.size()));
    }
    return all;
}

/// What an agency of that kind can usually tell.
std::vector<std::string> usually_gives(std::string_view agency_kind)
{
    if (agency_kind == "social_services" || agency_kind == "sis" || agency_kind == "prison_service") return {"social"};
    if (agency_kind == "police") return {"police"};
    if (agency_kind == "school") return {"school"};
    if (agency_kind == "health") return {"health"};
    if (agency_kind == "employment_service") return {"work"};
    return {"leisure"};
}

/// In the order in which a form names them.
std::vector<std::string> in_order(const std::set<std::string>& kinds)
{
    std::vector<std::string> all;
    for (const auto kind : information_kinds)
        if (kinds.contains(std::string(kind))) all.emplace_back(kind);
    return all;
}

/// The parts lie in the room's retention unit, for members read them. While there is no room yet social services read them
/// as their own.
std::string open_part(const access::CasePermit& permit, Field field, const RecordId& row, ByteSpan sealed)
{
    return permit.work().vault.open(permit.facts().room_unit,
                                    {field, permit.work().municipality, permit.facts().id.bytes(), row.bytes()}, sealed);
}

}  // namespace

void add_approval(const access::CasePermit& permit, const PersonId& person, Date last_day)
{
    auto& work = permit.work();
    work.db.run("INSERT INTO collector_approval (municipality, id, case_id, person, last_day, approved_at, approved_by) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                work.municipality, work.new_id<RecordId>(), permit.case_id(), person, last_day, work.now,
                work.reader.person);
}

std::optional<Date> approved_until(const access::CasePermit& permit, const PersonId& person)
{
    auto& work = permit.work();
    return work.db.one(
        "SELECT last_day FROM collector_approval WHERE municipality = $1 AND case_id = $2 AND person = $3 "
        "ORDER BY last_day DESC LIMIT 1",
        [](const Row& row) { return row.get<Date>(0); }, work.municipality, permit.case_id(), person);
}

std::vector<ToBeAsked> to_be_asked(const access::CasePermit& permit)
{
    check(permit.operation() == access::Operation::collect_consent, "who is to be asked was read without a permit to ask");
    auto& work = permit.work();
    std::vector<ToBeAsked> all;
    work.db.each(
        "SELECT id, number, name_sealed, contact_sealed, language_sealed, protected_identity FROM signatory "
        "WHERE municipality = $1 AND case_id = $2 ORDER BY number",
        [&](const Row& row) {
            const auto id = row.get<SignatoryId>(0);
            const auto& known = permit.facts().consent.signatories;
            const auto facts = std::ranges::find(known, id, &Signatory::id);
            if (facts == known.end() || !must_sign(*facts, permit.facts().born, work.today)) return;
            ToBeAsked one{id, row.get<int>(1), {}, {}, {}, row.text(5) != "none"};
            const auto text = [&](Field field, int column) {
                return cases::open_if(permit, Drawer::social_services, field, {id.bytes()},
                                      row.get<std::optional<Bytes>>(column));
            };
            if (!one.is_protected) {
                one.name = text(Field::signatory_name, 2);
                one.contact = text(Field::signatory_contact, 3);
                one.language = text(Field::signatory_language, 4);
            }
            all.push_back(std::move(one));
        },
        work.municipality, permit.case_id());
    return all;
}

void add_part(const access::CasePermit& permit, const AgencyId& agency, const DescribeAgency& part)
{
    auto& work = permit.work();
    const auto id = work.new_id<RecordId>();
    const auto seal = [&](Field field, const std::string& text) {
        return cases::seal(permit, Drawer::room, field, {id.bytes()}, text);
    };
    work.db.run("INSERT INTO agency_part (municipality, id, case_id, agency, unit_sealed, role_sealed, contact_sealed, "
                "gives, receives, "
                "made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                work.municipality, id, permit.case_id(), agency, seal(Field::agency_part_unit, part.unit),
                seal(Field::agency_part_role, part.role), seal(Field::agency_part_contact, part.contact), joined(part.gives),
                joined(part.receives), work.now, work.reader.person);
}

std::vector<AgencyPart> parts_of(const access::CasePermit& permit, const std::set<AgencyId>& agencies, const Consent* form)
{
    check(permit.covers(Compartment::room) || permit.covers(Compartment::social_services),
          "agencies' parts were read without a permit");
    auto& work = permit.work();
    std::vector<AgencyPart> parts;
    std::set<std::string> all_kinds;
    for (const auto& agency : organisation::agencies(work)) {
        if (!agencies.contains(agency.id)) continue;
        AgencyPart part{agency.id, agency.name, {}, {}, {}, usually_gives(agency.kind), {}};
        all_kinds.insert(part.gives.begin(), part.gives.end());
        parts.push_back(std::move(part));
    }
    for (auto& part : parts) part.receives = in_order(all_kinds);
    const auto until = form == nullptr
                           ? std::nullopt
                           : work.db.one(
                                 "SELECT made_at FROM consent WHERE municipality = $1 AND id = $2",
                                 [](const Row& row) { return row.get<Instant>(0); }, work.municipality, form->id);
    work.db.each(
        "SELECT id, agency, unit_sealed, role_sealed, contact_sealed, gives, receives FROM agency_part "
        "WHERE municipality = $1 AND case_id = $2 AND made_at <= $3 ORDER BY made_at, id",
        [&](const Row& row) {
            const auto part = std::ranges::find(parts, row.get<AgencyId>(1), &AgencyPart::agency);
            if (part == parts.end()) return;
            const auto id = row.get<RecordId>(0);
            part->unit = open_part(permit, Field::agency_part_unit, id, row.bytes(2));
            part->role = open_part(permit, Field::agency_part_role, id, row.bytes(3));
            part->contact = open_part(permit, Field::agency_part_contact, id, row.bytes(4));
            part->gives = parted(row.text(5));
            part->receives = parted(row.text(6));
        },
        work.municipality, permit.case_id(), until.value_or(work.now));
    return parts;
}

bool names_assessment(const access::CasePermit& permit)
{
    const auto* consent = in_force(permit.facts().consent, permit.work().today);
    if (consent == nullptr) return false;
    const auto parts = parts_of(permit, consent->agencies, consent);
    return std::ranges::any_of(parts, [](const AgencyPart& part) { return std::ranges::count(part.gives, "assessment") > 0; });
}

void keep_wording(const access::CasePermit& permit, int form_number, std::string_view text)
{
    auto& work = permit.work();
    const auto form = work.db.one(
        "SELECT id FROM consent WHERE municipality = $1 AND case_id = $2 AND number = $3",
        [](const Row& row) { return row.get<ConsentId>(0); }, work.municipality, permit.case_id(), form_number);
    check(form.has_value(), "a wording belongs to a form that is not there");
    work.db.run("INSERT INTO consent_wording (municipality, consent, text_sealed, made_at) VALUES ($1, $2, $3, $4)",
                work.municipality, *form,
                cases::seal(permit, Drawer::social_services, Field::consent_wording, {form->bytes()}, text), work.now);
}

std::string wording_of(const access::CasePermit& permit, const Consent& form)
{
    auto& work = permit.work();
    return work.db
        .one(
            "SELECT text_sealed FROM consent_wording WHERE municipality = $1 AND consent = $2",
            [&](const Row& row) {
                return cases::open(permit, Drawer::social_services, Field::consent_wording, {form.id.bytes()}, row.bytes(0));
            },
            work.municipality, form.id)
        .value_or("");
}

void add_hindrance(const access::CasePermit& permit, const SignatoryId& signatory, const HinderGuardian& hindrance,
                   std::string_view setting)
{
    auto& work = permit.work();
    const auto id = work.new_id<RecordId>();
    const auto seal = [&](Field field, const std::string& text) {
        return cases::seal(permit, Drawer::social_services, field, {id.bytes()}, text);
    };
    work.db.run("INSERT INTO signatory_hindrance (municipality, id, case_id, signatory, reason, from_day, recheck_on, "
                "evidence_sealed, "
                "reviewed_by_sealed, setting, made_at, made_by, cannot_wait) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
                work.municipality, id, permit.case_id(), signatory, hindrance.reason, *hindrance.from_day,
                *hindrance.recheck_on, seal(Field::hindrance_evidence, hindrance.evidence),
                seal(Field::hindrance_reviewed_by, hindrance.reviewed_by), setting, work.now, work.reader.person,
                hindrance.cannot_wait);
}

bool end_hindrances(const access::CasePermit& permit, const Signatory& signatory, std::string_view way)
{
    auto& work = permit.work();
    const auto open = work.db.all(
        "SELECT h.id FROM signatory_hindrance h LEFT JOIN signatory_hindrance_end e ON e.municipality = h.municipality AND "
        "e.hindrance = h.id WHERE h.municipality = $1 AND h.case_id = $2 AND h.signatory = $3 AND h.recheck_on >= $4 AND "
        "e.hindrance IS NULL",
        [](const Row& row) { return row.get<RecordId>(0); }, work.municipality, permit.case_id(), signatory.id, work.today);
    for (const auto& hindrance : open)
        work.db.run("INSERT INTO signatory_hindrance_end (municipality, id, hindrance, way, ended_on, made_at, made_by) "
                    "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                    work.municipality, work.new_id<RecordId>(), hindrance, way, work.today, work.now, work.reader.person);
    return !open.empty();
}

void add_check(const access::CasePermit& permit, const CheckCircumstances& found)
{
    auto& work = permit.work();
    const auto id = work.new_id<RecordId>();
    work.db.run("INSERT INTO circumstances_check (municipality, id, case_id, source, checked_on, list_complete, lives_here, "
                "note_sealed, "
                "made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                work.municipality, id, permit.case_id(), found.source, *found.checked_on, found.list_complete,
                found.lives_here == "yes",
                cases::seal_if(permit, Drawer::social_services, Field::circumstances_note, {id.bytes()}, found.note),
                work.now, work.reader.person);
}

}  // namespace lots::consent
