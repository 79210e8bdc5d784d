#include "app/case_overview.h"

#include <algorithm>

#include "access/permit.h"
#include "app/case_steps.h"
#include "app/case_times.h"
#include "app/events.h"
#include "cases/brought_in.h"
#include "cases/day.h"
#include "cases/lists.h"
#include "cases/page.h"
#include "emergency/pages.h"
#include "form/json_writer.h"
#include "meeting/store.h"
#include "organisation/store.h"
#include "web/gates.h"

namespace lots::app {

using access::Answer;
using access::CaseState;
using access::Compartment;
using access::Operation;
using html::Html;
using namespace html::literals;

namespace {

Html recent_events(const access::CasePermit& permit, const web::Asked& asked)
{
    constexpr std::size_t most = 5;
    const auto events = main_events_of(permit, asked);
    html::Timeline line;
    line.title = asked.say("cases.nav.timeline");
    for (std::size_t i = 0; i < std::min(events.size(), most); ++i) {
        auto event = events[i];
        event.basis.clear();  // the law stands on the page of all events
        line.events.push_back(shown(asked.language(), event));
    }
    line.more = html::paragraph(html::link(cases::case_url(permit) / "handelser", asked.say("overview.all_events")));
    return html::timeline(line) << events_picture(asked, events);
}

/// The first step is called the next one; what else can be done has its own name alone.
/// brief  only its button: what it needs stands on its own page
Html step_part(const web::Asked& asked, const Step& step, bool first, bool brief)
{
    const auto title = first ? asked.say("overview.next", {{"step", step.title}}) : step.title;
    const auto& words = step.button.empty() ? step.title : step.button;
    auto action = html::button({.text = words, .href = step.page});
    if (brief || step.gate.decision.findings().empty()) {
        Html card = html::card(title, action, 3);
        if (!step.note.empty()) card << html::secondary_paragraph(step.note);
        return card;
    }
    const auto& [decision, about, actions] = step.gate;
    Html part =
        web::gate_box(asked.language(), asked.words(), asked.today, title, decision, about, std::move(action), actions);
    // The lines have their own buttons; without them, or where all of it is done on the step's own page, there is one for
    // all.
    const auto has_button = [&](const guideline::Finding* finding) { return actions && !actions(*finding).empty(); };
    const bool one_for_all = step.mend == step.page || std::ranges::none_of(decision.missing(), has_button);
    if (!step.open() && !step.mend.empty() && one_for_all)
        part << html::button({.text = step.button.empty() ? asked.say("overview.mend") : step.button,
                              .classes = "govuk-button--secondary",
                              .href = step.mend});
    if (!step.note.empty()) part << html::secondary_paragraph(step.note);
    return part;
}

Html steps_part(const access::CasePermit& permit, const web::Asked& asked, const std::vector<Step>& steps)
{
    Html part;
    const auto waits = waits_for(permit, asked);
    if (!waits.empty()) part << html::paragraph(waits);
    std::vector<html::Content> others;
    bool blocked = false;  // a step above lacks something: that is what there is to do, and a second box would only hide it
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i].other) {
            others.emplace_back(html::link(steps[i].page, steps[i].title));
            continue;
        }
        part << step_part(asked, steps[i], i == 0, blocked && steps[i].code == "call_meeting");
        blocked = blocked || !steps[i].open();
    }
    if (part.empty()) part << html::paragraph(asked.say("overview.nothing_for_you"));
    if (!others.empty()) part << html::heading(3, asked.say("overview.other_ways")) << html::bullets(others);
    return part;
}

/// What it means that the case rests, and the meetings that are off and have not been: those who were called have to know.
Html rests_part(const access::CasePermit& permit, const web::Asked& asked)
{
    const bool answers = access::would_allow(permit, Operation::decide_closure, Compartment::social_services) != Answer::no;
    if (!answers) return {};
    Html part = html::inset_text({.text = asked.say("overview.rests")});
    const auto reading = access::permit<Operation::read_meetings>(permit);
    if (!reading) return part;
    std::vector<html::Content> off;
    for (const auto& one : meeting::meetings(*reading))
        if (one.cancel_reason == "case_suspended" && one.starts_at && *one.starts_at > permit.work().now)
            off.emplace_back(html::link(cases::case_url(permit) / "moten" / std::to_string(one.number),
                                        asked.say("overview.meeting", {{"number", one.number}, {"when", say_moment(asked.language(), *one.starts_at)}})));
    if (!off.empty()) part << html::paragraph(asked.say("overview.calls_off")) << html::bullets(off);
    return part;
}

/// What was to be done before today, of what the reader may know.
std::vector<cases::DutyLine> late_in(const access::CasePermit& permit)
{
    return cases::case_duties(permit, add_days(permit.work().today, -1));
}

/// What is late in the case and whose it is stands before what comes next. The family is told of none of it (settled 30).
Html late_part(const access::CasePermit& permit, const web::Asked& asked)
{
    if (asked.is_family()) return {};
    const auto late = late_in(permit);
    if (late.empty()) return {};
    std::vector<PersonId> people;
    for (const auto& duty : late)
        if (duty.person) people.push_back(*duty.person);
    const auto names = organisation::person_names(permit.work(), people);
    html::WorkList list{.title = asked.say("overview.late"), .urgent = true, .level = 3};
    // What another agency is to do is done by its own people, or by those who lead the group for it.
    const bool leads = access::would_allow(permit, Operation::draft_plan, Compartment::room) == Answer::yes;
    for (const auto& duty : late) {
        html::WorkItem item;
        item.text = cases::duty_words(asked.language(), duty);
        const bool may_be_readers = leads || !duty.person || *duty.person == permit.work().reader.person;
        if (may_be_readers && cases::may_be_done(permit, duty)) item.href = cases::duty_url(permit, duty);
        if (duty.person)
            if (const auto name = names.find(*duty.person); name != names.end()) item.about = name->second;
        item.due = cases::due_words(asked, duty.last_day);
        list.items.push_back(std::move(item));
    }
    return html::work_list(list);
}

/// For social services: that the case was on paper before, and what it is called there.
Html source_part(const access::CasePermit& permit, const web::Asked& asked)
{
    if (permit.answer(Compartment::social_services) != Answer::yes) return {};
    const auto from = cases::brought_in(permit);
    if (!from) return {};
    return html::inset_text({.text = asked.say("overview.brought_in", {{"day", local_day(from->at)}, {"reference", from->reference}})});
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
        if (access::would_allow(*permit, Operation::read_consent, Compartment::social_services) != Answer::no)
            view.main << html::paragraph(html::link(cases::case_url(*permit) / "samtycken", asked.say("overview.notice.own_answer")));
        // The own agency's items stay readable (settled 20), also when the notice is over: this is where their address is told.
        if (access::would_allow(*permit, Operation::read_own_items, Compartment::agency_own) != Answer::no)
            view.main << html::paragraph(html::link(cases::case_url(*permit) / "egna-uppgifter", asked.say("cases.nav.own_items")));
        return view;
    }
    Html content;
    content << emergency::notice_part(*permit, asked) << source_part(*permit, asked);
    if (facts.state == CaseState::suspended) content << rests_part(*permit, asked);
    content << late_part(*permit, asked) << steps_part(*permit, asked, steps_of(site, *permit, asked));
    content << html::secondary_paragraph(asked.say("overview.notice_as_usual")) << waits_part(*permit, asked);
    Html events;
    if (access::would_allow(*permit, Operation::read_timeline, Compartment::social_services) != Answer::no ||
        access::would_allow(*permit, Operation::read_timeline, Compartment::room) != Answer::no)
        events = recent_events(*permit, asked);
    return cases::case_page(*permit, asked, "", asked.say("cases.nav.overview"), std::move(content), events);
}

Result<std::string> case_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::see_case>(work, asked.part("case"));
    if (!permit) return permit.error();
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).pair("state", access::name(permit->facts().state));
    write_waits(json, *permit);
    json.name("late").array();
    for (const auto& duty : late_in(*permit))
        json.object().pair("duty", duty.what).maybe("number", duty.number).pair("last_day", duty.last_day).end_object();
    json.end_array();
    if (permit->answer(Compartment::social_services) == Answer::yes)
        if (const auto from = cases::brought_in(*permit)) json.pair("own_reference", from->reference);
    return json.end_object().take();
}

Result<std::string> gates_json(const web::Site& site, access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_gates>(work, asked.part("case"));
    if (!permit) return permit.error();
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).pair("state", access::name(permit->facts().state)).name("gates").array();
    for (const auto& step : steps_of(site, *permit, asked)) {
        json.object().pair("step", step.code).pair("open", step.open()).name("findings");
        web::write_findings(json, asked.language(), asked.today, step.gate.decision, step.gate.about, step.gate.actions);
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
