#include "cases/decision_note.h"

#include "cases/sealed.h"
#include "guideline/law.h"

namespace lots::cases {

using storage::Row;
using vault::Field;

namespace {

/// A row of decision_note with its columns in the order of the statements below.
KeptDecision kept_in(const access::CasePermit& permit, const Row& row)
{
    const auto id = row.get<RecordId>(0);
    const auto open = [&](Field field, int column) {
        return open_if(permit, Drawer::social_services, field, {id.bytes()}, row.get<std::optional<Bytes>>(column));
    };
    KeptDecision found{{}, row.get<Date>(1), row.get<PersonId>(2), row.get<std::string>(3), law_of(row.text(4), row.get<Date>(1))};
    found.note = {open(Field::decision_why, 6),          open(Field::decision_how, 7),
                  open(Field::decision_who, 8),          open(Field::decision_what, 9),
                  open(Field::decision_childs_view, 10), open(Field::decision_best_interests, 11),
                  open(Field::decision_delegation, 5)};
    return found;
}

}  // namespace

std::string law_of(std::string_view reference, Date on)
{
    const auto law = guideline::legal_reference(reference, on);
    return law ? guideline::wording(*law) : std::string{};
}

void decision_fields(form::Fields& form, DecisionNote& note, bool under_18)
{
    constexpr form::TextRule box{.longest = 2000, .rows = 4};
    form.group("decision");
    form.text("what", note.what, box);
    form.text("why", note.why, box);
    form.text("how", note.how, box);
    form.text("who", note.who, {.longest = 300});
    form.text("delegation", note.delegation, {.longest = 60});
    form.when(under_18, [&] {
        form.text("childs_view", note.childs_view, box);
        form.text("best_interests", note.best_interests, box);
    });
}

RecordId add_decision(const access::CasePermit& permit, const DecisionNote& note, std::string_view legal_reference)
{
    auto& work = permit.work();
    const auto reference = guideline::legal_reference(legal_reference, work.today);
    check(reference.has_value(), "a decision rests on a paragraph that is not in force today");
    const auto id = work.new_id<RecordId>();
    // What the day itself brings about is nobody's, and has no role.
    const bool by_itself = work.reader.person == PersonId{};
    const auto seal = [&](Field field, const std::string& text) {
        return cases::seal(permit, Drawer::social_services, field, {id.bytes()}, text);
    };
    work.db.run("INSERT INTO decision_note (municipality, id, case_id, decided_on, made_at, made_by, role, legal_reference, delegation_sealed, "
                "why_sealed, how_sealed, who_sealed, what_sealed, childs_view_sealed, best_interests_sealed) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
                work.municipality, id, permit.case_id(), work.today, work.now, work.reader.person,
                by_itself ? std::string_view("system") : access::name(work.reader.role), legal_reference,
                seal(Field::decision_delegation, note.delegation), seal(Field::decision_why, note.why), seal(Field::decision_how, note.how),
                seal(Field::decision_who, note.who), seal(Field::decision_what, note.what),
                seal_if(permit, Drawer::social_services, Field::decision_childs_view, {id.bytes()}, note.childs_view),
                seal_if(permit, Drawer::social_services, Field::decision_best_interests, {id.bytes()}, note.best_interests));
    return id;
}

KeptDecision decision_of(const access::CasePermit& permit, const RecordId& id)
{
    auto& work = permit.work();
    auto kept = work.db.one(
        "SELECT id, decided_on, made_by, role, legal_reference, delegation_sealed, why_sealed, how_sealed, who_sealed, what_sealed, "
        "childs_view_sealed, best_interests_sealed FROM decision_note WHERE municipality = $1 AND id = $2 AND case_id = $3",
        [&](const Row& row) { return kept_in(permit, row); }, work.municipality, id, permit.case_id());
    check(kept.has_value(), "a decision that is referred to is not there");
    return *kept;
}

std::vector<KeptDecision> decisions(const access::CasePermit& permit)
{
    auto& work = permit.work();
    return work.db.all(
        "SELECT id, decided_on, made_by, role, legal_reference, delegation_sealed, why_sealed, how_sealed, who_sealed, what_sealed, "
        "childs_view_sealed, best_interests_sealed FROM decision_note WHERE municipality = $1 AND case_id = $2 ORDER BY made_at, id",
        [&](const Row& row) { return kept_in(permit, row); }, work.municipality, permit.case_id());
}

}  // namespace lots::cases
