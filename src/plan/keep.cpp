#include <algorithm>

#include "cases/sealed.h"
#include "plan/load.h"
#include "plan/store.h"

namespace lots::plan {

using cases::Drawer;
using storage::Row;
using vault::Field;

namespace {

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
                "made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                work.municipality, goal, seq, wording.area, seal(permit, Field::goal_text, row, wording.text),
                seal(permit, Field::goal_reached_how, row, wording.reached_how), wording.agency, wording.dropped, work.now,
                work.reader.person);
}

std::optional<MembershipId> membership_id(const access::CasePermit& permit, std::optional<int> number)
{
    if (!number) return std::nullopt;
    return permit.work().db.one("SELECT id FROM membership WHERE municipality = $1 AND case_id = $2 AND number = $3",
                                [](const Row& row) { return row.get<MembershipId>(0); }, permit.work().municipality, permit.case_id(),
                                *number);
}

void keep_wording(const access::CasePermit& permit, const CommitmentId& commitment, int seq, const Wording& wording)
{
    auto& work = permit.work();
    const cases::RowOf row{commitment.bytes(), seq};
    work.db.run("INSERT INTO commitment_wording (municipality, commitment, seq, owner, membership, agency, signatory, measure_sealed, "
                "documented_how_sealed, plain_words_sealed, start_on, last_day, order_number, after_commitment, dropped, made_at, made_by) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
                work.municipality, commitment, seq, name(wording.owner), membership_id(permit, wording.membership), wording.agency,
                wording.signatory_id, seal(permit, Field::commitment_measure, row, wording.measure),
                seal(permit, Field::commitment_documented_how, row, wording.documented_how),
                seal(permit, Field::commitment_plain_words, row, wording.plain_words), wording.start_on, wording.last_day,
                wording.order_number, wording.after, wording.dropped, work.now, work.reader.person);
}

}  // namespace

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

int add_commitment(const access::CasePermit& permit, const GoalId& goal, const Wording& wording)
{
    auto& work = permit.work();
    const int number = *work.db.one("SELECT COALESCE(MAX(number), 0) + 1 FROM commitment WHERE municipality = $1 AND case_id = $2",
                                    number_in, work.municipality, permit.case_id());
    const auto id = work.new_id<CommitmentId>();
    work.db.run("INSERT INTO commitment (municipality, id, case_id, goal, number, made_at) VALUES ($1, $2, $3, $4, $5, $6)",
                work.municipality, id, permit.case_id(), goal, number, work.now);
    keep_wording(permit, id, 1, wording);
    return number;
}

void add_wording(const access::CasePermit& permit, const Commitment& commitment, const Wording& wording)
{
    keep_wording(permit, commitment.id, commitment.draft.seq + 1, wording);
}

void add_acceptance(const access::CasePermit& permit, const Commitment& commitment, const Acceptance& acceptance)
{
    auto& work = permit.work();
    work.db.run("INSERT INTO commitment_acceptance (municipality, commitment, seq, accepted_at, made_by, on_behalf_of, said_on, way) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                work.municipality, commitment.id, commitment.draft.seq, work.now, work.reader.person, acceptance.on_behalf_of,
                acceptance.said_on, acceptance.way);
}

void add_status(const access::CasePermit& permit, const CommitmentId& commitment, const NewStatus& status)
{
    auto& work = permit.work();
    const int seq = *work.db.one("SELECT COALESCE(MAX(seq), 0) + 1 FROM commitment_status WHERE municipality = $1 AND commitment = $2",
                                 number_in, work.municipality, commitment);
    work.db.run("INSERT INTO commitment_status (municipality, commitment, seq, status, needs_help, note_sealed, new_last_day, meeting, "
                "made_at, made_by, on_behalf_of) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                work.municipality, commitment, seq, name(status.status), status.needs_help,
                cases::seal_if(permit, Drawer::room, Field::status_report, {commitment.bytes(), seq}, status.note), status.new_last_day,
                status.meeting, work.now, work.reader.person, status.on_behalf_of);
}

void add_words(const access::CasePermit& permit, const Words& words)
{
    auto& work = permit.work();
    const auto id = permit.case_id();
    const cases::RowOf row{id.bytes(), words.seq + 1};
    work.db.run("INSERT INTO plan_words (municipality, case_id, seq, youth_words_sealed, guardian_words_sealed, crisis_contact_sealed, "
                "took_part_on, made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                work.municipality, id, row.seq, seal(permit, Field::plan_youth_words, row, words.youth),
                cases::seal_if(permit, Drawer::room, Field::plan_guardian_view, row, words.guardian),
                seal(permit, Field::plan_crisis_contact, row, words.crisis_contact), words.took_part_on, work.now, work.reader.person);
}

int add_version(const access::CasePermit& permit, const RecordId& decision_note)
{
    auto& work = permit.work();
    const int version = *work.db.one("SELECT COALESCE(MAX(version), 0) + 1 FROM plan_version WHERE municipality = $1 AND case_id = $2",
                                     number_in, work.municipality, permit.case_id());
    const auto id = work.new_id<PlanId>();
    work.db.run("INSERT INTO plan_version (municipality, id, case_id, version, valid_from, decision_note) VALUES ($1, $2, $3, $4, $5, $6)",
                work.municipality, id, permit.case_id(), version, work.today, decision_note);
    for (const auto& one : load_commitments(permit, Texts::left_sealed)) {
        if (one.draft.dropped) continue;
        work.db.run("INSERT INTO plan_version_line (municipality, plan, commitment, seq) VALUES ($1, $2, $3, $4)", work.municipality, id,
                    one.id, one.draft.seq);
    }
    return version;
}

}  // namespace lots::plan
