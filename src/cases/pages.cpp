#include <charconv>

#include "cases/attachment.h"
#include "cases/lists.h"
#include "cases/page.h"
#include "cases/routes.h"
#include "cases/youth.h"
#include "form/json_writer.h"
#include "organisation/store.h"

namespace lots::cases {

using access::Answer;
using access::Compartment;
using access::Operation;
using html::Html;
using namespace html::literals;

namespace {

constexpr int most_cases = 50;
constexpr int most_duties = 200;

/// The name where the reader may see it; the notice has none.
std::string name_for(const access::CasePermit& permit)
{
    const bool sees = permit.answer(Compartment::social_services) == Answer::yes || permit.answer(Compartment::room) == Answer::yes;
    return sees ? short_name(youth_of(permit)) : std::string{};
}

Result<web::View> cases_page(access::Work& work, const web::Asked& asked)
{
    if (auto allowed = access::allow(work, Operation::list_cases); !allowed) return allowed.error();
    web::View view;
    view.title = asked.say("web.navigation.cases");
    html::Table table;
    table.caption = asked.say("cases.list.caption");
    table.caption_classes = "govuk-visually-hidden";  // the heading above says it
    table.head = {asked.say("cases.list.number"), asked.say("cases.list.name"), asked.say("cases.list.state"),
                  asked.say("cases.list.consent_until")};
    for (const auto& id : own_cases(work, most_cases)) {
        auto facts = access::load_case_facts(work, id);
        check(facts.has_value(), "a listed case is not there");
        const auto permit = access::permit<Operation::see_case>(work, std::move(*facts));
        if (!permit) continue;
        const auto* consent = consent::in_force(permit->facts().consent, asked.today);
        table.rows.push_back({html::Cell(html::link(case_url(*permit), permit->facts().number)), html::Cell(name_for(*permit)),
                              html::Cell(state_tag(asked.language(), permit->facts().state)),
                              html::Cell(consent != nullptr ? say_date_short(asked.language(), consent->last_day) : "–")});
    }
    view.main << html::heading(1, view.title);
    if (table.rows.empty())
        view.main << html::empty_state({.title = asked.say("cases.list.empty"), .text = asked.say("cases.list.empty_text"), .action = {}});
    else view.main << html::scrollable(table.caption, html::table(table));
    return view;
}

Result<std::string> cases_json(access::Work& work, const web::Asked&)
{
    if (auto allowed = access::allow(work, Operation::list_cases); !allowed) return allowed.error();
    form::JsonWriter json;
    json.object().name("cases").array();
    for (const auto& id : own_cases(work, most_cases)) {
        auto facts = access::load_case_facts(work, id);
        check(facts.has_value(), "a listed case is not there");
        const auto permit = access::permit<Operation::see_case>(work, std::move(*facts));
        if (permit)
            json.object().pair("case", permit->facts().number).pair("state", access::name(permit->facts().state)).end_object();
    }
    return json.end_array().end_object().take();
}

struct Urgency {
    MessageKey title;
    bool urgent;
    int days_to;  // included, from today; the group before it ends below
};
constexpr std::array<Urgency, 4> urgencies{{{"cases.day.late", true, -1}, {"cases.day.today", false, 0}, {"cases.day.week", false, 7},
                                            {"cases.day.soon", false, 30}}};

html::WorkItem item_of(const DutyLine& duty, const access::CasePermit& permit, const web::Asked& asked)
{
    const auto what = MessageKey::of_name(duty.what);
    check(what.has_value(), "a duty has no words in the catalogue");
    html::WorkItem item;
    item.text = say(asked.language(), *what, {{Arg("number", duty.number.value_or(0))}});
    auto url = case_url(permit);
    std::string_view rest = duty.path;
    while (!rest.empty()) {
        const auto cut = rest.find('/');
        url = url / rest.substr(0, cut);
        rest = cut == std::string_view::npos ? std::string_view{} : rest.substr(cut + 1);
    }
    item.href = url;
    const auto name = name_for(permit);
    item.about = permit.facts().number + (name.empty() ? "" : " " + name);
    const int late = days_between(duty.last_day, asked.today);
    item.due = late > 0 ? asked.say("cases.day.late_by", {{"days", late}}) : say_date_short(asked.language(), duty.last_day);
    return item;
}

Result<web::View> day_page(access::Work& work, const web::Asked& asked)
{
    if (auto allowed = access::allow(work, Operation::read_day); !allowed) return allowed.error();
    std::array<html::WorkList, urgencies.size()> groups;
    int count = 0;
    for (const auto& duty : own_duties(work, add_days(asked.today, urgencies.back().days_to), most_duties)) {
        auto facts = access::load_case_facts(work, duty.case_id);
        check(facts.has_value(), "a duty belongs to a case that is not there");
        const auto permit = access::permit<Operation::see_case>(work, std::move(*facts));
        if (!permit || permit->facts().state == access::CaseState::suspended) {
            const bool own = permit && permit->covers(Compartment::social_services);
            if (!own) continue;  // "Dela inget mer": while a case rests its duties rest for the others
        }
        const int days = days_between(asked.today, duty.last_day);
        std::size_t group = 0;
        while (days > urgencies[group].days_to) ++group;
        groups[group].items.push_back(item_of(duty, *permit, asked));
        ++count;
    }
    web::View view;
    view.title = asked.say("web.navigation.day");
    view.main << html::heading(1, asked.say("cases.day.title", {{"count", count}}));
    if (count == 0) view.main << html::empty_state({.title = asked.say("cases.day.empty"), .text = asked.say("cases.day.empty_text"), .action = {}});
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (groups[i].items.empty()) continue;
        groups[i].title = asked.say(urgencies[i].title);
        groups[i].urgent = urgencies[i].urgent;
        view.main << html::work_list(groups[i]);
    }
    return view;
}

Result<web::View> timeline_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_timeline>(work, asked.part("case"));
    if (!permit) return permit.error();
    html::Timeline line;
    line.title = asked.say("cases.timeline.caption");
    line.level = 3;
    for (const auto& step : steps(*permit)) {
        html::Event event;
        event.machine_time = iso(step.at);
        event.when = say_moment(asked.language(), step.at);
        event.text = state_words(asked.language(), step.to);
        if (permit->covers(Compartment::social_services) && step.made_by) event.by = organisation::person_name(work, *step.made_by);
        line.events.push_back(std::move(event));
    }
    return case_page(*permit, asked, "handelser", asked.say("cases.nav.timeline"), html::timeline(line));
}

std::optional<int> number_in(const std::string& text)
{
    int number = 0;
    const auto* end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || at != end || number < 1 || text[0] == '0') return std::nullopt;
    return number;
}

Result<web::FileAnswer> file_answer(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_file>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto number = number_in(asked.part("number"));
    auto found = number ? attachment(*permit, *number) : std::nullopt;
    if (!found) return not_found();
    const auto& type = found->file.media_type;
    const auto ending = type == "application/pdf" ? ".pdf" : type == "image/png" ? ".png" : ".jpg";
    return web::FileAnswer{std::move(found->content), type, permit->facts().number + "-" + std::to_string(*number) + ending};
}

}  // namespace

void routes(web::Site& site)
{
    site.page("/min-dag", Operation::read_day, day_page);
    site.page("/arenden", Operation::list_cases, cases_page);
    site.data("/api/v1/cases", Operation::list_cases, "cases.api.list", cases_json);
    site.page("/arende/{case}/handelser", Operation::read_timeline, timeline_page);
    site.file("/arende/{case}/filer/{number}", Operation::read_file, file_answer);
}

}  // namespace lots::cases
