#include "consent/pages_rows.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "cases/attachment.h"
#include "cases/page.h"
#include "cases/youth.h"
#include "consent/rules_steps.h"
#include "organisation/profile.h"

namespace lots::consent {

using access::CaseState;
using access::Compartment;
using access::Operation;
using html::Html;
using namespace html::literals;

namespace {

bool may(const Page& page, Operation operation)
{
    return access::would_allow(page.permit, operation, Compartment::social_services) != access::Answer::no;
}

/// A link of the row or of the page: its words and where it leads.
struct Deed {
    std::string_view path;
    MessageKey words;
};

/// Whether the newest form can still be answered.
bool is_open(const Consent& form, Date on) { return form.withdrawals.empty() && on <= form.last_day; }

/// What comes next with this person: first a talk, then the answer. None for who has said yes or is not waited for.
std::optional<Deed> next_deed(const Page& page, const Signatory& signatory, const std::vector<Talk>& talks)
{
    const auto& facts = page.permit.facts().consent;
    const auto today = page.asked.today;
    const auto* form = newest(facts);
    const bool talked = form == nullptr ? std::ranges::find(talks, signatory.id, &Talk::with) != talks.end()
                                        : told_for(facts, *form, signatory.id, talks, today).talked;
    if (!must_sign(signatory, facts.born, today)) return std::nullopt;
    if (form != nullptr) {
        const auto* answer = newest_answer(page.given, form->number, signatory.id);
        if (!is_open(*form, today) || (answer != nullptr && answer->answer == "yes")) return std::nullopt;
        if (talked && may(page, Operation::register_consent)) return Deed{"svar", "consent.link.answer"};
    }
    if (!talked && may(page, Operation::prepare_consent)) return Deed{"samtal", "consent.link.conversation"};
    return std::nullopt;
}

/// Everything that can be done about this person, in the order in which it is wanted.
std::vector<Deed> deeds_of(const Page& page, const Signatory& signatory)
{
    const auto& facts = page.permit.facts().consent;
    const bool has_form = newest(facts) != nullptr, prepares = may(page, Operation::prepare_consent);
    std::vector<Deed> all;
    if (has_form && may(page, Operation::register_consent)) all.push_back({"svar", "consent.link.answer"});
    if (prepares) all.push_back({"samtal", "consent.link.conversation"});
    if (has_form) all.push_back({"blankett", "consent.link.sheet"});
    if (prepares) {
        all.push_back({"information", "consent.link.information"});
        if (is_hindered(signatory, page.asked.today))
            all.push_back({"hinder/avsluta", "consent.link.end_hindrance"});
        else if (signatory.role != SignatoryRole::youth)
            all.push_back({"hinder", "consent.link.hinder"});
        all.push_back({"avsluta", "consent.link.end"});
    }
    if (may(page, Operation::withdraw_consent) && !withdrawable(facts, signatory.id, page.asked.today).empty())
        all.push_back({"ta-tillbaka", "consent.link.withdraw"});
    const bool to_research = std::ranges::any_of(
        page.given, [&](const KeptAnswer& one) { return one.signatory == signatory.id && one.follow_up_answer == "yes"; });
    if (to_research && may(page, Operation::keep_file)) all.push_back({"forskning", "consent.link.follow_up"});
    return all;
}

/// "hinder/avsluta" is two parts of an address.
html::Url deed_url(const Page& page, const Signatory& signatory, std::string_view path)
{
    const auto cut = path.find('/');
    auto url = signatory_url(page.permit, signatory, path.substr(0, cut));
    return cut == std::string_view::npos ? url : url / path.substr(cut + 1);
}

Html actions(const Page& page, const Signatory& signatory, const std::vector<Talk>& talks)
{
    const auto& asked = page.asked;
    const auto who = role_words(asked.language(), page.permit.facts().consent, signatory);
    const auto link = [&](const Deed& deed) {
        return html::link(deed_url(page, signatory, deed.path), asked.say(deed.words), who);
    };
    const auto next = next_deed(page, signatory, talks);
    std::vector<html::Content> rest;
    for (const auto& deed : deeds_of(page, signatory))
        if (!next || next->path != deed.path) rest.emplace_back(link(deed));
    Html cell;
    if (next) cell << html::paragraph(link(*next));
    return std::move(cell) << folded(asked, who, rest);
}

/// How the answer was given, with the scanned form.
Html way_of(const Page& page, const KeptAnswer* answer)
{
    if (answer == nullptr) return html::text("–");
    if (!answer->file) return html::text(page.asked.say("consent.way.told"));
    const auto file = cases::attachment_of(page.permit, *answer->file);
    if (!file || !may(page, Operation::read_file)) return html::text(page.asked.say("consent.way.paper"));
    return html::link(cases::case_url(page.permit) / "filer" / std::to_string(file->number),
                      page.asked.say("consent.way.paper_link"));
}

Html who_cell(const Page& page, const Signatory& signatory)
{
    const auto& asked = page.asked;
    Html who = html::text(role_words(asked.language(), page.permit.facts().consent, signatory));
    who << html::secondary_paragraph(name_of(page.kept, signatory.id)) << protection(page, signatory.id);
    if (const auto until = hindered_until(signatory, asked.today))
        who << html::secondary_paragraph(
            asked.say("consent.hindered_until", {{"day", say_date_short(asked.language(), *until)}}));
    return who;
}

Html answer_cell(const Page& page, const Consent* form, const Signatory& signatory, const KeptAnswer* answer)
{
    Html said = answer_tag(page, form, signatory, answer);
    if (form != nullptr)
        for (const auto& one : form->answers)
            if (one.signatory == signatory.id && one.excluded)
                said << html::secondary_paragraph(agency_names(page.permit.work(), {*one.excluded}));
    return said;
}

/// How many of those who must sign have said yes to the newest form, and have not taken it back.
std::pair<int, int> done_of_all(const Page& page)
{
    const auto& facts = page.permit.facts().consent;
    const auto* form = newest(facts);
    int done = 0, all = 0;
    for (const auto& signatory : facts.signatories) {
        if (!must_sign(signatory, facts.born, page.asked.today)) continue;
        ++all;
        if (form == nullptr) continue;
        const auto found = std::ranges::find(form->answers, signatory.id, &consent::Answer::signatory);
        const bool taken_back =
            std::ranges::find(form->withdrawals, signatory.id, &Withdrawal::signatory) != form->withdrawals.end();
        if (found != form->answers.end() && found->kind == AnswerKind::yes && !taken_back) ++done;
    }
    return {done, all};
}

/// Whether the consent in force is further from its end than the first day on which it is to be talked of.
bool holds_for_long(const Page& page)
{
    const auto end = ends_by_itself(page.permit.facts().consent, page.asked.today);
    const auto days = organisation::profile_of(page.permit.work()).consent_reminder_days;
    return end && !days.empty() && page.asked.today < add_days(*end, -1 - std::ranges::max(days));
}

/// The steps of the page that this reader may take now, the most wanted first.
std::vector<Deed> steps_of(const Page& page)
{
    const auto& facts = page.permit.facts();
    const auto today = page.asked.today;
    const auto* holding = in_force(facts.consent, today);
    std::vector<Deed> all;
    const bool resumes = facts.state == CaseState::suspended && may(page, Operation::resume_case);
    if (resumes && holding != nullptr) all.push_back({"ateruppta", "command.resume_case.title"});
    if (may(page, Operation::prepare_consent)) {
        if (facts.state == CaseState::decided_offer) all.push_back({"borja", "command.start_consent.title"});
        // Nobody is asked before all are known.
        const bool lists_first = facts.state != CaseState::decided_offer && !all_are_listed(facts.consent, today);
        if (lists_first) all.push_back({"underskrivare", "command.add_signatory.title"});
        if (facts.state != CaseState::decided_offer)
            all.push_back({"blankett", holding != nullptr ? MessageKey("consent.link.renew")
                                                          : MessageKey("command.open_consent.title")});
        if (!lists_first) all.push_back({"underskrivare", "command.add_signatory.title"});
        all.push_back({"uppgifter", "command.check_circumstances.title"});
        if (facts.state == CaseState::consent_pending) all.push_back({"borja", "consent.link.collector"});
    }
    if (resumes && holding == nullptr) all.push_back({"ateruppta", "command.resume_case.title"});
    return all;
}

}  // namespace

Html folded(const web::Asked& asked, const std::string& about, const std::vector<html::Content>& links)
{
    if (links.empty()) return {};
    Html summary = html::text(asked.say("common.more_choices"));
    if (!about.empty()) summary << " "_m << html::visually_hidden(about);
    return html::details({.summary = std::move(summary), .body = html::bullets(links)});
}

Html required_line(const Page& page)
{
    const auto& asked = page.asked;
    const auto [done, all] = done_of_all(page);
    if (all == 0) return {};
    const auto name = cases::youth_of(page.permit).given_name;
    const bool minor = age_on(page.permit.facts().born, asked.today) < 18;
    return html::paragraph(
        asked.say(minor ? MessageKey("consent.required.minor") : MessageKey("consent.required.adult"), {{"name", name}}) +
        " " + asked.say("consent.done_of", {{"done", done}, {"all", all}}));
}

Html signatories_part(const Page& page)
{
    const auto& asked = page.asked;
    const auto& facts = page.permit.facts().consent;
    const auto* form = newest(facts);
    html::Table table;
    table.caption = asked.say("consent.table.caption");
    table.head = {asked.say("consent.table.who"),  asked.say("consent.table.answer"), asked.say("consent.table.way"),
                  asked.say("consent.table.term"), asked.say("consent.table.scope"),  asked.say("consent.table.actions")};
    table.first_cell_is_header = table.cards = true;
    const auto agencies = form == nullptr ? html::text("–") : agency_list(page.permit.work(), form->agencies);
    const auto talks = talks_of(page.permit);
    bool waits = false;
    for (const auto& signatory : facts.signatories) {
        if (!has_a_say(signatory, facts.born, asked.today)) continue;  // who is hindered may answer all the same
        const auto* answer = form == nullptr ? nullptr : newest_answer(page.given, form->number, signatory.id);
        const bool yes = answer != nullptr && answer->answer == "yes";
        waits = waits || (form != nullptr && answer == nullptr && is_open(*form, asked.today));
        table.rows.push_back({html::Cell(who_cell(page, signatory)), html::Cell(answer_cell(page, form, signatory, answer)),
                              html::Cell(way_of(page, answer)),
                              html::Cell(yes ? term_words(asked.language(), *form, answer->signed_on) : std::string("–")),
                              html::Cell(yes ? agencies : html::text("–")), html::Cell(actions(page, signatory, talks))});
    }
    if (table.rows.empty()) return {};
    Html part = html::scrollable(table.caption, html::table(table));
    if (waits) part << html::secondary_paragraph(asked.say("consent.no_link"));
    return part;
}

Html next_step(const Page& page)
{
    const auto steps = steps_of(page);
    if (steps.empty()) return {};
    const auto url = consents_url(page.permit);
    const auto* form = newest(page.permit.facts().consent);
    // While a form is answered, or holds, the step of the page is not what waits.
    const bool waits = form == nullptr || !is_open(*form, page.asked.today) || steps.front().path == "ateruppta";
    // What holds for long yet is not renewed the day that it was given.
    const bool has_button = steps.front().path != "blankett" || !holds_for_long(page);
    Html part;
    if (has_button)
        part << html::button({.text = page.asked.say(steps.front().words),
                              .classes = waits ? "" : "govuk-button--secondary",
                              .href = url / steps.front().path});
    std::vector<html::Content> rest;
    for (std::size_t i = has_button ? 1 : 0; i < steps.size(); ++i)
        rest.emplace_back(html::link(url / steps[i].path, page.asked.say(steps[i].words)));
    return std::move(part) << folded(page.asked, page.asked.say("consent.parts.people"), rest);
}

}  // namespace lots::consent
