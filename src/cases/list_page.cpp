#include "cases/list_page.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "base/check.h"
#include "cases/day.h"
#include "cases/lists.h"
#include "cases/page.h"
#include "cases/paging.h"
#include "cases/record.h"
#include "cases/youth.h"
#include "form/json_writer.h"
#include "organisation/profile.h"
#include "organisation/store.h"

namespace lots::cases {

using access::Answer;
using access::CaseState;
using access::Compartment;
using access::Operation;
using html::Html;
using namespace html::literals;

namespace {

using SeenCase = access::Permit<Operation::see_case>;

/// One line: a case that the reader may see, who has it, and the duty in it that comes first of those the reader may know
/// of.
struct Line {
    SeenCase permit;
    std::optional<PersonId> officer;
    std::optional<DutyLine> next;
};

/// How a part of the list is asked for, in the address of the page or of the API.
struct Names {
    const char* state;
    const char* officer;
    const char* late;
    const char* yes;
    std::array<std::pair<const char*, const char*>, 3> officers;  // as asked, as CaseFilter has it
};
constexpr Names page_names{
    "tillstand", "ansvarig", "forsenat", "ja", {{{"jag", "own"}, {"annan", "others"}, {"ingen", "nobody"}}}};
constexpr Names api_names{"state", "officer", "late", "yes", {{{"own", "own"}, {"others", "others"}, {"nobody", "nobody"}}}};

/// Only for who answers for others' work in the cases; for everybody else the list is whole. What is no such choice hides
/// nothing.
CaseFilter filter_asked(const web::Asked& asked, const Names& names)
{
    CaseFilter filter;
    if (!has_team(asked.reader.role)) return filter;
    if (const auto* state = asked.request.parameter(names.state))
        filter.state = access::word_in<CaseState>(access::case_state_names, *state);
    if (const auto* officer = asked.request.parameter(names.officer))
        for (const auto& [said, kept] : names.officers)
            if (*officer == said) filter.officer = kept;
    if (const auto* late = asked.request.parameter(names.late)) filter.late = *late == names.yes;
    return filter;
}

/// The address of that part.
html::Url url_of(html::Url list, const Names& names, const CaseFilter& filter)
{
    if (filter.state) list = list.with(names.state, access::name(*filter.state));
    for (const auto& [said, kept] : names.officers)
        if (filter.officer == kept) list = list.with(names.officer, said);
    if (filter.late) list = list.with(names.late, names.yes);
    return list;
}

struct Seen {
    std::vector<Line> lines;
    Part part;
};

Seen seen_lines(access::Work& work, const web::Asked& asked, const CaseFilter& filter, const std::string& page_name)
{
    Seen seen{{}, part_asked(asked, page_name, count_own_cases(work, filter))};
    std::map<CaseId, std::vector<DutyLine>> duties;  // most urgent first
    for (auto& duty : duties_of_own_lines(work, filter, lines_a_page, seen.part.skip()))
        duties[duty.case_id].push_back(std::move(duty));
    for (const auto& line : own_case_lines(work, filter, lines_a_page, seen.part.skip())) {
        auto facts = access::load_case_facts(work, line.case_id);
        check(facts.has_value(), "a listed case is not there");
        auto permit = access::permit<Operation::see_case>(work, std::move(*facts));
        if (!permit) continue;
        const auto& here = duties[line.case_id];
        const auto next = std::ranges::find_if(here, [&](const DutyLine& duty) { return may_be_known(*permit, duty); });
        auto first = next == here.end() ? std::nullopt : std::optional(*next);
        seen.lines.push_back({*std::move(permit), line.officer, std::move(first)});
    }
    // Rows cannot tell all that access looks at; what fits on one page is counted by what is shown.
    if (seen.part.pages == 1) seen.part.total = static_cast<int>(seen.lines.size());
    return seen;
}

/// Whether the reader sees more than the notice.
bool sees(const access::CasePermit& permit)
{
    return permit.answer(Compartment::social_services) == Answer::yes || permit.answer(Compartment::room) == Answer::yes;
}

Html next_words(const web::Asked& asked, const std::optional<DutyLine>& next)
{
    Html words;
    if (!next) return words << html::text("–");
    const int late = days_between(next->last_day, asked.today);
    const auto due = due_words(asked, next->last_day);
    words << html::text(duty_words(asked.language(), *next)) << " <span class=\"sig-next\">"_m;
    if (late > 0)
        words << html::status_tag(due, html::TagKind::red);
    else
        words << html::text(due);
    return words << "</span>"_m;
}

html::Table table_of(access::Work& work, const std::vector<Line>& lines, const web::Asked& asked)
{
    html::Table table;
    table.caption = asked.say("cases.list.caption");
    table.caption_classes = "govuk-visually-hidden";  // the heading above says it
    table.first_cell_is_header = table.cards = true;
    table.head = {asked.say("cases.list.number"),  asked.say("cases.list.name"), asked.say("cases.list.state"),
                  asked.say("cases.list.officer"), asked.say("cases.list.next"), asked.say("cases.list.consent_until")};
    std::vector<PersonId> officers;
    for (const auto& line : lines)
        if (line.officer) officers.push_back(*line.officer);
    const auto names = organisation::person_names(work, officers);
    for (const auto& line : lines) {
        const auto& facts = line.permit.facts();
        // Vilande is all that is told of a consent that waits to be put to work (settled 20).
        const auto* consent = facts.state == CaseState::suspended ? nullptr : consent::in_force(facts.consent, asked.today);
        const bool known = sees(line.permit);
        const auto officer = line.officer && known ? names.find(*line.officer) : names.end();
        table.rows.push_back({
            html::Cell(html::link(case_url(line.permit), facts.number)),
            known ? html::Cell(html::link(case_url(line.permit), short_name(youth_of(line.permit))))
                  : html::Cell(std::string{}),
            html::Cell(state_tag(asked.language(), facts.state)),
            html::Cell(officer == names.end() ? std::string("–") : officer->second),
            html::Cell(next_words(asked, line.next)),
            html::day_cell(consent != nullptr ? say_date_short(asked.language(), consent->last_day) : "–")});
    }
    return table;
}

Html list_part(access::Work& work, const std::vector<Line>& lines, const web::Asked& asked)
{
    return html::scrollable(asked.say("cases.list.caption"), html::table(table_of(work, lines, asked)));
}

/// By the number alone, and only among those that the reader may see: a name is sealed, and a search over cases is not ours
/// to offer.
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

/// Links to parts of the list: by state, by who has it, and what is late. The other choices stay as they are.
Html filters(access::Work& work, const web::Asked& asked, const CaseFilter& now)
{
    const auto item = [&](const std::string& words, const CaseFilter& filter, bool current) {
        return html::FilterLink{.text = words, .href = url_of("/arenden"_url, page_names, filter), .current = current};
    };
    std::vector<html::FilterLink> states, officers, late;
    auto other = now;
    other.state.reset();
    states.push_back(item(asked.say("cases.filter.all"), other, !now.state));
    for (const auto& [state, count] : own_case_states(work)) {
        other.state = state;
        states.push_back(
            item(asked.say("cases.filter.state", {{"state", state_words(asked.language(), state)}, {"count", count}}), other,
                 now.state == state));
    }
    other = now;
    const auto by_officer = [&](MessageKey words, const char* officer) {
        other.officer = officer;
        officers.push_back(item(asked.say(words), other, now.officer == officer));
    };
    // Who coordinates for another agency has no case as its officer.
    if (work.reader.role != access::Role::coordinator) {
        by_officer("cases.filter.all", "");
        by_officer("cases.filter.own", "own");
        by_officer("cases.filter.others", "others");
        by_officer("cases.filter.nobody", "nobody");
    }
    other = now;
    other.late = false;
    late.push_back(item(asked.say("cases.filter.all"), other, !now.late));
    other.late = true;
    late.push_back(item(asked.say("cases.filter.late"), other, now.late));
    return html::filter_links(asked.say("cases.filter.by_state"), states)
           << html::filter_links(asked.say("cases.filter.by_officer"), officers)
           << html::filter_links(asked.say("cases.filter.by_late"), late);
}

/// The case with that number, when the reader may see it.
std::vector<Line> found_by_number(access::Work& work, const web::Asked& asked, const std::string& number)
{
    constexpr int far_ahead = 3660;
    std::vector<Line> found;
    auto permit = access::permit<Operation::see_case>(work, number);
    if (!permit) return found;
    const auto officer = holder(*permit, "officer");
    auto duties = case_duties(*permit, add_days(asked.today, far_ahead));
    auto next = duties.empty() ? std::nullopt : std::optional(std::move(duties.front()));
    found.push_back({*std::move(permit), officer ? std::optional(officer->person) : std::nullopt, std::move(next)});
    return found;
}

}  // namespace

Result<web::View> cases_page(access::Work& work, const web::Asked& asked)
{
    if (auto allowed = access::allow(work, Operation::list_cases); !allowed) return allowed.error();
    web::View view;
    view.title = asked.say("web.navigation.cases");
    view.main << html::heading(1, view.title);
    const auto* wanted = asked.request.parameter("nummer");
    if (wanted != nullptr && !wanted->empty()) {
        const auto found = found_by_number(work, asked, *wanted);
        view.main << search_box(work, asked, *wanted);
        if (found.empty())
            view.main << html::paragraph(asked.say("cases.search.none"));
        else
            view.main << list_part(work, found, asked);
        view.main << html::paragraph(html::link("/arenden"_url, asked.say("cases.search.all")));
        return view;
    }
    const auto filter = filter_asked(asked, page_names);
    const bool chosen = filter.state || !filter.officer.empty() || filter.late;
    const auto seen = seen_lines(work, asked, filter, "sida");
    if (!asked.is_family() && (chosen || !seen.lines.empty())) view.main << search_box(work, asked, "");
    // By the person's number only social services search, and not in an address.
    if (work.reader.role == access::Role::social_worker || work.reader.role == access::Role::unit_manager)
        view.main << html::paragraph(html::link("/arenden/sok"_url, asked.say("command.find_case.title")));
    if (has_team(work.reader.role)) {
        view.main << html::paragraph(html::link("/arenden/samordning"_url, asked.say("cases.list.coordination")));
        if (chosen || !seen.lines.empty()) view.main << filters(work, asked, filter);
    }
    if (!seen.lines.empty())
        view.main << list_part(work, seen.lines, asked);
    else if (chosen)
        view.main << html::empty_state(
            {.title = asked.say("cases.filter.none"),
             .text = asked.say("cases.filter.none_text"),
             .action = html::paragraph(html::link("/arenden"_url, asked.say("cases.search.all")))});
    else
        view.main << html::empty_state(
            {.title = asked.say("cases.list.empty"), .text = asked.say("cases.list.empty_text"), .action = {}});
    view.main << paging(asked, seen.part, static_cast<int>(seen.lines.size()), url_of("/arenden"_url, page_names, filter));
    return view;
}

Result<std::string> cases_json(access::Work& work, const web::Asked& asked)
{
    if (auto allowed = access::allow(work, Operation::list_cases); !allowed) return allowed.error();
    const auto filter = filter_asked(asked, api_names);
    const auto seen = seen_lines(work, asked, filter, "page");
    form::JsonWriter json;
    json.object().name("cases").array();
    for (const auto& line : seen.lines) {
        json.object().pair("case", line.permit.facts().number).pair("state", access::name(line.permit.facts().state));
        if (line.next) json.pair("next_duty", line.next->what).pair("next_last_day", line.next->last_day);
        json.end_object();
    }
    json.end_array();
    write_paging(json, seen.part, url_of("/api/v1/cases"_url, api_names, filter));
    return json.end_object().take();
}

}  // namespace lots::cases
