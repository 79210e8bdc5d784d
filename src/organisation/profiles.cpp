#include "organisation/profiles.h"

#include <algorithm>
#include <array>

#include "organisation/profiles_stockholm.h"

namespace lots::organisation {

namespace {

// The defaults of profile.h are the guideline's own; nothing is added to them.
constexpr std::string_view national = R"json({"name": "national"})json";

// S2: words, target group, and the administrations under boards of their own (S2-01, S2-04, S2-07, S2-09, S2-13).
// S2-12: somebody whom the working group names asks for the consent, and the group is the police and the municipality's administrations.
constexpr std::string_view lund = R"json({
 "name": "lund", "plan_word": "handlingsplan", "consent_word": "samtycke till sekretesslättnad",
 "target_group": "Unga som riskerar att utveckla en kriminell livsstil eller som vill hoppa av ett kriminellt nätverk.",
 "working_group_size": 7, "working_group_interval_days": 31, "meeting_interval_days": 31,
 "collecting_agencies": ["police", "school", "leisure"],
 "layout": {
  "agencies": [
    {"code": "socialforvaltningen", "kind": "social_services", "name": "Socialförvaltningen", "board": "Socialnämnden",
     "units": [{"code": "unga", "name": "Enheten för unga", "parts": ["proposes", "decides", "carries_out"]}]},
    {"code": "kultur-och-fritid", "kind": "leisure", "name": "Kultur- och fritidsförvaltningen", "board": "Kultur- och fritidsnämnden",
     "units": [{"code": "fritid", "name": "Fritidsverksamheten"}]},
    {"code": "barn-och-skola", "kind": "school", "name": "Barn- och skolförvaltningarna", "board": "Barn- och skolnämnderna",
     "units": [{"code": "grundskolor", "name": "Grundskolorna", "parts": ["proposes"]}]},
    {"code": "utbildningsforvaltningen", "kind": "school", "name": "Utbildningsförvaltningen", "board": "Utbildningsnämnden",
     "units": [{"code": "gymnasieskolor", "name": "Gymnasieskolorna", "parts": ["proposes"]}]},
    {"code": "polisen", "kind": "police", "name": "Polisen", "units": [{"code": "narpolis", "name": "Närpolisområde Lund", "parts": ["proposes"]}]},
    {"code": "region", "kind": "health", "name": "Regionen", "units": [{"code": "bup", "name": "Barn- och ungdomspsykiatrin"}]}],
  "police_areas": [{"code": "lund", "name": "Närpolisområde Lund"}],
  "groups": [
    {"kind": "steering_group", "code": "styrgruppen", "name": "Styrgruppen, ett utskott från brottsförebyggande rådet", "tier": "municipality"},
    {"kind": "working_group", "code": "arbetsgruppen", "name": "Arbetsgruppen", "tier": "municipality"}]}
})json";

// A small invented municipality, where everybody knows everybody: no working group, few places.
constexpr std::string_view example = R"json({
 "name": "example", "capacity": 4, "has_working_group": false, "fewest_it_could_be_about": 40,
 "target_group": "Unga mellan 12 och 25 år som begår brott eller vill sluta.",
 "layout": {
  "agencies": [
    {"code": "socialtjansten", "kind": "social_services", "name": "Socialtjänsten",
     "units": [{"code": "mottagningen", "name": "Barn och unga", "parts": ["proposes", "decides", "carries_out"]}]},
    {"code": "polisen", "kind": "police", "name": "Polisen", "units": [{"code": "polis", "name": "Lokalpolisområdet", "parts": ["proposes"]}]},
    {"code": "skolan", "kind": "school", "name": "Skolan", "units": [{"code": "elevhalsa", "name": "Elevhälsan", "parts": ["proposes"]}]},
    {"code": "fritid", "kind": "leisure", "name": "Fritid", "units": [{"code": "fritidsgard", "name": "Fritidsgården"}]}],
  "groups": [{"kind": "steering_group", "code": "styrgruppen", "name": "Styrgruppen", "tier": "municipality"}]}
})json";

struct Ready {
    std::string_view name, json;
};

const std::array<Ready, 5>& ready()
{
    static const std::array<Ready, 5> all{{{"national", national},
                                           {"lund", lund},
                                           {"stockholm-2012", stockholm_2012},
                                           {"lidingo-2012", lidingo_2012},
                                           {"example", example}}};
    return all;
}

}  // namespace

std::vector<std::string_view> profile_names()
{
    std::vector<std::string_view> names;
    for (const auto& one : ready()) names.push_back(one.name);
    return names;
}

std::optional<std::string_view> profile_named(std::string_view name)
{
    const auto found = std::ranges::find(ready(), name, &Ready::name);
    if (found == ready().end()) return std::nullopt;
    return found->json;
}

}  // namespace lots::organisation
