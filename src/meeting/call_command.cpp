#include <algorithm>
#include <map>

#include "cases/care.h"
#include "cases/page.h"
#include "cases/record.h"
#include "form/json_writer.h"
#include "form/labels.h"
#include "group/helpers.h"
#include "group/store.h"
#include "guideline/requirements.h"
#include "meeting/commands.h"
#include "meeting/forms.h"
#include "meeting/gate_actions.h"
#include "meeting/load.h"
#include "meeting/store.h"
#include "meeting/words.h"
#include "organisation/profile.h"
#include "organisation/store.h"

namespace lots::meeting {

using access::Operation;

namespace {

constexpr int usual_minutes = 60;

std::string_view code_of(consent::SignatoryRole role)
{
    switch (role) {
    case consent::SignatoryRole::youth: return "youth";
    case consent::SignatoryRole::guardian: return "guardian";
    case consent::SignatoryRole::appointed_guardian: return "appointed_guardian";
    case consent::SignatoryRole::trustee: return "trustee";
    }
    return "guardian";
}

form::Options member_options(const std::vector<group::Member>& members)
{
    form::Options options;
    for (const auto& member : members) options.push_back({std::to_string(member.number), member.name + ", " + member.agency_name, {}});
    return options;
}

/// The young person and those who sign beside them today; others are not called as guardians.
form::Options signatory_options(const access::CasePermit& permit, Language language)
{
    form::Options options;
    const auto& facts = permit.facts();
    for (const auto& one : facts.consent.signatories)
        if (consent::must_sign(one, facts.born, permit.work().today))
            options.push_back({std::to_string(one.number), signatory_words(language, code_of(one.role), place_of(facts.consent, one.number)), {}});
    return options;
}

/// Those who can come to a meeting today or later: its day is chosen in the same form, and may_bring looks at it. The hint says
/// on which days each of them takes part. Never ticked beforehand: whether the person comes along this time is the young person's
/// wish (S1-34).
form::Options helper_options(const access::CasePermit& permit, Language language)
{
    form::Options options;
    for (const auto& helper : group::helpers(permit)) {
        const auto& facts = helper.facts;
        if (!group::comes_along_next(permit.facts().consent, facts, permit.work().today)) continue;
        options.push_back({std::to_string(helper.number), helper.name,
                           say(language, "group.from_to", {{"from", say_date_short(language, *facts.from_day)},
                                                           {"until", say_date_short(language, *facts.last_day)}})});
    }
    return options;
}

bool holds(const std::vector<std::string>& values, int number)
{
    return std::ranges::find(values, std::to_string(number)) != values.end();
}

Call facts_of(const access::CasePermit& permit, const CallMeeting& input, const std::vector<group::Member>& members, Date on)
{
    Call call;
    call.consent = permit.facts().consent;
    call.on = on;
    call.individual = input.kind != "network";
    for (const auto& member : members)
        if (holds(input.members, member.number)) call.agencies.push_back({member.agency, member.agency_code, member.agency_kind});
    // One finding an agency, however many of it are called.
    std::ranges::sort(call.agencies, {}, &CalledAgency::code);
    const auto repeated = std::ranges::unique(call.agencies, {}, &CalledAgency::code);
    call.agencies.erase(repeated.begin(), repeated.end());
    for (const auto& member : members) call.with_members.insert(member.agency);
    for (const auto& agency : organisation::agencies(permit.work())) call.codes.emplace(agency.id, agency.code);
    for (const auto& one : call.consent.signatories)
        if (holds(input.signatories, one.number)) call.signatories.insert(one.id);
    for (const auto& guardian : guardians_of(permit))
        if (!(guardian.place == 1 ? input.guardian_1_reason : input.guardian_2_reason).empty()) call.with_reason.insert(guardian.id);
    call.by_social_services = permit.work().reader.agency_kind == "social_services";
    call.agency_reason_given = !input.agency_not_called_reason.empty();
    call.danger_if_seen = cases::care_of(permit).danger_if_seen;
    call.by_letter = std::ranges::find(input.call_how, std::string("letter")) != input.call_how.end();
    return call;
}

/// May the private helpers who are called come on that day? Each by the consent, the yes of all, the task and the reservation as they stand
/// then; what is in order is not said again for each of them.
guideline::Decision may_bring(const access::CasePermit& permit, const CallMeeting& input, Date on)
{
    guideline::Decision decision;
    for (const auto& helper : group::helpers(permit)) {
        if (!holds(input.helpers, helper.number)) continue;
        auto along = group::helper_takes_part(permit.facts().consent, helper.facts, on);
        if (!along.allowed()) decision.add(std::move(along));
    }
    return decision;
}

web::AboutWords about_call(const access::CasePermit& permit, Language language)
{
    std::map<std::string, std::string> agencies, guardians;
    for (const auto& agency : organisation::agencies(permit.work())) agencies.emplace(agency.code, agency.name);
    const auto& consent = permit.facts().consent;
    for (const auto& one : consent.signatories)
        guardians.emplace(std::to_string(one.number), signatory_words(language, code_of(one.role), place_of(consent, one.number)));
    return [agencies, guardians](const guideline::Finding& finding) -> std::string {
        const bool of_person = finding.requirement == &guideline::guardians_invited || finding.requirement == &guideline::each_says_yes_to_helper;
        const auto& words = of_person ? guardians : agencies;
        const auto found = words.find(finding.about);
        return found == words.end() ? std::string{} : found->second;
    };
}

/// "in_lots letter": as they are kept.
std::vector<std::string> words_in(const std::string& codes)
{
    std::vector<std::string> all;
    for (std::size_t from = 0; from < codes.size();) {
        const auto to = std::min(codes.find(' ', from), codes.size());
        all.push_back(codes.substr(from, to - from));
        from = to + 1;
    }
    return all;
}

/// What was chosen the last time is what one usually chooses again.
void as_last_time(const access::CasePermit& permit, int interval_days, CallMeeting& input)
{
    const Meeting* last = nullptr;
    const auto all = meetings(permit);
    for (const auto& one : all)
        if (!one.cancelled_at && one.starts_at && (last == nullptr || *one.starts_at > *last->starts_at)) last = &one;
    // Where somebody is in danger if it is seen, nobody chooses for them how the call comes.
    const bool danger = cases::care_of(permit).danger_if_seen;
    if (!danger) input.call_how = last == nullptr ? std::vector<std::string>{"in_lots"} : words_in(last->call_how);
    if (last == nullptr) return;
    input.form = last->form;
    input.place = last->place;
    input.length_minutes = last->length_minutes;
    const auto clock = local_clock(*last->starts_at);
    const auto dot = clock.find('.');
    input.clock = form::Clock{std::stoi(clock.substr(0, dot)), std::stoi(clock.substr(dot + 1))};
    const auto today = permit.work().today;
    input.day = day_to_propose(local_day(*last->starts_at), interval_days, today, consent::ends_by_itself(permit.facts().consent, today));
}

Result<web::Prepared<CallMeeting>> prepare_call(access::Work& work, const web::Asked& asked)
{
    auto permit = access::permit<Operation::call_meeting>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto members = group::members(*permit);
    web::Prepared<CallMeeting> prepared;
    prepared.choices.with("members", member_options(members)).with("signatories", signatory_options(*permit, asked.language()))
        .with("helpers", helper_options(*permit, asked.language()));
    for (const auto& guardian : guardians_of(*permit))
        prepared.choices.with(guardian.place == 1 ? "guardian_1" : "guardian_2", {{std::to_string(guardian.number), {}, {}}});
    const auto profile = organisation::profile_of(work);
    if (!profile.guardians_not_invited_when.empty())
        prepared.above << html::inset_text({.text = asked.say("meeting.call.guardians_when", {{"when", profile.guardians_not_invited_when}})});
    auto& input = prepared.input;
    input.kind = "individual";
    input.form = "in_person";
    input.length_minutes = usual_minutes;
    as_last_time(*permit, profile.meeting_interval_days, input);
    for (const auto& option : prepared.choices.of("members")) input.members.push_back(option.value);
    for (const auto& option : prepared.choices.of("signatories")) input.signatories.push_back(option.value);

    // What no answer in the form can mend: somebody from every concerned agency has to take part. A network meeting asks for the least.
    auto widest = facts_of(*permit, input, members, work.today);
    widest.individual = false;
    prepared.gate = may_call(widest);
    prepared.about = about_call(*permit, asked.language());
    prepared.actions = actions_of_call(*permit, asked.language());
    prepared.header = cases::case_header(*permit, asked);
    prepared.back = meetings_url(*permit);
    return prepared;
}

Result<web::Landing> call(access::Work& work, const CallMeeting& input)
{
    auto permit = access::permit<Operation::call_meeting>(work, input.case_number);
    if (!permit) return permit.error();
    if (*input.day < work.today) return invalid("day", "form.today_or_later");
    const auto starts_at = at_local(*input.day, input.clock->hour, input.clock->minute);
    if (starts_at <= work.now) return invalid("clock", "meeting.clock_has_been");
    // The consent is looked at for the meeting's day: it may not run into the next.
    if (input.clock->hour * 60 + input.clock->minute + *input.length_minutes > 24 * 60)
        return invalid("length_minutes", "meeting.runs_past_midnight");
    const auto members = group::members(*permit);
    auto decision = may_call(facts_of(*permit, input, members, *input.day));
    decision.add(may_bring(*permit, input, *input.day));
    if (auto no = work.unmet(decision)) return *no;
    if (!decision.to_justify().empty() && input.agency_not_called_reason.empty())
        return invalid("agency_not_called_reason", "meeting.agency_reason_needed");

    cases::touch(*permit);
    const auto number = add(*permit, input, starts_at);
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).pair("meeting", number).end_object();
    web::Landing landing{meetings_url(*permit) / std::to_string(number), "meeting.called", json.take()};
    landing.args = {{"number", std::to_string(number)}};
    return landing;
}

Result<web::Prepared<CancelMeeting>> prepare_cancel(access::Work& work, const web::Asked& asked)
{
    auto at = at_meeting(work, asked.part("case"), asked.part("number"));
    if (!at) return at.error();
    if (!can_be_cancelled(at->permit, at->meeting) && !can_be_broken_off(at->meeting)) return not_found();
    web::Prepared<CancelMeeting> prepared;
    prepared.header = cases::case_header(at->permit, asked);
    prepared.back = meeting_url(at->permit, at->meeting);
    prepared.above = html::inset_text({.text = when_words(asked.language(), at->meeting)});
    return prepared;
}

Result<web::Landing> cancel(access::Work& work, const CancelMeeting& input)
{
    auto at = at_meeting(work, input.case_number, input.number);
    if (!at) return at.error();
    const bool intervention = input.reason == "intervention";
    // What was noted is kept; only an intervention ends a meeting at which something was (edge case 4.25).
    if (!can_be_cancelled(at->permit, at->meeting) && !(intervention && can_be_broken_off(at->meeting))) return not_found();
    if (intervention && at->meeting.state != State::held) return invalid("reason", "meeting.not_begun");
    if (intervention && input.note.empty()) return invalid("note", "meeting.intervention_needed");
    cases::touch(at->permit);
    add_cancellation(at->permit, at->meeting, input.reason, input.note);
    auto why = form::Labels(Language::sv, "cancel_meeting").find("reason", input.reason);
    if (!input.note.empty()) why += ": " + input.note;
    cases::add_step_decision(at->permit, "meeting_off", {std::move(why), {{"number", at->meeting.number}}});
    form::JsonWriter json;
    json.object().pair("meeting", at->meeting.number).pair("state", "cancelled").end_object();
    return web::Landing{meetings_url(at->permit), intervention ? "meeting.broken_off" : "meeting.cancelled", json.take()};
}

}  // namespace

web::Command<CallMeeting> call_command()
{
    return {Operation::call_meeting, "/arende/{case}/kalla", "/api/v1/cases/{case}/meetings", "call_meeting", call_fields, prepare_call, call};
}

web::Command<CancelMeeting> cancel_command()
{
    return {Operation::hold_meeting, "/arende/{case}/moten/{number}/stall-in", "/api/v1/cases/{case}/meetings/{number}/cancellation",
            "cancel_meeting", cancel_fields, prepare_cancel, cancel};
}

}  // namespace lots::meeting
