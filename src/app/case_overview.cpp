#include "app/case_overview.h"

#include "access/permit.h"
#include "cases/lists.h"
#include "cases/page.h"
#include "form/json_writer.h"
#include "web/gates.h"

namespace lots::app {

using access::Answer;
using access::CaseState;
using access::Compartment;
using access::Operation;
using html::Html;
using namespace html::literals;

namespace {

/// The steps that can come next in a state, the usual one first. Scopes of commands; docs/method/lifecycle.md T1 to T19.
std::vector<std::string_view> next_steps(CaseState state)
{
    switch (state) {
    case CaseState::proposed: return {"take_up"};
    case CaseState::under_review:
    case CaseState::prepared_deidentified:
    case CaseState::waitlisted: return {"decide_offer"};
    case CaseState::decided_offer: return {"start_consent"};
    case CaseState::consent_pending: return {"open_consent"};
    case CaseState::forming: return {"start_planning"};
    case CaseState::planning: return {"decide_plan", "call_meeting"};
    case CaseState::active: return {"call_meeting", "decide_plan"};
    case CaseState::suspended: return {"resume_case", "close_case"};
    case CaseState::closure_review: return {"close_case", "continue_case"};
    default: return {};
    }
}

struct Step {
    std::string_view scope;
    web::Gate gate;
};

/// The steps of the state that this reader may come to, each with what it lacks.
std::vector<Step> steps_for(const web::Site& site, const access::CasePermit& permit, const web::Asked& asked)
{
    std::vector<Step> steps;
    for (const auto scope : next_steps(permit.facts().state)) {
        auto gate = site.command_of(scope).gate(permit.work(), asked);
        if (gate) steps.push_back({scope, std::move(*gate)});
    }
    return steps;
}

std::string title_of(Language language, std::string_view scope)
{
    const auto key = MessageKey::of_name("command." + std::string(scope) + ".title");
    check(key.has_value(), "a command has no title in the catalogue");
    return say(language, *key);
}

/// The page of a step: the pattern of its command with this case in it.
html::Url page_of(const web::Site& site, std::string_view scope, const std::string& number)
{
    auto path = site.command_of(scope).page;
    const auto at = path.find("{case}");
    check(at != std::string::npos, "a step of a case has no case in its address");
    path.replace(at, 6, number);
    const auto url = html::Url::local(path);
    check(url.has_value(), "a step's address is not of this site");
    return *url;
}

Html recent_events(const access::CasePermit& permit, const web::Asked& asked)
{
    constexpr std::size_t most = 5;
    html::Timeline line;
    line.title = asked.say("cases.nav.timeline");
    for (const auto& step : cases::steps(permit)) {
        if (line.events.size() == most) break;
        line.events.push_back({iso(step.at), say_moment(asked.language(), step.at), cases::state_words(asked.language(), step.to), {}, {}});
    }
    line.more = html::paragraph(html::link(cases::case_url(permit) / "handelser", asked.say("overview.all_events")));
    return html::timeline(line);
}

Result<web::View> overview(const web::Site& site, access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::see_case>(work, asked.part("case"));
    if (!permit) return permit.error();
    const bool whole = permit->answer(Compartment::social_services) == Answer::yes || permit->answer(Compartment::room) == Answer::yes;
    const auto& facts = permit->facts();
    if (!whole) {
        // The notice, the same whatever the reason is (settled 20). For a signatory: that they are asked.
        web::View view;
        view.title = facts.number;
        view.width = html::Width::reading;
        view.main << cases::case_header(*permit, asked);
        const bool asked_to_sign = permit->covers(Compartment::social_services);
        const MessageKey sentence = asked_to_sign                      ? MessageKey("overview.notice.asked")
                                    : facts.state == CaseState::closed ? MessageKey("overview.notice.closed")
                                                                       : MessageKey("overview.notice.suspended");
        view.main << html::inset_text({.text = asked.say(sentence)});
        return view;
    }
    Html content;
    const auto steps = steps_for(site, *permit, asked);
    for (const auto& step : steps) {
        const auto title = title_of(asked.language(), step.scope);
        auto action = html::button({.text = title, .href = page_of(site, step.scope, facts.number)});
        if (step.gate.decision.findings().empty()) {
            content << html::card(asked.say("overview.next", {{"step", title}}), action, 3);
            continue;
        }
        content << web::gate_box(asked.language(), asked.words(), asked.today, asked.say("overview.next", {{"step", title}}),
                                 step.gate.decision, step.gate.about, std::move(action));
    }
    if (steps.empty()) content << html::paragraph(asked.say("overview.nothing_for_you"));
    if (access::would_allow(*permit, Operation::read_timeline, Compartment::social_services) != Answer::no ||
        access::would_allow(*permit, Operation::read_timeline, Compartment::room) != Answer::no)
        content << recent_events(*permit, asked);
    return cases::case_page(*permit, asked, "", asked.say("cases.nav.overview"), std::move(content));
}

Result<std::string> case_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::see_case>(work, asked.part("case"));
    if (!permit) return permit.error();
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).pair("state", access::name(permit->facts().state));
    return json.end_object().take();
}

Result<std::string> gates_json(const web::Site& site, access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_gates>(work, asked.part("case"));
    if (!permit) return permit.error();
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).pair("state", access::name(permit->facts().state)).name("gates").array();
    for (const auto& step : steps_for(site, *permit, asked)) {
        const auto& decision = step.gate.decision;
        json.object().pair("step", step.scope).pair("open", decision.findings().empty() || decision.allowed()).name("findings");
        web::write_findings(json, asked.language(), asked.today, decision, step.gate.about);
        json.end_object();
    }
    return json.end_array().end_object().take();
}

}  // namespace

void add_case_overview(web::Site& site)
{
    site.page("/arende/{case}", Operation::see_case,
              [&site](access::Work& work, const web::Asked& asked) { return overview(site, work, asked); });
    site.data("/api/v1/cases/{case}", Operation::see_case, "overview.api.case", case_json);
    site.data("/api/v1/cases/{case}/gates", Operation::read_gates, "overview.api.gates",
              [&site](access::Work& work, const web::Asked& asked) { return gates_json(site, work, asked); });
}

}  // namespace lots::app
