#include "app/case_times.h"

#include "cases/lists.h"
#include "meeting/store.h"

namespace lots::app {

using access::Operation;

namespace {

/// The first meeting that was held: the minutes are locked.
std::optional<Date> first_meeting(const access::CasePermit& permit)
{
    // Asked first: before there is a room the question itself would stand in the log.
    if (access::would_allow(permit, Operation::read_meetings, access::Compartment::room) == access::Answer::no) return std::nullopt;
    const auto reading = access::permit<Operation::read_meetings>(permit);
    if (!reading) return std::nullopt;
    std::optional<Instant> first;
    for (const auto& one : meeting::meetings(*reading))
        if (one.state == meeting::State::locked && one.starts_at && (!first || *one.starts_at < *first))
            first = one.starts_at;
    if (!first) return std::nullopt;
    return local_day(*first);
}

}  // namespace

nomination::Waits waits_of(const access::CasePermit& permit)
{
    permit.require(access::Compartment::social_services);
    nomination::Turns turns;
    const auto steps = cases::steps(permit);  // newest first
    for (const auto& step : steps) {
        const auto day = local_day(step.at);
        if (step.transition == "T1") turns.received = day;
        if (step.transition == "T5" || step.transition == "T5b") turns.decided = day;
        if (step.transition == "T7") turns.consented = day;
    }
    turns.met = first_meeting(permit);
    return nomination::waits_of(turns);
}

html::Html waits_part(const access::CasePermit& permit, const web::Asked& asked)
{
    if (access::would_allow(permit, Operation::see_case, access::Compartment::social_services) != access::Answer::yes)
        return {};
    const auto waits = waits_of(permit);
    std::vector<html::Content> lines;
    const auto add = [&](MessageKey words, std::optional<int> days) {
        if (days) lines.emplace_back(asked.say(words, {{"days", *days}}));
    };
    add("overview.waits_decision", waits.to_decision);
    add("overview.waits_consent", waits.to_consent);
    add("overview.waits_meeting", waits.to_meeting);
    if (lines.empty()) return {};
    return html::details({.summary = asked.say("overview.times"), .body = html::bullets(lines)});
}

void write_waits(form::JsonWriter& json, const access::CasePermit& permit)
{
    if (access::would_allow(permit, Operation::see_case, access::Compartment::social_services) != access::Answer::yes)
        return;
    const auto waits = waits_of(permit);
    json.name("days").object().maybe("to_decision", waits.to_decision).maybe("to_consent", waits.to_consent);
    json.maybe("to_meeting", waits.to_meeting).end_object();
}

}  // namespace lots::app
