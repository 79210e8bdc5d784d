#include "guideline/law.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace lots::guideline {

namespace {

constexpr Date old_act_end = 2025y / 6 / 30;
constexpr Date new_act = 2025y / 7 / 1;
constexpr Date before_reworded = 2026y / 1 / 14;
constexpr Date reworded = 2026y / 1 / 15;  // SFS 2025:1501: who must make a notice of concern, the feedback to them, and 16:2 a
constexpr Date read_on = 2025y / 12 / 16;
constexpr Date early = 2025y / 9 / 1;      // the acts beside them were read then, in their consolidated text of that day

struct Act {
    std::string_view no, name;
};
constexpr Act fb{"1949:381", "föräldrabalken"};
constexpr Act fl{"2017:900", "förvaltningslagen"};
constexpr Act prevention{"2023:196", "lagen om kommuners ansvar för brottsförebyggande arbete"};
constexpr Act duty_to_inform{"2025:170", "lagen om skyldighet att lämna uppgifter till de brottsbekämpande myndigheterna"};
constexpr Act lul{"1964:167", "lagen med särskilda bestämmelser om unga lagöverträdare"};
constexpr Act lvu{"1990:52", "lagen med särskilda bestämmelser om vård av unga"};
constexpr Act osl{"2009:400", "offentlighets- och sekretesslagen"};
constexpr Act police_act{"1984:387", "polislagen"};
constexpr Act sol_2001{"2001:453", "socialtjänstlagen"};
constexpr Act sol{"2025:400", "socialtjänstlagen"};
constexpr Act solpuf{"2001:637", "förordningen om behandling av personuppgifter inom socialtjänsten"};
constexpr Act solpul{"2001:454", "lagen om behandling av personuppgifter inom socialtjänsten"};

constexpr LegalReference row(std::string_view id, const Act& act, std::string_view paragraph, Date from, std::optional<Date> last_day,
                             Date checked_on, std::string_view amended_by = {}, bool day_uncertain = false)
{
    return {id, act.no, act.name, paragraph, from, last_day, checked_on, amended_by, day_uncertain};
}

constexpr bool uncertain = true;

// docs/method/law.md tells where each was read. QUESTION: from which day OSL 10:18 a, 10:18 c and 26:9 e read as they do (we take that of
// lag 2025:170, decided with them), OSL 10:18 b (that of prop. 2019/20:123), OSL 26:9 a (that of the act it speaks of), LUL 6 § (a month
// after SFS 2016:930 of 27 October 2016) and SoLPuL 10 §. Their rows say that the day is uncertain.
constexpr std::array references{
    row("fb-6-11", fb, "6 kap. 11 §", 1983y / 7 / 1, {}, early),
    row("fb-6-13", fb, "6 kap. 13 §", 1983y / 7 / 1, {}, early),
    row("fb-6-13a", fb, "6 kap. 13 a §", 2012y / 5 / 1, {}, early),
    row("fl-16", fl, "16–18 §§", 2018y / 7 / 1, {}, early),
    row("lag-2023-196-5", prevention, "4–6 §§", 2023y / 7 / 1, {}, early),
    row("lag-2023-196-9", prevention, "9–11 §§", 2023y / 7 / 1, {}, early),
    row("lag-2025-170-4", duty_to_inform, "4 §", 2025y / 4 / 1, {}, early),
    row("lag-2025-170-6", duty_to_inform, "6 §", 2025y / 4 / 1, {}, early),
    row("lag-2025-170-7", duty_to_inform, "7 §", 2025y / 4 / 1, {}, early),
    row("lag-2025-170-8", duty_to_inform, "8 §", 2025y / 4 / 1, {}, early),
    row("lul-6", lul, "6 §", 2016y / 11 / 27, {}, early, "2016:930", uncertain),
    row("lvu-22", lvu, "22 §", 1990y / 7 / 1, {}, early),
    row("osl-10-1", osl, "10 kap. 1 §", 2009y / 6 / 30, {}, read_on),
    row("osl-10-14", osl, "10 kap. 14 §", 2009y / 6 / 30, {}, read_on),
    row("osl-10-15a", osl, "10 kap. 15 a §", 2025y / 12 / 1, {}, read_on, "2025:934"),
    row("osl-10-18a", osl, "10 kap. 18 a §", 2025y / 4 / 1, {}, read_on, "2025:179", uncertain),
    row("osl-10-18b", osl, "10 kap. 18 b §", 2020y / 8 / 1, {}, read_on, {}, uncertain),
    row("osl-10-18c", osl, "10 kap. 18 c §", 2025y / 4 / 1, {}, read_on, {}, uncertain),
    row("osl-10-19", osl, "10 kap. 19 §", 2009y / 6 / 30, {}, read_on),
    row("osl-10-2", osl, "10 kap. 2 §", 2009y / 6 / 30, {}, read_on),
    row("osl-10-20", osl, "10 kap. 20 §", 2009y / 6 / 30, {}, read_on),
    row("osl-10-21", osl, "10 kap. 21 §", 2009y / 6 / 30, {}, read_on),
    row("osl-10-23", osl, "10 kap. 23 §", 2009y / 6 / 30, {}, read_on),
    row("osl-10-27", osl, "10 kap. 27 §", 2009y / 6 / 30, {}, read_on),
    row("osl-10-28", osl, "10 kap. 28 §", 2009y / 6 / 30, {}, read_on),
    row("osl-10-2a", osl, "10 kap. 2 a §", 2023y / 7 / 1, {}, read_on),
    row("osl-11-3", osl, "11 kap. 3 §", 2009y / 6 / 30, {}, read_on),
    row("osl-11-4", osl, "11 kap. 4 §", 2009y / 6 / 30, {}, read_on),
    row("osl-12-1", osl, "12 kap. 1 §", 2009y / 6 / 30, {}, read_on),
    row("osl-12-2", osl, "12 kap. 2 §", 2009y / 6 / 30, {}, read_on),
    row("osl-12-3", osl, "12 kap. 3 §", 2009y / 6 / 30, {}, read_on),
    row("osl-23-2", osl, "23 kap. 2 §", 2009y / 6 / 30, {}, read_on),
    row("osl-25-1", osl, "25 kap. 1 §", 2009y / 6 / 30, {}, read_on),
    row("osl-26-1", osl, "26 kap. 1 §", 2009y / 6 / 30, {}, read_on),
    row("osl-26-5", osl, "26 kap. 5 §", 2009y / 6 / 30, {}, read_on),
    row("osl-26-9", osl, "26 kap. 9 §", 2009y / 6 / 30, {}, read_on),
    row("osl-26-9a", osl, "26 kap. 9 a §", new_act, {}, read_on, {}, uncertain),
    row("osl-26-9e", osl, "26 kap. 9 e §", 2025y / 4 / 1, {}, read_on, "2025:179", uncertain),
    row("osl-35-1", osl, "35 kap. 1 §", 2009y / 6 / 30, {}, read_on),
    row("polislagen-2", police_act, "2–3 §§", 1984y / 10 / 1, {}, early),
    row("sol-11-1", sol_2001, "4 kap. 1 §", 2002y / 1 / 1, old_act_end, read_on),
    row("sol-11-1", sol, "11 kap. 1 §", new_act, {}, read_on),
    row("sol-11-5", sol, "11 kap. 5 §", new_act, {}, read_on),
    row("sol-14-3", sol_2001, "11 kap. 5 §", 2002y / 1 / 1, old_act_end, read_on),
    row("sol-14-3", sol, "14 kap. 3 §", new_act, {}, read_on),
    row("sol-14-5", sol, "14 kap. 5 §", new_act, {}, read_on),
    row("sol-14-6", sol, "14 kap. 6 §", new_act, {}, read_on),
    row("sol-16-1", sol_2001, "12 kap. 1 §", 2002y / 1 / 1, old_act_end, read_on),
    row("sol-16-1", sol, "16 kap. 1 §", new_act, {}, read_on),
    row("sol-16-2", sol_2001, "12 kap. 2 §", 2002y / 1 / 1, old_act_end, read_on),
    row("sol-16-2", sol, "16 kap. 2 §", new_act, {}, read_on),
    row("sol-16-2a", sol, "16 kap. 2 a §", reworded, {}, read_on, "2025:1501"),
    row("sol-16-4", sol, "16 kap. 4 §", new_act, {}, read_on),
    row("sol-18-4", sol_2001, "5 kap. 1 §", 2002y / 1 / 1, old_act_end, read_on),
    row("sol-18-4", sol, "18 kap. 4–6 §§", new_act, {}, read_on),
    row("sol-19-1", sol_2001, "14 kap. 1 §", 2002y / 1 / 1, old_act_end, read_on),
    row("sol-19-1", sol, "19 kap. 1 §", new_act, before_reworded, read_on),
    row("sol-19-1", sol, "19 kap. 1 §", reworded, {}, read_on, "2025:1501"),
    row("sol-19-4", sol, "19 kap. 4 §", new_act, {}, read_on),
    row("sol-19-5", sol, "19 kap. 5 §", new_act, {}, read_on),
    row("sol-19-6", sol, "19 kap. 6 §", new_act, before_reworded, read_on),
    row("sol-19-6", sol, "19 kap. 6 §", reworded, {}, read_on, "2025:1501"),
    row("sol-20-1", sol, "20 kap. 1 §", new_act, {}, read_on),
    row("sol-20-2", sol_2001, "11 kap. 1 a §", 2013y / 1 / 1, old_act_end, read_on),
    row("sol-20-2", sol, "20 kap. 2 §", new_act, {}, read_on),
    row("sol-20-3", sol, "20 kap. 3 §", new_act, {}, read_on),
    row("sol-20-6", sol_2001, "14 kap. 1 §", 2002y / 1 / 1, old_act_end, read_on),
    row("sol-20-6", sol, "20 kap. 6 §", new_act, {}, read_on),
    row("sol-21-1", sol, "21 kap. 1 §", new_act, {}, read_on),
    row("sol-21-2", sol, "21 kap. 2 §", new_act, {}, read_on),
    row("sol-29-9", sol, "29 kap. 9–12 §§", new_act, {}, read_on),
    row("sol-4-1", sol_2001, "2 kap. 1 §", 2011y / 5 / 1, old_act_end, read_on),
    row("sol-4-1", sol, "4 kap. 1 §", new_act, {}, read_on),
    row("solpuf-15", solpuf, "15 §", 2001y / 10 / 1, {}, early),
    row("solpul-10", solpul, "10 §", 2023y / 12 / 1, {}, early, {}, uncertain),
};

}  // namespace

std::span<const LegalReference> legal_references() { return references; }

std::optional<LegalReference> legal_reference(std::string_view id, Date on)
{
    const auto found = std::ranges::find_if(references, [&](const LegalReference& one) {
        return one.id == id && one.from <= on && (!one.last_day || on <= *one.last_day);
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

std::string source_url(const LegalReference& reference)
{
    return "https://rkrattsbaser.gov.se/sfst?bet=" + std::string(reference.act_no);
}

std::vector<LegalReference> not_checked_since(Date day, Date on)
{
    std::vector<LegalReference> old;
    std::ranges::copy_if(references, std::back_inserter(old), [&](const LegalReference& one) {
        return (!one.last_day || on <= *one.last_day) && one.checked_on < day;
    });
    return old;
}

}  // namespace lots::guideline
