#include <algorithm>

#include "access/ties.h"
#include "base/text.h"
#include "cases/sealed.h"
#include "group/helpers.h"
#include "group/store.h"
#include "meeting/store.h"

// How a call is kept, and how it ends.
namespace lots::meeting {

using access::Compartment;
using cases::Drawer;
using storage::Row;
using vault::Field;

namespace {

std::string joined(const std::vector<std::string>& codes)
{
    std::string all;
    for (const auto& code : codes) all += (all.empty() ? "" : " ") + code;
    return all;
}

}  // namespace

std::vector<AgendaPoint> agenda_of(std::string_view kind, std::string_view own_points)
{
    std::vector<AgendaPoint> agenda;
    if (kind == "network")
        for (const auto point : network_points) agenda.push_back({std::string(point), {}});
    else
        for (const auto point : standing_points) agenda.push_back({std::string(point), {}});
    auto last = std::move(agenda.back());
    agenda.pop_back();
    while (!own_points.empty()) {
        const auto end = std::min(own_points.find('\n'), own_points.size());
        const auto line = trimmed(own_points.substr(0, end));
        if (!line.empty()) agenda.push_back({"own", std::string(line)});
        own_points.remove_prefix(std::min(end + 1, own_points.size()));
    }
    agenda.push_back(std::move(last));
    return agenda;
}

std::vector<AskedGuardian> guardians_of(const access::CasePermit& permit)
{
    std::vector<AskedGuardian> guardians;
    const auto& facts = permit.facts();
    for (const auto& one : facts.consent.signatories)
        if (one.role != consent::SignatoryRole::youth && consent::must_sign(one, facts.born, permit.work().today))
            guardians.push_back({one.id, one.number, static_cast<int>(guardians.size()) + 1});
    return guardians;
}

int add(const access::CasePermit& permit, const CallMeeting& call, Instant starts_at)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    const auto id = work.new_id<MeetingId>();
    const auto number = 1 + work.db.one("SELECT count(*) FROM meeting WHERE municipality = $1 AND case_id = $2",
                                        [](const Row& row) { return row.get<int>(0); }, work.municipality, permit.case_id())
                                .value_or(0);
    work.db.run("INSERT INTO meeting (municipality, id, case_id, number, kind, starts_at, length_minutes, form, place_sealed, called_at, "
                "called_by, call_how, agency_not_called_reason_sealed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
                work.municipality, id, permit.case_id(), number, call.kind, starts_at, *call.length_minutes, call.form,
                cases::seal(permit, Drawer::room, Field::meeting_place, {id.bytes()}, call.place), work.now, work.reader.person,
                joined(call.call_how),
                cases::seal_if(permit, Drawer::room, Field::agency_not_called_reason, {id.bytes()}, call.agency_not_called_reason));
    int line = 0;
    const auto chosen = [](const std::vector<std::string>& values, int its_number) {
        return std::ranges::find(values, std::to_string(its_number)) != values.end();
    };
    for (const auto& signatory : permit.facts().consent.signatories)
        if (chosen(call.signatories, signatory.number))
            work.db.run("INSERT INTO invitation (municipality, meeting, line, membership, signatory) VALUES ($1, $2, $3, NULL, $4)",
                        work.municipality, id, ++line, signatory.id);
    for (const auto& member : group::members(permit))
        if (chosen(call.members, member.number))
            work.db.run("INSERT INTO invitation (municipality, meeting, line, membership, signatory) VALUES ($1, $2, $3, $4, NULL)",
                        work.municipality, id, ++line, member.id);
    for (const auto& helper : group::helpers(permit))
        if (chosen(call.helpers, helper.number))
            work.db.run("INSERT INTO invitation (municipality, meeting, line, helper) VALUES ($1, $2, $3, $4)", work.municipality, id, ++line,
                        helper.id);
    for (const auto& guardian : guardians_of(permit)) {
        const auto& why = guardian.place == 1 ? call.guardian_1_reason : call.guardian_2_reason;
        if (chosen(call.signatories, guardian.number) || why.empty()) continue;
        work.db.run("INSERT INTO guardian_not_invited (municipality, meeting, signatory, reason_sealed) VALUES ($1, $2, $3, $4)",
                    work.municipality, id, guardian.id,
                    cases::seal(permit, Drawer::room, Field::guardian_not_invited_reason, {id.bytes(), guardian.number}, why));
    }
    int position = 0;
    for (const auto& point : agenda_of(call.kind, call.own_points)) {
        ++position;
        work.db.run("INSERT INTO agenda_item (municipality, meeting, position, point, text_sealed) VALUES ($1, $2, $3, $4, $5)",
                    work.municipality, id, position, point.point,
                    cases::seal_if(permit, Drawer::room, Field::meeting_agenda_item, {id.bytes(), position}, point.text));
    }
    return number;
}

void mark_fallen_away(const access::CasePermit& permit, std::vector<Meeting>& all)
{
    permit.require(Compartment::room);
    for (auto& meeting : all) {
        if (meeting.state == State::cancelled || meeting.state == State::locked) continue;
        const auto on = local_day(*meeting.starts_at);
        if (on < permit.work().today) continue;  // what is known today says nothing of a day that is over
        for (auto& one : meeting.invitations) {
            if (!one.helper || !one.presence.empty()) continue;
            // Looked up by itself: the list of helpers has for most readers only those of today.
            const auto helper = access::load_helper(permit.work(), one.helper_id);
            one.fell_away = !group::helper_takes_part(permit.facts().consent, helper, on).allowed();
        }
    }
}

void add_cancellation(const access::CasePermit& permit, const Meeting& meeting, std::string_view reason, std::string_view note)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    work.db.run("INSERT INTO meeting_cancellation (municipality, meeting, reason, note_sealed, cancelled_at, made_by) "
                "VALUES ($1, $2, $3, $4, $5, $6)",
                work.municipality, meeting.id, reason,
                cases::seal_if(permit, Drawer::room, Field::cancellation_note, {meeting.id.bytes()}, note), work.now, work.reader.person);
}

int end_calls(const access::CasePermit& permit, access::CaseState state)
{
    auto& work = permit.work();
    const auto decision = call_stands(state);
    if (decision.allowed()) return 0;
    const auto called = work.db.all(
        "SELECT m.id FROM meeting m LEFT JOIN meeting_cancellation c ON c.municipality = m.municipality AND c.meeting = m.id "
        "WHERE m.municipality = $1 AND m.case_id = $2 AND m.starts_at > $3 AND c.meeting IS NULL ORDER BY m.number",
        [](const Row& row) { return row.get<MeetingId>(0); }, work.municipality, permit.case_id(), work.now);
    if (called.empty()) return 0;
    work.unmet(decision);
    for (const auto& id : called)
        work.db.run("INSERT INTO meeting_cancellation (municipality, meeting, reason, cancelled_at, made_by) VALUES ($1, $2, $3, $4, $5)",
                    work.municipality, id, off_because(state), work.now, work.reader.person);
    return static_cast<int>(called.size());
}

}  // namespace lots::meeting
