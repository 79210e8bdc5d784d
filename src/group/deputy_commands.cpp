#include <algorithm>

#include "cases/record.h"
#include "form/json_writer.h"
#include "group/commands.h"
#include "group/coordination.h"
#include "group/coordination_page.h"
#include "group/forms.h"
#include "group/gate_actions.h"
#include "group/people.h"
#include "group/store.h"
#include "organisation/profile.h"

// Who stands in for the coordinator, and that the young person is told who comes and goes.
namespace lots::group {

using access::CaseState;
using access::Operation;

namespace {

web::Landing landing(const access::CasePermit& permit, std::string done, std::optional<int> deputy = {})
{
    form::JsonWriter json;
    json.object().pair("case", permit.facts().number).maybe("deputy", deputy).end_object();
    return {cases::case_url(permit) / "deltagare", std::move(done), json.take()};
}

Result<web::Prepared<AppointDeputy>> prepare_appoint(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::form_group>(work, asked.part("case"));
    if (!permit) return permit.error();
    auto prepared = prepared_for<AppointDeputy>(*permit, asked);
    prepared.choices.with("people", coordinator_options(work, asked.language()));
    prepared.input.from_day = work.today;
    prepared.above = chosen_units(work, asked);
    prepared.gate = one_coordinator(facts_of(*permit).coordinators);
    prepared.actions = actions_of_group(*permit, asked.language());
    return prepared;
}

Result<web::Landing> appoint(access::Work& work, const AppointDeputy& input)
{
    const auto permit = access::permit<Operation::form_group>(work, input.case_number);
    if (!permit) return permit.error();
    const auto person = organisation::acting_of_handle(work, input.person, coordinating());
    if (!person) return invalid("person", "form.not_a_choice");
    const auto coordinator = cases::holder(*permit, "coordinator");
    if (coordinator && coordinator->person == person->person && coordinator->unit == person->unit.id)
        return invalid("person", "field.appoint_deputy.person.already");
    if (*input.from_day < work.today) return invalid("from_day", "form.today_or_later");
    if (*input.last_day < *input.from_day) return invalid("last_day", "field.appoint_deputy.last_day.before_first");
    if (input.youth_told_on && *input.youth_told_on > work.today) return invalid("youth_told_on", "form.today_or_earlier");
    auto decision = may_deputise(permit->facts().consent, candidate_of(*permit, *person, input.reason), work.today,
                                 rests(*permit), coordinator ? 1 : 0);
    // Who stands in leads, and goes on leading when the coordinator leaves (S4-19).
    decision.add(from_chosen_unit(organisation::profile_of(work).coordinator_units, person->unit.code));
    if (auto no = work.unmet(decision)) return *no;
    if (!decision.to_justify().empty() && input.other_unit_reason.empty())
        return invalid("other_unit_reason", "field.appoint_deputy.other_unit_reason.missing");

    cases::touch(*permit);
    add_deputy(*permit, person->person, person->unit.id, input);
    if (!input.other_unit_reason.empty())
        add_other_unit_reason(*permit, person->person, person->unit.id, input.other_unit_reason);
    cases::add_step_decision(*permit, "deputy",
                             {input.reason, {{"name", person->name}, {"from", *input.from_day}, {"to", *input.last_day}}});
    if (input.youth_told_on) add_youth_told(*permit, *input.youth_told_on);
    return landing(*permit, "group.deputy_appointed", deputies(*permit).back().number);
}

/// The one with that number, while there are days left of it.
std::optional<Deputy> deputy_at(const access::CasePermit& permit, const std::string& part)
{
    const auto number = number_in(part);
    for (const auto& one : deputies(permit))
        if (one.number == number && !one.ended_at && one.last_day >= permit.work().today) return one;
    return std::nullopt;
}

Result<web::Prepared<EndDeputy>> prepare_end(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::form_group>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto deputy = deputy_at(*permit, asked.part("number"));
    if (!deputy) return not_found();
    auto prepared = prepared_for<EndDeputy>(*permit, asked);
    prepared.above = html::inset_text({.text = deputy->name});
    return prepared;
}

Result<web::Landing> end(access::Work& work, const EndDeputy& input)
{
    const auto permit = access::permit<Operation::form_group>(work, input.case_number);
    if (!permit) return permit.error();
    const auto deputy = deputy_at(*permit, input.number);
    if (!deputy) return not_found();
    cases::touch(*permit);
    end_deputy(*permit, *deputy);
    return landing(*permit, "group.deputy_ended", deputy->number);
}

Result<web::Prepared<TellYouth>> prepare_tell(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::form_group>(work, asked.part("case"));
    if (!permit) return permit.error();
    auto prepared = prepared_for<TellYouth>(*permit, asked);
    prepared.input.told_on = work.today;
    return prepared;
}

Result<web::Landing> tell(access::Work& work, const TellYouth& input)
{
    const auto permit = access::permit<Operation::form_group>(work, input.case_number);
    if (!permit) return permit.error();
    if (*input.told_on > work.today) return invalid("told_on", "form.today_or_earlier");
    const auto changes = changes_not_told(*permit);
    if (!changes.empty() && *input.told_on < changes.front()) return invalid("told_on", "field.tell_youth.told_on.before_change");
    cases::touch(*permit);
    add_youth_told(*permit, *input.told_on);
    return landing(*permit, "group.youth_told");
}

}  // namespace

web::Command<AppointDeputy> appoint_deputy_command()
{
    return {Operation::form_group, "/arende/{case}/deltagare/ersattare", "/api/v1/cases/{case}/deputies", "appoint_deputy",
            appoint_deputy_fields, prepare_appoint,                      appoint};
}

web::Command<EndDeputy> end_deputy_command()
{
    return {Operation::form_group, "/arende/{case}/deltagare/ersattare/{number}/avsluta", "/api/v1/cases/{case}/deputies/{number}/end",
            "end_deputy",          end_deputy_fields,                                     prepare_end,
            end};
}

web::Command<TellYouth> tell_youth_command()
{
    return {Operation::form_group, "/arende/{case}/deltagare/berattat", "/api/v1/cases/{case}/youth-told", "tell_youth",
            tell_youth_fields,     prepare_tell,                        tell};
}

}  // namespace lots::group
