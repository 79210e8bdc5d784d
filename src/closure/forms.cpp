#include "closure/forms.h"

#include "cases/decision_note.h"
#include "form/rows.h"

namespace lots::closure {

namespace {

constexpr form::TextRule box{.longest = 4000, .rows = 5};

template <std::size_t count>
std::vector<std::string_view> all_of(const std::array<std::string_view, count>& codes)
{
    return {codes.begin(), codes.end()};
}

bool asks_for_child(const form::Choices& choices) { return choices.of("adult").empty(); }

}  // namespace

void raise_fields(form::Fields& form, RaiseClosure& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.one_of("ground", input.ground, form.coded("ground", all_of(grounds)));
    form.text("facts", input.facts, box);
}

void goal_result_fields(form::Fields& form, SetGoalResult& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.path("goal", input.goal);
    form.one_of("result", input.result, form.coded("result", all_of(results)));
    form.text("text", input.text, box);
    form.seen("seq_seen", input.seq_seen);
}

void hand_over_fields(form::Fields& form, HandOverCommitment& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.path("commitment", input.commitment);
    form.one_of("agency", input.agency, choices.of("agencies"));
    form.day("accepted_on", input.accepted_on);
    form.text("note", input.note, box);
    form.seen("seq_seen", input.seq_seen);
}

void continue_fields(form::Fields& form, ContinueCase& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    cases::decision_fields(form, input.note, asks_for_child(choices));
}

namespace {

/// The results of the goals, and who goes on with what is open; each only where there is any.
void row_fields(form::Fields& form, CloseCase& input, const form::Choices& choices)
{
    if (!choices.of("goals").empty()) {
        form.group("results");
        form::ask_rows(form, choices.of("goals"), input.results, [](form::Fields& row, GoalRow& one) {
            row.one_of("result", one.result, row.coded("result", all_of(results)));
            row.text("goal_text", one.text, {.longest = 4000, .rows = 2});
            row.seen("result_seen", one.seq_seen);
        });
    }
    if (!choices.of("commitments").empty()) {
        form.group("hand_overs");
        form::ask_rows(form, choices.of("commitments"), input.hand_overs, [&](form::Fields& row, HandOverRow& one) {
            row.one_of("agency", one.agency, choices.of("agencies"));
            row.day("accepted_on", one.accepted_on);
            row.text("handed_note", one.note, {.longest = 4000, .rows = 2});
            row.seen("handed_seen", one.seq_seen);
        });
    }
}

}  // namespace

void close_fields(form::Fields& form, CloseCase& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    row_fields(form, input, choices);
    form.group("end");
    form.one_of("reason", input.reason, form.coded("reason", all_of(reasons)));
    form.text("ground", input.ground, box);
    form.text("informed", input.informed, {.longest = 2000, .rows = 4});
    const bool can_be_appealed = !choices.of("can_be_appealed").empty();
    form.text("appeal_information", input.appeal_information,
              {.longest = 2000, .required = false, .rule_asks = can_be_appealed, .rows = 4});
    cases::decision_fields(form, input.note, asks_for_child(choices));
}

void close_after_death_fields(form::Fields& form, CloseCase& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.group("end");
    form.text("ground", input.ground, box);
    form.text("informed", input.informed, {.longest = 2000, .rows = 4});
    // The child's own view cannot be asked for any more.
    cases::decision_fields(form, input.note, false);
}

}  // namespace lots::closure
