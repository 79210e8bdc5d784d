#include "app/own_meetings.h"

#include <algorithm>
#include <string>
#include <vector>

#include "access/permit.h"
#include "cases/lists.h"
#include "cases/paging.h"
#include "cases/youth.h"
#include "form/json_writer.h"
#include "meeting/store.h"
#include "meeting/words.h"

namespace lots::app {

using access::Answer;
using access::Compartment;
using access::Operation;
using html::Html;
using namespace html::literals;

namespace {

/// A meeting with whose it is, as far as the reader may see it.
struct OwnMeeting {
    std::string number, name;  // of the case; no name for the family, who may have somebody beside them (settled 23)
    html::Url page;
    meeting::Meeting what;
};

bool is_open(const meeting::Meeting& one)
{
    return one.state == meeting::State::called || one.state == meeting::State::held;
}

/// Those of the cases on one part of the reader's list, soonest first; a meeting whose time the reader may not know comes
/// last.
std::vector<OwnMeeting> own_meetings(access::Work& work, const web::Asked& asked, const cases::Part& part)
{
    std::vector<OwnMeeting> all;
    for (const auto& id : cases::own_cases(work, cases::lines_a_page, part.skip())) {
        auto facts = access::load_case_facts(work, id);
        check(facts.has_value(), "a listed case is not there");
        const auto permit = access::permit<Operation::read_meetings>(work, *std::move(facts));
        if (!permit) continue;
        const bool named = !asked.is_family() &&
                           (access::would_allow(*permit, Operation::see_case, Compartment::room) == Answer::yes ||
                            access::would_allow(*permit, Operation::see_case, Compartment::social_services) == Answer::yes);
        for (auto& one : meeting::meetings(*permit)) {
            if (!is_open(one)) continue;
            const auto page = meeting::meeting_url(*permit, one);
            all.push_back({permit->facts().number, named ? cases::short_name(cases::youth_of(*permit)) : std::string{}, page,
                           std::move(one)});
        }
    }
    std::ranges::stable_sort(all, [](const OwnMeeting& a, const OwnMeeting& b) {
        if (!a.what.starts_at || !b.what.starts_at) return a.what.starts_at.has_value() && !b.what.starts_at.has_value();
        return *a.what.starts_at < *b.what.starts_at;
    });
    return all;
}

Html list_of(const std::vector<OwnMeeting>& meetings, const web::Asked& asked, meeting::State state, MessageKey title,
             bool urgent)
{
    html::WorkList list;
    list.title = asked.say(title);
    list.urgent = urgent;
    for (const auto& one : meetings) {
        if (one.what.state != state) continue;
        html::WorkItem item;
        item.text = asked.say("own_meetings.one",
                              {{"number", one.what.number}, {"when", meeting::when_words(asked.language(), one.what)}});
        item.href = one.page;
        item.about = one.name.empty() ? one.number : one.number + " " + one.name;
        if (!asked.is_family()) item.due = one.what.place;
        list.items.push_back(std::move(item));
    }
    return list.items.empty() ? Html{} : html::work_list(list);
}

Result<web::View> meetings_page(access::Work& work, const web::Asked& asked)
{
    if (auto allowed = access::allow(work, Operation::list_cases); !allowed) return allowed.error();
    const auto part = cases::part_asked(asked, "sida", cases::count_own_cases(work));
    const auto meetings = own_meetings(work, asked, part);
    web::View view;
    view.title = asked.say("web.navigation.meetings");
    view.main << html::heading(1, view.title);
    if (meetings.empty())
        view.main << html::empty_state(
            {.title = asked.say("own_meetings.empty"), .text = asked.say("own_meetings.empty_text"), .action = {}});
    view.main << list_of(meetings, asked, meeting::State::held, "own_meetings.held", true)
              << list_of(meetings, asked, meeting::State::called, "own_meetings.ahead", false);
    if (part.pages > 1) view.main << html::secondary_paragraph(asked.say("own_meetings.part"));
    view.main << cases::paging(asked, part, std::min(cases::lines_a_page, part.total - part.skip()), "/moten"_url);
    return view;
}

Result<std::string> meetings_json(access::Work& work, const web::Asked& asked)
{
    if (auto allowed = access::allow(work, Operation::list_cases); !allowed) return allowed.error();
    const auto part = cases::part_asked(asked, "page", cases::count_own_cases(work));
    form::JsonWriter json;
    json.object().name("meetings").array();
    for (const auto& one : own_meetings(work, asked, part))
        json.object()
            .pair("case", one.number)
            .pair("meeting", one.what.number)
            .pair("state", meeting::name(one.what.state))
            .maybe("starts_at", one.what.starts_at)
            .end_object();
    json.end_array();
    cases::write_paging(json, part, "/api/v1/meetings"_url);
    return json.end_object().take();
}

}  // namespace

void add_own_meetings(web::Site& site)
{
    site.page("/moten", Operation::list_cases, meetings_page);
    site.data("/api/v1/meetings", Operation::list_cases, "own_meetings.api", meetings_json);
}

}  // namespace lots::app
