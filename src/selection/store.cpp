#include "selection/store.h"

#include "cases/sealed.h"

namespace lots::selection {

using cases::Drawer;
using storage::Row;
using vault::Field;

namespace {

/// The sources as one text: what the decision saw.
std::string as_text(const std::vector<Source>& sources)
{
    std::string all;
    for (const auto& source : sources)
        all += (all.empty() ? "" : "\n") + source.from_whom + ", " + say_date_short(Language::sv, *source.learned_on) + ": " + source.about;
    return all;
}

}  // namespace

void add(const access::CasePermit& permit, const DecideOffer& decided, const RecordId& note, int review_days)
{
    auto& work = permit.work();
    const auto id = work.new_id<RecordId>();
    const auto seal_if = [&](Field field, const std::string& text) {
        return cases::seal_if(permit, Drawer::social_services, field, {id.bytes()}, text);
    };
    work.db.run("INSERT INTO offer_decision (municipality, id, case_id, outcome, category, mode, ground, intervention_last_day, "
                "commits_crimes, sources_sealed, recommendation_sealed, outside_age_band_reason_sealed, appeal_information_sealed, "
                "room_for_more, decision_note, crime_ground, no_crimes_reason_sealed, outside_age_band_code, agreed_by, agreed_reason_sealed) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)",
                work.municipality, id, permit.case_id(), decided.outcome, decided.category, decided.mode, decided.ground,
                decided.intervention_last_day, decided.crime_ground != "risk_only",
                cases::seal(permit, Drawer::social_services, Field::selection_sources, {id.bytes()}, as_text(sources_of(permit))),
                seal_if(Field::selection_recommendation, decided.recommendation),
                seal_if(Field::selection_outside_age_band_reason, decided.outside_age_band_reason),
                seal_if(Field::selection_appeal_information, decided.appeal_information), decided.room_for_more, note, decided.crime_ground,
                seal_if(Field::selection_no_crimes_reason, decided.no_crimes_reason), decided.outside_age_band_code, decided.agreed_by,
                seal_if(Field::selection_agreed_reason, decided.agreed_reason));
    if (decided.outcome != "waitlist") return;
    const auto since = queue_place(permit);
    work.db.run("INSERT INTO waiting_place (municipality, offer_decision, case_id, since, review_on) VALUES ($1, $2, $3, $4, $5)",
                work.municipality, id, permit.case_id(), since ? since->since : work.today, add_days(work.today, review_days));
}

std::vector<OfferDecision> decisions_of(const access::CasePermit& permit)
{
    permit.require(access::Compartment::social_services);
    auto& work = permit.work();
    auto decisions = work.db.all(
        "SELECT d.id, d.outcome, d.category, d.mode, d.ground, d.intervention_last_day, d.commits_crimes, d.room_for_more, "
        "d.sources_sealed, d.recommendation_sealed, d.outside_age_band_reason_sealed, d.appeal_information_sealed, d.decision_note, "
        "d.crime_ground, d.no_crimes_reason_sealed, d.outside_age_band_code, d.agreed_by, d.agreed_reason_sealed "
        "FROM offer_decision d JOIN decision_note n ON n.municipality = d.municipality AND n.id = d.decision_note "
        "WHERE d.municipality = $1 AND d.case_id = $2 ORDER BY n.made_at DESC, d.id",
        [&](const Row& row) {
            const auto id = row.get<RecordId>(0);
            const auto open = [&](Field field, int column) {
                return cases::open_if(permit, Drawer::social_services, field, {id.bytes()}, row.get<std::optional<Bytes>>(column));
            };
            const auto code = [&](int column) { return row.get<std::optional<std::string>>(column).value_or(""); };
            OfferDecision found;
            found.id = id;
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
            found.note_id = row.get<RecordId>(12);
            // A decision of before the grounds were told apart says only whether there was information on crime.
            found.crime_ground = code(13);
            found.no_crimes_reason = open(Field::selection_no_crimes_reason, 14);
            found.outside_age_band_code = code(15);
            found.agreed_by = code(16);
            found.agreed_reason = open(Field::selection_agreed_reason, 17);
            return found;
        },
        work.municipality, permit.case_id());
    for (auto& decision : decisions) decision.note = cases::decision_of(permit, decision.note_id);
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
