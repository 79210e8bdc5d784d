#include "working_group/pages.h"

#include <algorithm>

#include "form/form_page.h"
#include "form/json_writer.h"
#include "form/labels.h"
#include "form/rows.h"
#include "organisation/group_pages.h"
#include "organisation/local_words.h"
#include "organisation/profile.h"
#include "organisation/store.h"
#include "web/gates.h"
#include "working_group/forms.h"
#include "working_group/rules.h"
#include "working_group/store.h"

namespace lots::working_group {

using access::Answer;
using access::Operation;
using html::Html;
using namespace html::literals;

namespace {

constexpr int meetings_on_page = 24;

html::Url groups_url() { return "/arbetsgrupp"_url; }
html::Url meeting_url(const Meeting& meeting) { return groups_url() / "moten" / std::to_string(meeting.number); }

bool may_call_it(const access::Work& work) { return access::would_allow(work.reader, Operation::call_working_group) != Answer::no; }

/// The groups that the reader may see; none where the municipality has chosen to have none, whatever is left of earlier ones.
std::vector<organisation::StandingGroup> groups_there_are(access::Work& work)
{
    if (!organisation::profile_of(work).has_working_group) return {};
    return own_groups(work);
}

/// When the group meets next at the latest, for those who call it (S2-09).
Html next_meeting(access::Work& work, const web::Asked& asked, const organisation::StandingGroup& group, bool called)
{
    if (!may_call_it(work)) return {};
    Html part;
    for (const auto& duty : duties(last_met(work, group.id), called, organisation::profile_of(work).working_group_interval_days)) {
        const bool late = duty.last_day < asked.today;
        part << html::inset_text({.text = asked.say(late ? MessageKey("working_group.due_late") : MessageKey("working_group.due"),
                                                    {{"day", duty.last_day}})});
    }
    return part;
}

Html table_of(const web::Asked& asked, const std::vector<Meeting>& meetings)
{
    html::Table table;
    table.caption = asked.say("working_group.meetings");
    table.cards = true;
    table.head = {asked.say("working_group.number"), asked.say("working_group.when"), asked.say("working_group.group"),
                  asked.say("working_group.state")};
    for (const auto& meeting : meetings) {
        const auto state = meeting.outcome.empty()          ? asked.say("working_group.state.called")
                           : meeting.outcome == "held"      ? asked.say("working_group.state.held")
                                                            : asked.say("working_group.state.called_off");
        table.rows.push_back({html::Cell(html::link(meeting_url(meeting), std::to_string(meeting.number))),
                              html::Cell(say_moment(asked.language(), meeting.starts_at)), html::Cell(meeting.group_name), html::Cell(state)});
    }
    return html::scrollable(table.caption, html::table(table));
}

/// The questions about one item, with names of their own.
Html questions_about(const web::Asked& asked, int number, const form::Options& agencies)
{
    const std::vector<FieldError> no_faults;
    form::FormPage page(form::Labels(asked.language(), "recommend_items"), asked.words(), nullptr, no_faults);
    form::RowFields row(page, std::to_string(number));
    ItemAdvice empty;
    advice_fields(row, empty, agencies);
    return page.take_body();
}

/// Each item with what the group is asked about it below its text, and one button for all. An item of a colleague's case
/// that waits is there by its number alone.
Html items_with_questions(access::Work& work, const web::Asked& asked, const Meeting& meeting,
                          const std::vector<Item>& items)
{
    const auto waiting = waiting_items(work, meeting);
    const auto agencies = organisation::agency_options(work);
    const auto waits = [&](int number) { return std::ranges::find(waiting, number) != waiting.end(); };
    const auto is_shown = [&](int number) { return std::ranges::find(items, number, &Item::number) != items.end(); };
    Html done, asks;
    for (const auto& item : items) {
        if (waits(item.number))
            asks << shown_item(asked, item) << questions_about(asked, item.number, agencies);
        else
            done << shown_item(asked, item) << html::secondary_paragraph(asked.say("working_group.has_recommendation"));
    }
    for (const int number : waiting)
        if (!is_shown(number))
            asks << html::card(asked.say("working_group.item", {{"number", number}}),
                               html::paragraph(asked.say("working_group.not_shown")), 3)
                 << questions_about(asked, number, agencies);
    if (!asks.empty()) {
        html::Form form;
        form.action = meeting_url(meeting) / "rekommendationer";
        form.secrets = asked.secrets();
        form.body << html::secondary_paragraph(asked.say("command.recommend_items.lead")) << asks
                  << html::button({.text = asked.say("command.recommend_items.button")});
        done << html::form(form);
    }
    return done.empty() ? html::paragraph(asked.say("working_group.no_items")) : done;
}

/// The items of the agenda: how things are, worries about young people, what can be done together (S2-10).
Html agenda(access::Work& work, const web::Asked& asked, const Meeting& meeting)
{
    Html part;
    part << html::warning_text(asked.words(), {.text = asked.say("working_group.banner")})
         << html::paragraph(asked.say("working_group.in_the_room")) << html::heading(2, asked.say("working_group.areas"));
    const auto areas = area_items(work, meeting);
    if (areas.empty()) part << html::paragraph(asked.say("working_group.no_areas"));
    for (const auto& one : areas) part << html::paragraph(asked.say("working_group.area", {{"number", one.number}, {"text", one.text}}));
    if (access::would_allow(work.reader, Operation::answer_escalation) != Answer::no)
        part << html::paragraph(html::link("/lyfta"_url, asked.say("working_group.lifted")));

    part << html::heading(2, asked.say("working_group.items"));
    const auto items = items_shown(work, meeting);
    if (!may_call_it(work)) {
        for (const auto& item : items) part << shown_item(asked, item);
        if (items.empty()) part << html::paragraph(asked.say("working_group.no_items"));
        return part << html::inset_text({.text = asked.say("working_group.only_read")});
    }
    part << items_with_questions(work, asked, meeting, items);
    part << html::button_group(
        {html::button({.text = asked.say("command.end_group_meeting.title"), .href = meeting_url(meeting) / "avsluta"}),
         html::button({.text = asked.say("command.add_area_item.title"),
                       .classes = "govuk-button--secondary",
                       .href = meeting_url(meeting) / "omrade"}),
         html::button({.text = asked.say("command.call_off_group.title"),
                       .classes = "govuk-button--secondary",
                       .href = meeting_url(meeting) / "stall-in"})});
    return part;
}

/// What was said at a meeting that has ended. Its items are not shown any more (settled 32).
Html told(access::Work& work, const web::Asked& asked, const Meeting& meeting)
{
    if (meeting.outcome != "held") return html::inset_text({.text = asked.say("working_group.was_called_off")});
    Html part;
    html::SummaryList list;
    std::string present;
    for (const auto& one : present_at(work, meeting.id)) present += (present.empty() ? "" : "; ") + one;
    list.rows.push_back({.key = asked.say("working_group.present"), .value = present});
    list.rows.push_back({.key = asked.say("working_group.situation"), .value = meeting.situation});
    list.rows.push_back({.key = asked.say("working_group.measures"), .value = meeting.measures});
    for (const auto& one : area_items(work, meeting))
        list.rows.push_back({.key = asked.say("working_group.area_head", {{"number", one.number}}), .value = one.text});
    return part << html::summary_list(list) << html::paragraph(asked.say("working_group.items_gone"));
}

}  // namespace

Html shown_item(const web::Asked& asked, const Item& item)
{
    const bool named = item.form == "named";
    Html body = html::paragraph(item.text);
    body << html::secondary_paragraph(named ? asked.say("working_group.by_consent") : asked.say("working_group.age", {{"band", item.age_band}}));
    return html::card(asked.say("working_group.item", {{"number", item.number}}), body, 3);
}

Html recommendation_part(const web::Asked& asked, const Recommendation& recommendation)
{
    const form::Labels labels(asked.language(), "recommend");
    html::SummaryList list;
    list.rows.push_back({.key = labels.label("advice"), .value = labels.find("advice", recommendation.advice)});
    list.rows.push_back({.key = asked.say("working_group.made_on"), .value = say_date(asked.language(), recommendation.made_on)});
    list.rows.push_back({.key = labels.label("advice_text"), .value = recommendation.text});
    if (!recommendation.contact_agency.empty())
        list.rows.push_back({.key = labels.label("contact_agency"), .value = recommendation.contact_agency});
    if (!recommendation.contact_position.empty())
        list.rows.push_back({.key = labels.label("contact_position"), .value = recommendation.contact_position});
    if (recommendation.answer) {
        const form::Labels answered(asked.language(), "answer_recommendation");
        list.rows.push_back({.key = answered.label("follows"), .value = answered.find("follows", recommendation.answer->follows ? "yes" : "no")});
        if (!recommendation.answer->reason.empty())
            list.rows.push_back({.key = answered.label("why_left"), .value = recommendation.answer->reason});
    }
    return html::summary_list(list);
}

Result<web::View> groups_page(access::Work& work, const web::Asked& asked)
{
    if (auto allowed = access::allow(work, Operation::read_working_group); !allowed) return allowed.error();
    web::View view;
    view.title = asked.say("working_group.title", {{"group", organisation::local_words(work).group}});
    view.main << html::heading(1, view.title) << html::paragraph(asked.say("working_group.lead"));
    const auto profile = organisation::profile_of(work);
    const auto groups = groups_there_are(work);
    if (groups.empty()) {
        view.main << html::empty_state(
            {.title = asked.say("working_group.none"), .text = asked.say("working_group.none_why")});
        return view;
    }
    const auto called = open_meetings(work);
    for (const auto& group : groups) {
        const auto seats = organisation::seats_of(work, group.id, work.today);
        const bool is_called = std::ranges::find(called, group.id, &Meeting::group) != called.end();
        view.main << html::heading(2, group.name) << next_meeting(work, asked, group, is_called)
                  << web::gate_box(asked.language(), asked.words(), asked.today, asked.say("organisation.groups.gate"),
                                   organisation::police_mandate(organisation::facts_of(seats)), organisation::about_agencies(work), {})
                  << organisation::seat_table(asked, seats, group.name);
        if (profile.working_group_size)
            view.main << html::secondary_paragraph(asked.say("working_group.size", {{"count", seats.size()}, {"size", *profile.working_group_size}}));
    }
    const auto all = meetings(work, meetings_on_page);
    Html action;
    if (may_call_it(work))
        action = html::button({.text = asked.say("command.call_group.title"), .href = groups_url() / "kalla"});
    if (all.empty())
        view.main << html::empty_state({.title = asked.say("working_group.no_meetings"),
                                        .text = asked.say("working_group.no_meetings_next"),
                                        .action = std::move(action)});
    else
        view.main << table_of(asked, all) << action;
    return view;
}

Result<std::string> groups_json(access::Work& work, const web::Asked&)
{
    if (auto allowed = access::allow(work, Operation::read_working_group); !allowed) return allowed.error();
    const auto groups = groups_there_are(work);
    form::JsonWriter json;
    json.object().name("groups").array();
    for (const auto& group : groups) json.object().pair("group", group.code).pair("name", group.name).end_object();
    json.end_array().name("meetings").array();
    // As on the page: no group, no meetings.
    for (const auto& meeting : groups.empty() ? std::vector<Meeting>{} : meetings(work, meetings_on_page))
        json.object()
            .pair("meeting", meeting.number)
            .pair("group", meeting.group_code)
            .pair("starts_at", meeting.starts_at)
            .pair("state", meeting.outcome.empty() ? std::string("called") : meeting.outcome)
            .end_object();
    return json.end_array().end_object().take();
}

Result<web::View> meeting_page(access::Work& work, const web::Asked& asked)
{
    if (auto allowed = access::allow(work, Operation::read_working_group); !allowed) return allowed.error();
    const auto meeting = meeting_of(work, asked.part("meeting"));
    if (!meeting) return not_found();
    web::View view;
    view.title = asked.say("working_group.meeting", {{"number", meeting->number}, {"group", organisation::local_words(work).group}});
    view.before_main = html::back_link(asked.words(), {.href = groups_url()});
    view.main << html::heading(1, view.title)
              << html::paragraph(asked.say("working_group.when_and_where", {{"group", meeting->group_name},
                                                                            {"when", say_moment(asked.language(), meeting->starts_at)},
                                                                            {"place", meeting->place}}))
              << (meeting->outcome.empty() ? agenda(work, asked, *meeting) : told(work, asked, *meeting));
    return view;
}

Result<std::string> meeting_json(access::Work& work, const web::Asked& asked)
{
    if (auto allowed = access::allow(work, Operation::read_working_group); !allowed) return allowed.error();
    const auto meeting = meeting_of(work, asked.part("meeting"));
    if (!meeting) return not_found();
    form::JsonWriter json;
    json.object()
        .pair("meeting", meeting->number)
        .pair("group", meeting->group_code)
        .pair("starts_at", meeting->starts_at)
        .pair("place", meeting->place)
        .pair("state", meeting->outcome.empty() ? std::string("called") : meeting->outcome)
        .pair("situation", meeting->situation)
        .pair("measures", meeting->measures);
    json.name("area_items").array();
    for (const auto& one : area_items(work, *meeting)) json.object().pair("number", one.number).pair("text", one.text).end_object();
    json.end_array().name("items").array();
    for (const auto& item : items_shown(work, *meeting))
        json.object()
            .pair("number", item.number)
            .pair("form", item.form)
            .pair("age_band", item.age_band)
            .pair("text", item.text)
            .end_object();
    return json.end_array().end_object().take();
}

}  // namespace lots::working_group
