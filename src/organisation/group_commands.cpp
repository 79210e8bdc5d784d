#include "organisation/group_commands.h"

#include <charconv>

#include "form/json_writer.h"
#include "organisation/areas.h"
#include "organisation/group_pages.h"
#include "organisation/groups.h"
#include "organisation/store.h"

namespace lots::organisation {

using access::Operation;
using namespace html::literals;

namespace {

Change change_in(access::Work& work) { return {work.db, work.vault, work.random, work.now, work.municipality, work.reader.person}; }

/// "3" → 3. None for anything else, leading zeros included.
std::optional<int> number_in(std::string_view text)
{
    int number = 0;
    const auto* end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || at != end || number < 1 || text.front() == '0') return std::nullopt;
    return number;
}

form::Options district_options(access::Work& work)
{
    form::Options options;
    for (const auto& one : districts(work)) options.push_back({one.code, one.name});
    return options;
}

template <class Input>
Result<web::Prepared<Input>> prepared(access::Work& work, const html::Url& back)
{
    if (auto allowed = access::allow(work, Operation::manage_organisation); !allowed) return allowed.error();
    web::Prepared<Input> page;
    page.back = back;
    return page;
}

// --- groups -------------------------------------------------------------------------------------------------------------

void make_group_fields(form::Fields& form, MakeGroup& input, const form::Choices& choices)
{
    form.one_of("kind", input.kind, form.coded("kind", {std::begin(group_kinds), std::end(group_kinds)}));
    form.text("name", input.name, {.longest = 100});
    form.text("code", input.code, {.longest = 40, .autocomplete = "off"});
    form.one_of("tier", input.tier, form.coded("tier", {std::begin(group_tiers), std::end(group_tiers)}));
    form.any_of("districts", input.districts, choices.of("districts"), {.required = false});
}

Result<web::Prepared<MakeGroup>> prepare_group(access::Work& work, const web::Asked&)
{
    auto page = prepared<MakeGroup>(work, groups_url());
    if (!page) return page;
    (*page).input.tier = "municipality";
    (*page).choices.with("districts", district_options(work));
    return page;
}

Result<web::Landing> make_group(access::Work& work, const MakeGroup& input)
{
    if (auto allowed = access::allow(work, Operation::manage_organisation); !allowed) return allowed.error();
    const auto made = add_group(change_in(work), {input.kind, input.code, input.name, input.tier, input.districts});
    if (!made) return made.error();
    form::JsonWriter json;
    json.object().pair("group", input.code).end_object();
    return web::Landing{groups_url(), "organisation.group_made", json.take()};
}

// --- seats --------------------------------------------------------------------------------------------------------------

void give_seat_fields(form::Fields& form, GiveSeat& input, const form::Choices& choices)
{
    form.path("group", input.group);
    form.one_of("person", input.person, choices.of("people"));
    form.one_of("agency", input.agency, choices.of("agencies"));
    form.one_of("position", input.position, form.coded("position", {std::begin(positions), std::end(positions)}));
    form.flag("may_decide", input.may_decide);
    form.flag("answers_for_strategy", input.answers_for_strategy);
    form.day("from_day", input.from_day);
}

Result<web::Prepared<GiveSeat>> prepare_seat(access::Work& work, const web::Asked& asked)
{
    auto page = prepared<GiveSeat>(work, groups_url());
    if (!page) return page;
    const auto group = group_of_code(work, asked.part("group"));
    if (!group) return not_found();
    (*page).input.from_day = work.today;
    (*page).choices.with("people", people_options(people_who_act(work))).with("agencies", agency_options(work));
    (*page).above = html::inset_text({.text = group->name});
    return page;
}

Result<web::Landing> give_seat(access::Work& work, const GiveSeat& input)
{
    if (auto allowed = access::allow(work, Operation::manage_organisation); !allowed) return allowed.error();
    const auto group = group_of_code(work, input.group);
    if (!group) return not_found();
    const auto person = acting_of_handle(work, input.person);
    if (!person) return invalid("person", "form.not_a_choice");
    const auto agency = agency_of_code(work, input.agency);
    if (!agency) return invalid("agency", "form.not_a_choice");
    const auto number = add_seat(change_in(work), group->id,
                                 {person->person, agency->id, input.position, input.may_decide, input.answers_for_strategy, *input.from_day});
    if (!number) return number.error();
    form::JsonWriter json;
    json.object().pair("group", group->code).pair("seat", *number).end_object();
    return web::Landing{groups_url(), "organisation.seat_given", json.take()};
}

void end_seat_fields(form::Fields& form, EndSeat& input, const form::Choices&)
{
    form.path("group", input.group);
    form.path("seat", input.seat);
    form.day("last_day", input.last_day);
}

Result<web::Prepared<EndSeat>> prepare_end_seat(access::Work& work, const web::Asked& asked)
{
    auto page = prepared<EndSeat>(work, groups_url());
    if (!page) return page;
    const auto group = group_of_code(work, asked.part("group"));
    const auto number = number_in(asked.part("seat"));
    if (!group || !number) return not_found();
    for (const auto& seat : seats_of(work, group->id, work.today)) {
        if (seat.number != *number) continue;
        (*page).input.last_day = work.today;
        (*page).above = html::inset_text({.text = seat.name + ", " + seat.agency_name});
        return page;
    }
    return not_found();
}

Result<web::Landing> end_a_seat(access::Work& work, const EndSeat& input)
{
    if (auto allowed = access::allow(work, Operation::manage_organisation); !allowed) return allowed.error();
    const auto group = group_of_code(work, input.group);
    const auto number = number_in(input.seat);
    if (!group || !number) return not_found();
    if (auto done = end_seat(change_in(work), group->id, *number, *input.last_day); !done) return done.error();
    form::JsonWriter json;
    json.object().pair("group", group->code).pair("seat", *number).end_object();
    return web::Landing{groups_url(), "organisation.seat_ended", json.take()};
}

// --- areas --------------------------------------------------------------------------------------------------------------

void add_area_fields(form::Fields& form, AddArea& input, const form::Choices&)
{
    form.one_of("kind", input.kind, form.coded("kind", {"district", "police_area"}));
    form.text("name", input.name, {.longest = 100});
    form.text("code", input.code, {.longest = 40, .autocomplete = "off"});
}

Result<web::Prepared<AddArea>> prepare_area(access::Work& work, const web::Asked&) { return prepared<AddArea>(work, areas_url()); }

Result<web::Landing> add_area(access::Work& work, const AddArea& input)
{
    if (auto allowed = access::allow(work, Operation::manage_organisation); !allowed) return allowed.error();
    const auto change = change_in(work);
    const auto made = input.kind == "district" ? add_district(change, input.code, input.name) : add_police_area(change, input.code, input.name);
    if (!made) return made.error();
    form::JsonWriter json;
    json.object().pair("area", input.code).end_object();
    return web::Landing{areas_url(), "organisation.area_added", json.take()};
}

void link_areas_fields(form::Fields& form, LinkAreas& input, const form::Choices& choices)
{
    form.one_of("district", input.district, choices.of("districts"));
    form.one_of("police_area", input.police_area, choices.of("police_areas"));
    form.day("from_day", input.from_day);
}

Result<web::Prepared<LinkAreas>> prepare_link(access::Work& work, const web::Asked&)
{
    auto page = prepared<LinkAreas>(work, areas_url());
    if (!page) return page;
    form::Options areas;
    for (const auto& one : police_areas(work)) areas.push_back({one.code, one.name});
    (*page).input.from_day = work.today;
    (*page).choices.with("districts", district_options(work)).with("police_areas", areas);
    return page;
}

std::optional<RecordId> id_of(const std::vector<Area>& areas, const std::string& code)
{
    for (const auto& one : areas)
        if (one.code == code) return one.id;
    return std::nullopt;
}

Result<web::Landing> link(access::Work& work, const LinkAreas& input)
{
    if (auto allowed = access::allow(work, Operation::manage_organisation); !allowed) return allowed.error();
    const auto district = id_of(districts(work), input.district), area = id_of(police_areas(work), input.police_area);
    if (!district) return invalid("district", "form.not_a_choice");
    if (!area) return invalid("police_area", "form.not_a_choice");
    const auto number = link_areas(change_in(work), *district, *area, *input.from_day);
    if (!number) return number.error();
    form::JsonWriter json;
    json.object().pair("link", *number).end_object();
    return web::Landing{areas_url(), "organisation.areas_linked", json.take()};
}

void end_area_link_fields(form::Fields& form, EndAreaLink& input, const form::Choices&)
{
    form.path("link", input.link);
    form.day("last_day", input.last_day);
}

Result<web::Prepared<EndAreaLink>> prepare_end_link(access::Work& work, const web::Asked& asked)
{
    auto page = prepared<EndAreaLink>(work, areas_url());
    if (!page) return page;
    const auto number = number_in(asked.part("link"));
    for (const auto& one : area_links(work)) {
        if (!number || one.number != *number || one.last_day) continue;
        (*page).input.last_day = work.today;
        (*page).above = html::inset_text({.text = one.district + ", " + one.police_area});
        return page;
    }
    return not_found();
}

Result<web::Landing> end_link(access::Work& work, const EndAreaLink& input)
{
    if (auto allowed = access::allow(work, Operation::manage_organisation); !allowed) return allowed.error();
    const auto number = number_in(input.link);
    if (!number) return not_found();
    if (auto done = end_area_link(change_in(work), *number, *input.last_day); !done) return done.error();
    form::JsonWriter json;
    json.object().pair("link", *number).end_object();
    return web::Landing{areas_url(), "organisation.area_link_ended", json.take()};
}

}  // namespace

web::Command<MakeGroup> make_group_command()
{
    return {Operation::manage_organisation, "/organisation/grupper/ny", "/api/v1/standing-groups", "make_group",
            make_group_fields,              prepare_group,              make_group};
}

web::Command<GiveSeat> give_seat_command()
{
    return {Operation::manage_organisation, "/organisation/grupper/{group}/plats", "/api/v1/standing-groups/{group}/seats", "give_seat",
            give_seat_fields,               prepare_seat,                          give_seat};
}

web::Command<EndSeat> end_seat_command()
{
    return {Operation::manage_organisation, "/organisation/grupper/{group}/plats/{seat}/avsluta",
            "/api/v1/standing-groups/{group}/seats/{seat}/end", "end_seat", end_seat_fields, prepare_end_seat, end_a_seat};
}

web::Command<AddArea> add_area_command()
{
    return {Operation::manage_organisation, "/organisation/omraden/nytt", "/api/v1/areas", "add_area", add_area_fields, prepare_area, add_area};
}

web::Command<LinkAreas> link_areas_command()
{
    return {Operation::manage_organisation, "/organisation/omraden/koppla", "/api/v1/area-links", "link_areas", link_areas_fields,
            prepare_link, link};
}

web::Command<EndAreaLink> end_area_link_command()
{
    return {Operation::manage_organisation, "/organisation/omraden/koppling/{link}/avsluta", "/api/v1/area-links/{link}/end",
            "end_area_link", end_area_link_fields, prepare_end_link, end_link};
}

}  // namespace lots::organisation
