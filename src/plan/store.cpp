#include "plan/store.h"

#include <algorithm>
#include <set>

#include "cases/sealed.h"
#include "group/store.h"
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

void keep_readable(const access::CasePermit& permit, std::vector<Commitment>& list)
{
    std::erase_if(list, [&](const Commitment& one) { return !readable(permit, one.draft) && !readable(permit, one.in_force()); });
}

/// The newest wording of each goal that was written at `until` or before.
std::vector<Goal> goals_until(const access::CasePermit& permit, std::optional<Instant> until)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    std::vector<std::pair<Goal, std::pair<Bytes, Bytes>>> stored;
    work.db.each(
        "SELECT g.id, g.number, w.seq, w.area, w.responsible_agency, a.code, a.name, w.dropped, w.made_at, w.made_by, w.text_sealed, "
        "w.reached_how_sealed FROM goal g JOIN goal_wording w ON w.municipality = g.municipality AND w.goal = g.id "
        "JOIN agency a ON a.municipality = w.municipality AND a.id = w.responsible_agency "
        "WHERE g.municipality = $1 AND g.case_id = $2 ORDER BY g.number, w.seq",
        [&](const Row& row) {
            Goal goal;
            goal.id = row.get<GoalId>(0);
            goal.number = row.get<int>(1);
            goal.seq = row.get<int>(2);
            goal.area = row.get<std::string>(3);
            goal.agency = row.get<AgencyId>(4);
            goal.agency_code = row.get<std::string>(5);
            goal.agency_name = row.get<std::string>(6);
            goal.dropped = row.get<bool>(7);
            goal.made_at = row.get<Instant>(8);
            goal.made_by = row.get<PersonId>(9);
            if (until && goal.made_at > *until) return;
            auto texts = std::pair{row.get<Bytes>(10), row.get<Bytes>(11)};
            if (!stored.empty() && stored.back().first.id == goal.id) stored.pop_back();
            stored.emplace_back(std::move(goal), std::move(texts));
        },
        work.municipality, permit.case_id());
    std::vector<Goal> all;
    for (auto& [goal, texts] : stored) {
        const cases::RowOf row{goal.id.bytes(), goal.seq};
        goal.text = cases::open(permit, Drawer::room, Field::goal_text, row, texts.first);
        goal.reached_how = cases::open(permit, Drawer::room, Field::goal_reached_how, row, texts.second);
        all.push_back(std::move(goal));
    }
    return all;
}

}  // namespace

bool is_own(const access::CasePermit& permit, const Wording& wording)
{
    const auto& reader = permit.work().reader;
    if (wording.person) return wording.person == reader.person && wording.agency == reader.agency;
    return wording.signatory_id.has_value() && wording.signatory_id == permit.facts().own_signatory;
}

std::vector<Goal> goals(const access::CasePermit& permit)
{
    if (permit.answer(Compartment::room) != Answer::yes) return {};
    auto all = goals_until(permit, {});
    std::erase_if(all, &Goal::dropped);
    return all;
}

std::optional<Goal> goal_of(const access::CasePermit& permit, int number)
{
    if (permit.answer(Compartment::room) != Answer::yes) return std::nullopt;
    auto all = goals_until(permit, {});
    const auto found = std::ranges::find(all, number, &Goal::number);
    return found == all.end() ? std::nullopt : std::optional(*found);
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

std::optional<Words> words(const access::CasePermit& permit)
{
    permit.require(Compartment::room);
    if (permit.answer(Compartment::room) != Answer::yes) return std::nullopt;
    auto& work = permit.work();
    struct Sealed {
        Bytes youth, crisis;
        std::optional<Bytes> guardian;
    };
    const auto stored = work.db.one(
        "SELECT seq, youth_words_sealed, guardian_words_sealed, crisis_contact_sealed, took_part_on, made_at, made_by FROM plan_words "
        "WHERE municipality = $1 AND case_id = $2 ORDER BY seq DESC LIMIT 1",
        [](const Row& row) {
            Words found;
            found.seq = row.get<int>(0);
            found.took_part_on = row.get<Date>(4);
            found.made_at = row.get<Instant>(5);
            found.made_by = row.get<PersonId>(6);
            return std::pair{std::move(found), Sealed{row.get<Bytes>(1), row.get<Bytes>(3), row.get<std::optional<Bytes>>(2)}};
        },
        work.municipality, permit.case_id());
    if (!stored) return std::nullopt;
    auto found = stored->first;
    const auto id = permit.case_id();
    const cases::RowOf row{id.bytes(), found.seq};
    found.youth = cases::open(permit, Drawer::room, Field::plan_youth_words, row, stored->second.youth);
    found.guardian = cases::open_if(permit, Drawer::room, Field::plan_guardian_view, row, stored->second.guardian);
    found.crisis_contact = cases::open(permit, Drawer::room, Field::plan_crisis_contact, row, stored->second.crisis);
    return found;
}

std::vector<Version> versions(const access::CasePermit& permit)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    return work.db.all(
        "SELECT v.version, v.valid_from, d.made_at FROM plan_version v JOIN decision_note d ON d.municipality = v.municipality AND "
        "d.id = v.decision_note WHERE v.municipality = $1 AND v.case_id = $2 ORDER BY v.version DESC",
        [](const Row& row) { return Version{row.get<int>(0), row.get<Date>(1), row.get<Instant>(2)}; }, work.municipality,
        permit.case_id());
}

std::vector<Goal> goals_of(const access::CasePermit& permit, const Version& version)
{
    if (permit.answer(Compartment::room) != Answer::yes) return {};
    auto all = goals_until(permit, version.decided_at);
    std::erase_if(all, &Goal::dropped);
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
    return std::ranges::any_of(goals_until(permit, {}), [&](const Goal& goal) { return goal.made_at > decided.front().decided_at; });
}

std::vector<Promise> promises(const access::CasePermit& permit)
{
    std::vector<Promise> all;
    for (const auto& one : load_commitments(permit, Texts::left_sealed))
        if (!one.draft.dropped || one.decided) all.push_back(one.promise());
    return all;
}

PlanFacts facts_of(const access::CasePermit& permit)
{
    PlanFacts facts;
    std::set<AgencyId> present;
    for (const auto& member : group::members(permit)) present.insert(member.agency);
    for (const auto& goal : goals(permit)) facts.goals.push_back({goal.number, present.contains(goal.agency)});
    for (const auto& one : commitments(permit)) {
        const auto& draft = one.draft;
        if (draft.dropped) continue;
        facts.commitments.push_back({one.number, one.goal, draft.owner, draft.agency_kind, draft.owner_takes_part, !draft.measure.empty(),
                                     !draft.documented_how.empty(), !draft.plain_words.empty(), draft.order_number, draft.after,
                                     draft.last_day, !one.changed(), draft.accepted});
    }
    facts.minor = age_on(permit.facts().born, permit.work().today) < 18;
    if (const auto said = words(permit)) {
        facts.youth_took_part = !said->youth.empty();
        facts.guardians_took_part = !said->guardian.empty();
    }
    if (!versions(permit).empty()) facts.changed = has_changes(permit);
    return facts;
}

}  // namespace lots::plan
