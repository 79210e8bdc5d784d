#include "selection/store.h"

#include "cases/sealed.h"

namespace lots::selection {

using cases::Drawer;
using storage::Row;
using vault::Field;

void add(const access::CasePermit& permit, const DecideOffer& decided, const RecordId& note)
{
    auto& work = permit.work();
    const auto id = work.new_id<RecordId>();
    const auto seal_if = [&](Field field, const std::string& text) {
        return cases::seal_if(permit, Drawer::social_services, field, {id.bytes()}, text);
    };
    work.db.run("INSERT INTO offer_decision (municipality, id, case_id, outcome, category, mode, ground, intervention_last_day, "
                "commits_crimes, sources_sealed, recommendation_sealed, outside_age_band_reason_sealed, appeal_information_sealed, "
                "room_for_more, decision_note) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
                work.municipality, id, permit.case_id(), decided.outcome, decided.category, decided.mode, decided.ground,
                decided.intervention_last_day, decided.commits_crimes,
                cases::seal(permit, Drawer::social_services, Field::selection_sources, {id.bytes()}, decided.sources),
                seal_if(Field::selection_recommendation, decided.recommendation),
                seal_if(Field::selection_outside_age_band_reason, decided.outside_age_band_reason),
                seal_if(Field::selection_appeal_information, decided.appeal_information), decided.room_for_more, note);
}

std::vector<OfferDecision> decisions_of(const access::CasePermit& permit)
{
    permit.require(access::Compartment::social_services);
    auto& work = permit.work();
    std::vector<RecordId> notes;
    auto decisions = work.db.all(
        "SELECT d.id, d.outcome, d.category, d.mode, d.ground, d.intervention_last_day, d.commits_crimes, d.room_for_more, "
        "d.sources_sealed, d.recommendation_sealed, d.outside_age_band_reason_sealed, d.appeal_information_sealed, d.decision_note "
        "FROM offer_decision d JOIN decision_note n ON n.municipality = d.municipality AND n.id = d.decision_note "
        "WHERE d.municipality = $1 AND d.case_id = $2 ORDER BY n.made_at DESC, d.id",
        [&](const Row& row) {
            const auto id = row.get<RecordId>(0);
            const auto open = [&](Field field, int column) {
                return cases::open_if(permit, Drawer::social_services, field, {id.bytes()}, row.get<std::optional<Bytes>>(column));
            };
            OfferDecision found;
            found.outcome = row.get<std::string>(1);
            found.category = row.get<std::string>(2);
            found.mode = row.get<std::string>(3);
            found.ground = row.get<std::string>(4);
            found.intervention_last_day = row.get<std::optional<Date>>(5);
            found.commits_crimes = row.get<bool>(6);
            found.room_for_more = row.get<bool>(7);
            found.sources = open(Field::selection_sources, 8);
            found.recommendation = open(Field::selection_recommendation, 9);
            found.outside_age_band_reason = open(Field::selection_outside_age_band_reason, 10);
            found.appeal_information = open(Field::selection_appeal_information, 11);
            notes.push_back(row.get<RecordId>(12));
            return found;
        },
        work.municipality, permit.case_id());
    for (std::size_t i = 0; i < decisions.size(); ++i) decisions[i].note = cases::decision_of(permit, notes[i]);
    return decisions;
}

std::optional<bool> own_declaration(const access::CasePermit& permit)
{
    auto& work = permit.work();
    return work.db.one("SELECT conflicted FROM conflict_declaration WHERE municipality = $1 AND case_id = $2 AND person = $3 "
                       "ORDER BY made_at DESC, id LIMIT 1",
                       [](const Row& row) { return row.get<bool>(0); }, work.municipality, permit.case_id(), work.reader.person);
}

int places_taken(access::Work& work)
{
    return work.db
        .one("SELECT COUNT(*) FROM case_head WHERE municipality = $1 AND state IN ('decided_offer', 'consent_pending', 'forming', "
             "'planning', 'active', 'suspended', 'closure_review')",
             [](const Row& row) { return row.get<int>(0); }, work.municipality)
        .value_or(0);
}

}  // namespace lots::selection
