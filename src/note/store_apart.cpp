#include <algorithm>

#include "cases/sealed.h"
#include "guideline/law.h"
#include "note/store.h"
#include "organisation/store.h"

namespace lots::note {

using access::Answer;
using access::Compartment;
using access::Role;
using cases::Drawer;
using storage::Row;
using vault::Field;

namespace {

int next_number(const access::CasePermit& permit, storage::Sql count)
{
    auto& work = permit.work();
    return 1 + work.db.one(count, [](const Row& row) { return row.get<int>(0); }, work.municipality, permit.case_id()).value_or(0);
}

}  // namespace

std::vector<OutsideContact> contacts(const access::CasePermit& permit)
{
    permit.require(Compartment::social_services);
    auto& work = permit.work();
    std::vector<PersonId> people;
    auto all = work.db.all(
        "SELECT id, number, authority, whom_sealed, contact_on, what_sealed, outcome_sealed, basis, decider_sealed, made_by "
        "FROM outside_contact WHERE municipality = $1 AND case_id = $2 ORDER BY number DESC",
        [&](const Row& row) {
            const auto id = row.get<RecordId>(0);
            const auto open = [&](Field field, int column) {
                return cases::open_if(permit, Drawer::social_services, field, {id.bytes()}, row.get<std::optional<Bytes>>(column));
            };
            OutsideContact one;
            one.number = row.get<int>(1);
            one.authority = row.get<std::string>(2);
            one.whom = open(Field::outside_whom, 3);
            one.contact_on = row.get<Date>(4);
            one.what = open(Field::outside_what, 5);
            one.outcome = open(Field::outside_outcome, 6);
            one.basis = row.get<std::string>(7);
            one.decider = open(Field::outside_decider, 8);
            people.push_back(row.get<PersonId>(9));
            return one;
        },
        work.municipality, permit.case_id());
    for (std::size_t i = 0; i < all.size(); ++i) all[i].by = organisation::person_name(work, people[i]);
    return all;
}

int add(const access::CasePermit& permit, const AddContact& contact)
{
    permit.require(Compartment::social_services);
    auto& work = permit.work();
    const auto id = work.new_id<RecordId>();
    const auto number = next_number(permit, "SELECT count(*) FROM outside_contact WHERE municipality = $1 AND case_id = $2");
    const auto seal = [&](Field field, const std::string& text) {
        return cases::seal(permit, Drawer::social_services, field, {id.bytes()}, text);
    };
    work.db.run("INSERT INTO outside_contact (municipality, id, case_id, number, authority, whom_sealed, contact_on, what_sealed, "
                "outcome_sealed, basis, decider_sealed, made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
                work.municipality, id, permit.case_id(), number, contact.authority, seal(Field::outside_whom, contact.whom),
                *contact.contact_on, seal(Field::outside_what, contact.what),
                cases::seal_if(permit, Drawer::social_services, Field::outside_outcome, {id.bytes()}, contact.outcome), contact.basis,
                seal(Field::outside_decider, contact.decider), work.now, work.reader.person);
    return number;
}

std::vector<Disclosure> disclosures(const access::CasePermit& permit)
{
    permit.require(Compartment::social_services);
    auto& work = permit.work();
    std::vector<PersonId> people;
    auto all = work.db.all(
        "SELECT d.id, d.number, a.code, a.name, d.to_whom_sealed, d.disclosed_on, d.what_sealed, d.basis, d.consent, d.balancing_sealed, "
        "d.decider_sealed, d.made_by, d.necessity_sealed FROM disclosure d JOIN agency a ON a.municipality = d.municipality AND a.id = d.from_agency "
        "WHERE d.municipality = $1 AND d.case_id = $2 ORDER BY d.number DESC",
        [&](const Row& row) {
            const auto id = row.get<RecordId>(0);
            const auto open = [&](Field field, int column) {
                return cases::open_if(permit, Drawer::social_services, field, {id.bytes()}, row.get<std::optional<Bytes>>(column));
            };
            Disclosure one;
            one.number = row.get<int>(1);
            one.agency_code = row.get<std::string>(2);
            one.agency_name = row.get<std::string>(3);
            one.to_whom = open(Field::disclosure_to, 4);
            one.disclosed_on = row.get<Date>(5);
            one.what = open(Field::disclosure_what, 6);
            one.basis = row.get<std::string>(7);
            one.consent = row.get<std::optional<int>>(8);
            one.balancing = open(Field::disclosure_balancing, 9);
            one.decider = open(Field::disclosure_decider, 10);
            people.push_back(row.get<PersonId>(11));
            one.necessity = open(Field::disclosure_necessity, 12);
            return one;
        },
        work.municipality, permit.case_id());
    for (std::size_t i = 0; i < all.size(); ++i) all[i].by = organisation::person_name(work, people[i]);
    return all;
}

std::string law_of(const Disclosure& disclosure)
{
    const auto basis = basis_of(disclosure.basis);
    const auto law = basis ? guideline::legal_reference(basis->law, disclosure.disclosed_on) : std::nullopt;
    return law ? guideline::wording(*law) : std::string{};
}

int add(const access::CasePermit& permit, const Disclose& disclosure, const AgencyId& from, std::optional<int> consent)
{
    permit.require(Compartment::social_services);
    auto& work = permit.work();
    const auto id = work.new_id<RecordId>();
    const auto number = next_number(permit, "SELECT count(*) FROM disclosure WHERE municipality = $1 AND case_id = $2");
    const auto seal = [&](Field field, const std::string& text) {
        return cases::seal(permit, Drawer::social_services, field, {id.bytes()}, text);
    };
    work.db.run("INSERT INTO disclosure (municipality, id, case_id, number, from_agency, to_whom_sealed, disclosed_on, what_sealed, basis, "
                "consent, balancing_sealed, decider_sealed, made_at, made_by, necessity_sealed) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
                work.municipality, id, permit.case_id(), number, from, seal(Field::disclosure_to, disclosure.to_whom),
                *disclosure.disclosed_on, seal(Field::disclosure_what, disclosure.what), disclosure.basis, consent,
                cases::seal_if(permit, Drawer::social_services, Field::disclosure_balancing, {id.bytes()}, disclosure.balancing),
                seal(Field::disclosure_decider, disclosure.decider), work.now, work.reader.person,
                cases::seal_if(permit, Drawer::social_services, Field::disclosure_necessity, {id.bytes()}, disclosure.necessity));
    return number;
}

std::optional<Protection> protection(const access::CasePermit& permit)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    return work.db.one(
        "SELECT goes_on, made_at FROM protection_work WHERE municipality = $1 AND case_id = $2 ORDER BY seq DESC LIMIT 1",
        [](const Row& row) { return Protection{row.get<bool>(0), row.get<Instant>(1)}; }, work.municipality, permit.case_id());
}

void set_protection(const access::CasePermit& permit, bool goes_on)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    const auto seq = next_number(permit, "SELECT count(*) FROM protection_work WHERE municipality = $1 AND case_id = $2");
    work.db.run("INSERT INTO protection_work (municipality, case_id, seq, goes_on, made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6)",
                work.municipality, permit.case_id(), seq, goes_on, work.now, work.reader.person);
}

std::optional<YouthWords> youth_words(const access::CasePermit& permit)
{
    permit.require(Compartment::youth_words);
    auto& work = permit.work();
    auto words = work.db.one(
        "SELECT seq, text_sealed, social_services_read, made_at FROM youth_words WHERE municipality = $1 AND case_id = $2 "
        "ORDER BY seq DESC LIMIT 1",
        [&](const Row& row) {
            YouthWords one;
            one.seq = row.get<int>(0);
            one.text = cases::open(permit, Drawer::youth_words, Field::youth_words, {permit.case_id().bytes(), one.seq}, row.get<Bytes>(1));
            one.social_services = row.get<bool>(2);
            one.made_at = row.get<Instant>(3);
            return one;
        },
        work.municipality, permit.case_id());
    if (!words) return std::nullopt;
    words->members = work.db.all(
        "SELECT m.number FROM youth_words_reader r JOIN membership m ON m.municipality = r.municipality AND m.id = r.membership "
        "WHERE r.municipality = $1 AND r.case_id = $2 AND r.seq = $3 ORDER BY m.number",
        [](const Row& row) { return row.get<int>(0); }, work.municipality, permit.case_id(), words->seq);
    if (permit.answer(Compartment::youth_words) == Answer::yes) return words;
    const auto& facts = permit.facts();
    const bool as_member = facts.own_membership && std::ranges::find(words->members, *facts.own_membership) != words->members.end();
    const bool in_charge = std::ranges::any_of(facts.relations, [&](access::Relation one) {
        return one == access::Relation::assigned || (one == access::Relation::own_unit && work.reader.role == Role::unit_manager);
    });
    if (!as_member && !(words->social_services && in_charge)) return std::nullopt;
    words->members.clear();  // whom else the young person ticked is not theirs to know
    words->social_services = false;
    return words;
}

void add_words(const access::CasePermit& permit, const WriteWords& words, const std::vector<MembershipId>& members)
{
    permit.require(Compartment::youth_words);
    auto& work = permit.work();
    const auto seq = next_number(permit, "SELECT count(*) FROM youth_words WHERE municipality = $1 AND case_id = $2");
    const bool social_services = std::ranges::find(words.readers, "social_services") != words.readers.end();
    work.db.run("INSERT INTO youth_words (municipality, case_id, seq, text_sealed, social_services_read, made_at, made_by) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                work.municipality, permit.case_id(), seq,
                cases::seal(permit, Drawer::youth_words, Field::youth_words, {permit.case_id().bytes(), seq}, words.text), social_services,
                work.now, work.reader.person);
    for (const auto& member : members)
        work.db.run("INSERT INTO youth_words_reader (municipality, case_id, seq, membership) VALUES ($1, $2, $3, $4)", work.municipality,
                    permit.case_id(), seq, member);
}

}  // namespace lots::note
