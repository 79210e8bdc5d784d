#include <algorithm>
#include <vector>

#include "cases/page.h"
#include "cases/record.h"
#include "form/json_writer.h"
#include "meeting/commands.h"
#include "meeting/forms.h"
#include "meeting/gate_actions.h"
#include "meeting/keep.h"
#include "meeting/load.h"
#include "meeting/minutes_store.h"
#include "meeting/screen.h"
#include "meeting/store.h"
#include "meeting/words.h"
#include "organisation/store.h"

namespace lots::meeting {

using access::Operation;

namespace {

const Invitation* line_of(const Meeting& meeting, const std::string& line)
{
    for (const auto& one : meeting.invitations)
        if (std::to_string(one.line) == line) return &one;
    return nullptr;
}

/// What every form of the meeting screen has: the case's head, the way back, and whether something can be noted at all.
template <class Input>
web::Prepared<Input> prepared_at(const AtMeeting& at, const web::Asked& asked)
{
    web::Prepared<Input> prepared;
    prepared.header = cases::case_header(at.permit, asked);
    prepared.back = meeting_url(at.permit, at.meeting);
    prepared.about = about_lock(asked.language(), at.meeting);
    return prepared;
}

/// A gate is shown only when it is closed: an open one says nothing that the form does not.
void close_unless_open(guideline::Decision& gate, guideline::Decision decision)
{
    if (!decision.allowed()) gate = std::move(decision);
}

// --- attendance ---------------------------------------------------------------------------------------------------------

Result<web::Prepared<NoteAttendance>> prepare_attendance(access::Work& work, const web::Asked& asked)
{
    auto at = at_meeting(work, asked.part("case"), asked.part("number"));
    if (!at) return at.error();
    const auto* line = line_of(at->meeting, asked.part("line"));
    if (line == nullptr) return not_found();
    auto prepared = prepared_at<NoteAttendance>(*at, asked);
    close_unless_open(prepared.gate, note_decision(at->meeting));
    prepared.input.presence = line->presence;
    prepared.input.reason = line->reason;
    prepared.input.substitute_name = line->substitute_name;
    prepared.input.substitute_function = line->substitute_function;
    prepared.input.seq_seen = line->seq;
    prepared.above = html::heading(3, who_words(asked.language(), *line));
    return prepared;
}

Result<web::Landing> note_attendance(access::Work& work, const NoteAttendance& input)
{
    auto at = at_meeting(work, input.case_number, input.number);
    if (!at) return at.error();
    const auto* line = line_of(at->meeting, input.line);
    if (line == nullptr) return not_found();
    if (auto no = work.unmet(note_decision(at->meeting))) return *no;
    cases::touch(at->permit);
    if (auto no = keep_attendance(*at, *line, input)) return *no;
    form::JsonWriter json;
    json.object().pair("meeting", at->meeting.number).pair("line", line->line).pair("presence", input.presence).pair("seq", line->seq + 1)
        .end_object();
    web::Landing landing{meeting_url(at->permit, at->meeting), "meeting.attendance_noted", json.take()};
    // What was noted before needed no words, so a button can say it again; a reason that somebody wrote stands in no address.
    if (input.presence != line->presence && (line->presence == "present" || line->presence == "digital"))
        landing.undo = web::Undo{landing.page / "narvaro" / std::to_string(line->line),
                                 {{"presence", line->presence}, {"seq_seen", std::to_string(line->seq + 1)}}};
    return landing;
}

// --- minutes ------------------------------------------------------------------------------------------------------------

Result<web::Prepared<WriteMinutes>> prepare_minutes(access::Work& work, const web::Asked& asked)
{
    auto at = at_meeting(work, asked.part("case"), asked.part("number"));
    if (!at) return at.error();
    auto prepared = prepared_at<WriteMinutes>(*at, asked);
    close_unless_open(prepared.gate, note_decision(at->meeting));
    prepared.choices.with("officers", officers_of(at->permit));
    prepared.above = readers_part(at->permit, at->meeting, asked);
    if (auto written = minutes(at->permit, at->meeting)) {
        prepared.input.seq_seen = written->seq;
        prepared.input.minutes = std::move(*written);
    }
    return prepared;
}

/// Who told of the two roles, and when (S0-55): what is not said is taken from the meeting when only one officer was there.
std::optional<Error> complete_telling(const AtMeeting& at, Minutes& written)
{
    if (!written.police_role_told) {
        written.told_by.clear();
        written.told_on.reset();
        return std::nullopt;
    }
    if (written.told_by.empty()) {
        std::vector<int> present;
        for (const auto& one : at.meeting.invitations)
            if (one.member && one.agency_kind == "police" && one.presence != "absent") present.push_back(*one.member);
        if (present.size() != 1) return invalid("told_by", "field.minutes.told_by.missing");
        written.told_by = std::to_string(present.front());
    }
    const auto day = local_day(*at.meeting.starts_at);
    if (!written.told_on) written.told_on = day;
    if (*written.told_on > at.permit.work().today) return invalid("told_on", "form.today_or_earlier");
    return std::nullopt;
}

Result<web::Landing> write_minutes(access::Work& work, const WriteMinutes& input)
{
    auto at = at_meeting(work, input.case_number, input.number);
    if (!at) return at.error();
    if (auto no = work.unmet(note_decision(at->meeting))) return *no;
    cases::touch(at->permit);
    const auto seq = keep_minutes(*at, input.minutes, input.seq_seen);
    if (!seq) return seq.error();
    form::JsonWriter json;
    json.object().pair("meeting", at->meeting.number).pair("seq", *seq).end_object();
    return web::Landing{meeting_url(at->permit, at->meeting), "meeting.minutes_written", json.take()};
}

// --- lock ---------------------------------------------------------------------------------------------------------------

Result<web::Prepared<LockMinutes>> prepare_lock(access::Work& work, const web::Asked& asked)
{
    auto at = at_meeting(work, asked.part("case"), asked.part("number"));
    if (!at) return at.error();
    auto prepared = prepared_at<LockMinutes>(*at, asked);
    prepared.gate = lock_decision(at->permit, at->meeting);
    prepared.actions = actions_of_lock(at->permit, asked.language(), at->meeting);
    const auto counts = counts_as_individual(lines_of(at->meeting));
    prepared.above = html::inset_text({.text = asked.say(counts ? MessageKey("meeting.will_count") : MessageKey("meeting.will_not_count"))});
    // The page shows everything that is locked, so it is the check itself: one button is left.
    prepared.above << control_part(at->permit, at->meeting, asked);
    if (!prepared.gate.to_justify().empty()) prepared.choices.with("interval", {{"late", "", {}}});
    return prepared;
}

Result<web::Landing> lock_minutes(access::Work& work, const LockMinutes& input)
{
    auto at = at_meeting(work, input.case_number, input.number);
    if (!at) return at.error();
    const auto decision = lock_decision(at->permit, at->meeting);
    if (auto no = work.unmet(decision)) return *no;
    const bool must_say_why = !decision.to_justify().empty();
    if (must_say_why && input.interval_reason.empty()) return invalid("interval_reason", "meeting.interval_reason_needed");
    const auto written = minutes(at->permit, at->meeting);
    check(written.has_value(), "minutes that are not written were allowed to be locked");

    cases::touch(at->permit);
    const bool counts = counts_as_individual(lines_of(at->meeting));
    lock(at->permit, at->meeting, written->seq, counts);
    // A "should" that was departed from is written down with its reason, beside the minutes that it belongs to.
    if (must_say_why) add_adjustment(at->permit, at->meeting, input.interval_reason);
    form::JsonWriter json;
    json.object().pair("meeting", at->meeting.number).pair("counts_as_individual", counts).end_object();
    return web::Landing{meeting_url(at->permit, at->meeting), counts ? "meeting.locked_individual" : "meeting.locked_network", json.take()};
}

}  // namespace

std::optional<Error> keep_attendance(const AtMeeting& at, const Invitation& line, const NoteAttendance& note, const std::string& row)
{
    if (line.seq != note.seq_seen)
        return Error{Conflict{note.seq_seen, line.seq, line.presence, organisation::person_name(at.permit.work(), line.noted_by), line.noted_at}};
    if (note.presence == "absent" && note.reason.empty()) return invalid("reason" + row, "meeting.reason_needed");
    if (note.presence == "substitute") {
        // Nobody stands for the young person, a guardian, or the one whom all have said yes to.
        if (!line.member) return invalid("presence" + row, "meeting.no_substitute");
        if (note.substitute_name.empty()) return invalid("substitute_name" + row, "meeting.substitute_needed");
        if (note.substitute_function.empty()) return invalid("substitute_function" + row, "meeting.substitute_function_needed");
    }
    add_attendance(at.permit, at.meeting, note);
    return std::nullopt;
}

Result<int> keep_minutes(const AtMeeting& at, Minutes written, int seq_seen)
{
    const auto before = minutes(at.permit, at.meeting);
    if (const int now = before ? before->seq : 0; before && now != seq_seen)
        return Error{Conflict{seq_seen, now, before->text, organisation::person_name(at.permit.work(), before->made_by), before->made_at}};
    if (auto no = complete_telling(at, written)) return *no;
    return add_minutes(at.permit, at.meeting, written);
}

web::Command<NoteAttendance> attendance_command()
{
    return {Operation::hold_meeting, "/arende/{case}/moten/{number}/narvaro/{line}",
            "/api/v1/cases/{case}/meetings/{number}/attendance/{line}", "attendance", attendance_fields, prepare_attendance,
            note_attendance};
}

web::Command<WriteMinutes> minutes_command()
{
    return {Operation::hold_meeting, "/arende/{case}/moten/{number}/minnesanteckningar", "/api/v1/cases/{case}/meetings/{number}/minutes",
            "minutes", minutes_fields, prepare_minutes, write_minutes};
}

web::Command<LockMinutes> lock_command()
{
    return {Operation::hold_meeting, "/arende/{case}/moten/{number}/las", "/api/v1/cases/{case}/meetings/{number}/lock", "lock_minutes",
            lock_fields, prepare_lock, lock_minutes};
}

}  // namespace lots::meeting
