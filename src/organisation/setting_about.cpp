#include "organisation/setting_about.h"

#include <algorithm>

#include <boost/json.hpp>

namespace lots::organisation {

namespace json = boost::json;

namespace {

using P = MethodProfile;
using K = SettingKind;

json::string_view seen(const std::string& text) { return {text.data(), text.size()}; }

SettingAbout whole(std::string_view name, std::string_view group, int lowest, int highest, int P::*member)
{
    return {
        name, group, K::number, lowest, highest, {}, [member](const P& profile) { return json::value(profile.*member); }};
}

SettingAbout maybe(std::string_view name, std::string_view group, int lowest, int highest, std::optional<int> P::*member)
{
    return {name, group, K::number_or_none, lowest, highest, {}, [member](const P& profile) {
                const auto& kept = profile.*member;
                return kept ? json::value(*kept) : json::value(nullptr);
            }};
}

SettingAbout text(std::string_view name, std::string_view group, SettingKind kind, int longest, std::string P::*member)
{
    return {name, group, kind, 0, longest, {}, [member](const P& profile) {
                const auto& kept = profile.*member;
                return kept.empty() ? json::value(nullptr) : json::value(seen(kept));
            }};
}

SettingAbout flag(std::string_view name, std::string_view group, bool P::*member)
{
    return {name, group, K::yes_no, 0, 0, {}, [member](const P& profile) { return json::value(profile.*member); }};
}

SettingAbout one_of(std::string_view name, std::string_view group, std::vector<std::string_view> choices,
                    std::string P::*member)
{
    return {name,
            group,
            K::choice,
            0,
            0,
            std::move(choices),
            [member](const P& profile) { return json::value(seen(profile.*member)); }};
}

SettingAbout day_list(std::string_view name, std::string_view group, std::vector<int> P::*member)
{
    return {name, group, K::days, 0, 365, {}, [member](const P& profile) {
                json::array all;
                for (const int day : profile.*member) all.emplace_back(day);
                return json::value(std::move(all));
            }};
}

SettingAbout codes(std::string_view name, std::string_view group, SettingKind kind, std::vector<std::string> P::*member)
{
    return {name, group, kind, 0, 0, {}, [member](const P& profile) {
                json::array all;
                for (const auto& code : profile.*member) all.emplace_back(seen(code));
                return json::value(std::move(all));
            }};
}

SettingAbout by_jurist(std::string_view name, std::optional<JuristDecision> P::*member)
{
    return {name, "jurist", K::jurist, 0, 0, {}, [member](const P& profile) {
                const auto& kept = profile.*member;
                if (!kept) return json::value(nullptr);
                json::object decision;
                decision.emplace("jurist", seen(kept->jurist));
                decision.emplace("reference", seen(kept->reference));
                decision.emplace("decided_on", seen(iso(kept->decided_on)));
                return json::value(std::move(decision));
            }};
}

std::vector<SettingAbout> make_settings()
{
    return {
        text("program", "words", K::line, 8, &P::program),
        one_of("plan_word", "words", {"åtgärdsplan", "handlingsplan"}, &P::plan_word),
        text("consent_word", "words", K::line, 60, &P::consent_word),
        text("working_group_word", "words", K::line, 60, &P::working_group_word),
        text("target_group", "aim", K::line, 400, &P::target_group),
        whole("youngest_years", "aim", 0, 30, &P::youngest_years),
        whole("oldest_years", "aim", 12, 30, &P::oldest_years),
        flag("exit_seekers", "aim", &P::exit_seekers),
        maybe("exit_youngest_years", "aim", 0, 99, &P::exit_youngest_years),
        maybe("exit_oldest_years", "aim", 0, 99, &P::exit_oldest_years),
        text("exit_routine", "aim", K::words, 2000, &P::exit_routine),
        one_of("assessment_instrument", "aim", {"savry", "ester", "other"}, &P::assessment_instrument),
        one_of("usual_mode", "aim", {"cooperation_form", "open_intervention", "assessed_intervention"}, &P::usual_mode),
        text("referral_contact", "aim", K::words, 300, &P::referral_contact),
        maybe("capacity", "aim", 1, 100000, &P::capacity),
        whole("consent_months_longest", "consent", 1, 24, &P::consent_months_longest),
        whole("consent_months_usual", "consent", 1, 24, &P::consent_months_usual),
        day_list("consent_reminder_days", "consent", &P::consent_reminder_days),
        day_list("adult_reminder_days", "consent", &P::adult_reminder_days),
        whole("contact_days", "consent", 1, 60, &P::contact_days),
        whole("recheck_months", "consent", 1, 12, &P::recheck_months),
        codes("collecting_agencies", "consent", K::kinds_of_agency, &P::collecting_agencies),
        codes("confirmed_languages", "consent", K::languages, &P::confirmed_languages),
        flag("has_working_group", "group_and_meetings", &P::has_working_group),
        maybe("working_group_size", "group_and_meetings", 2, 50, &P::working_group_size),
        whole("working_group_interval_days", "group_and_meetings", 1, 93, &P::working_group_interval_days),
        flag("named_preparation", "group_and_meetings", &P::named_preparation),
        whole("fewest_it_could_be_about", "group_and_meetings", 5, 1000, &P::fewest_it_could_be_about),
        codes("coordinator_units", "group_and_meetings", K::units, &P::coordinator_units),
        whole("meeting_interval_days", "group_and_meetings", 1, 93, &P::meeting_interval_days),
        maybe("network_interval_days", "group_and_meetings", 1, 186, &P::network_interval_days),
        text("guardians_not_invited_when", "group_and_meetings", K::words, 500, &P::guardians_not_invited_when),
        whole("minutes_days", "group_and_meetings", 1, 31, &P::minutes_days),
        whole("preliminary_assessment_days", "times", 1, 14, &P::preliminary_assessment_days),
        whole("first_meeting_days", "times", 1, 93, &P::first_meeting_days),
        whole("first_commitment_days", "times", 1, 93, &P::first_commitment_days),
        whole("acceptance_days", "times", 1, 93, &P::acceptance_days),
        day_list("ladder_days", "times", &P::ladder_days),
        whole("decide_after_withdrawal_days", "times", 1, 31, &P::decide_after_withdrawal_days),
        whole("continue_or_close_months", "times", 1, 12, &P::continue_or_close_months),
        whole("decide_days", "times", 1, 31, &P::decide_days),
        whole("waitlist_review_days", "times", 7, 93, &P::waitlist_review_days),
        whole("discharge_planning_weeks", "times", 1, 52, &P::discharge_planning_weeks),
        whole("emergency_hours_longest", "times", 1, 72, &P::emergency_hours_longest),
        text("closure_criteria", "keeping", K::words, 4000, &P::closure_criteria),
        whole("keep_declined_months", "keeping", 1, 60, &P::keep_declined_months),
        whole("keep_waiting_months", "keeping", 1, 60, &P::keep_waiting_months),
        by_jurist("oral_referral_consent", &P::oral_referral_consent),
        by_jurist("osl_10_15a", &P::osl_10_15a),
        by_jurist("hindered_guardian", &P::hindered_guardian),
        by_jurist("adult_signs_ahead", &P::adult_signs_ahead),
    };
}

const std::vector<SettingAbout>& all_settings()
{
    static const auto all = make_settings();
    return all;
}

}  // namespace

std::span<const SettingAbout> settings_to_change() { return all_settings(); }

const SettingAbout* setting_about(std::string_view name)
{
    const auto& all = all_settings();
    const auto found = std::ranges::find(all, name, &SettingAbout::name);
    return found == all.end() ? nullptr : &*found;
}

std::string with_setting(std::string_view kept, std::string_view name, const json::value& value)
{
    auto profile = json::parse(json::string_view(kept.data(), kept.size()));
    auto& members = profile.as_object();
    const json::string_view key(name.data(), name.size());
    if (value.is_null())
        members.erase(key);
    else
        members[key] = value;
    return std::string(json::serialize(profile));
}

}  // namespace lots::organisation
