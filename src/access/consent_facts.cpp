#include "access/consent_facts.h"

#include <algorithm>

#include "access/work.h"

namespace lots::access {

using storage::Row;

namespace {

consent::AnswerKind answer_kind(std::string_view text)
{
    using enum consent::AnswerKind;
    if (text == "yes") return yes;
    if (text == "no") return no;
    check(text == "excludes_agency", "a stored answer is of an unknown kind");
    return excludes_agency;
}

consent::FollowUpAnswer follow_up_answer(std::string_view text)
{
    using enum consent::FollowUpAnswer;
    return text == "yes" ? yes : text == "no" ? no : not_asked;
}

}  // namespace

std::map<SignatoryId, std::vector<consent::Hindrance>> hindrances(Work& work, const CaseId& id)
{
    std::map<SignatoryId, std::vector<consent::Hindrance>> found;
    work.db.each(
        "SELECT h.signatory, h.from_day, h.recheck_on, e.ended_on FROM signatory_hindrance h LEFT JOIN signatory_hindrance_end e ON "
        "e.municipality = h.municipality AND e.hindrance = h.id WHERE h.municipality = $1 AND h.case_id = $2",
        [&](const Row& row) {
            consent::Hindrance days{row.get<Date>(1), row.get<Date>(2)};
            // The day on which it ended is the first without it.
            if (const auto ended = row.get<std::optional<Date>>(3)) days.last_day = std::min(days.last_day, add_days(*ended, -1));
            if (days.from <= days.last_day) found[row.get<SignatoryId>(0)].push_back(days);
        },
        work.municipality, id);
    return found;
}

void load_consents(Work& work, CaseFacts& facts)
{
    auto& consents = facts.consent.consents;
    std::vector<Instant> made_at;
    work.db.each(
        "SELECT id, number, valid_from, last_day, made_at FROM consent WHERE municipality = $1 AND case_id = $2 ORDER BY "
        "number",
        [&](const Row& row) {
            consents.push_back({row.get<ConsentId>(0), row.get<int>(1), row.get<Date>(2), row.get<Date>(3)});
            made_at.push_back(row.get<Instant>(4));
        },
        work.municipality, facts.id);
    for (auto& consent : consents) {
        work.db.each(
            "SELECT agency FROM consent_agency WHERE municipality = $1 AND consent = $2",
            [&](const Row& row) { consent.agencies.insert(row.get<AgencyId>(0)); }, work.municipality, consent.id);
        work.db.each(
            "SELECT signatory, answer, signed_on, attachment IS NOT NULL, signature_seen, as_adult, follow_up_answer, "
            "excluded_agency FROM consent_answer "
            "WHERE municipality = $1 AND consent = $2 ORDER BY made_at DESC, id",
            [&](const Row& row) {
                const auto signatory = row.get<SignatoryId>(0);
                for (const auto& newer : consent.answers)
                    if (newer.signatory == signatory) return;  // the newest answer of a person counts
                consent.answers.push_back({signatory, answer_kind(row.text(1)), row.get<Date>(2), row.get<bool>(3),
                                           row.get<bool>(4), row.get<bool>(5), follow_up_answer(row.text(6)),
                                           row.get<std::optional<AgencyId>>(7)});
            },
            work.municipality, consent.id);
        work.db.each(
            "SELECT signatory, withdrawn_at FROM consent_withdrawal WHERE municipality = $1 AND consent = $2",
            [&](const Row& row) {
                consent.withdrawals.push_back({row.get<SignatoryId>(0), local_day(row.get<Instant>(1))});
            },
            work.municipality, consent.id);
    }
    // The newest judgement of an agency counts; rows come oldest first. A form is measured by those that were made before
    // it: an agency judged concerned later waits for a new consent and does not end this one (settled 5).
    const auto judge = [](std::set<AgencyId>& concerned, const Row& row) {
        if (row.get<bool>(1))
            concerned.insert(row.get<AgencyId>(0));
        else
            concerned.erase(row.get<AgencyId>(0));
    };
    work.db.each(
        "SELECT agency, concerned, made_at FROM concerned_agency WHERE municipality = $1 AND case_id = $2 ORDER BY made_at, "
        "id",
        [&](const Row& row) {
            judge(facts.consent.concerned, row);
            for (std::size_t i = 0; i < consents.size(); ++i)
                if (row.get<Instant>(2) <= made_at[i]) judge(consents[i].concerned, row);
        },
        work.municipality, facts.id);
}

}  // namespace lots::access
