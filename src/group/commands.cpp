#include "group/commands.h"

#include <algorithm>
#include <charconv>

#include "cases/page.h"
#include "cases/record.h"
#include "form/json_writer.h"
#include "group/coordination.h"
#include "group/coordination_page.h"
#include "group/forms.h"
#include "group/gate_actions.h"
#include "group/pages.h"
#include "group/people.h"
#include "group/rules.h"
#include "group/store.h"
#include "organisation/profile.h"
#include "organisation/store.h"

namespace lots::group {

using access::CaseState;
using access::Operation;
using access::Role;

namespace {

const std::vector<Role> taking_part{Role::police, Role::school, Role::agency_staff, Role::social_worker};

/// Who can be asked: people of the agencies that are concerned or that the consent names. The rule then says what is missing, if anything.
std::vector<organisation::Acting> candidates(const access::CasePermit& permit)
{
    const auto& consent = permit.facts().consent;
    auto people = organisation::people_who_act(permit.work(), {.roles = taking_part});
    std::erase_if(people, [&](const organisation::Acting& person) {
        const auto& agency = person.unit.agency;
        return !consent.concerned.contains(agency) && !consent::names(consent, agency, permit.work().today);
    });
    return people;
}

/// What somebody from there most often does in a group: a first guess, to be changed.
std::string usual_function(const std::string& agency_kind)
{
    if (agency_kind == "social_services") return "case_officer";
    if (agency_kind == "police") return "police_officer";
    if (agency_kind == "school") return "teacher";
    if (agency_kind == "health") return "health_contact";
    if (agency_kind == "sis") return "institution_staff";
    if (agency_kind == "leisure") return "leisure_leader";
    return agency_kind == "prison_service" ? "probation_officer" : std::string{};
}

/// Led here by an agency that has nobody in the group yet ("Lägg till från Skolan"): its people alone, and what they usually do. A code that
/// nobody to be asked belongs to changes nothing.
void begin_with(const std::string& agency, std::vector<organisation::Acting>& people, AddMember& input)
{
    const auto is_from = [&](const organisation::Acting& person) { return person.unit.agency_code == agency; };
    const auto one = std::ranges::find_if(people, is_from);
    if (one == people.end()) return;
    input.function = usual_function(one->unit.agency_kind);
    std::erase_if(people, [&](const organisation::Acting& person) { return !is_from(person); });
    const auto& only = people.front().handle;
    if (std::ranges::all_of(people, [&](const organisation::Acting& person) { return person.handle == only; })) input.person = only;
}

std::optional<Member> membership_of(const access::CasePermit& permit, const PersonId& person, const UnitId& unit)
{
    for (auto& member : members(permit))
        if (member.person == person && member.unit == unit) return member;
    return std::nullopt;
}

std::string json_of(const access::CasePermit& permit, std::optional<int> member = {}, std::string_view state = {})
{
    form::JsonWriter json;
    json.object().pair("case", permit.facts().number);
    if (member) json.pair("member", *member);
    if (!state.empty()) json.pair("state", state);
    json.end_object();
    return json.take();
}

/// The young person cannot have been told tomorrow.
bool told_later(std::optional<Date> told_on, Date today) { return told_on && *told_on > today; }

// --- the coordinator ----------------------------------------------------------------------------------------------------

Result<web::Prepared<AppointCoordinator>> prepare_appoint(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::form_group>(work, asked.part("case"));
    if (!permit) return permit.error();
    auto prepared = prepared_for<AppointCoordinator>(*permit, asked);
    prepared.choices.with("people", coordinator_options(work, asked.language()));
    if (!cases::entrusted(*permit, "coordinator")) prepared.choices.with("first_one", {{"yes", "", {}}});  // nobody hands over
    if (const auto now = cases::holder(*permit, "coordinator"))
        prepared.above = html::inset_text({.text = asked.say("group.coordinator_now", {{"name", now->name}, {"day", now->from_day}})});
    else prepared.above = coordinator_left(*permit, asked);
    prepared.above << chosen_units(work, asked);
    prepared.actions = actions_of_group(*permit, asked.language());
    return prepared;
}

Result<web::Landing> appoint(access::Work& work, const AppointCoordinator& input)
{
    const auto permit = access::permit<Operation::form_group>(work, input.case_number);
    if (!permit) return permit.error();
    const auto person = organisation::acting_of_handle(work, input.person, coordinating());
    if (!person) return invalid("person", "form.not_a_choice");
    const auto before = cases::entrusted(*permit, "coordinator");  // who has left has something to hand over, too
    if (before && before->person == person->person && before->unit == person->unit.id)
        return invalid("person", "field.appoint_coordinator.person.already");
    if (before && input.hand_over.empty()) return invalid("hand_over", "field.appoint_coordinator.hand_over.missing");
    if (told_later(input.youth_told_on, work.today)) return invalid("youth_told_on", "form.today_or_earlier");
    auto decision = may_coordinate(permit->facts().consent, candidate_of(*permit, *person, input.reason), work.today, rests(*permit),
                                   before.has_value());
    decision.add(from_chosen_unit(organisation::profile_of(work).coordinator_units, person->unit.code));
    if (auto no = work.unmet(decision)) return *no;
    if (!decision.to_justify().empty() && input.other_unit_reason.empty())
        return invalid("other_unit_reason", "field.appoint_coordinator.other_unit_reason.missing");

    cases::touch(*permit);
    cases::end_assignments(*permit, "coordinator");
    end_deputies(*permit);  // who stood in for the one before stands in for nobody now
    // Who was in the group as coordinator only leaves it; who had another function too stays with that.
    for (const auto& member : members(*permit))
        if (member.function == "coordinator") end(*permit, member.id, input.hand_over, input.youth_told_on);
    cases::assign(*permit, person->person, person->unit.id, "coordinator");
    if (!input.other_unit_reason.empty()) add_other_unit_reason(*permit, person->person, person->unit.id, input.other_unit_reason);
    cases::add_step_decision(*permit, "coordinator", {input.reason, {{"name", person->name}, {"unit", person->unit.name}}});
    auto held = membership_of(*permit, person->person, person->unit.id);
    const int number = held ? held->number
                            : add(*permit, {person->person, person->unit.id, person->unit.agency, "coordinator", false, input.reason});
    return web::Landing{cases::case_url(*permit) / "deltagare", "group.coordinator_appointed", json_of(*permit, number)};
}

// --- members ------------------------------------------------------------------------------------------------------------

Result<web::Prepared<AddMember>> prepare_add(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::form_group>(work, asked.part("case"));
    if (!permit) return permit.error();
    auto prepared = prepared_for<AddMember>(*permit, asked);
    auto people = candidates(*permit);
    if (const auto* agency = asked.request.parameter("myndighet")) begin_with(*agency, people, prepared.input);
    prepared.choices.with("people", once_each(std::move(people)));
    prepared.check = html::paragraph(asked.say("group.check.reads"));
    prepared.check << html::paragraph(asked.say("group.check.avoid")) << html::paragraph(asked.say("group.check.never"));
    prepared.about = agency_words(work);
    prepared.actions = actions_of_group(*permit, asked.language());
    // Led here from one of them there is nothing to choose between.
    if (asked.request.parameter("myndighet") == nullptr) prepared.above = missing_agencies(*permit, asked);
    // Not the gate of the page: whom the consent names can be added while another agency waits for a new one.
    if (const auto named = consent_names_all(facts_of(*permit), work.today); !named.missing().empty())
        prepared.above << web::gate_box(asked.language(), asked.words(), asked.today, asked.say("group.named_by_consent"),
                                        named, prepared.about, {}, prepared.actions);
    return prepared;
}

Result<web::Landing> add_somebody(access::Work& work, const AddMember& input)
{
    const auto permit = access::permit<Operation::form_group>(work, input.case_number);
    if (!permit) return permit.error();
    const auto person = organisation::acting_of_handle(work, input.person, taking_part);
    if (!person) return invalid("person", "form.not_a_choice");
    if (membership_of(*permit, person->person, person->unit.id)) return invalid("person", "field.add_member.person.already");
    if (input.function == "qualified_contact_person" && input.contact_ground.empty())
        return invalid("contact_ground", "field.add_member.contact_ground.missing");
    const auto decision =
        may_add_member(permit->facts().consent, candidate_of(*permit, *person, input.reason), work.today, rests(*permit));
    if (auto no = work.unmet(decision)) return *no;

    cases::touch(*permit);
    const int number = add(
        *permit, {person->person, person->unit.id, person->unit.agency, input.function, input.knows_youth, input.reason,
                  input.function == "qualified_contact_person" ? input.contact_ground : std::string{}});
    cases::add_step_decision(*permit, "member", {input.reason, {{"name", person->name}, {"unit", person->unit.name}}});
    return web::Landing{cases::case_url(*permit) / "deltagare", "group.member_added", json_of(*permit, number)};
}

/// Also who has left: somebody else is appointed first.
bool coordinates(const access::CasePermit& permit, const Member& member)
{
    const auto coordinator = cases::entrusted(permit, "coordinator");
    return coordinator && coordinator->person == member.person && coordinator->unit == member.unit;
}

Result<web::Prepared<EndMembership>> prepare_end(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::form_group>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto number = number_in(asked.part("number"));
    const auto member = number ? member_of(*permit, *number) : std::nullopt;
    if (!member) return not_found();
    auto prepared = prepared_for<EndMembership>(*permit, asked);
    prepared.above = html::inset_text({.text = member->name + ", " + member->agency_name});
    // The gate is shown only when it is closed: nobody needs to read that somebody is not the coordinator.
    if (auto decision = may_end_membership(coordinates(*permit, *member)); !decision.allowed()) prepared.gate = std::move(decision);
    prepared.actions = actions_of_group(*permit, asked.language());
    return prepared;
}

Result<web::Landing> end_somebody(access::Work& work, const EndMembership& input)
{
    const auto permit = access::permit<Operation::form_group>(work, input.case_number);
    if (!permit) return permit.error();
    const auto number = number_in(input.number);
    const auto member = number ? member_of(*permit, *number) : std::nullopt;
    if (!member) return not_found();
    if (told_later(input.youth_told_on, work.today)) return invalid("youth_told_on", "form.today_or_earlier");
    if (auto no = work.unmet(may_end_membership(coordinates(*permit, *member)))) return *no;

    cases::touch(*permit);
    end(*permit, member->id, input.hand_over, input.youth_told_on);
    return web::Landing{cases::case_url(*permit) / "deltagare", "group.membership_ended", json_of(*permit, member->number)};
}

// --- T9 -----------------------------------------------------------------------------------------------------------------

Result<web::Prepared<StartPlanning>> prepare_start(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::form_group>(work, asked.part("case"));
    if (!permit) return permit.error();
    if (permit->facts().state != CaseState::forming) return not_found();
    auto prepared = prepared_for<StartPlanning>(*permit, asked);
    prepared.gate = may_start_planning(facts_of(*permit), work.today);
    if (!prepared.gate.to_justify().empty()) prepared.choices.with("without_somebody", {{"yes", "", {}}});
    prepared.about = agency_words(work);
    prepared.actions = actions_of_group(*permit, asked.language());
    return prepared;
}

Result<web::Landing> start(access::Work& work, const StartPlanning& input)
{
    const auto permit = access::permit<Operation::form_group>(work, input.case_number);
    if (!permit) return permit.error();
    if (permit->facts().state != CaseState::forming) return not_found();
    const auto decision = may_start_planning(facts_of(*permit), work.today);
    if (auto no = work.unmet(decision)) return *no;
    if (!decision.to_justify().empty() && input.missing_reason.empty())
        return invalid("missing_reason", "field.start_planning.missing_reason.missing");

    cases::touch(*permit);
    add_planning_start(*permit, input.missing_reason);
    cases::move(*permit, CaseState::planning, "T9", cases::Grounds{input.missing_reason, {}});
    return web::Landing{cases::case_url(*permit) / "plan", "group.planning_started", json_of(*permit, {}, "planning")};
}

}  // namespace

std::optional<int> number_in(std::string_view text)
{
    int number = 0;
    const auto* end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || at != end || number < 1 || text.front() == '0') return std::nullopt;
    return number;
}

web::Command<AppointCoordinator> appoint_coordinator_command()
{
    return {Operation::form_group,      "/arende/{case}/deltagare/samordnare", "/api/v1/cases/{case}/coordinator", "appoint_coordinator",
            appoint_coordinator_fields, prepare_appoint,                       appoint};
}

web::Command<AddMember> add_member_command()
{
    return {Operation::form_group, "/arende/{case}/deltagare/lagg-till", "/api/v1/cases/{case}/members", "add_member",
            add_member_fields,     prepare_add,                          add_somebody,
            web::Confirmation::check_answers};
}

web::Command<EndMembership> end_membership_command()
{
    return {Operation::form_group, "/arende/{case}/deltagare/{number}/avsluta", "/api/v1/cases/{case}/members/{number}/end",
            "end_membership",      end_membership_fields,                       prepare_end,
            end_somebody};
}

web::Command<StartPlanning> start_planning_command()
{
    return {Operation::form_group, "/arende/{case}/deltagare/borja-planera", "/api/v1/cases/{case}/planning", "start_planning",
            start_planning_fields, prepare_start,                            start};
}

}  // namespace lots::group
