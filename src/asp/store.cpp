#include "asp/store.h"

#include <algorithm>
#include <charconv>

#include "cases/file.h"
#include "closure/rules.h"
#include "organisation/store.h"

namespace lots::asp {

using access::Compartment;
using storage::Row;
using vault::Field;

namespace {

/// The police's own items lie under the key of the case's room, and only their compartment opens them.
vault::Place place(const access::CasePermit& permit, Field field, int seq)
{
    const auto& facts = permit.facts();
    return {field, permit.work().municipality, facts.id.bytes(), facts.id.bytes(), static_cast<std::uint32_t>(seq)};
}

Bytes seal(const access::CasePermit& permit, Field field, int seq, std::string_view text)
{
    return permit.work().vault.seal(permit.facts().room_unit, place(permit, field, seq), text);
}

std::string open(const access::CasePermit& permit, Field field, int seq, const std::optional<Bytes>& sealed)
{
    if (!sealed) return {};
    return permit.work().vault.open(permit.facts().room_unit, place(permit, field, seq), *sealed);
}

/// What the newest row says without any text.
struct Head {
    bool noted = false;
};
std::optional<Head> head(const access::CasePermit& permit)
{
    auto& work = permit.work();
    return work.db.one(
        "SELECT noted_on FROM asp_reminder WHERE municipality = $1 AND case_id = $2 ORDER BY seq DESC LIMIT 1",
        [](const Row& row) { return Head{!row.null(0)}; }, work.municipality, permit.case_id());
}

/// From which day the officer whom the newest row names is not of the police in the group: relieved of it, or the day after the last at
/// work in that unit, whether or not anybody has said so in the case.
std::optional<Date> contact_left_on(const access::CasePermit& permit)
{
    struct Contact {
        PersonId person;
        UnitId unit;
        Date from_day;
        std::optional<Instant> ended_at;
    };
    auto& work = permit.work();
    const auto contact = work.db.one(
        "SELECT m.person, m.unit, m.from_day, e.ended_at FROM asp_reminder r "
        "JOIN membership m ON m.municipality = r.municipality AND m.id = r.contact "
        "LEFT JOIN membership_end e ON e.municipality = m.municipality AND e.membership = m.id "
        "WHERE r.municipality = $1 AND r.case_id = $2 AND r.seq = (SELECT MAX(n.seq) FROM asp_reminder n "
        "WHERE n.municipality = r.municipality AND n.case_id = r.case_id)",
        [](const Row& row) {
            return Contact{row.get<PersonId>(0), row.get<UnitId>(1), row.get<Date>(2), row.get<std::optional<Instant>>(3)};
        },
        work.municipality, permit.case_id());
    if (!contact) return std::nullopt;
    if (contact->ended_at) return local_day(*contact->ended_at);
    std::optional<Date> last_day;
    bool works = false;
    work.db.each(
        "SELECT x.last_day FROM assignment w LEFT JOIN assignment_end x ON x.municipality = w.municipality AND x.assignment = w.id "
        "WHERE w.municipality = $1 AND w.person = $2 AND w.unit = $3 AND w.role = 'police' AND w.from_day <= $4",
        [&](const Row& row) {
            const auto last = row.get<std::optional<Date>>(0);
            works = works || !last || *last >= work.today;
            if (last && (!last_day || *last > *last_day)) last_day = last;
        },
        work.municipality, contact->person, contact->unit, work.today);
    if (works) return std::nullopt;
    return last_day ? std::max(contact->from_day, next_day(*last_day)) : contact->from_day;
}

/// The manager of the police whose officer is written in the group, or was last when all have left it: of several one without a conflict
/// of interest in it.
std::optional<PersonId> manager(const access::CasePermit& permit)
{
    auto& work = permit.work();
    const auto agency = work.db.one(
        "SELECT m.agency FROM membership m JOIN agency a ON a.municipality = m.municipality AND a.id = m.agency "
        "LEFT JOIN membership_end e ON e.municipality = m.municipality AND e.membership = m.id "
        "WHERE m.municipality = $1 AND m.case_id = $2 AND a.kind = 'police' "
        "ORDER BY CASE WHEN e.membership IS NULL THEN 0 ELSE 1 END, m.number DESC LIMIT 1",
        [](const Row& row) { return row.get<AgencyId>(0); }, work.municipality, permit.case_id());
    if (!agency) return std::nullopt;
    for (const auto& acting : organisation::people_who_act(work, {.roles = {access::Role::agency_manager}, .agency = *agency}))
        if (!cases::is_conflicted(permit, acting.person)) return acting.person;
    return std::nullopt;
}

}  // namespace

std::optional<Reminder> reminder(const access::CasePermit& permit)
{
    permit.require(Compartment::agency_own);
    auto& work = permit.work();
    auto found = work.db.one(
        "SELECT r.seq, r.conditions, r.assessed_on, r.noted_on, m.number, m.person, r.contact_way_sealed, r.block_code, "
        "r.made_at, r.made_by FROM asp_reminder r LEFT JOIN membership m ON m.municipality = r.municipality AND m.id = r.contact "
        "WHERE r.municipality = $1 AND r.case_id = $2 ORDER BY r.seq DESC LIMIT 1",
        [&](const Row& row) {
            Reminder one;
            one.seq = row.get<int>(0);
            one.conditions = row.get<std::string>(1);
            one.assessed_on = row.get<Date>(2);
            one.noted_on = row.get<std::optional<Date>>(3);
            one.contact = row.get<std::optional<int>>(4);
            one.contact_way = open(permit, Field::asp_contact_way, one.seq, row.get<std::optional<Bytes>>(6));
            one.block_code = row.get<std::optional<int>>(7);
            one.made_at = row.get<Instant>(8);
            one.made_by = row.get<PersonId>(9);
            return std::pair{one, row.get<std::optional<PersonId>>(5)};
        },
        work.municipality, permit.case_id());
    if (!found) return std::nullopt;
    found->first.contact_takes_part = found->first.contact.has_value() && !contact_left_on(permit);
    if (found->second) found->first.contact_name = organisation::person_name(work, *found->second);
    return std::move(found->first);
}

std::optional<Removal> removal(const access::CasePermit& permit)
{
    permit.require(Compartment::agency_own);
    auto& work = permit.work();
    return work.db.one(
        "SELECT removed_on, early_reason_sealed, made_by FROM asp_removal WHERE municipality = $1 AND case_id = $2",
        [&](const Row& row) {
            return Removal{row.get<Date>(0), open(permit, Field::asp_early_reason, 0, row.get<std::optional<Bytes>>(1)),
                           row.get<PersonId>(2)};
        },
        work.municipality, permit.case_id());
}

std::optional<Date> monitoring_until(const access::CasePermit& permit)
{
    auto& work = permit.work();
    const auto closed_on = work.db.one(
        "SELECT closed_on FROM closure WHERE municipality = $1 AND case_id = $2",
        [](const Row& row) { return row.get<Date>(0); }, work.municipality, permit.case_id());
    if (!closed_on) return std::nullopt;
    return closure::monitoring_last_day(*closed_on);
}

bool came_back(const access::CasePermit& permit)
{
    auto& work = permit.work();
    return work.db
        .one(
            "SELECT 1 FROM sig_case c JOIN case_transition t ON t.municipality = c.municipality AND t.case_id = c.id AND "
            "t.transition = 'T7' "
            "JOIN consent k ON k.municipality = c.municipality AND k.case_id = c.id "
            "JOIN consent_agency a ON a.municipality = k.municipality AND a.consent = k.id "
            "JOIN agency g ON g.municipality = a.municipality AND g.id = a.agency AND g.kind = 'police' "
            "WHERE c.municipality = $1 AND c.former_episode = $2 LIMIT 1",
            [](const Row&) { return true; }, work.municipality, permit.case_id())
        .has_value();
}

void add_reminder(const access::CasePermit& permit, const WriteReminder& written, std::optional<MembershipId> contact)
{
    auto& work = permit.work();
    const auto seq = 1 + work.db
                             .one(
                                 "SELECT count(*) FROM asp_reminder WHERE municipality = $1 AND case_id = $2",
                                 [](const Row& row) { return row.get<int>(0); }, work.municipality, permit.case_id())
                             .value_or(0);
    std::optional<Bytes> way;
    std::optional<int> code;
    if (written.noted_on) {
        way = seal(permit, Field::asp_contact_way, seq, written.contact_way);
        int value = 0;
        std::from_chars(written.block_code.data(), written.block_code.data() + written.block_code.size(), value);
        code = value;
    }
    work.db.run("INSERT INTO asp_reminder (municipality, case_id, seq, conditions, assessed_on, noted_on, contact, "
                "contact_way_sealed, block_code, "
                "made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                work.municipality, permit.case_id(), seq, written.conditions, *written.assessed_on, written.noted_on,
                written.noted_on ? contact : std::nullopt, way, code, work.now, work.reader.person);
}

void add_removal(const access::CasePermit& permit, const ConfirmRemoval& confirmed)
{
    auto& work = permit.work();
    std::optional<Bytes> reason;
    if (!confirmed.early_reason.empty()) reason = seal(permit, Field::asp_early_reason, 0, confirmed.early_reason);
    work.db.run("INSERT INTO asp_removal (municipality, case_id, removed_on, early_reason_sealed, made_at, made_by) VALUES "
                "($1, $2, $3, $4, $5, $6)",
                work.municipality, permit.case_id(), *confirmed.removed_on, reason, work.now, work.reader.person);
}

std::vector<Officer> officers(const access::CasePermit& permit)
{
    permit.require(Compartment::agency_own);
    auto& work = permit.work();
    auto found = work.db.all(
        "SELECT m.id, m.number, m.person, m.from_day FROM membership m JOIN agency a ON a.municipality = m.municipality AND "
        "a.id = m.agency "
        "LEFT JOIN membership_end e ON e.municipality = m.municipality AND e.membership = m.id "
        "WHERE m.municipality = $1 AND m.case_id = $2 AND a.kind = 'police' AND m.from_day <= $3 AND e.membership IS NULL AND "
        "EXISTS (SELECT 1 FROM assignment w LEFT JOIN assignment_end x ON x.municipality = w.municipality AND x.assignment = w.id "
        "WHERE w.municipality = m.municipality AND w.person = m.person AND w.unit = m.unit AND w.role = 'police' AND "
        "w.from_day <= $3 AND (x.last_day IS NULL OR x.last_day >= $3)) "
        "ORDER BY m.number",
        [](const Row& row) {
            return Officer{row.get<MembershipId>(0), row.get<int>(1), row.get<PersonId>(2), {}, row.get<Date>(3)};
        },
        work.municipality, permit.case_id(), work.today);
    for (auto& one : found) one.name = organisation::person_name(work, one.person);
    return found;
}

std::vector<guideline::Duty> duties(const access::CasePermit& permit)
{
    DutyFacts facts;
    facts.state = permit.facts().state;
    const auto police = officers(permit);
    if (!police.empty()) {
        facts.officer = police.front().person;
        facts.officer_since = police.front().from_day;
    }
    else facts.manager = manager(permit);
    if (const auto now = head(permit)) {
        facts.assessed = true;
        facts.noted = now->noted;
        facts.contact_left_on = contact_left_on(permit);
    }
    facts.removed = removal(permit).has_value();
    facts.monitoring_last_day = monitoring_until(permit);
    facts.readmitted_with_police = came_back(permit);
    return duties(facts);
}

}  // namespace lots::asp
