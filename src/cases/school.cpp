#include "cases/school.h"

#include "cases/page.h"
#include "cases/record.h"
#include "cases/sealed.h"
#include "form/json_writer.h"
#include "form/labels.h"
#include "organisation/store.h"

namespace lots::cases {

using access::Operation;
using storage::Row;
using vault::Field;

namespace {

void name_school_fields(form::Fields& form, NameSchool& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.text("school", input.school, {.longest = 200});
    form.one_of("organiser", input.organiser, form.coded("organiser", {"municipal", "other_municipality", "independent", "none"}));
    form.one_of("agency", input.agency, choices.of("schools"), {.required = false});
    form.day("principal_contacted_on", input.principal_contacted_on, {.required = false});
}

form::Options schools(access::Work& work)
{
    form::Options options;
    for (const auto& agency : organisation::agencies(work))
        if (agency.kind == "school") options.push_back({agency.code, agency.name});
    return options;
}

Result<web::Prepared<NameSchool>> prepare(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::keep_file>(work, asked.part("case"));
    if (!permit) return permit.error();
    web::Prepared<NameSchool> prepared;
    if (const auto now = school_of(*permit))
        prepared.input = {"", now->agency_code, now->school, now->organiser, now->principal_contacted_on};
    prepared.choices.with("schools", schools(work));
    prepared.header = case_header(*permit, asked);
    prepared.back = case_url(*permit);
    return prepared;
}

Result<web::Landing> name_school(access::Work& work, const NameSchool& input)
{
    const auto permit = access::permit<Operation::keep_file>(work, input.case_number);
    if (!permit) return permit.error();
    if (input.principal_contacted_on && *input.principal_contacted_on > work.today)
        return invalid("principal_contacted_on", "form.today_or_earlier");
    const auto agency = organisation::agency_of_code(work, input.agency);
    if (!input.agency.empty() && (!agency || agency->kind != "school")) return invalid("agency", "form.not_a_choice");
    touch(*permit);
    const auto id = work.new_id<RecordId>();
    work.db.run("INSERT INTO youth_school (municipality, id, case_id, agency, name_sealed, organiser, principal_contacted_on, made_at, made_by) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                work.municipality, id, permit->case_id(), agency ? std::optional(agency->id) : std::nullopt,
                seal(*permit, Drawer::social_services, Field::youth_school_name, {id.bytes()}, input.school), input.organiser,
                input.principal_contacted_on, work.now, work.reader.person);
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).end_object();
    return web::Landing{case_url(*permit), "cases.school_named", json.take()};
}

}  // namespace

std::optional<YouthSchool> school_of(const access::CasePermit& permit)
{
    permit.require(access::Compartment::social_services);
    auto& work = permit.work();
    struct Found {
        RecordId id;
        YouthSchool school;
        Bytes name;
    };
    auto found = work.db.one(
        "SELECT s.id, a.code, a.name, s.organiser, s.principal_contacted_on, s.name_sealed FROM youth_school s "
        "LEFT JOIN agency a ON a.municipality = s.municipality AND a.id = s.agency "
        "WHERE s.municipality = $1 AND s.case_id = $2 ORDER BY s.made_at DESC, s.id LIMIT 1",
        [](const Row& row) {
            const auto text = [&](int column) { return row.null(column) ? std::string{} : row.get<std::string>(column); };
            return Found{row.get<RecordId>(0),
                         {text(1), text(2), {}, row.get<std::string>(3), row.get<std::optional<Date>>(4)},
                         row.get<Bytes>(5)};
        },
        work.municipality, permit.case_id());
    if (!found) return std::nullopt;
    found->school.school = open(permit, Drawer::social_services, Field::youth_school_name, {found->id.bytes()}, found->name);
    return std::move(found->school);
}

Result<std::string> school_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_selection>(work, asked.part("case"));
    if (!permit) return permit.error();
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).name("school");
    if (const auto now = school_of(*permit))
        json.object()
            .pair("school", now->school)
            .pair("organiser", now->organiser)
            .pair("agency", now->agency_code)
            .maybe("principal_contacted_on", now->principal_contacted_on)
            .end_object();
    else json.null();
    return json.end_object().take();
}

web::Command<NameSchool> name_school_command()
{
    return {Operation::keep_file, "/arende/{case}/skola", "/api/v1/cases/{case}/school", "name_school", name_school_fields, prepare,
            name_school};
}

}  // namespace lots::cases
