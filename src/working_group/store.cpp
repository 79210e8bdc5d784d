#include "working_group/store.h"

#include <algorithm>
#include <charconv>

#include "cases/record.h"
#include "organisation/store.h"

namespace lots::working_group {

using access::Role;
using access::Work;
using storage::Row;
using vault::Field;

namespace {

constexpr int open_meetings_max = 50;

/// What the group writes of itself lies under the key of the staff: it is about nobody's case.
RetentionUnitId staff_unit(Work& work)
{
    const auto unit = work.db.one("SELECT staff_unit FROM municipality WHERE municipality = $1",
                                  [](const Row& row) { return row.get<RetentionUnitId>(0); }, work.municipality);
    check(unit.has_value(), "the reader's municipality is not there");
    return *unit;
}

Bytes seal(Work& work, Field field, const RecordId& row, std::string_view text)
{
    return work.vault.seal(staff_unit(work), {field, work.municipality, row.bytes(), row.bytes()}, text);
}

std::string open(Work& work, Field field, const RecordId& row, const std::optional<Bytes>& sealed)
{
    if (!sealed) return {};
    return work.vault.open(staff_unit(work), {field, work.municipality, row.bytes(), row.bytes()}, *sealed);
}

struct Sealed {
    Meeting meeting;
    std::optional<Bytes> place, situation, measures;
};

Sealed read_meeting(const Row& row)
{
    Sealed found;
    auto& meeting = found.meeting;
    meeting.id = row.get<RecordId>(0);
    meeting.group = row.get<RecordId>(1);
    meeting.number = row.get<int>(2);
    meeting.group_code = row.get<std::string>(3);
    meeting.group_name = row.get<std::string>(4);
    meeting.starts_at = row.get<Instant>(5);
    meeting.outcome = row.null(6) ? "" : row.get<std::string>(6);
    meeting.ended_at = row.get<std::optional<Instant>>(7);
    found.place = row.get<std::optional<Bytes>>(8);
    found.situation = row.get<std::optional<Bytes>>(9);
    found.measures = row.get<std::optional<Bytes>>(10);
    return found;
}

Meeting opened(Work& work, Sealed found)
{
    auto& meeting = found.meeting;
    meeting.place = open(work, Field::working_group_place, meeting.id, found.place);
    meeting.situation = open(work, Field::working_group_situation, meeting.id, found.situation);
    meeting.measures = open(work, Field::working_group_measures, meeting.id, found.measures);
    return std::move(meeting);
}

/// Social services prepare for the group of their own district, and another board's is none of theirs (S2-04); others read where they sit.
bool sees(Work& work, const RecordId& group)
{
    const bool social_services = work.reader.role == Role::social_worker || work.reader.role == Role::unit_manager;
    return organisation::sits_in(work, group) || (social_services && organisation::is_for_own_unit(work, group));
}

bool is_own(const std::vector<organisation::StandingGroup>& own, const RecordId& group)
{
    return std::ranges::find(own, group, &organisation::StandingGroup::id) != own.end();
}

std::vector<Meeting> own_of(Work& work, std::vector<Sealed> found, int most)
{
    const auto own = own_groups(work);
    std::vector<Meeting> all;
    for (auto& one : found) {
        if (static_cast<int>(all.size()) == most) break;
        if (is_own(own, one.meeting.group)) all.push_back(opened(work, std::move(one)));
    }
    return all;
}

}  // namespace

std::vector<organisation::StandingGroup> own_groups(Work& work)
{
    auto all = organisation::groups(work);
    std::erase_if(all, [&](const organisation::StandingGroup& group) { return group.kind != "working_group" || !sees(work, group.id); });
    return all;
}

bool sees_a_group(Work& work)
{
    const auto ids = work.db.all("SELECT id FROM standing_group WHERE municipality = $1 AND kind = 'working_group'",
                                 [](const Row& row) { return row.get<RecordId>(0); }, work.municipality);
    return std::ranges::any_of(ids, [&](const RecordId& id) { return sees(work, id); });
}

std::vector<Meeting> meetings(Work& work, int most)
{
    return own_of(work,
                  work.db.all("SELECT m.id, m.standing_group, m.number, g.code, g.name, m.starts_at, e.outcome, e.ended_at, m.place_sealed, "
                              "e.situation_sealed, e.measures_sealed FROM working_group_meeting m "
                              "JOIN standing_group g ON g.municipality = m.municipality AND g.id = m.standing_group "
                              "LEFT JOIN working_group_meeting_end e ON e.municipality = m.municipality AND e.meeting = m.id "
                              "WHERE m.municipality = $1 ORDER BY m.starts_at DESC, m.number DESC LIMIT 500",
                              read_meeting, work.municipality),
                  most);
}

std::optional<Meeting> meeting_of(Work& work, std::string_view number)
{
    int wanted = 0;
    const auto* end = number.data() + number.size();
    const auto [at, error] = std::from_chars(number.data(), end, wanted);
    if (error != std::errc{} || at != end || wanted < 1 || number.front() == '0') return std::nullopt;
    auto found = own_of(work,
                        work.db.all("SELECT m.id, m.standing_group, m.number, g.code, g.name, m.starts_at, e.outcome, e.ended_at, "
                                    "m.place_sealed, e.situation_sealed, e.measures_sealed FROM working_group_meeting m "
                                    "JOIN standing_group g ON g.municipality = m.municipality AND g.id = m.standing_group "
                                    "LEFT JOIN working_group_meeting_end e ON e.municipality = m.municipality AND e.meeting = m.id "
                                    "WHERE m.municipality = $1 AND m.number = $2",
                                    read_meeting, work.municipality, wanted),
                        1);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<Meeting> open_meetings(Work& work)
{
    return own_of(work,
                  work.db.all("SELECT m.id, m.standing_group, m.number, g.code, g.name, m.starts_at, e.outcome, e.ended_at, m.place_sealed, "
                              "e.situation_sealed, e.measures_sealed FROM working_group_meeting m "
                              "JOIN standing_group g ON g.municipality = m.municipality AND g.id = m.standing_group "
                              "LEFT JOIN working_group_meeting_end e ON e.municipality = m.municipality AND e.meeting = m.id "
                              "WHERE m.municipality = $1 AND e.meeting IS NULL ORDER BY m.starts_at, m.number LIMIT 500",
                              read_meeting, work.municipality),
                  open_meetings_max);
}

Date last_met(Work& work, const RecordId& group)
{
    const auto last = work.db.one(
        "SELECT MAX(m.starts_at) FROM working_group_meeting m JOIN working_group_meeting_end e ON e.municipality = m.municipality AND "
        "e.meeting = m.id WHERE m.municipality = $1 AND m.standing_group = $2 AND e.outcome = 'held'",
        [](const Row& row) { return row.get<std::optional<Instant>>(0); }, work.municipality, group);
    if (last && *last) return local_day(**last);
    const auto made = work.db.one("SELECT made_at FROM standing_group WHERE municipality = $1 AND id = $2",
                                  [](const Row& row) { return row.get<Instant>(0); }, work.municipality, group);
    check(made.has_value(), "there is no such group");
    return local_day(*made);
}

int add_meeting(Work& work, const RecordId& group, Instant starts_at, std::string_view place)
{
    const auto id = work.new_id<RecordId>();
    const int number = cases::next_number(work, "working-group-meeting");
    work.db.run("INSERT INTO working_group_meeting (municipality, id, standing_group, number, starts_at, place_sealed, made_at, made_by) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                work.municipality, id, group, number, starts_at, seal(work, Field::working_group_place, id, place), work.now,
                work.reader.person);
    return number;
}

void add_end(Work& work, const Meeting& meeting, const EndMeeting& ended, const std::vector<RecordId>& present)
{
    work.db.run("INSERT INTO working_group_meeting_end (municipality, meeting, outcome, situation_sealed, measures_sealed, ended_at, made_by) "
                "VALUES ($1, $2, 'held', $3, $4, $5, $6)",
                work.municipality, meeting.id, seal(work, Field::working_group_situation, meeting.id, ended.situation),
                seal(work, Field::working_group_measures, meeting.id, ended.measures), work.now, work.reader.person);
    for (const auto& seat : present)
        work.db.run("INSERT INTO working_group_attendance (municipality, meeting, seat) VALUES ($1, $2, $3)", work.municipality, meeting.id,
                    seat);
}

void add_call_off(Work& work, const Meeting& meeting)
{
    work.db.run("INSERT INTO working_group_meeting_end (municipality, meeting, outcome, ended_at, made_by) "
                "VALUES ($1, $2, 'called_off', $3, $4)",
                work.municipality, meeting.id, work.now, work.reader.person);
}

std::vector<std::string> present_at(Work& work, const RecordId& meeting)
{
    std::vector<PersonId> people;
    std::vector<std::pair<PersonId, std::string>> found;
    work.db.each("SELECT s.person, a.name FROM working_group_attendance p "
                 "JOIN seat s ON s.municipality = p.municipality AND s.id = p.seat "
                 "JOIN agency a ON a.municipality = s.municipality AND a.id = s.agency "
                 "WHERE p.municipality = $1 AND p.meeting = $2 ORDER BY s.number",
                 [&](const Row& row) {
                     people.push_back(row.get<PersonId>(0));
                     found.emplace_back(people.back(), row.get<std::string>(1));
                 },
                 work.municipality, meeting);
    const auto names = organisation::person_names(work, people);
    std::vector<std::string> all;
    for (const auto& [person, agency] : found) all.push_back(names.at(person) + ", " + agency);
    return all;
}

std::vector<AreaItem> area_items(Work& work, const Meeting& meeting)
{
    struct Found {
        RecordId id;
        int number;
        Bytes text;
    };
    std::vector<AreaItem> items;
    for (const auto& one : work.db.all("SELECT id, number, text_sealed FROM area_item WHERE municipality = $1 AND meeting = $2 ORDER BY number",
                                       [](const Row& row) {
                                           return Found{row.get<RecordId>(0), row.get<int>(1), row.get<Bytes>(2)};
                                       },
                                       work.municipality, meeting.id))
        items.push_back({one.number, open(work, Field::area_item_text, one.id, one.text)});
    return items;
}

int add_area_item(Work& work, const Meeting& meeting, std::string_view text)
{
    const auto last = work.db.one("SELECT COALESCE(MAX(number), 0) FROM area_item WHERE municipality = $1 AND meeting = $2",
                                  [](const Row& row) { return row.get<int>(0); }, work.municipality, meeting.id);
    const int number = last.value_or(0) + 1;
    const auto id = work.new_id<RecordId>();
    work.db.run("INSERT INTO area_item (municipality, id, meeting, number, text_sealed, made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                work.municipality, id, meeting.id, number, seal(work, Field::area_item_text, id, text), work.now, work.reader.person);
    return number;
}

}  // namespace lots::working_group
