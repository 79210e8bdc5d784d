#include "organisation/profile.h"

#include <algorithm>
#include <functional>
#include <map>

#include <boost/json.hpp>

#include "organisation/organisation.h"

namespace lots::organisation {

namespace json = boost::json;
using storage::Row;

namespace {

/// Reads one setting; false when the value does not fit.
using Setting = std::function<bool(const json::value&, MethodProfile&)>;

bool number(const json::value& value, int lowest, int highest, int& into)
{
    const auto* found = value.if_int64();
    if (found == nullptr || *found < lowest || *found > highest) return false;
    into = static_cast<int>(*found);
    return true;
}

Setting within(int lowest, int highest, int MethodProfile::*member)
{
    return [=](const json::value& value, MethodProfile& profile) { return number(value, lowest, highest, profile.*member); };
}

bool program(const json::value& value, MethodProfile& profile)
{
    const auto* text = value.if_string();
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (text == nullptr || text->size() < 2 || text->size() > 8 || !std::all_of(text->begin(), text->end(), is_capital)) return false;
    profile.program = std::string(*text);
    return true;
}

bool plan_word(const json::value& value, MethodProfile& profile)
{
    const auto* text = value.if_string();
    if (text == nullptr || (*text != "åtgärdsplan" && *text != "handlingsplan")) return false;
    profile.plan_word = std::string(*text);
    return true;
}

bool ladder(const json::value& value, MethodProfile& profile)
{
    const auto* steps = value.if_array();
    if (steps == nullptr || steps->size() != 3) return false;
    for (std::size_t i = 0; i < 3; ++i)
        if (!number((*steps)[i], 0, 365, profile.ladder_days[i])) return false;
    return std::is_sorted(profile.ladder_days.begin(), profile.ladder_days.end());
}

/// Days before something, the longest time first.
Setting days_before(std::vector<int> MethodProfile::*member)
{
    return [=](const json::value& value, MethodProfile& profile) {
        const auto* days = value.if_array();
        if (days == nullptr || days->empty() || days->size() > 5) return false;
        std::vector<int> all(days->size());
        for (std::size_t i = 0; i < all.size(); ++i)
            if (!number((*days)[i], 1, 365, all[i]) || (i > 0 && all[i] >= all[i - 1])) return false;
        profile.*member = std::move(all);
        return true;
    };
}

/// Short codes, each of which `fits`.
Setting codes(std::vector<std::string> MethodProfile::*member, bool (*fits)(std::string_view))
{
    return [=](const json::value& value, MethodProfile& profile) {
        const auto* list = value.if_array();
        if (list == nullptr || list->size() > 40) return false;
        std::vector<std::string> all;
        for (const auto& one : *list) {
            const auto* text = one.if_string();
            if (text == nullptr || !fits(std::string_view(text->data(), text->size()))) return false;
            all.emplace_back(text->data(), text->size());
        }
        profile.*member = std::move(all);
        return true;
    };
}

bool is_agency_kind(std::string_view code) { return std::ranges::find(agency_kinds, code) != std::ranges::end(agency_kinds); }

bool is_language(std::string_view code)
{
    return code.size() >= 2 && code.size() <= 3 && std::ranges::all_of(code, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// What only a jurist may allow: the decision with the jurist's name and day, never a bare yes.
Setting jurists_decision(std::string MethodProfile::*member)
{
    return [=](const json::value& value, MethodProfile& profile) {
        const auto* text = value.if_string();
        if (text == nullptr || text->size() < 12 || text->size() > 200) return false;
        profile.*member = std::string(*text);
        return true;
    };
}

bool capacity(const json::value& value, MethodProfile& profile)
{
    if (value.is_null()) {
        profile.capacity.reset();
        return true;
    }
    int limit = 0;
    if (!number(value, 1, 100000, limit)) return false;
    profile.capacity = limit;
    return true;
}

const std::map<std::string, Setting, std::less<>>& settings()
{
    using P = MethodProfile;
    static const std::map<std::string, Setting, std::less<>> all{
        {"program", program},
        {"plan_word", plan_word},
        {"consent_months_longest", within(1, 24, &P::consent_months_longest)},
        {"consent_months_usual", within(1, 24, &P::consent_months_usual)},
        {"meeting_interval_days", within(1, 93, &P::meeting_interval_days)},
        {"first_meeting_days", within(1, 93, &P::first_meeting_days)},
        {"acceptance_days", within(1, 93, &P::acceptance_days)},
        {"first_commitment_days", within(1, 93, &P::first_commitment_days)},
        {"decide_after_withdrawal_days", within(1, 31, &P::decide_after_withdrawal_days)},
        {"preliminary_assessment_days", within(1, 14, &P::preliminary_assessment_days)},  // the law's own limit
        {"continue_or_close_months", within(1, 12, &P::continue_or_close_months)},
        {"youngest_years", within(0, 30, &P::youngest_years)},
        {"oldest_years", within(12, 30, &P::oldest_years)},
        {"ladder_days", ladder},
        {"consent_reminder_days", days_before(&P::consent_reminder_days)},
        {"adult_reminder_days", days_before(&P::adult_reminder_days)},
        {"contact_days", within(1, 60, &P::contact_days)},
        {"recheck_months", within(1, 12, &P::recheck_months)},
        {"collecting_agencies", codes(&P::collecting_agencies, is_agency_kind)},
        {"confirmed_languages", codes(&P::confirmed_languages, is_language)},
        {"hindered_guardian", jurists_decision(&P::hindered_guardian)},
        {"adult_signs_ahead", jurists_decision(&P::adult_signs_ahead)},
        {"capacity", capacity},
    };
    return all;
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
        const auto setting = settings().find(name);
        if (setting == settings().end()) return ProfileFault{name + ": there is no such setting"};
        if (!setting->second(member.value(), profile)) return ProfileFault{name + ": the value is not possible"};
    }
    if (profile.consent_months_usual > profile.consent_months_longest)
        return ProfileFault{"consent_months_usual: longer than consent_months_longest"};
    if (profile.youngest_years > profile.oldest_years) return ProfileFault{"youngest_years: above oldest_years"};
    return profile;
}

MethodProfile profile_of(access::Work& work)
{
    const auto text = work.db.one("SELECT profile FROM municipality WHERE municipality = $1",
                                  [](const Row& row) { return row.get<std::string>(0); }, work.municipality);
    check(text.has_value(), "the reader's municipality is not there");
    auto profile = parse_profile(*text);
    check(static_cast<bool>(profile), "a stored method profile cannot be read");
    return *std::move(profile);
}

}  // namespace lots::organisation
