#include "sim/promises.h"

#include <algorithm>
#include <bit>

#include "app/projections.h"
#include "audit/leaf.h"
#include "audit/log.h"

namespace lots::sim {

namespace json = boost::json;
using storage::Row;
using storage::Session;

namespace {

const std::set<std::string> room_operations{"read_plan",     "read_plan_avoid",   "read_members",  "read_commitments",
                                            "read_meetings", "read_minutes",      "read_pictures", "read_notes",
                                            "draft_plan",    "accept_commitment", "decide_plan",   "call_meeting",
                                            "hold_meeting",  "report_commitment", "write_note",    "read_consent_scope"};
const std::set<std::string> managers_operations{"read_commitments", "read_meetings"};

}  // namespace

void Promises::found(const std::string& promise, const std::string& what)
{
    broken_.push_back(promise + ", " + iso(now()) + ": " + what);
}
void Promises::found(const std::string& promise, const Page& page, const std::string& what)
{
    found(promise, page.shown() + ": " + what);
}

Page Promises::page_of(int nomination)
{
    const auto& known = cases_.at(nomination);
    Page page;
    town_.house().data->read([&](Session& db) { page = read_page(db, town_.here().id, known.id, known.born); });
    return page;
}

bool Promises::is_over(const std::string& state)
{
    static const std::set<std::string> over{"decided_no_offer", "consent_refused", "closed", "transferred", "retained", "disposed"};
    return over.contains(state);
}

void Promises::learn_cases()
{
    const auto& house = town_.house();
    house.data->read([&](Session& db) {
        db.each(
            "SELECT id, nomination_number FROM sig_case WHERE municipality = $1",
            [&](const Row& row) {
                const auto id = row.get<CaseId>(0);
                const int number = row.get<int>(1);
                if (cases_.contains(number)) return;
                const auto life =
                    std::ranges::find_if(town_.lives(), [&](const auto& one) { return one->nomination() == number; });
                if (life == town_.lives().end()) return;
                cases_[number] = {id, (*life)->family().born, ""};
                case_of_pseudonym_[audit::pseudonym(*house.vault, town_.here().id, id)] = number;
            },
            town_.here().id);
    });
}

std::vector<Promises::Reader> Promises::readers()
{
    std::vector<Reader> all;
    const auto& house = town_.house();
    const auto today = iso(day_of(now()));
    house.data->read([&](Session& db) {
        db.each(
            "SELECT p.handle, p.id, a.unit, u.agency, g.kind, a.role, COALESCE(e.last_day, '9999-12-31'), a.from_day FROM "
            "assignment a "
            "JOIN person p ON p.municipality = a.municipality AND p.id = a.person "
            "JOIN unit u ON u.municipality = a.municipality AND u.id = a.unit "
            "JOIN agency g ON g.municipality = u.municipality AND g.id = u.agency "
            "LEFT JOIN assignment_end e ON e.municipality = a.municipality AND e.assignment = a.id "
            "WHERE a.municipality = $1 ORDER BY p.handle, a.role",
            [&](const Row& row) {
                const auto role = access::word_in<access::Role>(access::role_names, row.text(5));
                Reader reader{{row.get<std::string>(0), *role},
                              row.get<PersonId>(1),
                              row.get<UnitId>(2),
                              row.get<AgencyId>(3),
                              row.get<std::string>(4)};
                if (named_.insert(reader.person).second)
                    person_of_pseudonym_[audit::pseudonym(*house.vault, town_.here().id, reader.person)] = reader.person;
                if (agency_of_unit_.emplace(reader.unit, reader.agency).second)
                    unit_of_pseudonym_[audit::pseudonym(*house.vault, town_.here().id, reader.unit)] = reader.unit;
                if (row.text(6) >= today && row.text(7) <= today) all.push_back(std::move(reader));
            },
            town_.here().id);
    });
    return all;
}

bool Promises::is_open(const Page& page, Instant at)
{
    static const std::set<std::string> working{"forming", "planning", "active", "closure_review"};
    return working.contains(page.state_at(at)) && page.covering(day_of(at), at) != nullptr;
}

std::string Promises::effective(const Page& page, Instant at)
{
    static const std::set<std::string> needs{"forming", "planning", "active", "closure_review", "suspended"};
    const auto state = page.state_at(at);
    return needs.contains(state) && !is_open(page, at) ? "resting" : state;
}

/// One entry for each request of a signed-in person, one for each change of the organisation; and who stands there had a
/// right to be there.
void Promises::read_log()
{
    town_.house().log->settle();
    readers();
    std::vector<json::object> entries;
    town_.house().data->read([&](Session& db) {
        db.each(
            "SELECT seq, leaf FROM log_entry WHERE seq >= $1 ORDER BY seq",
            [&](const Row& row) {
                next_entry_ = row.integer(0) + 1;
                entries.push_back(json::parse(lots::text_of(row.bytes(1))).as_object());
            },
            next_entry_);
    });
    std::map<int, Page> pages;  // with all that came since, each with its moment
    for (const auto& entry : entries) {
        if (text_in(entry, "kind") == "system")
            ++systems_logged_;
        else
            ++requests_logged_;
        judge_entry(entry, pages);
    }
    if (requests_logged_ != town_.desk().requests())
        found("the log has an entry for each read and act",
              std::to_string(town_.desk().requests()) + " requests, " + std::to_string(requests_logged_) + " entries");
    if (systems_logged_ != town_.system_entries())
        found("the log has an entry for each read and act",
              std::to_string(town_.system_entries()) + " changes by the system, " + std::to_string(systems_logged_) + " entries");
    requests_logged_ = town_.desk().requests();
    systems_logged_ = town_.system_entries();
}

void Promises::judge_entry(const json::object& entry, std::map<int, Page>& pages)
{
    const bool allowed = text_in(entry, "outcome") == "allowed";
    const auto operation = text_in(entry, "operation");
    const auto at = parse_instant(text_in(entry, "at"));
    for (const auto& subject : list_in(entry, "subjects")) {
        const auto which = case_of_pseudonym_.find(text_in(subject, "case"));
        if (which == case_of_pseudonym_.end())
            continue;  // a proposal that was made just now; its case is known from the evening on
        const auto kind = text_in(entry, "kind");
        if (allowed && (kind == "command" || kind == "system")) touched_.insert(which->second);
        if (kind == "system") continue;  // the new day: nobody reads
        const auto& opened = subject.at("compartments").as_array();
        const bool room = std::ranges::any_of(opened, [](const json::value& one) { return one.as_string() == "room"; });
        if (!allowed || !room || !at || !room_operations.contains(operation)) continue;
        if (!pages.contains(which->second)) pages[which->second] = page_of(which->second);
        const auto& page = pages.at(which->second);
        const auto person = person_of_pseudonym_.find(text_in(entry, "actor"));
        const auto unit = unit_of_pseudonym_.find(text_in(entry, "unit"));
        const auto role = access::word_in<access::Role>(access::role_names, text_in(entry, "role"));
        if (person == person_of_pseudonym_.end() || unit == unit_of_pseudonym_.end() || !role) {
            found("nobody outside the consent reads", page, "somebody unknown did " + operation);
            continue;
        }
        const Reader reader{
            {text_in(entry, "actor"), *role}, person->second, unit->second, agency_of_unit_.at(unit->second), {}};
        // What was asked for in the moment in which it changed is judged by the moment before: a withdrawal reads and ends
        // in one.
        const auto before = *at - std::chrono::milliseconds(1);
        const bool manager = *role == access::Role::agency_manager && managers_operations.contains(operation) &&
                             manages(page, reader, before);
        if (!manager && !may_read_room(page, reader, before))
            found("nobody outside the consent reads", page,
                  operation + " in the log by a " + std::string(access::name(*role)));
    }
}

void Promises::verify_log()
{
    const auto result = audit::verify(*town_.house().data, town_.house().paths.log(), {});
    for (const auto& problem : result.problems) found("the log verifies", problem);
}

void Promises::projections(const std::set<int>& cases)
{
    const auto& house = town_.house();
    for (const int number : cases) {
        const auto examined =
            app::examine_projection(*house.data, *house.vault, *house.random, town_.here().id, cases_.at(number).id);
        for (const auto& problem : examined.problems) found("projections rebuilt are equal", problem);
    }
}

void Promises::at_night(Date day)
{
    town_.at(day, 0, 10);
    for (auto& [number, known] : cases_) {
        if (is_over(known.state)) continue;
        const auto page = page_of(number);
        const auto state = effective(page, now());
        if (state == known.state) continue;
        known.state = state;
        read_as_everybody(page, true);
    }
}

void Promises::in_the_evening(Date day)
{
    ++evenings_;
    town_.at(day, 20);
    learn_cases();
    read_log();
    const bool week = evenings_ % 7 == 0;
    projections(touched_);
    for (auto& [number, known] : cases_) {
        const bool touched = touched_.contains(number) || known.state.empty();
        if (!touched && (!week || is_over(known.state))) continue;
        const auto page = page_of(number);
        rows(page);
        const auto state = effective(page, now());
        if (state == known.state) continue;
        known.state = state;
        read_as_everybody(page, state == "resting");
    }
    touched_.clear();
    if (week) duties_on_lists();
    if (std::has_single_bit(static_cast<unsigned>(evenings_))) verify_log();  // from its beginning each time, so rarer and rarer
    // The last minutes of a consent: those whom it names still read.
    for (const auto& [number, known] : cases_) {
        if (is_over(known.state) || known.state == "resting") continue;
        const auto page = page_of(number);
        if (!is_open(page, now()) || page.covering(next_day(day), now()) != nullptr) continue;
        town_.at(day, 23, 50);
        if (now() > at_local(day, 23, 56)) break;
        read_as_everybody(page, false);
    }
    readers();
}

void Promises::at_the_end()
{
    read_log();
    verify_log();
    const auto& house = town_.house();
    for (const auto& problem : app::examine_projections(*house.data, *house.vault, *house.random).problems)
        found("projections rebuilt are equal", problem);
    for (const auto& [number, known] : cases_) rows(page_of(number));
    duties_on_lists();
    read_log();
}

}  // namespace lots::sim
