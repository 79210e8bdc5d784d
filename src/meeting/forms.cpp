#include "meeting/forms.h"

#include "cases/decision_note.h"

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
    form.any_of("signatories", input.signatories, choices.of("signatories"), {.required = false, .rule_asks = true});
    form.any_of("members", input.members, choices.of("members"));
    form.when(!choices.of("helpers").empty(), [&] { form.any_of("helpers", input.helpers, choices.of("helpers"), {.required = false}); });
    constexpr form::TextRule reason{.longest = 500, .required = false, .rows = 3};
    // For each guardian who is asked today, in the order of the list above; a third shares the second's box.
    form.when(!choices.of("guardian_1").empty(), [&] { form.text("guardian_1_reason", input.guardian_1_reason, reason); });
    form.when(!choices.of("guardian_2").empty(), [&] { form.text("guardian_2_reason", input.guardian_2_reason, reason); });
    form.text("agency_not_called_reason", input.agency_not_called_reason, reason);
    form.group("agenda");
    form.text("own_points", input.own_points, {.longest = 1000, .required = false, .rows = 4});
    form.any_of("call_how", input.call_how, form.coded("call_how", all_of(ways_to_call)));
}

void cancel_fields(form::Fields& form, CancelMeeting& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
    form.one_of("reason", input.reason, form.coded("reason", all_of(cancel_reasons)));
    form.text("note", input.note, {.longest = 1000, .required = false, .rows = 3});
}

void answer_call_fields(form::Fields& form, AnswerCall& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
    form.one_of("answer", input.answer, form.coded("answer", all_of(call_answers)));
    form.when_chosen("answer", "no", [&] { form.text("reason", input.reason, {.longest = 500, .rows = 3}); });
}

void register_answer_fields(form::Fields& form, RegisterAnswer& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
    form.path("line", input.line);
    form.one_of("answer", input.answer, form.coded("answer", all_of(call_answers)));
    form.when_chosen("answer", "no", [&] { form.text("reason", input.reason, {.longest = 500, .rows = 3}); });
    form.one_of("way", input.way, form.coded("way", all_of(ways_answered)));
    form.day("said_on", input.said_on);
    form.seen("seq_seen", input.seq_seen);
}

void attendance_fields(form::Fields& form, NoteAttendance& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
    form.path("line", input.line);
    form.one_of("presence", input.presence, form.coded("presence", all_of(presences)));
    form.when_chosen("presence", "substitute", [&] {
        form.text("substitute_name", input.substitute_name, {.longest = 200, .required = false, .rule_asks = true});
        form.one_of("substitute_function", input.substitute_function, form.coded("substitute_function", all_of(substitute_functions)),
                    {.required = false, .rule_asks = true});
    });
    form.when_chosen("presence", "absent", [&] { form.text("reason", input.reason, {.longest = 500, .rows = 3}); });
    form.seen("seq_seen", input.seq_seen);
}

void minutes_fields(form::Fields& form, WriteMinutes& input, const form::Choices& choices)
{
    auto& minutes = input.minutes;
    form.path("case", input.case_number);
    form.path("number", input.number);
    form.group("opening");
    form.text("who_may_hear", minutes.who_may_hear, {.longest = 1000, .rows = 3});
    form.flag("consent_checked", minutes.consent_checked);
    form.flag("police_role_told", minutes.police_role_told);
    form.when_chosen("police_role_told", "yes", [&] {
        form.one_of("told_by", minutes.told_by, choices.of("officers"), {.required = false});
        form.day("told_on", minutes.told_on, {.required = false});
    });
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

void decide_fields(form::Fields& form, DecideAtMeeting& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
    cases::decision_fields(form, input.note, choices.of("adult").empty());
}

void picture_fields(form::Fields& form, AddPicture& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
    form.one_of("agency", input.agency, choices.of("agencies"));
    form.any_of("kinds", input.kinds, form.coded("kinds", all_of(picture_kinds)));
    form.text("text", input.text, box);
    form.text("said_by", input.said_by, {.longest = 200});
    form.one_of("way", input.way, form.coded("way", all_of(ways_told)));
}

void own_picture_fields(form::Fields& form, OwnPicture& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
    form.any_of("kinds", input.kinds, form.coded("kinds", all_of(picture_kinds)));
    form.text("text", input.text, box);
}

void suspicion_fields(form::Fields& form, TellSuspicion& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.one_of("officer", input.officer, choices.of("officers"));
    form.day("told_on", input.told_on);
    form.one_of("meeting", input.meeting, choices.of("meetings"), {.required = false});
    form.text("text", input.text, box);
}

void release_picture_fields(form::Fields& form, ReleaseItem& input, const form::Choices& choices)
{
    form.path("meeting", input.meeting);
    release_suspicion_fields(form, input, choices);
}

void release_suspicion_fields(form::Fields& form, ReleaseItem& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
    form.one_of("signatory", input.signatory, choices.of("guardians"));
    form.text("reason", input.reason, {.longest = 1000, .rows = 4});
}

void read_fields(form::Fields& form, ReadMinutes& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
}

void give_fields(form::Fields& form, GiveMinutes& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
    form.day("given_on", input.given_on);
    form.one_of("way", input.way, form.coded("way", all_of(ways_given)));
}

void lock_fields(form::Fields& form, LockMinutes& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
    form.only_if(!choices.of("interval").empty(), [&] {
        form.text("interval_reason", input.interval_reason, {.longest = 500, .required = false, .rule_asks = true, .rows = 3});
    });
}

void adjust_fields(form::Fields& form, AdjustMinutes& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
    form.text("text", input.text, box);
}

}  // namespace lots::meeting
