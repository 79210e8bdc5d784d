#include <algorithm>

#include "cases/record.h"
#include "cases/sealed.h"
#include "consent/rules_refusal.h"
#include "consent/store.h"
#include "consent/store_parts.h"
#include "organisation/profile.h"

namespace lots::consent {

using access::CaseState;
using access::Compartment;
using cases::Drawer;
using storage::Row;
using vault::Field;

namespace {

std::optional<Date> newest_day(const access::CasePermit& permit, storage::Sql sql)
{
    auto& work = permit.work();
    return work.db
        .one(
            sql, [](const Row& row) { return row.get<std::optional<Date>>(0); }, work.municipality, permit.case_id())
        .value_or(std::nullopt);
}

std::optional<Date> newest_moment(const access::CasePermit& permit, storage::Sql sql)
{
    auto& work = permit.work();
    const auto at = work.db.one(
        sql, [](const Row& row) { return row.get<std::optional<Instant>>(0); }, work.municipality, permit.case_id());
    return at && *at ? std::optional(local_day(**at)) : std::nullopt;
}

/// Whether somebody who must sign has not been talked with yet.
bool somebody_waits(const access::CasePermit& permit)
{
    auto& work = permit.work();
    const auto& facts = permit.facts();
    const auto talked = work.db.all(
        "SELECT DISTINCT signatory FROM conversation WHERE municipality = $1 AND case_id = $2 AND way <> 'attempt'",
        [](const Row& row) { return row.get<SignatoryId>(0); }, work.municipality, permit.case_id());
    return !all_are_listed(facts.consent, work.today) ||
           std::ranges::any_of(facts.consent.signatories, [&](const Signatory& one) {
               return must_sign(one, facts.born, work.today) && std::ranges::find(talked, one.id) == talked.end();
           });
}

void look_at_asking(const access::CasePermit& permit, Watch& watch)
{
    if (permit.facts().state != CaseState::consent_pending) return;
    if (somebody_waits(permit))
        watch.asking_since =
            newest_moment(permit, "SELECT MAX(at) FROM case_transition WHERE municipality = $1 AND case_id = $2 AND "
                                  "transition = 'T6'");
    const auto asks = collector(permit);
    // Who has left asks nobody: what is left to do is social services' own duty, as it is beside somebody who does ask.
    if (!asks || asks->of_own_board || !cases::holder(permit, "collector")) return;
    watch.collector = asks->person;
    watch.approved_until = approved_until(permit, asks->person);
}

}  // namespace

void add_danger_answer(const access::CasePermit& permit, std::string_view answer)
{
    auto& work = permit.work();
    work.db.run("INSERT INTO danger_answer (municipality, id, case_id, danger_if_seen, made_at, made_by) "
                "VALUES ($1, $2, $3, $4, $5, $6)",
                work.municipality, work.new_id<RecordId>(), permit.case_id(), answer, work.now, work.reader.person);
}

std::vector<KeptWithdrawal> withdrawals(const access::CasePermit& permit)
{
    permit.require(Compartment::social_services);
    auto& work = permit.work();
    auto all = work.db.all(
        "SELECT c.number, w.signatory, w.way, w.came_on, w.withdrawn_at FROM consent_withdrawal w "
        "JOIN consent c ON c.municipality = w.municipality AND c.id = w.consent "
        "WHERE c.municipality = $1 AND c.case_id = $2 ORDER BY w.withdrawn_at DESC, c.number",
        [](const Row& row) {
            return KeptWithdrawal{row.get<int>(0), row.get<SignatoryId>(1), row.get<std::string>(2),
                                  row.get<std::optional<Date>>(3), row.get<Instant>(4)};
        },
        work.municipality, permit.case_id());
    if (permit.answer(Compartment::social_services) != access::Answer::yes)
        std::erase_if(all, [&](const KeptWithdrawal& one) { return permit.facts().own_signatory != one.signatory; });
    return all;
}

void add_follow_up_withdrawal(const access::CasePermit& permit, const SignatoryId& signatory,
                              const WithdrawFollowUp& withdrawal)
{
    auto& work = permit.work();
    const auto id = work.new_id<RecordId>();
    work.db.run(
        "INSERT INTO follow_up_withdrawal (municipality, id, case_id, signatory, came_on, withdrawn_at, way, note_sealed, "
        "received_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        work.municipality, id, permit.case_id(), signatory, *withdrawal.came_on, work.now, withdrawal.way,
        cases::seal_if(permit, Drawer::social_services, Field::follow_up_withdrawal_note, {id.bytes()}, withdrawal.note),
        work.reader.person);
}

Facts with_follow_up(const access::CasePermit& permit)
{
    permit.require(Compartment::social_services);
    auto& work = permit.work();
    auto facts = permit.facts().consent;
    work.db.each(
        "SELECT signatory, withdrawn_at FROM follow_up_withdrawal WHERE municipality = $1 AND case_id = $2",
        [&](const Row& row) {
            facts.follow_up_withdrawals.push_back({row.get<SignatoryId>(0), local_day(row.get<Instant>(1))});
        },
        work.municipality, permit.case_id());
    return facts;
}

std::optional<Date> ended_on(const access::CasePermit& permit)
{
    return newest_moment(
        permit, "SELECT MAX(at) FROM case_transition WHERE municipality = $1 AND case_id = $2 AND to_state = 'closed'");
}

void add_motivation(const access::CasePermit& permit, const SignatoryId& signatory, const RegisterMotivation& contact)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    const auto id = work.new_id<RecordId>();
    work.db.run("INSERT INTO motivation_contact (municipality, id, case_id, signatory, agency, held_on, way, note_sealed, "
                "made_at, made_by) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                work.municipality, id, permit.case_id(), signatory, work.reader.agency, *contact.held_on, contact.way,
                cases::seal(permit, Drawer::room, Field::motivation_note, {id.bytes()}, contact.note), work.now,
                work.reader.person);
}

std::vector<KeptMotivation> motivations(const access::CasePermit& permit)
{
    permit.require(Compartment::room);
    auto& work = permit.work();
    const auto& role = work.reader.role;
    if (role == access::Role::youth || role == access::Role::guardian) return {};
    const bool all = permit.answer(Compartment::room) == access::Answer::yes;
    std::vector<KeptMotivation> found;
    work.db.each(
        "SELECT id, signatory, agency, held_on, way, note_sealed, made_by FROM motivation_contact "
        "WHERE municipality = $1 AND case_id = $2 ORDER BY held_on DESC, made_at DESC, id",
        [&](const Row& row) {
            if (!all && row.get<AgencyId>(2) != work.reader.agency) return;
            const auto id = row.get<RecordId>(0);
            found.push_back({row.get<SignatoryId>(1), row.get<AgencyId>(2), row.get<Date>(3), row.get<std::string>(4),
                             cases::open(permit, Drawer::room, Field::motivation_note, {id.bytes()}, row.bytes(5)),
                             row.get<PersonId>(6)});
        },
        work.municipality, permit.case_id());
    return found;
}

Watch watch_of(const access::CasePermit& permit)
{
    auto& work = permit.work();
    const auto& facts = permit.facts();
    const auto profile = organisation::profile_of(work);
    Watch watch;
    watch.renewal_days = profile.consent_reminder_days;
    watch.adult_days = profile.adult_reminder_days;
    watch.decision_days = profile.decide_after_withdrawal_days;
    watch.contact_days = profile.contact_days;
    watch.recheck_months = profile.recheck_months;
    watch.talked_of_renewal =
        newest_day(permit, "SELECT MAX(held_on) FROM conversation WHERE municipality = $1 AND case_id = $2 AND "
                           "about_renewal = 1 AND way <> 'attempt'");
    watch.talked_of_adulthood =
        newest_day(permit, "SELECT MAX(held_on) FROM conversation WHERE municipality = $1 AND case_id = $2 AND "
                           "about_adulthood = 1 AND way <> 'attempt'");
    work.db.each(
        "SELECT checked_on, lives_here FROM circumstances_check WHERE municipality = $1 AND case_id = $2 "
        "ORDER BY made_at DESC, id LIMIT 1",
        [&](const Row& row) {
            watch.checked_on = row.get<Date>(0);
            watch.lives_here = row.get<bool>(1);
        },
        work.municipality, permit.case_id());
    if (facts.state == CaseState::suspended)
        watch.suspended_on =
            newest_moment(permit, "SELECT MAX(at) FROM case_transition WHERE municipality = $1 AND case_id = $2 AND "
                                  "transition = 'T14'");
    // A refusal that social services have decided about (T17) is answered.
    if (facts.state == CaseState::closure_review && extension_refused(facts.consent, work.today))
        watch.refused_on = newest_moment(
            permit, "SELECT MAX(a.made_at) FROM consent_answer a JOIN consent c ON c.municipality = a.municipality AND c.id "
                    "= a.consent "
                    "WHERE c.municipality = $1 AND c.case_id = $2 AND a.answer <> 'yes' AND a.made_at > COALESCE((SELECT "
                    "MAX(t.at) FROM "
                    "case_transition t WHERE t.municipality = $1 AND t.case_id = $2 AND t.transition = 'T17'), 0)");
    look_at_asking(permit, watch);
    return watch;
}

}  // namespace lots::consent
