#include "organisation/groups.h"

#include <algorithm>

#include "organisation/store.h"
#include "organisation/written.h"

namespace lots::organisation {

using access::Work;
using storage::Row;

namespace {

template <class Words>
bool knows(const Words& words, std::string_view word)
{
    return std::ranges::find(words, word) != std::ranges::end(words);
}

StandingGroup read_group(const Row& row)
{
    return {row.get<RecordId>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<std::string>(3), row.get<std::string>(4), {}};
}

void add_districts(Work& work, StandingGroup& group)
{
    group.districts = work.db.all(
        "SELECT d.name FROM standing_group_district g JOIN district d ON d.municipality = g.municipality AND d.id = g.district "
        "WHERE g.municipality = $1 AND g.standing_group = $2 ORDER BY d.code",
        [](const Row& row) { return row.get<std::string>(0); }, work.municipality, group.id);
}

RecordId id_in(const Row& row) { return row.get<RecordId>(0); }

bool is_for(Work& work, const RecordId& group, const std::vector<RecordId>& districts)
{
    const auto of_group =
        work.db.all("SELECT district FROM standing_group_district WHERE municipality = $1 AND standing_group = $2", id_in,
                    work.municipality, group);
    if (districts.empty() || of_group.empty()) return true;
    return std::ranges::find_first_of(of_group, districts) != of_group.end();
}

}  // namespace

Result<RecordId> add_group(const Change& change, const NewGroup& group)
{
    const auto shown = kept_line(group.name, name_longest);
    if (!knows(group_kinds, group.kind)) return invalid("kind", "organisation.group.kind");
    if (!is_code(group.code)) return invalid("code", "organisation.code.form");
    if (!shown) return invalid("name", "organisation.name.missing");
    if (!knows(group_tiers, group.tier)) return invalid("tier", "organisation.group.tier");
    const bool taken = change.db.one("SELECT 1 FROM standing_group WHERE municipality = $1 AND code = $2", [](const Row&) { return true; },
                                     change.municipality, group.code).has_value();
    if (taken) return invalid("code", "organisation.code.taken");
    std::vector<RecordId> districts;
    for (const auto& code : group.districts) {
        const auto id = change.db.one("SELECT id FROM district WHERE municipality = $1 AND code = $2",
                                      [](const Row& row) { return row.get<RecordId>(0); }, change.municipality, code);
        if (!id) return invalid("districts", "organisation.district.unknown");
        districts.push_back(*id);
    }

    const auto id = RecordId::make(change.random);
    change.db.run("INSERT INTO standing_group (municipality, id, kind, code, name, tier, made_at, made_by) "
                  "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                  change.municipality, id, group.kind, group.code, *shown, group.tier, change.now, change.by);
    for (const auto& district : districts)
        change.db.run("INSERT INTO standing_group_district (municipality, standing_group, district) VALUES ($1, $2, $3)",
                      change.municipality, id, district);
    return id;
}

Result<int> add_seat(const Change& change, const RecordId& group, const NewSeat& seat)
{
    if (!knows(positions, seat.position)) return invalid("position", "organisation.seat.position");
    const bool sits = change.db.one(
        "SELECT 1 FROM seat s LEFT JOIN seat_end e ON e.municipality = s.municipality AND e.seat = s.id "
        "WHERE s.municipality = $1 AND s.standing_group = $2 AND s.person = $3 AND (e.last_day IS NULL OR e.last_day >= $4) LIMIT 1",
        [](const Row&) { return true; }, change.municipality, group, seat.person, seat.from_day).has_value();
    if (sits) return invalid("person", "organisation.seat.held");
    const auto last = change.db.one("SELECT COALESCE(MAX(number), 0) FROM seat WHERE municipality = $1 AND standing_group = $2",
                                    [](const Row& row) { return row.get<int>(0); }, change.municipality, group);
    const int number = last.value_or(0) + 1;
    change.db.run("INSERT INTO seat (municipality, id, standing_group, number, person, agency, position, may_decide, answers_for_strategy, "
                  "from_day, made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
                  change.municipality, RecordId::make(change.random), group, number, seat.person, seat.agency, seat.position, seat.may_decide,
                  seat.answers_for_strategy, seat.from_day, change.now, change.by);
    return number;
}

Result<Done> end_seat(const Change& change, const RecordId& group, int number, Date last_day)
{
    const auto seat = change.db.one(
        "SELECT s.id FROM seat s LEFT JOIN seat_end e ON e.municipality = s.municipality AND e.seat = s.id "
        "WHERE s.municipality = $1 AND s.standing_group = $2 AND s.number = $3 AND e.seat IS NULL",
        [](const Row& row) { return row.get<RecordId>(0); }, change.municipality, group, number);
    if (!seat) return not_found();
    change.db.run("INSERT INTO seat_end (municipality, seat, last_day, made_at, made_by) VALUES ($1, $2, $3, $4, $5)", change.municipality,
                  *seat, last_day, change.now, change.by);
    return Done{};
}

std::vector<StandingGroup> groups(Work& work)
{
    auto all = work.db.all("SELECT id, kind, code, name, tier FROM standing_group WHERE municipality = $1 ORDER BY kind DESC, name, code",
                           read_group, work.municipality);
    for (auto& group : all) add_districts(work, group);
    return all;
}

std::optional<StandingGroup> group_of_code(Work& work, std::string_view code)
{
    auto group = work.db.one("SELECT id, kind, code, name, tier FROM standing_group WHERE municipality = $1 AND code = $2", read_group,
                             work.municipality, code);
    if (group) add_districts(work, *group);
    return group;
}

std::vector<Seat> seats_of(Work& work, const RecordId& group, Date on)
{
    auto seats = work.db.all(
        "SELECT s.id, s.number, s.person, s.agency, a.code, a.kind, a.name, s.position, s.may_decide, s.answers_for_strategy, s.from_day "
        "FROM seat s JOIN agency a ON a.municipality = s.municipality AND a.id = s.agency "
        "LEFT JOIN seat_end e ON e.municipality = s.municipality AND e.seat = s.id "
        "WHERE s.municipality = $1 AND s.standing_group = $2 AND s.from_day <= $3 AND (e.last_day IS NULL OR e.last_day >= $3) "
        "ORDER BY s.number",
        [](const Row& row) {
            Seat seat;
            seat.id = row.get<RecordId>(0);
            seat.number = row.get<int>(1);
            seat.person = row.get<PersonId>(2);
            seat.agency = row.get<AgencyId>(3);
            seat.agency_code = row.get<std::string>(4);
            seat.agency_kind = row.get<std::string>(5);
            seat.agency_name = row.get<std::string>(6);
            seat.position = row.get<std::string>(7);
            seat.may_decide = row.get<bool>(8);
            seat.answers_for_strategy = row.get<bool>(9);
            seat.from_day = row.get<Date>(10);
            return seat;
        },
        work.municipality, group, on);
    std::vector<PersonId> people;
    for (const auto& seat : seats) people.push_back(seat.person);
    const auto names = person_names(work, people);
    for (auto& seat : seats) seat.name = names.at(seat.person);
    return seats;
}

bool sits_in(Work& work, const RecordId& group)
{
    return work.db
        .one("SELECT 1 FROM seat s LEFT JOIN seat_end e ON e.municipality = s.municipality AND e.seat = s.id "
             "WHERE s.municipality = $1 AND s.standing_group = $2 AND s.person = $3 AND s.from_day <= $4 "
             "AND (e.last_day IS NULL OR e.last_day >= $4) LIMIT 1",
             [](const Row&) { return true; }, work.municipality, group, work.reader.person, work.today)
        .has_value();
}

bool sits_for(Work& work, std::string_view kind, const std::vector<RecordId>& districts)
{
    const auto all = work.db.all("SELECT id FROM standing_group WHERE municipality = $1 AND kind = $2", id_in,
                                 work.municipality, kind);
    return std::ranges::any_of(all, [&](const RecordId& group) { return sits_in(work, group) && is_for(work, group, districts); });
}

bool is_for_own_unit(Work& work, const RecordId& group)
{
    return is_for(work, group,
                  work.db.all("SELECT district FROM unit_district WHERE municipality = $1 AND unit = $2", id_in, work.municipality,
                              work.reader.unit));
}

std::vector<SeatFacts> facts_of(const std::vector<Seat>& seats)
{
    std::vector<SeatFacts> facts;
    for (const auto& seat : seats) facts.push_back({seat.agency_code, seat.agency_kind, seat.may_decide, seat.answers_for_strategy});
    return facts;
}

std::vector<std::string> agencies_that_take_part(Work& work)
{
    std::vector<std::string> codes;
    for (const auto& agency : agencies(work))
        if (agency.kind != "association" && agency.kind != "other") codes.push_back(agency.code);
    return codes;
}

}  // namespace lots::organisation
