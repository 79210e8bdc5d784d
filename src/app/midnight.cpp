#include "app/midnight.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <string>
#include <vector>

#include "access/system_permit.h"
#include "app/after_command.h"
#include "cases/record.h"

namespace lots::app {

using storage::Row;
using storage::Session;

namespace {

constexpr int cases_at_once = 100;
/// How long a case that does not come further waits: each time that it is followed is an entry in the log.
constexpr auto stuck_wait = std::chrono::hours{1};

struct DueCase {
    CaseId id;
    Date day;
    Instant at;  // the day's midnight, or when the case was reckoned last, if that is later: nothing goes back behind what is done
};

/// What the database or the log lacks keeps all cases waiting. Everything else that ends the following of a case is its own:
/// a key that is missing, a check that fails in its reckoning, a rule of the database that it would break.
bool is_everybodys(const std::exception& failure)
{
    const auto* of_database = dynamic_cast<const storage::Failure*>(&failure);
    return of_database != nullptr && of_database->kind() != storage::Failure::Kind::constraint;
}

void write_log(audit::Log& log, Session& db, const audit::Entry& entry)
{
    try {
        log.append(db, entry);
    }
    catch (const vault::Unreadable& failed) {
        throw storage::Failure(storage::Failure::Kind::unavailable, std::string("the log cannot be sealed: ") + failed.what());
    }
}

/// The longest due first.
std::vector<DueCase> due_cases(const web::Services& services, Date today, int most)
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
            services.municipality, today, most);
    });
    return due;
}

}  // namespace

std::optional<Date> Midnight::follow(const CaseId& id, Instant at) const
{
    access::Reader nobody;
    nobody.municipality = services_.municipality;
    audit::Entry entry;
    entry.at = services_.clock.now();
    entry.municipality = services_.municipality;
    entry.kind = audit::Kind::system;
    entry.operation = access::name(access::Operation::see_case);
    entry.subjects.push_back({id, {}});
    std::optional<Date> next;
    services_.data.write({[&](Session& db) {
                              // As if at the midnight itself: that is when sharing stopped.
                              access::Work work(db, services_.vault, services_.random, at, nobody, access::Operation::see_case, audit::Kind::system, {});
                              auto facts = access::load_case_facts(work, id);
                              check(facts.has_value(), "a case whose day has come is not there");
                              const access::SystemPermit<access::FollowingTheDay> permit(work, *std::move(facts));
                              cases::touch(permit);
                              cases::settle_suspension(permit);
                              after_command(work, {id});
                              // Read here, where nobody else can have made the case due anew meanwhile.
                              next = db.one("SELECT next_change_on FROM case_head WHERE municipality = $1 AND case_id = $2",
                                            [](const Row& row) { return row.get<std::optional<Date>>(0); }, services_.municipality, id)
                                         .value_or(std::nullopt);
                              return storage::Outcome::keep;
                          },
                          [&](Session& db, storage::Outcome) { write_log(services_.log, db, entry); }});
    return next;
}

bool Midnight::waits(const CaseId& id, Date day) const
{
    const auto found = stuck_.find(id);
    return found != stuck_.end() && found->second.day == day;
}

int Midnight::look()
{
    const auto now = services_.clock.now();
    const auto today = local_day(now);
    // A clock that was set back makes nobody wait.
    std::erase_if(stuck_, [&](const auto& one) {
        const auto followed_at = one.second.followed_at;
        return now < followed_at || now - followed_at >= stuck_wait;
    });
    int followed = 0, stuck = 0, passed_over = 0;
    std::string why;
    // Each follows into the next of its days, so the list is read again until nothing is due but what waits: a case that is
    // reckoned wrongly, or not at all, may take neither the processor nor the place in the list from the others.
    for (bool further = true; further;) {
        further = false;
        for (const auto& one : due_cases(services_, today, cases_at_once + static_cast<int>(stuck_.size()))) {
            if (waits(one.id, one.day)) continue;
            further = true;
            try {
                const auto next = follow(one.id, one.at);
                ++followed;
                if (!next || *next > one.day) continue;
                stuck_[one.id] = {*next, now};
                ++stuck;
            }
            catch (const std::exception& failure) {
                if (is_everybodys(failure)) throw;
                stuck_[one.id] = {one.day, now};
                if (++passed_over == 1) why = failure.what();  // no failure carries a value that somebody typed
            }
        }
    }
    if (stuck > 0 && services_.note)
        services_.note("the new day: " + std::to_string(stuck) +
                       " cases stay due and do not come further. They are tried again in an hour; `lots doctor` says which");
    if (passed_over > 0 && services_.note)
        services_.note("the new day: " + std::to_string(passed_over) + " cases could not be followed, the first because: " + why +
                       ". They are tried again in an hour; `lots doctor` says which");
    return followed;
}

}  // namespace lots::app
