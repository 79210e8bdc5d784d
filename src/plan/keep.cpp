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
                "documented_how_sealed, plain_words_sealed, start_on, last_day, order_number, after_commitment, dropped, made_at, made_by, "
                "kind, activity_sealed, helper, from_assessment, same_words) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)",
                work.municipality, commitment, seq, name(wording.owner), membership_id(permit, wording.membership), wording.agency,
                wording.signatory_id, seal(permit, Field::commitment_measure, row, wording.measure),
                seal(permit, Field::commitment_documented_how, row, wording.documented_how),
                seal(permit, Field::commitment_plain_words, row, wording.plain_words), wording.start_on, wording.last_day,
                wording.order_number, wording.after, wording.dropped, work.now, work.reader.person, wording.kind,
                cases::seal_if(permit, Drawer::room, Field::commitment_activity, row, wording.activity), wording.helper,
                wording.from_assessment, wording.same_words);
}

}  // namespace

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
    work.db.run("INSERT INTO commitment_acceptance (municipality, commitment, seq, accepted_at, made_by, on_behalf_of, said_on, way, "
                "said_by_sealed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                work.municipality, commitment.id, commitment.draft.seq, work.now, work.reader.person, acceptance.on_behalf_of,
                acceptance.said_on, acceptance.way,
                cases::seal_if(permit, Drawer::room, Field::said_by, {commitment.id.bytes(), commitment.draft.seq}, acceptance.said_by));
}

void add_status(const access::CasePermit& permit, const CommitmentId& commitment, const NewStatus& status)
{
    auto& work = permit.work();
    const int seq = *work.db.one("SELECT COALESCE(MAX(seq), 0) + 1 FROM commitment_status WHERE municipality = $1 AND commitment = $2",
                                 number_in, work.municipality, commitment);
    work.db.run("INSERT INTO commitment_status (municipality, commitment, seq, status, needs_help, note_sealed, new_last_day, meeting, "
                "made_at, made_by, on_behalf_of, said_by_sealed, said_on, way) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
                work.municipality, commitment, seq, name(status.status), status.needs_help,
                cases::seal_if(permit, Drawer::room, Field::status_report, {commitment.bytes(), seq}, status.note), status.new_last_day,
                status.meeting, work.now, work.reader.person, status.on_behalf_of,
                cases::seal_if(permit, Drawer::room, Field::said_by_of_status, {commitment.bytes(), seq}, status.said_by), status.said_on,
                status.way.empty() ? std::nullopt : std::optional(status.way));
}

int add_version(const access::CasePermit& permit, const RecordId& decision_note, std::string_view change_reason)
{
    auto& work = permit.work();
    const int version = *work.db.one("SELECT COALESCE(MAX(version), 0) + 1 FROM plan_version WHERE municipality = $1 AND case_id = $2",
                                     number_in, work.municipality, permit.case_id());
    const auto id = work.new_id<PlanId>();
    work.db.run("INSERT INTO plan_version (municipality, id, case_id, version, valid_from, decision_note, change_reason_sealed) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                work.municipality, id, permit.case_id(), version, work.today, decision_note,
                cases::seal_if(permit, Drawer::room, Field::plan_change_reason, {id.bytes()}, change_reason));
    for (const auto& one : load_commitments(permit, Texts::left_sealed)) {
        if (one.draft.dropped) continue;
        work.db.run("INSERT INTO plan_version_line (municipality, plan, commitment, seq) VALUES ($1, $2, $3, $4)", work.municipality, id,
                    one.id, one.draft.seq);
    }
    return version;
}

}  // namespace lots::plan
