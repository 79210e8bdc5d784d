#include "plan/avoid.h"

#include "cases/page.h"
#include "cases/sealed.h"
#include "form/json_writer.h"
#include "form/labels.h"
#include "organisation/store.h"
#include "plan/rules_avoid.h"

namespace lots::plan {

using access::Answer;
using access::Compartment;
using access::Operation;
using cases::Drawer;
using html::Html;
using storage::Row;
using vault::Field;

std::vector<Avoided> avoided(const access::Permit<Operation::read_plan_avoid>& permit)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    return work.db.all(
        "SELECT a.id, a.number, a.kind, a.text_sealed, a.made_at, a.made_by FROM plan_avoid a "
        "LEFT JOIN plan_avoid_end e ON e.municipality = a.municipality AND e.avoid = a.id "
        "WHERE a.municipality = $1 AND a.case_id = $2 AND e.avoid IS NULL ORDER BY a.number",
        [&](const Row& row) {
            Avoided one;
            one.id = row.get<RecordId>(0);
            one.number = row.get<int>(1);
            one.kind = row.get<std::string>(2);
            one.text = cases::open(permit, Drawer::room, Field::plan_avoid, {one.id.bytes()}, row.get<Bytes>(3));
            one.made_at = row.get<Instant>(4);
            one.made_by = row.get<PersonId>(5);
            return one;
        },
        work.municipality, permit.case_id());
}

int add_avoid(const access::Permit<Operation::read_plan_avoid>& permit, std::string_view kind, std::string_view text)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    const int number = 1 + work.db.one("SELECT count(*) FROM plan_avoid WHERE municipality = $1 AND case_id = $2",
                                       [](const Row& row) { return row.get<int>(0); }, work.municipality, permit.case_id())
                               .value_or(0);
    const auto id = work.new_id<RecordId>();
    work.db.run("INSERT INTO plan_avoid (municipality, id, case_id, number, kind, text_sealed, made_at, made_by) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                work.municipality, id, permit.case_id(), number, kind, cases::seal(permit, Drawer::room, Field::plan_avoid, {id.bytes()}, text),
                work.now, work.reader.person);
    return number;
}

void end_avoid(const access::Permit<Operation::read_plan_avoid>& permit, const Avoided& one)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    work.db.run("INSERT INTO plan_avoid_end (municipality, avoid, made_at, made_by) VALUES ($1, $2, $3, $4)", work.municipality, one.id,
                work.now, work.reader.person);
}

guideline::Decision take_away_decision(const access::CasePermit& permit, const Avoided& one)
{
    const auto& reader = permit.work().reader;
    return may_take_away_avoid(permit.facts().state, reader.agency_kind == "social_services", one.made_by == reader.person);
}

Html avoid_link(const access::CasePermit& permit, const web::Asked& asked)
{
    if (access::would_allow(permit, Operation::read_plan_avoid, Compartment::room) != Answer::yes) return {};
    return html::paragraph(html::link(cases::case_url(permit) / "plan" / "undvik", asked.say("plan.avoid.title")));
}

Result<web::View> avoid_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_plan_avoid>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto url = cases::case_url(*permit) / "plan" / "undvik";
    const form::Labels labels(asked.language(), "write_avoid");
    html::SummaryList list;
    for (const auto& one : avoided(*permit)) {
        Html body = html::paragraph(one.text);
        body << html::secondary_paragraph(asked.say("plan.avoid.by", {{"day", say_date_short(asked.language(), local_day(one.made_at))},
                                                                      {"name", organisation::person_name(work, one.made_by)}}));
        html::SummaryRow row{.key = labels.find("kind", one.kind), .value = std::move(body)};
        if (take_away_decision(*permit, one).allowed())
            row.actions.push_back({.text = asked.say("plan.avoid.take_away"),
                                   .href = url / std::to_string(one.number) / "ta-bort",
                                   .hidden = asked.say("plan.avoid.number", {{"number", one.number}})});
        list.rows.push_back(std::move(row));
    }
    Html content = html::inset_text({.text = asked.say("plan.avoid.readers")});
    if (list.rows.empty())
        content << html::empty_state({.title = asked.say("plan.avoid.none"), .text = asked.say("plan.avoid.none_text"), .action = {}});
    else content << html::summary_list(list);
    if (may_write_avoid(permit->facts().state).allowed())
        content << html::button({.text = asked.say("command.write_avoid.title"), .href = url / "ny"});
    return cases::case_page(*permit, asked, "plan", asked.say("plan.avoid.title"), std::move(content));
}

Result<std::string> avoid_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_plan_avoid>(work, asked.part("case"));
    if (!permit) return permit.error();
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).name("avoid").array();
    for (const auto& one : avoided(*permit))
        json.object().pair("number", one.number).pair("kind", one.kind).pair("text", one.text).pair("written_at", one.made_at).end_object();
    return json.end_array().end_object().take();
}

}  // namespace lots::plan
