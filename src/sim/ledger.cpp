#include "sim/ledger.h"

#include <algorithm>

namespace lots::sim {

using storage::Row;
using storage::Session;

namespace {

/// The last Sunday of that month, at 01:00 UTC: when the clocks of the European Union change.
Instant change_of_clocks(std::chrono::year year, unsigned month)
{
    using namespace std::chrono;
    return sys_days(year / std::chrono::month(month) / Sunday[last]) + hours(1);
}

int hours_before_utc(Instant at)
{
    const auto year = std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(at)).year();
    return at >= change_of_clocks(year, 3) && at < change_of_clocks(year, 10) ? 2 : 1;
}

bool must_say_yes(const Page::Signer& one, Date born, Date day, Instant known_at)
{
    if (one.added_at > known_at || day_of(one.added_at) > day) return false;
    if (one.ended_on && one.ended_at <= known_at && *one.ended_on <= day) return false;
    return one.youth || years_old(born, day) < 18;
}

bool has_said_yes(const Page::Form& form, const Page::Signer& one, Date born, Date day, Instant known_at)
{
    const Page::Said* newest = nullptr;
    for (const auto& said : form.answers)
        if (said.by == one.id && said.at <= known_at) newest = &said;
    if (newest == nullptr || !newest->yes || !newest->on_paper || newest->signed_on > day) return false;
    // A grown-up's own yes is given by a grown-up.
    const bool grown_up = one.youth && years_old(born, day) >= 18;
    return !grown_up || years_old(born, newest->signed_on) >= 18;
}

void read_forms(Session& db, const MunicipalityId& municipality, Page& page)
{
    page.forms = db.all(
        "SELECT id, number, valid_from, last_day, made_at FROM consent WHERE municipality = $1 AND case_id = $2 ORDER BY "
        "number",
        [](const Row& row) {
            return Page::Form{
                row.get<ConsentId>(0), row.get<int>(1), row.get<Date>(2), row.get<Date>(3), row.get<Instant>(4), {}, {}, {}};
        },
        municipality, page.id);
    for (auto& form : page.forms) {
        db.each(
            "SELECT agency FROM consent_agency WHERE municipality = $1 AND consent = $2",
            [&](const Row& row) { form.agencies.insert(row.get<AgencyId>(0)); }, municipality, form.id);
        form.answers = db.all(
            "SELECT signatory, answer, attachment, signature_seen, signed_on, made_at FROM consent_answer "
            "WHERE municipality = $1 AND consent = $2 ORDER BY made_at",
            [](const Row& row) {
                return Page::Said{row.get<SignatoryId>(0), row.text(1) == "yes", !row.null(2) && row.get<bool>(3),
                                  row.get<Date>(4), row.get<Instant>(5)};
            },
            municipality, form.id);
        form.taken_back = db.all(
            "SELECT signatory, withdrawn_at FROM consent_withdrawal WHERE municipality = $1 AND consent = $2 ORDER BY "
            "withdrawn_at",
            [](const Row& row) {
                return Page::TakenBack{row.get<SignatoryId>(0), row.get<Instant>(1)};
            },
            municipality, form.id);
    }
    page.judged = db.all(
        "SELECT agency, concerned, made_at FROM concerned_agency WHERE municipality = $1 AND case_id = $2 ORDER BY made_at",
        [](const Row& row) {
            return Page::Judged{row.get<AgencyId>(0), row.get<bool>(1), row.get<Instant>(2)};
        },
        municipality, page.id);
}

void read_people(Session& db, const MunicipalityId& municipality, Page& page)
{
    page.signers = db.all(
        "SELECT s.id, s.number, s.role, s.person, s.added_at, e.ended_on, e.made_at FROM signatory s "
        "LEFT JOIN signatory_end e ON e.municipality = s.municipality AND e.signatory = s.id "
        "WHERE s.municipality = $1 AND s.case_id = $2 ORDER BY s.number",
        [](const Row& row) {
            return Page::Signer{row.get<SignatoryId>(0),
                                row.get<int>(1),
                                row.text(2) == "youth",
                                row.get<std::optional<PersonId>>(3),
                                row.get<Instant>(4),
                                row.get<std::optional<Date>>(5),
                                row.get<std::optional<Instant>>(6).value_or(Instant{})};
        },
        municipality, page.id);
    page.group = db.all(
        "SELECT m.id, m.number, m.person, m.unit, m.agency, m.function, m.made_at, e.ended_at FROM membership m "
        "LEFT JOIN membership_end e ON e.municipality = m.municipality AND e.membership = m.id "
        "WHERE m.municipality = $1 AND m.case_id = $2 ORDER BY m.number",
        [](const Row& row) {
            return Page::InGroup{
                row.get<MembershipId>(0), row.get<int>(1),         row.get<PersonId>(2), row.get<UnitId>(3),
                row.get<AgencyId>(4),     row.get<std::string>(5), row.get<Instant>(6),  row.get<std::optional<Instant>>(7)};
        },
        municipality, page.id);
    page.holders = db.all(
        "SELECT a.person, a.unit, a.duty, a.made_at, e.ended_at, "
        "(SELECT CASE WHEN COUNT(*) > COUNT(x.last_day) THEN NULL ELSE MAX(x.last_day) END FROM assignment w "
        "LEFT JOIN assignment_end x ON x.municipality = w.municipality AND x.assignment = w.id "
        "WHERE w.municipality = a.municipality AND w.person = a.person AND w.unit = a.unit) "
        "FROM case_assignment a LEFT JOIN case_assignment_end e "
        "ON e.municipality = a.municipality AND e.case_assignment = a.id WHERE a.municipality = $1 AND a.case_id = $2 ORDER "
        "BY a.made_at",
        [](const Row& row) {
            return Page::Holder{row.get<PersonId>(0), row.get<UnitId>(1), row.get<std::string>(2), row.get<Instant>(3),
                                row.get<std::optional<Instant>>(4), row.get<std::optional<Date>>(5)};
        },
        municipality, page.id);
    page.conflicts = db.all(
        "SELECT person, conflicted, made_at FROM conflict_declaration WHERE municipality = $1 AND case_id = $2 ORDER BY "
        "made_at",
        [](const Row& row) {
            return Page::Conflict{row.get<PersonId>(0), row.get<bool>(1), row.get<Instant>(2)};
        },
        municipality, page.id);
    db.each(
        "SELECT proposer, proposer_unit FROM nomination WHERE municipality = $1 AND case_id = $2",
        [&](const Row& row) {
            page.proposer = row.get<PersonId>(0);
            page.proposer_unit = row.get<UnitId>(1);
        },
        municipality, page.id);
}

}  // namespace

Date day_of(Instant at)
{
    return std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(at + std::chrono::hours(hours_before_utc(at))));
}

Instant midnight(Date day)
{
    // Midnight itself is never an hour that changes.
    const Instant as_utc = std::chrono::sys_days(day);
    return as_utc - std::chrono::hours(hours_before_utc(as_utc - std::chrono::hours(2)));
}

int years_old(Date born, Date on)
{
    auto day = static_cast<unsigned>(born.day());
    if (born.month() == std::chrono::February && day == 29 && !on.year().is_leap()) day = 28;
    const int years = static_cast<int>(on.year()) - static_cast<int>(born.year());
    const bool had_it = on.month() > born.month() || (on.month() == born.month() && static_cast<unsigned>(on.day()) >= day);
    return had_it ? years : years - 1;
}

std::string Page::state_at(Instant at) const
{
    std::string state;
    for (const auto& step : steps)
        if (step.at <= at) state = step.to;
    return state;
}

bool Page::was_opened() const
{
    return std::ranges::any_of(steps, [](const Step& step) { return step.to == "forming"; });
}

const Page::Form* Page::covering(Date day, Instant known_at) const
{
    const Form* found = nullptr;
    for (const auto& form : forms) {
        if (form.made_at > known_at || day < form.from || day > form.last_day) continue;
        if (std::ranges::any_of(form.taken_back,
                                [&](const TakenBack& one) { return one.at <= known_at && day_of(one.at) <= day; }))
            continue;
        bool youth = false, guardian = years_old(born, day) >= 18, all = true;
        for (const auto& one : signers) {
            if (!must_say_yes(one, born, day, known_at)) continue;
            (one.youth ? youth : guardian) = true;
            all = all && has_said_yes(form, one, born, day, known_at);
        }
        std::set<AgencyId> concerned;
        for (const auto& one : judged) {
            if (one.at > form.made_at) continue;
            if (one.concerned)
                concerned.insert(one.agency);
            else
                concerned.erase(one.agency);
        }
        if (all && youth && guardian && !concerned.empty() && std::ranges::includes(form.agencies, concerned)) found = &form;
    }
    return found;
}

bool Page::is_conflicted(const PersonId& person, Instant at) const
{
    bool declared = false;
    for (const auto& one : conflicts)
        if (one.person == person && one.at <= at) declared = one.declared;
    return declared;
}

std::vector<const Page::Holder*> Page::holding(std::string_view duty, Instant at) const
{
    std::vector<const Holder*> found;
    for (const auto& one : holders)
        if (one.duty == duty && one.made_at <= at && (!one.ended_at || *one.ended_at > at) &&
            (!one.last_day || day_of(at) <= *one.last_day))
            found.push_back(&one);
    return found;
}

Page read_page(Session& db, const MunicipalityId& municipality, const CaseId& id, Date born)
{
    Page page;
    page.id = id;
    page.born = born;
    db.each(
        "SELECT c.nomination_number, n.number, h.owner_unit FROM sig_case c "
        "LEFT JOIN case_number n ON n.municipality = c.municipality AND n.case_id = c.id "
        "JOIN case_head h ON h.municipality = c.municipality AND h.case_id = c.id WHERE c.municipality = $1 AND c.id = $2",
        [&](const Row& row) {
            page.nomination = row.get<int>(0);
            page.number = row.get<std::optional<std::string>>(1).value_or("");
            page.unit = row.get<std::optional<UnitId>>(2);
        },
        municipality, id);
    page.steps = db.all(
        "SELECT to_state, at FROM case_transition WHERE municipality = $1 AND case_id = $2 ORDER BY seq",
        [](const Row& row) {
            return Page::Step{row.get<std::string>(0), row.get<Instant>(1)};
        },
        municipality, id);
    read_forms(db, municipality, page);
    read_people(db, municipality, page);
    return page;
}

}  // namespace lots::sim
