#include "organisation/people_commands.h"

#include <algorithm>

#include "form/json_writer.h"
#include "organisation/areas.h"
#include "organisation/assignments.h"
#include "organisation/layout.h"
#include "organisation/people_pages.h"
#include "organisation/profile_pages.h"
#include "organisation/rules.h"
#include "organisation/store.h"
#include "organisation/written.h"

namespace lots::organisation {

using access::Operation;
using access::Role;
using access::Work;
using namespace html::literals;

namespace {

Change change_in(Work& work) { return {work.db, work.vault, work.random, work.now, work.municipality, work.reader.person}; }

form::Options district_options(Work& work)
{
    form::Options options;
    for (const auto& one : districts(work)) options.push_back({one.code, one.name});
    return options;
}

/// The roles that this administrator may give in that kind of agency.
form::Options role_options(Work& work, const web::Asked& asked, const Unit& unit)
{
    form::Options options;
    for (const auto role : roles_at_work())
        if (may_give(work.reader.role, role) && belongs(role, unit.agency_kind))
            options.push_back({std::string(access::name(role)), role_name(asked.language(), role)});
    return options;
}

/// A role that may be given there, or none.
std::optional<Role> role_to_give(Work& work, const Unit& unit, std::string_view code)
{
    const auto role = access::word_in<Role>(access::role_names, code);
    if (!role || !may_give(work.reader.role, *role) || !belongs(*role, unit.agency_kind)) return std::nullopt;
    return role;
}

// --- agencies and units ---------------------------------------------------------------------------------------------------

void add_agency_fields(form::Fields& form, AddAgency& input, const form::Choices&)
{
    form.one_of("kind", input.kind, form.coded("kind", {std::begin(agency_kinds), std::end(agency_kinds)}));
    form.text("name", input.name, {.longest = name_longest});
    form.text("code", input.code, {.longest = 40, .autocomplete = "off"});
    form.text("board", input.board, {.longest = name_longest, .required = false});
}

Result<web::Prepared<AddAgency>> prepare_agency(Work& work, const web::Asked&)
{
    if (auto allowed = may_set_profile(work); !allowed) return allowed.error();
    web::Prepared<AddAgency> page;
    page.back = organisation_url();
    return page;
}

Result<web::Landing> add_an_agency(Work& work, const AddAgency& input)
{
    if (auto allowed = may_set_profile(work); !allowed) return allowed.error();
    const auto change = change_in(work);
    const auto id = add_agency(change, {input.code, input.kind, input.name});
    if (!id) return id.error();
    if (!input.board.empty())
        work.db.run("INSERT INTO agency_board (municipality, agency, name, made_at) VALUES ($1, $2, $3, $4)",
                    work.municipality, *id, input.board, work.now);
    form::JsonWriter json;
    json.object().pair("agency", input.code).end_object();
    return web::Landing{organisation_url(), "organisation.agency_added", json.take()};
}

void add_unit_fields(form::Fields& form, AddUnit& input, const form::Choices& choices)
{
    form.path("agency", input.agency);
    form.text("name", input.name, {.longest = name_longest});
    form.text("code", input.code, {.longest = 40, .autocomplete = "off"});
    form.any_of("parts", input.parts, form.coded("parts", {std::begin(unit_parts), std::end(unit_parts)}),
                {.required = false});
    form.any_of("districts", input.districts, choices.of("districts"), {.required = false});
}

/// One whose units the administrator makes.
std::optional<Agency> agency_to_extend(Work& work, std::string_view code)
{
    auto agency = agency_of_code(work, code);
    return agency && holds_private_accounts(work, *agency) ? std::nullopt : agency;
}

Result<web::Prepared<AddUnit>> prepare_unit(Work& work, const web::Asked& asked)
{
    if (auto allowed = may_set_profile(work); !allowed) return allowed.error();
    const auto agency = agency_to_extend(work, asked.part("agency"));
    if (!agency) return not_found();
    web::Prepared<AddUnit> page;
    page.back = organisation_url();
    page.above = html::inset_text({.text = agency->name});
    page.check = page.above;
    page.choices.with("districts", district_options(work));
    return page;
}

Result<web::Landing> add_a_unit(Work& work, const AddUnit& input)
{
    if (auto allowed = may_set_profile(work); !allowed) return allowed.error();
    const auto agency = agency_to_extend(work, input.agency);
    if (!agency) return not_found();
    const auto id = add_unit(change_in(work), {agency->id, input.code, input.name});
    if (!id) return id.error();
    for (const auto& part : input.parts)
        work.db.run("INSERT INTO unit_part (municipality, unit, part, made_at) VALUES ($1, $2, $3, $4)", work.municipality,
                    *id, part, work.now);
    for (const auto& one : districts(work))
        if (std::ranges::find(input.districts, one.code) != input.districts.end())
            work.db.run("INSERT INTO unit_district (municipality, unit, district, made_at) VALUES ($1, $2, $3, $4)",
                        work.municipality, *id, one.id, work.now);
    form::JsonWriter json;
    json.object().pair("unit", input.code).end_object();
    return web::Landing{organisation_url(), "organisation.unit_added", json.take()};
}

// --- people and what they do --------------------------------------------------------------------------------------------

template <class Input>
Result<web::Prepared<Input>> prepare_in_unit(Work& work, const web::Asked& asked)
{
    const auto unit = unit_to_manage(work, asked.part("unit"));
    if (!unit) return unit.error();
    web::Prepared<Input> page;
    page.back = unit_url(*unit);
    page.above = html::inset_text({.text = unit->agency_name + ", " + unit->name});
    page.check = page.above;
    page.choices.with("roles", role_options(work, asked, *unit));
    page.input.from_day = work.today;
    return page;
}

void add_person_fields(form::Fields& form, AddPerson& input, const form::Choices& choices)
{
    form.path("unit", input.unit);
    form.text("name", input.name, {.longest = name_longest, .autocomplete = "off"});
    form.text("handle", input.handle, {.longest = 40, .autocomplete = "off"});
    form.text("phone", input.phone, {.longest = 200, .required = false, .autocomplete = "off"});
    form.text("email", input.email, {.longest = 200, .required = false, .autocomplete = "off"});
    form.one_of("role", input.role, choices.of("roles"));
    form.day("from_day", input.from_day);
}

Result<web::Landing> add_a_person(Work& work, const AddPerson& input)
{
    const auto unit = unit_to_manage(work, input.unit);
    if (!unit) return unit.error();
    const auto role = role_to_give(work, *unit, input.role);
    if (!role) return invalid("role", "form.not_a_choice");
    const auto change = change_in(work);
    const auto person = add_person(change, {input.handle, input.name, input.phone, input.email});
    if (!person) return person.error();
    if (const auto made = assign(change, *person, unit->id, *role, *input.from_day); !made) return made.error();
    form::JsonWriter json;
    json.object().pair("unit", unit->code).pair("person", input.handle).pair("role", input.role).end_object();
    return web::Landing{unit_url(*unit), "organisation.person_added", json.take()};
}

void give_assignment_fields(form::Fields& form, GiveAssignment& input, const form::Choices& choices)
{
    form.path("unit", input.unit);
    form.text("handle", input.handle, {.longest = 40, .autocomplete = "off"});
    form.one_of("role", input.role, choices.of("roles"));
    form.day("from_day", input.from_day);
}

Result<web::Landing> give_an_assignment(Work& work, const GiveAssignment& input)
{
    const auto unit = unit_to_manage(work, input.unit);
    if (!unit) return unit.error();
    const auto role = role_to_give(work, *unit, input.role);
    if (!role) return invalid("role", "form.not_a_choice");
    const auto person = person_of_handle(work.db, work.municipality, input.handle);
    // An account of the family is not told of: that there is one says what somebody is.
    if (!person || is_private_account(work, *person)) return invalid("handle", "organisation.handle.unknown");
    if (!may_change_assignments(work.reader.person, *person)) return invalid("handle", "organisation.assignment.own");
    if (const auto made = assign(change_in(work), *person, unit->id, *role, *input.from_day); !made) return made.error();
    form::JsonWriter json;
    json.object().pair("unit", unit->code).pair("person", input.handle).pair("role", input.role).end_object();
    return web::Landing{unit_url(*unit), "organisation.assignment_given", json.take()};
}

void end_assignment_fields(form::Fields& form, EndAssignment& input, const form::Choices&)
{
    form.path("unit", input.unit);
    form.path("assignment", input.assignment);
    form.day("last_day", input.last_day);
}

Result<web::Prepared<EndAssignment>> prepare_end(Work& work, const web::Asked& asked)
{
    const auto unit = unit_to_manage(work, asked.part("unit"));
    if (!unit) return unit.error();
    const auto held = open_assignment(work, unit->id, asked.part("assignment"));
    if (!held || !may_give(work.reader.role, held->role)) return not_found();
    web::Prepared<EndAssignment> page;
    page.back = unit_url(*unit);
    page.input.last_day = work.today;
    page.above = html::inset_text(
        {.text =
             asked.say("organisation.people.one",
                       {{"name", held->name}, {"role", role_name(asked.language(), held->role)}, {"unit", unit->name}})});
    page.check = page.above;
    return page;
}

Result<web::Landing> end_an_assignment(Work& work, const EndAssignment& input)
{
    const auto unit = unit_to_manage(work, input.unit);
    if (!unit) return unit.error();
    const auto held = open_assignment(work, unit->id, input.assignment);
    if (!held || !may_give(work.reader.role, held->role)) return not_found();
    if (!may_change_assignments(work.reader.person, held->person)) return invalid("last_day", "organisation.assignment.own");
    if (*input.last_day < add_days(held->from_day, -1)) return invalid("last_day", "organisation.assignment.before");
    if (auto done = end_assignment(change_in(work), held->id, *input.last_day); !done) return done.error();
    form::JsonWriter json;
    json.object().pair("unit", unit->code).pair("assignment", held->number).end_object();
    return web::Landing{unit_url(*unit), "organisation.assignment_ended", json.take()};
}

}  // namespace

web::Command<AddAgency> add_agency_command()
{
    return {Operation::manage_organisation,
            "/organisation/ny-myndighet",
            "/api/v1/agencies",
            "add_agency",
            add_agency_fields,
            prepare_agency,
            add_an_agency,
            web::Confirmation::check_answers};
}

web::Command<AddUnit> add_unit_command()
{
    return {Operation::manage_organisation,
            "/organisation/myndigheter/{agency}/ny-enhet",
            "/api/v1/agencies/{agency}/units",
            "add_unit",
            add_unit_fields,
            prepare_unit,
            add_a_unit,
            web::Confirmation::check_answers};
}

web::Command<AddPerson> add_person_command()
{
    return {Operation::manage_accounts,
            "/organisation/enheter/{unit}/ny-person",
            "/api/v1/units/{unit}/people",
            "add_person",
            add_person_fields,
            prepare_in_unit<AddPerson>,
            add_a_person,
            web::Confirmation::check_answers};
}

web::Command<GiveAssignment> give_assignment_command()
{
    return {Operation::manage_accounts,
            "/organisation/enheter/{unit}/nytt-uppdrag",
            "/api/v1/units/{unit}/assignments",
            "give_assignment",
            give_assignment_fields,
            prepare_in_unit<GiveAssignment>,
            give_an_assignment,
            web::Confirmation::check_answers};
}

web::Command<EndAssignment> end_assignment_command()
{
    return {Operation::manage_accounts,
            "/organisation/enheter/{unit}/uppdrag/{assignment}/avsluta",
            "/api/v1/units/{unit}/assignments/{assignment}/end",
            "end_assignment",
            end_assignment_fields,
            prepare_end,
            end_an_assignment,
            web::Confirmation::check_answers};
}

}  // namespace lots::organisation
