#include "meeting/forms.h"

namespace lots::meeting {

namespace {

constexpr form::TextRule box{.longest = 4000, .rows = 6};
constexpr form::TextRule box_if_any{.longest = 4000, .required = false, .rows = 4};

template <std::size_t count>
std::vector<std::string_view> all_of(const std::array<std::string_view, count>& codes)
{
    return {codes.begin(), codes.end()};
}

}  // namespace

void call_fields(form::Fields& form, CallMeeting& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.one_of("kind", input.kind, form.coded("kind", all_of(kinds)));
    form.day("day", input.day);
    form.clock("clock", input.clock);
    form.number("length_minutes", input.length_minutes, {.lowest = 10, .highest = 480});
    form.one_of("form", input.form, form.coded("form", all_of(forms)));
    form.text("place", input.place, {.longest = 200});
    form.group("called");
    form.any_of("signatories", input.signatories, choices.of("signatories"), {.required = false});
    form.any_of("members", input.members, choices.of("members"));
    form.text("guardian_not_invited_reason", input.guardian_not_invited_reason, {.longest = 500, .required = false, .rows = 3});
    form.any_of("call_how", input.call_how, form.coded("call_how", all_of(ways_to_call)));
}

void cancel_fields(form::Fields& form, CancelMeeting& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
    form.one_of("reason", input.reason, form.coded("reason", all_of(cancel_reasons)));
}

void attendance_fields(form::Fields& form, NoteAttendance& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
    form.path("line", input.line);
    form.one_of("presence", input.presence, form.coded("presence", all_of(presences)));
    form.text("reason", input.reason, {.longest = 500, .required = false, .rows = 3});
    form.seen("seq_seen", input.seq_seen);
}

void minutes_fields(form::Fields& form, WriteMinutes& input, const form::Choices&)
{
    auto& minutes = input.minutes;
    form.path("case", input.case_number);
    form.path("number", input.number);
    form.group("opening");
    form.text("who_may_hear", minutes.who_may_hear, {.longest = 1000, .rows = 3});
    form.flag("consent_checked", minutes.consent_checked);
    form.flag("police_role_told", minutes.police_role_told);
    form.group("said");
    form.text("text", minutes.text, {.longest = 10000, .rows = 12});
    form.text("decisions", minutes.decisions, box_if_any);
    form.text("disagreements", minutes.disagreements, box_if_any);
    form.text("youth_opinion", minutes.youth_opinion, box);
    form.text("guardian_opinion", minutes.guardian_opinion, box_if_any);
    form.text("intervention", minutes.intervention, box_if_any);
    form.group("onwards");
    form.one_of("closure_question", minutes.closure_question, form.coded("closure_question", all_of(closure_answers)));
    form.seen("seq_seen", input.seq_seen);
}

void picture_fields(form::Fields& form, AddPicture& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
    form.one_of("agency", input.agency, choices.of("agencies"));
    form.text("text", input.text, box);
}

void lock_fields(form::Fields& form, LockMinutes& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
    form.text("interval_reason", input.interval_reason, {.longest = 500, .required = false, .rows = 3});
}

void adjust_fields(form::Fields& form, AdjustMinutes& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
    form.text("text", input.text, box);
}

}  // namespace lots::meeting
