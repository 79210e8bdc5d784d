#include "guideline/law.h"

#include <algorithm>
#include <array>

namespace lots::guideline {

namespace {

constexpr Date old_act_end = 2025y / 6 / 30;
constexpr Date new_act = 2025y / 7 / 1;
constexpr Date before_reworded = 2026y / 1 / 14;
constexpr Date reworded = 2026y / 1 / 15;  // SFS 2025:1501: who must make a notice of concern, and the feedback to them
constexpr Date read_on = 2025y / 12 / 16;

// What is needed by the rules of today's slices; docs/method/law.md tells where each was read.
constexpr std::array references{
    LegalReference{"fb-6-13a", "1949:381", "föräldrabalken", "6 kap. 13 a §", 2012y / 5 / 1, {}, 2025y / 9 / 1},
    LegalReference{"fl-16", "2017:900", "förvaltningslagen", "16–18 §§", 2018y / 7 / 1, {}, 2025y / 9 / 1},
    LegalReference{"lul-6", "1964:167", "lagen med särskilda bestämmelser om unga lagöverträdare", "6 §", 2016y / 9 / 1, {}, 2025y / 9 / 1},
    LegalReference{"osl-10-1", "2009:400", "offentlighets- och sekretesslagen", "10 kap. 1 §", 2009y / 6 / 30, {}, read_on},
    LegalReference{"osl-12-2", "2009:400", "offentlighets- och sekretesslagen", "12 kap. 2 §", 2009y / 6 / 30, {}, read_on},
    LegalReference{"osl-12-3", "2009:400", "offentlighets- och sekretesslagen", "12 kap. 3 §", 2009y / 6 / 30, {}, read_on},
    LegalReference{"sol-11-1", "2001:453", "socialtjänstlagen", "4 kap. 1 §", 2002y / 1 / 1, old_act_end, read_on},
    LegalReference{"sol-11-1", "2025:400", "socialtjänstlagen", "11 kap. 1 §", new_act, {}, read_on},
    LegalReference{"sol-11-5", "2025:400", "socialtjänstlagen", "11 kap. 5 §", new_act, {}, read_on},
    LegalReference{"sol-14-3", "2001:453", "socialtjänstlagen", "11 kap. 5 §", 2002y / 1 / 1, old_act_end, read_on},
    LegalReference{"sol-14-3", "2025:400", "socialtjänstlagen", "14 kap. 3 §", new_act, {}, read_on},
    LegalReference{"sol-18-4", "2001:453", "socialtjänstlagen", "5 kap. 1 §", 2002y / 1 / 1, old_act_end, read_on},
    LegalReference{"sol-18-4", "2025:400", "socialtjänstlagen", "18 kap. 4–6 §§", new_act, {}, read_on},
    LegalReference{"sol-19-1", "2001:453", "socialtjänstlagen", "14 kap. 1 §", 2002y / 1 / 1, old_act_end, read_on},
    LegalReference{"sol-19-1", "2025:400", "socialtjänstlagen", "19 kap. 1 §", new_act, before_reworded, read_on},
    LegalReference{"sol-19-1", "2025:400", "socialtjänstlagen", "19 kap. 1 §", reworded, {}, read_on, "2025:1501"},
    LegalReference{"sol-19-6", "2025:400", "socialtjänstlagen", "19 kap. 6 §", new_act, before_reworded, read_on},
    LegalReference{"sol-19-6", "2025:400", "socialtjänstlagen", "19 kap. 6 §", reworded, {}, read_on, "2025:1501"},
    LegalReference{"sol-20-2", "2001:453", "socialtjänstlagen", "11 kap. 1 a §", 2013y / 1 / 1, old_act_end, read_on},
    LegalReference{"sol-20-2", "2025:400", "socialtjänstlagen", "20 kap. 2 §", new_act, {}, read_on},
    LegalReference{"sol-21-1", "2025:400", "socialtjänstlagen", "21 kap. 1 §", new_act, {}, read_on},
    LegalReference{"sol-4-1", "2001:453", "socialtjänstlagen", "2 kap. 1 §", 2011y / 5 / 1, old_act_end, read_on},
    LegalReference{"sol-4-1", "2025:400", "socialtjänstlagen", "4 kap. 1 §", new_act, {}, read_on},
};

}  // namespace

std::span<const LegalReference> legal_references() { return references; }

std::optional<LegalReference> legal_reference(std::string_view id, Date on)
{
    const auto found = std::ranges::find_if(references, [&](const LegalReference& row) {
        return row.id == id && row.from <= on && (!row.last_day || on <= *row.last_day);
    });
    if (found == references.end()) return std::nullopt;
    return *found;
}

std::string wording(const LegalReference& reference)
{
    auto text = std::string(reference.paragraph) + " " + std::string(reference.act_name) + " (" + std::string(reference.act_no) + ")";
    if (!reference.amended_by.empty()) text += ", i lydelse enligt SFS " + std::string(reference.amended_by);
    return text;
}

}  // namespace lots::guideline
