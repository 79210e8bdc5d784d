#include "consent/forms_parts.h"

#include "consent/consent.h"

namespace lots::consent {

namespace {

constexpr form::TextRule box{.longest = 2000, .rows = 4};
constexpr form::TextRule optional_box{.longest = 2000, .required = false, .rows = 4};

form::Options kinds(const form::Fields& form, const char* name)
{
    return form.coded(name, std::vector<std::string_view>(std::begin(information_kinds), std::end(information_kinds)));
}

}  // namespace

void describe_agency_fields(form::Fields& form, DescribeAgency& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.path("agency", input.agency);
    form.text("unit", input.unit, {.longest = 160});
    form.text("role", input.role, {.longest = 160});
    form.text("contact", input.contact, {.longest = 300, .rows = 2});
    form.any_of("gives", input.gives, kinds(form, "gives"), {.required = false});
    form.any_of("receives", input.receives, kinds(form, "receives"), {.required = false});
}

void hinder_guardian_fields(form::Fields& form, HinderGuardian& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.path("signatory", input.signatory);
    form.one_of("reason", input.reason, form.coded("reason", {"abroad", "ill", "missing_person", "other"}));
    form.text("evidence", input.evidence, box);
    form.text("reviewed_by", input.reviewed_by, {.longest = 160, .required = false, .rule_asks = true});
    form.day("from_day", input.from_day);
    form.day("recheck_on", input.recheck_on);
    form.flag("cannot_wait", input.cannot_wait);
}

void end_hindrance_fields(form::Fields& form, EndHindrance& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.path("signatory", input.signatory);
}

void check_circumstances_fields(form::Fields& form, CheckCircumstances& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.one_of("source", input.source, form.coded("source", {"population_register", "court_decision", "own_statement"}));
    form.day("checked_on", input.checked_on);
    form.flag("list_complete", input.list_complete);
    form.one_of("lives_here", input.lives_here, form.coded("lives_here", {"yes", "no"}));
    form.text("note", input.note, optional_box);
}

void withdraw_follow_up_fields(form::Fields& form, WithdrawFollowUp& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.path("signatory", input.signatory);
    form.one_of("way", input.way, form.coded("way", {"in_person", "phone", "letter"}));
    form.day("came_on", input.came_on);
    form.text("note", input.note, optional_box);
}

void give_information_fields(form::Fields& form, GiveInformation& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.path("signatory", input.signatory);
    form.day("given_on", input.given_on);
    form.one_of("given_by", input.given_by, choices.of("people"));
    form.one_of("way", input.way, form.coded("way", {"on_paper", "read_aloud"}));
}

void register_motivation_fields(form::Fields& form, RegisterMotivation& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.one_of("signatory", input.signatory, choices.of("signatories"));
    form.day("held_on", input.held_on);
    form.one_of("way", input.way, form.coded("way", {"meeting", "phone", "home_visit", "attempt"}));
    form.text("note", input.note, box);
}

}  // namespace lots::consent
