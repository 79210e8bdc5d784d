#include <algorithm>

#include "cases/record.h"
#include "form/json_writer.h"
#include "group/commands.h"
#include "plan/commands.h"
#include "plan/pages.h"
#include "plan/store.h"
#include "plan/translation.h"

// The decided plan in another language is written down (S1-49).
namespace lots::plan {

using access::Operation;

namespace {

std::optional<Version> version_at(const access::CasePermit& permit, const std::string& part)
{
    const auto number = group::number_in(part);
    const auto all = versions(permit);
    const auto found = std::ranges::find_if(all, [&](const Version& one) { return one.number == number; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

Result<web::Prepared<TranslatePlan>> prepare(access::Work& work, const web::Asked& asked)
{
    const auto permit = permit_to_lead(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto version = version_at(*permit, asked.part("number"));
    if (!version) return not_found();
    auto prepared = prepared_for<TranslatePlan>(*permit, asked);
    prepared.input.translated_on = work.today;
    prepared.above << html::paragraph(
                          asked.say("plan.version_line", {{"number", std::to_string(version->number)},
                                                          {"day", say_date(asked.language(), version->valid_from)}}))
                   << plain_plan(*permit, commitments_of(*permit, *version), asked);
    return prepared;
}

Result<web::Landing> translate(access::Work& work, const TranslatePlan& input)
{
    const auto permit = permit_to_lead(work, input.case_number);
    if (!permit) return permit.error();
    const auto version = version_at(*permit, input.number);
    if (!version) return not_found();
    if (*input.translated_on > work.today) return invalid("translated_on", "form.today_or_earlier");
    // What was translated before the plan was decided is a translation of something else.
    if (*input.translated_on < version->valid_from)
        return invalid("translated_on", "field.translate_plan.translated_on.before_plan");
    cases::touch(*permit);
    add_translation(*permit, input, version->number);
    form::JsonWriter json;
    json.object()
        .pair("case", permit->facts().number)
        .pair("version", version->number)
        .pair("language", input.language)
        .end_object();
    return web::Landing{cases::case_url(*permit) / "plan" / "version" / std::to_string(version->number), "plan.translated",
                        json.take()};
}

}  // namespace

void translate_plan_fields(form::Fields& form, TranslatePlan& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
    form.one_of("language", input.language,
                form.coded("language", {translation_languages.begin(), translation_languages.end()}));
    form.day("translated_on", input.translated_on);
    form.text("translator", input.translator, {.longest = 200});
    form.text("text", input.text, {.longest = 6000, .rows = 12});
}

web::Command<TranslatePlan> translate_plan_command()
{
    return {Operation::draft_plan,
            "/arende/{case}/plan/version/{number}/oversattning",
            "/api/v1/cases/{case}/plan/versions/{number}/translations",
            "translate_plan",
            translate_plan_fields,
            prepare,
            translate};
}

}  // namespace lots::plan
