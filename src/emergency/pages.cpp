#include "emergency/pages.h"

#include "cases/page.h"
#include "emergency/store.h"
#include "form/json_writer.h"

namespace lots::emergency {

using access::Answer;
using access::Compartment;
using access::Operation;
using html::Html;

Html one_part(const Emergency& one, const web::Asked& asked)
{
    html::SummaryList list;
    const auto row = [&](MessageKey key, const std::string& value) { list.rows.push_back({.key = asked.say(key), .value = value}); };
    row("emergency.who", one.name + ", " + one.unit_name);
    row("emergency.from", say_moment(asked.language(), one.from_at));
    row("emergency.until", say_moment(asked.language(), one.until_at));
    row("emergency.why", one.reason);
    row("emergency.manager", one.told_at ? asked.say("emergency.told_at", {{"when", say_moment(asked.language(), *one.told_at)}})
                                         : asked.say("emergency.not_told"));
    return html::summary_list(list);
}

Html notice_part(const access::CasePermit& permit, const web::Asked& asked)
{
    if (!permit.covers(Compartment::social_services)) return {};
    const bool has_case = access::would_allow(permit, Operation::keep_file, Compartment::social_services) == Answer::yes;
    auto& work = permit.work();
    Html part;
    for (const auto& one : emergencies(permit)) {
        if (one.until_at <= work.now) continue;
        const auto until = say_moment(asked.language(), one.until_at);
        if (one.person == work.reader.person && one.unit == work.reader.unit && !has_case)
            part << html::inset_text({.text = asked.say("emergency.you_read", {{"until", until}})});
        else if (has_case)
            part << html::inset_text({.text = asked.say("emergency.lasts", {{"name", one.name}, {"unit", one.unit_name}, {"until", until}})})
                 << html::paragraph(html::link(cases::case_url(permit) / "nodatkomster", asked.say("emergency.all")));
    }
    return part;
}

Result<web::View> emergencies_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::keep_file>(work, asked.part("case"));
    if (!permit) return permit.error();
    Html content;
    for (const auto& one : emergencies(*permit))
        content << html::heading(3, asked.say("emergency.one", {{"number", one.number}})) << one_part(one, asked);
    if (content.empty())
        content << html::empty_state({.title = asked.say("emergency.none"), .text = asked.say("emergency.none_text"), .action = {}});
    return cases::case_page(*permit, asked, "akten", asked.say("emergency.all"), std::move(content));
}

Result<std::string> emergencies_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::keep_file>(work, asked.part("case"));
    if (!permit) return permit.error();
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).name("emergencies").array();
    for (const auto& one : emergencies(*permit))
        json.object()
            .pair("emergency", one.number)
            .pair("name", one.name)
            .pair("unit", one.unit_name)
            .pair("from_at", one.from_at)
            .pair("until_at", one.until_at)
            .pair("reason", one.reason)
            .pair("told", one.told_at.has_value())
            .end_object();
    return json.end_array().end_object().take();
}

}  // namespace lots::emergency
