#include "meeting/decisions.h"

#include "base/check.h"
#include "cases/sealed.h"
#include "guideline/law.h"
#include "meeting/minutes_store.h"

namespace lots::meeting {

using access::Compartment;
using cases::Drawer;
using storage::Row;
using vault::Field;

namespace {

constexpr std::string_view reference = "sol-14-3";

}  // namespace

int add_decision(const access::CasePermit& permit, const Meeting& meeting, const cases::DecisionNote& note)
{
    permit.require(Compartment::room);
    check(meeting.starts_at.has_value(), "a decision was made at a meeting without a day");
    auto& work = permit.work();
    const auto day = local_day(*meeting.starts_at);
    check(guideline::legal_reference(reference, day).has_value(), "a decision rests on a paragraph that is not in force on its day");
    const int seq = 1 + work.db.one("SELECT count(*) FROM meeting_decision WHERE municipality = $1 AND meeting = $2",
                                    [](const Row& row) { return row.get<int>(0); }, work.municipality, meeting.id)
                            .value_or(0);
    const auto seal = [&](Field field, const std::string& text) {
        return cases::seal(permit, Drawer::room, field, {meeting.id.bytes(), seq}, text);
    };
    const auto seal_if = [&](Field field, const std::string& text) {
        return cases::seal_if(permit, Drawer::room, field, {meeting.id.bytes(), seq}, text);
    };
    work.db.run("INSERT INTO meeting_decision (municipality, meeting, seq, decided_on, made_at, made_by, role, legal_reference, "
                "delegation_sealed, why_sealed, how_sealed, who_sealed, what_sealed, childs_view_sealed, best_interests_sealed) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
                work.municipality, meeting.id, seq, day, work.now, work.reader.person, access::name(work.reader.role), reference,
                seal_if(Field::decision_delegation, note.delegation), seal(Field::decision_why, note.why), seal(Field::decision_how, note.how),
                seal(Field::decision_who, note.who), seal(Field::decision_what, note.what),
                seal_if(Field::decision_childs_view, note.childs_view), seal_if(Field::decision_best_interests, note.best_interests));
    return seq;
}

std::vector<cases::KeptDecision> decisions(const access::CasePermit& permit, const Meeting& meeting)
{
    permit.require(Compartment::room);
    if (!may_read(permit, meeting)) return {};
    auto& work = permit.work();
    return work.db.all(
        "SELECT seq, decided_on, made_by, role, legal_reference, delegation_sealed, why_sealed, how_sealed, who_sealed, what_sealed, "
        "childs_view_sealed, best_interests_sealed FROM meeting_decision WHERE municipality = $1 AND meeting = $2 ORDER BY seq",
        [&](const Row& row) {
            const auto open = [&](Field field, int column) {
                return cases::open_if(permit, Drawer::room, field, {meeting.id.bytes(), row.get<int>(0)},
                                      row.get<std::optional<Bytes>>(column));
            };
            cases::KeptDecision found{{}, row.get<Date>(1), row.get<PersonId>(2), row.get<std::string>(3),
                                      cases::law_of(row.text(4), row.get<Date>(1))};
            found.note = {open(Field::decision_why, 6),          open(Field::decision_how, 7),
                          open(Field::decision_who, 8),          open(Field::decision_what, 9),
                          open(Field::decision_childs_view, 10), open(Field::decision_best_interests, 11),
                          open(Field::decision_delegation, 5)};
            return found;
        },
        work.municipality, meeting.id);
}

}  // namespace lots::meeting
