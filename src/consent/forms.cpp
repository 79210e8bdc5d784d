#include "consent/forms.h"

#include "cases/decision_note.h"

namespace lots::consent {

namespace {

constexpr form::TextRule box{.longest = 2000, .rows = 4};
constexpr form::TextRule optional_box{.longest = 2000, .required = false, .rows = 4};
constexpr form::TextRule optional_line{.longest = 200, .required = false};

const std::vector<std::string_view> sources_of_custody{"population_register", "court_decision", "own_statement"};

void interpreting_fields(form::Fields& form, std::string& interpreter, Interpreting& help)
{
    form.flag("interpreter_used", help.used);
    form.when_chosen("interpreter_used", "yes", [&] {
        form.text("interpreter", interpreter, optional_line);
        form.one_of("interpreter_way", help.way, form.coded("interpreter_way", {"phone", "on_site"}), {.required = false});
        form.text("interpreter_language", help.language, {.longest = 60, .required = false, .rule_asks = true});
    });
    form.flag("easy_read", help.easy_read);
}

}  // namespace

void start_consent_fields(form::Fields& form, StartConsent& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.one_of("collector", input.collector, choices.of("people"));
    form.flag("approved", input.approved);
    form.when_chosen("approved", "yes",
                     [&] { form.day("approved_until", input.approved_until, {.required = false, .rule_asks = true}); });
}

void judge_agencies_fields(form::Fields& form, JudgeAgencies& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.any_of("concerned", input.concerned, choices.of("agencies"));
    form.text("not_concerned_reason", input.not_concerned_reason, {.longest = 2000, .required = false, .rule_asks = true, .rows = 4});
}

void add_signatory_fields(form::Fields& form, AddSignatory& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    const auto& possible = choices.of("role");
    form.one_of("role", input.role,
                possible.empty() ? form.coded("role", {"youth", "guardian", "appointed_guardian", "trustee"}) : possible);
    form.text("name", input.name, {.longest = 160, .autocomplete = "off"});
    form.identity_number("personal_number", input.personal_number, {.required = false});
    form.one_of("protected_identity", input.protected_identity,
                form.coded("protected_identity", {"none", "confidentiality_mark", "protected_registration", "assumed_identity"}));
    form.text("contact", input.contact, {.longest = 300, .required = false, .rows = 2, .autocomplete = "off"});
    form.text("language", input.language, {.longest = 60});
    form.one_of("custody_source", input.custody_source, form.coded("custody_source", sources_of_custody));
    form.day("custody_checked_on", input.custody_checked_on);
    form.when(choices.of("danger_answered").empty(), [&] {
        form.one_of("danger_if_seen", input.danger_if_seen, form.coded("danger_if_seen", {"no", "yes"}), {.required = false});
    });
    form.text("account", input.account, {.longest = 40, .required = false, .autocomplete = "off"});
}

void end_signatory_fields(form::Fields& form, EndSignatory& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.path("signatory", input.signatory);
    form.one_of("reason", input.reason, form.coded("reason", {"custody_changed", "deceased", "registered_wrong"}));
    form.day("ended_on", input.ended_on);
    form.text("evidence", input.evidence, box);
}

void register_conversation_fields(form::Fields& form, RegisterConversation& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.path("signatory", input.signatory);
    form.day("held_on", input.held_on);
    form.one_of("way", input.way, form.coded("way", {"meeting", "phone", "home_visit", "attempt"}));
    form.group("told");
    form.flag("told_purpose", input.told_purpose);
    form.flag("told_withdrawal", input.told_withdrawal);
    form.flag("told_police_duty", input.told_police_duty);
    form.any_of("about", input.about, form.coded("about", {"renewal", "adulthood"}), {.required = false});
    form.text("note", input.note, box);
    form.group("help");
    interpreting_fields(form, input.interpreter, input.help);
}

void open_consent_fields(form::Fields& form, OpenConsent& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.group("term");
    form.day("valid_from", input.valid_from);
    form.day("last_day", input.last_day);
    form.group("content");
    form.text("purpose", input.purpose, box);
    form.text("information_kinds", input.information_kinds, box);
    form.text("not_shared", input.not_shared, box);
    form.group("circumstances");
    form.one_of("circumstances_source", input.circumstances_source, form.coded("circumstances_source", sources_of_custody));
    form.day("circumstances_checked_on", input.circumstances_checked_on);
    form.flag("list_complete", input.list_complete);
    form.flag("lives_here", input.lives_here);
}

void register_answer_fields(form::Fields& form, RegisterAnswer& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.path("signatory", input.signatory);
    // A page asks for all that a yes needs before it says what follows from it; a program is answered by the rules.
    const bool must_say = !choices.of("must_say").empty();
    form.one_of("answer", input.answer, form.coded("answer", {"yes", "no", "excludes_agency"}));
    form.when_chosen("answer", "yes", [&] {
        form.flag("signature_seen", input.signature_seen, {.must_be_set = must_say});
        form.when(choices.of("not_ahead").empty(), [&] { form.flag("as_adult", input.as_adult); });
        form.one_of("follow_up_answer", input.follow_up_answer, form.coded("follow_up_answer", {"yes", "no", "not_asked"}),
                    {.required = must_say});
    });
    form.when_chosen("answer", "excludes_agency",
                     [&] { form.one_of("excluded_agency", input.excluded_agency, choices.of("agencies")); });
    form.day("signed_on", input.signed_on);
    form.text("reason", input.reason, optional_box);
    form.group("paper");
    form.file("signed_form", input.signed_form, {.required = must_say && input.answer == "yes"});
    form.text("place", input.place, optional_line);
    form.one_of("text_language", input.text_language,
                form.coded("text_language", {"sv", "en", "ar", "so", "ti", "fa", "ku", "pl", "ro", "es", "fi", "other"}), {.required = false});
    form.text("original_kept_at", input.original_kept_at, optional_line);
    form.group("help");
    interpreting_fields(form, input.interpreter, input.help);
}

void withdraw_consent_fields(form::Fields& form, WithdrawConsent& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.path("signatory", input.signatory);
    form.when(choices.of("own").empty(),
              [&] {
                  form.one_of("way", input.way, form.coded("way", {"in_person", "phone", "letter", "own_page"}));
                  form.day("came_on", input.came_on, {.required = false});
              });
    form.text("note", input.note, optional_box);
}

void resume_case_fields(form::Fields& form, ResumeCase& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    cases::decision_fields(form, input.note, choices.of("adult").empty());
}

}  // namespace lots::consent
