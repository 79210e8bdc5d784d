#include "consent/pages.h"

#include "cases/page.h"
#include "cases/youth.h"
#include "consent/gate_actions.h"
#include "consent/information.h"
#include "consent/own_answer.h"
#include "consent/pages_more.h"
#include "consent/pages_rows.h"
#include "organisation/local_words.h"
#include "web/gates.h"

namespace lots::consent {

using access::Compartment;
using access::Operation;
using html::Html;

namespace {

bool may(const access::CasePermit& permit, Operation operation)
{
    return access::would_allow(permit, operation, Compartment::social_services) != access::Answer::no;
}

/// The newest form: what it needs to hold, and which one holds today when that is another.
Html state_of(const Page& page)
{
    const auto& [permit, asked, kept, given] = page;
    const auto& facts = permit.facts().consent;
    const auto* form = newest(facts);
    if (form == nullptr) {
        const auto next = asked.say(!may(permit, Operation::prepare_consent)     ? MessageKey("consent.none_wait")
                                    : all_are_listed(facts, asked.today) ? MessageKey("consent.none_form")
                                                                         : MessageKey("consent.none_signatories"));
        const auto name = cases::youth_of(permit).given_name;
        return html::empty_state({.title = asked.say("consent.none"),
                                  .text = asked.say("consent.none_share", {{"name", name}}) + " " + next,
                                  .action = next_step(page)});
    }
    Html content;
    const auto* holding = in_force(facts, asked.today);
    if (holding != nullptr && holding != form)
        content << html::inset_text({.text = asked.say("consent.older_holds", {{"number", holding->number}, {"day", holding->last_day}})});
    const auto about = [&facts, language = asked.language()](const guideline::Finding& finding) { return about_words(language, facts, finding); };
    content << web::gate_box(
        asked.language(), asked.words(), asked.today,
        asked.say("consent.form", {{"number", form->number}, {"from", form->valid_from}, {"to", form->last_day}}),
        holds(facts, *form, asked.today), about, {}, actions_of_form(permit, asked.language()));
    return content;
}

/// Who is asked, what they have answered, and what comes next.
Html people_part(const Page& page)
{
    // Without a heading of its own: the page is about this first.
    Html part = required_line(page);
    part << state_of(page) << signatories_part(page) << other_paths_part(page);
    if (newest(page.permit.facts().consent) != nullptr) part << next_step(page);
    return part;
}

/// The agencies that it holds between, and what each may tell and know.
Html agencies_section(const Page& page)
{
    const auto& asked = page.asked;
    const auto& concerned = page.permit.facts().consent.concerned;
    const bool prepares = may(page.permit, Operation::prepare_consent);
    Html part = html::heading(3, asked.say("consent.agencies"), html::Size::medium);
    if (concerned.empty()) part << html::paragraph(asked.say("consent.agencies_none"));
    else part << html::paragraph(asked.say("consent.agencies_all")) << agencies_part(page.permit, asked, concerned, nullptr, prepares);
    if (prepares)
        part << html::button({.text = asked.say("command.judge_agencies.title"),
                              .classes = "govuk-button--secondary",
                              .href = consents_url(page.permit) / "myndigheter"});
    return part;
}

/// What has been said, given, made and taken back, each folded: it is looked up, not worked with.
Html history_part(const Page& page)
{
    const auto& asked = page.asked;
    Html part = html::heading(3, asked.say("consent.parts.history"), html::Size::medium);
    const auto fold = [&](MessageKey title, Html body) {
        if (!body.empty()) part << html::details({.summary = asked.say(title), .body = std::move(body)});
    };
    fold("consent.answers", answers_list(page));
    fold("consent.conversations", conversations_list(page));
    fold("consent.information.given", information_list(page));
    fold("consent.forms", forms_list(page));
    fold("consent.withdrawals", withdrawals_part(page));
    fold("consent.former", former_signatories(page));
    fold("consent.follow_up", follow_up_part(page));
    return std::move(part) << wording_part(page) << motivations_part(page.permit, asked);
}

}  // namespace

Result<web::View> consents_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_consent>(work, asked.part("case"));
    if (!permit) return permit.error();
    if (permit->answer(Compartment::social_services) == access::Answer::part)
        return cases::case_page(*permit, asked, "samtycken", own_answer_title(work, asked), own_answer_part(*permit, asked));
    const Page page{*permit, asked, signatories(*permit), answers(*permit)};
    Html content = paper_only_part(page) << people_part(page) << agencies_section(page) << history_part(page);
    const auto title = asked.say("consent.title", {{"heading", organisation::local_words(work).heading}});
    return cases::case_page(*permit, asked, "samtycken", title, std::move(content));
}

Result<web::View> scope_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_consent_scope>(work, asked.part("case"));
    if (!permit) return permit.error();
    Html content;
    const auto* consent = in_force(permit->facts().consent, asked.today);
    if (consent == nullptr) content << html::paragraph(asked.say("consent.scope.none"));
    else {
        const auto scope = scope_of(*permit, *consent);
        content << html::summary_list({.rows = {{.key = asked.say("consent.table.term"), .value = term_words(asked.language(), *consent)},
                                                {.key = asked.say("consent.table.scope"), .value = agency_list(work, consent->agencies)},
                                                {.key = asked.say("consent.scope.purpose"), .value = scope.purpose},
                                                {.key = asked.say("consent.scope.information_kinds"), .value = scope.information_kinds},
                                                {.key = asked.say("consent.scope.not_shared"), .value = scope.not_shared}}})
                << html::heading(3, asked.say("consent.parts_caption"))
                << agencies_part(*permit, asked, consent->agencies, consent, false) << html::paragraph(asked.say("consent.scope.duties"));
    }
    content << motivations_part(*permit, asked);
    if (access::would_allow(*permit, Operation::write_note, Compartment::room) != access::Answer::no)
        content << html::paragraph(html::link(cases::case_url(*permit) / "motiverande-samtal", asked.say("command.register_motivation.title")));
    const auto title = asked.say("consent.scope.title", {{"heading", organisation::local_words(work).heading}});
    return cases::case_page(*permit, asked, "samtycke", title, std::move(content));
}

}  // namespace lots::consent
