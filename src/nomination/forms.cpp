#include "nomination/forms.h"

namespace lots::nomination {

namespace {

constexpr form::TextRule box{.longest = 1000, .rows = 5};

}  // namespace

void propose_fields(form::Fields& form, Propose& input, const form::Choices& choices)
{
    // What may be given as a reason depends on who proposes; the API's description knows no proposer and lists all.
    const std::string kind = choices.of("agency_kind").empty() ? "" : choices.of("agency_kind").front().value;
    form.group("who");
    form.text("given_name", input.given_name, {.longest = 80, .autocomplete = "off"});
    form.text("family_name", input.family_name, {.longest = 80, .autocomplete = "off"});
    form.day("born", input.born);
    form.identity_number("personal_number", input.personal_number, {.required = false});

    form.group("ground");
    form.one_of("legal_ground", input.legal_ground, form.coded("legal_ground", legal_grounds_for(kind)));
    form.day("noticed_on", input.noticed_on);
    form.text("registry_number", input.registry_number, {.longest = 60, .required = false});
    if (kind.empty() || kind == "police")
        form.text("police_matter_code", input.police_matter_code, {.longest = 10, .required = false});
    form.text("reporter_unit", input.reporter_unit, {.longest = 120, .required = false});
    form.flag("considered_for_sig", input.considered_for_sig);

    form.group("why");
    form.any_of("reasons", input.reasons, form.coded("reasons", reasons_for(kind)));
    if (kind.empty() || kind == "police") {
        form.number("debut_age", input.debut_age, {.required = false, .lowest = 5, .highest = 30});
        form.any_of("strategic_crimes", input.strategic_crimes, form.coded("strategic_crimes", strategic_crimes()), {.required = false});
    }
    form.text("reason", input.reason, box);
    form.text("why_sig", input.why_sig, box);
    form.text("weighing", input.weighing, box);
    form.one_of("origin", input.origin, form.coded("origin", {"none", "placement", "prison_service"}));
    form.day("discharge_date", input.discharge_date, {.required = false});
    form.one_of("known_before", input.known_before, form.coded("known_before", {"yes", "no", "unknown"}));
    form.flag("feedback_asked", input.feedback_asked);
}

void take_up_fields(form::Fields& form, TakeUp& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.flag("lives_here", input.lives_here);
    form.day("residence_checked_on", input.residence_checked_on);
    form.one_of("residence_source", input.residence_source,
                form.coded("residence_source", {"population_register", "own_statement", "school"}));
    form.one_of("danger_if_seen", input.danger_if_seen, form.coded("danger_if_seen", {"no", "yes", "not_asked"}));
    form.one_of("conflict", input.conflict, form.coded("conflict", {"no", "yes"}));
    form.text("conflict_note", input.conflict_note, {.longest = 500, .required = false, .rows = 3});
}

std::vector<std::string_view> legal_grounds_for(std::string_view agency_kind)
{
    if (agency_kind == "police") return {"concern_notice", "lul6_notification"};
    if (agency_kind == "social_services") return {"own_knowledge", "concern_notice"};
    if (agency_kind.empty()) return {"concern_notice", "lul6_notification", "own_knowledge"};  // the API's description
    return {"concern_notice"};
}

void readmit_fields(form::Fields& form, Readmit& input, const form::Choices&)
{
    constexpr form::TextRule text{.longest = 4000, .rows = 5};
    form.path("case", input.case_number);
    form.text("reason", input.reason, text);
    form.text("why_sig", input.why_sig, text);
    form.text("weighing", input.weighing, text);
}

}  // namespace lots::nomination
