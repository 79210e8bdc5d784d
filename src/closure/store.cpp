#include "closure/store.h"

#include "cases/going_on.h"
#include "cases/sealed.h"

namespace lots::closure {

using access::CaseState;
using access::Compartment;
using cases::Drawer;
using storage::Row;
using vault::Field;

namespace {

int count_of(std::optional<int> found) { return found.value_or(0); }

int number_of(const Row& row) { return row.get<int>(0); }

/// When the last decision about going on or closing was made; before everything when there is none.
Instant last_decision(const access::CasePermit& permit)
{
    auto& work = permit.work();
    return work.db
        .one("SELECT at FROM case_transition WHERE municipality = $1 AND case_id = $2 AND transition = 'T17' ORDER BY seq DESC LIMIT 1",
             [](const Row& row) { return row.get<Instant>(0); }, work.municipality, permit.case_id())
        .value_or(Instant{});
}

}  // namespace

void add_question(const access::CasePermit& permit, std::string_view ground, std::string_view facts)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    const auto id = work.new_id<RecordId>();
    work.db.run("INSERT INTO closure_question (municipality, id, case_id, ground, facts_sealed, raised_at, raised_by) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                work.municipality, id, permit.case_id(), ground,
                cases::seal(permit, Drawer::room, Field::closure_ground, {id.bytes()}, facts), work.now, work.reader.person);
}

std::vector<Question> open_questions(const access::CasePermit& permit)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    return work.db.all(
        "SELECT id, ground, facts_sealed, raised_at, raised_by FROM closure_question WHERE municipality = $1 AND case_id = $2 "
        "AND raised_at > $3 ORDER BY raised_at DESC, id",
        [&](const Row& row) {
            const auto id = row.get<RecordId>(0);
            return Question{row.get<std::string>(1),
                            cases::open(permit, Drawer::room, Field::closure_ground, {id.bytes()}, row.get<Bytes>(2)), row.get<Instant>(3),
                            row.get<PersonId>(4)};
        },
        work.municipality, permit.case_id(), last_decision(permit));
}

std::vector<GoalResult> goal_results(const access::CasePermit& permit)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    std::vector<GoalResult> newest;
    work.db.each(
        "SELECT g.number, r.goal, r.seq, r.result, r.text_sealed, r.made_at, r.made_by FROM goal_result r "
        "JOIN goal g ON g.municipality = r.municipality AND g.id = r.goal "
        "WHERE r.municipality = $1 AND g.case_id = $2 ORDER BY g.number, r.seq",
        [&](const Row& row) {
            const auto goal = row.get<GoalId>(1);
            GoalResult one{row.get<int>(0), row.get<std::string>(3),
                           cases::open(permit, Drawer::room, Field::goal_result, {goal.bytes(), row.get<int>(2)}, row.get<Bytes>(4)), row.get<int>(2),
                           row.get<Instant>(5), row.get<PersonId>(6)};
            if (!newest.empty() && newest.back().goal == one.goal) newest.back() = std::move(one);
            else newest.push_back(std::move(one));
        },
        work.municipality, permit.case_id());
    return newest;
}

void add_goal_result(const access::CasePermit& permit, const GoalId& goal, std::string_view result, std::string_view text)
{
    auto& work = permit.work();
    const auto seq = 1 + count_of(work.db.one("SELECT count(*) FROM goal_result WHERE municipality = $1 AND goal = $2", number_of,
                                              work.municipality, goal));
    work.db.run("INSERT INTO goal_result (municipality, goal, seq, result, text_sealed, made_at, made_by) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                work.municipality, goal, seq, result, cases::seal(permit, Drawer::room, Field::goal_result, {goal.bytes(), seq}, text),
                work.now, work.reader.person);
}

std::vector<HandOver> hand_overs(const access::CasePermit& permit)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    std::vector<HandOver> newest;
    work.db.each(
        "SELECT c.number, h.commitment, h.seq, a.code, a.name, h.note_sealed, h.accepted_on, h.made_at, h.made_by FROM hand_over h "
        "JOIN commitment c ON c.municipality = h.municipality AND c.id = h.commitment "
        "JOIN agency a ON a.municipality = h.municipality AND a.id = h.agency "
        "WHERE h.municipality = $1 AND c.case_id = $2 ORDER BY c.number, h.seq",
        [&](const Row& row) {
            const auto commitment = row.get<CommitmentId>(1);
            HandOver one{row.get<int>(0), row.get<std::string>(3), row.get<std::string>(4),
                         cases::open(permit, Drawer::room, Field::hand_over_note, {commitment.bytes(), row.get<int>(2)}, row.get<Bytes>(5)),
                         row.get<std::optional<Date>>(6), row.get<int>(2), row.get<Instant>(7), row.get<PersonId>(8)};
            if (!newest.empty() && newest.back().commitment == one.commitment) newest.back() = std::move(one);
            else newest.push_back(std::move(one));
        },
        work.municipality, permit.case_id());
    return newest;
}

void add_hand_over(const access::CasePermit& permit, const CommitmentId& commitment, const AgencyId& agency, std::string_view note,
                   Date accepted_on)
{
    auto& work = permit.work();
    const auto seq = 1 + count_of(work.db.one("SELECT count(*) FROM hand_over WHERE municipality = $1 AND commitment = $2", number_of,
                                              work.municipality, commitment));
    work.db.run("INSERT INTO hand_over (municipality, commitment, seq, agency, note_sealed, made_at, made_by, accepted_on) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                work.municipality, commitment, seq, agency,
                cases::seal(permit, Drawer::room, Field::hand_over_note, {commitment.bytes(), seq}, note), work.now, work.reader.person,
                accepted_on);
}

void add(const access::CasePermit& permit, const CloseCase& closure, const RecordId& decision_note, Date monitoring_last_day)
{
    auto& work = permit.work();
    const auto id = work.new_id<ClosureId>();
    // What members, the young person and guardians are told lies in the room; the decision itself is social services'.
    const auto seal = [&](Field field, const std::string& text) { return cases::seal(permit, Drawer::room, field, {id.bytes()}, text); };
    work.db.run("INSERT INTO closure (municipality, id, case_id, reason, closed_on, closed_at, decision_note, ground_sealed, "
                "informed_sealed, appeal_information_sealed, police_reminded, monitoring_last_day) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
                work.municipality, id, permit.case_id(), closure.reason, work.today, work.now, decision_note,
                seal(Field::closure_ground, closure.ground), seal(Field::closure_informed, closure.informed),
                cases::seal_if(permit, Drawer::room, Field::closure_appeal_information, {id.bytes()}, closure.appeal_information),
                false, monitoring_last_day);  // settled 17: the police's marking is the police's own (asp/), nobody ticks it here
}

std::optional<Closure> closure_of(const access::CasePermit& permit)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    return work.db.one(
        "SELECT c.id, c.reason, c.closed_on, c.ground_sealed, c.informed_sealed, c.appeal_information_sealed, "
        "c.monitoring_last_day, n.made_by FROM closure c "
        "JOIN decision_note n ON n.municipality = c.municipality AND n.id = c.decision_note "
        "WHERE c.municipality = $1 AND c.case_id = $2",
        [&](const Row& row) {
            const auto id = row.get<ClosureId>(0);
            const auto open = [&](Field field, int column) {
                return cases::open_if(permit, Drawer::room, field, {id.bytes()}, row.get<std::optional<Bytes>>(column));
            };
            Closure found;
            found.reason = row.get<std::string>(1);
            found.closed_on = row.get<Date>(2);
            found.ground = open(Field::closure_ground, 3);
            found.informed = open(Field::closure_informed, 4);
            found.appeal_information = open(Field::closure_appeal_information, 5);
            found.monitoring_last_day = row.get<Date>(6);
            found.decided_by = row.get<PersonId>(7);
            return found;
        },
        work.municipality, permit.case_id());
}

std::optional<Date> closed_on(const access::CasePermit& permit)
{
    auto& work = permit.work();
    return work.db.one("SELECT closed_on FROM closure WHERE municipality = $1 AND case_id = $2",
                       [](const Row& row) { return row.get<Date>(0); }, work.municipality, permit.case_id());
}

CaseState state_before_review(const access::CasePermit& permit)
{
    auto& work = permit.work();
    const auto found = work.db.one(
        "SELECT to_state FROM case_transition WHERE municipality = $1 AND case_id = $2 AND to_state <> 'suspended' AND "
        "to_state <> 'closure_review' ORDER BY seq DESC LIMIT 1",
        [](const Row& row) { return row.get<std::string>(0); }, work.municipality, permit.case_id());
    const auto state = found ? access::word_in<CaseState>(access::case_state_names, *found) : std::nullopt;
    check(state.has_value(), "a case in review that was never in another state");
    return *state;
}

bool group_was_formed(const access::CasePermit& permit)
{
    auto& work = permit.work();
    return work.db
        .one("SELECT 1 FROM case_transition WHERE municipality = $1 AND case_id = $2 AND to_state = 'forming' LIMIT 1",
             [](const Row&) { return true; }, work.municipality, permit.case_id())
        .has_value();
}

std::optional<Date> waiting_since(const access::CasePermit& permit)
{
    auto& work = permit.work();
    return work.db.one(
        "SELECT raised_at FROM closure_question WHERE municipality = $1 AND case_id = $2 AND raised_at > $3 ORDER BY raised_at, id LIMIT 1",
        [](const Row& row) { return local_day(row.get<Instant>(0)); }, work.municipality, permit.case_id(), last_decision(permit));
}

std::optional<Date> considered_since(const access::CasePermit& permit)
{
    auto& work = permit.work();
    if (waiting_since(permit)) return std::nullopt;
    return work.db.one(
        "SELECT l.locked_at FROM minutes_lock l JOIN meeting t ON t.municipality = l.municipality AND t.id = l.meeting "
        "JOIN minutes m ON m.municipality = l.municipality AND m.meeting = l.meeting AND m.seq = l.minutes_seq "
        "WHERE l.municipality = $1 AND t.case_id = $2 AND "
        "l.locked_at > $3 AND m.closure_question = 'consider_closure' ORDER BY l.locked_at LIMIT 1",
        [](const Row& row) { return local_day(row.get<Instant>(0)); }, work.municipality, permit.case_id(), last_decision(permit));
}

std::optional<Date> continued_on(const access::CasePermit& permit) { return cases::decided_to_go_on_on(permit); }

bool ends_a_decided_service(const access::CasePermit& permit)
{
    auto& work = permit.work();
    const auto mode = work.db.one("SELECT o.mode FROM offer_decision o JOIN decision_note n ON n.municipality = o.municipality AND n.id = o.decision_note "
                                  "WHERE o.municipality = $1 AND o.case_id = $2 AND o.outcome = 'offer' ORDER BY n.made_at DESC LIMIT 1",
                                  [](const Row& row) { return row.get<std::string>(0); }, work.municipality, permit.case_id());
    return mode && *mode == "assessed_intervention";
}

}  // namespace lots::closure
