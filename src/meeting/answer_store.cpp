#include "meeting/answer_store.h"

#include <algorithm>

#include "cases/sealed.h"

namespace lots::meeting {

using access::Compartment;
using cases::Drawer;
using storage::Row;
using vault::Field;

const Invitation* own_invitation(const access::CasePermit& permit, const Meeting& meeting)
{
    const auto& facts = permit.facts();
    const auto& signatories = facts.consent.signatories;
    const auto signs = std::ranges::find_if(signatories, [&](const consent::Signatory& one) { return facts.own_signatory == one.id; });
    const auto is_own = [&](const Invitation& one) {
        if (one.member) return facts.own_membership == one.member;
        if (one.helper) return facts.own_helper == one.helper_id && !one.fell_away;
        return signs != signatories.end() && one.signatory == signs->number;
    };
    const auto found = std::ranges::find_if(meeting.invitations, is_own);
    return found == meeting.invitations.end() ? nullptr : &*found;
}

void load_answers(const access::CasePermit& permit, std::vector<Meeting>& all, bool leads)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    work.db.each(
        "SELECT a.meeting, a.line, a.seq, a.answer, a.reason_sealed, a.way, a.said_on, a.made_at, a.made_by FROM call_answer a "
        "JOIN meeting m ON m.municipality = a.municipality AND m.id = a.meeting "
        "WHERE a.municipality = $1 AND m.case_id = $2 ORDER BY a.meeting, a.line, a.seq",
        [&](const Row& row) {
            const auto id = row.get<MeetingId>(0);
            const auto meeting = std::ranges::find(all, id, &Meeting::id);
            check(meeting != all.end(), "an answer to the call of another case's meeting");
            const auto line = std::ranges::find(meeting->invitations, row.get<int>(1), &Invitation::kept_line);
            check(line != meeting->invitations.end(), "an answer of somebody who was not called");
            if (!leads && own_invitation(permit, *meeting) != &*line) return;
            CallAnswer answer;                // rows come oldest first: the newest counts
            answer.seq = row.get<int>(2);
            answer.answer = row.get<std::string>(3);
            answer.reason = cases::open_if(permit, Drawer::room, Field::call_answer_reason, {id.bytes(), line->kept_line * 1000 + answer.seq},
                                           row.get<std::optional<Bytes>>(4));
            answer.way = row.get<std::optional<std::string>>(5).value_or("");
            answer.said_on = row.get<std::optional<Date>>(6);
            answer.made_at = row.get<Instant>(7);
            answer.made_by = row.get<PersonId>(8);
            line->answer = std::move(answer);
        },
        work.municipality, permit.case_id());
}

void add_answer(const access::CasePermit& permit, const Meeting& meeting, const Invitation& line, const CallAnswer& answer)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    const auto seq = 1 + work.db.one("SELECT count(*) FROM call_answer WHERE municipality = $1 AND meeting = $2 AND line = $3",
                                     [](const Row& row) { return row.get<int>(0); }, work.municipality, meeting.id, line.kept_line)
                             .value_or(0);
    const cases::RowOf row_of{meeting.id.bytes(), line.kept_line * 1000 + seq};
    const bool for_somebody = !answer.way.empty();
    work.db.run("INSERT INTO call_answer (municipality, meeting, line, seq, answer, reason_sealed, way, said_on, made_at, made_by) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                work.municipality, meeting.id, line.kept_line, seq, answer.answer,
                cases::seal_if(permit, Drawer::room, Field::call_answer_reason, row_of, answer.reason),
                for_somebody ? std::optional(answer.way) : std::nullopt, for_somebody ? answer.said_on : std::nullopt, work.now,
                work.reader.person);
}

}  // namespace lots::meeting
