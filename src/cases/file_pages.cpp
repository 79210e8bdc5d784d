#include "cases/file_pages.h"

#include <array>

#include "cases/file.h"
#include "cases/page.h"
#include "cases/record.h"
#include "cases/youth.h"
#include "form/json_writer.h"
#include "organisation/store.h"

namespace lots::cases {

using access::Answer;
using access::Compartment;
using access::Operation;
using html::Html;

namespace {

struct Way {
    std::string_view path;
    MessageKey words;
};
const std::array<Way, 4>& ways()
{
    static const std::array<Way, 4> all{{{"personuppgifter", "command.correct_identity.title"},
                                         {"handlaggare", "command.change_officer.title"},
                                         {"ersattare", "command.add_deputy.title"},
                                         {"skyddade-uppgifter", "command.name_reader.title"}}};
    return all;
}

std::string days_words(const web::Asked& asked, Date from, std::optional<Date> last)
{
    if (!last) return asked.say("cases.file.from", {{"day", say_date(asked.language(), from)}});
    return asked.say("cases.file.from_to",
                     {{"from", say_date(asked.language(), from)}, {"to", say_date(asked.language(), *last)}});
}

}  // namespace

Result<web::View> file_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::keep_file>(work, asked.part("case"));
    if (!permit) return permit.error();
    html::SummaryList list;
    const auto row = [&](MessageKey key, const std::string& value) {
        list.rows.push_back({.key = asked.say(key), .value = value});
    };
    const auto officer = holder(*permit, "officer");
    row("cases.header.officer",
        officer ? officer->name + ", " + days_words(asked, officer->from_day, {}) : asked.say("cases.file.nobody"));
    for (const auto& one : deputies(*permit))
        row("cases.file.deputy", one.name + ", " + days_words(asked, one.from_day, one.last_day));
    for (const auto& person : named_readers(*permit))
        row("cases.file.named_reader", organisation::person_name(work, person));
    if (const auto former = former_episode(*permit)) {
        row("cases.file.former", former->number);
        if (former->within_twelve_months) row("cases.file.came_back", asked.say("cases.file.within_twelve_months"));
    }
    Html content = html::summary_list(list);
    std::vector<html::Content> links;
    for (const auto& way : ways())
        links.emplace_back(html::link(case_url(*permit) / "akten" / way.path, asked.say(way.words)));
    if (access::would_allow(*permit, Operation::declare_conflict, Compartment::social_services) != Answer::no)
        links.emplace_back(html::link(case_url(*permit) / "jav", asked.say("command.declare_conflict.title")));
    if (access::would_allow(*permit, Operation::read_register, Compartment::register_) != Answer::no)
        links.emplace_back(html::link(case_url(*permit) / "register", asked.say("cases.register.title")));
    if (access::would_allow(*permit, Operation::readmit, Compartment::social_services) != Answer::no)
        links.emplace_back(html::link(case_url(*permit) / "ny-episod", asked.say("cases.readmit")));
    content << html::bullets(links);
    return case_page(*permit, asked, "akten", asked.say("cases.nav.file"), std::move(content));
}

Result<std::string> file_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::keep_file>(work, asked.part("case"));
    if (!permit) return permit.error();
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).pair("has_officer", holder(*permit, "officer").has_value());
    json.name("deputies").array();
    for (const auto& one : deputies(*permit))
        json.object().pair("from_day", one.from_day).pair("last_day", one.last_day).end_object();
    json.end_array().pair("named_readers", static_cast<int>(named_readers(*permit).size()));
    if (const auto former = former_episode(*permit))
        json.pair("former_episode", former->number)
            .maybe("former_closed_on", former->closed_on)
            .pair("within_twelve_months", former->within_twelve_months);
    return json.end_object().take();
}

Result<web::View> register_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_register>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto entry = register_entry(*permit);
    if (!entry) return not_found();
    const auto youth = youth_of(*permit);
    html::SummaryList list;
    const auto row = [&](MessageKey key, const std::string& value) {
        if (!value.empty()) list.rows.push_back({.key = asked.say(key), .value = value});
    };
    row("cases.register.name", youth.given_name + " " + youth.family_name);
    row("cases.register.personal_number", youth.personal_number);
    row("cases.register.born", say_date(asked.language(), youth.born));
    row("cases.register.days", days_words(asked, entry->from_day, entry->last_day));
    row("cases.register.unit", entry->unit);
    Html content = html::paragraph(asked.say("cases.register.why"));
    content << html::summary_list(list);
    return case_page(*permit, asked, "akten", asked.say("cases.register.title"), std::move(content));
}

Result<std::string> register_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_register>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto entry = register_entry(*permit);
    if (!entry) return not_found();
    const auto youth = youth_of(*permit);
    form::JsonWriter json;
    json.object()
        .pair("case", permit->facts().number)
        .pair("given_name", youth.given_name)
        .pair("family_name", youth.family_name);
    json.pair("personal_number", youth.personal_number)
        .pair("born", youth.born)
        .pair("unit", entry->unit)
        .pair("from_day", entry->from_day);
    return json.maybe("last_day", entry->last_day).end_object().take();
}

}  // namespace lots::cases
