#include "organisation/profile_commands.h"

#include <algorithm>
#include <charconv>

#include <boost/json.hpp>

#include "base/text.h"
#include "form/json_writer.h"
#include "form/labels.h"
#include "organisation/profile_pages.h"
#include "organisation/profile_versions.h"
#include "organisation/rules.h"
#include "organisation/setting_about.h"
#include "organisation/store.h"

namespace lots::organisation {

namespace json = boost::json;
using access::Operation;

namespace {

constexpr int list_longest = 200;
constexpr int decision_longest = 200;

/// "30, 14, 3" → the parts, without blanks around them.
std::vector<std::string> parts_of(std::string_view text)
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto end = std::min(text.find(','), text.size());
        const auto part = std::string(trimmed(text.substr(0, end)));
        if (!part.empty()) parts.push_back(part);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

json::value text_value(const std::string& text) { return json::value(json::string_view(text.data(), text.size())); }

/// None when one of the parts is no number.
std::optional<json::value> days_value(std::string_view text)
{
    json::array days;
    for (const auto& part : parts_of(text)) {
        int day = 0;
        const auto* end = part.data() + part.size();
        const auto [at, error] = std::from_chars(part.data(), end, day);
        if (error != std::errc{} || at != end) return std::nullopt;
        days.emplace_back(day);
    }
    return json::value(std::move(days));
}

json::value codes_value(const std::vector<std::string>& codes)
{
    json::array all;
    for (const auto& code : codes) all.emplace_back(json::string_view(code.data(), code.size()));
    return json::value(std::move(all));
}

json::value jurist_value(const SetSetting& input)
{
    if (input.choice != "yes") return json::value(nullptr);
    json::object decision;
    const auto day = iso(*input.decided_on);
    decision.emplace("jurist", json::string_view(input.jurist.data(), input.jurist.size()));
    decision.emplace("reference", json::string_view(input.reference.data(), input.reference.size()));
    decision.emplace("decided_on", json::string_view(day.data(), day.size()));
    return json::value(std::move(decision));
}

/// The field in which the value is written, and the value; none when it cannot be read.
struct WantedValue {
    const char* field;
    std::optional<json::value> value;
};

WantedValue wanted_value(const SettingAbout& about, const SetSetting& input)
{
    switch (about.kind) {
    case SettingKind::number:
    case SettingKind::number_or_none:
        return {"number", input.number ? json::value(*input.number) : json::value(nullptr)};
    case SettingKind::line:
    case SettingKind::words:
        return {"text", input.text.empty() ? json::value(nullptr) : text_value(input.text)};
    case SettingKind::yes_no:
        return {"choice", json::value(input.choice == "yes")};
    case SettingKind::choice:
        return {"choice", text_value(input.choice)};
    case SettingKind::days:
        return {"list", days_value(input.list)};
    case SettingKind::languages:
        return {"list", codes_value(parts_of(input.list))};
    case SettingKind::kinds_of_agency:
    case SettingKind::units:
        return {"codes", codes_value(input.codes)};
    case SettingKind::jurist:
        if (input.choice == "yes" && !input.decided_on) return {"decided_on", std::nullopt};
        return {"choice", jurist_value(input)};
    }
    return {"setting", std::nullopt};
}

/// What stands there now, in the fields.
void fill(SetSetting& input, const SettingAbout& about, const MethodProfile& profile)
{
    const auto value = about.value(profile);
    const auto text = [](const json::value& one) {
        return one.is_string() ? std::string(one.get_string().data(), one.get_string().size()) : std::string{};
    };
    if (const auto* number = value.if_int64()) input.number = static_cast<int>(*number);
    if (about.kind == SettingKind::choice)
        input.choice = text(value);
    else
        input.text = text(value);
    if (const auto* flag = value.if_bool()) input.choice = *flag ? "yes" : "no";
    if (const auto* all = value.if_array())
        for (const auto& one : *all) {
            const auto* day = one.if_int64();
            const auto word = day == nullptr ? text(one) : std::to_string(*day);
            input.list += (input.list.empty() ? "" : ", ") + word;
            input.codes.push_back(word);
        }
    if (about.kind != SettingKind::jurist) return;
    input.choice = value.is_object() ? "yes" : "no";
    const auto* decision = value.if_object();
    if (decision == nullptr) return;
    input.jurist = text(decision->at("jurist"));
    input.reference = text(decision->at("reference"));
    input.decided_on = parse_date(text(decision->at("decided_on")));
}

form::Options choices_of(const web::Asked& asked, const SettingAbout& about)
{
    if (about.kind == SettingKind::yes_no || about.kind == SettingKind::jurist)
        return {{"yes", asked.say("organisation.profile.yes")}, {"no", asked.say("organisation.profile.no")}};
    form::Options options;
    for (const auto code : about.choices) options.push_back({std::string(code), choice_words(asked.language(), code)});
    return options;
}

form::Options codes_of(access::Work& work, const web::Asked& asked, const SettingAbout& about)
{
    if (about.kind == SettingKind::units) return unit_options(work);
    if (about.kind != SettingKind::kinds_of_agency) return {};
    const form::Labels labels(asked.language(), "add_agency");
    return labels.coded("kind", {std::begin(agency_kinds), std::end(agency_kinds)});
}

void set_setting_fields(form::Fields& form, SetSetting& input, const form::Choices& choices)
{
    form.path("setting", input.setting);
    form.seen("version_seen", input.version_seen);
    const auto* about = setting_about(input.setting);
    const auto is = [about](std::initializer_list<SettingKind> kinds) {
        return about != nullptr && std::ranges::find(kinds, about->kind) != kinds.end();
    };
    const int lowest = about == nullptr ? 0 : about->lowest, highest = about == nullptr ? 100000 : about->highest;
    form.when(is({SettingKind::number, SettingKind::number_or_none}), [&] {
        form.number("number", input.number, {.required = is({SettingKind::number}), .lowest = lowest, .highest = highest});
    });
    form.when(is({SettingKind::line, SettingKind::words}), [&] {
        form.text(
            "text", input.text,
            {.longest = about == nullptr ? 4000 : highest, .required = false, .rows = is({SettingKind::words}) ? 5 : 1});
    });
    form.when(is({SettingKind::days, SettingKind::languages}),
              [&] { form.text("list", input.list, {.longest = list_longest}); });
    form.when(is({SettingKind::kinds_of_agency, SettingKind::units}),
              [&] { form.any_of("codes", input.codes, choices.of("codes"), {.required = false}); });
    form.when(is({SettingKind::yes_no, SettingKind::choice, SettingKind::jurist}),
              [&] { form.one_of("choice", input.choice, choices.of("values")); });
    form.when(is({SettingKind::jurist}), [&] {
        form.when_chosen("choice", "yes", [&] {
            form.text("jurist", input.jurist, {.longest = 100});
            form.text("reference", input.reference, {.longest = 100});
            form.day("decided_on", input.decided_on);
        });
    });
    form.text("decision", input.decision, {.longest = decision_longest});
}

/// The requirement that nobody can change, as the list of what holds in the whole country has it.
web::AboutWords about_national(Language language)
{
    return [language](const guideline::Finding& finding) {
        return form::Labels(language, "set_setting").find("national", finding.about);
    };
}

Result<web::Prepared<SetSetting>> prepare_setting(access::Work& work, const web::Asked& asked)
{
    if (auto allowed = may_set_profile(work); !allowed) return allowed.error();
    const auto name = asked.part("setting");
    web::Prepared<SetSetting> page;
    page.back = profile_url();
    page.input.setting = name;
    if (weakens(name)) {  // somebody asks for what no municipality can change: the page says why
        page.gate = may_be_local(name);
        page.about = about_national(asked.language());
        return page;
    }
    const auto* about = setting_about(name);
    if (about == nullptr) return not_found();
    page.input.version_seen = newest_profile_version(work);
    fill(page.input, *about, profile_of(work));
    page.choices.with("values", choices_of(asked, *about)).with("codes", codes_of(work, asked, *about));
    page.above = setting_part(work, asked, *about);
    page.check = page.above;
    return page;
}

Result<web::Landing> set_setting(access::Work& work, const SetSetting& input)
{
    if (auto allowed = may_set_profile(work); !allowed) return allowed.error();
    if (weakens(input.setting)) {
        if (auto no = work.unmet(may_be_local(input.setting))) return *no;
    }
    const auto* about = setting_about(input.setting);
    if (about == nullptr) return not_found();
    const auto versions = profile_versions(work);
    if (!versions.empty() && versions.front().version != input.version_seen) {
        const auto& newest = versions.front();
        return Error{
            Conflict{input.version_seen, newest.version, newest.setting, person_name(work, newest.made_by), newest.made_at}};
    }
    const auto wanted = wanted_value(*about, input);
    if (!wanted.value) return invalid(wanted.field, "organisation.profile.unreadable");
    const auto kept = kept_profile(work.db, work.municipality);
    const auto anew = with_setting(kept, about->name, *wanted.value);
    const auto profile = parse_profile(anew);
    if (!profile) return invalid(wanted.field, "organisation.profile.not_possible");
    const auto before = parse_profile(kept);
    if (json::serialize(about->value(*before)) == json::serialize(about->value(*profile)))
        return invalid(wanted.field, "organisation.profile.same");
    add_profile_version(work, about->name, anew, input.decision);
    form::JsonWriter answer;
    answer.object().pair("setting", input.setting).pair("version", newest_profile_version(work)).end_object();
    return web::Landing{profile_url(), "organisation.setting_set", answer.take()};
}

}  // namespace

web::Command<SetSetting> set_setting_command()
{
    return {Operation::manage_organisation,
            "/organisation/profil/{setting}",
            "/api/v1/profile/{setting}",
            "set_setting",
            set_setting_fields,
            prepare_setting,
            set_setting,
            web::Confirmation::check_answers};
}

}  // namespace lots::organisation
