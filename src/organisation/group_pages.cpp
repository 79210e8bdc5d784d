#include "organisation/group_pages.h"

#include <map>

#include "form/json_writer.h"
#include "form/labels.h"
#include "organisation/areas.h"
#include "organisation/profile.h"
#include "organisation/store.h"

namespace lots::organisation {

using access::Operation;
using html::Html;
using namespace html::literals;

namespace {

/// What the method asks of that sort of group; nothing of a development group.
guideline::Decision complete(const StandingGroup& group, const std::vector<Seat>& seats, const std::vector<std::string>& agencies)
{
    if (group.kind == "steering_group") return steering_group_complete(facts_of(seats), agencies);
    if (group.kind == "working_group") return police_mandate(facts_of(seats));
    return {};
}

std::string joined(const std::vector<std::string>& words)
{
    std::string all;
    for (const auto& word : words) all += (all.empty() ? "" : ", ") + word;
    return all;
}

Html group_part(access::Work& work, const web::Asked& asked, const StandingGroup& group, const std::vector<std::string>& agencies)
{
    const form::Labels labels(asked.language(), "make_group");
    const auto seats = seats_of(work, group.id, work.today);
    const auto url = groups_url() / group.code / "plats";
    Html part = html::heading(2, group.name);
    part << html::paragraph(labels.find("kind", group.kind) + ", " + labels.find("tier", group.tier) +
                            (group.districts.empty() ? std::string{} : ": " + joined(group.districts)));
    const auto found = complete(group, seats, agencies);
    // Whatever is missing in a group, a seat mends it.
    const auto give_seat = [&](const guideline::Finding&) {
        return std::vector<web::GateAction>{{asked.say("organisation.groups.give_seat"), url}};
    };
    if (!found.findings().empty())
        part << web::gate_box(asked.language(), asked.words(), asked.today, asked.say("organisation.groups.gate"), found,
                              about_agencies(work), {}, give_seat);
    if (seats.empty()) part << html::paragraph(asked.say("organisation.groups.nobody"));
    else
        part << seat_table(asked, seats, group.name, [&](const Seat& seat) {
            return html::link(url / std::to_string(seat.number) / "avsluta", asked.say("organisation.groups.end"),
                              asked.say("organisation.groups.end_of", {{"who", seat.name}}));
        });
    return part << html::button({.text = asked.say("organisation.groups.give_seat"), .classes = "govuk-button--secondary", .href = url});
}

}  // namespace

html::Url groups_url() { return "/organisation/grupper"_url; }
html::Url areas_url() { return "/organisation/omraden"_url; }

Html seat_table(const web::Asked& asked, const std::vector<Seat>& seats, const std::string& caption,
                const std::function<Html(const Seat&)>& end)
{
    const form::Labels labels(asked.language(), "give_seat");
    html::Table table;
    table.caption = caption;
    table.caption_classes = "govuk-visually-hidden";  // a heading above says it
    table.first_cell_is_header = table.cards = true;
    table.head = {asked.say("organisation.seat.name"), asked.say("organisation.seat.agency"), asked.say("organisation.seat.position_head"),
                  asked.say("organisation.seat.mandate")};
    if (end) table.head.emplace_back(asked.say("organisation.groups.change"));
    for (const auto& seat : seats) {
        std::string mandate = seat.may_decide ? asked.say("organisation.seat.may_decide") : asked.say("organisation.seat.may_not");
        if (seat.answers_for_strategy) mandate += ", " + asked.say("organisation.seat.strategy");
        std::vector<html::Cell> row{html::Cell(seat.name), html::Cell(seat.agency_name), html::Cell(labels.find("position", seat.position)),
                                    html::Cell(mandate)};
        if (end) row.emplace_back(end(seat));
        table.rows.push_back(std::move(row));
    }
    return html::scrollable(caption, html::table(table));
}

Html target_group(access::Work& work, const web::Asked& asked)
{
    const auto text = profile_of(work).target_group;
    return text.empty() ? Html{} : html::inset_text({.text = asked.say("organisation.target_group", {{"text", text}})});
}

web::AboutWords about_agencies(access::Work& work)
{
    std::map<std::string, std::string> names;
    for (const auto& agency : agencies(work)) names[agency.code] = agency.name;
    return [names](const guideline::Finding& finding) {
        const auto found = names.find(finding.about);
        return found == names.end() ? std::string{} : found->second;
    };
}

Result<web::View> groups_page(access::Work& work, const web::Asked& asked)
{
    if (auto allowed = access::allow(work, Operation::manage_organisation); !allowed) return allowed.error();
    web::View view;
    view.title = asked.say("organisation.groups.title");
    view.main << html::heading(1, view.title) << html::paragraph(asked.say("organisation.groups.lead"));
    const auto profile = profile_of(work);
    if (profile.historic_example) view.main << html::inset_text({.text = asked.say("organisation.groups.historic", {{"name", profile.name}})});
    const auto all = groups(work);
    const auto agency_codes = agencies_that_take_part(work);
    if (all.empty()) view.main << html::paragraph(asked.say("organisation.groups.none"));
    for (const auto& group : all) view.main << group_part(work, asked, group, agency_codes);
    view.main << html::button_group({html::button({.text = asked.say("command.make_group.title"), .href = groups_url() / "ny"}),
                                     html::button({.text = asked.say("organisation.areas.title"),
                                                   .classes = "govuk-button--secondary",
                                                   .href = areas_url()})});
    return view;
}

Result<std::string> groups_json(access::Work& work, const web::Asked&)
{
    if (auto allowed = access::allow(work, Operation::manage_organisation); !allowed) return allowed.error();
    form::JsonWriter json;
    json.object().name("groups").array();
    for (const auto& group : groups(work)) {
        json.object().pair("group", group.code).pair("kind", group.kind).pair("name", group.name).pair("tier", group.tier).name("seats").array();
        for (const auto& seat : seats_of(work, group.id, work.today))
            json.object()
                .pair("seat", seat.number)
                .pair("name", seat.name)
                .pair("agency", seat.agency_code)
                .pair("position", seat.position)
                .pair("may_decide", seat.may_decide)
                .pair("answers_for_strategy", seat.answers_for_strategy)
                .pair("from", seat.from_day)
                .end_object();
        json.end_array().end_object();
    }
    return json.end_array().end_object().take();
}

Result<web::View> areas_page(access::Work& work, const web::Asked& asked)
{
    if (auto allowed = access::allow(work, Operation::manage_organisation); !allowed) return allowed.error();
    web::View view;
    view.title = asked.say("organisation.areas.title");
    view.before_main = html::back_link(asked.words(), {.href = groups_url()});
    view.main << html::heading(1, view.title) << html::paragraph(asked.say("organisation.areas.lead"));
    const auto links = area_links(work);
    if (links.empty()) view.main << html::paragraph(asked.say("organisation.areas.none"));
    else {
        html::Table table;
        table.caption = asked.say("organisation.areas.caption");
        table.cards = true;
        table.head = {asked.say("organisation.areas.district"), asked.say("organisation.areas.police_area"), asked.say("organisation.areas.days"),
                      asked.say("organisation.groups.change")};
        for (const auto& one : links) {
            const auto from = say_date_short(asked.language(), one.from_day);
            const auto days = one.last_day ? from + " – " + say_date_short(asked.language(), *one.last_day) : from + " –";
            const auto about = asked.say("organisation.areas.end_of", {{"district", one.district}, {"area", one.police_area}});
            const auto end = one.last_day ? Html{}
                                          : html::link(areas_url() / "koppling" / std::to_string(one.number) / "avsluta",
                                                       asked.say("command.end_area_link.title"), about);
            table.rows.push_back({html::Cell(one.district), html::Cell(one.police_area), html::Cell(days), html::Cell(end)});
        }
        view.main << html::scrollable(table.caption, html::table(table));
    }
    view.main << html::button_group({html::button({.text = asked.say("command.link_areas.title"), .href = areas_url() / "koppla"}),
                                     html::button({.text = asked.say("command.add_area.title"),
                                                   .classes = "govuk-button--secondary",
                                                   .href = areas_url() / "nytt"})});
    return view;
}

Result<std::string> areas_json(access::Work& work, const web::Asked&)
{
    if (auto allowed = access::allow(work, Operation::manage_organisation); !allowed) return allowed.error();
    form::JsonWriter json;
    json.object();
    const auto write = [&](const char* name, const std::vector<Area>& areas) {
        json.name(name).array();
        for (const auto& one : areas) json.object().pair("code", one.code).pair("name", one.name).end_object();
        json.end_array();
    };
    write("districts", districts(work));
    write("police_areas", police_areas(work));
    json.name("links").array();
    for (const auto& one : area_links(work))
        json.object()
            .pair("link", one.number)
            .pair("district", one.district)
            .pair("police_area", one.police_area)
            .pair("from", one.from_day)
            .maybe("last_day", one.last_day)
            .end_object();
    return json.end_array().end_object().take();
}

}  // namespace lots::organisation
