#include "consent/store.h"

#include <algorithm>

#include "cases/sealed.h"

namespace lots::consent {

using access::Compartment;
using cases::Drawer;
using storage::Row;
using vault::Field;

namespace {

constexpr std::string_view form_version = "1";

Bytes seal(const access::CasePermit& permit, Field field, ByteSpan row, std::string_view text)
{
    return cases::seal(permit, Drawer::social_services, field, {row}, text);
}
std::optional<Bytes> seal_if(const access::CasePermit& permit, Field field, ByteSpan row, std::string_view text)
{
    return cases::seal_if(permit, Drawer::social_services, field, {row}, text);
}

std::optional<std::string> if_any(const std::string& code) { return code.empty() ? std::nullopt : std::optional(code); }

vault::Place scope_place(const access::CasePermit& permit, Field field, const ConsentId& consent)
{
    return {field, permit.work().municipality, permit.facts().id.bytes(), consent.bytes()};
}

}  // namespace

// What the consent is about lies in the room's retention unit, for members read it. While there is no room yet social services read
// it as their own.
Scope scope_of(const access::CasePermit& permit, const Consent& consent)
{
    check(permit.covers(Compartment::room) || permit.covers(Compartment::social_services), "a consent was read without a permit for it");
    auto& work = permit.work();
    const auto open_scope = [&](const Row& row, Field field, int column) {
        return work.vault.open(permit.facts().room_unit, scope_place(permit, field, consent.id), row.bytes(column));
    };
    auto scope = work.db.one(
        "SELECT category, purpose_sealed, information_kinds_sealed, not_shared_sealed FROM consent "
        "WHERE municipality = $1 AND id = $2 AND case_id = $3",
        [&](const Row& row) {
            return Scope{row.get<std::string>(0), open_scope(row, Field::consent_purpose, 1),
                         open_scope(row, Field::consent_information_kinds, 2), open_scope(row, Field::consent_not_shared, 3)};
        },
        work.municipality, consent.id, permit.case_id());
    check(scope.has_value(), "a consent of another case was asked for");
    return *scope;
}

void judge(const access::CasePermit& permit, const AgencyId& agency, bool concerned, std::string_view reason)
{
    auto& work = permit.work();
    const auto id = work.new_id<RecordId>();
    work.db.run("INSERT INTO concerned_agency (municipality, id, case_id, agency, concerned, reason_sealed, made_at, made_by) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                work.municipality, id, permit.case_id(), agency, concerned,
                seal_if(permit, Field::consent_excluded_reason, id.bytes(), reason), work.now, work.reader.person);
}

std::set<AgencyId> judged(const access::CasePermit& permit)
{
    auto& work = permit.work();
    std::set<AgencyId> all;
    work.db.each("SELECT DISTINCT agency FROM concerned_agency WHERE municipality = $1 AND case_id = $2",
                 [&](const Row& row) { all.insert(row.get<AgencyId>(0)); }, work.municipality, permit.case_id());
    return all;
}

int add(const access::CasePermit& permit, const AddSignatory& signatory, std::optional<PersonId> account)
{
    auto& work = permit.work();
    const auto id = work.new_id<SignatoryId>();
    const auto& known = permit.facts().consent.signatories;
    const int number = known.empty() ? 1 : known.back().number + 1;
    work.db.run("INSERT INTO signatory (municipality, id, case_id, number, role, person, name_sealed, personal_number_sealed, "
                "contact_sealed, protected_identity, custody_source, custody_checked_on, language_sealed, added_at, added_by) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
                work.municipality, id, permit.case_id(), number, signatory.role, account,
                seal(permit, Field::signatory_name, id.bytes(), signatory.name),
                seal_if(permit, Field::signatory_personal_number, id.bytes(), signatory.personal_number),
                seal_if(permit, Field::signatory_contact, id.bytes(), signatory.contact), signatory.protected_identity,
                signatory.custody_source, *signatory.custody_checked_on,
                seal(permit, Field::signatory_language, id.bytes(), signatory.language), work.now, work.reader.person);
    return number;
}

void add_end(const access::CasePermit& permit, const SignatoryId& signatory, const EndSignatory& end)
{
    auto& work = permit.work();
    work.db.run("INSERT INTO signatory_end (municipality, signatory, reason, evidence_sealed, ended_on, made_at, made_by) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                work.municipality, signatory, end.reason, seal(permit, Field::custody_evidence, signatory.bytes(), end.evidence),
                *end.ended_on, work.now, work.reader.person);
}

void add(const access::CasePermit& permit, const SignatoryId& signatory, const RegisterConversation& conversation)
{
    auto& work = permit.work();
    const auto id = work.new_id<RecordId>();
    const auto about = [&](std::string_view what) { return std::ranges::count(conversation.about, what) > 0; };
    work.db.run("INSERT INTO conversation (municipality, id, case_id, signatory, held_on, way, told_purpose, told_withdrawal, "
                "told_police_duty, interpreter_sealed, note_sealed, made_at, made_by, about_renewal, about_adulthood, interpreter_way, "
                "interpreter_language_sealed, easy_read) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
                work.municipality, id, permit.case_id(), signatory, *conversation.held_on, conversation.way, conversation.told_purpose,
                conversation.told_withdrawal, conversation.told_police_duty,
                seal_if(permit, Field::consent_interpreter, id.bytes(), conversation.interpreter),
                seal(permit, Field::conversation_note, id.bytes(), conversation.note), work.now, work.reader.person, about("renewal"),
                about("adulthood"), if_any(conversation.help.way),
                seal_if(permit, Field::interpreter_language, id.bytes(), conversation.help.language), conversation.help.easy_read);
}

int add(const access::CasePermit& permit, const OpenConsent& form, const std::set<AgencyId>& agencies,
        const std::optional<OutsideCollector>& collector)
{
    auto& work = permit.work();
    const auto id = work.new_id<ConsentId>();
    const auto* last = newest(permit.facts().consent);
    const int number = last == nullptr ? 1 : last->number + 1;
    const auto seal_scope = [&](Field field, const std::string& text) {
        return work.vault.seal(permit.facts().room_unit, scope_place(permit, field, id), text);
    };
    // The form asks for what was decided: risk or a way out (S0-11).
    const auto category = work.db.one(
        "SELECT d.category FROM offer_decision d JOIN decision_note n ON n.municipality = d.municipality AND n.id = d.decision_note "
        "WHERE d.municipality = $1 AND d.case_id = $2 AND d.outcome = 'offer' ORDER BY n.made_at DESC, d.id LIMIT 1",
        [](const Row& row) { return row.get<std::string>(0); }, work.municipality, permit.case_id());
    check(category.has_value(), "consent is asked for in a case without an offer");
    std::optional<PersonId> person, approved_by;
    if (collector) {
        person = collector->person;
        approved_by = collector->approved_by;
    }
    work.db.run("INSERT INTO consent (municipality, id, case_id, number, form_version, category, purpose_sealed, "
                "information_kinds_sealed, not_shared_sealed, valid_from, last_day, circumstances_source, circumstances_checked_on, "
                "collector, collector_approved_by, made_at, made_by) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
                work.municipality, id, permit.case_id(), number, form_version, *category, seal_scope(Field::consent_purpose, form.purpose),
                seal_scope(Field::consent_information_kinds, form.information_kinds),
                seal_scope(Field::consent_not_shared, form.not_shared), *form.valid_from, *form.last_day, form.circumstances_source,
                *form.circumstances_checked_on, person, approved_by, work.now, work.reader.person);
    for (const auto& agency : agencies)
        work.db.run("INSERT INTO consent_agency (municipality, consent, agency) VALUES ($1, $2, $3)", work.municipality, id, agency);
    return number;
}

void add(const access::CasePermit& permit, const ConsentId& consent, const SignatoryId& signatory, const RegisterAnswer& answer,
         std::optional<FileId> file, std::optional<AgencyId> excluded)
{
    auto& work = permit.work();
    const auto id = work.new_id<RecordId>();
    work.db.run("INSERT INTO consent_answer (municipality, id, consent, signatory, answer, signed_on, method, attachment, "
                "signature_seen, verified_by, place_sealed, interpreter_sealed, original_kept_at_sealed, reason_sealed, "
                "follow_up_answer, made_at, interpreter_way, interpreter_language_sealed, easy_read, text_language, as_adult, excluded_agency) "
                "VALUES ($1, $2, $3, $4, $5, $6, 'paper', $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)",
                work.municipality, id, consent, signatory, answer.answer, *answer.signed_on, file, answer.signature_seen,
                work.reader.person, seal_if(permit, Field::consent_place, id.bytes(), answer.place),
                seal_if(permit, Field::consent_interpreter, id.bytes(), answer.interpreter),
                seal_if(permit, Field::original_kept_at, id.bytes(), answer.original_kept_at),
                seal_if(permit, Field::consent_refusal_reason, id.bytes(), answer.reason),
                answer.follow_up_answer.empty() ? std::string("not_asked") : answer.follow_up_answer, work.now, if_any(answer.help.way),
                seal_if(permit, Field::interpreter_language, id.bytes(), answer.help.language), answer.help.easy_read,
                answer.text_language.empty() ? std::string("sv") : answer.text_language, answer.as_adult, excluded);
}

void add_withdrawal(const access::CasePermit& permit, const ConsentId& consent, const SignatoryId& signatory,
                    const WithdrawConsent& withdrawal)
{
    auto& work = permit.work();
    const auto id = work.new_id<RecordId>();
    work.db.run("INSERT INTO consent_withdrawal (municipality, id, consent, signatory, withdrawn_at, way, note_sealed, received_by, came_on) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                work.municipality, id, consent, signatory, work.now, withdrawal.way,
                seal_if(permit, Field::withdrawal_note, id.bytes(), withdrawal.note), work.reader.person,
                withdrawal.came_on.value_or(work.today));
}

std::optional<Collector> collector(const access::CasePermit& permit)
{
    auto& work = permit.work();
    return work.db.one(
        "SELECT a.person, a.made_by, u.agency FROM case_assignment a "
        "LEFT JOIN case_assignment_end e ON e.municipality = a.municipality AND e.case_assignment = a.id "
        "JOIN unit u ON u.municipality = a.municipality AND u.id = a.unit "
        "WHERE a.municipality = $1 AND a.case_id = $2 AND a.duty = 'collector' AND e.case_assignment IS NULL "
        "ORDER BY a.made_at DESC, a.id LIMIT 1",
        [&](const Row& row) {
            const bool own = permit.facts().owner_agency == row.get<AgencyId>(2);
            return Collector{row.get<PersonId>(0), row.get<PersonId>(1), own};
        },
        work.municipality, permit.case_id());
}

}  // namespace lots::consent
