#include "access/case_facts.h"

#include <algorithm>
#include <charconv>

#include "access/consent_facts.h"
#include "access/notice.h"
#include "access/ties.h"
#include "access/work.h"

namespace lots::access {

using storage::Row;

namespace {

/// "F-31" → 31. None for anything else, leading zeros included: one address for one thing.
std::optional<int> nomination_number_of(std::string_view text)
{
    if (!text.starts_with("F-") || text.size() < 3 || text.size() > 9 || text[2] == '0') return std::nullopt;
    int number = 0;
    const auto* end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data() + 2, end, number);
    if (error != std::errc{} || at != end) return std::nullopt;
    return number;
}

std::optional<CaseId> find_case(Work& work, std::string_view number)
{
    const auto id = [](const Row& row) { return row.get<CaseId>(0); };
    if (const auto nomination = nomination_number_of(number))
        return work.db.one("SELECT id FROM sig_case WHERE municipality = $1 AND nomination_number = $2", id, work.municipality,
                           *nomination);
    return work.db.one("SELECT case_id FROM case_number WHERE municipality = $1 AND number = $2", id, work.municipality, number);
}

consent::SignatoryRole signatory_role(std::string_view text)
{
    using enum consent::SignatoryRole;
    if (text == "youth") return youth;
    if (text == "guardian") return guardian;
    if (text == "appointed_guardian") return appointed_guardian;
    check(text == "trustee", "a stored signatory has an unknown role");
    return trustee;
}

void load_signatories(Work& work, CaseFacts& facts)
{
    auto hindered = hindrances(work, facts.id);
    work.db.each(
        "SELECT s.id, s.number, s.role, e.ended_on, s.person, s.added_at FROM signatory s LEFT JOIN signatory_end e ON e.municipality = "
        "s.municipality AND e.signatory = s.id WHERE s.municipality = $1 AND s.case_id = $2 ORDER BY s.number",
        [&](const Row& row) {
            facts.consent.signatories.push_back(
                {row.get<SignatoryId>(0), row.get<int>(1), signatory_role(row.text(2)), row.get<std::optional<Date>>(3),
                 local_day(row.get<Instant>(5)), std::move(hindered[row.get<SignatoryId>(0)])});
            if (row.get<std::optional<PersonId>>(4) != work.reader.person) return;
            const auto& own = facts.consent.signatories.back();
            // FL 16 §, edge 4.14: who is the young person or a guardian has no part in the case as somebody who works with it. It is so
            // from the listing on, and stays so when the guardians' consent is no longer asked for.
            if (work.reader.role != Role::youth && work.reader.role != Role::guardian) {
                if (!own.ended_on || work.today < *own.ended_on) facts.relations.push_back(Relation::conflicted);
                return;
            }
            // Who was listed by mistake, or is no guardian any more, is nobody here. Who is hindered may still take back a yes.
            if (!consent::has_a_say(own, facts.born, work.today)) return;
            facts.own_signatory = own.id;
            facts.relations.push_back(own.role == consent::SignatoryRole::youth ? Relation::subject : Relation::guardian_of);
        },
        work.municipality, facts.id);
}

void load_states(Work& work, CaseFacts& facts)
{
    work.db.each(
        "SELECT from_state, to_state FROM case_transition WHERE municipality = $1 AND case_id = $2 ORDER BY seq",
        [&](const Row& row) {
            const auto state = word_in<CaseState>(case_state_names, row.text(1));
            check(state.has_value(), "a stored state is unknown");
            if (*state == CaseState::suspended)
                facts.left_state = word_in<CaseState>(case_state_names, row.text(0)).value_or(CaseState::forming);
            facts.recorded_state = *state;
            ++facts.transitions;
        },
        work.municipality, facts.id);
}

/// S0-18: somebody of another agency collects only with an approval, and until the day that it names. Another board's social
/// services are another agency too (S2-04).
bool may_collect(Work& work, const CaseFacts& facts)
{
    if (facts.owner_agency == work.reader.agency) return true;
    return work.db
        .one("SELECT 1 FROM collector_approval WHERE municipality = $1 AND case_id = $2 AND person = $3 AND last_day >= $4 LIMIT 1",
             [](const Row&) { return true; }, work.municipality, facts.id, work.reader.person, work.today)
        .has_value();
}

/// The reader's ties to the case today: dated functions, own unit, own proposal, membership that the consent names, conflict.
void load_relations(Work& work, CaseFacts& facts)
{
    const auto& reader = work.reader;
    // While the case is suspended the group is told so and no more; whose agency a valid consent does not name is not in it.
    const auto in_group = [&](const AgencyId& agency) {
        return facts.consent_state != ConsentState::valid || consent::names(facts.consent, agency, work.today);
    };
    // Ties belong to the unit acted in. Who reviews logs is bound by ties from every unit: nobody judges a case of their own.
    const bool any_unit = reader.role == Role::log_reviewer;
    bool collects = false;
    work.db.each(
        "SELECT DISTINCT a.duty FROM case_assignment a LEFT JOIN case_assignment_end e ON e.municipality = a.municipality AND "
        "e.case_assignment = a.id WHERE a.municipality = $1 AND a.case_id = $2 AND a.person = $3 AND (a.unit = $4 OR $6 = 1) AND "
        "a.from_day <= $5 AND e.case_assignment IS NULL",
        [&](const Row& row) {
            const auto duty = row.text(0);
            if (duty == "officer") facts.relations.push_back(Relation::assigned);
            else if (duty == "coordinator") {
                if (in_group(reader.agency)) facts.relations.push_back(Relation::coordinator);
            }
            else if (duty == "collector") collects = true;
            else facts.relations.push_back(Relation::named_reader);
        },
        work.municipality, facts.id, reader.person, reader.unit, work.today, any_unit);
    if (collects && may_collect(work, facts)) facts.relations.push_back(Relation::collector);
    // settled 17-28: within the dated deputyship a deputy is what the absent officer is.
    work.db.each(
        "SELECT 1 FROM deputy WHERE municipality = $1 AND case_id = $2 AND person = $3 AND (unit = $4 OR $6 = 1) AND from_day <= $5 AND "
        "last_day >= $5 LIMIT 1",
        [&](const Row&) {
            if (std::ranges::count(facts.relations, Relation::assigned) == 0) facts.relations.push_back(Relation::assigned);
        },
        work.municipality, facts.id, reader.person, reader.unit, work.today, any_unit);
    const bool decides = reader.role == Role::social_worker || reader.role == Role::unit_manager;
    if (decides && facts.owner_unit == reader.unit) facts.relations.push_back(Relation::own_unit);
    if (reader.role == Role::agency_manager)
        work.db.each(
            "SELECT 1 FROM membership m LEFT JOIN membership_end e ON e.municipality = m.municipality AND e.membership = m.id "
            "WHERE m.municipality = $1 AND m.case_id = $2 AND m.agency = $3 AND m.from_day <= $4 AND e.membership IS NULL LIMIT 1",
            [&](const Row&) {
                if (in_group(reader.agency)) facts.relations.push_back(Relation::own_agency);
            },
            work.municipality, facts.id, reader.agency, work.today);
    work.db.each(
        "SELECT 1 FROM nomination WHERE municipality = $1 AND case_id = $2 AND proposer = $3 AND proposer_unit = $4",
        [&](const Row&) { facts.relations.push_back(Relation::proposer); }, work.municipality, facts.id, reader.person, reader.unit);
    work.db.each(
        "SELECT m.number, m.agency FROM membership m LEFT JOIN membership_end e ON e.municipality = m.municipality AND e.membership = m.id "
        "WHERE m.municipality = $1 AND m.case_id = $2 AND m.person = $3 AND (m.unit = $4 OR $6 = 1) AND "
        "m.from_day <= $5 AND e.membership IS NULL ORDER BY m.number",
        [&](const Row& row) {
            facts.own_membership = row.get<int>(0);
            if (in_group(row.get<AgencyId>(1))) facts.relations.push_back(Relation::member);
        },
        work.municipality, facts.id, reader.person, reader.unit, work.today, any_unit);
    load_dated_ties(work, facts, in_group(reader.agency));
    work.db.each(
        "SELECT conflicted FROM conflict_declaration WHERE municipality = $1 AND case_id = $2 AND person = $3 ORDER BY made_at DESC, id "
        "LIMIT 1",
        [&](const Row& row) {
            if (row.get<bool>(0)) facts.relations.push_back(Relation::conflicted);
        },
        work.municipality, facts.id, reader.person);
}

/// What is asked about a case, asked about none: "does not exist" takes the steps of "not yours", so that the time tells neither.
void look_for_nothing(Work& work)
{
    CaseFacts nothing;
    static_cast<void>(load_case_facts(work, nothing.id));
    work.db.each("SELECT id FROM youth_identity WHERE municipality = $1 AND youth = $2 ORDER BY recorded_at DESC, id LIMIT 1", [](const Row&) {},
                 work.municipality, nothing.youth);
    load_states(work, nothing);
    load_signatories(work, nothing);
    load_consents(work, nothing);
    load_relations(work, nothing);
}

}  // namespace

bool is_nomination_number(std::string_view number) { return nomination_number_of(number).has_value(); }

CaseState effective_state(CaseState recorded, ConsentState consent)
{
    using enum CaseState;
    const bool needs_consent = recorded == forming || recorded == planning || recorded == active || recorded == closure_review;
    return needs_consent && consent != ConsentState::valid ? suspended : recorded;
}

std::optional<CaseFacts> load_case_facts(Work& work, std::string_view number)
{
    if (const auto id = find_case(work, number)) return load_case_facts(work, *id);
    look_for_nothing(work);
    return std::nullopt;
}

std::optional<CaseFacts> load_case_facts(Work& work, const CaseId& id)
{
    struct Identity {
        RecordId row;
        Bytes birth_date;
    };
    auto facts = work.db.one(
        "SELECT c.youth, n.number, c.nomination_number, c.social_unit, c.room_unit, y.unit, h.version, "
        "h.owner_unit, o.agency "
        "FROM sig_case c JOIN youth y ON y.municipality = c.municipality AND y.id = c.youth "
        "JOIN case_head h ON h.municipality = c.municipality AND h.case_id = c.id "
        "LEFT JOIN unit o ON o.municipality = h.municipality AND o.id = h.owner_unit "
        "LEFT JOIN case_number n ON n.municipality = c.municipality AND n.case_id = c.id WHERE c.municipality = $1 AND c.id = $2",
        [&](const Row& row) {
            CaseFacts found;
            found.id = id;
            found.youth = row.get<YouthId>(0);
            found.nomination_number = row.get<int>(2);
            found.number = row.null(1) ? "F-" + std::to_string(found.nomination_number) : std::string(row.text(1));
            found.social_unit = row.get<RetentionUnitId>(3);
            found.room_unit = row.get<RetentionUnitId>(4);
            found.youth_unit = row.get<RetentionUnitId>(5);
            found.version = row.get<int>(6);
            found.owner_unit = row.get<std::optional<UnitId>>(7);
            found.owner_agency = row.get<std::optional<AgencyId>>(8);
            return found;
        },
        work.municipality, id);
    if (!facts) return std::nullopt;

    const auto identity = work.db.one(
        "SELECT id, birth_date_sealed FROM youth_identity WHERE municipality = $1 AND youth = $2 ORDER BY recorded_at DESC, id LIMIT 1",
        [](const Row& row) { return Identity{row.get<RecordId>(0), row.get<Bytes>(1)}; }, work.municipality, facts->youth);
    check(identity.has_value(), "a case is about nobody");
    const auto born = parse_date(work.vault.open(
        facts->youth_unit,
        {vault::Field::youth_birth_date, work.municipality, facts->youth.bytes(), identity->row.bytes()}, identity->birth_date));
    check(born.has_value(), "a stored birth date is not a day");
    facts->born = *born;
    facts->consent.born = *born;

    load_states(work, *facts);
    load_signatories(work, *facts);
    load_consents(work, *facts);
    facts->consent_state = consent::state_on(facts->consent, work.today);
    facts->state = effective_state(facts->recorded_state, facts->consent_state);
    load_relations(work, *facts);
    end_ties_after_notice(work, *facts);
    const auto& ties = facts->relations;
    if (!ties.empty() && std::ranges::count(ties, Relation::proposer) == std::ranges::ssize(ties))
        facts->number = "F-" + std::to_string(facts->nomination_number);
    return facts;
}

}  // namespace lots::access
