#include "guideline/law.h"

#include <algorithm>
#include <array>

namespace lots::guideline {

namespace {

constexpr Date new_act = 2025y / 7 / 1;
constexpr Date reworded = 2026y / 1 / 15;

// docs/method/law.md, 7.1, 7.2 and 7.5. A number that was read in one wording only begins with it.
constexpr std::array numbers{
    LegalNumber{"child-file-until-age", 30, "years", "sol-16-2a", reworded, {},
                "Handlingar i en utredning om barns behov gallras tidigast vid"},
    LegalNumber{"feedback-to-notifier", 7, "days", "sol-19-6", reworded, {},
                "Den som gjort anmälan får återkoppling senast efter beslutet inom"},
    LegalNumber{"file-kept", 5, "years", "sol-16-1", new_act, {},
                "Personakten gallras efter den sista anteckningen när det har gått"},
    LegalNumber{"investigation", 4, "months", "sol-20-3", new_act, {}, "En utredning är klar inom"},
    LegalNumber{"own-request-child", 12, "years", "sol-21-1", new_act, {},
                "Barnet kan samtycka till en insats, om det är lämpligt, från"},
    LegalNumber{"own-request-youth", 15, "years", "sol-21-1", new_act, {},
                "Den unga kan själv begära eller samtycka till en insats från"},
    LegalNumber{"preliminary-assessment", 14, "days", "sol-20-2", 2013y / 1 / 1, {}, "En förhandsbedömning är klar inom"},
    LegalNumber{"risk-told-to-police-below", 21, "years", "osl-10-18a", 2025y / 4 / 1, {},
                "Risk för brott får berättas för polisen om den som inte har fyllt"},
    LegalNumber{"suspicion-told-from", 6, "months", "osl-10-23", 2009y / 6 / 30, {},
                "Misstanke om begånget brott får lämnas ut från ett minimistraff på"},
    LegalNumber{"unopened-assessment-kept", 5, "years", "sol-16-2a", reworded, {},
                "En förhandsbedömning som inte ledde till utredning gallras efter"},
};

}  // namespace

std::span<const LegalNumber> legal_numbers() { return numbers; }

std::optional<LegalNumber> legal_number(std::string_view id, Date on)
{
    const auto found = std::ranges::find_if(numbers, [&](const LegalNumber& one) {
        return one.id == id && one.from <= on && (!one.last_day || on <= *one.last_day);
    });
    if (found == numbers.end()) return std::nullopt;
    return *found;
}

}  // namespace lots::guideline
