#include "organisation/profile_settings.h"

#include <algorithm>

#include <boost/json.hpp>

#include "base/text.h"
#include "organisation/layout_reader.h"
#include "organisation/organisation.h"
#include "organisation/written.h"

namespace lots::organisation {

namespace json = boost::json;

namespace {

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

/// A line of the municipality's own, at most so long.
Setting line(std::size_t longest, std::string MethodProfile::*member)
{
    return [=](const json::value& value, MethodProfile& profile) {
        const auto* text = value.if_string();
        const auto clean = text == nullptr ? Result<std::string, TextFault>(TextFault::not_utf8) : clean_line(std::string(*text));
        if (!clean || trimmed(*clean).empty() || count_characters(*clean) > longest) return false;
        profile.*member = std::string(trimmed(*clean));
        return true;
    };
}

/// Days before something, the longest first.
Setting days_before(std::vector<int> MethodProfile::*member)
{
    return [=](const json::value& value, MethodProfile& profile) {
        const auto* list = value.if_array();
        if (list == nullptr || list->empty() || list->size() > 6) return false;
        std::vector<int> days(list->size());
        for (std::size_t i = 0; i < days.size(); ++i)
            if (!number((*list)[i], 1, 365, days[i])) return false;
        if (!std::is_sorted(days.rbegin(), days.rend())) return false;
        profile.*member = std::move(days);
        return true;
    };
}

bool size_of_group(const json::value& value, MethodProfile& profile)
{
    int size = 0;
    if (!number(value, 2, 50, size)) return false;
    profile.working_group_size = size;
    return true;
}

bool layout(const json::value& value, MethodProfile& profile)
{
    auto read = read_layout(value);
    if (!read) return false;
    profile.layout = std::move(*read);
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

bool network_interval(const json::value& value, MethodProfile& profile)
{
    int days = 0;
    if (value.is_null()) {
        profile.network_interval_days.reset();
        return true;
    }
    if (!number(value, 1, 186, days)) return false;
    profile.network_interval_days = days;
    return true;
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

Setting one_of(std::vector<std::string_view> choices, std::string MethodProfile::*member)
{
    return [choices = std::move(choices), member](const json::value& value, MethodProfile& profile) {
        const auto* text = value.if_string();
        if (text == nullptr || std::ranges::find(choices, std::string_view(*text)) == choices.end()) return false;
        profile.*member = std::string(*text);
        return true;
    };
}

Setting words(std::size_t longest, std::string MethodProfile::*member)
{
    return [=](const json::value& value, MethodProfile& profile) {
        const auto* text = value.if_string();
        if (text == nullptr || text->size() > longest) return false;
        profile.*member = std::string(*text);
        return true;
    };
}

Setting yes_or_no(bool MethodProfile::*member)
{
    return [=](const json::value& value, MethodProfile& profile) {
        const auto* said = value.if_bool();
        if (said != nullptr) profile.*member = *said;
        return said != nullptr;
    };
}

Setting years(std::optional<int> MethodProfile::*member)
{
    return [=](const json::value& value, MethodProfile& profile) {
        int age = 0;
        if (!number(value, 0, 99, age)) return false;
        profile.*member = age;
        return true;
    };
}

/// {"jurist": "…", "reference": "…", "decided_on": "2026-01-31"}: without a name or a day nobody has decided anything.
Setting jurist(std::optional<JuristDecision> MethodProfile::*member)
{
    return [=](const json::value& value, MethodProfile& profile) {
        const auto* decision = value.if_object();
        if (decision == nullptr || decision->size() != 3) return false;
        const auto text = [&](const char* name) {
            const auto* found = decision->if_contains(name);
            return found == nullptr || !found->is_string() ? std::string{} : std::string(found->get_string());
        };
        const auto day = parse_date(text("decided_on"));
        if (!day || text("jurist").empty() || text("reference").empty()) return false;
        profile.*member = JuristDecision{text("jurist"), text("reference"), *day};
        return true;
    };
}

}  // namespace

const std::map<std::string, Setting, std::less<>>& settings()
{
    using P = MethodProfile;
    static const std::map<std::string, Setting, std::less<>> all{
        {"program", program},
        {"plan_word", plan_word},
        {"consent_months_longest", within(1, 24, &P::consent_months_longest)},
        {"consent_months_usual", within(1, 24, &P::consent_months_usual)},
        {"meeting_interval_days", within(1, 93, &P::meeting_interval_days)},
        {"network_interval_days", network_interval},
        {"guardians_not_invited_when", words(500, &P::guardians_not_invited_when)},
        {"first_meeting_days", within(1, 93, &P::first_meeting_days)},
        {"acceptance_days", within(1, 93, &P::acceptance_days)},
        {"first_commitment_days", within(1, 93, &P::first_commitment_days)},
        {"decide_after_withdrawal_days", within(1, 31, &P::decide_after_withdrawal_days)},
        {"preliminary_assessment_days", within(1, 14, &P::preliminary_assessment_days)},  // the law's own limit
        {"continue_or_close_months", within(1, 12, &P::continue_or_close_months)},
        {"youngest_years", within(0, 30, &P::youngest_years)},
        {"oldest_years", within(12, 30, &P::oldest_years)},
        {"exit_youngest_years", years(&P::exit_youngest_years)},
        {"exit_oldest_years", years(&P::exit_oldest_years)},
        {"exit_seekers", yes_or_no(&P::exit_seekers)},
        {"exit_routine", words(2000, &P::exit_routine)},
        {"assessment_instrument", one_of({"savry", "ester", "other"}, &P::assessment_instrument)},
        {"usual_mode", one_of({"cooperation_form", "open_intervention", "assessed_intervention"}, &P::usual_mode)},
        {"referral_contact", words(300, &P::referral_contact)},
        {"discharge_planning_weeks", within(1, 52, &P::discharge_planning_weeks)},
        {"waitlist_review_days", within(7, 93, &P::waitlist_review_days)},
        {"emergency_hours_longest", within(1, 72, &P::emergency_hours_longest)},
        {"keep_declined_months", within(1, 60, &P::keep_declined_months)},  // SoL 16 kap. 1 § is the longest
        {"keep_waiting_months", within(1, 60, &P::keep_waiting_months)},
        {"oral_referral_consent", jurist(&P::oral_referral_consent)},
        {"osl_10_15a", jurist(&P::osl_10_15a)},
        {"ladder_days", ladder},
        {"closure_criteria", words(4000, &P::closure_criteria)},
        {"consent_reminder_days", days_before(&P::consent_reminder_days)},
        {"adult_reminder_days", days_before(&P::adult_reminder_days)},
        {"contact_days", within(1, 60, &P::contact_days)},
        {"recheck_months", within(1, 12, &P::recheck_months)},
        {"collecting_agencies", codes(&P::collecting_agencies, is_agency_kind)},
        {"confirmed_languages", codes(&P::confirmed_languages, is_language)},
        {"hindered_guardian", jurist(&P::hindered_guardian)},
        {"adult_signs_ahead", jurist(&P::adult_signs_ahead)},
        {"capacity", capacity},
        {"minutes_days", within(1, 31, &P::minutes_days)},
        {"decide_days", within(1, 31, &P::decide_days)},
        {"name", line(40, &P::name)},
        {"historic_example", yes_or_no(&P::historic_example)},
        {"target_group", line(400, &P::target_group)},
        {"consent_word", line(60, &P::consent_word)},
        {"has_working_group", yes_or_no(&P::has_working_group)},
        {"working_group_word", line(60, &P::working_group_word)},
        {"working_group_size", size_of_group},
        {"working_group_interval_days", within(1, 93, &P::working_group_interval_days)},
        {"named_preparation", yes_or_no(&P::named_preparation)},
        {"fewest_it_could_be_about", within(5, 1000, &P::fewest_it_could_be_about)},
        {"coordinator_units", codes(&P::coordinator_units, is_code)},
        {"layout", layout},
    };
    return all;
}

}  // namespace lots::organisation
