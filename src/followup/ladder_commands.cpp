#include <algorithm>
#include <charconv>

#include "cases/page.h"
#include "cases/record.h"
#include "followup/commands.h"
#include "followup/ladder_forms.h"
#include "followup/ladder_pages.h"
#include "form/json_writer.h"
#include "form/labels.h"
#include "organisation/store.h"
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
        auto label = thing_words(asked.language(), one.what, one.commitment);
        if (one.agency) label += ", " + organisation::agency_name(permit.work(), *one.agency);
        add(code_of(permit, one), label + ", " + say_date_short(asked.language(), one.owed.last_day), next_step_words(one, facts, asked));
    }
    for (const auto& one : plan::open_commitments(permit))
        if (one.in_force().owner != plan::Owner::agency)
            add("late-" + std::to_string(one.number),
                thing_words(asked.language(), "late", one.number) + ", " + one.in_force().owner_words, asked.say("ladder.step.never"));
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
    prepared.choices.with("owed", owed_options(*permit, facts, asked));
    prepared.above << html::paragraph(asked.say("ladder.own_never"))
                   << html::paragraph(asked.say("ladder.days", {{"first", std::max(1, facts.ladder_days.at(0))},
                                                                {"second", facts.ladder_days.at(1)},
                                                                {"third", facts.ladder_days.at(2)}}))
                   << html::paragraph(html::link(cases::case_url(*permit) / "lyfta-fragor", asked.say("ladder.title")));
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
