#include "nomination/proposing.h"

#include "identity/identity_number.h"
#include "nomination/rules.h"
#include "organisation/profile.h"
#include "organisation/store.h"

namespace lots::nomination {

namespace {

std::optional<Error> slip_about_who(const access::Work& work, const Propose& input)
{
    if (*input.born > work.today) return invalid("born", "form.today_or_earlier");
    // The day decides the 18+ gate and who must sign, so it may not be another than the number's.
    const auto number_read = parse_identity_number(input.personal_number, work.today);
    if (!input.personal_number.empty() && (!number_read || !number_read->fits(*input.born)))
        return invalid("personal_number", "field.propose.personal_number.other_birth_date");
    return std::nullopt;
}

std::optional<Error> slip_in_ground(const access::Work& work, const Propose& input)
{
    if (*input.noticed_on > work.today) return invalid("noticed_on", "form.today_or_earlier");
    if (!input.on_behalf_of.empty() && input.on_behalf_name.empty())
        return invalid("on_behalf_name", "field.propose.on_behalf_name.missing");
    if (!input.on_behalf_of.empty() && input.on_behalf_way.empty())
        return invalid("on_behalf_way", "field.propose.on_behalf_way.missing");
    return std::nullopt;
}

std::optional<Error> slip_in_why(const access::Work& work, const Propose& input)
{
    if (input.debut_age && *input.debut_age > age_on(*input.born, work.today))
        return invalid("debut_age", "field.propose.debut_age.above_age");
    if (input.debut_known == "no" && input.debut_age) return invalid("debut_age", "field.propose.debut_age.not_known");
    return std::nullopt;
}

}  // namespace

std::optional<ProposingAgency> proposing_agency(access::Work& work, const Propose& input)
{
    if (input.on_behalf_of.empty()) return ProposingAgency{work.reader.agency, work.reader.agency_kind};
    const auto other = organisation::agency_of_code(work, input.on_behalf_of);
    if (!other || work.reader.agency_kind != "social_services" || other->kind == work.reader.agency_kind) return std::nullopt;
    return ProposingAgency{other->id, other->kind};
}

std::optional<Error> slip_in(const access::Work& work, const Propose& input)
{
    if (auto slip = slip_about_who(work, input)) return slip;
    if (auto slip = slip_in_ground(work, input)) return slip;
    return slip_in_why(work, input);
}

Facts facts_of(access::Work& work, const Propose& input, const std::string& agency_kind)
{
    const auto profile = organisation::profile_of(work);
    Facts facts;
    facts.agency_kind = agency_kind;
    facts.ground = ground_of(input.legal_ground);
    facts.considered_for_sig = input.considered_for_sig;
    facts.has_registry_number = !input.registry_number.empty();
    facts.police_matter_code = input.police_matter_code;
    facts.reason = input.reason;
    facts.why_sig = input.why_sig;
    facts.weighing = input.weighing;
    facts.reasons = input.reasons;
    facts.debut_age_given = input.debut_age.has_value();
    facts.strategic_crimes = input.strategic_crimes;
    facts.born = *input.born;
    facts.on = work.today;
    facts.has_lul_reference = !input.lul_reference.empty();
    facts.consent = {input.consent_given_on, input.consent_last_day, input.consent_way, !input.consent_kept_at.empty()};
    facts.oral_is_enough = profile.oral_referral_consent.has_value();
    facts.osl_10_15a_allowed = profile.osl_10_15a.has_value();
    facts.balanced = !input.ground_motive.empty() && !input.ground_manager.empty();
    return facts;
}

std::optional<Error> unsaid_reason(const access::Work& work, const guideline::Decision& decision, const Propose& input)
{
    // S0-70 is the guideline's advice, and the only one here that is none of its musts: without it the police say why, and who writes down
    // what they brought on paper (settled 15) says it for them.
    if (decision.to_justify().empty() || !input.matter_code_reason.empty()) return std::nullopt;
    // The code is right: then it is the number that is missing, and its field is where somebody looks for the fault.
    const bool only_number = input.registry_number.empty() && input.police_matter_code == matter_code(work.today);
    if (only_number) return invalid("registry_number", "field.propose.registry_number.missing");
    return invalid("matter_code_reason", "field.propose.matter_code_reason.missing");
}

std::optional<Error> after_page(access::Work& work, const Propose& input, std::string_view page)
{
    if (page == "who") return slip_about_who(work, input);
    if (page != "ground") return slip_in_why(work, input);
    if (auto slip = slip_in_ground(work, input)) return slip;
    const auto proposer = proposing_agency(work, input);
    if (!proposer) return invalid("on_behalf_of", "common.error.choose_one");
    const auto decision = ground_holds(facts_of(work, input, proposer->kind));
    // Into the log when the answer is no; when it is yes the whole proposal is judged in the end, and that stands there once.
    if (!decision.allowed()) return work.unmet(decision);
    return unsaid_reason(work, decision, input);
}

}  // namespace lots::nomination
