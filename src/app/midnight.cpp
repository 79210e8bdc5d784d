#include "app/midnight.h"

#include <algorithm>
#include <map>
#include <vector>

#include "access/system_permit.h"
#include "app/after_command.h"
#include "cases/record.h"

namespace lots::app {

using storage::Row;
using storage::Session;

namespace {

constexpr int cases_at_once = 100;

struct DueCase {
    CaseId id;
    Date day;
    Instant at;  // the day's midnight, or when the case was reckoned last, if that is later: nothing goes back behind what is done
};

std::vector<DueCase> due_cases(const web::Services& services, Date today)
{
    std::vector<DueCase> due;
    services.data.read([&](Session& db) {
        due = db.all(
            "SELECT case_id, next_change_on, reckoned_at FROM case_head WHERE municipality = $1 AND next_change_on <= $2 "
            "ORDER BY next_change_on, case_id LIMIT $3",
            [](const Row& row) {
                const auto midnight = at_local(row.get<Date>(1), 0, 0);
                return DueCase{row.get<CaseId>(0), row.get<Date>(1), std::max(midnight, row.get<std::optional<Instant>>(2).value_or(midnight))};
            },
            services.municipality, today, cases_at_once);
    });
    return due;
}

}  // namespace

void Midnight::follow(const CaseId& id, Instant at) const
{
    access::Reader nobody;
    nobody.municipality = services_.municipality;
    audit::Entry entry;
    entry.at = services_.clock.now();
    entry.municipality = services_.municipality;
    entry.kind = audit::Kind::system;
    entry.operation = access::name(access::Operation::see_case);
    entry.subjects.push_back({id, {}});
    services_.data.write({[&](Session& db) {
                              // As if at the midnight itself: that is when sharing stopped.
                              access::Work work(db, services_.vault, services_.random, at, nobody, access::Operation::see_case, audit::Kind::system, {});
                              auto facts = access::load_case_facts(work, id);
                              check(facts.has_value(), "a case whose day has come is not there");
                              const access::SystemPermit<access::FollowingTheDay> permit(work, *std::move(facts));
                              cases::touch(permit);
                              cases::settle_suspension(permit);
                              after_command(work, {id});
                              return storage::Outcome::keep;
                          },
                          [&](Session& db, storage::Outcome) { services_.log.append(db, entry); }});
}

int Midnight::look()
{
    const auto today = local_day(services_.clock.now());
    int followed = 0;
    std::map<CaseId, Date> came_to;
    // Each follows into the next of its days, so the list is read again until nothing is due. One that does not come further waits for
    // the next look: a wrong reckoning may not take the processor from everybody.
    for (bool further = true; further;) {
        further = false;
        for (const auto& one : due_cases(services_, today)) {
            const auto [known, is_new] = came_to.try_emplace(one.id, one.day);
            if (!is_new && one.day <= known->second) continue;
            known->second = one.day;
            follow(one.id, one.at);
            ++followed;
            further = true;
        }
    }
    return followed;
}

}  // namespace lots::app
