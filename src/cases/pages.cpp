#include <charconv>
#include <map>

#include "cases/attachment.h"
#include "cases/file_commands.h"
#include "cases/file_pages.h"
#include "cases/lists.h"
#include "cases/page.h"
#include "cases/paging.h"
#include "cases/routes.h"
#include "cases/rules.h"
#include "cases/school.h"
#include "cases/youth.h"
#include "form/json_writer.h"
#include "organisation/profile.h"

namespace lots::cases {

using access::Answer;
using access::Compartment;
using access::Operation;
using html::Html;
using namespace html::literals;

namespace {

using SeenCase = access::Permit<Operation::see_case>;

/// The name where the reader may see it; the notice has none.
std::string name_for(const access::CasePermit& permit)
{
    const bool sees = permit.answer(Compartment::social_services) == Answer::yes || permit.answer(Compartment::room) == Answer::yes;
    return sees ? short_name(youth_of(permit)) : std::string{};
}

/// A part of the reader's cases, and which.
struct SeenCases {
    std::vector<SeenCase> cases;
    Part part;
};

SeenCases seen_cases(access::Work& work, const web::Asked& asked, const std::string& page_name)
{
    SeenCases seen{{}, part_asked(asked, page_name, count_own_cases(work))};
    for (const auto& id : own_cases(work, lines_a_page, seen.part.skip())) {
        auto facts = access::load_case_facts(work, id);
        check(facts.has_value(), "a listed case is not there");
        if (auto permit = access::permit<Operation::see_case>(work, std::move(*facts))) seen.cases.push_back(*std::move(permit));
    }
    // Rows cannot tell all that access looks at; what fits on one page is counted by what is shown.
    if (seen.part.pages == 1) seen.part.total = static_cast<int>(seen.cases.size());
    return seen;
}

html::Table table_of(const std::vector<SeenCase>& cases, const web::Asked& asked)
{
    html::Table table;
    table.caption = asked.say("cases.list.caption");
    table.caption_classes = "govuk-visually-hidden";  // the heading above says it
    table.head = {asked.say("cases.list.number"), asked.say("cases.list.name"), asked.say("cases.list.state"),
                  asked.say("cases.list.consent_until")};
    for (const auto& permit : cases) {
        // Vilande is all that is told of a consent that waits to be put to work (settled 20).
        const bool rests = permit.facts().state == access::CaseState::suspended;
        const auto* consent = rests ? nullptr : consent::in_force(permit.facts().consent, asked.today);
        table.rows.push_back({html::Cell(html::link(case_url(permit), permit.facts().number)), html::Cell(name_for(permit)),
                              html::Cell(state_tag(asked.language(), permit.facts().state)),
                              html::day_cell(consent != nullptr ? say_date_short(asked.language(), consent->last_day) : "–")});
    }
    return table;
}

/// By the number alone, and only among those that the reader may see: a name is sealed, and a search over cases is not ours to offer.
Html search_box(access::Work& work, const web::Asked& asked, const std::string& number)
{
    html::Input input;
    input.name = "nummer";
    input.label = asked.say("cases.search.number");
    input.hint = html::Hint(asked.say("cases.search.hint", {{"program", organisation::profile_of(work).program}}));
    input.value = number;
    input.autocomplete = "off";
    input.classes = "govuk-input--width-10";
    Html body;
    body << html::input(asked.words(), input)
         << html::button({.text = asked.say("cases.search.button"), .classes = "govuk-button--secondary"});
    return html::search_form("/arenden"_url, body, asked.say("cases.search.number"));
}

Result<web::View> cases_page(access::Work& work, const web::Asked& asked)
{
    if (auto allowed = access::allow(work, Operation::list_cases); !allowed) return allowed.error();
    web::View view;
    view.title = asked.say("web.navigation.cases");
    view.main << html::heading(1, view.title);
    const auto* wanted = asked.request.parameter("nummer");
    if (wanted != nullptr && !wanted->empty()) {
        std::vector<SeenCase> found;
        if (auto permit = access::permit<Operation::see_case>(work, *wanted)) found.push_back(*std::move(permit));
        view.main << search_box(work, asked, *wanted);
        if (found.empty()) view.main << html::paragraph(asked.say("cases.search.none"));
        else view.main << html::scrollable(asked.say("cases.list.caption"), html::table(table_of(found, asked)));
        view.main << html::paragraph(html::link("/arenden"_url, asked.say("cases.search.all")));
        return view;
    }
    const auto seen = seen_cases(work, asked, "sida");
    if (seen.part.pages > 1) view.main << search_box(work, asked, "");
    const auto role = work.reader.role;
    if (role == access::Role::social_worker || role == access::Role::unit_manager || role == access::Role::coordinator)
        view.main << html::paragraph(html::link("/arenden/samordning"_url, asked.say("cases.list.coordination")));
    if (seen.cases.empty())
        view.main << html::empty_state({.title = asked.say("cases.list.empty"), .text = asked.say("cases.list.empty_text"), .action = {}});
    else view.main << html::scrollable(asked.say("cases.list.caption"), html::table(table_of(seen.cases, asked)));
    view.main << paging(asked, seen.part, static_cast<int>(seen.cases.size()), "/arenden"_url);
    return view;
}

Result<std::string> cases_json(access::Work& work, const web::Asked& asked)
{
    if (auto allowed = access::allow(work, Operation::list_cases); !allowed) return allowed.error();
    const auto seen = seen_cases(work, asked, "page");
    form::JsonWriter json;
    json.object().name("cases").array();
    for (const auto& permit : seen.cases)
        json.object().pair("case", permit.facts().number).pair("state", access::name(permit.facts().state)).end_object();
    json.end_array();
    write_paging(json, seen.part, "/api/v1/cases"_url);
    return json.end_object().take();
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
    const auto until = add_days(asked.today, urgencies.back().days_to);
    const auto part = part_asked(asked, "sida", count_own_duties(work, until));
    std::map<CaseId, Result<SeenCase>> seen;  // one case may have several
    std::array<html::WorkList, urgencies.size()> groups;
    int count = 0;
    const auto show = [&](html::WorkItem item, Date last_day) {
        const int days = days_between(asked.today, last_day);
        std::size_t group = 0;
        while (days > urgencies[group].days_to) ++group;
        groups[group].items.push_back(std::move(item));
        ++count;
    };
    for (const auto& duty : own_duties(work, until, lines_a_page, part.skip())) {
        auto at = seen.find(duty.case_id);
        if (at == seen.end()) {
            auto facts = access::load_case_facts(work, duty.case_id);
            check(facts.has_value(), "a duty belongs to a case that is not there");
            at = seen.emplace(duty.case_id, access::permit<Operation::see_case>(work, std::move(*facts))).first;
        }
        const auto& permit = at->second;
        // Who collects a consent for another agency does not see the case, and has that one page of it (S0-18).
        if (!permit && duty.what == "duty.collect_consent") {
            auto facts = access::load_case_facts(work, duty.case_id);
            const auto collects = access::permit<Operation::collect_consent>(work, *std::move(facts));
            if (collects) show(item_of(duty, *collects, asked), duty.last_day);
        }
        // The manager of another unit is told that somebody there opened the case, and has that one page: not whom it is about.
        if (!permit && duty.what == "duty.read_emergency") {
            auto facts = access::load_case_facts(work, duty.case_id);
            const auto told = access::permit<Operation::emergency_access>(work, *std::move(facts));
            if (told) {
                auto item = item_of(duty, *told, asked);
                item.about = told->facts().number;
                show(std::move(item), duty.last_day);
            }
        }
        // A duty is shown to whoever may do it today: not to one who has left, and not while the case rests or after it has ended.
        if (permit && may_be_done(*permit, duty)) show(item_of(duty, *permit, asked), duty.last_day);
    }
    web::View view;
    view.title = asked.say("web.navigation.day");
    view.main << html::heading(1, asked.say("cases.day.title", {{"count", part.pages == 1 ? count : part.total}}));
    if (count == 0) view.main << html::empty_state({.title = asked.say("cases.day.empty"), .text = asked.say("cases.day.empty_text"), .action = {}});
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (groups[i].items.empty()) continue;
        groups[i].title = asked.say(urgencies[i].title);
        groups[i].urgent = urgencies[i].urgent;
        view.main << html::work_list(groups[i]);
    }
    view.main << paging(asked, part, count, "/min-dag"_url);
    return view;
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
    site.command(correct_identity_command());
    site.command(change_officer_command());
    site.command(add_deputy_command());
    site.command(name_reader_command());
    site.command(declare_conflict_command());
    site.page("/arende/{case}/akten", Operation::keep_file, file_page);
    site.data("/api/v1/cases/{case}/file", Operation::keep_file, "cases.api.file", file_json);
    site.page("/arende/{case}/register", Operation::read_register, register_page);
    site.data("/api/v1/cases/{case}/register-entry", Operation::read_register, "cases.api.register", register_json);
    site.command(name_school_command());
    site.data("/api/v1/cases/{case}/school", Operation::read_selection, "cases.api.school", school_json);
    site.file("/arende/{case}/filer/{number}", Operation::read_file, file_answer);
}

}  // namespace lots::cases
