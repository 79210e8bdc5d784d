#include "family/consent_page.h"

#include <string>
#include <vector>

#include "cases/youth.h"
#include "consent/commands.h"
#include "consent/form_text.h"
#include "consent/pages_parts.h"
#include "consent/rules_steps.h"
#include "consent/store_parts.h"
#include "family/face.h"
#include "family/parts.h"
#include "family/people_parts.h"

namespace lots::family {

using access::Answer;
using access::Compartment;
using access::Operation;
using html::Html;

namespace {

/// Each agency, what it may tell and what it may know: as much as stands on the form.
Html agencies_part(const access::CasePermit& permit, const web::Asked& asked, const consent::Consent& form)
{
    std::vector<html::Content> lines;
    for (const auto& one : consent::parts_of(permit, form.agencies, &form))
        lines.emplace_back(asked.say("consent.sheet.agency", {{"agency", one.agency_name},
                                                              {"gives", consent::kinds_words(asked.language(), one.gives)},
                                                              {"receives", consent::kinds_words(asked.language(), one.receives)}}));
    return html::bullets(lines);
}

/// What a form is about, in the words that the family reads on the sheet too.
Html scope_part(const access::CasePermit& permit, const web::Asked& asked, const consent::Consent& form)
{
    const auto scope = consent::scope_of(permit, form);
    html::SummaryList list;
    const auto row = [&](MessageKey key, html::Content value) {
        if (!value.empty()) list.rows.push_back({.key = asked.say(key), .value = std::move(value)});
    };
    row("consent.own.scope", agencies_part(permit, asked, form));
    row("family.consent.from_to", asked.say("family.consent.days", {{"from", form.valid_from}, {"to", form.last_day}}));
    row("family.consent.purpose", scope.purpose);
    row("my_plan.choice.about", scope.information_kinds);
    row("my_plan.choice.not_about", scope.not_shared);
    return html::summary_list(list);
}

/// One button: the answers are checked on the next page, and nothing has happened until then.
Html change_part(const access::CasePermit& permit, const web::Asked& asked, const consent::Signatory& own)
{
    const bool may = access::would_allow(permit, Operation::withdraw_consent, Compartment::social_services) != Answer::no &&
                     !consent::withdrawable(permit.facts().consent, own.id, asked.today).empty();
    if (!may) return {};
    return html::heading(2, asked.say("family.consent.change"))
           << html::paragraph(asked.say("my_plan.choice.change"))
           << html::button_group({html::post_button(
                  home_url(permit) / "samtycke" / std::to_string(own.number) / "ta-tillbaka", asked.secrets(),
                  {.text = asked.say("family.consent.take_back"), .classes = "govuk-button--secondary"})});
}

Result<web::View> consent_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_consent>(work, asked.part("case"));
    if (!permit) return permit.error();
    if (!asked.is_family()) return not_found();
    auto view = own_page(asked, home_url(*permit), asked.say("family.consent.title"));
    const auto& facts = permit->facts().consent;
    const auto* own = own_signatory(*permit);
    const auto* last = consent::newest(facts);
    if (own == nullptr || last == nullptr) {
        view.main << html::paragraph(asked.say("consent.own.none"));
        return view;
    }
    view.main << answer_sentences(*permit, asked);
    const auto* holding = consent::in_force(facts, asked.today);
    if (holding != nullptr && holding != last)
        view.main << html::heading(2, asked.say("consent.own.holds")) << scope_part(*permit, asked, *holding)
                  << html::heading(2, asked.say("consent.own.waits"));
    view.main << scope_part(*permit, asked, *last)
              << html::paragraph(
                     html::link(consent::signatory_url(*permit, *own, "blankett"), asked.say("family.consent.sheet")))
              << change_part(*permit, asked, *own) << html::heading(2, asked.say("my_plan.questions"))
              << officer_part(*permit, asked) << interpreter_part(*permit, asked);
    return view;
}

/// Whose meetings: a guardian may have several children.
std::string meetings_words(const access::CasePermit& permit, const web::Asked& asked)
{
    if (is_youth(asked) || !sees_whole(permit)) return asked.say("family.consent.then.meetings");
    return asked.say("family.consent.then.meetings_of", {{"name", cases::youth_of(permit).given_name}});
}

/// What ends, what stays, what holds all the same and whom to ask, above the last button.
void around_withdrawal(web::Prepared<consent::WithdrawConsent>& prepared, access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::withdraw_consent>(work, asked.part("case"));
    if (!permit) return;
    prepared.back = home_url(*permit) / "samtycke";
    const auto& facts = permit->facts().consent;
    const auto* form = consent::in_force(facts, asked.today);
    if (form == nullptr) form = consent::newest(facts);
    if (form == nullptr) return;
    const char* reader = is_youth(asked) ? "youth" : "guardian";
    Html stops = html::text(asked.say("family.consent.then.stops"));
    stops << consent::agency_list(work, form->agencies);
    const std::vector<html::Content> then{
        html::Content(std::move(stops)),
        html::Content(meetings_words(*permit, asked)),
        html::Content(asked.say("family.consent.then.decides")),
        html::Content(asked.say("family.consent.then.told")),
    };
    const std::vector<html::Content> stays{
        html::Content(asked.say("consent.own.ends.known")),
        html::Content(asked.say("consent.own.ends.help", {{"reader", reader}})),
        html::Content(asked.say("consent.own.always_worry")),
        html::Content(asked.say("consent.own.always_police")),
    };
    prepared.check = html::paragraph(asked.say("family.consent.then"));
    prepared.check << html::bullets(then) << html::paragraph(asked.say("family.consent.stays")) << html::bullets(stays)
                   << html::paragraph(asked.say("my_plan.questions")) << officer_part(*permit, asked);
}

}  // namespace

void add_consent(web::Site& site)
{
    site.page("/min-plan/{case}/samtycke", Operation::read_consent, consent_page);
    site.command(face<consent::withdraw_consent_command, around_withdrawal, home_of>(
        "/min-plan/{case}/samtycke/{signatory}/ta-tillbaka", "withdraw_consent.family"));
}

}  // namespace lots::family
