#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/value.hpp>

#include "organisation/profile.h"

namespace lots::organisation {

/// How a setting is asked for. A jurist's decision names who, under which number and when.
enum class SettingKind { number, number_or_none, line, words, yes_no, choice, days, kinds_of_agency, languages, units, jurist };

/// A setting as the page of the profile shows it. Its name and what it affects stand in the catalogue:
/// field.set_setting.setting.<name> and …<name>_hint.
struct SettingAbout {
    std::string_view name;
    std::string_view group;  // of setting_groups
    SettingKind kind = SettingKind::number;
    int lowest = 0, highest = 0;  // of a number, both included; of a text the characters
    std::vector<std::string_view> choices = {};
    std::function<boost::json::value(const MethodProfile&)> value = {};  // what holds; null where nothing is chosen
};

inline constexpr std::string_view setting_groups[] = {"words", "aim",     "consent", "group_and_meetings",
                                                      "times", "keeping", "jurist"};

/// Every setting that a municipality can change here. Which ready profile it began with, whether that is a historic example,
/// and the layout of a new municipality are not among them.
std::span<const SettingAbout> settings_to_change();
/// Null when there is none of that name.
const SettingAbout* setting_about(std::string_view name);

/// The kept profile with this setting anew; null takes it out, so that the default holds.
std::string with_setting(std::string_view kept, std::string_view name, const boost::json::value& value);

}  // namespace lots::organisation
