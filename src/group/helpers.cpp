#include "group/helpers.h"

#include <algorithm>

#include "access/ties.h"
#include "cases/sealed.h"
#include "group/store.h"

// What is kept of private helpers.
namespace lots::group {

using access::Compartment;
using cases::Drawer;
using storage::Row;
using vault::Field;

namespace {

Bytes seal(const access::CasePermit& permit, Field field, const RecordId& helper, std::string_view text)
{
    return cases::seal(permit, Drawer::room, field, {helper.bytes()}, text);
}

int next_seq(const Row& row) { return row.get<int>(0); }

/// The young person among those who sign.
const consent::Signatory* youth_of(const access::CasePermit& permit)
{
    const auto& all = permit.facts().consent.signatories;
    const auto found = std::ranges::find_if(all, [&](const consent::Signatory& one) {
        return one.role == consent::SignatoryRole::youth && consent::must_sign(one, permit.facts().born, permit.work().today);
    });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

bool takes_part(const access::CasePermit& permit, const Helper& helper)
{
    return helper_takes_part(permit.facts().consent, helper.facts, permit.work().today).allowed();
}

std::vector<Helper> helpers(const access::CasePermit& permit)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    struct Sealed {
        Bytes name, task, wish;
        std::optional<Bytes> contact, own_secrecy;
        std::optional<int> own_secrecy_seq;
    };
    const auto stored = work.db.all(
        "SELECT h.id, h.number, h.relation, h.wished_on, h.name_sealed, h.task_sealed, h.wish_sealed, h.contact_sealed, s.duty_sealed, s.seq "
        "FROM helper h LEFT JOIN helper_own_secrecy s ON s.municipality = h.municipality AND s.helper = h.id "
        "AND s.seq = (SELECT MAX(o.seq) FROM helper_own_secrecy o WHERE o.municipality = h.municipality AND o.helper = h.id) "
        "WHERE h.municipality = $1 AND h.case_id = $2 ORDER BY h.number",
        [](const Row& row) {
            Helper helper;
            helper.id = row.get<RecordId>(0);
            helper.number = row.get<int>(1);
            helper.relation = row.get<std::string>(2);
            helper.wished_on = row.get<Date>(3);
            return std::pair{std::move(helper),
                             Sealed{row.get<Bytes>(4), row.get<Bytes>(5), row.get<Bytes>(6), row.get<std::optional<Bytes>>(7),
                                    row.get<std::optional<Bytes>>(8), row.get<std::optional<int>>(9)}};
        },
        work.municipality, permit.case_id());
    const bool leading = leads(permit);
    std::vector<Helper> all;
    for (auto [helper, sealed] : stored) {
        helper.facts = access::load_helper(work, helper.id);
        if (!leading && !takes_part(permit, helper)) continue;
        const cases::RowOf row{helper.id.bytes()};
        helper.name = cases::open(permit, Drawer::room, Field::helper_name, row, sealed.name);
        helper.task = cases::open(permit, Drawer::room, Field::helper_task, row, sealed.task);
        if (leading) {
            helper.wish = cases::open(permit, Drawer::room, Field::helper_wish, row, sealed.wish);
            helper.contact = cases::open_if(permit, Drawer::room, Field::helper_contact, row, sealed.contact);
            helper.own_secrecy = cases::open_if(permit, Drawer::room, Field::helper_own_secrecy,
                                                {helper.id.bytes(), sealed.own_secrecy_seq.value_or(0)}, sealed.own_secrecy);
        }
        all.push_back(std::move(helper));
    }
    return all;
}

std::optional<Helper> helper_of(const access::CasePermit& permit, int number)
{
    auto all = helpers(permit);
    const auto found = std::ranges::find(all, number, &Helper::number);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

int add_helper(const access::CasePermit& permit, const WishHelper& wish)
{
    auto& work = permit.work();
    const int number = *work.db.one("SELECT COALESCE(MAX(number), 0) + 1 FROM helper WHERE municipality = $1 AND case_id = $2", next_seq,
                                    work.municipality, permit.case_id());
    const auto id = work.new_id<RecordId>();
    work.db.run("INSERT INTO helper (municipality, id, case_id, number, name_sealed, contact_sealed, relation, task_sealed, wish_sealed, "
                "wished_on, made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
                work.municipality, id, permit.case_id(), number, seal(permit, Field::helper_name, id, wish.name),
                cases::seal_if(permit, Drawer::room, Field::helper_contact, {id.bytes()}, wish.contact), wish.relation,
                seal(permit, Field::helper_task, id, wish.task), seal(permit, Field::helper_wish, id, wish.wish), *wish.wished_on, work.now,
                work.reader.person);
    // The wish is the young person's own yes; it is asked of nobody twice.
    if (const auto* youth = youth_of(permit)) add_helper_answer(permit, id, youth->id, {{}, {}, {}, "yes", wish.way, wish.wished_on});
    return number;
}

void add_helper_answer(const access::CasePermit& permit, const RecordId& helper, const SignatoryId& signatory, const AnswerHelper& answer)
{
    auto& work = permit.work();
    const int seq = *work.db.one("SELECT COALESCE(MAX(seq), 0) + 1 FROM helper_answer WHERE municipality = $1 AND helper = $2", next_seq,
                                 work.municipality, helper);
    work.db.run("INSERT INTO helper_answer (municipality, helper, seq, signatory, answer, said_on, way, made_at, made_by) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                work.municipality, helper, seq, signatory, answer.answer, *answer.said_on, answer.way, work.now, work.reader.person);
}

void add_helper_judgement(const access::CasePermit& permit, const RecordId& helper, const JudgeHelper& judgement,
                          std::optional<PersonId> account, const RecordId& decision_note)
{
    auto& work = permit.work();
    const int seq = *work.db.one("SELECT COALESCE(MAX(seq), 0) + 1 FROM helper_judgement WHERE municipality = $1 AND helper = $2", next_seq,
                                 work.municipality, helper);
    work.db.run("INSERT INTO helper_judgement (municipality, helper, seq, suitable, person, from_day, last_day, decision_note) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                work.municipality, helper, seq, judgement.suitable == "yes", account, judgement.from_day, judgement.last_day,
                decision_note);
}

void add_reservation(const access::CasePermit& permit, const RecordId& helper, const SignReservation& reservation)
{
    auto& work = permit.work();
    work.db.run("INSERT INTO helper_reservation (municipality, helper, text_version, signed_on, original_kept_at_sealed, made_at, made_by) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                work.municipality, helper, reservation_version, *reservation.signed_on,
                seal(permit, Field::helper_reservation, helper, reservation.original_kept_at), work.now, work.reader.person);
}

void add_own_secrecy(const access::CasePermit& permit, const RecordId& helper, const SignReservation& told)
{
    auto& work = permit.work();
    const int seq = *work.db.one("SELECT COALESCE(MAX(seq), 0) + 1 FROM helper_own_secrecy WHERE municipality = $1 AND helper = $2", next_seq,
                                 work.municipality, helper);
    work.db.run("INSERT INTO helper_own_secrecy (municipality, helper, seq, told_on, duty_sealed, made_at, made_by) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                work.municipality, helper, seq, *told.signed_on,
                cases::seal_if(permit, Drawer::room, Field::helper_own_secrecy, {helper.bytes(), seq}, told.own_secrecy), work.now,
                work.reader.person);
}

void end_helper(const access::CasePermit& permit, const RecordId& helper, const EndHelper& end)
{
    auto& work = permit.work();
    work.db.run("INSERT INTO helper_end (municipality, helper, ended_at, reason, note_sealed, made_by) VALUES ($1, $2, $3, $4, $5, $6)",
                work.municipality, helper, work.now, end.reason,
                cases::seal_if(permit, Drawer::room, Field::helper_end_note, {helper.bytes()}, end.note), work.reader.person);
}

}  // namespace lots::group
