#include "web/gates.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "guideline/editions.h"
#include "guideline/law.h"

namespace lots::web {

using guideline::Actor;
using guideline::Finding;
using guideline::Force;

namespace {

/// The requirement as it is read on a line of its own: "Vårdnadshavare 2 har inte sagt ja." and not what everybody must have
/// said. What has no such sentence in the catalogue (text/*/rules_shown.msg) is read as it stands in the rules.
std::string sentence(Language language, const Finding& finding, const AboutWords& about)
{
    const auto subject = about ? about(finding) : std::string{};
    if (subject.ends_with('.')) return subject;  // whom it is about says all of it
    const auto shown = [&](std::string_view kind) {
        return MessageKey::of_name(std::string(finding.requirement->text.name()) + std::string(kind));
    };
    auto args = finding.args;
    if (subject.empty()) {
        const auto missing = finding.met ? std::nullopt : shown(".missing");
        return say(language, missing.value_or(finding.requirement->text), args);
    }
    if (const auto one = shown(finding.met ? ".of" : ".of_missing")) {
        args.emplace_back("subject", subject);
        return say(language, *one, args);
    }
    return say(language, "gate.about", {{"subject", subject}, {"text", say(language, finding.requirement->text, args)}});
}

/// "S0-22 (Riktlinjerna 3.2; 12 kap. 3 § offentlighets- och sekretesslagen (2009:400))", with the law as it reads on the
/// day.
std::string source_of(const guideline::Requirement& requirement, Date on)
{
    auto source = std::string(requirement.id) + " (" + std::string(requirement.section);
    if (const auto law = guideline::legal_reference(requirement.reference, on)) source += "; " + guideline::wording(*law);
    return source + ")";
}

/// A ruling or an edge case of the method has a number that only its books know: to people it is "Metoden".
bool is_of_method(std::string_view part)
{
    constexpr std::array books{"Metoden", "avgjort ", "gränsfall ", "lagen ", "livscykeln "};
    return std::ranges::any_of(books, [part](const char* book) { return part.starts_with(book); });
}

/// "Riktlinjerna 4.2; Metoden" of "Riktlinjerna 4.2; avgjort 8; gränsfall 4.17".
std::string section_words(std::string_view section)
{
    std::string words;
    bool method = false;
    while (!section.empty()) {
        const auto cut = std::min(section.find("; "), section.size());
        const auto part = section.substr(0, cut);
        const bool again = method && is_of_method(part);
        method = method || is_of_method(part);
        if (!again) words += (words.empty() ? "" : "; ") + std::string(is_of_method(part) ? "Metoden" : part);
        section.remove_prefix(std::min(cut + 2, section.size()));
    }
    return words;
}

/// The same as source_of in words for people. An id that the guideline's readers know stays, on one line: "S0‑22 (…)".
/// One of our own says nothing to them.
std::string source_words(const guideline::Requirement& requirement, Date on)
{
    auto where = section_words(requirement.section);
    if (const auto law = guideline::legal_reference(requirement.reference, on)) where += "; " + guideline::wording(*law);
    const auto id = requirement.id;
    const auto hyphen = id.find('-');
    if (hyphen != 2 || id[0] != 'S') return where;
    return std::string(id.substr(0, hyphen)) + "\u2011" + std::string(id.substr(hyphen + 1)) + " (" + where + ")";
}

/// Where the requirement stands, and from when that holds.
std::string standing_of(Language language, const guideline::Requirement& requirement, Date on)
{
    const auto source = source_words(requirement, on);
    const auto law = guideline::legal_reference(requirement.reference, on);
    std::string words;
    if (!law)
        words = say(language, "gate.source", {{"source", source}});
    else
        words = say(language, law->day_uncertain ? MessageKey("gate.source_from_about") : MessageKey("gate.source_from"),
                    {{"source", source}, {"day", say_date_short(language, law->from)}});
    for (const auto& edition : guideline::editions_of(requirement))
        if (edition.year)
            words += " " + say(language, "gate.edition", {{"title", edition.title}, {"year", std::to_string(*edition.year)}});
    return words;
}

/// The requirement's own sentence says how it is when it is met. Of what is not it is said as what it asks for, or it would
/// say the opposite of the line above it.
std::string asked_for(Language language, const guideline::Requirement& requirement, const std::vector<Arg>& args)
{
    const auto frame = requirement.force == Force::must ? MessageKey("gate.required") : MessageKey("gate.advised");
    return say(language, frame, {{"text", say(language, requirement.text, args)}});
}

/// Behind "Varför?": the requirement's own sentence, where the line says another; where it stands; and from when that holds.
std::string why_of(Language language, const Finding& finding, const std::string& shown, Date on)
{
    const auto reason = say(language, finding.requirement->text, finding.args);
    const auto standing = standing_of(language, *finding.requirement, on);
    if (reason == shown) return standing;
    return (finding.met ? reason : asked_for(language, *finding.requirement, finding.args)) + " " + standing;
}

/// The buttons of a line. Several lines may have the same: whom it is about is read out too.
html::Html buttons_of(const std::vector<GateAction>& actions, const std::string& subject)
{
    html::Html buttons;
    for (const auto& one : actions) {
        html::Html label = html::text(one.text);
        if (!subject.empty() && !subject.ends_with('.')) label << html::visually_hidden(" " + subject);
        buttons << html::button({.text = std::move(label), .classes = "govuk-button--secondary", .href = one.page});
    }
    return buttons;
}

html::GateBox box_of(Language language, Date on, const guideline::Decision& decision, const AboutWords& about,
                     const ActionsFor& actions)
{
    html::GateBox box;
    for (const auto& finding : decision.findings()) {
        html::GateLine line;
        const bool must = finding.requirement->force == Force::must;
        line.state = finding.met ? html::GateState::done : must ? html::GateState::missing : html::GateState::should;
        line.requirement = finding.requirement->id;
        const auto said = sentence(language, finding, about);
        line.text = said;
        line.rule = why_of(language, finding, said, on);
        if (!finding.met) {
            line.who_can = actor_words(language, finding.who_can);
            if (!must) line.when = say(language, "gate.should");
            if (actions) line.action = buttons_of(actions(finding), about ? about(finding) : std::string{});
        }
        box.lines.push_back(std::move(line));
    }
    box.open = decision.allowed();
    return box;
}

/// "Två saker saknas. En sak bör göras, men går att frångå. En är klar."
std::string summary_of(Language language, const guideline::Decision& decision)
{
    const auto should = decision.to_justify().size();
    const auto done = std::ranges::count(decision.findings(), true, &Finding::met);
    const bool only_should = decision.missing().empty() && should > 0;  // "Inget saknas" and nothing more would hide what should be done
    auto summary = only_should ? say(language, "gate.nothing_stops") : say(language, "gate.missing", {{"count", decision.missing().size()}});
    if (should > 0) summary += " " + say(language, "gate.recommended", {{"count", should}});
    return summary + " " + say(language, "gate.done", {{"count", done}});
}

std::string_view code_of(Actor actor)
{
    switch (actor) {
    case Actor::nobody:
        return "nobody";
    case Actor::social_services:
        return "social_services";
    case Actor::unit_manager:
        return "unit_manager";
    case Actor::coordinator:
        return "coordinator";
    case Actor::proposer:
        return "proposer";
    case Actor::agency:
        return "agency";
    case Actor::police:
        return "police";
    case Actor::youth:
        return "youth";
    case Actor::guardian:
        return "guardian";
    case Actor::group:
        return "group";
    case Actor::administrator:
        return "administrator";
    }
    return "nobody";
}

}  // namespace

std::string requirement_words(Language language, const guideline::Requirement& requirement, Date on)
{
    return asked_for(language, requirement, {}) + " " + standing_of(language, requirement, on);
}

std::string actor_words(Language language, Actor actor)
{
    const auto key = MessageKey::of_name("actor." + std::string(code_of(actor)));
    check(key.has_value(), "an actor has no words in the catalogue");
    return say(language, *key);
}

html::Html gate_box(Language language, const html::Words& words, Date on, const std::string& title,
                    const guideline::Decision& decision, const AboutWords& about, html::Html action,
                    const ActionsFor& actions)
{
    auto box = box_of(language, on, decision, about, actions);
    box.title = title;
    box.summary = summary_of(language, decision);
    if (box.open) box.action = std::move(action);
    return html::gate_box(words, box);
}

html::Html blocked_box(Language language, const html::Words& words, Date on, std::string_view scope,
                       const guideline::Decision& decision, const AboutWords& about, const ActionsFor& actions)
{
    auto box = box_of(language, on, decision, about, actions);
    box.title = blocked_words(language, scope, decision);
    // The heading counts what stops the step; lines that only should be would else stand there uncounted.
    if (const auto should = decision.to_justify().size(); should > 0)
        box.summary = say(language, "gate.recommended", {{"count", should}});
    return html::gate_box(words, box);
}

std::string blocked_words(Language language, std::string_view scope, const guideline::Decision& decision)
{
    const auto own = MessageKey::of_name("command." + std::string(scope) + ".blocked");
    return say(language, own.value_or(MessageKey("gate.blocked"))) + " " +
           say(language, "gate.missing", {{"count", decision.missing().size()}});
}

void write_findings(form::JsonWriter& json, Language language, Date on, const guideline::Decision& decision,
                    const AboutWords& about, const ActionsFor& actions)
{
    json.array();
    for (const auto& finding : decision.findings()) {
        const auto law = guideline::legal_reference(finding.requirement->reference, on);
        json.object()
            .pair("requirement", finding.requirement->id)
            .pair("section", finding.requirement->section)
            .pair("source", source_of(*finding.requirement, on))
            .maybe("in_force_from", law ? std::optional(law->from) : std::nullopt)
            .name("editions")
            .array();
        for (const auto& edition : guideline::editions_of(*finding.requirement))
            json.object().pair("title", edition.title).maybe("year", edition.year).end_object();
        json.end_array()
            .pair("force", finding.requirement->force == Force::must ? "must" : "should")
            .pair("met", finding.met)
            .pair("who_can", code_of(finding.who_can))
            .pair("text", say(language, finding.requirement->text, finding.args))
            .pair("about", about ? about(finding) : finding.about)
            .name("actions")
            .array();
        if (actions && !finding.met)
            for (const auto& one : actions(finding))
                json.object().pair("text", one.text).pair("page", one.page.str()).end_object();
        json.end_array().end_object();
    }
    json.end_array();
}

}  // namespace lots::web
