#include "consent/commands_parts.h"

#include <algorithm>

#include "cases/page.h"
#include "cases/record.h"
#include "consent/forms.h"
#include "consent/forms_parts.h"
#include "consent/parts.h"
#include "consent/store.h"
#include "consent/store_parts.h"

namespace lots::consent {

using access::Operation;

namespace {

// --- the collector's own talks ------------------------------------------------------------------------------------------

html::Url collection_url(const access::CasePermit& permit) { return consents_url(permit) / "inhamta"; }

/// Whom a collector asks: those on the collector's own page. A protected person is asked by social services (edge case 4.5),
/// and somebody who is hindered is not asked (edge case 4.3).
const Signatory* asked_by_collector(const access::CasePermit& permit, std::string_view number)
{
    const auto* signatory = required_signatory(permit, number);
    if (signatory == nullptr) return nullptr;
    const auto people = to_be_asked(permit);
    const auto found = std::ranges::find(people, signatory->id, &ToBeAsked::id);
    return found == people.end() || found->is_protected ? nullptr : signatory;
}

Result<web::Prepared<RegisterConversation>> prepare_collected(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::collect_consent>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto* signatory = asked_by_collector(*permit, asked.part("signatory"));
    if (signatory == nullptr) return not_found();
    web::Prepared<RegisterConversation> prepared;
    prepared.input.held_on = work.today;
    prepared.input.way = "meeting";
    prepared.header = cases::case_header(*permit, asked);
    prepared.above = html::paragraph(asked.say(
        "consent.conversation_with", {{"who", role_words(asked.language(), permit->facts().consent, *signatory)}}));
    prepared.back = collection_url(*permit);
    return prepared;
}

Result<web::Landing> register_collected(access::Work& work, const RegisterConversation& input)
{
    const auto permit = access::permit<Operation::collect_consent>(work, input.case_number);
    if (!permit) return permit.error();
    const auto* signatory = asked_by_collector(*permit, input.signatory);
    if (signatory == nullptr) return not_found();
    if (*input.held_on > work.today) return invalid("held_on", "form.today_or_earlier");
    if (!input.help.way.empty() && input.help.language.empty())
        return invalid("interpreter_language", "consent.interpreter_language_missing");
    cases::touch(*permit);
    add(*permit, signatory->id, input);
    return web::Landing{collection_url(*permit), "consent.conversation_registered",
                        outcome_json(*permit, permit->facts().state)};
}

// --- research alone -----------------------------------------------------------------------------------------------------

Result<web::Prepared<WithdrawFollowUp>> prepare_follow_up(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::keep_file>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto* signatory = signatory_numbered(*permit, asked.part("signatory"));
    if (signatory == nullptr) return not_found();
    web::Prepared<WithdrawFollowUp> prepared;
    prepared.input.came_on = work.today;
    prepared.header = cases::case_header(*permit, asked);
    prepared.above = html::paragraph(
        asked.say("consent.follow_up_who", {{"who", role_words(asked.language(), permit->facts().consent, *signatory)}}));
    prepared.back = consents_url(*permit);
    return prepared;
}

Result<web::Landing> withdraw_follow_up(access::Work& work, const WithdrawFollowUp& input)
{
    const auto permit = access::permit<Operation::keep_file>(work, input.case_number);
    if (!permit) return permit.error();
    const auto* signatory = signatory_numbered(*permit, input.signatory);
    if (signatory == nullptr) return not_found();
    if (*input.came_on > work.today) return invalid("came_on", "form.today_or_earlier");
    cases::touch(*permit);
    add_follow_up_withdrawal(*permit, signatory->id, input);
    return web::Landing{consents_url(*permit), "consent.follow_up_withdrawn", outcome_json(*permit, permit->facts().state)};
}

// --- talks by the group -------------------------------------------------------------------------------------------------

form::Options signatory_options(const access::CasePermit& permit, Language language)
{
    form::Options options;
    const auto& facts = permit.facts().consent;
    for (const auto& signatory : facts.signatories)
        if (has_a_say(signatory, facts.born, permit.work().today))
            options.push_back({std::to_string(signatory.number), role_words(language, facts, signatory)});
    return options;
}

Result<web::Prepared<RegisterMotivation>> prepare_motivation(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::write_note>(work, asked.part("case"));
    if (!permit) return permit.error();
    web::Prepared<RegisterMotivation> prepared;
    prepared.choices.with("signatories", signatory_options(*permit, asked.language()));
    prepared.input.held_on = work.today;
    prepared.header = cases::case_header(*permit, asked);
    prepared.back = cases::case_url(*permit);
    return prepared;
}

Result<web::Landing> register_motivation(access::Work& work, const RegisterMotivation& input)
{
    const auto permit = access::permit<Operation::write_note>(work, input.case_number);
    if (!permit) return permit.error();
    const auto* signatory = required_signatory(*permit, input.signatory);
    if (signatory == nullptr) return invalid("signatory", "form.not_a_choice");
    if (*input.held_on > work.today) return invalid("held_on", "form.today_or_earlier");
    cases::touch(*permit);
    add_motivation(*permit, signatory->id, input);
    return web::Landing{cases::case_url(*permit), "consent.motivation_registered",
                        outcome_json(*permit, permit->facts().state)};
}

}  // namespace

web::Command<RegisterConversation> collect_conversation_command()
{
    return {Operation::collect_consent,
            "/arende/{case}/samtycken/inhamta/{signatory}/samtal",
            "/api/v1/cases/{case}/collection/{signatory}/conversations",
            "register_conversation",
            register_conversation_fields,
            prepare_collected,
            register_collected};
}

web::Command<WithdrawFollowUp> withdraw_follow_up_command()
{
    return {Operation::keep_file,
            "/arende/{case}/samtycken/underskrivare/{signatory}/forskning",
            "/api/v1/cases/{case}/signatories/{signatory}/follow-up-withdrawal",
            "withdraw_follow_up",
            withdraw_follow_up_fields,
            prepare_follow_up,
            withdraw_follow_up};
}

web::Command<RegisterMotivation> register_motivation_command()
{
    return {Operation::write_note, "/arende/{case}/motiverande-samtal", "/api/v1/cases/{case}/motivation-contacts",
            "register_motivation", register_motivation_fields,          prepare_motivation,
            register_motivation};
}

}  // namespace lots::consent
