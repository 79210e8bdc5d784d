#include "selection/commands.h"

#include <array>

#include "cases/gate_actions.h"
#include "cases/page.h"
#include "cases/record.h"
#include "form/json_writer.h"
#include "guideline/requirements.h"
#include "nomination/store.h"
#include "organisation/parts.h"
#include "organisation/profile.h"
#include "selection/deciding.h"
#include "selection/forms.h"
#include "selection/store.h"

namespace lots::selection {

using access::CaseState;
using access::Operation;
using access::Role;
using namespace html::literals;

namespace {

Outcome outcome_of(std::string_view code)
{
    if (code == "no_offer") return Outcome::no_offer;
    return code == "waitlist" ? Outcome::waitlist : Outcome::offer;
}

Mode mode_of(std::string_view code)
{
    if (code == "assessed_intervention") return Mode::assessed_intervention;
    return code == "open_intervention" ? Mode::open_intervention : Mode::cooperation_form;
}

/// What the decision rests on: the right to support after assessment, support without it, or the duty to work for the young.
std::string_view reference_of(Mode mode)
{
    switch (mode) {
    case Mode::assessed_intervention: return "sol-11-1";
    case Mode::open_intervention: return "sol-11-5";
    case Mode::cooperation_form: break;
    }
    return "sol-18-4";
}

Agreed agreed_of(std::string_view code)
{
    if (code == "guardians") return Agreed::guardians;
    return code == "youth" ? Agreed::youth : Agreed::nobody;
}

/// The ages of the category; those on the way out may have their own (S4-01).
struct Ages {
    int youngest, oldest;
    bool hold(Date born, Date on) const { return within_ages(born, on, youngest, oldest); }
};
Ages ages_for(const organisation::MethodProfile& profile, std::string_view category)
{
    if (category != "exit_seeker") return {profile.youngest_years, profile.oldest_years};
    return {profile.exit_youngest_years.value_or(profile.youngest_years), profile.exit_oldest_years.value_or(profile.oldest_years)};
}

CaseState state_after(Outcome outcome)
{
    switch (outcome) {
    case Outcome::no_offer: return CaseState::decided_no_offer;
    case Outcome::waitlist: return CaseState::waitlisted;
    case Outcome::offer: break;
    }
    return CaseState::decided_offer;
}

constexpr std::array known_before_mends{
    cases::Mend{&guideline::sources_named, "*", Operation::decide_offer, access::Compartment::social_services,
                "command.add_source.title", "bedomning/kallor"},
};

bool by_social_services(const access::Work& work)
{
    return work.reader.role == Role::social_worker || work.reader.role == Role::unit_manager;
}

Result<web::Prepared<DecideOffer>> prepare(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::decide_offer>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto& facts = permit->facts();
    const auto profile = organisation::profile_of(work);
    const int taken = places_taken(work);

    web::Prepared<DecideOffer> prepared;
    prepared.input = first_guess(*permit, profile, taken);
    if (age_on(facts.born, work.today) >= 18) prepared.choices.with("adult", {{"yes", ""}});
    const auto ages = ages_for(profile, "at_risk");
    const bool at_risk = ages.hold(facts.born, work.today),
               exit_seeker = ages_for(profile, "exit_seeker").hold(facts.born, work.today);
    if (at_risk && exit_seeker)
        prepared.choices.with("within_ages", {{"yes", ""}});
    else if (at_risk != exit_seeker)
        prepared.choices.with("outside_only", {{at_risk ? "exit_seeker" : "at_risk", ""}});
    if (own_declaration(*permit) == false) prepared.choices.with("declared", {{"yes", ""}});
    const auto sources = sources_of(*permit);
    prepared.gate = known_before(by_social_services(work), facts.born, work.today, ages.youngest, ages.oldest, !sources.empty());
    prepared.gate.add(organisation::by_unit_with_part(work, "decides"));
    prepared.actions = cases::actions_of(*permit, asked.language(), known_before_mends);
    prepared.header = cases::case_header(*permit, asked);
    prepared.above = before_deciding(*permit, asked, profile, taken);
    prepared.beside = beside_decision(*permit, asked, sources);
    prepared.check = html::paragraph(asked.say("selection.check.readers"));
    prepared.back = cases::case_url(*permit);
    return prepared;
}

Result<web::Landing> decide(access::Work& work, const DecideOffer& input)
{
    const auto permit = access::permit<Operation::decide_offer>(work, input.case_number);
    if (!permit) return permit.error();
    const auto& about = permit->facts();
    const auto declared = own_declaration(*permit);
    if (!declared && input.conflict == "yes") {
        // FL 16-18 §§: told at once; the person is out from this moment and the case waits for a colleague.
        cases::touch(*permit);
        nomination::add_conflict_declaration(*permit, true, "");
        return web::Landing{"/min-dag"_url, "selection.conflict_noted", R"({"conflict":true})"};
    }

    const auto profile = organisation::profile_of(work);
    Facts facts;
    facts.by_social_services = by_social_services(work);
    facts.declares_no_conflict = declared ? !*declared : input.conflict == "no";
    facts.outcome = outcome_of(input.outcome);
    facts.category_named = !input.category.empty();
    facts.on_the_way_out = input.category == "exit_seeker";
    facts.exit_seekers_included = profile.exit_seekers;
    facts.mode = mode_of(input.mode);
    facts.intervention_last_day = input.intervention_last_day;
    facts.appeal_information = !input.appeal_information.empty();
    facts.agreed = agreed_of(input.agreed_by);
    facts.agreed_reason = !input.agreed_reason.empty();
    facts.commits_crimes = input.crime_ground != "risk_only";
    facts.sources_named = !sources_of(*permit).empty();
    facts.room_for_more = input.room_for_more && (!profile.capacity || places_taken(work) < *profile.capacity);
    facts.born = about.born;
    facts.on = work.today;
    const auto ages = ages_for(profile, input.category);
    facts.youngest_years = ages.youngest;
    facts.oldest_years = ages.oldest;
    // Both are a should: what stands outside is decided all the same, with a reason of its own.
    if (!ages.hold(about.born, work.today) && input.outside_age_band_reason.empty())
        return invalid("outside_age_band_reason", "field.decide_offer.outside_age_band_reason.missing");
    if (!facts.commits_crimes && input.no_crimes_reason.empty())
        return invalid("no_crimes_reason", "field.decide_offer.no_crimes_reason.missing");
    auto decision = may_decide_offer(facts, input.note);
    decision.add(organisation::by_unit_with_part(work, "decides"));
    if (auto no = work.unmet(decision)) return *no;

    cases::touch(*permit);
    if (!declared) nomination::add_conflict_declaration(*permit, false, "");
    const auto note = cases::add_decision(*permit, input.note, reference_of(facts.mode));
    add(*permit, input, note, profile.waitlist_review_days);
    const auto to = state_after(facts.outcome);
    cases::move(*permit, to, about.state == CaseState::waitlisted ? "T5b" : "T5", note);
    auto number = about.number;
    if (facts.outcome == Outcome::offer) number = cases::give_case_number(*permit);
    if (facts.outcome == Outcome::no_offer) cases::end_open_case(*permit);

    form::JsonWriter json;
    json.object().pair("case", number).pair("state", access::name(to)).end_object();
    return web::Landing{"/arende"_url / number, "selection." + input.outcome, json.take()};
}

}  // namespace

web::Command<DecideOffer> decide_offer_command()
{
    return {Operation::decide_offer, "/arende/{case}/beslut", "/api/v1/cases/{case}/offer-decision", "decide_offer", decide_offer_fields,
            prepare, decide, web::Confirmation::check_answers};
}

}  // namespace lots::selection
