#include "plan/store.h"

#include <algorithm>
#include <tuple>

#include "cases/sealed.h"
#include "plan/load.h"

namespace lots::plan {

using access::Answer;
using access::Compartment;
using access::Operation;
using cases::Drawer;
using storage::Row;
using vault::Field;

namespace {

/// What somebody who reads only a part may see of the commitments: the own ones; the own agency's when drafting for it or managing it.
bool readable(const access::CasePermit& permit, const Wording& wording)
{
    if (permit.answer(Compartment::room) == Answer::yes) return true;
    if (is_own(permit, wording)) return true;
    const auto& reader = permit.work().reader;
    const bool for_agency = permit.operation() == Operation::draft_plan || reader.role == access::Role::agency_manager;
    return for_agency && wording.agency == reader.agency;
}

/// The newest wording of the goal takes it out.
bool goal_taken_out(const access::CasePermit& permit, int number)
{
    auto& work = permit.work();
    const auto dropped = work.db.one(
        "SELECT w.dropped FROM goal g JOIN goal_wording w ON w.municipality = g.municipality AND w.goal = g.id "
        "WHERE g.municipality = $1 AND g.case_id = $2 AND g.number = $3 ORDER BY w.seq DESC LIMIT 1",
        [](const Row& row) { return row.get<bool>(0); }, work.municipality, permit.case_id(), number);
    return dropped.value_or(true);
}

void keep_readable(const access::CasePermit& permit, std::vector<Commitment>& list)
{
    std::erase_if(list, [&](const Commitment& one) { return !readable(permit, one.draft) && !readable(permit, one.in_force()); });
}

}  // namespace

bool is_own(const access::CasePermit& permit, const Wording& wording)
{
    return is_promised_by_reader(permit, wording) || (wording.helper && wording.helper == permit.facts().own_helper);
}

bool is_promised_by_reader(const access::CasePermit& permit, const Wording& wording)
{
    const auto& reader = permit.work().reader;
    if (wording.person) return wording.person == reader.person && wording.agency == reader.agency;
    return wording.signatory_id.has_value() && wording.signatory_id == permit.facts().own_signatory;
}

std::vector<Commitment> commitments(const access::CasePermit& permit)
{
    permit.require(Compartment::room);
    auto all = load_commitments(permit, Texts::opened);
    // Taken out of the draft and never decided: it was only a thought.
    std::erase_if(all, [](const Commitment& one) { return one.draft.dropped && !one.decided; });
    keep_readable(permit, all);
    return all;
}

std::vector<Commitment> open_commitments(const access::CasePermit& permit)
{
    auto all = commitments(permit);
    std::erase_if(all, [](const Commitment& one) { return !one.decided || !one.open(); });
    return all;
}

std::vector<int> open_when(const access::CasePermit& permit, Instant at)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    std::vector<int> numbers;
    work.db.each(
        "SELECT c.number, (SELECT s.status FROM commitment_status s WHERE s.municipality = c.municipality AND s.commitment = c.id "
        "AND s.made_at < $3 ORDER BY s.seq DESC LIMIT 1) FROM commitment c "
        "JOIN plan_version_line l ON l.municipality = c.municipality AND l.commitment = c.id "
        "WHERE c.municipality = $1 AND c.case_id = $2 AND l.plan = (SELECT v.id FROM plan_version v "
        "JOIN decision_note d ON d.municipality = v.municipality AND d.id = v.decision_note "
        "WHERE v.municipality = $1 AND v.case_id = $2 AND d.made_at <= $3 ORDER BY v.version DESC LIMIT 1) ORDER BY c.number",
        [&](const Row& row) {
            if (row.null(1) || is_open(status_of(row.text(1)))) numbers.push_back(row.get<int>(0));
        },
        work.municipality, permit.case_id(), at);
    return numbers;
}

std::optional<Commitment> commitment_of(const access::CasePermit& permit, int number)
{
    const auto all = commitments(permit);
    const auto found = std::ranges::find(all, number, &Commitment::number);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

std::optional<Commitment> taken_out(const access::CasePermit& permit, int number)
{
    permit.require(Compartment::room);
    auto all = load_commitments(permit, Texts::opened);
    std::erase_if(all, [&](const Commitment& one) { return one.number != number || !one.draft.dropped; });
    keep_readable(permit, all);
    if (all.empty() || goal_taken_out(permit, all.front().goal)) return std::nullopt;
    return std::move(all.front());
}

std::vector<Commitment> left_out(const access::CasePermit& permit)
{
    permit.require(Compartment::room);
    auto all = load_commitments(permit, Texts::opened);
    std::erase_if(all, [&](const Commitment& one) {
        return !one.draft.dropped || one.decided || goal_taken_out(permit, one.goal);
    });
    keep_readable(permit, all);
    std::ranges::sort(all, {}, &Commitment::number);
    return all;
}

std::vector<SaidStatus> said_of(const access::CasePermit& permit, const Commitment& commitment)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    struct Stored {
        int seq = 0;
        SaidStatus said;
        std::optional<Bytes> note;
    };
    auto stored = work.db.all(
        "SELECT seq, status, needs_help, made_at, note_sealed FROM commitment_status WHERE municipality = $1 AND commitment = $2 "
        "ORDER BY seq DESC",
        [](const Row& row) {
            Stored one;
            one.seq = row.get<int>(0);
            one.said.status = status_of(row.text(1));
            one.said.needs_help = row.get<bool>(2);
            one.said.said_at = row.get<Instant>(3);
            one.note = row.get<std::optional<Bytes>>(4);
            return one;
        },
        work.municipality, commitment.id);
    std::vector<SaidStatus> all;
    for (auto& one : stored) {
        one.said.note = cases::open_if(permit, Drawer::room, Field::status_report, {commitment.id.bytes(), one.seq}, one.note);
        all.push_back(std::move(one.said));
    }
    return all;
}

std::vector<Version> versions(const access::CasePermit& permit)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    const auto stored = work.db.all(
        "SELECT v.version, v.valid_from, d.made_at, v.id, v.change_reason_sealed FROM plan_version v JOIN decision_note d "
        "ON d.municipality = v.municipality AND d.id = v.decision_note WHERE v.municipality = $1 AND v.case_id = $2 ORDER BY v.version DESC",
        [](const Row& row) {
            return std::tuple{Version{row.get<int>(0), row.get<Date>(1), row.get<Instant>(2)}, row.get<PlanId>(3),
                              row.get<std::optional<Bytes>>(4)};
        },
        work.municipality, permit.case_id());
    std::vector<Version> all;
    for (auto [version, id, reason] : stored) {
        if (permit.answer(Compartment::room) == Answer::yes)
            version.change_reason = cases::open_if(permit, Drawer::room, Field::plan_change_reason, {id.bytes()}, reason);
        all.push_back(std::move(version));
    }
    return all;
}

std::vector<Commitment> commitments_of(const access::CasePermit& permit, const Version& version)
{
    permit.require(Compartment::room);
    auto all = load_commitments(permit, Texts::opened, version.number);
    std::erase_if(all, [](const Commitment& one) { return !one.decided; });
    keep_readable(permit, all);
    return all;
}

bool has_changes(const access::CasePermit& permit)
{
    const auto decided = versions(permit);
    if (decided.empty()) return true;
    const auto all = load_commitments(permit, Texts::left_sealed);
    if (std::ranges::any_of(all, &Commitment::changed)) return true;
    return goals_changed_since(permit, decided.front().decided_at);
}

std::vector<Promise> promises(const access::CasePermit& permit)
{
    std::vector<Promise> all;
    for (const auto& one : load_commitments(permit, Texts::left_sealed))
        if (!one.draft.dropped || one.decided) all.push_back(one.promise());
    return all;
}

std::set<PersonId> taking_part(const access::CasePermit& permit)
{
    std::set<PersonId> all;
    auto& work = permit.work();
    work.db.each(
        "SELECT m.person FROM membership m LEFT JOIN membership_end e ON e.municipality = m.municipality AND e.membership = m.id "
        "WHERE m.municipality = $1 AND m.case_id = $2 AND m.person IS NOT NULL AND e.membership IS NULL AND EXISTS (SELECT 1 FROM "
        "assignment a LEFT JOIN assignment_end x ON x.municipality = a.municipality AND x.assignment = a.id WHERE a.municipality = "
        "m.municipality AND a.person = m.person AND a.unit = m.unit AND a.from_day <= $3 AND (x.last_day IS NULL OR x.last_day >= $3))",
        [&](const Row& row) { all.insert(row.get<PersonId>(0)); }, work.municipality, permit.case_id(), work.today);
    return all;
}

std::optional<Date> next_change(const access::CasePermit& permit)
{
    permit.require(Compartment::room);
    std::optional<Date> first;
    const auto& work = permit.work();
    const auto consider = [&](std::optional<Date> day) {
        if (day && *day > work.today && (!first || *day < *first)) first = day;
    };
    permit.work().db.each(
        "SELECT a.from_day, x.last_day FROM membership m JOIN assignment a ON a.municipality = m.municipality AND a.person = m.person AND "
        "a.unit = m.unit LEFT JOIN assignment_end x ON x.municipality = a.municipality AND x.assignment = a.id LEFT JOIN membership_end e "
        "ON e.municipality = m.municipality AND e.membership = m.id WHERE m.municipality = $1 AND m.case_id = $2 AND e.membership IS NULL",
        [&](const Row& row) {
            consider(row.get<Date>(0));
            if (const auto last = row.get<std::optional<Date>>(1)) consider(next_day(*last));
        },
        work.municipality, permit.case_id());
    return first;
}

}  // namespace lots::plan
