#include "steering/pages.h"

#include <optional>
#include <vector>

#include "access/permit.h"
#include "form/json_writer.h"
#include "html/components.h"
#include "steering/figures.h"
#include "steering/parts.h"

namespace lots::steering {

using access::Operation;

namespace {

/// The quarter that is asked for, or the last one that has ended.
Quarter quarter_asked(const web::Asked& asked, std::string_view name)
{
    const auto* text = asked.request.parameter(name);
    const auto wanted = text == nullptr ? std::optional<Quarter>{} : read_quarter(*text);
    if (wanted && *wanted <= quarter_of(asked.today)) return *wanted;
    return before(quarter_of(asked.today));
}

int late_in_all(const Figures& figures)
{
    int late = 0;
    for (const auto& one : figures.late) late += one.late;
    return late;
}

}  // namespace

bool reads_as_they_are(const access::Reader& reader) { return reader.role == access::Role::steering_group; }

Result<web::View> follow_up_page(access::Work& work, const web::Asked& asked)
{
    if (auto allowed = access::allow(work, Operation::read_statistics); !allowed) return allowed.error();
    const auto figures = figures_of(work, quarter_asked(asked, "kvartal"));
    const bool answers = access::would_allow(work.reader, Operation::answer_escalation) != access::Answer::no;
    web::View view;
    view.title = quarter_words(asked, "steering.title", figures.quarter);
    view.main << html::heading(1, view.title)
              << html::paragraph(asked.say("steering.late_today", {{"count", late_in_all(figures)}}))
              << html::paragraph(median_words(asked, figures)) << quarter_choice(asked, figures.quarter);
    if (!may_break_down(figures.quarter, asked.today))
        view.main << html::inset_text({.text = asked.say("steering.goes_on")});
    view.main << late_part(asked, figures, reads_as_they_are(work.reader) ? lifted_questions(work) : 0, answers)
              << flow_part(asked, figures) << days_part(asked, figures) << cases_part(asked, figures)
              << ended_part(asked, figures)
              << html::secondary_paragraph(asked.say("steering.foot", {{"fewest", fewest_shown}}));
    return view;
}

Result<std::string> follow_up_json(access::Work& work, const web::Asked& asked)
{
    if (auto allowed = access::allow(work, Operation::read_statistics); !allowed) return allowed.error();
    const auto figures = figures_of(work, quarter_asked(asked, "quarter"));
    form::JsonWriter json;
    json.object().pair("quarter", code_of(figures.quarter)).name("late").array();
    for (const auto& one : figures.late) json.object().pair("agency", one.code).pair("commitments", one.late).end_object();
    json.end_array()
        .name("flow")
        .object()
        .maybe("proposed", unless_few(figures.flow.proposed))
        .maybe("offered", unless_few(figures.flow.offered))
        .maybe("consented", unless_few(figures.flow.consented))
        .maybe("declined", unless_few(figures.flow.declined))
        .maybe("closed", unless_few(figures.flow.closed))
        .end_object()
        .maybe("median_days_to_first_meeting", median_of(figures.days))
        .pair("goal_days_to_first_meeting", figures.goal_days)
        .name("cases_by_state")
        .array();
    const auto states = by_state(figures);
    std::vector<int> counts;
    for (const auto& [state, count] : states) counts.push_back(count);
    const auto shown = hide_few(counts);
    for (std::size_t i = 0; i < states.size(); ++i)
        json.object().pair("state", access::name(states[i].first)).maybe("cases", shown.counts[i]).end_object();
    json.end_array().maybe("cases", shown.total).name("ended_by_reason").array();
    if (may_break_down(figures.quarter, asked.today)) {
        const auto ended = hide_few(figures.ended);
        for (std::size_t i = 0; i < reasons.size(); ++i)
            json.object().pair("reason", reasons[i]).maybe("cases", ended.counts[i]).end_object();
    }
    return json.end_array().end_object().take();
}

}  // namespace lots::steering
