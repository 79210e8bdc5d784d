#include "meeting/minutes_store.h"

#include <algorithm>

#include "cases/sealed.h"
#include "group/store.h"
#include "meeting/store.h"

namespace lots::meeting {

using access::Answer;
using access::Compartment;
using access::Operation;
using cases::Drawer;
using storage::Row;
using vault::Field;

namespace {

/// A guardian attended when the own line says so; the other lines of signatories are not in `meeting` for that reader.
bool attended(const access::CasePermit& permit, const Meeting& meeting)
{
    const auto& facts = permit.facts();
    return std::ranges::any_of(meeting.invitations, [&](const Invitation& one) {
        const bool own = std::ranges::any_of(facts.consent.signatories, [&](const consent::Signatory& signatory) {
            return signatory.id == facts.own_signatory && one.signatory == signatory.number;
        });
        return own && (one.presence == "present" || one.presence == "digital");
    });
}

int next_seq(access::Work& work, const Meeting& meeting)
{
    return 1 + work.db.one("SELECT count(*) FROM minutes WHERE municipality = $1 AND meeting = $2",
                           [](const Row& row) { return row.get<int>(0); }, work.municipality, meeting.id)
                   .value_or(0);
}

}  // namespace

bool may_read(const access::CasePermit& permit, const Meeting& meeting)
{
    const auto answer = permit.answer(Compartment::room);
    if (answer == Answer::part) return meeting.locked_at && attended(permit, meeting);
    return meeting.locked_at || access::would_allow(permit, Operation::hold_meeting, Compartment::room) == Answer::yes;
}

std::optional<Minutes> minutes(const access::CasePermit& permit, const Meeting& meeting)
{
    permit.require(Compartment::room);
    if (!may_read(permit, meeting)) return std::nullopt;
    auto& work = permit.work();
    return work.db.one(
        "SELECT seq, who_may_hear_sealed, consent_checked, police_role_told, text_sealed, decisions_sealed, disagreements_sealed, "
        "youth_opinion_sealed, guardian_opinion_sealed, closure_question, intervention_sealed, made_at, made_by, "
        "(SELECT s.number FROM membership s WHERE s.municipality = m.municipality AND s.id = m.police_role_told_by), police_role_told_on "
        "FROM minutes m WHERE municipality = $1 AND meeting = $2 ORDER BY seq DESC LIMIT 1",
        [&](const Row& row) {
            Minutes found;
            found.seq = row.get<int>(0);
            const auto open = [&](Field field, int column) {
                return cases::open_if(permit, Drawer::room, field, {meeting.id.bytes(), found.seq}, row.get<std::optional<Bytes>>(column));
            };
            found.who_may_hear = open(Field::who_may_hear, 1);
            found.consent_checked = row.get<bool>(2);
            found.police_role_told = row.get<bool>(3);
            found.text = open(Field::minutes_text, 4);
            found.decisions = open(Field::minutes_decision, 5);
            found.disagreements = open(Field::minutes_disagreement, 6);
            found.youth_opinion = open(Field::minutes_youth_opinion, 7);
            found.guardian_opinion = open(Field::minutes_guardian_opinion, 8);
            found.closure_question = row.get<std::string>(9);
            found.intervention = open(Field::intervention_note, 10);
            found.made_at = row.get<Instant>(11);
            found.made_by = row.get<PersonId>(12);
            if (const auto member = row.get<std::optional<int>>(13)) found.told_by = std::to_string(*member);
            found.told_on = row.get<std::optional<Date>>(14);
            return found;
        },
        work.municipality, meeting.id);
}

int add_minutes(const access::CasePermit& permit, const Meeting& meeting, const Minutes& minutes)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    const auto seq = next_seq(work, meeting);
    const auto seal = [&](Field field, const std::string& text) {
        return cases::seal(permit, Drawer::room, field, {meeting.id.bytes(), seq}, text);
    };
    const auto seal_if = [&](Field field, const std::string& text) {
        return cases::seal_if(permit, Drawer::room, field, {meeting.id.bytes(), seq}, text);
    };
    std::optional<MembershipId> told_by;
    for (const auto& member : group::members_ever(permit))
        if (std::to_string(member.number) == minutes.told_by) told_by = member.id;
    work.db.run("INSERT INTO minutes (municipality, meeting, seq, who_may_hear_sealed, consent_checked, police_role_told, text_sealed, "
                "decisions_sealed, disagreements_sealed, youth_opinion_sealed, guardian_opinion_sealed, closure_question, "
                "intervention_sealed, made_at, made_by, police_role_told_by, police_role_told_on) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
                work.municipality, meeting.id, seq, seal(Field::who_may_hear, minutes.who_may_hear), minutes.consent_checked,
                minutes.police_role_told, seal(Field::minutes_text, minutes.text), seal_if(Field::minutes_decision, minutes.decisions),
                seal_if(Field::minutes_disagreement, minutes.disagreements), seal(Field::minutes_youth_opinion, minutes.youth_opinion),
                seal_if(Field::minutes_guardian_opinion, minutes.guardian_opinion), minutes.closure_question,
                seal_if(Field::intervention_note, minutes.intervention), work.now, work.reader.person, told_by, minutes.told_on);
    return seq;
}

bool police_role_told_before(const access::CasePermit& permit)
{
    auto& work = permit.work();
    return work.db
        .one("SELECT 1 FROM minutes_lock l JOIN meeting m ON m.municipality = l.municipality AND m.id = l.meeting "
             "JOIN minutes t ON t.municipality = l.municipality AND t.meeting = l.meeting AND t.seq = l.minutes_seq "
             "WHERE l.municipality = $1 AND m.case_id = $2 AND t.police_role_told = 1 LIMIT 1",
             [](const Row&) { return true; }, work.municipality, permit.case_id())
        .has_value();
}

void lock(const access::CasePermit& permit, const Meeting& meeting, int minutes_seq, bool counts_as_individual)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    work.db.run("INSERT INTO minutes_lock (municipality, meeting, minutes_seq, counts_as_individual, locked_at, made_by) "
                "VALUES ($1, $2, $3, $4, $5, $6)",
                work.municipality, meeting.id, minutes_seq, counts_as_individual, work.now, work.reader.person);
}

void add_adjustment(const access::CasePermit& permit, const Meeting& meeting, std::string_view text)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    const auto id = work.new_id<RecordId>();
    work.db.run("INSERT INTO minutes_adjustment (municipality, id, meeting, text_sealed, made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6)",
                work.municipality, id, meeting.id, cases::seal(permit, Drawer::room, Field::adjustment_note, {id.bytes()}, text), work.now,
                work.reader.person);
}

std::vector<Adjustment> adjustments(const access::CasePermit& permit, const Meeting& meeting)
{
    permit.require(Compartment::room);
    if (!may_read(permit, meeting)) return {};
    auto& work = permit.work();
    return work.db.all(
        "SELECT id, text_sealed, made_at, made_by FROM minutes_adjustment WHERE municipality = $1 AND meeting = $2 ORDER BY made_at, id",
        [&](const Row& row) {
            const auto id = row.get<RecordId>(0);
            return Adjustment{cases::open(permit, Drawer::room, Field::adjustment_note, {id.bytes()}, row.get<Bytes>(1)),
                              row.get<Instant>(2), row.get<PersonId>(3)};
        },
        work.municipality, meeting.id);
}

void add_receipt(const access::CasePermit& permit, const Meeting& meeting)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    for (const auto& one : receipts(permit, meeting))
        if (one.person == work.reader.person) return;
    work.db.run("INSERT INTO minutes_receipt (municipality, meeting, person, read_at) VALUES ($1, $2, $3, $4)", work.municipality, meeting.id,
                work.reader.person, work.now);
}

std::vector<Receipt> receipts(const access::CasePermit& permit, const Meeting& meeting)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    return work.db.all("SELECT person, read_at FROM minutes_receipt WHERE municipality = $1 AND meeting = $2 ORDER BY read_at, person",
                       [](const Row& row) { return Receipt{row.get<PersonId>(0), row.get<Instant>(1)}; }, work.municipality, meeting.id);
}

void add_given(const access::CasePermit& permit, const Meeting& meeting, Date given_on, std::string_view way)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    work.db.run("INSERT INTO minutes_given (municipality, id, meeting, given_on, way, made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                work.municipality, work.new_id<RecordId>(), meeting.id, given_on, way, work.now, work.reader.person);
}

std::vector<Given> given(const access::CasePermit& permit, const Meeting& meeting)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    return work.db.all(
        "SELECT given_on, way, made_by FROM minutes_given WHERE municipality = $1 AND meeting = $2 ORDER BY made_at, id",
        [](const Row& row) { return Given{row.get<Date>(0), row.get<std::string>(1), row.get<PersonId>(2)}; }, work.municipality, meeting.id);
}

}  // namespace lots::meeting
