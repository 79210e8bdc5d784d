#include "cases/sealed.h"
#include "consent/store.h"

namespace lots::consent {

using access::Compartment;
using cases::Drawer;
using storage::Row;
using vault::Field;

namespace {

std::string open(const access::CasePermit& permit, Field field, ByteSpan row, const std::optional<Bytes>& sealed)
{
    return cases::open_if(permit, Drawer::social_services, field, {row}, sealed);
}

/// settled-6: no signatory sees another's answer, day, method or contact data.
bool may_see(const access::CasePermit& permit, const SignatoryId& signatory)
{
    const auto answer = permit.answer(Compartment::social_services);
    return answer == access::Answer::yes || (answer == access::Answer::part && permit.facts().own_signatory == signatory);
}

const Signatory& facts_of(const access::CasePermit& permit, const SignatoryId& id)
{
    for (const auto& signatory : permit.facts().consent.signatories)
        if (signatory.id == id) return signatory;
    throw Bug("a signatory of another case");
}

}  // namespace

std::vector<KeptSignatory> signatories(const access::CasePermit& permit)
{
    auto& work = permit.work();
    std::vector<KeptSignatory> all;
    work.db.each(
        "SELECT s.id, s.name_sealed, s.personal_number_sealed, s.contact_sealed, s.protected_identity, s.custody_source, "
        "s.custody_checked_on, s.language_sealed, e.reason FROM signatory s "
        "LEFT JOIN signatory_end e ON e.municipality = s.municipality AND e.signatory = s.id "
        "WHERE s.municipality = $1 AND s.case_id = $2 ORDER BY s.number",
        [&](const Row& row) {
            const auto id = row.get<SignatoryId>(0);
            if (!may_see(permit, id)) return;
            const auto& facts = facts_of(permit, id);
            const auto text = [&](Field field, int column) {
                return open(permit, field, id.bytes(), row.get<std::optional<Bytes>>(column));
            };
            KeptSignatory kept;
            kept.id = id;
            kept.number = facts.number;
            kept.role = facts.role;
            kept.ended_on = facts.ended_on;
            kept.name = text(Field::signatory_name, 1);
            kept.personal_number = text(Field::signatory_personal_number, 2);
            kept.protected_identity = row.get<std::string>(4);
            // Edge 4.5: the address and telephone of a protected person are for named readers only, see protected_contact().
            if (kept.protected_identity == "none")
                kept.contact = text(Field::signatory_contact, 3);
            kept.custody_source = row.get<std::string>(5);
            kept.custody_checked_on = row.get<Date>(6);
            kept.language = text(Field::signatory_language, 7);
            kept.end_reason = row.get<std::optional<std::string>>(8).value_or("");
            all.push_back(std::move(kept));
        },
        work.municipality, permit.case_id());
    return all;
}

std::string protected_contact(const access::CasePermit& permit, const SignatoryId& signatory)
{
    permit.require(Compartment::protected_);
    auto& work = permit.work();
    const auto sealed = work.db.one(
        "SELECT contact_sealed FROM signatory WHERE municipality = $1 AND case_id = $2 AND id = $3",
        [](const Row& row) { return row.get<std::optional<Bytes>>(0); }, work.municipality, permit.case_id(), signatory);
    check(sealed.has_value(), "a signatory of another case");
    if (!*sealed) return {};
    const vault::Place place{Field::signatory_contact, work.municipality, permit.facts().id.bytes(), signatory.bytes()};
    return work.vault.open(permit.facts().social_unit, place, **sealed);
}

bool has_account(const access::CasePermit& permit, const PersonId& person)
{
    auto& work = permit.work();
    return !work.db
                .all("SELECT 1 FROM signatory WHERE municipality = $1 AND case_id = $2 AND person = $3", [](const Row&) { return true; },
                     work.municipality, permit.case_id(), person)
                .empty();
}

bool is_another_youth(const access::CasePermit& permit, const PersonId& person)
{
    auto& work = permit.work();
    return !work.db
                .all("SELECT 1 FROM signatory s JOIN sig_case c ON c.municipality = s.municipality AND c.id = s.case_id "
                     "LEFT JOIN signatory_end e ON e.municipality = s.municipality AND e.signatory = s.id "
                     "WHERE s.municipality = $1 AND s.person = $2 AND s.role = 'youth' AND c.youth <> $3 AND e.signatory IS NULL",
                     [](const Row&) { return true; }, work.municipality, person, permit.facts().youth)
                .empty();
}

Danger danger_if_seen(const access::CasePermit& permit)
{
    auto& work = permit.work();
    const auto said = [](const Row& row) {
        return row.text(0) == "yes" ? Danger::yes : row.text(0) == "no" ? Danger::no : Danger::not_asked;
    };
    if (const auto later = work.db.one("SELECT danger_if_seen FROM danger_answer WHERE municipality = $1 AND case_id = $2 "
                                       "ORDER BY made_at DESC, id DESC LIMIT 1",
                                       said, work.municipality, permit.case_id()))
        return *later;
    return work.db
        .one("SELECT danger_if_seen FROM review WHERE municipality = $1 AND case_id = $2", said, work.municipality, permit.case_id())
        .value_or(Danger::not_asked);
}

std::vector<KeptConversation> conversations(const access::CasePermit& permit)
{
    auto& work = permit.work();
    std::vector<KeptConversation> all;
    work.db.each(
        "SELECT id, signatory, held_on, way, told_purpose, told_withdrawal, told_police_duty, interpreter_sealed, note_sealed, made_by, "
        "about_renewal, about_adulthood, interpreter_way, interpreter_language_sealed, easy_read "
        "FROM conversation WHERE municipality = $1 AND case_id = $2 ORDER BY held_on DESC, made_at DESC, id",
        [&](const Row& row) {
            const auto signatory = row.get<SignatoryId>(1);
            if (!may_see(permit, signatory)) return;
            const auto id = row.get<RecordId>(0);
            KeptConversation kept;
            kept.signatory = signatory;
            kept.held_on = row.get<Date>(2);
            kept.way = row.get<std::string>(3);
            kept.told_purpose = row.get<bool>(4);
            kept.told_withdrawal = row.get<bool>(5);
            kept.told_police_duty = row.get<bool>(6);
            kept.interpreter = open(permit, Field::consent_interpreter, id.bytes(), row.get<std::optional<Bytes>>(7));
            kept.note = open(permit, Field::conversation_note, id.bytes(), row.get<std::optional<Bytes>>(8));
            kept.made_by = row.get<PersonId>(9);
            kept.about_renewal = row.get<bool>(10);
            kept.about_adulthood = row.get<bool>(11);
            kept.interpreter_way = row.get<std::optional<std::string>>(12).value_or("");
            kept.interpreter_language = open(permit, Field::interpreter_language, id.bytes(), row.get<std::optional<Bytes>>(13));
            kept.easy_read = row.get<bool>(14);
            all.push_back(std::move(kept));
        },
        work.municipality, permit.case_id());
    return all;
}

std::vector<KeptAnswer> answers(const access::CasePermit& permit)
{
    auto& work = permit.work();
    std::vector<KeptAnswer> all;
    work.db.each(
        "SELECT a.id, c.number, a.signatory, a.answer, a.signed_on, a.attachment, a.place_sealed, a.interpreter_sealed, "
        "a.original_kept_at_sealed, a.reason_sealed, a.follow_up_answer, a.verified_by, a.interpreter_way, "
        "a.interpreter_language_sealed, a.easy_read, a.as_adult, a.text_language FROM consent_answer a "
        "JOIN consent c ON c.municipality = a.municipality AND c.id = a.consent "
        "WHERE c.municipality = $1 AND c.case_id = $2 ORDER BY c.number DESC, a.made_at DESC, a.id",
        [&](const Row& row) {
            const auto signatory = row.get<SignatoryId>(2);
            if (!may_see(permit, signatory)) return;
            const auto id = row.get<RecordId>(0);
            const auto text = [&](Field field, int column) {
                return open(permit, field, id.bytes(), row.get<std::optional<Bytes>>(column));
            };
            KeptAnswer kept;
            kept.consent = row.get<int>(1);
            kept.signatory = signatory;
            kept.answer = row.get<std::string>(3);
            kept.signed_on = row.get<Date>(4);
            kept.file = row.get<std::optional<FileId>>(5);
            kept.place = text(Field::consent_place, 6);
            kept.interpreter = text(Field::consent_interpreter, 7);
            kept.original_kept_at = text(Field::original_kept_at, 8);
            kept.reason = text(Field::consent_refusal_reason, 9);
            kept.follow_up_answer = row.get<std::string>(10);
            kept.verified_by = row.get<PersonId>(11);
            kept.interpreter_way = row.get<std::optional<std::string>>(12).value_or("");
            kept.interpreter_language = text(Field::interpreter_language, 13);
            kept.easy_read = row.get<bool>(14);
            kept.as_adult = row.get<bool>(15);
            kept.text_language = row.get<std::string>(16);
            all.push_back(std::move(kept));
        },
        work.municipality, permit.case_id());
    return all;
}

}  // namespace lots::consent
