#include "consent/pages_more.h"

#include <algorithm>

#include "form/labels.h"
#include "organisation/store.h"

namespace lots::consent {

using access::Compartment;
using access::Operation;
using html::Html;

std::optional<Date> hindered_until(const Signatory& signatory, Date on)
{
    for (const auto& days : signatory.hindered)
        if (days.from <= on && on <= days.last_day) return days.last_day;
    return std::nullopt;
}

std::string agency_names(access::Work& work, const std::set<AgencyId>& agencies)
{
    std::string all;
    for (const auto& agency : organisation::agencies(work))
        if (agencies.contains(agency.id)) all += (all.empty() ? "" : ", ") + agency.name;
    return all;
}

Html agency_list(access::Work& work, const std::set<AgencyId>& agencies)
{
    std::vector<html::Content> all;
    for (const auto& agency : organisation::agencies(work))
        if (agencies.contains(agency.id)) all.emplace_back(agency.name);
    return html::bullets(all);
}

std::string term_words(Language language, const Consent& consent, std::optional<Date> signed_on)
{
    // A narrow column breaks the line between the days, and not within one.
    const auto whole = [language](Date day) {
        std::string words;
        for (const char c : say_date_short(language, day)) words += c == ' ' ? std::string("\u00a0") : std::string(1, c);
        return words;
    };
    const auto from = signed_on ? std::max(consent.valid_from, *signed_on) : consent.valid_from;
    return say(language, "consent.term", {{"from", whole(from)}, {"to", whole(consent.last_day)}});
}

std::string name_of(const std::vector<KeptSignatory>& kept, const SignatoryId& signatory)
{
    const auto found = std::ranges::find(kept, signatory, &KeptSignatory::id);
    return found == kept.end() ? std::string{} : found->name;
}

const KeptAnswer* newest_answer(const std::vector<KeptAnswer>& given, int consent, const SignatoryId& signatory)
{
    const auto found = std::ranges::find_if(given, [&](const KeptAnswer& answer) {
        return answer.consent == consent && answer.signatory == signatory;
    });
    return found == given.end() ? nullptr : &*found;
}

Html answer_tag(const Page& page, const Consent* form, const Signatory& signatory, const KeptAnswer* answer)
{
    const auto& asked = page.asked;
    const bool withdrawn = form != nullptr && std::ranges::find(form->withdrawals, signatory.id, &Withdrawal::signatory) != form->withdrawals.end();
    if (withdrawn) return html::status_tag(asked.say("consent.answer.withdrawn"), html::TagKind::red);
    if (answer == nullptr) return html::status_tag(asked.say("consent.answer.none"), html::TagKind::grey);
    if (answer->answer == "yes") return html::status_tag(asked.say("consent.answer.yes"), html::TagKind::green);
    return html::status_tag(asked.say(answer->answer == "no" ? MessageKey("consent.answer.no") : MessageKey("consent.answer.excludes_agency")),
                            html::TagKind::red);
}

Html protection(const Page& page, const SignatoryId& signatory)
{
    const auto found = std::ranges::find(page.kept, signatory, &KeptSignatory::id);
    if (found == page.kept.end()) return {};
    if (found->protected_identity == "none") return found->contact.empty() ? Html{} : html::secondary_paragraph(found->contact);
    Html content = html::secondary_paragraph(page.asked.say("consent.protected"));
    // Only asked for when it is given, for every such reading stands in the log.
    if (access::would_allow(page.permit, Operation::read_protected_contact, Compartment::protected_) == access::Answer::no) return content;
    if (const auto named = access::permit<Operation::read_protected_contact>(page.permit))
        content << html::secondary_paragraph(protected_contact(*named, signatory));
    return content;
}

namespace {

/// What was written beside an answer: the reason first, then what the paper says, and who looked at it.
Html beside_answer(const Page& page, const form::Labels& labels, const KeptAnswer& answer)
{
    const auto& asked = page.asked;
    Html beside;
    const auto line = [&](const std::string& label, const std::string& value) {
        if (!value.empty()) beside << html::secondary_paragraph(label + (label.ends_with('?') ? " " : ": ") + value);
    };
    if (!answer.reason.empty()) beside << html::paragraph(html::lines(answer.reason));
    line(labels.label("place"), answer.place);
    line(labels.label("original_kept_at"), answer.original_kept_at);
    if (answer.text_language != "sv") line(labels.label("text_language"), labels.find("text_language", answer.text_language));
    std::string help = answer.interpreter;
    for (const auto& more : {answer.interpreter_language, labels.find("interpreter_way", answer.interpreter_way)})
        if (!more.empty()) help += (help.empty() ? "" : ", ") + more;
    line(labels.label("interpreter"), help);
    if (answer.easy_read) beside << html::secondary_paragraph(labels.label("easy_read"));
    if (answer.as_adult) beside << html::secondary_paragraph(labels.label("as_adult"));
    if (answer.answer == "yes") line(asked.say("consent.follow_up"), labels.find("follow_up_answer", answer.follow_up_answer));
    beside << html::secondary_paragraph(organisation::person_name(page.permit.work(), answer.verified_by));
    return beside;
}

}  // namespace

Html answers_list(const Page& page)
{
    const auto& asked = page.asked;
    const auto& facts = page.permit.facts().consent;
    if (page.given.empty()) return {};
    const form::Labels labels(asked.language(), "register_answer");
    html::Table table;
    table.caption = asked.say("consent.answers");
    table.cards = true;
    table.caption_classes = "govuk-visually-hidden";
    table.head = {asked.say("consent.table.day"), asked.say("consent.table.who"), asked.say("consent.table.form"),
                  asked.say("consent.table.answer"), asked.say("consent.table.beside")};
    for (const auto& one : page.given) {
        std::string who;
        for (const auto& signatory : facts.signatories)
            if (signatory.id == one.signatory) who = role_words(asked.language(), facts, signatory);
        table.rows.push_back({html::day_cell(say_date_short(asked.language(), one.signed_on)), who,
                              std::to_string(one.consent), labels.find("answer", one.answer),
                              html::Cell(beside_answer(page, labels, one))});
    }
    return html::scrollable(table.caption, html::table(table));
}

Html conversations_list(const Page& page)
{
    const auto& asked = page.asked;
    const auto& facts = page.permit.facts().consent;
    const auto talks = conversations(page.permit);
    if (talks.empty()) return html::paragraph(asked.say("consent.conversations_none"));
    const form::Labels labels(asked.language(), "register_conversation");
    html::Table table;
    table.caption = asked.say("consent.conversations_caption");
    table.cards = true;
    table.caption_classes = "govuk-visually-hidden";  // what it is folded in says it
    table.head = {asked.say("consent.table.day"), asked.say("consent.table.who"), labels.label("way"), asked.say("consent.table.told"),
                  labels.label("note")};
    for (const auto& talk : talks) {
        std::string who;
        for (const auto& signatory : facts.signatories)
            if (signatory.id == talk.signatory) who = role_words(asked.language(), facts, signatory);
        std::string told;
        for (const auto& [was, name] : {std::pair{talk.told_purpose, "told_purpose"}, std::pair{talk.told_withdrawal, "told_withdrawal"},
                                        std::pair{talk.told_police_duty, "told_police_duty"}})
            if (was) told += (told.empty() ? "" : ". ") + labels.label(name);
        for (const auto& [was, what] : {std::pair{talk.about_renewal, "renewal"}, std::pair{talk.about_adulthood, "adulthood"}})
            if (was) told += (told.empty() ? "" : ". ") + labels.find("about", what);
        Html note = html::text(talk.note);
        std::string help = talk.interpreter;
        for (const auto& more : {talk.interpreter_language, labels.find("interpreter_way", talk.interpreter_way)})
            if (!more.empty()) help += (help.empty() ? "" : ", ") + more;
        if (!help.empty()) note << html::secondary_paragraph(labels.label("interpreter") + ": " + help);
        if (talk.easy_read) note << html::secondary_paragraph(labels.label("easy_read"));
        note << html::secondary_paragraph(organisation::person_name(page.permit.work(), talk.made_by));
        table.rows.push_back({html::day_cell(say_date_short(asked.language(), talk.held_on)), who, labels.find("way", talk.way),
                              told.empty() ? "–" : told,
                              html::Cell(std::move(note))});
    }
    return attempts_part(page, talks) << html::scrollable(table.caption, html::table(table));
}

Html former_signatories(const Page& page)
{
    const auto& asked = page.asked;
    const auto& facts = page.permit.facts().consent;
    const form::Labels labels(asked.language(), "end_signatory");
    std::vector<html::Content> items;
    for (const auto& signatory : facts.signatories) {
        if (has_a_say(signatory, facts.born, asked.today)) continue;
        const auto kept = std::ranges::find(page.kept, signatory.id, &KeptSignatory::id);
        if (kept == page.kept.end()) continue;
        const auto who = role_words(asked.language(), facts, signatory) + ", " + kept->name;
        if (kept->ended_on)
            items.emplace_back(asked.say("consent.former.ended", {{"who", who},
                                                                  {"reason", labels.find("reason", kept->end_reason)},
                                                                  {"day", say_date_short(asked.language(), *kept->ended_on)}}));
        else if (age_on(facts.born, asked.today) >= 18) items.emplace_back(asked.say("consent.former.adult", {{"who", who}}));
    }
    if (items.empty()) return {};
    Html content = html::bullets(items);
    if (age_on(facts.born, asked.today) >= 18) content << html::paragraph(asked.say("consent.former.supporters"));
    return content;
}

Html forms_list(const Page& page)
{
    const auto& asked = page.asked;
    const auto& facts = page.permit.facts().consent;
    if (facts.consents.empty()) return {};
    html::Table table;
    table.caption = asked.say("consent.forms");
    table.cards = true;
    table.caption_classes = "govuk-visually-hidden";
    table.head = {asked.say("consent.table.number"), asked.say("consent.table.term"), asked.say("consent.table.scope"),
                  asked.say("consent.table.state")};
    for (auto form = facts.consents.rbegin(); form != facts.consents.rend(); ++form) {
        const bool holding = holds(facts, *form, asked.today).allowed();
        const MessageKey state = holding                                   ? MessageKey("consent.form_state.holds")
                                 : has_held(facts, *form, asked.today)     ? MessageKey("consent.form_state.ended")
                                 : refused(facts, *form, asked.today)      ? MessageKey("consent.form_state.refused")
                                 : form->last_day < asked.today            ? MessageKey("consent.form_state.never")
                                                                           : MessageKey("consent.form_state.waits");
        table.rows.push_back({std::to_string(form->number), term_words(asked.language(), *form),
                              html::Cell(agency_list(page.permit.work(), form->agencies)), asked.say(state)});
    }
    return html::scrollable(table.caption, html::table(table));
}

}  // namespace lots::consent
