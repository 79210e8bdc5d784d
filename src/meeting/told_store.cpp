#include "meeting/told_store.h"

#include <algorithm>
#include <set>

#include "cases/sealed.h"
#include "group/store.h"
#include "organisation/store.h"

namespace lots::meeting {

using access::Answer;
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

/// What was released to the reader, who is a guardian.
std::set<RecordId> released_to_reader(const access::CasePermit& permit)
{
    auto& work = permit.work();
    const auto own = permit.facts().own_signatory;
    if (!own) return {};
    const auto all = work.db.all(
        "SELECT COALESCE(picture, suspicion) FROM item_release WHERE municipality = $1 AND case_id = $2 AND signatory = $3",
        [](const Row& row) { return row.get<RecordId>(0); }, work.municipality, permit.case_id(), *own);
    return {all.begin(), all.end()};
}

template <class Thing>
void keep_released(const access::CasePermit& permit, std::vector<Thing>& all)
{
    if (permit.answer(Compartment::room) == Answer::yes) return;
    const auto released = released_to_reader(permit);
    std::erase_if(all, [&](const Thing& one) { return !released.contains(one.id); });
}

Picture picture_in(const access::CasePermit& permit, const Row& row)
{
    Picture one;
    one.id = row.get<RecordId>(0);
    one.number = row.get<int>(1);
    one.agency_code = row.get<std::string>(2);
    one.agency_name = row.get<std::string>(3);
    one.kinds = row.get<std::string>(4);
    one.text = cases::open(permit, Drawer::room, Field::agency_picture, {one.id.bytes()}, row.get<Bytes>(5));
    one.said_by = cases::open_if(permit, Drawer::room, Field::picture_said_by, {one.id.bytes()}, row.get<std::optional<Bytes>>(6));
    one.way = row.get<std::optional<std::string>>(7).value_or("");
    one.made_at = row.get<Instant>(8);
    return one;
}

std::vector<Picture> load_pictures(const access::CasePermit& permit, const Meeting& meeting)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    return work.db.all(
        "SELECT p.id, p.number, a.code, a.name, p.kinds, p.text_sealed, p.said_by_sealed, p.way, p.made_at FROM agency_picture p "
        "JOIN agency a ON a.municipality = p.municipality AND a.id = p.agency "
        "WHERE p.municipality = $1 AND p.meeting = $2 ORDER BY p.number",
        [&](const Row& row) { return picture_in(permit, row); }, work.municipality, meeting.id);
}

}  // namespace

std::vector<Picture> pictures(const access::CasePermit& permit, const Meeting& meeting)
{
    auto all = load_pictures(permit, meeting);
    keep_released(permit, all);
    return all;
}

std::vector<Picture> own_pictures(const access::CasePermit& permit, const Meeting& meeting)
{
    auto all = load_pictures(permit, meeting);
    std::erase_if(all, [&](const Picture& one) { return one.agency_code != permit.work().reader.agency_code; });
    return all;
}

std::vector<Picture> released_pictures(const access::CasePermit& permit)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    const auto own = permit.facts().own_signatory;
    if (!own) return {};
    return work.db.all(
        "SELECT p.id, p.number, a.code, a.name, p.kinds, p.text_sealed, p.said_by_sealed, p.way, p.made_at FROM agency_picture p "
        "JOIN agency a ON a.municipality = p.municipality AND a.id = p.agency "
        "JOIN meeting m ON m.municipality = p.municipality AND m.id = p.meeting "
        "WHERE p.municipality = $1 AND m.case_id = $2 AND EXISTS (SELECT 1 FROM item_release r WHERE r.municipality = p.municipality AND "
        "r.case_id = m.case_id AND r.picture = p.id AND r.signatory = $3) ORDER BY m.number, p.number",
        [&](const Row& row) { return picture_in(permit, row); }, work.municipality, permit.case_id(), *own);
}

int add_picture(const access::CasePermit& permit, const Meeting& meeting, const NewPicture& picture)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    const auto id = work.new_id<RecordId>();
    const auto number = 1 + work.db.one("SELECT count(*) FROM agency_picture WHERE municipality = $1 AND meeting = $2",
                                        [](const Row& row) { return row.get<int>(0); }, work.municipality, meeting.id)
                                .value_or(0);
    const auto way = picture.way.empty() ? std::nullopt : std::optional(std::string(picture.way));
    work.db.run("INSERT INTO agency_picture (municipality, id, meeting, number, agency, kinds, text_sealed, said_by_sealed, way, made_at, "
                "made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                work.municipality, id, meeting.id, number, picture.agency, joined(picture.kinds),
                cases::seal(permit, Drawer::room, Field::agency_picture, {id.bytes()}, picture.text),
                cases::seal_if(permit, Drawer::room, Field::picture_said_by, {id.bytes()}, picture.said_by), way, work.now,
                work.reader.person);
    return number;
}

std::vector<Suspicion> suspicions(const access::CasePermit& permit)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    auto all = work.db.all(
        "SELECT s.id, s.number, s.told_on, m.number, s.text_sealed, t.person, s.made_at FROM new_suspicion s "
        "JOIN membership t ON t.municipality = s.municipality AND t.id = s.told_by "
        "LEFT JOIN meeting m ON m.municipality = s.municipality AND m.id = s.meeting "
        "WHERE s.municipality = $1 AND s.case_id = $2 ORDER BY s.number",
        [&](const Row& row) {
            Suspicion one;
            one.id = row.get<RecordId>(0);
            one.number = row.get<int>(1);
            one.told_on = row.get<Date>(2);
            one.meeting = row.get<std::optional<int>>(3);
            one.text = cases::open(permit, Drawer::room, Field::suspicion_text, {one.id.bytes()}, row.get<Bytes>(4));
            one.person = row.get<PersonId>(5);
            one.made_at = row.get<Instant>(6);
            return one;
        },
        work.municipality, permit.case_id());
    keep_released(permit, all);
    for (auto& one : all) one.officer = organisation::person_name(work, one.person);
    return all;
}

int add_suspicion(const access::CasePermit& permit, Date told_on, const std::optional<MeetingId>& meeting, const MembershipId& officer,
                  std::string_view text)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    const auto id = work.new_id<RecordId>();
    const auto number = 1 + work.db.one("SELECT count(*) FROM new_suspicion WHERE municipality = $1 AND case_id = $2",
                                        [](const Row& row) { return row.get<int>(0); }, work.municipality, permit.case_id())
                                .value_or(0);
    work.db.run("INSERT INTO new_suspicion (municipality, id, case_id, number, told_on, meeting, text_sealed, told_by, made_at, made_by) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                work.municipality, id, permit.case_id(), number, told_on, meeting,
                cases::seal(permit, Drawer::room, Field::suspicion_text, {id.bytes()}, text), officer, work.now, work.reader.person);
    return number;
}

void add_release(const access::CasePermit& permit, Item item, const RecordId& thing, const SignatoryId& guardian, std::string_view reason)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    const auto id = work.new_id<RecordId>();
    const auto picture = item == Item::picture ? std::optional(thing) : std::nullopt;
    const auto suspicion = item == Item::suspicion ? std::optional(thing) : std::nullopt;
    work.db.run("INSERT INTO item_release (municipality, id, case_id, picture, suspicion, signatory, reason_sealed, made_at, made_by) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                work.municipality, id, permit.case_id(), picture, suspicion, guardian,
                cases::seal(permit, Drawer::room, Field::release_reason, {id.bytes()}, reason), work.now, work.reader.person);
}

std::vector<Release> releases(const access::CasePermit& permit)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    const bool leads = group::leads(permit);
    return work.db.all(
        "SELECT r.id, COALESCE(r.picture, r.suspicion), s.number, r.reason_sealed FROM item_release r "
        "JOIN signatory s ON s.municipality = r.municipality AND s.id = r.signatory "
        "WHERE r.municipality = $1 AND r.case_id = $2 ORDER BY r.made_at, r.id",
        [&](const Row& row) {
            const auto id = row.get<RecordId>(0);
            return Release{row.get<RecordId>(1), row.get<int>(2),
                           leads ? cases::open(permit, Drawer::room, Field::release_reason, {id.bytes()}, row.get<Bytes>(3)) : std::string{}};
        },
        work.municipality, permit.case_id());
}

}  // namespace lots::meeting
