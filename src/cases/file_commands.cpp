#include "cases/file_commands.h"

#include <algorithm>

#include "cases/file_forms.h"
#include "cases/page.h"
#include "cases/record.h"
#include "cases/rules.h"
#include "cases/youth.h"
#include "form/json_writer.h"
#include "identity/identity_number.h"
#include "organisation/store.h"

namespace lots::cases {

using access::Operation;
using access::Role;
using namespace html::literals;

namespace {

html::Url file_url(const access::CasePermit& permit) { return case_url(permit) / "akten"; }

std::string json_of(const access::CasePermit& permit)
{
    form::JsonWriter json;
    json.object().pair("case", permit.facts().number).end_object();
    return json.take();
}

template <class Input>
web::Prepared<Input> prepared_for(const access::CasePermit& permit, const web::Asked& asked)
{
    web::Prepared<Input> prepared;
    prepared.header = case_header(permit, asked);
    prepared.back = file_url(permit);
    return prepared;
}

/// People of the board whose case it is who can have it or stand in, each once. Another board is another secrecy area
/// (S2-04): a case does not come there by getting another officer, but by a proposal and a consent of its own (edge 4.12).
form::Options social_workers(const access::CasePermit& permit)
{
    const organisation::Wanted own{.roles = {Role::social_worker}, .agency = permit.facts().owner_agency};
    return organisation::people_options(organisation::people_who_act(permit.work(), own));
}

/// None when nobody of that board has that name.
std::optional<organisation::Acting> social_worker(const access::CasePermit& permit, const std::string& handle)
{
    return organisation::acting_of_handle(permit.work(), handle, {Role::social_worker}, permit.facts().owner_agency);
}

/// Said where there is another board that somebody may look for people of.
html::Html own_board_only(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto agencies = organisation::agencies(permit.work());
    const bool others = std::ranges::any_of(agencies, [&](const organisation::Agency& one) {
        return one.kind == "social_services" && one.id != permit.facts().owner_agency;
    });
    return others ? html::inset_text({.text = asked.say("cases.file.own_board_only")}) : html::Html{};
}

// --- who the case is about ----------------------------------------------------------------------------------------------

Result<web::Prepared<CorrectIdentity>> prepare_identity(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::keep_file>(work, asked.part("case"));
    if (!permit) return permit.error();
    auto prepared = prepared_for<CorrectIdentity>(*permit, asked);
    const auto now = youth_of(*permit);
    prepared.input = {{}, now.given_name, now.family_name, now.personal_number, "", now.born};
    prepared.above = html::paragraph(asked.say("cases.file.what_was_stays"));
    return prepared;
}

Result<web::Landing> correct_identity(access::Work& work, const CorrectIdentity& input)
{
    const auto permit = access::permit<Operation::keep_file>(work, input.case_number);
    if (!permit) return permit.error();
    if (*input.born > work.today) return invalid("born", "form.today_or_earlier");
    const auto number = parse_identity_number(input.personal_number, work.today);
    if (!input.personal_number.empty() && (!number || !number->fits(*input.born)))
        return invalid("personal_number", "field.correct_identity.personal_number.other_birth_date");
    touch(*permit);
    correct_youth(*permit, {input.given_name, input.family_name, input.personal_number, *input.born}, input.reason);
    // Who must sign follows the birth date: what holds may not hold any more, and never wakes by itself (T14).
    const auto corrected = access::permit<Operation::keep_file>(work, input.case_number);
    check(static_cast<bool>(corrected), "a corrected case is closed to the one who corrected it");
    settle_suspension(*corrected);
    return web::Landing{file_url(*permit), "cases.identity_corrected", json_of(*permit)};
}

// --- who has it ---------------------------------------------------------------------------------------------------------

Result<web::Prepared<ChangeOfficer>> prepare_officer(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::keep_file>(work, asked.part("case"));
    if (!permit) return permit.error();
    auto prepared = prepared_for<ChangeOfficer>(*permit, asked);
    prepared.above = own_board_only(*permit, asked);
    prepared.choices.with("people", social_workers(*permit));
    return prepared;
}

Result<web::Landing> change_officer(access::Work& work, const ChangeOfficer& input)
{
    const auto permit = access::permit<Operation::keep_file>(work, input.case_number);
    if (!permit) return permit.error();
    const auto person = social_worker(*permit, input.person);
    if (!person) return invalid("person", "form.not_a_choice");
    const auto before = holder(*permit, "officer");
    if (before && before->person == person->person && before->unit == person->unit.id)
        return invalid("person", "field.change_officer.person.already");
    if (input.youth_told_on && *input.youth_told_on > work.today) return invalid("youth_told_on", "form.today_or_earlier");
    if (auto no = work.unmet(may_have_case(is_conflicted(*permit, person->person)))) return *no;
    touch(*permit);
    end_assignments(*permit, "officer");
    assign(*permit, person->person, person->unit.id, "officer");
    give_to_unit(*permit, person->unit.id);
    add_officer_change(*permit, person->person, input);
    add_step_decision(*permit, "officer", {input.reason, {{"name", person->name}, {"unit", person->unit.name}}});
    return web::Landing{"/min-dag"_url, "cases.officer_changed", json_of(*permit)};
}

Result<web::Prepared<AddDeputy>> prepare_deputy(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::keep_file>(work, asked.part("case"));
    if (!permit) return permit.error();
    auto prepared = prepared_for<AddDeputy>(*permit, asked);
    prepared.above = own_board_only(*permit, asked);
    prepared.choices.with("people", social_workers(*permit));
    prepared.input.from_day = work.today;
    return prepared;
}

Result<web::Landing> add_deputy_for(access::Work& work, const AddDeputy& input)
{
    const auto permit = access::permit<Operation::keep_file>(work, input.case_number);
    if (!permit) return permit.error();
    const auto person = social_worker(*permit, input.person);
    if (!person) return invalid("person", "form.not_a_choice");
    if (*input.from_day < work.today) return invalid("from_day", "form.today_or_later");
    if (*input.last_day < *input.from_day) return invalid("last_day", "field.add_deputy.last_day.before");
    if (auto no = work.unmet(may_have_case(is_conflicted(*permit, person->person)))) return *no;
    touch(*permit);
    add_deputy(*permit, person->person, person->unit.id, *input.from_day, *input.last_day);
    return web::Landing{file_url(*permit), "cases.deputy_added", json_of(*permit)};
}

// --- who reads what is protected ----------------------------------------------------------------------------------------

Result<web::Prepared<NameReader>> prepare_reader(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::keep_file>(work, asked.part("case"));
    if (!permit) return permit.error();
    auto prepared = prepared_for<NameReader>(*permit, asked);
    const auto named = named_readers(*permit);
    auto people = organisation::people_who_act(work, {.roles = {Role::social_worker, Role::unit_manager}});
    // Who was named before can be unnamed wherever they work.
    std::erase_if(people, [&](const organisation::Acting& one) {
        return one.unit.agency != permit->facts().owner_agency && std::ranges::find(named, one.person) == named.end();
    });
    prepared.choices.with("people", organisation::people_options(people));
    return prepared;
}

Result<web::Landing> name_reader(access::Work& work, const NameReader& input)
{
    const auto permit = access::permit<Operation::keep_file>(work, input.case_number);
    if (!permit) return permit.error();
    const auto agency = input.ends ? std::optional<AgencyId>{} : permit->facts().owner_agency;
    const auto person =
        organisation::acting_of_handle(work, input.person, {Role::social_worker, Role::unit_manager}, agency);
    if (!person) return invalid("person", "form.not_a_choice");
    const auto named = named_readers(*permit);
    const bool is_named = std::ranges::find(named, person->person) != named.end();
    if (is_named != input.ends)
        return invalid("person", input.ends ? MessageKey("field.name_reader.person.not_named")
                                            : MessageKey("field.name_reader.person.already"));
    if (!input.ends)
        if (auto no = work.unmet(may_have_case(is_conflicted(*permit, person->person)))) return *no;
    touch(*permit);
    if (input.ends)
        end_assignment_of(*permit, "named_reader", person->person);
    else
        assign(*permit, person->person, person->unit.id, "named_reader");
    return web::Landing{file_url(*permit), input.ends ? "cases.reader_ended" : "cases.reader_named", json_of(*permit)};
}

// --- who may not have it ------------------------------------------------------------------------------------------------

Result<web::Prepared<DeclareConflict>> prepare_conflict(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::declare_conflict>(work, asked.part("case"));
    if (!permit) return permit.error();
    web::Prepared<DeclareConflict> prepared;
    prepared.header = case_header(*permit, asked);
    prepared.back = case_url(*permit);
    return prepared;
}

Result<web::Landing> declare_conflict(access::Work& work, const DeclareConflict& input)
{
    const auto permit = access::permit<Operation::declare_conflict>(work, input.case_number);
    if (!permit) return permit.error();
    touch(*permit);
    add_conflict(*permit, input.note);
    // From this second the case is closed to the reader, so what comes next is a page of their own.
    return web::Landing{"/min-dag"_url, "cases.conflict_declared", R"({"conflict":true})"};
}

}  // namespace

web::Command<CorrectIdentity> correct_identity_command()
{
    return {Operation::keep_file,
            "/arende/{case}/akten/personuppgifter",
            "/api/v1/cases/{case}/identity",
            "correct_identity",
            correct_identity_fields,
            prepare_identity,
            correct_identity,
            web::Confirmation::check_answers};
}

web::Command<ChangeOfficer> change_officer_command()
{
    return {Operation::keep_file,
            "/arende/{case}/akten/handlaggare",
            "/api/v1/cases/{case}/officer",
            "change_officer",
            change_officer_fields,
            prepare_officer,
            change_officer};
}

web::Command<AddDeputy> add_deputy_command()
{
    return {Operation::keep_file,
            "/arende/{case}/akten/ersattare",
            "/api/v1/cases/{case}/officer-deputies",
            "add_deputy",
            add_deputy_fields,
            prepare_deputy,
            add_deputy_for};
}

web::Command<NameReader> name_reader_command()
{
    return {Operation::keep_file,
            "/arende/{case}/akten/skyddade-uppgifter",
            "/api/v1/cases/{case}/named-readers",
            "name_reader",
            name_reader_fields,
            prepare_reader,
            name_reader};
}

web::Command<DeclareConflict> declare_conflict_command()
{
    return {Operation::declare_conflict,
            "/arende/{case}/jav",
            "/api/v1/cases/{case}/conflict",
            "declare_conflict",
            declare_conflict_fields,
            prepare_conflict,
            declare_conflict,
            web::Confirmation::check_answers};
}

}  // namespace lots::cases
