#include "access/ties.h"

#include <algorithm>
#include <map>

#include "access/work.h"

namespace lots::access {

using storage::Row;

namespace {

void load_deputy(Work& work, CaseFacts& facts)
{
    work.db.each(
        "SELECT 1 FROM coordinator_deputy d LEFT JOIN coordinator_deputy_end e ON e.municipality = d.municipality AND e.deputy = d.id "
        "WHERE d.municipality = $1 AND d.case_id = $2 AND d.person = $3 AND (d.unit = $4 OR $6 = 1) AND d.from_day <= $5 AND d.last_day >= $5 AND "
        "e.deputy IS NULL LIMIT 1",
        [&](const Row&) { facts.relations.push_back(Relation::coordinator); }, work.municipality, facts.id, work.reader.person,
        work.reader.unit, work.today, work.reader.role == Role::log_reviewer);
}

/// settled 26: for the hours that were stated, in the unit acted in. Who has the case anyway needs no emergency, and is not flagged.
void load_emergency(Work& work, CaseFacts& facts)
{
    const auto has = [&](Relation relation) { return std::ranges::count(facts.relations, relation) > 0; };
    if (has(Relation::assigned) || (work.reader.role == Role::unit_manager && has(Relation::own_unit))) return;
    work.db.each(
        "SELECT 1 FROM emergency_access WHERE municipality = $1 AND case_id = $2 AND person = $3 AND "
        "(unit = $4 OR $6 = 1) AND until_at > $5 LIMIT 1",
        [&](const Row&) { facts.relations.push_back(Relation::emergency); }, work.municipality, facts.id, work.reader.person,
        work.reader.unit, work.now, work.reader.role == Role::log_reviewer);
}

void load_own_helper(Work& work, CaseFacts& facts)
{
    const auto mine = work.db.all(
        "SELECT h.id FROM helper_judgement j JOIN helper h ON h.municipality = j.municipality AND h.id = j.helper "
        "WHERE j.municipality = $1 AND h.case_id = $2 AND j.person = $3 AND j.seq = (SELECT MAX(n.seq) FROM helper_judgement n "
        "WHERE n.municipality = j.municipality AND n.helper = j.helper) ORDER BY h.number",
        [](const Row& row) { return row.get<RecordId>(0); }, work.municipality, facts.id, work.reader.person);
    for (const auto& id : mine) {
        if (!group::helper_takes_part(facts.consent, load_helper(work, id), work.today).allowed()) continue;
        facts.own_helper = id;
        facts.relations.push_back(Relation::helper_of);
        return;
    }
}

}  // namespace

group::HelperFacts load_helper(Work& work, const RecordId& id)
{
    group::HelperFacts helper;
    work.db.each(
        "SELECT r.signed_on, e.helper IS NOT NULL FROM helper h "
        "LEFT JOIN helper_reservation r ON r.municipality = h.municipality AND r.helper = h.id "
        "LEFT JOIN helper_end e ON e.municipality = h.municipality AND e.helper = h.id WHERE h.municipality = $1 AND h.id = $2",
        [&](const Row& row) {
            helper.wished = true;  // words and day are in every row
            helper.reservation_signed_on = row.get<std::optional<Date>>(0);
            helper.ended = row.get<bool>(1);
        },
        work.municipality, id);
    work.db.each(  // the newest counts, and it may say that there is none
        "SELECT told_on, duty_sealed IS NOT NULL FROM helper_own_secrecy WHERE municipality = $1 AND helper = $2 ORDER BY seq",
        [&](const Row& row) { helper.own_secrecy_on = row.get<bool>(1) ? std::optional(row.get<Date>(0)) : std::nullopt; },
        work.municipality, id);
    work.db.each(
        "SELECT suitable, from_day, last_day FROM helper_judgement WHERE municipality = $1 AND helper = $2 ORDER BY seq",
        [&](const Row& row) {
            helper.suitable = row.get<bool>(0);
            helper.from_day = row.get<std::optional<Date>>(1);
            helper.last_day = row.get<std::optional<Date>>(2);
        },
        work.municipality, id);
    std::map<SignatoryId, bool> newest;
    work.db.each(
        "SELECT signatory, answer FROM helper_answer WHERE municipality = $1 AND helper = $2 ORDER BY seq",
        [&](const Row& row) { newest[row.get<SignatoryId>(0)] = row.text(1) == "yes"; }, work.municipality, id);
    for (const auto& [signatory, says_yes] : newest) (says_yes ? helper.yes : helper.no).push_back(signatory);
    return helper;
}

void load_dated_ties(Work& work, CaseFacts& facts, bool agency_in_group)
{
    if (work.reader.role == Role::helper) load_own_helper(work, facts);
    else if (agency_in_group) load_deputy(work, facts);
    const auto role = work.reader.role;
    if (role == Role::social_worker || role == Role::unit_manager || role == Role::log_reviewer) load_emergency(work, facts);
}

}  // namespace lots::access
