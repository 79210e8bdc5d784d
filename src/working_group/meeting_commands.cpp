#include <algorithm>
#include <optional>

#include "form/json_writer.h"
#include "form/rows.h"
#include "organisation/profile.h"
#include "organisation/store.h"
#include "working_group/commands.h"
#include "working_group/forms.h"
#include "working_group/item_text.h"
#include "working_group/pages.h"
#include "working_group/rules.h"
#include "working_group/store.h"

namespace lots::working_group {

using access::Operation;
using access::Role;
using namespace html::literals;

namespace {

bool by_social_services(const access::Work& work)
{
    return work.reader.role == Role::social_worker || work.reader.role == Role::unit_manager;
}

html::Url meeting_url(const Meeting& meeting) { return "/arbetsgrupp"_url / "moten" / std::to_string(meeting.number); }

std::string json_of(const Meeting& meeting, std::string_view state = {})
{
    form::JsonWriter json;
    json.object().pair("meeting", meeting.number);
    if (!state.empty()) json.pair("state", state);
    return json.end_object().take();
}

/// A meeting that has not ended, for those who call it.
Result<Meeting> open_meeting(access::Work& work, const std::string& number)
{
    if (auto allowed = access::allow(work, Operation::call_working_group); !allowed) return allowed.error();
    auto meeting = meeting_of(work, number);
    if (!meeting || !meeting->outcome.empty()) return not_found();
    return *std::move(meeting);
}

template <class Input>
Result<web::Prepared<Input>> prepared_for(access::Work& work, const web::Asked& asked)
{
    const auto meeting = open_meeting(work, asked.part("meeting"));
    if (!meeting) return meeting.error();
    web::Prepared<Input> prepared;
    prepared.back = meeting_url(*meeting);
    prepared.above = html::inset_text({.text = meeting->group_name + ", " + say_moment(asked.language(), meeting->starts_at)});
    return prepared;
}

// --- the call -----------------------------------------------------------------------------------------------------------

guideline::Decision call_decision(access::Work& work, const std::vector<organisation::StandingGroup>& groups)
{
    return may_call(by_social_services(work), organisation::profile_of(work).has_working_group && !groups.empty());
}

Result<web::Prepared<CallGroup>> prepare_call(access::Work& work, const web::Asked&)
{
    if (auto allowed = access::allow(work, Operation::call_working_group); !allowed) return allowed.error();
    const auto groups = own_groups(work);
    web::Prepared<CallGroup> prepared;
    form::Options options;
    for (const auto& group : groups) options.push_back({group.code, group.name});
    if (groups.size() == 1) prepared.input.group = groups.front().code;
    prepared.choices.with("groups", options);
    prepared.gate = call_decision(work, groups);
    prepared.back = "/arbetsgrupp"_url;
    return prepared;
}

Result<web::Landing> call(access::Work& work, const CallGroup& input)
{
    if (auto allowed = access::allow(work, Operation::call_working_group); !allowed) return allowed.error();
    const auto groups = own_groups(work);
    if (auto no = work.unmet(call_decision(work, groups))) return *no;
    const auto group = std::ranges::find(groups, input.group, &organisation::StandingGroup::code);
    if (group == groups.end()) return invalid("group", "form.not_a_choice");
    if (*input.day < work.today) return invalid("day", "form.today_or_later");
    const auto starts_at = at_local(*input.day, input.clock->hour, input.clock->minute);
    if (starts_at <= work.now) return invalid("clock", "working_group.clock_has_been");
    const int number = add_meeting(work, group->id, starts_at, input.place);
    form::JsonWriter json;
    json.object().pair("meeting", number).end_object();
    return web::Landing{"/arbetsgrupp"_url / "moten" / std::to_string(number), "working_group.called", json.take()};
}

// --- the agenda ---------------------------------------------------------------------------------------------------------

Result<web::Prepared<AddAreaItem>> prepare_area_item(access::Work& work, const web::Asked& asked)
{
    auto prepared = prepared_for<AddAreaItem>(work, asked);
    if (prepared) prepared->about = about_traces(asked.language());
    return prepared;
}

Result<web::Landing> add_item_about_area(access::Work& work, const AddAreaItem& input)
{
    const auto meeting = open_meeting(work, input.meeting);
    if (!meeting) return meeting.error();
    if (auto no = not_to_be_told(work, {input.text}, input.leads_to_nobody)) return *no;
    const int number = add_area_item(work, *meeting, input.text);
    form::JsonWriter json;
    json.object().pair("meeting", meeting->number).pair("item", number).end_object();
    return web::Landing{meeting_url(*meeting), "working_group.area_item_added", json.take()};
}

// --- the end ------------------------------------------------------------------------------------------------------------

Result<web::Prepared<EndMeeting>> prepare_end(access::Work& work, const web::Asked& asked)
{
    auto prepared = prepared_for<EndMeeting>(work, asked);
    if (!prepared) return prepared;
    const auto meeting = meeting_of(work, asked.part("meeting"));
    form::Options seats;
    for (const auto& seat : organisation::seats_of(work, meeting->group, local_day(meeting->starts_at)))
        seats.push_back({std::to_string(seat.number), seat.name + ", " + seat.agency_name});
    prepared->choices.with("seats", seats);
    prepared->about = about_traces(asked.language());
    return prepared;
}

Result<web::Landing> end(access::Work& work, const EndMeeting& input)
{
    const auto meeting = open_meeting(work, input.meeting);
    if (!meeting) return meeting.error();
    if (meeting->starts_at > work.now) return invalid("present", "working_group.not_begun");
    std::vector<organisation::Seat> there;
    std::vector<RecordId> ids;
    for (auto& seat : organisation::seats_of(work, meeting->group, local_day(meeting->starts_at))) {
        if (std::ranges::find(input.present, std::to_string(seat.number)) == input.present.end()) continue;
        ids.push_back(seat.id);
        there.push_back(std::move(seat));
    }
    if (auto no = work.unmet(may_hold(organisation::facts_of(there)))) return *no;
    if (auto no = not_to_be_told(work, {input.situation, input.measures}, input.leads_to_nobody)) return *no;
    add_end(work, *meeting, input, ids);
    return web::Landing{meeting_url(*meeting), "working_group.ended", json_of(*meeting, "held")};
}

Result<web::Prepared<CallOff>> prepare_call_off(access::Work& work, const web::Asked& asked) { return prepared_for<CallOff>(work, asked); }

Result<web::Landing> call_off(access::Work& work, const CallOff& input)
{
    const auto meeting = open_meeting(work, input.meeting);
    if (!meeting) return meeting.error();
    add_call_off(work, *meeting);
    return web::Landing{meeting_url(*meeting), "working_group.called_off", json_of(*meeting, "called_off")};
}

// --- what the group thinks ----------------------------------------------------------------------------------------------

/// The number of an item of this meeting that has no recommendation yet.
std::optional<int> waiting_item(access::Work& work, const Meeting& meeting, const std::string& text)
{
    for (const int number : waiting_items(work, meeting))
        if (std::to_string(number) == text) return number;
    return std::nullopt;
}

Result<web::Prepared<Recommend>> prepare_recommend(access::Work& work, const web::Asked& asked)
{
    auto prepared = prepared_for<Recommend>(work, asked);
    if (!prepared) return prepared;
    const auto meeting = meeting_of(work, asked.part("meeting"));
    const auto number = waiting_item(work, *meeting, asked.part("item"));
    if (!number) return not_found();
    prepared->choices.with("agencies", organisation::agency_options(work));
    return prepared;
}

Result<web::Landing> recommend(access::Work& work, const Recommend& input)
{
    const auto meeting = open_meeting(work, input.meeting);
    if (!meeting) return meeting.error();
    const auto number = waiting_item(work, *meeting, input.item);
    if (!number) return not_found();
    add_recommendation(work, *meeting, *number, input);
    form::JsonWriter json;
    json.object().pair("meeting", meeting->number).pair("item", *number).end_object();
    return web::Landing{meeting_url(*meeting), "working_group.recommended", json.take()};
}

/// What the page of the meeting asks about all items at once.
Result<web::Prepared<RecommendItems>> prepare_recommend_items(access::Work& work, const web::Asked& asked)
{
    auto prepared = prepared_for<RecommendItems>(work, asked);
    if (!prepared) return prepared;
    const auto meeting = meeting_of(work, asked.part("meeting"));
    form::Options items;
    for (const int number : waiting_items(work, *meeting))
        items.push_back({std::to_string(number), asked.say("working_group.item", {{"number", number}})});
    if (items.empty()) return not_found();
    prepared->choices.with("items", items);
    prepared->choices.with("agencies", organisation::agency_options(work));
    for (const auto& item : items_shown(work, *meeting)) prepared->beside << shown_item(asked, item);
    return prepared;
}

/// What is missing in a row: both or neither.
std::optional<Error> slip_in(const ItemAdvice& row)
{
    if (row.advice.empty()) return invalid("advice" + (form::row_mark + row.about), "field.common.advice.missing");
    if (row.text.empty()) return invalid("advice_text" + (form::row_mark + row.about), "field.common.advice_text.missing");
    return std::nullopt;
}

Result<web::Landing> recommend_items(access::Work& work, const RecommendItems& input)
{
    const auto meeting = open_meeting(work, input.meeting);
    if (!meeting) return meeting.error();
    int said = 0;
    for (const auto& row : input.rows) {
        if (row.advice.empty() && row.text.empty() && row.contact_agency.empty() && row.contact_position.empty()) continue;
        if (auto slip = slip_in(row)) return *slip;
        const auto number = waiting_item(work, *meeting, row.about);
        if (!number) return not_found();
        add_recommendation(work, *meeting, *number,
                           {input.meeting, row.about, row.advice, row.text, row.contact_agency, row.contact_position});
        ++said;
    }
    if (input.rows.empty()) return not_found();
    if (said == 0) return *slip_in(input.rows.front());
    form::JsonWriter json;
    json.object().pair("meeting", meeting->number).pair("items", said).end_object();
    return web::Landing{meeting_url(*meeting), "working_group.recommended_items", json.take()};
}

}  // namespace

web::Command<CallGroup> call_group_command()
{
    return {Operation::call_working_group, "/arbetsgrupp/kalla", "/api/v1/working-group/meetings", "call_group", call_group_fields,
            prepare_call, call};
}

web::Command<AddAreaItem> add_area_item_command()
{
    return {Operation::call_working_group, "/arbetsgrupp/moten/{meeting}/omrade", "/api/v1/working-group/meetings/{meeting}/area-items",
            "add_area_item", add_area_item_fields, prepare_area_item, add_item_about_area};
}

web::Command<EndMeeting> end_meeting_command()
{
    return {Operation::call_working_group, "/arbetsgrupp/moten/{meeting}/avsluta", "/api/v1/working-group/meetings/{meeting}/end",
            "end_group_meeting", end_meeting_fields, prepare_end, end, web::Confirmation::check_answers};
}

web::Command<CallOff> call_off_command()
{
    return {Operation::call_working_group, "/arbetsgrupp/moten/{meeting}/stall-in", "/api/v1/working-group/meetings/{meeting}/cancellation",
            "call_off_group", call_off_fields, prepare_call_off, call_off};
}

web::Command<RecommendItems> recommend_items_command()
{
    return {Operation::call_working_group,
            "/arbetsgrupp/moten/{meeting}/rekommendationer",
            "",
            "recommend_items",
            recommend_items_fields,
            prepare_recommend_items,
            recommend_items};
}

web::Command<Recommend> recommend_command()
{
    return {Operation::call_working_group, "", "/api/v1/working-group/meetings/{meeting}/items/{item}/recommendation",
            "recommend", recommend_fields, prepare_recommend, recommend};
}

}  // namespace lots::working_group
