#include "organisation/profile.h"

#include <algorithm>

#include <boost/json.hpp>

#include "organisation/profile_settings.h"
#include "organisation/rules.h"

namespace lots::organisation {

namespace json = boost::json;
using storage::Row;

namespace {

bool has_unit(const Layout& described, std::string_view code)
{
    return std::ranges::any_of(described.agencies, [&](const LayoutAgency& agency) {
        return std::ranges::find(agency.units, code, &LayoutUnit::code) != agency.units.end();
    });
}

}  // namespace

Result<MethodProfile, ProfileFault> parse_profile(std::string_view text)
{
    boost::system::error_code fault;
    const auto value = json::parse(text, fault);
    if (fault || !value.is_object()) return ProfileFault{"the profile is not a JSON object"};
    MethodProfile profile;
    for (const auto& member : value.get_object()) {
        const auto name = std::string(member.key());
        if (const auto weakened = weakens(name))
            return ProfileFault{name + ": would weaken " + std::string(weakened->requirement) + " (" + std::string(weakened->section) +
                                "), which holds in the whole country and may not be adapted (S0-07): " + std::string(weakened->why)};
        const auto setting = settings().find(name);
        if (setting == settings().end()) return ProfileFault{name + ": there is no such setting"};
        if (!setting->second(member.value(), profile)) return ProfileFault{name + ": the value is not possible"};
    }
    if (profile.consent_months_usual > profile.consent_months_longest)
        return ProfileFault{"consent_months_usual: longer than consent_months_longest"};
    if (profile.youngest_years > profile.oldest_years) return ProfileFault{"youngest_years: above oldest_years"};
    if (profile.exit_youngest_years.value_or(profile.youngest_years) > profile.exit_oldest_years.value_or(profile.oldest_years))
        return ProfileFault{"exit_youngest_years: above exit_oldest_years"};
    // Without a layout the units are made by hand, later: then nobody can tell yet.
    if (!profile.layout.agencies.empty())
        for (const auto& code : profile.coordinator_units)
            if (!has_unit(profile.layout, code)) return ProfileFault{"coordinator_units: there is no unit " + code};
    return profile;
}

std::string settings_of(std::string_view text)
{
    auto value = json::parse(std::string(text));
    value.as_object().erase("layout");
    return std::string(json::serialize(value));
}

std::string kept_profile(storage::Session& db, const MunicipalityId& municipality)
{
    auto text = db.one("SELECT COALESCE((SELECT v.profile FROM profile_version v WHERE v.municipality = m.municipality "
                       "ORDER BY v.version DESC LIMIT 1), m.profile) FROM municipality m WHERE m.municipality = $1",
                       [](const Row& row) { return row.get<std::string>(0); }, municipality);
    check(text.has_value(), "the reader's municipality is not there");
    return *std::move(text);
}

MethodProfile profile_of(access::Work& work) { return profile_of(work.db, work.municipality); }

MethodProfile profile_of(storage::Session& db, const MunicipalityId& municipality)
{
    auto profile = parse_profile(kept_profile(db, municipality));
    check(static_cast<bool>(profile), "a stored method profile cannot be read");
    return *std::move(profile);
}

}  // namespace lots::organisation
