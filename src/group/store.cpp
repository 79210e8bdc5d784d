#include "group/store.h"

#include <algorithm>
#include <set>

#include "cases/record.h"
#include "cases/sealed.h"
#include "organisation/parts.h"
#include "organisation/store.h"

namespace lots::group {

using access::Compartment;
using access::Operation;
using cases::Drawer;
using storage::Row;
using vault::Field;

bool leads(const access::CasePermit& permit)
{
    // Those who read every note between meetings are those who lead the case (settled 33): also in a suspension, and never a member.
    return access::would_allow(permit, Operation::read_notes, Compartment::room) == access::Answer::yes;
}

std::vector<Member> members_ever(const access::CasePermit& permit)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    std::vector<std::pair<Member, Bytes>> stored;
    work.db.each(
        "SELECT m.id, m.number, m.agency, a.code, a.name, a.kind, m.person, m.unit, COALESCE(f.function, m.function), m.knows_youth, "
        "m.from_day, e.ended_at, m.reason_sealed, COALESCE(f.ground, '') FROM membership m "
        "JOIN agency a ON a.municipality = m.municipality AND a.id = m.agency "
        "LEFT JOIN member_function f ON f.municipality = m.municipality AND f.membership = m.id "
        "LEFT JOIN membership_end e ON e.municipality = m.municipality AND e.membership = m.id "
        "WHERE m.municipality = $1 AND m.case_id = $2 ORDER BY m.number",
        [&](const Row& row) {
            Member member;
            member.id = row.get<MembershipId>(0);
            member.number = row.get<int>(1);
            member.agency = row.get<AgencyId>(2);
            member.agency_code = row.get<std::string>(3);
            member.agency_name = row.get<std::string>(4);
            member.agency_kind = row.get<std::string>(5);
            member.person = row.get<PersonId>(6);
            member.unit = row.get<UnitId>(7);
            member.function = row.get<std::string>(8);
            member.knows_youth = row.get<bool>(9);
            member.from_day = row.get<Date>(10);
            member.ended_at = row.get<std::optional<Instant>>(11);
            member.ground = row.get<std::string>(13);
            stored.emplace_back(std::move(member), row.get<Bytes>(12));
        },
        work.municipality, permit.case_id());

    std::vector<PersonId> people;
    for (const auto& [member, reason] : stored) people.push_back(member.person);
    const auto names = organisation::person_names(work, people);
    const bool with_reasons = leads(permit);
    std::vector<Member> all;
    for (auto& [member, reason] : stored) {
        const auto name = names.find(member.person);
        check(name != names.end(), "a member is nobody");
        member.name = name->second;
        if (with_reasons) member.reason = cases::open(permit, Drawer::room, Field::member_reason, {member.id.bytes()}, reason);
        all.push_back(std::move(member));
    }
    return all;
}

std::vector<Member> members(const access::CasePermit& permit)
{
    auto all = members_ever(permit);
    std::erase_if(all, [](const Member& member) { return member.ended_at.has_value(); });
    return all;
}

std::optional<Member> member_of(const access::CasePermit& permit, int number)
{
    const auto all = members(permit);
    const auto found = std::ranges::find(all, number, &Member::number);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

bool is_signatory(const access::CasePermit& permit, const PersonId& person)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    return work.db
        .one("SELECT 1 FROM signatory s LEFT JOIN signatory_end e ON e.municipality = s.municipality AND e.signatory = s.id "
             "WHERE s.municipality = $1 AND s.case_id = $2 AND s.person = $3 AND (e.reason IS NULL OR e.reason <> 'registered_wrong') LIMIT 1",
             [](const Row&) { return true; }, work.municipality, permit.case_id(), person)
        .has_value();
}

namespace {

/// The units that carry out, of the board whose case it is: another board's are not meant, whatever they do at home.
std::vector<UnitId> carrying_out(const access::CasePermit& permit)
{
    auto found = organisation::units_with_part(permit.work(), "carries_out");
    const auto units = organisation::units(permit.work());
    const auto owner = std::ranges::find_if(units, [&](const organisation::Unit& one) { return one.id == permit.facts().owner_unit; });
    std::erase_if(found, [&](const organisation::Unit& one) { return owner == units.end() || one.agency != owner->agency; });
    std::vector<UnitId> ids;
    for (const auto& one : found) ids.push_back(one.id);
    return ids;
}

}  // namespace

Facts facts_of(const access::CasePermit& permit)
{
    Facts facts;
    facts.consent = permit.facts().consent;
    facts.coordinators = cases::holder(permit, "coordinator") ? 1 : 0;
    auto relevant = facts.consent.concerned;
    for (const auto& member : members(permit)) {
        facts.members.push_back({member.agency, member.agency_kind, member.unit});
        relevant.insert(member.agency);
    }
    for (const auto& agency : organisation::agencies(permit.work()))
        if (relevant.contains(agency.id)) facts.agencies.push_back({agency.id, agency.code});
    facts.carrying_out = carrying_out(permit);
    return facts;
}

std::vector<MissingAgency> agencies_without_member(const access::CasePermit& permit)
{
    std::set<AgencyId> present;
    for (const auto& member : members(permit)) present.insert(member.agency);
    std::vector<MissingAgency> missing;
    for (const auto& agency : organisation::agencies(permit.work()))
        if (permit.facts().consent.concerned.contains(agency.id) && !present.contains(agency.id))
            missing.push_back({agency.code, agency.name});
    return missing;
}

int add(const access::CasePermit& permit, const NewMember& member)
{
    auto& work = permit.work();
    const auto last = work.db.one("SELECT COALESCE(MAX(number), 0) FROM membership WHERE municipality = $1 AND case_id = $2",
                                  [](const Row& row) { return row.get<int>(0); }, work.municipality, permit.case_id());
    const int number = last.value_or(0) + 1;
    const auto id = work.new_id<MembershipId>();
    const bool first = std::ranges::find(first_functions, member.function) != first_functions.end();
    work.db.run("INSERT INTO membership (municipality, id, case_id, number, agency, unit, person, function, knows_youth, reason_sealed, "
                "from_day, made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
                work.municipality, id, permit.case_id(), number, member.agency, member.unit, member.person, first ? member.function : "other",
                member.knows_youth, cases::seal(permit, Drawer::room, Field::member_reason, {id.bytes()}, member.reason), work.today,
                work.now, work.reader.person);
    if (!first)
        work.db.run("INSERT INTO member_function (municipality, membership, function, ground) VALUES ($1, $2, $3, $4)", work.municipality, id,
                    member.function, member.ground.empty() ? std::nullopt : std::optional(member.ground));
    return number;
}

void end(const access::CasePermit& permit, const MembershipId& membership, std::string_view hand_over, std::optional<Date> youth_told_on)
{
    auto& work = permit.work();
    work.db.run("INSERT INTO membership_end (municipality, membership, ended_at, hand_over_sealed, youth_told_on, made_by) "
                "VALUES ($1, $2, $3, $4, $5, $6)",
                work.municipality, membership, work.now,
                cases::seal(permit, Drawer::room, Field::member_hand_over, {membership.bytes()}, hand_over), youth_told_on,
                work.reader.person);
}

void add_planning_start(const access::CasePermit& permit, std::string_view missing_reason)
{
    auto& work = permit.work();
    work.db.run("INSERT INTO planning_start (municipality, case_id, missing_reason_sealed, made_at, made_by) VALUES ($1, $2, $3, $4, $5)",
                work.municipality, permit.case_id(),
                cases::seal_if(permit, Drawer::room, Field::planning_missing_agency, {permit.case_id().bytes()}, missing_reason), work.now,
                work.reader.person);
}

}  // namespace lots::group
