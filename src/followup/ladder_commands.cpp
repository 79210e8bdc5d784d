#include <algorithm>
#include <charconv>
#include <optional>

#include "cases/page.h"
#include "cases/record.h"
#include "followup/commands.h"
#include "followup/ladder_forms.h"
#include "followup/ladder_pages.h"
#include "form/json_writer.h"
#include "form/labels.h"
#include "guideline/requirements.h"
#include "organisation/store.h"
#include "plan/pages.h"
#include "plan/store.h"

namespace lots::followup {

using access::Operation;
using namespace html::literals;

namespace {

int number_in(std::string_view text)
{
    int number = 0;
    const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && at == text.data() + text.size() ? number : 0;
}

std::string code_of(const access::CasePermit& permit, const OwedHere& one)
{
    if (one.commitment) return std::string(one.what) + "-" + std::to_string(*one.commitment);
    for (const auto& agency : organisation::agencies(permit.work()))
        if (agency.id == one.agency) return "absent-" + agency.code;
    return {};
}

std::string level_words(Language language, int level)
{
    return form::Labels(language, "escalate").find("level", std::to_string(level));
}

/// To whom it can be lifted next, and from which day.
std::string next_step_words(const OwedHere& one, const LadderFacts& facts, const web::Asked& asked)
{
    const int next = one.owed.lifted_to + 1;
    if (next > top_level) return asked.say("ladder.step.top");
    const auto from = level_from(one.owed.last_day, next, facts.ladder_days);
    const auto level = level_words(asked.language(), next);
    if (from <= asked.today) return asked.say("ladder.step.now", {{"level", level}});
    return asked.say("ladder.step.later", {{"level", level}, {"day", say_date_short(asked.language(), from)}});
}

bool is_late(const OwedHere& one, const web::Asked& asked) { return one.owed.last_day < asked.today; }

std::string to_be_done(int number, Date last_day, const web::Asked& asked)
{
    return asked.say("ladder.to_be_done", {{"number", number}, {"day", say_date_short(asked.language(), last_day)}});
}

/// "Åtagande 3 är inte gjort i tid", or when it is to be done.
std::string promise_words(const OwedHere& one, const web::Asked& asked)
{
    if (one.what != "late" || is_late(one, asked)) return thing_words(asked.language(), one.what, one.commitment);
    return to_be_done(one.commitment.value_or(0), one.owed.last_day, asked);
}

/// What was said last of each commitment that is late, with the way to all of it: whoever lifts it has read that first.
html::Html last_said(const access::CasePermit& permit, const LadderFacts& facts, const web::Asked& asked)
{
    html::Html part;
    for (const auto& commitment : plan::open_commitments(permit)) {
        const bool late = std::ranges::any_of(facts.owed, [&](const OwedHere& one) {
            return one.what == "late" && one.commitment == commitment.number && is_late(one, asked);
        });
        if (!late) continue;
        const auto page = cases::case_url(permit) / "atagande" / std::to_string(commitment.number);
        const auto said = plan::said_of(permit, commitment);
        if (said.empty()) continue;
        auto words = plan::status_words(asked.language(), said.front().status);
        if (!said.front().note.empty()) words += ". " + said.front().note;
        part << html::paragraph(asked.say("ladder.last_said", {{"number", commitment.number},
                                                               {"when", say_moment(asked.language(), said.front().said_at)},
                                                               {"text", words}}))
             << html::paragraph(html::link(page, asked.say("ladder.to_commitment")));
    }
    return part;
}

/// From which day something can be lifted, said in place of "för tidigt" while that day has not come.
web::AboutWords earliest_words(const LadderFacts& facts, const web::Asked& asked)
{
    std::optional<Date> earliest;
    for (const auto& one : facts.owed) {
        const int next = one.owed.lifted_to + 1;
        if (one.owed.owner != plan::Owner::agency || !one.owed.open || next > top_level) continue;
        const auto from = level_from(one.owed.last_day, next, facts.ladder_days);
        if (!earliest || from < *earliest) earliest = from;
    }
    if (!earliest || *earliest <= asked.today) return {};
    const auto words = asked.say("ladder.earliest", {{"day", say_date_short(asked.language(), *earliest)}});
    return [words](const guideline::Finding& finding) {
        return finding.requirement == &guideline::lifted_when_late && !finding.met ? words : std::string{};
    };
}

/// What can be named: what is owed now, and every open commitment of the plan, so that the page can say why one does not
/// climb.
form::Options owed_options(const access::CasePermit& permit, const LadderFacts& facts, const web::Asked& asked)
{
    form::Options options;
    const auto add = [&](const std::string& value, const std::string& label, const std::string& hint) {
        if (std::ranges::find(options, value, &form::Option::value) == options.end()) options.push_back({value, label, hint});
    };
    for (const auto& one : facts.owed) {
        if (one.what == "not_accepted" && asked.today <= one.owed.last_day) continue;
        auto label = promise_words(one, asked);
        if (one.agency) label += ", " + organisation::agency_name(permit.work(), *one.agency);
        if (is_late(one, asked)) label += ", " + say_date_short(asked.language(), one.owed.last_day);
        add(code_of(permit, one), label, next_step_words(one, facts, asked));
    }
    for (const auto& one : plan::open_commitments(permit))
        if (one.in_force().owner != plan::Owner::agency)
            add("late-" + std::to_string(one.number),
                to_be_done(one.number, one.last_day(), asked) + ", " + one.in_force().owner_words,
                asked.say("ladder.step.never"));
    return options;
}

Result<web::Prepared<Escalate>> prepare(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::escalate>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto facts = ladder_of(*permit);
    web::Prepared<Escalate> prepared;
    prepared.header = cases::case_header(*permit, asked);
    prepared.back = cases::case_url(*permit) / "plan";
    // A gate is shown only when it is closed: an open one says nothing that the form does not.
    if (auto decision = may_lift_any(facts, work.today); !decision.allowed()) prepared.gate = std::move(decision);
    prepared.about = earliest_words(facts, asked);
    prepared.choices.with("owed", owed_options(*permit, facts, asked));
    prepared.above << html::paragraph(asked.say("ladder.own_never"))
                   << html::paragraph(asked.say("ladder.days", {{"first", std::max(1, facts.ladder_days.at(0))},
                                                                {"second", facts.ladder_days.at(1)},
                                                                {"third", facts.ladder_days.at(2)}}))
                   << html::paragraph(html::link(cases::case_url(*permit) / "lyfta-fragor", asked.say("ladder.title")))
                   << last_said(*permit, facts, asked);
    // A link about one of them says which; otherwise the first that is late.
    const auto* meant = asked.request.parameter("what");
    for (const auto& one : facts.owed)
        if (one.owed.last_day < work.today && prepared.input.what.empty() && (meant == nullptr || code_of(*permit, one) == *meant)) {
            prepared.input.what = code_of(*permit, one);
            prepared.input.level = std::to_string(std::min(one.owed.lifted_to + 1, top_level));
        }
    return prepared;
}

/// What that code names, with what the rule looks at. The young person's and the guardians' own are found too: the rule says
/// no to them.
std::optional<OwedHere> owed_of(const access::CasePermit& permit, const LadderFacts& facts, const std::string& code)
{
    for (const auto& one : facts.owed)
        if (code_of(permit, one) == code) return one;
    if (!code.starts_with("late-")) return std::nullopt;
    const int number = number_in(std::string_view(code).substr(5));
    for (const auto& promise : plan::promises(permit))
        if (promise.number == number && promise.decided)
            return OwedHere{
                {promise.owner, plan::is_open(promise.status), promise.last_day, 0}, "late", number, promise.agency};
    return std::nullopt;
}

Result<web::Landing> escalate(access::Work& work, const Escalate& input)
{
    const auto permit = access::permit<Operation::escalate>(work, input.case_number);
    if (!permit) return permit.error();
    const auto facts = ladder_of(*permit);
    const auto owed = owed_of(*permit, facts, input.what);
    if (!owed) return invalid("what", "form.not_a_choice");
    const int level = number_in(input.level);
    if (auto no = work.unmet(may_lift(owed->owed, level, work.today, facts.ladder_days))) return *no;
    check(owed->agency.has_value(), "something of an agency has no agency");
    cases::touch(*permit);
    const int number =
        add_escalation(*permit, {owed->what, input.reason, owed->commitment, *owed->agency, level, owed->owed.last_day});
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).pair("escalation", number).pair("level", level).end_object();
    return web::Landing{cases::case_url(*permit) / "lyfta-fragor", "ladder.lifted", json.take()};
}

Result<web::Prepared<AnswerEscalation>> prepare_answer(access::Work& work, const web::Asked& asked)
{
    if (auto allowed = access::allow(work, Operation::answer_escalation); !allowed) return allowed.error();
    web::Prepared<AnswerEscalation> prepared;
    form::Options options;
    for (const auto& one : lifted_to_reader(work)) {
        if (one.answered_on) continue;
        auto label = "L-" + std::to_string(one.number) + ", " + one.agency_name;
        if (!one.case_number.empty()) label += ", " + one.case_number;
        options.push_back({std::to_string(one.number), label, {}});
    }
    const auto* meant = asked.request.parameter("number");
    for (const auto& one : options)
        if (options.size() == 1 || (meant != nullptr && one.value == *meant)) prepared.input.number = one.value;
    prepared.choices.with("lifted", std::move(options));
    prepared.back = "/lyfta"_url;
    return prepared;
}

Result<web::Landing> answer(access::Work& work, const AnswerEscalation& input)
{
    if (auto allowed = access::allow(work, Operation::answer_escalation); !allowed) return allowed.error();
    const int number = number_in(input.number);
    const auto all = lifted_to_reader(work);
    const auto found = std::ranges::find(all, number, &Lifted::number);
    if (found == all.end()) return not_found();
    if (found->answered_on) return invalid("number", "ladder.answered_already");
    if (input.done_by && *input.done_by < work.today) return invalid("done_by", "form.today_or_later");
    add_answer(work, number, input.text, input.done_by);
    form::JsonWriter json;
    json.object().pair("escalation", number).end_object();
    return web::Landing{"/lyfta"_url, "ladder.answered", json.take()};
}

}  // namespace

web::Command<Escalate> escalate_command()
{
    return {Operation::escalate,
            "/arende/{case}/lyft",
            "/api/v1/cases/{case}/escalations",
            "escalate",
            escalate_fields,
            prepare,
            escalate};
}

web::Command<AnswerEscalation> answer_escalation_command()
{
    return {Operation::answer_escalation,
            "/lyfta/svar",
            "/api/v1/escalations/answers",
            "answer_escalation",
            answer_escalation_fields,
            prepare_answer,
            answer};
}

}  // namespace lots::followup
