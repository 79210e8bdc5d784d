#include "guideline/law.h"

#include <algorithm>
#include <array>

namespace lots::guideline {

namespace {

constexpr Date new_act = 2025y / 7 / 1;
constexpr Date reworded = 2026y / 1 / 15;

// docs/method/law.md, 7.1, 7.2 and 7.5. A number that was read in one wording only begins with it.
constexpr std::array numbers{
    LegalNumber{"child-file-until-age", 30, "år", "sol-16-2a", reworded, {},
                "Handlingar i en utredning om ett barns behov av skydd eller stöd gallras tidigast när personen fyller"},
    LegalNumber{"feedback-to-notifier", 7, "dagar", "sol-19-6", reworded, {},
                "Den som var skyldig att anmäla får veta om en utredning inleds, efter beslutet senast inom"},
    LegalNumber{"file-kept", 5, "år", "sol-16-1", new_act, {},
                "Personakten gallras efter den sista anteckningen när det har gått"},
    LegalNumber{"investigation", 4, "månader", "sol-20-3", new_act, {}, "En utredning är klar inom"},
    LegalNumber{"own-request-child", 12, "år", "sol-21-1", new_act, {},
                "Ett barn kan självt samtycka till en insats som är lämplig och inte är en placering, från"},
    LegalNumber{"own-request-youth", 15, "år", "sol-21-1", new_act, {},
                "Den unga kan själv begära eller samtycka till en insats som inte är en placering, från"},
    LegalNumber{"preliminary-assessment", 14, "dagar", "sol-20-2", 2013y / 1 / 1, {}, "En förhandsbedömning är klar inom"},
    LegalNumber{"risk-told-to-police-below", 21, "år", "osl-10-18a", 2025y / 4 / 1, {},
                "Konkret risk för framtida brott får berättas för Polismyndigheten, Säkerhetspolisen eller Tullverket, "
                "om det inte är olämpligt för insatserna, när personen inte har fyllt"},
    // QUESTION: from which day it is six months; a later act than the first of 2009 made it so. We begin with the day that it was read.
    LegalNumber{"suspicion-told-from", 6, "månader", "osl-10-23", 2025y / 12 / 16, {},
                "Misstanke om begånget brott får lämnas ut från ett minimistraff på", true},
    LegalNumber{"unopened-assessment-kept", 5, "år", "sol-16-2a", reworded, {},
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
