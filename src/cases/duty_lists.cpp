#include "cases/lists.h"

#include <algorithm>
#include <array>

#include "cases/own_sql.h"

// The duties of the start page and of the lists: a projection (app/projections.h), read here.
namespace lots::cases {

using access::Answer;
using access::Compartment;
using access::Operation;
using access::Role;
using sql::ask_own;
using sql::duty_columns;
using sql::duty_line_of;
using sql::joined;
using sql::known_duty;
using sql::own;
using sql::own_open;
using storage::Row;

namespace {

constexpr char own_duty[] =
    " FROM duty d JOIN case_head h ON h.municipality = d.municipality AND h.case_id = d.case_id "
    "WHERE d.municipality = $1 AND d.last_day <= $2 AND "
    "(d.person = $3 OR ($4 = 1 AND d.person IS NULL AND h.owner_unit = $5 AND (h.state = 'proposed' OR "
    "d.what IN ('duty.replace_officer', 'duty.appoint_officer'))))";  // nobody is there who could do it: the unit is told

template <class Of, class... More>
auto ask_duties(access::Work& work, storage::Sql statement, Of of, Date until, const More&... more)
{
    const auto& reader = work.reader;
    const bool intake = reader.role == Role::unit_manager || reader.role == Role::social_worker;
    return work.db.all(statement, of, work.municipality, until, reader.person, intake, reader.unit, more...);
}

/// Everybody's in one's own cases. $11 the last day.
constexpr char team_duty[] =
    " FROM duty d WHERE d.municipality = $1 AND d.last_day <= $11 AND d.case_id IN (SELECT tie.case_id";
constexpr char team_known[] = ") AND ";

constexpr auto page_of_duties =
    joined("SELECT ", duty_columns, own_duty, " ORDER BY d.last_day, d.case_id, d.line LIMIT $6 OFFSET $7");
constexpr auto number_of_duties = joined("SELECT COUNT(*)", own_duty);
constexpr auto page_of_team = joined(own, "SELECT ", duty_columns, team_duty, own_open, team_known, known_duty,
                                     " ORDER BY d.last_day, d.case_id, d.line LIMIT $12 OFFSET $13");
constexpr auto number_of_team = joined(own, "SELECT COUNT(*)", team_duty, own_open, team_known, known_duty);
constexpr auto duties_of_one_case =
    joined("SELECT ", duty_columns,
           " FROM duty d WHERE d.municipality = $1 AND d.case_id = $2 AND d.last_day <= $3 ORDER BY d.last_day, d.line");

/// What doing it asks permission for.
struct Doing {
    std::string_view what;
    Operation operation;
    Compartment compartment;
};
constexpr std::array<Doing, 43> doings{{
    {"duty.take_up_nomination", Operation::take_up, Compartment::social_services},
    {"duty.assess_nomination", Operation::decide_offer, Compartment::social_services},
    {"duty.decide_nomination", Operation::decide_offer, Compartment::social_services},
    {"duty.tell_notifier", Operation::keep_file, Compartment::social_services},
    {"duty.decide_taken_back", Operation::decide_offer, Compartment::social_services},
    {"duty.tell_family", Operation::keep_file, Compartment::social_services},
    {"duty.review_queue", Operation::decide_offer, Compartment::social_services},
    {"duty.renew_consent", Operation::prepare_consent, Compartment::social_services},
    {"duty.resume_case", Operation::resume_case, Compartment::social_services},
    {"duty.decide_after_end", Operation::decide_closure, Compartment::social_services},
    {"duty.decide_after_withdrawal", Operation::decide_closure, Compartment::social_services},
    {"duty.talk_of_renewal", Operation::prepare_consent, Compartment::social_services},
    {"duty.talk_of_adulthood", Operation::prepare_consent, Compartment::social_services},
    {"duty.decide_after_refusal", Operation::decide_closure, Compartment::social_services},
    {"duty.look_up_circumstances", Operation::prepare_consent, Compartment::social_services},
    {"duty.look_at_hindrance", Operation::prepare_consent, Compartment::social_services},
    {"duty.moved_away", Operation::decide_closure, Compartment::social_services},
    {"duty.contact_signatories", Operation::prepare_consent, Compartment::social_services},
    {"duty.collect_consent", Operation::collect_consent, Compartment::social_services},
    {"duty.accept_commitment", Operation::accept_commitment, Compartment::room},
    {"duty.do_commitment", Operation::report_commitment, Compartment::room},
    {"duty.first_meeting", Operation::call_meeting, Compartment::room},
    {"duty.next_meeting", Operation::call_meeting, Compartment::room},
    {"duty.next_meeting_after_renewal", Operation::call_meeting, Compartment::room},
    {"duty.new_day", Operation::call_meeting, Compartment::room},
    {"duty.next_network_meeting", Operation::call_meeting, Compartment::room},
    {"duty.absent_agency", Operation::hold_meeting, Compartment::room},
    {"duty.read_minutes", Operation::read_minutes, Compartment::room},
    {"duty.raise_after_suspicion", Operation::raise_closure, Compartment::room},
    {"duty.hold_meeting", Operation::hold_meeting, Compartment::room},
    {"duty.lock_minutes", Operation::hold_meeting, Compartment::room},
    {"duty.answer_closure_question", Operation::decide_closure, Compartment::social_services},
    {"duty.continue_or_close", Operation::decide_closure, Compartment::social_services},
    {"duty.escalate_commitment", Operation::escalate, Compartment::room},
    {"duty.escalate_absence", Operation::escalate, Compartment::room},
    {"duty.assess_asp", Operation::write_asp_reminder, Compartment::agency_own},
    {"duty.change_asp_contact", Operation::write_asp_reminder, Compartment::agency_own},
    {"duty.remove_asp", Operation::write_asp_reminder, Compartment::agency_own},
    {"duty.appoint_officer", Operation::keep_file, Compartment::social_services},
    {"duty.replace_member", Operation::form_group, Compartment::room},
    {"duty.replace_officer", Operation::keep_file, Compartment::social_services},
    {"duty.read_emergency", Operation::keep_file, Compartment::social_services},
    {"duty.replace_coordinator", Operation::form_group, Compartment::room},
}};

}  // namespace

DutyLine sql::duty_line_of(const Row& row)
{
    DutyLine duty{row.get<CaseId>(0),      row.get<std::string>(1),        row.get<std::string>(2),
                  row.get<std::string>(3), row.get<std::optional<int>>(4), row.get<Date>(5)};
    duty.person = row.get<std::optional<PersonId>>(6);
    duty.actor = row.get<std::string>(7);
    duty.came_at = row.get<std::optional<Instant>>(8);
    return duty;
}

std::vector<DutyLine> own_duties(access::Work& work, Date until, int most, int skip)
{
    return ask_duties(work, page_of_duties.data(), duty_line_of, until, most, skip);
}

int count_own_duties(access::Work& work, Date until)
{
    return ask_duties(
               work, number_of_duties.data(), [](const Row& row) { return row.get<int>(0); }, until)
        .front();
}

bool has_team(Role role) { return role == Role::unit_manager || role == Role::social_worker || role == Role::coordinator; }

std::vector<DutyLine> team_duties(access::Work& work, Date until, int most, int skip)
{
    return ask_own(work, page_of_team.data(), duty_line_of, until, most, skip);
}

int count_team_duties(access::Work& work, Date until)
{
    return ask_own(
               work, number_of_team.data(), [](const Row& row) { return row.get<int>(0); }, until)
        .front();
}

std::vector<DutyLine> case_duties(const access::CasePermit& permit, Date until)
{
    auto& work = permit.work();
    auto duties = work.db.all(duties_of_one_case.data(), duty_line_of, work.municipality, permit.case_id(), until);
    std::erase_if(duties, [&](const DutyLine& duty) { return !may_be_known(permit, duty); });
    return duties;
}

bool may_be_done(const access::CasePermit& permit, const DutyLine& duty)
{
    const auto* found = std::ranges::find(doings, std::string_view(duty.what), &Doing::what);
    // What the list does not know is shown to whoever sees the case itself, and not to a reader of the notice.
    if (found == doings.end())
        return permit.answer(Compartment::social_services) == Answer::yes || permit.answer(Compartment::room) == Answer::yes;
    return access::would_allow(permit, found->operation, found->compartment) != Answer::no;
}

bool may_be_known(const access::CasePermit& permit, const DutyLine& duty)
{
    const auto& reader = permit.work().reader;
    if (duty.person == reader.person) return may_be_done(permit, duty);
    // settled 30: what the young person or a guardian has promised is never called late; and nobody's duties are shown to
    // them.
    if (duty.actor == "youth" || duty.actor == "guardian" || access::is_family(reader.role)) return false;
    const auto* found = std::ranges::find(doings, std::string_view(duty.what), &Doing::what);
    const auto usual = duty.actor == "social_services" ? Compartment::social_services : Compartment::room;
    const auto compartment = found == doings.end() ? usual : found->compartment;
    // An agency's own is shown to nobody else (settled 17).
    if (compartment != Compartment::social_services && compartment != Compartment::room) return false;
    return access::would_allow(permit, Operation::see_case, compartment) == Answer::yes;
}

std::map<std::string, int> own_duties_by_page(const access::CasePermit& permit)
{
    constexpr int days_ahead = 30;  // as Min dag
    auto& work = permit.work();
    const auto duties = work.db.all(
        "SELECT requirement, what, path, subject_number, last_day FROM duty WHERE municipality = $1 AND case_id = $2 AND "
        "person = $3 "
        "AND last_day <= $4 ORDER BY line",
        [&](const Row& row) {
            DutyLine duty{permit.case_id(),        row.get<std::string>(0),        row.get<std::string>(1),
                          row.get<std::string>(2), row.get<std::optional<int>>(3), row.get<Date>(4)};
            duty.person = work.reader.person;
            return duty;
        },
        work.municipality, permit.case_id(), work.reader.person, add_days(work.today, days_ahead));
    std::map<std::string, int> pages;
    for (const auto& duty : duties)
        if (may_be_done(permit, duty)) ++pages[duty.path.substr(0, duty.path.find('/'))];
    return pages;
}

void replace_duties(access::Work& work, const CaseId& case_id, const std::vector<DutyRow>& rows)
{
    work.db.run("DELETE FROM duty WHERE municipality = $1 AND case_id = $2", work.municipality, case_id);
    int line = 0;
    for (const auto& row : rows)
        work.db.run("INSERT INTO duty (municipality, case_id, line, requirement, actor, person, agency, what, "
                    "subject_number, last_day, path) "
                    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                    work.municipality, case_id, ++line, row.requirement, row.actor, row.person, row.agency, row.what,
                    row.number, row.last_day, row.path);
}

}  // namespace lots::cases
