#include "plan/translation.h"

#include <algorithm>
#include <set>

#include "cases/page.h"
#include "cases/sealed.h"
#include "form/labels.h"
#include "plan/store.h"

namespace lots::plan {

using access::Answer;
using access::Compartment;
using access::Operation;
using cases::Drawer;
using html::Html;
using storage::Row;
using vault::Field;
using namespace html::literals;

namespace {

struct Sealed {
    RecordId id;
    Translation translation;
    Bytes text, translator;
};

std::size_t place_of(const std::string& language)
{
    return static_cast<std::size_t>(std::ranges::find(translation_languages, std::string_view(language)) -
                                    translation_languages.begin());
}

/// The newest of each language, in the order of translation_languages, still sealed: what is only listed is not opened.
/// Empty for who reads only the own commitments.
std::vector<Sealed> newest_of_each(const access::CasePermit& permit)
{
    permit.require(Compartment::room);
    if (permit.answer(Compartment::room) != Answer::yes) return {};
    auto& work = permit.work();
    auto stored = work.db.all(
        "SELECT t.id, v.version, t.language, t.translated_on, t.text_sealed, t.translator_sealed FROM plan_translation t "
        "JOIN plan_version v ON v.municipality = t.municipality AND v.id = t.plan "
        "WHERE t.municipality = $1 AND t.case_id = $2 ORDER BY v.version DESC, t.made_at DESC, t.id",
        [](const Row& row) {
            Sealed one;
            one.id = row.get<RecordId>(0);
            one.translation.version = row.get<int>(1);
            one.translation.language = row.get<std::string>(2);
            one.translation.translated_on = row.get<Date>(3);
            one.text = row.get<Bytes>(4);
            one.translator = row.get<Bytes>(5);
            return one;
        },
        work.municipality, permit.case_id());
    std::vector<Sealed> newest;
    std::set<std::string> seen;
    for (auto& one : stored)
        if (seen.insert(one.translation.language).second) newest.push_back(std::move(one));
    std::ranges::sort(newest, {}, [](const Sealed& one) { return place_of(one.translation.language); });
    return newest;
}

Translation opened(const access::CasePermit& permit, const Sealed& one)
{
    auto translation = one.translation;
    translation.text = cases::open(permit, Drawer::room, Field::plan_translation, {one.id.bytes()}, one.text);
    translation.translator = cases::open(permit, Drawer::room, Field::plan_translator, {one.id.bytes()}, one.translator);
    return translation;
}

/// The text with its own language and direction; each line that somebody wrote is a paragraph.
Html translated_text(const Translation& one)
{
    Html part;
    part << "<div"_m << html::attr_if("lang", one.language == "other" ? std::string_view{} : std::string_view(one.language))
         << html::attr("dir", "auto") << ">"_m;
    std::string_view rest = one.text;
    while (!rest.empty()) {
        const auto cut = std::min(rest.find('\n'), rest.size());
        if (cut > 0) part << html::paragraph(rest.substr(0, cut));
        rest.remove_prefix(std::min(cut + 1, rest.size()));
    }
    part << "</div>"_m;
    return part;
}

}  // namespace

std::vector<Translation> translations(const access::CasePermit& permit)
{
    std::vector<Translation> all;
    for (const auto& one : newest_of_each(permit)) all.push_back(opened(permit, one));
    return all;
}

void add_translation(const access::CasePermit& permit, const TranslatePlan& input, int version)
{
    auto& work = permit.work();
    const auto plan = work.db.one(
        "SELECT id FROM plan_version WHERE municipality = $1 AND case_id = $2 AND version = $3",
        [](const Row& row) { return row.get<PlanId>(0); }, work.municipality, permit.case_id(), version);
    check(plan.has_value(), "a plan that was never decided is translated");
    const auto id = work.new_id<RecordId>();
    work.db.run("INSERT INTO plan_translation (municipality, id, case_id, plan, language, translated_on, text_sealed, "
                "translator_sealed, "
                "made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                work.municipality, id, permit.case_id(), *plan, input.language, *input.translated_on,
                cases::seal(permit, Drawer::room, Field::plan_translation, {id.bytes()}, input.text),
                cases::seal(permit, Drawer::room, Field::plan_translator, {id.bytes()}, input.translator), work.now,
                work.reader.person);
}

Html translations_part(const access::CasePermit& permit, const Version& shown, const web::Asked& asked)
{
    const form::Labels labels(asked.language(), "translate_plan");
    Html part;
    for (const auto& found : newest_of_each(permit)) {
        const auto language = labels.find("language", found.translation.language);
        if (found.translation.version != shown.number) {
            part << html::secondary_paragraph(
                asked.say("plan.translation.of_another", {{"language", language}, {"number", found.translation.version}}));
            continue;
        }
        const auto one = opened(permit, found);
        part << html::heading(3, language)
             << html::secondary_paragraph(
                    asked.say("plan.translation.made",
                              {{"day", one.translated_on}, {"number", one.version}, {"translator", one.translator}}))
             << translated_text(one);
    }
    if (access::would_allow(permit, Operation::draft_plan, Compartment::room) == Answer::yes)
        part << html::paragraph(
            html::link(cases::case_url(permit) / "plan" / "version" / std::to_string(shown.number) / "oversattning",
                       asked.say("plan.translation.add")));
    return part;
}

Html translation_links(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto all = newest_of_each(permit);
    if (all.empty()) return {};
    const form::Labels labels(asked.language(), "translate_plan");
    const int newest = versions(permit).front().number;  // a translation is of a decided plan, so there is one
    const auto plan = cases::case_url(permit) / "plan";
    std::vector<html::Content> links;
    for (const auto& found : all) {
        const auto& one = found.translation;  // its language and version: the text stays sealed
        const auto language = labels.find("language", one.language);
        if (one.version == newest) links.emplace_back(html::link(plan / "enkelt", language));
        else
            links.emplace_back(html::link(plan / "version" / std::to_string(one.version),
                                          asked.say("plan.translation.of_older", {{"language", language}, {"number", one.version}})));
    }
    return html::paragraph(asked.say("plan.translation.ways")) << html::bullets(links);
}

}  // namespace lots::plan
