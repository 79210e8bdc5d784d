#include <algorithm>
#include <map>

#include "cases/sealed.h"
#include "plan/store.h"

// What is kept of those who took part in shaping the plan, and of the links of a life that were looked at.
namespace lots::plan {

using access::Answer;
using access::Compartment;
using cases::Drawer;
using storage::Row;
using vault::Field;

namespace {

Bytes seal(const access::CasePermit& permit, Field field, cases::RowOf row, std::string_view text)
{
    return cases::seal(permit, Drawer::room, field, row, text);
}

}  // namespace

std::optional<Words> words(const access::CasePermit& permit)
{
    permit.require(Compartment::room);
    if (permit.answer(Compartment::room) != Answer::yes) return std::nullopt;
    auto& work = permit.work();
    struct Sealed {
        Bytes youth, crisis;
        std::optional<Bytes> guardian, guardian_missing;
    };
    const auto stored = work.db.one(
        "SELECT seq, youth_words_sealed, guardian_words_sealed, crisis_contact_sealed, took_part_on, made_at, made_by, "
        "guardian_missing_reason_sealed FROM plan_words "
        "WHERE municipality = $1 AND case_id = $2 ORDER BY seq DESC LIMIT 1",
        [](const Row& row) {
            Words found;
            found.seq = row.get<int>(0);
            found.took_part_on = row.get<Date>(4);
            found.made_at = row.get<Instant>(5);
            found.made_by = row.get<PersonId>(6);
            return std::pair{std::move(found), Sealed{row.get<Bytes>(1), row.get<Bytes>(3), row.get<std::optional<Bytes>>(2), row.get<std::optional<Bytes>>(7)}};
        },
        work.municipality, permit.case_id());
    if (!stored) return std::nullopt;
    auto found = stored->first;
    const auto id = permit.case_id();
    const cases::RowOf row{id.bytes(), found.seq};
    found.youth = cases::open(permit, Drawer::room, Field::plan_youth_words, row, stored->second.youth);
    found.guardian = cases::open_if(permit, Drawer::room, Field::plan_guardian_view, row, stored->second.guardian);
    found.crisis_contact = cases::open(permit, Drawer::room, Field::plan_crisis_contact, row, stored->second.crisis);
    found.guardian_missing_reason =
        cases::open_if(permit, Drawer::room, Field::plan_guardian_missing_reason, row, stored->second.guardian_missing);
    found.took_part = work.db.all(
        "SELECT s.number FROM plan_took_part p JOIN signatory s ON s.municipality = p.municipality AND s.id = p.signatory "
        "WHERE p.municipality = $1 AND p.case_id = $2 AND p.seq = $3 ORDER BY s.number",
        [](const Row& row_) { return row_.get<int>(0); }, work.municipality, permit.case_id(), found.seq);
    return found;
}

void add_words(const access::CasePermit& permit, const Words& words)
{
    auto& work = permit.work();
    const auto id = permit.case_id();
    const cases::RowOf row{id.bytes(), words.seq + 1};
    work.db.run("INSERT INTO plan_words (municipality, case_id, seq, youth_words_sealed, guardian_words_sealed, crisis_contact_sealed, "
                "took_part_on, made_at, made_by, guardian_missing_reason_sealed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                work.municipality, id, row.seq, seal(permit, Field::plan_youth_words, row, words.youth),
                cases::seal_if(permit, Drawer::room, Field::plan_guardian_view, row, words.guardian),
                seal(permit, Field::plan_crisis_contact, row, words.crisis_contact), words.took_part_on, work.now, work.reader.person,
                cases::seal_if(permit, Drawer::room, Field::plan_guardian_missing_reason, row, words.guardian_missing_reason));
    for (const auto& signatory : permit.facts().consent.signatories)
        if (std::ranges::find(words.took_part, signatory.number) != words.took_part.end())
            work.db.run("INSERT INTO plan_took_part (municipality, case_id, seq, signatory) VALUES ($1, $2, $3, $4)", work.municipality, id,
                        row.seq, signatory.id);
}

std::vector<AreaNote> area_notes(const access::CasePermit& permit)
{
    permit.require(Compartment::room);
    if (permit.answer(Compartment::room) != Answer::yes) return {};
    auto& work = permit.work();
    const auto stored = work.db.all(
        "SELECT area, seq, reason_sealed FROM plan_area WHERE municipality = $1 AND case_id = $2 ORDER BY seq",
        [](const Row& row) {
            return std::pair{AreaNote{row.get<std::string>(0), {}, row.get<int>(1)}, row.get<std::optional<Bytes>>(2)};
        },
        work.municipality, permit.case_id());
    std::map<std::string, AreaNote> newest;
    const auto id = permit.case_id();
    for (auto [note, reason] : stored) {
        note.reason = cases::open_if(permit, Drawer::room, Field::plan_area_reason, {id.bytes(), note.seq}, reason);
        newest[note.area] = note;
    }
    std::vector<AreaNote> all;
    for (const auto& [area, note] : newest) all.push_back(note);
    return all;
}

void add_area_note(const access::CasePermit& permit, std::string_view area, std::string_view reason)
{
    auto& work = permit.work();
    const auto id = permit.case_id();
    const int seq = *work.db.one("SELECT COALESCE(MAX(seq), 0) + 1 FROM plan_area WHERE municipality = $1 AND case_id = $2",
                                 [](const Row& row) { return row.get<int>(0); }, work.municipality, id);
    work.db.run("INSERT INTO plan_area (municipality, case_id, seq, area, reason_sealed, made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                work.municipality, id, seq, area, cases::seal_if(permit, Drawer::room, Field::plan_area_reason, {id.bytes(), seq}, reason),
                work.now, work.reader.person);
}

}  // namespace lots::plan
