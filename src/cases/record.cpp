#include "cases/record.h"

#include <algorithm>

#include "cases/file.h"
#include "organisation/profile.h"
#include "organisation/store.h"

namespace lots::cases {

using access::CaseState;
using storage::Row;

namespace {

std::string three_digits(int number)
{
    auto text = std::to_string(number);
    while (text.size() < 3) text.insert(0, "0");
    return text;
}

void add_transition(access::Work& work, const CaseId& id, int seq, std::string_view from, CaseState to, const std::string& transition,
                    std::optional<RecordId> note)
{
    // What the day itself brings about is nobody's: the consent ran out.
    const bool by_itself = work.reader.person == PersonId{};
    const std::optional<PersonId> made_by = by_itself ? std::nullopt : std::optional(work.reader.person);
    work.db.run("INSERT INTO case_transition (municipality, case_id, seq, from_state, to_state, transition, at, made_by, role, "
                "decision_note) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                work.municipality, id, seq, from, access::name(to), transition, work.now, made_by,
                by_itself ? std::string_view("system") : access::name(work.reader.role), note);
}

/// The newest to whom the function was given and who was not relieved of it: of those who still work in that unit, in a role that acts in
/// cases, or of all.
std::optional<Holder> newest(const access::CasePermit& permit, const std::string& duty, bool also_who_left)
{
    auto& work = permit.work();
    auto found = work.db.one(
        "SELECT a.person, a.unit, a.from_day FROM case_assignment a LEFT JOIN case_assignment_end e ON e.municipality = a.municipality AND "
        "e.case_assignment = a.id WHERE a.municipality = $1 AND a.case_id = $2 AND a.duty = $3 AND e.case_assignment IS NULL AND ($4 = 1 OR "
        "EXISTS (SELECT 1 FROM assignment w LEFT JOIN assignment_end x ON x.municipality = w.municipality AND x.assignment = w.id "
        "WHERE w.municipality = a.municipality AND w.person = a.person AND w.unit = a.unit AND w.from_day <= $5 AND "
        "(x.last_day IS NULL OR x.last_day >= $5) AND w.role IN ('social_worker', 'unit_manager', 'coordinator', 'police', 'school', "
        "'agency_staff'))) ORDER BY a.made_at DESC, a.id LIMIT 1",
        [](const Row& row) { return Holder{row.get<PersonId>(0), row.get<UnitId>(1), {}, row.get<Date>(2)}; }, work.municipality,
        permit.case_id(), duty, also_who_left, work.today);
    if (found) found->name = organisation::person_name(work, found->person);
    return found;
}

/// Who stands in for the coordinator today and still works in that unit, without a conflict of interest: of several the newest.
std::optional<PersonId> deputy_of_coordinator(const access::CasePermit& permit)
{
    auto& work = permit.work();
    const auto all = work.db.all(
        "SELECT d.person FROM coordinator_deputy d LEFT JOIN coordinator_deputy_end e ON e.municipality = d.municipality AND "
        "e.deputy = d.id WHERE d.municipality = $1 AND d.case_id = $2 AND d.from_day <= $3 AND d.last_day >= $3 AND e.deputy IS NULL AND "
        "EXISTS (SELECT 1 FROM assignment w LEFT JOIN assignment_end x ON x.municipality = w.municipality AND x.assignment = w.id "
        "WHERE w.municipality = d.municipality AND w.person = d.person AND w.unit = d.unit AND w.from_day <= $3 AND "
        "(x.last_day IS NULL OR x.last_day >= $3) AND w.role IN ('social_worker', 'coordinator')) ORDER BY d.number DESC",
        [](const Row& row) { return row.get<PersonId>(0); }, work.municipality, permit.case_id(), work.today);
    for (const auto& person : all)
        if (!is_conflicted(permit, person)) return person;
    return std::nullopt;
}

}  // namespace

int next_number(access::Work& work, const std::string& counter)
{
    const auto next = work.db.one("SELECT next FROM counter WHERE municipality = $1 AND name = $2",
                                  [](const Row& row) { return row.get<int>(0); }, work.municipality, counter);
    if (!next)
        work.db.run("INSERT INTO counter (municipality, name, next) VALUES ($1, $2, 2)", work.municipality, counter);
    else
        work.db.run("UPDATE counter SET next = next + 1 WHERE municipality = $1 AND name = $2", work.municipality, counter);
    return next.value_or(1);
}

std::string open_case(access::Work& work, const YouthId& youth, const UnitId& owner_unit, const std::string& transition)
{
    const auto id = work.new_id<CaseId>();
    const auto number = next_number(work, "nomination");
    const auto social_unit = work.vault.make_unit(work.municipality, work.now);
    const auto room_unit = work.vault.make_unit(work.municipality, work.now);
    const auto former = work.db.one(
        "SELECT id FROM sig_case WHERE municipality = $1 AND youth = $2 ORDER BY made_at DESC, id LIMIT 1",
        [](const Row& row) { return row.get<CaseId>(0); }, work.municipality, youth);
    work.db.run("INSERT INTO sig_case (municipality, id, youth, nomination_number, former_episode, social_unit, room_unit, made_at) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                work.municipality, id, youth, number, former, social_unit, room_unit, work.now);
    work.db.run("INSERT INTO case_head (municipality, case_id, version, state, next_change_on, owner_unit) VALUES ($1, $2, 1, $3, NULL, $4)",
                work.municipality, id, access::name(CaseState::proposed), owner_unit);
    work.db.run("INSERT INTO open_case (municipality, youth, case_id) VALUES ($1, $2, $3)", work.municipality, youth, id);
    add_transition(work, id, 1, "", CaseState::proposed, transition, {});
    work.entry().subjects.push_back({id, {std::string(access::name(access::Compartment::social_services))}});
    return "F-" + std::to_string(number);
}

void touch(const access::CasePermit& permit) { touch(permit.work(), permit.facts()); }

void touch(access::Work& work, const access::CaseFacts& facts)
{
    const auto changed =
        work.db.run("UPDATE case_head SET version = version + 1 WHERE municipality = $1 AND case_id = $2 AND version = $3",
                    work.municipality, facts.id, facts.version);
    check(changed == 1, "a case changed inside the unit of work that read it");
}

void move(const access::CasePermit& permit, CaseState to, const std::string& transition, const Grounds& grounds)
{
    move(permit, to, transition, add_step_decision(permit, transition, grounds));
}

void move(const access::CasePermit& permit, CaseState to, const std::string& transition, const RecordId& decision_note)
{
    auto& work = permit.work();
    // Counted anew: a command may move a case twice (a suspension written down, then its end).
    const auto last = work.db.one(
        "SELECT seq, to_state FROM case_transition WHERE municipality = $1 AND case_id = $2 ORDER BY seq DESC LIMIT 1",
        [](const Row& row) { return std::pair{row.get<int>(0), row.get<std::string>(1)}; }, work.municipality, permit.case_id());
    check(last.has_value(), "a case without a first transition");
    add_transition(work, permit.case_id(), last->first + 1, last->second, to, transition, decision_note);
    work.db.run("UPDATE case_head SET state = $3 WHERE municipality = $1 AND case_id = $2", work.municipality, permit.case_id(),
                access::name(to));
    // S1-64: from the complete consent on somebody has had a group, whatever becomes of it.
    if (transition == "T7") enter_register(permit);
}

void settle_suspension(const access::CasePermit& permit)
{
    const auto& facts = permit.facts();
    if (facts.state == CaseState::suspended && facts.recorded_state != CaseState::suspended) move(permit, CaseState::suspended, "T14");
}

std::string give_case_number(const access::CasePermit& permit)
{
    auto& work = permit.work();
    const auto year = std::to_string(static_cast<int>(work.today.year()));
    // One counter for the year whatever the program is called: a municipality that takes another word goes on counting.
    auto number = organisation::profile_of(work).program + "-" + year + "-" + three_digits(next_number(work, "case-" + year));
    work.db.run("INSERT INTO case_number (municipality, case_id, number, given_at) VALUES ($1, $2, $3, $4)", work.municipality,
                permit.case_id(), number, work.now);
    return number;
}

void give_to_unit(const access::CasePermit& permit, const UnitId& unit)
{
    permit.work().db.run("UPDATE case_head SET owner_unit = $3 WHERE municipality = $1 AND case_id = $2", permit.work().municipality,
                         permit.case_id(), unit);
}

void end_open_case(const access::CasePermit& permit)
{
    permit.work().db.run("DELETE FROM open_case WHERE municipality = $1 AND case_id = $2", permit.work().municipality, permit.case_id());
}

void assign(const access::CasePermit& permit, const PersonId& person, const UnitId& unit, const std::string& duty)
{
    auto& work = permit.work();
    work.db.run("INSERT INTO case_assignment (municipality, id, case_id, person, unit, duty, from_day, made_at, made_by) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                work.municipality, work.new_id<RecordId>(), permit.case_id(), person, unit, duty, work.today, work.now, work.reader.person);
}

void end_assignments(const access::CasePermit& permit, const std::string& duty)
{
    auto& work = permit.work();
    const auto open = work.db.all(
        "SELECT a.id FROM case_assignment a LEFT JOIN case_assignment_end e ON e.municipality = a.municipality AND e.case_assignment = a.id "
        "WHERE a.municipality = $1 AND a.case_id = $2 AND a.duty = $3 AND e.case_assignment IS NULL",
        [](const Row& row) { return row.get<RecordId>(0); }, work.municipality, permit.case_id(), duty);
    for (const auto& id : open)
        work.db.run("INSERT INTO case_assignment_end (municipality, case_assignment, ended_at, made_by) VALUES ($1, $2, $3, $4)",
                    work.municipality, id, work.now, work.reader.person);
}

std::optional<Holder> holder(const access::CasePermit& permit, const std::string& duty) { return newest(permit, duty, false); }

std::optional<Holder> entrusted(const access::CasePermit& permit, const std::string& duty) { return newest(permit, duty, true); }

std::optional<Date> vacant_since(const access::CasePermit& permit, const std::string& duty)
{
    if (holder(permit, duty)) return std::nullopt;
    const auto last = entrusted(permit, duty);
    if (!last) return std::nullopt;
    auto& work = permit.work();
    const auto last_day =
        work.db.one("SELECT MAX(x.last_day) FROM assignment w JOIN assignment_end x ON x.municipality = w.municipality AND "
                    "x.assignment = w.id WHERE w.municipality = $1 AND w.person = $2 AND w.unit = $3 AND x.last_day < $4 AND w.role IN "
                    "('social_worker', 'unit_manager', 'coordinator', 'police', 'school', 'agency_staff')",
                    [](const Row& row) { return row.get<std::optional<Date>>(0); }, work.municipality, last->person, last->unit, work.today)
            .value_or(std::nullopt);
    return last_day ? std::max(last->from_day, next_day(*last_day)) : last->from_day;
}

std::optional<PersonId> manager(const access::CasePermit& permit)
{
    if (!permit.facts().owner_unit) return std::nullopt;
    for (const auto& acting : organisation::people_who_act(
             permit.work(), {.roles = {access::Role::unit_manager}, .unit = permit.facts().owner_unit}))
        if (!is_conflicted(permit, acting.person)) return acting.person;
    return std::nullopt;
}

std::optional<PersonId> answers_for(const access::CasePermit& permit)
{
    if (const auto officer = holder(permit, "officer")) return officer->person;
    if (permit.facts().recorded_state == CaseState::proposed) return std::nullopt;
    return manager(permit);
}

std::optional<PersonId> leader(const access::CasePermit& permit)
{
    if (const auto coordinator = holder(permit, "coordinator")) return coordinator->person;
    if (const auto deputy = deputy_of_coordinator(permit)) return deputy;
    return answers_for(permit);
}

}  // namespace lots::cases
