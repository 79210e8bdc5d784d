#include "cases/sealed.h"
#include "nomination/store.h"
#include "organisation/profile.h"
#include "organisation/store.h"

// What social services add to a proposal, and what lies behind it.
namespace lots::nomination {

using access::CaseState;
using access::Compartment;
using cases::Drawer;
using storage::Row;
using vault::Field;

bool is_from_outside(const access::CasePermit& permit, const Nomination& nomination)
{
    for (const auto& agency : organisation::agencies(permit.work()))
        if (agency.id == nomination.agency) return agency.kind != "social_services";
    return false;
}

void add_referral_consent(access::Work& work, const CaseId& case_id, RetentionUnitId social_unit, const AgencyId& agency,
                          const Propose& input)
{
    const auto id = work.new_id<RecordId>();
    std::optional<Bytes> kept_at;
    if (!input.consent_kept_at.empty())
        kept_at =
            work.vault.seal(social_unit, {Field::referral_consent_kept_at, work.municipality, case_id.bytes(), id.bytes()},
                            input.consent_kept_at);
    work.db.run("INSERT INTO police_referral_consent (municipality, id, case_id, officer, agency, recipient, text_version, "
                "given_on, last_day, "
                "way, kept_at_sealed, made_at) VALUES ($1, $2, $3, $4, $5, 'social_services', $6, $7, $8, $9, $10, $11)",
                work.municipality, id, case_id, work.reader.person, agency, referral_text_version, *input.consent_given_on,
                *input.consent_last_day, input.consent_way, kept_at, work.now);
}

std::optional<KeptReferralConsent> referral_consent_of(const access::CasePermit& permit)
{
    permit.require(Compartment::social_services);
    auto& work = permit.work();
    return work.db.one(
        "SELECT id, given_on, last_day, way, kept_at_sealed, text_version FROM police_referral_consent "
        "WHERE municipality = $1 AND case_id = $2",
        [&](const Row& row) {
            const auto id = row.get<RecordId>(0);
            return KeptReferralConsent{row.get<Date>(1), row.get<Date>(2), row.get<std::string>(3),
                                       cases::open_if(permit, Drawer::social_services, Field::referral_consent_kept_at,
                                                      {id.bytes()}, row.get<std::optional<Bytes>>(4)),
                                       row.get<std::string>(5)};
        },
        work.municipality, permit.case_id());
}

void add_review(const access::CasePermit& permit, const TakeUp& review)
{
    auto& work = permit.work();
    const auto id = permit.case_id();
    work.db.run(
        "INSERT INTO review (municipality, case_id, lives_here, residence_checked_on, residence_source, danger_if_seen, "
        "taken_up_at, made_by, notice_number_sealed, known_before) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        work.municipality, id, review.lives_here, *review.residence_checked_on, review.residence_source,
        review.danger_if_seen, work.now, work.reader.person,
        cases::seal_if(permit, Drawer::social_services, Field::review_notice_number, {id.bytes()}, review.notice_number),
        review.known_before);
}

std::optional<KeptReview> review_of(const access::CasePermit& permit)
{
    permit.require(Compartment::social_services);
    auto& work = permit.work();
    const auto id = permit.case_id();
    return work.db.one(
        "SELECT notice_number_sealed, known_before FROM review WHERE municipality = $1 AND case_id = $2",
        [&](const Row& row) {
            return KeptReview{cases::open_if(permit, Drawer::social_services, Field::review_notice_number, {id.bytes()},
                                             row.get<std::optional<Bytes>>(0)),
                              row.get<std::optional<std::string>>(1).value_or("")};
        },
        work.municipality, id);
}

void add_district(const access::CasePermit& permit, const RecordId& district)
{
    auto& work = permit.work();
    work.db.run("INSERT INTO case_district (municipality, case_id, district, made_at, made_by) VALUES ($1, $2, $3, $4, $5)",
                work.municipality, permit.case_id(), district, work.now, work.reader.person);
}

std::optional<std::string> district_of(const access::CasePermit& permit)
{
    permit.require(Compartment::social_services);
    return permit.work().db.one(
        "SELECT d.name FROM case_district c JOIN district d ON d.municipality = c.municipality AND d.id = c.district "
        "WHERE c.municipality = $1 AND c.case_id = $2",
        [](const Row& row) { return row.get<std::string>(0); }, permit.work().municipality, permit.case_id());
}

void add_conflict_declaration(const access::CasePermit& permit, bool conflicted, std::string_view note)
{
    auto& work = permit.work();
    const auto id = work.new_id<RecordId>();
    work.db.run("INSERT INTO conflict_declaration (municipality, id, case_id, person, conflicted, note_sealed, made_at) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                work.municipality, id, permit.case_id(), work.reader.person, conflicted,
                cases::seal_if(permit, Drawer::social_services, Field::selection_conflict_note, {id.bytes()}, note),
                work.now);
}

void add_feedback(const access::CasePermit& permit, const GiveFeedback& feedback)
{
    auto& work = permit.work();
    const auto id = work.new_id<RecordId>();
    work.db.run("INSERT INTO nomination_feedback (municipality, id, case_id, decided_on, told, way, given_on, "
                "reason_sealed, made_at, made_by) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                work.municipality, id, permit.case_id(), *feedback.decided_on, feedback.told, feedback.way,
                *feedback.given_on,
                cases::seal_if(permit, Drawer::social_services, Field::feedback_reason, {id.bytes()}, feedback.reason),
                work.now, work.reader.person);
}

std::optional<GiveFeedback> feedback_of(const access::CasePermit& permit)
{
    permit.require(Compartment::social_services);
    auto& work = permit.work();
    return work.db.one(
        "SELECT id, decided_on, given_on, told, way, reason_sealed FROM nomination_feedback "
        "WHERE municipality = $1 AND case_id = $2",
        [&](const Row& row) {
            const auto id = row.get<RecordId>(0);
            return GiveFeedback{permit.facts().number,
                                row.get<Date>(1),
                                row.get<Date>(2),
                                row.get<std::string>(3),
                                row.get<std::string>(4),
                                cases::open_if(permit, Drawer::social_services, Field::feedback_reason, {id.bytes()},
                                               row.get<std::optional<Bytes>>(5))};
        },
        work.municipality, permit.case_id());
}

void add_taken_back(const access::CasePermit& permit, const TakeBack& taken_back)
{
    auto& work = permit.work();
    const auto id = work.new_id<RecordId>();
    work.db.run(
        "INSERT INTO nomination_taken_back (municipality, id, case_id, taken_back_on, reason_sealed, made_at, made_by) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7)",
        work.municipality, id, permit.case_id(), *taken_back.taken_back_on,
        cases::seal_if(permit, Drawer::social_services, Field::taken_back_reason, {id.bytes()}, taken_back.reason), work.now,
        work.reader.person);
}

std::optional<TakeBack> taken_back_of(const access::CasePermit& permit)
{
    permit.require(Compartment::social_services);
    auto& work = permit.work();
    return work.db.one(
        "SELECT id, taken_back_on, reason_sealed FROM nomination_taken_back WHERE municipality = $1 AND case_id = $2",
        [&](const Row& row) {
            const auto id = row.get<RecordId>(0);
            return TakeBack{permit.facts().number, row.get<Date>(1),
                            cases::open_if(permit, Drawer::social_services, Field::taken_back_reason, {id.bytes()},
                                           row.get<std::optional<Bytes>>(2))};
        },
        work.municipality, permit.case_id());
}

bool is_taken_back(const access::CasePermit& permit)
{
    return permit.work().db
        .one("SELECT 1 FROM nomination_taken_back WHERE municipality = $1 AND case_id = $2", [](const Row&) { return true; },
             permit.work().municipality, permit.case_id())
        .has_value();
}

std::optional<Date> taken_back_by_reader(const access::CasePermit& permit)
{
    return permit.work().db.one(
        "SELECT taken_back_on FROM nomination_taken_back WHERE municipality = $1 AND case_id = $2 AND made_by = $3",
        [](const Row& row) { return row.get<Date>(0); }, permit.work().municipality, permit.case_id(), permit.work().reader.person);
}

std::optional<Date> decided_on(const access::CasePermit& permit)
{
    permit.require(Compartment::social_services);
    return permit.work().db.one(
        "SELECT at FROM case_transition WHERE municipality = $1 AND case_id = $2 AND to_state NOT IN ('proposed', "
        "'under_review', "
        "'prepared_deidentified') ORDER BY seq LIMIT 1",
        [](const Row& row) { return local_day(row.get<Instant>(0)); }, permit.work().municipality, permit.case_id());
}

void add_referral(access::Work& work, std::string_view way)
{
    work.db.run("INSERT INTO referral (municipality, id, agency, way, referred_on) VALUES ($1, $2, $3, $4, $5)",
                work.municipality, work.new_id<RecordId>(), work.reader.agency, way, work.today);
}

int referrals_this_year(access::Work& work)
{
    const Date first{work.today.year(), std::chrono::January, std::chrono::day{1}};
    return work.db
        .one(
            "SELECT COUNT(*) FROM referral WHERE municipality = $1 AND agency = $2 AND referred_on >= $3",
            [](const Row& row) { return row.get<int>(0); }, work.municipality, work.reader.agency, first)
        .value_or(0);
}

std::vector<Retention> retentions_of(const access::CasePermit& permit)
{
    permit.require(Compartment::social_services);
    return permit.work().db.all(
        "SELECT kind, from_day, last_day FROM proposal_retention WHERE municipality = $1 AND case_id = $2 ORDER BY "
        "from_day, kind",
        [](const Row& row) {
            return Retention{row.get<std::string>(0), row.get<Date>(1), row.get<Date>(2)};
        },
        permit.work().municipality, permit.case_id());
}

void keep_retention(const access::CasePermit& permit)
{
    auto& work = permit.work();
    const auto state = permit.facts().recorded_state;
    const bool waits = state == CaseState::waitlisted;
    const std::string kind = waits ? "waiting" : state == CaseState::consent_refused ? "refused" : "declined";
    if (!waits && kind == "declined" && state != CaseState::decided_no_offer) return;
    for (const auto& kept : retentions_of(permit))
        if (kept.kind == kind) return;
    const auto profile = organisation::profile_of(work);
    const int months = waits ? profile.keep_waiting_months : profile.keep_declined_months;
    work.db.run("INSERT INTO proposal_retention (municipality, case_id, kind, from_day, last_day, months, made_at) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                work.municipality, permit.case_id(), kind, work.today, keep_until(work.today, months), months, work.now);
}

}  // namespace lots::nomination
