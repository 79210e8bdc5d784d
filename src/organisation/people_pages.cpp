#include "organisation/people_pages.h"

#include <algorithm>
#include <vector>

#include "base/check.h"
#include "form/json_writer.h"
#include "form/labels.h"
#include "organisation/assignments.h"
#include "organisation/group_pages.h"
#include "organisation/profile_pages.h"
#include "organisation/rules.h"
#include "organisation/store.h"

namespace lots::organisation {

using access::Answer;
using access::Operation;
using access::Work;
using html::Html;
using namespace html::literals;

namespace {

/// With `part` the own agency's units alone.
bool manages(Work& work, const AgencyId& agency)
{
    const auto answer = access::would_allow(work.reader, Operation::manage_accounts);
    return answer == Answer::yes || (answer == Answer::part && work.reader.agency == agency);
}

std::string joined(const std::vector<std::string>& words)
{
    std::string all;
    for (const auto& word : words) all += (all.empty() ? "" : ", ") + word;
    return all;
}

/// The words of what a unit does, as the form has them.
std::vector<std::string> parts_in_words(const web::Asked& asked, const std::vector<std::string>& parts)
{
    const form::Labels labels(asked.language(), "add_unit");
    std::vector<std::string> words;
    for (const auto& part : parts) words.push_back(labels.find("parts", part));
    return words;
}

Html agency_part(Work& work, const web::Asked& asked, const Agency& agency, const std::vector<Unit>& units, bool adds)
{
    Html part = html::heading(2, agency.name);
    const auto board = board_of(work, agency.id);
    part << html::paragraph(form::Labels(asked.language(), "add_agency").find("kind", agency.kind) +
                            (board ? ", " + *board : std::string{}));
    html::Table table;
    table.caption = asked.say("organisation.units");
    table.caption_classes = "govuk-visually-hidden";  // the heading says whose they are
    table.first_cell_is_header = table.cards = true;
    const bool has_parts = std::ranges::any_of(
        units, [&](const Unit& unit) { return unit.agency == agency.id && !more_of(work, unit.id).parts.empty(); });
    table.head = {html::Cell(asked.say("organisation.unit")), html::Cell(asked.say("organisation.unit_districts"))};
    if (has_parts) table.head.emplace_back(asked.say("organisation.unit_parts"));
    for (const auto& unit : units) {
        if (unit.agency != agency.id) continue;
        const auto more = more_of(work, unit.id);
        const auto name =
            manages(work, agency.id) ? html::Cell(html::link(unit_url(unit), unit.name)) : html::Cell(unit.name);
        table.rows.push_back(
            {name, html::Cell(more.districts.empty() ? asked.say("organisation.whole_municipality") : joined(more.districts))});
        if (has_parts) table.rows.back().emplace_back(joined(parts_in_words(asked, more.parts)));
    }
    if (table.rows.empty())
        part << html::paragraph(asked.say("organisation.units_none"));
    else
        part << html::scrollable(agency.name, html::table(table));
    if (adds && !holds_private_accounts(work, agency))
        part << html::paragraph(html::link(organisation_url() / "myndigheter" / agency.code / "ny-enhet",
                                           asked.say("command.add_unit.title"), agency.name));
    return part;
}

std::string days_of(const web::Asked& asked, const Assignment& one)
{
    const auto from = say_date_short(asked.language(), one.from_day);
    return one.last_day ? from + " – " + say_date_short(asked.language(), *one.last_day) : from + " –";
}

}  // namespace

html::Url organisation_url() { return "/organisation"_url; }
html::Url unit_url(const Unit& unit) { return organisation_url() / "enheter" / unit.code; }

std::string role_name(Language language, access::Role role)
{
    const auto key = MessageKey::of_name("role." + std::string(access::name(role)));
    check(key.has_value(), "a role has no words in the catalogue");
    return say(language, *key);
}

Result<Unit> unit_to_manage(Work& work, std::string_view code)
{
    if (auto allowed = access::allow(work, Operation::manage_accounts); !allowed) return allowed.error();
    auto unit = unit_of_code(work, code);
    if (!unit || !manages(work, unit->agency)) return not_found();
    return *std::move(unit);
}

Result<web::View> organisation_page(Work& work, const web::Asked& asked)
{
    if (auto allowed = access::allow(work, Operation::manage_accounts); !allowed) return allowed.error();
    const bool sets_up = access::would_allow(work.reader, Operation::manage_organisation) != Answer::no;
    const bool adds = sets_up && sets_profile(work.reader.agency_kind);
    web::View view;
    view.title = asked.say("organisation.title");
    view.main << html::heading(1, view.title) << html::paragraph(asked.say("organisation.lead"));
    std::vector<html::Content> ways;
    if (adds) ways.emplace_back(html::link(profile_url(), asked.say("organisation.profile.title")));
    if (sets_up) {
        ways.emplace_back(html::link(groups_url(), asked.say("organisation.groups.title")));
        ways.emplace_back(html::link(areas_url(), asked.say("organisation.areas.title")));
    }
    if (!ways.empty()) view.main << html::bullets(ways);
    const auto all = units(work);
    for (const auto& agency : agencies(work)) view.main << agency_part(work, asked, agency, all, adds);
    if (adds)
        view.main << html::button({.text = asked.say("command.add_agency.title"),
                                   .classes = "govuk-button--secondary",
                                   .href = organisation_url() / "ny-myndighet"});
    return view;
}

Result<std::string> organisation_json(Work& work, const web::Asked&)
{
    if (auto allowed = access::allow(work, Operation::manage_accounts); !allowed) return allowed.error();
    form::JsonWriter json;
    json.object().name("agencies").array();
    const auto all = units(work);
    for (const auto& agency : agencies(work)) {
        json.object().pair("agency", agency.code).pair("kind", agency.kind).pair("name", agency.name).name("units").array();
        for (const auto& unit : all) {
            if (unit.agency != agency.id) continue;
            json.object().pair("unit", unit.code).pair("name", unit.name).name("parts").array();
            for (const auto& part : more_of(work, unit.id).parts) json.value(part);
            json.end_array().end_object();
        }
        json.end_array().end_object();
    }
    return json.end_array().end_object().take();
}

Result<web::View> unit_page(Work& work, const web::Asked& asked)
{
    const auto unit = unit_to_manage(work, asked.part("unit"));
    if (!unit) return unit.error();
    web::View view;
    view.title = asked.say("organisation.people.title", {{"unit", unit->name}});
    view.before_main = html::back_link(asked.words(), {.href = organisation_url()});
    view.main << html::heading(1, view.title) << html::paragraph(unit->agency_name);
    const auto held = assignments_in(work, unit->id);
    if (held.empty())
        view.main << html::empty_state({.title = asked.say("organisation.people.none"),
                                        .text = asked.say("organisation.people.none_text"),
                                        .action = {}});
    else {
        html::Table table;
        table.caption = view.title;
        table.caption_classes = "govuk-visually-hidden";  // the heading above says it
        table.first_cell_is_header = table.cards = true;
        table.head = {html::Cell(asked.say("organisation.seat.name")), html::Cell(asked.say("organisation.people.handle")),
                      html::Cell(asked.say("organisation.people.role")), html::Cell(asked.say("organisation.people.days")),
                      html::Cell(asked.say("organisation.groups.change"))};
        for (const auto& one : held) {
            const auto role = role_name(asked.language(), one.role);
            // Not one's own, and not what only another kind of administrator gives: then there is nothing to end here.
            const bool ends = !one.last_day && may_give(work.reader.role, one.role) &&
                              may_change_assignments(work.reader.person, one.person);
            const auto url = unit_url(*unit) / "uppdrag" / std::to_string(one.number) / "avsluta";
            table.rows.push_back(
                {html::Cell(one.name), html::Cell(one.handle), html::Cell(role), html::Cell(days_of(asked, one)),
                 ends ? html::Cell(html::link(url, asked.say("organisation.people.end"),
                                             asked.say("organisation.people.end_of", {{"role", role}, {"name", one.name}})))
                      : html::Cell()});
        }
        view.main << html::scrollable(table.caption, html::table(table));
    }
    view.main << html::button_group(
        {html::button({.text = asked.say("command.give_assignment.title"), .href = unit_url(*unit) / "nytt-uppdrag"}),
         html::button({.text = asked.say("command.add_person.title"),
                       .classes = "govuk-button--secondary",
                       .href = unit_url(*unit) / "ny-person"})});
    return view;
}

Result<std::string> unit_json(Work& work, const web::Asked& asked)
{
    const auto unit = unit_to_manage(work, asked.part("unit"));
    if (!unit) return unit.error();
    form::JsonWriter json;
    json.object().pair("unit", unit->code).name("assignments").array();
    for (const auto& one : assignments_in(work, unit->id))
        json.object()
            .pair("assignment", one.number)
            .pair("person", one.handle)
            .pair("name", one.name)
            .pair("role", access::name(one.role))
            .pair("from", one.from_day)
            .maybe("last_day", one.last_day)
            .end_object();
    return json.end_array().end_object().take();
}

}  // namespace lots::organisation
