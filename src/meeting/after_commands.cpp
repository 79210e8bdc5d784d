#include "cases/page.h"
#include "cases/record.h"
#include "form/json_writer.h"
#include "meeting/commands.h"
#include "meeting/forms.h"
#include "meeting/load.h"
#include "meeting/minutes_store.h"
#include "meeting/store.h"
#include "meeting/words.h"

// What is done with minutes that are locked.
namespace lots::meeting {

using access::Operation;

namespace {

template <class Input>
web::Prepared<Input> prepared_for(const access::CasePermit& permit, const Meeting& meeting, const web::Asked& asked)
{
    web::Prepared<Input> prepared;
    prepared.header = cases::case_header(permit, asked);
    prepared.back = meeting_url(permit, meeting);
    return prepared;
}

std::string json_of(const Meeting& meeting)
{
    form::JsonWriter json;
    json.object().pair("meeting", meeting.number).end_object();
    return json.take();
}

// --- corrections --------------------------------------------------------------------------------------------------------

Result<web::Prepared<AdjustMinutes>> prepare_adjust(access::Work& work, const web::Asked& asked)
{
    auto at = at_meeting(work, asked.part("case"), asked.part("number"));
    if (!at) return at.error();
    if (!at->meeting.locked_at) return not_found();  // until then the minutes themselves are written on
    return prepared_for<AdjustMinutes>(at->permit, at->meeting, asked);
}

Result<web::Landing> adjust_minutes(access::Work& work, const AdjustMinutes& input)
{
    auto at = at_meeting(work, input.case_number, input.number);
    if (!at) return at.error();
    if (!at->meeting.locked_at) return not_found();
    cases::touch(at->permit);
    add_adjustment(at->permit, at->meeting, input.text);
    return web::Landing{meeting_url(at->permit, at->meeting), "meeting.adjusted", json_of(at->meeting)};
}

// --- who has read, and what the young person got ------------------------------------------------------------------------

struct AtReading {
    access::Permit<Operation::write_note> permit;
    Meeting meeting;
};

Result<AtReading> at_reading(access::Work& work, const std::string& case_number, const std::string& number)
{
    auto permit = access::permit<Operation::write_note>(work, case_number);
    if (!permit) return permit.error();
    auto found = meeting(*permit, number);
    if (!found || !found->locked_at) return not_found();
    return AtReading{std::move(*permit), std::move(*found)};
}

Result<web::Prepared<ReadMinutes>> prepare_read(access::Work& work, const web::Asked& asked)
{
    const auto at = at_reading(work, asked.part("case"), asked.part("number"));
    if (!at) return at.error();
    return prepared_for<ReadMinutes>(at->permit, at->meeting, asked);
}

Result<web::Landing> read_minutes(access::Work& work, const ReadMinutes& input)
{
    const auto at = at_reading(work, input.case_number, input.number);
    if (!at) return at.error();
    cases::touch(at->permit);
    add_receipt(at->permit, at->meeting);
    return web::Landing{meeting_url(at->permit, at->meeting), "meeting.minutes_read", json_of(at->meeting)};
}

Result<web::Prepared<GiveMinutes>> prepare_give(access::Work& work, const web::Asked& asked)
{
    auto at = at_meeting(work, asked.part("case"), asked.part("number"));
    if (!at) return at.error();
    if (!at->meeting.locked_at) return not_found();
    auto prepared = prepared_for<GiveMinutes>(at->permit, at->meeting, asked);
    prepared.input.given_on = work.today;
    return prepared;
}

Result<web::Landing> give_minutes(access::Work& work, const GiveMinutes& input)
{
    auto at = at_meeting(work, input.case_number, input.number);
    if (!at) return at.error();
    if (!at->meeting.locked_at) return not_found();
    if (*input.given_on > work.today) return invalid("given_on", "form.today_or_earlier");
    if (*input.given_on < local_day(*at->meeting.locked_at)) return invalid("given_on", "meeting.given_before_lock");
    cases::touch(at->permit);
    add_given(at->permit, at->meeting, *input.given_on, input.way);
    return web::Landing{meeting_url(at->permit, at->meeting), "meeting.minutes_given", json_of(at->meeting)};
}

}  // namespace

web::Command<AdjustMinutes> adjust_command()
{
    return {Operation::hold_meeting, "/arende/{case}/moten/{number}/tillagg", "/api/v1/cases/{case}/meetings/{number}/adjustments",
            "adjust_minutes", adjust_fields, prepare_adjust, adjust_minutes};
}

web::Command<ReadMinutes> read_command()
{
    return {Operation::write_note, "/arende/{case}/moten/{number}/last", "/api/v1/cases/{case}/meetings/{number}/receipt", "read_minutes",
            read_fields, prepare_read, read_minutes};
}

web::Command<GiveMinutes> give_command()
{
    return {Operation::hold_meeting, "/arende/{case}/moten/{number}/till-ungdomen", "/api/v1/cases/{case}/meetings/{number}/given",
            "give_minutes", give_fields, prepare_give, give_minutes};
}

}  // namespace lots::meeting
