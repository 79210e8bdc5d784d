#include "consent/pages_more.h"

#include <algorithm>

#include "cases/page.h"
#include "consent/form_text.h"
#include "consent/information.h"
#include "consent/rules_refusal.h"
#include "consent/store_parts.h"
#include "form/json_writer.h"
#include "form/labels.h"
#include "guideline/law.h"
#include "organisation/store.h"

namespace lots::consent {

using access::Compartment;
using access::Operation;
using html::Html;

namespace {

std::string role_of(Language language, const Facts& facts, const SignatoryId& id)
{
    const auto found = std::ranges::find(facts.signatories, id, &Signatory::id);
    return found == facts.signatories.end() ? std::string{} : role_words(language, facts, *found);
}

}  // namespace

bool needs_other_paths(const Facts& facts, Date on)
{
    const auto* form = newest(facts);
    if (form == nullptr) return false;
    return extension_refused(facts, on).has_value() || (in_force(facts, on) == nullptr && refused(facts, *form, on));
}

Html other_paths_part(const Page& page)
{
    const auto& asked = page.asked;
    const auto& facts = page.permit.facts().consent;
    if (!needs_other_paths(facts, asked.today)) return {};
    std::vector<html::Content> lines;
    for (const auto& path : other_paths(facts, asked.today)) {
        auto line = asked.say(path.what);
        if (const auto law = guideline::legal_reference(path.reference, asked.today))
            line += " (" + guideline::wording(*law) + ")";
        lines.emplace_back(std::move(line));
    }
    return html::heading(3, asked.say("consent.paths"))
           << html::paragraph(asked.say("consent.paths_lead")) << html::bullets(lines);
}

Html paper_only_part(const Page& page)
{
    if (danger_if_seen(page.permit) != Danger::yes) return {};
    return html::warning_text(page.asked.words(), {.text = page.asked.say("consent.paper_only")});
}

Html agencies_part(const access::CasePermit& permit, const web::Asked& asked, const std::set<AgencyId>& agencies,
                   const Consent* form, bool change)
{
    html::Table table;
    table.caption = asked.say("consent.parts_caption");
    table.caption_classes = "govuk-visually-hidden";
    table.head = {asked.say("consent.parts_agency"), asked.say("consent.parts_gives"), asked.say("consent.parts_receives")};
    table.first_cell_is_header = table.cards = true;
    const auto all = organisation::agencies(permit.work());
    for (const auto& part : parts_of(permit, agencies, form)) {
        Html who = html::text(part.agency_name);
        if (permit.covers(Compartment::social_services))
            for (const auto& more : {part.unit, part.role, part.contact})
                if (!more.empty()) who << html::secondary_paragraph(more);
        const auto agency = std::ranges::find(all, part.agency, &organisation::Agency::id);
        if (change && agency != all.end())
            who << html::secondary_paragraph(html::link(consents_url(permit) / "myndigheter" / agency->code,
                                                        asked.say("consent.link.part"), part.agency_name));
        table.rows.push_back({html::Cell(std::move(who)), kinds_words(asked.language(), part.gives),
                              kinds_words(asked.language(), part.receives)});
    }
    return table.rows.empty() ? Html{} : html::scrollable(table.caption, html::table(table));
}

Html attempts_part(const Page& page, const std::vector<KeptConversation>& talks)
{
    const auto& asked = page.asked;
    const auto& facts = page.permit.facts().consent;
    std::vector<html::Content> lines;
    for (const auto& signatory : facts.signatories) {
        const auto of = [&](bool talk) {
            return static_cast<int>(std::ranges::count_if(
                talks, [&](const KeptConversation& one) { return one.signatory == signatory.id && one.is_talk() == talk; }));
        };
        if (of(false) > 0)
            lines.emplace_back(asked.say(
                "consent.attempts",
                {{"who", role_words(asked.language(), facts, signatory)}, {"talks", of(true)}, {"attempts", of(false)}}));
    }
    return lines.empty() ? Html{} : html::bullets(lines);
}

Html motivations_part(const access::CasePermit& permit, const web::Asked& asked)
{
    if (access::would_allow(permit, Operation::read_notes, Compartment::room) == access::Answer::no) return {};
    const auto reading = access::permit<Operation::read_notes>(permit);
    if (!reading) return {};
    const auto all = motivations(*reading);
    if (all.empty()) return {};
    const form::Labels labels(asked.language(), "register_motivation");
    html::Table table;
    table.caption = asked.say("consent.motivations");
    table.cards = true;
    table.head = {asked.say("consent.table.day"), asked.say("consent.table.who"), labels.label("way"), labels.label("note")};
    for (const auto& one : all) {
        Html note = html::text(one.note);
        note << html::secondary_paragraph(organisation::person_name(permit.work(), one.made_by) + ", " +
                                          organisation::agency_name(permit.work(), one.agency));
        table.rows.push_back({html::day_cell(say_date_short(asked.language(), one.held_on)),
                              role_of(asked.language(), permit.facts().consent, one.signatory), labels.find("way", one.way),
                              html::Cell(std::move(note))});
    }
    return html::scrollable(table.caption, html::table(table));
}

Html withdrawals_part(const Page& page)
{
    const auto& asked = page.asked;
    const form::Labels labels(asked.language(), "withdraw_consent");
    std::vector<html::Content> lines;
    for (const auto& one : withdrawals(page.permit))
        lines.emplace_back(
            asked.say("consent.withdrawal_line",
                      {{"who", role_of(asked.language(), page.permit.facts().consent, one.signatory)},
                       {"number", one.consent},
                       {"way", labels.find("way", one.way)},
                       {"came", say_date_short(asked.language(), one.came_on.value_or(local_day(one.registered_at)))},
                       {"registered", say_moment(asked.language(), one.registered_at)}}));
    if (lines.empty()) return {};
    return html::bullets(lines);
}

Html follow_up_part(const Page& page)
{
    const auto& asked = page.asked;
    const auto facts = with_follow_up(page.permit);
    const auto* form = form_about_research(facts, asked.today);
    if (form == nullptr) return {};
    const auto end = ended_on(page.permit);
    if (!may_follow_up(facts, *form, asked.today, end).allowed()) return html::paragraph(asked.say("consent.follow_up_no"));
    if (end) return html::paragraph(asked.say("consent.follow_up_until", {{"day", follow_up_last_day(*end)}}));
    return html::paragraph(asked.say("consent.follow_up_yes"));
}

Html wording_part(const Page& page)
{
    const auto* form = newest(page.permit.facts().consent);
    if (form == nullptr) return {};
    const auto text = wording_of(page.permit, *form);
    if (text.empty()) return {};
    Html body;
    std::string_view rest = text;
    while (!rest.empty()) {
        const auto cut = std::min(rest.find('\n'), rest.size());
        if (cut > 0) body << html::paragraph(std::string(rest.substr(0, cut)));
        rest.remove_prefix(std::min(cut + 1, rest.size()));
    }
    return html::details(
        {.summary = page.asked.say("consent.wording", {{"number", form->number}}), .body = std::move(body)});
}

Result<web::View> collection_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::collect_consent>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto& facts = permit->facts().consent;
    const auto people = to_be_asked(*permit);
    Html content = html::heading(2, asked.say("consent.collection.title"))
                   << html::paragraph(asked.say("consent.collection.lead"));
    if (const auto until = approved_until(*permit, work.reader.person))
        content << html::paragraph(asked.say("consent.collection.until", {{"day", *until}}));
    html::SummaryList list;
    for (const auto& one : people) {
        html::SummaryRow row{.key = role_of(asked.language(), facts, one.id)};
        Html value = html::text(one.is_protected ? asked.say("consent.collection.protected") : one.name);
        for (const auto& more : {one.contact, one.language})
            if (!more.empty()) value << html::secondary_paragraph(more);
        row.value = std::move(value);
        if (!one.is_protected)
            row.actions.push_back({.text = asked.say("consent.link.conversation"),
                                   .href = consents_url(*permit) / "inhamta" / std::to_string(one.number) / "samtal",
                                   .hidden = role_of(asked.language(), facts, one.id)});
        list.rows.push_back(std::move(row));
    }
    if (list.rows.empty())
        content << html::paragraph(asked.say("consent.collection.nobody"));
    else
        content << html::summary_list(list);
    const auto* form = newest(facts);
    if (form == nullptr)
        content << html::paragraph(asked.say("consent.collection.no_form"));
    else {
        const auto agencies = agency_names(work, form->agencies);
        for (const auto reader : readers_of_information(facts, asked.today))
            content << html::details({.summary = information_title(asked.language(), reader),
                                      .body = information_sheet(asked.language(), reader, agencies)});
        content << html::heading(2, form_title(*permit, asked.language(), form->number));
        for (const auto& part :
             form_parts(asked.language(), {form->number, form->valid_from, form->last_day, scope_of(*permit, *form),
                                           parts_of(*permit, form->agencies, form)})) {
            content << html::heading(3, part.heading);
            for (const auto& line : part.lines) content << html::paragraph(line);
        }
        content << html::secondary_paragraph(asked.say("consent.collection.sign"));
    }
    web::View view;
    view.title = permit->facts().number + " – " + asked.say("consent.collection.title");
    view.main << cases::case_header(*permit, asked) << content;
    return view;
}

Result<std::string> collection_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::collect_consent>(work, asked.part("case"));
    if (!permit) return permit.error();
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).maybe("approved_until", approved_until(*permit, work.reader.person));
    json.name("to_be_asked").array();
    for (const auto& one : to_be_asked(*permit)) {
        json.object().pair("signatory", one.number).pair("protected", one.is_protected);
        if (!one.is_protected) json.pair("name", one.name).pair("contact", one.contact).pair("language", one.language);
        json.end_object();
    }
    json.end_array();
    if (const auto* form = newest(permit->facts().consent))
        json.pair("form", form->number).pair("valid_from", form->valid_from).pair("last_day", form->last_day);
    return json.end_object().take();
}

}  // namespace lots::consent
