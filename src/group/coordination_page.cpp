#include "group/coordination_page.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "cases/page.h"
#include "cases/paging.h"
#include "cases/youth.h"
#include "form/json_writer.h"
#include "group/coordination.h"
#include "organisation/profile.h"
#include "organisation/store.h"

namespace lots::group {

using access::Answer;
using access::Compartment;
using access::Operation;
using access::Role;
using html::Html;
using namespace html::literals;

namespace {

/// Everybody may list cases; the others of a group have their own duties on Min dag, and hold nothing together.
bool coordinates(const access::Reader& reader)
{
    return reader.role == Role::social_worker || reader.role == Role::unit_manager || reader.role == Role::coordinator;
}

/// A coordinator whose load the reader is shown.
struct Coordinator {
    std::string name, unit;
    int groups = 0, of_own_unit = 0;
};

/// A unit's manager sees those of the unit, and those who hold the unit's cases: who can take one more, and who cannot.
std::vector<Coordinator> coordinators(access::Work& work, const std::vector<Load>& all)
{
    if (work.reader.role != Role::unit_manager) return {};
    std::vector<Load> shown = all;
    std::erase_if(shown, [&](const Load& one) { return one.unit != work.reader.unit && one.of_own_unit == 0; });
    std::vector<PersonId> people;
    for (const auto& one : shown) people.push_back(one.person);
    const auto names = organisation::person_names(work, people);
    std::map<UnitId, std::string> units;
    for (const auto& unit : organisation::units(work)) units.emplace(unit.id, unit.agency_name + ", " + unit.name);
    std::vector<Coordinator> lines;
    for (const auto& one : shown) lines.push_back({names.at(one.person), units.at(one.unit), one.groups, one.of_own_unit});
    std::ranges::stable_sort(lines, std::ranges::greater{}, &Coordinator::groups);
    return lines;
}

int own_groups(const access::Reader& reader, const std::vector<Load>& all)
{
    int groups = 0;
    for (const auto& one : all)
        if (one.person == reader.person && one.unit == reader.unit) groups += one.groups;
    return groups;
}

/// A case as the list names it; none when its commitments are not the reader's to see today.
struct Named {
    std::string number, name;
    html::Url plan;
};

std::optional<Named> named(access::Work& work, const CaseId& id)
{
    auto facts = access::load_case_facts(work, id);
    check(facts.has_value(), "a late commitment belongs to a case that is not there");
    const auto permit = access::permit<Operation::see_case>(work, *std::move(facts));
    if (!permit || access::would_allow(*permit, Operation::read_commitments, Compartment::room) != Answer::yes) return std::nullopt;
    return Named{permit->facts().number, cases::short_name(cases::youth_of(*permit)), cases::case_url(*permit) / "plan"};
}

struct SeenLine {
    Named about;
    LateLine line;
};
struct SeenLines {
    std::vector<SeenLine> lines;
    cases::Part part;
};

SeenLines seen_lines(access::Work& work, const web::Asked& asked, const std::string& page_name)
{
    const auto all = late_lines(work);
    SeenLines seen{{}, cases::part_asked(asked, page_name, static_cast<int>(all.size()))};
    std::map<CaseId, std::optional<Named>> known;  // one case may have several
    const auto from = static_cast<std::size_t>(seen.part.skip());
    const auto until = std::min(all.size(), from + static_cast<std::size_t>(cases::lines_a_page));
    for (auto at = from; at < until; ++at) {
        const auto& line = all[at];
        auto found = known.find(line.case_id);
        if (found == known.end()) found = known.emplace(line.case_id, named(work, line.case_id)).first;
        if (found->second) seen.lines.push_back({*found->second, line});
    }
    if (seen.part.pages == 1) seen.part.total = static_cast<int>(seen.lines.size());
    return seen;
}

Html coordinators_part(const web::Asked& asked, const std::vector<Coordinator>& lines)
{
    if (lines.empty()) return html::paragraph(asked.say("group.coordination.nobody"));
    html::Table table;
    table.caption = asked.say("group.coordination.caption");
    table.first_cell_is_header = table.cards = true;
    table.head = {asked.say("group.name"), asked.say("group.coordination.unit"), html::numeric(asked.say("group.coordination.groups")),
                  html::numeric(asked.say("group.coordination.of_own_unit"))};
    for (const auto& one : lines)
        table.rows.push_back({html::Cell(one.name), html::Cell(one.unit), html::numeric(std::to_string(one.groups)),
                              html::numeric(std::to_string(one.of_own_unit))});
    return html::scrollable(table.caption, html::table(table));
}

Html late_part(access::Work& work, const web::Asked& asked, const SeenLines& seen)
{
    if (seen.lines.empty()) return html::paragraph(asked.say("group.late.none"));
    std::map<AgencyId, std::string> agencies;
    for (const auto& agency : organisation::agencies(work)) agencies.emplace(agency.id, agency.name);
    html::Table table;
    table.caption = asked.say("group.late.title");
    table.caption_classes = "govuk-visually-hidden";  // the heading above says it
    table.first_cell_is_header = table.cards = true;
    table.head = {asked.say("group.late.case"), asked.say("group.late.commitment"), asked.say("group.agency"), asked.say("group.late.last_day"),
                  asked.say("group.late.days")};
    for (const auto& [about, line] : seen.lines) {
        const auto agency = line.agency ? agencies.find(*line.agency) : agencies.end();
        const auto number = std::to_string(line.commitment);
        table.rows.push_back({html::Cell(html::link(about.plan, about.number + " " + about.name)), html::Cell(number),
                              html::Cell(agency == agencies.end() ? std::string("–") : agency->second),
                              html::day_cell(say_date_short(asked.language(), line.last_day)),
                              html::Cell(asked.say("group.late.by", {{"days", days_between(line.last_day, asked.today)}}))});
    }
    return html::scrollable(table.caption, html::table(table));
}

}  // namespace

Html chosen_units(access::Work& work, const web::Asked& asked)
{
    const auto chosen = organisation::profile_of(work).coordinator_units;
    if (chosen.empty()) return {};
    std::vector<html::Content> names;
    for (const auto& unit : organisation::units(work))
        if (std::ranges::find(chosen, unit.code) != chosen.end()) names.emplace_back(unit.agency_name + ", " + unit.name);
    return html::paragraph(asked.say("group.chosen_units")) << html::bullets(names);
}

Result<web::View> coordination_page(access::Work& work, const web::Asked& asked)
{
    if (auto allowed = access::allow(work, Operation::list_cases); !allowed) return allowed.error();
    if (!coordinates(work.reader)) return not_found();
    web::View view;
    view.title = asked.say("group.coordination.title");
    view.before_main = html::back_link(asked.words(), {.href = "/arenden"_url});
    view.main << html::heading(1, view.title);
    const auto all = loads(work);
    if (work.reader.role == Role::unit_manager) view.main << coordinators_part(asked, coordinators(work, all));
    else view.main << html::paragraph(asked.say("group.coordination.own", {{"count", own_groups(work.reader, all)}}));
    view.main << chosen_units(work, asked) << html::heading(2, asked.say("group.late.title"));
    const auto seen = seen_lines(work, asked, "sida");
    view.main << late_part(work, asked, seen) << html::paragraph(asked.say("group.late.own_never"))
              << cases::paging(asked, seen.part, static_cast<int>(seen.lines.size()), "/arenden/samordning"_url);
    return view;
}

Result<std::string> coordination_json(access::Work& work, const web::Asked& asked)
{
    if (auto allowed = access::allow(work, Operation::list_cases); !allowed) return allowed.error();
    if (!coordinates(work.reader)) return not_found();
    const auto all = loads(work);
    form::JsonWriter json;
    json.object().pair("own_groups", own_groups(work.reader, all)).name("coordinators").array();
    for (const auto& one : coordinators(work, all))
        json.object().pair("name", one.name).pair("unit", one.unit).pair("groups", one.groups).pair("of_own_unit", one.of_own_unit).end_object();
    json.end_array().name("late").array();
    std::map<AgencyId, std::string> agencies;
    for (const auto& agency : organisation::agencies(work)) agencies.emplace(agency.id, agency.code);
    const auto seen = seen_lines(work, asked, "page");
    for (const auto& [about, line] : seen.lines) {
        json.object().pair("case", about.number).pair("commitment", line.commitment).pair("last_day", line.last_day);
        if (line.agency) json.pair("agency", agencies.at(*line.agency));
        json.end_object();
    }
    json.end_array();
    cases::write_paging(json, seen.part, "/api/v1/coordination"_url);
    return json.end_object().take();
}

}  // namespace lots::group
