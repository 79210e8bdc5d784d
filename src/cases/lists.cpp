#include "cases/lists.h"

#include <algorithm>
#include <array>

#include "base/check.h"

namespace lots::cases {

using access::Answer;
using access::CaseState;
using access::Compartment;
using access::Operation;
using access::Role;
using storage::Row;

namespace {

/// One statement out of literals; the compiler puts it together, so that nothing typed can get into it.
template <std::size_t... sizes>
consteval auto joined(const char (&... parts)[sizes])
{
    std::array<char, (sizes + ...) - sizeof...(sizes) + 1> all{};
    std::size_t at = 0;
    const auto put = [&](const char* part) {
        while (*part != 0) all[at++] = *part++;
    };
    (put(parts), ...);
    return all;
}

/// The cases with a tie that lets somebody in this role see them in some state, as far as rows can tell (access/decide_reading.cpp says
/// the rest). It begins with what the person has, so that it costs no more in a large municipality.
/// $1 municipality, $2 person, $3 unit, $4 to $9 which ties this role has at all, $10 today.
constexpr char own[] =
    "WITH tie (case_id) AS ("
    "SELECT a.case_id FROM case_assignment a JOIN case_head h ON h.municipality = a.municipality AND h.case_id = a.case_id "
    "LEFT JOIN case_assignment_end e ON e.municipality = a.municipality AND e.case_assignment = a.id "
    "WHERE a.municipality = $1 AND a.person = $2 AND a.unit = $3 AND a.from_day <= $10 AND e.case_assignment IS NULL AND "
    "(($4 = 1 AND a.duty = 'officer') OR ($5 = 1 AND a.duty = 'coordinator' AND h.state IN ('forming', 'planning', 'active', "
    "'suspended', 'closure_review', 'closed', 'transferred'))) "
    "UNION SELECT m.case_id FROM membership m JOIN case_head h ON h.municipality = m.municipality AND h.case_id = m.case_id "
    "LEFT JOIN membership_end e ON e.municipality = m.municipality AND e.membership = m.id "
    "WHERE $6 = 1 AND m.municipality = $1 AND m.person = $2 AND m.unit = $3 AND m.from_day <= $10 AND e.membership IS NULL AND "
    "h.state IN ('forming', 'planning', 'active', 'suspended', 'closure_review', 'closed') "
    "UNION SELECT d.case_id FROM coordinator_deputy d LEFT JOIN coordinator_deputy_end e ON e.municipality = d.municipality AND "
    "e.deputy = d.id WHERE $5 = 1 AND d.municipality = $1 AND d.person = $2 AND d.unit = $3 AND d.from_day <= $10 AND "
    "d.last_day >= $10 AND e.deputy IS NULL "
    "UNION SELECT p.case_id FROM helper_judgement j JOIN helper p ON p.municipality = j.municipality AND p.id = j.helper "
    "WHERE $7 = 1 AND j.municipality = $1 AND j.person = $2 "
    "UNION SELECT d.case_id FROM deputy d WHERE $4 = 1 AND d.municipality = $1 AND d.person = $2 AND d.unit = $3 AND d.from_day <= $10 AND "
    "d.last_day >= $10 "
    "UNION SELECT s.case_id FROM signatory s WHERE $7 = 1 AND s.municipality = $1 AND s.person = $2 "
    "UNION SELECT h.case_id FROM case_head h WHERE $8 = 1 AND h.municipality = $1 AND h.state = 'proposed' AND h.owner_unit = $3 "
    "UNION SELECT h.case_id FROM case_head h WHERE $9 = 1 AND h.municipality = $1 AND h.owner_unit = $3) ";

constexpr char own_open[] =
    " FROM tie JOIN case_head h ON h.municipality = $1 AND h.case_id = tie.case_id WHERE h.state NOT IN ('retained', 'disposed') AND "
    "COALESCE((SELECT d.conflicted FROM conflict_declaration d WHERE d.municipality = $1 AND d.case_id = tie.case_id "
    "AND d.person = $2 ORDER BY d.made_at DESC, d.id LIMIT 1), 0) = 0";

constexpr char own_order[] =
    " ORDER BY CASE WHEN h.state IN ('decided_no_offer', 'consent_refused', 'closed', 'transferred') THEN 1 ELSE 0 END, "
    "(SELECT t.at FROM case_transition t WHERE t.municipality = $1 AND t.case_id = tie.case_id ORDER BY t.seq DESC LIMIT 1) DESC, "
    "tie.case_id";

/// With the ten values of `own` and `more`.
template <class Of, class... More>
auto ask_own(access::Work& work, storage::Sql sql, Of of, const More&... more)
{
    const auto& reader = work.reader;
    const auto role = reader.role;
    const bool manager = role == Role::unit_manager, officer = role == Role::social_worker;
    const bool staff = role == Role::police || role == Role::school || role == Role::agency_staff;
    const bool family = role == Role::youth || role == Role::guardian || role == Role::helper;
    return work.db.all(sql, of, work.municipality, reader.person, reader.unit, manager || officer, officer || role == Role::coordinator,
                       officer || staff, family, officer, manager, work.today, more...);
}

constexpr char own_duty[] =
    " FROM duty d JOIN case_head h ON h.municipality = d.municipality AND h.case_id = d.case_id "
    "WHERE d.municipality = $1 AND d.last_day <= $2 AND "
    "(d.person = $3 OR ($4 = 1 AND d.person IS NULL AND h.state = 'proposed' AND h.owner_unit = $5))";

template <class Of, class... More>
auto ask_duties(access::Work& work, storage::Sql sql, Of of, Date until, const More&... more)
{
    const auto& reader = work.reader;
    const bool intake = reader.role == Role::unit_manager || reader.role == Role::social_worker;
    return work.db.all(sql, of, work.municipality, until, reader.person, intake, reader.unit, more...);
}

constexpr auto page_of_cases = joined(own, "SELECT tie.case_id", own_open, own_order, " LIMIT $11 OFFSET $12");
constexpr auto number_of_cases = joined(own, "SELECT COUNT(*)", own_open);
constexpr auto page_of_duties = joined("SELECT d.case_id, d.requirement, d.what, d.path, d.subject_number, d.last_day", own_duty,
                                       " ORDER BY d.last_day, d.case_id, d.line LIMIT $6 OFFSET $7");
constexpr auto number_of_duties = joined("SELECT COUNT(*)", own_duty);

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

std::vector<CaseId> own_cases(access::Work& work, int most, int skip)
{
    return ask_own(work, page_of_cases.data(), [](const Row& row) { return row.get<CaseId>(0); }, most, skip);
}

int count_own_cases(access::Work& work)
{
    return ask_own(work, number_of_cases.data(), [](const Row& row) { return row.get<int>(0); }).front();
}

std::vector<DutyLine> own_duties(access::Work& work, Date until, int most, int skip)
{
    return ask_duties(
        work, page_of_duties.data(),
        [](const Row& row) {
            return DutyLine{row.get<CaseId>(0),      row.get<std::string>(1),        row.get<std::string>(2),
                            row.get<std::string>(3), row.get<std::optional<int>>(4), row.get<Date>(5)};
        },
        until, most, skip);
}

int count_own_duties(access::Work& work, Date until)
{
    return ask_duties(work, number_of_duties.data(), [](const Row& row) { return row.get<int>(0); }, until).front();
}

bool may_be_done(const access::CasePermit& permit, const DutyLine& duty)
{
    const auto* found = std::ranges::find(doings, std::string_view(duty.what), &Doing::what);
    // What the list does not know is shown to whoever sees the case itself, and not to a reader of the notice.
    if (found == doings.end())
        return permit.answer(Compartment::social_services) == Answer::yes || permit.answer(Compartment::room) == Answer::yes;
    return access::would_allow(permit, found->operation, found->compartment) != Answer::no;
}

std::map<std::string, int> own_duties_by_page(const access::CasePermit& permit)
{
    constexpr int days_ahead = 30;  // as Min dag
    auto& work = permit.work();
    const auto duties = work.db.all(
        "SELECT requirement, what, path, subject_number, last_day FROM duty WHERE municipality = $1 AND case_id = $2 AND person = $3 "
        "AND last_day <= $4 ORDER BY line",
        [&](const Row& row) {
            return DutyLine{permit.case_id(),        row.get<std::string>(0),         row.get<std::string>(1),
                            row.get<std::string>(2), row.get<std::optional<int>>(3), row.get<Date>(4)};
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
        work.db.run("INSERT INTO duty (municipality, case_id, line, requirement, actor, person, agency, what, subject_number, last_day, path) "
                    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                    work.municipality, case_id, ++line, row.requirement, row.actor, row.person, row.agency, row.what, row.number,
                    row.last_day, row.path);
}

void set_next_change(access::Work& work, const CaseId& case_id, std::optional<Date> day)
{
    work.db.run("UPDATE case_head SET next_change_on = $3, reckoned_at = $4 WHERE municipality = $1 AND case_id = $2", work.municipality, case_id,
                day, work.now);
}

std::vector<Step> steps(const access::CasePermit& permit)
{
    auto all = permit.work().db.all(
        "SELECT to_state, transition, role, at, made_by, decision_note FROM case_transition WHERE municipality = $1 AND case_id = $2 "
        "ORDER BY seq DESC",
        [](const Row& row) {
            const auto state = access::word_in<CaseState>(access::case_state_names, row.text(0));
            check(state.has_value(), "a stored state is unknown");
            return Step{*state,
                        row.get<std::string>(1),
                        row.get<std::string>(2),
                        row.get<Instant>(3),
                        row.get<std::optional<PersonId>>(4),
                        row.get<std::optional<RecordId>>(5)};
        },
        permit.work().municipality, permit.case_id());
    if (!permit.covers(Compartment::social_services)) {
        const auto first = std::ranges::find_if(all, [](const Step& step) { return step.transition == "T7"; });
        if (first != all.end()) all.erase(first + 1, all.end());
        else all.clear();
    }
    return all;
}

}  // namespace lots::cases
