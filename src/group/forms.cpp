#include "group/forms.h"

namespace lots::group {

namespace {

constexpr form::TextRule reason_box{.longest = 600, .rows = 3};

}  // namespace

void appoint_coordinator_fields(form::Fields& form, AppointCoordinator& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.one_of("person", input.person, choices.of("people"));
    form.text("reason", input.reason, reason_box);
    form.text("hand_over", input.hand_over, {.longest = 2000, .required = false, .rows = 4});
    form.day("youth_told_on", input.youth_told_on, {.required = false});
}

void add_member_fields(form::Fields& form, AddMember& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.one_of("person", input.person, choices.of("people"));
    form.one_of("function", input.function, form.coded("function", {functions.begin(), functions.end()}));
    form.flag("knows_youth", input.knows_youth);
    form.text("reason", input.reason, reason_box);
}

void end_membership_fields(form::Fields& form, EndMembership& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
    form.text("hand_over", input.hand_over, {.longest = 2000, .rows = 4});
    form.day("youth_told_on", input.youth_told_on, {.required = false});
}

void start_planning_fields(form::Fields& form, StartPlanning& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.text("missing_reason", input.missing_reason, {.longest = 1000, .required = false, .rows = 3});
}

}  // namespace lots::group
