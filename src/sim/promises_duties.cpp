#include <algorithm>

#include "sim/promises.h"

// "Min dag" of everybody, beside what the rows say that somebody must do within the next thirty days.
namespace lots::sim {

using access::Role;
using storage::Row;
using storage::Session;

namespace {

constexpr int days_shown = 30;

/// Every address that the page links to.
void add_links(std::set<std::string>& links, const std::string& body)
{
    const std::string mark = "href=\"";
    for (auto at = body.find(mark); at != std::string::npos; at = body.find(mark, at + 1)) {
        const auto from = at + mark.size();
        links.insert(body.substr(from, body.find('"', from) - from));
    }
}

struct Promised {
    int number = 0;
    std::optional<PersonId> person;
    Date last_day;
};

}  // namespace

void Promises::duties_on_lists()
{
    std::map<PersonId, std::set<std::string>> lists;  // of all roles of a person
    std::set<std::string> any;
    std::set<PersonId> told;  // that a case of their unit has nobody who could give it to an officer
    const auto everybody = readers();
    for (const auto& reader : everybody) {
        const auto role = reader.who.role;
        const bool works = role == Role::social_worker || role == Role::unit_manager || role == Role::coordinator ||
                           role == Role::police || role == Role::school || role == Role::agency_staff;
        if (!works) continue;
        auto& list = lists[reader.person];
        for (int page = 1; page < 20; ++page) {
            const auto next = "sida=" + std::to_string(page + 1);
            ++reads_;
            const auto body =
                town_.desk().see(reader.who, "/min-dag" + (page > 1 ? "?sida=" + std::to_string(page) : std::string{})).body;
            add_links(list, body);
            if (body.find("Ett ärende på enheten har ingen handläggare") != std::string::npos) told.insert(reader.person);
            if (body.find(next) == std::string::npos) break;
        }
        any.insert(list.begin(), list.end());
    }
    const auto at = now();
    const auto today = day_of(at);
    for (const auto& [nomination, known] : cases_) {
        if (is_over(known.state)) continue;  // nothing is to be done in it
        const auto page = page_of(nomination);
        const auto state = effective(page, at);
        const auto url = "/arende/" + page.shown() + "/";
        auto officers = page.holding("officer", at);
        std::vector<Page::Holder> managers;  // of the unit: theirs is what an officer who has left was to do
        if (officers.empty())
            for (const auto& reader : everybody)
                if (reader.who.role == Role::unit_manager && page.unit == reader.unit)
                    managers.push_back({reader.person, reader.unit, "officer", at, {}, {}});
        for (const auto& one : managers) officers.push_back(&one);
        if (officers.empty() && state != "proposed") {
            // Nobody may do anything in it: whoever works in the unit is told so, and that is what there is to do.
            for (const auto& reader : everybody)
                if (reader.who.role == Role::social_worker && page.unit == reader.unit && !told.contains(reader.person))
                    found("every duty is on somebody's list", page, reader.who.handle + " is not told that nobody has the case");
            continue;
        }
        const auto coordinators = page.holding("coordinator", at);
        const auto on_list_of = [&](const std::vector<const Page::Holder*>& holders, const std::string& rest,
                                    const std::string& what) {
            const bool there = std::ranges::any_of(holders, [&](const Page::Holder* one) {
                const auto& list = lists[one->person];
                return std::ranges::any_of(list, [&](const std::string& link) {
                    return rest.empty() ? link.starts_with(url) : link == url + rest;
                });
            });
            if (!there) found("every duty is on somebody's list", page, what);
        };
        if (state == "proposed" && !any.contains(url + "forslag"))
            found("every duty is on somebody's list", page, "nobody is to take it up");
        if (state == "under_review") on_list_of(officers, "beslut", "nobody is to decide whether to offer");
        if (state == "resting") on_list_of(officers, "", "it rests, and nobody is to do anything");
        if (!is_open(page, at)) continue;
        if (state == "closure_review") on_list_of(officers, "avsluta", "nobody is to answer the question about closing");
        for (int days = 1; days <= days_shown; ++days)
            if (page.covering(add_days(today, days), at) == nullptr) {
                on_list_of(officers, "samtycken",
                           "the consent ends in " + std::to_string(days) + " days and nobody is to ask anew");
                break;
            }
        const auto& lead = coordinators.empty() ? officers : coordinators;
        auto newest = Date{2000y / 1 / 1};
        bool called = false;  // or held, and not written down: then that is what there is to do
        std::vector<Promised> promised;
        town_.house().data->read([&](Session& db) {
            db.each(
                "SELECT m.number, m.starts_at, l.meeting IS NOT NULL FROM meeting m "
                "LEFT JOIN minutes_lock l ON l.municipality = m.municipality AND l.meeting = m.id "
                "LEFT JOIN meeting_cancellation x ON x.municipality = m.municipality AND x.meeting = m.id "
                "WHERE m.municipality = $1 AND m.case_id = $2 AND x.meeting IS NULL",
                [&](const Row& row) {
                    const auto starts_at = row.get<Instant>(1);
                    newest = std::max(newest, day_of(starts_at));
                    called = called || starts_at > at || !row.get<bool>(2);
                    const auto meeting = "moten/" + std::to_string(row.get<int>(0));
                    if (starts_at <= at && !row.get<bool>(2))
                        on_list_of(lead, meeting, "nobody is to finish the minutes of a meeting");
                    if (starts_at > at && days_between(today, day_of(starts_at)) <= days_shown)
                        on_list_of(lead, meeting, "nobody is to hold a meeting");
                },
                town_.here().id, page.id);
            promised = db.all(
                "SELECT c.number, m.person, COALESCE((SELECT s.new_last_day FROM commitment_status s WHERE s.municipality = "
                "c.municipality AND "
                "s.commitment = c.id AND s.new_last_day IS NOT NULL AND s.made_at >= w.made_at ORDER BY s.seq DESC LIMIT "
                "1), w.last_day) "
                "FROM commitment c JOIN plan_version_line l ON l.municipality = c.municipality AND l.commitment = c.id "
                "JOIN commitment_wording w ON w.municipality = c.municipality AND w.commitment = c.id AND w.seq = l.seq "
                "JOIN membership m ON m.municipality = w.municipality AND m.id = w.membership "
                "WHERE c.municipality = $1 AND c.case_id = $2 AND l.plan = (SELECT v.id FROM plan_version v WHERE "
                "v.municipality = $1 AND "
                "v.case_id = $2 ORDER BY v.version DESC LIMIT 1) AND COALESCE((SELECT s.status FROM commitment_status s "
                "WHERE "
                "s.municipality = c.municipality AND s.commitment = c.id ORDER BY s.seq DESC LIMIT 1), 'not_started') NOT "
                "IN ('done', 'cancelled')",
                [](const Row& row) {
                    return Promised{row.get<int>(0), row.get<std::optional<PersonId>>(1), row.get<Date>(2)};
                },
                town_.here().id, page.id);
        });
        // The next one is due a month after the last: on that day it is not among the next thirty yet.
        if (!called && days_between(newest, today) > 1)
            on_list_of(lead, "kalla", "no meeting is called, and nobody is to call one");
        for (const auto& one : promised)
            if (days_between(today, one.last_day) <= days_shown &&
                !any.contains(url + "atagande/" + std::to_string(one.number)) &&
                !any.contains(url + "plan/atagande/" + std::to_string(one.number) + "/andra"))
                found("every duty is on somebody's list", page,
                      "commitment " + std::to_string(one.number) + " is on nobody's list");
    }
}

}  // namespace lots::sim
