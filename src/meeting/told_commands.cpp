#include <algorithm>
#include <set>

#include "cases/page.h"
#include "cases/record.h"
#include "form/json_writer.h"
#include "group/store.h"
#include "meeting/commands.h"
#include "meeting/forms.h"
#include "meeting/load.h"
#include "meeting/store.h"
#include "meeting/told_store.h"
#include "meeting/words.h"
#include "organisation/store.h"

// What agencies tell of the young person, and what of it a guardian gets.
namespace lots::meeting {

using access::Answer;
using access::Compartment;
using access::Operation;

namespace {

void close_unless_open(guideline::Decision& gate, guideline::Decision decision)
{
    if (!decision.allowed()) gate = std::move(decision);
}

std::string picture_json(const Meeting& meeting, int picture)
{
    form::JsonWriter json;
    json.object().pair("meeting", meeting.number).pair("picture", picture).end_object();
    return json.take();
}

// --- on behalf of an agency ---------------------------------------------------------------------------------------------

form::Options agencies_of(const Meeting& meeting)
{
    form::Options options;
    std::set<std::string> seen;
    for (const auto& one : meeting.invitations)
        if (one.member && seen.insert(one.agency_code).second) options.push_back({one.agency_code, one.agency_name, {}});
    return options;
}

Result<web::Prepared<AddPicture>> prepare_picture(access::Work& work, const web::Asked& asked)
{
    auto at = at_meeting(work, asked.part("case"), asked.part("number"));
    if (!at) return at.error();
    web::Prepared<AddPicture> prepared;
    prepared.header = cases::case_header(at->permit, asked);
    prepared.back = meeting_url(at->permit, at->meeting);
    close_unless_open(prepared.gate, note_decision(at->meeting));
    prepared.choices.with("agencies", agencies_of(at->meeting));
    prepared.input.way = "meeting";
    return prepared;
}

Result<web::Landing> write_picture(access::Work& work, const AddPicture& input)
{
    auto at = at_meeting(work, input.case_number, input.number);
    if (!at) return at.error();
    if (auto no = work.unmet(note_decision(at->meeting))) return *no;
    const auto agency = organisation::agency_of_code(work, input.agency);
    if (!agency) return invalid("agency", "form.not_a_choice");
    cases::touch(at->permit);
    const auto number = add_picture(at->permit, at->meeting, {agency->id, input.kinds, input.text, input.said_by, input.way});
    return web::Landing{meeting_url(at->permit, at->meeting), "meeting.picture_added", picture_json(at->meeting, number)};
}

// --- one's own ----------------------------------------------------------------------------------------------------------

struct AtOwn {
    access::Permit<Operation::write_note> permit;
    Meeting meeting;
};

Result<AtOwn> at_own(access::Work& work, const std::string& case_number, const std::string& number)
{
    auto permit = access::permit<Operation::write_note>(work, case_number);
    if (!permit) return permit.error();
    auto found = meeting(*permit, number);
    if (!found) return not_found();
    return AtOwn{std::move(*permit), std::move(*found)};
}

/// An agency may prepare what it wants to tell: from the call until the minutes are locked.
guideline::Decision may_prepare(const Meeting& meeting)
{
    return may_note(true, meeting.state == State::cancelled, meeting.locked_at.has_value());
}

Result<web::Prepared<OwnPicture>> prepare_own(access::Work& work, const web::Asked& asked)
{
    const auto at = at_own(work, asked.part("case"), asked.part("number"));
    if (!at) return at.error();
    web::Prepared<OwnPicture> prepared;
    prepared.header = cases::case_header(at->permit, asked);
    prepared.back = meeting_url(at->permit, at->meeting);
    close_unless_open(prepared.gate, may_prepare(at->meeting));
    return prepared;
}

Result<web::Landing> write_own(access::Work& work, const OwnPicture& input)
{
    const auto at = at_own(work, input.case_number, input.number);
    if (!at) return at.error();
    if (auto no = work.unmet(may_prepare(at->meeting))) return *no;
    cases::touch(at->permit);
    const auto number = add_picture(at->permit, at->meeting, {work.reader.agency, input.kinds, input.text});
    return web::Landing{meeting_url(at->permit, at->meeting), "meeting.picture_added", picture_json(at->meeting, number)};
}

// --- new suspicion ------------------------------------------------------------------------------------------------------

form::Options begun_meetings(const access::CasePermit& permit, Language language)
{
    form::Options options;
    for (const auto& one : meetings(permit))
        if (one.state == State::held || one.state == State::locked)
            options.push_back({std::to_string(one.number), say(language, "meeting.one.title", {{"number", one.number}}), when_words(language, one)});
    return options;
}

guideline::Decision tell_decision(const access::CasePermit& permit)
{
    const bool police = permit.work().reader.agency_kind == "police";
    return may_tell_suspicion(police, access::would_allow(permit, Operation::hold_meeting, Compartment::room) == Answer::yes);
}

Result<web::Prepared<TellSuspicion>> prepare_suspicion(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::write_note>(work, asked.part("case"));
    if (!permit) return permit.error();
    web::Prepared<TellSuspicion> prepared;
    prepared.header = cases::case_header(*permit, asked);
    prepared.back = cases::case_url(*permit) / "misstankar";
    close_unless_open(prepared.gate, tell_decision(*permit));
    prepared.choices.with("officers", officers_of(*permit)).with("meetings", begun_meetings(*permit, asked.language()));
    prepared.input.told_on = work.today;
    for (const auto& member : group::members(*permit))
        if (member.person == work.reader.person && member.agency_kind == "police") prepared.input.officer = std::to_string(member.number);
    prepared.above = html::inset_text({.text = asked.say("meeting.suspicion.only_what_can")});
    return prepared;
}

Result<web::Landing> tell_suspicion(access::Work& work, const TellSuspicion& input)
{
    const auto permit = access::permit<Operation::write_note>(work, input.case_number);
    if (!permit) return permit.error();
    if (auto no = work.unmet(tell_decision(*permit))) return *no;
    if (*input.told_on > work.today) return invalid("told_on", "form.today_or_earlier");
    const auto members = group::members(*permit);
    const auto officer = std::ranges::find_if(members, [&](const group::Member& one) {
        return std::to_string(one.number) == input.officer && one.agency_kind == "police";
    });
    if (officer == members.end()) return invalid("officer", "form.not_a_choice");
    std::optional<MeetingId> told_at;
    if (!input.meeting.empty()) {
        const auto found = meeting(*permit, input.meeting);
        if (!found) return invalid("meeting", "form.not_a_choice");
        told_at = found->id;
    }
    cases::touch(*permit);
    const auto number = add_suspicion(*permit, *input.told_on, told_at, officer->id, input.text);
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).pair("suspicion", number).end_object();
    return web::Landing{cases::case_url(*permit) / "misstankar", "meeting.suspicion_told", json.take()};
}

// --- to a guardian ------------------------------------------------------------------------------------------------------

struct AtItem {
    access::Permit<Operation::hold_meeting> permit;
    RecordId id;
    std::string text;
    html::Url back;
};

Result<AtItem> at_picture(access::Work& work, const std::string& case_number, const std::string& number, const std::string& picture)
{
    auto at = at_meeting(work, case_number, number);
    if (!at) return at.error();
    for (const auto& one : pictures(at->permit, at->meeting))
        if (std::to_string(one.number) == picture) {
            auto back = meeting_url(at->permit, at->meeting);
            return AtItem{std::move(at->permit), one.id, one.agency_name + ": " + one.text, std::move(back)};
        }
    return not_found();
}

Result<AtItem> at_suspicion(access::Work& work, const std::string& case_number, const std::string& number)
{
    auto permit = access::permit<Operation::hold_meeting>(work, case_number);
    if (!permit) return permit.error();
    for (const auto& one : suspicions(*permit))
        if (std::to_string(one.number) == number) {
            auto back = cases::case_url(*permit) / "misstankar";
            return AtItem{std::move(*permit), one.id, one.text, std::move(back)};
        }
    return not_found();
}

Result<web::Prepared<ReleaseItem>> prepare_release(const Result<AtItem>& at, const web::Asked& asked)
{
    if (!at) return at.error();
    web::Prepared<ReleaseItem> prepared;
    prepared.header = cases::case_header(at->permit, asked);
    prepared.back = at->back;
    prepared.above = html::inset_text({.text = at->text});
    form::Options guardians;
    const auto& consent = at->permit.facts().consent;
    for (const auto& guardian : guardians_of(at->permit))
        guardians.push_back({std::to_string(guardian.number),
                             signatory_words(asked.language(), "guardian", place_of(consent, guardian.number)), {}});
    prepared.choices.with("guardians", std::move(guardians));
    return prepared;
}

Result<web::Landing> release(const Result<AtItem>& at, Item item, const ReleaseItem& input)
{
    if (!at) return at.error();
    const auto guardians = guardians_of(at->permit);
    const auto guardian = std::ranges::find_if(guardians, [&](const auto& one) { return std::to_string(one.number) == input.signatory; });
    if (guardian == guardians.end()) return invalid("signatory", "form.not_a_choice");
    cases::touch(at->permit);
    add_release(at->permit, item, at->id, guardian->id, input.reason);
    form::JsonWriter json;
    json.object().pair("case", at->permit.facts().number).pair("released_to", guardian->number).end_object();
    return web::Landing{at->back, "meeting.item_released", json.take()};
}

Result<web::Prepared<ReleaseItem>> prepare_release_picture(access::Work& work, const web::Asked& asked)
{
    return prepare_release(at_picture(work, asked.part("case"), asked.part("meeting"), asked.part("number")), asked);
}
Result<web::Landing> release_picture(access::Work& work, const ReleaseItem& input)
{
    return release(at_picture(work, input.case_number, input.meeting, input.number), Item::picture, input);
}
Result<web::Prepared<ReleaseItem>> prepare_release_suspicion(access::Work& work, const web::Asked& asked)
{
    return prepare_release(at_suspicion(work, asked.part("case"), asked.part("number")), asked);
}
Result<web::Landing> release_suspicion(access::Work& work, const ReleaseItem& input)
{
    return release(at_suspicion(work, input.case_number, input.number), Item::suspicion, input);
}

}  // namespace

web::Command<AddPicture> picture_command()
{
    return {Operation::hold_meeting, "/arende/{case}/moten/{number}/lagesbild", "/api/v1/cases/{case}/meetings/{number}/pictures",
            "agency_picture", picture_fields, prepare_picture, write_picture};
}

web::Command<OwnPicture> own_picture_command()
{
    return {Operation::write_note, "/arende/{case}/moten/{number}/egen-lagesbild", "/api/v1/cases/{case}/meetings/{number}/own-picture",
            "own_picture", own_picture_fields, prepare_own, write_own};
}

web::Command<TellSuspicion> suspicion_command()
{
    return {Operation::write_note, "/arende/{case}/misstankar/ny", "/api/v1/cases/{case}/suspicions", "suspicion", suspicion_fields,
            prepare_suspicion, tell_suspicion};
}

web::Command<ReleaseItem> release_picture_command()
{
    return {Operation::hold_meeting, "/arende/{case}/moten/{meeting}/lagesbild/{number}/lamna-ut",
            "/api/v1/cases/{case}/meetings/{meeting}/pictures/{number}/release", "release_item", release_picture_fields,
            prepare_release_picture, release_picture};
}

web::Command<ReleaseItem> release_suspicion_command()
{
    return {Operation::hold_meeting, "/arende/{case}/misstankar/{number}/lamna-ut", "/api/v1/cases/{case}/suspicions/{number}/release",
            "release_item", release_suspicion_fields, prepare_release_suspicion, release_suspicion};
}

}  // namespace lots::meeting
