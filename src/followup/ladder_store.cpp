#include <algorithm>
#include <map>

#include "cases/record.h"
#include "cases/sealed.h"
#include "followup/ladder.h"
#include "group/store.h"
#include "organisation/groups.h"
#include "organisation/profile.h"
#include "plan/store.h"

namespace lots::followup {

using access::Answer;
using access::Compartment;
using access::Role;
using cases::Drawer;
using storage::Row;
using vault::Field;

namespace {

/// Who reads everything: those who lead the case, the young person and the guardians; others what is their own agency's.
bool reads_all(const access::CasePermit& permit)
{
    const auto role = permit.work().reader.role;
    return role == Role::youth || role == Role::guardian || group::leads(permit);
}

/// The highest level that each thing was lifted to since that last day.
int lifted_to(const access::CasePermit& permit, const OwedHere& one)
{
    auto& work = permit.work();
    return work.db
        .one(
            "SELECT COALESCE(MAX(e.level), 0) FROM escalation e LEFT JOIN commitment c ON c.municipality = e.municipality "
            "AND c.id = e.commitment "
            "WHERE e.municipality = $1 AND e.case_id = $2 AND e.what = $3 AND e.agency = $4 AND e.due_on >= $5 AND "
            "COALESCE(c.number, 0) = $6",
            [](const Row& row) { return row.get<int>(0); }, work.municipality, permit.case_id(), one.what,
            one.agency.value_or(AgencyId{}), one.owed.last_day, one.commitment.value_or(0))
        .value_or(0);
}

void add_commitments(const access::CasePermit& permit, LadderFacts& facts, int acceptance_days)
{
    for (const auto& promise : plan::promises(permit)) {
        if (promise.owner != plan::Owner::agency || !plan::is_open(promise.status)) continue;
        if (!promise.accepted && !promise.dropped)
            facts.owed.push_back({{promise.owner, true, add_days(promise.worded_on, acceptance_days), 0},
                                  "not_accepted",
                                  promise.number,
                                  promise.agency});
        if (promise.decided)
            facts.owed.push_back({{promise.owner, true, promise.last_day, 0}, "late", promise.number, promise.agency});
    }
}

/// Agencies that nobody came for to the two last meetings they were called to, as the locked minutes say.
void add_absences(const access::CasePermit& permit, LadderFacts& facts)
{
    auto& work = permit.work();
    struct Of {
        std::vector<bool> absent;
        std::vector<MeetingId> meetings;
        Date last;
    };
    std::map<AgencyId, Of> all;
    work.db.each(
        "SELECT b.agency, m.id, m.starts_at, (SELECT a.presence FROM attendance a WHERE a.municipality = i.municipality AND "
        "a.meeting = i.meeting AND a.line = i.line ORDER BY a.seq DESC LIMIT 1) FROM meeting m "
        "JOIN minutes_lock l ON l.municipality = m.municipality AND l.meeting = m.id "
        "JOIN invitation i ON i.municipality = m.municipality AND i.meeting = m.id "
        "JOIN membership b ON b.municipality = i.municipality AND b.id = i.membership "
        "WHERE m.municipality = $1 AND m.case_id = $2 ORDER BY m.starts_at, m.number, i.line",
        [&](const Row& row) {
            auto& of = all[row.get<AgencyId>(0)];
            const auto meeting = row.get<MeetingId>(1);
            const bool absent = row.get<std::optional<std::string>>(3).value_or("absent") == "absent";
            if (of.meetings.empty() || of.meetings.back() != meeting) {
                of.meetings.push_back(meeting);
                of.absent.push_back(absent);
                of.last = local_day(row.get<Instant>(2));
            } else
                of.absent.back() = of.absent.back() && absent;  // one of the agency is enough
        },
        work.municipality, permit.case_id());
    for (const auto& [agency, of] : all)
        if (stays_away(of.absent)) facts.owed.push_back({{plan::Owner::agency, true, of.last, 0}, "absent", {}, agency});
}

std::optional<int> level_of(Role role)
{
    if (role == Role::agency_manager) return 1;
    if (role == Role::working_group) return 2;
    if (role == Role::steering_group) return 3;
    return std::nullopt;
}

/// Where the case is: where the young person lives, when that was said, or else where the unit works that has it. None: that
/// unit works in the whole municipality.
std::vector<RecordId> districts_of(access::Work& work, const access::CaseFacts& facts)
{
    const auto id_in = [](const Row& row) { return row.get<RecordId>(0); };
    auto lives_in = work.db.all("SELECT district FROM case_district WHERE municipality = $1 AND case_id = $2", id_in,
                                work.municipality, facts.id);
    if (!lives_in.empty()) return lives_in;
    return work.db.all("SELECT district FROM unit_district WHERE municipality = $1 AND unit = $2", id_in, work.municipality,
                       facts.owner_unit);
}

/// May the reader be asked about it today? The state is that of the facts: a consent that ended by itself ends this too, on
/// the same day. A declared conflict of interest closes the case (edge 4.14).
/// agency  that has not done it
bool is_asked(access::Work& work, const access::CaseFacts& facts, int level, const AgencyId& agency)
{
    if (!at_work(facts.state) || std::ranges::count(facts.relations, access::Relation::conflicted) > 0) return false;
    if (level == 1) return agency == work.reader.agency && consent::names(facts.consent, agency, work.today);
    // S2-04: another district's group has no part in it, and who sits in none is in no group.
    return organisation::sits_for(work, level == 2 ? "working_group" : "steering_group", districts_of(work, facts));
}

/// Something that was lifted, with what is asked before anybody reads of it.
struct LiftedRow {
    CaseId case_id;
    AgencyId agency;
    Lifted shown;
};

constexpr std::size_t lifted_max = 200;

}  // namespace

LadderFacts ladder_of(const access::CasePermit& permit)
{
    auto& work = permit.work();
    const auto profile = organisation::profile_of(work);
    LadderFacts facts;
    facts.state = permit.facts().state;
    facts.ladder_days = profile.ladder_days;
    facts.coordinator = cases::leader(permit);
    add_commitments(permit, facts, profile.acceptance_days);
    add_absences(permit, facts);
    for (auto& one : facts.owed) one.owed.lifted_to = lifted_to(permit, one);
    return facts;
}

std::vector<guideline::Duty> duties(const access::CasePermit& permit)
{
    return ladder_duties(ladder_of(permit), permit.work().today);
}

std::optional<Date> next_change(const access::CasePermit& permit)
{
    return next_late(ladder_of(permit), permit.work().today);
}

std::vector<Escalation> escalations(const access::CasePermit& permit)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    const bool all = reads_all(permit);
    std::vector<Escalation> found;
    work.db.each(
        "SELECT e.id, e.number, e.what, c.number, e.agency, a.name, e.level, e.due_on, e.reason_sealed, e.raised_at, "
        "e.raised_by, "
        "n.text_sealed, n.done_by, n.answered_at, n.answered_by FROM escalation e "
        "JOIN agency a ON a.municipality = e.municipality AND a.id = e.agency "
        "LEFT JOIN commitment c ON c.municipality = e.municipality AND c.id = e.commitment "
        "LEFT JOIN escalation_answer n ON n.municipality = e.municipality AND n.escalation = e.id "
        "WHERE e.municipality = $1 AND e.case_id = $2 ORDER BY e.raised_at DESC, e.number DESC",
        [&](const Row& row) {
            const auto id = row.get<RecordId>(0);
            Escalation one;
            one.number = row.get<int>(1);
            one.what = row.get<std::string>(2);
            one.commitment = row.get<std::optional<int>>(3);
            one.agency = row.get<AgencyId>(4);
            if (!all && one.agency != work.reader.agency) return;
            one.agency_name = row.get<std::string>(5);
            one.level = row.get<int>(6);
            one.due_on = row.get<Date>(7);
            one.reason = cases::open(permit, Drawer::room, Field::escalation_reason, {id.bytes()}, row.get<Bytes>(8));
            one.raised_at = row.get<Instant>(9);
            one.raised_by = row.get<PersonId>(10);
            if (const auto text = row.get<std::optional<Bytes>>(11))
                one.answer = LevelAnswer{cases::open(permit, Drawer::room, Field::escalation_answer, {id.bytes()}, *text),
                                         row.get<std::optional<Date>>(12), row.get<Instant>(13), row.get<PersonId>(14)};
            found.push_back(std::move(one));
        },
        work.municipality, permit.case_id());
    return found;
}

int add_escalation(const access::CasePermit& permit, const NewEscalation& escalation)
{
    auto& work = permit.work();
    const auto id = work.new_id<RecordId>();
    const int number = cases::next_number(work, "escalation");
    std::optional<CommitmentId> commitment;
    if (escalation.commitment)
        commitment = work.db.one(
            "SELECT id FROM commitment WHERE municipality = $1 AND case_id = $2 AND number = $3",
            [](const Row& row) { return row.get<CommitmentId>(0); }, work.municipality, permit.case_id(),
            *escalation.commitment);
    work.db.run("INSERT INTO escalation (municipality, id, case_id, number, what, commitment, agency, level, due_on, "
                "reason_sealed, raised_at, "
                "raised_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
                work.municipality, id, permit.case_id(), number, escalation.what, commitment, escalation.agency,
                escalation.level, escalation.due_on,
                cases::seal(permit, Drawer::room, Field::escalation_reason, {id.bytes()}, escalation.reason), work.now,
                work.reader.person);
    return number;
}

std::vector<Lifted> lifted_to_reader(access::Work& work)
{
    const auto level = level_of(work.reader.role);
    if (!level) return {};
    const auto rows = work.db.all(
        "SELECT e.number, e.level, e.what, a.name, n.number, c.number, e.due_on, e.raised_at, w.answered_at, e.case_id, "
        "e.agency FROM escalation e "
        "JOIN agency a ON a.municipality = e.municipality AND a.id = e.agency "
        "JOIN case_head h ON h.municipality = e.municipality AND h.case_id = e.case_id "
        "LEFT JOIN case_number n ON n.municipality = e.municipality AND n.case_id = e.case_id "
        "LEFT JOIN commitment c ON c.municipality = e.municipality AND c.id = e.commitment "
        "LEFT JOIN escalation_answer w ON w.municipality = e.municipality AND w.escalation = e.id "
        "WHERE e.municipality = $1 AND e.level = $2 AND ($2 <> 1 OR e.agency = $3) AND h.state IN ('planning', 'active', "
        "'closure_review') ORDER BY e.raised_at DESC, e.number DESC",
        [&](const Row& row) {
            Lifted one;
            one.number = row.get<int>(0);
            one.level = row.get<int>(1);
            one.what = row.get<std::string>(2);
            one.agency_name = row.get<std::string>(3);
            if (one.level < top_level) {
                one.case_number = row.get<std::optional<std::string>>(4).value_or("");
                one.commitment = row.get<std::optional<int>>(5);
            }
            one.due_on = row.get<Date>(6);
            one.raised_on = local_day(row.get<Instant>(7));
            if (const auto at = row.get<std::optional<Instant>>(8)) one.answered_on = local_day(*at);
            return LiftedRow{row.get<CaseId>(9), row.get<AgencyId>(10), std::move(one)};
        },
        work.municipality, *level, work.reader.agency);
    std::map<CaseId, access::CaseFacts> read;
    std::vector<Lifted> all;
    for (const auto& row : rows) {
        if (all.size() == lifted_max) break;
        auto known = read.find(row.case_id);
        if (known == read.end()) {
            auto facts = access::load_case_facts(work, row.case_id);
            check(facts.has_value(), "something was lifted in a case that is not there");
            known = read.emplace(row.case_id, *std::move(facts)).first;
        }
        if (is_asked(work, known->second, *level, row.agency)) all.push_back(row.shown);
    }
    return all;
}

void add_answer(access::Work& work, int number, std::string_view text, std::optional<Date> done_by)
{
    const auto found = work.db.one(
        "SELECT id, case_id FROM escalation WHERE municipality = $1 AND number = $2",
        [](const Row& row) { return std::pair{row.get<RecordId>(0), row.get<CaseId>(1)}; }, work.municipality, number);
    check(found.has_value(), "an answer to what was never lifted");
    const auto& [id, case_id] = *found;
    const auto facts = access::load_case_facts(work, case_id);
    check(facts.has_value(), "something was lifted in a case that is not there");
    cases::touch(work, *facts);
    const vault::Place place{Field::escalation_answer, work.municipality, case_id.bytes(), id.bytes()};
    work.db.run("INSERT INTO escalation_answer (municipality, escalation, text_sealed, done_by, answered_at, answered_by) "
                "VALUES ($1, $2, $3, $4, $5, $6)",
                work.municipality, id, work.vault.seal(facts->room_unit, place, text), done_by, work.now,
                work.reader.person);
    work.entry().subjects.push_back({case_id, {std::string(access::name(Compartment::room))}});
}

}  // namespace lots::followup
