#include "plan/forms.h"

#include "cases/decision_note.h"

namespace lots::plan {

namespace {

// Who said somebody else's answer, how and when (settled 15): asked wherever they are drawn.
constexpr form::TextRule asked_line{.longest = 200, .required = false, .rule_asks = true};
constexpr form::ChoiceRule asked_choice{.required = false, .rule_asks = true};
constexpr form::DayRule asked_day{.required = false, .rule_asks = true};

void goal_fields(form::Fields& form, WriteGoal& input, const form::Choices& choices)
{
    form.one_of("area", input.area, form.coded("area", {areas.begin(), areas.end()}));
    form.text("goal_text", input.text, {.longest = 500, .rows = 2});
    form.text("reached_how", input.reached_how, {.longest = 500, .rows = 2});
    form.one_of("responsible", input.agency, choices.of("agencies"));
    form.one_of("responsible_person", input.responsible_person, choices.of("people"), {.required = false});
    form.when(!choices.of("absent").empty(), [&] { form.one_of("needs_agency", input.needs_agency, choices.of("absent"), {.required = false}); });
    form.number("attendance_percent", input.attendance_percent, {.required = false, .lowest = 0, .highest = 100});
    form.text("attendance_source", input.attendance_source, {.longest = 200, .required = false});
    form.flag("from_assessment", input.from_assessment);
    form.when(!choices.of("conclusion").empty(),
              [&] { form.text("assessment_conclusion", input.assessment_conclusion, {.longest = 1000, .required = false, .rows = 3}); });
}

/// A draft may still lack how it is shown, plain words and place; the decision may not (S1-52, S1-49, S1-53), so none of them is called
/// voluntary.
void commitment_fields(form::Fields& form, WriteCommitment& input, const form::Choices& choices)
{
    form.one_of("in_goal", input.goal, choices.of("goals"));
    form.text("measure", input.measure, {.longest = 500, .rows = 2});
    form.one_of("kind", input.kind, form.coded("kind", {commitment_kinds.begin(), commitment_kinds.end()}), {.required = false});
    form.one_of("promised_by", input.owner, choices.of("owners"));
    form.when(!choices.of("helpers").empty(), [&] { form.one_of("together_with", input.helper, choices.of("helpers"), {.required = false}); });
    form.text("activity", input.activity, {.longest = 120, .required = false});
    form.day("start_on", input.start_on, {.required = false});
    form.day("done_by", input.last_day);
    form.text("documented_how", input.documented_how, {.longest = 500, .required = false, .rule_asks = true, .rows = 2});
    form.text("plain_words", input.plain_words, {.longest = 300, .required = false, .rule_asks = true, .rows = 2});
    form.number("order_number", input.order_number, {.required = false, .rule_asks = true, .lowest = 1, .highest = 200});
    form.one_of("after", input.after, choices.of("commitments"), {.required = false});
    form.flag("from_assessment", input.from_assessment);
}

}  // namespace

void add_goal_fields(form::Fields& form, WriteGoal& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    goal_fields(form, input, choices);
}

void change_goal_fields(form::Fields& form, WriteGoal& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
    form.seen("seq_seen", input.seq_seen);
    goal_fields(form, input, choices);
    form.flag("dropped", input.dropped);
}

void add_commitment_fields(form::Fields& form, WriteCommitment& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    commitment_fields(form, input, choices);
}

void change_commitment_fields(form::Fields& form, WriteCommitment& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
    form.seen("seq_seen", input.seq_seen);
    commitment_fields(form, input, choices);
}

void drop_commitment_fields(form::Fields& form, DropCommitment& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
    form.seen("seq_seen", input.seq_seen);
}

void return_commitment_fields(form::Fields& form, ReturnCommitment& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
    form.seen("seq_seen", input.seq_seen);
}

void return_goal_fields(form::Fields& form, ReturnGoal& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
    form.seen("seq_seen", input.seq_seen);
}

void move_commitment_fields(form::Fields& form, MoveCommitment& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
    form.one_of("direction", input.direction, form.coded("direction", {"up", "down"}));
}

void propose_police_fields(form::Fields& form, ProposePolice& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.one_of("in_goal", input.goal, choices.of("goals"));
    form.one_of("promised_by", input.owner, choices.of("police"));
    form.text("meetings", input.meetings, {.longest = 500, .rows = 2});
    form.text("attention", input.attention, {.longest = 500, .rows = 2});
    form.day("done_by", input.last_day);
}

void look_at_areas_fields(form::Fields& form, LookAtAreas& input, const form::Choices&)
{
    constexpr form::TextRule why{.longest = 600, .required = false, .rows = 2};
    form.path("case", input.case_number);
    form.seen("seq_seen", input.seq_seen);
    form.text("school_reason", input.school, why);
    form.text("occupation_reason", input.occupation, why);
    form.text("leisure_reason", input.leisure, why);
    form.text("social_reason", input.social, why);
}

void words_fields(form::Fields& form, WriteWords& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.seen("seq_seen", input.seq_seen);
    form.text("youth_words", input.youth, {.longest = 2000, .rows = 5});
    form.when(choices.of("adult").empty(),
              [&] {
                  form.any_of("took_part", input.took_part, choices.of("guardians"), {.required = false, .rule_asks = true});
                  form.text("guardian_words", input.guardian, {.longest = 2000, .required = false, .rows = 4});
                  form.text("guardian_missing_reason", input.guardian_missing_reason, {.longest = 1000, .required = false, .rows = 3});
              });
    form.text("crisis_contact", input.crisis_contact, {.longest = 300, .rows = 2});
    form.day("took_part_on", input.took_part_on);
}

void accept_fields(form::Fields& form, Accept& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
    // Somebody else's answer is written down: how it came, and when (settled 15).
    form.when(choices.of("own").empty(), [&] {
        form.one_of("way", input.way, form.coded("way", {"meeting", "in_person", "phone", "letter"}), asked_choice);
        form.day("said_on", input.said_on, asked_day);
    });
    form.when(!choices.of("of_agency").empty(), [&] { form.text("said_by", input.said_by, asked_line); });
}

void report_fields(form::Fields& form, Report& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
    form.one_of("status", input.status, form.coded("status", {"done", "ongoing", "not_done"}));
    form.flag("needs_help", input.needs_help);
    form.text("note", input.note, {.longest = 1000, .required = false, .rows = 3});
    form.when(!choices.of("of_agency").empty(), [&] {
        form.text("said_by", input.said_by, asked_line);
        form.one_of("way", input.way, form.coded("way", {"meeting", "in_person", "phone", "letter"}), asked_choice);
        form.day("said_on", input.said_on, asked_day);
    });
}

void decide_fields(form::Fields& form, Decide& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.when(!choices.of("again").empty(), [&] { form.text("change_reason", input.change_reason, {.longest = 1000, .rows = 3}); });
    cases::decision_fields(form, input.note, choices.of("adult").empty());
}

}  // namespace lots::plan
