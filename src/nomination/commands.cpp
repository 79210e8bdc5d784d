#include "nomination/commands.h"

#include "cases/page.h"
#include "cases/record.h"
#include "cases/youth.h"
#include "form/json_writer.h"
#include "guideline/law.h"
#include "guideline/requirements.h"
#include "identity/identity_number.h"
#include "nomination/forms.h"
#include "nomination/store.h"
#include "organisation/group_pages.h"
#include "organisation/store.h"

namespace lots::nomination {

using access::CaseState;
using access::Operation;
using namespace html::literals;

namespace {

/// The idea of the paragraph behind the ground; the wording in force that day is kept with the proposal.
std::string_view reference_of(LegalGround ground)
{
    switch (ground) {
    case LegalGround::lul6_notification: return "lul-6";
    case LegalGround::own_knowledge: return "sol-18-4";
    case LegalGround::concern_notice: break;
    }
    return "sol-19-1";
}

/// Where proposals arrive: the unit "mottagningen" of social services, or its first unit when none is called so.
UnitId intake_unit(access::Work& work)
{
    std::optional<UnitId> first;
    for (const auto& unit : organisation::units(work)) {
        if (unit.agency_kind != "social_services") continue;
        if (unit.code == "mottagningen") return unit.id;
        if (!first) first = unit.id;
    }
    check(first.has_value(), "a municipality without a unit of social services");
    return *first;
}

Result<web::Prepared<Propose>> prepare_propose(access::Work& work, const web::Asked& asked)
{
    if (auto allowed = access::allow(work, Operation::propose); !allowed) return allowed.error();
    web::Prepared<Propose> prepared;
    prepared.choices.with("agency_kind", {{work.reader.agency_kind, work.reader.agency_kind}});
    prepared.input.noticed_on = work.today;
    prepared.input.reporter_unit = work.reader.unit_name;
    prepared.input.origin = "none";
    if (work.reader.agency_kind != "police") prepared.input.police_matter_code.clear();
    prepared.above = html::warning_text(asked.words(), {.text = asked.say("nomination.not_instead_of_notice")});
    prepared.above << organisation::target_group(work, asked);
    return prepared;
}

Result<web::Landing> propose(access::Work& work, const Propose& input)
{
    if (auto allowed = access::allow(work, Operation::propose); !allowed) return allowed.error();
    const auto ground = ground_of(input.legal_ground);
    Facts facts{work.reader.agency_kind,
                ground,
                input.considered_for_sig,
                !input.registry_number.empty(),
                input.police_matter_code,
                input.reason,
                input.why_sig,
                input.weighing,
                input.reasons,
                input.debut_age.has_value(),
                input.strategic_crimes,
                *input.born,
                work.today};
    if (*input.born > work.today) return invalid("born", "form.today_or_earlier");
    if (*input.noticed_on > work.today) return invalid("noticed_on", "form.today_or_earlier");
    // The day decides the 18+ gate and who must sign, so it may not be another than the number's.
    const auto number_read = parse_identity_number(input.personal_number, work.today);
    if (!input.personal_number.empty() && (!number_read || !number_read->fits(*input.born)))
        return invalid("personal_number", "field.propose.personal_number.other_birth_date");
    auto decision = may_propose(facts);
    if (auto no = work.unmet(decision)) return *no;

    // Whether there is an open case already is social services' knowledge, not the proposer's: the answer is the same. A second proposal
    // waits in the intake as one of its own, and cannot be taken up while the first is open (edge case 4.13).
    auto youth = input.personal_number.empty() ? std::nullopt : cases::find_youth(work, input.personal_number);
    if (youth && cases::has_open_case(work, *youth)) youth.reset();
    if (!youth) youth = cases::add_youth(work, {input.given_name, input.family_name, input.personal_number, *input.born});
    const auto number = cases::open_case(work, *youth, intake_unit(work));
    const auto permit = access::load_case_facts(work, number);
    check(permit.has_value(), "a case that was just opened is not there");

    Nomination nomination;
    nomination.id = work.new_id<NominationId>();
    nomination.proposer = work.reader.person;
    nomination.proposer_unit = work.reader.unit;
    nomination.agency = work.reader.agency;
    nomination.legal_ground = input.legal_ground;
    nomination.legal_reference = reference_of(ground);
    nomination.noticed_on = *input.noticed_on;
    nomination.registry_number = input.registry_number;
    nomination.police_matter_code = work.reader.agency_kind == "police" ? input.police_matter_code : "";
    nomination.reporter_unit = input.reporter_unit;
    nomination.considered_for_sig = input.considered_for_sig;
    nomination.reasons = input.reasons;
    nomination.debut_age = input.debut_age;
    nomination.strategic_crimes = input.strategic_crimes;
    nomination.origin = input.origin;
    nomination.discharge_date = input.discharge_date;
    nomination.known_before = input.known_before;
    nomination.reason = input.reason;
    nomination.why_sig = input.why_sig;
    nomination.weighing = input.weighing;
    nomination.feedback_asked = input.feedback_asked;
    nomination.received_at = work.now;
    add(work, permit->id, permit->social_unit, nomination);

    form::JsonWriter json;
    json.object().pair("nomination", number).end_object();
    return web::Landing{"/mina-forslag"_url, "nomination.sent", json.take()};
}

Result<web::Prepared<TakeUp>> prepare_take_up(access::Work& work, const web::Asked& asked)
{
    auto permit = access::permit<Operation::take_up>(work, asked.part("case"));
    if (!permit) return permit.error();
    web::Prepared<TakeUp> prepared;
    prepared.header = cases::case_header(*permit, asked);
    prepared.back = cases::case_url(*permit) / "forslag";
    prepared.input.residence_checked_on = work.today;
    prepared.input.residence_source = "population_register";
    return prepared;
}

Result<web::Landing> take_up(access::Work& work, const TakeUp& input)
{
    auto permit = access::permit<Operation::take_up>(work, input.case_number);
    if (!permit) return permit.error();
    if (*input.residence_checked_on > work.today) return invalid("residence_checked_on", "form.today_or_earlier");
    const bool conflicted = input.conflict == "yes";
    if (conflicted) {
        // FL 16-18 §§: it must be told at once, and the person is out from this moment; the case waits for a colleague.
        cases::touch(*permit);
        add_conflict_declaration(*permit, true, input.conflict_note);
        return web::Landing{"/min-dag"_url, "nomination.conflict_noted", R"({"conflict":true})"};
    }
    if (auto no = work.unmet(may_take_up(input.lives_here, !conflicted, cases::has_other_open_case(*permit)))) return *no;

    cases::touch(*permit);
    add_conflict_declaration(*permit, false, input.conflict_note);
    add_review(*permit, input);
    cases::assign(*permit, work.reader.person, work.reader.unit, "officer");
    cases::give_to_unit(*permit, work.reader.unit);
    cases::move(*permit, CaseState::under_review, "T2");
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).pair("state", "under_review").end_object();
    return web::Landing{cases::case_url(*permit), "nomination.taken_up", json.take()};
}

}  // namespace

web::Command<Propose> propose_command()
{
    return {Operation::propose, "/foresla", "/api/v1/nominations", "propose", propose_fields, prepare_propose, propose};
}

web::Command<TakeUp> take_up_command()
{
    return {Operation::take_up, "/arende/{case}/ta-upp", "/api/v1/cases/{case}/review", "take_up", take_up_fields, prepare_take_up,
            take_up};
}

}  // namespace lots::nomination
