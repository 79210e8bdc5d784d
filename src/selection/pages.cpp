#include "selection/pages.h"

#include "cases/page.h"
#include "form/json_writer.h"
#include "form/labels.h"
#include "organisation/store.h"
#include "selection/store.h"

namespace lots::selection {

using access::Answer;
using access::Compartment;
using access::Operation;
using html::Html;

namespace {

/// The decision as questions and answers, in the words of the form that made it.
Html answers(const OfferDecision& decision, const web::Asked& asked, access::Work& work)
{
    const form::Labels labels(asked.language(), "decide_offer");
    html::SummaryList list;
    const auto row = [&](const char* name, const std::string& value) {
        if (!value.empty()) list.rows.push_back({.key = labels.label(name), .value = value});
    };
    const auto coded = [&](const char* name, const std::string& code) { row(name, labels.find(name, code)); };
    const auto yes_no = [&](const char* name, bool value) { row(name, value ? asked.say("form.yes") : asked.say("form.no")); };
    const auto& note = decision.note;
    list.rows.push_back({.key = asked.say("selection.decided_on"), .value = say_date(asked.language(), note.decided_on)});
    list.rows.push_back({.key = asked.say("selection.decided_by"), .value = organisation::person_name(work, note.made_by)});
    row("what", note.note.what);
    row("why", note.note.why);
    row("how", note.note.how);
    row("who", note.note.who);
    row("childs_view", note.note.childs_view);
    row("best_interests", note.note.best_interests);
    coded("category", decision.category);
    if (decision.crime_ground.empty()) row("crime_ground", decision.commits_crimes ? asked.say("form.yes") : asked.say("form.no"));
    else coded("crime_ground", decision.crime_ground);
    row("no_crimes_reason", decision.no_crimes_reason);
    if (!decision.sources.empty()) list.rows.push_back({.key = asked.say("selection.sources"), .value = decision.sources});
    row("recommendation", decision.recommendation);
    if (!decision.outside_age_band_code.empty()) coded("outside_age_band_code", decision.outside_age_band_code);
    row("outside_age_band_reason", decision.outside_age_band_reason);
    yes_no("room_for_more", decision.room_for_more);
    coded("mode", decision.mode);
    coded("ground", decision.ground);
    if (!decision.agreed_by.empty()) coded("agreed_by", decision.agreed_by);
    row("agreed_reason", decision.agreed_reason);
    row("intervention_last_day", decision.intervention_last_day ? say_date(asked.language(), *decision.intervention_last_day) : "");
    row("appeal_information", decision.appeal_information);
    row("delegation", note.note.delegation);
    if (!note.law.empty()) list.rows.push_back({.key = asked.say("selection.law"), .value = note.law});
    return html::summary_list(list);
}

/// Who was told of the decision, and when.
Html told_part(const access::CasePermit& permit, const OfferDecision& decision, const web::Asked& asked)
{
    const form::Labels labels(asked.language(), "tell_family");
    std::vector<html::Content> lines;
    for (const auto& told : told_of(permit, decision.id))
        for (const auto& whom : told.told_whom)
            lines.emplace_back(asked.say("selection.told", {{"whom", labels.find("told_whom", whom)},
                                                            {"day", *told.told_on},
                                                            {"way", labels.find("way", told.way)}}));
    return lines.empty() ? Html{} : html::bullets(lines);
}

/// What the selection rests on so far, the place in the queue, and what may be added.
Html file_part(const access::CasePermit& permit, const web::Asked& asked, bool may_decide)
{
    Html part;
    const auto url = cases::case_url(permit);
    const form::Labels labels(asked.language(), "add_source");
    const auto sources = sources_of(permit);
    if (const auto place = queue_place(permit)) {
        part << html::paragraph(asked.say("selection.queue", {{"number", place->number}, {"since", place->since}}))
             << html::paragraph(asked.say("selection.queue_review", {{"day", place->review_on}}));
    }
    if (!sources.empty()) {
        part << html::heading(3, asked.say("selection.sources"));
        html::SummaryList list;
        for (const auto& source : sources)
            list.rows.push_back({.key = source.from_whom + ", " + say_date_short(asked.language(), *source.learned_on),
                                 .value = labels.find("whose", source.whose) + " · " + labels.find("kind", source.kind) + ": " + source.about});
        part << html::summary_list(list);
    }
    const auto supports = supports_of(permit);
    if (!supports.empty()) {
        part << html::heading(3, asked.say("selection.supports"));
        std::vector<html::Content> lines;
        for (const auto& one : supports)
            lines.emplace_back(one.what + ", " + one.by_whom + ", " + say_date_short(asked.language(), *one.from_day) + "–" +
                               (one.last_day ? say_date_short(asked.language(), *one.last_day) : std::string{}));
        part << html::bullets(lines);
    }
    std::vector<html::Content> links;
    const auto may = [&](Operation operation) { return access::would_allow(permit, operation, Compartment::social_services) != Answer::no; };
    if (may_decide) links.emplace_back(html::link(url / "bedomning" / "kallor", asked.say("command.add_source.title")));
    if (may(Operation::read_assessment)) links.emplace_back(html::link(url / "bedomningar", asked.say("selection.assessments")));
    if (may(Operation::keep_file)) {
        links.emplace_back(html::link(url / "bedomning" / "berattat", asked.say("command.tell_family.title")));
        links.emplace_back(html::link(url / "bedomning" / "annat-stod", asked.say("command.add_support.title")));
    }
    if (!links.empty()) part << html::bullets(links);
    return part;
}

}  // namespace

Result<web::View> selection_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_selection>(work, asked.part("case"));
    if (!permit) return permit.error();
    const bool may_decide = access::would_allow(*permit, Operation::decide_offer, Compartment::social_services) == Answer::yes;
    Html action;
    if (may_decide) action = html::button({.text = asked.say("command.decide_offer.title"), .href = cases::case_url(*permit) / "beslut"});

    Html content;
    const auto decisions = decisions_of(*permit);
    if (decisions.empty()) {
        content << html::empty_state({.title = asked.say("selection.none"),
                                      .text = may_decide ? asked.say("selection.none_decide") : asked.say("selection.none_take_up"),
                                      .action = std::move(action)})
                << file_part(*permit, asked, may_decide);
        return cases::case_page(*permit, asked, "bedomning", asked.say("selection.title"), std::move(content));
    }
    const form::Labels labels(asked.language(), "decide_offer");
    for (const auto& decision : decisions)
        content << html::heading(3, labels.find("outcome", decision.outcome)) << answers(decision, asked, work)
                << told_part(*permit, decision, asked);
    content << file_part(*permit, asked, may_decide) << action;
    return cases::case_page(*permit, asked, "bedomning", asked.say("selection.title"), std::move(content));
}

Result<std::string> selection_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_selection>(work, asked.part("case"));
    if (!permit) return permit.error();
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).name("decisions").array();
    for (const auto& decision : decisions_of(*permit)) {
        const auto& note = decision.note;
        json.object()
            .pair("decided_on", note.decided_on)
            .pair("decided_by", organisation::person_name(work, note.made_by))
            .pair("role", note.role)
            .pair("law", note.law)
            .pair("outcome", decision.outcome)
            .pair("category", decision.category)
            .pair("mode", decision.mode)
            .pair("ground", decision.ground)
            .maybe("intervention_last_day", decision.intervention_last_day)
            .pair("commits_crimes", decision.commits_crimes)
            .pair("room_for_more", decision.room_for_more)
            .pair("sources", decision.sources)
            .pair("recommendation", decision.recommendation)
            .pair("crime_ground", decision.crime_ground)
            .pair("no_crimes_reason", decision.no_crimes_reason)
            .pair("outside_age_band_code", decision.outside_age_band_code)
            .pair("outside_age_band_reason", decision.outside_age_band_reason)
            .pair("agreed_by", decision.agreed_by)
            .pair("agreed_reason", decision.agreed_reason)
            .pair("appeal_information", decision.appeal_information)
            .pair("what", note.note.what)
            .pair("why", note.note.why)
            .pair("how", note.note.how)
            .pair("who", note.note.who)
            .pair("delegation", note.note.delegation)
            .pair("childs_view", note.note.childs_view)
            .pair("best_interests", note.note.best_interests)
            .name("told")
            .array();
        for (const auto& told : told_of(*permit, decision.id))
            for (const auto& whom : told.told_whom)
                json.object().pair("whom", whom).pair("told_on", *told.told_on).pair("way", told.way).end_object();
        json.end_array().end_object();
    }
    json.end_array().name("other_support").array();
    for (const auto& one : supports_of(*permit))
        json.object().pair("what", one.what).pair("by_whom", one.by_whom).pair("from", *one.from_day).maybe("last_day", one.last_day).end_object();
    json.end_array();
    if (const auto place = queue_place(*permit))
        json.name("queue").object().pair("number", place->number).pair("since", place->since).pair("review_on", place->review_on).end_object();
    return json.end_object().take();
}

Result<std::string> sources_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_selection>(work, asked.part("case"));
    if (!permit) return permit.error();
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).name("sources").array();
    for (const auto& source : sources_of(*permit))
        json.object()
            .pair("whose", source.whose)
            .pair("kind", source.kind)
            .pair("from_whom", source.from_whom)
            .pair("learned_on", *source.learned_on)
            .pair("about", source.about)
            .end_object();
    return json.end_array().end_object().take();
}

}  // namespace lots::selection
