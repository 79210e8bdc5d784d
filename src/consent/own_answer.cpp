#include "consent/own_answer.h"

#include <algorithm>
#include <vector>

#include "consent/pages_parts.h"
#include "consent/rules_steps.h"
#include "organisation/local_words.h"

namespace lots::consent {

using access::Compartment;
using access::Operation;
using html::Html;

namespace {

const Signatory* own_signatory(const access::CasePermit& permit)
{
    const auto& facts = permit.facts();
    for (const auto& one : facts.consent.signatories)
        if (facts.own_signatory == one.id) return &one;
    return nullptr;
}

/// Whom the words speak about: "dig" or "ditt barn".
const char* reader_of(const Signatory& own) { return own.role == SignatoryRole::youth ? "youth" : "guardian"; }

/// The own answer to a form as it stands.
enum class Said { nothing, yes, no, excludes, taken_back };

Said said_to(const Consent& form, const Signatory& own)
{
    if (std::ranges::find(form.withdrawals, own.id, &Withdrawal::signatory) != form.withdrawals.end())
        return Said::taken_back;
    const auto given = std::ranges::find(form.answers, own.id, &Answer::signatory);
    if (given == form.answers.end()) return Said::nothing;
    if (given->kind == AnswerKind::yes) return Said::yes;
    return given->kind == AnswerKind::no ? Said::no : Said::excludes;
}

std::string said_words(const web::Asked& asked, const Consent& form, const Signatory& own, bool holds_today)
{
    switch (said_to(form, own)) {
    case Said::yes:
        return asked.say(holds_today ? MessageKey("consent.own.said.yes") : MessageKey("consent.own.said.yes_not_now"),
                         {{"reader", reader_of(own)}});
    case Said::no:
        return asked.say("consent.own.said.no");
    case Said::excludes:
        return asked.say("consent.own.said.excludes");
    case Said::taken_back:
        return asked.say("consent.own.said.taken_back");
    case Said::nothing:
        break;
    }
    return asked.say("consent.own.said.nothing");
}

/// Until when, and what happens then. `born`: whoever becomes 18 before the last day answers anew.
Html term_part(const web::Asked& asked, const Consent& form, const Signatory& own, Date born)
{
    Html part = html::heading(3, asked.say("consent.own.until"));
    part << html::paragraph(asked.say("consent.own.term", {{"from", form.valid_from}, {"to", form.last_day}}));
    const auto adult = birthday(born, 18);
    if (own.role == SignatoryRole::youth && asked.today < adult && adult <= form.last_day)
        part << html::paragraph(asked.say("consent.own.adult", {{"day", adult}}));
    return std::move(part) << html::paragraph(asked.say("consent.own.then"));
}

/// One form: the answer, whom it lets talk, what about, and until when.
Html form_part(const access::CasePermit& permit, const web::Asked& asked, const Consent& form, const Signatory& own,
               bool holds_today)
{
    const auto scope = scope_of(permit, form);
    Html part = html::inset_text({.text = said_words(asked, form, own, holds_today)});
    // By the days alone: whether another has stepped back from the form is not told (settled 6).
    if (said_to(form, own) == Said::nothing && asked.today <= form.last_day)
        part << html::paragraph(asked.say("consent.own.how_to_answer"));
    part << html::heading(3, asked.say("consent.own.scope")) << agency_list(permit.work(), form.agencies);
    part << html::heading(3, asked.say("consent.own.purpose")) << html::paragraph(html::lines(scope.purpose));
    part << html::heading(3, asked.say("consent.own.information_kinds"))
         << html::paragraph(html::lines(scope.information_kinds));
    part << html::heading(3, asked.say("consent.own.not_shared")) << html::paragraph(html::lines(scope.not_shared));
    return std::move(part) << term_part(asked, form, own, permit.facts().born);
}

/// How to change one's mind: one button, which leads to what follows from it and a last question.
Html change_part(const access::CasePermit& permit, const web::Asked& asked, const Signatory& own)
{
    const auto may = access::would_allow(permit, Operation::withdraw_consent, Compartment::social_services);
    if (may == access::Answer::no || withdrawable(permit.facts().consent, own.id, asked.today).empty()) return {};
    return html::heading(2, asked.say("consent.own.change_heading"))
           << html::paragraph(asked.say("consent.own.change"))
           << html::button_group(
                  {html::post_button(signatory_url(permit, own, "ta-tillbaka"), asked.secrets(),
                                     {.text = asked.say("consent.own.take_back"), .classes = "govuk-button--secondary"})});
}

}  // namespace

std::string own_answer_title(access::Work& work, const web::Asked& asked)
{
    return asked.say("consent.own.title", {{"consent", organisation::local_words(work).consent}});
}

Html own_answer_part(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto& facts = permit.facts().consent;
    const auto* own = own_signatory(permit);
    const auto* last = newest(facts);
    if (own == nullptr || last == nullptr) return html::paragraph(asked.say("consent.own.none"));

    const auto* holding = in_force(facts, asked.today);
    Html content;
    if (holding != nullptr && holding != last)
        content << html::heading(2, asked.say("consent.own.holds")) << form_part(permit, asked, *holding, *own, true)
                << html::heading(2, asked.say("consent.own.waits"));
    else
        content << html::heading(2, asked.say("consent.own.answer"));
    content << form_part(permit, asked, *last, *own, holding == last)
            << html::paragraph(html::link(signatory_url(permit, *own, "blankett"), asked.say("consent.own.sheet")));
    content << change_part(permit, asked, *own);
    content << html::heading(2, asked.say("consent.own.always")) << html::paragraph(asked.say("consent.own.always_worry"))
            << html::paragraph(asked.say("consent.own.always_police"));
    return content;
}

Html own_withdrawal_part(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto* own = own_signatory(permit);
    if (own == nullptr) return {};
    const auto& facts = permit.facts().consent;
    std::vector<html::Content> lines;
    if (const auto* holding = in_force(facts, asked.today))
        lines.emplace_back(asked.say("consent.own.ends.today", {{"to", holding->last_day}}));
    lines.emplace_back(asked.say("consent.own.ends.all"));
    lines.emplace_back(asked.say("consent.own.ends.sharing", {{"reader", reader_of(*own)}}));
    lines.emplace_back(asked.say("consent.own.ends.known"));
    lines.emplace_back(asked.say("consent.own.ends.why"));
    lines.emplace_back(asked.say("consent.own.ends.again"));
    lines.emplace_back(asked.say("consent.own.ends.help", {{"reader", reader_of(*own)}}));
    return html::heading(3, asked.say("consent.own.ends.heading")) << html::bullets(lines);
}

}  // namespace lots::consent
