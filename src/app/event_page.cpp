#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "app/events.h"
#include "base/check.h"
#include "cases/page.h"
#include "cases/paging.h"
#include "form/json_writer.h"

namespace lots::app {

using access::Operation;
using html::Html;
using namespace html::literals;

std::vector<CaseEvent> of_kind(std::vector<CaseEvent> events, EventKind kind)
{
    std::erase_if(events, [kind](const CaseEvent& event) { return event.kind != kind; });
    return events;
}

std::vector<EventKind> kinds_in(const std::vector<CaseEvent>& events)
{
    std::vector<EventKind> kinds;
    for (std::size_t i = 0; i < event_kinds.size(); ++i)
        if (std::ranges::find(events, static_cast<EventKind>(i), &CaseEvent::kind) != events.end())
            kinds.push_back(static_cast<EventKind>(i));
    return kinds;
}

std::string kind_words(Language language, EventKind kind)
{
    const auto key = MessageKey::of_name("events.kind." + std::string(event_kinds.at(static_cast<std::size_t>(kind))));
    check(key.has_value(), "a kind of event has words in the catalogue");
    return say(language, *key);
}

html::Event shown(Language language, const CaseEvent& event)
{
    const auto day = local_day(event.at);
    html::Event line;
    line.machine_time = event.whole_day ? iso(day) : iso(event.at);
    line.when = event.whole_day ? say_date(language, day) : say_moment(language, event.at);
    line.text = event.page.empty() ? html::Content(event.text) : html::Content(html::link(event.page, event.text));
    line.by = event.by;
    line.body = event.basis;
    return line;
}

Html events_picture(const web::Asked& asked, const std::vector<CaseEvent>& events)
{
    if (events.size() < 2) return {};
    const auto language = asked.language();
    const auto last = local_day(events.front().at), first = local_day(events.back().at);
    html::LinePicture line;
    line.text.id = "handelser-bild";
    line.text.finding =
        first == last
            ? asked.say("events.picture.one_day", {{"count", events.size()}, {"day", say_date_short(language, first)}})
            : asked.say("events.picture.finding", {{"count", events.size()},
                                                   {"from", say_date_short(language, first)},
                                                   {"to", say_date_short(language, last)}});
    line.text.title = asked.say("events.picture.title");
    line.text.description = asked.say("events.picture.description");
    line.text.head = {asked.say("events.picture.day"), asked.say("events.picture.kind"), asked.say("events.picture.what")};
    for (std::size_t i = 0; i < event_kinds.size(); ++i)
        line.lanes.push_back(kind_words(language, static_cast<EventKind>(i)));
    for (const auto& event : events)
        line.marks.push_back({static_cast<std::size_t>(event.kind), local_day(event.at), event.text});
    return html::line_picture(asked.words(), line);
}

namespace {

std::optional<EventKind> kind_asked(const web::Asked& asked)
{
    const auto* wanted = asked.request.parameter("slag");
    if (wanted == nullptr) return std::nullopt;
    const auto found = std::ranges::find(event_kind_paths, std::string_view(*wanted));
    if (found == event_kind_paths.end()) return std::nullopt;  // what is no kind hides nothing
    return static_cast<EventKind>(found - event_kind_paths.begin());
}

html::Url list_url(const html::Url& all, std::optional<EventKind> kind)
{
    return kind ? all.with("slag", event_kind_paths.at(static_cast<std::size_t>(*kind))) : all;
}

/// "Visa: Allt · Samtycken · Möten": what is shown now is no link.
Html filter(const web::Asked& asked, const html::Url& all, const std::vector<EventKind>& kinds, std::optional<EventKind> now)
{
    if (kinds.size() < 2) return {};
    Html list;
    list << "<nav class=\"sig-filter\""_m << html::attr("aria-label", asked.say("events.filter"))
         << "><ul class=\"sig-filter__list\">"_m;
    const auto add = [&](std::optional<EventKind> kind, const std::string& words) {
        list << "<li>"_m;
        if (kind == now)
            list << "<strong aria-current=\"true\">"_m << html::text(words) << "</strong>"_m;
        else
            list << html::link(list_url(all, kind), words);
        list << "</li>"_m;
    };
    add(std::nullopt, asked.say("events.all"));
    for (const auto kind : kinds) add(kind, kind_words(asked.language(), kind));
    list << "</ul></nav>"_m;
    return list;
}

Result<web::View> events_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_timeline>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto heading = asked.say("cases.nav.timeline");
    const auto here = cases::case_url(*permit) / "handelser";
    auto events = events_of(*permit, asked);
    if (events.empty()) {
        const auto nothing =
            html::empty_state({.title = asked.say("events.empty"), .text = asked.say("events.empty_text"), .action = {}});
        return cases::case_page(*permit, asked, "handelser", heading, nothing);
    }
    const auto kinds = kinds_in(events);
    auto kind = kind_asked(asked);
    if (kind && std::ranges::find(kinds, *kind) == kinds.end())
        kind.reset();  // one that the reader has none of is as good as none asked for
    if (kind) events = of_kind(std::move(events), *kind);
    Html content = filter(asked, here, kinds, kind);
    content << events_picture(asked, events);
    const auto part = cases::part_asked(asked, "sida", static_cast<int>(events.size()));
    html::Timeline line;
    line.title = asked.say("cases.timeline.caption");
    line.level = 3;
    const auto from = static_cast<std::size_t>(part.skip());
    const auto until = std::min(events.size(), from + static_cast<std::size_t>(cases::lines_a_page));
    for (auto i = from; i < until; ++i) line.events.push_back(shown(asked.language(), events[i]));
    const int count = static_cast<int>(line.events.size());
    content << html::timeline(line) << cases::paging(asked, part, count, list_url(here, kind));
    return cases::case_page(*permit, asked, "handelser", heading, std::move(content));
}

Result<std::string> events_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_timeline>(work, asked.part("case"));
    if (!permit) return permit.error();
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).name("events").array();
    for (const auto& event : events_of(*permit, asked)) {
        json.object().pair("kind", event_kinds.at(static_cast<std::size_t>(event.kind)));
        if (event.whole_day)
            json.pair("on", local_day(event.at));
        else
            json.pair("at", event.at);
        json.pair("text", event.text).end_object();
    }
    return json.end_array().end_object().take();
}

}  // namespace

void add_events(web::Site& site)
{
    site.page("/arende/{case}/handelser", Operation::read_timeline, events_page);
    site.data("/api/v1/cases/{case}/events", Operation::read_timeline, "events.api", events_json);
}

}  // namespace lots::app
