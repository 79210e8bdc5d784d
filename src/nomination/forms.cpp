#include "nomination/forms.h"

#include <algorithm>

namespace lots::nomination {

namespace {

constexpr form::TextRule box{.longest = 1000, .rows = 5};
constexpr form::TextRule optional_line{.longest = 120, .required = false};
constexpr form::TextRule optional_box{.longest = 1000, .required = false, .rows = 3};
constexpr form::ChoiceRule optional_choice{.required = false};
constexpr form::TextRule asked_line{.longest = 120, .required = false, .rule_asks = true};
constexpr form::TextRule asked_box{.longest = 1000, .required = false, .rule_asks = true, .rows = 3};
constexpr form::DayRule asked_day{.required = false, .rule_asks = true};

/// Whether social services may write down here what the police have brought on paper (settled 15).
bool writes_for_police(const form::Choices& choices)
{
    return std::ranges::any_of(choices.of("kinds"), [](const form::Option& agency) { return agency.label == "police"; });
}

/// The kind of the agency whose proposal it is: the one it is written for, as the page before was told, or the writer's own.
std::string proposer_kind(const Propose& input, const form::Choices& choices, const std::string& own_kind)
{
    const auto& kinds = choices.of("kinds");
    const auto found = std::ranges::find(kinds, input.on_behalf_of, &form::Option::value);
    return found == kinds.end() ? own_kind : found->label;
}

/// The reasons that agencies of this kind cannot answer for (settled 27).
std::vector<std::string_view> reasons_of_others(std::string_view agency_kind)
{
    const auto own = reasons_for(agency_kind);
    auto others = reasons_for("");
    std::erase_if(others, [&](std::string_view reason) { return std::ranges::find(own, reason) != own.end(); });
    return others;
}

/// About the young: what the police know of crimes.
void crime_fields(form::Fields& form, Propose& input)
{
    form.one_of("debut_known", input.debut_known, form.coded("debut_known", {"yes", "no"}), optional_choice);
    form.when_chosen("debut_known", "yes",
                     [&] { form.number("debut_age", input.debut_age, {.required = false, .lowest = 5, .highest = 30}); });
    const auto crimes = strategic_crimes(input.noticed_on.value_or(Date{2026y / 1 / 1}));
    form.when_chosen("reasons", "strategic_crime", [&] {
        form.any_of("strategic_crimes", input.strategic_crimes, form.coded("strategic_crimes", crimes), optional_choice);
    });
}

/// Only about somebody who has turned 18 (S0-46 to S0-50). There is no question about a place, for nobody may promise one (S0-47).
void adult_fields(form::Fields& form, Propose& input, const form::Choices& choices)
{
    form.when_chosen("legal_ground", "adult_consent", [&] {
        form.day("consent_given_on", input.consent_given_on, asked_day);
        form.day("consent_last_day", input.consent_last_day, asked_day);
        std::vector<std::string_view> ways{"paper"};
        if (!choices.of("oral").empty() || choices.of("agency_kind").empty()) ways.emplace_back("oral");
        form.one_of("consent_way", input.consent_way, form.coded("consent_way", ways), {.required = false, .rule_asks = true});
        form.when_chosen("consent_way", "paper", [&] { form.text("consent_kept_at", input.consent_kept_at, asked_line); });
    });
    form.when(!choices.of("osl_10_15a").empty(), [&] {
        form.when_chosen("legal_ground", "osl_10_15a", [&] {
            form.text("ground_motive", input.ground_motive, asked_box);
            form.text("ground_manager", input.ground_manager, asked_line);
        });
    });
}

/// As the birth date says that was typed before; false while there is none.
bool is_adult(const Propose& input, const form::Choices& choices)
{
    const auto& today = choices.of("today");
    const auto on = today.empty() ? std::nullopt : parse_date(today.front().value);
    return on && input.born && *input.born <= *on && age_on(*input.born, *on) >= 18;
}

/// What a form does not offer for somebody of that age. Social services may write for others, so for an adult they are offered all but the
/// notification under LUL, which is about the young.
std::vector<std::string_view> not_at_that_age(bool adult, bool own)
{
    if (!adult) return {"adult_consent", "osl_10_15a"};
    if (own) return {"lul6_notification"};
    return {"concern_notice", "lul6_notification"};
}

void ground_fields(form::Fields& form, Propose& input, const form::Choices& choices, const std::string& kind)
{
    const bool own = kind == "social_services", adult = is_adult(input, choices);
    // What the police bring on paper has their ground and numbers too, and social services write it down (settled 15, S0-21, S0-70).
    const bool paper = writes_for_police(choices), police = kind.empty() || kind == "police" || paper;
    form.when(own, [&] {
        form.one_of("on_behalf_of", input.on_behalf_of, choices.of("agencies"), optional_choice);
        form.text("on_behalf_name", input.on_behalf_name, optional_line);
        form.one_of("on_behalf_way", input.on_behalf_way, form.coded("on_behalf_way", {"phone", "letter", "meeting"}), optional_choice);
    });
    const auto grounds = form.coded("legal_ground", legal_grounds_for(kind, !choices.of("osl_10_15a").empty(), paper));
    form.one_of("legal_ground", input.legal_ground, form.offered(grounds, not_at_that_age(adult, own)));
    if (police) {
        form.when_chosen("legal_ground", "concern_notice", [&] {
            form.text("police_matter_code", input.police_matter_code, {.longest = 10, .required = false, .rule_asks = true});
            form.text("matter_code_reason", input.matter_code_reason, optional_box);
        });
        form.only_if(!adult, [&] {
            form.when_chosen("legal_ground", "lul6_notification", [&] {
                form.text("lul_reference", input.lul_reference, {.longest = 60, .required = false, .rule_asks = true});
            });
        });
    }
    form.only_if(adult, [&] { adult_fields(form, input, choices); });
    // Of a notice of the police it is asked (S0-70); of the others it is good to have.
    form.text("registry_number", input.registry_number, {.longest = 60, .required = false, .rule_asks = kind == "police"});
    form.day("noticed_on", input.noticed_on);
    form.text("reporter_unit", input.reporter_unit, optional_line);
    form.flag("considered_for_sig", input.considered_for_sig);
    form.when_chosen("considered_for_sig", "yes", [&] { form.text("flag_note", input.flag_note, optional_box); });
}

}  // namespace

void propose_fields(form::Fields& form, Propose& input, const form::Choices& choices)
{
    // What may be given as a reason depends on who proposes; the API's description knows no proposer and lists all.
    const std::string kind = choices.of("agency_kind").empty() ? "" : choices.of("agency_kind").front().value;
    form.page("who");
    form.text("given_name", input.given_name, {.longest = 80, .autocomplete = "off"});
    form.text("family_name", input.family_name, {.longest = 80, .autocomplete = "off"});
    form.day("born", input.born);
    form.identity_number("personal_number", input.personal_number, {.required = false});
    form.when(!choices.of("receiving").empty(), [&] { form.one_of("to_unit", input.to_unit, choices.of("receiving")); });

    form.page("ground");
    ground_fields(form, input, choices, kind);

    form.page("why");
    // A page offers what the agency whose proposal it is can answer for; a program may send the rest, and the rule answers.
    const auto proposer = proposer_kind(input, choices, kind);
    const auto reasons = form.coded("reasons", reasons_for(kind == "social_services" ? "" : kind));
    form.any_of("reasons", input.reasons, form.offered(reasons, reasons_of_others(proposer)));
    if (kind.empty() || kind == "police") crime_fields(form, input);
    else if (writes_for_police(choices)) form.only_if(proposer == "police", [&] { crime_fields(form, input); });
    form.text("reason", input.reason, box);
    form.text("why_sig", input.why_sig, box);
    form.text("weighing", input.weighing, box);
    form.one_of("origin", input.origin, form.coded("origin", {"none", "placement", "prison_service"}));
    form.day("discharge_date", input.discharge_date, {.required = false});
    form.one_of("known_before", input.known_before, form.coded("known_before", {"yes", "no", "unknown"}));
    form.flag("feedback_asked", input.feedback_asked);
}

void take_up_fields(form::Fields& form, TakeUp& input, const form::Choices& choices)
{
    form.path("case", input.case_number);
    form.one_of("conflict", input.conflict, form.coded("conflict", {"no", "yes"}));
    form.when_chosen("conflict", "yes",
                     [&] { form.text("conflict_note", input.conflict_note, {.longest = 500, .required = false, .rows = 3}); });
    form.flag("lives_here", input.lives_here);
    form.day("residence_checked_on", input.residence_checked_on);
    form.one_of("residence_source", input.residence_source,
                form.coded("residence_source", {"population_register", "own_statement", "school"}));
    form.when(!choices.of("districts").empty(),
              [&] { form.one_of("district", input.district, choices.of("districts"), optional_choice); });
    form.when(choices.of("own").empty(),
              [&] { form.text("notice_number", input.notice_number, {.longest = 60, .required = false, .rule_asks = true}); });
    form.one_of("known_before", input.known_before, form.coded("known_before", {"yes", "no"}));
    form.one_of("danger_if_seen", input.danger_if_seen, form.coded("danger_if_seen", {"no", "yes", "not_asked"}));
    // Not required here: who has a conflict of interest says that and nothing more. The rules ask everybody else for them, and for
    // the number of the notice.
    form.text("why", input.note.why, asked_box);
    form.when(choices.of("adult").empty(), [&] {
        form.text("childs_view", input.note.childs_view, asked_box);
        form.text("best_interests", input.note.best_interests, asked_box);
    });
}

void give_feedback_fields(form::Fields& form, GiveFeedback& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.day("decided_on", input.decided_on);
    form.one_of("told", input.told, form.coded("told", {"opened", "not_opened", "already_open", "not_told"}));
    form.one_of("way", input.way, form.coded("way", {"phone", "letter", "meeting", "none"}));
    form.day("given_on", input.given_on);
    form.when_chosen("told", "not_told", [&] { form.text("reason", input.reason, asked_box); });
}

void take_back_fields(form::Fields& form, TakeBack& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.day("taken_back_on", input.taken_back_on);
    form.text("reason", input.reason, optional_box);
}

void take_back_own_fields(form::Fields& form, TakeBackOwn& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.text("reason", input.reason, optional_box);
}

void refer_fields(form::Fields& form, Refer& input, const form::Choices&)
{
    form.one_of("way", input.way, form.coded("way", {"slip", "phone_number", "went_along"}));
}

std::vector<std::string_view> legal_grounds_for(std::string_view agency_kind, bool osl_10_15a_allowed, bool police_too)
{
    std::vector<std::string_view> grounds{"concern_notice"};
    if (agency_kind == "social_services") grounds.insert(grounds.begin(), "own_knowledge");
    if (agency_kind == "police" || agency_kind.empty() || police_too) grounds.emplace_back("lul6_notification");
    if (agency_kind.empty()) grounds.emplace_back("own_knowledge");
    grounds.emplace_back("adult_consent");
    if (osl_10_15a_allowed || agency_kind.empty()) grounds.emplace_back("osl_10_15a");
    return grounds;
}

void readmit_fields(form::Fields& form, Readmit& input, const form::Choices& choices)
{
    constexpr form::TextRule text{.longest = 4000, .rows = 5};
    form.path("case", input.case_number);
    form.text("reason", input.reason, text);
    form.text("why_sig", input.why_sig, text);
    form.text("weighing", input.weighing, text);
    form.when(!choices.of("receiving").empty(), [&] { form.one_of("to_unit", input.to_unit, choices.of("receiving")); });
}

}  // namespace lots::nomination
