#include <algorithm>

#include "cases/sealed.h"
#include "consent/store_parts.h"
#include "group/store.h"
#include "plan/store.h"

// What is kept of goals.
namespace lots::plan {

using access::Answer;
using access::Compartment;
using cases::Drawer;
using storage::Row;
using vault::Field;

namespace {

struct SealedTexts {
    Bytes text, reached_how;
    std::optional<Bytes> attendance_source, conclusion;
};

/// The newest wording of each goal that was written at `until` or before.
std::vector<Goal> goals_until(const access::CasePermit& permit, std::optional<Instant> until)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    std::vector<std::pair<Goal, SealedTexts>> stored;
    work.db.each(
        "SELECT g.id, g.number, w.seq, w.area, w.responsible_agency, a.code, a.name, w.dropped, w.made_at, w.made_by, w.text_sealed, "
        "w.reached_how_sealed, m.number, w.needs_agency, n.code, n.name, w.attendance_percent, w.attendance_source_sealed, "
        "w.from_assessment, w.assessment_conclusion_sealed FROM goal g "
        "JOIN goal_wording w ON w.municipality = g.municipality AND w.goal = g.id "
        "JOIN agency a ON a.municipality = w.municipality AND a.id = w.responsible_agency "
        "LEFT JOIN agency n ON n.municipality = w.municipality AND n.id = w.needs_agency "
        "LEFT JOIN membership m ON m.municipality = w.municipality AND m.id = w.membership "
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
            goal.membership = row.get<std::optional<int>>(12);
            goal.needs_agency = row.get<std::optional<AgencyId>>(13);
            goal.needs_agency_code = row.get<std::optional<std::string>>(14).value_or("");
            goal.needs_agency_name = row.get<std::optional<std::string>>(15).value_or("");
            goal.attendance_percent = row.get<std::optional<int>>(16);
            goal.from_assessment = row.get<bool>(18);
            SealedTexts texts{row.get<Bytes>(10), row.get<Bytes>(11), row.get<std::optional<Bytes>>(17), row.get<std::optional<Bytes>>(19)};
            if (!stored.empty() && stored.back().first.id == goal.id) stored.pop_back();
            stored.emplace_back(std::move(goal), std::move(texts));
        },
        work.municipality, permit.case_id());
    const auto members = group::members_ever(permit);
    // A newer consent may leave out what an older one let social services tell.
    const bool concludes = std::ranges::any_of(stored, [](const auto& one) { return one.second.conclusion.has_value(); }) &&
                           consent::names_assessment(permit);
    std::vector<Goal> all;
    for (auto& [goal, texts] : stored) {
        const cases::RowOf row{goal.id.bytes(), goal.seq};
        goal.text = cases::open(permit, Drawer::room, Field::goal_text, row, texts.text);
        goal.reached_how = cases::open(permit, Drawer::room, Field::goal_reached_how, row, texts.reached_how);
        goal.attendance_source = cases::open_if(permit, Drawer::room, Field::goal_attendance_source, row, texts.attendance_source);
        if (concludes)
            goal.assessment_conclusion = cases::open_if(permit, Drawer::room, Field::goal_assessment_conclusion, row, texts.conclusion);
        const auto member = std::ranges::find_if(members, [&](const group::Member& one) { return one.number == goal.membership; });
        if (member != members.end()) {
            goal.person_name = member->name;
            goal.person_takes_part = !member->ended_at;
        }
        all.push_back(std::move(goal));
    }
    return all;
}

Bytes seal(const access::CasePermit& permit, Field field, cases::RowOf row, std::string_view text)
{
    return cases::seal(permit, Drawer::room, field, row, text);
}

int number_in(const Row& row) { return row.get<int>(0); }

void keep_goal_wording(const access::CasePermit& permit, const GoalId& goal, int seq, const GoalWording& wording)
{
    auto& work = permit.work();
    const cases::RowOf row{goal.bytes(), seq};
    work.db.run("INSERT INTO goal_wording (municipality, goal, seq, area, text_sealed, reached_how_sealed, responsible_agency, dropped, "
                "made_at, made_by, membership, needs_agency, attendance_percent, attendance_source_sealed, from_assessment, "
                "assessment_conclusion_sealed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
                work.municipality, goal, seq, wording.area, seal(permit, Field::goal_text, row, wording.text),
                seal(permit, Field::goal_reached_how, row, wording.reached_how), wording.agency, wording.dropped, work.now,
                work.reader.person, wording.member, wording.needs_agency, wording.attendance_percent,
                cases::seal_if(permit, Drawer::room, Field::goal_attendance_source, row, wording.attendance_source), wording.from_assessment,
                cases::seal_if(permit, Drawer::room, Field::goal_assessment_conclusion, row, wording.assessment_conclusion));
}

}  // namespace

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

std::vector<Goal> goals_of(const access::CasePermit& permit, const Version& version)
{
    if (permit.answer(Compartment::room) != Answer::yes) return {};
    auto all = goals_until(permit, version.decided_at);
    std::erase_if(all, &Goal::dropped);
    return all;
}

bool goals_changed_since(const access::CasePermit& permit, Instant since)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    return work.db
        .one("SELECT 1 FROM goal_wording w JOIN goal g ON g.municipality = w.municipality AND g.id = w.goal "
             "WHERE g.municipality = $1 AND g.case_id = $2 AND w.made_at > $3 LIMIT 1",
             [](const Row&) { return true; }, work.municipality, permit.case_id(), since)
        .has_value();
}

std::vector<NeededAgency> needed_agencies(const access::CasePermit& permit)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    return work.db.all(
        "SELECT g.number, w.needs_agency, w.made_at FROM goal g JOIN goal_wording w ON w.municipality = g.municipality AND w.goal = g.id "
        "WHERE g.municipality = $1 AND g.case_id = $2 AND w.needs_agency IS NOT NULL AND w.dropped = 0 AND w.seq = (SELECT MAX(n.seq) "
        "FROM goal_wording n WHERE n.municipality = w.municipality AND n.goal = w.goal) AND NOT EXISTS (SELECT 1 FROM membership m "
        "LEFT JOIN membership_end e ON e.municipality = m.municipality AND e.membership = m.id WHERE m.municipality = g.municipality "
        "AND m.case_id = g.case_id AND m.agency = w.needs_agency AND e.membership IS NULL) ORDER BY g.number",
        [](const Row& row) { return NeededAgency{row.get<int>(0), row.get<AgencyId>(1), local_day(row.get<Instant>(2))}; },
        work.municipality, permit.case_id());
}

int add_goal(const access::CasePermit& permit, const GoalWording& wording)
{
    auto& work = permit.work();
    const int number = *work.db.one("SELECT COALESCE(MAX(number), 0) + 1 FROM goal WHERE municipality = $1 AND case_id = $2", number_in,
                                    work.municipality, permit.case_id());
    const auto id = work.new_id<GoalId>();
    work.db.run("INSERT INTO goal (municipality, id, case_id, number, made_at) VALUES ($1, $2, $3, $4, $5)", work.municipality, id,
                permit.case_id(), number, work.now);
    keep_goal_wording(permit, id, 1, wording);
    return number;
}

void add_wording(const access::CasePermit& permit, const Goal& goal, const GoalWording& wording)
{
    keep_goal_wording(permit, goal.id, goal.seq + 1, wording);
}

}  // namespace lots::plan
