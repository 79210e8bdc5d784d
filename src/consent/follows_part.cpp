#include "consent/follows_part.h"

#include <algorithm>
#include <string>
#include <vector>

#include "cases/page.h"
#include "consent/own_answer.h"
#include "consent/pages_parts.h"
#include "consent/rules_follow.h"
#include "http/form_data.h"
#include "organisation/store.h"

namespace lots::consent {

using access::CaseState;
using html::Html;

namespace {

/// What the form that is being checked says in this field; empty when none was sent.
std::string typed(const http::FormData& data, std::string_view name)
{
    const auto* value = data.field(name);
    return value == nullptr ? std::string{} : *value;
}

std::string who_words(const web::Asked& asked, const Facts& facts, const std::vector<SignatoryId>& people)
{
    std::string all;
    for (const auto& signatory : facts.signatories)
        if (std::ranges::find(people, signatory.id) != people.end())
            all += (all.empty() ? "" : ", ") + role_words(asked.language(), facts, signatory);
    return all;
}

/// One sentence or two: what happens when the last button is pressed.
std::string words_of(const web::Asked& asked, const Facts& facts, Follows follows, const Answer& answer, const Consent& form)
{
    switch (follows) {
    case Follows::starts:
        return asked.say("consent.follows.starts");
    case Follows::can_resume:
        return asked.say("consent.follows.can_resume");
    case Follows::takes_over:
        return asked.say("consent.follows.takes_over", {{"from", std::max(form.valid_from, asked.today)}});
    case Follows::ends_case:
        return asked.say("consent.follows.ends_case");
    case Follows::considered:
        return asked.say("consent.follows.considered");
    case Follows::goes_on:
        return asked.say("consent.follows.goes_on");
    case Follows::stays:
        return asked.say("consent.follows.stays");
    case Follows::waits:
        break;
    }
    const auto missing = who_words(asked, facts, still_asked(facts, answer, asked.today));
    return missing.empty() ? asked.say("consent.follows.not_yet") : asked.say("consent.follows.waits", {{"who", missing}});
}

}  // namespace

Html answer_follows(const access::CasePermit& permit, const web::Asked& asked, const Signatory& signatory,
                    const Consent& form)
{
    const auto& facts = permit.facts().consent;
    Html part = html::paragraph(asked.say("consent.answer_of", {{"who", named_words(permit, asked.language(), signatory)},
                                                                {"number", form.number},
                                                                {"from", form.valid_from},
                                                                {"to", form.last_day}}));
    // A program sends no form, and who opens the page has sent none yet.
    const auto data = http::parse_form(asked.request);
    if (!data) return part;
    const auto said = typed(*data, "answer");
    if (said.empty()) return part;
    // The paper is chosen on this page, beside what follows from it.
    Answer answer{signatory.id, answer_kind(said), asked.today, true, typed(*data, "signature_seen") == "yes"};
    answer.as_adult = typed(*data, "as_adult") == "yes";
    if (const auto agency = organisation::agency_of_code(permit.work(), typed(*data, "excluded_agency")))
        answer.excluded = agency->id;

    const auto follows = follows_of(facts, permit.facts().state, answer, asked.today);
    Html said_so = html::paragraph(words_of(asked, facts, follows, answer, form));
    if (answer.kind == AnswerKind::yes)
        said_so << html::paragraph(asked.say("consent.follows.begins", {{"to", form.last_day}}))
                << html::paragraph(asked.say("consent.follows.paper"));
    return std::move(part) << html::heading(3, asked.say("consent.follows.heading"))
                           << html::inset_text({.text = std::move(said_so)});
}

Html withdrawal_follows(const access::CasePermit& permit, const web::Asked& asked, const Signatory& signatory, bool own)
{
    if (own) return own_withdrawal_part(permit, asked);
    const auto& facts = permit.facts().consent;
    Html part =
        html::paragraph(asked.say("consent.withdraw_for", {{"who", named_words(permit, asked.language(), signatory)}}));
    const auto ended = withdrawable(facts, signatory.id, asked.today);
    std::vector<html::Content> forms;
    for (const auto& form : facts.consents)
        if (std::ranges::find(ended, form.id) != ended.end())
            forms.emplace_back(
                asked.say("consent.form", {{"number", form.number}, {"from", form.valid_from}, {"to", form.last_day}}));
    part << html::heading(3, asked.say("consent.follows.heading")) << html::bullets(forms);
    const auto* holding = in_force(facts, asked.today);
    const bool stops = holding != nullptr && std::ranges::find(ended, holding->id) != ended.end();
    const bool asking = permit.facts().state == CaseState::consent_pending;
    return std::move(part) << html::inset_text({.text = asked.say(asking  ? MessageKey("consent.follows.ends_case")
                                                                  : stops ? MessageKey("consent.follows.suspends")
                                                                          : MessageKey("consent.follows.ends_nothing"))});
}

Html resumption_follows(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto* holding = in_force(permit.facts().consent, asked.today);
    if (holding == nullptr) return {};
    return html::heading(3, asked.say("consent.follows.heading"))
           << html::paragraph(asked.say("consent.follows.resumes",
                                        {{"state", cases::state_words(asked.language(), permit.facts().left_state)},
                                         {"number", holding->number},
                                         {"to", holding->last_day}}))
           << html::paragraph(asked.say("consent.follows.see_again")) << agency_list(permit.work(), holding->agencies);
}

}  // namespace lots::consent
