#include "note/store.h"

#include <algorithm>

#include "cases/sealed.h"
#include "guideline/law.h"
#include "organisation/store.h"

// Notes between meetings. What social services keep for themselves stands in store_apart.cpp.
namespace lots::note {

using access::Answer;
using access::Compartment;
using cases::Drawer;
using storage::Row;
using vault::Field;

namespace {

struct Loaded {
    Note note;
    PersonId made_by;
    bool addressed = false;               // to the reader
};

std::vector<Loaded> load(const access::CasePermit& permit)
{
    auto& work = permit.work();
    return work.db.all(
        "SELECT n.id, n.number, n.kind, n.part_of_day, n.seen_on, c.number, n.third_party, n.text_sealed, n.district_sealed, a.name, "
        "n.made_by, n.made_at, a.kind, n.basis FROM note n JOIN agency a ON a.municipality = n.municipality AND a.id = n.agency "
        "LEFT JOIN commitment c ON c.municipality = n.municipality AND c.id = n.commitment "
        "WHERE n.municipality = $1 AND n.case_id = $2 ORDER BY n.number DESC",
        [&](const Row& row) {
            Loaded one;
            auto& note = one.note;
            note.id = row.get<RecordId>(0);
            note.number = row.get<int>(1);
            note.kind = row.get<std::string>(2);
            note.part_of_day = row.get<std::optional<std::string>>(3).value_or("");
            note.seen_on = row.get<Date>(4);
            note.commitment = row.get<std::optional<int>>(5);
            note.third_party = row.get<bool>(6);
            note.text = cases::open(permit, Drawer::room, Field::note_text, {note.id.bytes()}, row.get<Bytes>(7));
            note.district = cases::open_if(permit, Drawer::room, Field::note_district, {note.id.bytes()}, row.get<std::optional<Bytes>>(8));
            note.agency_name = row.get<std::string>(9);
            one.made_by = row.get<PersonId>(10);
            note.made_at = row.get<Instant>(11);
            note.agency_kind = row.get<std::string>(12);
            note.new_concern = row.get<std::optional<std::string>>(13) == "new_concern";
            return one;
        },
        work.municipality, permit.case_id());
}

void add_readers(const access::CasePermit& permit, std::vector<Loaded>& all)
{
    auto& work = permit.work();
    const auto& facts = permit.facts();
    work.db.each(
        "SELECT r.note, m.number, s.number, r.signatory FROM note_reader r "
        "JOIN note n ON n.municipality = r.municipality AND n.id = r.note "
        "LEFT JOIN membership m ON m.municipality = r.municipality AND m.id = r.membership "
        "LEFT JOIN signatory s ON s.municipality = r.municipality AND s.id = r.signatory "
        "WHERE r.municipality = $1 AND n.case_id = $2 ORDER BY r.note, r.line",
        [&](const Row& row) {
            const auto id = row.get<RecordId>(0);
            const auto found = std::ranges::find_if(all, [&](const Loaded& one) { return one.note.id == id; });
            check(found != all.end(), "a reader of a note of another case");
            if (const auto member = row.get<std::optional<int>>(1)) {
                found->note.members.push_back(*member);
                found->addressed = found->addressed || facts.own_membership == member;
            }
            if (const auto signatory = row.get<std::optional<int>>(2)) {
                found->note.signatories.push_back(*signatory);
                found->addressed = found->addressed || facts.own_signatory == row.get<SignatoryId>(3);
            }
        },
        work.municipality, permit.case_id());
}

}  // namespace

std::vector<Note> notes(const access::CasePermit& permit)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    auto all = load(permit);
    add_readers(permit, all);
    const bool whole = permit.answer(Compartment::room) == Answer::yes;
    std::vector<PersonId> people;
    for (const auto& one : all) people.push_back(one.made_by);
    const auto names = organisation::person_names(work, people);
    std::vector<Note> notes;
    for (auto& one : all) {
        if (!whole && !one.addressed && one.made_by != work.reader.person) continue;
        const auto name = names.find(one.made_by);
        check(name != names.end(), "a note was written by nobody");
        one.note.by = name->second;
        if (!whole && one.made_by != work.reader.person) {  // who else was told is the writer's and the leading ones' to know
            one.note.members.clear();
            one.note.signatories.clear();
        }
        notes.push_back(std::move(one.note));
    }
    return notes;
}

std::string law_of(const Note& note)
{
    if (note.agency_kind != "police") return {};
    const auto law = guideline::legal_reference(police_law, note.seen_on);
    return law ? guideline::wording(*law) : std::string{};
}

int add(const access::CasePermit& permit, const NewNote& note)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    const auto& written = note.written;
    const auto id = work.new_id<RecordId>();
    const auto number = 1 + work.db.one("SELECT count(*) FROM note WHERE municipality = $1 AND case_id = $2",
                                        [](const Row& row) { return row.get<int>(0); }, work.municipality, permit.case_id())
                                .value_or(0);
    const auto part_of_day = written.part_of_day.empty() ? std::nullopt : std::optional(written.part_of_day);
    const auto basis = written.basis.empty() ? std::nullopt : std::optional(std::string(note.commitment ? "commitment" : "new_concern"));
    work.db.run("INSERT INTO note (municipality, id, case_id, number, kind, seen_on, part_of_day, basis, commitment, third_party, text_sealed, "
                "district_sealed, agency, made_at, made_by) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
                work.municipality, id, permit.case_id(), number, written.kind, *written.seen_on, part_of_day,
                basis, note.commitment, written.third_party,
                cases::seal(permit, Drawer::room, Field::note_text, {id.bytes()}, written.text),
                cases::seal_if(permit, Drawer::room, Field::note_district, {id.bytes()}, written.district), work.reader.agency, work.now,
                work.reader.person);
    int line = 0;
    for (const auto& member : note.members)
        work.db.run("INSERT INTO note_reader (municipality, note, line, membership, signatory) VALUES ($1, $2, $3, $4, NULL)",
                    work.municipality, id, ++line, member);
    for (const auto& signatory : note.signatories)
        work.db.run("INSERT INTO note_reader (municipality, note, line, membership, signatory) VALUES ($1, $2, $3, NULL, $4)",
                    work.municipality, id, ++line, signatory);
    return number;
}

}  // namespace lots::note
