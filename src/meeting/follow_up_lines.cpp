#include "meeting/follow_up_lines.h"

#include <algorithm>

#include "cases/sealed.h"

namespace lots::meeting {

using access::Compartment;
using cases::Drawer;
using storage::Row;
using vault::Field;

namespace {

/// A line is bound to its meeting, its commitment and its seq; the place has room for one id, so the commitment's number joins the seq.
cases::RowOf row_of(const Meeting& meeting, int commitment_number, int seq) { return {meeting.id.bytes(), commitment_number * 1000 + seq}; }

}  // namespace

std::vector<FollowUpLine> follow_up_lines(const access::CasePermit& permit, const Meeting& meeting)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    std::vector<FollowUpLine> newest;
    work.db.each(
        "SELECT f.commitment, c.number, f.seq, f.status, f.text_sealed, f.new_last_day, f.made_at, f.made_by FROM follow_up_line f "
        "JOIN commitment c ON c.municipality = f.municipality AND c.id = f.commitment "
        "WHERE f.municipality = $1 AND f.meeting = $2 AND NOT EXISTS (SELECT 1 FROM follow_up_taken_back t WHERE "
        "t.municipality = f.municipality AND t.meeting = f.meeting AND t.commitment = f.commitment AND t.seq = f.seq) "
        "ORDER BY c.number, f.seq",
        [&](const Row& row) {
            FollowUpLine line;
            line.commitment = row.get<CommitmentId>(0);
            line.commitment_number = row.get<int>(1);
            line.seq = row.get<int>(2);
            line.status = row.get<std::string>(3);
            line.text = cases::open(permit, Drawer::room, Field::follow_up_line, row_of(meeting, line.commitment_number, line.seq),
                                    row.get<Bytes>(4));
            line.new_last_day = row.get<std::optional<Date>>(5);
            line.made_at = row.get<Instant>(6);
            line.made_by = row.get<PersonId>(7);
            if (!newest.empty() && newest.back().commitment == line.commitment) newest.back() = std::move(line);
            else newest.push_back(std::move(line));
        },
        work.municipality, meeting.id);
    return newest;
}

void add_follow_up_line(const access::CasePermit& permit, const Meeting& meeting, const CommitmentId& commitment, std::string_view status,
                        std::string_view text, std::optional<Date> new_last_day)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    const auto number = work.db.one("SELECT number FROM commitment WHERE municipality = $1 AND id = $2 AND case_id = $3",
                                    [](const Row& row) { return row.get<int>(0); }, work.municipality, commitment, permit.case_id());
    check(number.has_value(), "a commitment of another case is followed up");
    const auto seq =
        1 + work.db.one("SELECT count(*) FROM follow_up_line WHERE municipality = $1 AND meeting = $2 AND commitment = $3",
                        [](const Row& row) { return row.get<int>(0); }, work.municipality, meeting.id, commitment)
                .value_or(0);
    work.db.run("INSERT INTO follow_up_line (municipality, meeting, commitment, seq, status, text_sealed, new_last_day, made_at, made_by) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                work.municipality, meeting.id, commitment, seq, status,
                cases::seal(permit, Drawer::room, Field::follow_up_line, row_of(meeting, *number, seq), text), new_last_day, work.now,
                work.reader.person);
}

void take_back_follow_up(const access::CasePermit& permit, const Meeting& meeting, const FollowUpLine& line)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    work.db.run("INSERT INTO follow_up_taken_back (municipality, meeting, commitment, seq, made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6)",
                work.municipality, meeting.id, line.commitment, line.seq, work.now, work.reader.person);
}

}  // namespace lots::meeting
