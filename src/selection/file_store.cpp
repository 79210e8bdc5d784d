#include "cases/sealed.h"
#include "selection/store.h"

// What the selection rests on, who was told, and who waits.
namespace lots::selection {

using access::Compartment;
using access::Operation;
using cases::Drawer;
using storage::Row;
using vault::Field;

namespace {

/// Numbers of one case begin at 1. The case was touched before, so that two commands do not take the same.
int next_in_case(const access::CasePermit& permit, storage::Sql highest)
{
    auto& work = permit.work();
    return work.db
               .one(
                   highest, [](const Row& row) { return row.get<int>(0); }, work.municipality, permit.case_id())
               .value_or(0) +
           1;
}

std::string joined(const std::vector<std::string>& codes)
{
    std::string all;
    for (const auto& code : codes) all += (all.empty() ? "" : " ") + code;
    return all;
}

}  // namespace

std::vector<Source> sources_of(const access::CasePermit& permit)
{
    permit.require(Compartment::social_services);
    auto& work = permit.work();
    return work.db.all(
        "SELECT id, own, kind, from_whom_sealed, about_sealed, learned_on FROM offer_source WHERE municipality = $1 AND "
        "case_id = $2 "
        "ORDER BY number",
        [&](const Row& row) {
            const auto id = row.get<RecordId>(0);
            const auto open = [&](Field field, int column) {
                return cases::open(permit, Drawer::social_services, field, {id.bytes()}, row.get<Bytes>(column));
            };
            return Source{permit.facts().number,        row.get<bool>(1) ? "own" : "other",
                          row.get<std::string>(2),      open(Field::source_from_whom, 3),
                          open(Field::source_about, 4), row.get<Date>(5)};
        },
        work.municipality, permit.case_id());
}

void add_source(const access::CasePermit& permit, const Source& source)
{
    auto& work = permit.work();
    const auto id = work.new_id<RecordId>();
    const int number = next_in_case(
        permit, "SELECT MAX(number) FROM offer_source WHERE municipality = $1 AND case_id = $2 HAVING COUNT(*) > 0");
    work.db.run("INSERT INTO offer_source (municipality, id, case_id, number, own, kind, from_whom_sealed, learned_on, "
                "about_sealed, made_at, "
                "made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                work.municipality, id, permit.case_id(), number, source.whose == "own", source.kind,
                cases::seal(permit, Drawer::social_services, Field::source_from_whom, {id.bytes()}, source.from_whom),
                *source.learned_on,
                cases::seal(permit, Drawer::social_services, Field::source_about, {id.bytes()}, source.about), work.now,
                work.reader.person);
}

std::vector<Support> supports_of(const access::CasePermit& permit)
{
    permit.require(Compartment::social_services);
    auto& work = permit.work();
    return work.db.all(
        "SELECT id, what_sealed, by_whom_sealed, from_day, last_day FROM other_support WHERE municipality = $1 AND case_id = $2 "
        "ORDER BY number",
        [&](const Row& row) {
            const auto id = row.get<RecordId>(0);
            const auto open = [&](Field field, int column) {
                return cases::open(permit, Drawer::social_services, field, {id.bytes()}, row.get<Bytes>(column));
            };
            return Support{permit.facts().number, open(Field::support_what, 1), open(Field::support_by_whom, 2), row.get<Date>(3),
                           row.get<std::optional<Date>>(4)};
        },
        work.municipality, permit.case_id());
}

void add_support(const access::CasePermit& permit, const Support& support)
{
    auto& work = permit.work();
    const auto id = work.new_id<RecordId>();
    const int number =
        next_in_case(permit, "SELECT MAX(number) FROM other_support WHERE municipality = $1 AND case_id = $2 HAVING COUNT(*) > 0");
    const auto seal = [&](Field field, const std::string& text) {
        return cases::seal(permit, Drawer::social_services, field, {id.bytes()}, text);
    };
    work.db.run("INSERT INTO other_support (municipality, id, case_id, number, what_sealed, by_whom_sealed, from_day, last_day, made_at, "
                "made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                work.municipality, id, permit.case_id(), number, seal(Field::support_what, support.what),
                seal(Field::support_by_whom, support.by_whom), *support.from_day, support.last_day, work.now, work.reader.person);
}

std::vector<Assessment> assessments_of(const access::CasePermit& permit)
{
    check(permit.operation() == Operation::read_assessment, "an assessment was read without a permit for it");
    auto& work = permit.work();
    return work.db.all(
        "SELECT id, instrument, instrument_name_sealed, version_sealed, assessor_sealed, summary_sealed, assessed_on, "
        "for_plan_sealed FROM structured_assessment WHERE municipality = $1 AND case_id = $2 ORDER BY assessed_on DESC, "
        "number DESC",
        [&](const Row& row) {
            const auto id = row.get<RecordId>(0);
            const auto open = [&](Field field, int column) {
                return cases::open_if(permit, Drawer::social_services, field, {id.bytes()},
                                      row.get<std::optional<Bytes>>(column));
            };
            return Assessment{permit.facts().number,
                              row.get<std::string>(1),
                              open(Field::assessment_instrument_name, 2),
                              open(Field::assessment_version, 3),
                              open(Field::assessment_assessor, 4),
                              open(Field::assessment_summary, 5),
                              row.get<Date>(6),
                              open(Field::assessment_for_plan, 7)};
        },
        work.municipality, permit.case_id());
}

void add_assessment(const access::CasePermit& permit, const Assessment& assessment)
{
    auto& work = permit.work();
    const auto id = work.new_id<RecordId>();
    const int number = next_in_case(
        permit,
        "SELECT MAX(number) FROM structured_assessment WHERE municipality = $1 AND case_id = $2 HAVING COUNT(*) > 0");
    const auto seal = [&](Field field, const std::string& text) {
        return cases::seal(permit, Drawer::social_services, field, {id.bytes()}, text);
    };
    work.db.run(
        "INSERT INTO structured_assessment (municipality, id, case_id, number, instrument, instrument_name_sealed, "
        "version_sealed, "
        "assessed_on, assessor_sealed, summary_sealed, made_at, made_by, for_plan_sealed) VALUES ($1, $2, $3, $4, $5, $6, "
        "$7, $8, $9, $10, $11, $12, $13)",
        work.municipality, id, permit.case_id(), number, assessment.instrument,
        cases::seal_if(permit, Drawer::social_services, Field::assessment_instrument_name, {id.bytes()},
                       assessment.instrument_name),
        seal(Field::assessment_version, assessment.version), *assessment.assessed_on,
        seal(Field::assessment_assessor, assessment.assessor), seal(Field::assessment_summary, assessment.summary), work.now,
        work.reader.person,
        cases::seal_if(permit, Drawer::social_services, Field::assessment_for_plan, {id.bytes()}, assessment.for_plan));
}

std::vector<TellFamily> told_of(const access::CasePermit& permit, const RecordId& decision)
{
    permit.require(Compartment::social_services);
    auto& work = permit.work();
    return work.db.all(
        "SELECT told_on, told_whom, way FROM decision_told WHERE municipality = $1 AND case_id = $2 AND offer_decision = $3 "
        "ORDER BY made_at, id",
        [&](const Row& row) {
            TellFamily told{permit.facts().number, row.get<Date>(0), {}, row.get<std::string>(2)};
            const auto whom = row.get<std::string>(1);
            for (const auto* one : {"youth", "guardians"})
                if (whom.find(one) != std::string::npos) told.told_whom.emplace_back(one);
            return told;
        },
        work.municipality, permit.case_id(), decision);
}

void add_told(const access::CasePermit& permit, const RecordId& decision, const TellFamily& told)
{
    auto& work = permit.work();
    work.db.run(
        "INSERT INTO decision_told (municipality, id, case_id, offer_decision, told_on, told_whom, way, made_at, made_by) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        work.municipality, work.new_id<RecordId>(), permit.case_id(), decision, *told.told_on, joined(told.told_whom),
        told.way, work.now, work.reader.person);
}

std::optional<QueuePlace> queue_place(const access::CasePermit& permit)
{
    permit.require(Compartment::social_services);
    if (permit.facts().recorded_state != access::CaseState::waitlisted) return std::nullopt;
    auto& work = permit.work();
    auto place = work.db.one(
        "SELECT since, review_on FROM waiting_place WHERE municipality = $1 AND case_id = $2 ORDER BY review_on DESC LIMIT "
        "1",
        [](const Row& row) {
            return QueuePlace{row.get<Date>(0), row.get<Date>(1)};
        },
        work.municipality, permit.case_id());
    if (!place) return place;
    place->number =
        work.db
            .one(
                "SELECT COUNT(DISTINCT w.case_id) FROM waiting_place w JOIN case_head h ON h.municipality = w.municipality "
                "AND "
                "h.case_id = w.case_id WHERE w.municipality = $1 AND h.state = 'waitlisted' AND (w.since < $2 OR "
                "(w.since = $2 AND w.case_id <= $3))",
                [](const Row& row) { return row.get<int>(0); }, work.municipality, place->since, permit.case_id())
            .value_or(1);
    return place;
}

}  // namespace lots::selection
