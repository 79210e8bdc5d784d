#include <algorithm>
#include <sstream>

#include "cases/record.h"
#include "cases/sealed.h"
#include "organisation/store.h"
#include "working_group/store.h"

namespace lots::working_group {

using access::Compartment;
using access::Operation;
using access::Work;
using cases::Drawer;
using storage::Row;
using vault::Field;

namespace {

std::string joined(const std::vector<std::string>& codes)
{
    std::string all;
    for (const auto& code : codes) all += (all.empty() ? "" : " ") + code;
    return all;
}

std::vector<std::string> split(const std::string& codes)
{
    std::istringstream in(codes);
    std::vector<std::string> all;
    for (std::string code; in >> code;) all.push_back(code);
    return all;
}

/// What the group may read of an item: the text and the age band.
Item read_shown(const Row& row)
{
    Item item;
    item.id = row.get<RecordId>(0);
    item.meeting = row.get<RecordId>(1);
    item.number = row.get<int>(2);
    item.case_id = row.get<CaseId>(3);
    item.form = row.get<std::string>(4);
    item.age_band = row.get<std::string>(5);
    return item;
}

/// An item of a case with everything still sealed.
struct Sealed {
    Item item;
    Bytes text;
    std::optional<Bytes> reason, kept_at, advice_text, position, answer_reason;
    std::optional<AgencyId> contact;
};

Sealed read_whole(const Row& row)
{
    Sealed found;
    auto& item = found.item;
    item = read_shown(row);
    item.meeting_number = row.get<int>(6);
    item.could_be_about = row.get<int>(7);
    item.warnings = split(row.get<std::string>(8));
    item.consent_signed_on = row.get<std::optional<Date>>(9);
    item.consent_last_day = row.get<std::optional<Date>>(10);
    item.approved_at = row.get<Instant>(11);
    item.approved_by = row.get<PersonId>(12);
    found.text = row.get<Bytes>(13);
    found.reason = row.get<std::optional<Bytes>>(14);
    found.kept_at = row.get<std::optional<Bytes>>(15);
    if (row.null(16)) return found;
    item.recommendation = Recommendation{row.get<std::string>(16), {}, {}, {}, row.get<Date>(17), {}};
    found.advice_text = row.get<std::optional<Bytes>>(18);
    found.contact = row.get<std::optional<AgencyId>>(19);
    found.position = row.get<std::optional<Bytes>>(20);
    if (row.null(21)) return found;
    item.recommendation->answer = RecommendationAnswer{row.get<bool>(21), {}, row.get<Instant>(22)};
    found.answer_reason = row.get<std::optional<Bytes>>(23);
    return found;
}

/// Whether this reader may write down what the group thinks of that case. Nothing of the case is given out, so that it is no
/// operation on it; but the advice lies in its file. It belongs to the time in which the group talks about it (T3), and a
/// conflict of interest closes all of a case (edge case 4.14).
bool takes_advice(const access::CaseFacts& facts)
{
    return facts.state == access::CaseState::prepared_deidentified &&
           std::ranges::count(facts.relations, access::Relation::conflicted) == 0;
}

/// How many items the meeting has, also those that the reader may not read.
int count_items(Work& work, const Meeting& meeting)
{
    return work.db
        .one(
            "SELECT COUNT(*) FROM deidentified_item WHERE municipality = $1 AND meeting = $2",
            [](const Row& row) { return row.get<int>(0); }, work.municipality, meeting.id)
        .value_or(0);
}

}  // namespace

std::vector<Item> items_shown(Work& work, const Meeting& meeting)
{
    if (!meeting.outcome.empty()) return {};
    std::vector<std::pair<Item, Bytes>> found;
    work.db.each("SELECT id, meeting, number, case_id, form, age_band, text_sealed FROM deidentified_item "
                 "WHERE municipality = $1 AND meeting = $2 ORDER BY number",
                 [&](const Row& row) { found.emplace_back(read_shown(row), row.get<Bytes>(6)); }, work.municipality, meeting.id);
    std::vector<Item> shown;
    for (auto& [item, sealed] : found) {
        auto facts = access::load_case_facts(work, item.case_id);
        check(facts.has_value(), "an item is about a case that is not there");
        const auto permit = access::permit<Operation::read_deidentified>(work, *std::move(facts));
        if (!permit) continue;
        permit->require(Compartment::deidentified);
        // The text is kept in social services' file, and this much of it is the compartment of its own that the permit covers.
        item.text = work.vault.open(permit->facts().social_unit,
                                    {Field::deidentified_text, work.municipality, item.case_id.bytes(), item.id.bytes()}, sealed);
        item.meeting_number = meeting.number;
        shown.push_back(std::move(item));
    }
    return shown;
}

std::vector<Item> items_of_case(const access::CasePermit& permit)
{
    permit.require(Compartment::social_services);
    auto& work = permit.work();
    const auto found = work.db.all(
        "SELECT i.id, i.meeting, i.number, i.case_id, i.form, i.age_band, m.number, i.could_be_about, i.warnings, i.consent_signed_on, "
        "i.consent_last_day, i.approved_at, i.approved_by, i.text_sealed, i.reason_sealed, i.consent_kept_at_sealed, r.advice, r.made_on, "
        "r.text_sealed, r.contact_agency, r.contact_position_sealed, a.follows, a.made_at, a.reason_sealed FROM deidentified_item i "
        "JOIN working_group_meeting m ON m.municipality = i.municipality AND m.id = i.meeting "
        "LEFT JOIN group_recommendation r ON r.municipality = i.municipality AND r.deidentified_item = i.id "
        "LEFT JOIN recommendation_answer a ON a.municipality = i.municipality AND a.deidentified_item = i.id "
        "WHERE i.municipality = $1 AND i.case_id = $2 ORDER BY i.approved_at DESC, i.id",
        read_whole, work.municipality, permit.case_id());
    std::vector<Item> items;
    for (const auto& one : found) {
        auto item = one.item;
        const cases::RowOf row{item.id.bytes()};
        const auto opened = [&](Field field, const std::optional<Bytes>& sealed) {
            return cases::open_if(permit, Drawer::social_services, field, row, sealed);
        };
        item.text = opened(Field::deidentified_text, one.text);
        item.reason = opened(Field::deidentified_reason, one.reason);
        item.consent_kept_at = opened(Field::preparation_consent_kept_at, one.kept_at);
        if (item.recommendation) {
            item.recommendation->text = opened(Field::recommendation_text, one.advice_text);
            item.recommendation->contact_position = opened(Field::recommendation_contact, one.position);
            if (one.contact) item.recommendation->contact_agency = organisation::agency_name(work, *one.contact);
            if (item.recommendation->answer) item.recommendation->answer->reason = opened(Field::recommendation_answer_reason, one.answer_reason);
        }
        items.push_back(std::move(item));
    }
    return items;
}

int add_item(const access::CasePermit& permit, const Meeting& meeting, const PrepareItem& prepared, std::string_view age_band,
             const std::vector<std::string>& warnings)
{
    auto& work = permit.work();
    const auto id = work.new_id<RecordId>();
    const cases::RowOf row{id.bytes()};
    const int number = count_items(work, meeting) + 1;
    const bool named = prepared.form == "named";
    work.db.run("INSERT INTO deidentified_item (municipality, id, meeting, number, case_id, form, text_sealed, age_band, could_be_about, "
                "warnings, reason_sealed, consent_signed_on, consent_last_day, consent_kept_at_sealed, approved_at, approved_by) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
                work.municipality, id, meeting.id, number, permit.case_id(), prepared.form,
                cases::seal(permit, Drawer::social_services, Field::deidentified_text, row, prepared.text), age_band,
                prepared.could_be_about.value_or(0), joined(warnings),
                cases::seal_if(permit, Drawer::social_services, Field::deidentified_reason, row, prepared.reason),
                named ? prepared.consent_signed_on : std::nullopt, named ? prepared.consent_last_day : std::nullopt,
                cases::seal_if(permit, Drawer::social_services, Field::preparation_consent_kept_at, row, prepared.consent_kept_at), work.now,
                work.reader.person);
    return number;
}

std::vector<int> waiting_items(Work& work, const Meeting& meeting)
{
    std::vector<std::pair<int, CaseId>> found;
    work.db.each(
        "SELECT i.number, i.case_id FROM deidentified_item i LEFT JOIN group_recommendation r ON "
        "r.municipality = i.municipality AND r.deidentified_item = i.id WHERE i.municipality = $1 AND i.meeting = $2 AND "
        "r.deidentified_item IS NULL ORDER BY i.number",
        [&](const Row& row) { found.emplace_back(row.get<int>(0), row.get<CaseId>(1)); }, work.municipality, meeting.id);
    std::vector<int> waiting;
    for (const auto& [number, case_id] : found) {
        const auto facts = access::load_case_facts(work, case_id);
        check(facts.has_value(), "an item is about a case that is not there");
        if (takes_advice(*facts)) waiting.push_back(number);
    }
    return waiting;
}

void add_recommendation(Work& work, const Meeting& meeting, int item, const Recommend& recommended)
{
    const auto found = work.db.one("SELECT id, case_id FROM deidentified_item WHERE municipality = $1 AND meeting = $2 AND number = $3",
                                   [](const Row& row) { return std::pair{row.get<RecordId>(0), row.get<CaseId>(1)}; }, work.municipality,
                                   meeting.id, item);
    check(found.has_value(), "a recommendation about an item that is not there");
    const auto facts = access::load_case_facts(work, found->second);
    check(facts.has_value(), "an item is about a case that is not there");
    check(takes_advice(*facts), "a recommendation about a case that takes none");
    cases::touch(work, *facts);
    const auto seal = [&](Field field, std::string_view text) {
        return work.vault.seal(facts->social_unit, {field, work.municipality, facts->id.bytes(), found->first.bytes()}, text);
    };
    const auto agency = organisation::agency_of_code(work, recommended.contact_agency);
    std::optional<Bytes> position;
    if (!recommended.contact_position.empty()) position = seal(Field::recommendation_contact, recommended.contact_position);
    work.db.run("INSERT INTO group_recommendation (municipality, deidentified_item, advice, text_sealed, contact_agency, "
                "contact_position_sealed, made_on, made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                work.municipality, found->first, recommended.advice, seal(Field::recommendation_text, recommended.text),
                agency ? std::optional(agency->id) : std::nullopt, position, work.today, work.now, work.reader.person);
    work.entry().subjects.push_back({facts->id, {std::string(access::name(Compartment::deidentified))}});
}

void add_answer(const access::CasePermit& permit, const Item& item, bool follows, std::string_view reason)
{
    auto& work = permit.work();
    work.db.run("INSERT INTO recommendation_answer (municipality, deidentified_item, follows, reason_sealed, made_at, made_by) "
                "VALUES ($1, $2, $3, $4, $5, $6)",
                work.municipality, item.id, follows,
                cases::seal_if(permit, Drawer::social_services, Field::recommendation_answer_reason, {item.id.bytes()}, reason), work.now,
                work.reader.person);
}

}  // namespace lots::working_group
