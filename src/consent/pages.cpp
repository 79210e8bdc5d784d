#include "consent/pages.h"

#include <algorithm>

#include "cases/attachment.h"
#include "cases/page.h"
#include "consent/gate_actions.h"
#include "consent/information.h"
#include "consent/pages_more.h"
#include "consent/rules_steps.h"
#include "organisation/local_words.h"
#include "web/gates.h"

namespace lots::consent {

using access::CaseState;
using access::Compartment;
using access::Operation;
using html::Html;

namespace {

bool may(const access::CasePermit& permit, Operation operation)
{
    return access::would_allow(permit, operation, Compartment::social_services) != access::Answer::no;
}

Html action_links(const Page& page, const Signatory& signatory)
{
    const auto& [permit, asked, kept, given] = page;
    const auto& facts = permit.facts().consent;
    const auto who = role_words(asked.language(), facts, signatory);
    std::vector<html::Content> links;
    const auto add = [&](std::string_view path, MessageKey words) {
        links.emplace_back(html::link(signatory_url(permit, signatory, path), asked.say(words), who));
    };
    if (newest(facts) != nullptr) add("blankett", "consent.link.sheet");
    if (may(permit, Operation::register_consent) && newest(facts) != nullptr) add("svar", "consent.link.answer");
    if (may(permit, Operation::prepare_consent)) {
        add("samtal", "consent.link.conversation");
        add("information", "consent.link.information");
        if (is_hindered(signatory, asked.today))
            links.emplace_back(html::link(signatory_url(permit, signatory, "hinder") / "avsluta", asked.say("consent.link.end_hindrance"), who));
        else if (signatory.role != SignatoryRole::youth) add("hinder", "consent.link.hinder");
        add("avsluta", "consent.link.end");
    }
    if (may(permit, Operation::withdraw_consent) && !withdrawable(facts, signatory.id, asked.today).empty())
        add("ta-tillbaka", "consent.link.withdraw");
    const bool to_research = std::ranges::any_of(given, [&](const KeptAnswer& one) {
        return one.signatory == signatory.id && one.follow_up_answer == "yes";
    });
    if (to_research && may(permit, Operation::keep_file)) add("forskning", "consent.link.follow_up");
    return links.empty() ? Html{} : html::bullets(links);
}

/// How the answer was given, with the scanned form.
Html way_of(const Page& page, const KeptAnswer* answer)
{
    if (answer == nullptr) return html::text("–");
    if (!answer->file) return html::text(page.asked.say("consent.way.told"));
    const auto file = cases::attachment_of(page.permit, *answer->file);
    if (!file || !may(page.permit, Operation::read_file)) return html::text(page.asked.say("consent.way.paper"));
    return html::link(cases::case_url(page.permit) / "filer" / std::to_string(file->number), page.asked.say("consent.way.paper_link"));
}

Html signatories_table(const Page& page)
{
    const auto& [permit, asked, kept, given] = page;
    const auto& facts = permit.facts().consent;
    const auto* form = newest(facts);
    html::Table table;
    table.caption = asked.say("consent.table.caption");
    table.head = {asked.say("consent.table.who"),  asked.say("consent.table.answer"), asked.say("consent.table.way"),
                  asked.say("consent.table.term"), asked.say("consent.table.scope"),  asked.say("consent.table.actions")};
    table.first_cell_is_header = true;
    const auto agencies = form == nullptr ? html::text("–") : agency_list(permit.work(), form->agencies);
    for (const auto& signatory : facts.signatories) {
        if (!has_a_say(signatory, facts.born, asked.today)) continue;  // who is hindered may answer all the same
        const auto* answer = form == nullptr ? nullptr : newest_answer(given, form->number, signatory.id);
        const bool yes = answer != nullptr && answer->answer == "yes";
        Html who = html::text(role_words(asked.language(), facts, signatory));
        who << html::secondary_paragraph(name_of(kept, signatory.id)) << protection(page, signatory.id);
        if (const auto until = hindered_until(signatory, asked.today))
            who << html::secondary_paragraph(asked.say("consent.hindered_until", {{"day", say_date_short(asked.language(), *until)}}));
        Html said = answer_tag(page, form, signatory, answer);
        if (form != nullptr)
            for (const auto& one : form->answers)
                if (one.signatory == signatory.id && one.excluded)
                    said << html::secondary_paragraph(agency_names(permit.work(), {*one.excluded}));
        table.rows.push_back({html::Cell(std::move(who)), html::Cell(std::move(said)), html::Cell(way_of(page, answer)),
                              html::Cell(yes ? term_words(asked.language(), *form) : std::string("–")),
                              html::Cell(yes ? agencies : html::text("–")), html::Cell(action_links(page, signatory))});
    }
    return html::scrollable(asked.say("consent.table.caption"), html::table(table));
}

Html steps(const Page& page)
{
    const auto& [permit, asked, kept, given] = page;
    std::vector<Html> buttons;
    const auto add = [&](std::string_view path, MessageKey words, bool first) {
        buttons.push_back(html::button({.text = asked.say(words), .classes = first ? "" : "govuk-button--secondary", .href = consents_url(permit) / path}));
    };
    if (permit.facts().state == CaseState::suspended && may(permit, Operation::resume_case)) add("ateruppta", "command.resume_case.title", true);
    if (may(permit, Operation::prepare_consent)) {
        if (permit.facts().state == CaseState::decided_offer) add("borja", "command.start_consent.title", true);
        else add("blankett", "command.open_consent.title", newest(permit.facts().consent) == nullptr);
        add("underskrivare", "command.add_signatory.title", false);
        add("myndigheter", "command.judge_agencies.title", false);
        add("uppgifter", "command.check_circumstances.title", false);
        if (permit.facts().state == CaseState::consent_pending) add("borja", "consent.link.collector", false);
    }
    return buttons.empty() ? Html{} : html::button_group(buttons);
}

/// The newest form: what it needs to hold, and which one holds today when that is another.
Html state_of(const Page& page)
{
    const auto& [permit, asked, kept, given] = page;
    const auto& facts = permit.facts().consent;
    const auto* form = newest(facts);
    if (form == nullptr)
        return html::empty_state({.title = asked.say("consent.none"),
                                  .text = asked.say(!may(permit, Operation::prepare_consent)   ? MessageKey("consent.none_wait")
                                                    : all_are_listed(facts, asked.today) ? MessageKey("consent.none_form")
                                                                                         : MessageKey("consent.none_signatories")),
                                  .action = {}});
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

Html agencies_list(const Page& page)
{
    const auto& asked = page.asked;
    const auto& concerned = page.permit.facts().consent.concerned;
    Html content = html::heading(3, asked.say("consent.agencies"));
    if (concerned.empty()) return std::move(content) << html::paragraph(asked.say("consent.agencies_none"));
    return std::move(content) << agencies_part(page.permit, asked, concerned, nullptr, may(page.permit, Operation::prepare_consent));
}

/// What a form is about, and the signatory's own answer to it.
Html own_form(const Page& page, const Consent& form, const Signatory& signatory)
{
    const auto& [permit, asked, kept, given] = page;
    const auto scope = scope_of(permit, form);
    html::SummaryList list;
    const auto row = [&](MessageKey key, html::Content value) { list.rows.push_back({.key = asked.say(key), .value = std::move(value)}); };
    row("consent.own.answer", answer_tag(page, &form, signatory, newest_answer(given, form.number, signatory.id)));
    row("consent.table.term", term_words(asked.language(), form));
    row("consent.own.scope", agency_list(permit.work(), form.agencies));
    row("consent.scope.purpose", scope.purpose);
    row("consent.own.information_kinds", scope.information_kinds);
    row("consent.own.not_shared", scope.not_shared);
    return html::summary_list(list);
}

/// A signatory's own page: what holds, what waits for an answer, and how to take an answer back. Nothing of the others.
web::View own_view(const Page& page)
{
    const auto& [permit, asked, kept, given] = page;
    const auto& facts = permit.facts().consent;
    const auto own = std::ranges::find(facts.signatories, permit.facts().own_signatory, [](const Signatory& s) { return std::optional(s.id); });
    const auto* last = newest(facts);
    Html content;
    if (own == facts.signatories.end() || last == nullptr) content << html::paragraph(asked.say("consent.own.none"));
    else {
        const auto* holding = in_force(facts, asked.today);
        if (holding != nullptr && holding != last)
            content << html::heading(2, asked.say("consent.own.holds")) << own_form(page, *holding, *own)
                    << html::heading(2, asked.say("consent.own.waits"));
        content << own_form(page, *last, *own)
                << html::paragraph(html::link(signatory_url(permit, *own, "blankett"), asked.say("consent.link.sheet")));
        if (may(permit, Operation::withdraw_consent) && !withdrawable(facts, own->id, asked.today).empty())
            content << html::paragraph(asked.say("consent.own.change"))
                    << html::button({.text = asked.say("command.withdraw_consent.title"),
                                     .classes = "govuk-button--secondary",
                                     .href = signatory_url(permit, *own, "ta-tillbaka")});
    }
    const auto title = asked.say("consent.own.title", {{"consent", organisation::local_words(permit.work()).consent}});
    return cases::case_page(permit, asked, "samtycken", title, std::move(content));
}

}  // namespace

Result<web::View> consents_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_consent>(work, asked.part("case"));
    if (!permit) return permit.error();
    const Page page{*permit, asked, signatories(*permit), answers(*permit)};
    if (permit->answer(Compartment::social_services) == access::Answer::part) return own_view(page);

    const auto& facts = permit->facts().consent;
    Html content = paper_only_part(page) << state_of(page) << other_paths_part(page);
    const auto* form = newest(facts);
    int all = 0, done = 0;
    for (const auto& signatory : facts.signatories) {
        if (!must_sign(signatory, facts.born, asked.today)) continue;
        ++all;
        if (form == nullptr) continue;
        const auto found = std::ranges::find(form->answers, signatory.id, &consent::Answer::signatory);
        const bool taken_back = std::ranges::find(form->withdrawals, signatory.id, &Withdrawal::signatory) != form->withdrawals.end();
        if (found != form->answers.end() && found->kind == AnswerKind::yes && !taken_back) ++done;
    }
    if (all > 0) content << html::paragraph(asked.say("consent.done_of", {{"done", done}, {"all", all}})) << signatories_table(page);
    content << steps(page) << agencies_list(page) << conversations_list(page) << information_list(page) << motivations_part(*permit, asked) << former_signatories(page)
            << forms_list(page) << withdrawals_part(page) << wording_part(page) << follow_up_part(page);
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
