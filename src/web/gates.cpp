#include "web/gates.h"

#include "base/check.h"
#include "guideline/law.h"

namespace lots::web {

using guideline::Actor;
using guideline::Finding;
using guideline::Force;

namespace {

/// The requirement as it is read on a line of its own: "Vårdnadshavare 2 har inte sagt ja." and not what everybody must have said.
/// What has no such sentence in the catalogue (text/*/rules_shown.msg) is read as it stands in the rules.
std::string sentence(Language language, const Finding& finding, const AboutWords& about)
{
    const auto subject = about ? about(finding) : std::string{};
    if (subject.ends_with('.')) return subject;  // whom it is about says all of it
    const auto shown = [&](std::string_view kind) { return MessageKey::of_name(std::string(finding.requirement->text.name()) + std::string(kind)); };
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

/// "S0-22 (Riktlinjerna 3.2; 12 kap. 3 § offentlighets- och sekretesslagen (2009:400))", with the law as it reads on the day.
std::string source_of(const Finding& finding, Date on)
{
    auto source = std::string(finding.requirement->id) + " (" + std::string(finding.requirement->section);
    if (const auto law = guideline::legal_reference(finding.requirement->reference, on)) source += "; " + guideline::wording(*law);
    return source + ")";
}

std::string_view code_of(Actor actor)
{
    switch (actor) {
    case Actor::nobody: return "nobody";
    case Actor::social_services: return "social_services";
    case Actor::unit_manager: return "unit_manager";
    case Actor::coordinator: return "coordinator";
    case Actor::proposer: return "proposer";
    case Actor::agency: return "agency";
    case Actor::police: return "police";
    case Actor::youth: return "youth";
    case Actor::guardian: return "guardian";
    case Actor::group: return "group";
    case Actor::administrator: return "administrator";
    }
    return "nobody";
}

}  // namespace

std::string actor_words(Language language, Actor actor)
{
    const auto key = MessageKey::of_name("actor." + std::string(code_of(actor)));
    check(key.has_value(), "an actor has no words in the catalogue");
    return say(language, *key);
}

html::Html gate_box(Language language, const html::Words& words, Date on, const std::string& title, const guideline::Decision& decision,
                    const AboutWords& about, html::Html action)
{
    int missing = 0, done = 0;
    html::GateBox box;
    box.title = title;
    for (const auto& finding : decision.findings()) {
        (finding.met ? done : missing) += 1;
        html::GateLine line;
        line.state = finding.met ? html::GateState::done : html::GateState::missing;
        line.text = sentence(language, finding, about);
        line.rule = source_of(finding, on);
        if (!finding.met) line.who_can = actor_words(language, finding.who_can);
        if (!finding.met && finding.requirement->force == Force::should)
            line.when = say(language, "gate.should");
        box.lines.push_back(std::move(line));
    }
    box.summary = say(language, "gate.summary", {{"missing", missing}, {"done", done}});
    box.open = decision.allowed();
    if (box.open) box.action = std::move(action);
    return html::gate_box(words, box);
}

void write_findings(form::JsonWriter& json, Language language, Date on, const guideline::Decision& decision, const AboutWords& about)
{
    json.array();
    for (const auto& finding : decision.findings()) {
        json.object()
            .pair("requirement", finding.requirement->id)
            .pair("section", finding.requirement->section)
            .pair("source", source_of(finding, on))
            .pair("force", finding.requirement->force == Force::must ? "must" : "should")
            .pair("met", finding.met)
            .pair("who_can", code_of(finding.who_can))
            .pair("text", say(language, finding.requirement->text, finding.args))
            .pair("about", about ? about(finding) : finding.about)
            .end_object();
    }
    json.end_array();
}

}  // namespace lots::web
