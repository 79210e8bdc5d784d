#include "working_group/item_text.h"

#include <set>
#include <utility>
#include <vector>

#include "cases/page.h"
#include "cases/youth.h"
#include "organisation/store.h"
#include "working_group/rules.h"

namespace lots::working_group {

using access::Operation;
using html::Html;

namespace {

std::string_view code_of(Trace trace) { return trace_names.at(static_cast<std::size_t>(trace)); }
bool is_barred(Trace trace) { return static_cast<std::size_t>(trace) < barred_traces; }

/// The names of the municipality's schools.
std::vector<std::string> schools_of(access::Work& work)
{
    std::vector<std::string> schools;
    for (const auto& agency : organisation::agencies(work))
        if (agency.kind == "school") schools.push_back(agency.name);
    return schools;
}

/// Each thing that was found, once: what stands there, what it is, and whether a reason is enough to keep it.
Html found_list(const web::Asked& asked, const std::string& text, const std::vector<Place>& places)
{
    std::set<std::string> said;
    std::vector<html::Content> lines;
    for (const auto& place : places) {
        const auto words = text.substr(place.begin, place.end - place.begin);
        if (!said.insert(words).second) continue;
        lines.emplace_back(asked.say(is_barred(place.trace) ? MessageKey("working_group.found.barred")
                                                            : MessageKey("working_group.found.hint"),
                                     {{"words", words}, {"trace", trace_words(asked.language(), code_of(place.trace))}}));
    }
    return html::bullets(lines);
}

/// The form filled in as it was, but with neutral words. It is sent back to the form and shows nobody anything.
Html swap_form(const access::CasePermit& permit, const web::Asked& asked, const PrepareItem& input,
               const std::vector<Place>& places)
{
    html::Form form;
    form.action = cases::case_url(permit) / "avidentifiera";
    form.secrets = asked.secrets();
    form.hidden = {{"step", "change"},
                   {"meeting", input.meeting},
                   {"item_form", input.form},
                   {"shown_text", neutral(input.text, places)},
                   {"could_be_about", input.could_be_about ? std::to_string(*input.could_be_about) : std::string{}},
                   {"why_not_pointed_out", input.reason}};
    if (input.approved) form.hidden.push_back({"approved", "yes"});
    form.body = html::button({.text = asked.say("working_group.swap"), .classes = "govuk-button--secondary"});
    return html::form(form);
}

}  // namespace

Known known_of(const access::CasePermit& permit)
{
    const auto youth = cases::youth_of(permit);
    Known known{{}, youth.personal_number, permit.facts().born, {}};
    for (const auto& name : {youth.given_name, youth.family_name})
        if (!name.empty()) known.names.push_back(name);
    known.schools = schools_of(permit.work());
    return known;
}

std::string trace_words(Language language, std::string_view code)
{
    const auto words = MessageKey::of_name("working_group.trace." + std::string(code));
    return words ? say(language, *words) : std::string{};
}

/// That it is Swedish or English, and which of the sentences, the finding's own words say.
web::AboutWords about_traces(Language language)
{
    return [language](const guideline::Finding& finding) -> std::string {
        if (finding.about.empty()) return {};
        if (finding.about == "few")
            return say(language,
                       finding.met ? MessageKey("working_group.trace.many") : MessageKey("working_group.trace.few"));
        return trace_words(language, finding.about);
    };
}

std::string hint_words(Language language, const guideline::Decision& decision)
{
    const auto about = about_traces(language);
    std::string all;
    for (const auto* hint : decision.to_justify()) {
        auto words = about(*hint);
        if (words.ends_with('.')) words.pop_back();
        all += (all.empty() ? "" : ", ") + words;
    }
    return all;
}

std::optional<Error> not_to_be_told(access::Work& work, const std::vector<std::string>& texts, bool leads_to_nobody)
{
    const auto schools = schools_of(work);
    std::set<Trace> traces;
    for (const auto& text : texts) traces.merge(traces_in_area(text, schools));
    const auto decision = may_tell(traces);
    if (auto no = work.unmet(decision)) return no;
    if (decision.to_justify().empty() || leads_to_nobody) return std::nullopt;
    return invalid("leads_to_nobody", "working_group.hints_area", {{"hints", hint_words(work.reader.language, decision)}});
}

Html item_as_shown(access::Work& work, const web::Asked& asked, const PrepareItem& input)
{
    const auto permit = access::permit<Operation::prepare_deidentified>(work, asked.part("case"));
    if (!permit) return {};
    Html part = html::heading(3, asked.say("working_group.as_shown"));
    if (input.form == "named") {
        part << html::marked_text(input.text, {}) << html::secondary_paragraph(asked.say("working_group.by_consent"));
        return part;
    }
    const auto places = places_in(input.text, known_of(*permit));
    std::vector<html::Mark> marks;
    for (const auto& place : places)
        marks.push_back({place.begin, place.end, trace_words(asked.language(), code_of(place.trace))});
    part << html::marked_text(input.text, marks)
         << html::secondary_paragraph(
                asked.say("working_group.age", {{"band", age_band(age_on(permit->facts().born, asked.today))}}));
    if (places.empty()) {
        part << html::paragraph(asked.say("working_group.found.nothing"));
        return part;
    }
    part << html::paragraph(asked.say("working_group.found.some")) << found_list(asked, input.text, places)
         << swap_form(*permit, asked, input, places) << html::paragraph(asked.say("working_group.found.not_all"));
    return part;
}

}  // namespace lots::working_group
