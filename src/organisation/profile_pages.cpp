#include "organisation/profile_pages.h"

#include <map>

#include <boost/json.hpp>

#include "base/check.h"
#include "form/json_writer.h"
#include "form/labels.h"
#include "organisation/organisation.h"
#include "organisation/profile_versions.h"
#include "organisation/rules.h"
#include "organisation/store.h"

namespace lots::organisation {

namespace json = boost::json;
using access::Operation;
using access::Work;
using html::Html;
using namespace html::literals;

namespace {

constexpr std::string_view scope = "set_setting";

std::string text_of(const json::value& value)
{
    return value.is_string() ? std::string(value.get_string().data(), value.get_string().size()) : std::string{};
}

/// "31 dagar": the unit is the end of the setting's name.
std::string with_unit(const web::Asked& asked, std::string_view name, std::int64_t number)
{
    if (name.ends_with("_days")) return asked.say("organisation.profile.days", {{"count", number}});
    if (name.ends_with("_weeks")) return asked.say("organisation.profile.weeks", {{"count", number}});
    if (name.ends_with("_months") || name.find("_months_") != std::string_view::npos)
        return asked.say("organisation.profile.months", {{"count", number}});
    if (name.ends_with("_years")) return asked.say("organisation.profile.years", {{"count", number}});
    if (name.find("_hours_") != std::string_view::npos) return asked.say("organisation.profile.hours", {{"count", number}});
    return say_number(asked.language(), static_cast<long long>(number));
}

/// Codes as people read them: names of units, kinds of agency; languages and days as they are.
std::string list_words(Work& work, const web::Asked& asked, const SettingAbout& about, const json::array& all)
{
    const form::Labels kinds(asked.language(), "add_agency");
    std::map<std::string, std::string> names;
    if (about.kind == SettingKind::units)
        for (const auto& unit : units(work)) names[unit.code] = unit.agency_name + ", " + unit.name;
    std::string words;
    for (const auto& one : all) {
        const auto* number = one.if_int64();
        auto word = number == nullptr ? text_of(one) : std::to_string(*number);
        if (about.kind == SettingKind::kinds_of_agency) word = kinds.find("kind", word);
        if (const auto named = names.find(word); named != names.end()) word = named->second;
        words += (words.empty() ? "" : ", ") + word;
    }
    if (words.empty()) return asked.say("organisation.profile.none");
    return about.kind == SettingKind::days ? asked.say("organisation.profile.day_list", {{"days", words}}) : words;
}

std::string value_words(Work& work, const web::Asked& asked, const SettingAbout& about, const json::value& value)
{
    if (about.kind == SettingKind::jurist) {
        const auto* decision = value.if_object();
        if (decision == nullptr) return asked.say("organisation.profile.no");
        const auto day = parse_date(text_of(decision->at("decided_on")));
        check(day.has_value(), "a jurist's decision has a day");
        return asked.say(
            "organisation.profile.jurist",
            {{"jurist", text_of(decision->at("jurist"))}, {"reference", text_of(decision->at("reference"))}, {"day", *day}});
    }
    if (const auto* number = value.if_int64()) return with_unit(asked, about.name, *number);
    if (const auto* flag = value.if_bool())
        return *flag ? asked.say("organisation.profile.yes") : asked.say("organisation.profile.no");
    if (const auto* all = value.if_array()) return list_words(work, asked, about, *all);
    if (value.is_null()) return asked.say("organisation.profile.none");
    return about.kind == SettingKind::choice ? choice_words(asked.language(), text_of(value)) : text_of(value);
}

std::string who_may(const web::Asked& asked, const SettingAbout& about)
{
    if (about.kind == SettingKind::jurist) return asked.say("organisation.profile.who_jurist");
    return asked.say("organisation.profile.who_municipality");
}

std::string setting_words(const web::Asked& asked, std::string_view name)
{
    return form::Labels(asked.language(), std::string(scope)).find("setting", name);
}

/// Value, what it affects and who may change it, as one cell.
Html value_cell(Work& work, const web::Asked& asked, const SettingAbout& about, const MethodProfile& profile)
{
    Html cell = html::paragraph(value_words(work, asked, about, about.value(profile)));
    return cell << html::secondary_paragraph(setting_words(asked, std::string(about.name) + "_hint") + " " +
                                             who_may(asked, about));
}

Html group_part(Work& work, const web::Asked& asked, std::string_view group, const MethodProfile& profile)
{
    html::SummaryList list;
    for (const auto& about : settings_to_change()) {
        if (about.group != group) continue;
        const auto called = setting_words(asked, about.name);
        html::SummaryRow row;
        row.key = called;
        row.value = value_cell(work, asked, about, profile);
        row.actions.push_back(
            {.text = asked.say("organisation.profile.change"), .href = profile_url() / about.name, .hidden = called});
        list.rows.push_back(std::move(row));
    }
    Html part = html::heading(2, form::Labels(asked.language(), std::string(scope)).find("group", group));
    return part << html::summary_list(list);
}

/// What no setting can loosen, each with where it stands (S0-07).
Html national_part(const web::Asked& asked)
{
    const form::Labels labels(asked.language(), std::string(scope));
    html::Table table;
    table.caption = asked.say("organisation.profile.national");
    table.head = {html::Cell(asked.say("organisation.profile.national_what")),
                  html::Cell(asked.say("organisation.profile.national_where"))};
    for (const auto& one : national()) {
        const auto said = labels.find("national", one.setting);
        if (said.empty()) continue;  // another name for the same
        table.rows.push_back({html::Cell(said), html::Cell(std::string(one.requirement) + ", " + std::string(one.section))});
    }
    return html::paragraph(asked.say("organisation.profile.national_text"))
           << html::scrollable(table.caption, html::table(table));
}

}  // namespace

html::Url profile_url() { return "/organisation/profil"_url; }

Result<Done> may_set_profile(Work& work)
{
    if (auto allowed = access::allow(work, Operation::manage_organisation); !allowed) return allowed;
    if (!sets_profile(work.reader.agency_kind)) return not_found();
    return Done{};
}

std::string choice_words(Language language, std::string_view code)
{
    const auto said = form::Labels(language, std::string(scope)).find("choice", code);
    return said.empty() ? std::string(code) : said;
}

Html setting_part(Work& work, const web::Asked& asked, const SettingAbout& about)
{
    html::SummaryList list;
    list.rows.push_back({.key = asked.say("organisation.profile.setting"), .value = setting_words(asked, about.name)});
    list.rows.push_back({.key = asked.say("organisation.profile.affects"),
                         .value = setting_words(asked, std::string(about.name) + "_hint")});
    list.rows.push_back({.key = asked.say("organisation.profile.now"),
                         .value = value_words(work, asked, about, about.value(profile_of(work)))});
    list.rows.push_back({.key = asked.say("organisation.profile.who"), .value = who_may(asked, about)});
    return html::summary_list(list);
}

Result<web::View> profile_page(Work& work, const web::Asked& asked)
{
    if (auto allowed = may_set_profile(work); !allowed) return allowed.error();
    const auto profile = profile_of(work);
    web::View view;
    view.title = asked.say("organisation.profile.title");
    view.before_main = html::back_link(asked.words(), {.href = "/organisation"_url});
    view.main << html::heading(1, view.title) << html::paragraph(asked.say("organisation.profile.lead"));
    if (profile.historic_example)
        view.main << html::inset_text({.text = asked.say("organisation.groups.historic", {{"name", profile.name}})});
    view.main << html::paragraph(html::link("/organisation/profil-historik"_url, asked.say("organisation.profile.history")));
    for (const auto group : setting_groups) view.main << group_part(work, asked, group, profile);
    view.main << national_part(asked);
    return view;
}

Result<std::string> profile_json(Work& work, const web::Asked&)
{
    if (auto allowed = may_set_profile(work); !allowed) return allowed.error();
    form::JsonWriter json;
    json.object().pair("version", newest_profile_version(work)).name("settings").object();
    const auto profile = profile_of(work);
    for (const auto& about : settings_to_change()) json.name(about.name).raw(boost::json::serialize(about.value(profile)));
    json.end_object().name("national").array();
    for (const auto& one : national())
        json.object().pair("setting", one.setting).pair("requirement", one.requirement).end_object();
    return json.end_array().end_object().take();
}

Result<web::View> profile_history_page(Work& work, const web::Asked& asked)
{
    if (auto allowed = may_set_profile(work); !allowed) return allowed.error();
    web::View view;
    view.title = asked.say("organisation.profile.history");
    view.before_main = html::back_link(asked.words(), {.href = profile_url()});
    view.main << html::heading(1, view.title);
    const auto versions = profile_versions(work);
    if (versions.empty()) {
        view.main << html::empty_state({.title = asked.say("organisation.profile.history_none"),
                                        .text = asked.say("organisation.profile.history_none_text"),
                                        .action = {}});
        return view;
    }
    std::vector<PersonId> people;
    for (const auto& one : versions) people.push_back(one.made_by);
    const auto names = person_names(work, people);
    html::Table table;
    table.caption = view.title;
    table.caption_classes = "govuk-visually-hidden";  // the heading above says it
    table.cards = true;
    table.head = {html::Cell(asked.say("organisation.profile.when")), html::Cell(asked.say("organisation.profile.setting")),
                  html::Cell(asked.say("organisation.profile.value")),
                  html::Cell(asked.say("organisation.profile.decision")), html::Cell(asked.say("organisation.profile.by"))};
    for (const auto& one : versions) {
        const auto* about = setting_about(one.setting);
        const auto profile = parse_profile(one.profile);
        check(about != nullptr && static_cast<bool>(profile), "a kept version of the profile cannot be read");
        table.rows.push_back({html::day_cell(say_date_short(asked.language(), local_day(one.made_at))),
                              html::Cell(setting_words(asked, one.setting)),
                              html::Cell(value_words(work, asked, *about, about->value(*profile))), html::Cell(one.decision),
                              html::Cell(names.at(one.made_by))});
    }
    view.main << html::scrollable(table.caption, html::table(table));
    return view;
}

Result<std::string> profile_history_json(Work& work, const web::Asked&)
{
    if (auto allowed = may_set_profile(work); !allowed) return allowed.error();
    form::JsonWriter json;
    json.object().name("versions").array();
    for (const auto& one : profile_versions(work))
        json.object()
            .pair("version", one.version)
            .pair("setting", one.setting)
            .pair("decision", one.decision)
            .pair("made_at", one.made_at)
            .name("profile")
            .raw(one.profile)
            .end_object();
    return json.end_array().end_object().take();
}

}  // namespace lots::organisation
