#include <algorithm>
#include <cstdint>
#include <initializer_list>

#include "cases/page.h"
#include "cases/record.h"
#include "followup/hold.h"
#include "followup/keep.h"
#include "followup/rules.h"
#include "form/json_writer.h"
#include "form/rows.h"
#include "meeting/keep.h"
#include "meeting/minutes_store.h"
#include "meeting/screen.h"
#include "meeting/words.h"

namespace lots::followup {

using access::Operation;

namespace {

constexpr std::string_view not_asked = "not_asked";

/// Whose presence is noted in the form: everybody but those who no longer take part and those for whom somebody else came.
bool is_asked(const meeting::Invitation& one) { return !one.fell_away && one.presence != "substitute"; }

/// A short mark of what a form showed. It only tells whether something was changed; the versions that were seen tell by whom.
int mark(std::initializer_list<std::string_view> parts)
{
    std::uint32_t sum = 2166136261U;
    for (const auto part : parts) {
        for (const char c : part) sum = (sum ^ static_cast<unsigned char>(c)) * 16777619U;
        sum = (sum ^ 0x1FU) * 16777619U;  // where one part ends
    }
    return static_cast<int>(sum & 0x7FFFFFFFU);
}
std::string day_words(std::optional<Date> day) { return day ? iso(*day) : std::string{}; }
const char* flag_words(bool set) { return set ? "1" : ""; }

int mark_of(const PresenceRow& row) { return mark({row.presence, row.reason}); }
int mark_of(const SaidRow& row) { return mark({row.status, row.said, day_words(row.new_last_day), flag_words(row.needs_help)}); }
int mark_of(const meeting::Minutes& one)
{
    return mark({one.who_may_hear, one.text, one.decisions, one.disagreements, one.youth_opinion, one.guardian_opinion, one.intervention,
                 one.closure_question, one.told_by, day_words(one.told_on), flag_words(one.consent_checked),
                 flag_words(one.police_role_told)});
}

/// What stands there now; what was not said of yet is empty.
HoldMeeting standing(const meeting::AtMeeting& at)
{
    HoldMeeting now;
    for (const auto& one : at.meeting.invitations)
        if (is_asked(one)) {
            PresenceRow row{std::to_string(one.line), one.presence, one.reason, one.seq, 0};
            row.shown = mark_of(row);
            now.presences.push_back(std::move(row));
        }
    for (const auto& one : commitments_at(at)) {
        SaidRow row{std::to_string(one.number), {}, {}, {}, one.needs_help, 0, 0};
        if (auto line = line_of(at, one)) {
            row.status = line->status;
            row.said = std::move(line->text);
            row.new_last_day = line->new_last_day;
            row.seq_seen = line->seq;
        }
        row.shown = mark_of(row);
        now.said.push_back(std::move(row));
    }
    now.minutes.closure_question = not_asked;
    if (auto written = meeting::minutes(at.permit, at.meeting)) {
        now.minutes_seen = written->seq;
        now.minutes = std::move(*written);
    }
    now.minutes_shown = mark_of(now.minutes);
    return now;
}

template <class Row>
const Row* row_about(const std::vector<Row>& rows, const std::string& about)
{
    const auto found = std::ranges::find(rows, about, &Row::about);
    return found == rows.end() ? nullptr : &*found;
}

std::string ending_of(const std::string& about) { return std::string(1, form::row_mark) + about; }

std::optional<Error> keep_presences(const meeting::AtMeeting& at, const std::vector<PresenceRow>& rows, const std::vector<PresenceRow>& before)
{
    for (const auto& row : rows) {
        const auto* now = row_about(before, row.about);
        const auto line = std::ranges::find_if(at.meeting.invitations,
                                               [&](const meeting::Invitation& one) { return std::to_string(one.line) == row.about; });
        if (now == nullptr || line == at.meeting.invitations.end()) return not_found();
        if (row.shown == mark_of(row) || now->shown == mark_of(row)) continue;
        const auto ending = ending_of(row.about);
        if (row.presence.empty()) return invalid("presence" + ending, "field.hold_meeting.presence.missing");
        const meeting::NoteAttendance note{{}, {}, row.about, row.presence, row.reason, row.line_seen};
        if (auto no = meeting::keep_attendance(at, *line, note, ending)) return no;
    }
    return std::nullopt;
}

std::optional<Error> keep_said(const meeting::AtMeeting& at, const std::vector<SaidRow>& rows, const std::vector<SaidRow>& before)
{
    for (const auto& row : rows) {
        const auto* now = row_about(before, row.about);
        const auto commitment = commitment_at(at, row.about);
        if (now == nullptr || !commitment) return not_found();
        if (row.shown == mark_of(row) || now->shown == mark_of(row)) continue;
        const auto ending = ending_of(row.about);
        if (row.status.empty()) return invalid("status" + ending, "field.hold_meeting.status.missing");
        if (row.said.empty() && says_why(plan::status_of(row.status), row.new_last_day.has_value()))
            return invalid("said" + ending, "field.hold_meeting.said.missing");
        FollowUp said{{}, {}, row.about, row.status, row.said, row.new_last_day, row.needs_help, row.seq_seen};
        if (auto no = keep_follow_up(at, *commitment, said, ending)) return no;
    }
    return std::nullopt;
}

std::optional<Error> keep_written(const meeting::AtMeeting& at, const HoldMeeting& input, const meeting::Minutes& before)
{
    auto written = input.minutes;
    if (written.closure_question.empty()) written.closure_question = not_asked;
    if (input.minutes_shown == mark_of(written) || mark_of(before) == mark_of(written)) return std::nullopt;
    const auto seq = meeting::keep_minutes(at, std::move(written), input.minutes_seen);
    if (!seq) return seq.error();
    return std::nullopt;
}

html::Url page_after(const meeting::AtMeeting& at, const std::string& onward)
{
    const auto here = meeting::meeting_url(at.permit, at.meeting);
    if (onward == "call_next") return cases::case_url(at.permit) / "kalla";
    if (onward == "new_commitment") return cases::case_url(at.permit) / "plan" / "nytt-atagande";
    if (onward == "check") return here / "las";
    return here / "pagar";
}

/// "2. Testa boxning. Fritid. Klart senast 5 dec 2026"
std::string row_words(const plan::Commitment& commitment, const web::Asked& asked)
{
    const auto& wording = commitment.in_force();
    return asked.say("followup.hold.row", {{"number", commitment.number},
                                           {"measure", wording.measure},
                                           {"owner", wording.owner_words},
                                           {"day", say_date_short(asked.language(), commitment.last_day())}});
}

bool is_changed(const PresenceRow& row) { return row.shown != mark_of(row); }
bool is_changed(const SaidRow& row) { return row.shown != mark_of(row); }

template <class Row>
const Row* only_changed(const std::vector<Row>& rows)
{
    const Row* only = nullptr;
    for (const auto& row : rows) {
        if (!is_changed(row)) continue;
        if (only != nullptr) return nullptr;
        only = &row;
    }
    return only;
}

/// What a button can take back: one row, when nothing else of the form was changed.
struct OneThing {
    const PresenceRow* presence = nullptr;
    const SaidRow* said = nullptr;
};
OneThing one_thing(const HoldMeeting& input)
{
    if (input.decides || input.minutes_shown != mark_of(input.minutes)) return {};
    OneThing one{only_changed(input.presences), only_changed(input.said)};
    const bool presences = std::ranges::any_of(input.presences, [](const PresenceRow& row) { return is_changed(row); });
    const bool said = std::ranges::any_of(input.said, [](const SaidRow& row) { return is_changed(row); });
    if (presences && said) return {};
    return one;
}

/// What was noted before and needed no words can be said again with a button.
std::optional<web::Undo> undo_of_presence(const meeting::AtMeeting& at, const PresenceRow& before)
{
    if (before.presence != "present" && before.presence != "digital") return std::nullopt;
    return web::Undo{meeting::meeting_url(at.permit, at.meeting) / "narvaro" / before.about,
                     {{"presence", before.presence}, {"seq_seen", std::to_string(before.line_seen + 1)}}};
}

Result<web::Prepared<HoldMeeting>> prepare(access::Work& work, const web::Asked& asked)
{
    const auto at = meeting::at_meeting(work, asked.part("case"), asked.part("number"));
    if (!at) return at.error();
    return prepared_hold(*at, asked);
}

Result<web::Landing> hold(access::Work& work, const HoldMeeting& input)
{
    const auto at = meeting::at_meeting(work, input.case_number, input.number);
    if (!at) return at.error();
    if (auto no = work.unmet(meeting::note_decision(at->meeting))) return *no;
    const auto before = standing(*at);
    const auto one = one_thing(input);
    const auto said_of = one.said == nullptr ? std::optional<plan::Commitment>{} : commitment_at(*at, one.said->about);
    cases::touch(at->permit);
    if (auto no = keep_presences(*at, input.presences, before.presences)) return *no;
    if (auto no = keep_said(*at, input.said, before.said)) return *no;
    if (auto no = keep_written(*at, input, before.minutes)) return *no;
    if (input.decides)
        if (const auto number = meeting::keep_decision(*at, input.decision); !number) return number.error();
    form::JsonWriter json;
    json.object().pair("meeting", at->meeting.number).end_object();
    web::Landing landing{page_after(*at, input.onward), "followup.hold.kept", json.take()};
    if (said_of) landing.undo = undo_of(*at, *said_of);
    if (const auto* was = one.presence == nullptr ? nullptr : row_about(before.presences, one.presence->about); was != nullptr)
        landing.undo = undo_of_presence(*at, *was);
    return landing;
}

}  // namespace

web::Prepared<HoldMeeting> prepared_hold(const meeting::AtMeeting& at, const web::Asked& asked)
{
    web::Prepared<HoldMeeting> prepared;
    prepared.header = cases::case_header(at.permit, asked);
    prepared.back = meeting::meeting_url(at.permit, at.meeting);
    prepared.about = meeting::about_lock(asked.language(), at.meeting);
    if (auto decision = meeting::note_decision(at.meeting); !decision.allowed()) {
        prepared.gate = std::move(decision);
        return prepared;
    }
    form::Options lines, commitments;
    for (const auto& one : at.meeting.invitations)
        if (is_asked(one)) lines.push_back({std::to_string(one.line), meeting::who_words(asked.language(), one), {}});
    for (const auto& one : commitments_at(at)) commitments.push_back({std::to_string(one.number), row_words(one, asked), {}});
    prepared.choices.with("lines", std::move(lines)).with("commitments", std::move(commitments))
        .with("officers", meeting::officers_of(at.permit));
    if (!meeting::decides_about_child(at)) prepared.choices.with("adult", {{"yes", "", {}}});
    prepared.input = standing(at);
    prepared.above = meeting::readers_part(at.permit, at.meeting, asked);
    return prepared;
}

web::Command<HoldMeeting> hold_command()
{
    return {Operation::hold_meeting, "/arende/{case}/moten/{number}/pagar/spara", "", "hold_meeting", hold_fields, prepare, hold};
}

}  // namespace lots::followup
