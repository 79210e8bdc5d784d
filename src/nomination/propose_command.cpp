#include <algorithm>
#include <utility>

#include "cases/page.h"
#include "cases/record.h"
#include "cases/youth.h"
#include "form/json_writer.h"
#include "guideline/law.h"
#include "nomination/commands.h"
#include "nomination/forms.h"
#include "nomination/proposing.h"
#include "nomination/receiving.h"
#include "nomination/store.h"
#include "organisation/profile.h"
#include "organisation/group_pages.h"
#include "organisation/parts.h"
#include "organisation/store.h"

namespace lots::nomination {

using access::Operation;
using namespace html::literals;

namespace {

/// The idea of the paragraph behind the ground; the wording in force that day is kept with the proposal.
std::string_view reference_of(LegalGround ground)
{
    switch (ground) {
    case LegalGround::lul6_notification:
        return "lul-6";
    case LegalGround::own_knowledge:
        return "sol-18-4";
    case LegalGround::adult_consent:
        return "osl-10-1";
    case LegalGround::osl_10_15a:
        return "osl-10-15a";
    case LegalGround::concern_notice:
        break;
    }
    return "sol-19-1";
}

/// Where proposals arrive when the municipality has not said which unit decides: the unit "mottagningen" of social services, or its first
/// unit when none is called so.
UnitId intake_unit(access::Work& work)
{
    std::optional<UnitId> first;
    const bool own_board = work.reader.agency_kind == "social_services";
    for (const auto& unit : organisation::units(work)) {
        if (unit.agency_kind != "social_services" || (own_board && unit.agency != work.reader.agency)) continue;
        if (unit.code == "mottagningen") return unit.id;
        if (!first) first = unit.id;
    }
    check(first.has_value(), "a municipality without a unit of social services");
    return *first;
}

/// None when nothing, or something else than one of them, was chosen among several.
std::optional<UnitId> receiving_unit(access::Work& work, const std::string& chosen)
{
    const auto all = receiving_units(work);
    return all.empty() ? intake_unit(work) : chosen_among(all, chosen);
}

/// Those that social services may write down a proposal for: an agency that does not sign in (settled 15).
form::Options other_agencies(access::Work& work)
{
    form::Options options;
    for (const auto& agency : organisation::agencies(work))
        if (agency.kind != "social_services") options.push_back({agency.code, agency.name});
    return options;
}

/// Of what kind each of them is: what may be given as a ground and a reason follows from it. Nobody is shown these.
form::Options kinds_of_others(access::Work& work)
{
    form::Options options;
    for (const auto& agency : organisation::agencies(work))
        if (agency.kind != "social_services") options.push_back({agency.code, agency.kind});
    return options;
}

/// A notice comes first and is made elsewhere: how and by what law, for who has not made one yet.
html::Html how_to_notify(const web::Asked& asked)
{
    const auto law = [&](std::string_view id) {
        const auto reference = guideline::legal_reference(id, asked.today);
        return reference ? guideline::wording(*reference) : std::string{};
    };
    html::Html body = html::bullets({asked.say("nomination.notice_how.call"), asked.say("nomination.notice_how.write"),
                                     asked.say("nomination.notice_how.danger")});
    body << html::paragraph(asked.say("nomination.duty_to_report", {{"law", law("sol-19-1")}, {"told", law("sol-20-6")}}));
    if (asked.reader.agency_kind == "police")  // S0-83: "genast", in the police's own system and not here
        body << html::paragraph(asked.say("nomination.police_at_once", {{"law", law("lul-6")}}));
    return html::details({.summary = asked.say("nomination.notice_how.title"), .body = std::move(body)});
}

html::Html before_proposing(access::Work& work, const web::Asked& asked, bool outside)
{
    html::Html above = html::warning_text(asked.words(), {.text = asked.say("nomination.not_instead_of_notice")});
    if (outside) above << how_to_notify(asked);
    above << organisation::target_group(work, asked);
    if (outside) above << html::paragraph(html::link("/foresla/over-18"_url, asked.say("nomination.over_18.link")));
    return above;
}

Result<web::Prepared<Propose>> prepare_propose(access::Work& work, const web::Asked& asked)
{
    if (auto allowed = access::allow(work, Operation::propose); !allowed) return allowed.error();
    const auto profile = organisation::profile_of(work);
    const bool own = work.reader.agency_kind == "social_services";
    web::Prepared<Propose> prepared;
    prepared.choices.with("agency_kind", {{work.reader.agency_kind, work.reader.agency_kind}});
    prepared.choices.with("today", {{iso(work.today), ""}});
    if (own) prepared.choices.with("agencies", other_agencies(work)).with("kinds", kinds_of_others(work));
    if (const auto units = receiving_units(work); units.size() > 1)
        prepared.choices.with("receiving", receiving_options(units));
    if (profile.oral_referral_consent) prepared.choices.with("oral", {{"yes", ""}});
    if (profile.osl_10_15a) prepared.choices.with("osl_10_15a", {{"yes", ""}});
    prepared.input.noticed_on = work.today;
    prepared.input.reporter_unit = work.reader.unit_name;
    prepared.input.origin = "none";
    if (!own) prepared.input.known_before = "unknown";
    if (work.reader.agency_kind != "police") prepared.input.police_matter_code.clear();
    prepared.above = before_proposing(work, asked, !own);
    prepared.check = html::paragraph(asked.say("nomination.check.readers"));
    // Nobody fills in all this to hear at the end that another unit proposes. What others have brought is written down by any unit.
    if (const auto unit = organisation::by_unit_with_part(work, "proposes"); !unit.missing().empty())
        prepared.above << html::inset_text({.text = asked.say("nomination.only_for_others")});
    return prepared;
}

Nomination nomination_of(access::Work& work, const Propose& input, const AgencyId& agency, bool police)
{
    const auto ground = ground_of(input.legal_ground);
    Nomination n;
    n.id = work.new_id<NominationId>();
    n.proposer = work.reader.person;
    n.proposer_unit = work.reader.unit;
    n.agency = agency;
    n.legal_ground = input.legal_ground;
    n.legal_reference = reference_of(ground);
    n.noticed_on = *input.noticed_on;
    n.registry_number = input.registry_number;
    n.police_matter_code = police ? input.police_matter_code : "";
    n.matter_code_reason = police ? input.matter_code_reason : "";
    n.lul_reference = police ? input.lul_reference : "";
    n.reporter_unit = input.reporter_unit;
    n.considered_for_sig = input.considered_for_sig;
    n.flag_note = input.flag_note;
    n.reasons = input.reasons;
    n.debut_known = input.debut_age ? "yes" : input.debut_known.empty() || !police ? "not_asked" : input.debut_known;
    n.debut_age = input.debut_age;
    n.strategic_crimes = input.strategic_crimes;
    n.origin = input.origin;
    n.discharge_date = input.discharge_date;
    n.known_before = input.known_before;
    n.reason = input.reason;
    n.why_sig = input.why_sig;
    n.weighing = input.weighing;
    n.feedback_asked = input.feedback_asked;
    n.received_at = work.now;
    if (ground == LegalGround::osl_10_15a) {
        n.ground_motive = input.ground_motive;
        n.ground_manager = input.ground_manager;
    }
    if (!input.on_behalf_of.empty()) {
        n.on_behalf_name = input.on_behalf_name;
        n.on_behalf_way = input.on_behalf_way;
    }
    return n;
}

Result<web::Landing> propose(access::Work& work, const Propose& input)
{
    if (auto allowed = access::allow(work, Operation::propose); !allowed) return allowed.error();
    if (auto slip = slip_in(work, input)) return *slip;
    const auto proposer = proposing_agency(work, input);
    if (!proposer) return invalid("on_behalf_of", "common.error.choose_one");
    auto decision = may_propose(facts_of(work, input, proposer->kind));
    const bool on_behalf = !input.on_behalf_of.empty();
    // S4-34 is about what social services propose themselves; what others propose no choice of units stops (S1-43).
    if (!on_behalf) decision.add(organisation::by_unit_with_part(work, "proposes"));
    if (auto no = work.unmet(decision)) return *no;
    if (auto unsaid = unsaid_reason(work, decision, input)) return *unsaid;
    const auto to_unit = receiving_unit(work, input.to_unit);
    if (!to_unit) return invalid("to_unit", "form.not_a_choice");

    // Whether there is an open case already is social services' knowledge, not the proposer's: the answer is the same. A
    // second proposal waits in the intake as one of its own, and cannot be taken up while the first is open (edge
    // case 4.13).
    auto youth = input.personal_number.empty() ? std::nullopt : cases::find_youth(work, input.personal_number);
    if (youth && cases::has_open_case(work, *youth)) youth.reset();
    if (!youth) youth = cases::add_youth(work, {input.given_name, input.family_name, input.personal_number, *input.born});
    const auto number = cases::open_case(work, *youth, *to_unit);
    const auto about = access::load_case_facts(work, number);
    check(about.has_value(), "a case that was just opened is not there");
    add(work, about->id, about->social_unit, nomination_of(work, input, proposer->id, proposer->kind == "police"));
    if (ground_of(input.legal_ground) == LegalGround::adult_consent)
        add_referral_consent(work, about->id, about->social_unit, proposer->id, input);

    form::JsonWriter json;
    json.object().pair("nomination", number).end_object();
    web::Landing landing{"/mina-forslag"_url, "nomination.sent_as", json.take()};
    landing.args = {{"number", number}};
    return landing;
}

}  // namespace

web::Command<Propose> propose_command()
{
    return {Operation::propose, "/foresla", "/api/v1/nominations", "propose", propose_fields, prepare_propose, propose,
            web::Confirmation::none, after_page};
}

}  // namespace lots::nomination
