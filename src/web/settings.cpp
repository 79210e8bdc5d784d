#include "web/settings.h"

#include "form/json_writer.h"

namespace lots::web {

using access::Operation;
using storage::Row;
using namespace html::literals;

namespace {

/// What the person chose last; the device's theme, usual text and the account's language when nothing was chosen.
ChooseSettings chosen(access::Work& work)
{
    const auto found = work.db.one(
        "SELECT theme, text_size, language FROM person_setting WHERE municipality = $1 AND person = $2 ORDER BY seq DESC "
        "LIMIT 1",
        [](const Row& row) {
            return ChooseSettings{row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2)};
        },
        work.municipality, work.reader.person);
    return found.value_or(ChooseSettings{"device", "normal", std::string(code_of(work.reader.language))});
}

std::string json_of(const ChooseSettings& settings)
{
    form::JsonWriter json;
    json.object()
        .pair("theme", settings.theme)
        .pair("text_size", settings.text_size)
        .pair("language", settings.language)
        .end_object();
    return json.take();
}

void settings_fields(form::Fields& form, ChooseSettings& input, const form::Choices&)
{
    form.one_of("language", input.language, form.coded("language", {"sv", "en"}));
    form.one_of("theme", input.theme, form.coded("theme", {"device", "light", "dark"}));
    form.one_of("text_size", input.text_size, form.coded("text_size", {"normal", "larger"}));
}

Result<Prepared<ChooseSettings>> prepare_settings(access::Work& work, const Asked&)
{
    if (const auto may = access::allow(work, Operation::manage_own_session); !may) return may.error();
    Prepared<ChooseSettings> prepared;
    prepared.input = chosen(work);
    prepared.back = "/"_url;
    return prepared;
}

Result<Landing> keep_settings(access::Work& work, const ChooseSettings& input)
{
    if (const auto may = access::allow(work, Operation::manage_own_session); !may) return may.error();
    const int seq = *work.db.one(
        "SELECT COALESCE(MAX(seq), 0) + 1 FROM person_setting WHERE municipality = $1 AND person = $2",
        [](const Row& row) { return row.get<int>(0); }, work.municipality, work.reader.person);
    work.db.run("INSERT INTO person_setting (municipality, person, seq, theme, text_size, language, made_at) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                work.municipality, work.reader.person, seq, input.theme, input.text_size, input.language, work.now);
    return Landing{"/installningar"_url, "settings.saved", json_of(input)};
}

Result<std::string> settings_json(access::Work& work, const Asked&)
{
    if (const auto may = access::allow(work, Operation::manage_own_session); !may) return may.error();
    return json_of(chosen(work));
}

}  // namespace

Command<ChooseSettings> choose_settings_command()
{
    return {Operation::manage_own_session,
            "/installningar",
            "/api/v1/settings",
            "settings",
            settings_fields,
            prepare_settings,
            keep_settings};
}

void settings_routes(Site& site)
{
    site.command(choose_settings_command());
    site.data("/api/v1/settings", Operation::manage_own_session, "web.settings.api", settings_json);
}

}  // namespace lots::web
