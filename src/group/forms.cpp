#include "group/forms.h"

#include "cases/decision_note.h"

namespace lots::group {

namespace {

constexpr form::TextRule reason_box{.longest = 600, .rows = 3};

}  // namespace

void appoint_coordinator_fields(form::Fields& form, AppointCoordinator& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.one_of("person", input.person, choices.of("people"));
    form.text("reason", input.reason, reason_box);
    form.text("other_unit_reason", input.other_unit_reason, {.longest = 600, .required = false, .rows = 3});
    form.only_if(choices.of("first_one").empty(), [&] {
        form.text("hand_over", input.hand_over, {.longest = 2000, .required = false, .rule_asks = true, .rows = 4});
    });
    form.day("youth_told_on", input.youth_told_on, {.required = false});
}

void add_member_fields(form::Fields& form, AddMember& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.one_of("person", input.person, choices.of("people"));
    form.one_of("function", input.function, form.coded("function", {functions.begin(), functions.end()}));
    form.flag("knows_youth", input.knows_youth);
    form.text("reason", input.reason, reason_box);
    form.one_of("contact_ground", input.contact_ground, form.coded("contact_ground", {contact_grounds.begin(), contact_grounds.end()}),
                {.required = false});
}

void appoint_deputy_fields(form::Fields& form, AppointDeputy& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.one_of("person", input.person, choices.of("people"));
    form.day("from_day", input.from_day);
    form.day("last_day", input.last_day);
    form.text("reason", input.reason, reason_box);
    form.text("other_unit_reason", input.other_unit_reason, {.longest = 600, .required = false, .rows = 3});
    form.day("youth_told_on", input.youth_told_on, {.required = false});
}

void end_deputy_fields(form::Fields& form, EndDeputy& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
}

void tell_youth_fields(form::Fields& form, TellYouth& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.day("told_on", input.told_on);
}

void wish_helper_fields(form::Fields& form, WishHelper& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.text("name", input.name, {.longest = 100});
    form.one_of("relation", input.relation, form.coded("relation", {helper_relations.begin(), helper_relations.end()}));
    form.text("wish", input.wish, reason_box);
    form.day("wished_on", input.wished_on);
    form.one_of("way", input.way, form.coded("way", {ways.begin(), ways.end()}));
    form.text("task", input.task, reason_box);
    form.text("contact", input.contact, {.longest = 200, .required = false});
}

void answer_helper_fields(form::Fields& form, AnswerHelper& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
    form.one_of("signatory", input.signatory, choices.of("signatories"));
    form.one_of("answer", input.answer, form.coded("answer", {"yes", "no"}));
    form.day("said_on", input.said_on);
    form.one_of("way", input.way, form.coded("way", {ways.begin(), ways.end()}));
}

void judge_helper_fields(form::Fields& form, JudgeHelper& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
    form.one_of("suitable", input.suitable, form.coded("suitable", {"yes", "no"}));
    form.when_chosen("suitable", "yes", [&] {
        constexpr form::DayRule asked_day{.required = false, .rule_asks = true};
        form.day("from_day", input.from_day, asked_day);
        form.day("last_day", input.last_day, asked_day);
        form.text("account", input.account, {.longest = 100, .required = false});
    });
    cases::decision_fields(form, input.note, choices.of("adult").empty());
}

void sign_reservation_fields(form::Fields& form, SignReservation& input, const form::Choices& choices)
{
    // That nothing binds after all can be said when something was written; without choices the API is described, and names all three.
    const auto& ways_now = choices.of("bound_by");

    form.path("case", input.case_number);
    form.path("number", input.number);
    form.one_of("bound_by", input.bound_by, ways_now.empty() ? form.coded("bound_by", {"reservation", "own_duty", "no_duty"}) : ways_now,
                {.required = false});
    form.when_chosen("bound_by", "reservation", [&] {
        form.flag("signature_seen", input.signature_seen);
        form.text("original_kept_at", input.original_kept_at, {.longest = 200, .required = false, .rule_asks = true});
    });
    form.when_chosen("bound_by", "own_duty", [&] {
        form.text("own_secrecy", input.own_secrecy, {.longest = 300, .required = false, .rule_asks = true});
    });
    form.day("signed_on", input.signed_on);
}

void end_helper_fields(form::Fields& form, EndHelper& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
    form.one_of("reason", input.reason, form.coded("reason", {helper_end_reasons.begin(), helper_end_reasons.end()}));
    form.text("note", input.note, {.longest = 1000, .required = false, .rows = 3});
}

void end_membership_fields(form::Fields& form, EndMembership& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
    form.text("hand_over", input.hand_over, {.longest = 2000, .rows = 4});
    form.day("youth_told_on", input.youth_told_on, {.required = false});
}

void start_planning_fields(form::Fields& form, StartPlanning& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.only_if(!choices.of("without_somebody").empty(), [&] {
        form.text("missing_reason", input.missing_reason, {.longest = 1000, .required = false, .rule_asks = true, .rows = 3});
    });
}

}  // namespace lots::group
