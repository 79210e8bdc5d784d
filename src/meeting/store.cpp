#include "meeting/store.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>

#include "cases/sealed.h"
#include "group/helpers.h"
#include "group/store.h"
#include "meeting/answer_store.h"

namespace lots::meeting {

using access::Answer;
using access::Compartment;
using access::Role;
using cases::Drawer;
using storage::Row;
using vault::Field;

namespace {

State state_of(const Meeting& meeting, Instant now)
{
    if (meeting.cancelled_at) return State::cancelled;
    if (meeting.locked_at) return State::locked;
    return *meeting.starts_at <= now ? State::held : State::called;
}

/// A consent that ran out by itself has cancelled nothing yet: until somebody does something in the case the calls are only read as off.
void take_off(const access::CasePermit& permit, std::vector<Meeting>& all)
{
    const auto state = permit.facts().state;
    if (call_stands(state).allowed()) return;
    for (auto& meeting : all) {
        if (meeting.state != State::called) continue;
        meeting.state = State::cancelled;
        meeting.cancel_reason = off_because(state);
    }
}

std::vector<Meeting> load_meetings(const access::CasePermit& permit, bool leads)
{
    auto& work = permit.work();
    return work.db.all(
        "SELECT m.id, m.number, m.kind, m.form, m.starts_at, m.length_minutes, m.place_sealed, m.called_at, m.called_by, m.call_how, "
        "m.agency_not_called_reason_sealed, c.reason, c.cancelled_at, l.locked_at, l.counts_as_individual, c.note_sealed FROM meeting m "
        "LEFT JOIN meeting_cancellation c ON c.municipality = m.municipality AND c.meeting = m.id "
        "LEFT JOIN minutes_lock l ON l.municipality = m.municipality AND l.meeting = m.id "
        "WHERE m.municipality = $1 AND m.case_id = $2 ORDER BY m.number",
        [&](const Row& row) {
            Meeting meeting;
            meeting.id = row.get<MeetingId>(0);
            meeting.number = row.get<int>(1);
            meeting.kind = row.get<std::string>(2);
            meeting.form = row.get<std::string>(3);
            meeting.starts_at = row.get<Instant>(4);
            meeting.length_minutes = row.get<int>(5);
            meeting.place = cases::open(permit, Drawer::room, Field::meeting_place, {meeting.id.bytes()}, row.get<Bytes>(6));
            meeting.called_at = row.get<Instant>(7);
            meeting.called_by = row.get<PersonId>(8);
            meeting.call_how = row.get<std::string>(9);
            const auto open_if = [&](Field field, int column) {
                return cases::open_if(permit, Drawer::room, field, {meeting.id.bytes()}, row.get<std::optional<Bytes>>(column));
            };
            if (leads) meeting.agency_not_called_reason = open_if(Field::agency_not_called_reason, 10);
            if (leads) meeting.cancel_note = open_if(Field::cancellation_note, 15);
            meeting.cancel_reason = row.get<std::optional<std::string>>(11).value_or("");
            meeting.cancelled_at = row.get<std::optional<Instant>>(12);
            meeting.locked_at = row.get<std::optional<Instant>>(13);
            meeting.counts_as_individual = !row.null(14) && row.get<bool>(14);
            meeting.state = state_of(meeting, work.now);
            return meeting;
        },
        work.municipality, permit.case_id());
}

void load_invitations(const access::CasePermit& permit, std::vector<Meeting>& all)
{
    auto& work = permit.work();
    const auto members = group::members_ever(permit);
    const auto helpers = group::helpers(permit);
    const auto meeting_with = [&](const MeetingId& id) {
        const auto found = std::ranges::find(all, id, &Meeting::id);
        check(found != all.end(), "an invitation belongs to a meeting of another case");
        return found;
    };
    work.db.each(
        "SELECT i.meeting, i.line, i.membership, s.number, s.role, h.id, h.number FROM invitation i "
        "JOIN meeting m ON m.municipality = i.municipality AND m.id = i.meeting "
        "LEFT JOIN signatory s ON s.municipality = i.municipality AND s.id = i.signatory "
        "LEFT JOIN helper h ON h.municipality = i.municipality AND h.id = i.helper "
        "WHERE i.municipality = $1 AND m.case_id = $2 ORDER BY m.number, i.line",
        [&](const Row& row) {
            Invitation one;
            one.line = one.kept_line = row.get<int>(1);
            if (const auto membership = row.get<std::optional<MembershipId>>(2)) {
                const auto member = std::ranges::find(members, *membership, &group::Member::id);
                check(member != members.end(), "somebody was called who never took part");
                one.member = member->number;
                one.name = member->name;
                one.agency = member->agency;
                one.agency_code = member->agency_code;
                one.agency_name = member->agency_name;
                one.agency_kind = member->agency_kind;
                one.person = member->person;
            }
            else if (const auto helper = row.get<std::optional<RecordId>>(5)) {
                one.helper = row.get<int>(6);
                one.helper_id = *helper;
                const auto known = std::ranges::find(helpers, *helper, &group::Helper::id);
                if (known != helpers.end()) one.name = known->name;
            }
            else {
                one.signatory = row.get<int>(3);
                one.role = row.get<std::string>(4);
                one.place = place_of(permit.facts().consent, *one.signatory);
            }
            meeting_with(row.get<MeetingId>(0))->invitations.push_back(std::move(one));
        },
        work.municipality, permit.case_id());
}

void load_attendance(const access::CasePermit& permit, std::vector<Meeting>& all, bool leads)
{
    auto& work = permit.work();
    work.db.each(
        "SELECT t.meeting, t.line, t.seq, t.presence, t.reason_sealed, t.made_at, t.made_by, t.substitute_name_sealed, t.substitute_function "
        "FROM attendance t "
        "JOIN meeting m ON m.municipality = t.municipality AND m.id = t.meeting "
        "WHERE t.municipality = $1 AND m.case_id = $2 ORDER BY t.meeting, t.line, t.seq",
        [&](const Row& row) {
            const auto id = row.get<MeetingId>(0);
            const auto meeting = std::ranges::find(all, id, &Meeting::id);
            check(meeting != all.end(), "attendance at a meeting of another case");
            const auto line = std::ranges::find(meeting->invitations, row.get<int>(1), &Invitation::line);
            check(line != meeting->invitations.end(), "attendance of somebody who was not called");
            line->presence = row.get<std::string>(3);  // rows come oldest first: the newest counts
            line->noted_at = row.get<Instant>(5);
            line->seq = row.get<int>(2);
            line->noted_by = row.get<PersonId>(6);
            const cases::RowOf row_of{id.bytes(), line->line * 1000 + line->seq};
            if (leads) line->reason = cases::open_if(permit, Drawer::room, Field::attendance_reason, row_of, row.get<std::optional<Bytes>>(4));
            line->substitute_name = cases::open_if(permit, Drawer::room, Field::substitute_name, row_of, row.get<std::optional<Bytes>>(7));
            line->substitute_function = row.get<std::optional<std::string>>(8).value_or("");
        },
        work.municipality, permit.case_id());
}

void load_agenda(const access::CasePermit& permit, std::vector<Meeting>& all)
{
    auto& work = permit.work();
    work.db.each(
        "SELECT i.meeting, i.position, i.point, i.text_sealed FROM agenda_item i "
        "JOIN meeting m ON m.municipality = i.municipality AND m.id = i.meeting "
        "WHERE i.municipality = $1 AND m.case_id = $2 ORDER BY i.meeting, i.position",
        [&](const Row& row) {
            const auto id = row.get<MeetingId>(0);
            const auto meeting = std::ranges::find(all, id, &Meeting::id);
            check(meeting != all.end(), "an agenda of a meeting of another case");
            meeting->agenda.push_back({row.get<std::string>(2), cases::open_if(permit, Drawer::room, Field::meeting_agenda_item,
                                                                               {id.bytes(), row.get<int>(1)},
                                                                               row.get<std::optional<Bytes>>(3))});
        },
        work.municipality, permit.case_id());
}

/// For who leads the case alone: what somebody said of a guardian is not the others' to read.
void load_not_invited(const access::CasePermit& permit, std::vector<Meeting>& all)
{
    auto& work = permit.work();
    work.db.each(
        "SELECT g.meeting, s.number, g.reason_sealed FROM guardian_not_invited g "
        "JOIN meeting m ON m.municipality = g.municipality AND m.id = g.meeting "
        "JOIN signatory s ON s.municipality = g.municipality AND s.id = g.signatory "
        "WHERE g.municipality = $1 AND m.case_id = $2 ORDER BY g.meeting, s.number",
        [&](const Row& row) {
            const auto id = row.get<MeetingId>(0);
            const auto meeting = std::ranges::find(all, id, &Meeting::id);
            check(meeting != all.end(), "a guardian is not called to a meeting of another case");
            const auto number = row.get<int>(1);
            meeting->not_invited.push_back({number, cases::open(permit, Drawer::room, Field::guardian_not_invited_reason,
                                                                {id.bytes(), number}, row.get<Bytes>(2))});
        },
        work.municipality, permit.case_id());
}

/// What is left for a reader who is told only a part.
void keep_part(const access::CasePermit& permit, std::vector<Meeting>& all)
{
    const auto& reader = permit.work().reader;
    const auto& facts = permit.facts();
    std::optional<int> own_signatory;
    for (const auto& signatory : facts.consent.signatories)
        if (facts.own_signatory == signatory.id) own_signatory = signatory.number;
    const auto of_own_agency = [&](const Invitation& one) { return one.member && one.agency == reader.agency; };
    for (auto& meeting : all) {
        auto& called = meeting.invitations;
        if (reader.role == Role::agency_manager) {
            std::erase_if(called, [&](const Invitation& one) { return !of_own_agency(one); });
            meeting.starts_at.reset();
            meeting.place.clear();
            meeting.agenda.clear();
            if (!facts.own_membership)
                for (auto& one : called) one.name.clear();
            continue;
        }
        // A private helper: those they are called to and may come to, time and place. Who else comes, and what about, is not theirs
        // (edge case 4.28).
        if (reader.role == Role::helper) {
            const auto is_own = [&](const Invitation& one) { return one.helper && facts.own_helper == one.helper_id && !one.fell_away; };
            std::erase_if(called, std::not_fn(is_own));
            for (auto& one : called) one.line = 1;  // its number would tell how many others are called
            meeting.agenda.clear();
            meeting.kind.clear();
            meeting.cancel_reason.clear();
            meeting.cancel_note.clear();
            meeting.time_and_place_alone = true;
            continue;
        }
        // A guardian: those they are called to. What concerns the other guardian is that person's own (settled 6, edge case 4.5).
        const bool is_called = own_signatory && std::ranges::any_of(called, [&](const auto& one) { return one.signatory == own_signatory; });
        if (!is_called) called.clear();
        std::erase_if(called, [&](const Invitation& one) { return one.signatory && one.role != "youth" && one.signatory != own_signatory; });
    }
    std::erase_if(all, [](const Meeting& meeting) { return meeting.invitations.empty(); });
}

}  // namespace

std::string_view name(State state)
{
    switch (state) {
    case State::called: return "called";
    case State::cancelled: return "cancelled";
    case State::held: return "held";
    case State::locked: return "locked";
    }
    return "called";
}

std::vector<Meeting> meetings(const access::CasePermit& permit)
{
    permit.require(Compartment::room);
    const bool leads = group::leads(permit);
    auto all = load_meetings(permit, leads);
    if (all.empty()) return all;
    take_off(permit, all);
    load_invitations(permit, all);
    load_attendance(permit, all, leads);
    mark_fallen_away(permit, all);
    load_answers(permit, all, leads);
    load_agenda(permit, all);
    if (leads) load_not_invited(permit, all);
    if (permit.answer(Compartment::room) == Answer::part) keep_part(permit, all);
    return all;
}

std::optional<Meeting> meeting(const access::CasePermit& permit, int number)
{
    auto all = meetings(permit);
    const auto found = std::ranges::find(all, number, &Meeting::number);
    if (found == all.end()) return std::nullopt;
    return std::move(*found);
}

std::optional<Meeting> meeting(const access::CasePermit& permit, std::string_view number)
{
    int parsed = 0;
    const auto* end = number.data() + number.size();
    const auto [at, error] = std::from_chars(number.data(), end, parsed);
    if (error != std::errc{} || at != end || number.front() == '0') return std::nullopt;  // one address for one thing
    return meeting(permit, parsed);
}

void add_attendance(const access::CasePermit& permit, const Meeting& meeting, const NoteAttendance& note)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    const auto line = std::ranges::find_if(meeting.invitations, [&](const auto& one) { return std::to_string(one.line) == note.line; });
    check(line != meeting.invitations.end(), "attendance is noted of somebody who was not called");
    const auto seq = 1 + work.db.one("SELECT count(*) FROM attendance WHERE municipality = $1 AND meeting = $2 AND line = $3",
                                     [](const Row& row) { return row.get<int>(0); }, work.municipality, meeting.id, line->line)
                             .value_or(0);
    const cases::RowOf row_of{meeting.id.bytes(), line->line * 1000 + seq};
    const bool substitute = note.presence == "substitute";
    work.db.run("INSERT INTO attendance (municipality, meeting, line, seq, presence, reason_sealed, made_at, made_by, substitute_name_sealed, "
                "substitute_function) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                work.municipality, meeting.id, line->line, seq, note.presence,
                cases::seal_if(permit, Drawer::room, Field::attendance_reason, row_of, note.reason), work.now, work.reader.person,
                cases::seal_if(permit, Drawer::room, Field::substitute_name, row_of, substitute ? note.substitute_name : std::string{}),
                substitute ? std::optional(note.substitute_function) : std::nullopt);
}

}  // namespace lots::meeting
