#include "cases/decision_note.h"
#include "followup/hold.h"
#include "form/rows.h"
#include "meeting/meeting.h"

namespace lots::followup {

namespace {

constexpr form::TextRule box{.longest = 4000, .required = false, .rows = 3};
// What can wait while the meeting goes on, and is asked for before the minutes are locked.
constexpr form::ChoiceRule asked_choice{.required = false, .rule_asks = true};

}  // namespace

void presence_fields(form::Fields& form, HoldMeeting& input, const form::Choices& choices)
{
    form::ask_rows(form, choices.of("lines"), input.presences, [](form::Fields& row, PresenceRow& one) {
        row.one_of("presence", one.presence, row.coded("presence", {"present", "digital", "absent"}), asked_choice);
        row.when_chosen("presence", "absent",
                        [&] { row.text("reason", one.reason, {.longest = 500, .required = false, .rule_asks = true}); });
        row.seen("line_seen", one.line_seen);
        row.seen("line_shown", one.shown);
    });
}

void said_fields(form::Fields& form, HoldMeeting& input, const form::Choices& choices)
{
    form::ask_rows(form, choices.of("commitments"), input.said, [](form::Fields& row, SaidRow& one) {
        row.one_of("status", one.status, row.coded("status", {"done", "ongoing", "not_done", "not_started", "cancelled"}),
                   asked_choice);
        row.text("said", one.said, {.longest = 2000, .required = false, .rows = 2});
        row.day("new_last_day", one.new_last_day, {.required = false});
        row.flag("needs_help", one.needs_help, {});
        row.seen("seq_seen", one.seq_seen);
        row.seen("row_shown", one.shown);
    });
}

void minutes_fields(form::Fields& form, HoldMeeting& input, const form::Choices& choices)
{
    auto& minutes = input.minutes;
    form.text("who_may_hear", minutes.who_may_hear, {.longest = 1000, .required = false, .rule_asks = true, .rows = 2});
    form.flag("consent_checked", minutes.consent_checked);
    form.flag("police_role_told", minutes.police_role_told);
    form.when_chosen("police_role_told", "yes", [&] {
        form.when(!choices.of("officers").empty(), [&] { form.one_of("told_by", minutes.told_by, choices.of("officers"), {.required = false}); });
        form.day("told_on", minutes.told_on, {.required = false});
    });
    form.text("text", minutes.text, {.longest = 10000, .required = false, .rule_asks = true, .rows = 8});
    form.text("youth_opinion", minutes.youth_opinion, {.longest = 4000, .required = false, .rule_asks = true, .rows = 3});
    form.text("guardian_opinion", minutes.guardian_opinion, box);
    form.text("disagreements", minutes.disagreements, box);
    form.text("intervention", minutes.intervention, box);
    form.one_of("closure_question", minutes.closure_question,
                form.coded("closure_question", {meeting::closure_answers.begin(), meeting::closure_answers.end()}), asked_choice);
    form.seen("minutes_seen", input.minutes_seen);
    form.seen("minutes_shown", input.minutes_shown);
}

void decision_fields(form::Fields& form, HoldMeeting& input, const form::Choices& choices)
{
    form.text("decisions", input.minutes.decisions, box);
    form.flag("decides", input.decides);
    form.when_chosen("decides", "yes", [&] { cases::decision_fields(form, input.decision, choices.of("adult").empty()); });
}

void hold_fields(form::Fields& form, HoldMeeting& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
    form.group("presences");
    presence_fields(form, input, choices);
    form.group("follow_up");
    said_fields(form, input, choices);
    form.group("minutes");
    minutes_fields(form, input, choices);
    form.group("decided");
    decision_fields(form, input, choices);
    form.one_of("onward", input.onward, form.coded("onward", {ways_onward.begin(), ways_onward.end()}), {.required = false});
}

}  // namespace lots::followup
