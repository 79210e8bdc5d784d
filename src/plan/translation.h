#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/permit.h"
#include "form/fields.h"
#include "html/components.h"
#include "plan/plan.h"
#include "web/asked.h"
#include "web/command.h"

// A decided plan in another language (S1-49), with the day it was translated and the plan it was made from. The Swedish text
// counts.
namespace lots::plan {

inline constexpr std::array<std::string_view, 11> translation_languages{"en", "ar", "so", "ti", "fa",   "ku",
                                                                        "pl", "ro", "es", "fi", "other"};

/// What the form asks for; `number` is the version's.
struct TranslatePlan {
    std::string case_number, number, language, text, translator;
    std::optional<Date> translated_on;
};
void translate_plan_fields(form::Fields& form, TranslatePlan& input, const form::Choices& choices);
/// By social services or the coordinator.
web::Command<TranslatePlan> translate_plan_command();

struct Translation {
    int version = 0;
    std::string language, text, translator;
    Date translated_on;
};
/// The newest of each language, in the order of translation_languages. Empty for who reads only the own commitments.
std::vector<Translation> translations(const access::CasePermit& permit);
void add_translation(const access::CasePermit& permit, const TranslatePlan& input, int version);

/// On the page of a decided plan: those of this plan in full, and of an older plan only that there is one. With the way to
/// add one for who leads.
html::Html translations_part(const access::CasePermit& permit, const Version& shown, const web::Asked& asked);
/// In Min plan: a link for each language that the plan can be read in, to the page where that translation stands. Empty when there is
/// none.
html::Html translation_links(const access::CasePermit& permit, const web::Asked& asked);

}  // namespace lots::plan
